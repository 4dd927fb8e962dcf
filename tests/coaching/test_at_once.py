"""Two who press at the same moment: what each of them checked still holds when it is done.

Both transactions are under way at the same time; whoever comes second finds what the first did.
"""

import asyncio
from collections.abc import Awaitable

import pytest
from sqlmodel import select

from coaching.content import load_series
from coaching.errors import CoachingError, Code
from coaching.learnings.thanks import thank
from coaching.own_data.erasure import erase
from coaching.people import directory, joining, places
from coaching.people.identity import Viewer
from coaching.people.own_place import leave
from coaching.points import catalogue as rewarding
from coaching.points import votes
from coaching.practice import focus, theme
from coaching.results import team_groups
from coaching.results.staffing import merge_teams
from coaching.results.thresholds import raise_to, raising
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.confidentiality import Thresholds
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving, working_times
from storage import invites, retention, rewards, rosters, schedules
from storage import programme as stored
from storage.own_data import erase as erase_person
from storage.programme import Challenge
from storage.rewards import Ballot, TeamReward
from tests.organisation import Programme

CLOSES_VOTES = 12  # a week of the programme
TIMES = 3  # a race that is lost now and then is lost once here


async def at_once(*uses: Awaitable[object]) -> list[Code]:
    """Let all go on at the same time; return which were refused."""
    ended = await asyncio.gather(*uses, return_exceptions=True)
    refusals = [each for each in ended if isinstance(each, BaseException)]
    for each in refusals:
        if not isinstance(each, CoachingError):
            raise each
    return [each.code for each in refusals if isinstance(each, CoachingError)]


@pytest.fixture(autouse=True)
async def connected(programme: Programme) -> None:
    """Have two connections at hand: making one takes longer than what is to meet."""
    async with programme.database.read() as one, programme.database.read() as other:
        for session in (one, other):
            await session.exec(select(1))


@pytest.fixture
async def heidi(programme: Programme) -> Viewer:
    """Give a second person of HR."""
    return await programme.joins("Heidi", None, Role.HR)


async def in_hr(programme: Programme) -> int:
    async with programme.database.read() as session:
        return len(await rosters.hr_persons(session, programme.id))


# The last of HR


async def test_one_of_the_last_two_of_hr_stays(programme: Programme, heidi: Viewer) -> None:
    both = (leave(programme.database, who, programme.now) for who in (programme.hanna, heidi))
    assert await at_once(*both) == [Code.LAST_HR]
    assert await in_hr(programme) == 1


async def test_nor_do_both_erase_themselves(programme: Programme, heidi: Viewer) -> None:
    both = (erase(programme.database, who, programme.now) for who in (programme.hanna, heidi))
    assert await at_once(*both) == [Code.LAST_HR]
    assert await in_hr(programme) == 1


async def test_nor_does_one_leave_as_the_other_is_erased(
    programme: Programme, heidi: Viewer
) -> None:
    one = leave(programme.database, programme.hanna, programme.now)
    assert await at_once(one, erase(programme.database, heidi, programme.now)) == [Code.LAST_HR]
    assert await in_hr(programme) == 1


async def test_two_of_hr_who_end_each_other_leave_one(programme: Programme, heidi: Viewer) -> None:
    helga = await programme.joins("Helga", None, Role.HR)
    one, other = programme.hanna, heidi
    for whom in (one, other):
        await places.end(programme.database, helga, whom.person_id, programme.now)
    ends = (
        places.end(programme.database, who, whom.person_id, programme.now)
        for who, whom in ((one, other), (other, one))
    )
    assert await at_once(*ends) == [Code.NOT_ALLOWED]
    assert await in_hr(programme) == 2


async def test_a_place_ends_once_whoever_presses(programme: Programme, heidi: Viewer) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    ends = (
        places.end(programme.database, who, ana.person_id, programme.now)
        for who in (programme.hanna, heidi)
    )
    assert sorted(ending.before for ending in await asyncio.gather(*ends)) == [False, True]


async def test_two_wishes_at_once_are_two_of_hr(programme: Programme, heidi: Viewer) -> None:
    helga = await programme.joins("Helga", None, Role.HR)
    ends = (
        places.end(programme.database, who, helga.person_id, programme.now)
        for who in (programme.hanna, heidi)
    )
    assert await at_once(*ends) == []
    assert await in_hr(programme) == 2


# Names, links, words


async def test_two_languages_of_the_why_are_both_kept(programme: Programme, heidi: Viewer) -> None:
    for n in range(TIMES):
        texts = {"en": f"Because it helps, {n}.", "sv": f"För att det hjälper, {n}."}
        refused = await at_once(
            *(
                theme.set_why(programme.database, who, language, text, programme.now)
                for who, (language, text) in zip(
                    (programme.hanna, heidi), texts.items(), strict=True
                )
            )
        )
        assert refused == []
        assert (await theme.steering_of(programme.database, heidi)).why == texts


async def test_two_leads_begin_one_challenge(programme: Programme) -> None:
    series = next(each.id for each in load_series() if each.challenge)
    team = await programme.team("Desk")
    leads = [await programme.joins(name, team, Role.LEAD) for name in ("Lea", "Leo")]
    begin = (
        focus.begin_challenge(programme.database, lead, team, series, programme.now)
        for lead in leads
    )
    assert await at_once(*begin) == []
    async with programme.database.read() as session:
        assert len((await session.exec(select(Challenge))).all()) == 1


async def test_a_name_is_given_once(programme: Programme, heidi: Viewer) -> None:
    unit = await programme.unit()
    for n in range(TIMES):
        for add in (
            lambda who, name: directory.add_unit(programme.database, who, name, programme.now),
            lambda who, name: directory.add_team(
                programme.database, who, unit, name, programme.now
            ),
        ):
            refused = await at_once(add(programme.hanna, f"Desk {n}"), add(heidi, f"desk {n}"))
            assert refused == [Code.NAME_TAKEN]


async def test_a_button_that_is_pressed_twice_makes_one_link(programme: Programme) -> None:
    team = await programme.team("Desk")
    for n in range(TIMES):
        args = (programme.database, programme.hanna, Role.STAFF, team, programme.now, f"{n}")
        refused = await at_once(joining.invite(*args), joining.invite(*args))
        assert refused == [Code.INVITE_ALREADY_MADE]


# Teams


async def test_two_teams_are_not_merged_into_each_other(
    programme: Programme, heidi: Viewer
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    args = (programme.database, programme.now)
    refused = await at_once(
        merge_teams(args[0], programme.hanna, desk, phone, args[1]),
        merge_teams(args[0], heidi, phone, desk, args[1]),
    )
    assert refused == [Code.NOT_FOUND]
    assert len((await directory.places(programme.database, heidi)).here) == 1


async def test_nobody_joins_a_team_that_is_being_merged(programme: Programme) -> None:
    for n in range(TIMES):
        desk, phone = await programme.team(f"Desk {n}"), await programme.team(f"Phone {n}")
        token = await programme.link(team=desk)
        opened = (
            await joining.open_invite(programme.database, token, 7000 + n, "Ana", programme.now)
        ).viewer
        await at_once(
            merge_teams(programme.database, programme.hanna, desk, phone, programme.now),
            joining.accept_notice(programme.database, opened, programme.now),
        )
        assert (await programme.again(opened)).standing.staff_in == {phone}


async def test_of_three_teams_all_report_together(programme: Programme, heidi: Viewer) -> None:
    one, two, three = [await programme.team(name) for name in ("Desk", "Phone", "Street")]
    args = (programme.database, programme.now)
    await at_once(
        team_groups.merge(args[0], programme.hanna, one, two, args[1]),
        team_groups.merge(args[0], heidi, three, two, args[1]),
    )
    found = await team_groups.reporting_groups(programme.database, programme.hanna)
    assert [leaf.name for leaf in found.leaves] == ["Desk + Phone + Street"]


# Schedules and working times


async def test_the_same_people_get_one_schedule_of_a_kind(
    programme: Programme, heidi: Viewer
) -> None:
    team = await programme.team("Desk")
    for who in (programme.hanna, heidi):
        await editor.draft_new(programme.database, who, Kind.CHECKIN, programme.now)
        await editor.set_audience(programme.database, who, None, team, programme.now)
    both = (
        saving.save(programme.database, who, programme.now) for who in (programme.hanna, heidi)
    )
    assert await at_once(*both) == [Code.SCHEDULE_EXISTS]
    async with programme.database.read() as session:
        found = await schedules.of_kind(session, programme.id, Kind.CHECKIN)
    assert [row.team_id for row in found] == [None, team]


async def test_two_working_days_are_both_changed(programme: Programme, heidi: Viewer) -> None:
    unit = await programme.unit()
    days = list(Weekday)[:4]
    await at_once(
        *(
            working_times.set_day(programme.database, who, unit, day, programme.now, works=False)
            for who, day in zip([programme.hanna, heidi] * 2, days, strict=True)
        )
    )
    site = await working_times.site(programme.database, heidi, unit, programme.now)
    assert site.working.days == {Weekday.FRI}


# What only rises, what one is left of, what comes once a month


async def test_thresholds_only_rise(programme: Programme, heidi: Viewer) -> None:
    await at_once(
        raise_to(programme.database, programme.hanna, Thresholds(10, 20), programme.now),
        raise_to(programme.database, heidi, Thresholds(6, 12), programme.now),
    )
    assert (await raising(programme.database, heidi)).now == Thresholds(10, 20)


async def test_a_team_can_choose_something(programme: Programme, heidi: Viewer) -> None:
    args = (programme.database, programme.hanna)
    first, second, *others = [r for r in await rewarding.catalogue(*args) if r.level == 1]
    for other in others:
        await rewarding.offer(*args, other.id, programme.now, offered=False)
    refused = await at_once(
        rewarding.offer(*args, first.id, programme.now, offered=False),
        rewarding.offer(programme.database, heidi, second.id, programme.now, offered=False),
    )
    assert refused == [Code.REWARD_NEEDED]


async def test_there_are_thanks_once_a_month(programme: Programme, heidi: Viewer) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    cards = [await programme.shares(ana, f"I asked number {n} what helps.") for n in range(2)]
    both = zip((programme.hanna, heidi), cards, strict=True)
    refused = await at_once(
        *(thank(programme.database, who, card, programme.now) for who, card in both)
    )
    assert refused == [Code.THANKED_LATELY]


# What ends as somebody comes


async def test_no_ballot_comes_after_the_count(programme: Programme) -> None:
    team = await programme.team("Desk")
    ana = await programme.joins("Ana", team)
    (shipped, *_) = await rewarding.catalogue(programme.database, programme.hanna)
    async with programme.database.write() as session:
        await rewards.open_vote(session, team, 0, 3)
        vote = (await session.exec(select(TeamReward.id))).one()

    async with programme.database.write() as session:
        organisation = await stored.organisation(session, programme.id)
        await votes.settle_votes(session, organisation, CLOSES_VOTES)
        args = (programme.database, ana, vote, shipped.id)
        voting = asyncio.create_task(at_once(votes.vote(*args)))
        await asyncio.sleep(0.2)
    assert await voting == [], "they are told the result"
    async with programme.database.read() as session:
        assert (await session.exec(select(Ballot))).all() == []


async def test_whoever_comes_back_as_they_are_erased_begins_anew(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana = await programme.joins("Ana", desk)
    await leave(programme.database, ana, programme.now)
    later = programme.is_now(1)
    token = await programme.link(team=desk)
    args = (programme.database, token, ana.telegram_id, "Ana", later)
    async with programme.database.write() as session:
        assert await retention.is_gone(session, ana.person_id, later.date(), later)
        coming = asyncio.create_task(joining.open_invite(*args))
        await asyncio.sleep(0.2)
        await erase_person(session, ana.person_id)
    again = (await coming).viewer
    assert not again.enrolled
    async with programme.database.read() as session:
        assert await invites.opened_by(session, again.person_id) is not None
