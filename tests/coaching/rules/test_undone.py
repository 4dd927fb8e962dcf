"""A sentence about something to try: what was not tried is not noted as done."""

import pytest

from coaching.rules.formats import Outcome
from coaching.rules.undone import BEGINNINGS, tried


@pytest.mark.parametrize(
    "said",
    [
        "I didn't have time, the queue was long",
        "No time today.",
        "I haven't met anybody like that",
        "En ehtinyt, jono oli pitkä",
        "unohdin!",
        "Ei vielä, huomenna sitten",
        "Hann inte i dag",
        "Jag glömde bort det",
        "Det blev inte av",
        "belum sempat, Pak",
        "Nggak sempat, ramai sekali",
        "Haven't yet",
        "En ole vielä",
        "Har inte hunnit",
        "Belum",
        "capek",
    ],
)
def test_what_could_not_be_tried_waits(said: str) -> None:
    assert tried(said) is Outcome.NOT_YET


@pytest.mark.parametrize(
    "said",
    [
        "It did not work, he got angry",
        "I did not interrupt once",
        "No customer complained",
        "Ei toiminut, asiakas suuttui",
        "En keskeyttänyt kertaakaan",
        "Det gick inte så bra",
        "Inte lätt, men hon tackade",
        "Tidak mudah, tetapi orangnya jadi tenang",
        "Forgotten things came up, and I wrote them down",
        "Lupakan saja, katanya, lalu dia tertawa",
        "I haven't seen her so calm before",
        "En ole nähnyt häntä noin iloisena",
        "Jag har inte sett honom så lugn",
        "Saya belum pernah melihatnya setenang itu",
    ],
)
def test_what_went_badly_was_tried_all_the_same(said: str) -> None:
    assert tried(said) is Outcome.DONE


def test_every_beginning_is_heard_however_it_is_written() -> None:
    for line in BEGINNINGS.strip().splitlines():
        for saying in (each.strip() for each in line.split("|")):
            assert tried(saying.upper()) is tried(f" {saying}, …") is Outcome.NOT_YET, saying
