"""Personal identity codes: Finnish ones, also with a slip, and those of other countries."""

import re
from functools import cache

from stdnum.ee import ik
from stdnum.fi import hetu
from stdnum.no import fodselsnummer
from stdnum.se import personnummer

# ddmmyy, century sign (since 2023 also B-F and U-Y), number, check character.
_PLACES = (*[r"\d"] * 6, "[-+A-FU-Y]", *[r"\d"] * 3, "[0-9A-Z]")
_ANY = "[0-9A-Z]"
_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
# Without any letter it is a code only if it can begin with a day: ours, or one written yymmdd.
_CAN_BE_A_DAY = rf"(?={_DAY}|\d\d{_MONTH}|\d{{4}}{_DAY})"
_CERTAIN = (
    rf"{_CAN_BE_A_DAY}\d{{6}}[-+]\d{{4}}",
    rf"{_DAY}{_MONTH}\d\d[-+]\d{{3}}",
    r"\d{5,6}\+\d{3,4}",
    rf"{_DAY}{_MONTH}\d\d \d{{3}}[A-Z]",
    rf"[1-9]\d{_MONTH}{_DAY} \d{{4}}",
    rf"{_DAY}{_MONTH}\d\d ?[-+A-FU-Y] ?\d{{3}}[A-Z]",
    rf"(?:19|20)\d\d{_MONTH}\d\d[-+]?\d{{4}}",
    # The Indonesian NIK has no check digit: a place, a birthday (a woman's day and 40), a number.
    rf"[1-9]\d{{3}}[ .]?\d\d(?:{_DAY}|4[1-9]|[56]\d|7[01])[ .]?{_MONTH}\d\d[ .]?\d{{4}}",
    r"(?:NIK|KTP|KK)(?:[ -]?nya)?[^\d\n]{0,12}\d(?:[ .]?\d){13,17}",
    r"\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}",  # a tax number
)
# Of these the check digits decide: many other numbers are as long, or written with such gaps.
_SPACED = rf"{_DAY}[. ]?{_MONTH}[. ]?\d\d ?[-+A-FU-Y] ?\d{{3}} ?[0-9A-Y]"
_ELSEWHERE = r"[1-9]\d{9,10}"


def without_codes(text: str) -> str:
    """Return the text with … in the place of what is an identity code or looks like one."""
    return _looks_like_one().sub(_unless_other_number, text)


def _unless_other_number(match: re.Match[str]) -> str:
    number = match["checked"]
    return number if number and not _is_code(number) else "…"


def _is_code(number: str) -> bool:
    """Tell whether the check digits are those of a country whose codes are met in Finland."""
    compact = re.sub("[. ]", "", number)
    return (
        hetu.is_valid(compact, allow_temporary=True)
        or personnummer.is_valid(compact)
        or ik.is_valid(compact)
        or fodselsnummer.is_valid(compact)
    )


@cache
def _looks_like_one() -> re.Pattern[str]:
    """Return the pattern of a code in which one character may be wrong, lacking or too many."""
    slips = []
    for n in range(len(_PLACES)):
        before, after = "".join(_PLACES[:n]), "".join(_PLACES[n + 1 :])
        slips += [before + _ANY + after, before + after, before + _ANY + _PLACES[n] + after]
    with_a_letter = rf"(?=[-+\d]*[A-Z])(?:{'|'.join(slips)})"
    sure = "|".join([with_a_letter, *_CERTAIN])
    return re.compile(
        rf"(?<![\w+-])(?:(?:{sure})|(?P<checked>{_SPACED}|{_ELSEWHERE}))(?!\w|[-+]\d)",
        re.IGNORECASE,
    )
