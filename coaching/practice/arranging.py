"""When a prompt comes back: arranged as it is answered, and anew by what came of it."""

from datetime import date, timedelta

from coaching.people import audience
from coaching.practice.prompts import offer_of
from coaching.practice.records import Talk, forget_follow_ups
from coaching.rules.formats import COMPLETES, Outcome, PromptFormat
from coaching.rules.recall import Memory, next_interval
from coaching.rules.returns import PLAN_DAYS, PLANS_AT_MOST
from coaching.rules.scripts import AGREED
from coaching.rules.working_times import WorkingTime
from storage.database import Writer
from storage.follow_ups import FollowUp

MEMORIES = frozenset(Memory)


async def arrange(session: Writer, talk: Talk, today: date) -> None:
    """Arrange when the prompt comes back, once for each of its follow-ups."""
    arranged = {each.number for each in talk.follow_ups}
    wanted = {n: days for n, days in _turns(talk).items() if n not in arranged}
    if not wanted:
        return
    working = await audience.working_time_of(session, talk.viewer.person_id, today)
    if talk.prompt.format is PromptFormat.RECALL:
        due = {n: _day_of_recall(working, today, days) for n, days in wanted.items()}
    else:
        due = {n: working.day_after(today, days) for n, days in wanted.items()}
    added = [FollowUp(practice_id=talk.row.id, number=n, due_on=day) for n, day in due.items()]
    session.add_all(added)
    talk.follow_ups += added


def _day_of_recall(working: WorkingTime, today: date, days: int) -> date:
    """Return the first working day from then on: memory fades on every day, none comes on all."""
    return working.day_after(today + timedelta(days=days - 1), 1)


def _turns(talk: Talk) -> dict[int, int]:
    """Return after how many days the prompt comes back, by the number of the follow-up."""
    offer, days = offer_of(talk), talk.prompt.follow_ups
    outcome = offer.outcome
    match talk.prompt.format:
        case PromptFormat.PLAN if outcome is Outcome.DONE:
            return dict(enumerate(days))
        case PromptFormat.ASK if offer.notes and offer.notes[-1].code == AGREED:
            return dict(enumerate(PLAN_DAYS))
        case PromptFormat.RECALL if outcome in COMPLETES:
            number = max((each.number + 1 for each in talk.follow_ups), default=0)
            interval = next_interval([Memory(outcome)], days)
            return {number: interval} if interval and not talk.to_come else {}
        case PromptFormat.TRY if outcome is Outcome.NOT_YET:
            return {0: days[0]}
        case PromptFormat.GROW if outcome is None:
            return {len(talk.notes): days[0]}
        case _:
            return {}


async def recall_again(session: Writer, talk: Talk, due: FollowUp, today: date) -> None:
    """Let it come again sooner or later, as it was remembered; what came later stays."""
    answered = sorted((e for e in talk.follow_ups if e.result in MEMORIES), key=by_number)
    if answered[-1].number > due.number:
        return
    await forget_follow_ups(session, talk)
    first = [Memory(talk.row.outcome)] if talk.row.outcome in MEMORIES else []
    memories = [*first, *(Memory(each.result or "") for each in answered)]
    if interval := next_interval(memories, talk.prompt.follow_ups):
        working = await audience.working_time_of(session, talk.viewer.person_id, today)
        _bring_again(session, talk, due, _day_of_recall(working, today, interval))


def by_number(due: FollowUp) -> int:
    """Return what follow-ups of a prompt are sorted by."""
    return due.number


def _bring_again(session: Writer, talk: Talk, due: FollowUp, day: date) -> None:
    again = FollowUp(practice_id=talk.row.id, number=due.number + 1, due_on=day)
    session.add(again)
    talk.follow_ups.append(again)


async def plan_again(session: Writer, talk: Talk, due: FollowUp, today: date) -> None:
    """Let a plan that was thought over come once more, if it does not come anyway."""
    later = any(each.number > due.number for each in talk.follow_ups)
    if not later and due.number + 1 < PLANS_AT_MOST:
        working = await audience.working_time_of(session, talk.viewer.person_id, today)
        _bring_again(session, talk, due, working.day_after(today, PLAN_DAYS[0]))
