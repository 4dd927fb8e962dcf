"""What in a text may show who somebody is."""

import pytest

from coaching.rules.language_of import language_of
from coaching.rules.namings import namings

KNOWN = ("City of Kaarna", "Services", "Library Centre")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I met Maija Lehtonen and he was angry", ("Maija Lehtonen",)),
        ("Anna-Liisa Mäki-Petäjä rang twice.", ("Anna-Liisa Mäki-Petäjä",)),
        ("Jag ringde Åsa Öberg först.", ("Åsa Öberg",)),
        ("Soitin Bolle, ja hän auttoi.", ("Soitin Bolle",)),
        ("Kysyin Carolalta ensin.", ("Carolalta",)),
        ("Han bor på Strandvägen 5 b.", ("Strandvägen 5 b",)),
        ("She lives at 12, Mill Road 4.", ("Mill Road 4",)),
        ("We moved to the Library Centre of the City of Kaarna.", ()),
        ("I ASKED TWICE and it was calm.", ()),
        ("I asked twice. Then it was calm.", ()),
        ("When I asked Carola, she knew.", ("Carola",)),
        ("Then Helsinki closed its desk.", ()),
        ("carola med liten bokstav", ()),
    ],
)
def test_names_colleagues_and_addresses_are_found(text: str, found: tuple[str, ...]) -> None:
    assert namings(text, ["Carola", "Bo"], KNOWN) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I asked what she had tried and then it was easy.", "en"),
        ("Kysyin ensin, mitä asiakas oli jo tehnyt, ja se auttoi.", "fi"),
        ("Jag frågade först vad kunden hade gjort, och det hjälpte.", "sv"),
        ("Saya bertanya dulu apa yang sudah dicoba, dan itu membantu.", "id"),
        ("+ + + +", None),
        ("OK", None),
    ],
)
def test_small_words_tell_the_language(text: str, language: str | None) -> None:
    assert language_of(text) == language
