import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.recall import AT_MOST, KNOWN_IN_A_ROW, SHORTEST, Memory, next_interval

KNEW, PARTLY, NOT = Memory.KNEW, Memory.PARTLY, Memory.DID_NOT_KNOW
USUAL = (3, 10, 24)
answers = st.lists(st.sampled_from(Memory), min_size=1, max_size=AT_MOST + 3)
intervals = st.lists(st.integers(1, 60), min_size=1, max_size=5, unique=True).map(sorted)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ([KNEW], 10),
        ([PARTLY], 3),
        ([NOT], 1),
        ([KNEW, KNEW], 24),
        ([KNEW, NOT], 3),
        ([KNEW, KNEW, KNEW], None),
        ([NOT, KNEW, KNEW], 10),
        ([NOT, KNEW, KNEW, KNEW], None),
        ([KNEW, KNEW, PARTLY, KNEW], 24),
        ([KNEW, KNEW, NOT, KNEW, KNEW], 24),
        ([NOT, NOT, NOT], 1),
        ([PARTLY, KNEW, KNEW], 24),
        ([PARTLY, KNEW, KNEW, KNEW], None),
        ([KNEW, NOT, KNEW], 10),
        ([], None),
    ],
)
def test_the_usual_intervals(said: list[Memory], days: int | None) -> None:
    assert next_interval(said, USUAL) == days


@given(answers, intervals)
def test_known_lengthens_and_not_known_shortens(said: list[Memory], own: list[int]) -> None:
    before = next_interval(said, own)
    sooner, same, later = (next_interval([*said, each], own) for each in (NOT, PARTLY, KNEW))
    if before is None:
        return
    assert sooner is None or sooner <= before
    assert same in (None, before)
    assert later is None or later >= before


@given(answers, intervals)
def test_three_times_in_a_row_end_it_and_nothing_less(said: list[Memory], own: list[int]) -> None:
    in_a_row = said[-KNOWN_IN_A_ROW:] == [KNEW] * KNOWN_IN_A_ROW
    assert (next_interval(said, own) is None) is (in_a_row or len(said) > AT_MOST)


@given(st.lists(st.sampled_from(Memory), min_size=AT_MOST + 1), intervals)
def test_it_ends_whatever_is_answered(said: list[Memory], own: list[int]) -> None:
    assert next_interval(said, own) is None


@given(answers, intervals)
def test_it_is_always_one_of_the_intervals_or_a_day(said: list[Memory], own: list[int]) -> None:
    assert next_interval(said, own) in {None, SHORTEST, *own}
