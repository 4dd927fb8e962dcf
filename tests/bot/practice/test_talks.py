"""Prompts in the chat: talked through by buttons, digits and sentences, turned around, refused."""

from datetime import timedelta

import pytest

from bot.callbacks.practice import AnswerPrompt, Face, TurnPrompt
from bot.i18n import Translator
from coaching.content import LANGUAGES, load_examples
from coaching.people import identity
from coaching.practice.prompts import Offer
from coaching.rules.calendar import Weekday
from coaching.rules.choosing import RoleProfile
from coaching.rules.formats import WAYS_OUT, WRITTEN, Outcome, PromptFormat
from coaching.rules.scripts import THOUGHT
from storage import practice
from storage.practice import Practice, PracticeNote
from tests.bot.dialogue import Office, Someone, buttons

EN = Translator("en")


async def rows(office: Office, person: Someone) -> list[Practice]:
    """Return what the database holds of the person's prompts."""
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    async with office.programme.database.read() as session:
        return list(await practice.history(session, viewer.person_id))


async def notes(office: Office, person: Someone) -> list[PracticeNote]:
    """Return what was answered to the person's newest prompt."""
    newest = (await rows(office, person))[-1]
    async with office.programme.database.read() as session:
        return list(await practice.notes_of(session, newest.id))


async def gets(office: Office, person: Someone, *formats: PromptFormat) -> Offer:
    """Bring a prompt of one of these formats onto the person's screen."""
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    offer = await office.programme.offered(viewer, *formats)
    await person.says("/prompt")
    assert plain(offer.prompt.texts["en"].text) in person.screen
    return offer


def plain(text: str) -> str:
    """Return a text in the usual word for customer."""
    return text.replace("{", "").replace("}", "")


async def test_a_plan_is_one_free_sentence_with_an_example_and_shown_before_it_is_kept(
    office: Office, ana: Someone
) -> None:
    await ana.says("/focus")
    await ana.presses("Where I work")
    await ana.presses("In the field")
    offer = await gets(office, ana, PromptFormat.PLAN)
    first, second = (plain(half) for half in offer.prompt.texts["en"].questions)
    assert f"{first}, {second}" in ana.screen, "the halves begin it, and nothing is put into them"
    example = load_examples()[offer.prompt.dimension].texts["en"]
    assert example[RoleProfile.FIELD] in ana.screen, "from the person's kind of work"
    for polite, answered in (
        ("ok", "That is not a plan yet."),
        ("Thank you!", "You are welcome!"),
    ):
        await ana.says(polite)
        assert answered in ana.screen
    assert await notes(office, ana) == []
    await ana.says("If somebody stops, I wait for two breaths.")
    assert "<i>" not in ana.screen
    assert "If somebody stops, I wait for two breaths.\n\nIs this your plan?" in ana.screen
    await ana.presses("Write it anew")
    assert first in ana.screen
    await ana.says("If somebody stops, I wait for three breaths.")
    await ana.says("Yes, that is my plan")
    assert "Your plan\nIf somebody stops, I wait for three breaths." in ana.screen
    assert "Say it aloud once. I will ask you on Wednesday 14 January" in ana.screen
    assert ana.buttons == ["Change the answer"]


async def test_a_debrief_goes_through_its_questions_in_words_or_in_thought(
    office: Office, ana: Someone
) -> None:
    offer = await gets(office, ana, PromptFormat.DEBRIEF)
    first, second, third = (plain(q) for q in offer.prompt.texts["en"].questions)
    assert first in ana.screen
    await ana.presses("I thought about it")
    assert ana.toast == "Noted"
    assert second in ana.screen
    await ana.says("A <b>calm</b> moment & a question")
    assert third in ana.screen
    assert "You wrote: “A <b>calm</b> moment & a question”" in ana.screen, "shown as written"
    await ana.says("1")
    assert "Thank you. That is all for this one." in ana.screen
    kept = await notes(office, ana)
    assert [(note.code, note.text) for note in kept] == [
        (THOUGHT, None),
        (None, "A <b>calm</b> moment & a question"),
        (THOUGHT, None),
    ]


async def test_a_recall_shows_its_card_and_comes_again(office: Office, ana: Someone) -> None:
    offer = await gets(office, ana, PromptFormat.RECALL)
    card = plain(offer.prompt.texts["en"].card or "")
    assert card not in ana.screen
    await ana.presses("Show the card")
    assert card in ana.screen
    await ana.presses("Partly")
    assert "Noted: Partly" in ana.screen
    assert "I will ask again on Thursday 15 January" in ana.screen


async def test_words_remembered_show_the_card_and_are_not_kept(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.RECALL)
    await ana.says("First listen, then ask.")
    assert "The card:" in ana.screen
    assert await notes(office, ana) == []
    await ana.says("2")
    assert "Noted: Partly" in ana.screen
    await gets(office, ana, PromptFormat.RECALL)
    await ana.says("1")
    assert "The card:" in ana.screen, "the first button shows the card"
    await ana.says("knew it")
    assert "Noted: Knew it" in ana.messages[-2].text, "a question about oneself stands below"


async def test_a_view_says_back_what_was_written_and_asks_once_whether_it_is_known(
    office: Office, ana: Someone
) -> None:
    offer = await gets(office, ana, PromptFormat.VIEW)
    hint = "Or only think about it and press the button."
    assert hint in ana.screen
    await ana.says("they look for a phone number")
    assert "You wrote: “they look for a phone number”" in ana.screen
    assert plain(offer.prompt.texts["en"].questions[0]) not in ana.screen, "no form"
    assert hint not in ana.screen, "how to answer is said once"
    await ana.says("they say papers")
    assert "“they look for a phone number”" in ana.screen
    assert "“they say papers”" in ana.screen
    assert "Do you know this, or do you guess it?" in ana.screen
    await ana.says("I guess")
    assert "A guess is a good reason to ask somebody this week." in ana.screen
    assert "they say papers" in ana.screen


@pytest.mark.parametrize(("number", "asked"), [("7", [0, 1]), ("0", [1]), ("10", [0])])
async def test_a_scale_is_a_number_and_what_fits_it(
    office: Office, ana: Someone, number: str, asked: list[int]
) -> None:
    offer = await gets(office, ana, PromptFormat.SCALE)
    assert ana.buttons[:11] == [str(n) for n in range(11)]
    await ana.says("eleven")
    assert "Please choose one of the buttons." in ana.said[-2]
    await ana.says(number)
    assert f"You chose {number}." in ana.screen
    questions = [plain(question) for question in offer.prompt.texts["en"].questions]
    assert [n for n, question in enumerate(questions) if question in ana.screen] == asked
    await ana.says("I kept quiet")
    assert f"Your number\n{number}" in ana.screen
    assert "That is all" in ana.screen


@pytest.mark.parametrize("answer", ["Done", "Not yet", "Did not fit"])
async def test_a_try_is_done_put_off_or_did_not_fit(
    office: Office, ana: Someone, answer: str
) -> None:
    await gets(office, ana, PromptFormat.TRY)
    before = len(ana.messages)
    await ana.presses(answer)
    assert ana.toast == "Noted"
    assert len(ana.messages) == before, "answered in place"
    if answer == "Not yet":
        assert "That is fine." in ana.screen
        assert ana.screen.count("buttons wait") == 1
    else:
        assert f"Noted: {answer}" in ana.screen
        assert "One sentence is welcome" in ana.screen
        await ana.says("There was a queue.")
        assert f"Noted: {answer}. There was a queue." in ana.screen


async def test_a_customers_answer_is_chosen_not_typed(office: Office, ana: Someone) -> None:
    offer = await gets(office, ana, PromptFormat.ASK)
    choices = offer.prompt.texts["en"].choices or {}
    await ana.says("Anna Virtanen said it was fine")
    assert "Please choose what comes closest" in ana.said[-2]
    assert set(choices.values()) <= set(ana.buttons), "the choices follow at once"
    assert await notes(office, ana) == []
    code, words = next(iter(choices.items()))
    await ana.says(words)
    assert f"You heard: {words}" in ana.screen
    assert [note.code for note in await notes(office, ana)] == [code]
    assert "What is one thing that you will do now that you know this?" in ana.screen
    await ana.says("If somebody hesitates, I ask once more.")
    await ana.presses("Yes, that is my plan")
    assert f"Noted: {words}" in ana.screen
    assert "Your plan\nIf somebody hesitates, I ask once more." in ana.screen
    assert "I will ask you on Wednesday 14 January" in ana.screen
    await office.live(0, Weekday.WED, "14:30")
    assert "A while ago you made a plan:\nIf somebody hesitates, I ask once more." in ana.screen


async def test_a_customers_answer_can_be_left_at_that(office: Office, ana: Someone) -> None:
    offer = await gets(office, ana, PromptFormat.ASK)
    await ana.presses(next(iter((offer.prompt.texts["en"].choices or {}).values())))
    await ana.presses("Leave it at that")
    assert "Thank you for asking." in ana.screen


async def test_why_it_matters_meets_the_sentence_of_the_organisation(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await hanna.says("/theme")
    await hanna.presses("Write why: English")
    await hanna.says("People need us on the hardest day of their year.")
    await gets(office, ana, PromptFormat.WHY)
    await ana.says("somebody waits for an answer")
    assert "“People need us on the hardest day of their year.”" in ana.screen
    assert "What would you add?" in ana.screen
    await ana.presses("I thought about it")
    assert "That is all" in ana.screen


async def test_without_a_why_of_the_organisation_one_sentence_is_enough(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.WHY)
    await ana.says("somebody waits for an answer")
    assert "That is all" in ana.screen


async def test_three_lines_are_previewed_and_shared_without_a_name(
    office: Office, ana: Someone, desk: int
) -> None:
    await gets(office, ana, PromptFormat.SHARE)
    for line in ("People did not know “appeal”.", "We say “ask for a new decision”.", "Try one."):
        await ana.says(line)
    assert "People did not know “appeal”.\nWe say" in ana.screen
    await ana.presses("Share without a name")
    bo = await office.member("Bo", await office.programme.team("Phone"))
    await bo.says("/learnings")
    assert "We say “ask for a new decision”." in bo.screen
    assert "Ana" not in bo.screen
    assert (await rows(office, ana))[-1].outcome == "done"
    assert await notes(office, ana) == [], "the lines are kept in one place"


async def test_a_week_with_a_goal_waits_between_its_turns_and_can_go_on(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.GROW)
    await ana.says("to wait longer")
    assert "You wrote: “to wait longer”" in ana.screen
    assert "The next turn comes on Wednesday 14 January" in ana.screen
    for words in ("about a second, and I could count to three", "tomorrow, and I tell Bo"):
        await ana.presses("Go on now")
        await ana.says(words)
    assert "That is all" in ana.screen
    assert len(await notes(office, ana)) == 3


@pytest.mark.parametrize("form", WRITTEN)
async def test_every_format_says_why_it_is_asked_and_goes_back(
    office: Office, ana: Someone, form: PromptFormat
) -> None:
    offer = await gets(office, ana, form)
    question = ana.screen
    await ana.presses("Why this?")
    assert plain(offer.prompt.texts["en"].why) in ana.screen
    assert len(ana.screen) <= 600
    await ana.presses("Back")
    assert ana.screen == question


@pytest.mark.parametrize("form", WRITTEN)
async def test_every_button_that_answers_has_its_number(
    office: Office, ana: Someone, form: PromptFormat
) -> None:
    await gets(office, ana, form)
    answers = [b.text for b in buttons(ana.message) if (b.data or "").startswith(("did", "turn"))]
    labels = [text for text in answers if text != "Why this?"]
    numbered = [text.split(" ")[0] for text in labels]
    if form is PromptFormat.SCALE:
        assert numbered[:11] == [str(n) for n in range(11)]
    else:
        assert numbered == [str(n) for n in range(1, len(labels) + 1)]


@pytest.mark.parametrize("form", [PromptFormat.TRY, PromptFormat.DEBRIEF, PromptFormat.ASK])
async def test_not_for_me_brings_another_and_never_this_one(
    office: Office, ana: Someone, form: PromptFormat
) -> None:
    offer = await gets(office, ana, form)
    await ana.presses("Not for me")
    assert "You will not get this prompt again" in ana.screen
    assert ana.buttons == []
    await ana.says("/prompt")
    assert plain(offer.prompt.texts["en"].text) not in ana.screen


async def test_too_much_is_taken_kindly(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.PLAN)
    await ana.presses("Too much now")
    assert "The next one will be lighter" in ana.screen


@pytest.mark.parametrize(("length", "told"), [(301, "301"), (4096, "4096")])
async def test_a_text_too_long_says_how_long_it_may_be(
    office: Office, ana: Someone, length: int, told: str
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("a" * length)
    assert f"That is {told} characters long, and I can keep 300." in ana.screen
    assert await notes(office, ana) == []
    await office.wind_to(office.clock.now() + timedelta(seconds=5))
    await ana.says("a" * 300)
    assert "(2/3)" in ana.screen


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She was 131052-308T.", "a personal identity code"),
        ("Write to anna@example.com please", "an e-mail address"),
        ("Call 040 123 4567", "a phone number"),
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
    assert await notes(office, ana) == []
    await ana.says("It went well.")
    assert "(2/3)" in ana.screen, "the question stays open"


async def test_an_answer_can_be_changed(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.TRY)
    await ana.presses("Done")
    await ana.presses("Change the answer")
    await ana.presses("Did not fit")
    assert "Noted: Did not fit" in ana.screen
    assert (await rows(office, ana))[-1].outcome == "did_not_fit"


async def test_when_nothing_is_left_it_says_so(office: Office, ana: Someone) -> None:
    await ana.says("/prompt")
    for _ in range(200):
        if not ana.buttons:
            break
        await ana.presses("Not for me")
        await ana.says("/prompt")
    assert "You have been through all prompts" in ana.screen


async def test_somebody_elses_prompt_cannot_be_touched(
    office: Office, ana: Someone, desk: int
) -> None:
    offer = await gets(office, ana, PromptFormat.DEBRIEF)
    eve = await office.member("Eve", desk)
    await eve.says("/prompt")
    shown = eve.screen
    for data in (
        AnswerPrompt(offer.practice_id, 0, THOUGHT),
        TurnPrompt(offer.practice_id, Face.WHY),
        TurnPrompt(offer.practice_id, Face.AGAIN),
        TurnPrompt(offer.practice_id, Face.ON),
        TurnPrompt(999_999_999, Face.TEXT),
    ):
        await eve.forges(data)
        assert eve.toast == "I did not find that."
        assert eve.screen == shown
    assert (await rows(office, ana))[-1].outcome is None


@pytest.mark.parametrize(
    "tail", ["0:knew", "0:heard", "7:thought", "-1:thought", "0:", "0:done:well", "nonsense", ""]
)
async def test_an_answer_that_the_prompt_does_not_offer_is_refused(
    office: Office, ana: Someone, tail: str
) -> None:
    offer = await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.forges(f"did:{offer.practice_id}:{tail}")
    assert ana.toast in ("I did not find that.", "This question is closed.")
    assert (await rows(office, ana))[-1].outcome is None
    assert await notes(office, ana) == []


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
    came = ana.screen
    await ana.says("/prompt")
    assert ana.screen == came, "the open one stays in front"


async def test_a_talk_goes_on_where_it_was_after_a_restart_and_three_days(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("It was calm.")
    old = ana.message
    await office.wind(0, Weekday.SAT, "12:00")
    await office.restarts()
    await ana.presses("I thought about it", on=old)
    assert ana.toast == "Noted"
    assert (
        "(3/3)"
        in (
            old_now := ana.messages[[m.message_id for m in ana.messages].index(old.message_id)]
        ).text
    )
    assert "It was calm." in old_now.text


async def test_an_answer_delivered_twice_counts_once(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("It went well.")
    before = await notes(office, ana)
    await office.hears_again()
    assert [n.model_dump() for n in await notes(office, ana)] == [n.model_dump() for n in before]


@pytest.mark.parametrize(
    "form", [PromptFormat.TRY, PromptFormat.RECALL, PromptFormat.ASK, PromptFormat.SCALE]
)
async def test_a_number_that_counts_no_button_is_no_answer(
    office: Office, ana: Someone, form: PromptFormat
) -> None:
    await gets(office, ana, form)
    await ana.says("99")
    assert "Please choose one of the buttons, or type its number." in ana.screen
    assert await notes(office, ana) == []
    assert (await rows(office, ana))[-1].outcome is None


async def test_a_number_delivered_twice_answers_one_question(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("1")
    await office.hears_again()
    assert len(await notes(office, ana)) == 1


@pytest.mark.parametrize("way", WAYS_OUT)
async def test_a_way_out_pressed_on_an_old_screen_takes_nothing_away(
    office: Office, ana: Someone, way: Outcome
) -> None:
    offer = await gets(office, ana, PromptFormat.DEBRIEF)
    for words in ("one", "two", "three"):
        await ana.says(words)
    await ana.forges(AnswerPrompt(offer.practice_id, 0, way))
    assert ana.toast == "This was answered already. Here is where it stands."
    assert len(await notes(office, ana)) == 3


async def test_every_prompt_fits_a_message_in_every_language(office: Office, desk: int) -> None:
    for language in LANGUAGES:
        person = await office.member("Ana", desk, language=language)
        why = Translator(language).plain("why.ask")
        for _ in range(30):
            await person.says("/prompt")
            await person.presses(why)
            shown = (await rows(office, person))[-1]
            await person.forges(AnswerPrompt(shown.id, 0, Outcome.NOT_RELEVANT))
        assert len(await rows(office, person)) == 30
