"""What every picture is drawn with: a dark card for a phone, words that fit, lines and badges.

The card is dark with light words: it does not glare in a dark chat and stands out in a light one.
The drawing has no words of its own; it sets what it is given in Inter, which lies in `fonts`, so a
picture looks the same on every machine. Nothing is set smaller than 4 % of the width.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from importlib.resources import files

WIDTH = 1080  # pixels; the height follows from what there is to say, mostly 1,000 to 1,700
LEFT, RIGHT = 64, WIDTH - 64  # where the content begins and ends
SMALL = 44  # pixels of type: the smallest there is

CARD = "#12323a"
INK, QUIET, FAINT, HAIRLINE = "#f5f9f8", "#b9cfce", "#7f9c9e", "#315058"
ACCENT, ACCENT_MIDDLE, ACCENT_PALE = "#ffc95c", "#8cc7bd", "#23474f"

# Advance widths of Inter in ems, rounded up; every other Latin character takes 0.62.
_ADVANCES = {
    character: width
    for width, characters in {
        0.24: "ijl'",
        0.30: " !,.:;I·",
        0.37: "|/\\f()[]rt{}",
        0.49: '"-°^1',
        0.56: "scvxyzJk?",
        0.70: "0ABEKPSRTVXYF&#$+<=>~",
        0.80: "CDGHNOQUØĦŊĲÐĐ",
        0.87: "mw%",
        1.02: "MW@ÆŒæœ©¼½¾",
    }.items()
    for character in characters
}
_BOLD_IS_WIDER = 1.11
_BEYOND_LATIN = "\u0530"

Drawn = tuple[str, float]  # SVG elements, and the y where the next section begins
Section = Callable[[float], Drawn]  # draws below a y


def png(svg: str) -> bytes:
    """Return the drawing as a PNG; about 150 ms, in which no other thread runs."""
    import resvg_py  # noqa: PLC0415 - loaded with the first picture only

    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=_fonts())


@cache
def _fonts() -> list[str]:
    folder = files("bot.charts").joinpath("fonts")
    return [str(folder.joinpath(f"Inter-{weight}.otf")) for weight in ("Regular", "SemiBold")]


def card(elements: str, y: float) -> str:
    """Return the SVG of a card that ends below y."""
    height = round(y + 40)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'font-family="Inter"><rect width="{WIDTH}" height="{height}" fill="{CARD}"/>'
        f"{elements}</svg>"
    )


def picture_of(title: str, subtitle: str, sections: Iterable[Section]) -> str:
    """Return the SVG of a card: a heading, and the sections one below the other."""
    drawn, y = _heading(title, subtitle)
    elements = [drawn]
    for section in sections:
        drawn, y = section(y)
        elements.append(drawn)
    return card("".join(elements), y)


def footer(words: str, space: float = 0) -> Section:
    """Return the section that closes a card: small grey words, some pixels below the last one."""

    def drawn(y: float) -> Drawn:
        elements, below = paragraph(words, LEFT, y + space, SMALL, colour=QUIET)
        return elements, below + 16

    return drawn


def _heading(title: str, subtitle: str) -> Drawn:
    """Set the title and, below it in grey, what it is about."""
    drawn, y = paragraph(title, LEFT, 60.0, _title_size(title), bold=True)
    below, y = paragraph(subtitle, LEFT, y + 6, SMALL, colour=QUIET)
    return drawn + below, y + 44


def _title_size(title: str) -> int:
    two_lines = 2 * (RIGHT - LEFT) * 0.85  # words break early, so a line is rarely full
    return next((size for size in (66, 58) if text_width(title, size, bold=True) < two_lines), 50)


def line(
    x1: float, y1: float, x2: float, y2: float, colour: str, *, width: float = 3, dash: str = ""
) -> str:
    """Draw a straight line."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="{width}"{dashes}/>'
    )


def polyline(points: str, colour: str, width: float) -> str:
    """Draw a line through points, given as SVG takes them."""
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def badge(x: float, y: float, radius: float, *, reached: bool) -> str:
    """Draw a ticked disc for what is reached, an empty ring for what is not."""
    if not reached:
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius - 2}" fill="{CARD}" '
            f'stroke="{FAINT}" stroke-width="4"/>'
        )
    tick = [(-0.45, 0.03), (-0.12, 0.36), (0.46, -0.32)]
    points = " ".join(f"{x + dx * radius:.1f},{y + dy * radius:.1f}" for dx, dy in tick)
    disc = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{ACCENT}" stroke="{CARD}" '
    return f'{disc}stroke-width="2"/>' + polyline(points, CARD, radius / 4)


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    anchor: str = "start",
) -> str:
    """Set words in one line, without what the font does not have."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" '
        f'font-weight="{600 if bold else 400}" text-anchor="{anchor}">'
        f"{escape(_drawable(words))}</text>"
    )


def paragraph(
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
        text(x, y + size * 0.95 + step * index, line, size, bold=bold, colour=colour)
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


def text_width(words: str, size: float, *, bold: bool) -> float:
    """Return about how many pixels wide the words will be."""
    ems = sum(_advance(character) for character in _drawable(words))
    return ems * size * (_BOLD_IS_WIDER if bold else 1)


def _advance(character: str) -> float:
    letter = unicodedata.normalize("NFD", character)[0]
    return _ADVANCES.get(letter, 0.62 if letter < _BEYOND_LATIN else 1.02)


def size_for_width(words: str, width: float, size: float, *, bold: bool) -> float:
    """Return the size, at most the given one, at which the words fit into the width."""
    return min(size, size * width / max(text_width(words, size, bold=bold), 1))


def _wrapped(words: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Fill lines word by word; a word wider than a line is cut."""
    lines = [""]
    for word in _drawable(words).split(" "):
        joined = f"{lines[-1]} {word}".strip(" ")
        if text_width(joined, size, bold=bold) <= width:
            lines[-1] = joined
        else:
            lines += _pieces(word, width, size, bold=bold)
    return [line for line in lines if line]


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if text_width(pieces[-1] + character, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
