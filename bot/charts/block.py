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
    SMALL,
    Drawn,
    Section,
    footer,
    line,
    paragraph,
    picture_of,
    png,
    text,
)

EDGES = (1.0, 2.5, 3.5, 4.5, 5.0)  # where the bands begin and end on the scale
TRACK = 30.0  # pixels high
GAP = 8.0  # between two bands


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """A dimension that is shown: its bands from 0 to 3, its figure if there is one, and words."""

    title: str
    words: str
    bands: Sequence[int]
    figure: float | None = None
    uncertainty: float | None = None


@dataclass(frozen=True, slots=True)
class BlockPicture:
    """Everything the picture says, in the reader's language; `ends` are the ends of the scale."""

    title: str
    subtitle: str
    ends: tuple[str, str]
    rows: Sequence[DimensionRow]
    footer: str


def draw_block(picture: BlockPicture) -> bytes:
    """Return the block's results as a PNG."""
    return png(block_svg(picture))


def block_svg(picture: BlockPicture) -> str:
    """Return the picture as SVG: heading, the dimensions, the ends of their scale, a footer."""
    rows: list[Section] = [partial(_row, row) for row in picture.rows]
    ends = partial(_ends, *picture.ends)
    return picture_of(
        picture.title, picture.subtitle, [*rows, ends, footer(picture.footer, space=20)]
    )


def _row(row: DimensionRow, y: float) -> Drawn:
    title, y = paragraph(row.title, LEFT, y, SMALL, bold=True)
    words, y = paragraph(row.words, LEFT, y, SMALL, colour=QUIET)
    track = "".join(_zone(row, number, y + 12) for number in range(len(EDGES) - 1))
    return title + words + track + _mark(row, y + 12), y + TRACK + 42


def _zone(row: DimensionRow, number: int, y: float) -> str:
    """Draw a band's part of the scale, brighter where the result lies."""
    left, right = _x(EDGES[number]) + GAP / 2, _x(EDGES[number + 1]) - GAP / 2
    lit = ACCENT if row.figure is None else ACCENT_MIDDLE
    fill = lit if number in row.bands else ACCENT_PALE
    return (
        f'<rect x="{left:.1f}" y="{y:.1f}" width="{right - left:.1f}" height="{TRACK}" rx="8" '
        f'fill="{fill}"/>'
    )


def _mark(row: DimensionRow, y: float) -> str:
    """Draw a figure as a disc, with its fixed uncertainty as a bar to both sides."""
    if row.figure is None or row.uncertainty is None:
        return ""
    middle = y + TRACK / 2
    low, high = max(row.figure - row.uncertainty, 1), min(row.figure + row.uncertainty, 5)
    return (
        line(_x(low), middle, _x(high), middle, ACCENT, width=8)
        + f'<circle cx="{_x(row.figure):.1f}" cy="{middle:.1f}" r="19" fill="{ACCENT}" '
        f'stroke="{CARD}" stroke-width="5"/>'
    )


def _ends(lowest: str, highest: str, y: float) -> Drawn:
    """Name the ends of the scale below the last of them."""
    names = text(LEFT, y + 22, lowest, SMALL, colour=QUIET) + text(
        RIGHT, y + 22, highest, SMALL, colour=QUIET, anchor="end"
    )
    return names, y + 48


def _x(value: float) -> float:
    return LEFT + (RIGHT - LEFT) * (value - EDGES[0]) / (EDGES[-1] - EDGES[0])
