"""Somebody's own answers over time, for that person alone: as they are, without any target."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.charts.drawing import (
    ACCENT,
    ACCENT_MIDDLE,
    CARD,
    HAIRLINE,
    INK,
    LEFT,
    QUIET,
    RIGHT,
    Drawn,
    line,
    paragraph,
    picture_of,
    png,
    text,
)

LOWEST, HIGHEST = 1, 5
STEP = 26.0  # pixels between two grades


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A dimension with the answer of each block, None where there is none."""

    title: str
    answers: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class HistoryPicture:
    """Everything the picture says, in the reader's language; one label for each block."""

    title: str
    subtitle: str
    blocks: Sequence[str]
    rows: Sequence[AnswerRow]


def draw_history(picture: HistoryPicture) -> bytes:
    """Return the own answers as a PNG."""
    return png(history_svg(picture))


def history_svg(picture: HistoryPicture) -> str:
    """Return the picture as SVG: heading, then a strip for each dimension with its blocks."""
    rows = [partial(_row, row, picture.blocks) for row in picture.rows]
    return picture_of(picture.title, picture.subtitle, rows)


def _row(row: AnswerRow, blocks: Sequence[str], y: float) -> Drawn:
    title, y = paragraph(row.title, LEFT, y, 34, bold=True)
    top = y + 30
    bottom = top + STEP * (HIGHEST - LOWEST)
    grid = "".join(
        line(LEFT + 30, at, RIGHT, at, HAIRLINE, width=2)
        + text(LEFT, at + 9, str(grade), 26, colour=QUIET)
        for grade, at in ((LOWEST, bottom), (HIGHEST, top))
    )
    places = [_x(number, len(blocks)) for number in range(len(blocks))]
    labels = "".join(
        text(x, bottom + 40, label, 26, colour=QUIET, anchor="middle")
        for x, label in zip(places, blocks, strict=True)
    )
    points = [
        (x, bottom - STEP * (answer - LOWEST), answer)
        for x, answer in zip(places, row.answers, strict=True)
        if answer is not None
    ]
    return title + grid + labels + _steps(row, places, bottom) + _marks(points), bottom + 78


def _steps(row: AnswerRow, places: Sequence[float], bottom: float) -> str:
    """Join the answers of blocks that follow one another; a gap stays a gap."""
    heights = [None if a is None else bottom - STEP * (a - LOWEST) for a in row.answers]
    pairs = zip(places, heights, places[1:], heights[1:], strict=False)
    return "".join(
        line(x1, y1, x2, y2, ACCENT_MIDDLE, width=5)
        for x1, y1, x2, y2 in pairs
        if y1 is not None and y2 is not None
    )


def _marks(points: Sequence[tuple[float, float, int]]) -> str:
    return "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="21" fill="{CARD}" stroke="{ACCENT}" '
        'stroke-width="5"/>'
        + text(x, y + 9, str(answer), 26, bold=True, colour=INK, anchor="middle")
        for x, y, answer in points
    )


def _x(number: int, count: int) -> float:
    return LEFT + 60 + (RIGHT - LEFT - 90) * (number + 0.5) / count
