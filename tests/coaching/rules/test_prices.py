"""Prices are read as people type them, or asked again: nothing becomes free or cheaper unsaid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.prices import MOST, Priced, priced


@pytest.mark.parametrize(
    ("typed", "euros"),
    [
        ("120 €", 120),
        ("120€", 120),
        ("1 200 €", 1200),
        ("1\u00a0200 €", 1200),
        ("1\u202f200\u202f€", 1200),
        ("1.200 €", 1200),
        ("1,200 €", 1200),
        ("1'200 €", 1200),
        ("1.200,00 €", 1200),
        ("12,50 €", 13),
        ("12.5 €", 13),
        ("12,00 euroa", 12),
        ("€ 35", 35),
        ("€35", 35),
        ("EUR 35", 35),
        ("35 eur", 35),
        ("1200,-", 1200),
        ("1 200,– €", 1200),
        ("(120 €)", 120),
        ("120 €.", 120),
        ("0 €", 0),
    ],
)
@pytest.mark.parametrize("between", [", ", " ", ": ", " – ", "; "])
def test_prices_are_read_as_they_are_written(typed: str, euros: int, between: str) -> None:
    assert priced(f"Trip to Tallinn{between}{typed}") == Priced("Trip to Tallinn", euros)


@pytest.mark.parametrize(
    "typed",
    [
        "Lunch, 120",
        "Lunch, 1 20 €",
        "Lunch, 1.2000 €",
        "Lunch, 100–120 €",
        "Lunch, 5 x 12 €",
        "Lunch, 12 € or 15 €",
        "Lunch, 12 € each",
        "Lunch for twenty euros",
        "Lunch, $40",
        "Lunch, 400 kr",
        "Lunch, Rp 50.000",
        "Lunch 1200,- plus taxes",
        "Trip, 1 000 000 €",
        "Museum 2000 120 €",
        "Lunch 1, 200 €",
    ],
)
def test_what_is_not_clear_is_asked_again(typed: str) -> None:
    assert priced(typed) is None


def test_without_a_word_of_money_it_is_free() -> None:
    assert priced("A walk of 5 km together") == Priced("A walk of 5 km together", 0)
    assert priced("Museum 2000, 0 €") == Priced("Museum 2000", 0), "said so"


@given(
    st.integers(0, MOST),
    st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ".", ",", "'", ""]),
    st.sampled_from([" €", "€", ",- €", ",-", " EUR", ",00 €"]),
)
def test_every_price_is_read_however_it_is_grouped(euros: int, blank: str, behind: str) -> None:
    written = f"{euros:,}".replace(",", blank) + behind
    assert priced(f"Lunch, {written}") == Priced("Lunch", euros)
