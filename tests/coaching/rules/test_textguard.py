from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.textguard import Finding, findings

CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SIGNS = {18: "+", 19: "-YXWVU", 20: "ABCDEF"}

harmless_words = st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö ,!?\n", max_size=40)


@st.composite
def identity_codes(draw: st.DrawFn) -> str:
    birthday = draw(st.dates(date(1850, 1, 1), date(2026, 12, 31)))
    sign = draw(st.sampled_from(SIGNS[birthday.year // 100]))
    day, number = birthday.strftime("%d%m%y"), f"{draw(st.integers(2, 999)):03}"
    return f"{day}{sign}{number}{CHECK_CHARACTERS[int(day + number) % 31]}"


@pytest.mark.parametrize(
    "text",
    [
        "131052-308T",
        "Asiakkaan tunnus on 131052-308T.",
        "hetu 131052-308t",
        "131052–308T",
        "131052\u2011308T",
        "131052 - 308T",
        "1310\u200b52-308T",
        "１３１０５２-308T",
        "131052A308T",
        "131052Y308T",
        "131052+308T",
    ],
)
def test_an_identity_code_is_found_however_it_is_written(text: str) -> None:
    assert Finding.IDENTITY_CODE in findings(text)


@pytest.mark.parametrize(
    "text", ["131052-308U", "131352-308T", "321052-308T", "131052G308T", "131052-308"]
)
def test_what_only_looks_like_an_identity_code_is_none(text: str) -> None:
    assert Finding.IDENTITY_CODE not in findings(text)


@given(harmless_words, identity_codes(), harmless_words)
def test_every_identity_code_is_found_in_every_text(before: str, code: str, after: str) -> None:
    assert Finding.IDENTITY_CODE in findings(f"{before} {code} {after}")
    assert Finding.IDENTITY_CODE in findings(f"{before} {code.lower()}, {after}")


@given(identity_codes(), st.sampled_from(CHECK_CHARACTERS))
def test_another_check_character_makes_it_no_identity_code(code: str, check: str) -> None:
    is_right = code[-1] == check
    assert (Finding.IDENTITY_CODE in findings(code[:-1] + check)) is is_right


@pytest.mark.parametrize(
    "text",
    [
        "Kirjoita osoitteeseen matti.meikalainen@kunta.fi",
        "a@b.fi",
        "Anna.Ek+jobb@posti.example.se!",
        "anna(at)kunta.fi",
        "anna [at] kunta.fi",
        "pääkäyttäjä@väylä.fi",
    ],
)
def test_an_e_mail_address_is_found(text: str) -> None:
    assert findings(text) == {Finding.EMAIL}


@pytest.mark.parametrize(
    "text",
    [
        "Soita 040 123 4567",
        "puh.0401234567",
        "(09) 123 4567",
        "09-1234 5678",
        "+358 40 1234567",
        "+358 (0)40 123 4567",
        "00358 40 123 4567",
        "Ring 08-123 456 78",
        "070-123 45 67",
        "+46 70 123 45 67",
        "+44 20 7946 0018",
    ],
)
def test_a_phone_number_is_found(text: str) -> None:
    assert Finding.PHONE in findings(text)


@pytest.mark.parametrize(
    "text", ["1234567", "tili 12 34 56 7", "811228-9874", "1234-567", "nro 12345678901234567890"]
)
def test_a_long_run_of_digits_is_found(text: str) -> None:
    assert findings(text) == {Finding.DIGITS}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kysyin ensin, mitä asiakas tarvitsi, ja vasta sitten vastasin.",
        "Kolme kertaa 5 minuuttia, klo 8.00-16.00, huone 123456.",
        "Nähdään 24.12.2026 @ Turku",
        "Laki 434/2003, 7 §",
        "+10 % på två veckor",
        "1\n2\n3\n4\n5\n6\n7\n8",
        "Kiitos @tiimi 👩‍💻!",
    ],
)
def test_ordinary_sentences_pass(text: str) -> None:
    assert findings(text) == frozenset()


@given(harmless_words)
def test_words_alone_always_pass(text: str) -> None:
    assert findings(text) == frozenset()


@given(harmless_words, st.text("0123456789", min_size=7, max_size=30), st.data())
def test_seven_digits_are_found_with_spaces_and_hyphens_between(
    before: str, digits: str, data: st.DataObject
) -> None:
    gaps = st.sampled_from(["", "", " ", "-", "\u00a0", " – "])
    spaced = "".join(digit + data.draw(gaps) for digit in digits)
    assert Finding.DIGITS in findings(before + spaced)


@given(st.text(max_size=300))
def test_any_text_at_all_gets_an_answer(text: str) -> None:
    assert findings(text) <= set(Finding)
