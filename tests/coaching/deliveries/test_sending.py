from datetime import timedelta

import pytest

from coaching.checkin.week import CheckIn
from coaching.content import load_prompts
from coaching.conversation import open_question
from coaching.deliveries import report, sending
from coaching.deliveries.contents import LeadSummary, LeasedDelivery, PointsPost, Reminder
from coaching.deliveries.sending import FIRST_WAIT, Parcel, lease, prepare, wait_after
from coaching.errors import Code
from coaching.people import preferences
from coaching.practice import prompts, records, talks
from coaching.practice.prompts import Offer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.formats import Outcome
from coaching.schedules.planning import plan_due
from storage.deliveries import DeliveryState
from tests.organisation import Programme
from tests.refusal import refused

TUE, WED, FRI = Weekday.TUE, Weekday.WED, Weekday.FRI


@pytest.fixture
async def due(programme: Programme) -> Programme:
    """Give a programme with Ana and a prompt that is due to her now."""
    await programme.join(await programme.team("Desk"), "Ana")
    await plan_due(programme.database, programme.is_now(0, TUE, "09:30"))
    return programme


async def take(programme: Programme) -> LeasedDelivery:
    (waiting,) = await lease(programme.database, programme.now, 10)
    return waiting


async def prepared(programme: Programme) -> Parcel:
    parcel = await prepare(programme.database, await take(programme), programme.now)
    assert parcel is not None
    return parcel


async def test_a_delivery_is_given_to_one_sender_for_a_minute(due: Programme) -> None:
    first = await take(due)
    assert await lease(due.database, due.now + timedelta(seconds=59), 10) == []
    due.now += timedelta(seconds=60)
    again = await take(due)
    assert (again.delivery_id, first.attempts, again.attempts) == (first.delivery_id, 1, 2)


async def test_no_more_is_taken_than_asked_for_and_the_earliest_first(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), *"ABCDE")
    await plan_due(programme.database, programme.is_now(0, TUE, "09:30"))
    batches = [await lease(programme.database, programme.now, 2) for _ in range(4)]
    assert [len(batch) for batch in batches] == [2, 2, 1, 0]
    assert len({waiting.person_id for batch in batches for waiting in batch}) == 5


async def test_preparing_twice_gives_the_same_prompt(due: Programme) -> None:
    waiting = await take(due)
    first = await prepare(due.database, waiting, due.now)
    second = await prepare(due.database, waiting, due.now + timedelta(minutes=3))
    assert first is not None
    assert isinstance(first.content, Offer)
    assert first == second


async def test_a_prompt_that_was_answered_before_a_crash_counts_as_sent(due: Programme) -> None:
    parcel = await prepared(due)
    assert isinstance(parcel.content, Offer)
    offer = parcel.content.practice_id
    skip = Outcome.TOO_MUCH
    await talks.answer(due.database, parcel.addressee, offer, 0, skip, due.now)

    due.now += timedelta(minutes=5)
    assert await prepare(due.database, await take(due), due.now) is None
    found = await report.totals(due.database, due.id)
    assert found.states[DeliveryState.SENT] == 1


async def test_the_prompt_that_was_sent_is_the_one_that_a_sentence_answers(
    due: Programme,
) -> None:
    parcel = await prepared(due)
    await sending.sent(due.database, [parcel.delivery_id], due.now)
    assert isinstance(parcel.content, Offer)
    question = await open_question(due.database, parcel.addressee)
    assert question is not None
    assert question.name == records.QUESTION
    assert question.data["practice"] == parcel.content.practice_id
    assert await prompts.next_prompt(due.database, parcel.addressee, due.now) == parcel.content


async def test_what_was_sent_is_not_sent_again(due: Programme) -> None:
    await sending.sent(due.database, [(await prepared(due)).delivery_id], due.now)
    assert await lease(due.database, due.now + timedelta(hours=1), 10) == []
    assert await sending.next_attempt(due.database, due.now) is None
    assert await due.states() == {"sent": 1}


async def test_what_is_no_longer_useful_expires(due: Programme) -> None:
    waiting = await take(due)
    assert waiting.useful_until == due.moment(0, TUE, "13:30")
    assert await prepare(due.database, waiting, waiting.useful_until) is None
    assert await due.states() == {"expired": 1}


async def test_somebody_who_pauses_before_it_is_sent_does_not_get_it(due: Programme) -> None:
    waiting = await take(due)
    parcel = await prepare(due.database, waiting, due.now)
    assert parcel is not None
    await preferences.pause(due.database, parcel.addressee, due.now)
    assert await prepare(due.database, waiting, due.now) is None
    assert await due.states() == {"cancelled": 1}


async def test_a_check_in_that_was_answered_meanwhile_is_not_asked(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    await plan_due(programme.database, programme.moment(0, TUE, "18:00"))
    await plan_due(programme.database, programme.is_now(0, WED, "13:00"))
    await programme.checks_in(ana)
    assert await programme.deliver() == []
    assert await programme.states() == {"missed": 1, "cancelled": 1}


async def test_somebody_for_whom_no_prompt_is_left_gets_none(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    for _ in (prompt for prompt in load_prompts() if len(prompt.roles) > 1):  # for any work
        offer = await prompts.next_prompt(programme.database, ana, programme.now)
        args = (programme.database, ana, offer.practice_id, 0, Outcome.NOT_RELEVANT)
        await talks.answer(*args, programme.now)
    with refused(Code.NO_PROMPT_LEFT):
        await prompts.next_prompt(programme.database, ana, programme.now)
    programme.is_now(0, TUE, "09:30")
    assert await programme.deliver() == []
    assert await programme.states() == {"cancelled": 1}


def test_waits_grow_fourfold_up_to_twenty_minutes_and_are_spread_by_a_quarter() -> None:
    waits = [wait_after(n, 0).total_seconds() for n in range(1, 7)]
    assert waits == [10, 40, 160, 640, 1200, 1200]
    assert wait_after(1, 1) == FIRST_WAIT * 1.25


async def test_failures_wait_longer_each_time_and_the_sixth_is_the_last(due: Programme) -> None:
    for attempts in range(1, 6):
        failed_at = due.now
        await sending.failed(due.database, await prepared(due), failed_at)
        again = await sending.next_attempt(due.database, failed_at)
        assert again is not None
        assert wait_after(attempts, 0) <= again - failed_at <= wait_after(attempts, 1)
        due.now = again
    await sending.failed(due.database, await prepared(due), due.now)
    assert await due.states() == {"failed": 1}
    assert await due.deliver() == []


async def test_a_wait_that_telegram_asks_for_is_kept_and_ends_nothing(due: Programme) -> None:
    for _ in range(7):
        parcel = await prepared(due)
        await sending.failed(due.database, parcel, due.now, wait=timedelta(seconds=33))
        due.now += timedelta(seconds=33)
        assert await sending.next_attempt(due.database, due.now) == due.now
    assert await due.states() == {"planned": 1}


async def test_a_blocked_chat_is_not_tried_again_until_the_person_returns(
    due: Programme,
) -> None:
    await sending.refused(due.database, await prepared(due), due.now)
    due.is_now(0, WED, "13:00")
    assert await due.deliver() == []
    assert await due.states() == {"unreachable": 2}


async def test_whoever_is_reachable_again_gets_the_next_message(due: Programme) -> None:
    parcel = await prepared(due)
    await sending.refused(due.database, parcel, due.now)
    assert (await due.again(parcel.addressee)).unreachable
    await preferences.set_reachable(
        due.database, parcel.addressee.person_id, due.now, reachable=True
    )
    due.is_now(0, WED, "13:00")
    (checkin,) = await due.deliver()
    assert isinstance(checkin.content, CheckIn)


async def test_each_kind_of_message_brings_what_its_name_says(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.join(desk, "Ana")
    kinds = []
    for week, day, clock in ((0, TUE, "09:30"), (0, WED, "13:00"), (0, FRI, "10:00")):
        await plan_due(programme.database, programme.moment(week, day, "08:00"))
        programme.is_now(week, day, clock)
        kinds += [type(parcel.content) for parcel in await programme.deliver()]
    assert kinds == [Offer, CheckIn, Reminder]
    programme.is_now(1, Weekday.MON, "09:00")
    (post,) = await programme.deliver()
    assert isinstance(post.content, PointsPost)
    assert [team.team_id for team in post.content.teams] == [desk]
    assert post.content.teams[0].last is not None
    assert post.content.teams[0].last.number == 1


async def test_a_lead_of_two_teams_gets_one_summary_with_both(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await programme.team("Street")
    leo = await programme.joins("Leo", desk, Role.LEAD)
    await programme.joins("Leo", phone, Role.LEAD, account=leo.telegram_id)
    await plan_due(programme.database, programme.moment(0, Weekday.SUN, "20:00"))
    programme.is_now(1, Weekday.MON, "09:00")
    (post,) = await programme.deliver()
    assert isinstance(post.content, LeadSummary)
    assert [team.points.team_name for team in post.content.teams] == ["Desk", "Phone"]


async def test_the_report_names_every_state(due: Programme) -> None:
    found = await report.totals(due.database, due.id)
    assert list(found.states) == list(DeliveryState)
    assert sum(found.states.values()) == found.states[DeliveryState.PLANNED] == 1
    assert (found.audience, found.left_out) == (2, 1), "nothing came back to her on Monday"
