import asyncio

from sqlmodel import select

from coaching.learnings.cards import browse, withdraw
from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.points.summary import team_points
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.points import Component
from storage.database import Database
from storage.learnings import Learning
from storage.points import PointsEntry
from tests.organisation import Programme, founded

TEXT = "I asked twice what they meant."
ASIDE = "Writing it down calmed us both."


async def ledger(programme: Programme, team: int) -> list[tuple[int, str, int]]:
    """Return the team's entries for learnings, in the order in which they were written."""
    query = select(PointsEntry).where(PointsEntry.team_id == team)
    async with programme.database.read() as session:
        rows = (await session.exec(query.order_by(PointsEntry.id))).all()  # type: ignore[arg-type]
    return [(row.week, row.component, row.points) for row in rows if row.points]


async def close_before(programme: Programme, week: int) -> None:
    programme.is_now(week, Weekday.MON, "00:05")
    await programme.closes_weeks()


async def newest_is_tried(programme: Programme, viewer: Viewer) -> bool:
    """Tell whether the viewer is told that their team tried the newest card."""
    card = await browse(programme.database, viewer, 0, programme.now)
    assert card is not None
    return card.tried


async def test_a_card_of_the_week_earns_ten_points_however_many_there_are(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana, *_ = await programme.join(desk, *"ABCDE")
    await programme.join(phone, *"FGHIJ")
    await programme.shares(ana, TEXT)
    await programme.shares(ana, ASIDE, named=False)
    await close_before(programme, 2)
    assert await ledger(programme, desk) == [(0, "shared", 10)]
    assert await ledger(programme, phone) == []


async def test_a_trial_earns_both_teams_and_a_pair_counts_once_a_block(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    street = await programme.team("Street", unit="Streets")
    ana, *_ = await programme.join(desk, *"ABCDE")
    bo, *_ = await programme.join(phone, *"FGHIJ")
    cleo, *_ = await programme.join(street, *"KLMNO")
    by_ana, by_bo = await programme.shares(ana, TEXT), await programme.shares(bo, ASIDE)
    for week, viewer, card in (
        (1, bo, by_ana),  # phone and desk
        (2, ana, by_bo),  # the same two, the other way round
        (3, cleo, by_ana),  # street and desk
        (4, bo, await programme.shares(ana, "And a third one of mine.")),  # a new block
    ):
        programme.is_now(week)
        await programme.tries(viewer, card)
    await close_before(programme, 5)
    shared = (0, "shared", 10)
    assert await ledger(programme, desk) == [
        shared,
        *((week, "tried_across", 10) for week in (1, 3, 4)),
    ]
    assert await ledger(programme, phone) == [
        shared,
        *((week, "tried_across", 10) for week in (1, 4)),
    ]
    assert await ledger(programme, street) == [(3, "tried_across", 10)]


async def test_trying_a_colleagues_card_earns_nothing(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana, _, _ = await programme.join(desk, "Ana", "Ama", "Aki")
    bo, ben = await programme.join(phone, "Bo", "Ben")
    card = await programme.shares(bo, TEXT)
    await programme.tries(ben, card)
    await programme.tries(ana, card)  # five people: the two teams are counted together
    await close_before(programme, 1)
    assert await ledger(programme, desk) == await ledger(programme, phone) == [(0, "shared", 10)]


async def test_leads_and_newcomers_share_and_try_and_earn_nothing(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana, *_ = await programme.join(desk, *"ABCDE")
    bo, *_ = await programme.join(phone, *"FGHIJ")
    lena = await programme.joins("Lena", desk, Role.LEAD)
    programme.is_now(1)
    (nova,) = await programme.join(desk, "Nova")
    by_lena, by_nova = await programme.shares(lena, TEXT), await programme.shares(nova, ASIDE)
    by_bo = await programme.shares(bo, "I wrote it down first.")
    await programme.tries(lena, by_bo)
    await close_before(programme, 2)
    assert await ledger(programme, desk) == []
    assert await ledger(programme, phone) == [(1, "shared", 10)]
    assert await newest_is_tried(programme, lena)
    assert not await newest_is_tried(programme, ana), "there is room for a mark that counts"

    await programme.tries(bo, by_lena)  # counts for those who tried it alone
    await close_before(programme, 3)
    assert await ledger(programme, desk) == []
    assert (await ledger(programme, phone))[1:] == [(2, "tried_across", 10)]
    programme.is_now(4)
    await programme.tries(ana, by_bo)
    await programme.tries(lena, by_bo)
    await withdraw(programme.database, nova, by_nova, programme.now)
    await close_before(programme, 5)
    assert await ledger(programme, desk) == [(4, "tried_across", 10)]


async def test_whoever_shares_on_a_break_counts(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, *_ = await programme.join(desk, *"ABCDEF")
    await preferences.pause(programme.database, ana, programme.now)
    await programme.shares(ana, TEXT)
    await close_before(programme, 1)
    assert await ledger(programme, desk) == [(0, "shared", 10)]


async def test_before_the_start_and_in_the_rest_week_nothing_counts(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, *_ = await programme.join(desk, *"ABCDE")
    programme.now = programme.moment(0, Weekday.MON, "00:00")
    programme.now = programme.now.replace(day=programme.now.day - 3)
    await programme.shares(ana, TEXT)
    programme.is_now(12)
    await programme.shares(ana, ASIDE)
    await close_before(programme, 13)
    assert await ledger(programme, desk) == []
    async with programme.database.read() as session:
        assert (await session.exec(select(Learning.week))).all() == [None, None]


async def test_the_week_of_a_card_is_the_local_one(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, *_ = await programme.join(desk, *"ABCDE")
    programme.is_now(1, Weekday.MON, "00:00")  # still Sunday in UTC
    await programme.shares(ana, TEXT)
    await close_before(programme, 2)
    assert await ledger(programme, desk) == [(1, "shared", 10)]


async def test_what_is_withdrawn_before_the_close_earns_nothing(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, *_ = await programme.join(desk, *"ABCDE")
    card = await programme.shares(ana, TEXT)
    await withdraw(programme.database, ana, card, programme.now)
    await close_before(programme, 1)
    assert await ledger(programme, desk) == []


async def test_what_is_withdrawn_after_the_close_is_taken_back_once(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana, ama, *_ = await programme.join(desk, *"ABCDEKLM")
    bo, *_ = await programme.join(phone, *"FGHIJ")
    first, second = await programme.shares(ana, TEXT), await programme.shares(ama, ASIDE)
    await programme.shares(bo, "I wrote it down first.")
    await programme.tries(bo, first)
    await close_before(programme, 1)
    later = await programme.shares(ama, "And this came a week later.")
    await withdraw(programme.database, ana, first, programme.now)
    earned = [(0, "shared", 10), (0, "tried_across", 10)]
    assert sorted(await ledger(programme, desk)) == earned, "the other card stands for the week"
    for _ in range(2):
        await withdraw(programme.database, ama, second, programme.now)
    assert sorted(await ledger(programme, desk)) == [(0, "shared", -10), *earned]
    assert sorted(await ledger(programme, phone)) == earned
    shown = await team_points(programme.database, ana, desk, programme.now)
    assert (shown.total, shown.earned_by) == (10, [Component.TRIED_ACROSS])
    await withdraw(programme.database, ama, later, programme.now)
    await close_before(programme, 2)
    assert len(await ledger(programme, desk)) == 3, "its week was still open"


async def test_of_teams_counted_together_only_the_authors_loses(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    (ana, _), _ = await programme.join(desk, *"AB"), await programme.join(phone, *"CDE")
    card = await programme.shares(ana, TEXT)
    await close_before(programme, 1)
    await withdraw(programme.database, ana, card, programme.now)
    assert await ledger(programme, desk) == [(0, "shared", 10), (0, "shared", -10)]
    assert await ledger(programme, phone) == [(0, "shared", 10)]


async def test_two_who_withdraw_at_once_leave_no_points_behind(
    programme: Programme, url: str
) -> None:
    desk = await programme.team("Desk")
    ana, ama, *_ = await programme.join(desk, *"ABCDE")
    first, second = await programme.shares(ana, TEXT), await programme.shares(ama, ASIDE)
    await close_before(programme, 1)
    other = Database(url)
    try:
        await asyncio.gather(
            withdraw(programme.database, ana, first, programme.now),
            withdraw(other, ama, second, programme.now),
        )
    finally:
        await other.close()
    assert await ledger(programme, desk) == [(0, "shared", 10), (0, "shared", -10)]


async def test_without_points_learnings_are_shared_all_the_same(database: Database) -> None:
    programme = await founded(database, points_used=False)
    desk = await programme.team("Desk")
    ana, bo, *_ = await programme.join(desk, *"ABCDE")
    card = await programme.shares(ana, TEXT)
    await programme.tries(bo, card)
    await close_before(programme, 1)
    await withdraw(programme.database, ana, card, programme.now)
    assert await ledger(programme, desk) == []
