"""A group's last blocks side by side: in which band each dimension stood, and its figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.charts.block import EDGES
from bot.charts.drawing import (
    ACCENT,
    ACCENT_PALE,
    CARD,
    LEFT,
    RIGHT,
    SMALL,
    Drawn,
    footer,
    paragraph,
    picture_of,
    png,
    text,
)

HEIGHT = 132.0  # pixels of the scale
GAP = 6.0  # between two bands
WIDEST = 200.0  # pixels for a block


@dataclass(frozen=True, slots=True)
class BlockMark:
    """A dimension in a block: its bands from 0 to 3, none if hidden, and its figure in words."""

    bands: Sequence[int] = ()
    figure: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class BlocksRow:
    """A dimension with a mark for each block."""

    title: str
    marks: Sequence[BlockMark]


@dataclass(frozen=True, slots=True)
class BlocksPicture:
    """Everything the picture says, in the reader's language; `footer` explains the places."""

    title: str
    subtitle: str
    rows: Sequence[BlocksRow]
    footer: str


def draw_blocks(picture: BlocksPicture) -> bytes:
    """Return the blocks side by side as a PNG."""
    return png(blocks_svg(picture))


def blocks_svg(picture: BlocksPicture) -> str:
    """Return the picture as SVG: heading, then for each dimension its bands and marks."""
    rows = [partial(_row, row) for row in picture.rows]
    return picture_of(picture.title, picture.subtitle, [*rows, footer(picture.footer)])


def _row(row: BlocksRow, y: float) -> Drawn:
    title, y = paragraph(row.title, LEFT, y, SMALL, bold=True)
    top = y + 14
    zones = "".join(
        _band(LEFT, RIGHT - LEFT, number, top, ACCENT_PALE) for number in range(len(EDGES) - 1)
    )
    slot = min(WIDEST, (RIGHT - LEFT) / len(row.marks))
    marks = "".join(
        _mark(mark, LEFT + slot * (number + 0.5), top) for number, mark in enumerate(row.marks)
    )
    return title + zones + marks, top + HEIGHT + 40


def _mark(mark: BlockMark, x: float, top: float) -> str:
    """Draw bands as bars that fill them, a figure as a disc at its height with its number."""
    if mark.figure is None:
        return "".join(_band(x - 44, 88, number, top, ACCENT) for number in mark.bands)
    y = _y(mark.figure, top)
    return f'<circle cx="{x - 44:.1f}" cy="{y:.1f}" r="15" fill="{ACCENT}" ' + (
        f'stroke="{CARD}" stroke-width="4"/>' + text(x - 20, y + 16, mark.words, SMALL)
    )


def _band(x: float, width: float, number: int, top: float, fill: str) -> str:
    high, low = _y(EDGES[number + 1], top), _y(EDGES[number], top)
    return (
        f'<rect x="{x:.1f}" y="{high + GAP / 2:.1f}" width="{width:.1f}" '
        f'height="{low - high - GAP:.1f}" rx="6" fill="{fill}"/>'
    )


def _y(value: float, top: float) -> float:
    return top + HEIGHT * (EDGES[-1] - value) / (EDGES[-1] - EDGES[0])
