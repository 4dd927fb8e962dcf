"""What nobody asked for: one clear answer in the person's language, and nothing is lost."""

import pytest

from bot.i18n import Translator
from bot.sandbox.bot_api.chats import ChatMessage
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from coaching.rules.formats import PromptFormat
from tests.bot.dialogue import Office, Someone
from tests.bot.practice.test_talks import gets, notes

ALL = pytest.mark.parametrize("language", LANGUAGES)


async def one_answer(person: Someone, before: int, language: str, key: str) -> None:
    """See that exactly one message came, and that it says this."""
    assert person.screen == Translator(language).plain(key)
    assert len(person.messages) == before + 1


@ALL
async def test_what_is_no_text_gets_one_answer_and_loses_nothing(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    await ana.says("/checkin")
    for send in (ana.sends_voice, ana.sends_photo):
        before = len(ana.messages)
        await send()
        await one_answer(ana, before, language, "text.unsupported")
    await ana.says("4")
    assert "2/2" in ana.screen, "the question is still open"


@ALL
async def test_an_edited_message_changes_nothing(office: Office, desk: int, language: str) -> None:
    ana = await office.member("Ana", desk, language=language)
    await ana.says("/checkin")
    four = await ana.says("4")
    before = len(ana.messages)
    await ana.edits(four, "5")
    await one_answer(ana, before, language, "text.edited")
    await ana.edits(four, "/checkin")
    assert ana.screen == Translator(language).plain("text.edited"), "nor does an edited command"
    await ana.says("4")
    assert ana.screen.count(": 4") == 2


@ALL
async def test_unknown_commands_and_texts_say_what_there_is(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    said = {
        "/dance": "text.unknown_command",
        "/checkinn": "text.unknown_command",
        "/Start_here now": "text.unknown_command",
        "seven blue trams": "text.not_understood",
        "4": "text.not_understood",
        "/people": "error.not_allowed",
        "/invite": "error.not_allowed",
        "/schedules": "error.not_allowed",
        "/team": "error.not_allowed",
    }
    for text, key in said.items():
        before = len(ana.messages)
        await ana.says(text)
        await one_answer(ana, before, language, key)


@ALL
async def test_hr_is_not_pointed_to_what_hr_does_not_have(office: Office, language: str) -> None:
    heidi = await office.member("Heidi", None, Role.HR, language)
    for text, key in {
        "seven blue trams": "text.not_understood_hr",
        "/checkin": "error.not_allowed",
        "/prompt": "error.not_allowed",
        "/points": "error.not_allowed",
    }.items():
        before = len(heidi.messages)
        await heidi.says(text)
        await one_answer(heidi, before, language, key)


@ALL
async def test_forged_and_outdated_buttons_say_that_they_are_closed(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    await ana.says("/checkin")
    shown, before = ana.screen, len(ana.messages)
    for data in ("gone:1", "ci", "ci:0:D1", "whatever", "🙂", "lang", "read:now", "resume:1"):
        await ana.forges(data)
        assert ana.toast == Translator(language).plain("error.question_closed"), data
    for data in ("lang:de", "lang:", "team:999:", "did:999:0:done", "turn:999:why"):
        await ana.forges(data)
        assert ana.toast == Translator(language).plain("error.not_found"), data
    assert (ana.screen, len(ana.messages)) == (shown, before)


async def test_a_button_under_a_deleted_message_still_answers(
    office: Office, ana: Someone
) -> None:
    await ana.says("/checkin")
    button = ana.button("4").data or ""
    gone = ChatMessage(message_id=999_999, date=office.clock.now(), sender=None)
    await ana.forges(button, on=gone)
    assert "Check-in 2/2" in ana.screen, "said below, since the message is gone"


async def test_a_text_with_markup_is_taken_as_it_is(office: Office, ana: Someone) -> None:
    await ana.says("/prompt")
    for text in ("<b>", "</a>", "&amp;", "{name}", "%s", "\\", "0", "x" * 4096):
        await ana.says(text)
        assert "reference" not in ana.screen, text


async def test_a_command_may_carry_the_bots_name(office: Office, ana: Someone) -> None:
    await ana.says(f"/help@{office.telegram.username}")
    assert "What you can do here" in ana.screen


async def test_a_command_leaves_the_open_question_open(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    await ana.says("/help")
    await ana.says("/privacy")
    await ana.says("3")
    assert "Check-in 2/2" in ana.screen


@ALL
async def test_small_talk_gets_a_short_answer_and_the_question_stays_open(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    await ana.says("/checkin")
    for text, key in SMALL_TALK.items():
        before = len(ana.messages)
        await ana.says(text)
        await one_answer(ana, before, language, f"small_talk.{key}")
    before = len(ana.messages)
    await ana.sends_sticker()
    await one_answer(ana, before, language, "small_talk.emoji")
    await ana.says("4")
    assert "2/2" in ana.screen, "the question is still open"


SMALL_TALK = {
    "Thanks!": "thanks",
    "kiitos": "thanks",
    "Tack så mycket 🙏": "thanks",
    "not now...": "not_now",
    "I'm fed up with this": "fed_up",
    "?": "what",
    "Moi!": "hello",
    "👍": "emoji",
}


@ALL
async def test_what_somebody_else_wrote_answers_nothing(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    await ana.says("/checkin")
    for text in ("4", "/leave", "A customer thanked us."):
        before = len(ana.messages)
        await ana.says(text, forwarded=True)
        await one_answer(ana, before, language, "text.forwarded")
    await ana.says("4")
    assert "2/2" in ana.screen, "the question is still open"


async def test_a_forwarded_text_is_not_kept(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("She wanted to be called back.", forwarded=True)
    assert await notes(office, ana) == []
    await ana.says("She wanted to be called back.")
    assert [note.text for note in await notes(office, ana)] == ["She wanted to be called back."]


async def test_the_end_of_a_text_that_was_cut_is_no_answer(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    before = len(ana.messages)
    await ana.says("word " * 819 + "and end")
    assert len(ana.messages) == before + 1, "two pieces, one answer"
    assert "nothing was kept" in ana.screen
    assert await notes(office, ana) == []


async def test_small_talk_is_kept_nowhere(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    for text in ("thanks", "Stop!", "I am fed up with this"):
        await ana.says(text)
    assert await notes(office, ana) == []
    await ana.says("She wanted to be called back.")
    assert [note.text for note in await notes(office, ana)] == ["She wanted to be called back."]


@pytest.mark.parametrize("said", ["stop", "Lopeta!", "sluta", "I am fed up with this"])
async def test_who_wants_peace_is_offered_a_break_and_the_way_out(
    office: Office, ana: Someone, said: str
) -> None:
    await ana.says(said)
    assert ana.buttons == [
        "For a week",
        "For two weeks",
        "Until I come back",
        "Choose days",
        "Leave the programme",
    ]
    await ana.presses("For a week")
    assert "You are on a break." in ana.screen
    await ana.says(said)
    await ana.presses("Leave the programme")
    assert "Leave the programme?" in ana.screen
