"""One's own history on the screen: the own answers as they are, block by block."""

from bot.callbacks.checkin import HistoryPage, ShowHistory
from bot.callbacks.own_data import OwnDataPage, ShowOwnData
from bot.charts.own_history import AnswerRow, HistoryPicture
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from coaching.checkin.own_history import OwnHistory
from coaching.rules.instrument import Dimension

LATEST = 12  # blocks, about a year


def history(own: OwnHistory, png: bytes | None, t: Translator) -> Screen:
    """Show what is held, with its picture if there is anything, and let the person choose."""
    parts = [
        t("own_history.heading"),
        t("own_history.kept" if own.keeps else "own_history.not_kept"),
    ]
    if own.blocks:
        parts.append(lines(_line(own, dimension, t) for dimension in Dimension))
        parts.append(t("own_history.blocks", blocks=_blocks(own)))
    if anew := [str(block) for block in own.reworded if block in own.blocks[-LATEST:]]:
        parts.append(t("own_history.reworded", blocks=", ".join(anew)))
    page = HistoryPage.DROP if own.keeps else HistoryPage.KEEP
    rows = [
        [Button(t.plain(f"own_history.{page}"), ShowHistory(page))],
        [Button(t.plain("back"), ShowOwnData(OwnDataPage.ALL))],
    ]
    return Screen("\n\n".join(parts), rows, png)


def picture(own: OwnHistory, t: Translator) -> HistoryPicture:
    """Return what the drawing shows, in the person's language."""
    anew = [n for n, block in enumerate(own.blocks[-LATEST:]) if block in own.reworded]
    return HistoryPicture(
        title=t.plain("own_history.open"),
        subtitle=t.plain("own_history.picture"),
        rows=[
            AnswerRow(title(dimension, t), own.values[dimension][-LATEST:], anew)
            for dimension in Dimension
            if any(own.values[dimension][-LATEST:])
        ],
        footer=t.plain("own_history.places", blocks=_blocks(own)),
    )


def _line(own: OwnHistory, dimension: Dimension, t: Translator) -> Html:
    answers = " · ".join(str(value or "–") for value in own.values[dimension][-LATEST:])
    return t("own_history.line", title=title(dimension, t), answers=answers)


def _blocks(own: OwnHistory) -> str:
    return ", ".join(map(str, own.blocks[-LATEST:]))
