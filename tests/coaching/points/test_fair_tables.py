"""The bounds of the tables that `python -m tests.simulations.fair_points` prints."""

from tests.simulations.fair_points import beside_a_sibling, lost_phones, mergers, rounding


def test_lost_phones_cost_their_first_two_weeks_at_most() -> None:
    for size, lost, before, now, whole in lost_phones(60):
        assert before <= now, (size, lost)
        assert now >= whole * 0.87, "two of twelve weeks, by half"


def test_nobody_earns_by_having_nobody() -> None:
    assert {people: now for people, _, _, now in beside_a_sibling()}[0] == 0


def test_weeks_add_up_and_stay_within_ten_of_what_they_are() -> None:
    apart, most, off = rounding(200)
    assert apart > 0.5, "each rounded by itself does not"
    assert most >= 10
    assert off < 10


def test_no_merger_takes_points_or_makes_a_level() -> None:
    assert mergers(500) == (0, 0, 0)
