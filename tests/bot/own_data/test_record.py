"""/mydata in the chat: what is held, as files, and erased after one question."""

import json

from bot.callbacks.own_data import OwnTextData
from coaching.own_data.texts import TextKind
from coaching.people import identity
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.formats import PromptFormat
from tests.bot.dialogue import Office, Someone
from tests.bot.practice.test_talks import gets


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
    page = as_page.content.decode()
    assert "A calm &lt;moment&gt;." in page
    assert "<dt>First name<dd>Ana" in page
    assert "kept for at most 90 days" in page
    assert "Nobody but you can open your answers" in page
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


async def test_a_text_is_shown_whole_and_deleted(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("A calm <moment>.")
    await ana.says("/mydata")
    await ana.presses("My texts")
    assert "A calm <moment>." in ana.screen
    await ana.presses("1")
    assert "all that you answered to this prompt goes" in ana.screen
    delete = ana.button("Delete it").data or ""
    await ana.presses("Delete it")
    assert ana.screen == "There is no text of yours here."
    await ana.forges(delete)
    assert ana.toast == "I did not find that."
    await ana.says("/prompt")
    assert "A calm" not in ana.screen


async def test_nobody_deletes_somebody_elses_text(
    office: Office, ana: Someone, hanna: Someone, desk: int
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("A calm moment.")
    bo = await office.member("Bo", desk)
    for eve in (bo, hanna):
        await eve.says("/mydata")
        for delete in (0, 1):
            await eve.forges(OwnTextData(TextKind.PROMPT, 1, delete))
            assert eve.toast == "I did not find that."
    await ana.says("/mydata")
    await ana.presses("My texts")
    assert "A calm moment." in ana.screen


async def test_many_texts_are_turned(office: Office, ana: Someone) -> None:
    for n in range(7):
        await office.programme.shares(
            await known(office, ana), f"What I learned number {n}, and why."
        )
    await ana.says("/mydata")
    await ana.presses("My texts")
    assert ana.buttons[:5] == ["1", "2", "3", "4", "5"]
    await ana.presses("Next page (2 of 2)")
    assert ana.buttons[:2] == ["6", "7"]
    await ana.presses("7")
    await ana.presses("Delete it")
    await ana.says("/learnings")
    assert "What I learned" in ana.screen


async def test_the_name_is_corrected_and_stays(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await ana.says("/mydata")
    await ana.presses("My profile")
    assert "First name: Ana" in ana.screen
    await ana.presses("Correct my name")
    await ana.says("  Ana-Maria\u200b ")
    assert "First name: Ana-Maria\n" in ana.screen
    await hanna.says("/people")
    await hanna.presses("Desk")
    assert "Ana-Maria (member)" in hanna.screen
    await ana.says("/mydata")
    await ana.presses("My profile")
    await ana.presses("Correct my name")
    await ana.says("131052-308T")
    assert "First name" not in ana.screen, "an identity code is no name"


async def test_everybody_sees_on_which_days_hr_looked(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await ana.says("/mydata")
    await ana.presses("Who has looked")
    assert "Nobody has looked" in ana.screen
    await hanna.says("/people")
    await hanna.says("/people")
    await ana.presses("Back")
    await ana.presses("Who has looked")
    assert "HR looked at who is in which team: 12 January 2026." in ana.screen


async def test_one_can_leave(office: Office, ana: Someone, hanna: Someone) -> None:
    await ana.says("/mydata")
    await ana.presses("Leave the programme")
    assert "erased after 30 days" in ana.screen
    await ana.presses("Yes, I leave")
    assert "You have left the programme." in ana.screen
    before = len(ana.messages)
    await office.live(1, Weekday.MON, "09:30")
    assert len(ana.messages) == before, "nothing comes any more"
    await hanna.says("/people")
    assert "Desk: 0 people" in hanna.screen


async def test_whoever_left_comes_back_by_a_new_invite(
    office: Office, ana: Someone, desk: int
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("A calm moment.")
    await ana.says("/mydata")
    await ana.presses("Leave the programme")
    leave = ana.button("Yes, I leave").data or ""
    await ana.presses("Yes, I leave")
    await ana.forges(leave)
    await ana.says("/mydata")
    assert "A calm moment." not in ana.screen
    await ana.says(f"/start {await office.programme.link(Role.STAFF, desk)}")
    await ana.presses("Take this place")
    await ana.says("/mydata")
    await ana.presses("My texts")
    assert "A calm moment." in ana.screen


async def test_the_last_of_hr_stays_until_somebody_follows(office: Office, hanna: Someone) -> None:
    await hanna.says("/mydata")
    await hanna.presses("Leave the programme")
    await hanna.presses("Yes, I leave")
    assert hanna.toast.startswith("You are the only HR person here.")
    await office.member("Heidi", None, Role.HR)
    await hanna.presses("Yes, I leave")
    assert "You have left" in hanna.screen


async def known(office: Office, person: Someone) -> Viewer:
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    return viewer
