"""What a team is told once when it happens, each at their own next time of work."""

import asyncio
from collections.abc import Sequence

from sqlmodel import col, select

from coaching.deliveries import report
from coaching.deliveries.moments import announce
from coaching.deliveries.sending import Parcel
from coaching.learnings.cards import withdraw
from coaching.own_data.retention import purge
from coaching.people import preferences
from coaching.people.joining import choose_language
from coaching.points.moments import TeamMoment
from coaching.practice.focus import begin_challenge
from coaching.results.staffing import merge_teams
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.moments import MomentKind
from coaching.rules.planning import LeftOut
from coaching.schedules import crisis
from storage.database import Database
from storage.deliveries import Delivery, Occurrence
from tests.coaching.points.test_absence import set_to_shifts, works
from tests.coaching.points.test_votes import earned
from tests.organisation import Programme

LAST_WEEK, REST_WEEK = 11, 12


def told(parcels: Sequence[Parcel]) -> dict[str, list[str]]:
    """Who was told of what, by name."""
    found: dict[str, list[str]] = {}
    for parcel in parcels:
        if isinstance(parcel.content, TeamMoment):
            found.setdefault(parcel.content.kind.value, []).append(parcel.addressee.first_name)
    return {kind: sorted(names) for kind, names in found.items()}


async def at(programme: Programme, week: int, day: Weekday, clock: str) -> dict[str, list[str]]:
    """Let it be a moment, and return who is told of what then."""
    programme.is_now(week, day, clock)
    return told(await programme.deliver())


async def passes(programme: Programme, week: int) -> None:
    """Let the weeks before pass in one go."""
    programme.is_now(week - 1, Weekday.WED, "12:00")
    await programme.deliver()


async def reaches(programme: Programme, points: int = 600, week: int = 5) -> int:
    """Let the desk, with Ana, Bo and its lead Leo, have earned so much when the week closes."""
    desk = await programme.team("Desk")
    await programme.join(desk, "Ana", "Bo")
    await programme.joins("Leo", desk, Role.LEAD)
    await passes(programme, week)
    await earned(programme, desk, points, week - 2)
    return desk


async def test_a_level_is_told_once_in_working_hours(programme: Programme) -> None:
    await reaches(programme)
    assert await at(programme, 5, Weekday.MON, "09:00") == {}
    programme.is_now(5, Weekday.MON, "11:00")
    parcels = await programme.deliver()
    assert told(parcels) == {"level": ["Ana", "Bo", "Leo"]}
    content = next(p.content for p in parcels if isinstance(p.content, TeamMoment))
    assert isinstance(content, TeamMoment)
    monday = programme.moment(5).date()
    assert (content.team_name, content.level, content.day) == ("Desk", 1, monday)
    for _ in range(2):
        assert told(await programme.deliver()) == {}
    assert await at(programme, 6, Weekday.MON, "11:00") == {}, "a level is reached once"


async def test_the_next_level_is_told_too_and_two_at_once_as_the_higher(
    programme: Programme,
) -> None:
    desk = await reaches(programme, 780)
    programme.is_now(5, Weekday.MON, "11:00")
    (first, *_) = [p.content for p in await programme.deliver() if told([p])]
    assert isinstance(first, TeamMoment)
    assert first.level == 2
    await earned(programme, desk, 200, week=4)
    assert await at(programme, 6, Weekday.MON, "11:00") == {"level": ["Ana", "Bo", "Leo"]}


async def test_a_level_that_was_taken_back_is_told_to_nobody(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, *_ = await programme.join(desk, *"ABCDE")
    await passes(programme, 5)
    await earned(programme, desk, 590, week=3)
    card = await programme.shares(ana, "I asked twice what they meant.")
    assert await at(programme, 5, Weekday.MON, "08:00") == {}
    await withdraw(programme.database, ana, card, programme.now)
    assert await at(programme, 5, Weekday.MON, "11:00") == {}


async def test_a_vote_is_told_to_who_has_one_and_its_result_to_all(programme: Programme) -> None:
    await reaches(programme, 600, REST_WEEK)
    first = await at(programme, REST_WEEK, Weekday.MON, "11:00")
    assert first["level"] == ["Ana", "Bo", "Leo"]
    opened = first.get("vote_opened") or (
        await at(programme, REST_WEEK, Weekday.TUE, "11:00")
    ).get("vote_opened")
    assert opened == ["Ana", "Bo"], "a lead has no vote"
    closed = await at(programme, REST_WEEK + 1, Weekday.MON, "11:00")
    assert closed == {"vote_closed": ["Ana", "Bo", "Leo"]}


async def test_the_day_has_room_for_two_and_the_rest_waits_for_the_next(
    programme: Programme,
) -> None:
    """The post of the week is the first, the level the second."""
    await reaches(programme, 600, REST_WEEK)
    programme.is_now(REST_WEEK, Weekday.MON, "09:00")
    assert len(await programme.deliver()) == 3, "the points post for two, the lead's summary"
    assert await at(programme, REST_WEEK, Weekday.MON, "11:00") == {"level": ["Ana", "Bo", "Leo"]}
    assert await at(programme, REST_WEEK, Weekday.TUE, "11:00") == {"vote_opened": ["Ana", "Bo"]}


async def test_a_vote_that_is_over_is_announced_to_nobody(programme: Programme) -> None:
    """The bot stood still for the whole week in which the vote was open."""
    await reaches(programme, 600, REST_WEEK)
    found = await at(programme, REST_WEEK + 1, Weekday.MON, "12:00")
    assert set(found) == {"vote_closed"}


async def test_the_end_of_a_challenge_is_told(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.join(desk, "Ana")
    leo = await programme.joins("Leo", desk, Role.LEAD)
    programme.is_now(0, Weekday.MON, "12:00")
    args = (programme.database, leo, desk, "two_weeks", programme.now)
    (begun,), first = await begin_challenge(*args)
    assert first is not None
    assert begun.last == programme.moment(2, Weekday.MON).date()
    assert told(await programme.deliver()) == {"challenge_begun": ["Ana"]}
    for day in (Weekday.MON, Weekday.TUE):
        before = await at(programme, 2, day, "10:59")
        assert "challenge_ended" not in before
    parcels = [p for p in await _at_eleven(programme, 2, Weekday.TUE) if told([p])]
    assert told(parcels) == {"challenge_ended": ["Ana", "Leo"]}
    content = parcels[0].content
    assert isinstance(content, TeamMoment)
    assert (content.begins, content.day) == (
        programme.moment(0, Weekday.TUE).date(),
        programme.moment(2, Weekday.MON).date(),
    )
    assert await at(programme, 2, Weekday.WED, "11:00") == {}


async def _at_eleven(programme: Programme, week: int, day: Weekday) -> list[Parcel]:
    programme.is_now(week, day, "11:00")
    return await programme.deliver()


async def test_an_old_challenge_is_no_news(programme: Programme) -> None:
    desk = await programme.team("Desk")
    leo = await programme.joins("Leo", desk, Role.LEAD)
    await begin_challenge(programme.database, leo, desk, "two_weeks", programme.now)
    assert await at(programme, 5, Weekday.MON, "11:00") == {}


async def test_who_is_off_that_day_is_told_on_their_next_one(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, bo = await programme.join(desk, "Ana", "Bo")
    await set_to_shifts(programme)
    await passes(programme, 5)
    await earned(programme, desk, 600, week=3)
    await works(programme, ana, 5, Weekday.MON)
    await works(programme, bo, 5, Weekday.THU)
    assert await at(programme, 5, Weekday.MON, "20:00") == {"level": ["Ana"]}
    assert await at(programme, 5, Weekday.WED, "20:00") == {}
    assert await at(programme, 5, Weekday.THU, "20:00") == {"level": ["Bo"]}


async def test_breaks_and_crises_are_respected_and_accounted_for(programme: Programme) -> None:
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDEF")
    await preferences.pause(programme.database, members[0], programme.now)
    await passes(programme, 5)
    await earned(programme, desk, 600, week=3)
    assert await at(programme, 5, Weekday.MON, "08:00") == {}
    await preferences.pause(programme.database, members[1], programme.now)
    assert await at(programme, 5, Weekday.MON, "11:00") == {"level": list("CDEF")}
    args = (programme.database, programme.hanna, programme.now)
    lines = [line for line in await report.lines(*args) if line.kind == "moment"]
    assert [(line.audience, line.done, line.adds_up) for line in lines] == [(6, 4, True)]
    assert lines[0].left_out == {LeftOut.AWAY: 2}


async def test_nothing_is_told_in_a_crisis(programme: Programme) -> None:
    await reaches(programme)
    await at(programme, 5, Weekday.MON, "08:00")
    await crisis.begin(programme.database, programme.hanna, programme.now)
    assert await at(programme, 5, Weekday.MON, "11:00") == {}


async def test_a_team_that_was_merged_away_meanwhile_is_told_nothing(programme: Programme) -> None:
    desk, phone = await reaches(programme), await programme.team("Phone")
    await programme.join(phone, "Pia")
    assert await at(programme, 5, Weekday.MON, "08:00") == {}
    await merge_teams(programme.database, programme.hanna, desk, phone, programme.now)
    assert await at(programme, 5, Weekday.MON, "11:00") == {}


async def test_several_who_plan_at_once_plan_once(programme: Programme, url: str) -> None:
    await reaches(programme)
    programme.is_now(5, Weekday.MON, "08:00")
    await programme.closes_weeks()
    other = Database(url)
    try:
        both = (programme.database, other) * 2
        await asyncio.gather(*(announce(each, programme.now) for each in both))
    finally:
        await other.close()
    async with programme.database.read() as session:
        ours = (
            select(Delivery.person_id)
            .join(Occurrence)
            .where(col(Occurrence.moment_id).is_not(None))
        )
        people = (await session.exec(ours)).all()
    assert len(people) == len(set(people)) == 3


async def test_each_is_told_in_their_language_and_nobody_is_named(programme: Programme) -> None:
    desk = await programme.team("Desk")
    (ana,) = await programme.join(desk, "Ana")
    await choose_language(programme.database, ana, "fi")
    await passes(programme, 5)
    await earned(programme, desk, 600, week=3)
    (parcel,) = [p for p in await _at_eleven(programme, 5, Weekday.MON) if told([p])]
    assert parcel.addressee.language == "fi"
    assert "Ana" not in repr(parcel.content)
    assert MomentKind.LEVEL in repr(parcel.content)


async def test_what_was_told_outlives_the_purge(programme: Programme) -> None:
    await reaches(programme)
    await at(programme, 5, Weekday.MON, "11:00")
    programme.is_now(40)
    await purge(programme.database, programme.now)
    assert told(await programme.deliver()) == {}
