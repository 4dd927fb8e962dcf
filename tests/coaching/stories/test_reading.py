"""A story as a prompt: who gets it when, what it asks, what it earns, and when it is gone."""

from datetime import timedelta
from itertools import pairwise

import pytest
from sqlmodel import select

from coaching.content import LANGUAGES, load_prompts, load_stories
from coaching.content.checks import faults
from coaching.own_data.texts import TextKind, delete_text
from coaching.people.identity import Viewer
from coaching.points.summary import team_points
from coaching.practice.focus import begin_series
from coaching.practice.library import flagged
from coaching.practice.prompts import Offer, look_at, next_prompt
from coaching.practice.records import Taken
from coaching.practice.talks import answer, answer_typed, begin_again
from coaching.rules.calendar import Weekday
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.scripts import THOUGHT
from coaching.rules.stories import Reason
from coaching.stories.allowing import decline
from coaching.stories.telling import Stands
from storage.people import Person
from storage.practice import Practice
from tests.coaching.stories.test_telling import OTHER, TEXT, THIRD
from tests.organisation import NUMBERS, Programme

AT_ONCE = timedelta(minutes=2)


async def comes(programme: Programme, viewer: Viewer) -> Offer:
    """Return the next prompt."""
    return await next_prompt(programme.database, viewer, programme.now)


async def waves_away(programme: Programme, viewer: Viewer, offer: Offer) -> None:
    """Let the next prompt be another one."""
    about = (offer.practice_id, 0, Outcome.NOT_RELEVANT, programme.now)
    await answer(programme.database, viewer, *about)


async def ready(programme: Programme, *names: str) -> list[Viewer]:
    """Let people join who know prompts by now, where stories are told."""
    people = await programme.join(await programme.team("Desk"), *names)
    await programme.practises(*people, *people, *people, *people)
    await programme.opens_stories()
    return people


async def an_allowed_story(programme: Programme, author: Viewer, text: str = TEXT) -> int:
    story = await programme.tells(author, text)
    programme.now += timedelta(days=7)
    await programme.allows(story)
    return story


async def test_an_allowed_story_comes_before_the_usual_choice_and_ends(
    programme: Programme,
) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    await an_allowed_story(programme, ana)
    offer = await comes(programme, bo)
    assert (offer.story, offer.prompt.format) == (TEXT, PromptFormat.STORY)
    assert offer.prompt.dimension is Dimension.EMPATHY
    about = (offer.practice_id, 0, THOUGHT, programme.now)
    answered = await answer(programme.database, bo, *about)
    assert answered.offer.outcome is Outcome.DONE
    assert answered.offer.step is None
    assert answered.offer.story == TEXT, "it stays readable"


async def test_its_question_takes_words_that_are_nobody_elses(programme: Programme) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    await an_allowed_story(programme, ana)
    offer = await comes(programme, bo)
    args = (offer.practice_id, "Somebody covers my desk.", programme.now, next(NUMBERS))
    answered = await answer_typed(programme.database, bo, *args)
    assert answered.offer.outcome is Outcome.DONE
    assert [note.text for note in answered.offer.notes] == ["Somebody covers my desk."]


async def test_authors_never_get_their_own_and_nobody_the_same_twice(
    programme: Programme,
) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    await an_allowed_story(programme, ana)
    assert (await comes(programme, ana)).story is None
    seen = []
    for _ in range(20):
        offer = await comes(programme, bo)
        seen.append(offer.story)
        await waves_away(programme, bo, offer)
        programme.now += timedelta(days=4)
    assert [text for text in seen if text] == [TEXT]


async def test_stories_come_at_most_every_four_weeks(programme: Programme) -> None:
    ana, bo, cleo = await ready(programme, "Ana", "Bo", "Cleo")
    for author, text in ((ana, TEXT), (ana, OTHER), (bo, THIRD)):
        story = await programme.tells(author, text)
        programme.now += timedelta(days=7)
        await programme.allows(story)
    days = []
    for _ in range(30):
        offer = await comes(programme, cleo)
        if offer.story:
            days.append(programme.now)
        await waves_away(programme, cleo, offer)
        programme.now += timedelta(days=3, hours=12)
    assert len(days) == 3
    assert all(b - a >= timedelta(days=27) for a, b in pairwise(days))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_story_comes_only_to_those_who_read_its_language(
    programme: Programme, language: str
) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    await an_allowed_story(programme, ana)
    async with programme.database.write() as session:
        (await session.get_one(Person, bo.person_id)).language = language
    offer = await comes(programme, await programme.again(bo))
    assert (offer.story is not None) == (language == "en")


async def test_newcomers_and_whoever_is_in_a_series_get_the_usual_prompt(
    programme: Programme,
) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    (new,) = await programme.join(await programme.team("Phone"), "New")
    await an_allowed_story(programme, ana)
    await begin_series(programme.database, bo, "listening", programme.now)
    for who in (new, bo):
        assert (await comes(programme, who)).story is None


async def test_none_comes_where_hr_has_closed_them(programme: Programme) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    await an_allowed_story(programme, ana)
    await programme.opens_stories(used=False)
    assert (await comes(programme, bo)).story is None


async def test_a_story_that_waits_or_was_declined_comes_to_nobody(programme: Programme) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    await programme.tells(ana, TEXT)
    declined = await programme.tells(ana, OTHER)
    programme.now += timedelta(days=7)
    hr = (programme.database, programme.hanna)
    await decline(*hr, declined, Reason.UNKIND, programme.now)
    assert (await comes(programme, bo)).story is None


async def test_reading_one_counts_as_practising_like_any_prompt(programme: Programme) -> None:
    """All practise in the first week with other prompts, in the third with a story: the same."""
    desk = await programme.team("Desk")
    people = await programme.join(desk, *(f"P{n}" for n in range(8)))
    await programme.practises(*people, *people, *people, *people)
    other = await programme.joins("Ana", await programme.team("Phone"))
    await programme.opens_stories()
    await an_allowed_story(programme, other)

    async def points_after(week: int) -> int:
        programme.is_now(week)
        await programme.closes_weeks()
        return (await team_points(programme.database, people[0], desk, programme.now)).total

    by_other_prompts = await points_after(1)
    assert by_other_prompts > 0
    assert await points_after(2) == by_other_prompts, "nobody did anything"
    for viewer in people:
        offer = await comes(programme, viewer)
        assert offer.story == TEXT
        await programme.talks_through(viewer, offer, programme.now + AT_ONCE)
    assert await points_after(3) == 2 * by_other_prompts


@pytest.mark.parametrize("how", ["taken back", "taken down"])
async def test_a_story_that_goes_while_somebody_reads_it_leaves_no_question(
    programme: Programme, how: str
) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    story = await an_allowed_story(programme, ana)
    offer = await comes(programme, bo)
    assert offer.story == TEXT
    if how == "taken back":
        await delete_text(programme.database, ana, TextKind.STORY, story, programme.now)
    else:
        hr = (programme.database, programme.hanna)
        await decline(*hr, story, Reason.RECOGNISABLE, programme.now)
    shown = await look_at(programme.database, bo, offer.practice_id)
    assert shown.is_gone
    about = (offer.practice_id, 0, THOUGHT, programme.now)
    pressed = await answer(programme.database, bo, *about)
    assert (pressed.taken, pressed.offer.outcome) == (Taken.TOO_LATE, None)
    args = (offer.practice_id, "too late, I fear", programme.now, next(NUMBERS))
    typed = await answer_typed(programme.database, bo, *args)
    assert (typed.offer.is_gone, typed.offer.notes) == (True, ())
    again = await begin_again(programme.database, bo, offer.practice_id, programme.now)
    assert again.step is None
    following = await next_prompt(programme.database, bo, programme.now)
    assert following.practice_id != offer.practice_id
    assert following.story is None


async def test_what_was_answered_stays_its_readers_own_when_the_story_goes(
    programme: Programme,
) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    story = await an_allowed_story(programme, ana)
    offer = await comes(programme, bo)
    args = (offer.practice_id, "Somebody covers my desk.", programme.now, next(NUMBERS))
    await answer_typed(programme.database, bo, *args)
    await delete_text(programme.database, ana, TextKind.STORY, story, programme.now)
    shown = await begin_again(programme.database, bo, offer.practice_id, programme.now)
    await answer(programme.database, bo, offer.practice_id, 0, THOUGHT, programme.now)
    shown = await look_at(programme.database, bo, offer.practice_id)
    assert (shown.is_gone, shown.outcome) == (True, Outcome.DONE)
    assert [note.text for note in shown.notes] == ["Somebody covers my desk."]
    async with programme.database.read() as session:
        row = await session.get_one(Practice, offer.practice_id)
        assert row.story_id is None


async def test_a_planned_story_that_goes_before_it_is_sent_is_another_prompt(
    programme: Programme,
) -> None:
    ana, bo = await ready(programme, "Ana", "Bo")
    story = await an_allowed_story(programme, ana)
    programme.is_now(2, Weekday.TUE, "09:30")
    sent = {each.addressee.person_id: each.content for each in await programme.deliver()}
    first = sent[bo.person_id]
    assert isinstance(first, Offer)
    assert first.story == TEXT
    async with programme.database.connect(write=True) as connection:  # a crash lost the sending
        await connection.exec_driver_sql(
            f"UPDATE delivery SET state = 'planned', leased_until = NULL, sent_at = NULL"
            f" WHERE person_id = {bo.person_id} AND id = (SELECT delivery_id FROM practice"
            f" WHERE id = {first.practice_id})"
        )
    await delete_text(programme.database, ana, TextKind.STORY, story, programme.now)
    again = {each.addressee.person_id: each.content for each in await programme.deliver()}
    second = again[bo.person_id]
    assert isinstance(second, Offer)
    assert second.story is None
    assert second.prompt.format is not PromptFormat.STORY


async def test_its_author_hears_with_a_prompt_and_once(programme: Programme) -> None:
    ana, _ = await ready(programme, "Ana", "Bo")
    first, second = await programme.tells(ana, TEXT), await programme.tells(ana, OTHER)
    programme.now += timedelta(days=7)
    hr = (programme.database, programme.hanna)
    await programme.allows(first)
    await decline(*hr, second, Reason.UNCLEAR, programme.now)
    offer = await next_prompt(programme.database, ana, programme.now)
    told = {story.id: (story.stands, story.reason) for story in offer.news}
    assert told == {
        first: (Stands.ALLOWED, None),
        second: (Stands.DECLINED, Reason.UNCLEAR),
    }
    assert (await next_prompt(programme.database, ana, programme.now)).news == offer.news
    programme.now += timedelta(days=2)
    await programme.talks_through(ana, offer, programme.now)
    assert (await next_prompt(programme.database, ana, programme.now)).news == ()


async def test_waving_stories_away_flags_no_prompt_for_rewording(programme: Programme) -> None:
    people = await ready(programme, *(f"P{n}" for n in range(21)), "Ana")
    await an_allowed_story(programme, people[-1])
    for viewer in people[:-1]:
        offer = await comes(programme, viewer)
        assert offer.story == TEXT
        await waves_away(programme, viewer, offer)
    async with programme.database.read() as session:
        assert await flagged(session, programme.id) == {}
        rows = (
            await session.exec(select(Practice).where(Practice.prompt_id == "d2-story-1"))
        ).all()
    assert {row.outcome for row in rows} == {"not_relevant"}


def test_each_dimension_has_a_prompt_that_brings_its_stories_and_the_library_has_none() -> None:
    assert {prompt.dimension for prompt in load_stories().values()} == set(Dimension)
    for prompt in load_stories().values():
        assert prompt.format is PromptFormat.STORY
        assert set(prompt.texts) == set(LANGUAGES)
        for texts in prompt.texts.values():
            assert texts.text.endswith(":")
            assert texts.questions[0].endswith("?")
    assert list(faults(list(load_stories().values()))) == []
    assert not any(prompt.format is PromptFormat.STORY for prompt in load_prompts())
