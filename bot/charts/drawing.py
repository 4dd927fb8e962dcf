"""What every picture is drawn with: a card for a phone, words that fit, lines and badges.

The drawing has no words of its own; it sets what it is given in Liberation Sans, which
vl-convert carries with it, so a picture looks the same on every machine.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
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
Section = Callable[[float], Drawn]  # draws below a y


def png(svg: str) -> bytes:
    """Return the drawing as a PNG; about 50 ms, in which no other thread runs."""
    import vl_convert  # noqa: PLC0415 - 85 MB of library, loaded with the first picture only

    return vl_convert.svg_to_png(svg, scale=1)


def card(elements: str, y: float) -> str:
    """Return the SVG of a card that ends below y."""
    height = round(y + 36)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        'font-family="Liberation Sans">'
        f'<rect width="{WIDTH}" height="{height}" fill="{SURROUND}"/>'
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{WIDTH - 2 * MARGIN}" '
        f'height="{height - 2 * MARGIN}" rx="40" fill="{CARD}"/>{elements}</svg>'
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
        elements, below = paragraph(words, LEFT, y + space, 30, colour=QUIET)
        return elements, below + 16

    return drawn


def _heading(title: str, subtitle: str) -> Drawn:
    """Set the title and, below it in grey, what it is about."""
    drawn, y = paragraph(title, LEFT, 84.0, _title_size(title), bold=True)
    below, y = paragraph(subtitle, LEFT, y + 4, 34, colour=QUIET)
    return drawn + below, y + 44


def _title_size(title: str) -> int:
    two_lines = 2 * (RIGHT - LEFT) * 0.85  # words break early, so a line is rarely full
    return next((size for size in (60, 52) if text_width(title, size, bold=True) < two_lines), 44)


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
            f'<circle cx="{x}" cy="{y:.1f}" r="{radius - 2}" fill="{CARD}" stroke="{ACCENT}" '
            'stroke-width="4"/>'
        )
    tick = [(-0.45, 0.03), (-0.12, 0.36), (0.46, -0.32)]
    points = " ".join(f"{x + dx * radius:.1f},{y + dy * radius:.1f}" for dx, dy in tick)
    disc = f'<circle cx="{x}" cy="{y:.1f}" r="{radius}" fill="{ACCENT}" stroke="{CARD}" '
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
    halo: bool = False,
) -> str:
    """Set words in one line, without what the font does not have."""
    outline = f' stroke="{CARD}" stroke-width="8" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" '
        f'font-weight="{"bold" if bold else "normal"}" text-anchor="{anchor}"{outline}>'
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
    return _ADVANCES.get(letter, 0.56 if letter < _BEYOND_LATIN and letter != "@" else 1.02)


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
