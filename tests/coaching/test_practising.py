from datetime import timedelta

from sqlmodel import select

from coaching import practising
from coaching.content import load_prompts
from coaching.conversation import open_question
from coaching.errors import Code
from coaching.identity import Viewer
from coaching.practising import answer, answer_in_words, look_at, next_prompt
from coaching.rules.access import Role
from coaching.rules.library import COMPLETES, Outcome, PromptFormat, outcomes_for
from storage.practice import Practice
from tests.organisation import Programme
from tests.refusal import refused


async def ana_of(programme: Programme) -> Viewer:
    return await programme.joins("Ana", await programme.team("Desk"))


async def kept(programme: Programme) -> list[Practice]:
    async with programme.database.read() as session:
        return list((await session.exec(select(Practice).order_by(Practice.id))).all())  # type: ignore[arg-type]


async def test_an_unanswered_prompt_comes_again_and_not_another_one(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await next_prompt(programme.database, ana, programme.now)
    later = await next_prompt(programme.database, ana, programme.now + timedelta(days=1))
    assert offer == later
    assert offer.is_open


async def test_every_answer_that_a_prompt_offers_can_be_given(programme: Programme) -> None:
    team = await programme.team("Desk")
    for prompt_format in PromptFormat:
        ana = await programme.joins("Ana", team)
        for outcome in outcomes_for(prompt_format):
            offer = await programme.offered(ana, prompt_format)
            choices = offer.prompt.texts["en"].choices or {}
            choice = next(iter(choices)) if outcome is Outcome.HEARD else None
            given = await answer(
                programme.database, ana, offer.practice_id, outcome, programme.now, choice
            )
            assert (given.outcome, given.choice) == (outcome, choice)
            assert given.is_open is (outcome is Outcome.NOT_YET)
            row = next(r for r in await kept(programme) if r.id == offer.practice_id)
            assert (row.completed_at == programme.now) is (outcome in COMPLETES)
            if given.is_open:
                refusal = Outcome.NOT_RELEVANT
                await answer(programme.database, ana, offer.practice_id, refusal, programme.now)


async def test_an_answer_can_be_changed_and_counts_from_the_first_time(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    for hours, outcome in enumerate([Outcome.DONE, Outcome.DID_NOT_FIT]):
        now = programme.now + timedelta(hours=hours)
        await answer(programme.database, ana, offer.practice_id, outcome, now)
    (row,) = [r for r in await kept(programme) if r.id == offer.practice_id]
    assert (row.outcome, row.completed_at) == (Outcome.DID_NOT_FIT, programme.now)
    await answer(programme.database, ana, offer.practice_id, Outcome.NOT_RELEVANT, programme.now)
    (row,) = [r for r in await kept(programme) if r.id == offer.practice_id]
    assert (row.outcome, row.completed_at) == (Outcome.NOT_RELEVANT, programme.now)


async def test_what_is_not_relevant_never_returns_and_at_last_nothing_is_left(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    seen = set()
    for _ in load_prompts():
        offer = await next_prompt(programme.database, ana, programme.now)
        assert offer.prompt.id not in seen
        seen.add(offer.prompt.id)
        await answer(
            programme.database, ana, offer.practice_id, Outcome.NOT_RELEVANT, programme.now
        )
    with refused(Code.NO_PROMPT_LEFT):
        await next_prompt(programme.database, ana, programme.now)


async def test_an_answer_or_choice_that_the_prompt_has_not_is_refused(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    for outcome, choice in (
        (Outcome.KNEW, None),
        (Outcome.HEARD, None),
        (Outcome.HEARD, "suits"),
        (Outcome.HEARD, "__class__"),
    ):
        with refused(Code.NOT_FOUND):
            await answer(
                programme.database, ana, offer.practice_id, outcome, programme.now, choice
            )
    asking = await programme.offered(ana, PromptFormat.ASK)
    for outcome, choice in (
        (Outcome.HEARD, "forged"),
        (Outcome.HEARD, None),
        (Outcome.NOT_YET, next(iter(asking.prompt.texts["en"].choices or ()))),
    ):
        with refused(Code.NOT_FOUND):
            await answer(
                programme.database, ana, asking.practice_id, outcome, programme.now, choice
            )
    assert (await look_at(programme.database, ana, asking.practice_id)).outcome is None


async def test_a_sentence_completes_a_try_and_is_kept(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    question = await open_question(programme.database, ana)
    assert question is not None
    assert (question.name, question.data) == (
        practising.QUESTION,
        {"practice": offer.practice_id},
    )
    sentence = "Kysyin ensin, mitä hän tarvitsee. 🌱" + "å" * 465
    assert len(sentence) == practising.TEXT_LIMIT
    given = await answer_in_words(
        programme.database, ana, offer.practice_id, sentence, programme.now
    )
    assert (given.outcome, given.has_text) == (Outcome.DONE, True)
    assert (await kept(programme))[-1].text == sentence
    assert await open_question(programme.database, ana) is None


async def test_a_recall_answered_in_words_still_waits_for_its_button(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.RECALL)
    given = await answer_in_words(
        programme.database, ana, offer.practice_id, "I think so", programme.now
    )
    assert (given.outcome, given.has_text, given.is_open) == (None, True, True)
    known = await answer(programme.database, ana, offer.practice_id, Outcome.KNEW, programme.now)
    assert (known.outcome, known.has_text) == (Outcome.KNEW, True)


async def test_what_a_customer_said_is_not_kept_in_words(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.ASK)
    given = await answer_in_words(
        programme.database, ana, offer.practice_id, "She was content", programme.now
    )
    assert (given.is_open, given.has_text) == (True, False)
    assert (await kept(programme))[-1].text is None


async def test_a_text_that_is_too_long_or_private_is_refused_and_not_kept(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    for text, code in (
        ("a" * 501, Code.TEXT_TOO_LONG),
        ("Call me: 040 123 4567", Code.TEXT_PRIVATE),
        ("She is 131052-308T", Code.TEXT_PRIVATE),
        ("ana@example.org wrote", Code.TEXT_PRIVATE),
    ):
        with refused(code):
            await answer_in_words(programme.database, ana, offer.practice_id, text, programme.now)
    row = (await kept(programme))[-1]
    assert (row.text, row.outcome, row.completed_at) == (None, None, None)
    assert await open_question(programme.database, ana) is not None


async def test_somebody_elses_practice_does_not_exist(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    offer = await programme.offered(ana, PromptFormat.TRY)
    for wanted in (offer.practice_id, 10**6, -1):
        with refused(Code.NOT_FOUND):
            await look_at(programme.database, bo, wanted)
        with refused(Code.NOT_FOUND):
            await answer(programme.database, bo, wanted, Outcome.DONE, programme.now)
        with refused(Code.NOT_FOUND):
            await answer_in_words(programme.database, bo, wanted, "Mine now", programme.now)
    assert (await look_at(programme.database, ana, offer.practice_id)).is_open


async def test_an_old_button_leaves_the_question_of_the_prompt_in_front_open(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    old = await programme.offered(ana, PromptFormat.TRY)
    await answer(programme.database, ana, old.practice_id, Outcome.DONE, programme.now)
    new = await next_prompt(programme.database, ana, programme.now)
    await answer(programme.database, ana, old.practice_id, Outcome.DID_NOT_FIT, programme.now)
    question = await open_question(programme.database, ana)
    assert question is not None
    assert question.data == {"practice": new.practice_id}


async def test_a_prompt_that_left_the_library_is_closed(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await next_prompt(programme.database, ana, programme.now)
    async with programme.database.write() as session:
        (await session.get_one(Practice, offer.practice_id)).prompt_id = "d1-try-99"
    with refused(Code.QUESTION_CLOSED):
        await answer(programme.database, ana, offer.practice_id, Outcome.DONE, programme.now)
    again = await next_prompt(programme.database, ana, programme.now)
    assert again.practice_id != offer.practice_id


async def test_leads_practise_and_hr_does_not(programme: Programme) -> None:
    leo = await programme.joins("Leo", await programme.team("Desk"), Role.LEAD)
    assert (await next_prompt(programme.database, leo, programme.now)).is_open
    with refused(Code.NOT_ALLOWED):
        await next_prompt(programme.database, programme.hanna, programme.now)
