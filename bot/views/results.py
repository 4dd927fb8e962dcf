"""A group's results of a block on the screen, and the groups to choose from."""

from collections.abc import Sequence

from bot.callbacks import RaiseThresholds, ShowResults
from bot.charts.block import BlockPicture, DimensionRow
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.checkin import title
from coaching.content import spoken
from coaching.results import BlockResults, Group, Shown
from coaching.rules.confidentiality import BOTTOM, TOP, Band, Form, Thresholds
from coaching.thresholds import Raising

MOST = 40  # buttons on one screen


def choose(groups: Sequence[Group], *, can_raise: bool, t: Translator) -> Screen:
    """Let somebody with several groups choose one; HR sees the thresholds too."""
    limits = [[Button(t.plain("thresholds.open"), RaiseThresholds())]] if can_raise else []
    return Screen(t("results.choose"), [*_buttons(groups, t), *limits])


def thresholds(shown: Raising, t: Translator) -> Screen:
    """Say from how many answers results are shown, and what this can be raised to."""
    rows = [[_raise(each, t)] for each in shown.higher]
    return Screen(t("thresholds.all", band=shown.now.band, figure=shown.now.figure), rows)


def confirm_raise(wanted: Thresholds, t: Translator) -> Screen:
    """Ask before something that cannot be undone."""
    rows = [
        [Button(t.plain("thresholds.sure"), RaiseThresholds(wanted.band, wanted.figure, 1))],
        [Button(t.plain("back"), RaiseThresholds())],
    ]
    return Screen(t("thresholds.confirm", band=wanted.band, figure=wanted.figure), rows)


def _raise(wanted: Thresholds, t: Translator) -> Button:
    label = t.plain("thresholds.raise", band=wanted.band, figure=wanted.figure)
    return Button(label, RaiseThresholds(wanted.band, wanted.figure))


def nothing_yet(t: Translator) -> Screen:
    """Say when the first results come."""
    return Screen(t("results.none"))


def in_words(shown: BlockResults, word: str, t: Translator) -> Screen:
    """Show what was published, what is hidden, and one thing to try together."""
    parts = [
        _heading(shown, t),
        lines(_line(row, t) for row in shown.rows),
        t("results.early"),
        *_hidden_and_suggested(shown, word, t),
        t("results.caution"),
    ]
    return Screen("\n\n".join(parts), _buttons(shown.below, t))


def in_short(shown: BlockResults, png: bytes, word: str, t: Translator) -> Screen:
    """Say under the picture how the group is doing, what is hidden, and what to try next."""
    parts = [_heading(shown, t), _by_band(shown, t), *_hidden_and_suggested(shown, word, t)]
    more = Button(t.plain("results.in_words"), ShowResults(shown.group.node, shown.group.id, 1))
    return Screen("\n\n".join(parts), [[more], *_buttons(shown.below, t)], png)


def picture(shown: BlockResults, t: Translator) -> BlockPicture:
    """Return what the drawing shows, in the person's language."""
    return BlockPicture(
        title=name(shown.group, t),
        subtitle=t.plain("picture.block", block=shown.block),
        bands=[t.plain(f"band.{band}") for band in Band],
        rows=[_row(row, t) for row in shown.rows],
        footer=t.plain("results.early"),
    )


def _heading(shown: BlockResults, t: Translator) -> Html:
    return t("results.heading", group=name(shown.group, t), block=shown.block)


def _hidden_and_suggested(shown: BlockResults, word: str, t: Translator) -> list[Html]:
    parts = []
    if any(row.form is None for row in shown.rows):
        parts.append(t("results.hidden_note"))
    if shown.suggestion is not None:
        texts = shown.suggestion.texts[t.language]  # type: ignore[index]
        questions = " ".join(spoken(q, t.language, word) for q in texts.questions)
        parts.append(t("results.suggestion", questions=questions))
    return parts


def _by_band(shown: BlockResults, t: Translator) -> Html:
    """Name the dimensions band by band, the strongest first."""
    named = []
    for band in reversed(Band):
        here = [title(row.dimension, t) for row in shown.rows if row.band is band]
        if here:
            what = t.listed(here)
            named.append(t("results.in_band", band=t.plain(f"band.{band}"), what=what))
    return lines(named)


def _row(row: Shown, t: Translator) -> DimensionRow:
    of = title(row.dimension, t)
    if row.band is None:
        return DimensionRow(of, t.plain("results.not_shown"))
    note = t.plain(
        "picture.block_note",
        result=_told(row, t),
        people=(row.people or "").replace("-", "–"),
        reliability=t.plain(f"reliability.{row.reliability}"),
    )
    figure = None if row.tenths is None else row.tenths / 10
    return DimensionRow(of, note, list(Band).index(row.band), figure, row.uncertainty)


def _told(row: Shown, t: Translator) -> str:
    """Say a band, and a figure before it if there is one."""
    band = t.plain(f"band.{row.band}")
    if row.tenths is None or row.uncertainty is None:
        return band
    return f"{_figure(row.tenths, t)} ± {t.decimal(row.uncertainty)} · {band}"


def _figure(tenths: int, t: Translator) -> str:
    """Say a figure; at the ends of the scale it is coded."""
    figure = t.decimal(tenths / 10)
    if tenths == int(TOP * 10):
        return t.plain("results.or_more", figure=figure)
    return t.plain("results.or_less", figure=figure) if tenths == int(BOTTOM * 10) else figure


def name(group: Group, t: Translator) -> str:
    """Return the name of a group."""
    return group.name or t.plain("results.leads")


def _line(row: Shown, t: Translator) -> Html:
    """Say one dimension; the sentence for what is hidden is the same whatever the reason."""
    of = title(row.dimension, t)
    if row.form is None:
        return t("results.hidden", title=of, sentence=t.plain("results.not_shown"))
    words = {
        "title": of,
        "band": t.plain(f"band.{row.band}"),
        "people": (row.people or "").replace("-", "–"),
        "reliability": t.plain(f"reliability.{row.reliability}"),
    }
    if row.form is Form.BAND or row.tenths is None or row.uncertainty is None:
        return t("results.band", **words)
    figure, width = _figure(row.tenths, t), t.decimal(row.uncertainty)
    return t("results.figure", figure=figure, width=width, **words)


def _buttons(groups: Sequence[Group], t: Translator) -> list[list[Button]]:
    return [[Button(name(g, t), ShowResults(g.node, g.id))] for g in groups[:MOST]]
