"""What counts as a plan: a sentence that says something to do, not a polite word."""

import re
import unicodedata

LEAST_WORDS = 3
_YES = """
    ok okay okei oki yes yep yeah sure fine good joo kyllä juu selvä hyvä sopii ja jo visst javisst
    bra fint ya iya oke baik siap setuju boleh sip betul
"""
_EMPTY = """
    thanks thank you thx no not now yet later i do don't dont know idea nothing none maybe very
    much a lot will on it done super great
    kiitos kiitti kiitoksia ei en tiedä vielä nyt myöhemmin mitään ehkä osaa sanoa hyvin paljon
    oikein
    terima kasih makasih banyak sekali tidak nggak gak belum sekarang nanti tahu mungkin sudah dulu
    saya aku ide ada bagus saja
    tack tackar så mycket nej inte nu ännu senare vet jag ingenting inget kanske ej
"""
AGREEING = frozenset(_YES.split())
POLITE = AGREEING | frozenset(_EMPTY.split())
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def is_plan(text: str) -> bool:
    """Tell whether a sentence says what somebody will do: "ok" and "thanks" do not."""
    words = _words(text)
    return len(words) >= LEAST_WORDS and not POLITE.issuperset(words)


def is_agreement(text: str) -> bool:
    """Tell whether a short answer says yes."""
    words = _words(text)
    return text.strip() == "👍" or (bool(words) and AGREEING.issuperset(words))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold().replace("’", "'"))
