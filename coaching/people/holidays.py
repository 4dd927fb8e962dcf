"""Public holidays by country and region, from the `holidays` library."""

from datetime import date
from functools import cache


@cache
def public_holidays(country: str, region: str | None, year: int) -> frozenset[date]:
    """Return the public holidays of a year; country and region as in ISO 3166."""
    import holidays  # noqa: PLC0415 - its data take a moment to load, and not everybody asks

    return frozenset(holidays.country_holidays(country, subdiv=region, years=year))


def regions_of(country: str) -> tuple[str, ...] | None:
    """Return the regions that a country's holidays differ by; None for an unknown country."""
    import holidays  # noqa: PLC0415

    known = holidays.list_supported_countries(include_aliases=False).get(country)
    return None if known is None else tuple(known)
