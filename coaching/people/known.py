"""What serves while the libraries do not know a stored value (any more): it concerns one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coaching.people.holidays import regions_of
from coaching.rules.calendar import Weekday
from storage.programme import Organisation, Unit

Place = Organisation | Unit


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A setting of the organisation (no unit) or a unit that nobody knows, as it is stored."""

    unit: str | None
    setting: str
    value: str


def zone_of(*names: str | None) -> ZoneInfo:
    """Return the first zone that is known, UTC if none is."""
    known = (_zone(name) for name in names if name)
    return next((zone for zone in known if zone), ZoneInfo("UTC"))


def office_zone(organisation: Organisation) -> ZoneInfo:
    """Return the organisation's zone, or the last one that was known."""
    return zone_of(organisation.timezone, organisation.known_timezone)


def is_zone(name: str | None) -> bool:
    """Tell whether the zone is known."""
    return bool(name) and _zone(name or "") is not None


@cache
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def known_weekdays(words: str | None) -> frozenset[Weekday]:
    """Return those of a column's weekdays that there are."""
    return frozenset(day for day in Weekday if day in (words or "").split(","))


def are_holidays(country: str | None, region: str | None) -> bool:
    """Tell whether the public holidays of a country and region are known; those of none are."""
    regions = () if country is None else regions_of(country)
    return regions is not None and (country is None or region is None or region in regions)


def holidays_of(place: Place, outer: Organisation) -> tuple[str | None, str | None]:
    """Return the country and region whose holidays serve: as set, as last known, without region.

    A unit without a country has that of the organisation, and its own region of it.
    """
    country, region = _country(place, outer)
    known = [(country, region), (place.known_country, place.known_region), (country, None)]
    if place is not outer:
        known.append(holidays_of(outer, outer))
    served = (each for each in known if each[0] is None or are_holidays(*each))
    return next(((c, r) for c, r in served if c is not None or country is None), (None, None))


def _country(place: Place, outer: Organisation) -> tuple[str | None, str | None]:
    if place.country:
        return place.country, place.region
    return outer.country, place.region or outer.region


def unknown_in(place: Place, outer: Organisation) -> Iterator[UnknownValue]:
    """Yield what is set in a place and known to nobody."""
    unit = None if place is outer else place.name
    if place.timezone and not is_zone(place.timezone):
        yield UnknownValue(unit, "timezone", place.timezone)
    if (place.country or place.region) and not are_holidays(*_country(place, outer)):
        named = [each for each in (place.country, place.region) if each]
        yield UnknownValue(unit, "holidays", "-".join(named))
    if place.workdays and set(place.workdays.split(",")) != set(known_weekdays(place.workdays)):
        yield UnknownValue(unit, "workdays", place.workdays)


def note_known(place: Place, outer: Organisation) -> bool:
    """Note what is known now, to serve when it is not any more; tell whether that is news."""
    before = (place.known_timezone, place.known_country, place.known_region, place.told_unknown)
    wrong = {each.setting for each in unknown_in(place, outer)}
    if "timezone" not in wrong:
        place.known_timezone = place.timezone
    if "holidays" not in wrong:
        place.known_country, place.known_region = place.country, place.region
    if not wrong:
        place.told_unknown = False
    now = (place.known_timezone, place.known_country, place.known_region, place.told_unknown)
    return now != before
