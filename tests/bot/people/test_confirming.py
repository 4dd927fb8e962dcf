"""A lead or a second person of HR confirms who works in a team, in the chat."""

import pytest

from bot.i18n import Translator
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from tests.bot.dialogue import Office, Someone


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lead_confirms_in_three_presses(
    office: Office, hanna: Someone, desk: int, language: str
) -> None:
    t = Translator(language)
    for name in ("Ana", "Bo", "Cy"):
        await office.member(name, desk, confirmed=False)
    lena = await office.member("Lena", desk, Role.LEAD, language, confirmed=False)
    await hanna.says("/people")
    await hanna.presses("Desk")
    assert "This team publishes nothing yet" in hanna.screen
    await hanna.says("/confirm")
    assert hanna.screen == "Nobody waits to be confirmed by you."
    await lena.says("/confirm")
    await lena.presses("Desk")
    assert t.listed(["Ana", "Bo", "Cy"]) in lena.screen
    await lena.presses(t.plain("confirming.yes"))
    assert lena.toast == t.plain("confirming.done")
    assert lena.screen == t.plain("confirming.none")
    await hanna.says("/people")
    await hanna.presses("Desk")
    assert "publishes nothing" not in hanna.screen
