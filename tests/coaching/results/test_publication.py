"""Publishing a block: once, for all groups, frozen, by counts alone; then the answers are gone."""

import random
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from sqlmodel import select

from coaching.content import load_instrument
from coaching.errors import Code
from coaching.own_data import record
from coaching.own_data.erasure import erase
from coaching.people.identity import Viewer
from coaching.results.blocks import block_results, groups_to_see, results_to_see
from coaching.results.publication import first_valid
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.confidentiality import Disclosure, Node
from coaching.rules.instrument import Dimension
from storage import people
from storage.checkin import Rating
from storage.people import Membership
from storage.results import BlockPublication, BlockRating, BlockResult
from tests.coaching.rules.test_confidentiality import leaks
from tests.organisation import Programme
from tests.refusal import refused

D1 = Dimension.LISTENING
VERSION = load_instrument().version


async def answers(
    programme: Programme, whose: Mapping[Viewer, int] | Sequence[Viewer], week: int = 0
) -> None:
    """Let people rate listening in a week, three where no value is given."""
    given = whose if isinstance(whose, Mapping) else dict.fromkeys(whose, 3)
    async with programme.database.write() as session:
        for who, value in given.items():
            session.add(
                Rating(
                    person_id=who.person_id,
                    week=week,
                    dimension=D1,
                    response="rated",
                    value=value,
                    instrument=VERSION,
                )
            )


async def closes_the_block(programme: Programme, week: int = 4) -> list[BlockResult]:
    """Close all weeks before this one and return what was published."""
    programme.is_now(week)
    await programme.closes_weeks()
    async with programme.database.read() as session:
        query = select(BlockResult).order_by(BlockResult.node, BlockResult.node_id)  # type: ignore[arg-type]
        return list(await session.exec(query))


def shown(published: Sequence[BlockResult]) -> dict[tuple[str, int], str]:
    return {(row.node, row.node_id): row.form for row in published}


async def members(programme: Programme, team: int, number: int) -> list[Viewer]:
    return await programme.join(team, *(f"P{team}x{n}" for n in range(number)))


async def test_ten_of_a_team_get_a_figure(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone", "Calls")
    eleven = await members(programme, desk, 11)
    await answers(programme, dict(zip(eleven[:10], [4, 4, 4, 4, 4, 4, 3, 3, 3, 3], strict=True)))
    await answers(programme, await members(programme, phone, 10))
    found = {(row.node, row.node_id): row for row in await closes_the_block(programme)}
    row = found["team", desk]
    assert (row.form, row.tenths, row.band) == (Disclosure.FIGURE, 35, "regular")
    assert (row.people, row.reliability) == ("10+", "good")


async def test_all_ten_of_a_team_get_a_band_for_a_figure_would_say_so(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    await answers(programme, await members(programme, desk, 10))
    assert shown(await closes_the_block(programme))["team", desk] == Disclosure.BAND


async def test_whoever_gave_three_does_not_learn_that_the_other_four_gave_five(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    five = await members(programme, desk, 5)
    await answers(programme, dict(zip(five, [5, 5, 5, 5, 3], strict=True)))
    rows = await closes_the_block(programme)
    assert {row.band for row in rows} == {"regular_up"}, "as with mostly fours"


async def test_the_band_of_a_figure_tells_no_more_than_the_figure(programme: Programme) -> None:
    low, high = await programme.team("Desk"), await programme.team("Phone", "Calls")
    for team, fours in ((low, 3), (high, 6)):
        values = [4] * fours + [3] * (10 - fours)
        eleven = await members(programme, team, 11)
        await answers(programme, dict(zip(eleven[:10], values, strict=True)))
    found = {(row.node, row.node_id): row for row in await closes_the_block(programme)}
    both = [found["team", team] for team in (low, high)]
    assert {(row.tenths, row.band) for row in both} == {(35, "regular")}, "3.3 and 3.6 look alike"


async def test_a_team_of_six_gets_a_band(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await answers(programme, await members(programme, desk, 6))
    found = {(row.node, row.node_id): row for row in await closes_the_block(programme)}
    row = found["team", desk]
    assert (row.form, row.tenths, row.band, row.people) == (
        Disclosure.BAND,
        None,
        "under_way",
        "5+",
    )


async def test_ten_beside_six_get_no_figure_since_the_six_would_follow_from_it(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone", "Calls")
    await answers(programme, await members(programme, desk, 10))
    await answers(programme, await members(programme, phone, 6))
    forms = shown(await closes_the_block(programme))
    assert forms["organisation", 0] == Disclosure.FIGURE
    assert forms["team", desk] == forms["team", phone] == Disclosure.BAND


async def test_what_is_published_is_frozen_and_the_answers_are_gone(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    ten = await members(programme, desk, 10)
    await answers(programme, ten)
    before = [row.model_dump() for row in await closes_the_block(programme)]
    async with programme.database.read() as session:
        assert (await session.exec(select(Rating))).all() == []
        assert len((await session.exec(select(BlockPublication))).all()) == 1
    await programme.joins("Late", desk)
    await programme.closes_weeks()
    assert [row.model_dump() for row in await closes_the_block(programme)] == before


async def test_attack_1_the_whole_minus_one_unit_gives_no_small_sibling(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone", "Calls")
    await answers(programme, await members(programme, desk, 12))
    await answers(programme, await members(programme, phone, 3))
    assert shown(await closes_the_block(programme)) == {("organisation", 0): Disclosure.FIGURE}


async def test_attack_6_a_team_of_twelve_is_split_into_ten_and_two(programme: Programme) -> None:
    desk = await programme.team("Desk")
    twelve = await members(programme, desk, 12)
    await answers(programme, twelve)
    assert shown(await closes_the_block(programme))["team", desk] == Disclosure.FIGURE
    two = await programme.team("Two")
    async with programme.database.write() as session:
        for who in twelve[:2]:
            place = (await people.memberships(session, who.person_id))[0]
            place.team_id = two
    await answers(programme, twelve, week=4)
    rows = await closes_the_block(programme, week=8)
    last = max(row.publication_id for row in rows)
    newest = {(row.node, row.node_id) for row in rows if row.publication_id == last}
    assert newest == {("organisation", 0), ("unit", await programme.unit())}, (
        "the ten are hidden as well: the two would follow from them"
    )


async def test_attack_7_an_erasure_between_two_views_changes_nothing(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    ana, bo, *others = await members(programme, desk, 10)
    await answers(programme, {ana: 1, bo: 5, **dict.fromkeys(others, 4)})
    before = [row.model_dump() for row in await closes_the_block(programme)]
    seen = await block_results(programme.database, bo, "team", desk)
    await erase(programme.database, ana, programme.now)
    assert await block_results(programme.database, bo, "team", desk) == seen
    await programme.closes_weeks()
    assert [row.model_dump() for row in await closes_the_block(programme)] == before


async def test_attack_11_a_lead_of_two_teams_and_hr_put_their_views_together(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    small = await programme.team("Small", "Calls")
    for team, number in ((desk, 12), (phone, 7), (small, 3)):
        await answers(programme, await members(programme, team, number))
    lea = await programme.joins("Lea", desk, Role.LEAD)
    async with programme.database.write() as session:
        session.add(
            Membership(
                person_id=lea.person_id, role=Role.LEAD, team_id=phone, since=programme.now.date()
            )
        )
    published = await closes_the_block(programme)
    lea = await programme.again(lea)
    put_together = {
        (group.node, group.id): [row for row in found.rows if row.form]
        for who in (lea, programme.hanna)
        for group in await groups_to_see(programme.database, who)
        if (found := await block_results(programme.database, who, group.node, group.id))
    }
    assert {group for group, rows in put_together.items() if rows} == set(shown(published))
    unit = await programme.unit()
    nodes = [Node(0, None, 22), Node(1, 0, 19), Node(2, 1, 12), Node(3, 1, 7), Node(4, 0, 3)]
    floor = {("organisation", 0): 0, ("unit", unit): 1, ("team", desk): 2, ("team", phone): 3}
    assert leaks(nodes, [floor[group] for group in shown(published)], 5) == set()


async def test_attack_13_no_export_holds_more_than_the_chat_shows(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, *others = await members(programme, desk, 10)
    await answers(programme, dict.fromkeys([ana, *others], 4))
    await closes_the_block(programme)
    own = await record.held(programme.database, ana)
    assert "rating" not in own.rows
    assert not {"block_publication", "block_result"} & own.rows.keys(), "results are of groups"


async def test_attack_10_a_lead_is_in_no_team_and_few_leads_are_in_nothing(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    eleven = await members(programme, desk, 11)
    leads = [await programme.joins(f"L{n}", desk, Role.LEAD) for n in range(4)]
    await answers(programme, dict.fromkeys(eleven, 3))
    await answers(programme, dict.fromkeys(leads, 5))
    found = {(row.node, row.node_id): row for row in await closes_the_block(programme)}
    assert ("leads", 0) not in found
    assert found["team", desk].tenths == 30
    assert found["organisation", 0].tenths == 30, "the four leads' fives are not in it"


async def test_five_leads_are_a_group_of_their_own(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ten = await members(programme, desk, 10)
    leads = [await programme.joins(f"L{n}", desk, Role.LEAD) for n in range(5)]
    await answers(programme, dict.fromkeys([*ten, *leads], 3))
    forms = shown(await closes_the_block(programme))
    assert forms["leads", 0] == Disclosure.BAND


async def reliability(programme: Programme, week: int = 4) -> dict[str, str]:
    rows = await closes_the_block(programme, week)
    return {row.node: row.reliability for row in rows}


async def pauses(
    programme: Programme, whose: Sequence[Viewer], since: date, until: date | None
) -> None:
    async with programme.database.write() as session:
        for who in whose:
            session.add(people.Pause(person_id=who.person_id, since=since, until=until))


@pytest.mark.parametrize(
    ("back", "label"),
    [(None, "good"), ((4, Weekday.MON), "good"), ((3, Weekday.SUN), "fair")],
    ids=["still away", "back when it is over", "back for a day"],
)
async def test_who_is_on_a_break_all_block_stands_in_no_denominator(
    programme: Programme, back: tuple[int, Weekday] | None, label: str
) -> None:
    desk = await programme.team("Desk")
    everybody = await members(programme, desk, 20)
    until = programme.moment(*back).date() if back else None
    await pauses(programme, everybody[12:], programme.now.date(), until)
    await answers(programme, everybody[:12])
    assert (await reliability(programme))["team"] == label, "twelve of twelve, or of twenty"


async def test_a_break_in_two_parts_is_a_break_all_block(programme: Programme) -> None:
    desk = await programme.team("Desk")
    everybody = await members(programme, desk, 20)
    middle = programme.moment(2).date()
    await pauses(programme, everybody[12:], programme.now.date(), middle)
    await pauses(programme, everybody[12:], middle, None)
    await answers(programme, everybody[:12])
    assert (await reliability(programme))["team"] == "good"


async def test_who_answers_during_a_break_stays_counted(programme: Programme) -> None:
    desk = await programme.team("Desk")
    everybody = await members(programme, desk, 20)
    await pauses(programme, everybody, programme.now.date(), None)
    await answers(programme, everybody[:12])
    assert (await reliability(programme))["team"] == "good", "twelve of twelve, not of none"


@pytest.mark.parametrize("answering", [0, 4])
async def test_leads_too_few_to_be_shown_stand_in_no_denominator(
    programme: Programme, answering: int
) -> None:
    desk = await programme.team("Desk")
    everybody = await members(programme, desk, 14)
    leads = [await programme.joins(f"L{n}", desk, Role.LEAD) for n in range(8)]
    await answers(programme, [*everybody[:10], *leads[:answering]])
    found = await reliability(programme)
    assert found["organisation"] == found["unit"] == found["team"] == "good", "ten of fourteen"


async def test_leads_who_are_shown_stand_in_the_denominator_of_the_whole(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    everybody = await members(programme, desk, 14)
    leads = [await programme.joins(f"L{n}", desk, Role.LEAD) for n in range(8)]
    await answers(programme, [*everybody[:10], *leads[:5]])
    found = await reliability(programme)
    assert found["organisation"] == "fair", "15 of 22"
    assert found["team"] == "good"


async def test_attack_15_who_had_no_encounters_counts_for_nothing(programme: Programme) -> None:
    desk = await programme.team("Desk")
    everybody = await members(programme, desk, 5)
    await answers(programme, everybody[:4])
    async with programme.database.write() as session:
        session.add(
            Rating(
                person_id=everybody[4].person_id,
                week=0,
                dimension=D1,
                response="no_encounters",
                instrument=VERSION,
            )
        )
    assert await closes_the_block(programme) == []


async def test_a_figure_stands_among_those_of_the_other_teams(programme: Programme) -> None:
    teams = [await programme.team(f"Team {n}", f"Unit {n}") for n in range(7)]
    for n, team in enumerate(teams):
        value = {0: 2, 6: 5}.get(n, 4)
        await answers(programme, dict.fromkeys(await members(programme, team, 11), value))
    rows = await closes_the_block(programme)
    found = {row.node_id: row.place for row in rows if row.node == "team"}
    assert [found[team] for team in teams] == ["below", *["within"] * 6]
    assert {row.place for row in rows if row.node != "team"} == {None}


async def test_five_teams_are_too_few_to_be_compared(programme: Programme) -> None:
    for n in range(5):
        team = await programme.team(f"Team {n}", f"Unit {n}")
        await answers(programme, await members(programme, team, 10))
    rows = await closes_the_block(programme)
    assert {row.place for row in rows} == {None}


async def test_which_groups_are_shown_does_not_depend_on_a_value(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone", "Calls")
    everybody = [*await members(programme, desk, 7), *await members(programme, phone, 6)]
    lot = random.Random(1)
    await answers(programme, {who: lot.randint(1, 5) for who in everybody})
    forms = shown(await closes_the_block(programme))
    assert set(forms) == {
        ("organisation", 0),
        ("team", desk),
        ("team", phone),
        *((node, n) for node, n in forms if node == "unit"),
    }
    assert forms["team", desk] == forms["team", phone] == Disclosure.BAND


async def test_an_empty_block_is_published_as_nothing(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    assert await closes_the_block(programme) == []
    async with programme.database.read() as session:
        assert len((await session.exec(select(BlockPublication))).all()) == 1


def row(person: int, week: int, value: int | None, version: str = VERSION) -> BlockRating:
    return BlockRating(person, "D1", week, "rated" if value else "skipped", value, version)


def test_the_first_valid_answer_counts_and_the_repeat_is_private() -> None:
    rows = [row(1, 0, 2), row(2, 0, None), row(1, 3, 5), row(3, 3, 4)]
    assert first_valid(rows, VERSION, last_week=3)[D1] == {1: 2, 3: 4}


def test_answers_to_another_wording_are_not_in_the_same_result() -> None:
    rows = [row(1, 0, 2), row(2, 0, 4, "1-patient")]
    assert first_valid(rows, VERSION, last_week=3)[D1] == {1: 2}


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_everybody_sees_the_own_group_and_no_other(programme: Programme, role: Role) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone", "Calls")
    await answers(programme, await members(programme, desk, 6))
    await answers(programme, await members(programme, phone, 6))
    mine = await programme.joins("Mia", desk, role)
    await closes_the_block(programme)
    leads = [("leads", 0)] if role is Role.LEAD else []
    assert [(g.node, g.id) for g in await groups_to_see(programme.database, mine)] == [
        ("team", desk),
        *leads,
    ]
    found = await block_results(programme.database, mine, "team", desk)
    assert found is not None
    assert found == await results_to_see(programme.database, mine), "nobody has to choose"
    assert [r.form for r in found.rows] == [Disclosure.BAND, None, None, None, None, None]
    others = {("team", phone), ("organisation", 0), ("leads", 0), ("unit", 1)} - set(leads)
    for node, node_id in sorted(others):
        with refused(Code.NOT_FOUND):
            await block_results(programme.database, mine, node, node_id)


async def test_hr_sees_the_same_objects_of_all_groups(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await answers(programme, await members(programme, desk, 6))
    lead = await programme.joins("Lea", desk, Role.LEAD)
    await closes_the_block(programme)
    hers = await block_results(programme.database, programme.hanna, "team", desk)
    theirs = await block_results(programme.database, lead, "team", desk)
    assert hers is not None
    assert theirs is not None
    assert hers.rows == theirs.rows
    to_choose = await results_to_see(programme.database, programme.hanna)
    assert to_choose == await groups_to_see(programme.database, programme.hanna)


async def test_before_the_first_block_there_is_nothing(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana = await programme.joins("Ana", desk)
    assert await block_results(programme.database, ana, "team", desk) is None
    assert await results_to_see(programme.database, ana) is None
