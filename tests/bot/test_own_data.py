"""/mydata in the chat: what is held, as files, and erased after one question."""

import json

from coaching.rules.formats import PromptFormat
from tests.bot.dialogue import Office, Someone
from tests.bot.test_prompts import gets


async def test_it_is_shown_sent_and_erased(office: Office, ana: Someone, desk: int) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("A calm <moment>.")
    await ana.says("/mydata")
    assert "What is held about you" in ana.screen
    assert "• answers to prompts: 1" in ana.screen
    await ana.presses("Send it to me as a file")
    as_json, as_page = (
        office.telegram.file(m.media.file.file_id) for m in ana.messages[-2:] if m.media
    )
    assert as_json is not None
    assert as_page is not None
    assert json.loads(as_json.content)["practice_note"][0]["text"] == "A calm <moment>."
    assert b"A calm &lt;moment&gt;." in as_page.content
    await ana.says("/mydata")
    await ana.presses("Erase everything")
    assert "This cannot be undone." in ana.screen
    await ana.presses("Yes, erase everything")
    assert "Everything about you is erased." in ana.screen
    await ana.says("/prompt")
    assert "invitation" in ana.screen or "invite" in ana.screen


async def test_one_can_think_again(office: Office, ana: Someone) -> None:
    await ana.says("/mydata")
    await ana.presses("Erase everything")
    await ana.presses("Back")
    assert "What is held about you" in ana.screen


async def test_one_can_keep_ones_own_answers_and_see_them(office: Office, ana: Someone) -> None:
    await ana.says("/mydata")
    await ana.presses("My own answers over time")
    assert "deleted when their four-week block closes" in ana.screen
    await ana.presses("Keep them from now on")
    assert "kept for 13 months, for you alone" in ana.screen
    await ana.says("/checkin")
    await ana.presses("4")
    await ana.says("/mydata")
    await ana.presses("My own answers over time")
    assert ": 4" in ana.screen
    assert ana.message.media is not None, "a picture"
    await ana.presses("Erase them, and keep no more")
    assert "If you like, they can be kept" in ana.screen
    await ana.presses("Back")
    assert "What is held about you" in ana.screen


async def test_hr_is_offered_no_history(hanna: Someone) -> None:
    await hanna.says("/mydata")
    assert "My own answers over time" not in hanna.buttons
