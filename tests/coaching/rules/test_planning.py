"""Who gets a message, when, and who is left out: examples, and properties over whole years."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.caps import NOTHING, Load
from coaching.rules.planning import Addressee, LeftOut, Order, Plan, Situation, plan
from coaching.rules.programme import week_of
from coaching.rules.schedules import Kind, Reach, Seat, chosen, takes_place
from coaching.rules.working_times import Hours, WorkingTime

HELSINKI = ZoneInfo("Europe/Helsinki")
OFFICE = WorkingTime(HELSINKI)
START = date(2026, 1, 5)
TUESDAY = date(2026, 1, 13)
WEDNESDAY, FRIDAY = TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=3)
STAFF, LEAD = Seat(Role.STAFF, 1, 1), Seat(Role.LEAD, 1, 1)
EVERYBODY = Reach()


def order(kind: Kind = Kind.PROMPT, day: date = TUESDAY, at: time = time(9, 30)) -> Order:
    return Order(kind, EVERYBODY, day, at, timedelta(hours=4), rivals=[EVERYBODY])


def people(*places: Seat, working: WorkingTime = OFFICE) -> list[Addressee]:
    return [Addressee(n, (place,), working) for n, place in enumerate(places or (STAFF,), 1)]


def left_out(made: Plan) -> dict[LeftOut, int]:
    assert made.audience == len(made.messages) + sum(made.left_out.values())
    return dict(made.left_out)


def got(made: Plan) -> list[int]:
    return [message.person_id for message in made.messages]


def test_everybody_gets_it_once() -> None:
    made = plan(order(), people(STAFF, LEAD, STAFF), Situation())
    assert (got(made), left_out(made)) == ([1, 2, 3], {})


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.PROMPT, [1, 2]),
        (Kind.CHAMPION, [1, 2]),
        (Kind.POINTS_POST, [1]),
        (Kind.LEAD_SUMMARY, [2]),
        (Kind.ALERT, [3]),
    ],
)
def test_each_kind_is_for_its_roles(kind: Kind, expected: list[int]) -> None:
    everyone = people(STAFF, LEAD, Seat(Role.HR))
    assert got(plan(order(kind), everyone, Situation())) == expected


def test_the_nearest_schedule_wins_organisation_unit_team_role() -> None:
    unit, team, leads = Reach(unit_id=1), Reach(team_id=1), Reach(role=Role.LEAD)
    reaches = [EVERYBODY, unit, team, leads]
    elsewhere = Seat(Role.STAFF, 9, 9)
    assert chosen(Kind.PROMPT, reaches, [elsewhere]) == EVERYBODY
    assert chosen(Kind.PROMPT, reaches, [Seat(Role.STAFF, 2, 1)]) == unit
    assert chosen(Kind.PROMPT, reaches, [STAFF]) == team
    assert chosen(Kind.PROMPT, reaches, [LEAD]) == leads
    assert chosen(Kind.PROMPT, [team, leads], [elsewhere]) is None


def test_somebody_in_two_teams_with_own_schedules_has_one_of_them() -> None:
    teams = [Reach(team_id=1), Reach(team_id=2)]
    assert chosen(Kind.PROMPT, teams, [STAFF, Seat(Role.LEAD, 2, 1)]) == teams[0]


def test_breaks_limits_and_a_crisis_leave_people_out() -> None:
    full_day = Load(today=2, week=2)
    full_week = Load(week=5)
    prompted = Load(week=2, prompts=2)
    loads = {2: full_day, 3: full_week, 4: prompted}
    made = plan(order(), people(*[STAFF] * 5), Situation(away={1}, loads=loads))
    assert left_out(made) == {LeftOut.AWAY: 1, LeftOut.CAP: 3}
    assert got(made) == [5]
    made = plan(order(), people(STAFF, STAFF), Situation(crisis=True, away={1}))
    assert left_out(made) == {LeftOut.CRISIS: 2}


def test_one_check_in_a_week() -> None:
    asked = Situation(loads={1: Load(week=1, checkins=1)})
    assert left_out(plan(order(Kind.CHECKIN), people(), asked)) == {LeftOut.CAP: 1}


def test_the_unreachable_are_planned_as_such() -> None:
    (message,) = plan(order(), [people()[0]._replace(reachable=False)], Situation()).messages
    assert not message.reachable


def reminded(day: date, **how: object) -> Plan:
    asked: dict[str, object] = {"asked": {1: WEDNESDAY}, **how}
    now = Situation(**asked)  # type: ignore[arg-type]
    return plan(order(Kind.REMINDER, day, time(10)), people(STAFF, STAFF), now)


def test_a_reminder_comes_two_working_days_after_the_question() -> None:
    thursday = WEDNESDAY + timedelta(days=1)
    assert reminded(thursday).audience == 0
    assert got(reminded(FRIDAY)) == [1]
    holiday = WorkingTime(HELSINKI, holidays=frozenset({thursday}))
    now = Situation(asked={1: WEDNESDAY})
    for day in (thursday, FRIDAY):
        assert plan(order(Kind.REMINDER, day), people(working=holiday), now).audience == 0
    assert reminded(thursday, away={1}).audience == 0


def test_a_reminder_is_for_those_who_were_asked_and_are_silent_once() -> None:
    assert reminded(FRIDAY).audience == 1
    assert left_out(reminded(FRIDAY, answered={1})) == {LeftOut.NOT_NEEDED: 1}
    before = {1: Load(week=2, checkins=1, reminders=1)}
    assert left_out(reminded(FRIDAY, loads=before)) == {LeftOut.NOT_NEEDED: 1}


def test_after_three_silent_weeks_one_question_then_silence() -> None:
    (message,) = plan(order(), people(), Situation(silence={1: 3})).messages
    assert message.asks_pause
    silenced = plan(order(), people(), Situation(silence={1: 3}, pause_asked={1}))
    assert left_out(silenced) == {LeftOut.SILENT: 1}
    (message,) = plan(order(), people(), Situation(silence={1: 2})).messages
    assert not message.asks_pause


def test_the_own_time_takes_the_schedules_place_where_it_may() -> None:
    mine = people()[0]._replace(slot=time(11, 0))
    own = Order(**{**_fields(order()), "own_slot": True})  # type: ignore[arg-type]
    (message,) = plan(own, [mine], Situation()).messages
    assert message.span.due.astimezone(HELSINKI).time() == time(11, 0)
    (message,) = plan(order(), [mine], Situation()).messages
    assert message.span.due.astimezone(HELSINKI).time() == time(9, 30)
    narrowed = mine._replace(working=WorkingTime(HELSINKI, hours=Hours(time(8), time(10))))
    (message,) = plan(own, [narrowed], Situation()).messages
    assert message.span.due.astimezone(HELSINKI).time() == time(9, 30)


def _fields(made: Order) -> dict[str, object]:
    return {name: getattr(made, name) for name in Order.__dataclass_fields__}


KINDS = [
    Kind.PROMPT,
    Kind.CHECKIN,
    Kind.REMINDER,
    Kind.FOLLOW_UP,
    Kind.POINTS_POST,
    Kind.CHAMPION,
]
every_week = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(range(7)), st.integers(8, 15)),
    min_size=1,
    max_size=14,
)


@settings(max_examples=40)
@given(timetable=every_week, holidays=st.sets(st.integers(0, 364), max_size=20))
def test_over_a_year_no_limit_is_broken_and_everybody_is_accounted_for(
    timetable: Sequence[tuple[Kind, int, int]], holidays: set[int]
) -> None:
    closed = frozenset(START + timedelta(days=n) for n in holidays)
    cast = people(STAFF, LEAD, working=WorkingTime(HELSINKI, holidays=closed))
    sent: dict[int, list[tuple[date, Kind]]] = defaultdict(list)
    for n in range(53 * 7):
        day = START + timedelta(days=n)
        week = week_of(START, day)
        for kind, weekday, hour in sorted(timetable, key=lambda each: each[2]):
            if weekday == day.weekday() and takes_place(kind, week):
                now = Situation(loads=loads_of(sent, day), asked=asked_in(sent, week))
                made = plan(order(kind, day, time(hour)), cast, now)
                reach = {m.person_id for m in made.messages}
                assert len(reach) == len(made.messages)
                left_out(made)
                for person in reach:
                    sent[person].append((day, kind))
    for messages in sent.values():
        assert not {day for day, _ in messages} & closed
        assert max(Counter(day for day, _ in messages).values()) <= 2
        weeks = Counter(week_of(START, day) for day, _ in messages)
        kinds = Counter((week_of(START, day), kind) for day, kind in messages)
        assert max(weeks.values()) <= 5
        for twice in (Kind.PROMPT, Kind.FOLLOW_UP):
            assert all(n <= 2 for (_, kind), n in kinds.items() if kind is twice)
        for once in (Kind.CHECKIN, Kind.REMINDER):
            assert all(n <= 1 for (_, kind), n in kinds.items() if kind is once)
        resting = {12 + 13 * n for n in range(4)}
        asked = {week for week, kind in kinds if kind in (Kind.PROMPT, Kind.CHECKIN)}
        assert not asked & resting
        assert all(Weekday.of(day) not in (Weekday.SAT, Weekday.SUN) for day, _ in messages)


@pytest.mark.parametrize(("silence", "prompts"), [(0, 2), (1, 1), (2, 1)])
def test_after_a_silent_week_there_is_one_prompt_a_week(silence: int, prompts: int) -> None:
    sent = 0
    for day in (TUESDAY, TUESDAY + timedelta(days=2)):
        load = Load(week=sent, prompts=sent)
        now = Situation(loads={1: load}, silence={1: silence})
        made = plan(order(Kind.PROMPT, day, time(10)), people(STAFF), now)
        sent += len(made.messages)
    assert sent == prompts


def loads_of(sent: dict[int, list[tuple[date, Kind]]], day: date) -> dict[int, Load]:
    """Count in another way than the product does: add up message by message."""
    found: dict[int, Load] = {}
    for person, messages in sent.items():
        load = NOTHING
        for at, kind in messages:
            if week_of(START, at) == week_of(START, day):
                load = load.plus(kind) if at == day else load.plus(kind)._replace(today=load.today)
        found[person] = load
    return found


def asked_in(sent: dict[int, list[tuple[date, Kind]]], week: int) -> dict[int, date]:
    return {
        person: day
        for person, messages in sent.items()
        for day, kind in messages
        if kind is Kind.CHECKIN and week_of(START, day) == week
    }
