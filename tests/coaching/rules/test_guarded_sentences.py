"""The bounds of the tables that `python -m tests.simulations.text_guard` prints."""

import pytest

from coaching.rules.textguard import Finding
from tests.simulations.text_guard import SETS, languages_of, of_kind, refused, sentences

AT_LEAST = {"mended": 200, "fresh": 200, "developed": 50, "held_out": 60, "last": 60, "newest": 80}
RECALL, PRECISION = 0.95, 0.9
TUNED_ON = ("mended", "fresh", "developed")
EVERY = [(which, language) for which in SETS for language in languages_of(which)]
MENDED_AFTER = [(which, language) for which, language in EVERY if which in TUNED_ON]


@pytest.mark.parametrize(("which", "language"), EVERY)
def test_there_are_sentences_enough_and_none_twice(which: str, language: str) -> None:
    texts = [sentence.text for sentence in sentences(which, language)]
    assert len(texts) >= AT_LEAST[which]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("which", "language"), MENDED_AFTER)
def test_what_may_not_be_kept_is_refused_and_little_else(which: str, language: str) -> None:
    measured = refused(which, language)
    assert measured.recall >= RECALL
    assert measured.precision >= PRECISION


@pytest.mark.parametrize(("which", "language"), EVERY)
def test_every_identity_code_is_found(which: str, language: str) -> None:
    measured = of_kind(which, language, Finding.IDENTITY_CODE)
    assert measured.right > 0
    assert measured.missed == 0
