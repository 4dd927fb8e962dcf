"""Own prompts beside the common ones, and prompts that too many wave away."""

import pytest

from coaching.content import LANGUAGES, ContentError, load_prompts
from coaching.practice.library import add_file, flagged, own_files, prompts_of, remove_file
from coaching.practice.prompts import next_prompt
from coaching.practice.talks import answer
from coaching.rules.choosing import FLAG_LEAST
from coaching.rules.formats import Outcome
from storage import practice
from storage import programme as programmes
from storage.practice import Practice
from tests.coaching.content.test_content_rules import prompt_toml
from tests.organisation import Programme

OWN = prompt_toml("debrief").replace('id = "d1', 'id = "own-d1')


async def test_own_prompts_stand_beside_the_common_ones(programme: Programme) -> None:
    (added,) = await add_file(programme.database, programme.id, "ours.toml", OWN)
    async with programme.database.read() as session:
        library = await prompts_of(session, programme.id)
    assert len(library) == len(load_prompts()) + 1
    assert library[added.id].texts["fi"].text == "fi text 1. Do it today."
    assert list(await own_files(programme.database, programme.id)) == ["ours.toml"]
    assert await remove_file(programme.database, programme.id, "ours.toml")
    assert not await remove_file(programme.database, programme.id, "ours.toml")


async def test_own_prompts_reach_people_and_go_again(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    toml = prompt_toml("try").replace('id = "d1', 'id = "own-d1').replace("level = 2", "level = 1")
    await add_file(programme.database, programme.id, "ours.toml", toml)
    seen = set()
    for_more = [prompt for prompt in load_prompts() if len(prompt.roles) > 1]
    for _ in range(len(for_more) + 1):
        offer = await next_prompt(programme.database, ana, programme.now)
        seen.add(offer.prompt.id)
        await answer(
            programme.database, ana, offer.practice_id, 0, Outcome.NOT_RELEVANT, programme.now
        )
    assert "own-d1-try-1" in seen


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (prompt_toml("debrief"), "begin with own-"),
        (OWN.replace("fi text 1. Do it today.", load_prompts()[0].texts["fi"].text), "used twice"),
        (OWN.replace("en why 1.", "Your score counts."), "counts: score"),
        ("", "prompts: Field required"),
    ],
)
async def test_what_hides_or_breaks_something_is_not_added(
    programme: Programme, toml: str, told: str
) -> None:
    with pytest.raises(ContentError, match=told):
        await add_file(programme.database, programme.id, "ours.toml", toml)
    assert await own_files(programme.database, programme.id) == {}


async def test_two_own_files_cannot_say_the_same(programme: Programme) -> None:
    await add_file(programme.database, programme.id, "ours.toml", OWN)
    with pytest.raises(ContentError, match="used twice"):
        await add_file(programme.database, programme.id, "theirs.toml", OWN)
    await add_file(programme.database, programme.id, "ours.toml", OWN)


async def test_own_prompts_of_another_time_that_fit_no_more_are_left_out(
    programme: Programme,
) -> None:
    async with programme.database.write() as session:
        await practice.put_prompt_file(session, programme.id, "old.toml", "[[prompts]]")
        assert len(await prompts_of(session, programme.id)) == len(load_prompts())


async def speaks(programme: Programme, *languages: str) -> None:
    async with programme.database.write() as session:
        organisation = await programmes.organisation(session, programme.id)
        organisation.languages = ",".join(languages)


def without(language: str) -> str:
    """Return an own prompt that does not speak a language."""
    begins = f"[prompts.texts.{language}]"
    before, _, rest = OWN.partition(begins)
    return before + rest[rest.find("\n[prompts.texts.") + 1 :] * ("[prompts.texts." in rest)


async def test_own_prompts_speak_the_organisations_languages_and_need_no_other(
    programme: Programme,
) -> None:
    with pytest.raises(ContentError, match="sv is missing"):
        await add_file(programme.database, programme.id, "ours.toml", without("sv"))
    await speaks(programme, "en", "fi")
    (added,) = await add_file(programme.database, programme.id, "ours.toml", without("sv"))
    assert set(added.texts) == set(LANGUAGES) - {"sv"}
    (ours,) = (await own_files(programme.database, programme.id)).values()
    assert ours.fault is None


async def test_own_prompts_that_lack_a_language_serve_the_others_and_it_is_said(
    programme: Programme,
) -> None:
    await speaks(programme, "en", "fi")
    await add_file(programme.database, programme.id, "ours.toml", without("sv"))
    await speaks(programme, "en", "fi", "sv")
    (ours,) = (await own_files(programme.database, programme.id)).values()
    assert len(ours.prompts) == 1
    assert ours.fault is not None
    assert "sv is missing" in ours.fault
    async with programme.database.read() as session:
        library = await prompts_of(session, programme.id)
    own = library[ours.prompts[0].id]
    assert own.language_for("fi") == "fi"
    assert own.language_for("sv") in {"en", "fi"}, "a talk that was begun goes on"


async def test_a_prompt_that_many_wave_away_is_flagged_to_hr(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    async with programme.database.write() as session:
        for n in range(FLAG_LEAST):
            for prompt, share in (("d1-try-1", 7), ("d1-try-2", 6)):
                session.add(
                    Practice(
                        person_id=ana.person_id,
                        prompt_id=prompt,
                        prompt_version=1,
                        dimension="D1",
                        offered_at=programme.now,
                        outcome="not_relevant" if n < share else "done",
                    )
                )
    async with programme.database.read() as session:
        assert await flagged(session, programme.id) == {"d1-try-1": (20, 7)}
