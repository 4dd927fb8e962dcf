"""The picture of a team's points, as its lead sees it on a phone."""

import re
import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import vl_convert

from bot.charts.drawing import CARD
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
        "axis": "Week",
        "coming_title": "What could bring the next points",
        "coming": ("Bringing in a customer's voice",),
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
        "axis": "Viikko",
        "coming_title": "Mistä seuraavat pisteet voivat tulla",
        "coming": ("Toisen tiimin idean kokeilu",),
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
        "axis": "Vecka",
        "coming_title": "Vad som kan ge nästa poäng",
        "coming": ("Att föra fram kundens röst",),
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
    closed = dict(enumerate(points))
    return TeamPicture(
        title=str(words["title"]),
        subtitle=str(words["subtitle"]),
        weeks=[WeekBar(str(week + 1), closed.get(week), rest=week == 12) for week in range(13)],
        total=total,
        total_label=str(words["total"]).format(figure),
        levels=[
            LevelMark(name, mark, reached=total >= mark)
            for name, mark in zip(words["levels"], (600, 780, 960), strict=True)
        ],
        week_axis_label=str(words["axis"]),
        earned_title=str(words["earned_title"]),
        earned=words["earned"] if points else (),
        coming_title=str(words["coming_title"]),
        coming=words["coming"],
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
    assert 1080 <= height <= 1800


@pytest.mark.parametrize("quarter", QUARTERS)
@pytest.mark.parametrize("language", WORDS)
def test_every_given_label_stands_in_the_picture(language: str, quarter: str) -> None:
    shown = picture(language, quarter)
    expected = [shown.title, shown.subtitle, shown.total_label, shown.week_axis_label]
    expected += [level.name for level in shown.levels] + list(shown.earned)
    expected += [shown.earned_title] if shown.earned else []
    expected += [shown.coming_title, *shown.coming]
    for label in expected:
        assert label in said(shown)


def test_figures_are_those_given() -> None:
    shown = texts(picture("en", "levelled"))
    numbers = [text for text in shown if re.fullmatch(r"\+?\d+", text)]
    weeks = ["70", "1", "80", "2", "70", "3", "60", "4", "90", "5", "80", "6", "70", "7"]
    weeks += ["90", "8", "60", "9", "10", "11", "12", "13"]
    assert numbers == ["670", "+110", "1200", "600", "780", "960", *weeks]


def test_a_closed_week_without_points_says_zero_and_an_open_week_says_nothing() -> None:
    open_week, closed_week = (
        replace(picture(quarter="empty"), weeks=[WeekBar("w7", points)], coming=())
        for points in (None, 0)
    )
    assert texts(open_week)[-2:] == ["w7", "Week"]
    assert texts(closed_week)[-3:] == ["0", "w7", "Week"]


def test_levels_are_told_by_shape_and_words() -> None:
    def ticks(quarter: str) -> int:
        bare = replace(picture(quarter=quarter), earned=())
        lines = ET.fromstring(team_points_svg(bare)).iterfind("{*}polyline")
        return sum(line.attrib["stroke"] == CARD for line in lines)

    assert ticks("middle") == 0
    assert ticks("levelled") == 2  # beside the total and on the path
    assert ticks("full") == 4
    assert "Momentum +110" in said(picture(quarter="levelled"))
    assert "+" not in said(picture(quarter="full"))


def test_no_distance_is_claimed_when_rounding_already_shows_the_level() -> None:
    rounded_up = replace(picture(), total=600)
    assert "+" not in said(rounded_up)


def test_different_totals_give_different_pictures() -> None:
    assert draw_team_points(picture()) != draw_team_points(replace(picture(), total=430))


def test_points_carried_over_lift_the_start_of_the_path() -> None:
    assert path_heights(picture())[0] == pytest.approx(0, abs=0.01)
    carried = path_heights(replace(picture(), total=620))
    assert carried[0] == pytest.approx(200 / 620, abs=0.01)
    assert carried[-1] == 1


def path_heights(shown: TeamPicture) -> list[float]:
    """Heights of the path over the base line, as shares of its last one."""
    root = ET.fromstring(team_points_svg(shown))
    area = root.find("{*}polygon")
    assert area is not None
    ys = [float(point.split(",")[1]) for point in area.attrib["points"].split()]
    base, *route, _ = ys
    return [(base - y) / (base - route[-1]) for y in route]


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
        weeks=[WeekBar(words, 50)] * 13,
        total_label=words,
        levels=[LevelMark(words, 600, reached=True), LevelMark(words, 780, reached=False)],
        week_axis_label=words,
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


def right_margin(shown: TeamPicture, start: int = 1000) -> bytes:
    """The picture from `start` to its right edge, at the height of a long title."""
    drawing = ET.fromstring(team_points_svg(shown))
    drawing.attrib |= {"viewBox": f"{start} 80 {1080 - start} 180"}
    drawing.attrib |= {"width": str(1080 - start), "height": "180"}
    return vl_convert.svg_to_png(ET.tostring(drawing, encoding="unicode"), scale=1)


def test_threads_draw_the_same_picture_at_once() -> None:
    pictures = [picture(language, quarter) for language in WORDS for quarter in QUARTERS]
    alone = [draw_team_points(each) for each in pictures]
    with ThreadPoolExecutor(max_workers=8) as threads:
        assert list(threads.map(draw_team_points, pictures)) == alone
