"""A group's last blocks side by side: in which band each dimension stood, and its figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.charts.block import EDGES
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

HEIGHT = 150.0  # pixels of the scale
GAP = 4.0  # between two bands
LONGEST = RIGHT - LEFT - 60  # of all words below a scale


@dataclass(frozen=True, slots=True)
class BlockMark:
    """A dimension in a block, in words; its band from 0 to 3 and its figure, if they are shown."""

    words: str
    band: int | None = None
    figure: float | None = None


@dataclass(frozen=True, slots=True)
class BlocksRow:
    """A dimension with a mark for each block."""

    title: str
    marks: Sequence[BlockMark]


@dataclass(frozen=True, slots=True)
class BlocksPicture:
    """Everything the picture says, in the reader's language; one label for each block."""

    title: str
    subtitle: str
    blocks: Sequence[str]
    rows: Sequence[BlocksRow]
    footer: str


def draw_blocks(picture: BlocksPicture) -> bytes:
    """Return the blocks side by side as a PNG."""
    return png(blocks_svg(picture))


def blocks_svg(picture: BlocksPicture) -> str:
    """Return the picture as SVG: heading, then for each dimension its bands and marks."""
    rows = [partial(_row, row, picture.blocks) for row in picture.rows]
    return picture_of(picture.title, picture.subtitle, [*rows, footer(picture.footer)])


def _row(row: BlocksRow, blocks: Sequence[str], y: float) -> Drawn:
    title, y = paragraph(row.title, LEFT, y, 36, bold=True)
    top = y + 14
    zones = "".join(_zone(number, top) for number in range(len(EDGES) - 1))
    places = [_x(number, len(blocks)) for number in range(len(blocks))]
    columns = "".join(
        _column(*each, LONGEST / len(blocks), top)
        for each in zip(places, row.marks, blocks, strict=True)
    )
    return title + zones + columns, top + HEIGHT + 128


def _column(x: float, mark: BlockMark, block: str, width: float, top: float) -> str:
    size = size_for_width(mark.words, width, 34, bold=False)
    below = top + HEIGHT + 40
    return (
        _mark(mark, x, top)
        + text(x, below, mark.words, size, anchor="middle")
        + text(x, below + 40, block, 30, colour=QUIET, anchor="middle")
    )


def _zone(number: int, top: float) -> str:
    high, low = _y(EDGES[number + 1], top), _y(EDGES[number], top)
    return (
        f'<rect x="{LEFT}" y="{high + GAP / 2:.1f}" width="{RIGHT - LEFT}" '
        f'height="{low - high - GAP:.1f}" rx="6" fill="{ACCENT_PALE}"/>'
    )


def _mark(mark: BlockMark, x: float, top: float) -> str:
    """Draw a band as a bar that fills it, a figure as a disc at its height."""
    if mark.figure is not None:
        return (
            line(x - 46, _y(mark.figure, top), x + 46, _y(mark.figure, top), ACCENT_MIDDLE)
            + f'<circle cx="{x:.1f}" cy="{_y(mark.figure, top):.1f}" r="15" fill="{ACCENT}" '
            f'stroke="{CARD}" stroke-width="4"/>'
        )
    if mark.band is None:
        return ""
    high, low = _y(EDGES[mark.band + 1], top), _y(EDGES[mark.band], top)
    return (
        f'<rect x="{x - 46:.1f}" y="{high + GAP / 2:.1f}" width="92" '
        f'height="{low - high - GAP:.1f}" rx="6" fill="{ACCENT_MIDDLE}"/>'
    )


def _x(number: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * (number + 0.5) / count


def _y(value: float, top: float) -> float:
    return top + HEIGHT * (EDGES[-1] - value) / (EDGES[-1] - EDGES[0])
