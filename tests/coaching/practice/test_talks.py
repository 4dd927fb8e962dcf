"""Talks about prompts: every format, step by step, on time, late, twice, wrong, by others."""

from datetime import timedelta

import pytest
from sqlmodel import select

from coaching.content import LANGUAGES, load_prompts, spoken
from coaching.conversation import open_question
from coaching.errors import Code
from coaching.people.identity import Viewer
from coaching.practice.prompts import LAPSES_AFTER, Offer, look_at, next_prompt, open_card
from coaching.practice.records import QUESTION, Taken
from coaching.practice.talks import (
    Answered,
    answer,
    answer_typed,
    begin_again,
    limit_of,
    take_up,
)
from coaching.rules.access import Role
from coaching.rules.formats import COMPLETES, WAYS_OUT, WRITTEN, Outcome, PromptFormat
from coaching.rules.scripts import AGREED, ANEW, ENOUGH, KNOWN, SCRIPTS, THOUGHT, Asks, codes
from storage.practice import Practice, PracticeNote
from tests.organisation import NUMBERS, Programme
from tests.refusal import refused


async def ana_of(programme: Programme) -> Viewer:
    return await programme.joins("Ana", await programme.team("Desk"))


async def kept(programme: Programme) -> list[Practice]:
    async with programme.database.read() as session:
        return list((await session.exec(select(Practice).order_by(Practice.id))).all())  # type: ignore[arg-type]


async def texts(programme: Programme) -> list[str]:
    async with programme.database.read() as session:
        return [note.text for note in await session.exec(select(PracticeNote)) if note.text]


async def says(programme: Programme, who: Viewer, offer: Offer, text: str) -> Offer:
    args = (offer.practice_id, text, programme.now, next(NUMBERS))
    return (await answer_typed(programme.database, who, *args)).offer


async def presses(programme: Programme, who: Viewer, offer: Offer, code: str) -> Offer:
    args = (offer.practice_id, len(offer.notes), code, programme.now)
    return (await answer(programme.database, who, *args)).offer


async def test_an_unanswered_prompt_comes_again_and_not_another_one(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await next_prompt(programme.database, ana, programme.now)
    later = await next_prompt(programme.database, ana, programme.now + timedelta(days=1))
    assert offer == later
    assert offer.is_open


async def test_after_four_weeks_it_is_closed_politely_and_another_comes(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await next_prompt(programme.database, ana, programme.now)
    programme.now += LAPSES_AFTER + timedelta(minutes=1)
    with refused(Code.PROMPT_LAPSED):
        await presses(programme, ana, offer, Outcome.NOT_RELEVANT)
    with refused(Code.PROMPT_LAPSED):
        await says(programme, ana, offer, "late words")
    other = await next_prompt(programme.database, ana, programme.now)
    assert other.practice_id != offer.practice_id


@pytest.mark.parametrize("form", WRITTEN)
async def test_every_format_can_be_talked_through_to_its_end(
    programme: Programme, form: PromptFormat
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, form)
    ended = await programme.talks_through(ana, offer, programme.now)
    assert ended.outcome in COMPLETES
    assert ended.step is None
    row = (await kept(programme))[-1]
    assert row.completed_at == programme.now
    assert await open_question(programme.database, ana) is None or form is PromptFormat.TRY


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize("form", WRITTEN)
async def test_every_format_can_be_left_at_every_step(
    programme: Programme, form: PromptFormat, way: Outcome
) -> None:
    ana = await ana_of(programme)
    for steps in range(min(len(SCRIPTS[form]), 2)):
        offer = await programme.offered(ana, form)
        for _ in range(steps):
            offer = await one_step(programme, ana, offer)
        if not offer.is_open:
            continue
        left = await presses(programme, ana, offer, way)
        assert (left.outcome, left.notes) == (way, ())
        assert (await kept(programme))[-1].completed_at is None
    assert await texts(programme) == [], "own words go with it"


async def one_step(programme: Programme, who: Viewer, offer: Offer) -> Offer:
    """Answer the step that waits."""
    options = codes(offer.step, offer.choices) if offer.step else ()
    if options:
        return await presses(programme, who, offer, options[0])
    return await says(programme, who, offer, f"words {len(offer.notes)}")


async def typed(programme: Programme, who: Viewer, offer: Offer, text: str) -> Answered:
    args = (offer.practice_id, text, programme.now, next(NUMBERS), LABELS)
    return await answer_typed(programme.database, who, *args)


LABELS = {
    "known": "I know",
    "guessed": "I guess",
    "agreed": "Yes, that is my plan",
    "anew": "Write it anew",
    "done": "Done",
    "too_much": "Too much now",
}
PLAN = "If the form is long, I say what it is for"


async def test_a_plan_is_one_sentence_that_is_shown_before_it_is_kept(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.PLAN)
    with refused(Code.NOT_FOUND):
        await presses(programme, ana, offer, THOUGHT)
    for polite in ("ok", "Thanks!", "kiitos paljon"):
        given = await typed(programme, ana, offer, polite)
        assert (given.taken, given.offer.notes) == (Taken.NO_PLAN, ())
    shown = await says(programme, ana, offer, PLAN)
    assert (shown.plan, shown.outcome, shown.turn_on) == (PLAN, None, None)
    assert shown.step is not None
    assert shown.step.asks is Asks.AGREED
    kept_plan = await presses(programme, ana, shown, AGREED)
    assert kept_plan.outcome is Outcome.DONE
    assert await texts(programme) == [PLAN]
    assert kept_plan.turn_on is not None, "it comes back"


async def test_a_plan_can_be_written_anew_or_over_before_it_is_kept(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.PLAN)
    shown = await says(programme, ana, offer, PLAN)
    anew = await presses(programme, ana, shown, ANEW)
    assert (anew.notes, anew.outcome) == ((), None)
    assert await texts(programme) == []
    await says(programme, ana, anew, PLAN)
    over = await says(programme, ana, anew, "If the form is short, I wait")
    assert over.plan == "If the form is short, I wait"
    assert (await typed(programme, ana, over, "thanks a lot")).taken is Taken.NO_PLAN
    agreed = await typed(programme, ana, over, "Yes")
    assert agreed.offer.outcome is Outcome.DONE
    assert await texts(programme) == ["If the form is short, I wait"]
    late = await answer(programme.database, ana, offer.practice_id, 1, ANEW, programme.now)
    assert late.taken is Taken.TOO_LATE
    assert late.offer == agreed.offer


async def test_a_customers_answer_counts_at_once_and_may_lead_to_a_plan(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.ASK)
    heard = await presses(programme, ana, offer, offer.choices[0])
    assert heard.outcome is Outcome.HEARD
    assert (await kept(programme))[-1].completed_at == programme.now
    assert (await typed(programme, ana, heard, "thanks a lot")).taken is Taken.NO_PLAN
    shown = await says(programme, ana, heard, PLAN)
    assert shown.turn_on is None
    agreed = await presses(programme, ana, shown, AGREED)
    assert (agreed.outcome, agreed.plan) == (Outcome.HEARD, PLAN)
    assert agreed.turn_on == programme.now.date() + timedelta(days=2)
    other = await programme.offered(ana, PromptFormat.ASK)
    heard = await presses(programme, ana, other, other.choices[0])
    ended = await presses(programme, ana, heard, ENOUGH)
    assert (ended.step, ended.turn_on, ended.plan) == (None, None, None)
    assert await open_question(programme.database, ana) is None


async def test_a_customers_answer_can_be_corrected_until_a_plan_was_made(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.ASK)
    args = (programme.database, ana, offer.practice_id, 0)
    for code in (offer.choices[0], offer.choices[1]):
        given = await answer(*args, code, programme.now)
        assert [note.code for note in given.offer.notes] == [code]
    back = await answer(*args, Outcome.NOT_YET, programme.now)
    assert (back.offer.outcome, back.offer.notes) == (Outcome.NOT_YET, ())
    heard = (await answer(*args, offer.choices[0], programme.now)).offer
    shown = await says(programme, ana, heard, PLAN)
    late = await answer(*args, offer.choices[1], programme.now)
    assert (late.taken, late.offer) == (Taken.TOO_LATE, shown)


@pytest.mark.parametrize("word", ["I know", "i guess.", "Too much now"])
async def test_the_words_on_a_button_press_it_when_typed(programme: Programme, word: str) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.VIEW)
    for text in ("they look for the form", "they say papers"):
        offer = (await typed(programme, ana, offer, text)).offer
    given = await typed(programme, ana, offer, word)
    assert given.taken is Taken.ANSWER
    assert given.offer.step is None


async def test_the_words_of_a_choice_press_it_in_every_language(programme: Programme) -> None:
    ana = await ana_of(programme)
    for language in LANGUAGES:
        offer = await programme.offered(ana, PromptFormat.ASK)
        choices = offer.prompt.texts[language].choices or {}
        code, words = list(choices.items())[1]
        given = await typed(programme, ana, offer, spoken(words, language, "customer").upper())
        assert given.offer.notes[0].code == code


async def test_what_was_not_tried_is_not_noted_as_done(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    given = await typed(programme, ana, offer, "En ehtinyt, jono oli pitkä")
    assert (given.offer.outcome, given.offer.notes) == (Outcome.NOT_YET, ())
    given = await typed(programme, ana, offer, "It did not work, he got angry")
    assert given.offer.outcome is Outcome.DONE


@pytest.mark.parametrize("nod", ["ok", "Selvä!", "👍"])
@pytest.mark.parametrize("kind", [PromptFormat.TRY, PromptFormat.DEBRIEF])
async def test_a_nod_answers_no_question(
    programme: Programme, kind: PromptFormat, nod: str
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, kind)
    given = await typed(programme, ana, offer, nod)
    assert (given.taken, given.offer.notes) == (Taken.POLITE, ())


async def test_words_under_an_open_card_are_asked_for_as_a_button(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.RECALL)
    assert (await typed(programme, ana, offer, "two of them")).taken is Taken.CARD
    given = await typed(programme, ana, offer, "nearly, I had one")
    assert (given.taken, given.offer.card) == (Taken.NO_WORDS, True)


async def test_a_typed_number_opens_the_card_before_it_answers(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.RECALL)
    opened = await typed(programme, ana, offer, "1")
    assert (opened.taken, opened.offer.card, opened.offer.outcome) == (Taken.CARD, True, None)
    given = await typed(programme, ana, offer, "1")
    assert given.offer.outcome is Outcome.KNEW
    other = await programme.offered(ana, PromptFormat.RECALL)
    assert (await typed(programme, ana, other, "3")).offer.outcome is Outcome.TOO_MUCH
    third = await programme.offered(ana, PromptFormat.RECALL)
    assert (await open_card(programme.database, ana, third.practice_id)).card
    assert (await typed(programme, ana, third, "3")).offer.outcome is Outcome.DID_NOT_KNOW


async def test_a_message_that_comes_twice_answers_one_step(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.DEBRIEF)
    message = next(NUMBERS)
    for _ in range(2):
        shown = await answer_typed(
            programme.database, ana, offer.practice_id, "It went well", programme.now, message
        )
        assert len(shown.offer.notes) == 1
    same_words = await says(programme, ana, offer, "It went well")
    assert len(same_words.notes) == 2, "the same words in another message answer the next step"


async def test_a_view_asks_once_at_its_end_whether_it_is_known(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.VIEW)
    offer = await says(programme, ana, offer, "they look for the form")
    offer = await presses(programme, ana, offer, THOUGHT)
    given = await typed(programme, ana, offer, "hard to tell")
    assert (given.taken, len(given.offer.notes)) == (Taken.NO_WORDS, 2), "it has buttons only"
    offer = await presses(programme, ana, offer, KNOWN)
    assert [note.code for note in offer.notes] == [None, THOUGHT, KNOWN]
    assert offer.outcome is Outcome.DONE


@pytest.mark.parametrize("number", ["0", "7", "10"])
async def test_a_scale_takes_its_number_typed_or_pressed(
    programme: Programme, number: str
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.SCALE)
    args = (programme.database, ana, offer.practice_id)
    nothing = await answer_typed(*args, "11", programme.now, next(NUMBERS))
    assert (nothing.taken, nothing.offer.notes) == (Taken.NO_BUTTON, ())
    given = await answer_typed(*args, number, programme.now, next(NUMBERS))
    assert given.taken is Taken.ANSWER
    assert given.offer.notes[0].code == number


async def test_typed_digits_count_the_buttons_ways_out_included(programme: Programme) -> None:
    ana = await ana_of(programme)
    for number, outcome in (
        ("1", Outcome.DONE),
        ("3", Outcome.DID_NOT_FIT),
        ("4", Outcome.NOT_RELEVANT),
        ("5", Outcome.TOO_MUCH),
    ):
        offer = await programme.offered(ana, PromptFormat.TRY)
        given = await answer_typed(
            programme.database, ana, offer.practice_id, number, programme.now, next(NUMBERS)
        )
        assert given.offer.outcome is outcome


async def test_a_stale_press_changes_nothing(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.DEBRIEF)
    first = await presses(programme, ana, offer, THOUGHT)
    second = await presses(programme, ana, first, THOUGHT)
    assert len(second.notes) == 2
    stale = await answer(programme.database, ana, offer.practice_id, 0, THOUGHT, programme.now)
    now = await look_at(programme.database, ana, offer.practice_id)
    assert (stale.taken, stale.offer) == (Taken.TOO_LATE, now)
    assert len(now.notes) == 2


async def test_the_answer_just_given_can_be_given_anew(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.SCALE)
    await presses(programme, ana, offer, "3")
    again = await answer(programme.database, ana, offer.practice_id, 0, "8", programme.now)
    assert [note.code for note in again.offer.notes] == ["8"]


async def test_an_answer_can_be_changed_and_counts_from_the_first_time(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    for hours, outcome in enumerate([Outcome.DONE, Outcome.DID_NOT_FIT]):
        now = programme.now + timedelta(hours=hours)
        await answer(programme.database, ana, offer.practice_id, 0, outcome, now)
    (row,) = [r for r in await kept(programme) if r.id == offer.practice_id]
    assert (row.outcome, row.completed_at) == (Outcome.DID_NOT_FIT, programme.now)


async def test_begun_again_the_old_answers_stay_until_there_is_a_new_one(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.DEBRIEF)
    await programme.talks_through(ana, offer, programme.now)
    shown = await begin_again(programme.database, ana, offer.practice_id, programme.now)
    assert (shown.is_open, shown.notes) == (True, ())
    assert len((await look_at(programme.database, ana, offer.practice_id)).notes) == 3
    anew = await says(programme, ana, offer, "otherwise")
    assert [note.text for note in anew.notes] == ["otherwise"]
    assert anew.is_open
    (row,) = [r for r in await kept(programme) if r.id == offer.practice_id]
    assert row.completed_at is not None, "a step once completed stays so"


async def test_what_is_not_relevant_never_returns_and_at_last_nothing_is_left(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    seen = set()
    for _ in [prompt for prompt in load_prompts() if len(prompt.roles) > 1]:
        offer = await next_prompt(programme.database, ana, programme.now)
        assert offer.prompt.id not in seen
        seen.add(offer.prompt.id)
        await presses(programme, ana, offer, Outcome.NOT_RELEVANT)
    with refused(Code.NO_PROMPT_LEFT):
        await next_prompt(programme.database, ana, programme.now)


async def test_an_answer_that_the_step_has_not_is_refused(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    for step, code in (
        (0, Outcome.KNEW),
        (0, Outcome.HEARD),
        (0, "suits"),
        (0, "__class__"),
        (1, Outcome.DONE),
        (-1, Outcome.DONE),
    ):
        with refused(Code.NOT_FOUND):
            await answer(programme.database, ana, offer.practice_id, step, code, programme.now)
    asking = await programme.offered(ana, PromptFormat.ASK)
    for code in ("forged", Outcome.HEARD):
        with refused(Code.NOT_FOUND):
            await presses(programme, ana, asking, code)
    assert (await look_at(programme.database, ana, asking.practice_id)).outcome is None


async def test_a_sentence_completes_a_try_and_is_kept(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    question = await open_question(programme.database, ana)
    assert question is not None
    assert question.name == QUESTION
    assert question.data["practice"] == offer.practice_id
    sentence = "Kysyin ensin, mitä hän tarvitsee. 🌱" + "å" * 265
    assert len(sentence) == limit_of(PromptFormat.TRY)
    given = await says(programme, ana, offer, sentence)
    assert given.outcome is Outcome.DONE
    assert await texts(programme) == [sentence]
    assert await open_question(programme.database, ana) is None


async def test_a_sentence_is_welcome_after_the_button_too(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    await presses(programme, ana, offer, Outcome.DID_NOT_FIT)
    given = await says(programme, ana, offer, "There was no moment for it")
    assert (given.outcome, given.notes[0].code) == (Outcome.DID_NOT_FIT, "did_not_fit")
    assert await texts(programme) == ["There was no moment for it"]


@pytest.mark.parametrize("form", [PromptFormat.RECALL, PromptFormat.ASK])
async def test_words_are_not_kept_where_a_button_answers(
    programme: Programme, form: PromptFormat
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, form)
    given = await says(programme, ana, offer, "She was content")
    assert given.is_open
    assert await texts(programme) == []


async def test_a_text_that_is_too_long_or_private_is_refused_and_not_kept(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.TRY)
    for text, code in (
        ("a" * 301, Code.TEXT_TOO_LONG),
        ("Call me: 040 123 4567", Code.TEXT_PRIVATE),
        ("She is 131052-308T", Code.TEXT_PRIVATE),
        ("ana@example.org wrote", Code.TEXT_PRIVATE),
    ):
        with refused(code):
            await says(programme, ana, offer, text)
    row = (await kept(programme))[-1]
    assert (row.outcome, row.completed_at) == (None, None)
    assert await texts(programme) == []
    assert await open_question(programme.database, ana) is not None


async def test_three_lines_become_a_learning_that_is_shared_or_dropped(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.SHARE)
    for line in ("We tried a shorter letter.", "Nobody called back.", "Start with one."):
        offer = await says(programme, ana, offer, line)
    assert offer.draft is not None
    assert offer.draft.text.count("\n") == 2
    assert offer.is_open
    with refused(Code.TEXT_TOO_LONG):
        await says(programme, ana, await programme.offered(ana, PromptFormat.SHARE), "a" * 161)
    again = await look_at(programme.database, ana, offer.practice_id)
    assert again.draft == offer.draft, "it waits for its author's word"


async def test_a_week_with_a_goal_goes_turn_by_turn(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await programme.offered(ana, PromptFormat.GROW)
    offer = await says(programme, ana, offer, "to listen longer")
    assert offer.next_turn_on == programme.now.date() + timedelta(days=2)
    other = await next_prompt(programme.database, ana, programme.now)
    assert other.practice_id != offer.practice_id, "between the turns there is room for others"
    onward = await take_up(programme.database, ana, offer.practice_id, programme.now)
    assert onward.next_turn_on is None
    onward = await says(programme, ana, onward, "I wait for about a second")
    assert len(onward.notes) == 2
    assert onward.next_turn_on is not None


async def test_somebody_elses_practice_does_not_exist(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    offer = await programme.offered(ana, PromptFormat.TRY)
    for wanted in (offer.practice_id, 10**6, -1):
        with refused(Code.NOT_FOUND):
            await look_at(programme.database, bo, wanted)
        with refused(Code.NOT_FOUND):
            await answer(programme.database, bo, wanted, 0, Outcome.DONE, programme.now)
        with refused(Code.NOT_FOUND):
            await answer_typed(programme.database, bo, wanted, "text", programme.now, 1)
        with refused(Code.NOT_FOUND):
            await begin_again(programme.database, bo, wanted, programme.now)
        with refused(Code.NOT_FOUND):
            await take_up(programme.database, bo, wanted, programme.now)
    assert (await kept(programme))[-1].outcome is None


async def test_hr_has_nothing_to_practise(programme: Programme) -> None:
    with refused(Code.NOT_ALLOWED):
        await next_prompt(programme.database, programme.hanna, programme.now)


async def test_leads_practise_too(programme: Programme) -> None:
    lea = await programme.joins("Lea", await programme.team("Desk"), Role.LEAD)
    assert (await next_prompt(programme.database, lea, programme.now)).is_open


async def test_an_old_button_leaves_the_question_of_the_prompt_in_front_open(
    programme: Programme,
) -> None:
    ana = await ana_of(programme)
    old = await programme.offered(ana, PromptFormat.TRY)
    await answer(programme.database, ana, old.practice_id, 0, Outcome.DONE, programme.now)
    new = await next_prompt(programme.database, ana, programme.now)
    await answer(programme.database, ana, old.practice_id, 0, Outcome.NOT_RELEVANT, programme.now)
    question = await open_question(programme.database, ana)
    assert question is not None
    assert question.data["practice"] == new.practice_id


async def test_a_prompt_that_left_the_library_is_closed(programme: Programme) -> None:
    ana = await ana_of(programme)
    offer = await next_prompt(programme.database, ana, programme.now)
    async with programme.database.write() as session:
        (await session.get_one(Practice, offer.practice_id)).prompt_id = "d1-try-99"
    with refused(Code.QUESTION_CLOSED):
        await answer(programme.database, ana, offer.practice_id, 0, Outcome.DONE, programme.now)
    again = await next_prompt(programme.database, ana, programme.now)
    assert again.practice_id != offer.practice_id
