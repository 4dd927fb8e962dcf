"""One's own texts on the screen."""

from collections.abc import Sequence

from bot.callbacks.own_data import OwnDataPage, OwnTextData, ShowOwnData, ShowOwnTexts
from bot.i18n import Html, Translator
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from bot.views.pages import page_of, turning
from coaching.own_data.texts import OwnText

PER_PAGE = 5
IN_LIST = 200  # characters of a text


def listed(found: Sequence[OwnText], page: int, t: Translator) -> Screen:
    """Show a page of the texts, each behind its number; a press shows one whole."""
    back = [Button(t.plain("back"), ShowOwnData(OwnDataPage.ALL))]
    if not found:
        return Screen(t("own_texts.none"), [back])
    here = page_of(list(enumerate(found, 1)), page, PER_PAGE)
    numbers = [Button(str(n), OwnTextData(text.kind, text.id, 0)) for n, text in here]
    turn = turning(found, page, ShowOwnTexts, t, PER_PAGE)
    parts = [t("own_texts.all"), *(_short(n, text, t) for n, text in here)]
    return Screen("\n\n".join(parts), [numbers, turn, back])


def one(text: OwnText, t: Translator) -> Screen:
    """Show one text whole, with what deleting it means."""
    rows = [
        [Button(t.plain("own_texts.delete"), OwnTextData(text.kind, text.id, 1))],
        [Button(t.plain("back"), ShowOwnTexts(0))],
    ]
    parts = [
        t("own_texts.one", about=_about(text, t), text=text.text),
        t(f"own_texts.then.{text.kind}"),
    ]
    return Screen("\n\n".join(parts), rows)


def _short(number: int, text: OwnText, t: Translator) -> Html:
    cut = text.text if len(text.text) <= IN_LIST else f"{text.text[:IN_LIST].rstrip()}…"
    return t("own_texts.line", number=number, about=_about(text, t), text=cut)


def _about(text: OwnText, t: Translator) -> str:
    kind = t.plain(f"own_texts.kind.{text.kind}")
    if text.dimension is not None:
        kind = f"{kind} · {title(text.dimension, t)}"
    return f"{kind} · {t.full_date(text.day)}" if text.day else kind
