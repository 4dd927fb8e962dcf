"""Own prompts as a spreadsheet: written for whoever keeps them, and read when it comes back."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from bot.i18n import Translator
from coaching.content import KNOWN, Prompt
from coaching.content.authoring import LIMITS, VALUES
from coaching.content.faults import Fault, FaultCode, Place
from coaching.content.schema import ASKED, CARD, CHOICES, FOLLOWED_UP, OWN, TEXT, WHY
from coaching.content.written import Written
from coaching.practice.desk import Desk, Older, in_a_cell, texts_of
from coaching.rules.formats import QUESTIONS, PromptFormat

TEXTS, PROMPTS, HELP = "Texts", "Prompts", "Help"
SETTINGS = (
    "id", "dimension", "format", "level", "roles", "seconds", "tags", "evidence", "source",
    "follow_ups",
)  # fmt: skip
LISTED = ("roles", "tags", "follow_ups")
NUMBERS = ("level", "seconds", "follow_ups")
KEY, PART, NOTE, MOST, OLDER = "key", "part", "note", "most", "older"
RELEASE = "release"
HEAD = 2  # rows: the names that are read, hidden, and the titles
LARGEST = 1 << 20  # bytes of the file
UNPACKED = 10 << 20  # bytes of what is in it
ROWS = 5000
BOUNDS: Mapping[str, object] = {"mb": LARGEST >> 20, "rows": ROWS}
WIDTHS = {KEY: 28, PART: 16, NOTE: 30, MOST: 8, OLDER: 12, "evidence": 50, "source": 40}
_KEY = re.compile(rf"({OWN}[\w-]+)/({TEXT}|{CARD}|{WHY}|questions\.[1-9]|choices\.[a-z_]+)")
_USUAL: Mapping[str, Any] = {
    "dimension": "D1", "level": 1, "roles": "desk, field, lead, backoffice", "seconds": 60,
}  # fmt: skip
_NOT_OURS = (
    zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError,
    IndexError, ParseError, OSError, NotImplementedError, EOFError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet says: the prompts, the release it was made from, and the marks left in it."""

    written: Written
    based_on: int = 0
    older: Older = field(default_factory=dict)


def sheet_of(desk: Desk, t: Translator) -> bytes:
    """Return the own prompts as a workbook, with an empty form for each format below them."""
    book = Workbook()
    book.remove(book.worksheets[0])
    columns = [KEY, PART, *desk.languages, NOTE, MOST, OLDER]
    texts = _sheet(book, TEXTS, columns, [_title(each, t) for each in columns])
    prompts = _sheet(book, PROMPTS, SETTINGS, SETTINGS)
    for prompt in desk.prompts:
        prompts.append([_cell(getattr(prompt, each)) for each in SETTINGS])
        for row in _rows_of(prompt, desk, t):
            texts.append(row)
    for form in PromptFormat:
        name = _free_id(form, desk)
        usual = {**_USUAL, "id": name, "format": form.value}
        if form in FOLLOWED_UP:
            usual["follow_ups"] = "2, 7"
        prompts.append([_cell(usual.get(each)) for each in SETTINGS])
        for part in _parts_of(form):
            texts.append(_row(f"{name}/{part}", part, {}, (), desk, t))
    _help(book.create_sheet(HELP), desk, t)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_sheet(content: bytes) -> Read:
    """Read a sheet that came back; whatever is not ours, too big or a formula is a fault."""
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
        found = _KEY.fullmatch(key)
        if found is None:
            faults.append(_fault(FaultCode.KEY, place, given=key or "–"))
            continue
        name, part = found.groups()
        places.setdefault((name, "", ""), place)
        if (name, part, "") in places:
            faults.append(_fault(FaultCode.REPEATED, place, entry=name, name=key))
        places[name, part, ""] = place
        if marked := [e.strip() for e in cells.get(OLDER, "").split(",") if e.strip()]:
            older[key] = marked
        for language, text in said.items():
            _put(texts.setdefault(name, {}).setdefault(language, {}), part, text)
    return texts, older, places


def _turn(cells: Mapping[str, str]) -> int:
    """Return the number of a question, however the rows were sorted; 0 for other texts."""
    number = cells.get(KEY, "").rpartition(ASKED)[2]
    return int(number) if number.isascii() and number.isdecimal() else 0


def _put(texts: dict[str, Any], part: str, text: str) -> None:
    name, _, which = part.partition(".")
    if name == "questions":
        texts.setdefault(name, []).append(text)
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
            settings[name] = [_number(name, e.strip()) for e in value.split(",") if e.strip()]
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


def _sheet(book: Workbook, name: str, names: Sequence[str], titles: Sequence[str]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    sheet.append(list(names))
    sheet.append(list(titles))
    sheet.row_dimensions[1].hidden = True
    sheet.freeze_panes = "B3"
    for number, column in enumerate(names, 1):
        sheet.cell(HEAD, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(
            column, 60 if column in KNOWN else 14
        )
    return sheet


def _title(column: str, t: Translator) -> str:
    return KNOWN[column].name if column in KNOWN else t.plain(f"desk.column.{column}")


def _cell(value: object) -> object:
    return value if isinstance(value, int) else in_a_cell(value) or None


def _rows_of(prompt: Prompt, desk: Desk, t: Translator) -> Iterator[list[object]]:
    """Yield the texts of a prompt in the order of the talk."""
    texts = texts_of(prompt)
    for part in dict.fromkeys(part for _, part in texts):
        said = {language: text for (language, of), text in texts.items() if of == part}
        key = f"{prompt.id}/{part}"
        yield _row(key, part, said, desk.older.get(key, ()), desk, t)


def _row(
    key: str, part: str, said: Mapping[str, str], older: Sequence[str], desk: Desk, t: Translator
) -> list[object]:
    name, dot, which = part.partition(".")
    label = f"{t.plain(f'desk.part.{name}')} {which}".rstrip()
    texts = [said.get(language) for language in desk.languages]
    note = t.plain(f"desk.note.{name}")
    return [key, label, *texts, note, LIMITS[name + dot], ", ".join(older) or None]


def _parts_of(form: PromptFormat) -> list[str]:
    cards = [CARD] if form is PromptFormat.RECALL else []
    questions = [f"{ASKED}{n}" for n in range(1, QUESTIONS[form] + 1)]
    choices = [f"{CHOICES}{each}" for each in ("first", "second", "other")]
    return [TEXT, *cards, *questions, *(choices if form is PromptFormat.ASK else []), WHY]


def _free_id(form: PromptFormat, desk: Desk) -> str:
    prefix = f"{OWN}d1-{form}-"
    taken = {prompt.id for prompt in desk.prompts}
    return next(f"{prefix}{n}" for n in range(1, ROWS) if f"{prefix}{n}" not in taken)


def _help(sheet: Worksheet, desk: Desk, t: Translator) -> None:
    """Say how the sheet is filled in, what is possible where, and which tags there are."""
    sheet.append([RELEASE, desk.number])
    for line in t.plain("desk.help").split("\n"):
        sheet.append([None, line])
    for name, values in VALUES.items():
        sheet.append([name, ", ".join(str(each) for each in values)])
    sheet.append(["tags", ", ".join(desk.tags)])
    sheet.column_dimensions["B"].width = 110
    for row in sheet.iter_rows(min_col=2, max_col=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, horizontal="left")
