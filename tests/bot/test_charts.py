"""The picture of a team's points, as its lead sees it on a phone."""

import re
import struct
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from bot.charts.drawing import CARD, WIDTH, png, text_width
from bot.charts.own_history import AnswerRow, HistoryPicture, history_svg
from bot.charts.team_points import (
    LevelMark,
    TeamPicture,
    WeekBar,
    draw_team_points,
    team_points_svg,
)

SAMPLES = Path(__file__).parents[2] / "test-artefacts" / "pictures"
WORDS = {
    "en": {
        "title": "Customer advice",
        "subtitle": "Quarter 1, weeks 1–13",
        "total": "{} points this quarter",
        "levels": ("Start", "Momentum", "Established"),
        "weeks": "Points by week",
        "earned_title": "What earned points last week",
        "earned": (
            "At least 70 % took part in the check-in",
            "At least 40 % tried a prompt",
            "The team shared a learning",
            "Another team tried ours",
        ),
    },
    "fi": {
        "title": "Työllisyyspalvelujen asiakasneuvonta",
        "subtitle": "1. neljännes, viikot 1–13",
        "total": "{} pistettä tällä neljänneksellä",
        "levels": ("Alku", "Vauhti", "Vakiintunut"),
        "weeks": "Pisteet viikoittain",
        "earned_title": "Näistä tuli pisteitä viime viikolla",
        "earned": (
            "Vähintään 70 % vastasi viikon kysymyksiin",
            "Vähintään 40 % kokeili vinkkiä",
            "Tiimi jakoi oivalluksen",
            "Asiakkaan ääni: yksi palaute ja mitä siitä seuraa",
        ),
    },
    "sv": {
        "title": "Kundrådgivningen för arbetskraftsservice",
        "subtitle": "Kvartal 1, vecka 1–13",
        "total": "{} poäng det här kvartalet",
        "levels": ("Start", "Fart", "Etablerad"),
        "weeks": "Poäng per vecka",
        "earned_title": "Det här gav poäng förra veckan",
        "earned": (
            "Minst 70 % svarade på veckans frågor",
            "Minst 40 % prövade ett tips",
            "Teamet delade en lärdom",
        ),
    },
}
QUARTERS = {
    "empty": (),
    "middle": (50, 70, 80, 60, 90, 0, 70),
    "levelled": (70, 80, 70, 60, 90, 80, 70, 90, 60),
    "full": (100,) * 12,
}


def picture(language: str = "en", quarter: str = "middle") -> TeamPicture:
    words, points = WORDS[language], QUARTERS[quarter]
    total = sum(points)
    figure = f"{total:,}".replace(",", "," if language == "en" else "\N{NO-BREAK SPACE}")
    return TeamPicture(
        title=str(words["title"]),
        subtitle=str(words["subtitle"]),
        total=total,
        total_label=str(words["total"]).format(figure),
        levels=[
            LevelMark(name, mark, total >= mark, "reached" if total >= mark else f"from {mark}")
            for name, mark in zip(words["levels"], (600, 780, 960), strict=True)
        ],
        weeks_title=str(words["weeks"]),
        weeks=[WeekBar(f"wk {number}", week) for number, week in enumerate(points, 1)],
        earned_title=str(words["earned_title"]),
        earned=words["earned"] if points else (),
    )


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png.endswith(b"IEND\xae\x42\x60\x82")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def said(shown: TeamPicture) -> str:
    """Every word that stands in the drawing, in reading order."""
    return " ".join(texts(shown))


def texts(shown: TeamPicture) -> list[str]:
    return list(ET.fromstring(team_points_svg(shown)).itertext())


@pytest.mark.parametrize("quarter", QUARTERS)
@pytest.mark.parametrize("language", WORDS)
def test_every_quarter_draws_at_the_size_of_a_phone(language: str, quarter: str) -> None:
    png = draw_team_points(picture(language, quarter))
    SAMPLES.mkdir(parents=True, exist_ok=True)
    (SAMPLES / f"team-{quarter}-{language}.png").write_bytes(png)
    width, height = size(png)
    assert width == 1080
    assert 540 <= height <= 1750


@pytest.mark.parametrize("quarter", QUARTERS)
@pytest.mark.parametrize("language", WORDS)
def test_every_given_label_stands_in_the_picture(language: str, quarter: str) -> None:
    shown = picture(language, quarter)
    figure, words = re.split(r"(?<=\d)\s(?=[a-z])", shown.total_label)
    expected = [shown.title, shown.subtitle, figure, words]
    expected += [word for level in shown.levels for word in (level.name, level.words)]
    expected += [shown.weeks_title, *(week.label for week in shown.weeks[-6:])] * bool(shown.weeks)
    expected += [shown.earned_title, *shown.earned] * bool(shown.earned)
    for label in expected:
        assert label in said(shown)


HISTORY = HistoryPicture(
    "My own answers over time",
    "From 1 to 5, for you alone",
    [AnswerRow("Listening", [3, None, 5]), AnswerRow("Clarity", [None, 2, 2])],
    "Blocks from left to right: 1, 2, 3.",
)


def test_two_wordings_are_not_joined_by_a_line() -> None:
    def lines(row: AnswerRow) -> int:
        return len(
            re.findall(r'<line [^>]*stroke-width="6"', history_svg(replace(HISTORY, rows=[row])))
        )

    answers = [2, 3, 3, 4]
    assert lines(AnswerRow("Listening", answers)) == 3
    assert lines(AnswerRow("Listening", answers, anew=[2])) == 2


DRAWS = {
    "team": lambda: team_points_svg(picture("fi", "full")),
    "history": lambda: history_svg(HISTORY),
}


@pytest.mark.parametrize("draws", DRAWS.values(), ids=DRAWS)
def test_nothing_is_smaller_than_four_percent_of_the_width(draws: Callable[[], str]) -> None:
    """A phone at arm's length shows 4 % of the width about as large as a line of a chat."""
    sizes = [float(found) for found in re.findall(r'font-size="([\d.]+)"', draws())]
    assert min(sizes) >= 0.04 * WIDTH


def test_figures_are_those_given() -> None:
    numbers = [text for text in texts(picture("en", "levelled")) if re.fullmatch(r"\d+", text)]
    assert numbers == ["670", "60", "90", "80", "70", "90", "60"]  # the total, the last six weeks


def test_a_week_without_points_says_zero_and_a_rest_week_says_so() -> None:
    weeks = [WeekBar("wk 12", 0), WeekBar("wk 13", 0, rest="rest")]
    shown = replace(picture(quarter="empty"), weeks=weeks)
    assert texts(shown)[-4:] == ["0", "wk 12", "rest", "wk 13"]


def test_levels_are_told_by_shape_and_words() -> None:
    def ticks(quarter: str) -> int:
        bare = replace(picture(quarter=quarter), earned=())
        lines = ET.fromstring(team_points_svg(bare)).iterfind("{*}polyline")
        return sum(line.attrib["stroke"] == CARD for line in lines)

    assert ticks("middle") == 0
    assert ticks("levelled") == 2  # on the way, and beside its name
    assert ticks("full") == 6
    assert "Start reached Momentum from 780" in said(picture(quarter="levelled"))


def test_different_totals_give_different_pictures() -> None:
    assert draw_team_points(picture()) != draw_team_points(replace(picture(), total=430))


HOSTILE = [
    "<script>alert('x')</script>",
    "R&D \"quoted\" & 'more' </text></svg>",
    "]]> <!-- --> &amp; &#0;",
    "Tiimi 🎉👩🏽‍💻🇫🇮",
    "nul\0 bell\a lone\ud800 line\nbreak\ttab",
    "W" * 200,
    "sana " * 40,
    "客服 فريق Ωμέγα",
    "",
    " ",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_draw(words: str) -> None:
    shown = replace(
        picture(),
        title=words,
        subtitle=words,
        total_label=words,
        levels=[LevelMark(words, points, points < 700, words) for points in (600, 780)],
        weeks_title=words,
        weeks=[WeekBar(words, 50)] * 13,
        earned_title=words,
        earned=[words, words],
    )
    assert size(draw_team_points(shown))[0] == 1080


def test_markup_in_a_name_stays_words() -> None:
    assert HOSTILE[0] in said(replace(picture(), title=HOSTILE[0]))
    assert HOSTILE[1] in said(replace(picture(), subtitle=HOSTILE[1]))


def test_emoji_leave_the_words_around_them() -> None:
    assert texts(replace(picture(), title="Neuvonta 🎉"))[0] == "Neuvonta"


@pytest.mark.parametrize(
    "title", ["W" * 200, "Ääkkösneuvonta " * 13, "lentokonesuihkuturbiini" * 8]
)
def test_a_long_name_is_set_whole_and_within_the_card(title: str) -> None:
    named = replace(picture(), title=title)
    assert title.replace(" ", "") in said(named).replace(" ", "")
    assert right_margin(named) == right_margin(replace(picture(), title=""))
    assert right_margin(named, start=600) != right_margin(replace(picture(), title=""), start=600)


def right_margin(shown: TeamPicture, start: int = 1020) -> bytes:
    """The picture from `start` to its right edge, at the height of a long title."""
    drawing = ET.fromstring(team_points_svg(shown))
    drawing.attrib |= {"viewBox": f"{start} 60 {1080 - start} 130"}
    drawing.attrib |= {"width": str(1080 - start), "height": "130"}
    return png(ET.tostring(drawing, encoding="unicode"))


@pytest.mark.parametrize(("weight", "bold"), [("Regular", False), ("SemiBold", True)])
def test_words_are_never_wider_than_they_are_taken_for(weight: str, *, bold: bool) -> None:
    font = TTFont(files("bot.charts").joinpath("fonts", f"Inter-{weight}.otf"))
    glyphs, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    letters = [chr(code) for code in range(0x20, 0x180) if code in glyphs and code != 0xAD]
    taken = {letter: text_width(f"a{letter}a", 1, bold=bold) for letter in letters}
    wide = widths[glyphs[ord("a")]][0] / em
    wider = {
        letter: (width, taken[letter])
        for letter in letters
        if (width := 2 * wide + widths[glyphs[ord(letter)]][0] / em) > taken[letter] + 0.035
    }
    assert wider == {}


def test_threads_draw_the_same_picture_at_once() -> None:
    pictures = [picture(language, quarter) for language in WORDS for quarter in QUARTERS]
    alone = [draw_team_points(each) for each in pictures]
    with ThreadPoolExecutor(max_workers=8) as threads:
        assert list(threads.map(draw_team_points, pictures)) == alone
