"""Team points: distinct people in steps, never a rating's value, a person or a speed."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from coaching.rules.small_teams import TeamSize, merged, merged_within_units, people_in

RULE_VERSION = 1
MIN_ACTIVE = 5
MIN_DAYS_IN_WEEK = 3
WEEKS_TO_SETTLE_IN = 2
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


def counted_together(groups: Sequence[TeamSize]) -> dict[int, frozenset[int]]:
    """Return for each group the groups that it is counted with, itself included.

    Fewer than 5 active members join the smallest other group of the unit, then of the whole
    organisation. An empty set: even the organisation has fewer than 5, so there are no points.
    """
    within_units = merged_within_units(groups, MIN_ACTIVE)
    return {
        group.id: frozenset(g.id for g in team) if people_in(team) >= MIN_ACTIVE else frozenset()
        for team in merged(within_units, MIN_ACTIVE)
        for group in team
    }


def is_active(days_enrolled_in_week: int, paused_days: int, weeks_since_joining: int) -> bool:
    """Tell whether a member counts this week; `paused_days` are the paused ones of those enrolled.

    The week of joining is 0; newcomers settle in for two weeks.
    """
    days = days_enrolled_in_week - paused_days
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


def _stepped(people: int, active: int, full: int) -> int:
    """Turn a share of people into none, half or all of the points, exact at 40 and 70 per cent."""
    if people * 100 >= _FULL_FROM * active:
        return full
    return full // 2 if people * 100 >= _HALF_FROM * active else 0
