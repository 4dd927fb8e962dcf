"""What talks remember and what they say about keeping: walked in every format and language."""

import pytest

from bot.i18n import Translator
from coaching.content import LANGUAGES
from coaching.people import identity
from coaching.practice.prompts import Offer
from coaching.rules.formats import WRITTEN, PromptFormat
from tests.bot.dialogue import Office, Someone
from tests.bot.practice.test_talks import notes

TYPED = {
    "en": "If a lantern falls silent, I wait for it.",
    "fi": "Jos lyhty hiljenee, odotan sitä rauhassa.",
    "sv": "Om en lykta tystnar väntar jag på den.",
    "id": "Kalau lentera padam, saya menunggunya.",
}
NOT_KEPT = {
    "en": ("I have not kept", "I do not keep", "not kept"),
    "fi": ("en tallentanut", "En tallenna"),
    "sv": ("inte sparat", "sparar ingen", "sparar inte"),
    "id": ("tidak saya simpan", "tidak disimpan", "tidak menyimpan"),
}


async def gets(office: Office, person: Someone, form: PromptFormat) -> Offer:
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    offer = await office.programme.offered(viewer, form)
    await person.says("/prompt")
    return offer


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", WRITTEN)
async def test_what_is_said_about_keeping_is_true_at_every_step(
    office: Office, desk: int, form: PromptFormat, language: str
) -> None:
    """Type the same words at each step: they are kept, or it is said of them alone that not."""
    ana = await office.member("Ana", desk, language=language)
    await gets(office, ana, form)
    for place in range(8):
        before, seen = [n.text for n in await notes(office, ana)], len(ana.said)
        words = f"{TYPED[language]} {place}"
        await ana.says(words)
        new = "\n".join(ana.said[seen:])
        kept = [n.text for n in await notes(office, ana)] != before
        denied = any(phrase in new for phrase in NOT_KEPT[language])
        assert not (kept and denied), new
        if denied:
            assert words not in new, "what was not kept is not quoted"
        if f"“{words}”" in new or f"”{words}”" in new:
            assert kept or form is PromptFormat.SHARE, "what is quoted was kept"
        if not kept:
            pressable = [b for b in ana.buttons if b not in WAYS_OUT[language]]
            if not pressable:
                break
            await ana.presses(pressable[0])


WAYS_OUT = {
    language: {
        Translator(language).plain(key)
        for key in (
            "prompt.outcome.not_relevant",
            "prompt.outcome.too_much",
            "why.ask",
            "prompt.change",
            "prompt.go_on",
        )
    }
    for language in LANGUAGES
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_view_never_says_that_it_keeps_no_text_and_quotes_it(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    await gets(office, ana, PromptFormat.VIEW)
    for words in (TYPED[language], f"{TYPED[language]} 2"):
        await ana.says(words)
    await ana.says("hm")
    said = ana.said[-2:]
    assert any(phrase in said[0] for phrase in NOT_KEPT[language])
    assert TYPED[language] in said[1], "the two answers stay and are shown"
    assert "hm" not in said[1].split()
    assert len(await notes(office, ana)) == 2


QUOTES = {
    "en": "Last time you wrote: “{}”",
    "fi": "Viimeksi kirjoitit: ”{}”",
    "sv": "Förra gången skrev du: ”{}”",
    "id": "Terakhir kali Anda menulis: “{}”",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_second_prompt_on_a_theme_quotes_the_first(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    bo = await office.member("Bo", desk, language=language)
    quote = QUOTES[language].format(TYPED[language])
    await gets(office, ana, PromptFormat.DEBRIEF)
    assert QUOTES[language].split("{")[0] not in ana.screen, "there is no last time"
    for _ in range(3):
        await ana.says(TYPED[language])
    for form in (PromptFormat.DEBRIEF, PromptFormat.SCALE, PromptFormat.TRY):
        await gets(office, ana, form)
        assert quote in ana.screen
    await gets(office, ana, PromptFormat.RECALL)
    assert quote not in ana.screen, "what is asked from memory stands alone"
    await gets(office, bo, PromptFormat.DEBRIEF)
    assert quote not in bo.screen, "nobody else's words"


async def test_after_deletion_nothing_is_quoted(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    for _ in range(3):
        await ana.says(TYPED["en"])
    await ana.says("/mydata")
    await ana.presses("My texts")
    await ana.presses("1")
    await ana.presses("Delete it")
    await gets(office, ana, PromptFormat.DEBRIEF)
    assert "Last time you wrote" not in ana.screen
    assert TYPED["en"] not in ana.screen
