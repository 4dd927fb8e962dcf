"""The list of erasures: what was noted is there, whatever happened to the file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.database import erasures

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
ANA, BO = "a" * 64, "b" * 64


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list"


def test_what_is_noted_is_there_for_its_owner_alone(file: Path) -> None:
    assert erasures.noted(file) == frozenset()
    erasures.note(file, [ANA], NOW)
    erasures.note(file, [BO], NOW)
    assert erasures.noted(file) == {ANA, BO}
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "rest", [b"2026-11-30T09:00:00+00:00 bbb", b"\x00\xff", b"noon " + b"b" * 64]
)
def test_a_line_that_was_cut_off_harms_no_other(file: Path, rest: bytes) -> None:
    erasures.note(file, [ANA], NOW)
    with file.open("ab") as handle:
        handle.write(rest)
    erasures.note(file, [BO], NOW)
    assert erasures.noted(file) == {ANA, BO}


def test_the_old_are_forgotten_and_an_empty_list_goes(file: Path) -> None:
    erasures.note(file, [ANA], NOW - timedelta(days=36))
    erasures.note(file, [BO], NOW)
    erasures.drop_older(file, NOW - timedelta(days=35))
    assert erasures.noted(file) == {BO}
    assert file.stat().st_mode & 0o077 == 0
    erasures.drop_older(file, NOW + timedelta(days=1))
    assert list(file.parent.iterdir()) == []
    erasures.drop_older(file, NOW)
