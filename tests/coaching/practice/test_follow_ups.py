"""What comes back: on its day, under the limits, once, over weekends, breaks and crashes."""

from datetime import date, timedelta

import pytest

from coaching.content import load_prompts
from coaching.deliveries.sending import Parcel, lease, prepare, sent
from coaching.errors import Code
from coaching.people.identity import Viewer
from coaching.people.preferences import pause
from coaching.practice import talks
from coaching.practice.follow_ups import (
    Result,
    Return,
    answer,
    answer_typed,
    look_back,
    returns,
    stop,
)
from coaching.practice.prompts import Offer, look_at
from coaching.rules.calendar import Weekday
from coaching.rules.caps import FOLLOW_UPS_A_WEEK, MESSAGES_A_DAY, MESSAGES_A_WEEK
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.schedules import Kind
from coaching.schedules.planning import plan_due
from storage import delivery_report, follow_ups
from storage.deliveries import Delivery
from tests.organisation import NUMBERS, Programme
from tests.refusal import refused

MON, TUE, WED, THU, FRI = (date(2026, 1, 12) + timedelta(days=n) for n in range(5))


async def practised(programme: Programme, form: PromptFormat) -> tuple[Viewer, Offer]:
    """Let Ana talk through a prompt on the first Monday."""
    ana = await programme.joins("Ana", await programme.team("Desk"))
    offer = await programme.offered(ana, form)
    return ana, await programme.talks_through(ana, offer, programme.now)


async def days(programme: Programme, offer: Offer) -> list[date]:
    async with programme.database.read() as session:
        return [each.due_on for each in await follow_ups.of_practice(session, offer.practice_id)]


async def lives_until(programme: Programme, last: date) -> list[tuple[date, Parcel]]:
    """Let the days go by; return every follow-up that went out."""
    found: list[tuple[date, Parcel]] = []
    while programme.now.date() <= last:
        out = await programme.deliver()
        found += [(programme.now.date(), p) for p in out if isinstance(p.content, Return)]
        programme.now += timedelta(minutes=30)
    return found


async def test_a_plan_comes_back_after_two_and_seven_working_days(programme: Programme) -> None:
    _, offer = await practised(programme, PromptFormat.PLAN)
    assert await days(programme, offer) == [WED, WED + timedelta(days=7)]


async def test_on_a_friday_two_working_days_lead_over_the_weekend(programme: Programme) -> None:
    programme.now += timedelta(days=4)
    _, offer = await practised(programme, PromptFormat.PLAN)
    assert await days(programme, offer) == [date(2026, 1, 20), date(2026, 1, 27)]


async def test_a_recall_comes_back_after_three_ten_and_twenty_four_days(
    programme: Programme,
) -> None:
    _, offer = await practised(programme, PromptFormat.RECALL)
    assert await days(programme, offer) == [MON + timedelta(days=n) for n in (3, 10, 24)]


async def test_what_was_not_tried_yet_comes_back_on_the_next_working_day(
    programme: Programme,
) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    offer = await programme.offered(ana, PromptFormat.TRY)
    args = (programme.database, ana, offer.practice_id, 0)
    for _ in range(2):
        await talks.answer(*args, Outcome.NOT_YET, programme.now)
    assert await days(programme, offer) == [TUE]
    await talks.answer(*args, Outcome.DONE, programme.now)
    assert await days(programme, offer) == [], "done: nothing is to be brought"


@pytest.mark.parametrize("form", ["debrief", "view", "scale", "ask", "why", "share"])
async def test_other_formats_come_back_no_more(programme: Programme, form: str) -> None:
    _, offer = await practised(programme, PromptFormat(form))
    assert await days(programme, offer) == []


async def test_it_goes_out_on_its_day_with_what_was_written(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    out = await lives_until(programme, date(2026, 1, 23))
    mine = [(day, p.content) for day, p in out if p.addressee.person_id == ana.person_id]
    assert [day for day, _ in mine] == [WED, WED + timedelta(days=7)]
    for _, content in mine:
        assert isinstance(content, Return)
        assert content.offer.practice_id == offer.practice_id
        assert [note.text for note in content.offer.notes] == [
            "words for step 0",
            "words for step 1",
        ]


async def test_a_break_brings_it_afterwards_and_too_late_not_at_all(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.PLAN)
    await pause(programme.database, ana, programme.now, TUE, date(2026, 1, 20))
    out = await lives_until(programme, date(2026, 1, 24))
    assert [day for day, _ in out] == [date(2026, 1, 20), date(2026, 1, 21)]


async def test_what_was_due_two_weeks_ago_lapses(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.PLAN)
    await pause(programme.database, ana, programme.now, TUE, date(2026, 2, 5))
    out = await lives_until(programme, date(2026, 2, 7))
    assert out == [], "the first lapsed; the second as well"
    assert await returns(programme.database, ana, programme.now) == []


async def test_no_more_than_two_a_week_and_never_beyond_the_limits(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    for _ in range(5):
        offer = await programme.offered(ana, PromptFormat.PLAN)
        await programme.talks_through(ana, offer, programme.now)
    by_day: dict[date, list[Parcel]] = {}
    while programme.now.date() < MON + timedelta(days=14):
        for parcel in await programme.deliver():
            by_day.setdefault(programme.now.date(), []).append(parcel)
        programme.now += timedelta(minutes=30)
    for week in (0, 1):
        of_week = [
            parcel
            for day, parcels in by_day.items()
            if (day - MON).days // 7 == week
            for parcel in parcels
            if parcel.addressee.person_id == ana.person_id
        ]
        assert len(of_week) <= MESSAGES_A_WEEK
        back = [p for p in of_week if isinstance(p.content, Return)]
        assert 0 < len(back) <= FOLLOW_UPS_A_WEEK
    assert all(len(parcels) <= MESSAGES_A_DAY for parcels in by_day.values())


async def test_everybody_is_accounted_for_on_every_day(programme: Programme) -> None:
    await practised(programme, PromptFormat.PLAN)
    await programme.joins("Bo", await programme.team("Phone"))
    await lives_until(programme, FRI)
    async with programme.database.read() as session:
        for account in await delivery_report.accounts(session, programme.id, MON):
            if account.schedule.kind == Kind.FOLLOW_UP:
                everybody = sum(account.states.values()) + sum(account.left_out.values())
                assert everybody == account.occurrence.audience == 2


async def prepared(programme: Programme) -> Parcel:
    """Plan the follow-up of Wednesday and take it in hand."""
    programme.is_now(0, Weekday.WED, "14:00")
    await plan_due(programme.database, programme.now)
    taken = await lease(programme.database, programme.now, 10)
    (waiting,) = [each for each in taken if each.kind is Kind.FOLLOW_UP]
    parcel = await prepare(programme.database, waiting, programme.now)
    assert parcel is not None
    return parcel


async def test_prepared_twice_it_brings_the_same(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.GROW)
    grow = await programme.offered(ana, PromptFormat.GROW)
    await talks.answer_typed(
        programme.database, ana, grow.practice_id, "to wait", programme.now, next(NUMBERS)
    )
    first = await prepared(programme)
    programme.now += timedelta(minutes=5)
    (waiting,) = [
        each
        for each in await lease(programme.database, programme.now, 10)
        if each.kind is Kind.FOLLOW_UP
    ]
    again = await prepare(programme.database, waiting, programme.now)
    assert again is not None
    assert again.content == first.content
    assert isinstance(first.content, Return)
    assert first.content.offer.practice_id == grow.practice_id
    await sent(programme.database, [first.delivery_id], programme.now)
    onward = await look_at(programme.database, ana, grow.practice_id)
    assert onward.next_turn_on is None, "the next turn is on the screen"


async def test_answered_before_a_crash_it_counts_as_sent(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.PLAN)
    parcel = await prepared(programme)
    assert isinstance(parcel.content, Return)
    await answer(programme.database, ana, parcel.content.id, Result.CAME)
    programme.now += timedelta(minutes=5)
    (waiting,) = [
        each
        for each in await lease(programme.database, programme.now, 10)
        if each.kind is Kind.FOLLOW_UP
    ]
    assert await prepare(programme.database, waiting, programme.now) is None
    async with programme.database.read() as session:
        assert (await session.get_one(Delivery, parcel.delivery_id)).state == "sent"


async def test_it_is_answered_changed_and_stopped(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.PLAN)
    (first,) = await returns(programme.database, ana, programme.now)
    given = await answer(programme.database, ana, first.id, Result.NOT_COME)
    (second,) = await returns(programme.database, ana, programme.now)
    assert (given.result, given.next_on) == (Result.NOT_COME, second.due_on)
    assert (await answer(programme.database, ana, first.id, Result.CAME)).result is Result.CAME
    stopped = await stop(programme.database, ana, second.id)
    assert stopped.result is Result.LAPSED
    assert await returns(programme.database, ana, programme.now) == []
    again = await look_back(programme.database, ana, first.id)
    assert again.result is Result.CAME, "what was answered stays"


async def test_typed_numbers_answer_it(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.RECALL)
    first, *_ = await returns(programme.database, ana, programme.now)
    given, counted = await answer_typed(programme.database, ana, first.id, "2")
    assert (given.result, counted) == (Result.PARTLY, True)
    for typed in ("0", "4", "99", "two", ""):
        assert await answer_typed(programme.database, ana, first.id, typed) == (given, False)


async def test_what_does_not_belong_to_the_format_is_refused(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.PLAN)
    first, *_ = await returns(programme.database, ana, programme.now)
    for result in (Result.KNEW, Result.LAPSED, Result.TAKEN_UP):
        with refused(Code.NOT_FOUND):
            await answer(programme.database, ana, first.id, result)


async def test_somebody_elses_return_does_not_exist(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.PLAN)
    bo = await programme.joins("Bo", await programme.team("Phone"))
    first, *_ = await returns(programme.database, ana, programme.now)
    for wanted in (first.id, 10**6):
        with refused(Code.NOT_FOUND):
            await look_back(programme.database, bo, wanted)
        with refused(Code.NOT_FOUND):
            await answer(programme.database, bo, wanted, Result.CAME)
        with refused(Code.NOT_FOUND):
            await stop(programme.database, bo, wanted)
    assert await returns(programme.database, bo, programme.now) == []
    with refused(Code.NOT_ALLOWED):
        await returns(programme.database, programme.hanna, programme.now)


async def test_a_prompt_that_was_left_comes_back_no_more(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.RECALL)
    await talks.answer(
        programme.database, ana, offer.practice_id, 0, Outcome.NOT_RELEVANT, programme.now
    )
    assert await days(programme, offer) == []


def test_every_prompt_that_comes_back_says_when() -> None:
    for prompt in load_prompts():
        expected = {
            PromptFormat.PLAN: (2, 7),
            PromptFormat.RECALL: (3, 10, 24),
            PromptFormat.TRY: (1,),
            PromptFormat.GROW: (2,),
        }.get(prompt.format, ())
        assert prompt.follow_ups == expected
