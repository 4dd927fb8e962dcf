"""A price as people type it behind what it buys: 1 200 €, 12,50 €, 1.200 €, € 35, 1200,-."""

import re
from math import ceil
from typing import NamedTuple

MOST = 99_999  # euros; whatever is more was read wrongly or typed so
EURO = r"(?:€|\b(?:eur|euros?|euroa|euron|euroja)\b)"
NUMBER = r"\d{1,3}(?P<blank>[ .,'’])\d{3}(?:(?P=blank)\d{3})*|\d+"
PRICE = re.compile(
    rf"(?<!\d)(?<!\d[.,'’])(?P<before>{EURO}\s?)?"
    rf"(?P<euros>{NUMBER})(?:[.,](?:(?P<cents>\d{{1,2}})|(?P<dash>[-–—]{{1,2}})))?"
    rf"\s?(?P<after>{EURO})?\)?$",
    re.IGNORECASE,
)
OF_MONEY = re.compile(
    rf"{EURO}|[$£¥]|\b(?:usd|gbp|sek|nok|dkk|idr|kr|rp|rupiah|dollars?|kronor)\b|\d[.,][-–—]",
    re.IGNORECASE,
)
UNFINISHED = re.compile(r"\d\s*[-–—/x×*+]?$|[x×*+]$|[€$£¥]$", re.IGNORECASE)  # 10–20, 5 x 12
TORN = re.compile(r"(?<!\d)\d{1,3}[.,]$")  # 1, 200
THREE_DIGITS = 3
PUNCTUATION = " .,;:–—-("


class Priced(NamedTuple):
    """What something is called, and what it costs in whole euros, rounded up."""

    title: str
    euros: int


def priced(typed: str) -> Priced | None:
    """Return what was typed with its price, free without one; None if that is not clear.

    Nothing that looks like money is taken as free or as part of a name: it is asked again.
    """
    text = " ".join(typed.split()).rstrip(" .")  # also blanks that do not break
    found = PRICE.search(text)
    if found is None or not (found["before"] or found["after"] or found["dash"]):
        unclear = OF_MONEY.search(text) or text[-1:].isdecimal()
        return None if unclear else Priced(text, 0)
    before = text[: found.start()].rstrip()
    euros = int(re.sub(r"\D", "", found["euros"]))
    cents = int((found["cents"] or "0").ljust(2, "0"))
    cost = ceil(euros + cents / 100)
    if len(found["euros"]) == THREE_DIGITS and TORN.search(before):
        return None
    if UNFINISHED.search(before) or OF_MONEY.search(before) or cost > MOST:
        return None
    return Priced(before.rstrip(PUNCTUATION), cost)
