"""Processes that start at once: forked from one that has imported everything.

A fork is a process of its own: what it prints, its signals, locks and exit code are real. Only the
imports, more than a second for each process, are done once.
"""

import asyncio
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMPORTED = (
    "alembic.command",
    "alembic.config",
    "asyncpg",
    "bot.app",
    "bot.cli",
    "bot.installation.backing_up",
    "bot.installation.contents",
    "bot.installation.deliveries",
    "bot.installation.doctor",
    "bot.installation.migrating",
    "bot.installation.restoring",
    "bot.installation.running",
    "bot.installation.setup",
    "sqlalchemy.dialects.postgresql.asyncpg",
    "storage.database.advisory",
)
LONGEST = 1 << 16  # bytes of an order
# What an interpreter heeds only when it begins; warnings are shown, so that none goes unseen.
BARE_ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONWARNINGS": "always::ResourceWarning"}


@dataclass(frozen=True)
class Order:
    """What a new process is to do: call `function` of `module` as a program of its own."""

    module: str
    function: str
    arguments: tuple[str, ...]
    folder: str
    environment: Mapping[str, str]


class Process:
    """A forked process, with as much of asyncio's own `Process` as tests need."""

    def __init__(
        self, pid: int, report: asyncio.StreamReader, stdin: asyncio.WriteTransport
    ) -> None:
        self.pid = pid
        self.stdin = stdin
        self.stdout: asyncio.StreamReader | None = None
        self.stderr: asyncio.StreamReader | None = None
        self.returncode: int | None = None
        self._ending = asyncio.create_task(self._end(report))

    async def wait(self) -> int:
        """Return its exit code, negative for a signal, when it has ended."""
        return await asyncio.shield(self._ending)

    async def communicate(self, typed: bytes = b"") -> tuple[bytes, bytes]:
        """Type, end the input, and return what it still prints until it ends."""
        self.stdin.write(typed)
        self.stdin.close()
        out, err, _ = await asyncio.gather(_all(self.stdout), _all(self.stderr), self.wait())
        return out, err

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal, unless it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it without any warning."""
        self.send_signal(signal.SIGKILL)

    async def _end(self, report: asyncio.StreamReader) -> int:
        self.returncode = int(await report.read())
        self.stdin.close()
        return self.returncode


class Forker:
    """The process that has imported everything, as its parent sees it."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control

    async def start(self, order: Order, log: int | None = None) -> Process:
        """Start a process; it prints into pipes, or into the file that is named by its number."""
        its_stdin, stdin = os.pipe()
        report, its_report = os.pipe()
        outputs = [os.pipe() for _ in range(2)] if log is None else []
        its_outputs = [write for _, write in outputs] if log is None else [log, log]
        numbers = [its_stdin, *its_outputs, its_report]
        socket.send_fds(self._control, [_packed(order)], numbers)
        for number in set(numbers) - {log}:
            os.close(number)
        reader = await _reading(report)
        pid = int(await reader.readline())
        writer, _ = await asyncio.get_running_loop().connect_write_pipe(
            asyncio.Protocol, os.fdopen(stdin, "wb", 0)
        )
        process = Process(pid, reader, writer)
        if outputs:
            process.stdout, process.stderr = [await _reading(read) for read, _ in outputs]
        return process


@contextmanager
def forking() -> Iterator[Forker]:
    """Start the process that imports everything; it ends with us."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with (
        ours,
        subprocess.Popen(
            [sys.executable, "-c", "from tests.forked import main; main()", str(its.fileno())],
            cwd=ROOT,
            env=BARE_ENVIRONMENT,
            pass_fds=[its.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        ),
    ):
        its.close()
        yield Forker(ours)
        ours.close()


async def _reading(number: int) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(number, "rb", 0)
    )
    return reader


async def _all(reader: asyncio.StreamReader | None) -> bytes:
    return b"" if reader is None else await reader.read()


def _packed(order: Order) -> bytes:
    packed = json.dumps(asdict(order)).encode()
    assert len(packed) < LONGEST
    return packed


def _obey(control: socket.socket) -> Order | None:
    """Fork for each order, and return in the new process; None when there will be no more."""
    while True:
        packed, numbers, _, _ = socket.recv_fds(control, LONGEST, 4)
        if not packed:
            return None
        if os.fork() == 0:
            control.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            *streams, report = numbers
            _fork_and_report(streams, report)
            return _become(Order(**json.loads(packed)), streams)
        for number in set(numbers):
            os.close(number)


def _fork_and_report(streams: list[int], report: int) -> None:
    """Return in a fork only: this process waits for it, and reports its id and its exit code."""
    pid = os.fork()
    if pid:
        for number in streams:
            os.close(number)
        os.write(report, f"{pid}\n".encode())
        _, status = os.waitpid(pid, 0)
        os.write(report, str(os.waitstatus_to_exitcode(status)).encode())
        os._exit(0)
    os.close(report)


def _become(order: Order, streams: list[int]) -> Order:
    """Take over the streams, the folder and the environment."""
    os.setsid()
    for target, number in enumerate(streams):
        os.dup2(number, target)
        os.close(number)
    os.chdir(order.folder)
    os.environ.clear()
    os.environ.update(order.environment)
    time.tzset()
    sys.argv = ["cxcoach", *order.arguments]
    return order


def main() -> None:
    """Import everything; then fork for whoever asks, and in the fork do what was asked for."""
    for module in IMPORTED:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who report
    with socket.socket(fileno=int(sys.argv[1])) as control:
        order = _obey(control)
    if order is not None:
        getattr(importlib.import_module(order.module), order.function)()
