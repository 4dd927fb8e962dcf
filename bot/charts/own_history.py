"""Somebody's own answers over time, for that person alone: as they are, without any target."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from bot.charts.drawing import (
    ACCENT,
    ACCENT_MIDDLE,
    CARD,
    HAIRLINE,
    LEFT,
    RIGHT,
    SMALL,
    Drawn,
    footer,
    line,
    paragraph,
    picture_of,
    png,
    text,
)

LOWEST, HIGHEST = 1, 5
STEP = 22.0  # pixels between two grades
RADIUS = 34.0
WIDEST = 180.0  # pixels between two blocks


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A dimension with the answer of each block, None where there is none.

    No line leads to an answer at one of the places `anew`, counted from 0.
    """

    title: str
    answers: Sequence[int | None]
    anew: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class HistoryPicture:
    """Everything the picture says, in the reader's language; `footer` explains the places."""

    title: str
    subtitle: str
    rows: Sequence[AnswerRow]
    footer: str


def draw_history(picture: HistoryPicture) -> bytes:
    """Return the own answers as a PNG."""
    return png(history_svg(picture))


def history_svg(picture: HistoryPicture) -> str:
    """Return the picture as SVG: heading, a strip for each dimension with its blocks, a footer."""
    rows = [partial(_row, row) for row in picture.rows]
    return picture_of(picture.title, picture.subtitle, [*rows, footer(picture.footer)])


def _row(row: AnswerRow, y: float) -> Drawn:
    rule = line(LEFT, y, RIGHT, y, HAIRLINE)
    title, y = paragraph(row.title, LEFT, y + 20, SMALL, bold=True)
    bottom = y + 24 + RADIUS + STEP * (HIGHEST - LOWEST)
    slot = min(WIDEST, (RIGHT - LEFT) / len(row.answers))
    points = [
        None if answer is None else (LEFT + slot * (n + 0.5), bottom - STEP * (answer - LOWEST))
        for n, answer in enumerate(row.answers)
    ]
    steps = "".join(  # a gap stays a gap, and two wordings are no series
        line(*one, *next_one, ACCENT_MIDDLE, width=6)
        for n, (one, next_one) in enumerate(pairwise(points), 1)
        if one and next_one and n not in row.anew
    )
    marks = "".join(
        _mark(*point, str(answer))
        for point, answer in zip(points, row.answers, strict=True)
        if point
    )
    return rule + title + steps + marks, bottom + RADIUS + 26


def _mark(x: float, y: float, answer: str) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}" fill="{ACCENT}" stroke="{CARD}" '
        f'stroke-width="6"/>'
        + text(x, y + 16, answer, SMALL, bold=True, colour=CARD, anchor="middle")
    )
