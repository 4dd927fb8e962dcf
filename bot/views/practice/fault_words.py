"""What is wrong with own prompts, in plain words: where, what, and how to mend it."""

from bot.i18n import Translator
from bot.sheet.layout import KEY, SETTINGS
from coaching.content import KNOWN
from coaching.content.faults import Fault
from coaching.rules.scripts import BLANK

PARTS = ("text", "card", "questions", "choices", "why")
MOST_OF_A_NAME = 60  # of what somebody wrote into a cell, so that a line stays one


def fault_in_words(fault: Fault, t: Translator) -> str:
    """Return one line: the place, the prompt and part, the fault and its mending."""
    about = [
        _place(fault, t),
        _short(fault.entry),
        _part(fault, t) if fault.part else "",
        language_in_words(fault.language) if fault.language else "",
    ]
    data = {name: _shown(name, value, t) for name, value in fault.data.items()}
    said = t.plain(f"fault.{fault.code}", **{"blank": BLANK, **data})
    where = ", ".join(each for each in about if each)
    return f"{where}: {said}" if where else said


def part_in_words(part: str, t: Translator) -> str:
    """Return the name of a part as it stands in the sheet."""
    name, _, which = part.partition(".")
    if name in (KEY, *SETTINGS):
        return t.plain(f"desk.column.{name}")
    return f"{t.plain(f'desk.part.{name}')} {which}".rstrip() if name in PARTS else part


def language_in_words(language: str) -> str:
    """Return what a language calls itself."""
    return KNOWN[language].name if language in KNOWN else language


def _part(fault: Fault, t: Translator) -> str:
    """Return the name of a part: a setting in a file is called what it is called there."""
    part = fault.part or ""
    return part if fault.place.sheet is None and part in SETTINGS else part_in_words(part, t)


def _shown(name: str, value: object, t: Translator) -> object:
    """Return a figure of a fault as it is said; a list of what is possible is said whole."""
    match name, value:
        case "language", str():
            return language_in_words(value)
        case "field", str():
            return part_in_words(value, t)
        case (("known" | "reason"), _):
            return value
        case _, str():
            return _short(value)
        case _:
            return value


def _short(text: str) -> str:
    return text if len(text) <= MOST_OF_A_NAME else f"{text[:MOST_OF_A_NAME]} […]"


def _place(fault: Fault, t: Translator) -> str:
    row, sheet = fault.place.row, fault.place.sheet
    if row is None:
        return ""
    return (
        t.plain("fault.at_row", sheet=sheet, row=row)
        if sheet
        else t.plain("fault.at_line", row=row)
    )
