from dataclasses import asdict

import pytest
from sqlmodel import select

from coaching.conversation import open_question
from coaching.errors import Code
from coaching.learnings.cards import (
    QUESTION,
    LearningCard,
    begin,
    browse,
    drop,
    preview,
    share,
    tried,
    withdraw,
)
from coaching.people.identity import Viewer
from storage import conversation
from storage.conversation import Position
from storage.learnings import Learning, Trial
from tests.organisation import Programme, founded
from tests.refusal import refused

TEXT = "I asked twice what they meant. 🌱"
ASIDE = "Writing it down calmed us both."
FAMILY = "A family emoji 👩‍👧 stays\nin one piece."


async def cards(programme: Programme, viewer: Viewer) -> list[LearningCard]:
    """Return every card as the viewer sees it."""
    found: list[LearningCard] = []
    while card := await browse(programme.database, viewer, len(found), programme.now):
        found.append(card)
    return found


async def marks(programme: Programme) -> list[tuple[int, int, int | None]]:
    async with programme.database.read() as session:
        rows = (await session.exec(select(Trial))).all()
    return sorted((row.learning_id, row.team_id, row.week) for row in rows)


async def test_what_is_typed_is_previewed_and_shown_to_nobody(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await begin(programme.database, ana)
    question = await open_question(programme.database, ana)
    assert question is not None
    assert question.name == QUESTION
    draft = await preview(programme.database, ana, f"  {TEXT}\n")
    assert (draft.text, draft.first_name, draft.team_name) == (TEXT, "Ana", "Desk")
    assert await cards(programme, ana) == await cards(programme, bo) == []


@pytest.mark.parametrize("text", [TEXT, FAMILY, "ä" * 10, '"' * 500, "\\" * 500, "🌱" * 500])
async def test_a_text_is_shared_as_it_was_typed(programme: Programme, text: str) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    await programme.shares(ana, text)
    assert [card.text for card in await cards(programme, ana)] == [text]


async def test_what_no_keyboard_types_is_left_out(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    await programme.shares(ana, "I asked\x00 twice\x1b[31m today.")
    assert [card.text for card in await cards(programme, ana)] == ["I asked twice[31m today."]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * 501, Code.TEXT_TOO_LONG),
        ("a" * 9, Code.TEXT_TOO_SHORT),
        ("   \n\n     \n   ", Code.TEXT_TOO_SHORT),
        ("Call me: 040 123 4567", Code.TEXT_PRIVATE),
        ("She is 131052-308T", Code.TEXT_PRIVATE),
        ("ana@example.org wrote", Code.TEXT_PRIVATE),
    ],
)
async def test_a_text_that_cannot_be_shown_is_refused_and_not_kept(
    programme: Programme, text: str, code: Code
) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    await begin(programme.database, ana)
    with refused(code):
        await preview(programme.database, ana, text)
    async with programme.database.read() as session:
        assert (await session.exec(select(Position.data))).all() == ["{}"]
    assert await open_question(programme.database, ana) is not None, "it can be written anew"


async def test_sharing_twice_shares_once_and_leaves_no_draft(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    await begin(programme.database, ana)
    draft = await preview(programme.database, ana, TEXT)
    for named in (True, False):
        await share(programme.database, ana, draft.key, programme.now, named=named)
    assert [card.first_name for card in await cards(programme, ana)] == ["Ana"]
    assert await open_question(programme.database, ana) is None
    async with programme.database.read() as session:
        assert TEXT not in str((await session.exec(select(Position.data))).all())
    with refused(Code.QUESTION_CLOSED):
        await drop(programme.database, ana, draft.key, programme.now)


async def test_the_button_under_an_old_preview_shares_nothing_else(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    old = await preview(programme.database, ana, TEXT)
    new = await preview(programme.database, ana, ASIDE)
    for key in (old.key, "", "forged"):
        with refused(Code.QUESTION_CLOSED):
            await share(programme.database, ana, key, programme.now, named=True)
        await drop(programme.database, ana, key, programme.now)
    await share(programme.database, ana, new.key, programme.now, named=True)
    assert [card.text for card in await cards(programme, ana)] == [ASIDE]


async def test_what_is_dropped_is_forgotten(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    await begin(programme.database, ana)
    draft = await preview(programme.database, ana, TEXT)
    for _ in range(2):
        await drop(programme.database, ana, draft.key, programme.now)
    async with programme.database.read() as session:
        assert (await session.exec(select(Position))).all() == []
    with refused(Code.QUESTION_CLOSED):
        await share(programme.database, ana, draft.key, programme.now, named=True)
    assert await cards(programme, ana) == []


async def test_a_text_is_shared_once_in_the_organisation(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await programme.shares(ana, TEXT)
    for text in (TEXT, TEXT.upper(), f" {TEXT.replace(' ', '  ')}\n"):
        draft = await preview(programme.database, bo, text)
        with refused(Code.DUPLICATE):
            await share(programme.database, bo, draft.key, programme.now, named=True)
    assert len(await cards(programme, bo)) == 1
    other = await founded(programme.database, name="Another city")
    (ville,) = await other.join(await other.team("Their desk"), "Ville")
    await other.shares(ville, TEXT)
    assert [card.first_name for card in await cards(other, ville)] == ["Ville"]


async def test_hr_neither_shares_nor_reads(programme: Programme) -> None:
    hanna, now = programme.hanna, programme.now
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    card = await programme.shares(ana, TEXT)
    for asked in (
        begin(programme.database, hanna),
        preview(programme.database, hanna, TEXT),
        share(programme.database, hanna, "key", now, named=True),
        drop(programme.database, hanna, "key", programme.now),
        browse(programme.database, hanna, 0, now),
        tried(programme.database, hanna, card, now),
        withdraw(programme.database, hanna, card, now),
    ):
        with refused(Code.NOT_ALLOWED):
            await asked


# Reading and trying


async def test_the_newest_comes_first_and_a_name_only_if_it_was_given(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    (ana,) = await programme.join(desk, "Ana")
    (bo,) = await programme.join(phone, "Bo")
    named = await programme.shares(ana, TEXT)
    unnamed = await programme.shares(ana, ASIDE, named=False)
    assert [asdict(card) for card in await cards(programme, bo)] == [
        {
            "id": unnamed,
            "text": ASIDE,
            "first_name": None,
            "team_name": None,
            "own": False,
            "tried": False,
            "tried_elsewhere": False,
            "thanked": False,
            "language": None,
        },
        {
            "id": named,
            "text": TEXT,
            "first_name": "Ana",
            "team_name": "Desk",
            "own": False,
            "tried": False,
            "tried_elsewhere": False,
            "thanked": False,
            "language": None,
        },
    ]
    assert [card.own for card in await cards(programme, ana)] == [True, True]
    assert await browse(programme.database, bo, 999_999_999, programme.now) is None


async def test_no_act_tells_the_team_of_a_card_without_a_name(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana, ama = await programme.join(desk, "Ana", "Ama")
    (bo,) = await programme.join(phone, "Bo")
    card = await programme.shares(ana, TEXT, named=False)
    for viewer in (ama, bo):  # of the author's team, and of another one
        before = await browse(programme.database, viewer, 0, programme.now)
        await programme.tries(viewer, card)
        after = await browse(programme.database, viewer, 0, programme.now)
        assert before is not None
        assert after is not None
        assert (before.own, before.tried, after.own, after.tried) == (False, False, False, True)
        assert not before.tried_elsewhere, "the mark of the author's own team tells nothing"


async def test_a_mark_is_the_teams_and_others_see_only_that_there_is_one(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    street = await programme.team("Street", unit="Streets")
    (ana,) = await programme.join(desk, "Ana")
    bo, ben = await programme.join(phone, "Bo", "Ben")
    (cleo,) = await programme.join(street, "Cleo")
    card = await programme.shares(ana, TEXT)
    await programme.tries(bo, card)
    programme.is_now(1)
    await programme.tries(ben, card)
    assert await marks(programme) == [(card, phone, 0)]
    seen = {
        viewer.first_name: (shown.tried, shown.tried_elsewhere)
        for viewer in (ana, bo, ben, cleo)
        for shown in await cards(programme, viewer)
    }
    assert seen == {
        "Ana": (False, True),
        "Bo": (True, False),
        "Ben": (True, False),
        "Cleo": (False, True),
    }


async def test_one_does_not_try_ones_own_a_withdrawn_or_a_foreign_card(
    programme: Programme,
) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    own, gone = await programme.shares(ana, TEXT), await programme.shares(bo, ASIDE)
    await withdraw(programme.database, bo, gone, programme.now)
    other = await founded(programme.database, name="Another city")
    (ville,) = await other.join(await other.team("Their desk"), "Ville")
    theirs = await other.shares(ville, TEXT)
    for card in (own, gone, theirs, 10**6, -1):
        with refused(Code.NOT_FOUND):
            await programme.tries(ana, card)
    assert await marks(programme) == []
    assert theirs not in [card.id for card in await cards(programme, ana)]


async def test_only_the_author_withdraws_and_the_text_is_gone(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    card = await programme.shares(ana, TEXT)
    for wanted in (card, 10**6, -1):
        with refused(Code.NOT_FOUND):
            await withdraw(programme.database, bo, wanted, programme.now)
    assert len(await cards(programme, bo)) == 1
    for _ in range(2):
        assert await withdraw(programme.database, ana, card, programme.now) is None
    assert await cards(programme, bo) == await cards(programme, ana) == []
    async with programme.database.read() as session:
        row = (await session.exec(select(Learning))).one()
    assert (row.text, row.digest, row.withdrawn_at) == (None, None, programme.now)
    again = await programme.shares(ana, TEXT, named=False)
    assert [(c.id, c.first_name) for c in await cards(programme, bo)] == [(again, None)]


async def test_a_sharing_leaves_another_open_question_alone(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    draft = await preview(programme.database, ana, TEXT)
    async with programme.database.write() as session:
        await conversation.put(session, ana.person_id, "practice", practice=1)
    await share(programme.database, ana, draft.key, programme.now, named=True)
    question = await open_question(programme.database, ana)
    assert question is not None
    assert question.name == "practice"
