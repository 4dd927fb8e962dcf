"""The list of whom an erasure concerned: beside the database, so that no copy brings them back.

Each line is an instant and a keyed hash. The key is in the database: the list alone says nothing.
"""

import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

LINE = re.compile(r"(\S+) ([0-9a-f]{64})")


def note(file: Path, marks: Iterable[str], now: datetime) -> None:
    """Add hashes to the list; they are on the disk when this returns. OSError if they are not."""
    lines = "".join(f"{now.astimezone(UTC).isoformat()} {mark}\n" for mark in marks)
    with os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "rb+") as handle:
        size = handle.seek(0, os.SEEK_END)
        if size:
            handle.seek(size - 1)
            lines = lines if handle.read() == b"\n" else f"\n{lines}"  # the last one was cut off
        handle.write(lines.encode())
        handle.flush()
        os.fsync(handle.fileno())


def noted(file: Path) -> frozenset[str]:
    """Return the hashes in the list; OSError if it cannot be read, none if there is no list."""
    return frozenset(mark for _, mark in _lines(file))


def drop_older(file: Path, before: datetime) -> None:
    """Forget what was noted before; a list in which nothing is left goes."""
    lines = _lines(file)
    kept = [(at, mark) for at, mark in lines if at >= before]
    if len(kept) == len(lines):
        return
    if not kept:
        file.unlink()
        return
    fresh = file.with_name(f"{file.name}.part")
    fresh.unlink(missing_ok=True)
    for at, mark in kept:
        note(fresh, [mark], at)
    fresh.replace(file)


def _lines(file: Path) -> list[tuple[datetime, str]]:
    try:
        text = file.read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return []
    found = (LINE.fullmatch(line) for line in text.splitlines())
    return [
        (datetime.fromisoformat(each[1]), each[2]) for each in found if each and _dated(each[1])
    ]


def _dated(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
