"""How well the text guard finds what it should, measured on sentences written by hand."""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coaching.rules.textguard import Finding, findings

CORPUS = Path(__file__).parent / "guarded"
# Those after which the rules were mended, and those of somebody who had not seen the rules.
SETS = ("mended", "fresh")
LANGUAGES = ("en", "fi", "sv")
SENTENCES_AT_LEAST = 200
FLOORS = {"mended": 0.85, "fresh": 0.75}
# What has seven digits is a long number too, whether or not its label says so.
ALSO_A_LONG_NUMBER = {Finding.IDENTITY_CODE, Finding.PHONE}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the kinds of detail that a reader finds in it."""

    text: str
    labels: frozenset[Finding]


@dataclass(frozen=True, slots=True)
class Score:
    """How often the guard and the reader agree about one kind of detail in one language."""

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


def sentences(which: str, language: str) -> list[Sentence]:
    """Return a set's sentences of one language."""
    with (CORPUS / which / f"{language}.toml").open("rb") as file:
        rows = tomllib.load(file)["sentences"]
    return [Sentence(row["text"], frozenset(map(Finding, row["finds"]))) for row in rows]


def score(which: str, language: str, kind: Finding) -> Score:
    """Hold what the guard finds against the labels."""
    pairs = [
        (kind in sentence.labels, kind in findings(sentence.text))
        for sentence in sentences(which, language)
        if _counts(sentence, kind)
    ]
    return Score(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


def disagreements(which: str, language: str) -> Iterator[str]:
    """Return each sentence about which the guard and its labels differ, with both views."""
    for sentence in sentences(which, language):
        for kind in Finding:
            labelled, found = kind in sentence.labels, kind in findings(sentence.text)
            if labelled is not found and _counts(sentence, kind):
                yield f"{'missed' if labelled else 'false alarm'} {kind}: {sentence.text}"


def table(which: str) -> str:
    """Return all figures of a set in Markdown."""
    lines = [
        "| language | sentences | finding | there | found | false alarms | precision | recall |",
        "|---|--:|---|--:|--:|--:|--:|--:|",
    ]
    for language in LANGUAGES:
        number = len(sentences(which, language))
        for kind in Finding:
            it = score(which, language, kind)
            lines.append(
                f"| {language} | {number} | {kind} | {it.right + it.missed} | {it.right} "
                f"| {it.false_alarms} | {it.precision:.2f} | {it.recall:.2f} |"
            )
    return "\n".join(lines)


def _counts(sentence: Sentence, kind: Finding) -> bool:
    return kind is not Finding.DIGITS or not sentence.labels & ALSO_A_LONG_NUMBER


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", SETS)
def test_there_are_sentences_enough(which: str, language: str) -> None:
    texts = {sentence.text for sentence in sentences(which, language)}
    assert len(texts) >= SENTENCES_AT_LEAST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Finding)
@pytest.mark.parametrize("which", SETS)
def test_the_guard_agrees_with_a_reader(which: str, language: str, kind: Finding) -> None:
    measured = score(which, language, kind)
    assert measured.right + measured.missed > 0
    assert measured.precision >= FLOORS[which]
    assert measured.recall >= (1.0 if kind is Finding.IDENTITY_CODE else FLOORS[which])


if __name__ == "__main__":
    for each in SETS:
        sys.stdout.write(f"{each}\n\n{table(each)}\n\n")
