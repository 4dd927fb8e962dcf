"""Processes that are measured: each is started alone, watched, and ended by its own id."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


class Child:
    """A running process that may tell what happens, one JSON object a line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def hears(self, line: object) -> None:
        """Give the process a line on its standard input."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()

    def says(self) -> Any:  # noqa: ANN401 - whatever it says
        """Return the next line of its standard output; RuntimeError if it ended instead."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended with {self._process.wait()}")
        return json.loads(line)

    def cpu_seconds(self) -> float:
        """Return the processor time that it used so far, in all its threads."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii")
        used, by_kernel = stat.rpartition(")")[2].split()[11:13]
        return (int(used) + int(by_kernel)) / TICKS_A_SECOND

    def memory(self) -> int:
        """Return its resident memory in bytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024

    def end(self) -> None:
        """End it at once; what it keeps has to bear that, and nobody waits for a long poll."""
        self._process.kill()
        self._process.wait()


def _ordinary() -> dict[str, str]:
    """Return the environment, in which modules are compiled once as in any installation."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def child(
    *arguments: str, env: Mapping[str, str] | None = None, talks: bool = True
) -> Iterator[Child]:
    """Run Python with the arguments for as long as the block lasts."""
    pipe = subprocess.PIPE if talks else subprocess.DEVNULL
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=pipe,
        stdout=pipe,
        text=True,
        env=_ordinary() | dict(env or {}),
    )
    with process:
        running = Child(process)
        try:
            yield running
        finally:
            running.end()
