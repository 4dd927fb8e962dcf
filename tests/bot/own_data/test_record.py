"""/mydata in the chat: what is held, as files, and erased after one question."""

import json

import pytest
from sqlmodel import select

from bot.callbacks.own_data import OwnTextData
from bot.sandbox.bot_api.trouble import Fault
from coaching.own_data.texts import TextKind
from coaching.people import identity
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.formats import PromptFormat
from storage import checkin
from storage.people import Person
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
    assert "kept for 13 months and not shown to others" in ana.screen
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


async def test_ones_own_answers_say_where_the_sentences_changed(
    office: Office, ana: Someone
) -> None:
    for week, wording in ((0, "1"), (4, "2")):
        async with office.programme.database.write() as session:
            (rated,) = await session.exec(select(Person).where(Person.first_name == "Ana"))
            await checkin.put(session, rated.id, checkin.Given(week, "D1", "rated", 3, wording))
    await ana.says("/mydata")
    await ana.presses("My own answers over time")
    assert "Listening: 3 · 3" in ana.screen
    assert "written anew from block 2 on: do not compare" in ana.screen


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


@pytest.mark.parametrize("role", list(Role))
async def test_whoever_left_sees_and_erases_what_is_held(
    office: Office, desk: int, role: Role
) -> None:
    person = await office.member("Kim", None if role is Role.HR else desk, role)
    await person.presses_through("/mydata", "Leave the programme", "Yes, I leave")
    assert "Erase it now? Or come back?" in person.screen
    assert person.menu == ["language", "mydata", "privacy", "help"]
    await person.presses("What is held about me")
    assert "• who you are to the bot: 1" in person.screen
    assert "/pause" not in person.screen
    assert "Leave the programme" not in person.buttons
    await person.presses("Send it to me as a file")
    assert person.message.media is not None
    await person.presses_through("/mydata", "My profile", "Correct my name")
    await person.says("Kimi")
    assert "First name: Kimi" in person.screen
    await person.says("/privacy")
    assert "Who sees what at" in person.screen
    await person.presses_through("/checkin", "Erase everything", "Yes, erase everything")
    assert "Everything about you is erased." in person.screen
    assert await identity.identify(office.programme.database, person.user_id) is None


async def test_erasing_is_told_although_the_menu_cannot_be_dropped(
    office: Office, ana: Someone
) -> None:
    await ana.presses_through("/mydata", "Erase everything")
    office.telegram.faults.add(Fault("bad_request", "deleteMyCommands"))
    await ana.presses("Yes, erase everything")
    assert "Everything about you is erased." in ana.screen


async def test_hr_is_told_nothing_that_is_not_for_hr(office: Office, hanna: Someone) -> None:
    await hanna.says("/mydata")
    assert "/focus" not in hanna.screen
    await hanna.says("/privacy")
    assert "HR tells you" not in hanna.screen
    await hanna.presses_through("/mydata", "Send it to me as a file")
    stored = office.telegram.file(hanna.message.media.file.file_id if hanna.message.media else "")
    assert stored is not None
    assert "HR tells you" not in stored.content.decode()


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
