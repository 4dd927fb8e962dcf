"""Learnings in the chat: typed, previewed, shared, read one by one, tried, withdrawn."""

import pytest

from bot.callbacks.learnings import ShareLearning, ShowLearning, TryLearning, WithdrawLearning
from coaching.rules.access import Role
from tests.bot.dialogue import Office, Someone

LEARNING = "I asked <b>twice</b> & it was calm."
OTHER = "Writing it down first saved us both time."
MY_NAME, NO_NAME, NOT_AT_ALL = "Share with my name", "Share without a name", "Do not share"
EMPTY = "Nobody has shared a learning yet."


@pytest.fixture
async def bo(office: Office) -> Someone:
    """Give a member of another team."""
    return await office.member("Bo", await office.programme.team("Phone"))


async def shares(person: Someone, text: str, choice: str = MY_NAME) -> None:
    """Share a learning as people do."""
    await person.says("/share")
    await person.says(text)
    await person.presses(choice)


async def test_a_learning_is_asked_previewed_and_shared_with_a_name(
    ana: Someone, bo: Someone
) -> None:
    await ana.says("/share")
    for asked in ("What did you try?", "What surprised you?", "the next one", "Unfinished"):
        assert asked in ana.screen
    await ana.says(LEARNING)
    assert "nothing is shared yet" in ana.screen
    assert LEARNING in ana.screen
    assert "“Ana, Desk”" in ana.screen
    assert ana.buttons == [MY_NAME, NO_NAME, NOT_AT_ALL]
    await bo.says("/learnings")
    assert bo.screen.startswith(EMPTY)
    before = len(ana.messages)
    await ana.presses(MY_NAME)
    assert len(ana.messages) == before, "answered in place"
    assert "Thank you!" in ana.screen
    assert "/learnings" in ana.screen
    assert "withdraw it there" in ana.screen
    await bo.says("/learnings")
    assert LEARNING in bo.screen
    assert "– Ana, Desk" in bo.screen
    assert bo.buttons == ["We tried it too", "Next"]


async def test_without_a_name_nothing_tells_who_or_where(ana: Someone, bo: Someone) -> None:
    await shares(ana, LEARNING, NO_NAME)
    await bo.says("/learnings")
    assert LEARNING in bo.screen
    assert "shared without a name" in bo.screen
    assert "Ana" not in bo.screen
    assert "Desk" not in bo.screen


async def test_what_is_not_shared_is_seen_by_nobody(ana: Someone, bo: Someone) -> None:
    await shares(ana, LEARNING, NOT_AT_ALL)
    assert "not shared and not kept" in ana.screen
    assert ana.buttons == []
    await bo.says("/learnings")
    assert bo.screen.startswith(EMPTY)
    await ana.says("Is that question still open?")
    assert "I did not find an open question" in ana.screen


async def test_a_better_text_takes_the_place_of_the_first(ana: Someone, bo: Someone) -> None:
    await ana.says("/share")
    await ana.says(LEARNING)
    old = ana.message
    await ana.says(OTHER)
    await ana.presses(MY_NAME, on=old)
    assert ana.toast == "This question is closed."
    await ana.presses(MY_NAME)
    await bo.says("/learnings")
    assert OTHER in bo.screen
    await bo.presses("Next")
    assert "That was all." in bo.screen


async def test_an_update_delivered_twice_shares_once(
    office: Office, ana: Someone, bo: Someone
) -> None:
    await shares(ana, LEARNING)
    await office.hears_again()
    assert "Thank you!" in ana.screen
    await bo.says("/learnings")
    await bo.presses("Next")
    assert "That was all." in bo.screen


async def test_a_preview_survives_a_restart(office: Office, ana: Someone, bo: Someone) -> None:
    await ana.says("/share")
    await ana.says(LEARNING)
    await office.restarts()
    await ana.presses(NO_NAME)
    await bo.says("/learnings")
    assert LEARNING in bo.screen


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Short.", "at least 10 characters"),
        ("a" * 501, "That is 501 characters long, and I can keep 500."),
    ],
)
async def test_what_cannot_be_shared_is_said_and_can_be_mended(
    ana: Someone, text: str, told: str
) -> None:
    await ana.says("/share")
    await ana.says(text)
    assert told in ana.screen
    assert ana.buttons == []
    await ana.says(LEARNING)
    assert "nothing is shared yet" in ana.screen


async def test_the_same_text_is_not_shared_again(ana: Someone, bo: Someone) -> None:
    await shares(ana, LEARNING)
    await shares(bo, LEARNING.upper())
    assert "has been shared before" in bo.toast
    assert bo.buttons == [MY_NAME, NO_NAME, NOT_AT_ALL], "the way out is still there"


async def test_learnings_are_turned_over_in_place_to_the_end(ana: Someone, bo: Someone) -> None:
    await shares(ana, LEARNING)
    await shares(ana, OTHER)
    await bo.says("/learnings")
    before = len(bo.messages)
    assert OTHER in bo.screen
    await bo.presses("Next")
    assert LEARNING in bo.screen
    await bo.presses("Next")
    assert "That was all." in bo.screen
    await bo.presses("From the beginning")
    assert OTHER in bo.screen
    assert len(bo.messages) == before


async def test_a_team_says_that_it_tried_it_too(office: Office, ana: Someone, bo: Someone) -> None:
    ben = await office.member("Ben", 2)
    await shares(ana, LEARNING)
    await bo.says("/learnings")
    await bo.presses("We tried it too")
    assert bo.toast == "Noted"
    for person in (bo, ben):
        await person.says("/learnings")
        assert "Your team has tried it too." in person.screen
        assert person.buttons == ["Next"]
    await ana.says("/learnings")
    assert "At least one other team has tried it." in ana.screen
    assert "Phone" not in ana.screen
    assert "Bo" not in ana.screen


async def test_the_author_withdraws_it_and_it_is_gone_at_once(ana: Someone, bo: Someone) -> None:
    await shares(ana, LEARNING)
    await bo.says("/learnings")
    await ana.presses("See all learnings")
    assert "This one is yours." in ana.screen
    assert ana.buttons == ["Withdraw", "Next"]
    await ana.presses("Withdraw")
    assert ana.toast == "Withdrawn"
    assert ana.screen.startswith(EMPTY)
    await bo.presses("We tried it too")
    assert bo.toast == "I did not find that."
    await bo.says("/learnings")
    assert bo.screen.startswith(EMPTY)


async def test_forged_buttons_change_nothing(ana: Someone, bo: Someone) -> None:
    await shares(ana, LEARNING)
    for press, told in (
        (WithdrawLearning(1, 0), "I did not find that."),
        (TryLearning(999, 0), "I did not find that."),
        (ShareLearning("0" * 16, 1), "This question is closed."),
        ("takeback:-1:0", "This question is closed."),
        ("learn:x", "This question is closed."),
    ):
        await bo.forges(press)
        assert bo.toast == told, press
    await bo.forges(ShowLearning(999_999_999))
    assert "That was all." in bo.screen
    await ana.forges(TryLearning(1, 0))
    assert ana.toast == "I did not find that."
    await bo.says("/learnings")
    assert LEARNING in bo.screen


async def test_a_lead_shares_for_the_team_led(office: Office, desk: int, bo: Someone) -> None:
    lena = await office.member("Lena", desk, Role.LEAD)
    await shares(lena, LEARNING)
    await bo.says("/learnings")
    assert "– Lena, Desk" in bo.screen


async def test_the_notice_says_who_sees_a_learning(ana: Someone) -> None:
    await ana.says("/privacy")
    assert "What you share by /share is shown to the other teams" in ana.screen


@pytest.mark.parametrize(
    "text",
    [
        "I met Maija Lehtonen and he was angry, and I asked twice.",
        "Then Carola showed me how she asks first.",
    ],
)
async def test_the_preview_asks_about_what_may_show_who_somebody_is(
    office: Office, ana: Someone, desk: int, text: str
) -> None:
    await office.member("Carola", desk)
    await ana.says("/share")
    await ana.says(text)
    assert "show who somebody is?" in ana.screen
    assert ana.buttons == [MY_NAME, NO_NAME, NOT_AT_ALL], "it stays the author's choice"
    await ana.says(OTHER)
    assert "show who somebody is?" not in ana.screen


async def test_a_card_in_another_language_says_in_which(
    office: Office, ana: Someone, desk: int
) -> None:
    field = await office.programme.team("Field")
    sanna = await office.member("Sanna", field, language="fi")
    await sanna.says("/share")
    await sanna.says("Kysyin ensin, mitä asiakas oli jo tehnyt, ja sitten se oli helppoa.")
    await sanna.presses("Jaa ilman nimeä")
    await sanna.says("/learnings")
    assert "Kirjoitettu kielellä" not in sanna.screen
    await ana.says("/learnings")
    assert "Written in: Suomi" in ana.screen
