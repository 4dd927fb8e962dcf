"""Whatever HR sees of deliveries stays the same, letter by letter, whoever answers."""

import asyncio
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import product
from pathlib import Path

import pytest
from rich.console import Console

from bot.i18n import Translator
from bot.installation.deliveries import as_table, in_a_word
from bot.views.deliveries import contents
from bot.views.deliveries import report as views
from bot.views.schedules import preview
from coaching.checkin.week import Response
from coaching.deliveries import report
from coaching.deliveries.contents import Alert
from coaching.deliveries.report import PageOfLines
from coaching.deliveries.sending import MAX_ATTEMPTS, failed, lease, prepare, sent
from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import crisis, editor, saving
from coaching.schedules.planning import plan_due
from storage.database import Database
from storage.people import Person
from tests.organisation import Begun, Programme, a_copy_of, founded

EN = Translator("en")
TEAMS = (("Desk", 6), ("Phone", 5), ("Counter", 2), ("Archive", 1))
LAST_WEEK = 4  # whoever was silent until then has been asked about it and is left alone
MONDAY, WEDNESDAY, FRIDAY = Weekday.MON, Weekday.WED, Weekday.FRI
CLOCKS = ("09:31", "12:30", "13:01", "16:31", "17:50")
LOOKS = {(WEDNESDAY, "13:01"), (WEDNESDAY, "17:50"), (FRIDAY, "12:30"), (FRIDAY, "17:50")}
OFTEN = 0.1  # of all moments


@dataclass(frozen=True)
class Trouble:
    """What goes wrong in the last week, with everybody or with nobody in particular."""

    telegram_away: Sequence[Weekday] = ()
    down: Sequence[Weekday] = ()
    crisis: Weekday | None = None
    pauses_schedules: Weekday | None = None
    on_a_break: int | None = None
    blocked: int | None = None


TROUBLES = {
    "none": Trouble(),
    "telegram away": Trouble(telegram_away=(WEDNESDAY, FRIDAY)),
    "bot down": Trouble(down=(Weekday.TUE, WEDNESDAY, FRIDAY)),
    "crisis at noon": Trouble(crisis=WEDNESDAY),
    "paused at noon": Trouble(pauses_schedules=WEDNESDAY),
    "break and block": Trouble(on_a_break=0, blocked=6),
}


@pytest.fixture(scope="module")
def begun(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    path = tmp_path_factory.mktemp("answering") / "begun.db"
    shutil.copy(migrated_file, path)
    return asyncio.run(_begin(path))


async def _begin(path: Path) -> Begun:
    """Give four teams with schedules of their own, and people with times of their own."""
    database = Database(f"sqlite:///{path}")
    programme = await founded(database)
    people: list[Viewer] = []
    args = (database, programme.hanna)
    for name, size in TEAMS:
        team = await programme.team(name)
        people += await programme.join(team, *(f"{name} {n}" for n in range(size)))
        for kind, day in ((Kind.REMINDER, FRIDAY), (Kind.CHECKIN, WEDNESDAY)):
            await editor.draft_new(*args, kind, programme.now)
            for each in (day, Weekday.TUE):  # a new draft is for Tuesday
                await editor.toggle_day(*args, each, programme.now)
            await editor.set_audience(*args, None, team, programme.now)
            await saving.save(*args, programme.now)
    async with database.connect(write=True) as connection:
        await connection.exec_driver_sql("UPDATE schedule SET own_slot = 1")
    async with database.write() as session:
        for n, viewer in enumerate(people):
            person = await session.get_one(Person, viewer.person_id)
            person.slot = time(16, 30) if n % 3 == 0 else None
    await database.close()
    return Begun(path, programme, people)


async def answers(programme: Programme, who: Viewer, lot: random.Random) -> None:
    """Let somebody do one of the things by which the bot hears of them."""
    await preferences.heard(programme.database, await programme.again(who), programme.now)
    match lot.randrange(5):
        case 0:
            await programme.checks_in(who)
        case 1:
            await programme.checks_in(who, response=Response.SKIPPED)
        case 2:
            await programme.checks_in(who, response=Response.NO_ENCOUNTERS)
        case 3:
            await programme.practises(who)
        case _:
            text = "".join(lot.choices("abcdefghij klmnop", k=40))
            await programme.shares(who, text, named=False)


async def sends(programme: Programme, *, telegram_away: bool) -> list[str]:
    """Plan what is due and send it; return what HR is told of it."""
    await plan_due(programme.database, programme.now)
    told = []
    while taken := await lease(programme.database, programme.now, 100):
        for waiting in taken:
            parcel = await prepare(programme.database, waiting, programme.now)
            if parcel is not None and isinstance(parcel.content, Alert):
                told.append(contents.alert(parcel.content, EN).text)
            if parcel is not None and telegram_away:
                last = replace(parcel, attempts=MAX_ATTEMPTS)
                await failed(programme.database, last, programme.now)
            elif parcel is not None:
                await sent(programme.database, [parcel.delivery_id], programme.now)
    return told


async def seen_by_hr(programme: Programme) -> list[str]:
    """Return the account page by page and line by line, its export, and every preview."""
    args = (programme.database, programme.hanna)
    page = await report.page_of_lines(*args, programme.now, 0)
    seen = [views.overview(page, EN).text]
    for line in page.here:
        one = await report.look_at(*args, line.id, programme.now)
        screen = views.one(one, EN)
        seen += [screen.text, *(button.label for row in screen.rows for button in row)]
    everything = await report.lines(*args, programme.now)
    seen.append(views.overview(PageOfLines(everything, 0, 1), EN).text)
    console = Console(width=200, record=True, quiet=True)
    console.print(as_table(everything))
    seen += [console.export_text(), in_a_word(everything)]
    for shown in await editor.overview(*args):
        assert shown.draft.schedule_id is not None
        looked = await editor.look_at(*args, shown.draft.schedule_id, programme.now)
        seen.append(preview.described(looked, EN))
    for kind in (Kind.PROMPT, Kind.CHECKIN, Kind.REMINDER, Kind.FOLLOW_UP, Kind.CHAMPION):
        looked = await editor.draft_new(*args, kind, programme.now)
        seen.append(preview.described(looked, EN))
        for each in (FRIDAY, MONDAY):
            looked = await editor.toggle_day(*args, each, programme.now)
            seen.append(preview.described(looked, EN))
    return [str(each) for each in seen]


async def happens(programme: Programme, begun: Begun, trouble: Trouble, today: Weekday) -> None:
    """Let happen at noon of a day what has nothing to do with answers."""
    args = (programme.database, programme.hanna)
    if today is trouble.crisis:
        await crisis.begin(*args, programme.now)
    if today is trouble.pauses_schedules:
        for shown in await editor.overview(*args):
            assert shown.draft.schedule_id is not None
            await saving.set_paused(*args, shown.draft.schedule_id, programme.now, paused=True)
    if today is MONDAY and trouble.on_a_break is not None:
        who = begun.people[trouble.on_a_break]
        await preferences.pause(programme.database, who, programme.now)
    if today is MONDAY and trouble.blocked is not None:
        who = begun.people[trouble.blocked]
        await preferences.set_reachable(
            programme.database, who.person_id, programme.now, reachable=False
        )


async def _with_somebody_to_try(
    programme: Programme, begun: Begun, heard: Sequence[Viewer]
) -> list[Viewer]:
    """Let one of each team be heard of early and answer nothing: what is tried can fail.

    All get their messages at the same time, so that it fails with all or with nobody.
    """
    tried = [who for who in begun.people if who.first_name.endswith(" 0")]
    async with programme.database.write() as session:
        for viewer in begun.people:
            (await session.get_one(Person, viewer.person_id)).slot = None
        for viewer in tried:
            (await session.get_one(Person, viewer.person_id)).heard_week = LAST_WEEK - 2
    return [who for who in heard if who not in tried]


async def lives(begun: Begun, trouble: Trouble, lot: random.Random, share: float) -> list[str]:
    """Live through five weeks in which so many answer; return all that HR sees of the last."""
    seen: list[str] = []
    async with a_copy_of(begun) as programme:
        heard = [who for who in begun.people if lot.random() < share]
        if trouble.telegram_away:
            heard = await _with_somebody_to_try(programme, begun, heard)
        for week, day, clock in product(range(LAST_WEEK + 1), list(Weekday)[:5], CLOCKS):
            programme.is_now(week, day, clock)
            is_last = week == LAST_WEEK
            if is_last and day in trouble.down and clock < "17":
                continue
            for who in heard:
                if lot.random() < OFTEN:
                    await answers(programme, who, lot)
            if is_last and clock == "12:30":
                await happens(programme, begun, trouble, day)
            away = is_last and day in trouble.telegram_away
            seen += await sends(programme, telegram_away=away)
            if is_last and (day, clock) in LOOKS:
                seen += await seen_by_hr(programme)
    return seen


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_hr_sees_the_same_whoever_answers(begun: Begun, trouble: str) -> None:
    nobody = await lives(begun, TROUBLES[trouble], random.Random(0), 0)
    assert any("For 6 people" in each for each in nobody)
    everybody_too = [(2, 1.0)] if trouble in ("none", "break and block") else []
    for seed, share in ((1, 0.5), *everybody_too):
        others = await lives(begun, TROUBLES[trouble], random.Random(seed), share)
        for one, other in zip(nobody, others, strict=True):
            assert one == other
