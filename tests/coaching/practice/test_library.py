"""Own prompts beside the common ones, and prompts that too many wave away."""

import pytest

from coaching.content import LANGUAGES, Prompt, load_prompts
from coaching.content.faults import Fault
from coaching.content.written import written_in_toml
from coaching.practice import desk
from coaching.practice.library import flagged, prompts_of
from coaching.practice.prompts import look_at, next_prompt
from coaching.practice.talks import answer
from coaching.rules.choosing import FLAG_LEAST
from coaching.rules.formats import Outcome
from coaching.rules.scripts import THOUGHT
from storage import programme as programmes
from storage.practice import Practice, PromptRelease
from tests.coaching.content.test_content_rules import prompt_toml
from tests.organisation import Programme

OWN = prompt_toml("debrief").replace('id = "d1', 'id = "own-d1')


async def add(programme: Programme, toml: str) -> tuple[tuple[Prompt, ...], tuple[Fault, ...]]:
    found = await desk.add(programme.database, programme.id, written_in_toml(toml), programme.now)
    return found.prompts, found.faults


async def test_own_prompts_stand_beside_the_common_ones(programme: Programme) -> None:
    (added,), _ = await add(programme, OWN)
    async with programme.database.read() as session:
        library = await prompts_of(session, programme.id)
    assert len(library) == len(load_prompts()) + 1
    assert library[added.id].texts["fi"].text == "fi text 1. Do it today."
    args = programme.database, programme.id
    assert (await desk.own_prompts(*args)).prompts == (added,)
    assert await desk.remove(*args, added.id, programme.now)
    assert not await desk.remove(*args, added.id, programme.now)
    assert (await desk.own_prompts(*args)).number == 2


async def test_own_prompts_reach_people_and_go_again(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    toml = prompt_toml("try").replace('id = "d1', 'id = "own-d1').replace("level = 2", "level = 1")
    await add(programme, toml)
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
        ("", "there is no prompt"),
    ],
)
async def test_what_hides_or_breaks_something_is_not_added(
    programme: Programme, toml: str, told: str
) -> None:
    _, faults = await add(programme, toml)
    assert any(told in str(fault) for fault in faults)
    assert (await desk.own_prompts(programme.database, programme.id)).number == 0


async def test_two_own_prompts_cannot_say_the_same(programme: Programme) -> None:
    await add(programme, OWN)
    _, faults = await add(programme, OWN.replace("debrief-1", "debrief-2"))
    assert any("used twice" in str(fault) for fault in faults)
    assert (await add(programme, OWN))[1] == ()


async def test_a_text_that_changed_under_its_old_version_is_refused(programme: Programme) -> None:
    await add(programme, OWN)
    other = OWN.replace("en text 1.", "en text 5.")
    assert [fault.code for fault in (await add(programme, other))[1]] == ["version"]
    assert (await add(programme, other.replace("version = 1", "version = 2")))[1] == ()


async def test_own_prompts_of_another_time_that_fit_no_more_are_left_out(
    programme: Programme,
) -> None:
    content = '{"prompts": [{"id": "own-d1-plan-1"}], "older": {}}'
    async with programme.database.write() as session:
        session.add(
            PromptRelease(
                organisation_id=programme.id, number=1, at=programme.now, content=content
            )
        )
        await session.flush()
        assert len(await prompts_of(session, programme.id)) == len(load_prompts())
    own = await desk.own_prompts(programme.database, programme.id)
    assert own.prompts == ()
    assert {fault.entry for fault in own.unserved} == {"own-d1-plan-1"}
    await add(programme, OWN)
    own = await desk.own_prompts(programme.database, programme.id)
    assert [each["id"] for each in own.unread] == ["own-d1-plan-1"], "it can still be mended"


async def test_a_talk_that_has_begun_ends_on_its_version(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    args = programme.database, ana
    await add(programme, OWN)
    async with programme.database.write() as session:
        row = Practice(
            person_id=ana.person_id,
            prompt_id="own-d1-debrief-1",
            prompt_version=1,
            dimension="D1",
            offered_at=programme.now,
        )
        session.add(row)
        await session.flush()
        begun = row.id
    changed = OWN.replace("en one …?", "en new …?").replace("version = 1", "version = 2")
    assert (await add(programme, changed))[1] == ()
    assert (await look_at(*args, begun)).prompt.texts["en"].questions[0] == "en one …?"
    assert (await next_prompt(*args, programme.now)).prompt.version == 1
    await desk.remove(programme.database, programme.id, "own-d1-debrief-1", programme.now)
    answered = await answer(*args, begun, 0, THOUGHT, programme.now)
    assert answered.offer.prompt.texts["en"].questions[0] == "en one …?"
    async with programme.database.read() as session:
        assert "own-d1-debrief-1" not in await prompts_of(session, programme.id)


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
    _, faults = await add(programme, without("sv"))
    assert [str(fault) for fault in faults] == ["own-d1-debrief-1: texts: sv is missing"]
    await speaks(programme, "en", "fi")
    (added,), _ = await add(programme, without("sv"))
    assert set(added.texts) == set(LANGUAGES) - {"sv"}
    assert (await desk.own_prompts(programme.database, programme.id)).unserved == ()


async def test_own_prompts_that_lack_a_language_serve_the_others_and_it_is_said(
    programme: Programme,
) -> None:
    await speaks(programme, "en", "fi")
    await add(programme, without("sv"))
    await speaks(programme, "en", "fi", "sv")
    ours = await desk.own_prompts(programme.database, programme.id)
    assert len(ours.prompts) == 1
    assert ["sv is missing" in str(fault) for fault in ours.unserved] == [True]
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
