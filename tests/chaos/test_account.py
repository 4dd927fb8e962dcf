"""The account that everything is held against: what may be kept, what may arrive twice."""

from datetime import UTC, date, datetime

import pytest

from tests.chaos.account import Account, Message, Question

ITEM = Question(7, "0 D1")
MESSAGE = Message(7, "checkin", date(2026, 1, 14))
NOW = datetime(2026, 1, 14, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("presses", "acknowledged", "possible"),
    [
        ("a", "", {None, "a"}),
        ("a", "a", {"a"}),
        ("ab", "a", {"a", "b"}),
        ("ab", "b", {"b"}),
        ("ab", "ab", {"b"}),
        ("abc", "b", {"b", "c"}),
    ],
)
def test_the_last_acknowledged_answer_or_a_later_one_is_kept(
    presses: str, acknowledged: str, possible: set[str | None]
) -> None:
    account = Account()
    for answer in presses:
        account.pressed(ITEM, answer, callback_id=answer)
    assert account.possible(ITEM, lambda _, press: press.answer in acknowledged) == possible


def test_an_answer_that_the_screen_showed_as_kept_cannot_be_missing() -> None:
    account = Account()
    account.pressed(ITEM, "a", "1")
    account.shown_kept.add(ITEM)
    assert account.possible(ITEM, lambda *_: False) == {"a"}


def test_a_message_is_doubled_by_every_arrival_after_the_first() -> None:
    account = Account()
    account.arrivals[MESSAGE] += [NOW, NOW, NOW]
    account.in_flight[MESSAGE] += 1
    account.unanswered[MESSAGE] += 1
    assert account.doubled == {MESSAGE: 2}
    assert account.doubts(MESSAGE) == 2
