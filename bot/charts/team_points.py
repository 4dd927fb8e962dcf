"""A team's points in a quarter: the way to the levels, the last weeks, what earned points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.charts.drawing import (
    ACCENT,
    ACCENT_MIDDLE,
    ACCENT_PALE,
    HAIRLINE,
    LEFT,
    QUIET,
    RIGHT,
    SMALL,
    Drawn,
    badge,
    line,
    paragraph,
    picture_of,
    png,
    size_for_width,
    text,
)

LATEST = 6  # weeks: more would not be readable at arm's length
WEEK_MOST = 100  # points
TRACK = 40.0  # pixels high


@dataclass(frozen=True, slots=True)
class WeekBar:
    """A counted week of the quarter with its points as shown; one of rest alone has words."""

    label: str
    points: int
    rest: str = ""


@dataclass(frozen=True, slots=True)
class LevelMark:
    """A level of the quarter with its name, and in words how far it is."""

    name: str
    points: int
    reached: bool
    words: str


@dataclass(frozen=True, slots=True)
class TeamPicture:
    """Everything the picture says, in the reader's language; points are as they are shown."""

    title: str
    subtitle: str
    total: int
    total_label: str
    levels: Sequence[LevelMark]
    weeks_title: str
    weeks: Sequence[WeekBar]
    earned_title: str
    earned: Sequence[str]


def draw_team_points(picture: TeamPicture) -> bytes:
    """Return the team's points as a PNG."""
    return png(team_points_svg(picture))


def team_points_svg(picture: TeamPicture) -> str:
    """Return the picture as SVG: heading, total, the way to the levels, weeks, what earned."""
    sections = (_total, _way, _levels, _weeks, _earned)
    return picture_of(picture.title, picture.subtitle, [partial(s, picture) for s in sections])


def _total(picture: TeamPicture, y: float) -> Drawn:
    """Set the figure that begins the label large, and its words behind it."""
    figure, words = _leading_figure(picture.total_label)
    size = size_for_width(figure, 460, 150, bold=True)
    drawn = text(LEFT - 6, y + 108, figure, size, bold=True, colour=ACCENT)
    x = LEFT + 24 + size * 0.68 * len(figure)
    _, high = paragraph(words, x, 0, SMALL)
    label, _ = paragraph(words, x, y + 108 - high, SMALL)
    return drawn + label, y + 150


def _way(picture: TeamPicture, y: float) -> Drawn:
    """Draw how far the team has come, with a badge where each level is reached."""
    most = max([picture.total, *(level.points for level in picture.levels)])
    middle = y + TRACK / 2
    come = (RIGHT - LEFT) * picture.total / most
    marks = "".join(
        badge(LEFT + (RIGHT - LEFT - 24) * level.points / most, middle, 24, reached=level.reached)
        for level in picture.levels
    )
    return _bar(RIGHT - LEFT, y, ACCENT_PALE) + _bar(come, y, ACCENT_MIDDLE) + marks, y + 76


def _bar(width: float, y: float, fill: str) -> str:
    return (
        f'<rect x="{LEFT}" y="{y:.1f}" width="{max(width, 0.1):.1f}" height="{TRACK}" '
        f'rx="{TRACK / 2}" fill="{fill}"/>'
    )


def _levels(picture: TeamPicture, y: float) -> Drawn:
    """List the levels: its badge, its name, and how far it is."""
    drawn = ""
    for level in picture.levels:
        drawn += badge(LEFT + 24, y + 24, 20, reached=level.reached)
        drawn += text(LEFT + 66, y + 40, level.name, SMALL, bold=level.reached)
        drawn += text(RIGHT, y + 40, level.words, SMALL, colour=QUIET, anchor="end")
        y += 66
    return drawn, y + 24


def _weeks(picture: TeamPicture, y: float) -> Drawn:
    """Draw the last closed weeks as bars with their points; nothing while there is none."""
    weeks = picture.weeks[-LATEST:]
    if not weeks:
        return "", y
    drawn = line(LEFT, y - 4, RIGHT, y - 4, HAIRLINE)
    title, y = paragraph(picture.weeks_title, LEFT, y + 24, SMALL, bold=True)
    height, slot = 150.0, (RIGHT - LEFT) / LATEST
    bottom = y + 66 + height
    drawn += title
    for index, week in enumerate(weeks):
        x = LEFT + slot * (index + 0.5)
        drawn += _week(week, x, bottom, height, latest=week is weeks[-1])
        drawn += text(x, bottom + 56, week.label, SMALL, colour=QUIET, anchor="middle")
    return drawn + line(LEFT, bottom, RIGHT, bottom, QUIET), bottom + 92


def _week(week: WeekBar, x: float, bottom: float, height: float, *, latest: bool) -> str:
    if week.rest:
        return text(x, bottom - 18, week.rest, SMALL, colour=QUIET, anchor="middle")
    high = height * week.points / WEEK_MOST
    corner = min(12, high)
    return (
        f'<path fill="{ACCENT if latest else ACCENT_MIDDLE}" d="M{x - 44:.1f},{bottom:.1f} '
        f"v{corner - high:.1f} q0,{-corner} {corner},{-corner} h{88 - 2 * corner} "
        f'q{corner},0 {corner},{corner} v{high - corner:.1f} z"/>'
        + text(x, bottom - high - 14, str(week.points), SMALL, bold=latest, anchor="middle")
    )


def _earned(picture: TeamPicture, y: float) -> Drawn:
    """List what earned points last; nothing at all is drawn while there is nothing."""
    if not picture.earned:
        return "", y
    rule = line(LEFT, y, RIGHT, y, HAIRLINE)
    drawn, y = paragraph(picture.earned_title, LEFT, y + 24, SMALL, bold=True)
    for phrase in picture.earned:
        drawn += badge(LEFT + 24, y + 38, 20, reached=True)
        lines, y = paragraph(phrase, LEFT + 66, y + 12, SMALL)
        drawn += lines
    return rule + drawn, y


def _leading_figure(label: str) -> tuple[str, str]:
    """Split "1 040 points this quarter" after its figure; other labels have none."""
    figure = re.match(r"\d[\d\s.,]*(?=\s)", label)
    return (figure[0], label[figure.end() :].strip()) if figure else ("", label)
