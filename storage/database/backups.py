"""Copies of a SQLite database, their way there and back, and their end.

None outlives what an erasure promises.
"""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

STAMP = "%Y-%m-%dT%H%M%SZ"
MADE = r"(\d{4}-\d\d-\d\dT\d{6}Z)"
LOGS = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database
UNFINISHED = ".part"
MOST_TOLD = 3  # faults of a file


class DamagedError(Exception):
    """A database is damaged; the words are SQLite's, without what anybody wrote."""


def copy(file: Path, folder: Path, now: datetime) -> Path:
    """Copy the database consistently, its write-ahead log included, for its owner alone.

    The copy of `cxcoach.db` is named like `cxcoach-2026-11-30T090000Z.db`, once it is whole.
    FileExistsError if there is a copy of this very second; OSError or sqlite3.Error if it cannot
    be written, DamagedError if what was copied is damaged.
    """
    made = target(file, folder, now)
    with finished(made) as unfinished:
        with closing(sqlite3.connect(file)) as source:
            source.execute("PRAGMA busy_timeout=5000")
            with closing(sqlite3.connect(unfinished)) as copied:
                source.backup(copied)
                copied.execute("PRAGMA journal_mode=DELETE")  # one file, also where none may write
        check(unfinished)
    return made


def target(file: Path, folder: Path, now: datetime, *, replaced: bool = False) -> Path:
    """Return the name of a copy, or of what a copy has replaced."""
    infix = "-replaced" if replaced else ""
    return folder / f"{file.stem}{infix}-{now.astimezone(UTC):{STAMP}}{file.suffix}"


@contextmanager
def finished(made: Path) -> Iterator[Path]:
    """Give an empty file beside, for its owner alone; it gets its name when all went well."""
    if made.exists():
        raise FileExistsError(made)
    unfinished = made.with_name(f"{made.name}{UNFINISHED}")
    unfinished.touch(mode=0o600, exist_ok=False)
    try:
        yield unfinished
        with unfinished.open("rb") as handle:
            os.fsync(handle.fileno())
        unfinished.rename(made)
    finally:
        remove(unfinished)


def check(file: Path) -> None:
    """Read the whole database; DamagedError if it is not sound, or is none at all."""
    with closing(sqlite3.connect(file)) as database:
        if found := faults(database):
            raise DamagedError("; ".join(found))


def faults(database: sqlite3.Connection) -> list[str]:
    """Return the first faults of a database: damaged pages, and rows that refer to none."""
    try:
        told = database.execute(f"PRAGMA quick_check({MOST_TOLD})").fetchall()
        lost = database.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) in (
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        ):
            return [str(error)]
        raise
    found = [" ".join(str(words).split()) for (words,) in told if words != "ok"]
    return found + ([f"{len(lost)} rows refer to rows that are missing"] if lost else [])


def fetch(copied: Path, file: Path) -> Path:
    """Copy a copy, with the log that may lie beside it, to where the database is; return it."""
    fetched = fetched_from(file)
    remove(fetched)
    for ending in ("", *LOGS):
        part = Path(f"{copied}{ending}")
        if ending != "-shm" and part.exists():
            fresh = Path(f"{fetched}{ending}")
            fresh.touch(mode=0o600)
            shutil.copyfile(part, fresh)
    return fetched


def fetched_from(file: Path) -> Path:
    """Return where a copy is prepared that takes the place of the database."""
    return file.with_name(f"{file.name}-restoring")


def put_in_place(fetched: Path, file: Path, now: datetime) -> Path | None:
    """Let a database take the place of another; return where that one is now, None without one.

    All that SQLite kept beside it goes with it: an old log would undo or damage the new file.
    """
    replaced = target(file, file.parent, now, replaced=True)
    there = [ending for ending in ("", *LOGS) if Path(f"{file}{ending}").exists()]
    for ending in there:  # the database first: it must not be opened without its log
        moved = Path(f"{file}{ending}").rename(f"{replaced}{ending}")
        moved.chmod(0o600)
    fetched.rename(file)
    return replaced if there else None


def remove(file: Path) -> None:
    """Delete a database with all that SQLite keeps beside it."""
    for ending in ("", *LOGS):
        Path(f"{file}{ending}").unlink(missing_ok=True)


def drop_older(file: Path, folder: Path, before: datetime) -> list[Path]:
    """Delete the copies of the database that were made before; return which."""
    dropped = []
    for path in sorted(folder.iterdir()):
        made = made_at(path, file)
        if made is not None and made < before:
            path.unlink(missing_ok=True)
            dropped.append(path)
    return dropped


def is_of(path: Path, file: Path) -> bool:
    """Tell whether a file is the database, one of its logs, or a copy of it."""
    own = {f"{file.name}{ending}" for ending in ("", *LOGS)}
    return path.name in own or made_at(path, file) is not None


def made_at(path: Path, file: Path) -> datetime | None:
    """Return when a copy was made, by its name; None for what is no copy of ours.

    What was replaced by a copy, or was not finished, counts as one.
    """
    stem, suffix = re.escape(file.stem), re.escape(file.suffix)
    beside = "|".join(map(re.escape, (*LOGS, UNFINISHED)))
    found = re.fullmatch(rf"{stem}-(?:replaced-)?{MADE}{suffix}(?:{beside})*", path.name)
    try:
        return datetime.strptime(found[1], STAMP).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
