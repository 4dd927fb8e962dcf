"""Every text that somebody wrote can be deleted by them, and by nobody else."""

from pathlib import Path

from sqlmodel import AutoString

from coaching.learnings import cards
from coaching.own_data.texts import TextKind, delete_text, own_texts
from coaching.practice.talks import answer_typed
from coaching.rules.formats import PromptFormat
from storage.own_data import personal_tables
from tests.coaching.own_data.test_record import MARKER, raw
from tests.organisation import NUMBERS, Programme

# Where free text of a person lies, by the table; a draft lies in what is open with them.
DELETED_IN = {
    "practice_note": TextKind.PROMPT,
    "open_answer": TextKind.OPEN,
    "learning": TextKind.CARD,
    "position": TextKind.DRAFT,
    "story": TextKind.STORY,
}
FREE = 200  # characters: shorter columns hold codes and names


def test_a_new_column_for_texts_needs_a_way_to_delete_it() -> None:
    for table in personal_tables():
        long = [
            column.name
            for column in table.columns
            if isinstance(column.type, AutoString) and (column.type.length or FREE) >= FREE
        ]
        assert bool(long) == (table.name in DELETED_IN), (table.name, long)


async def test_each_kind_is_listed_and_goes_down_to_the_bytes(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    plan = await programme.offered(ana, PromptFormat.PLAN)
    for typed in (f"If I see {MARKER}, I wait", "yes"):
        await answer_typed(
            programme.database, ana, plan.practice_id, typed, programme.now, next(NUMBERS)
        )
    await programme.shares(ana, f"{MARKER} asked first and listened.")
    await programme.opens_stories()
    await programme.tells(ana, f"{MARKER} came back to say that it had been worth the wait.")
    await cards.preview(programme.database, ana, f"{MARKER} as a draft, not shared.")
    async with programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql(
            f"INSERT INTO open_answer VALUES ({ana.person_id}, 3, '{MARKER}')"
        )
    found = await own_texts(programme.database, ana)
    assert {text.kind for text in found} == set(DELETED_IN.values())
    assert all(MARKER in text.text for text in found)
    assert await own_texts(programme.database, bo) == []
    for text in found:
        await delete_text(programme.database, ana, text.kind, text.id, programme.now)
    assert await own_texts(programme.database, ana) == []
    if programme.database.is_sqlite:
        assert MARKER.encode() not in raw(Path(programme.database.url.database or ""))


async def test_a_prompt_without_its_text_does_not_come_back(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    plan = await programme.offered(ana, PromptFormat.PLAN)
    await programme.talks_through(ana, plan, programme.now)
    (text,) = await own_texts(programme.database, ana)
    await delete_text(programme.database, ana, text.kind, text.id, programme.now)
    async with programme.database.connect(write=False) as connection:
        rows = await connection.exec_driver_sql("SELECT COUNT(*) FROM follow_up")
        assert rows.scalar_one() == 0
