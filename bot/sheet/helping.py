"""What the sheet Help says: how the others are filled in, and what is possible where."""

from collections.abc import Iterator

from bot.i18n import Translator
from bot.sheet.layout import SETTINGS
from coaching.content import KNOWN, load_instrument
from coaching.content.words import forms_of_customer
from coaching.practice.desk import Desk
from coaching.rules.choosing import RoleProfile
from coaching.rules.formats import WRITTEN, PromptFormat
from coaching.rules.instrument import Dimension


def help_lines(desk: Desk, t: Translator) -> Iterator[tuple[str, str]]:
    """Yield what is said, each with the column or value that it is about."""
    yield from (("", line) for line in t.plain("desk.help").split("\n"))
    for setting in SETTINGS:
        yield t.plain(f"desk.column.{setting}"), _possible(setting, desk, t)
        if setting == "format":
            yield from ((form, _format(form, t)) for form in WRITTEN)
    yield "", t.plain("desk.customer_words")
    for language in desk.languages:
        forms = (f"{{{form}}}" for form in forms_of_customer(language))
        yield KNOWN[language].name, ", ".join(forms)


def _possible(setting: str, desk: Desk, t: Translator) -> str:
    match setting:
        case "dimension":
            items = ((each, load_instrument().item(each)) for each in Dimension)
            return "; ".join(f"{each} = {item.texts[t.language].title}" for each, item in items)
        case "format":
            return ", ".join(WRITTEN)
        case "roles":
            named = ((each, t.plain(f"focus.profile.{each}")) for each in RoleProfile)
            return "; ".join(f"{each} = {name}" for each, name in named)
        case "tags":
            return f"{t.plain('desk.setting.tags')} {', '.join(desk.tags)}"
        case _:
            return t.plain(f"desk.setting.{setting}")


def _format(form: PromptFormat, t: Translator) -> str:
    return f"{t.plain(f'prompt.format.{form}')}: {t.plain(f'desk.format.{form}')}"
