"""The runs: one week each, with one kind of trouble, and what became of the promises."""

import asyncio
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.chaos import verdict
from tests.chaos.play import Pace, Play, opened
from tests.chaos.rows import Answered
from tests.chaos.troubles import Faults, FullDisk, Jumps, Kills, WrongClock
from tests.chaos.week import MONDAY, THURSDAY, WEDNESDAY, WEEK, Sending, Trouble, live
from tests.forked import Forker


@dataclass(frozen=True, slots=True)
class Size:
    """How large a run is, and how fast its town lives."""

    people: int
    kills: int
    calls: int  # a life of the bot lasts at most so many calls
    sent: int  # messages after which a clock jumps or a disk is full
    gone: float  # seconds for which a server is away
    pace: Pace


DOUBTS = 5  # of the clocks that are wrong; three hours are none
ARTEFACTS = Path(__file__).parents[2] / "test-artefacts"
STEP = timedelta(seconds=15)
LONG = Size(500, 100, 100, 40, 60, Pace(0.08, STEP, timedelta(minutes=2)))
SHORT = Size(40, 4, 20, 3, 3, Pace(0.02, STEP, timedelta(minutes=5)))


@dataclass(slots=True)
class Outcome:
    """What was seen of one run."""

    name: str
    people: int
    seconds: float = 0
    kills: int = 0
    while_sending: int = 0
    faults: int = 0
    calls: int = 0
    acknowledged: int = 0
    states: Counter[str] = field(default_factory=Counter)
    doubled: int = 0
    in_flight: int = 0
    unanswered: int = 0
    ledger: int = 0
    broken: dict[str, list[str]] = field(default_factory=dict)

    @property
    def breaches(self) -> list[str]:
        """Return all that was promised and not kept."""
        return [
            f"{self.name}: {promise}: {line}"
            for promise, lines in self.broken.items()
            for line in lines
        ]


@dataclass(frozen=True, slots=True)
class Run:
    """A kind of trouble, and what it must leave behind to have been one."""

    name: str
    trouble: Callable[[Size, int], Trouble]
    happened: Callable[[Play, Size], Iterator[str]]
    late: Collection[Sending] = ()
    page_size: int = 4096


def _killed(play: Play, size: Size) -> Iterator[str]:
    if play.kills != size.kills:
        yield f"it was killed {play.kills} times instead of {size.kills}"
    if 5 * play.kills_while_sending < play.kills:
        yield f"only {play.kills_while_sending} kills came while it was sending"


def _failed(play: Play, _: Size) -> Iterator[str]:
    if not play.account.forbidden or not play.account.unanswered:
        yield "not every kind of fault struck a message"


def _jumped(play: Play, _: Size) -> Iterator[str]:
    states = {delivery.state for delivery in play.rows.deliveries()}
    if not states & {"expired", "missed"}:
        yield f"no message came too late: {states}"


def _doubted(play: Play, _: Size) -> Iterator[str]:
    wrong, right = "the clock is in doubt", "the clock is trusted again"
    for words in (wrong, right):
        if (times := play.bot.log.count(words)) < DOUBTS:
            yield f"the log says {times} times that {words}"


def _full(play: Play, _: Size) -> Iterator[str]:
    if "SQLITE_FULL" not in play.bot.log:
        yield "the log does not say that the disk was full"


RUNS = (
    Run("killed", lambda size, seed: Kills(size.kills, size.calls, seed), _killed),
    Run("faults", lambda _, seed: Faults(seed), _failed),
    Run("clock jumps", lambda size, _: Jumps(size.sent), _jumped, (WEDNESDAY, THURSDAY)),
    Run("wrong clock", lambda size, _: WrongClock(size.sent), _doubted),
    # Small pages fill soon, so that many a statement needs one more.
    Run("disk full", lambda size, _: FullDisk(size.sent), _full, page_size=512),
)


async def conduct(
    run: Run, size: Size, seed: int, limit: float, forker: Forker | None = None
) -> Outcome:
    """Live through the run within so many seconds, and judge it."""
    begun, outcome = time.monotonic(), Outcome(run.name, size.people)
    try:
        async with (
            asyncio.timeout(limit),
            opened(size.people, seed, size.pace, run.page_size, forker) as play,
        ):
            rested = False
            try:
                await _live(play, run, size, seed, outcome)
                rested = True
            finally:
                if outcome.breaches or not rested:
                    _keep(play, run, size, seed, outcome)
    except TimeoutError:
        outcome.broken["it comes to rest"] = [f"not within {limit:.0f} seconds"]
    outcome.seconds = time.monotonic() - begun
    return outcome


def _keep(play: Play, run: Run, size: Size, seed: int, outcome: Outcome) -> None:
    """Keep what is needed to see what went wrong and to play it again."""
    kept = ARTEFACTS / f"chaos-{run.name.replace(' ', '-')}-seed-{seed}-{os.getpid()}"
    shutil.copytree(play.folder, kept, dirs_exist_ok=True)
    account = play.account
    lines = [
        f"python -m tests.chaos --only '{run.name}' --seed {seed}"
        + (" --short" if size is SHORT else ""),
        *outcome.breaches,
        f"kills {play.kills}, deaths {play.deaths}, now {play.clock.now()}",
        f"in flight {dict(account.in_flight)}",
        f"unanswered {dict(account.unanswered)}",
        f"forbidden {sorted(account.forbidden)}",
        *(f"{call}" for call in play.telegram.transcript),
    ]
    (kept / "replay.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


async def _live(play: Play, run: Run, size: Size, seed: int, outcome: Outcome) -> None:
    trouble = run.trouble(size, seed)
    await live(play, WEEK, trouble)
    await play.calm_down()
    answered = play.rows.answered()
    await live(play, MONDAY, trouble)
    await play.calm_down()
    outcome.broken = {
        promise: list(lines) for promise, lines in _promises(play, run, answered).items()
    }
    outcome.broken["the trouble was there, and the bot lived on"] = [
        *run.happened(play, size),
        *await _still_well(play),
    ]
    _count(play, outcome)


def _promises(play: Play, run: Run, answered: Answered) -> dict[str, Iterator[str]]:
    deliveries = play.rows.deliveries()
    return {
        "what was acknowledged is kept": verdict.answers_kept(play),
        "everybody is owed what is due, once": verdict.everybody_is_owed(play, deliveries),
        "every delivery is accounted for": verdict.each_is_accounted_for(
            play, deliveries, run.late
        ),
        "none arrives again beyond doubt": verdict.none_is_doubled_beyond_doubt(play),
        "none arrives outside its window": verdict.each_is_in_time(play),
        "the ledger is exact": verdict.ledger_is_exact(play, answered),
    }


async def _still_well(play: Play) -> Iterator[str]:
    code = await play.bot.stop()
    found = {
        f"it ended {play.deaths} times by itself": play.deaths > 0,
        f"its exit code was {code} when it was told to stop": code != 0,
        "the database file is damaged": not play.rows.is_whole(),
    }
    return (sentence for sentence, is_so in found.items() if is_so)


def _count(play: Play, outcome: Outcome) -> None:
    account = play.account
    outcome.kills = play.kills
    outcome.while_sending = play.kills_while_sending
    outcome.calls = play.telegram.talk.version
    outcome.faults = play.telegram.faults.struck.total()
    outcome.acknowledged = sum(
        play.crowd.is_kept(question, press)
        for question, presses in account.presses.items()
        for press in presses
    )
    outcome.states = Counter(delivery.state for delivery in play.rows.deliveries())
    outcome.doubled = account.doubled.total()
    outcome.in_flight = account.in_flight.total()
    outcome.unanswered = account.unanswered.total()
    outcome.ledger = len(play.rows.ledger())
