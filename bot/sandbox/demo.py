"""The demo: a time-lapse with a progress bar, its outcome as a table, then the chat page."""

import asyncio
import json
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot.logs import set_up_logs
from bot.sandbox.town.cast import PEOPLE
from bot.sandbox.town.timelapse import BEGIN, TOKEN, Director, play
from coaching.people.identity import identify
from coaching.points.summary import team_points
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import Kind
from storage import delivery_report
from storage.database import Database
from storage.deliveries import DeliveryState

SPARED = {
    LeftOut.CAP: "kept back by the limits",
    LeftOut.SILENT: "left alone after weeks of silence",
}
LAST_MOMENT = timedelta(hours=4)  # on the Monday after the last week, when its post is out


@dataclass(slots=True)
class Outcome:
    """What the time-lapse led to; points are those of the running quarter, as leads see them."""

    people: int
    teams: int
    weeks: int
    messages_sent: int
    answers: int
    deliveries_expected: int
    deliveries: dict[str, int]
    follow_ups: int
    news: int
    points: dict[str, int]
    duration_s: float = 0.0


def demo(
    *, headless: bool, weeks: int, seed: int, report: Path | None, database: str | None
) -> None:
    """Run the time-lapse; unless headless, serve the chat page until Ctrl-C."""
    set_up_logs("warning", TOKEN)
    with _database_url(database) as url:
        asyncio.run(_demo(url, headless=headless, weeks=weeks, seed=seed, report=report))


@contextmanager
def _database_url(given: str | None) -> Iterator[str]:
    if given is not None:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="cxcoach-demo-") as folder:
        yield f"sqlite:///{Path(folder) / 'demo.db'}"


async def _demo(url: str, *, headless: bool, weeks: int, seed: int, report: Path | None) -> None:
    console = Console()
    started = time.monotonic()
    async with play(url, seed) as (director, server):
        await _live(director, weeks, console)
        outcome = await _outcome(director, weeks)
        outcome.duration_s = round(time.monotonic() - started, 1)
        console.print(_table(outcome))
        if report is not None:
            _write(report, outcome)
        if not headless:
            await _receive_visitors(director, server.page_url, console)


def _write(report: Path, outcome: Outcome) -> None:
    report.write_text(json.dumps(asdict(outcome), indent=2) + "\n", encoding="utf-8")


async def _live(director: Director, weeks: int, console: Console) -> None:
    columns = (
        TextColumn("{task.description:>16}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as progress:
        joining = progress.add_task("people join", total=PEOPLE)
        living = progress.add_task("weeks go by", total=weeks)
        await director.everybody_joins(lambda n: progress.update(joining, completed=n))
        for week in range(1, weeks + 1):
            await director.live_until(BEGIN + timedelta(weeks=week) + LAST_MOMENT)
            progress.update(living, completed=week)


async def _outcome(director: Director, weeks: int) -> Outcome:
    database, now = director.coach.services.database, director.clock.now()
    points: dict[str, int] = {}
    for member in director.members.values():
        viewer = await identify(database, member.user_id)
        if viewer is not None and member.character.leads:
            for team in viewer.standing.leads:
                seen = await team_points(database, viewer, team, now)
                points[seen.team_name] = seen.total
    states, apart = await _accounts(database, director.organisation_id)
    return Outcome(
        people=len(director.members),
        teams=len(points),
        weeks=weeks,
        messages_sent=sum(1 for call in director.telegram.transcript if call.sent_a_message),
        answers=sum(member.answers for member in director.members.values()),
        deliveries_expected=director.expected,
        deliveries=states,
        follow_ups=apart[Kind.FOLLOW_UP],
        news=apart[Kind.MOMENT],
        points=points,
    )


async def _accounts(
    database: Database, organisation_id: int
) -> tuple[dict[str, int], Counter[str]]:
    """Return what became of what was expected, and how much of other kinds was sent.

    What was spared somebody, by the limits or for weeks of silence, was expected too. Whom a
    prompt comes back to, what a team has news of, and what HR is told depends on what people do:
    counted apart.
    """
    states: Counter[str] = Counter({state.value: 0 for state in DeliveryState})
    apart = Counter[str]()
    async with database.read() as session:
        for each in await delivery_report.accounts(session, organisation_id, BEGIN.date()):
            if each.schedule.kind in (Kind.FOLLOW_UP, Kind.MOMENT, Kind.ALERT):
                apart[each.schedule.kind] += each.states.get(DeliveryState.SENT, 0)
                continue
            states.update({DeliveryState(state).value: n for state, n in each.states.items()})
            for reason, words in SPARED.items():
                states[words] += each.left_out.get(reason, 0)
    return dict(states), apart


def _table(outcome: Outcome) -> Table:
    table = Table(title="What happened", show_header=False)
    accounted = sum(outcome.deliveries.values())
    states = ", ".join(f"{n} {state}" for state, n in outcome.deliveries.items() if n)
    table.add_row("People, teams, weeks", f"{outcome.people}, {outcome.teams}, {outcome.weeks}")
    table.add_row("Messages that the bot sent", str(outcome.messages_sent))
    table.add_row("Answers from people", str(outcome.answers))
    table.add_row("Deliveries expected", str(outcome.deliveries_expected))
    table.add_row("Deliveries accounted for", f"{accounted}: {states}")
    table.add_row("Prompts brought back later", str(outcome.follow_ups))
    table.add_row("News of teams: levels, results", str(outcome.news))
    for team, points in outcome.points.items():
        table.add_row(f"Points this quarter: {team}", str(points))
    table.add_row("Duration", f"{outcome.duration_s} s")
    return table


async def _receive_visitors(director: Director, page_url: str, console: Console) -> None:
    """Keep the page open until Ctrl-C; from now on the clock also runs by itself."""
    director.clock.run()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    console.print(f"\nOpen [bold]{page_url}[/] in a browser: choose a seat and chat.")
    console.print("Ctrl-C ends the demo; nothing is kept.")
    await stop.wait()
    console.print("\nGood-bye.")
