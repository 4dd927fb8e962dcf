"""Writing own prompts into a spreadsheet for whoever keeps them."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.i18n import Translator
from bot.sheet.helping import help_lines
from bot.sheet.layout import (
    HEAD,
    HELP,
    KEY,
    MOST,
    NOTE,
    OLDER,
    PART,
    PROMPTS,
    RELEASE,
    ROWS,
    SETTINGS,
    TEXTS,
)
from coaching.content import KNOWN, Prompt
from coaching.content.authoring import LIMITS
from coaching.content.prompt import ASKED, CARD, CHOICES, FOLLOWED_UP, OWN, TEXT, WHY
from coaching.practice.desk import Desk
from coaching.practice.difference import in_a_cell, texts_of
from coaching.rules.formats import QUESTIONS, WRITTEN, PromptFormat

WIDTHS = {KEY: 28, PART: 16, NOTE: 30, MOST: 8, OLDER: 12, "evidence": 50, "source": 40}
COUNTED = ("level", "seconds")
AS_TEXT = "@"  # or else a spreadsheet makes a date or a fraction of what is typed
_USUAL: Mapping[str, Any] = {
    "dimension": "D1", "level": 1, "roles": "desk, field, lead, backoffice", "seconds": 60,
}  # fmt: skip


def sheet_of(desk: Desk, t: Translator) -> bytes:
    """Return the own prompts as a workbook, with an empty form for each format below them."""
    book = Workbook()
    book.remove(book.worksheets[0])
    columns = [KEY, PART, *desk.languages, NOTE, MOST, OLDER]
    texts = _sheet(book, TEXTS, columns, [_title(each, t) for each in columns])
    prompts = _sheet(
        book, PROMPTS, SETTINGS, [t.plain(f"desk.column.{each}") for each in SETTINGS]
    )
    for prompt in desk.prompts:
        prompts.append([_cell(getattr(prompt, each)) for each in SETTINGS])
        for row in _rows_of(prompt, desk, t):
            texts.append(row)
    for form in WRITTEN:
        name = _free_id(form, desk)
        usual = {**_USUAL, "id": name, "format": form.value}
        if form in FOLLOWED_UP:
            usual["follow_ups"] = "2, 7"
        prompts.append([_cell(usual.get(each)) for each in SETTINGS])
        for part in _parts_of(form):
            texts.append(_row(f"{name}/{part}", part, {}, (), desk, t))
    _typed_as_text(texts, [n for n, each in enumerate(columns, 1) if each in KNOWN])
    _typed_as_text(prompts, [n for n, each in enumerate(SETTINGS, 1) if each not in COUNTED])
    _help(book.create_sheet(HELP), desk, t)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(book: Workbook, name: str, names: Sequence[str], titles: Sequence[str]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    sheet.append(list(names))
    sheet.append(list(titles))
    sheet.row_dimensions[1].hidden = True
    sheet.freeze_panes = "B3"
    for number, column in enumerate(names, 1):
        sheet.cell(HEAD, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(
            column, 60 if name == TEXTS and column in KNOWN else 18
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
    """Say how the sheet is filled in; its first row says what it was made from."""
    sheet.append([RELEASE, desk.number])
    for name, said in help_lines(desk, t):
        sheet.append([name or None, said])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 110
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, horizontal="left", vertical="top")
    _typed_as_text(sheet, [])


def _typed_as_text(sheet: Worksheet, columns: Sequence[int]) -> None:
    """Let every text be one, also one like a formula, and keep what is typed as it is typed."""
    for number in columns:
        sheet.column_dimensions[get_column_letter(number)].number_format = AS_TEXT
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
            if cell.column in columns:
                cell.number_format = AS_TEXT
