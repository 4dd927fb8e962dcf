"""Talks begun before they became shorter: their notes are moved, no word of them is lost."""

import pytest
from alembic.script import ScriptDirectory

from coaching.practice.prompts import look_at
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.scripts import Asks
from storage.migrations import HERE, alembic
from storage.practice import Practice, PracticeNote
from tests.organisation import Programme

Notes = list[tuple[str | None, str | None]]


@pytest.mark.parametrize(
    ("form", "outcome", "before", "since"),
    [
        ("plan", "done", [(None, "If"), (None, "then")], [(None, "If – then"), ("agreed", None)]),
        (
            "view",
            "done",
            [(None, "a"), ("known", None), ("thought", None), ("guessed", None)],
            [(None, "a"), ("thought", None), ("guessed", None)],
        ),
        ("view", None, [(None, "a"), ("known", None), (None, "b")], [(None, "a"), (None, "b")]),
        (
            "scale",
            "done",
            [("7", None), ("thought", None), (None, "b")],
            [("7", None), ("thought", "b")],
        ),
        ("scale", None, [("7", None), (None, "a")], [("7", None), (None, "a")]),
        (
            "grow",
            "done",
            [(None, "a"), (None, "b"), (None, "c"), (None, "d")],
            [(None, "a"), (None, "b c"), (None, "d")],
        ),
    ],
)
async def test_notes_fit_the_talks_of_now(
    programme: Programme, form: str, outcome: str | None, before: Notes, since: Notes
) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    offer = await programme.offered(ana, PromptFormat(form))
    async with programme.database.write() as session:
        row = await session.get_one(Practice, offer.practice_id)
        row.outcome, row.completed_at = outcome, programme.now if outcome else None
        for number, (code, text) in enumerate(before):
            session.add(PracticeNote(practice_id=row.id, number=number, code=code, text=text))
    earlier = ScriptDirectory(str(HERE)).get_revision("0028").down_revision
    async with programme.database.connect(write=True) as connection:
        await connection.run_sync(alembic, "downgrade", revision=earlier)
        await connection.run_sync(alembic, "upgrade", revision="head")
    found = await look_at(programme.database, ana, offer.practice_id)
    assert [(note.code, note.text) for note in found.notes] == since
    if form == "scale":
        assert found.outcome is Outcome.DONE, "it has no further step, so it does not wait"
    elif outcome is None:
        assert found.step is not None
        assert found.step.asks is Asks.BASIS
