"""A week as HR was promised it: with a clock change, a public holiday, breaks and two restarts.

Thursday 25 April 2024 was a public holiday in Egypt, and in the night after it clocks went
forward. Until then Cairo is an hour behind Helsinki, where the programme is at home.
"""

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox.bot_api.chats import ChatMessage
from bot.sandbox.bot_api.trouble import Fault
from coaching.deliveries import sending
from coaching.deliveries.report import BY_ANSWERS
from coaching.people import identity
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.planning import ANSWERS_CHOOSE, LeftOut
from coaching.rules.schedules import Kind
from coaching.schedules import editor
from coaching.schedules.preview import Forecast
from storage.database import Database
from tests.bot.dialogue import Office, Someone, Studio, office_at, words
from tests.bot.editor import EN, USUAL, begins_weekly, drafts

FOUNDED = datetime(2024, 4, 15, 5, tzinfo=UTC)  # Monday, 8:00 in Helsinki, a week before
MONDAY, HOLIDAY = date(2024, 4, 22), date(2024, 4, 25)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in range(1, 5))
HELSINKI, CAIRO = ZoneInfo("Europe/Helsinki"), ZoneInfo("Africa/Cairo")
TEAMS = {
    "Desk": ("Services", ["Ana", "Bo", "Carl"]),
    "Phone": ("Services", ["Dina", "Elin", "Finn"]),
    "Nile": ("Delta", ["Nour", "Omar", "Pola", "Rami", "Sara"]),
}
IN_CAIRO = TEAMS["Nile"][1]
CHAMPION = "Message of the champion: Thu Fri 11:00"
LOOKS_LIKE = {
    Kind.PROMPT: r" · (?!quarter)[a-z –]+\n",
    Kind.CHECKIN: r"^(Check-in 1/2|Thank you! That was this week's check-in)",
    Kind.REMINDER: r"^This week's check-in is still open",
    Kind.POINTS_POST: r"^(Desk|Phone|Nile) · quarter 1",
    Kind.LEAD_SUMMARY: r"^Your team this week",
    Kind.CHAMPION: r"^From our champion of customer experience",
}

PROMISED = {
    Kind.PROMPT: """
• Tuesday 23 April at 08:15–16:30: 10 people
   left out: 1 (on a break) and 1 (not reachable in Telegram)
• Thursday 25 April at 08:15–09:30: 7 people
   left out: 5 (public holiday)
• Tuesday 30 April""",
    Kind.CHECKIN: """
• Wednesday 24 April at 13:00: 10 people
   left out: 1 (on a break) and 1 (not reachable in Telegram)
• Wednesday 1 May""",
    Kind.REMINDER: """
• Friday 26 April at 10:00: at most 6 people
• Friday 3 May""",
    Kind.POINTS_POST: """
• Monday 22 April at 09:00: 10 people
   left out: 1 (not reachable in Telegram)
• Monday 29 April""",
    Kind.LEAD_SUMMARY: """
• Monday 22 April from 09:00: at most 1 person
• Monday 29 April""",
    Kind.CHAMPION: """
• Thursday 25 April: nobody (public holiday)
• Friday 26 April at 11:00: 4 people
   left out: 1 (not reachable in Telegram)
• Thursday 2 May""",
}

ACCOUNT = """
Friday 26 April
• Message of the champion: 5 people, 4 done
• Reminder of the check-in: 6 people

Thursday 25 April
• Message of the champion: 5 people, 0 done
• Prompt: 12 people, 7 done

Wednesday 24 April
• Check-in: 12 people, 10 done

Tuesday 23 April
• Prompt: 12 people, 10 done

Monday 22 April
• Summary for leads: 1 person
• Points post: 11 people, 10 done

Friday 19 April"""

Days = Mapping[tuple[Kind, date], Forecast]


@dataclass(frozen=True)
class Arrival:
    """A message in somebody's chat, with day and time on the person's own clock."""

    name: str
    kind: Kind
    day: date
    at: time
    instant: datetime


@dataclass
class Town:
    """An office with its people, on the Monday on which HR has set everything up."""

    office: Office
    hanna: Someone
    people: dict[str, Someone]

    def arrivals(self) -> list[Arrival]:
        """Return what came into the chats from Monday on, but for answers to the person."""
        return [
            _arrival(name, message)
            for name, person in self.people.items()
            for message in person.messages
            if message.date > self.office.programme.moment(1)
        ]

    async def previews(self) -> Days:
        """Let HR look at all schedules; return what that promises for the week."""
        args = (self.office.programme.database, self.office.programme.hanna)
        drafted = [row.draft for row in await editor.overview(*args)]
        assert len(drafted) == len(PROMISED) + 1, "one of each kind, and the follow-ups"
        return {
            (draft.kind, each.day): each
            for draft in drafted
            if draft.kind in PROMISED
            for each in (
                await editor.look_at(*args, draft.schedule_id or 0, self.office.clock.now())
            ).coming
            if each.day < MONDAY + timedelta(weeks=1)
        }


def _arrival(name: str, message: ChatMessage) -> Arrival:
    (kind,) = [kind for kind, look in LOOKS_LIKE.items() if re.search(look, words(message))]
    local = message.date.astimezone(CAIRO if name in IN_CAIRO else HELSINKI)
    return Arrival(name, kind, local.date(), local.time(), message.date)


@pytest.fixture
async def town(database_file: Path, studio: Studio) -> AsyncIterator[Town]:
    """Found a programme, live for a week, and let everybody set up the next one in the chat."""
    async with office_at(database_file, studio, now=FOUNDED, founded_at=FOUNDED) as office:
        hanna = await office.hanna()
        people: dict[str, Someone] = {}
        for name, (unit, members) in TEAMS.items():
            team = await office.programme.team(name, unit)
            people |= {member: await office.member(member, team) for member in members}
            if name == "Desk":
                people["Leo"] = await office.member("Leo", team, Role.LEAD)
        await hanna.says("/calendar")
        await hanna.presses("Delta")
        await hanna.presses("Time zone")
        await hanna.says("Cairo")
        await hanna.presses("Public holidays")
        await hanna.says("EG")
        assert "• Thursday 25 April" in hanna.screen
        office.telegram.block(people["Omar"].user_id)
        await office.live(1)
        await leaves_the_time_to_people(hanna)
        for name, slot in (("Ana", "8.15"), ("Nour", "16.30")):
            await people[name].says("/slot")
            await people[name].says(slot)
        await people["Bo"].says("/pause")
        await people["Bo"].presses("Choose days")
        await people["Bo"].says("23.4.–24.4.")
        await does_without_follow_ups(hanna)
        await lets_the_champion_speak(hanna)
        yield Town(office, hanna, people)


async def does_without_follow_ups(hanna: Someone) -> None:
    """Let nothing come back: what people practise cannot be foreseen."""
    await hanna.says("/schedules")
    await hanna.presses(USUAL[Kind.FOLLOW_UP])
    await hanna.presses("Pause")


async def leaves_the_time_to_people(hanna: Someone) -> None:
    """Let prompts come at people's own time."""
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("Time")
    await hanna.presses("People's own time, else 09:30")
    await hanna.presses("Back")
    await hanna.presses("Save")


async def lets_the_champion_speak(hanna: Someone) -> None:
    """Let a message go to Cairo on the holiday and on the morning after the clock change."""
    await begins_weekly(hanna, Kind.CHAMPION)
    await hanna.presses("Days")
    for day in ("Thu", "Fri", "✓ Tue"):
        await hanna.presses(day)
    await hanna.presses("Back")
    await hanna.presses("Time")
    await hanna.presses("11:00")
    await hanna.presses("For whom")
    await hanna.presses("unit Delta")
    await hanna.presses("Back")
    await hanna.presses("Text")
    for text in ("Thank you all", "Kiitos kaikille", "Tack alla", "Terima kasih semua"):
        await hanna.says(text)
    await hanna.presses("Back")
    await hanna.presses("Save")


async def breaks_down_while_sending(town: Town, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Wind to the check-in, stop after the first messages, and start again.

    Two of the others are in the hands of a process that died: return whose they are.
    """
    office = town.office
    monkeypatch.setattr("bot.timing.sender.AT_ONCE", 1)
    office.telegram.faults.add(Fault("slow", method="sendMessage", times=6))
    before, version = len(town.arrivals()), 0
    office.programme.now = office.programme.moment(1, Weekday.WED, "13:00")
    office.clock.wind_to(office.programme.now)
    while len(town.arrivals()) == before:
        version = await office.telegram.anything_changed(version)
    await office.closes()
    assert 1 <= len(town.arrivals()) - before <= 3, "of six at this hour"

    database = Database(office.settings.database_url)
    taken = await sending.lease(database, office.clock.now(), 2)
    await sending.prepare(database, taken[0], office.clock.now())
    known = {
        name: await identity.identify(database, person.user_id)
        for name, person in town.people.items()
    }
    await database.close()
    await office.restarts()
    assert len(town.arrivals()) - before == 4, "all but those two"
    held = {waiting.person_id for waiting in taken}
    return {name for name, viewer in known.items() if viewer and viewer.person_id in held}


async def test_the_week_plays_as_the_previews_promised(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, hanna, people = town.office, town.hanna, town.people

    # Monday, 8:00: HR looks at everything.
    for kind, words_of_it in PROMISED.items():
        button = {**USUAL, Kind.CHAMPION: CHAMPION}[kind]
        await hanna.says("/schedules")
        await hanna.presses(button)
        assert f"Next messages:{words_of_it}" in hanna.screen
    promised = await town.previews()
    seen = len(hanna.messages)

    # The week, with an orderly restart while Nour's prompt waits for half past four...
    await office.live(1, Weekday.TUE, "12:00")
    assert (await office.programme.states())["planned"] == 1
    await office.restarts()
    await office.live(1, Weekday.WED, "12:59")
    # ...and a breakdown in the middle of the check-in.
    held = await breaks_down_while_sending(town, monkeypatch)
    await office.live(1, Weekday.WED, "15:00")
    await people["Dina"].presses("3")
    await people["Dina"].presses("3")
    await office.live(2)

    # What came is what was promised.
    arrivals = town.arrivals()
    answered = {(Kind.REMINDER, FRIDAY): 1}  # "at most": Dina needs none
    for (kind, day), promise in promised.items():
        came = [a for a in arrivals if (a.kind, a.day) == (kind, day)]
        assert len(came) == promise.people - answered.get((kind, day), 0), (kind, day)
        waited = held if kind is Kind.CHECKIN else ()
        clocks = {a.at for a in came if a.name not in waited}
        assert min(clocks, default=None) == promise.earliest, (kind, day)
        assert max(clocks, default=None) == promise.latest, (kind, day)
    assert {(a.kind, a.day) for a in arrivals} <= promised.keys(), "nothing else came"
    by_name = {a.name: a.at for a in arrivals if (a.kind, a.day) == (Kind.PROMPT, TUESDAY)}
    at_own_times = {name: at for name, at in by_name.items() if at != time(9, 30)}
    assert at_own_times == {"Ana": time(8, 15), "Nour": time(16, 30)}
    of_the_dead = [a.at for a in arrivals if a.name in held and a.kind is Kind.CHECKIN]
    assert of_the_dead == [time(13, 1)] * 2, "as soon as the dead one's lease was over"
    nothing_out_of_place(arrivals)
    assert len(hanna.messages) == seen, "and there was nothing to warn HR of"

    # The clocks went forward in the night to Friday: the same local time comes an hour earlier.
    by_clock = {(a.day, a.at): a.instant.time() for a in arrivals if a.name == "Pola"}
    assert by_clock[TUESDAY, time(9, 30)] == time(7, 30), "UTC"
    assert by_clock[FRIDAY, time(11)] == time(8), "UTC"

    # HR's account says the same, and so does Telegram.
    await hanna.says("/deliveries")
    assert ACCOUNT in hanna.screen
    await each_account_is_as_promised(hanna, promised)
    since = office.programme.moment(1)
    calls = [c for c in office.telegram.transcript if c.at > since and c.method != "getUpdates"]
    assert {call.status for call in calls} == {200}, "who blocked the bot is not tried again"
    for person in people.values():
        sent = [c for c in calls if c.sent_a_message and c.chat_id == person.user_id]
        assert len(sent) == sum(a.name == person.name for a in arrivals)
    done = [int(n) for n in re.findall(r"people, (\d+) done", ACCOUNT)]
    in_the_summary, reminded = 1, 5
    assert len(arrivals) == sum(done) + in_the_summary + reminded


def nothing_out_of_place(arrivals: list[Arrival]) -> None:
    """Nothing came twice, outside hours, on the holiday, in a break or to a blocked chat."""
    once = {(a.name, a.kind, a.day) for a in arrivals}
    assert len(once) == len(arrivals)
    for arrival in arrivals:
        assert time(7, 30) <= arrival.at < time(17), arrival
        assert arrival.day <= FRIDAY, arrival
        assert arrival.name not in IN_CAIRO or arrival.day != HOLIDAY, arrival
    assert {a.day for a in arrivals if a.name == "Bo"} == {MONDAY, THURSDAY}
    assert "Omar" not in {a.name for a in arrivals}
    assert [a.name for a in arrivals if a.kind is Kind.LEAD_SUMMARY] == ["Leo"]


async def each_account_is_as_promised(hanna: Someone, promised: Days) -> None:
    """Open each day of the week in the account: it has the numbers and reasons of its preview."""
    await hanna.says("/deliveries")
    accounts = {}
    for label in hanna.buttons[: len(promised)]:
        await hanna.presses(label)
        heading, _, rest = hanna.screen.partition("\n")
        accounts[heading] = rest
        await hanna.presses("All deliveries")
    assert accounts.keys() == {
        f"{EN.plain(f'schedules.kind.{kind}')}, {EN.day(day)}" for kind, day in promised
    }
    for (kind, day), promise in promised.items():
        account = accounts[f"{EN.plain(f'schedules.kind.{kind}')}, {EN.day(day)}"]
        total = f"Together {promise.audience} of {promise.audience}"
        assert f"{total}: everybody is accounted for." in account
        assert re.findall(r"^• (.*)$", account, re.MULTILINE) == _parts(kind, promise), (kind, day)


def _parts(kind: Kind, promise: Forecast) -> list[str]:
    """Return what the account of a day has to say if it went as the preview promised."""
    if promise.audience < 5:
        return [f"{promise.audience}: not broken down"]
    if kind in ANSWERS_CHOOSE:
        return [f"{promise.audience}: sent to those who need it"]
    done = promise.people + sum(promise.left_out.get(reason, 0) for reason in BY_ANSWERS)
    parts = {
        "sent, on its way, or spared": done,
        "not reachable in Telegram": promise.unreachable,
    }
    for reason in set(LeftOut) - set(BY_ANSWERS):
        parts[f"left out ({EN.plain(f'left_out.{reason}')})"] = promise.left_out.get(reason, 0)
    return [f"{number}: {what}" for what, number in parts.items() if number]


async def test_who_pauses_after_the_preview_is_found_again_in_the_account(town: Town) -> None:
    office, hanna, people = town.office, town.hanna, town.people
    promise = (await town.previews())[Kind.PROMPT, TUESDAY]
    assert (promise.people, promise.unreachable, promise.left_out) == (10, 1, {LeftOut.AWAY: 1})

    await office.live(1, clock="15:00")
    await people["Carl"].presses_through(
        "/pause", "Until I come back"
    )  # before Tuesday is planned
    await office.live(1, Weekday.TUE, "12:00")
    await people["Nour"].presses_through(
        "/pause", "Until I come back"
    )  # while a prompt waits for half past four
    await office.live(1, Weekday.WED, "12:00")

    for name in ("Bo", "Carl", "Nour"):
        assert not [m for m in people[name].messages if m.date.date() == TUESDAY and _prompts(m)]
    await hanna.says("/deliveries")
    assert "• Prompt: 12 people, 8 done" in hanna.screen
    await hanna.presses(hanna.buttons[0])
    assert hanna.screen.startswith(
        "Prompt, Tuesday 23 April\n"
        "For 12 people\n"
        "\n"
        "• 8: sent, on its way, or spared\n"
        "• 1: not reachable in Telegram\n"
        "• 3: left out (on a break)\n"
        "\n"
        "Together 12 of 12: everybody is accounted for."
    )
    # And from now on the preview knows.
    await hanna.says("/schedules")
    await hanna.presses("Prompt: Tue Thu 09:30")
    assert (
        "• Thursday 25 April at 08:15–09:30: 6 people\n"
        "   left out: 2 (on a break) and 4 (public holiday)\n"
    ) in hanna.screen


def _prompts(message: ChatMessage) -> bool:
    return re.search(LOOKS_LIKE[Kind.PROMPT], words(message)) is not None
