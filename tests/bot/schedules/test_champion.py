"""The champion's message: typed language by language, and read by each in their own."""

from collections.abc import Sequence

import pytest

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.schedules import DeleteSchedule
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from tests.bot.dialogue import Office, Someone
from tests.bot.editor import USUAL, begins, begins_weekly, previewed

WORDS = {
    "English": "Dear all, thank you for this week.",
    "Suomi": "Hyvät kaikki, kiitos tästä viikosta.",
    "Svenska": "Bästa alla, tack för den här veckan.",
    "Bahasa Indonesia": "Rekan-rekan, terima kasih untuk minggu ini.",
}


async def writes(hanna: Someone, words: Sequence[str] = tuple(WORDS.values())) -> None:
    """Type the champion's message, one language after another."""
    await hanna.presses("Text")
    for text in words:
        await hanna.says(text)
    await hanna.presses("Back")


async def test_the_champions_message_comes_in_each_persons_language(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    aino = await office.member("Aino", desk, language="fi")
    sven = await office.member("Sven", desk, language="sv")
    dewi = await office.member("Dewi", desk, language="id")
    await begins(hanna, Kind.CHAMPION)
    assert "Text: not written yet" in hanna.screen
    await hanna.presses("Text")
    for language, text in WORDS.items():
        assert f"Now type the message in this language: {language}." in hanna.screen
        await hanna.says(text)
    assert all(text in hanna.screen for text in WORDS.values())
    assert hanna.buttons[:4] == [f"✓ {language}" for language in WORDS]
    await hanna.presses("Back")
    assert "Text: “Dear all, thank you for this week.”" in hanna.screen
    await hanna.presses("Save")
    await hanna.presses("All schedules")
    assert "Message of the champion: Tue 13 Jan 09:30, everybody, “Dear all, thank" in hanna.screen
    await office.live(0, Weekday.TUE, "09:31")
    for person, text in zip((ana, aino, sven, dewi), WORDS.values(), strict=True):
        assert any(text in said for said in person.said), person.name


async def test_one_language_of_the_message_can_be_changed(hanna: Someone) -> None:
    await begins(hanna, Kind.CHAMPION)
    await writes(hanna)
    await hanna.presses("Text")
    await hanna.presses("✓ Suomi")
    assert "Now type the message in this language: Suomi." in hanna.screen
    await hanna.says("Hei!")
    assert "Hei!" in hanna.screen
    assert WORDS["Suomi"] not in hanna.screen
    assert WORDS["Svenska"] in hanna.screen


async def test_what_the_champion_wrote_may_be_forwarded(hanna: Someone) -> None:
    await begins(hanna, Kind.CHAMPION)
    await hanna.presses("Text")
    await hanna.says("Dear all, thank you.", forwarded=True)
    assert "Dear all, thank you." in hanna.screen


async def test_a_message_that_lacks_a_language_is_not_saved(hanna: Someone) -> None:
    await begins(hanna, Kind.CHAMPION)
    await hanna.presses("Save")
    assert hanna.toast == "The message is still missing in at least one language."
    await writes(hanna, list(WORDS.values())[:2])
    await hanna.presses("Save")
    assert hanna.toast == "The message is still missing in at least one language."
    await writes(hanna, list(WORDS.values())[2:])
    await hanna.presses("Save")
    assert "✓ Saved" in hanna.screen


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("x" * 401, "That is 401 characters long, and I can keep 400."),
        ("Write to hanna@example.org", "I did not keep that: it seems to contain an e-mail"),
    ],
)
async def test_a_message_that_cannot_be_is_refused_and_asked_again(
    hanna: Someone, typed: str, told: str
) -> None:
    await begins(hanna, Kind.CHAMPION)
    await hanna.presses("Text")
    await hanna.says(typed)
    assert hanna.screen.startswith(told)
    await hanna.says("ä" * 400)
    assert "ä" * 400 in hanna.screen
    assert "Now type the message in this language: Suomi." in hanna.screen


async def test_the_longest_messages_are_kept(hanna: Someone) -> None:
    await begins(hanna, Kind.CHAMPION)
    await writes(hanna, ["🙂" * 400, "ä" * 400, '"\n' * 199 + "ö", "&" * 400])
    assert "Text: “" + "🙂" * 400 + "”" in hanna.screen, "all of it"
    await hanna.presses("Save")
    assert "✓ Saved" in hanna.screen


async def test_markup_in_a_message_stays_what_was_typed(hanna: Someone) -> None:
    await begins(hanna, Kind.CHAMPION)
    await writes(hanna, ["<b>Fish & chips</b>", "b", "c", "d"])
    assert "Text: “<b>Fish & chips</b>”" in hanna.screen
    await hanna.presses("Save")
    await hanna.presses("All schedules")
    assert "“<b>Fish & chips</b>”" in hanna.screen


async def test_a_restart_between_two_languages_loses_nothing(
    office: Office, hanna: Someone
) -> None:
    first, *others = WORDS.values()
    await begins(hanna, Kind.CHAMPION)
    await hanna.presses("Text")
    await hanna.says(first)
    await office.restarts()
    for text in others:
        await hanna.says(text)
    assert all(text in hanna.screen for text in WORDS.values())


async def test_a_message_is_sent_once_and_then_is_done(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await begins(hanna, Kind.CHAMPION)
    assert "Days: 13 January 2026, once" in hanna.screen
    assert "From – until" not in hanna.buttons
    await writes(hanna)
    assert previewed(hanna) == ["Tuesday 13 January at 09:30"]
    await hanna.presses("Save")
    await office.live(2, Weekday.FRI)
    assert sum("thank you for this week" in said for said in ana.said) == 1
    await hanna.says("/schedules")
    assert (
        "Tue 13 Jan 09:30, everybody, “Dear all, thank you for this week.” (done)" in hanna.screen
    )
    await hanna.presses("Message of the champion: Tue 13 Jan 09:30")
    assert "none, its last day is over" in hanna.screen


async def test_the_day_of_a_message_is_pressed_or_typed(hanna: Someone) -> None:
    await begins(hanna, Kind.CHAMPION)
    await hanna.presses("Days")
    await hanna.presses("Thu 15 Jan")
    assert "Days: 15 January 2026, once" in hanna.screen
    await hanna.presses("Days")
    assert "✓ Thu 15 Jan" in hanna.buttons
    await hanna.says("2.3.2026")
    assert "Days: 2 March 2026, once" in hanna.screen
    await hanna.presses("Days")
    await hanna.says("2.1.2026")
    assert hanna.screen.startswith("The last day must not be over")


async def test_a_message_comes_again_only_if_hr_says_so(hanna: Someone, ana: Someone) -> None:
    await begins(hanna, Kind.CHAMPION)
    await hanna.presses("How often")
    assert "✓ Once" in hanna.buttons
    await hanna.presses("every week")
    assert "Days: Tue, every week" in hanna.screen
    assert len(previewed(hanna)) > 1
    await hanna.presses("How often")
    await hanna.presses("Once")
    assert previewed(hanna) == ["Tuesday 13 January at 09:30"]


async def test_a_message_is_deleted_after_one_question(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await begins_weekly(hanna, Kind.CHAMPION)
    await writes(hanna)
    await hanna.presses("Save")
    await office.live(0, Weekday.TUE, "09:31")
    await hanna.says("/schedules")
    await hanna.presses("Message of the champion: Tue 09:30")
    await hanna.presses("Delete")
    assert "Delete “Message of the champion: Tue 09:30”?" in hanna.screen
    await hanna.presses("Back")
    assert "Delete" in hanna.buttons, "nothing has happened yet"
    await hanna.presses("Delete")
    await hanna.presses("Yes, delete it")
    assert hanna.screen.startswith("✓ Deleted.")
    assert "Message of the champion" not in hanna.screen
    await office.live(1, Weekday.TUE, "12:00")
    assert sum("thank you for this week" in said for said in ana.said) == 1, "none after that"
    await hanna.says("/deliveries")
    await hanna.forges(TurnList(Listing.DELIVERIES, 9))
    assert "Message of the champion: 1 person" in hanna.screen
    await hanna.forges(DeleteSchedule(9, 1))
    assert hanna.toast == "I did not find that.", "it is no more"


async def test_what_the_programme_needs_is_paused_not_deleted(hanna: Someone) -> None:
    await hanna.says("/schedules")
    await hanna.presses(USUAL[Kind.PROMPT])
    assert "Delete" not in hanna.buttons
    await hanna.forges(DeleteSchedule(1, 1))
    assert hanna.toast == "The programme needs this schedule. You can pause it instead."
