from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.pace import Batch, Queue, sent_by

NINE = datetime(2026, 1, 13, 9, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def batch(messages: int, after: int = 0, lasts: int = 240, *, own: bool = True) -> Batch:
    due = NINE + after * MINUTE
    return Batch(due, due + lasts * MINUTE, messages, own)


def test_a_hundred_thousand_take_an_hour_but_for_minutes() -> None:
    found = sent_by([batch(100_000)], 30)
    assert found.until is not None
    assert timedelta(minutes=55) < found.until - NINE < timedelta(minutes=56)
    assert found.late == found.late_others == 0


def test_what_is_not_in_time_is_late() -> None:
    assert sent_by([batch(100_000, lasts=30)], 30) == Queue(NINE + HOUR / 2, late=46_000)


def test_two_at_once_share_the_time_and_the_later_one_is_late() -> None:
    both = [batch(100_000, lasts=60, own=False), batch(100_000, lasts=60)]
    assert sent_by(both, 30).late == 92_000
    first = sent_by(both[::-1], 30)
    assert (first.late, first.late_others) == (0, 92_000)
    assert sent_by(both, 60).late == 0


def test_others_that_do_not_fit_beside_are_told_apart() -> None:
    found = sent_by([batch(100_000, lasts=60), batch(10_000, lasts=60, own=False)], 30)
    assert (found.late, found.late_others) == (0, 2_000)


def test_without_a_limit_all_go_at_once() -> None:
    assert sent_by([batch(1_000_000)], 0) == Queue(NINE)
    assert sent_by([], 30) == Queue()


@given(
    st.lists(st.builds(batch, st.integers(0, 30), st.integers(0, 40), st.integers(1, 60))),
    st.sampled_from([1 / 60, 1 / 30, 1 / 20]),
)
def test_it_is_as_sending_one_after_the_other(batches: list[Batch], per_second: float) -> None:
    free, late = NINE, 0
    step = timedelta(seconds=1 / per_second)
    for each in sorted(batches, key=lambda each: each.due):
        for _ in range(each.messages):
            begins = max(free, each.due)
            if begins + step > each.useful_until:
                late += 1
            else:
                free = begins + step
    assert abs(sent_by(batches, per_second).late - late) <= len(batches)
