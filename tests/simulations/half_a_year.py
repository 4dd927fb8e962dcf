"""One person's half a year: how often a prompt comes again, and how easy what comes still is.

Two prompts a week are chosen from the whole common library as they are for people, for each kind
of work and each focus that somebody keeps, and for people who answer in different ways.
Run: `python -m tests.simulations.half_a_year`
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from coaching.content import load_prompts
from coaching.practice.library import card_of
from coaching.rules.choosing import Candidate, Past, RoleProfile, Wishes, choose
from coaching.rules.formats import Outcome
from coaching.rules.instrument import Dimension

WEEKS = 26
DAYS = (1, 3)  # of a week, on which a prompt comes
AT_HOME_AFTER = 8  # weeks, after which few prompts only notice
BEGINS = date(2027, 1, 4)
MOST_AGAIN, MOST_LEVEL_1 = 2, 0.35
KINDS: tuple[RoleProfile | None, ...] = (None, *RoleProfile)
FOCUSES: tuple[Dimension | None, ...] = (None, *Dimension)
# How somebody answers, in hundredths: done, left open, waved away as not for them or as too much.
HABITS: dict[str, dict[Outcome | None, int]] = {
    "eager": {Outcome.DONE: 95, None: 5},
    "usual": {Outcome.DONE: 75, None: 20, Outcome.NOT_RELEVANT: 5},
    "rare": {Outcome.DONE: 45, None: 45, Outcome.NOT_RELEVANT: 10},
    "too much": {Outcome.DONE: 65, None: 20, Outcome.NOT_RELEVANT: 5, Outcome.TOO_MUCH: 10},
}
PEOPLE = 20  # of each profile


@dataclass(frozen=True, slots=True)
class Lived:
    """What somebody was offered in half a year."""

    offered: Sequence[Candidate]

    @property
    def again(self) -> int:
        """Count what came a second time."""
        return len(self.offered) - len({card.id for card in self.offered})

    @property
    def level_1(self) -> float:
        """Return which share of what came later was of the first level."""
        later = self.offered[AT_HOME_AFTER * len(DAYS) :]
        return sum(card.level == 1 for card in later) / len(later)

    def of(self, dimension: Dimension | None) -> float:
        """Return which share was about a theme."""
        return Counter(card.dimension for card in self.offered)[dimension] / len(self.offered)  # type: ignore[index]


def live(kind: RoleProfile | None, focus: Dimension | None, habit: str, key: str) -> Lived:
    """Live the half a year of one person; the key says which."""
    lot = random.Random(f"{kind} {focus} {habit} {key}")
    cards = [card_of(prompt) for prompt in load_prompts()]
    wishes = Wishes(focus=focus, role=kind)
    history: list[Past] = []
    offered: list[Candidate] = []
    for week, day in product(range(WEEKS), DAYS):
        today = BEGINS + timedelta(weeks=week, days=day)
        card = choose(cards, history, wishes, today, key)
        assert card is not None, "the library is used up"
        answers = HABITS[habit]
        outcome = lot.choices(list(answers), list(answers.values()))[0]
        history.append(Past(card.id, card.dimension, outcome, today))
        offered.append(card)
    return Lived(offered)


def profiles() -> Iterator[tuple[RoleProfile | None, Dimension | None, str]]:
    """Yield every kind of work with every focus and every habit."""
    yield from product(KINDS, FOCUSES, HABITS)


def main() -> None:
    """Print the worst of each profile's people, and the mean."""
    tell = sys.stdout.write
    tell("| work | focus | answers | again, most | level 1 later, mean | most | of the focus |\n")
    tell("|---|---|---|---|---|---|---|\n")
    found = []
    for kind, focus, habit in profiles():
        people = [live(kind, focus, habit, str(person)) for person in range(PEOPLE)]
        found += people
        again = max(person.again for person in people)
        shares = [person.level_1 for person in people]
        mean, most = sum(shares) / PEOPLE, max(shares)
        of = sum(person.of(focus) for person in people) / PEOPLE
        about = f"{of:.0%}" if focus else "–"
        cells = (kind or "any", focus or "none", habit, again, f"{mean:.0%}", f"{most:.0%}", about)
        tell(f"| {' | '.join(map(str, cells))} |\n")
    again, level_1 = max(each.again for each in found), max(each.level_1 for each in found)
    tell(f"\nOf {len(found)} people: at most {again} again, level 1 later at most {level_1:.0%}\n")


if __name__ == "__main__":
    main()
