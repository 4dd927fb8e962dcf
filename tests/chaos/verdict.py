"""What was promised, held against what is there: each broken promise as one sentence."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from coaching.deliveries.sending import MAX_ATTEMPTS
from coaching.rules.access import Role
from coaching.rules.schedules import Kind
from tests.chaos.account import Message
from tests.chaos.play import Play
from tests.chaos.rows import Answered, Delivery, Entry
from tests.chaos.town import Citizen
from tests.chaos.week import FRIDAY, MONDAY, WEDNESDAY, WEEK, Sending

HIDDEN = 2  # people
A_MOMENT = timedelta(minutes=5)  # a slow call's second is minutes in the town


def answers_kept(play: Play) -> Iterator[str]:
    """Say which answers are not kept although their person saw them acknowledged."""
    kept = play.rows.answers()
    for question in play.account.presses:
        possible = play.account.possible(question, play.crowd.is_kept)
        if kept.get(question) not in possible:
            yield f"{question}: {kept.get(question)} is kept, not one of {possible}"
    for question in kept.keys() - play.account.presses.keys():
        yield f"{question}: an answer is kept that nobody gave"


def everybody_is_owed(play: Play, deliveries: Sequence[Delivery]) -> Iterator[str]:
    """Say where the database owes messages to others than those who should get them, or twice."""
    if sorted(play.rows.occurrences()) != sorted((s.kind, s.day) for s in (*WEEK, *MONDAY)):
        yield f"the timetable claimed {play.rows.occurrences()}"
    for message, number in Counter(delivery.message for delivery in deliveries).items():
        if number > 1:
            yield f"{message}: {number} deliveries"
    everybody = {who.user_id for who in play.people}
    for sending in (*WEEK, *MONDAY):
        owed = {d.message.user_id for d in deliveries if _is_of(d.message, sending)}
        least, most = everybody, everybody
        if sending is FRIDAY:
            least, most = _silent(play, everybody)
        elif sending.kind is Kind.CLOSE:
            least = most = set()
        if not least <= owed <= most:
            yield f"{sending.kind} {sending.day}: missing {least - owed}, too many {owed - most}"
    for message in play.account.arrivals.keys() - {d.message for d in deliveries}:
        yield f"{message}: it arrived and nobody owed it"


def _silent(play: Play, everybody: set[int]) -> tuple[set[int], set[int]]:
    """Return who must be reminded for sure, and who may be.

    Who was surely asked and never answered must be; who saw an answer kept before must not be.
    """
    account = play.account
    answered = {question.user_id for question in account.presses if question.is_of_checkin}
    asked = {m for m in account.arrivals if _is_of(m, WEDNESDAY) and not account.doubts(m)}
    return {m.user_id for m in asked} - answered, everybody - play.answered_in_time


def none_is_doubled_beyond_doubt(play: Play) -> Iterator[str]:
    """Say which messages arrived again although the bot could know that they had arrived."""
    for message, arrivals in play.account.arrivals.items():
        doubts = play.account.doubts(message)
        if len(arrivals) > 1 + doubts:
            yield f"{message}: arrived {len(arrivals)} times, in doubt {doubts} times"


def each_is_accounted_for(
    play: Play, deliveries: Sequence[Delivery], late: Collection[Sending]
) -> Iterator[str]:
    """Say where a delivery's state is not what was seen from outside."""
    excused = {(sending.kind, sending.day) for sending in late}
    for delivery in deliveries:
        message, state = delivery.message, delivery.state
        arrived = message in play.account.arrivals
        if state == "sent" and not arrived:
            yield f"{message}: sent, and it never arrived"
        if state != "sent" and arrived and not play.account.doubts(message):
            yield f"{message}: {state}, and it arrived"
        if not _has_reason(play, message, state, excused):
            yield f"{message}: {state} for no reason"


def each_is_in_time(play: Play) -> Iterator[str]:
    """Say which messages arrived outside their window, unless the clock jumped meanwhile."""
    for sending in (*WEEK, *MONDAY):
        for message, arrivals in play.account.arrivals.items():
            if _is_of(message, sending) and message not in play.account.jumped:
                for at in arrivals:
                    if not sending.due <= at <= sending.end + A_MOMENT:
                        yield f"{message}: arrived at {at}"


def _has_reason(
    play: Play, message: Message, state: str, excused: Collection[tuple[str, object]]
) -> bool:
    """Tell whether something was seen that may lead to the state."""
    account = play.account
    match state:
        case "sent":
            return True
        case "unreachable":
            return message.user_id in account.forbidden
        case "cancelled":
            answered = message.kind in (Kind.CHECKIN, Kind.REMINDER) and any(
                question.is_of_checkin and question.user_id == message.user_id
                for question in account.presses
            )
            return answered or message.user_id in account.forbidden
        case "failed":
            failures = account.failed[message.user_id, message.day]
            return failures + account.in_flight[message] >= MAX_ATTEMPTS
        case "expired" | "missed":
            return (message.kind, message.day) in excused
        case _:
            return False


def ledger_is_exact(play: Play, answered: Answered) -> Iterator[str]:
    """Say where the ledger differs from what the week's answers are worth."""
    if play.rows.closed_weeks() != [0]:
        yield f"closed weeks: {play.rows.closed_weeks()}"
    found, wanted = Counter(play.rows.ledger()), Counter(worth(play.people, answered))
    for entry, number in (found - wanted).items():
        yield f"{entry}: {number} too many in the ledger"
    for entry, number in (wanted - found).items():
        yield f"{entry}: {number} missing in the ledger"


def worth(people: Sequence[Citizen], answered: Answered) -> Iterator[Entry]:
    """Count the points of the first week anew: shares of a team's staff, in steps.

    One or two who act, or who do not, are hidden among the others.
    """
    teams: dict[int, set[int]] = {}
    for who in people:
        if who.role is Role.STAFF:
            teams.setdefault(who.team, set()).add(who.user_id)
    for team, staff in teams.items():
        took_part = _share(len(staff & answered.took_part), len(staff))
        practised = _share(len(staff & answered.practised), len(staff))
        points = {
            "took_part": 30 if took_part >= 0.7 else 15 if took_part >= 0.4 else 0,
            "practised": 40 if practised >= 0.7 else 20 if practised >= 0.4 else 0,
            "customer_voice": 10 if staff & answered.heard else 0,
        }
        yield from (Entry(team, 0, name, number) for name, number in points.items() if number)


def _share(acted: int, staff: int) -> float:
    return 0 if acted <= HIDDEN else 1 if acted >= staff - HIDDEN else acted / staff


def _is_of(message: Message, sending: Sending) -> bool:
    return (message.kind, message.day) == (sending.kind, sending.day)
