"""Teams that publish nothing until somebody else confirms who works there."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from coaching.rules.confirmed_places import MadePlace, of_one_hand
from storage import rosters
from storage.database import Session

Leaf = TypeVar("Leaf")


async def without_unconfirmed(
    session: Session,
    organisation_id: int,
    span: tuple[date, date],
    leaf_of: Mapping[int, Leaf],
    leaf_of_team: Mapping[int, Leaf],
) -> dict[int, Leaf]:
    """Return where people were, without those in teams of one hand: they are nowhere counted.

    Left in wider groups, they would be known numbers beside the one real person.
    """
    made: dict[Leaf, list[MadePlace]] = defaultdict(list)
    for place in await rosters.unconfirmed_between(session, organisation_id, *span):
        leaf = leaf_of_team[place.team_id]
        if leaf_of.get(place.person_id) == leaf:
            made[leaf].append(MadePlace(place.made_by, place.since))
    size = Counter(leaf_of.values())
    doubtful = {leaf for leaf, places in made.items() if of_one_hand(size[leaf], places)}
    return {person: leaf for person, leaf in leaf_of.items() if leaf not in doubtful}
