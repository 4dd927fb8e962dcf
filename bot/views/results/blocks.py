"""A group's results of a block on the screen, and the groups to choose from."""

from collections.abc import Mapping, Sequence

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.results import RaiseThresholds, ShowBlocks, ShowReporting, ShowResults
from bot.charts.block import BlockPicture, DimensionRow
from bot.charts.blocks import BlockMark, BlocksPicture, BlocksRow
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from bot.views.pages import page_of, turning
from coaching.content import spoken
from coaching.results.blocks import BlockByBlock, BlockResults, DimensionResult, ResultGroup
from coaching.results.thresholds import Raising
from coaching.rules.confidentiality import BOTTOM, TOP, Band, Thresholds
from coaching.rules.instrument import Dimension
from coaching.rules.run_charts import Trend

MOST = 6  # other groups whose buttons stand below a result; more of them are a list


def choose(groups: Sequence[ResultGroup], page: int, *, can_raise: bool, t: Translator) -> Screen:
    """Let somebody with several groups choose one; HR sees what decides on how much is shown."""
    rows = [*_buttons(page_of(groups, page), t), turning(groups, page, Listing.RESULTS, t)]
    if can_raise:
        rows.append([Button(t.plain("results.thresholds.open"), RaiseThresholds())])
        rows.append([Button(t.plain("team_groups.open"), ShowReporting())])
    return Screen(t("results.choose"), rows)


def thresholds(shown: Raising, t: Translator) -> Screen:
    """Say from how many answers results are shown, and what this can be raised to."""
    rows = [[_raise(each, t)] for each in shown.higher]
    return Screen(t("results.thresholds.all", band=shown.now.band, figure=shown.now.figure), rows)


def confirm_raise(wanted: Thresholds, t: Translator) -> Screen:
    """Ask before something that cannot be undone."""
    rows = [
        [
            Button(
                t.plain("results.thresholds.sure"), RaiseThresholds(wanted.band, wanted.figure, 1)
            )
        ],
        [Button(t.plain("back"), RaiseThresholds())],
    ]
    return Screen(t("results.thresholds.confirm", band=wanted.band, figure=wanted.figure), rows)


def _raise(wanted: Thresholds, t: Translator) -> Button:
    label = t.plain("results.thresholds.raise", band=wanted.band, figure=wanted.figure)
    return Button(label, RaiseThresholds(wanted.band, wanted.figure))


def nothing_yet(t: Translator) -> Screen:
    """Say when the first results come."""
    return Screen(t("results.none"))


def in_words(shown: BlockResults, word: str, t: Translator) -> Screen:
    """Show what was published, what is hidden, and one thing to try together."""
    parts = [
        _heading(shown, t),
        lines(_line(row, t) for row in shown.rows),
        _change(shown.trends, t),
        *_compared(shown, t),
        *_hidden_and_suggested(shown, word, t),
        t("results.caution"),
    ]
    return Screen("\n\n".join(parts), [[_blocks(shown.group, t)], *_others(shown.below, t)])


def in_short(shown: BlockResults, png: bytes, word: str, t: Translator) -> Screen:
    """Say under the picture how the group is doing, what is hidden, and what to try next."""
    parts = [_heading(shown, t), _by_band(shown, t), *_hidden_and_suggested(shown, word, t)]
    more = Button(t.plain("results.in_words"), ShowResults(shown.group.node, shown.group.id, 1))
    rows = [[more], [_blocks(shown.group, t)], *_others(shown.below, t)]
    return Screen("\n\n".join(parts), rows, png)


def side_by_side(shown: BlockByBlock, png: bytes, t: Translator) -> Screen:
    """Say under the picture of a group's last blocks what changed for good."""
    parts = [
        t("results.blocks_heading", group=name(shown.group, t)),
        *_moved(shown, t),
        _change(shown.trends, t),
    ]
    more = ShowBlocks(shown.group.node, shown.group.id, 1)
    rows = [[Button(t.plain("results.in_words"), more)], [_back(shown.group, t)]]
    return Screen("\n\n".join(parts), rows, png)


def side_by_side_in_words(shown: BlockByBlock, t: Translator) -> Screen:
    """Say what the picture of a group's last blocks shows, and what changed for good."""
    parts = [
        t("results.blocks_heading", group=name(shown.group, t)),
        lines(
            t("results.blocks_line", title=title(dimension, t), blocks=" · ".join(words))
            for dimension, rows in shown.rows.items()
            if (words := [_in_one_word(row, t) for row in rows])
        ),
        t("results.blocks_order", blocks=", ".join(map(str, shown.blocks))),
        *_moved(shown, t),
        _change(shown.trends, t),
    ]
    return Screen("\n\n".join(parts), [[_back(shown.group, t)]])


def blocks_picture(shown: BlockByBlock, t: Translator) -> BlocksPicture:
    """Return what the drawing of several blocks shows, in the person's language."""
    return BlocksPicture(
        title=name(shown.group, t),
        subtitle=t.plain("results.blocks_open"),
        blocks=[str(block) for block in shown.blocks],
        rows=[
            BlocksRow(title(dimension, t), [_mark(row, t) for row in rows])
            for dimension, rows in shown.rows.items()
        ],
        footer=_change(shown.trends, t),
    )


def _blocks(group: ResultGroup, t: Translator) -> Button:
    return Button(t.plain("results.blocks_open"), ShowBlocks(group.node, group.id))


def _back(group: ResultGroup, t: Translator) -> Button:
    return Button(t.plain("back"), ShowResults(group.node, group.id))


def _moved(shown: BlockByBlock, t: Translator) -> list[Html]:
    """Name the dimensions that stand in a new band, if any do."""
    moved = [
        t("results.moved", title=title(dimension, t), band=t.plain(f"results.band.{band}"))
        for dimension, band in shown.moved.items()
    ]
    return [lines(moved)] if moved else []


def _mark(row: DimensionResult, t: Translator) -> BlockMark:
    band = None if row.band is None else list(Band).index(row.band)
    return BlockMark(_in_one_word(row, t), band, None if row.tenths is None else row.tenths / 10)


def _in_one_word(row: DimensionResult, t: Translator) -> str:
    """Say a figure or a band, a dash for what is hidden."""
    if row.band is None:
        return "–"
    return _band(row, t) if row.tenths is None else _figure(row.tenths, t)


def picture(shown: BlockResults, t: Translator) -> BlockPicture:
    """Return what the drawing shows, in the person's language."""
    return BlockPicture(
        title=name(shown.group, t),
        subtitle=t.plain("points.picture.block", block=shown.block),
        bands=[t.plain(f"results.band.{band}") for band in Band],
        rows=[_row(row, t) for row in shown.rows],
        footer=" ".join([_change(shown.trends, t), *_compared(shown, t)]),
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
            named.append(t("results.in_band", band=t.plain(f"results.band.{band}"), what=what))
    return lines(named)


def _change(trends: Mapping[Dimension, Trend], t: Translator) -> str:
    """Say what changed for good, or that nothing did, or that it is too early to tell."""
    if set(trends.values()) <= {Trend.TOO_EARLY}:
        return t.plain("results.early")
    said = [
        t.plain(key, what=t.listed(what))
        for key, which in (("results.change_up", Trend.UP), ("results.change_down", Trend.DOWN))
        if (what := [title(d, t) for d, trend in trends.items() if trend is which])
    ]
    return " ".join(said) or t.plain("results.steady")


def _compared(shown: BlockResults, t: Translator) -> list[str]:
    """Say what a comparison is worth, wherever there is one."""
    return [t.plain("results.compared")] if any(row.place for row in shown.rows) else []


def _row(row: DimensionResult, t: Translator) -> DimensionRow:
    of = title(row.dimension, t)
    if row.band is None:
        return DimensionRow(of, t.plain("results.not_shown"))
    note = f"{_told(row, t)} · {_relied_on(row, t)}"
    figure = None if row.tenths is None else row.tenths / 10
    return DimensionRow(of, note, list(Band).index(row.band), figure, row.uncertainty)


def _told(row: DimensionResult, t: Translator) -> str:
    """Say a band, and a figure before it if there is one."""
    band = _band(row, t)
    if row.tenths is None or row.uncertainty is None:
        return band
    return f"{_figure(row.tenths, t)} ± {t.decimal(row.uncertainty)} · {band}"


def _band(row: DimensionResult, t: Translator) -> str:
    return t.plain(f"results.band.{row.band}")


def _relied_on(row: DimensionResult, t: Translator) -> str:
    """Say from how many answers it is, how far it can be relied on, and where it stands."""
    people = (row.people or "").replace("-", "–")
    said = t.plain(
        "results.basis",
        people=people,
        reliability=t.plain(f"results.reliability.{row.reliability}"),
    )
    return f"{said} · {t.plain(f'comparison.{row.place}')}" if row.place else said


def _figure(tenths: int, t: Translator) -> str:
    """Say a figure; at the ends of the scale it is coded."""
    figure = t.decimal(tenths / 10)
    if tenths == int(TOP * 10):
        return t.plain("results.or_more", figure=figure)
    return t.plain("results.or_less", figure=figure) if tenths == int(BOTTOM * 10) else figure


def name(group: ResultGroup, t: Translator) -> str:
    """Return the name of a group."""
    return group.name or t.plain("results.leads")


def _line(row: DimensionResult, t: Translator) -> Html:
    """Say one dimension; the sentence for what is hidden is the same whatever the reason."""
    of = title(row.dimension, t)
    if row.form is None:
        return t("results.hidden", title=of, sentence=t.plain("results.not_shown"))
    return t("results.shown", title=of, result=_told(row, t), basis=_relied_on(row, t))


def _buttons(groups: Sequence[ResultGroup], t: Translator) -> list[list[Button]]:
    return [[Button(name(g, t), ShowResults(g.node, g.id))] for g in groups]


def _others(groups: Sequence[ResultGroup], t: Translator) -> list[list[Button]]:
    """Lead to the other groups, straight to each while they are few."""
    if len(groups) > MOST:
        return [[Button(t.plain("results.others"), TurnList(Listing.RESULTS, 0))]]
    return _buttons(groups, t)
