"""How much better somebody who sees a team, its sibling and their unit guesses who left the team.

One person leaves between two blocks. The viewer knows who, how people answer in general, and that
the others repeat their answer with a given chance. The chances of all results are summed up, but
for what is rarer than one in ten million. Run: `python -m tests.simulations.several_groups`
"""

import sys
from collections import defaultdict
from collections.abc import Hashable, Sequence
from functools import cache

from tests.coaching.rules.test_one_leaver import (
    ANSWERS,
    GRADES,
    NEARLY_ALL,
    REPEAT,
    as_shown,
    gain_and_certainty,
    sums_of_others,
)

NEGLIGIBLE = 1e-7
SURE = 0.9
GROUPS = ((11, 12), (12, 12), (15, 15))  # the team with the leaver, and its only sibling

shown = cache(as_shown)


def of_several(
    answers: Sequence[float],
    people: int,
    beside: int,
    repeat: float,
    negligible: float = NEGLIGIBLE,
) -> tuple[float, float]:
    """Return the gain over naming the commonest grade, and how often one grade is nearly sure."""
    team, sibling = (
        [pair for pair in sums_of_others(answers, number, repeat).items() if pair[1] > negligible]
        for number in (people - 1, beside)
    )
    chances: dict[Hashable, list[float]] = defaultdict(lambda: [0.0] * len(GRADES))
    for (before, after), chance in team:
        for (theirs, theirs_after), likely in sibling:
            if chance * likely < negligible / 1000:
                continue
            later = (
                shown(after, people - 1),
                shown(theirs_after, beside),
                shown(after + theirs_after, people - 1 + beside),
            )
            for grade in GRADES:
                seen = (
                    shown(before + grade, people),
                    shown(theirs, beside),
                    shown(before + grade + theirs, people + beside),
                    later,
                )
                chances[seen][grade - 1] += chance * likely * answers[grade - 1]
    right = sum(map(max, chances.values()))
    sure = sum(sum(each) for each in chances.values() if max(each) >= SURE * sum(each))
    return right - max(answers), sure


def main() -> None:
    """Print the table."""
    tell = sys.stdout.write
    tell("answers       team  sibling  repeat | one group:  gain   sure | several:  gain   sure\n")
    for name in ("mostly four", "mostly five"):
        for people, beside in GROUPS:
            for repeat in (REPEAT, NEARLY_ALL):
                alone = gain_and_certainty(ANSWERS[name], people, as_shown, repeat)
                several = of_several(ANSWERS[name], people, beside, repeat)
                first, second = (f"{100 * g:6.1f} {100 * s:5.1f} %" for g, s in (alone, several))
                tell(
                    f"{name}   {people:4} {beside:8} {100 * repeat:5.0f} % |"
                    f"           {first} |         {second}\n"
                )


if __name__ == "__main__":
    main()
