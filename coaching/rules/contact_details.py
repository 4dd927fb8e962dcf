"""What leads to a person: e-mail addresses and phone numbers, written or said in words."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

_WORD = r"(?<!\S)\S+"  # looked at once, from its beginning: no text makes the search slow
_AT = r"(?:@| @ |[ ]?[(\[{<] ?(?:at|ät|a|@|snabel-?a|miuku(?:mauku)?) ?[)\]}>][ ]?)"
_AT_IN_WORDS = r" (?:ät|at|snabel-?a|miuku(?:mauku)?|kissanhäntä|ät-merkki|at-merkki|et) "
_DOT_IN_WORDS = r"(?: ?[(\[] ?(?:dot|piste|punkt|titik) ?[)\]] ?| (?:dot|piste|punkt|titik) )"
_EMAIL = re.compile(
    rf"{_WORD}{_AT}[\w-]+(?:\.|{_DOT_IN_WORDS})\w+(?:(?:\.|{_DOT_IN_WORDS})\w+)*"
    rf"|{_WORD}(?:{_AT_IN_WORDS}|{_AT})(?:[\w-]+{_DOT_IN_WORDS}){{1,3}}[a-z]{{2,4}}\b"
    rf"|{_WORD}(?: ät | miuku(?:mauku)? | snabel-?a | kissanhäntä )[\w-]+\.\w+"
    r"|\b\w+[._]\w+ at [\w-]+\.\w+",
    re.IGNORECASE,
)

# After the plus of a country or the zero of an area, six digits or more in any grouping;
# points and strokes only where no date or hour has them.
_PHONE = re.compile(
    r"(?<![\d-])(?:(?:\+\d|0)(?:[ ()-]{0,3}\d){6,14}|0\d{1,2}[./]\d{3}[./ -]?\d{3,4}"
    r"|08\d{1,2}[.]\d{3,4}[.]\d{3,5})(?!\d)"
)
_REGIONS = ("FI", "SE", "ID")
_MANY_ANSWER = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
}
_SOMEBODYS_OWN = {PhoneNumberType.MOBILE, PhoneNumberType.PERSONAL_NUMBER}


def without_emails(text: str) -> str:
    """Return the text with … in the place of each e-mail address, also one said in words."""
    return _EMAIL.sub("…", text)


def without_public_numbers(text: str) -> str:
    """Return the text without the phone numbers behind which no single person answers."""
    return _PHONE.sub(lambda match: "…" if _is_public(match[0]) else match[0], text)


def without_phones(text: str) -> str:
    """Return the text with … in the place of each phone number."""
    return _PHONE.sub("…", text)


def _is_public(number: str) -> bool:
    kinds = [_kind_of(number, region) for region in _REGIONS]
    public = not _MANY_ANSWER.isdisjoint(kinds) and _SOMEBODYS_OWN.isdisjoint(kinds)
    return public and kinds[0] != PhoneNumberType.FIXED_LINE


def _kind_of(number: str, region: str) -> int:
    try:
        return phonenumbers.number_type(phonenumbers.parse(number, region))
    except NumberParseException:
        return PhoneNumberType.UNKNOWN
