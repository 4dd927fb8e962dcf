"""Whether teams vote at a quarter's end: those that exist, have people, and took part."""

from collections.abc import Sequence

from sqlmodel import select

from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.points import handing_out, votes
from coaching.points.catalogue import catalogue
from coaching.results.staffing import merge_teams
from coaching.rules.calendar import Weekday
from storage import people
from storage.points import PointsEntry
from storage.rewards import Ballot, TeamReward
from tests.organisation import Programme

LAST_WEEK, REST_WEEK = 11, 12


async def earned(programme: Programme, team: int, points: int, week: int = 0) -> None:
    async with programme.database.write() as session:
        session.add(
            PointsEntry(
                team_id=team,
                week=week,
                component="practised",
                points=points,
                rule_version=1,
                created_at=programme.now,
            )
        )


async def closes_before(programme: Programme, week: int) -> None:
    programme.is_now(week, Weekday.MON, "00:05")
    await programme.closes_weeks()


async def merges(programme: Programme, team: int, into: int) -> None:
    await merge_teams(programme.database, programme.hanna, team, into, programme.now)


async def given(programme: Programme) -> Sequence[TeamReward]:
    async with programme.database.read() as session:
        return (await session.exec(select(TeamReward).order_by(TeamReward.id))).all()  # type: ignore[arg-type]


async def by_quarter(programme: Programme, team: int) -> dict[int, int]:
    query = select(PointsEntry).where(PointsEntry.team_id == team)
    found: dict[int, int] = {}
    async with programme.database.read() as session:
        for entry in (await session.exec(query)).all():
            found[entry.week // 13] = found.get(entry.week // 13, 0) + entry.points
    return found


async def two_teams(programme: Programme) -> tuple[int, int, list[Viewer], list[Viewer]]:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    return desk, phone, await programme.join(desk, *"ABCDE"), await programme.join(phone, *"FGHIJ")


async def test_a_team_merged_away_neither_votes_nor_gets_anything(programme: Programme) -> None:
    desk, phone, *_ = await two_teams(programme)
    await earned(programme, desk, 840)
    await closes_before(programme, LAST_WEEK)
    await merges(programme, desk, phone)
    await closes_before(programme, REST_WEEK)
    assert await given(programme) == [], "420 points by heads reach no level"
    await earned(programme, phone, 210, week=1)
    await closes_before(programme, REST_WEEK + 13)
    assert await given(programme) == []


async def test_two_mergers_in_a_quarters_last_week_stay_in_the_quarter(
    programme: Programme,
) -> None:
    names = ("Aa", "Bb", "Cc")
    teams = [await programme.team(name) for name in names]
    for team, points in zip(teams, (0, 420, 840), strict=True):
        await programme.join(team, *(f"{team}{n}" for n in range(5)))
        await earned(programme, team, points)
    await closes_before(programme, LAST_WEEK)
    programme.is_now(LAST_WEEK, Weekday.FRI)
    await merges(programme, teams[1], teams[0])
    await merges(programme, teams[2], teams[0])
    assert await by_quarter(programme, teams[0]) == {0: 420}
    programme.is_now(REST_WEEK, Weekday.FRI)
    await programme.closes_weeks()
    programme.is_now(REST_WEEK + 1, Weekday.WED)
    await programme.closes_weeks()
    assert await by_quarter(programme, teams[0]) == {0: 420}


async def test_what_is_merged_before_a_week_is_closed_counts_in_its_quarter(
    programme: Programme,
) -> None:
    """On the quarter's first Monday, before the bot has closed what is over."""
    desk, phone, *_ = await two_teams(programme)
    await earned(programme, desk, 600)
    await closes_before(programme, REST_WEEK - 1)
    programme.is_now(REST_WEEK + 1, Weekday.MON, "00:01")
    await merges(programme, desk, phone)
    await programme.closes_weeks()
    assert await by_quarter(programme, phone) == {0: 300}


async def test_an_empty_team_earns_nothing_of_what_its_sibling_does(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    members = await programme.join(desk, *"ABCDE")
    for week in range(12):
        programme.is_now(week)
        await programme.checks_in(*members)
        await programme.practises(*members) if week < 4 else None
    await earned(programme, desk, 500, week=6)
    await closes_before(programme, REST_WEEK)
    assert (await by_quarter(programme, desk))[0] >= 840
    assert await by_quarter(programme, phone) == {}
    assert [row.team_id for row in await given(programme)] == [desk]


async def test_a_team_on_a_break_earns_nothing_of_what_its_sibling_does(
    programme: Programme,
) -> None:
    desk, phone, there, away = await two_teams(programme)
    for viewer in away:
        await preferences.pause(programme.database, viewer, programme.now)
    for week in range(3):
        programme.is_now(week)
        await programme.checks_in(*there)
    await closes_before(programme, 3)
    assert await by_quarter(programme, desk) == {0: 90}
    assert await by_quarter(programme, phone) == {}


async def test_a_team_that_nobody_is_left_in_does_not_vote(programme: Programme) -> None:
    desk, phone, left, _ = await two_teams(programme)
    for team in (desk, phone):
        await earned(programme, team, 800)
    await closes_before(programme, LAST_WEEK)
    await leaves(programme, left)
    await closes_before(programme, REST_WEEK)
    assert [row.team_id for row in await given(programme)] == [phone]


async def test_a_vote_ends_without_a_reward_where_nobody_is_left(programme: Programme) -> None:
    desk, phone, left, _ = await two_teams(programme)
    for team in (desk, phone):
        await earned(programme, team, 800)
    await closes_before(programme, REST_WEEK)
    await leaves(programme, left)
    await closes_before(programme, REST_WEEK + 1)
    assert [row.team_id for row in await given(programme)] == [phone]


async def leaves(programme: Programme, viewers: Sequence[Viewer]) -> None:
    async with programme.database.write() as session:
        for viewer in viewers:
            for place in await people.memberships(session, viewer.person_id):
                place.until = programme.hanna.local_day(programme.now)


async def test_teams_that_merge_while_they_vote_vote_once_at_the_higher_level(
    programme: Programme,
) -> None:
    desk, phone, (ana, *_), (fay, *_) = await two_teams(programme)
    await earned(programme, desk, 960)
    await earned(programme, phone, 600)
    await closes_before(programme, REST_WEEK)
    theirs, mine = await given(programme)
    first, second, *_ = await catalogue(programme.database, programme.hanna)
    await votes.vote(programme.database, ana, theirs.id, second.id)
    await votes.vote(programme.database, fay, mine.id, first.id)
    programme.is_now(REST_WEEK, Weekday.WED)
    await merges(programme, desk, phone)
    (kept,) = await given(programme)
    assert (kept.team_id, kept.level, kept.won_by) == (phone, 3, desk)
    async with programme.database.read() as session:
        ballots = {b.person_id: b.reward_id for b in (await session.exec(select(Ballot))).all()}
    assert ballots == {ana.person_id: second.id, fay.person_id: first.id}
    ana = await programme.again(ana)
    assert (await votes.look_at_vote(programme.database, ana, kept.id)).chosen == second.id
    await closes_before(programme, REST_WEEK + 1)
    (decided,) = await given(programme)
    assert decided.reward_id == first.id, "one vote each: the first on the list"


async def test_what_a_team_was_promised_goes_with_its_people(programme: Programme) -> None:
    desk, phone, *_ = await two_teams(programme)
    for team in (desk, phone):
        await earned(programme, team, 600)
    await closes_before(programme, REST_WEEK + 1)
    await merges(programme, desk, phone)
    assert {row.team_id for row in await given(programme)} == {phone}
    args = (programme.database, programme.hanna)
    found = await handing_out.handings(*args, programme.now)
    assert {(each.team_name, each.won_by) for each in found.given} == {
        ("Phone", None),
        ("Phone", "Desk"),
    }
    for each in found.given:
        await handing_out.approve(*args, each.id, programme.now)
        await handing_out.hand_out(*args, each.id, programme.now)


async def test_a_card_of_the_week_in_which_its_team_was_merged_counts(
    programme: Programme,
) -> None:
    desk, phone, (ana, *_), _ = await two_teams(programme)
    await programme.shares(ana, "I asked twice what they meant.")
    programme.is_now(0, Weekday.THU)
    await merges(programme, desk, phone)
    await closes_before(programme, 1)
    assert await by_quarter(programme, phone) == {0: 10}


async def test_what_somebody_did_before_they_left_counts_after_a_merger(
    programme: Programme,
) -> None:
    desk, phone, acted, _ = await two_teams(programme)
    await programme.checks_in(*acted)  # 5 of 10 with her, 4 of 9 without
    await programme.hears_a_customer(acted[0])
    programme.is_now(0, Weekday.FRI)
    await leaves(programme, acted[:1])
    await merges(programme, desk, phone)
    await closes_before(programme, 1)
    assert await by_quarter(programme, phone) == {0: 15 + 10}
