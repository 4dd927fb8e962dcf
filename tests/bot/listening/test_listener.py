"""What the bot hears: floods, strangers, nonsense, webhooks, and what comes while it fails."""

import asyncio

import pytest

from bot.callbacks.people import ChooseLanguage
from bot.i18n import Translator
from bot.listening.turns import HANDFUL
from bot.sandbox.bot_api.trouble import Fault, Lot
from coaching.content import LANGUAGES
from coaching.people.identity import Viewer
from tests.bot.dialogue import Office, Someone, words

ODD: list[dict[str, object]] = [
    {},
    {"message": None},
    {"message": 7},
    {"message": {}},
    {"message": {"message_id": 1, "chat": {"id": 5}, "from": {"id": 5}}},
    {"message": {"message_id": 1, "date": "soon", "chat": {"id": 5, "type": "private"}}},
    {"callback_query": {"id": "1", "from": {"id": 5, "is_bot": False, "first_name": "A"}}},
    {"callback_query": []},
    {"my_chat_member": {"chat": {"id": -5, "type": "group"}, "from": {"id": 5}}},
    {"edited_message": {"chat": {"id": 5, "type": "private"}, "from": "somebody"}},
    {"hologram": {"id": 9, "from": {"id": 5}}},
    {"channel_post": {"chat": {"id": -5, "type": "channel"}}},
]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.client.limiter.PAUSES", (0.01, 0.02, 0.05))
    monkeypatch.setattr("bot.listening.fetching.PAUSE", 0.02)


@pytest.mark.parametrize("odd", ODD)
async def test_what_cannot_be_read_is_skipped_and_everybody_goes_on(
    office: Office, ana: Someone, odd: dict[str, object]
) -> None:
    office.telegram.bring(**odd)
    await ana.says("/help")
    assert "What you can do here" in ana.screen
    before = len(office.telegram.transcript)
    await asyncio.sleep(0.1)
    assert len(office.telegram.transcript) - before < 5, "it is not fetched again and again"


async def test_a_members_nonsense_message_is_skipped(office: Office, ana: Someone) -> None:
    """What the library cannot read although we can tell who sent it."""
    chat = {"id": ana.user_id, "type": "private", "first_name": "Ana"}
    sender = {"id": ana.user_id, "is_bot": False, "first_name": "Ana"}
    message = {"message_id": 1, "chat": chat, "from": sender, "date": "soon", "text": "/help"}
    office.telegram.bring(message=message)
    await ana.says("/help")
    assert sum("What you can do here" in said for said in ana.said) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_three_hundred_forwarded_messages_are_told_once(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    lena = await office.member("Lena", desk)
    for number in range(300):
        office.telegram.say(ana.user_id, f"forwarded {number}")
    await lena.says("/help")
    assert "What you can do here" in lena.screen
    told = Translator(language).plain("error.too_many")
    assert ana.said.count(told) == 1
    assert len(ana.messages) <= 2 + 3 * (1 + HANDFUL), "a few of each time that it asked"


async def test_a_flood_of_presses_is_told_by_a_notice(office: Office, ana: Someone) -> None:
    await ana.says("/language")
    on, data = ana.message, ChooseLanguage("en").pack()
    pressed = [office.telegram.press(ana.user_id, on.message_id, data) for _ in range(40)]
    await office.settled()
    toasts = [answer.text for each in pressed if (answer := office.telegram.toast(each))]
    assert toasts.count(Translator("en").plain("error.too_many")) == 1


async def test_an_album_of_ten_gets_one_answer(office: Office, ana: Someone) -> None:
    before = len(ana.messages)
    office.telegram.send_album(ana.user_id, 10)
    await office.settled()
    assert len(ana.messages) == before + 1
    assert ana.screen == Translator("en").plain("text.unsupported")


async def test_two_thousand_strangers_do_not_keep_a_member_waiting(
    office: Office, ana: Someone
) -> None:
    strangers = [office.newcomer("Eve") for _ in range(2000)]
    for eve in strangers:
        office.telegram.say(eve.user_id, "/start")
    office.telegram.say(ana.user_id, "/help")
    async with asyncio.timeout(5):
        while "What you can do here" not in ana.screen:
            await office.telegram.changed(ana.user_id, office.telegram.version(ana.user_id))
    answered = sum(bool(eve.messages) for eve in strangers)
    assert answered < 20, "strangers get a small share of what the bot may send"


async def test_three_hundred_commands_in_a_group_get_one_sentence(
    office: Office, ana: Someone
) -> None:
    office.telegram.add_group(-700, "Everybody")
    for _ in range(300):
        office.telegram.say_in_group(-700, ana.user_id, "/help")
    await ana.says("/help")
    assert "What you can do here" in ana.screen
    await office.settled()
    assert len([m for m in office.telegram.chat(-700) if m.from_bot]) == 1


async def test_a_webhook_of_another_tool_is_removed(office: Office, ana: Someone) -> None:
    elsewhere = {"url": "https://elsewhere.example/secret-path"}
    assert (await office.telegram.call("setWebhook", elsewhere, {})).status == 200
    office.telegram.end_polls()  # the next one is refused
    office.telegram.say(ana.user_id, "/help")
    async with asyncio.timeout(5):
        while "What you can do here" not in ana.screen:
            await office.telegram.changed(ana.user_id, office.telegram.version(ana.user_id))


async def test_the_gate_that_fails_stays_shut(
    office: Office, ana: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> Viewer | None:
        raise OSError("the database is away")

    monkeypatch.setattr("bot.chat.gate.identify", away)
    before = len(ana.messages)
    await ana.says("/help")
    assert len(ana.messages) == before + 1
    assert "something went wrong" in ana.screen


async def test_at_twenty_percent_faults_everything_pressed_is_answered(
    office: Office, desk: int
) -> None:
    ana = await office.member("Ana", desk)
    await ana.says("/help")
    office.telegram.faults.lot = Lot(
        {"too_many": 0.04, "server_error": 0.06, "dropped": 0.05, "unanswered": 0.05}, seed=3
    )
    unanswered = []
    for number in range(60):
        command = ("/help", "/checkin", "/privacy", "/language")[number % 4]
        before = ana.message.message_id
        await ana.says(command)
        if ana.message.message_id == before:
            unanswered.append(command)
        if command == "/checkin" and "4" in ana.buttons:
            shown = [words(message) for message in ana.messages]
            await ana.presses("4")
            if [words(message) for message in ana.messages] == shown:
                unanswered.append("press")
    assert unanswered == []


async def test_what_waits_when_the_bot_stops_is_answered_by_the_next(
    office: Office, ana: Someone
) -> None:
    before = len(ana.messages)
    office.telegram.faults.add(Fault("slow", "sendMessage", seconds=0.2, times=3))
    for _ in range(3):
        office.telegram.say(ana.user_id, "/help")
    await asyncio.sleep(0.05)
    await office.restarts()
    assert len(ana.messages) - before == 3
