"""A talk is loaded once: how often each use case asks the database at most."""

import pytest

from coaching.people.identity import Viewer
from coaching.practice import follow_ups, prompts, talks
from coaching.practice.prompts import Offer, offer_of
from coaching.practice.records import practitioner, talk_about
from coaching.rules.access import Role
from coaching.rules.formats import COMPLETES, Outcome, PromptFormat
from coaching.rules.returns import Result
from coaching.rules.scripts import AGREED, THOUGHT
from storage import practice
from tests.organisation import NUMBERS, Programme
from tests.statements import statements


async def ana_of(programme: Programme) -> Viewer:
    return await programme.joins("Ana", await programme.team("Desk"))


async def presses(programme: Programme, who: Viewer, offer: Offer, code: str) -> Offer:
    args = (offer.practice_id, len(offer.notes), code, programme.now)
    return (await talks.answer(programme.database, who, *args)).offer


async def says(programme: Programme, who: Viewer, offer: Offer, text: str) -> Offer:
    args = (programme.database, who, offer.practice_id, text, programme.now, next(NUMBERS))
    return (await talks.answer_typed(*args)).offer


@pytest.mark.parametrize(("role", "most"), [(Role.STAFF, 6), (Role.LEAD, 8)])
async def test_a_prompt_loads_the_history_once(
    programme: Programme, role: Role, most: int
) -> None:
    who = await programme.joins("Ana", await programme.team("Desk"), role)
    for _ in ("a new one", "the open one"):
        with statements() as asked:
            await prompts.next_prompt(programme.database, who, programme.now)
        assert len(asked) <= most
        assert len([each for each in asked if "FROM practice " in each]) == 1


async def test_an_answer_in_the_middle_loads_the_talk_once(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.DEBRIEF)
    with statements() as asked:
        offer = await presses(programme, ana, offer, THOUGHT)
    assert len(asked) <= 5
    with statements() as asked:
        await says(programme, ana, offer, "It was calm.")
    assert len(asked) <= 6
    with statements() as asked:
        await prompts.look_at(programme.database, ana, offer.practice_id)
    assert len(asked) <= 4


@pytest.mark.parametrize(
    ("form", "code", "most"),
    [
        (PromptFormat.TRY, Outcome.DONE, 7),
        (PromptFormat.TRY, Outcome.NOT_YET, 9),
        (PromptFormat.RECALL, Outcome.KNEW, 11),
        (PromptFormat.RECALL, Outcome.NOT_RELEVANT, 6),
    ],
)
async def test_the_press_that_ends_a_talk_loads_it_once(
    programme: Programme, form: PromptFormat, code: Outcome, most: int
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, form)
    with statements() as asked:
        ended = await presses(programme, ana, offer, code)
    assert ended.outcome is code
    assert len(asked) <= most


@pytest.mark.parametrize(
    ("form", "most"),
    [(PromptFormat.PLAN, 12), (PromptFormat.DEBRIEF, 8), (PromptFormat.SHARE, 10)],
)
async def test_the_words_that_end_a_talk_load_it_once(
    programme: Programme, form: PromptFormat, most: int
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, form)
    while offer.step is not None and not offer.asks_to_share:
        with statements() as asked:
            if offer.plan:
                offer = await presses(programme, ana, offer, AGREED)
            else:
                offer = await says(programme, ana, offer, "a bus pass or two")
        assert len(asked) <= most
    assert offer.outcome in COMPLETES or offer.draft is not None


async def test_what_comes_back_is_loaded_once_however_much_it_is(programme: Programme) -> None:
    ana = await ana_of(programme)
    args = (programme.database, ana)
    for form in (PromptFormat.PLAN, PromptFormat.RECALL, PromptFormat.RECALL):
        offer = await programme.offered(ana, form)
        await programme.talks_through(ana, offer, programme.now)
    with statements() as asked:
        waiting = await follow_ups.returns(*args, programme.now)
    assert len(waiting) == 3
    assert len(asked) <= 4
    with statements() as asked:
        await follow_ups.look_back(*args, waiting[0].id)
    assert len(asked) <= 5
    with statements() as asked:
        await follow_ups.answer(*args, waiting[0].id, Result.CAME, programme.now)
    assert len(asked) <= 6
    with statements() as asked:
        about = (waiting[1].id, "2")
        await follow_ups.answer_typed(*args, *about, programme.now, next(NUMBERS))
    assert len(asked) <= 6
    with statements() as asked:
        await follow_ups.stop(*args, waiting[2].id)
    assert len(asked) <= 6


async def test_own_prompts_are_read_only_where_one_may_be_met(programme: Programme) -> None:
    ana = await ana_of(programme)
    with statements() as asked:
        offer = await prompts.next_prompt(programme.database, ana, programme.now)
    assert any("prompt_release" in each for each in asked)
    with statements() as asked:
        await prompts.look_at(programme.database, ana, offer.practice_id)
    assert not any("prompt_release" in each for each in asked)


async def test_looking_writes_nothing_but_the_draft_of_what_waits_to_be_shared(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.SHARE)
    for line in ("one line", "another line", "the last line"):
        with statements() as asked:
            await prompts.look_at(programme.database, ana, offer.practice_id)
        assert all(each.startswith("SELECT") for each in asked)
        offer = await says(programme, ana, offer, line)
    with statements() as asked:
        again = await prompts.look_at(programme.database, ana, offer.practice_id)
    assert again.draft == offer.draft is not None
    assert [each.split()[:3] for each in asked if not each.startswith("SELECT")] == [
        ["INSERT", "INTO", "position"]
    ]
    async with programme.database.read() as session:
        row = await practice.own(session, ana.person_id, offer.practice_id)
        assert row is not None
        talk = await talk_about(session, await practitioner(session, ana), row)
    assert offer_of(talk).draft is None, "it is not kept by asking for the offer"
