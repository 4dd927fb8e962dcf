"""A talk stands in the chat once: asked for again or answered by typing, it moves down."""

from datetime import timedelta

from coaching.rules.calendar import Weekday
from coaching.rules.formats import PromptFormat
from tests.bot.dialogue import Office, Someone, buttons
from tests.bot.practice.test_talks import gets, plain, rows


async def test_a_prompt_asked_for_twice_stands_there_once(office: Office, ana: Someone) -> None:
    offer = await gets(office, ana, PromptFormat.VIEW)
    first = ana.message
    await ana.says("/prompt")
    text = plain(offer.prompt.texts["en"].text)
    assert text in ana.screen
    assert [text in each.text for each in ana.messages].count(True) == 1
    assert office.telegram.message(ana.user_id, first.message_id) is None
    assert len(await rows(office, ana)) == 1


async def test_a_typed_answer_leaves_no_old_buttons(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    for _ in range(3):
        await ana.says("1")
        assert sum(bool(each.keyboard) for each in ana.messages[-3:]) <= 1
    alive = [buttons(each) for each in ana.messages if each.keyboard]
    assert len([row for row in alive if row[0].data and "did:" in row[0].data]) <= 1


async def test_a_check_in_answered_by_typing_stands_there_once(
    office: Office, ana: Someone
) -> None:
    await office.live(0, Weekday.THU, "17:00")
    await ana.says("/checkin")
    await ana.says("4")
    await ana.says("/checkin")
    shown = [each for each in ana.messages if any("ci:" in (b.data or "") for b in buttons(each))]
    assert len(shown) == 1


async def test_what_can_be_deleted_no_more_loses_its_buttons(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.VIEW)
    first = ana.message
    await office.wind_to(office.clock.now() + timedelta(hours=49))
    await ana.says("/prompt")
    old = office.telegram.message(ana.user_id, first.message_id)
    assert old is not None
    assert old.text == first.text
    assert not buttons(old)
    assert buttons(ana.message)


async def test_what_comes_by_itself_takes_nothing_away(office: Office, ana: Someone) -> None:
    """A check-in stands where it was when the reminder of it comes."""
    await office.live(0, Weekday.WED, "17:00")
    came = ana.message
    await office.live(0, Weekday.FRI, "17:00")
    assert ana.message.message_id > came.message_id
    still = office.telegram.message(ana.user_id, came.message_id)
    assert still is not None
    assert buttons(still) == buttons(came)
