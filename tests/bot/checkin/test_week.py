"""The weekly check-in in the chat."""

import random
from pathlib import Path

import pytest
from sqlmodel import select

from bot.callbacks.checkin import AskItem, Respond, WhyItem
from bot.sandbox.bot_api.chats import ChatMessage
from coaching.checkin.week import Response
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension
from storage import checkin, conversation
from storage.people import Person
from tests.bot.dialogue import Office, Someone, Studio, buttons, office_at
from tests.organisation import FIRST_MORNING

CLOSED = "This question is closed."
Kept = dict[str, tuple[str, int | None]]


async def kept(office: Office, week: int = 0) -> Kept:
    """Return what the database holds of one week, for the only person who answered."""
    async with office.programme.database.read() as session:
        people = await checkin.answered_items(session, office.programme.id, week)
        found = [r for p in people for r in await checkin.of_weeks(session, p, week, week)]
    return {rating.dimension: (rating.response, rating.value) for rating in found}


def asked(message: ChatMessage) -> tuple[int, Dimension]:
    """Return the week and the dimension that a screen asks."""
    first = Respond.parse(buttons(message)[0].data or "")
    return first.week, first.dimension


async def test_two_taps_answer_it(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    assert "Check-in 1/2" in ana.screen
    assert "Your own number is not shown to others." in ana.screen
    before = len(ana.messages)
    await ana.presses("4")
    assert ana.toast == "Kept"
    assert "Check-in 2/2" in ana.screen
    await ana.presses("2")
    assert "That was this week's check-in" in ana.screen
    assert len(ana.messages) == before, "answered in place"
    assert sorted(value or 0 for _, value in (await kept(office)).values()) == [2, 4]


async def test_every_anchor_stands_beside_its_number(ana: Someone) -> None:
    await ana.says("/checkin")
    for number in range(1, 6):
        assert f"\n{number}  " in ana.screen
    assert ana.buttons == ["1", "2", "3", "4", "5", "No encounters", "Skip", "Why this?"]


async def test_what_holds_for_both_items_is_said_once(ana: Someone) -> None:
    said = ("There is no right answer.", "not shown to others", "You can answer until")
    await ana.says("/checkin")
    assert all(words in ana.screen for words in said)
    first = len(ana.screen.split("\n\n"))
    await ana.presses("4")
    assert "The same encounters of the past 7 days: which sentence is closest?" in ana.screen
    assert not any(words in ana.screen for words in said)
    assert len(ana.screen.split("\n\n")) == first - 1


async def test_an_old_button_answers_no_new_sentence(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await ana.says("/checkin")
    await hanna.says("/theme")
    await hanna.presses("Choose the word")
    await hanna.presses("patient")
    await ana.presses("4")
    changed = "The sentences of the check-in have changed since you saw them."
    assert changed in (ana.toast or ana.screen)
    await ana.says("4")
    assert changed in ana.screen
    assert await kept(office) == {}
    await ana.says("/checkin")
    await ana.presses("4")
    assert "Check-in 2/2" in ana.screen


async def test_a_digit_typed_under_a_question_of_before_the_update_is_refused(
    office: Office, ana: Someone
) -> None:
    await ana.says("/checkin")
    week, first = asked(ana.message)
    async with office.programme.database.write() as session:
        (person,) = await session.exec(select(Person).where(Person.first_name == "Ana"))
        await conversation.put(session, person.id, "checkin", week=week, dimension=first)
    await ana.says("4")
    assert "The sentences of the check-in have changed" in ana.screen
    assert await kept(office) == {}


async def test_typed_digits_answer_it(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    await ana.says("3")
    assert "Check-in 2/2" in ana.screen
    await ana.says(" 5 ")
    assert "That was this week's check-in" in ana.screen
    assert sorted(value or 0 for _, value in (await kept(office)).values()) == [3, 5]


@pytest.mark.parametrize(
    ("day", "clock", "said"),
    [
        (Weekday.WED, "13:30", "Check-in 1/2"),
        (Weekday.FRI, "10:30", "This week's check-in is still open"),
    ],
    ids=["asked", "reminded"],
)
async def test_digits_typed_under_what_came_by_itself_answer_it(
    office: Office, ana: Someone, day: Weekday, clock: str, said: str
) -> None:
    await office.live(0, day, clock)
    assert said in ana.screen
    await ana.says("3")
    assert "Check-in 2/2" in ana.screen
    assert [value for _, value in (await kept(office)).values()] == [3]


@pytest.mark.parametrize("typed", ["0", "6", "12", "-1", "3.5", "٣", "³", "four", "1 2"])
async def test_anything_but_one_to_five_is_refused(
    office: Office, ana: Someone, typed: str
) -> None:
    await ana.says("/checkin")
    await ana.says(typed)
    assert "type a number from 1 to 5" in ana.screen
    assert await kept(office) == {}
    await ana.says("1")
    assert "Check-in 2/2" in ana.screen, "the question stays open"


async def test_no_encounters_and_skip_take_part_without_a_number(
    office: Office, ana: Someone
) -> None:
    await ana.says("/checkin")
    await ana.presses("No encounters")
    await ana.presses("Skip")
    assert "No encounters" in ana.screen
    assert "skipped" in ana.screen
    assert {response for response, _ in (await kept(office)).values()} == {
        "no_encounters",
        "skipped",
    }


async def test_why_this_and_back(ana: Someone) -> None:
    await ana.says("/checkin")
    question = ana.screen
    await ana.presses("Why this?")
    assert "why this?" in ana.screen
    await ana.presses("Back")
    assert ana.screen == question


async def test_an_answer_can_be_changed_while_the_week_is_open(
    office: Office, ana: Someone
) -> None:
    await ana.says("/checkin")
    _, first = asked(ana.message)
    await ana.presses("4")
    await ana.presses("4")
    await office.wind(0, Weekday.SUN, "23:58")
    await ana.presses(AskItem(0, first))
    await ana.presses("1")
    assert "That was this week's check-in" in ana.screen
    assert (await kept(office))[first] == ("rated", 1)


async def test_a_changed_answer_can_be_typed(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    _, first = asked(ana.message)
    await ana.presses("4")
    await ana.presses("4")
    await ana.presses(AskItem(0, first))
    await ana.says("2")
    assert (await kept(office))[first] == ("rated", 2)


async def test_an_old_button_says_that_the_question_is_closed(
    office: Office, ana: Someone
) -> None:
    await ana.says("/checkin")
    old = ana.message
    await ana.presses("4")
    _, second = asked(ana.message)
    before = await kept(office)
    await office.wind(1)
    for data in (
        Respond(0, second, Response.RATED, "2", 5),
        AskItem(0, second),
        AskItem(0),
        WhyItem(0, second),
    ):
        await ana.forges(data, on=old)
        assert ana.toast == CLOSED
    assert await kept(office) == before
    assert await kept(office, 1) == {}


async def test_a_digit_typed_after_the_week_goes_nowhere(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    await office.wind(1)
    await ana.says("4")
    assert ana.screen == CLOSED
    assert await kept(office) == {}
    assert await kept(office, 1) == {}


async def test_forged_answers_are_refused_and_change_nothing(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    week, mine = asked(ana.message)
    await ana.presses("4")
    _, open_now = asked(ana.message)
    foreign = next(d for d in Dimension if d not in (mine, open_now))
    before = await kept(office)
    forged = [
        *(
            f"ci:{week}:{open_now}:rated:2:{value}"
            for value in ("0", "6", "9", "-1", "", "٣", "1e0")
        ),
        f"ci:{week}:{open_now}:skipped:2:3",
        f"ci:{week}:{foreign}:rated:2:3",
        f"ci:{week + 1}:{open_now}:rated:2:3",
        f"ci:999999999:{open_now}:rated:2:3",
        f"ci:-1:{open_now}:rated:2:3",
        f"ci:{week}:D7:rated:2:3",
        f"ci:{week}:{open_now}:loved:2:3",
        "ci",
        "ci:",
        f"ci:{week}:{open_now}:rated:2:3:4",
        f"ci:{week}:{open_now}:rated:2:99999999999999999999",
    ]
    for data in forged:
        await ana.forges(data)
        assert ana.toast in (CLOSED, "I did not find that."), data
    assert await kept(office) == before


async def test_no_forged_data_causes_an_unexpected_error(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    shown = ana.screen
    lot = random.Random("forged")
    prefixes = ["ci", "item", "whyi", "turn", "did", "team", "sch", "sedit", "mkinv", "lang", ""]
    alphabet = "0159:DABrated skip\0\n٣é🙂%{}<>'\"-_"
    before = len(ana.messages)
    for _ in range(200):
        tail = "".join(lot.choice(alphabet) for _ in range(lot.randrange(20)))
        await ana.forges(f"{lot.choice(prefixes)}{lot.choice([':', ''])}{tail}")
        assert "reference" not in ana.toast
    assert ana.screen == shown
    assert len(ana.messages) == before
    assert await kept(office) == {}


async def test_an_update_delivered_twice_changes_nothing_twice(
    office: Office, ana: Someone
) -> None:
    await ana.says("/checkin")
    await ana.presses("4")
    once = await kept(office)
    await office.hears_again()
    assert await kept(office) == once
    assert "Check-in 2/2" in ana.screen
    await ana.presses("5")
    assert len(await kept(office)) == 2


async def test_a_digit_delivered_twice_answers_one_item(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    await ana.says("2")
    once = await kept(office)
    await office.hears_again()
    assert await kept(office) == once
    assert "Check-in 2/2" in ana.screen
    await ana.says("2")
    assert len(await kept(office)) == 2, "the same digit in a new message is a new answer"


async def test_a_restart_in_the_middle_continues_where_it_was(
    office: Office, ana: Someone
) -> None:
    await ana.says("/checkin")
    await ana.presses("4")
    await office.restarts()
    await ana.says("2")
    assert "That was this week's check-in" in ana.screen
    assert sorted(value or 0 for _, value in (await kept(office)).values()) == [2, 4]


async def test_what_is_said_while_the_bot_is_down_is_answered_after(
    office: Office, ana: Someone
) -> None:
    await ana.says("/checkin")
    await office.closes()
    office.telegram.say(ana.user_id, "5")
    await office.restarts()
    assert "Check-in 2/2" in ana.screen


async def test_the_rest_week_asks_nothing(office: Office, ana: Someone) -> None:
    await office.wind(12, Weekday.WED, "14:00")
    before = len(ana.messages)
    await ana.says("/checkin")
    assert "This is the rest week" in ana.screen
    assert len(ana.messages) == before + 1


async def test_before_the_start_it_says_when_the_programme_begins(
    database_file: Path, studio: Studio
) -> None:
    friday = FIRST_MORNING.replace(day=9)
    async with office_at(database_file, studio, now=friday) as office:
        bea = await office.member("Bea", await office.programme.team("Desk"))
        await bea.says("/checkin")
        assert bea.screen == "The programme begins on Monday 12 January."


async def test_the_question_comes_by_itself_and_the_reminder_only_to_the_silent(
    office: Office, ana: Someone, desk: int
) -> None:
    bea = await office.member("Bea", desk)
    await office.wind(0, Weekday.WED, "13:00")
    assert "Check-in 1/2" in ana.screen
    assert "Check-in 1/2" in bea.screen
    await ana.presses("4")
    await office.wind(0, Weekday.FRI, "10:00")
    assert "Check-in 2/2" in ana.screen
    assert "still open" in bea.screen
    await bea.presses("Answer now")
    assert "Check-in 1/2" in bea.screen
