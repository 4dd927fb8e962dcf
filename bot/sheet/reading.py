"""Reading the spreadsheet that came back."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from bot.sheet.layout import (
    BOUNDS,
    HEAD,
    HELP,
    KEY,
    LARGEST,
    LISTED,
    NUMBERS,
    OLDER,
    PROMPTS,
    ROWS,
    SETTINGS,
    TEXTS,
    UNPACKED,
)
from coaching.content import KNOWN
from coaching.content.faults import Fault, FaultCode, Place
from coaching.content.prompt import ASKED, CARD, OWN, TEXT, WHY
from coaching.content.written import Written
from coaching.practice.difference import Older

_KEY = re.compile(rf"({OWN}[\w-]+)/({TEXT}|{CARD}|{WHY}|questions\.[1-9]|choices\.[a-z_]+)")
_COMMA = re.compile(r"[,;\n]")  # whatever people put between the entries of a list
# What the readers of archives, of XML and of spreadsheets raise where a file is damaged.
_NOT_OURS = (
    zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError,
    IndexError, ParseError, OSError, RuntimeError, EOFError, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet says: the prompts, the release it was made from, and the marks left in it."""

    written: Written
    based_on: int | None = None
    older: Older = field(default_factory=dict)


def read_sheet(content: bytes) -> Read:
    """Read a sheet that came back; whatever is not ours, too big or a formula is a fault."""
    if len(content) > LARGEST:
        return Read(_only(FaultCode.TOO_BIG, **BOUNDS))
    try:
        return _read(content)
    except _NOT_OURS:
        return Read(_only(FaultCode.NO_SHEET))


def _read(content: bytes) -> Read:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(each.file_size for each in packed.infolist()) > UNPACKED:
            return Read(_only(FaultCode.TOO_BIG, **BOUNDS))
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    faults: list[Fault] = []
    tables = {name: list(_table(book[name], name, faults)) for name in (TEXTS, PROMPTS)}
    based_on = int(str(book[HELP].cell(1, 2).value))
    if any(len(rows) > ROWS for rows in tables.values()):
        return Read(_only(FaultCode.TOO_BIG, **BOUNDS))
    texts, older, places = _texts(tables[TEXTS], faults)
    prompts: list[dict[str, Any]] = []
    begun = set[str]()
    for row, cells in tables[PROMPTS]:
        name = cells.get("id", "")
        if name in begun:
            faults.append(_fault(FaultCode.REPEATED, Place(row, PROMPTS), entry=name, name=name))
            continue
        begun.add(name)
        if name in texts or not name.startswith(OWN):
            places[len(prompts), "", ""] = Place(row, PROMPTS)
            prompts.append(_settings(cells) | {"texts": texts.get(name, {})})
    homeless = sorted(texts.keys() - begun)
    faults += [_fault(FaultCode.NO_ROW, places[name, "", ""], entry=name) for name in homeless]
    return Read(Written(prompts, _find(prompts, places), tuple(faults)), based_on, older)


def _only(code: FaultCode, **data: object) -> Written:
    return Written((), faults=(Fault(code, code.value, data=data),))


def _fault(code: FaultCode, place: Place, entry: str = "", **data: object) -> Fault:
    return Fault(code, code.value, entry, data=data, place=place)


def _table(
    sheet: Worksheet, name: str, faults: list[Fault]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows below the head as texts by the names of the first row."""
    rows = sheet.iter_rows(max_row=ROWS + HEAD + 1, max_col=30)
    names = [str(cell.value or "") for cell in next(rows)]
    if not {KEY, "id"} & set(names):
        raise KeyError(name)
    for number, row in enumerate(rows, 2):
        if number <= HEAD:
            continue
        if any(getattr(cell, "data_type", None) == "f" for cell in row):
            faults.append(_fault(FaultCode.FORMULA, Place(number, name)))
        cells = {n: _said(c.value) for n, c in zip(names, row, strict=False) if n}
        if any(cells.values()):
            yield number, cells


def _said(value: object) -> str:
    """Return what a cell says; spreadsheets make fractions of whole numbers."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def _texts(
    rows: Sequence[tuple[int, dict[str, str]]], faults: list[Fault]
) -> tuple[dict[str, dict[str, Any]], Older, dict[tuple[Any, str, str], Place]]:
    """Return the texts by prompt and language, the marks, and where each part stands."""
    texts: dict[str, dict[str, Any]] = {}
    older: dict[str, list[str]] = {}
    places: dict[tuple[Any, str, str], Place] = {}
    for row, cells in sorted(rows, key=lambda each: _turn(each[1])):
        key, place = cells.get(KEY, ""), Place(row, TEXTS)
        said = {language: cells[language] for language in KNOWN if cells.get(language)}
        if not said:
            continue
        if not key:
            faults.append(Fault(FaultCode.MISSING, "no key", part=KEY, place=place))
            continue
        found = _KEY.fullmatch(key)
        if found is None:
            faults.append(_fault(FaultCode.KEY, place, given=key))
            continue
        name, part = found.groups()
        places.setdefault((name, "", ""), place)
        if (name, part, "") in places:
            faults.append(_fault(FaultCode.REPEATED, place, entry=name, name=key))
        places[name, part, ""] = place
        if marked := [e.strip() for e in _COMMA.split(cells.get(OLDER, "")) if e.strip()]:
            older[key] = marked
        for language, text in said.items():
            _put(texts.setdefault(name, {}).setdefault(language, {}), part, text)
    for by_language in texts.values():
        _leave_gaps(by_language)
    return texts, older, places


def _turn(cells: Mapping[str, str]) -> int:
    """Return the number of a question, however the rows were sorted; 0 for other texts."""
    number = cells.get(KEY, "").rpartition(ASKED)[2]
    return int(number) if number.isascii() and number.isdecimal() else 0


def _leave_gaps(by_language: Mapping[str, dict[str, Any]]) -> None:
    """Let a question that one language lacks be empty in it, so that it is told where it lacks."""
    most = max(len(texts.get("questions", ())) for texts in by_language.values())
    for texts in by_language.values():
        asked = texts.get("questions", [])
        if most:
            texts["questions"] = [*asked, *[""] * (most - len(asked))]


def _put(texts: dict[str, Any], part: str, text: str) -> None:
    name, _, which = part.partition(".")
    if name == "questions":
        asked = texts.setdefault(name, [])
        asked += [""] * (int(which) - len(asked))
        asked[int(which) - 1] = text
    elif name == "choices":
        texts.setdefault(name, {})[which] = text
    else:
        texts[name] = text


def _settings(cells: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings of a prompt as a file would have them."""
    settings: dict[str, Any] = {}
    for name in SETTINGS:
        value = cells.get(name, "")
        if name in LISTED:
            settings[name] = [_number(name, e.strip()) for e in _COMMA.split(value) if e.strip()]
        elif value:
            settings[name] = _number(name, value)
    return settings


def _number(name: str, value: str) -> object:
    return int(value) if name in NUMBERS and value.isascii() and value.isdecimal() else value


def _find(prompts: Sequence[Mapping[str, Any]], places: Mapping[Any, Place]) -> Any:  # noqa: ANN401
    def find(index: int, part: str | None, _language: str | None) -> Place:
        name, head = prompts[index].get("id"), (part or "").partition(".")[0]
        first = next(
            (p for (n, q, _), p in places.items() if n == name and q.startswith(head)), None
        )
        if head in (TEXT, CARD, WHY, "questions", "choices"):
            return places.get((name, part or "", "")) or first or places[name, "", ""]
        return places[index, "", ""]

    return find
