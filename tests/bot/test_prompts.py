"""Prompts in the chat: answered by a button or a sentence, turned around, refused."""

import pytest

from bot.callbacks import AnswerPrompt, Face, TurnPrompt
from bot.i18n import Translator
from coaching import identity
from coaching.practising import Offer
from coaching.rules.calendar import Weekday
from coaching.rules.library import Outcome, PromptFormat, outcomes_for
from storage import practice
from storage.practice import Practice
from tests.bot.dialogue import Office, Someone

EN = Translator("en")
ANSWERS = [
    (form, outcome)
    for form in PromptFormat
    for outcome in outcomes_for(form)
    if outcome not in (Outcome.HEARD, Outcome.NOT_RELEVANT)
]


async def rows(office: Office, person: Someone) -> list[Practice]:
    """Return what the database holds of the person's prompts."""
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    async with office.programme.database.read() as session:
        return list(await practice.history(session, viewer.person_id))


async def gets(office: Office, person: Someone, *formats: PromptFormat) -> Offer:
    """Bring a prompt of one of these formats onto the person's screen."""
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    offer = await office.programme.offered(viewer, *formats)
    await person.says("/prompt")
    assert offer.prompt.texts["en"].text in person.screen
    return offer


def label(outcome: Outcome) -> str:
    """Return what stands on the outcome's button."""
    return EN.plain(f"outcome.{outcome}")


@pytest.mark.parametrize(("form", "outcome"), ANSWERS)
async def test_each_answer_is_kept_and_shown(
    office: Office, ana: Someone, form: PromptFormat, outcome: Outcome
) -> None:
    await gets(office, ana, form)
    before = len(ana.messages)
    if form is PromptFormat.RECALL:
        await ana.presses("Show the card")
        assert "The card:" in ana.screen
    await ana.presses(label(outcome))
    assert ana.toast == "Noted"
    assert len(ana.messages) == before, "answered in place"
    assert (await rows(office, ana))[-1].outcome == outcome
    if outcome is Outcome.NOT_YET:
        assert "The buttons stay here" in ana.screen
        assert label(Outcome.NOT_YET) in ana.buttons
    else:
        assert f"Noted: {label(outcome)}" in ana.screen
        assert ana.buttons == ["Change the answer"]


async def test_a_customers_answer_is_chosen_not_typed(office: Office, ana: Someone) -> None:
    offer = await gets(office, ana, PromptFormat.ASK)
    choices = offer.prompt.texts["en"].choices or {}
    await ana.says("Anna Virtanen said it was fine")
    assert "Please choose what comes closest" in ana.said[-2]
    assert set(choices.values()) <= set(ana.buttons), "the choices follow at once"
    assert (await rows(office, ana))[-1].text is None
    code, words = next(iter(choices.items()))
    await ana.presses(words)
    assert f"Noted: {words}" in ana.screen
    assert (await rows(office, ana))[-1].choice == code


@pytest.mark.parametrize("form", [PromptFormat.DEBRIEF, PromptFormat.TRY])
async def test_a_sentence_answers_it(office: Office, ana: Someone, form: PromptFormat) -> None:
    await gets(office, ana, form)
    await ana.says("I asked first & it was <b>calm</b>.")
    assert "I kept your sentence" in ana.screen
    kept = (await rows(office, ana))[-1]
    assert (kept.outcome, kept.text) == ("done", "I asked first & it was <b>calm</b>.")
    await ana.says("And another one.")
    assert "I did not find an open question" in ana.screen


async def test_a_sentence_remembered_shows_the_card(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.RECALL)
    await ana.says("First listen, then ask.")
    assert "The card:" in ana.screen
    assert (await rows(office, ana))[-1].text == "First listen, then ask."
    await ana.presses("Partly")
    assert "Noted: Partly" in ana.screen
    assert "The card:" in ana.screen, "the card is what there is to learn"


@pytest.mark.parametrize("first", ["Done", "Did not fit"])
async def test_a_sentence_is_welcome_after_the_button_too(
    office: Office, ana: Someone, first: str
) -> None:
    await gets(office, ana, PromptFormat.TRY)
    await ana.presses(first)
    await ana.says("The customer noticed the difference.")
    assert "I kept your sentence" in ana.screen
    kept = (await rows(office, ana))[-1]
    assert EN.plain(f"outcome.{kept.outcome}") == first, "the sentence changes no answer"
    assert kept.text == "The customer noticed the difference."


@pytest.mark.parametrize(("length", "told"), [(501, "501"), (4096, "4096")])
async def test_a_text_too_long_says_how_long_it_may_be(
    office: Office, ana: Someone, length: int, told: str
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("a" * length)
    assert f"That is {told} characters long, and I can keep 500." in ana.screen
    assert (await rows(office, ana))[-1].text is None
    await ana.says("a" * 500)
    assert "I kept your sentence" in ana.screen


async def test_a_text_that_comes_in_two_pieces_keeps_no_piece_by_mistake(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("a" * 5000)
    assert all("904" in t or "4096" in t for t in ana.said[-2:])
    assert (await rows(office, ana))[-1].text is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She was 131052-308T.", "a personal identity code"),
        ("Write to anna@example.com please", "an e-mail address"),
        ("Call 040 123 4567", "a long number and a phone number"),
        ("Case 1234567 went well", "a long number"),
    ],
)
async def test_personal_data_is_refused_by_name_and_not_kept(
    office: Office, ana: Someone, text: str, found: str
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says(text)
    assert ana.screen.startswith("I did not keep that")
    assert found in ana.screen
    assert text not in ana.screen
    kept = (await rows(office, ana))[-1]
    assert (kept.text, kept.outcome) == (None, None)
    await ana.says("It went well.")
    assert "I kept your sentence" in ana.screen, "the question stays open"


async def test_an_answer_can_be_changed(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.TRY)
    await ana.presses("Done")
    await ana.presses("Change the answer")
    await ana.presses("Did not fit")
    assert "Noted: Did not fit" in ana.screen
    assert (await rows(office, ana))[-1].outcome == "did_not_fit"


async def test_not_for_me_brings_another_and_never_this_one(office: Office, ana: Someone) -> None:
    offer = await gets(office, ana, PromptFormat.DEBRIEF, PromptFormat.TRY)
    await ana.presses("Not for me")
    assert "I will not bring you this prompt again" in ana.screen
    assert ana.buttons == []
    await ana.says("/prompt")
    assert offer.prompt.texts["en"].text not in ana.screen


async def test_when_nothing_is_left_it_says_so(office: Office, ana: Someone) -> None:
    await ana.says("/prompt")
    for _ in range(200):
        if not ana.buttons:
            break
        await ana.presses("Not for me")
        await ana.says("/prompt")
    assert "You have been through all prompts" in ana.screen


@pytest.mark.parametrize("form", list(PromptFormat))
async def test_why_this_and_back(office: Office, ana: Someone, form: PromptFormat) -> None:
    offer = await gets(office, ana, form)
    question = ana.screen
    await ana.presses("Why this?")
    assert offer.prompt.texts["en"].why in ana.screen
    await ana.presses("Back")
    assert ana.screen == question


async def test_somebody_elses_prompt_cannot_be_touched(
    office: Office, ana: Someone, desk: int
) -> None:
    offer = await gets(office, ana, PromptFormat.DEBRIEF)
    eve = await office.member("Eve", desk)
    await eve.says("/prompt")
    shown = eve.screen
    for data in (
        AnswerPrompt(offer.practice_id, Outcome.DONE),
        TurnPrompt(offer.practice_id, Face.WHY),
        TurnPrompt(offer.practice_id, Face.AGAIN),
        TurnPrompt(999_999_999, Face.TEXT),
    ):
        await eve.forges(data)
        assert eve.toast == "I did not find that."
        assert eve.screen == shown
    assert (await rows(office, ana))[-1].outcome is None


@pytest.mark.parametrize(
    "tail", ["knew", "heard", "heard:nothing", "done:well", "nonsense", "", "done:a:b"]
)
async def test_an_answer_that_the_prompt_does_not_offer_is_refused(
    office: Office, ana: Someone, tail: str
) -> None:
    offer = await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.forges(f"did:{offer.practice_id}:{tail}" + ("" if ":" in tail else ":"))
    assert ana.toast in ("I did not find that.", "This question is closed.")
    assert (await rows(office, ana))[-1].outcome is None


async def test_an_open_prompt_can_still_be_answered_when_the_next_arrives(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.TRY)
    first = ana.message
    await office.wind(0, Weekday.TUE, "09:30")
    assert ana.message.message_id != first.message_id, "the scheduled one came"
    await ana.presses("Done", on=first)
    assert ana.toast == "Noted"
    kept = await rows(office, ana)
    assert [row.outcome for row in kept[-2:]] == ["done", None]
    await ana.says("/prompt")
    assert ana.screen == ana.said[-2], "the open one stays in front"


async def test_asking_twice_shows_the_open_prompt_again(office: Office, ana: Someone) -> None:
    await ana.says("/prompt")
    await ana.says("/prompt")
    assert ana.said[-1] == ana.said[-2]
    assert len(await rows(office, ana)) == 1


async def test_an_answer_delivered_twice_counts_once(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("It went well.")
    before = await rows(office, ana)
    await office.hears_again()
    assert [r.model_dump() for r in await rows(office, ana)] == [r.model_dump() for r in before]


async def test_a_number_is_no_sentence_for_a_prompt(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("4")
    assert "I did not find an open question" in ana.screen
    assert (await rows(office, ana))[-1].text is None


async def test_every_prompt_fits_a_message_in_every_language(office: Office, desk: int) -> None:
    for language in ("en", "fi", "sv"):
        person = await office.member("Ana", desk, language=language)
        why = Translator(language).plain("why.ask")
        for _ in range(30):
            await person.says("/prompt")
            await person.presses(why)
            shown = (await rows(office, person))[-1]
            await person.forges(AnswerPrompt(shown.id, Outcome.NOT_RELEVANT))
        assert len(await rows(office, person)) == 30
