"""`cxcoach content`: the library's own check, and an organisation's own prompts."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot.command_line.conftest import Installation
from tests.coaching.content.test_content_rules import prompt_toml

OWN = prompt_toml("debrief").replace('id = "d1', 'id = "own-d1')


def own_file(place: Installation, toml: str = OWN) -> str:
    (place.folder / "ours.toml").write_text(toml, encoding="utf-8")
    return "ours.toml"


async def test_the_library_is_clean_and_says_what_it_covers(installation: Installation) -> None:
    said = await installation.anew.runs("content", "check")
    assert said.code == 0, said.err
    assert "160 prompts, no fault." in said.out
    for column in ("plan", "debrief", "grow", "words a sentence"):
        assert column in said.out


async def test_own_prompts_are_added_listed_and_removed(live: Installation) -> None:
    file = own_file(live)
    assert (await live.runs("content", "check", file)).code == 0
    added = await live.anew.runs("content", "add", file)
    assert added.out == "ours.toml: 1 prompts are in the library from now on.\n"
    assert "own-d1-debrief-1" in (await live.anew.runs("content", "list")).out
    assert (await live.runs("content", "add", file)).code == 0, "adding again replaces"
    removed = await live.anew.runs("content", "remove", "own-d1-debrief-1")
    assert removed.code == 0
    assert "own-d1-debrief-1" not in (await live.runs("content", "list")).out
    again = await live.runs("content", "remove", "own-d1-debrief-1")
    assert (again.code, "There is no prompt own-d1-debrief-1." in again.err) == (1, True)


async def test_a_file_with_a_mark_at_its_beginning_is_read(live: Installation) -> None:
    (live.folder / "ours.toml").write_text(OWN, encoding="utf-8-sig")
    assert (await live.runs("content", "check", "ours.toml")).code == 0


async def test_what_serves_not_everybody_is_said(live: Installation) -> None:
    await live.runs("content", "add", own_file(live))
    with closing(sqlite3.connect(live.folder / "cxcoach.db")) as connection, connection:
        connection.execute(
            """UPDATE prompt_release SET content = replace(content, '"sv"', '"xx"')"""
        )
    said = (await live.runs("content", "list")).out
    assert "to mend: own-d1-debrief-1, texts.xx: I do not speak the language “xx”" in said
    doctor = (await live.runs("doctor")).out
    assert "I do not speak the language “xx”" in " ".join(doctor.split())


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (
            prompt_toml("debrief"),
            "Line 3, d1-debrief-1, id: The id must be own-d1-debrief- and a number",
        ),
        (OWN.replace("fi text 1. Do it today.", "a" * 401), "has 401 characters, at most 400"),
        (OWN.replace("sv one …?", ""), "question 1, Svenska: This is missing or empty"),
        (OWN.replace("en why 1.", "You failed."), "“you failed” shames"),
        ("nonsense", "cannot be read as TOML"),
    ],
)
async def test_a_file_that_breaks_a_rule_is_refused_in_words(
    live: Installation, toml: str, told: str
) -> None:
    said = await live.runs("content", "add", own_file(live, toml))
    assert said.code == 1
    assert told in said.err
    assert "docs/writing-prompts.md" in said.err
    assert "no prompts of your own" in (await live.runs("content", "list")).out


async def test_tags_are_listed(installation: Installation) -> None:
    assert "questions: " in (await installation.runs("content", "tags")).out


async def test_a_file_that_is_not_there_is_named(installation: Installation) -> None:
    said = await installation.runs("content", "check", "nowhere.toml")
    assert said.code == 1
    assert "nowhere.toml cannot be read" in said.err


async def test_what_is_checked_is_printed_and_ends_with_a_fault(
    installation: Installation,
) -> None:
    file = own_file(installation, OWN.replace("en why 1.", "Your score counts."))
    said = await installation.runs("content", "check", file)
    assert said.code == 1
    assert "own-d1-debrief-1, why, English: “score” shames, gives orders" in said.out
    assert "1 faults." in said.out


def test_the_file_of_the_rules_is_where_the_advice_points() -> None:
    assert (Path(__file__).parents[3] / "docs/writing-prompts.md").exists()
