"""Names and titles are kept in one line, without what nobody sees, and hold nothing private."""

import pytest

from coaching.errors import CoachingError, Code
from coaching.guarding import checked_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Front   desk ", "Front desk"),
        ("Front\ndesk", "Front desk"),
        ("Front\u200bdesk\u202e", "Frontdesk"),
        ("Åse-Märta", "Åse-Märta"),
        ("Mental health services", "Mental health services"),
        ("Kirkkokatu 5", "Kirkkokatu 5"),
    ],
)
def test_a_name_is_kept_as_it_is_seen(typed: str, kept: str) -> None:
    assert checked_name(typed, 40) == kept


@pytest.mark.parametrize(
    "typed", ["", " \u200b ", "x" * 41, "Desk ana@example.org", "010594Y9021"]
)
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(CoachingError) as refused:
        checked_name(typed, 40)
    assert refused.value.code is Code.NAME_INVALID


def test_a_single_letter_can_be_too_short() -> None:
    with pytest.raises(CoachingError):
        checked_name("x", 40, least=2)
