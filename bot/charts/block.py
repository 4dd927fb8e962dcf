"""A group's results of a block: where each dimension stands between first steps and a habit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.charts.drawing import (
    ACCENT,
    ACCENT_MIDDLE,
    ACCENT_PALE,
    CARD,
    LEFT,
    QUIET,
    RIGHT,
    Drawn,
    footer,
    line,
    paragraph,
    picture_of,
    png,
    size_for_width,
    text,
)

EDGES = (1.0, 2.5, 3.5, 4.5, 5.0)  # where the bands begin and end on the scale
TRACK = 40.0  # pixels high
GAP = 6.0  # between two bands
SMALLEST = 22  # a smaller name would be for nobody; the note says it too


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """A dimension: its band from 0 to 3, or None if hidden, and its figure if there is one.

    `note` says all of it in words; a hidden row has nothing but its words.
    """

    title: str
    note: str
    band: int | None = None
    figure: float | None = None
    uncertainty: float | None = None


@dataclass(frozen=True, slots=True)
class BlockPicture:
    """Everything the picture says, in the reader's language."""

    title: str
    subtitle: str
    bands: Sequence[str]
    rows: Sequence[DimensionRow]
    footer: str


def draw_block(picture: BlockPicture) -> bytes:
    """Return the block's results as a PNG."""
    return png(block_svg(picture))


def block_svg(picture: BlockPicture) -> str:
    """Return the picture as SVG: heading, the names of the bands, the dimensions, a footer."""
    rows = [partial(_row, row, picture.bands) for row in picture.rows]
    return picture_of(picture.title, picture.subtitle, [*rows, footer(picture.footer, 8)])


def _row(row: DimensionRow, bands: Sequence[str], y: float) -> Drawn:
    title, y = paragraph(row.title, LEFT, y, 38, bold=True)
    if row.band is None:
        note, y = paragraph(row.note, LEFT, y + 6, 30, colour=QUIET)
        return title + note, y + 46
    track = "".join(_zone(row, number, bands[number], y + 14) for number in range(len(bands)))
    mark = _mark(row, y + 14)
    note, y = paragraph(row.note, LEFT, y + TRACK + 26, 30, colour=QUIET)
    return title + track + mark + note, y + 46


def _zone(row: DimensionRow, number: int, name: str, y: float) -> str:
    """Draw a band's part of the scale, with its name where the result lies."""
    left, right = _x(EDGES[number]) + GAP / 2, _x(EDGES[number + 1]) - GAP / 2
    here = row.band == number
    fill = ACCENT_PALE if not here else ACCENT if row.figure is None else ACCENT_MIDDLE
    size = size_for_width(name, right - left - 16, 28, bold=here)
    readable = size >= SMALLEST and row.figure is None
    named = text(
        (left + right) / 2,
        y + TRACK / 2 + size * 0.35,
        name,
        size,
        bold=here,
        colour=CARD if here else QUIET,
        anchor="middle",
    )
    zone = (
        f'<rect x="{left:.1f}" y="{y:.1f}" width="{right - left:.1f}" height="{TRACK}" rx="10" '
        f'fill="{fill}"/>'
    )
    return zone + named if readable else zone


def _mark(row: DimensionRow, y: float) -> str:
    """Draw a figure as a disc, with its fixed uncertainty as a bar to both sides."""
    if row.figure is None or row.uncertainty is None:
        return ""
    middle = y + TRACK / 2
    low, high = max(row.figure - row.uncertainty, 1), min(row.figure + row.uncertainty, 5)
    return (
        line(_x(low), middle, _x(high), middle, ACCENT, width=8)
        + f'<circle cx="{_x(row.figure):.1f}" cy="{middle:.1f}" r="17" fill="{ACCENT}" '
        f'stroke="{CARD}" stroke-width="5"/>'
    )


def _x(value: float) -> float:
    return LEFT + (RIGHT - LEFT) * (value - EDGES[0]) / (EDGES[-1] - EDGES[0])
