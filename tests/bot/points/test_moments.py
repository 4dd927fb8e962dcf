"""What a team is told once when it happens: as words and as a picture, in every language."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from bot.charts.moment import draw_moment, moment_svg
from bot.i18n import Translator
from bot.pictures import Pictures
from bot.views.points import moments as views
from coaching.content import LANGUAGES
from coaching.points.catalogue import RewardName
from coaching.points.moments import TeamMoment
from coaching.rules.moments import MomentKind

MONDAY, SUNDAY = date(2026, 4, 6), date(2026, 4, 12)
MOMENTS = {
    MomentKind.LEVEL: TeamMoment(MomentKind.LEVEL, "Desk", MONDAY, level=2),
    MomentKind.VOTE_OPENED: TeamMoment(
        MomentKind.VOTE_OPENED, "Desk", MONDAY, level=1, won_by="Mail", vote_id=3, closes=SUNDAY
    ),
    MomentKind.VOTE_CLOSED: TeamMoment(
        MomentKind.VOTE_CLOSED, "Desk", MONDAY, reward=RewardName(None, "Soup <3"), due=SUNDAY
    ),
    MomentKind.CHALLENGE_BEGUN: TeamMoment(
        MomentKind.CHALLENGE_BEGUN,
        "Desk",
        MONDAY,
        begins=MONDAY,
        closes=SUNDAY,
        series="two_weeks",
    ),
    MomentKind.CHALLENGE_ENDED: TeamMoment(
        MomentKind.CHALLENGE_ENDED, "Desk", SUNDAY, begins=date(2026, 3, 30)
    ),
}
SAID = {
    MomentKind.LEVEL: "Desk has reached the level Momentum Monday 6 April",
    MomentKind.VOTE_OPENED: "Mail has reached the level Start. Everybody in Desk has one vote "
    "until the end of Sunday 12 April.",
    MomentKind.VOTE_CLOSED: "The vote is over: Desk gets “Soup &lt;3” HR sees to it, by Sunday",
    MomentKind.CHALLENGE_BEGUN: "A challenge for Desk: Two-week challenge",
    MomentKind.CHALLENGE_ENDED: "challenge of Desk is over Monday 30 March – Sunday 12 April",
}


def drawn(found: TeamMoment, language: str) -> str:
    picture = views.picture(found, Translator(language))
    return " ".join(ET.fromstring(moment_svg(picture)).itertext())


@pytest.mark.parametrize("kind", MomentKind)
def test_it_says_what_happened_and_when(kind: MomentKind) -> None:
    words = re.sub(r"<[^>]+>", "", views.words(MOMENTS[kind], Translator("en")))
    assert SAID[kind] in " ".join(words.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MomentKind)
def test_the_picture_has_the_team_and_the_day(kind: MomentKind, language: str) -> None:
    said = drawn(MOMENTS[kind], language)
    assert "Desk" in said
    assert Translator(language).full_date(MOMENTS[kind].day) in said
    assert draw_moment(views.picture(MOMENTS[kind], Translator(language))).startswith(b"\x89PNG")


def test_the_levels_stand_side_by_side_and_the_reward_is_named() -> None:
    assert "Start Momentum Established Level reached: Momentum" in drawn(
        MOMENTS[MomentKind.LEVEL], "en"
    )
    assert "The vote is over Soup <3" in drawn(MOMENTS[MomentKind.VOTE_CLOSED], "en")


async def test_only_who_has_a_vote_has_a_button() -> None:
    pictures = Pictures()
    try:
        for kind, found in MOMENTS.items():
            screen = await views.message(found, pictures, Translator("en"))
            assert bool(screen.rows) == (kind is MomentKind.VOTE_OPENED)
            assert screen.picture is not None
    finally:
        pictures.close()
