"""Whatever HR opens and whatever is logged stays the same, letter by letter, whoever answers."""

import re
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from structlog.testing import capture_logs

from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone, Studio, buttons, office_at, words

TEAMS = (("Desk", 6), ("Phone", 2))
LAST_WEEK = 3  # of the block: nothing is published yet
COMMANDS = (
    *("/deliveries", "/schedules", "/people", "/invite", "/confirm", "/rewards", "/review"),
    *("/theme", "/calendar", "/mydata", "/help", "/points", "/results", "/crisis"),
)
DEPTH = 2
SECRET_OF_A_LINK = re.compile(r"start=[\w-]+")


async def _answers(person: Someone) -> None:
    """Check in and practise as far as buttons lead."""
    for command, presses in (("/checkin", 3), ("/prompt", 4)):
        await person.says(command)
        for _ in range(presses):
            there = [each.data for each in buttons(person.message) if each.data]
            if there:
                await person.presses(there[0])


async def _screens_of(hanna: Someone) -> list[str]:
    """Open everything that commands and two presses lead to, and return what stands there."""
    seen: list[str] = []

    def look() -> list[str]:
        rows = [f"{button.text} {button.url or ''}" for button in buttons(hanna.message)]
        seen.append(SECRET_OF_A_LINK.sub("start=", "\n".join([hanna.screen, *rows])))
        return [each.data for each in buttons(hanna.message) if each.data]

    async def walk(command: str, path: Sequence[str]) -> None:
        await hanna.says(command)
        for data in path:
            if data not in [each.data for each in buttons(hanna.message)]:
                return  # what was pressed before has changed it
            await hanna.presses(data)
        found = look()
        for data in found if len(path) < DEPTH else ():
            await walk(command, [*path, data])

    for command in COMMANDS:
        await walk(command, [])
    return seen


async def _lives(office: Office, answering: int) -> tuple[list[str], Counter[str]]:
    """Live a block in which so many of each team answer; return HR's screens, and the log."""
    with capture_logs() as log:
        people = []
        for name, size in TEAMS:
            team = await office.programme.team(name)
            people.append([await office.member(f"{name} {n}", team) for n in range(size)])
        for week in range(LAST_WEEK + 1):
            for day in (Weekday.WED, Weekday.FRI):
                await office.live(week, day, "14:00")
                for team_of in people:
                    for person in team_of[:answering]:
                        await _answers(person)
        await office.live(LAST_WEEK, Weekday.FRI, "17:50")
        hanna = await office.hanna()
        told = [words(message) for message in hanna.messages]
        seen = [*told, *await _screens_of(hanna)]
    return seen, Counter(repr(sorted(line.items())) for line in log)


async def test_hr_finds_the_same_everywhere_whoever_answers(
    migrated_file: Path, tmp_path: Path, studio: Studio
) -> None:
    lives = []
    for answering in (0, 3):
        path = Path(shutil.copy(migrated_file, tmp_path / f"{answering}.db"))
        async with office_at(path, studio) as office:
            lives.append(await _lives(office, answering))
    (nobody, log), (half, other_log) = lives
    assert len(nobody) > len(COMMANDS) * DEPTH
    for one, other in zip(nobody, half, strict=True):
        assert one == other
    assert log == other_log
