"""What is said beside a figure: how often its bands and its ± hold, summed up over all answers."""

from collections.abc import Callable, Iterator
from functools import partial

from coaching.rules.confidentiality import band_of
from coaching.rules.figures import bands_of, uncertainty
from tests.simulations.answers import (
    FLAT,
    J_SHAPED,
    LENIENT,
    Form,
    Published,
    block,
    form,
)

NUMBERS = {"10+": range(10, 15), "15+": range(15, 25), "25+": range(25, 61, 5)}
Rule = Callable[[Published], bool]
STEP_OF = {"10-19": range(10, 20), "20-39": range(20, 40), "40 and more": range(40, 61)}


def forms() -> dict[str, Form]:
    """Return forms of answers by name: smooth ones, and those that real ratings have."""
    smooth = {
        f"{mean}, {spread}": found
        for mean in (1.8, 2.15, 2.45, 2.75, 3.05, 3.35, 3.55, 3.85, 4.05, 4.25, 4.45)
        for spread in (0.85, 1.3)
        if (found := form(mean, spread)) is not None
    }
    return smooth | {"flat": FLAT, "J-shaped": J_SHAPED, "lenient": LENIENT}


def coverage() -> Iterator[tuple[str, str, float]]:
    """Yield how often a figure ± what stands beside it holds the true mean.

    By form and class of numbers, for the number of the class for which it does so least often.
    """
    for name, of in forms().items():
        for people, numbers in NUMBERS.items():
            holds = partial(_holds, of=of, people=people)
            yield name, people, min(_share(of, range(n, n + 1), holds) for n in numbers)


def main() -> None:
    """Print both tables."""
    print(
        "| form of the answers | spread | 10–14 answers ± 1.0 | 15–24 ± 0.9 | 25 and more ± 0.6 |"
    )
    print("|---|---|---|---|---|")
    found = list(coverage())
    for name, of in forms().items():
        shares = " | ".join(f"{100 * share:.1f} %" for who, _, share in found if who == name)
        print(f"| {name} | {of.spread:.2f} | {shares} |")
    print()
    print("| answers | two bands named | the mean's band named | by the figure alone, before |")
    print("|---|---|---|---|")
    for name, people in STEP_OF.items():
        print(f"| {name} | {' | '.join(f'{100 * each:.1f} %' for each in _bands(people))} |")


def _bands(people: range) -> list[float]:
    """Return how often two bands are named, hold the mean's, and how often one would."""
    rules: tuple[Rule, ...] = (
        lambda f: len(bands_of(f.stretch)) > 1,
        lambda f: band_of(f.mean) in bands_of(f.stretch),
        lambda f: band_of(f.mean) is bands_of(f.stretch)[-1],
    )
    found = forms().values()
    return [sum(_share(of, people, rule) for of in found) / len(found) for rule in rules]


def _holds(figure: Published, of: Form, people: str) -> bool:
    return abs(figure.tenths / 10 - of.mean) <= uncertainty(people) + 1e-9


def _share(of: Form, people: range, rule: Rule) -> float:
    """Return how often a rule holds of what is published, summed up exactly."""
    drawn = block(of, people)
    shares = (now - before for now, before in zip(drawn.at, (0, *drawn.at), strict=False))
    told = sum(share for figure, share in zip(drawn.figures, shares, strict=True) if rule(figure))
    return told / drawn.at[-1]


if __name__ == "__main__":
    main()
