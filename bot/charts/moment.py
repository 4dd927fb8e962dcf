"""What just happened to a team: one large mark, what it was, and the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.charts.drawing import (
    ACCENT,
    ACCENT_PALE,
    LEFT,
    QUIET,
    RIGHT,
    Drawn,
    badge,
    line,
    paragraph,
    picture_of,
    png,
    size_for_width,
    text,
)


@dataclass(frozen=True, slots=True)
class MomentPicture:
    """Everything the picture says, in the reader's language.

    `steps` are levels with whether each is reached, `open_yet` what has still to be decided.
    """

    title: str
    day: str
    headline: str
    kicker: str = ""
    steps: Sequence[tuple[str, bool]] = ()
    open_yet: bool = False


def draw_moment(picture: MomentPicture) -> bytes:
    """Return the moment as a PNG."""
    return png(moment_svg(picture))


def moment_svg(picture: MomentPicture) -> str:
    """Return the picture as SVG: team and day, the mark, what happened."""
    mark = _steps if picture.steps else _mark
    sections = [partial(mark, picture), partial(_headline, picture)]
    return picture_of(picture.title, picture.day, sections)


def _mark(picture: MomentPicture, y: float) -> Drawn:
    """Draw a large ticked disc, or a ring for what is still open."""
    middle, radius = (LEFT + RIGHT) / 2, 120.0
    halo = f'<circle cx="{middle}" cy="{y + 150}" r="150" fill="{ACCENT_PALE}"/>'
    return halo + badge(middle, y + 150, radius, reached=not picture.open_yet), y + 350


def _steps(picture: MomentPicture, y: float) -> Drawn:
    """Draw the levels side by side on one path, those reached with a tick."""
    width = (RIGHT - LEFT) / len(picture.steps)
    places = [LEFT + width * (n + 0.5) for n in range(len(picture.steps))]
    drawn = line(places[0], y + 90, places[-1], y + 90, ACCENT, width=8)
    for x, (name, reached) in zip(places, picture.steps, strict=True):
        size = size_for_width(name, width - 20, 44, bold=reached)
        drawn += badge(x, y + 90, 66, reached=reached)
        drawn += text(x, y + 216, name, size, bold=reached, anchor="middle")
    return drawn, y + 280


def _headline(picture: MomentPicture, y: float) -> Drawn:
    kicker, y = paragraph(picture.kicker, LEFT, y, 44, colour=QUIET) if picture.kicker else ("", y)
    words, y = paragraph(picture.headline, LEFT, y + 6, 60, bold=True)
    return kicker + words, y + 40
