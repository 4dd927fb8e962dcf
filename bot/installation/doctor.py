"""`cxcoach doctor`: is everything as it must be, and if not, what is to be done?"""

import shlex
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from rich.table import Table

from bot.client.proxies import proxy_for, without_password
from bot.clock import SystemClock
from bot.installation import contents
from bot.installation.bot_account import own_username, server_time, webhook_host
from bot.installation.readiness import (
    check_current,
    check_file_exists,
    check_ours,
    check_set_up,
    database_file,
    database_name,
    opened,
)
from bot.settings import ENV_FILE, PREFIX, Settings, read_settings
from bot.trouble import Trouble
from coaching.deliveries.trusted_time import known
from coaching.practice import desk
from storage.database import Database, backups
from storage.database.backups import DamagedError, is_of
from storage.database.exclusive import is_another_file, is_taken
from storage.migrations import SchemaState, schema_state
from storage.programme import the_organisation

CLOCK_TOLERANCE = timedelta(seconds=30)
NEEDED_BYTES = 500 * 1000**2
OTHERS = 0o077  # the permissions of group and world


class Result(Enum):
    """How a check went."""

    OK = "ok"
    PROBLEM = "PROBLEM"
    SKIPPED = "not checked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table: what was checked, how it went, and what to do."""

    check: str
    result: Result
    words: str


def as_table(findings: list[Finding]) -> Table:
    """Return the findings as they are printed."""
    table = Table("Check", "Result", "In words", box=None, pad_edge=False)
    for finding in findings:
        table.add_row(finding.check, finding.result.value, finding.words)
    return table


async def examine() -> list[Finding]:
    """Make every check that can be made; a failed one does not stop the others."""
    try:
        settings, wrong = read_settings()
    except Trouble as trouble:
        return [_problem("settings", str(trouble)), _zone_data(), _private(Path(ENV_FILE))]
    return [
        *_settings(wrong),
        _network(settings),
        await _token(settings),
        await _updates(settings),
        clock(SystemClock().now(), await server_time(settings)),
        _zone_data(),
        _zone(settings),
        *[finding async for finding in _database(settings)],
        _disk(settings),
        _private(Path(ENV_FILE)),
        *_private_database(settings),
    ]


def clock(here: datetime, there: datetime | None) -> Finding:
    """Compare this computer's clock with the Bot API server's."""
    if there is None:
        return Finding("clock", Result.SKIPPED, "The Bot API server did not tell the time.")
    apart = abs(here - there)
    if apart > CLOCK_TOLERANCE:
        return _problem(
            "clock",
            f"This computer's clock is {apart.total_seconds():.0f} s off the server's."
            " Switch time synchronisation (NTP) on.",
        )
    return _ok("clock", "It agrees with the Bot API server's.")


def disk_space(folder: Path) -> Finding:
    """Tell whether the database has room to grow."""
    free = shutil.disk_usage(folder).free
    words = f"{free / 1000**3:.1f} GB free in {folder}."
    if free < NEEDED_BYTES:
        return _problem("disk", f"{words} Make room: less than 0.5 GB is too little.")
    return _ok("disk", words)


def _settings(wrong: list[str]) -> list[Finding]:
    if wrong:
        mend = f"Correct it in {ENV_FILE} or the environment."
        return [_problem("settings", f"{words}. {mend}") for words in wrong]
    return [_ok("settings", "They can be read.")]


def _network(settings: Settings) -> Finding:
    """Say on which way the Bot API is reached."""
    host = urlsplit(settings.telegram_base_url).netloc
    try:
        proxy = proxy_for(settings.telegram_base_url)
    except Trouble as trouble:
        return _problem("network", str(trouble))
    way = f"through the proxy {without_password(proxy)}" if proxy else "without a proxy"
    return _ok("network", f"The Bot API is {host}, {way}.")


async def _updates(settings: Settings) -> Finding:
    """Tell whether what people do comes to this installation."""
    try:
        host = await webhook_host(settings)
    except Trouble:
        return Finding("updates", Result.SKIPPED, "First mend what is above.")
    if host is not None:
        return _problem(
            "updates",
            f"Another tool lets them go to {host} (a webhook). `cxcoach run` takes them back;"
            " see that the other tool does not set it again.",
        )
    return _ok("updates", "They come to whoever asks for them; no webhook is set.")


async def _token(settings: Settings) -> Finding:
    try:
        return _ok("token", f"Accepted; this is @{await own_username(settings)}.")
    except Trouble as trouble:
        return _problem("token", str(trouble))


def _zone_data() -> Finding:
    try:
        ZoneInfo("Europe/Helsinki")
    except LookupError:
        return _problem("time zone data", "They are missing. Run `pip install tzdata`.")
    return _ok("time zone data", "They are there.")


def _zone(settings: Settings) -> Finding:
    if settings.timezone is None:
        return _problem(
            "time zone", f"Set {PREFIX}TIMEZONE in {ENV_FILE}, for example Europe/Helsinki."
        )
    return _ok("time zone", f"{settings.timezone} is known.")


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    """Look at the database step by step; behind the first problem there is nothing to see."""
    left = [
        *("database", "soundness", "at work", "migrations"),
        *("programme", "programme's zone", "trusted time", "own prompts"),
    ]

    def ok(words: str) -> Finding:
        return _ok(left.pop(0), words)

    try:
        _check_in_place(settings)
        check_file_exists(settings)
        async with opened(settings) as database:
            state = await schema_state(database)
            check_ours(state, settings)
            yield ok(f"{database_name(settings)} can be used.")
            yield ok(_soundness(database_file(settings)))
            works = "A cxcoach works" if await is_taken(database) else "No cxcoach works"
            yield ok(f"{works} on this database now.")
            async for finding in _programme(database, state, settings, ok):
                yield finding
    except Trouble as trouble:
        yield _problem(left.pop(0), str(trouble))
    for check in left:
        yield Finding(check, Result.SKIPPED, "First mend what is above.")


def _check_in_place(settings: Settings) -> None:
    """Trouble if the file was deleted or replaced while a bot works on it."""
    file = database_file(settings)
    if file is not None and is_another_file(file):
        raise Trouble(
            f"A cxcoach works on a database file that is gone; {file} is not the same any more."
            " What it writes is lost when it ends.",
            "Stop it, and run `cxcoach restore` with the last copy.",
        )


def _soundness(file: Path | None) -> str:
    """Return how a database is that was read wholly; Trouble if it is damaged."""
    if file is None:
        return "The server sees to it."
    try:
        backups.check(file)
    except DamagedError as error:
        raise Trouble(
            f"The database is damaged ({error}).",
            "Stop the bot and run `cxcoach restore` with the last copy.",
        ) from None
    return "Every page was read, and every row refers to one that is there."


async def _programme(
    database: Database, state: SchemaState, settings: Settings, ok: Callable[[str], Finding]
) -> AsyncIterator[Finding]:
    check_current(state)
    yield ok("None is due.")
    await check_set_up(database, state)
    async with database.read() as session:
        organisation = await the_organisation(session)
    if organisation is None:
        return
    yield ok(f"Set up for {organisation.name}.")
    if organisation.timezone != settings.timezone:
        raise Trouble(
            f"The programme goes by {organisation.timezone},"
            f" {PREFIX}TIMEZONE says {settings.timezone or 'nothing'}.",
            f"Correct {PREFIX}TIMEZONE, or start `cxcoach run` to move the programme to it.",
        )
    yield ok("The same as in the settings.")
    yield ok(await _trusted_time(database))
    yield ok(await _own_prompts(database, organisation.id))


async def _trusted_time(database: Database) -> str:
    """Say when the clock was last right; Trouble while the bot is in doubt about it."""
    found = await known(database)
    if found is not None and found.in_doubt:
        raise Trouble(
            "The bot plans, sends, closes and deletes nothing, for the clock is in doubt: it was"
            f" last right at {found.at:%Y-%m-%d %H:%M} UTC.",
            "Set it right (NTP); then everything goes on by itself. If it is right, run"
            " `cxcoach trust-clock`.",
        )
    return "The clock is not in doubt."


async def _own_prompts(database: Database, organisation_id: int) -> str:
    """Say how many own prompts there are; Trouble if some do not serve everybody."""
    own = await desk.own_prompts(database, organisation_id)
    if own.unserved:
        raise Trouble(
            f"Not everybody gets some of them ({contents.in_words(own.unserved)[0]})",
            "Mend them by /content in the chat, or with `cxcoach content add`.",
        )
    return f"{len(own.prompts)} beside the common ones."


def _disk(settings: Settings) -> Finding:
    file = database_file(settings)
    folder = file.absolute().parent if file else None
    if folder is None or not folder.is_dir():
        return Finding("disk", Result.SKIPPED, "There is no folder of the database to look at.")
    return disk_space(folder)


def _private(file: Path) -> Finding:
    check = f"{file} private"
    if not file.exists():
        return _ok(check, "There is no such file; the environment alone counts.")
    if file.stat().st_mode & OTHERS:
        return _problem(check, f"Others can read or change it. Run `chmod 600 {file}`.")
    return _ok(check, "Only you can read it.")


def _private_database(settings: Settings) -> list[Finding]:
    """Look at the database with all that lies beside it: logs, copies, the list of erasures."""
    file, check = database_file(settings), "database private"
    if file is None or not file.absolute().parent.is_dir():
        return []
    erased = settings.database().erased
    beside = [each for each in file.absolute().parent.iterdir() if is_of(each, file)]
    public = sorted(
        each.name
        for each in [*beside, *([erased] if erased is not None and erased.exists() else [])]
        if each.stat().st_mode & OTHERS
    )
    if public:
        names = " ".join(shlex.quote(name) for name in public)
        return [_problem(check, f"Others can read or change it. Run `chmod 600 {names}`.")]
    return [_ok(check, "Only you can read it and its copies.")]


def _ok(check: str, words: str) -> Finding:
    return Finding(check, Result.OK, words)


def _problem(check: str, words: str) -> Finding:
    return Finding(check, Result.PROBLEM, words)
