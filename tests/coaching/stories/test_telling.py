"""Telling a story: guarded, previewed, handed in once, not too often, and taken back."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from coaching.conversation import open_question
from coaching.errors import Code
from coaching.learnings import cards
from coaching.own_data.erasure import erase
from coaching.own_data.retention import purge
from coaching.own_data.texts import TextKind, delete_text, own_texts
from coaching.people.own_place import leave
from coaching.practice.prompts import next_prompt
from coaching.rules.calendar import Weekday
from coaching.rules.stories import Reason
from coaching.stories.allowing import decline, desk_of, read
from coaching.stories.telling import QUESTION, Stands, begin, drop, hand_in, preview
from storage.conversation import Position
from storage.stories import Story
from tests.coaching.own_data.test_record import raw
from tests.organisation import Programme
from tests.refusal import refused

TEXT = "He came for the third time and was ashamed. We filled it in together, and he laughed."
OTHER = "She had been sent from one desk to the next. I rang them, and it took five minutes."
THIRD = "A mother did not understand the letter. We read it aloud, and she sat up straight again."


async def kept(programme: Programme) -> list[Story]:
    async with programme.database.read() as session:
        return list((await session.exec(select(Story))).all())


async def test_nobody_tells_before_hr_has_opened_it(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    with refused(Code.STORIES_OFF):
        await begin(programme.database, ana, programme.now)
    with refused(Code.STORIES_OFF):
        await preview(programme.database, ana, TEXT, programme.now)
    await programme.opens_stories()
    assert list(await begin(programme.database, ana, programme.now)) == []
    question = await open_question(programme.database, ana)
    assert question is not None
    assert question.name == QUESTION


async def test_what_was_closed_meanwhile_takes_nothing_in(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    draft = await preview(programme.database, ana, TEXT, programme.now)
    await programme.opens_stories(used=False)
    with refused(Code.STORIES_OFF):
        await hand_in(programme.database, ana, draft.key, programme.now)
    assert await kept(programme) == []


async def test_a_preview_is_kept_for_its_author_alone_until_it_is_handed_in(
    programme: Programme,
) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    await begin(programme.database, ana, programme.now)
    draft = await preview(programme.database, ana, f" {TEXT}\x00\n", programme.now)
    assert (draft.text, draft.language, draft.namings) == (TEXT, "en", ())
    assert await kept(programme) == []
    for _ in range(2):
        await hand_in(programme.database, ana, draft.key, programme.now)
    (story,) = await kept(programme)
    assert (story.text, story.language, story.decided_on) == (TEXT, "en", None)
    assert await open_question(programme.database, ana) is None
    async with programme.database.read() as session:
        assert TEXT not in str((await session.exec(select(Position.data))).all())
    with refused(Code.QUESTION_CLOSED):
        await drop(programme.database, ana, draft.key)


async def test_what_is_dropped_is_forgotten(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    draft = await preview(programme.database, ana, TEXT, programme.now)
    await drop(programme.database, ana, draft.key)
    with refused(Code.QUESTION_CLOSED):
        await hand_in(programme.database, ana, draft.key, programme.now)
    assert await kept(programme) == []


async def test_the_drafts_of_a_story_and_of_a_learning_are_not_taken_for_each_other(
    programme: Programme,
) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    story = await preview(programme.database, ana, TEXT, programme.now)
    with refused(Code.QUESTION_CLOSED):
        await cards.share(programme.database, ana, story.key, programme.now, named=True)
    card = await cards.preview(programme.database, ana, TEXT)
    with refused(Code.QUESTION_CLOSED):
        await hand_in(programme.database, ana, card.key, programme.now)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * 501, Code.TEXT_TOO_LONG),
        ("She was so glad.", Code.TEXT_TOO_SHORT),
        (f"{TEXT} Call me: 040 123 4567", Code.TEXT_PRIVATE),
        (f"{TEXT} She is 131052-308T", Code.TEXT_PRIVATE),
        (f"{TEXT} He has had cancer.", Code.TEXT_PRIVATE),
    ],
)
async def test_what_must_not_be_told_is_refused_and_not_kept(
    programme: Programme, text: str, code: Code
) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    await begin(programme.database, ana, programme.now)
    with refused(code):
        await preview(programme.database, ana, text, programme.now)
    async with programme.database.read() as session:
        assert (await session.exec(select(Position.data))).all() == ["{}"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Carola laughed at him and went away.", "Carola"),
        ("Then Maija Lehtonen thanked us.", "Maija Lehtonen"),
        ("He lives at Mannerheimintie 5.", "Mannerheimintie 5"),
    ],
)
async def test_its_author_is_asked_about_what_may_show_who_somebody_is(
    programme: Programme, words: str, found: str
) -> None:
    ana, _ = await programme.join(await programme.team("Desk"), "Ana", "Carola")
    await programme.opens_stories()
    draft = await preview(programme.database, ana, f"{TEXT} {words}", programme.now, anyway=True)
    assert found in draft.namings


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fi",
            "Hän tuli kolmannen kerran ja häpesi. Täytimme sen yhdessä, ja hän nauroi lopulta.",
        ),
        ("sv", "Han kom för tredje gången och skämdes. Vi fyllde i den tillsammans och han log."),
        (
            "id",
            "Dia datang untuk ketiga kali dan malu. Kami mengisinya bersama, lalu dia tertawa.",
        ),
        ("en", "Tervetuloa Tukholma Jakarta Helsinki Turku Oulu Vaasa Kuopio Lahti."),
    ],
)
async def test_it_goes_to_those_who_read_its_language(
    programme: Programme, language: str, text: str
) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    draft = await preview(programme.database, ana, text, programme.now)
    await programme.tells(ana, text)
    (story,) = await kept(programme)
    assert draft.language == story.language == language


async def test_two_in_four_weeks_are_as_many_as_one_tells(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    drafts = [
        await preview(programme.database, ana, text, programme.now) for text in (TEXT, OTHER)
    ]
    with refused(Code.QUESTION_CLOSED):
        await hand_in(programme.database, ana, drafts[0].key, programme.now)
    await programme.tells(ana, TEXT)
    await programme.tells(ana, OTHER)
    with refused(Code.STORIES_ENOUGH):
        await begin(programme.database, ana, programme.now)
    with refused(Code.STORIES_ENOUGH):
        await preview(programme.database, ana, THIRD, programme.now)
    programme.is_now(4)
    await programme.tells(ana, THIRD)
    assert len(await kept(programme)) == 3


async def test_its_author_sees_how_it_stands_and_takes_it_back_at_any_time(
    programme: Programme,
) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await programme.opens_stories()
    first, second = await programme.tells(ana, TEXT), await programme.tells(ana, OTHER)
    third = await programme.tells(bo, THIRD)
    programme.is_now(1)
    await programme.allows(first)
    await decline(programme.database, programme.hanna, second, Reason.UNCLEAR, programme.now)
    programme.is_now(4)
    stands = {each.id: each for each in await begin(programme.database, ana, programme.now)}
    assert stands[first].stands is Stands.ALLOWED
    assert (stands[second].stands, stands[second].text) == (Stands.DECLINED, None)
    assert stands[second].reason is Reason.UNCLEAR
    assert third not in stands
    assert [text.text for text in await own_texts(programme.database, ana)] == [TEXT]
    with refused(Code.NOT_FOUND):
        await delete_text(programme.database, ana, TextKind.STORY, third, programme.now)
    await delete_text(programme.database, ana, TextKind.STORY, first, programme.now)
    with refused(Code.NOT_FOUND):
        await delete_text(programme.database, ana, TextKind.STORY, first, programme.now)
    assert {story.id for story in await kept(programme)} == {second, third}


@pytest.mark.parametrize("goes", [leave, erase])
async def test_whoever_goes_takes_all_stories_along(programme: Programme, goes: object) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await programme.opens_stories()
    allowed = await programme.tells(ana, TEXT)
    await programme.tells(ana, OTHER)
    stays = await programme.tells(bo, THIRD)
    programme.is_now(1)
    await programme.allows(allowed)
    await programme.practises(bo, bo, bo, bo)
    programme.is_now(1, Weekday.TUE)
    offer = await next_prompt(programme.database, bo, programme.now)
    assert offer.story == TEXT
    await goes(programme.database, ana, programme.now)  # type: ignore[operator]
    assert [story.id for story in await kept(programme)] == [stays]
    await programme.database.forget()
    if programme.database.is_sqlite:
        content = raw(Path(programme.database.url.database or ""))
        assert TEXT.encode() not in content
        assert OTHER.encode() not in content


async def test_stories_go_in_their_time(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await programme.opens_stories()
    allowed, declined = await programme.tells(ana, TEXT), await programme.tells(ana, OTHER)
    waits = await programme.tells(bo, THIRD)
    programme.is_now(1)
    begun = programme.now
    await programme.allows(allowed)
    await decline(programme.database, programme.hanna, declined, Reason.UNKIND, programme.now)
    everything = {allowed, declined, waits}
    for days, left in ((90, everything), (91, {allowed}), (365, {allowed}), (366, set())):
        await purge(programme.database, begun + timedelta(days=days))
        assert {story.id for story in await kept(programme)} == left, days


async def test_nothing_in_a_row_tells_when_a_story_came(programme: Programme) -> None:
    """The keys are random, and all of a week bear the same day."""
    people = await programme.join(await programme.team("Desk"), *(f"P{n}" for n in range(7)))
    await programme.opens_stories()
    for n, (day, who) in enumerate(zip(Weekday, people, strict=True)):
        programme.is_now(0, day, f"{9 + n}:00" if n else "09:00")
        await programme.tells(who, f"{TEXT} It was number {n} of them.")
    found = await kept(programme)
    assert len({story.shown_from for story in found}) == 1
    assert max(story.id for story in found) > 1000, "not counted from 1"
    assert (await desk_of(programme.database, programme.hanna, programme.now)).waiting == 0
    programme.is_now(1)
    assert (await desk_of(programme.database, programme.hanna, programme.now)).waiting == 7
    seen = await read(programme.database, programme.hanna, 0, programme.now, allowed=False)
    assert seen is not None
    assert not any(who.first_name in str(seen) for who in people)
