from datetime import timedelta

from sqlmodel import select

from coaching.checkin import week as checking_in
from coaching.checkin.week import (
    AskedItem,
    Response,
    name_situation,
    open_checkin,
    respond,
    week_as_it_stands,
)
from coaching.content import load_instrument
from coaching.conversation import open_question
from coaching.errors import Code
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import PAIRS, Dimension, week_of_customer_view
from storage import checkin
from storage.checkin import Rating
from tests.organisation import Programme
from tests.refusal import refused
from tests.statements import statements

VERSION = load_instrument().version


async def asked(programme: Programme, week: int, *people: Viewer) -> list[set[Dimension]]:
    now = programme.is_now(week, Weekday.WED, "13:00")
    checkins = [await open_checkin(programme.database, viewer, now) for viewer in people]
    return [{item.dimension for item in checkin.items} for checkin in checkins]


async def test_three_weeks_bring_each_dimension_once_in_three_orders(
    programme: Programme,
) -> None:
    people = await programme.join(await programme.team("Desk"), "Ana", "Bo", "Cy")
    seen: list[set[Dimension]] = [set(), set(), set()]
    for week in range(3):
        pairs = await asked(programme, week, *people)
        assert sorted(map(sorted, pairs)) == sorted(map(sorted, PAIRS))
        assert all(not before & pair for before, pair in zip(seen, pairs, strict=True))
        seen = [before | pair for before, pair in zip(seen, pairs, strict=True)]
    assert seen == [set(Dimension)] * 3


async def test_the_fourth_week_asks_what_was_missed(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    missed: set[Dimension] = set()
    for week in range(3):
        (pair,) = await asked(programme, week, ana)
        if week == 1:
            missed = pair
        else:
            await programme.checks_in(ana)
    assert await asked(programme, 3, ana) == [missed]


async def test_the_fourth_week_asks_one_item_of_somebody_who_missed_none(
    programme: Programme,
) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    for week in range(3):
        programme.is_now(week, Weekday.WED)
        await programme.checks_in(ana)
    (pair,) = await asked(programme, 3, ana)
    assert len(pair) == 1
    shown = await open_checkin(programme.database, ana, programme.now)
    assert (shown.count, shown.open_question is not None) == (2, True)


async def test_an_answered_item_is_kept_and_the_other_one_is_asked(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    start = await open_checkin(programme.database, ana, programme.now)
    first, second = (item.dimension for item in start.items)
    assert (start.asked, start.number) == (first, 1)
    then = await respond(programme.database, ana, 0, first, Response.RATED, programme.now, 4)
    assert then.items[0] == AskedItem(first, Response.RATED, 4, VERSION)
    assert (then.asked, then.number) == (second, 2)
    done = await respond(programme.database, ana, 0, second, Response.NO_ENCOUNTERS, programme.now)
    assert done.items[1] == AskedItem(second, Response.NO_ENCOUNTERS, None, VERSION)
    assert done.asked is None
    assert await open_question(programme.database, ana) is None


async def test_a_check_in_goes_on_where_it_was_left(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    start = await open_checkin(programme.database, ana, programme.now)
    first, second = (item.dimension for item in start.items)
    await respond(programme.database, ana, 0, first, Response.SKIPPED, programme.now)
    question = await open_question(programme.database, ana)
    assert question is not None
    assert question.name == checking_in.QUESTION
    assert question.data == {
        "week": 0,
        "dimension": second,
        "wording": VERSION,
        "heard": None,
    }
    later = await open_checkin(programme.database, ana, programme.now + timedelta(days=2))
    assert later.asked is second


async def test_an_answer_can_be_changed_while_the_week_is_open(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    await programme.checks_in(ana, value=2)
    now = programme.is_now(0, Weekday.SUN, "23:59")
    again = await open_checkin(programme.database, ana, now)
    first = again.items[0].dimension
    asking = await open_checkin(programme.database, ana, now, ask=first)
    assert asking.asked is first
    changed = await respond(programme.database, ana, 0, first, Response.RATED, now, 5)
    assert [item.value for item in changed.items] == [5, 2]
    taken_back = await respond(programme.database, ana, 0, first, Response.SKIPPED, now)
    assert taken_back.items[0] == AskedItem(first, Response.SKIPPED, None, VERSION)


async def test_an_answer_outside_its_week_goes_nowhere(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    now = programme.is_now(1, Weekday.MON, "00:00")
    item = (await open_checkin(programme.database, ana, now)).items[0].dimension
    for week in (-1, 0, 2, 10**6):
        with refused(Code.QUESTION_CLOSED):
            await respond(programme.database, ana, week, item, Response.RATED, now, 3)
    assert await ratings(programme) == []


async def test_answers_stay_with_the_person_and_the_week(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await programme.checks_in(ana, value=1)
    await programme.checks_in(bo, value=5)
    programme.is_now(1)
    await programme.checks_in(ana, value=3)
    kept = await ratings(programme)
    assert {(r.week, r.value) for r in kept if r.person_id == bo.person_id} == {(0, 5)}
    assert {(r.week, r.value) for r in kept if r.person_id == ana.person_id} == {(0, 1), (1, 3)}


async def test_the_same_answer_twice_is_one_answer(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    await programme.checks_in(ana)
    await programme.checks_in(ana)
    assert len(await ratings(programme)) == 2


async def test_a_value_that_no_button_has_is_refused(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    item = (await open_checkin(programme.database, ana, programme.now)).items[0].dimension
    for response, value in (
        *[(Response.RATED, value) for value in (None, 0, 6, -1, 99)],
        *[(Response.SKIPPED, value) for value in (1, 5, 9)],
        (Response.NO_ENCOUNTERS, 0),
    ):
        with refused(Code.NOT_FOUND):
            await respond(programme.database, ana, 0, item, response, programme.now, value)
    assert await ratings(programme) == []


async def test_an_item_that_is_not_this_weeks_is_refused(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    checkin = await open_checkin(programme.database, ana, programme.now)
    for other in set(Dimension) - {item.dimension for item in checkin.items}:
        with refused(Code.NOT_FOUND):
            await respond(programme.database, ana, 0, other, Response.RATED, programme.now, 3)
        opened = await open_checkin(programme.database, ana, programme.now, ask=other)
        assert opened.asked is checkin.asked
    assert await ratings(programme) == []


async def test_the_rest_week_asks_nothing(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    now = programme.is_now(12, Weekday.WED)
    with refused(Code.REST_WEEK):
        await open_checkin(programme.database, ana, now)
    with refused(Code.REST_WEEK):
        await respond(programme.database, ana, 12, Dimension.CLARITY, Response.SKIPPED, now)
    (pair,) = await asked(programme, 13, ana)
    assert len(pair) == 2


async def test_what_was_answered_in_other_words_stays_an_answer_to_those(
    programme: Programme,
) -> None:
    """An update brings new sentences in the middle of somebody's week."""
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    start = await open_checkin(programme.database, ana, programme.now)
    first, second = (item.dimension for item in start.items)
    with refused(Code.REWORDED):
        args = (first, Response.RATED, programme.now, 4)
        await respond(programme.database, ana, 0, *args, wording="0")
    assert await ratings(programme) == []
    async with programme.database.write() as session:
        given = checkin.Given(0, first, Response.RATED, 4, "0")
        await checkin.put(session, ana.person_id, given)
    await respond(programme.database, ana, 0, second, Response.RATED, programme.now, 2)
    await name_situation(programme.database, ana, 0, first, programme.now, named=True)
    kept = {r.dimension: (r.instrument, r.value, r.named) for r in await ratings(programme)}
    assert kept == {first: ("0", 4, True), second: (VERSION, 2, None)}


async def test_the_customers_view_stands_beside_an_answer_in_the_same_words(
    programme: Programme,
) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    week = week_of_customer_view(f"{ana.person_id}:0") - 1
    now = programme.is_now(week, Weekday.WED)
    start = await open_checkin(programme.database, ana, now)
    async with programme.database.write() as session:
        for item in start.items:
            given = checkin.Given(week, item.dimension, Response.RATED, 4, "0")
            await checkin.put(session, ana.person_id, given)
    async with programme.database.read() as session:
        assert (await week_as_it_stands(session, ana, week)).customer_view is None
    again = start.items[1].dimension
    shown = await respond(programme.database, ana, week, again, Response.RATED, now, 3)
    assert shown.customer_view is not None
    assert (shown.customer_view.dimension, shown.customer_view.own) == (again, 3)


async def test_nothing_is_asked_before_the_programme_starts(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    sunday_before = programme.moment(0, Weekday.MON, "00:00") - timedelta(minutes=1)
    with refused(Code.BEFORE_START):
        await open_checkin(programme.database, ana, sunday_before)


async def test_leads_check_in_and_hr_does_not(programme: Programme) -> None:
    leo = await programme.joins("Leo", await programme.team("Desk"), Role.LEAD)
    await programme.checks_in(leo)
    assert len(await ratings(programme)) == 2
    with refused(Code.NOT_ALLOWED):
        await open_checkin(programme.database, programme.hanna, programme.now)


async def test_the_week_closes_at_local_midnight_also_when_clocks_change(
    programme: Programme,
) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    before, after = [
        await open_checkin(programme.database, ana, programme.is_now(week, Weekday.WED))
        for week in (9, 10)  # summer time begins on the Sunday of week 10
    ]
    assert before.closes_at.isoformat() == "2026-03-22T22:00:00+00:00"
    assert after.closes_at.isoformat() == "2026-03-29T21:00:00+00:00"


async def ratings(programme: Programme) -> list[Rating]:
    async with programme.database.read() as session:
        return list((await session.exec(select(Rating))).all())


async def test_a_tap_asks_the_database_four_times_at_most(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    with statements() as heard:
        start = await open_checkin(programme.database, ana, programme.now)
    assert len(heard) <= 2
    for item in start.items:
        with statements() as heard:
            args = (item.dimension, Response.RATED, programme.now, 4)
            await respond(programme.database, ana, start.week, *args)
        assert len(heard) <= 4
