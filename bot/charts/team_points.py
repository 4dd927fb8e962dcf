"""A team's points in a quarter: the path to the levels, the weeks, what earned points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.charts.drawing import (
    ACCENT,
    ACCENT_MIDDLE,
    ACCENT_PALE,
    CARD,
    FAINT,
    HAIRLINE,
    INK,
    LEFT,
    QUIET,
    RIGHT,
    WIDTH,
    Drawn,
    badge,
    line,
    paragraph,
    picture_of,
    png,
    polyline,
    size_for_width,
    text,
    text_width,
)


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week of the quarter; `points` are rounded to 10, None while the week is open."""

    label: str
    points: int | None
    rest: bool = False


@dataclass(frozen=True, slots=True)
class LevelMark:
    """A level of the quarter with its name in the reader's language."""

    name: str
    points: int
    reached: bool


@dataclass(frozen=True, slots=True)
class TeamPicture:
    """Everything the picture says, in the reader's language; points are rounded to 10."""

    title: str
    subtitle: str
    weeks: Sequence[WeekBar]
    total: int
    total_label: str
    levels: Sequence[LevelMark]
    week_axis_label: str
    earned_title: str
    earned: Sequence[str]
    coming_title: str
    coming: Sequence[str]
    maximum: int = 1200


def draw_team_points(picture: TeamPicture) -> bytes:
    """Return the team's points as a PNG; about 50 ms, in which no other thread runs."""
    return png(team_points_svg(picture))


def team_points_svg(picture: TeamPicture) -> str:
    """Return the picture as SVG: heading, total, path, weeks, what earned and what could come."""
    sections = (_total, _path, _weeks, _earned, _coming)
    return picture_of(picture.title, picture.subtitle, [partial(s, picture) for s in sections])


def _total(picture: TeamPicture, y: float) -> Drawn:
    """Set the figure that begins the label large, its words beneath, the levels beside it."""
    chips_x = LEFT + 484
    figure, words = _leading_figure(picture.total_label)
    size = size_for_width(figure, chips_x - LEFT - 20, 150, bold=True)
    drawn = text(LEFT - 6, y + 108, figure, size, bold=True, colour=ACCENT)
    label, below = paragraph(words, LEFT, y + 140 if figure else y, 34, width=chips_x - LEFT - 20)
    return drawn + label + _level_chips(picture, chips_x, y), max(below, y + 170) + 62


def _level_chips(picture: TeamPicture, x: float, y: float) -> str:
    """Draw the highest level reached and, below it, the next one with the points it takes."""
    reached = [level for level in picture.levels if level.reached][-1:]
    coming = [level for level in picture.levels if not level.reached][:1]
    shown = reached + coming
    y += 16 if len(shown) == 1 else 0
    drawn = ""
    for level in shown:
        missing = level.points - picture.total
        figure = f"+{missing}" if not level.reached and missing > 0 else ""
        drawn += _chip(level, figure, x, y)
        y += 94
    return drawn


def _chip(level: LevelMark, figure: str, x: float, y: float) -> str:
    width, height = RIGHT - x, 76
    fill, ink = (ACCENT, CARD) if level.reached else (CARD, INK)
    space = width - 110 - text_width(figure, 38, bold=True)
    size = size_for_width(level.name, space, 38, bold=True)
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{height / 2}" '
        f'fill="{fill}" stroke="{ACCENT}" stroke-width="3"/>'
        + badge(x + 40, y + height / 2, 20, reached=level.reached)
        + text(x + 74, y + 38 + size * 0.35, level.name, size, bold=True, colour=ink)
        + text(RIGHT - 30, y + 51, figure, 38, bold=True, colour=ACCENT, anchor="end")
    )


def _path(picture: TeamPicture, y: float) -> Drawn:
    """Draw the quarter's running total on its way through the levels."""
    height = 350.0
    bottom = y + 20 + height
    scale = height / max(picture.maximum, picture.total)
    route = _route(picture, bottom, scale)
    x, end = route[-1]
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in route)
    ceiling = bottom - picture.maximum * scale
    coming = [bottom - level.points * scale for level in picture.levels if not level.reached]
    drawn = [
        f'<polygon points="{LEFT},{bottom} {corners} {x:.1f},{bottom}" fill="{ACCENT_PALE}"/>',
        line(LEFT, ceiling, RIGHT, ceiling, FAINT, dash="3 9"),
        text(LEFT + 42, ceiling - 14, str(picture.maximum), 32, colour=QUIET),
        line(LEFT, bottom, RIGHT, bottom, QUIET),
        polyline(corners, ACCENT, 8),
        *(_level_line(level, bottom - level.points * scale) for level in picture.levels),
        _arrow_up(x, end - 24, coming[0] + 6) if coming else "",
        f'<circle cx="{x:.1f}" cy="{end:.1f}" r="17" fill="{ACCENT}" stroke="{CARD}" '
        'stroke-width="6"/>',
    ]
    return "".join(drawn), bottom + 34


def _route(picture: TeamPicture, bottom: float, scale: float) -> list[tuple[float, float]]:
    places = [LEFT, *(_week_x(picture, week) for week in _closed(picture))]
    heights = [total * scale for total in _running_totals(picture)]
    return [(x, bottom - height) for x, height in zip(places, heights, strict=True)]


def _level_line(level: LevelMark, y: float) -> str:
    colour, dash = (ACCENT, "") if level.reached else (FAINT, "10 8")
    name_x = LEFT + 56 + text_width(str(level.points), 32, bold=False)
    size = size_for_width(level.name, 290, 32, bold=True)
    return (
        line(LEFT, y, RIGHT, y, colour, dash=dash)
        + badge(LEFT + 16, y - 25, 15, reached=level.reached)
        + text(LEFT + 42, y - 14, str(level.points), 32, colour=QUIET, halo=True)
        + text(name_x, y - 14, level.name, size, bold=True, halo=True)
    )


def _weeks(picture: TeamPicture, y: float) -> Drawn:
    """Draw each closed week as a bar with its points, an open one as a dot, rest as a pause."""
    height = 140.0
    bottom = y + 44 + height
    scale = height / max([100, *(week.points or 0 for week in picture.weeks)])
    latest = max(_closed(picture), default=None)
    size = min(size_for_width(week.label, 62, 30, bold=True) for week in picture.weeks)
    drawn = ""
    for index, week in enumerate(picture.weeks):
        x, bold = _week_x(picture, index), index == latest
        drawn += _week(week, x, bottom, scale, latest=bold)
        drawn += text(x, bottom + 42, week.label, size, bold=bold, colour=QUIET, anchor="middle")
    axis_size = size_for_width(picture.week_axis_label, RIGHT - LEFT, 30, bold=False)
    drawn += text(
        WIDTH / 2, bottom + 84, picture.week_axis_label, axis_size, colour=QUIET, anchor="middle"
    )
    return drawn + line(LEFT, bottom, RIGHT, bottom, QUIET), bottom + 118


def _week(week: WeekBar, x: float, bottom: float, scale: float, *, latest: bool) -> str:
    if week.points is None and week.rest:
        return "".join(
            line(x + dx, bottom - 38, x + dx, bottom - 16, QUIET, width=8) for dx in (-8, 8)
        )
    if week.points is None:
        return f'<circle cx="{x:.1f}" cy="{bottom - 20:.1f}" r="5" fill="{FAINT}"/>'
    height = max(week.points * scale, 5)
    corner = min(9, height)
    colour = ACCENT if latest else ACCENT_MIDDLE
    return (
        f'<path fill="{colour}" d="M{x - 23:.1f},{bottom:.1f} v{corner - height:.1f} '
        f"q0,{-corner} {corner},{-corner} h{46 - 2 * corner} "
        f'q{corner},0 {corner},{corner} v{height - corner:.1f} z"/>'
        + text(x, bottom - height - 12, str(week.points), 30, bold=latest, anchor="middle")
    )


def _earned(picture: TeamPicture, y: float) -> Drawn:
    return _listed(picture.earned_title, picture.earned, y, reached=True)


def _coming(picture: TeamPicture, y: float) -> Drawn:
    return _listed(picture.coming_title, picture.coming, y, reached=False)


def _listed(title: str, phrases: Sequence[str], y: float, *, reached: bool) -> Drawn:
    """List what earned points, or could; nothing at all is drawn while there is nothing."""
    if not phrases:
        return "", y
    rule = line(LEFT, y, RIGHT, y, HAIRLINE)
    drawn, y = paragraph(title, LEFT, y + 30, 36, bold=True)
    for phrase in phrases:
        drawn += badge(LEFT + 17, y + 27, 15, reached=reached)
        lines, y = paragraph(phrase, LEFT + 52, y + 6, 34)
        drawn += lines
    return rule + drawn, y + 32


def _closed(picture: TeamPicture) -> list[int]:
    return [index for index, week in enumerate(picture.weeks) if week.points is not None]


def _running_totals(picture: TeamPicture) -> list[float]:
    """Return the total before the first week and after each closed one; the last is the total.

    Weeks are rounded one by one, and a team may carry points over from a re-organisation. What
    the weeks lack is the start; what they have too much is taken from each in proportion.
    """
    weeks = [picture.weeks[index].points or 0 for index in _closed(picture)]
    start = max(picture.total - sum(weeks), 0)
    share = (picture.total - start) / sum(weeks) if sum(weeks) else 0
    return [start + share * sum(weeks[:count]) for count in range(len(weeks) + 1)]


def _week_x(picture: TeamPicture, index: int) -> float:
    """Place weeks so that the path takes one equal step from the left edge to each of them."""
    return LEFT + (RIGHT - LEFT) * (index + 1) / (len(picture.weeks) + 0.5)


def _leading_figure(label: str) -> tuple[str, str]:
    """Split "1 040 points this quarter" after its figure; other labels have none."""
    figure = re.match(r"\d[\d\s.,]*(?=\s)", label)
    return (figure[0], label[figure.end() :].strip()) if figure else ("", label)


def _arrow_up(x: float, bottom: float, top: float) -> str:
    if bottom - top < 20:  # noqa: PLR2004 - no room for an arrow; the chip tells the distance
        return ""
    head = f"{x - 11:.1f},{top + 13:.1f} {x:.1f},{top:.1f} {x + 11:.1f},{top + 13:.1f}"
    return line(x, bottom, x, top + 4, ACCENT, dash="4 9") + polyline(head, ACCENT, 5)
