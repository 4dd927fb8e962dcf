"""A learning without a name: Monday's post reads the same, whichever team it came from."""

import pytest

from bot.i18n import Translator
from bot.views.points import summary as views
from coaching.learnings.cards import browse, withdraw
from coaching.people.identity import Viewer
from coaching.points.summary import team_points
from coaching.rules.calendar import Weekday
from storage.database import Database
from tests.organisation import Programme

TEXT = "I asked twice what they meant."
EN = Translator("en")


async def two_teams(programme: Programme) -> tuple[list[Viewer], list[Viewer]]:
    """Give two teams that are large enough for what they earned to be named."""
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    return await programme.join(desk, *"ABCDEFGH"), await programme.join(phone, *"IJKLMNOP")


async def posts(database: Database, programme: Programme, *readers: Viewer) -> list[str]:
    """Close the week and return Monday's post of each reader's team, without its name."""
    found = []
    for viewer in readers:
        (team,) = viewer.standing.staff_in
        args = (database, viewer, team, programme.now)
        points = await team_points(*args)
        words = views.post([points], EN).text + repr(views.picture(points, EN))
        found.append(words.replace(points.team_name, "TEAM"))
    return found


@pytest.mark.parametrize("withdrawn", [False, True])
@pytest.mark.parametrize("tried_by", [None, "own", "other", "both"])
async def test_the_post_reads_the_same_for_the_authors_team_and_another(
    programme: Programme, tried_by: str | None, withdrawn: bool
) -> None:
    (author, colleague, *_), (stranger, *_) = await two_teams(programme)
    card = await programme.shares(author, TEXT, named=False)
    for who, when in ((colleague, ("own", "both")), (stranger, ("other", "both"))):
        if tried_by in when:
            await programme.tries(who, card)
            shown = await browse(programme.database, who, 0, programme.now)
            assert shown is not None
            assert shown.tried
    programme.is_now(1, Weekday.MON, "09:00")
    await programme.closes_weeks()
    if withdrawn:
        await withdraw(programme.database, author, card, programme.now)
    own, other = await posts(programme.database, programme, colleague, stranger)
    assert own == other


async def test_with_a_name_it_earns_points_as_before(programme: Programme) -> None:
    (author, *_), (stranger, *_) = await two_teams(programme)
    card = await programme.shares(author, TEXT)
    await programme.tries(stranger, card)
    programme.is_now(1, Weekday.MON, "09:00")
    await programme.closes_weeks()
    own, other = await posts(programme.database, programme, author, stranger)
    assert "sharing a learning" in own
    assert "sharing a learning" in other.partition("What could bring")[2]
    assert "trying" in other
