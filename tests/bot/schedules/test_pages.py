"""HR's newer pages of the editor: roles, people's own times, first and last days, a message."""

from datetime import time

import pytest

from bot.callbacks.schedules import (
    AskText,
    EditSchedule,
    NewSchedule,
    Page,
    SetAudience,
    SetOwnSlot,
    SetRole,
    ShowSchedule,
)
from coaching.content import LANGUAGES
from coaching.people.identity import identify
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import own_times
from tests.bot.dialogue import Office, Someone
from tests.bot.editor import EN, begins, begins_weekly, drafts, goes_out, previewed


async def pauses_all_but(hanna: Someone, *kinds: Kind) -> None:
    """Let nothing else be sent."""
    await hanna.says("/schedules")
    for label in [b for b in hanna.buttons if b != "New schedule"]:
        if not any(label.startswith(EN.plain(f"schedules.kind.{kind}")) for kind in kinds):
            await hanna.presses(label)
            await hanna.presses("Pause")
            await hanna.presses("All schedules")


async def test_a_role_narrows_who_gets_it(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    leo = await office.member("Leo", desk, Role.LEAD)
    await pauses_all_but(hanna, Kind.PROMPT)
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("For whom")
    await hanna.presses("everybody")
    await hanna.presses("Leads only")
    assert "For: all leads" in hanna.screen
    assert "⚠ 1 person is left without a schedule of this kind." in hanna.screen
    await hanna.presses("Save")
    await hanna.presses("All schedules")
    assert "Prompt: Tue Thu 09:30, all leads" in hanna.screen
    before = len(leo.messages)
    assert await goes_out(office, ana, 1) == []
    assert len(leo.messages) == before + 2


async def test_a_role_in_a_team_is_named_and_can_be_taken_back(hanna: Someone, desk: int) -> None:
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("For whom")
    await hanna.presses("team Desk")
    assert "✓ Members and leads" in hanna.buttons
    await hanna.presses("Members only")
    assert "For: team Desk, members only" in hanna.screen
    await hanna.presses("For whom")
    await hanna.presses("team Desk")
    await hanna.presses("Members and leads")
    assert "For: team Desk\n" in hanna.screen


@pytest.mark.parametrize(
    ("kind", "words"), [(Kind.POINTS_POST, "all members"), (Kind.LEAD_SUMMARY, "all leads")]
)
async def test_what_is_for_one_role_only_leaves_no_choice(
    hanna: Someone, desk: int, kind: Kind, words: str
) -> None:
    await drafts(hanna, kind)
    assert f"For: {words}" in hanna.screen
    await hanna.presses("For whom")
    await hanna.presses("team Desk")
    assert f"For: team Desk, {words.removeprefix('all ')} only" in hanna.screen
    assert "Save" in hanna.buttons


async def test_people_get_it_at_their_own_time_where_hr_lets_them(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    bea = await office.member("Bea", desk)
    database, now = office.programme.database, office.clock.now()
    viewer = await identify(database, ana.user_id)
    assert viewer is not None
    await own_times.set_slot(database, viewer, time(14, 20), now)
    await pauses_all_but(hanna, Kind.PROMPT)
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("Time")
    await hanna.presses("People's own time, else 09:30")
    assert "✓ People's own time, else 09:30" in hanna.buttons
    assert "Time: each person's own, 09:30 for those without one" in hanna.screen
    await hanna.says("10:30")  # a time can still be typed
    assert "Time: each person's own, 10:30 for those without one" in hanna.screen
    assert "• Tuesday 13 January: at most 2 people" in hanna.screen  # not whose time it is
    await hanna.presses("Save")
    await hanna.presses("All schedules")
    assert "Prompt: Tue Thu 10:30, everybody, own times first" in hanna.screen
    got = len(ana.messages), len(bea.messages)
    times = (("10:29", 0, 0), ("10:30", 0, 1), ("14:19", 0, 1), ("14:20", 1, 1))
    for clock, ana_has, bea_has in times:
        await office.live(0, Weekday.TUE, clock)
        assert (len(ana.messages), len(bea.messages)) == (got[0] + ana_has, got[1] + bea_has), (
            clock
        )


async def test_own_times_can_be_taken_out_again(hanna: Someone) -> None:
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("Time")
    await hanna.presses("People's own time, else 09:30")
    await hanna.presses("✓ People's own time, else 09:30")
    await hanna.presses("Back")
    assert "Time: 09:30\n" in hanna.screen


async def test_it_runs_from_the_first_to_the_last_day_only(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await pauses_all_but(hanna, Kind.PROMPT)
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("From – until")
    await hanna.presses("First day")
    await hanna.says("20.1.2026")
    assert "Runs: from 20 January 2026" in hanna.screen
    await hanna.presses("Last day")
    await hanna.says("2026-01-27")
    assert "Runs: 20 January 2026 – 27 January 2026" in hanna.screen
    await hanna.presses("Back")
    promised = previewed(hanna)
    assert promised == [
        "Tuesday 20 January at 09:30",
        "Thursday 22 January at 09:30",
        "Tuesday 27 January at 09:30",
    ]
    await hanna.presses("Save")
    await hanna.presses("All schedules")
    assert "Prompt: Tue Thu 09:30, everybody, 20 January 2026 – 27 January 2026" in hanna.screen
    assert await goes_out(office, ana, 5) == promised
    await hanna.says("/schedules")
    await hanna.presses("Prompt: Tue Thu 09:30")
    assert "none, its last day is over" in hanna.screen


@pytest.mark.parametrize("typed", ["1.3.2027", "01.03.2027", "1. 3. 2027", "1/3/2027", "2027-3-1"])
async def test_a_day_can_be_typed_in_several_ways(hanna: Someone, typed: str) -> None:
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("From – until")
    await hanna.presses("First day")
    await hanna.says(typed)
    assert "Runs: from 1 March 2027" in hanna.screen
    assert "• Tuesday 2 March from 09:30" not in hanna.screen  # nobody has joined yet
    await hanna.presses("First day")
    await hanna.says("-")
    assert "Runs:" not in hanna.screen


async def test_a_button_takes_a_day_out(hanna: Someone) -> None:
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("From – until")
    await hanna.presses("Last day")
    await hanna.says("30.6.2026")
    assert "Runs: until 30 June 2026" in hanna.screen
    await hanna.presses("Last day")
    await hanna.presses("No end")
    assert "Runs:" not in hanna.screen
    await hanna.presses("First day")
    await hanna.presses("Starts at once")
    await hanna.presses("Back")
    assert "Save" in hanna.buttons


@pytest.mark.parametrize(
    ("edge", "typed", "told"),
    [
        ("First day", "soon", "Please type a day such as 1.3.2027"),
        ("First day", "31.2.2027", "Please type a day such as 1.3.2027"),
        ("First day", "1.3.9999", "Please type a day such as 1.3.2027"),
        ("First day", "0001-01-01", "Please type a day such as 1.3.2027"),
        ("Last day", "0000-01-01", "Please type a day such as 1.3.2027"),
        ("Last day", "11.1.2026", "The last day must not be over, nor before the first one."),
    ],
)
async def test_a_day_that_cannot_be_is_refused_and_asked_again(
    hanna: Someone, edge: str, typed: str, told: str
) -> None:
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("From – until")
    await hanna.presses(edge)
    await hanna.says(typed)
    assert hanna.screen.startswith(told)
    await hanna.says("12.1.2026")
    assert "12 January 2026" in hanna.screen


async def test_every_page_of_a_message_leads_back(hanna: Someone) -> None:
    await begins_weekly(hanna, Kind.CHAMPION)
    draft = hanna.screen
    for page in ("Days", "Time", "For whom", "From – until", "How often", "Useful for", "Text"):
        await hanna.presses(page)
        assert hanna.screen != draft
        await hanna.presses("Back")
        assert hanna.screen == draft
    for edge in ("First day", "Last day"):
        await hanna.presses("From – until")
        span = hanna.screen
        await hanna.presses(edge)
        await hanna.presses("Back")
        assert hanna.screen == span
        await hanna.presses("Back")
        assert hanna.screen == draft
    await hanna.presses("For whom")
    await hanna.presses("everybody")
    await hanna.presses("Back")
    assert hanna.screen == draft


@pytest.mark.parametrize(
    "page", [("From – until", "First day"), ("From – until", "Last day"), ("Text",)]
)
async def test_after_back_a_text_answers_nothing(hanna: Someone, page: tuple[str, ...]) -> None:
    await begins_weekly(hanna, Kind.CHAMPION)
    for button in page:
        await hanna.presses(button)
    await hanna.presses("Back")
    await hanna.says("1.3.2027")
    assert "did not find an open question" in hanna.screen


async def test_what_was_typed_goes_on_in_the_new_message(hanna: Someone) -> None:
    await begins_weekly(hanna, Kind.CHAMPION)
    await hanna.presses("From – until")
    await hanna.presses("First day")
    older = hanna.message
    await hanna.says("1.2.2026")
    await hanna.presses("Starts at once", on=older)
    assert "This draft is outdated" in hanna.toast
    await hanna.presses("Back")
    await hanna.presses("Text")
    older = hanna.message
    await hanna.says("Hello")
    for button in (AskText("fi"), SetRole(), SetOwnSlot(1)):
        await hanna.forges(button, on=older)
        assert "This draft is outdated" in hanna.toast
    assert "Hello" in hanna.screen


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Kind.PROMPT, "srole:hr"),
        (Kind.PROMPT, "srole:boss"),
        (Kind.POINTS_POST, "srole:lead"),
        (Kind.LEAD_SUMMARY, "srole:lead"),
        (Kind.PROMPT, "sedit:text:"),
        (Kind.PROMPT, "stext:en"),
        (Kind.CHAMPION, "stext:de"),
        (Kind.CHAMPION, "stext:"),
        (Kind.CHAMPION, "snoday:middle"),
        (Kind.CHAMPION, "sown:on"),
    ],
)
async def test_forged_presses_on_an_open_draft_change_nothing(
    hanna: Someone, kind: Kind, data: str
) -> None:
    await begins(hanna, kind)
    draft = hanna.screen
    await hanna.forges(data)
    assert hanna.toast in ("I did not find that.", "This question is closed.")
    assert hanna.screen == draft
    await hanna.says("Quite a long day")
    assert "did not find an open question" in hanna.screen


@pytest.mark.parametrize("language", LANGUAGES[1:])
async def test_every_page_speaks_the_language(office: Office, desk: int, language: str) -> None:
    heli = await office.member("Heli", None, Role.HR, language)
    await heli.says("/schedules")
    await heli.presses(NewSchedule())
    await heli.presses(NewSchedule(Kind.CHAMPION))
    for page in (Page.SPAN, Page.FIRST, Page.LAST, Page.TEXT, Page.TIME, Page.AUDIENCE):
        await heli.forges(EditSchedule(page))
        assert heli.toast == ""
    await heli.presses(SetAudience(None, desk))
    await heli.presses(SetRole(Role.LEAD))
    await heli.forges(ShowSchedule(3))
    assert "Draft" not in heli.screen
    assert "⚠" not in heli.screen
