"""Logs: events with ids and counts; never a token, a name or what somebody wrote."""

import logging
import sys
from pathlib import Path
from traceback import walk_tb
from types import FrameType
from typing import Any

import structlog

HIDDEN = "<token>"
OURS = ("bot", "coaching", "storage")
NOISY = ("telegram", "apscheduler", "aiohttp", "uvicorn", "asyncio")


def set_up_logs(level: str, token: str | None) -> None:
    """Write events as lines of key and value; the token is struck out wherever it appears."""
    number = logging.getLevelName(level.upper())
    libraries = logging.StreamHandler(sys.stdout)
    libraries.setFormatter(_KindOnly())
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[libraries])
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.ERROR)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(number),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
            _without(token),
        ],
    )


def kind_of(error: BaseException | None) -> str:
    """Name an error without its words: its type, and what the database itself calls it."""
    cause = getattr(error, "orig", None)  # what SQLAlchemy wraps: a full disk is SQLITE_FULL
    code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    return f"{type(error).__name__}:{code}" if code else type(error).__name__


def places_of(error: BaseException | None) -> list[str]:
    """Return where the error passed through our code, and where it broke: never what it says."""
    frames = list(walk_tb(error.__traceback__ if error else None))
    ours = [each for each in frames[:-1] if _is_ours(each[0])]
    return [_place(*each) for each in (*ours[-7:], *frames[-1:])]


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).partition(".")[0] in OURS


def _place(frame: FrameType, line: int) -> str:
    file = "/".join(Path(frame.f_code.co_filename).parts[-2:])
    return f"{file}:{line}:{frame.f_code.co_name}"


class _KindOnly(logging.Formatter):
    """What libraries log may hold the token or texts: say only who spoke, and of which error."""

    def format(self, record: logging.LogRecord) -> str:
        kind = record.exc_info[0] if record.exc_info else None
        words = [record.levelname, record.name, f"line {record.lineno}"]
        return " ".join([*words, kind.__name__] if kind else words)


def _without(token: str | None) -> structlog.typing.Processor:
    # The part behind the colon is the secret, and looks the same in every way of quoting.
    secret = (token or "").rpartition(":")[2]

    def strike(_logger: Any, _name: str, line: Any) -> Any:  # noqa: ANN401 - structlog's shape
        return line.replace(secret, HIDDEN) if secret else line

    return strike
