"""The limits of what several groups tell of a leaver, as decision 0019 names them."""

from tests.coaching.rules.test_one_leaver import ANSWERS, NEARLY_ALL
from tests.simulations.several_groups import of_several

ROUGHLY = 1e-4  # rarer pairs of sums are left out; it moves the gain by 0.3 points at most


def test_where_nearly_everybody_repeats_several_groups_tell_up_to_ten_points_more() -> None:
    gain, sure = of_several(ANSWERS["mostly four"], 11, 12, NEARLY_ALL, ROUGHLY)
    assert 0.05 < gain < 0.11
    assert sure < 0.002


def test_and_now_and_then_make_somebody_nearly_sure_of_a_five() -> None:
    gain, sure = of_several(ANSWERS["mostly five"], 11, 12, NEARLY_ALL, ROUGHLY)
    assert 0.03 < gain < 0.09
    assert 0.02 < sure < 0.07
