"""A lead's minute: how the team is doing in one word, what to thank for, what to do next."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from coaching.rules.instrument import Dimension
from coaching.rules.points import Component
from coaching.rules.programme import WEEKS_IN_CYCLE

LATELY = 3  # weeks
STEADY_FROM = 60  # points a week of 100, on average
UNDER_WAY_FROM = 20
# What goes beyond the team comes first: it is the rarest.
WORTH_THANKS = (
    Component.TRIED_ACROSS,
    Component.SHARED,
    Component.CUSTOMER_VOICE,
    Component.PRACTISED,
    Component.RATING_TAKEN_PART,
)


class Doing(StrEnum):
    """How a team is doing, from the points of its last closed weeks as they are shown."""

    BEGINNING = "beginning"
    STEADY = "steady"
    UNDER_WAY = "under_way"
    QUIET = "quiet"
    RESTING = "resting"
    NOT_COUNTED = "not_counted"


def doing(weeks: Sequence[int], *, resting: bool) -> Doing:
    """Return how a team is doing that earned this in its closed weeks, the oldest first."""
    if resting:
        return Doing.RESTING
    if not weeks:
        return Doing.BEGINNING
    lately = weeks[-LATELY:]
    average = sum(lately) / len(lately)
    if average >= STEADY_FROM:
        return Doing.STEADY
    return Doing.UNDER_WAY if average >= UNDER_WAY_FROM else Doing.QUIET


def worth_thanks(earned: Collection[Component]) -> Component | None:
    """Return what of that which is named as earned is most worth a thank-you."""
    return next((component for component in WORTH_THANKS if component in earned), None)


def guide_of(week: int, theme: Dimension | None) -> Dimension:
    """Return the dimension of a week's guide: the theme first, the others in turn.

    It follows from the calendar alone, never from what anybody answered.
    """
    others = [dimension for dimension in Dimension if dimension is not theme]
    order = others if theme is None else [theme, *others]
    return order[week % WEEKS_IN_CYCLE % len(order)]


def next_guide(dimension: Dimension) -> Dimension:
    """Return the guide that comes after one, the first after the last."""
    every = list(Dimension)
    return every[(every.index(dimension) + 1) % len(every)]
