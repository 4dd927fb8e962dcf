"""Every clock change of every zone, 2026 to 2030, against an oracle that walks minute by minute.

The oracle knows only how to read a clock on the wall: it goes through the minutes of UTC in order
and takes the first one at which the wall shows the wanted date and time or a later one.
"""

import zoneinfo
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

from coaching.rules.calendar import Recurrence, Weekday, instant, occurrences

BEGIN, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
MINUTES = [time(hour, minute) for hour in range(24) for minute in range(60)]
WEEK, DAY, MINUTE = timedelta(weeks=1), timedelta(days=1), timedelta(minutes=1)
ZONES = [ZoneInfo(name) for name in sorted(zoneinfo.available_timezones())]
ANY_ZONE_TIMES = (
    *(time(hour, minute) for hour in range(4) for minute in (0, 30)),
    time(8, 0),
    time(17, 0),
    time(22, 59),
    time(23, 0),
    time(23, 30),
    time(23, 59),
)


@dataclass(frozen=True, slots=True)
class Change:
    """The first minute with another offset, and the offsets on both sides of it."""

    at: datetime
    before: timedelta
    after: timedelta

    def wall_days(self) -> list[date]:
        """The local date of the change and its neighbours."""
        middle = (self.at + self.before).date()
        return [middle - DAY, middle, middle + DAY]

    def wall_times(self) -> set[time]:
        """Times of the day on the edges and in the middle of what is skipped or repeated."""
        edges = [self.at + self.before, self.at + self.after]
        edges.append(edges[0] + (edges[1] - edges[0]) // 2)
        near = (edge + minutes * MINUTE for edge in edges for minutes in (-1, 0, 1))
        return {moment.time().replace(second=0) for moment in near}


def offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    found = moment.astimezone(zone).utcoffset()
    assert found is not None
    return found


def changes_of(zone: ZoneInfo) -> Iterator[Change]:
    """Find the clock changes of a zone: look once a week, then halve the week."""
    weeks = [BEGIN + n * WEEK for n in range((END - BEGIN) // WEEK + 2)]
    offsets = [offset(week, zone) for week in weeks]
    for (week, before), (_, after) in pairwise(zip(weeks, offsets, strict=True)):
        if before != after:
            minutes = range(WEEK // MINUTE)
            changed = partial(_differs, zone=zone, begin=week, before=before)
            first = bisect_left(minutes, x=True, key=changed)
            yield Change(week + first * MINUTE, before, after)


def _differs(minutes: int, zone: ZoneInfo, begin: datetime, before: timedelta) -> bool:
    return offset(begin + minutes * MINUTE, zone) != before


@cache
def changes() -> dict[str, list[Change]]:
    return {zone.key: list(changes_of(zone)) for zone in ZONES}


class Walk:
    """The walls around one moment, minute by minute; zones with the same change share one."""

    def __init__(self, middle: datetime, zone: ZoneInfo) -> None:
        self._begin = middle - 3 * DAY
        minutes = (self._begin + n * MINUTE for n in range(6 * 24 * 60))
        walls = (minute.astimezone(zone).replace(tzinfo=None) for minute in minutes)
        self._latest_so_far: Sequence[datetime] = list(accumulate(walls, max))

    def first_at_or_after(self, wanted: datetime) -> datetime:
        """The first minute of UTC at which the wall shows the wanted time or a later one."""
        index = bisect_left(self._latest_so_far, wanted)
        assert 0 < index < len(self._latest_so_far)
        return self._begin + index * MINUTE


WALKS: dict[Change, Walk] = {}


def walk_around(change: Change, zone: ZoneInfo) -> Walk:
    if change not in WALKS:
        WALKS[change] = Walk(change.at, zone)
    return WALKS[change]


def test_the_changes_are_found() -> None:
    assert len(ZONES) > 400
    assert [change.at for change in changes()["Europe/Helsinki"]][:2] == [
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        datetime(2026, 10, 25, 1, tzinfo=UTC),
    ]
    assert len(changes()["Europe/Helsinki"]) == 10
    assert len(changes()["Africa/Casablanca"]) >= 8
    assert changes()["Asia/Tokyo"] == []


def test_every_local_time_around_every_change_is_where_the_walk_finds_it() -> None:
    wrong, checked = [], 0
    for zone in ZONES:
        for change in changes()[zone.key]:
            walk = walk_around(change, zone)
            for day in change.wall_days():
                for at in change.wall_times().union(ANY_ZONE_TIMES):
                    checked += 1
                    expected = walk.first_at_or_after(datetime.combine(day, at))
                    if instant(day, at, zone) != expected:
                        wrong.append((zone.key, day, at, expected))
    assert wrong == []
    assert checked > 100_000


def test_every_minute_of_the_days_around_every_change_is_where_the_walk_finds_it() -> None:
    one_zone_per_change = {change: zone for zone in ZONES for change in changes()[zone.key]}
    wrong, checked = [], 0
    for change, zone in one_zone_per_change.items():
        walk = walk_around(change, zone)
        for day in change.wall_days():
            for at in MINUTES:
                checked += 1
                if instant(day, at, zone) != walk.first_at_or_after(datetime.combine(day, at)):
                    wrong.append((zone.key, day, at))
    assert wrong == []
    assert checked == len(one_zone_per_change) * 3 * 1440 > 1_000_000


def test_zones_without_a_change_are_right_too() -> None:
    middle = datetime(2028, 2, 29, 12, tzinfo=UTC)
    for zone in ZONES:
        if not changes()[zone.key]:
            walk = walk_around(Change(middle, offset(middle, zone), offset(middle, zone)), zone)
            for day in (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)):
                for at in ANY_ZONE_TIMES:
                    expected = walk.first_at_or_after(datetime.combine(day, at))
                    assert instant(day, at, zone) == expected, (zone.key, day, at)


def test_a_daily_schedule_loses_and_doubles_no_day_at_any_change() -> None:
    one_zone_per_change = {change: zone for zone in ZONES for change in changes()[zone.key]}
    for change, zone in one_zone_per_change.items():
        walk = walk_around(change, zone)
        days = change.wall_days()
        for at in change.wall_times():
            daily = Recurrence(
                frozenset(Weekday), at, anchor=date(2026, 1, 5), first=days[0], last=days[-1]
            )
            found = [(o.day, o.due) for o in occurrences(daily, zone, change.at - 4 * DAY)]
            expected = [(day, walk.first_at_or_after(datetime.combine(day, at))) for day in days]
            assert found == expected, (zone.key, change, at)
