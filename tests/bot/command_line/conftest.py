"""The installed command, run as a person runs it: in a folder, in front of a local Telegram.

Each time in a process of its own; most are forked with everything imported (see `tests.forked`),
and every command is started anew once at least.
"""

import asyncio
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

from bot.clock import SystemClock
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.server import Server, serve
from coaching.programme.setup import SetUp, set_up
from storage.database import Database
from tests import forked
from tests.forked import BARE_ENVIRONMENT

TOKEN = "987654321:AAsecret-part_of_the_TOKEN_0123456789"
SECRET = TOKEN.partition(":")[2]
COMMAND = Path(sys.executable).with_name("cxcoach")
AINO = 7
STRANGERS = count(880_001)  # each is answered once in a while only
LONGEST = 90  # seconds until a command that hangs fails its test


@dataclass(frozen=True)
class Outcome:
    """What a command left on the screen."""

    code: int | None
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line of a command that could not do its work."""
        assert self.code == 1, self
        assert "Traceback" not in self.out + self.err
        (line,) = self.err.splitlines()
        return line


@dataclass
class Running:
    """A command that is under way."""

    process: asyncio.subprocess.Process | forked.Process

    async def prints(self, words: str) -> str:
        """Read on until the words are there."""
        assert self.process.stdout is not None
        seen = b""
        async with asyncio.timeout(LONGEST):
            while words.encode() not in seen:
                more = await self.process.stdout.read(4096)
                assert more, f"it ended after {seen!r} {await self._rest_of_stderr()!r}"
                seen += more
        return seen.decode()

    def gets(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    async def outcome(self, typed: str = "") -> Outcome:
        async with asyncio.timeout(LONGEST):
            out, err = await self.process.communicate(typed.encode())
        for stream in (out.decode(), err.decode()):
            assert SECRET not in stream
            assert quote(TOKEN, safe="") not in stream
        return Outcome(self.process.returncode, out.decode(), err.decode())

    async def _rest_of_stderr(self) -> bytes:
        assert self.process.stderr is not None
        return await self.process.stderr.read()


@dataclass
class Installation:
    """A folder with nothing in it, and the variables that the command sees."""

    folder: Path
    migrated_file: Path
    forker: forked.Forker | None
    variables: dict[str, str] = field(default_factory=dict)
    main: tuple[str, str] = ("bot.cli", "main")

    @property
    def database(self) -> Path:
        return self.folder / "cxcoach.db"

    @property
    def env_file(self) -> Path:
        return self.folder / ".env"

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())

    @property
    def anew(self) -> "Installation":
        """The same, with processes that import everything themselves, as those of a shell do."""
        return replace(self, forker=None)

    @asynccontextmanager
    async def started(self, *arguments: str, **variables: str) -> AsyncIterator[Running]:
        environment = _bare_environment(self.folder) | self.variables | variables
        process = await self._start(arguments, environment)
        try:
            yield Running(process)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()

    async def runs(self, *arguments: str, typed: str = "", **variables: str) -> Outcome:
        async with self.started(*arguments, **variables) as running:
            return await running.outcome(typed)

    async def _start(
        self, arguments: tuple[str, ...], environment: dict[str, str]
    ) -> asyncio.subprocess.Process | forked.Process:
        if self.forker is not None:
            return await self.forker.start(
                forked.Order(*self.main, arguments, str(self.folder), environment)
            )
        return await asyncio.create_subprocess_exec(
            COMMAND,
            *arguments,
            cwd=self.folder,
            env=environment,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )

    async def set_up(self, timezone: str = "Europe/Helsinki", url: str | None = None) -> None:
        """Do what `cxcoach init` does, without its questions; the URL's database is migrated."""
        if url is None:
            shutil.copy(self.migrated_file, self.database)
            self.database.chmod(0o600)
        database = Database(url or f"sqlite:///{self.database}")
        wanted = SetUp("City of Kaarna", timezone, ("en", "fi"), True, "Director")
        await set_up(database, wanted, SystemClock().now())
        await database.close()
        lines = [f"CXCOACH_TELEGRAM_TOKEN={TOKEN}", f"CXCOACH_TIMEZONE={timezone}"]
        lines += [f"CXCOACH_DATABASE_URL={url}"] if url else []
        self.env_file.write_text("\n".join(lines) + "\n")
        self.env_file.chmod(0o600)


async def says(telegram: LocalTelegram, text: str) -> str:
    """Let somebody new say something and wait for the answer."""
    who = next(STRANGERS)
    telegram.add_user(who, "Eve")
    telegram.press_start(who)
    telegram.say(who, text)
    async with asyncio.timeout(60):
        while not telegram.from_bot(who):
            await telegram.changed(who, telegram.version(who))
    answer = telegram.last_message(who)
    assert answer is not None
    return answer.text


def _bare_environment(home: Path) -> dict[str, str]:
    # A wide screen, so that no sentence is broken.
    return BARE_ENVIRONMENT | {"HOME": str(home), "COLUMNS": "400", "TZ": "UTC"}


@pytest.fixture
def telegram() -> LocalTelegram:
    telegram = LocalTelegram(SystemClock(), TOKEN, "kaarna_bot")
    telegram.add_user(AINO, "Aino")
    return telegram


@pytest.fixture
async def server(telegram: LocalTelegram) -> AsyncIterator[Server]:
    async with serve(telegram) as server:
        yield server


@pytest.fixture
def installation(
    tmp_path: Path, migrated_file: Path, server: Server, forker: forked.Forker
) -> Installation:
    folder = tmp_path / "installation"
    folder.mkdir()
    address = {"CXCOACH_TELEGRAM_BASE_URL": server.base_url}
    return Installation(folder, migrated_file, forker, address)


@pytest.fixture
async def live(installation: Installation) -> Installation:
    """Give an installation in which everything is as it must be."""
    await installation.set_up()
    return installation
