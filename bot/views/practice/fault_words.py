"""What is wrong with own prompts, in plain words: where, what, and how to mend it."""

from bot.i18n import Translator
from coaching.content import KNOWN
from coaching.content.faults import Fault
from coaching.rules.scripts import BLANK

PARTS = ("text", "card", "questions", "choices", "why")


def fault_in_words(fault: Fault, t: Translator) -> str:
    """Return one line: the place, the prompt and part, the fault and its mending."""
    about = [
        _place(fault, t),
        fault.entry,
        part_in_words(fault.part, t) if fault.part else "",
        language_in_words(fault.language) if fault.language else "",
    ]
    said = t.plain(f"fault.{fault.code}", **{"blank": BLANK, **fault.data})
    where = ", ".join(each for each in about if each)
    return f"{where}: {said}" if where else said


def part_in_words(part: str, t: Translator) -> str:
    """Return the name of a part: those of a talk in words, settings as they are written."""
    name, _, which = part.partition(".")
    return f"{t.plain(f'desk.part.{name}')} {which}".rstrip() if name in PARTS else part


def language_in_words(language: str) -> str:
    """Return what a language calls itself."""
    return KNOWN[language].name if language in KNOWN else language


def _place(fault: Fault, t: Translator) -> str:
    row, sheet = fault.place.row, fault.place.sheet
    if row is None:
        return ""
    return (
        t.plain("fault.at_row", sheet=sheet, row=row)
        if sheet
        else t.plain("fault.at_line", row=row)
    )
