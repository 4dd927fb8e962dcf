"""Whether anything small can be computed from all that is shown: over all themes and one by one.

Random small organisations in which people leave out many themes; the oracle of the tests knows the
exact sums of everything shown. Run: `python -m tests.simulations.leaks`
"""

import random
import sys

from coaching.rules.all_themes import together
from tests.coaching.rules.test_all_themes import LEAST, few_shown, leak, small_block

SEED = 35
FAMILIES = ((2, 9, 600), (3, 9, 500), (4, 8, 200))  # themes, people in a team, organisations


def found(themes: int, most: int, organisations: int) -> tuple[int, int, int, int]:
    """Return how many leak by a threshold alone and by the rule, and how many bands each shows."""
    lot, naive, leaks, many, shown = random.Random(SEED), 0, 0, 0, 0
    for _ in range(organisations):
        block = small_block(lot, themes, most)
        answered = block.answered()
        candidates = few_shown(answered, lot)
        enough = {leaf for leaf in candidates if sum(answered.leaves[leaf].values()) >= LEAST}
        chosen = together(answered, candidates, LEAST)
        many, shown = many + len(enough), shown + len(chosen)
        naive += bool(leak(block.people, block.sums(answered, enough)))
        leaks += bool(leak(block.people, block.sums(answered, chosen)))
    return naive, leaks, many, shown


def main() -> None:
    """Print the table."""
    sys.stdout.write(
        "themes  organisations  leak by a threshold alone  by the rule  bands shown\n"
    )
    for themes, most, organisations in FAMILIES:
        naive, leaks, many, shown = found(themes, most, organisations)
        sys.stdout.write(
            f"{themes:6} {organisations:14} {naive:26} {leaks:12} {shown:6} of {many}\n"
        )


if __name__ == "__main__":
    main()
