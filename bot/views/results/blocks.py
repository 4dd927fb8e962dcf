"""A group's results of a block on the screen, and the groups to choose from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.results import RaiseThresholds, ShowBlocks, ShowReporting, ShowResults
from bot.charts.block import BlockPicture, DimensionRow
from bot.charts.blocks import BlockMark, BlocksPicture, BlocksRow
from bot.i18n import Html, Translator, lines
from bot.pictures import Pictures
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from bot.views.pages import page_of, turning
from coaching.content import spoken
from coaching.results.blocks import BlockByBlock, BlockResults, DimensionResult, ResultGroup
from coaching.results.thresholds import Raising
from coaching.rules.confidentiality import (
    BOTTOM,
    TOP,
    ZONES,
    Band,
    Reliability,
    Thresholds,
    least_of_class,
)
from coaching.rules.figures import Stretch
from coaching.rules.instrument import Dimension
from coaching.rules.run_charts import Trend

MOST = 6  # other groups whose buttons stand below a result; more of them are a list
CHANGES = {
    Trend.UP: "results.change_up",
    Trend.DOWN: "results.change_down",
    Trend.STEADY: "results.change_none",
    Trend.TOO_EARLY: "results.change_early",
    Trend.TOO_FEW: "results.change_few",
}
ALL_ALIKE = {
    Trend.STEADY: "results.steady",
    Trend.TOO_EARLY: "results.early",
    Trend.TOO_FEW: "results.few",
}


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
        lines(_line(row, t) for row in _rows(shown)),
        _change(shown.trends, t),
        *_notes(shown, t),
        *_hidden_and_suggested(shown, word, t),
        t("results.caution"),
    ]
    return Screen("\n\n".join(parts), [[_blocks(shown.group, t)], *_others(shown.below, t)])


def in_short(shown: BlockResults, png: bytes | None, word: str, t: Translator) -> Screen:
    """Say under the picture what hidden means and what to try next; without one, what it shows."""
    bands = [] if png else [_by_band(shown, t)]
    parts = [_heading(shown, t), *bands, *_hidden_and_suggested(shown, word, t)]
    more = Button(t.plain("results.in_words"), ShowResults(shown.group.node, shown.group.id, 1))
    rows = [[more], [_blocks(shown.group, t)], *_others(shown.below, t)]
    return Screen("\n\n".join(parts), rows, png)


async def news(shown: BlockResults, pictures: Pictures, word: str, t: Translator) -> Screen:
    """Tell a team by itself what was published of it."""
    screen = in_short(shown, await pictures.block(picture(shown, t)), word, t)
    return replace(screen, text="\n\n".join([t("results.news"), screen.text]))


def side_by_side(shown: BlockByBlock, png: bytes | None, t: Translator) -> Screen:
    """Say under the picture of a group's last blocks what changed for good."""
    parts = [
        t("results.blocks_heading", group=name(shown.group, t)),
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
            t("results.blocks_line", title=of, blocks=" · ".join(words))
            for of, rows in _series(shown, t)
            if (words := [_in_one_word(row, t) for row in rows])
        ),
        t("results.blocks_order", blocks=", ".join(map(str, shown.blocks))),
        _change(shown.trends, t),
    ]
    return Screen("\n\n".join(parts), [[_back(shown.group, t)]])


def blocks_picture(shown: BlockByBlock, t: Translator) -> BlocksPicture:
    """Return what the drawing of several blocks shows, in the person's language."""
    return BlocksPicture(
        title=name(shown.group, t),
        subtitle=t.plain("results.blocks_open"),
        rows=[
            BlocksRow(of, [_mark(row, t) for row in rows])
            for of, rows in _series(shown, t)
            if any(row.bands for row in rows)
        ],
        footer=t.plain(
            "results.picture.places",
            blocks=", ".join(map(str, shown.blocks)),
            lowest=t.plain(f"results.band.{ZONES[0]}"),
            highest=t.plain(f"results.band.{ZONES[-1]}"),
        ),
    )


def _series(shown: BlockByBlock, t: Translator) -> Iterator[tuple[str, Sequence[DimensionResult]]]:
    """Yield each dimension with its blocks, after what was told over all of them at once."""
    if shown.over_all:
        yield t.plain("results.over_all"), shown.over_all
    for dimension, rows in shown.rows.items():
        yield title(dimension, t), rows


def _blocks(group: ResultGroup, t: Translator) -> Button:
    return Button(t.plain("results.blocks_open"), ShowBlocks(group.node, group.id))


def _back(group: ResultGroup, t: Translator) -> Button:
    return Button(t.plain("back"), ShowResults(group.node, group.id))


def _mark(row: DimensionResult, t: Translator) -> BlockMark:
    if row.tenths is None:
        return BlockMark(_zones(row.bands))
    return BlockMark((), row.tenths / 10, _in_signs(row, t))


def _in_signs(row: DimensionResult, t: Translator) -> str:
    """Say a figure as short as it goes: a coded one is more or less than another."""
    if row.tenths is None or row.means is None:
        return ""
    side, number = _open_end(row.tenths, row.means)
    return f"{side}{t.decimal(number)}"


def _in_one_word(row: DimensionResult, t: Translator) -> str:
    """Say a figure or a band, a dash for what is hidden."""
    if row.band is None:
        return "–"
    if row.tenths is None or row.means is None:
        return _band(row, t)
    return _figure(row.tenths, row.means, t)


def picture(shown: BlockResults, t: Translator) -> BlockPicture:
    """Return what the drawing shows, in the person's language."""
    return BlockPicture(
        title=name(shown.group, t),
        subtitle=t.plain("points.picture.block", block=shown.block),
        ends=(t.plain(f"results.band.{ZONES[0]}"), t.plain(f"results.band.{ZONES[-1]}")),
        rows=[_row(row, t) for row in _rows(shown) if row.bands],
        footer=" ".join(_explained(shown, t)),
    )


def _explained(shown: BlockResults, t: Translator) -> list[str]:
    """Say below a picture what is hidden, what it rests on at least, and what ± means."""
    rows = _rows(shown)
    here = [row for row in rows if row.bands]
    if not here:
        return []
    said = []
    if hidden := [_title(row, t) for row in rows if not row.bands]:
        said.append(t.plain("results.picture.hidden", what=t.listed(hidden)))
    labels = [row.reliability for row in here if row.reliability is not None]
    worst = max(labels, key=list(Reliability).index, default=Reliability.LOW)
    said.append(
        t.plain(
            "results.picture.basis" if here[0].dimension else "results.picture.over_all.basis",
            number=min(least_of_class(row.people) for row in here if row.people),
            reliability=t.plain(f"results.reliability.{worst}"),
        )
    )
    return [*said, *([t.plain("results.plus_minus")] if any(row.tenths for row in here) else [])]


def _heading(shown: BlockResults, t: Translator) -> Html:
    return t("results.heading", group=name(shown.group, t), block=shown.block)


def _hidden_and_suggested(shown: BlockResults, word: str, t: Translator) -> list[Html]:
    parts = []
    if shown.over_all is not None:
        parts.append(t("results.over_all.note"))
    elif any(row.form is None for row in shown.rows):
        parts.append(t("results.hidden_note"))
    if shown.suggestion is not None:
        texts = shown.suggestion.texts[t.language]
        questions = " ".join(spoken(q, t.language, word) for q in texts.questions)
        parts.append(t("results.suggestion", questions=questions))
    return parts


def _by_band(shown: BlockResults, t: Translator) -> Html:
    """Name the dimensions band by band, the strongest first."""
    here: dict[str, list[str]] = {}
    for row in sorted(_rows(shown), key=_strength, reverse=True):
        if row.bands:
            here.setdefault(_band(row, t), []).append(_title(row, t))
    return lines(
        t("results.in_band", band=band, what=t.listed(what)) for band, what in here.items()
    )


def _strength(row: DimensionResult) -> list[int]:
    return [list(Band).index(band) for band in reversed(row.bands)]


def _change(trends: Mapping[Dimension, Trend], t: Translator) -> str:
    """Say of each dimension what changed for good, that nothing did, or why it cannot be told."""
    if len(found := set(trends.values())) == 1 and (alike := ALL_ALIKE.get(found.pop())):
        return t.plain(alike)
    return " ".join(
        t.plain(key, what=t.listed(what))
        for which, key in CHANGES.items()
        if (what := [title(d, t) for d, trend in trends.items() if trend is which])
    )


def _notes(shown: BlockResults, t: Translator) -> list[str]:
    """Say what ± means, and what a comparison is worth, wherever there is one."""
    notes = {
        "results.plus_minus": any(row.uncertainty for row in shown.rows),
        "results.compared": any(row.place for row in shown.rows),
    }
    return [t.plain(key) for key, needed in notes.items() if needed]


def _rows(shown: BlockResults) -> Sequence[DimensionResult]:
    """Return what there is to say: one row over all dimensions, or one for each."""
    return shown.rows if shown.over_all is None else [shown.over_all]


def _title(row: DimensionResult, t: Translator) -> str:
    return t.plain("results.over_all") if row.dimension is None else title(row.dimension, t)


def _row(row: DimensionResult, t: Translator) -> DimensionRow:
    figure = None if row.tenths is None else row.tenths / 10
    return DimensionRow(_title(row, t), _told(row, t), _zones(row.bands), figure, row.uncertainty)


def _zones(bands: Sequence[Band]) -> list[int]:
    """Return the parts of the scale that bands stand for."""
    parts = [
        part
        for band in bands
        for part in ((Band.REGULAR, Band.STRONG) if band is Band.REGULAR_UP else (band,))
    ]
    return [ZONES.index(part) for part in parts]


def _told(row: DimensionResult, t: Translator) -> str:
    """Say a band, and a figure before it if there is one."""
    band = _band(row, t)
    if row.tenths is None or row.means is None or row.uncertainty is None:
        return band
    figure = _figure(row.tenths, row.means, t)
    return f"{figure} ± {t.decimal(row.uncertainty)} · {band}"


def _band(row: DimensionResult, t: Translator) -> str:
    """Say a band, or two where the step of a figure straddles their border."""
    lowest, *higher = [t.plain(f"results.band.{band}") for band in row.bands]
    return t.plain("results.bands", lower=lowest, higher=higher[-1]) if higher else lowest


def _relied_on(row: DimensionResult, t: Translator) -> str:
    """Say from how many answers it is, how far it can be relied on, and where it stands."""
    said = t.plain(
        "results.basis" if row.dimension else "results.over_all.basis",
        people=_people(row.people or "", t),
        reliability=t.plain(f"results.reliability.{row.reliability}"),
    )
    return f"{said} · {t.plain(f'comparison.{row.place}')}" if row.place else said


def _people(people: str, t: Translator) -> str:
    """Say a class of numbers; older ones are from one number to another."""
    if people.endswith("+"):
        return t.plain("results.at_least", number=people.rstrip("+"))
    return people.replace("-", "–")


def _figure(tenths: int, means: Stretch, t: Translator) -> str:
    """Say a figure; a coded one says no more than is true of every mean that it stands for."""
    side, number = _open_end(tenths, means)
    figure = t.decimal(number)
    if side == ">":
        return t.plain("results.over", figure=figure)
    return t.plain("results.under", figure=figure) if side == "<" else figure


def _open_end(tenths: int, means: Stretch) -> tuple[str, float]:
    """Return the sign of a coded figure's open end, none for another, and the number to say."""
    if tenths == int(TOP * 10):
        return ">", means.low // 10 / 10
    if tenths == int(BOTTOM * 10):
        return "<", -(-means.high // 10) / 10
    return "", tenths / 10


def name(group: ResultGroup, t: Translator) -> str:
    """Return the name of a group."""
    return group.name or t.plain("results.leads")


def _line(row: DimensionResult, t: Translator) -> Html:
    """Say one dimension; the sentence for what is hidden is the same whatever the reason."""
    of = _title(row, t)
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
