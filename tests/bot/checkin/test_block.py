"""What a block of four weeks adds to the check-in: a situation, a customer's view, own words."""

import pytest
from sqlmodel import select

from bot.callbacks.checkin import ChooseForCustomer, NameSituation, SkipOpen
from bot.i18n import Translator
from coaching.content import LANGUAGES, load_instrument
from coaching.people import identity
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension, week_of_customer_view
from storage.checkin import CustomerView, OpenAnswer, Rating
from storage.database import Database
from tests.bot.dialogue import Office, Someone


async def ratings(database: Database) -> list[Rating]:
    async with database.read() as session:
        return list(await session.exec(select(Rating).order_by(Rating.id)))  # type: ignore[arg-type]


async def lives_to_the_fourth_week(office: Office, ana: Someone) -> None:
    """Answer the pairs of three weeks, and begin the fourth."""
    for week in range(3):
        await office.wind(week, Weekday.WED, "13:00")
        await ana.says("/checkin")
        await ana.says("3")
        await ana.says("3")
    await office.wind(3, Weekday.WED, "13:00")
    await ana.says("/checkin")


async def week_of_the_view(office: Office, ana: Someone) -> int:
    """Return the week (0 to 2) in which this person is asked for the customer's view."""
    viewer = await identity.identify(office.programme.database, ana.user_id)
    assert viewer is not None
    return week_of_customer_view(f"{viewer.person_id}:0") - 1


@pytest.mark.parametrize(("answer", "named"), [("Yes", True), ("Not right now", False)])
async def test_a_situation_behind_a_high_value_may_be_named_once_both_items_are_answered(
    office: Office, ana: Someone, answer: str, *, named: bool
) -> None:
    await ana.says("/checkin")
    await ana.presses("4")
    assert "can you name one situation?" not in ana.screen, "first both items"
    await ana.presses("5")
    assert ana.screen.startswith("Thank you!")
    assert "can you name one situation?" in ana.screen
    await ana.presses(answer)
    assert "can you name one situation?" in ana.screen, "the second one is asked next"
    await ana.presses("Not right now")
    assert "can you name one situation?" not in ana.screen
    first, second = await ratings(office.programme.database)
    assert (first.value, first.named) == (4, named)
    assert (second.value, second.named) == (5, False)


async def test_own_words_are_asked_for_before_a_situation(office: Office, ana: Someone) -> None:
    await lives_to_the_fourth_week(office, ana)
    await ana.presses("5")
    assert "in your own words" in ana.screen
    assert "can you name one situation?" not in ana.screen
    await ana.presses("Skip")
    assert "can you name one situation?" in ana.screen


@pytest.mark.parametrize("value", ["1", "2", "3"])
async def test_after_other_values_none_is_asked_for(
    office: Office, ana: Someone, value: str
) -> None:
    await ana.says("/checkin")
    await ana.presses(value)
    assert "can you name one situation?" not in ana.screen
    (rating,) = await ratings(office.programme.database)
    await ana.forges(NameSituation(0, Dimension(rating.dimension), 1))
    assert ana.toast == "I did not find that."


async def test_a_changed_value_loses_the_situation(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    first = ana.message
    button = ana.button("5")
    await ana.presses("5")
    await ana.presses("Skip")
    await ana.presses("Yes")
    await ana.forges((button.data or "").removesuffix("5") + "2", on=first)
    rating, _ = await ratings(office.programme.database)
    assert (rating.value, rating.named) == (2, None)


async def test_every_answer_keeps_the_version_of_its_wording(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    await ana.presses("3")
    (rating,) = await ratings(office.programme.database)
    assert rating.instrument == load_instrument().version


async def test_the_fourth_week_has_one_item_and_an_open_question(
    office: Office, ana: Someone
) -> None:
    await lives_to_the_fourth_week(office, ana)
    assert "Check-in 1/2" in ana.screen
    await ana.presses("2")
    assert "Check-in 2/2: in your own words" in ana.screen
    await ana.presses("Why this?")
    assert "hearing what numbers do not tell" in ana.screen
    assert len(ana.screen) <= 600
    await ana.presses("Back")
    await ana.says("A shorter letter would have helped.")
    assert "Thank you!" in ana.screen
    assert "In your own words: A shorter letter would have helped." in ana.screen
    async with office.programme.database.read() as session:
        (kept,) = await session.exec(select(OpenAnswer))
    assert (kept.week, kept.text) == (3, "A shorter letter would have helped.")


async def test_a_digit_that_comes_again_is_no_answer_in_own_words(
    office: Office, ana: Someone
) -> None:
    await lives_to_the_fourth_week(office, ana)
    await ana.says("4")
    await office.hears_again()
    async with office.programme.database.read() as session:
        assert (await session.exec(select(OpenAnswer))).all() == []
    await ana.says("A form in plain words.")
    async with office.programme.database.read() as session:
        assert [a.text for a in await session.exec(select(OpenAnswer))] == [
            "A form in plain words."
        ]


async def test_the_open_question_can_be_skipped_changed_and_is_guarded(
    office: Office, ana: Someone
) -> None:
    await lives_to_the_fourth_week(office, ana)
    await ana.presses("2")
    await ana.presses("Skip")
    assert "In your own words: skipped" in ana.screen
    await ana.presses("Change: In your own words")
    await ana.says("Call 040 123 4567")
    assert ana.screen.startswith("I did not keep that")
    await ana.says("a" * 301)
    assert "301 characters long, and I can keep 300" in ana.screen
    await ana.says("Opening hours.")
    assert "In your own words: Opening hours." in ana.screen


async def test_in_other_weeks_there_is_no_open_question(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    await ana.forges(SkipOpen(0))
    assert ana.toast == "I did not find that."


async def test_the_focus_of_the_block_is_the_item_of_the_fourth_week(
    office: Office, ana: Someone
) -> None:
    await ana.says("/focus")
    await ana.presses("Choose a focus")
    await ana.presses("Fairness and access")
    await lives_to_the_fourth_week(office, ana)
    assert "Check-in 1/2: Fairness and access" in ana.screen


async def test_once_a_block_the_customers_view_stands_beside_ones_own(
    office: Office, ana: Someone
) -> None:
    wanted = await week_of_the_view(office, ana)
    question = "What would the last person you served choose?"
    for week in range(3):
        await office.wind(week, Weekday.WED, "13:00")
        await ana.says("/checkin")
        await ana.says("3")
        await ana.says("3")
        assert (question in ana.buttons) is (week == wanted)
        if week != wanted:
            await ana.forges(ChooseForCustomer(week, 3))
            assert ana.toast == "I did not find that."
            continue
        await ana.presses(question)
        assert "Which sentence would they choose about you?" in ana.screen
        await ana.presses("Why this?")
        assert len(ana.screen) <= 600
        await ana.presses("Back")
        await ana.says("9")
        assert "number from 1 to 5" in ana.screen
        await ana.says("2")
        assert "you chose 3, the last person you served might choose 2." in ana.screen
        assert "This is not shown to others." in ana.screen
    async with office.programme.database.read() as session:
        (kept,) = await session.exec(select(CustomerView))
    assert (kept.week, kept.value) == (wanted, 2)


async def test_with_nothing_rated_there_is_nothing_to_compare(
    office: Office, ana: Someone
) -> None:
    wanted = await week_of_the_view(office, ana)
    await office.wind(wanted, Weekday.WED, "13:00")
    await ana.says("/checkin")
    await ana.presses("No encounters")
    await ana.presses("Skip")
    assert "What would the last person you served choose?" not in ana.buttons


async def test_all_of_it_is_deleted_when_the_block_is_closed(office: Office, ana: Someone) -> None:
    await lives_to_the_fourth_week(office, ana)
    await ana.presses("5")
    await ana.says("Opening hours.")
    await ana.presses("Yes")
    await office.live(4, Weekday.MON, "09:30")
    async with office.programme.database.read() as session:
        for table in (Rating, OpenAnswer, CustomerView):
            assert (await session.exec(select(table))).all() == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_questions_say_why_in_every_language(language: str) -> None:
    t = Translator(language)
    for about in ("open", "customer"):
        assert len(t.plain(f"checkin.why.{about}")) <= 600
