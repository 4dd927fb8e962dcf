"""What comes back, in the chat: on its day, by /plan, by buttons and digits."""

from datetime import date

import pytest

from bot.callbacks.practice import AnswerAfter, AnswerReturn, Face, StopReturns, TurnReturn
from bot.i18n import Translator
from bot.views.practice.follow_ups import listed
from coaching.content import LANGUAGES
from coaching.people import identity
from coaching.practice.follow_ups import returns
from coaching.rules.calendar import Weekday
from coaching.rules.formats import PromptFormat
from coaching.rules.returns import Result
from tests.bot.dialogue import Office, Someone
from tests.bot.practice.test_talks import gets


async def plans(office: Office, person: Someone) -> None:
    """Let the person make a plan on Monday."""
    await gets(office, person, PromptFormat.PLAN)
    await person.says("If somebody stops, I wait for two breaths.")
    await person.presses("Yes, that is my plan")


async def test_a_plan_comes_back_on_wednesday_and_again_a_week_later(
    office: Office, ana: Someone
) -> None:
    await plans(office, ana)
    await office.live(0, Weekday.WED, "14:30")
    assert "A while ago you made a plan:\nIf somebody stops, I wait for two breaths." in ana.screen
    assert "Did the moment come?" in ana.screen
    await ana.presses("Yes, and I did it")
    assert ana.toast == "Noted"
    assert "What made it work? What will you keep?" in ana.screen
    await ana.says("I put the pen down")
    assert "What helped, in your words: “I put the pen down”" in ana.screen
    assert "I will come back to it on Wednesday 21 January" in ana.screen
    await office.live(1, Weekday.WED, "14:30")
    assert "What helped, in your words: “I put the pen down”" in ana.screen
    assert "Did the moment come?" in ana.screen


async def test_what_got_in_the_way_leads_to_a_way_round_that_comes_back(
    office: Office, ana: Someone
) -> None:
    await plans(office, ana)
    await office.live(0, Weekday.WED, "14:30")
    await ana.says("2")
    assert "What got in the way?" in ana.screen
    await ana.says("There was a queue.")
    assert "What got in the way: There was a queue." in ana.screen
    assert "What will you do if that happens again?" in ana.screen
    await ana.says("no idea yet")
    assert "That is not a plan yet." in ana.screen
    await ana.says("Then I do it with the next person.")
    assert "Then I do it with the next person.\n\nIs this your plan?" in ana.screen
    await ana.says("ok")
    assert "For the next time you wrote: “Then I do it with the next person.”" in ana.screen
    await office.live(1, Weekday.WED, "14:30")
    assert "A while ago you made a plan:" in ana.screen
    assert "What got in the way: There was a queue." in ana.screen
    assert "“Then I do it with the next person.”" in ana.screen


async def test_a_chosen_obstacle_has_an_example_of_its_own(office: Office, ana: Someone) -> None:
    await plans(office, ana)
    await office.live(0, Weekday.WED, "14:30")
    await ana.presses("Yes, but it went otherwise")
    await ana.presses("Others were listening")
    assert "What got in the way: Others were listening" in ana.screen
    assert "I ask the person to come aside with me" in ana.screen
    await ana.presses("Leave it at that")
    assert "Noted: Yes, but it went otherwise" in ana.screen


async def test_a_moment_that_did_not_come_asks_for_another(office: Office, ana: Someone) -> None:
    await plans(office, ana)
    await office.live(0, Weekday.WED, "14:30")
    await ana.presses("Not yet")
    assert "Which moment would suit it better?" in ana.screen
    assert ana.buttons == ["Keep the plan as it is"]
    await ana.says("When somebody sits down, I wait for a breath.")
    await ana.presses("Yes, that is my plan")
    assert "Your plan\nWhen somebody sits down, I wait for a breath." in ana.screen
    await office.live(1, Weekday.WED, "14:30")
    assert "you made a plan:\nWhen somebody sits down, I wait for a breath." in ana.screen


@pytest.mark.parametrize(
    ("language", "writes", "asks", "comes_back"),
    [
        (
            "fi",
            "Jos joku hiljenee, odotan hetken.",
            "Kysyn keskiviikkona 14. tammikuuta, tuliko tilanne vastaan.",
            "Palaan tähän ",
        ),
        (
            "sv",
            "Om någon tystnar väntar jag en stund.",
            "Jag frågar onsdag 14 januari om det blev ett sådant",
            "Jag återkommer till det ",
        ),
        (
            "id",
            "Jika ada yang diam, saya menunggu sebentar.",
            "Pada Rabu, 14 Januari saya akan bertanya apakah saat itu",
            "Saya akan menanyakannya lagi pada ",
        ),
    ],
)
async def test_when_a_plan_comes_back_is_said_as_a_native_would(
    office: Office, desk: int, language: str, writes: str, asks: str, comes_back: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    viewer = await identity.identify(office.programme.database, ana.user_id)
    assert viewer is not None
    await office.programme.offered(viewer, PromptFormat.PLAN)
    await ana.says("/prompt")
    await ana.says(writes)
    await ana.presses(ana.buttons[0])
    assert asks in ana.screen
    await office.live(0, Weekday.WED, "14:30")
    await ana.says("1")
    await ana.says("paus / tauko")
    assert comes_back + Translator(language).on(date(2026, 1, 21)) in ana.screen


async def test_a_recall_is_asked_again_card_and_all(office: Office, ana: Someone) -> None:
    offer = await gets(office, ana, PromptFormat.RECALL)
    await ana.presses("Show the card")
    await ana.presses("Knew it")
    assert "I will ask again on Thursday 22 January" in ana.screen, "known: not so soon"
    await office.live(1, Weekday.THU, "14:30")
    assert "Do you still remember?" in ana.screen
    assert ana.screen.count("in your mind first") == 1
    card = (offer.prompt.texts["en"].card or "").replace("{", "").replace("}", "")
    assert card not in ana.screen
    await ana.says("1")
    assert card in ana.screen
    await ana.presses("Did not know")
    assert "I will come back to it on Monday 26 January" in ana.screen, "not known: sooner"


async def test_what_was_not_tried_yet_is_asked_about_tomorrow(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.TRY)
    await ana.presses("Not yet")
    await office.live(0, Weekday.TUE, "14:30")
    assert "You wanted to try this later." in ana.screen
    await ana.presses("Done")
    assert "Noted: Done" in ana.screen


async def test_the_next_turn_of_a_week_with_a_goal_comes_and_takes_words(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.GROW)
    await ana.says("to wait longer")
    await office.live(0, Weekday.WED, "14:30")
    assert "Here is the next turn of your week with a goal." in ana.screen
    assert "(2/3)" in ana.screen
    assert "You wrote: “to wait longer”" in ana.screen
    await ana.says("about a second")
    assert "The next turn comes on Friday 16 January" in ana.screen


async def test_plan_lists_what_is_to_come_and_opens_it(office: Office, ana: Someone) -> None:
    await ana.says("/plan")
    assert "You have no plans, recalls or tries ahead." in ana.screen
    await plans(office, ana)
    await ana.says("/plan")
    assert "If somebody stops, I wait for two breaths." in ana.screen
    assert "on Wednesday 14 January" in ana.screen
    assert ana.buttons == ["1"]
    await ana.presses("1")
    assert "Did the moment come?" in ana.screen
    await ana.says("1")
    assert "What made it work?" in ana.screen
    await ana.presses("I thought about it")
    assert "Noted: Yes, and I did it" in ana.screen


async def test_words_where_a_button_is_asked_are_answered_kindly(
    office: Office, ana: Someone
) -> None:
    await plans(office, ana)
    await ana.says("/plan")
    await ana.presses("1")
    await ana.says("it was fine")
    assert "Please choose one of the buttons" in ana.said[-2]
    assert "Did the moment come?" in ana.screen


async def test_a_plan_that_its_author_deleted_is_quoted_nowhere(
    office: Office, ana: Someone
) -> None:
    await plans(office, ana)
    await office.live(0, Weekday.WED, "14:30")
    await ana.presses("Yes, and I did it")
    await ana.says("I put the pen down")
    told = ana.message
    await ana.says("/mydata")
    await ana.presses("My texts")
    await ana.presses("1")
    await ana.presses("Delete it")
    await ana.presses("Change the answer", on=told)
    now = next(m for m in ana.messages if m.message_id == told.message_id)
    assert "two breaths" not in (now.text or "")
    assert "pen down" not in (now.text or "")
    assert "None" not in (now.text or "")


async def test_it_can_be_stopped_and_says_why(office: Office, ana: Someone) -> None:
    await plans(office, ana)
    await ana.says("/plan")
    await ana.presses("1")
    question = ana.screen
    await ana.presses("Why this?")
    assert "Your answer is not shown to others." in ana.screen
    await ana.presses("Back")
    assert ana.screen == question
    await ana.presses("Do not ask again")
    assert "I will not ask this again" in ana.screen
    await ana.says("/plan")
    assert "You have no plans, recalls or tries ahead." in ana.screen


@pytest.mark.parametrize("wanted", [1, 10**6])
async def test_somebody_elses_return_cannot_be_touched(
    office: Office, ana: Someone, desk: int, wanted: int
) -> None:
    await plans(office, ana)
    eve = await office.member("Eve", desk)
    await eve.says("/plan")
    shown = eve.screen
    for data in (
        TurnReturn(wanted, Face.TEXT),
        TurnReturn(wanted, Face.CARD),
        AnswerReturn(wanted, Result.CAME),
        AnswerAfter(wanted, 0, "hurry"),
        StopReturns(wanted),
    ):
        await eve.forges(data)
        assert eve.toast == "I did not find that."
        assert eve.screen == shown


async def test_after_a_holiday_it_goes_on_where_it_was(office: Office, ana: Someone) -> None:
    await plans(office, ana)
    await ana.presses_through("/pause", "Until I come back")
    await office.live(1, Weekday.TUE, "12:00")
    await ana.says("/pause")
    await ana.presses("End the break")
    await office.live(1, Weekday.TUE, "15:00")
    assert "Did the moment come?" in ana.screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_long_list_fits_a_message_and_says_how_much_more_there_is(
    office: Office, ana: Someone, language: str
) -> None:
    await gets(office, ana, PromptFormat.PLAN)
    await ana.says(f"If I wait {'x' * 289}")
    await ana.says("1")
    viewer = await identity.identify(office.programme.database, ana.user_id)
    assert viewer is not None
    found = await returns(office.programme.database, viewer, office.clock.now())
    assert found
    screen = listed(found * 40, office.clock.now().date(), Translator(language))
    assert len(screen.text) < 4096
    assert str(40 * len(found) - 15) in screen.text.splitlines()[-1]
    assert sum(map(len, screen.rows)) == 15
