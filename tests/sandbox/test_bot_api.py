"""The rules of the Bot API, over HTTP."""

import asyncio
import gc
import json
import socket
from contextlib import suppress

import aiohttp
import pytest

from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.bot_api.trouble import Fault, FaultKind, Limits, Lot
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import serve

from .conftest import ANA, TOKEN, Api

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}


async def test_a_wrong_token_is_401_and_an_encoded_one_is_right(api: Api) -> None:
    api.token = "4242:other"
    assert (await api.call("getMe")).refusal == "401 Unauthorized"
    api.token = TOKEN.replace(":", "%3A")
    assert (await api.call("getMe")).status == 200


async def test_an_unknown_method_is_404(api: Api) -> None:
    assert (await api.call("sendTelepathy")).refusal == "404 Not Found: method not found"


async def test_another_websites_host_name_is_refused(api: Api) -> None:
    url = f"{api.server.base_url}{TOKEN}/getMe"
    async with api.session.post(url, headers={"Host": "evil.example"}) as response:
        assert response.status == 403


async def test_form_json_and_multipart_are_read_alike(api: Api, telegram: LocalTelegram) -> None:
    url = f"{api.server.base_url}{TOKEN}/sendMessage"
    form = {"chat_id": str(ANA), "text": "Hei ä", "reply_markup": json.dumps(KEYBOARD)}
    multipart = aiohttp.FormData(form, default_to_multipart=True)
    for body in ({"data": form}, {"data": multipart}, {"json": form | {"reply_markup": KEYBOARD}}):
        async with api.session.post(url, **body) as response:
            assert response.status == 200
    sent = [message for message in telegram.chat(ANA) if message.from_bot]
    assert [(m.text, m.keyboard[0][0].data) for m in sent] == [("Hei ä", "yes")] * 3


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "<p>x</p>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "x", "chat_id": 77}, "chat not found"),
        ({"text": "x", "chat_id": "ana"}, "chat_id"),
        ({"text": 5}, "text"),
        ({"text": "x", "colour": "red"}, "colour"),
        (
            {
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "ä" * 33}]]},
            },
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_a_wrong_message_is_refused(
    api: Api, params: dict[str, object], reason: str
) -> None:
    answer = await api.call("sendMessage", **({"chat_id": ANA} | params))
    assert answer.refusal.startswith("400 Bad Request")
    assert reason in answer.refusal


async def test_length_counts_after_parsing(api: Api, telegram: LocalTelegram) -> None:
    await api.send("<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    last = telegram.last_message(ANA)
    assert last is not None
    assert last.text == "x" * 4096


async def test_entities_count_in_utf16(api: Api, telegram: LocalTelegram) -> None:
    await api.send("👋 <b>Ana &amp; Bo</b> <a href='https://x.fi'>x</a>", parse_mode="HTML")
    last = telegram.last_message(ANA)
    assert last is not None
    assert last.text == "👋 Ana & Bo x"
    assert [(e.type, e.offset, e.length) for e in last.entities] == [
        ("bold", 3, 8),
        ("text_link", 12, 1),
    ]


async def test_edits(api: Api, telegram: LocalTelegram) -> None:
    message_id = await api.send("One", reply_markup=KEYBOARD)
    edit = {"chat_id": ANA, "message_id": message_id}
    same = await api.call("editMessageText", **edit, text="One", reply_markup=KEYBOARD)
    assert "message is not modified" in same.refusal
    assert (await api.call("editMessageText", **edit, text="Two")).status == 200
    edited = telegram.message(ANA, message_id)
    assert edited is not None
    assert (edited.text, edited.keyboard, edited.edited) == ("Two", (), True)
    missing = await api.call("editMessageText", chat_id=ANA, message_id=999, text="x")
    assert "message to edit not found" in missing.refusal
    assert (await api.call("deleteMessage", **edit)).status == 200
    assert "message to delete not found" in (await api.call("deleteMessage", **edit)).refusal


async def test_a_button_is_answered_once(api: Api, telegram: LocalTelegram) -> None:
    callback_id = telegram.press(ANA, await api.send(reply_markup=KEYBOARD), "forged")
    query = (await api.updates())[-1]["callback_query"]
    assert isinstance(query, dict)
    assert query["data"] == "forged"
    assert query["chat_instance"]
    answer = {"callback_query_id": callback_id, "text": "x" * 201}
    assert "MESSAGE_TOO_LONG" in (await api.call("answerCallbackQuery", **answer)).refusal
    assert (await api.call("answerCallbackQuery", **answer | {"text": "Saved"})).status == 200
    assert "query is too old" in (await api.call("answerCallbackQuery", **answer)).refusal
    toast = telegram.last_toast(ANA)
    assert toast is not None
    assert toast.text == "Saved"


async def test_start_and_block_decide_who_can_be_reached(
    api: Api, telegram: LocalTelegram
) -> None:
    telegram.add_user(7, "Bo")
    assert (await api.call("sendMessage", chat_id=7, text="x")).refusal.startswith("403")
    telegram.block(ANA)
    blocked = await api.call("sendMessage", chat_id=ANA, text="x")
    assert blocked.refusal == "403 Forbidden: bot was blocked by the user"
    member = (await api.updates())[-1]["my_chat_member"]
    assert isinstance(member, dict)
    assert member["new_chat_member"]["status"] == "kicked"


async def test_an_offset_confirms(api: Api, telegram: LocalTelegram) -> None:
    telegram.say(ANA, "Two")
    first, second = await api.updates()
    assert await api.updates(limit=1) == [first]
    assert await api.updates(offset=-1) == [second]
    second_id = second["update_id"]
    assert isinstance(second_id, int)
    assert await api.updates(offset=second_id + 1) == []
    assert telegram.unconfirmed() == 0
    telegram.redeliver(second_id)
    assert await api.updates(offset=second_id + 1) == [second]


async def test_a_poll_waits_for_what_comes(api: Api, telegram: LocalTelegram) -> None:
    offset = telegram.unconfirmed() + 1
    poll = asyncio.create_task(api.updates(offset=offset, timeout=50))
    await telegram.confirmed()
    telegram.say(ANA, "At last")
    (update,) = await poll
    message = update["message"]
    assert isinstance(message, dict)
    assert message["text"] == "At last"


async def test_the_newer_of_two_pollers_wins(api: Api, telegram: LocalTelegram) -> None:
    older = asyncio.create_task(api.call("getUpdates", offset=2, timeout=50))
    await telegram.confirmed()
    await api.updates(offset=2)
    assert (await older).refusal.startswith("409 Conflict: terminated by other getUpdates")


@pytest.mark.parametrize(
    ("kind", "status"), [("too_many", 429), ("forbidden", 403), ("server_error", 500)]
)
async def test_faults_come_on_demand(
    api: Api, telegram: LocalTelegram, kind: FaultKind, status: int
) -> None:
    telegram.faults.add(Fault(kind, method="sendMessage", retry_after=7))
    answer = await api.call("sendMessage", chat_id=ANA, text="x")
    assert answer.status == status
    expected = {"retry_after": 7} if kind == "too_many" else None
    assert answer.body.get("parameters") == expected
    assert (await api.call("sendMessage", chat_id=ANA, text="x")).status == 200


@pytest.mark.parametrize(("kind", "arrived"), [("dropped", 0), ("unanswered", 1)])
async def test_a_connection_can_drop(
    api: Api, telegram: LocalTelegram, kind: FaultKind, arrived: int
) -> None:
    telegram.faults.add(Fault(kind))
    with pytest.raises(aiohttp.ClientError):
        await api.call("sendMessage", chat_id=ANA, text="x")
    assert telegram.from_bot(ANA) == arrived


async def test_faults_come_by_lot_and_the_same_seed_draws_the_same(
    api: Api, telegram: LocalTelegram
) -> None:
    shares: dict[FaultKind, float] = {"server_error": 0.3, "forbidden": 0.2}
    rounds = []
    for seed in (5, 5, 6):
        telegram.faults.lot = Lot(shares, seed)
        calls = [await api.call("sendMessage", chat_id=ANA, text="x") for _ in range(60)]
        rounds.append([call.status for call in calls])
        assert (await api.call("getUpdates")).status == 200, "spared"
    first, second, third = rounds
    assert first == second != third
    assert set(first) == {200, 403, 500}
    assert 20 < sum(telegram.faults.struck.values()) / 3 < 40


async def test_limits_answer_429(clock: WindableClock) -> None:
    telegram = LocalTelegram(clock, TOKEN, limits=Limits())
    telegram.add_user(ANA, "Ana")
    telegram.say(ANA, "/start")
    async with serve(telegram) as server, aiohttp.ClientSession() as session:
        api = Api(session, server)
        await api.send()
        assert (await api.call("sendMessage", chat_id=ANA, text="x")).body["parameters"] == {
            "retry_after": 1
        }


async def test_the_narrowest_menu_shows(api: Api, telegram: LocalTelegram) -> None:
    for name, scope, language in [
        ("default", {"type": "default"}, ""),
        ("finnish", {"type": "default"}, "fi"),
        ("private", {"type": "all_private_chats"}, ""),
        ("own", {"type": "chat", "chat_id": ANA}, ""),
    ]:
        commands = [{"command": name, "description": "…"}]
        params = {"commands": commands, "scope": scope, "language_code": language}
        assert (await api.call("setMyCommands", **params)).result is True
        assert [line.name for line in telegram.commands_for(ANA)] == [
            "private" if name == "private" else name
        ]


async def test_a_group_lets_the_bot_hear_commands_only(api: Api, telegram: LocalTelegram) -> None:
    telegram.add_group(-5, "Library")
    telegram.say_in_group(-5, ANA, "Hello all")
    telegram.say_in_group(-5, ANA, "/help@cxcoach_demo_bot")
    (update,) = await api.updates(offset=2)
    message = update["message"]
    assert isinstance(message, dict)
    assert message["chat"] == {"id": -5, "type": "group", "title": "Library"}


async def test_the_transcript_names_no_token(api: Api, telegram: LocalTelegram) -> None:
    await api.send()
    assert [(c.method, c.chat_id, c.status) for c in telegram.transcript] == [
        ("sendMessage", ANA, 200)
    ]
    assert TOKEN not in repr(telegram.transcript)


async def test_the_page_obeys_only_itself(api: Api) -> None:
    url = f"{api.server.page_url}sandbox/say"
    async with api.session.post(url, json={}, headers={"Origin": "http://evil.example"}) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("turns", range(6))
async def test_who_comes_while_the_server_stops_is_let_go(
    telegram: LocalTelegram, turns: int
) -> None:
    async with serve(telegram) as server:
        comes = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        for _ in range(turns):
            await asyncio.sleep(0)
    with comes, suppress(ConnectionResetError):
        assert comes.recv(1) == b""
    gc.collect()  # a connection that nobody closed would warn here
