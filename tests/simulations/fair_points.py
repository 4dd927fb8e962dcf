"""What absence, mergers, empty teams and rounding do to a team's points, before and now.

Each figure follows from the very rules that close a week; "before" is what they did until the
autumn of 2026. Every table begins with the same seed.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random

from typer import echo

from coaching.rules.points import (
    Activity,
    carried,
    counted_together,
    level_reached,
    score,
    shown,
    shown_parts,
)
from coaching.rules.small_teams import TeamSize

SEED = 20261130
WEEKS = 12
GRACE = 2  # weeks in which an account that refuses everything still counts
TAKES_PART, PRACTISES = 0.85, 0.8


def main(quarters: int = 2000) -> None:
    """Print all tables."""
    echo("Points of a quarter, of 840 by taking part and practising")
    echo(f"{'team':>6} {'lost phones':>12} {'before':>8} {'now':>6} {'all there':>10}")
    for size, lost, before, now, whole in lost_phones(quarters):
        echo(f"{size:>6} {lost:>12} {before:>8.0f} {now:>6.0f} {whole:>10.0f}")
    echo()
    echo("A team of eight earns, and beside it a team of its unit in which nobody does anything")
    echo(f"{'counted people':>15} {'eight':>8} {'before':>8} {'now':>6}")
    for people, sibling, before, now in beside_a_sibling():
        echo(f"{people:>15} {sibling:>8} {before:>8} {now:>6}")
    echo()
    apart, most, off = rounding(quarters)
    echo("Weeks as shown against the quarter as shown")
    echo(f"each rounded by itself: {apart:.0%} of quarters do not add up, by up to {most}")
    echo(f"the running total rounded: 0 %; a week stands at most {off} beside what it is")
    echo()
    kept, best, levels = mergers(quarters)
    echo(f"{quarters} chains of mergers: the receiving team lost points in {kept},")
    echo(f"had more than its best part in {best}, reached a level that no part had in {levels}")


def lost_phones(quarters: int) -> Iterator[tuple[int, int, float, float, float]]:
    """Yield size and lost phones with a quarter's mean points: before, now, and with all there."""
    for size, lost in ((8, 1), (8, 3), (10, 3), (12, 3), (20, 5)):
        draw = Random(SEED)
        sums = [0, 0, 0]
        for _ in range(quarters):
            for week in range(WEEKS):
                there = [_acts(draw) for _ in range(size)]
                here = there[lost:]
                sums[0] += _points(here, size)
                sums[1] += _points(here, size if week < GRACE else size - lost)
                sums[2] += _points(there, size)
        before, now, whole = (each / quarters for each in sums)
        yield size, lost, before, now, whole


def _acts(draw: Random) -> tuple[bool, bool]:
    return draw.random() < TAKES_PART, draw.random() < PRACTISES


def _points(acts: Sequence[tuple[bool, bool]], active: int) -> int:
    took_part, practised = (sum(column) for column in zip(*acts, strict=True))
    week = Activity(
        active, took_part, practised, shared=False, tried_across=False, customer_voice=False
    )
    return sum(score(week).values())


def beside_a_sibling() -> Iterator[tuple[int, int, int, int]]:
    """Yield how many count in a team, and what it and its sibling of eight earn in a quarter."""
    for people in (0, 1, 4, 5):
        teams = [TeamSize(1, 1, 8), TeamSize(2, 1, people)]
        together = counted_together(teams)
        sizes = {team.id: team.people for team in teams}
        alone = people >= 5
        counted = sum(sizes[n] for n in together[1])
        sibling = WEEKS * _points([(True, True)] * 8, counted)
        now = WEEKS * _points([(True, True)] * 8, counted) if 1 in together[2] else 0
        yield people, sibling, 0 if alone else sibling, now


def rounding(quarters: int) -> tuple[float, int, int]:
    """Return how often, and by how much, weeks did not add up, and how far a week is off now."""
    draw = Random(SEED)
    apart = most = off = 0
    for _ in range(quarters):
        weeks = [draw.choice((0, 15, 30)) + draw.choice((0, 10, 20, 40)) for _ in range(WEEKS)]
        gap = shown(sum(weeks)) - sum(map(shown, weeks))
        apart, most = apart + bool(gap), max(most, gap)
        parts = shown_parts(weeks)
        if [*accumulate(parts)] != [shown(total) for total in accumulate(weeks)]:
            raise AssertionError("what is shown does not add up")
        off = max(off, *(abs(a - b) for a, b in zip(parts, weeks, strict=True)))
    return apart / quarters, most, off


def mergers(chains: int) -> tuple[int, int, int]:
    """Return in how many chains the receiver lost, had more than its best part, or a new level."""
    draw = Random(SEED)
    lost = more = levels = 0
    for _ in range(chains):
        total, people = draw.randrange(0, 1200, 5), draw.randrange(0, 13)
        parts = [total]
        for _ in range(draw.randrange(1, 5)):
            theirs, heads = draw.randrange(0, 1200, 5), draw.randrange(0, 13)
            together = carried(theirs, heads, total, people)
            lost += together < total
            parts.append(theirs)
            total, people = together, people + heads
        more += total > max(parts)
        levels += level_reached(total) > max(map(level_reached, parts))
    return lost, more, levels


if __name__ == "__main__":
    main()
