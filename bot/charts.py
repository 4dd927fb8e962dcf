"""Pictures for the chat: a team's points in a quarter, drawn as a card for a phone.

The drawing has no words of its own; it sets what it is given in Liberation Sans, which
vl-convert carries with it, so a picture looks the same on every machine.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 1080  # pixels; the height follows from what there is to say, mostly 1,200 to 1,600
MARGIN = 24  # around the card
LEFT, RIGHT = 84, WIDTH - 84  # where the card's content begins and ends

SURROUND, CARD = "#0d4d53", "#ffffff"
INK, QUIET, FAINT, HAIRLINE = "#16282c", "#4f6266", "#93a3a6", "#ccd6d7"
ACCENT, ACCENT_MIDDLE, ACCENT_PALE = "#0b5f66", "#6aa5a9", "#e3f0f0"

# Advance widths of Liberation Sans in ems, rounded up; every other Latin character takes 0.56.
_ADVANCES = {
    character: width
    for width, characters in {
        0.23: "ijl'|",
        0.28: " !,./:;I[]\\ft",
        0.34: '"()-r{}·',
        0.50: "cksvxyzJ",
        0.61: "FTZ",
        0.67: "ABEKPSVXY&",
        0.73: "CDHNRUw",
        0.78: "GOQ",
        0.84: "mM",
        0.95: "W%",
    }.items()
    for character in characters
}
_BOLD_IS_WIDER = 1.12
_BEYOND_LATIN = "\u0530"

Drawn = tuple[str, float]  # SVG elements, and the y where the next section begins


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
    maximum: int = 1200


def draw_team_points(picture: TeamPicture) -> bytes:
    """Return the team's points as a PNG; about 50 ms, in which no other thread runs."""
    import vl_convert  # noqa: PLC0415 - 85 MB of library, loaded with the first picture only

    return vl_convert.svg_to_png(team_points_svg(picture), scale=1)


def team_points_svg(picture: TeamPicture) -> str:
    """Return the picture as SVG: heading, total, path to the levels, weeks, what earned points."""
    elements, y = [], 84.0
    for section in (_heading, _total, _path, _weeks, _earned):
        drawn, y = section(picture, y)
        elements.append(drawn)
    height = round(y + 36)
    card = (
        f'<rect width="{WIDTH}" height="{height}" fill="{SURROUND}"/>'
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{WIDTH - 2 * MARGIN}" '
        f'height="{height - 2 * MARGIN}" rx="40" fill="{CARD}"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'font-family="Liberation Sans">{card}{"".join(elements)}</svg>'
    )


def _heading(picture: TeamPicture, y: float) -> Drawn:
    title, y = _paragraph(picture.title, LEFT, y, _title_size(picture.title), bold=True)
    subtitle, y = _paragraph(picture.subtitle, LEFT, y + 4, 34, colour=QUIET)
    return title + subtitle, y + 44


def _title_size(title: str) -> int:
    two_lines = 2 * (RIGHT - LEFT) * 0.85  # words break early, so a line is rarely full
    return next((size for size in (60, 52) if _text_width(title, size, bold=True) < two_lines), 44)


def _total(picture: TeamPicture, y: float) -> Drawn:
    """Set the figure that begins the label large, its words beneath, the levels beside it."""
    chips_x = LEFT + 484
    figure, words = _leading_figure(picture.total_label)
    size = _size_for_width(figure, chips_x - LEFT - 20, 150, bold=True)
    drawn = _text(LEFT - 6, y + 108, figure, size, bold=True, colour=ACCENT)
    label, below = _paragraph(words, LEFT, y + 140 if figure else y, 34, width=chips_x - LEFT - 20)
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
    space = width - 110 - _text_width(figure, 38, bold=True)
    size = _size_for_width(level.name, space, 38, bold=True)
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{height / 2}" '
        f'fill="{fill}" stroke="{ACCENT}" stroke-width="3"/>'
        + _badge(x + 40, y + height / 2, 20, reached=level.reached)
        + _text(x + 74, y + 38 + size * 0.35, level.name, size, bold=True, colour=ink)
        + _text(RIGHT - 30, y + 51, figure, 38, bold=True, colour=ACCENT, anchor="end")
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
        _line(LEFT, ceiling, RIGHT, ceiling, FAINT, dash="3 9"),
        _text(LEFT + 42, ceiling - 14, str(picture.maximum), 32, colour=QUIET),
        _line(LEFT, bottom, RIGHT, bottom, QUIET),
        _polyline(corners, ACCENT, 8),
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
    name_x = LEFT + 56 + _text_width(str(level.points), 32, bold=False)
    size = _size_for_width(level.name, 290, 32, bold=True)
    return (
        _line(LEFT, y, RIGHT, y, colour, dash=dash)
        + _badge(LEFT + 16, y - 25, 15, reached=level.reached)
        + _text(LEFT + 42, y - 14, str(level.points), 32, colour=QUIET, halo=True)
        + _text(name_x, y - 14, level.name, size, bold=True, halo=True)
    )


def _weeks(picture: TeamPicture, y: float) -> Drawn:
    """Draw each closed week as a bar with its points, an open one as a dot, rest as a pause."""
    height = 140.0
    bottom = y + 44 + height
    scale = height / max([100, *(week.points or 0 for week in picture.weeks)])
    latest = max(_closed(picture), default=None)
    size = min(_size_for_width(week.label, 62, 30, bold=True) for week in picture.weeks)
    drawn = ""
    for index, week in enumerate(picture.weeks):
        x, bold = _week_x(picture, index), index == latest
        drawn += _week(week, x, bottom, scale, latest=bold)
        drawn += _text(x, bottom + 42, week.label, size, bold=bold, colour=QUIET, anchor="middle")
    axis_size = _size_for_width(picture.week_axis_label, RIGHT - LEFT, 30, bold=False)
    drawn += _text(
        WIDTH / 2, bottom + 84, picture.week_axis_label, axis_size, colour=QUIET, anchor="middle"
    )
    return drawn + _line(LEFT, bottom, RIGHT, bottom, QUIET), bottom + 118


def _week(week: WeekBar, x: float, bottom: float, scale: float, *, latest: bool) -> str:
    if week.points is None and week.rest:
        return "".join(
            _line(x + dx, bottom - 38, x + dx, bottom - 16, QUIET, width=8) for dx in (-8, 8)
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
        + _text(x, bottom - height - 12, str(week.points), 30, bold=latest, anchor="middle")
    )


def _earned(picture: TeamPicture, y: float) -> Drawn:
    """List what earned points; nothing at all is drawn while there is nothing to list."""
    if not picture.earned:
        return "", y
    rule = _line(LEFT, y, RIGHT, y, HAIRLINE)
    title, y = _paragraph(picture.earned_title, LEFT, y + 30, 36, bold=True)
    drawn = rule + title
    for phrase in picture.earned:
        drawn += _badge(LEFT + 17, y + 27, 15, reached=True)
        lines, y = _paragraph(phrase, LEFT + 52, y + 6, 34)
        drawn += lines
    return drawn, y + 32


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
    found = re.match(r"\d[\d\s.,]*(?=\s)", label)
    return (found[0], label[found.end() :].strip()) if found else ("", label)


def _line(
    x1: float, y1: float, x2: float, y2: float, colour: str, *, width: float = 3, dash: str = ""
) -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="{width}"{dashes}/>'
    )


def _polyline(points: str, colour: str, width: float) -> str:
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _arrow_up(x: float, bottom: float, top: float) -> str:
    if bottom - top < 20:  # noqa: PLR2004 - no room for an arrow; the chip tells the distance
        return ""
    head = f"{x - 11:.1f},{top + 13:.1f} {x:.1f},{top:.1f} {x + 11:.1f},{top + 13:.1f}"
    return _line(x, bottom, x, top + 4, ACCENT, dash="4 9") + _polyline(head, ACCENT, 5)


def _badge(x: float, y: float, radius: float, *, reached: bool) -> str:
    """Draw a ticked disc for what is reached, an empty ring for what is not."""
    if not reached:
        return (
            f'<circle cx="{x}" cy="{y:.1f}" r="{radius - 2}" fill="{CARD}" stroke="{ACCENT}" '
            'stroke-width="4"/>'
        )
    tick = [(-0.45, 0.03), (-0.12, 0.36), (0.46, -0.32)]
    points = " ".join(f"{x + dx * radius:.1f},{y + dy * radius:.1f}" for dx, dy in tick)
    disc = f'<circle cx="{x}" cy="{y:.1f}" r="{radius}" fill="{ACCENT}" stroke="{CARD}" '
    return f'{disc}stroke-width="2"/>' + _polyline(points, CARD, radius / 4)


def _text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    anchor: str = "start",
    halo: bool = False,
) -> str:
    outline = f' stroke="{CARD}" stroke-width="8" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" '
        f'font-weight="{"bold" if bold else "normal"}" text-anchor="{anchor}"{outline}>'
        f"{escape(_drawable(words))}</text>"
    )


def _paragraph(
    words: str,
    x: float,
    y: float,
    size: float,
    *,
    width: float | None = None,
    bold: bool = False,
    colour: str = INK,
) -> Drawn:
    """Draw wrapped lines below y and return them with the y beneath the last."""
    lines = _wrapped(words, width or RIGHT - x, size, bold=bold)
    step = size * 1.22
    drawn = "".join(
        _text(x, y + size * 0.95 + step * index, line, size, bold=bold, colour=colour)
        for index, line in enumerate(lines)
    )
    return drawn, y + step * len(lines)


def _drawable(words: str) -> str:
    """Leave out what XML forbids, and symbols like emoji: one of them would change the font."""
    composed = unicodedata.normalize("NFC", re.sub(r"[\t\r\n]", " ", words))
    return "".join(filter(_is_drawable, composed)).strip(" ")


def _is_drawable(character: str) -> bool:
    category = unicodedata.category(character)
    pictorial = category in {"So", "Sk", "Me"} and character > "\u2000"
    variation = "\ufe00" <= character <= "\ufe0f"
    return not (pictorial or variation or category.startswith("C"))


def _text_width(words: str, size: float, *, bold: bool) -> float:
    ems = sum(_advance(character) for character in _drawable(words))
    return ems * size * (_BOLD_IS_WIDER if bold else 1)


def _advance(character: str) -> float:
    letter = unicodedata.normalize("NFD", character)[0]
    return _ADVANCES.get(letter, 0.56 if letter < _BEYOND_LATIN and letter != "@" else 1.02)


def _size_for_width(words: str, width: float, size: float, *, bold: bool) -> float:
    return min(size, size * width / max(_text_width(words, size, bold=bold), 1))


def _wrapped(words: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Fill lines word by word; a word wider than a line is cut."""
    lines = [""]
    for word in _drawable(words).split(" "):
        joined = f"{lines[-1]} {word}".strip(" ")
        if _text_width(joined, size, bold=bold) <= width:
            lines[-1] = joined
        else:
            lines += _pieces(word, width, size, bold=bold)
    return [line for line in lines if line]


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if _text_width(pieces[-1] + character, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
