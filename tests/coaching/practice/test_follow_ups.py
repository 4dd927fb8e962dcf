"""What comes back: on its day, under the limits, once, over weekends, breaks and crashes."""

from datetime import date, timedelta

import pytest

from coaching.content import load_prompts
from coaching.deliveries.sending import Parcel, lease, prepare, sent
from coaching.errors import Code
from coaching.own_data.texts import TextKind, delete_text
from coaching.people.identity import Viewer
from coaching.people.preferences import pause
from coaching.practice import talks
from coaching.practice.follow_ups import (
    Return,
    answer,
    answer_step,
    answer_typed,
    look_back,
    returns,
    stop,
)
from coaching.practice.prompts import Note, Offer, look_at
from coaching.practice.records import Taken
from coaching.rules.calendar import Weekday
from coaching.rules.caps import FOLLOW_UPS_A_WEEK, MESSAGES_A_DAY, MESSAGES_A_WEEK
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.returns import PLANS_AT_MOST, Result
from coaching.rules.schedules import Kind
from coaching.rules.scripts import AGREED, ANEW, ENOUGH, SAME, THOUGHT, Asks
from coaching.schedules.planning import plan_due
from storage import delivery_report, follow_ups, practice
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


@pytest.mark.parametrize(
    ("first", "then", "after"),
    [
        (Outcome.KNEW, [Result.KNEW, Result.KNEW], [10, 24 + 1]),
        (Outcome.KNEW, [Result.DID_NOT_KNOW, Result.KNEW], [10, 3 + 1, 10]),
        (Outcome.PARTLY, [Result.PARTLY, Result.KNEW], [3, 3 + 1, 10]),
        (Outcome.DID_NOT_KNOW, [Result.DID_NOT_KNOW, Result.KNEW], [1, 1, 3 + 2]),
    ],
)
async def test_a_recall_comes_back_as_it_was_remembered(
    programme: Programme, first: Outcome, then: list[Result], after: list[int]
) -> None:
    """What is added leads over a weekend."""
    ana = await programme.joins("Ana", await programme.team("Desk"))
    offer = await programme.offered(ana, PromptFormat.RECALL)
    await talks.answer(programme.database, ana, offer.practice_id, 0, first, programme.now)
    found: list[int] = []
    for result in then:
        (due,) = await returns(programme.database, ana, programme.now)
        found.append((due.due_on - programme.now.date()).days)
        programme.now += due.due_on - programme.now.date()
        given = await answer(programme.database, ana, due.id, result, programme.now)
    if given.next_on is not None:
        found.append((given.next_on - programme.now.date()).days)
    assert found == after
    assert given.is_over is (len(after) == len(then))


async def test_another_answer_to_a_recall_moves_the_next_time(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.RECALL)
    (first,) = await returns(programme.database, ana, programme.now)
    args = (programme.database, ana, first.id)
    knew = await answer(*args, Result.KNEW, programme.now)
    not_known = await answer(*args, Result.DID_NOT_KNOW, programme.now)
    assert knew.next_on == MON + timedelta(days=24)
    assert not_known.next_on == MON + timedelta(days=3)
    assert await answer(*args, Result.DID_NOT_KNOW, programme.now) == not_known
    (second,) = await returns(programme.database, ana, programme.now)
    await answer(programme.database, ana, second.id, Result.KNEW, programme.now)
    before = await days(programme, offer)
    await answer(*args, Result.KNEW, programme.now)
    assert await days(programme, offer) == before, "what came later stays"


async def test_a_recall_is_promised_for_no_day_off(programme: Programme) -> None:
    programme.now += timedelta(days=3)
    _, offer = await practised(programme, PromptFormat.RECALL)
    sunday = THU + timedelta(days=10)
    assert await days(programme, offer) == [sunday + timedelta(days=1)]


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


@pytest.mark.parametrize("form", ["debrief", "view", "scale", "why", "share"])
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
        assert content.plan == "words for step 0"


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
    await answer(programme.database, ana, parcel.content.id, Result.CAME, programme.now)
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
    given = await answer(programme.database, ana, first.id, Result.NOT_COME, programme.now)
    (second,) = await returns(programme.database, ana, programme.now)
    assert (given.result, given.next_on) == (Result.NOT_COME, second.due_on)
    assert (
        await answer(programme.database, ana, first.id, Result.CAME, programme.now)
    ).result is Result.CAME
    stopped = await stop(programme.database, ana, second.id)
    assert stopped.result is Result.LAPSED
    assert await returns(programme.database, ana, programme.now) == []
    again = await look_back(programme.database, ana, first.id)
    assert again.result is Result.CAME, "what was answered stays"


LABELS = {"otherwise": "Yes, but it went otherwise", "hurry": "It was too busy", "knew": "Knew it"}


async def types(
    programme: Programme, who: Viewer, follow_up: int, text: str
) -> tuple[Return, Taken]:
    args = (follow_up, text, programme.now, next(NUMBERS), LABELS)
    return await answer_typed(programme.database, who, *args)


async def test_typed_numbers_answer_it_once_the_card_is_open(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.RECALL)
    first, *_ = await returns(programme.database, ana, programme.now)
    opened, taken = await types(programme, ana, first.id, "1")
    assert (opened.card, opened.result, taken) == (True, None, Taken.CARD)
    for typed in ("0", "4", "99", "two", "?"):
        shown, taken = await types(programme, ana, first.id, typed)
        assert (shown.result, shown.card, taken) == (None, True, Taken.NO_WORDS)
    given, taken = await types(programme, ana, first.id, "2")
    assert (given.result, taken) == (Result.PARTLY, Taken.ANSWER)


async def test_the_words_on_a_button_answer_it(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.RECALL)
    first, *_ = await returns(programme.database, ana, programme.now)
    given, _ = await types(programme, ana, first.id, "knew it")
    assert given.result is Result.KNEW


async def test_what_went_otherwise_leads_to_a_way_round_that_is_quoted(
    programme: Programme,
) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    first, second = await returns_of(programme, offer)
    given, _ = await types(programme, ana, first, "yes, but it went otherwise")
    assert asks(given) is Asks.OBSTACLE
    given, _ = await types(programme, ana, first, "It was too busy")
    assert (given.said[0].code, asks(given)) == ("hurry", Asks.COPING)
    refused_plan, taken = await types(programme, ana, first, "ok thanks")
    assert (taken, len(refused_plan.said)) == (Taken.NO_PLAN, 1)
    with refused(Code.TEXT_PRIVATE):
        await types(programme, ana, first, "I write to ana@example.org")
    given, _ = await types(programme, ana, first, "I do it with one person an hour")
    assert asks(given) is Asks.AGREED
    given = await after(programme, ana, given, AGREED)
    assert given.step is None
    back = await look_back(programme.database, ana, second)
    assert back.obstacle == Note("hurry")
    assert back.coping == "I do it with one person an hour"
    assert back.plan == "words for step 0"


async def test_an_obstacle_in_own_words_and_no_way_round(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    first, second = await returns_of(programme, offer)
    await answer(programme.database, ana, first, Result.OTHERWISE, programme.now)
    back = await look_back(programme.database, ana, first)
    given, _ = await types(programme, ana, back.id, "a fire drill")
    given = await after(programme, ana, given, ENOUGH)
    assert (given.said, given.step) == ((Note(None, "a fire drill"), Note(ENOUGH)), None)
    assert (await look_back(programme.database, ana, second)).coping is None
    again = await answer(programme.database, ana, first, Result.OTHERWISE, programme.now)
    assert again.said == given.said, "the same answer once more changes nothing"
    other = await answer(programme.database, ana, first, Result.CAME, programme.now)
    assert other.said == (), "what was said about another result goes with it"


async def test_a_moment_that_did_not_come_makes_a_new_plan(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    first, second = await returns_of(programme, offer)
    for each in (first, second):
        given = await answer(programme.database, ana, each, Result.NOT_COME, programme.now)
        assert asks(given) is Asks.MOMENT
    given, _ = await types(programme, ana, given.id, "When I open the door, I wait")
    given = await after(programme, ana, given, ANEW)
    assert (given.said, asks(given)) == ((), Asks.MOMENT)
    given, _ = await types(programme, ana, given.id, "When I sit down, I wait")
    given, _ = await types(programme, ana, given.id, "When I sit down, I ask first")
    given = await after(programme, ana, given, AGREED)
    assert given.next_on == date(2026, 1, 14), "it comes once more, with the new plan"
    third = (await returns_of(programme, offer))[-1]
    assert (await look_back(programme.database, ana, third)).plan == "When I sit down, I ask first"


async def test_a_success_says_what_to_keep(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    first, second = await returns_of(programme, offer)
    given = await answer(programme.database, ana, first, Result.CAME, programme.now)
    assert asks(given) is Asks.LESSON
    given, _ = await types(programme, ana, given.id, "I put the pen down")
    assert given.step is None
    assert (await look_back(programme.database, ana, second)).lesson == "I put the pen down"


async def test_a_plan_comes_back_four_times_at_most(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    for number in range(10):
        due = (await returns_of(programme, offer))[-1]
        given = await answer(programme.database, ana, due, Result.NOT_COME, programme.now)
        given = await after(programme, ana, given, SAME)
        if given.next_on is None and number:
            break
    assert len(await returns_of(programme, offer)) == PLANS_AT_MOST


async def test_a_message_that_comes_twice_is_taken_once(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    first, _ = await returns_of(programme, offer)
    await answer(programme.database, ana, first, Result.OTHERWISE, programme.now)
    message = next(NUMBERS)
    for _ in range(2):
        given, _ = await answer_typed(
            programme.database, ana, first, "a long queue today", programme.now, message
        )
        assert (len(given.said), asks(given)) == (1, Asks.COPING)


async def test_a_deleted_text_is_quoted_nowhere(programme: Programme) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    first, second = await returns_of(programme, offer)
    given = await answer(programme.database, ana, first, Result.CAME, programme.now)
    await types(programme, ana, given.id, "I put the pen down")
    await delete_text(programme.database, ana, TextKind.PROMPT, offer.practice_id, programme.now)
    async with programme.database.read() as session:
        assert await practice.notes_of(session, offer.practice_id) == []
    with refused(Code.NOT_FOUND):
        await look_back(programme.database, ana, second)


@pytest.mark.parametrize("code", [THOUGHT, "hurry", ENOUGH, "nonsense"])
async def test_what_is_not_asked_cannot_be_answered(programme: Programme, code: str) -> None:
    ana, offer = await practised(programme, PromptFormat.PLAN)
    first, _ = await returns_of(programme, offer)
    with refused(Code.NOT_FOUND):
        await answer_step(programme.database, ana, first, 0, code, programme.now)
    given = await answer(programme.database, ana, first, Result.NOT_COME, programme.now)
    with refused(Code.NOT_FOUND):
        await after(programme, ana, given, code)


def asks(back: Return) -> Asks | None:
    return back.step.asks if back.step else None


async def after(programme: Programme, who: Viewer, back: Return, code: str) -> Return:
    args = (back.id, len(back.said), code, programme.now)
    return await answer_step(programme.database, who, *args)


async def returns_of(programme: Programme, offer: Offer) -> list[int]:
    async with programme.database.read() as session:
        found = await follow_ups.of_practice(session, offer.practice_id)
    return [each.id for each in sorted(found, key=lambda each: each.number)]


async def test_what_does_not_belong_to_the_format_is_refused(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.PLAN)
    first, *_ = await returns(programme.database, ana, programme.now)
    for result in (Result.KNEW, Result.LAPSED, Result.TAKEN_UP):
        with refused(Code.NOT_FOUND):
            await answer(programme.database, ana, first.id, result, programme.now)


async def test_somebody_elses_return_does_not_exist(programme: Programme) -> None:
    ana, _ = await practised(programme, PromptFormat.PLAN)
    bo = await programme.joins("Bo", await programme.team("Phone"))
    first, *_ = await returns(programme.database, ana, programme.now)
    for wanted in (first.id, 10**6):
        with refused(Code.NOT_FOUND):
            await look_back(programme.database, bo, wanted)
        with refused(Code.NOT_FOUND):
            await answer(programme.database, bo, wanted, Result.CAME, programme.now)
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
