"""Re-organisation: a team becomes part of another, with its people and its share of points."""

import json
from datetime import time

import pytest
from alembic.script import ScriptDirectory
from sqlmodel import select

from coaching.deliveries import report
from coaching.errors import Code
from coaching.people import directory
from coaching.points.summary import team_points
from coaching.results import team_groups
from coaching.results.blocks import block_by_block, block_results, groups_to_see
from coaching.results.staffing import merge_teams
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving
from storage import people
from storage.audit import AuditEntry
from storage.migrations import HERE, alembic
from storage.points import PointsEntry
from storage.programme import Team
from tests.coaching.points.test_votes import earned, merges
from tests.coaching.results.test_publication import answers, closes_the_block, members, shown
from tests.organisation import Programme, names
from tests.refusal import refused


async def total(programme: Programme, team: int) -> int:
    async with programme.database.read() as session:
        return sum(
            await session.exec(select(PointsEntry.points).where(PointsEntry.team_id == team))
        )


async def test_people_and_points_go_along(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone", "Calls")
    ana, *_ = await members(programme, desk, 6)
    await members(programme, phone, 6)
    lea = await programme.joins("Lea", desk, Role.LEAD)
    await earned(programme, desk, 40)
    await earned(programme, phone, 20)
    programme.is_now(1)
    await programme.closes_weeks()
    await merges(programme, desk, phone)
    listed = await programme.names_by_team()
    assert len(listed[phone]) == 13
    assert desk not in listed
    places = await directory.places(programme.database, programme.hanna)
    assert [place.team_name for place in places.here] == ["Phone"]
    ana, lea = await programme.again(ana), await programme.again(lea)
    assert ana.standing.staff_in == lea.standing.leads == {phone}
    assert await total(programme, phone) == 30
    seen = await team_points(programme.database, ana, phone, programme.now)
    assert seen.total == 30
    assert [week.points for week in seen.weeks[:2]] == [20, None], "carried points are no week's"


async def test_nobody_has_to_settle_in_again(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    everybody = [*await members(programme, desk, 3), *await members(programme, phone, 3)]
    programme.is_now(1)
    await programme.closes_weeks()
    await merges(programme, desk, phone)
    await programme.checks_in(*everybody)
    programme.is_now(2)
    await programme.closes_weeks()
    assert await total(programme, phone) == 30


async def test_who_leads_both_or_leads_here_and_works_there_has_one_place(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    leo = await programme.joins("Leo", desk, Role.LEAD)
    liv = await programme.joins("Liv", desk)
    async with programme.database.write() as session:
        for who in (leo, liv):
            mine = (await people.memberships(session, who.person_id))[0]
            session.add(
                people.Membership(
                    person_id=who.person_id, role="lead", team_id=phone, since=mine.since
                )
            )
    await merges(programme, desk, phone)
    for who in (leo, liv):
        again = await programme.again(who)
        assert again.standing.leads == {phone}
        assert not again.standing.staff_in


async def test_one_block_counts_them_together_and_the_last_stays_as_it_was(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    first, second = await members(programme, desk, 6), await members(programme, phone, 6)
    await answers(programme, [*first, *second])
    before = [row.model_dump() for row in await closes_the_block(programme)]
    await merges(programme, desk, phone)
    ana = await programme.again(first[0])
    assert [(g.node, g.id) for g in await groups_to_see(programme.database, ana)] == [
        ("team", phone)
    ]
    await answers(programme, [*first, *second], week=4)
    rows = await closes_the_block(programme, week=8)
    assert [row.model_dump() for row in rows if row.publication_id == 1] == before
    newest = [row for row in rows if row.publication_id != 1]
    assert ("team", phone) in shown(newest)
    assert ("team", desk) not in shown(newest)
    assert next(row for row in newest if row.node == "team").people == "10+"


async def test_who_left_the_merged_team_in_the_block_breaks_nothing(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    first, second = await members(programme, desk, 6), await members(programme, phone, 6)
    await answers(programme, [*first, *second])
    async with programme.database.write() as session:
        for place in await people.memberships(session, first[0].person_id):
            place.until = programme.moment(2).date()
    programme.is_now(3)
    await merges(programme, desk, phone)
    assert ("team", phone) in shown(await closes_the_block(programme))


async def test_the_others_of_its_reporting_group_stand_alone(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    mail = await programme.team("Mail")
    args = (programme.database, programme.hanna)
    await team_groups.merge(*args, desk, phone, programme.now)
    await merges(programme, desk, mail)
    found = await team_groups.reporting_groups(*args)
    assert sorted(leaf.name for leaf in found.leaves) == ["Mail", "Phone"]


async def test_merged_once_it_does_not_exist_any_more(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await earned(programme, desk, 600)
    await members(programme, desk, 5)
    await merges(programme, desk, phone)
    for team, into in ((desk, phone), (phone, desk), (phone, phone), (phone, 999)):
        with refused(Code.NOT_FOUND):
            await merges(programme, team, into)
    assert await total(programme, phone) == 600
    assert await block_results(programme.database, programme.hanna, "team", phone) is None


async def test_two_mergers_in_one_week_both_carry(programme: Programme) -> None:
    teams = [await programme.team(name) for name in ("Aa", "Bb", "Cc")]
    for team, points in zip(teams, (300, 600, 900), strict=True):
        await earned(programme, team, points)
        await members(programme, team, 5)
    await merges(programme, teams[1], teams[0])
    assert await total(programme, teams[0]) == 450
    await merges(programme, teams[2], teams[0])
    assert await total(programme, teams[0]) == 600, "ten with 450, five with 900"


async def test_it_is_in_the_trail(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await merges(programme, desk, phone)
    async with programme.database.read() as session:
        query = select(AuditEntry).where(AuditEntry.action == "teams merged")
        (entry,) = (await session.exec(query)).all()
    after = {"into": phone, "schedules_ended": []}
    assert (json.loads(entry.before), json.loads(entry.after)) == ({"team": desk}, after)


async def schedule(
    programme: Programme, kind: Kind, team: int, at: str = "09:00", role: Role | None = None
) -> int:
    """Let HR make a schedule for a team, on Mondays."""
    args = (programme.database, programme.hanna)
    now = programme.now
    await editor.draft_new(*args, kind, now)
    await editor.toggle_day(*args, Weekday.MON, now)
    await editor.toggle_day(*args, Weekday.TUE, now)
    await editor.set_time(*args, time.fromisoformat(at), now)
    await editor.set_audience(*args, None, team, now)
    await editor.set_role(*args, role, now)
    return (await saving.save(*args, now)).draft.schedule_id or 0


async def listed(programme: Programme, team: int) -> list[int | None]:
    """Return what HR sees of the team's schedules."""
    found = await editor.overview(programme.database, programme.hanna)
    assert all(line.audience.name for line in found if line.draft.team_id), "a team without name"
    return [line.draft.schedule_id for line in found if line.draft.team_id == team]


async def test_nobody_is_told_twice_by_what_both_teams_had(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await programme.join(desk, "Ana")
    await programme.join(phone, "Bo")
    doubled = await schedule(programme, Kind.POINTS_POST, desk, "10:00")
    stays = await schedule(programme, Kind.POINTS_POST, phone, "11:00")
    programme.is_now(1)
    await programme.deliver()
    await merges(programme, desk, phone)
    assert await listed(programme, phone) == [stays]
    assert await listed(programme, desk) == []
    for clock in ("10:00", "11:00"):
        programme.is_now(1, Weekday.MON, clock)
        told = names(await programme.deliver())
        assert told == ([] if clock == "10:00" else ["Ana", "Bo"])
    async with programme.database.read() as session:
        query = select(AuditEntry.after).where(AuditEntry.action == "teams merged")
        after = json.loads((await session.exec(query)).one())
    assert after["schedules_ended"] == [doubled]


async def test_what_one_team_had_is_for_both(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    for_leads = await schedule(programme, Kind.CHECKIN, phone, role=Role.LEAD)
    for_staff = await schedule(programme, Kind.CHECKIN, desk, role=Role.STAFF)
    await schedule(programme, Kind.CHECKIN, desk, role=Role.LEAD)
    prompts = [await schedule(programme, Kind.PROMPT, team) for team in (desk, phone)]
    await merges(programme, desk, phone)
    assert await listed(programme, phone) == [for_leads, for_staff, *prompts]


async def test_what_ended_is_accounted_for_and_begins_no_more(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await programme.join(desk, "Ana")
    ended, _ = [await schedule(programme, Kind.CHECKIN, team) for team in (desk, phone)]
    programme.is_now(0, Weekday.MON, "09:00")
    assert names(await programme.deliver()) == ["Ana"]
    await merges(programme, desk, phone)
    assert Kind.CHECKIN in [
        line.kind
        for line in await report.lines(programme.database, programme.hanna, programme.now)
    ]
    args = (programme.database, programme.hanna)
    for use in (editor.look_at, editor.draft_change):
        with refused(Code.NOT_FOUND):
            await use(*args, ended, programme.now)
    with refused(Code.NOT_FOUND):
        await saving.set_paused(*args, ended, programme.now, paused=False)


@pytest.mark.parametrize("both", [True, False])
async def test_a_draft_of_what_ended_or_moved_is_outdated(
    programme: Programme, *, both: bool
) -> None:
    heidi = await programme.joins("Heidi", None, Role.HR)
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    drafted = await schedule(programme, Kind.CHECKIN, desk)
    if both:
        await schedule(programme, Kind.CHECKIN, phone)
    await editor.draft_change(programme.database, heidi, drafted, programme.now)
    await merges(programme, desk, phone)
    with refused(Code.SCHEDULE_CHANGED):
        await saving.save(programme.database, heidi, programme.now)


async def test_a_draft_for_a_team_follows_it(programme: Programme) -> None:
    heidi = await programme.joins("Heidi", None, Role.HR)
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await schedule(programme, Kind.CHECKIN, phone)
    args = (programme.database, heidi)
    await editor.draft_new(*args, Kind.CHECKIN, programme.now)
    await editor.set_audience(*args, None, desk, programme.now)
    await merges(programme, desk, phone)
    shown = await editor.current_draft(*args, programme.now)
    assert shown.audience.name == "Phone"
    with refused(Code.SCHEDULE_EXISTS):
        await saving.save(*args, programme.now)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_nobody_but_hr(programme: Programme, role: Role) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    mia = await programme.joins("Mia", desk, role)
    with refused(Code.NOT_ALLOWED):
        await merge_teams(programme.database, mia, desk, phone, programme.now)


async def test_the_receiving_team_begins_without_history(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    first, second = await members(programme, desk, 6), await members(programme, phone, 6)
    await answers(programme, [*first, *second])
    await closes_the_block(programme)
    assert await block_results(programme.database, second[0], "team", phone) is not None
    await merges(programme, desk, phone)
    for who in (await programme.again(first[0]), second[0], programme.hanna):
        assert await block_results(programme.database, who, "team", phone) is None
        assert await block_by_block(programme.database, who, "team", phone) is None
    await answers(programme, [*first, *second], week=4)
    await closes_the_block(programme, week=8)
    found = await block_by_block(programme.database, second[0], "team", phone)
    assert found is not None
    assert found.blocks == [2], "what the team was before is no past of what it is now"
    assert found.rows[Dimension.LISTENING][0].people == "10+"


async def test_nor_does_its_reporting_group_keep_one(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    mail = await programme.team("Mail")
    args = (programme.database, programme.hanna)
    await team_groups.merge(*args, phone, mail, programme.now)
    everybody = [who for team in (desk, phone, mail) for who in await members(programme, team, 6)]
    await answers(programme, everybody)
    await closes_the_block(programme)
    assert await block_results(*args, "team", phone) is not None
    await merges(programme, desk, phone)
    assert await block_results(*args, "team", phone) is None
    await answers(programme, everybody, week=4)
    await closes_the_block(programme, week=8)
    found = await block_by_block(*args, "team", phone)
    assert found is not None
    assert (found.group.name, found.blocks) == ("Mail + Phone", [2])


async def test_mergers_from_before_that_was_noted_begin_without_history_as_well(
    programme: Programme,
) -> None:
    desk, phone, mail = [await programme.team(name) for name in ("Desk", "Phone", "Mail")]
    await closes_the_block(programme)
    await merges(programme, desk, phone)
    noted = ScriptDirectory(str(HERE)).get_revision("0022").down_revision
    async with programme.database.connect(write=True) as connection:
        await connection.run_sync(alembic, "downgrade", revision=noted)
        await connection.run_sync(alembic, "upgrade", revision="head")
    async with programme.database.read() as session:
        found = {team.id: team.first_block for team in (await session.exec(select(Team))).all()}
    assert found == {desk: 0, phone: 1, mail: 0}
