"""Stories of people who were helped: when one comes as a prompt, which, and why one may not."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from coaching.rules.choosing import Past, lot
from coaching.rules.formats import Outcome

BETWEEN = timedelta(days=28)  # from one story to the next, for each reader
AFTER = 4  # prompts: by then somebody knows how a talk goes
A_WEEK = timedelta(days=7)
MOST, WITHIN = 2, timedelta(days=28)  # what one author hands in, as HR sees it come


class Reason(StrEnum):
    """Why a story does not go on to colleagues, as its author is told."""

    RECOGNISABLE = "recognisable"
    UNKIND = "unkind"
    NOBODY_HELPED = "nobody_helped"
    UNCLEAR = "unclear"


def may_come(
    history: Sequence[Past], last: date | None, today: date, *, in_series: bool = False
) -> bool:
    """Tell whether a story may come in the place of the usual prompt.

    `last` is the day of the reader's last story. A series goes first, and after a prompt that was
    too much the lighter one comes that was promised.
    """
    return (
        len(history) >= AFTER
        and history[-1].outcome is not Outcome.TOO_MUCH
        and not in_series
        and (last is None or today - last >= BETWEEN)
    )


def chosen(stories: Iterable[int], key: str) -> int | None:
    """Return the story that comes next: another one for each reader, so that no order tells."""
    return min(stories, key=lambda story: lot(f"{key}:story {story}"), default=None)


def welcome_from(bundles: Iterable[date], today: date) -> date | None:
    """Return the Monday from which an author may hand in another story, None if they may now.

    `bundles` are the Mondays from which HR sees what they handed in before.
    """
    lately = sorted(each for each in bundles if each > bundle_of(today) - WITHIN)
    return lately[-MOST] + WITHIN - A_WEEK if len(lately) >= MOST else None


def bundle_of(today: date) -> date:
    """Return the Monday from which HR sees what is handed in on a day, with all of that week."""
    return today + A_WEEK - timedelta(days=today.weekday())
