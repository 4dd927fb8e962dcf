"""Team points: distinct people in steps, never a rating's value, a person or a speed."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from itertools import accumulate, pairwise

from coaching.rules.small_teams import TeamSize, merged, merged_within_units, people_in

RULE_VERSION = 2
MIN_ACTIVE = 5
NAMED_FROM = 8  # counted people; of fewer, the parts of a week would tell who took part
HIDDEN_AMONG = 2  # so many may differ from all the others without its being seen
MIN_DAYS_IN_WEEK = 3
WEEKS_TO_SETTLE_IN = 2
UNREACHABLE_FOR = timedelta(weeks=2)  # from then on somebody's chat counts as gone
TOO_QUICK = timedelta(seconds=5)

_HALF_FROM = 40  # per cent of the active members
_FULL_FROM = 70
_FULL_TOOK_PART = 30
_FULL_PRACTISED = 40
_ONCE_A_WEEK = 10


class Component(StrEnum):
    """What a team can earn points for in a week."""

    RATING_TAKEN_PART = "took_part"
    PRACTISED = "practised"
    SHARED = "shared"
    TRIED_ACROSS = "tried_across"
    CUSTOMER_VOICE = "customer_voice"


class Reason(StrEnum):
    """Why an entry of the ledger was reversed."""

    WITHDRAWN = "withdrawn"


class Level(IntEnum):
    """The points of a quarter at which a team reaches a level."""

    FIRST = 600
    SECOND = 780
    THIRD = 960


LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class Activity:
    """A team's week: how many active members, and how many different ones of them did what.

    The caller sees to it that a customer voice or a pair of teams counts once a block.
    """

    active: int
    took_part: int
    practised: int
    shared: bool
    tried_across: bool
    customer_voice: bool

    def __post_init__(self) -> None:
        for people in (self.took_part, self.practised):
            if not 0 <= people <= self.active:
                raise ValueError("only active members can be counted")


@dataclass(frozen=True, slots=True)
class Completion:
    """One practice step that a person completed, and when its prompt had been delivered."""

    person: int
    delivered: datetime
    completed: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """A team tried what another one shared; `card_counts` unless the author was not counted."""

    team: int
    author_team: int
    card_counts: bool

    @property
    def pair(self) -> frozenset[int]:
        """Return the two teams, whichever of them tried."""
        return frozenset((self.team, self.author_team))


def score(activity: Activity) -> dict[Component, int]:
    """Return the points of a team's week, 0 to 100 in all; what earned none is absent."""
    if activity.active == 0:
        return {}
    points = {
        Component.RATING_TAKEN_PART: _stepped(
            activity.took_part, activity.active, _FULL_TOOK_PART
        ),
        Component.PRACTISED: _stepped(activity.practised, activity.active, _FULL_PRACTISED),
        Component.SHARED: _ONCE_A_WEEK * activity.shared,
        Component.TRIED_ACROSS: _ONCE_A_WEEK * activity.tried_across,
        Component.CUSTOMER_VOICE: _ONCE_A_WEEK * activity.customer_voice,
    }
    return {component: earned for component, earned in points.items() if earned}


def veiled(activity: Activity) -> Activity:
    """Return the activity as it is scored: one or two who act, or who do not, make no difference.

    Otherwise a member of a team of five who took part would learn from no points that none of the
    others did, and one of six who did not, from all of them, that all others did. From seven
    people on the steps are wide enough by themselves, and nothing changes.
    """

    def among(people: int) -> int:
        if people <= HIDDEN_AMONG:
            return 0
        return activity.active if people >= activity.active - HIDDEN_AMONG else people

    return replace(
        activity, took_part=among(activity.took_part), practised=among(activity.practised)
    )


def counted_together(groups: Sequence[TeamSize]) -> dict[int, frozenset[int]]:
    """Return for each group the groups that it is counted with, itself included.

    Fewer than 5 active members join the smallest other group of the unit, then of the whole
    organisation. An empty set means no points: even the organisation has fewer than 5, or nobody
    is active in the group, so that it earns nothing of what its siblings do.
    """
    within_units = merged_within_units([g for g in groups if g.people], MIN_ACTIVE)
    found = {group.id: frozenset[int]() for group in groups}
    for team in merged(within_units, MIN_ACTIVE):
        if people_in(team) >= MIN_ACTIVE:
            found.update(dict.fromkeys((g.id for g in team), frozenset(g.id for g in team)))
    return found


def is_active(days_enrolled_in_week: int, days_away: int, weeks_since_joining: int) -> bool:
    """Tell whether a member counts this week: able to take part on three of the days enrolled.

    The week of joining is 0; newcomers settle in for two weeks.
    """
    days = days_enrolled_in_week - days_away
    return days >= MIN_DAYS_IN_WEEK and weeks_since_joining >= WEEKS_TO_SETTLE_IN


def counted(completions: Iterable[Completion]) -> set[int]:
    """Return the different people with a completed step in a week; one within 5 seconds is a slip.

    A person's further completions add nothing here, so how far apart they are does not matter.
    """
    return {c.person for c in completions if c.completed - c.delivered > TOO_QUICK}


def tried_across(
    together: AbstractSet[int], marks: Iterable[Mark], earlier: Iterable[Mark]
) -> bool:
    """Tell whether teams counted together tried another team's idea, or had theirs tried.

    The same pair of teams counts once a block: `earlier` are the block's marks before this week.
    """
    known = {mark.pair for mark in earlier}
    return any(
        (mark.team in together) != (mark.author_team in together)
        and (mark.team in together or mark.card_counts)
        and mark.pair not in known
        for mark in marks
    )


def could_come(
    last_week: AbstractSet[Component], this_block: AbstractSet[Component]
) -> list[Component]:
    """Return what could bring points that the last week did not bring.

    It follows from what is told anyway: whether a share brought half or all of its points, and so
    how many took part, makes no difference. A customer's voice counts once a block.
    """
    once = {Component.CUSTOMER_VOICE} & this_block
    return [component for component in Component if component not in last_week | once]


def carried(total: int, people: int, into_total: int, into_people: int) -> int:
    """Return the quarter's points of a team into which another one is merged.

    Each of the two counts by its number of people, rounded up; no merger takes points away.
    """
    everybody = people + into_people
    if not everybody:
        return into_total
    together = -(-(total * people + into_total * into_people) // everybody)
    return max(together, into_total)


def level_reached(total: int) -> int:
    """Return how many levels, 0 to 3, a quarter's points have reached."""
    return sum(total >= level for level in LEVELS)


def shown(total: int) -> int:
    """Round points down to ten for showing, so that a level shown is a level reached."""
    return total // 10 * 10


def shown_parts(parts: Iterable[int]) -> list[int]:
    """Return what each part adds to the total as it is shown: together they are that total.

    It is the running total that is rounded, once, so a part may stand a little above or below
    what it is.
    """
    totals = [0, *accumulate(parts)]
    return [shown(after) - shown(before) for before, after in pairwise(totals)]


def _stepped(people: int, active: int, full: int) -> int:
    """Turn a share of people into none, half or all of the points, exact at 40 and 70 per cent."""
    if people * 100 >= _FULL_FROM * active:
        return full
    return full // 2 if people * 100 >= _HALF_FROM * active else 0
