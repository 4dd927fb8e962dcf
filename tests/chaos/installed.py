"""Troubles of an installation, tried on the installed command: a server gone, and the way back."""

import asyncio
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
from sqlalchemy import func
from sqlmodel import col, select

from bot import app
from bot.cli import main
from bot.clock import Clock, SystemClock
from bot.installation import running
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import serve
from coaching.own_data.erasure import erase
from coaching.people import identity
from coaching.people.identity import Viewer
from coaching.rules.calendar import Weekday
from coaching.schedules import planning
from storage.database import Database
from storage.migrations import upgrade
from storage.points import PointsEntry
from tests import postgresql
from tests.bot.command_line.conftest import TOKEN, Installation
from tests.chaos.runs import Outcome, Size
from tests.forked import forking
from tests.organisation import FIRST_MORNING, Programme, founded
from tests.proxy import proxy

LONGEST = 180  # seconds until everything has arrived
BROADCAST_AT = datetime(2026, 1, 27, 7, 30, tzinfo=UTC)  # a Tuesday, 9:30 in Helsinki


@dataclass(frozen=True)
class Stage:
    """A folder with an installation in it, before a local Telegram."""

    folder: Path
    telegram: LocalTelegram
    installation: Installation


@asynccontextmanager
async def staged(clock: Clock) -> AsyncIterator[Stage]:
    """Give an installation that is not set up yet, before a Telegram of that time."""
    with tempfile.TemporaryDirectory(prefix="chaos-") as name, forking() as forker:
        telegram = LocalTelegram(clock, TOKEN, "kaarna_bot")
        async with serve(telegram) as server:
            address = {"CXCOACH_TELEGRAM_BASE_URL": server.base_url}
            installation = Installation(Path(name), Path(name) / "none", forker, address)
            yield Stage(Path(name), telegram, installation)


def configure(installation: Installation, url: str | None = None) -> None:
    """Write the settings, as `cxcoach init` does."""
    lines = [f"CXCOACH_TELEGRAM_TOKEN={TOKEN}", "CXCOACH_TIMEZONE=Europe/Helsinki"]
    lines += [f"CXCOACH_DATABASE_URL={url}"] if url else []
    installation.env_file.write_text("\n".join(lines) + "\n")
    installation.env_file.chmod(0o600)


def on_that_morning() -> None:
    """Be `cxcoach` on the morning of the broadcast."""
    clock = WindableClock(BROADCAST_AT, running=True)
    for module in (app, running):
        module.SystemClock = lambda: clock  # type: ignore[attr-defined]
    main()


async def settled(
    database: Database, people: int, began: datetime
) -> tuple[Programme, list[Viewer]]:
    """Set a programme up, with people in teams of ten."""
    programme = await founded(database, now=began)
    found = []
    for first in range(0, people, 10):
        team = await programme.team(f"Team {first}")
        found += await programme.join(team, *(f"P{first + seat}" for seat in range(10)))
    return programme, found


async def a_broadcast(url: str, telegram: LocalTelegram, people: int) -> list[Viewer]:
    """Let a prompt for everybody be due on that morning."""
    database = Database(url)
    try:
        programme, everybody = await settled(database, people, FIRST_MORNING)
        for who in everybody:
            telegram.add_user(who.telegram_id, who.first_name)
            telegram.press_start(who.telegram_id)
        programme.now = BROADCAST_AT
        await planning.plan_due(database, programme.now)
        return everybody
    finally:
        await database.close()


def arrived(telegram: LocalTelegram, people: Sequence[Viewer]) -> Counter[int]:
    """Count what came into each of these people's chats."""
    everybody = {who.telegram_id for who in people}
    return Counter(
        call.chat_id
        for call in telegram.transcript
        if call.method == "sendMessage" and call.status == 200 and call.chat_id in everybody
    )


async def states(url: str) -> Counter[str]:
    """Count the deliveries of a PostgreSQL database by their state."""
    connection = await asyncpg.connect(url)
    try:
        query = "SELECT state, count(*) FROM delivery GROUP BY state"
        return Counter(dict(await connection.fetch(query)))
    finally:
        await connection.close()


async def until(is_so: Callable[[], bool], longest: float = LONGEST) -> bool:
    """Look again and again, for it happens in another process; tell whether it came true."""
    end = time.monotonic() + longest
    while not is_so():
        if time.monotonic() > end:
            return False
        await asyncio.sleep(0.05)
    return True


async def server_gone(size: Size, seed: int) -> Outcome:
    """Send to everybody, and take the PostgreSQL server away in the middle for a while."""
    outcome, begun = Outcome("server gone", size.people), time.monotonic()
    programs = postgresql.binaries()
    if programs is None:
        outcome.broken["there is a server to try it with"] = ["no PostgreSQL binaries"]
        return outcome
    lot, here = random.Random(seed), Counter[int]()
    with postgresql.running(programs) as server:
        url = server.url("postgres")
        database = Database(url)
        await upgrade(database)
        await database.close()
        clock = WindableClock(BROADCAST_AT, running=True)
        async with staged(clock) as stage, proxy(server.folder) as way:
            people = await a_broadcast(url, stage.telegram, size.people)
            configure(stage.installation, way.url("postgres"))
            place = replace(stage.installation, main=(__name__, on_that_morning.__name__))
            async with place.started("run") as started:
                await started.prints("event=started")
                first = lot.randrange(size.people // 4, size.people // 2)
                await until(lambda: sum(arrived(stage.telegram, people).values()) >= first)
                way.go_away()
                await asyncio.sleep(size.gone)
                before = sum(arrived(stage.telegram, people).values())
                way.pass_on()
                await until(lambda: len(arrived(stage.telegram, people)) == len(people))
                started.gets(signal.SIGTERM)
                ended = await started.outcome()
            here = arrived(stage.telegram, people)
            outcome.states = await states(url)
    outcome.states.pop("missed", None)  # from before the broadcast
    outcome.calls = len(stage.telegram.transcript)
    outcome.doubled = here.total() - len(here)
    outcome.seconds = time.monotonic() - begun
    outcome.broken = {
        "everybody is owed what is due, once": [
            f"{who.telegram_id}: arrived {here[who.telegram_id]} times"
            for who in people
            if here[who.telegram_id] != 1
        ],
        "every delivery is accounted for": (
            [f"{outcome.states}"] if outcome.states["sent"] != len(people) else []
        ),
        "the trouble was there, and the bot lived on": (
            [f"{before} of {len(people)} before, exit code {ended.code}"]
            if before >= len(people) or ended.code
            else []
        ),
    }
    return outcome


async def restored(size: Size, seed: int) -> Outcome:
    """Copy, live a week, erase some, kill, restore the copy, and live the week again."""
    outcome, begun = Outcome("restore", size.people), time.monotonic()
    lot = random.Random(seed)
    async with staged(SystemClock()) as stage:
        place = stage.installation
        place.database.touch(mode=0o600)
        database = Database(f"sqlite:///{place.database}")
        await upgrade(database)
        programme, people = await settled(
            database, size.people, SystemClock().now() - timedelta(weeks=2)
        )
        await goes_by(programme, people, 0)
        configure(place)
        await place.runs("backup")
        (copy,) = place.folder.glob("cxcoach-2*.db")
        before = await points(database)
        await goes_by(programme, people, 1)
        erased = lot.sample(people, len(people) // 10)
        for who in erased:
            await erase(database, who, programme.now)
        await database.close()
        async with place.started("run") as started:
            await started.prints("event=started")
            outcome.kills += 1  # when it is left
        said = await place.runs("restore", str(copy))
        programme.database = database = Database(f"sqlite:///{place.database}")
        there = {who.telegram_id for who in people if await knows(database, who)}
        wanted = {who.telegram_id for who in people} - {who.telegram_id for who in erased}
        same = await points(database) == before
        programme.is_now(1)
        await goes_by(programme, [who for who in people if who not in erased], 1)
        outcome.ledger = len(await points(database))
        outcome.states = Counter(await programme.states())
        await database.close()
        account, doctor = await place.runs("deliveries"), await place.runs("doctor")
    sound = [line for line in doctor.out.splitlines() if line.startswith("soundness")]
    outcome.seconds = time.monotonic() - begun
    outcome.broken = {
        "whoever was erased stays erased, and nobody else": (
            [f"{there ^ wanted}"] if there != wanted or said.code else []
        ),
        "the ledger is exact": [] if same else ["it is not the ledger of the copy"],
        "every delivery is accounted for": [] if account.code == 0 else [account.out],
        "the trouble was there, and the bot lived on": (
            [] if sound and "  ok  " in sound[0] else [doctor.out]
        ),
    }
    return outcome


async def goes_by(programme: Programme, people: Sequence[Viewer], week: int) -> None:
    """Live a week: everybody is asked, answers and practises, and the week is closed."""
    for day, clock in ((Weekday.TUE, "09:30"), (Weekday.WED, "13:00")):
        programme.is_now(week, day, clock)
        await programme.deliver()
    await programme.checks_in(*people)
    await programme.practises(*people)
    programme.is_now(week + 1, Weekday.MON, "09:00")
    await programme.deliver()


async def points(database: Database) -> list[tuple[int, int]]:
    """Return each week's points of all teams together."""
    async with database.read() as session:
        week = col(PointsEntry.week)
        query = select(week, func.sum(PointsEntry.points)).group_by(week)
        return sorted((await session.exec(query)).all())


async def knows(database: Database, who: Viewer) -> bool:
    """Tell whether somebody is in the database."""
    return await identity.identify(database, who.telegram_id) is not None


INSTALLED = {"server gone": server_gone, "restore": restored}
