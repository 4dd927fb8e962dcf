"""How well the text guard agrees with a reader, on sentences written by hand in each language.

`refused` counts a sentence once: it may be kept, or it may not, whatever was found in it. Run:
`python -m tests.simulations.text_guard`; `--misses` lists each sentence that is judged wrongly.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coaching.rules.concerns import concern_of
from coaching.rules.textguard import findings

CORPUS = Path(__file__).parents[1] / "coaching" / "rules" / "guarded"
SETS = ("mended", "fresh", "developed", "held_out", "last", "newest")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the kinds of detail that a reader finds in it."""

    text: str
    labels: frozenset[str]


def languages_of(which: str) -> tuple[str, ...]:
    """Return in which languages a set has sentences."""
    return tuple(sorted(path.stem for path in (CORPUS / which).glob("*.toml")))


@dataclass(frozen=True, slots=True)
class Score:
    """How often the guard and the reader agree in one language."""

    right: int
    false_alarms: int
    missed: int

    @property
    def precision(self) -> float:
        """Return which share of the alarms was right."""
        alarms = self.right + self.false_alarms
        return self.right / alarms if alarms else 1.0

    @property
    def recall(self) -> float:
        """Return which share of what was there was found."""
        there = self.right + self.missed
        return self.right / there if there else 1.0


@cache
def sentences(which: str, language: str) -> tuple[Sentence, ...]:
    """Return a set's sentences of one language."""
    with (CORPUS / which / f"{language}.toml").open("rb") as file:
        rows = tomllib.load(file)["sentences"]
    return tuple(Sentence(row["text"], frozenset(row["finds"])) for row in rows)


def found(text: str) -> frozenset[str]:
    """Return all that the guard finds in a text, and what it is answered as."""
    concern = concern_of(text)
    return frozenset(findings(text)) | (frozenset([concern]) if concern else frozenset())


def refused(which: str, language: str) -> Score:
    """Count the sentences that may not be kept, and those that are not."""
    pairs = [(bool(each.labels), bool(found(each.text))) for each in sentences(which, language)]
    return _score(pairs)


def of_kind(which: str, language: str, kind: str) -> Score:
    """Count one kind of detail: where a reader finds it, and where the guard does."""
    pairs = [
        (kind in each.labels, kind in found(each.text)) for each in sentences(which, language)
    ]
    return _score(pairs)


def misses(which: str, language: str) -> Iterator[str]:
    """Return each sentence that is kept and should not be, or the other way round."""
    for each in sentences(which, language):
        kinds = found(each.text)
        if bool(each.labels) is not bool(kinds):
            judged = ", ".join(sorted(each.labels or kinds))
            yield f"{'missed' if each.labels else 'false alarm'} ({judged}): {each.text}"


def table(which: str) -> str:
    """Return all figures of a set in Markdown."""
    lines = [
        "| language | sentences | what | there | found | false alarms | precision | recall |",
        "|---|--:|---|--:|--:|--:|--:|--:|",
    ]
    for language in languages_of(which):
        every = sentences(which, language)
        kinds = sorted({kind for each in every for kind in each.labels})
        rows = {"**refused**": refused(which, language)}
        rows |= {f"`{kind}`": of_kind(which, language, kind) for kind in kinds}
        for what, it in rows.items():
            lines.append(
                f"| {language} | {len(every)} | {what} | {it.right + it.missed} | {it.right} "
                f"| {it.false_alarms} | {it.precision:.2f} | {it.recall:.2f} |"
            )
    return "\n".join(lines)


def _score(pairs: list[tuple[bool, bool]]) -> Score:
    return Score(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


def main() -> None:
    """Print the tables, and what was judged wrongly if that is asked for."""
    for which in SETS:
        sys.stdout.write(f"{which}\n\n{table(which)}\n\n")
        if "--misses" in sys.argv[1:]:
            for language in languages_of(which):
                sys.stdout.writelines(f"{language} {miss}\n" for miss in misses(which, language))
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
