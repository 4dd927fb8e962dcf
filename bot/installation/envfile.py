"""The `.env` file: changed in one step, kept to its owner, other lines left alone."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pydantic_settings import DotEnvSettingsSource

from bot.settings import ENV_FILE, Settings
from bot.trouble import Trouble

LINE = re.compile(r"\s*(?:export\s+)?(\w+)\s*=")


def kept(field: str) -> str | None:
    """Return what the file, not the environment, holds for a setting."""
    try:
        return DotEnvSettingsSource(Settings)().get(field)
    except (OSError, UnicodeError):
        raise _trouble() from None


@contextmanager
def changed(values: Mapping[str, str]) -> Iterator[None]:
    """Put the values into the file once all goes well inside; else the file stays as it was."""
    target = Path(ENV_FILE).resolve()
    try:
        before = target.read_text("utf-8") if target.exists() else ""
        # Temporary files are made with mode 600, and the file that replaces keeps its own.
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, prefix=".env.", delete=False
        ) as new:
            new.write(_with(before, values))
    except (OSError, UnicodeError):
        raise _trouble() from None
    try:
        yield
        Path(new.name).replace(target)
    finally:
        Path(new.name).unlink(missing_ok=True)


def _with(text: str, values: Mapping[str, str]) -> str:
    lines = [line for line in text.splitlines() if _name_in(line) not in values]
    lines += [f"{name}={value}" for name, value in values.items()]
    return "\n".join(lines) + "\n"


def _name_in(line: str) -> str | None:
    assignment = LINE.match(line)
    return assignment[1].upper() if assignment else None


def _trouble() -> Trouble:
    where = Path(ENV_FILE).absolute()
    return Trouble(
        f"The file {where} cannot be read or written.",
        "See that it is plain text in UTF-8 and that you may write to its folder.",
    )
