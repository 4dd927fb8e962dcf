"""HR reviews the points in the chat; when they have ended, nobody hears a word of them."""

import pytest

from bot.i18n import Translator
from coaching.content import LANGUAGES
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone
from tests.bot.points.test_summary import A_WORD_ABOUT_POINTS


async def test_hr_decides_and_can_think_again(hanna: Someone) -> None:
    await hanna.says("/review")
    assert "Points are used until 12 July 2026." in hanna.screen
    assert "Nothing is decided yet" in hanna.screen
    assert not any("✓" in label for label in hanna.buttons)
    assert "recognition only" in hanna.screen
    await hanna.presses("Go on for two quarters")
    assert "Then they go on for two more quarters." in hanna.screen
    assert hanna.buttons == ["✓ Go on for two quarters", "Recognition only", "End it"]
    assert "Nothing is decided" not in hanna.screen
    await hanna.presses("End it")
    assert "Then all of it ends" in hanna.screen


async def test_in_the_last_weeks_hr_is_reminded_where_rewards_are(
    office: Office, hanna: Someone
) -> None:
    await hanna.says("/rewards")
    assert "/review" not in hanna.screen
    await office.wind(23)
    await hanna.says("/rewards")
    assert "Points end on 12 July 2026" in hanna.screen
    await hanna.says("/review")
    await hanna.presses("Recognition only")
    await hanna.says("/rewards")
    assert "/review" not in hanna.screen


async def test_when_they_have_ended_nobody_hears_of_points(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await office.wind(26, Weekday.MON, "09:30")
    ana_heard = len(ana.messages)
    for command in ("help", "privacy", "mydata", "prompt", "checkin", "results", "learnings"):
        await ana.says(f"/{command}")
    await hanna.says("/schedules")
    assert "post" not in hanna.screen.lower()
    assert "points" not in " ".join(hanna.buttons).lower()
    for message in ana.messages[ana_heard:]:
        assert not A_WORD_ABOUT_POINTS.search(message.text), message.text
    await hanna.says("/review")
    assert "No points are given now." in hanna.screen
    await hanna.presses("Go on for two quarters")
    await hanna.says("/schedules")
    assert "Points post" in hanna.screen + " ".join(hanna.buttons)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    t = Translator(language)
    for key in ("exit_review.why", "exit_review.over", "exit_review.undecided"):
        assert t.plain(key)
