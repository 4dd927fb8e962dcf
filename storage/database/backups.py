"""Copies of a SQLite database beside it, and their end: none outlives what an erasure promises."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

STAMP = "%Y-%m-%dT%H%M%SZ"


def copy(file: Path, folder: Path, now: datetime) -> Path:
    """Copy the database consistently, its write-ahead log included, for its owner alone.

    The copy of `cxcoach.db` is named like `cxcoach-2026-11-30T090000Z.db`.
    FileExistsError if there is a copy of this very second.
    """
    target = folder / f"{file.stem}-{now.astimezone(UTC):{STAMP}}{file.suffix}"
    target.touch(mode=0o600, exist_ok=False)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copied:
        source.backup(copied)
    return target


def drop_older(file: Path, folder: Path, before: datetime) -> list[Path]:
    """Delete the copies of the database that were made before; return which."""
    dropped = []
    for path in sorted(folder.glob(f"{file.stem}-*{file.suffix}")):
        made = _made_at(path, file)
        if made is not None and made < before:
            path.unlink(missing_ok=True)
            dropped.append(path)
    return dropped


def _made_at(path: Path, file: Path) -> datetime | None:
    """Return when a copy was made, by its name; None for what is no copy of ours."""
    pattern = rf"{re.escape(file.stem)}-(\d{{4}}-\d\d-\d\dT\d{{6}}Z){re.escape(file.suffix)}"
    found = re.fullmatch(pattern, path.name)
    try:
        return datetime.strptime(found[1], STAMP).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
