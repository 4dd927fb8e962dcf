"""A text with something private in it: refused, dropped by one tap, kept if its author says so."""

import pytest

from bot.callbacks.guarding import DropText, KeepText
from bot.sandbox.bot_api.chats import ChatMessage
from bot.sandbox.bot_api.trouble import Fault, FaultKind
from coaching.rules.calendar import Weekday
from coaching.rules.formats import PromptFormat
from tests.bot.dialogue import Office, Someone
from tests.bot.practice.test_talks import gets, notes


def refusal_of(person: Someone) -> ChatMessage:
    """Return the message that says why a text was not kept."""
    return next(m for m in person.messages if "I did not keep that" in m.text)


CODE = "131052-308T"


async def test_words_about_health_are_refused_politely_and_nothing_is_stored(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("She told me that she has diabetes.")
    assert ana.screen.startswith("I did not keep that: it seems to contain words about somebody's")
    assert ana.buttons == ["Delete my message", "Keep it as it is"]
    assert await notes(office, ana) == []
    async with office.programme.database.connect(write=False) as connection:
        found = await connection.exec_driver_sql("SELECT data FROM position")
        assert not [row for row in found if "diabetes" in row[0]]


async def test_one_tap_takes_the_message_away_and_the_question_stays(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    written = await ana.says("Call her: 040 123 4567")
    await ana.presses("Delete my message")
    chat = office.telegram.chat(ana.user_id)
    assert written not in [message.message_id for message in chat]
    assert "Your message is deleted." in ana.screen
    await ana.says("She wanted to be called back.")
    assert [note.text for note in await notes(office, ana)] == ["She wanted to be called back."]


async def test_a_message_that_telegram_does_not_delete_is_not_called_deleted(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    written = await ana.says("Call her: 040 123 4567")
    await office.live(0, Weekday.WED, "12:00")
    await ana.presses("Delete my message", on=refusal_of(ana))
    assert written in [message.message_id for message in office.telegram.chat(ana.user_id)]
    assert not [said for said in ana.said if "is deleted" in said]
    assert [said for said in ana.said if "please delete it yourself" in said]


@pytest.mark.parametrize("kind", ["bad_request", "forbidden", "dropped"])
async def test_a_deletion_that_failed_is_not_called_one(
    office: Office, ana: Someone, kind: FaultKind
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("Call her: 040 123 4567")
    office.telegram.faults.add(Fault(kind, "deleteMessage", times=9))
    await ana.presses("Delete my message")
    assert ana.screen.startswith("I could not delete your message.")


async def test_a_message_that_is_gone_already_is_not_called_deleted_by_the_bot(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.forges(DropText())
    assert ana.screen.startswith("I could not delete your message. If you still see it")


async def test_its_author_may_keep_it_all_the_same(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("We talked about sick leave in general.")
    await ana.presses("Keep it as it is")
    assert "(2/3)" in ana.screen
    kept = await notes(office, ana)
    assert [note.text for note in kept] == ["We talked about sick leave in general."]


async def test_a_second_press_answers_no_second_question(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("We talked about sick leave in general.")
    refusal = ana.message
    await ana.presses("Keep it as it is")
    await ana.forges(f"keep:practice-{(await notes(office, ana))[0].practice_id}", on=refusal)
    assert len(await notes(office, ana)) == 1


async def test_an_identity_code_is_never_kept(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says(f"She is {CODE} and was on sick leave")
    assert ana.buttons == ["Delete my message"]
    await ana.forges(KeepText("practice-1"))
    assert await notes(office, ana) == []
    assert CODE not in ana.screen


async def test_a_learning_may_be_kept_and_is_previewed_as_ever(
    office: Office, ana: Someone
) -> None:
    await ana.says("/share")
    await ana.says("After a sick leave we now call people first.")
    await ana.presses("Keep it as it is")
    assert "After a sick leave we now call people first." in ana.screen
    assert "Share without a name" in ana.buttons


async def test_hrs_own_texts_are_looked_at_too(office: Office, hanna: Someone) -> None:
    await hanna.says("/theme")
    await hanna.presses("Write why: English")
    await hanna.says("Write to anna@example.com")
    await hanna.presses("Keep it as it is")
    assert "English: Write to anna@example.com" in hanna.screen


@pytest.mark.parametrize("data", [KeepText("practice-1"), DropText()])
async def test_pressed_under_another_message_it_does_no_harm(
    office: Office, ana: Someone, data: KeepText | DropText
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    before = len(office.telegram.chat(ana.user_id))
    await ana.forges(data)
    assert await notes(office, ana) == []
    assert len(office.telegram.chat(ana.user_id)) == before


async def test_somebody_elses_text_cannot_be_kept(office: Office, ana: Someone, desk: int) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("She has diabetes.")
    eve = await office.member("Eve", desk)
    await eve.forges(KeepText("practice-1"))
    assert eve.toast == "This question is closed."
    assert await notes(office, ana) == []


async def test_the_log_knows_only_the_rule(
    office: Office,
    ana: Someone,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says(f"Anna, {CODE}, has diabetes")
    logged = capsys.readouterr().out + caplog.text
    assert "text refused" in logged
    assert "identity_code" in logged
    for secret in (CODE, "diabetes", "Anna,"):
        assert secret not in logged


async def test_a_refused_text_answers_no_other_question(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("We talked about sick leave in general.")
    refusal = ana.message
    await ana.says("/share")
    await ana.presses("Keep it as it is", on=refusal)
    assert ana.toast == "This question is closed."
    assert "Share without a name" not in ana.buttons
