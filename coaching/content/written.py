"""Own prompts as they were written: what can be read of a file, and where each part stands."""

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coaching.content.faults import NOWHERE, Fault, FaultCode, Place

_LINE = re.compile(r"at line (\d+)")
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_FIELD = re.compile(r"\s*([\w-]+)\s*=")
Find = Callable[[int, str | None, str | None], Place]


def nowhere(_index: int, _part: str | None, _language: str | None) -> Place:
    """Know no place."""
    return NOWHERE


@dataclass(frozen=True, slots=True)
class Written:
    """Prompts as they were written, and where each part of each stands."""

    prompts: Sequence[object]
    find: Find = nowhere
    faults: tuple[Fault, ...] = ()


def written_in_toml(toml: str) -> Written:
    """Read a file of prompts as far as its form allows."""
    try:
        table = tomllib.loads(toml.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        place = Place(int(line[1]) if line else None)
        data = {"reason": str(error)}
        return Written((), faults=(Fault(FaultCode.NOT_TOML, str(error), data=data, place=place),))
    prompts = table.get("prompts")
    faults = tuple(
        Fault(FaultCode.UNKNOWN, f"unknown: {name}", part=name, data={"known": "[[prompts]]"})
        for name in table
        if name != "prompts"
    )
    if not isinstance(prompts, list) or not prompts:
        return Written((), faults=(*faults, Fault(FaultCode.EMPTY, "there is no prompt")))
    return Written(prompts, _lines_of(toml), faults)


def _lines_of(toml: str) -> Find:
    """Return where in a file each part of each prompt stands, as near as its lines tell."""
    lines: dict[tuple[int, str, str], int] = {}
    index, item, table, field, quoted = -1, 0, "", "", False
    for number, line in enumerate(toml.splitlines(), 1):
        header = None if quoted else _HEADER.match(line)
        key = None if quoted else _FIELD.match(line)
        quoted ^= line.count('"""') % 2 == 1
        if header and header[1] == "[[" and header[2] == "prompts":
            index, table, field = index + 1, "", ""
            lines[index, "", ""] = number
        elif header:
            table, field = header[2].removeprefix("prompts."), ""
            lines.setdefault((index, table, ""), number)
        elif key:
            field, item = key[1], 0
            lines[index, table, field] = number
            if '"' in line.partition("[")[2]:
                lines[index, table, f"{field}.1"] = number
        elif field and line.lstrip().startswith('"'):
            item += 1
            lines[index, table, f"{field}.{item}"] = number

    def find(index: int, part: str | None, language: str | None) -> Place:
        table = f"texts.{language}" if language else ""
        name, _, rest = (part or "").partition(".")
        tried = [
            (table, part or ""),
            (f"{table}.{name}", rest),
            (part or "", ""),
            (table, name),
            (table, ""),
            ("", ""),
        ]
        return Place(next((lines[index, *at] for at in tried if (index, *at) in lines), None))

    return find
