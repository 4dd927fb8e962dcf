"""What a member of a team can conclude about one colleague from the points of a week."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from coaching.rules.points import NAMED_FROM, Activity, score, shown, veiled

SIZES = range(5, 31)
MOST_AWAY = 2

Seen = tuple[object, ...]


class Acts(NamedTuple):
    """How many colleagues, there or on a break, took part and practised."""

    took_part: int
    practised: int
    away_took_part: int
    away_practised: int


def colleagues(size: int, away: int) -> Iterator[tuple[Acts, int]]:
    """Yield what the others of a team may have done, and how many of those on a break did any."""
    breaks = {
        (sum(t for t, _ in each), sum(p for _, p in each), sum(t or p for t, p in each))
        for each in product(product((0, 1), repeat=2), repeat=away)
    }
    for took_part, practised in product(range(size), repeat=2):
        for away_took_part, away_practised, acted in breaks:
            yield Acts(took_part, practised, away_took_part, away_practised), acted


def certain(size: int, away: int, sees: Callable[[Activity, int], Seen]) -> tuple[int, int]:
    """Return in how many situations, of how many, a member is sure what one colleague did.

    A situation is what the member did themselves, and what is shown.
    """
    found: dict[Seen, list[Acts]] = defaultdict(list)
    for own in product((0, 1), repeat=2):
        for acts, acted in colleagues(size, away):
            activity = Activity(
                size + acted,
                own[0] + acts.took_part + acts.away_took_part,
                own[1] + acts.practised + acts.away_practised,
                shared=False,
                tried_across=False,
                customer_voice=False,
            )
            found[own, sees(activity, size)].append(acts)
    limits = (size - 1, size - 1, away, away)
    sure = sum(
        any(
            most and {each[n] for each in worlds} in ({0}, {most}) for n, most in enumerate(limits)
        )
        for worlds in found.values()
    )
    return sure, len(found)


def before(activity: Activity, _size: int) -> Seen:
    """Return what was shown until November 2026: the total, and what earned it."""
    earned = score(activity)
    return shown(sum(earned.values())), tuple(earned)


def now(activity: Activity, size: int) -> Seen:
    """Return what is shown: the total, and what earned it if many are there."""
    earned = score(veiled(activity))
    return shown(sum(earned.values())), tuple(earned) if size >= NAMED_FROM else ()


def every_part(activity: Activity, _size: int) -> Seen:
    """Return the points of every part: more than levels, quarters and sums of weeks can tell."""
    return tuple(score(veiled(activity)).items())


def table(sizes: range = SIZES) -> list[str]:
    """Return a line for each size and number of people on a break."""
    heads = ("people", "on a break", "until now", "now", "were every part shown")
    lines = [" | ".join(heads)]
    for size, away in product(sizes, range(MOST_AWAY + 1)):
        cells = [certain(size, away, sees) for sees in (before, now, every_part)]
        lines.append(" | ".join([str(size), str(away), *(f"{n} of {of}" for n, of in cells)]))
    return lines


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in table(range(5, 13)))
