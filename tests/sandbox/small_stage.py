"""A small office for the chat page, with a coach of a few words in front of it."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from bot.sandbox.bot_api.chats import Upload
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.clock import WindableClock
from bot.sandbox.page.stage import NextEvent, Seat

ANA, BEN, LEA, HANNA = 1001, 1002, 1003, 1004
QUESTION = "How clearly did you <b>explain the next step</b> to people this week?"


class SmallStage:
    """Four people, and something to look forward to every other hour."""

    def __init__(self, telegram: LocalTelegram, clock: WindableClock) -> None:
        self.zone = ZoneInfo("Europe/Helsinki")
        self._telegram = telegram
        self._clock = clock
        self.visited: set[int] = set()
        self._newcomers = count(2001)
        self._kinds = ["checkin", "points_post", "close"]
        self._seats = [
            Seat(ANA, "Ana Virtanen", "staff", "Library services", "en"),
            Seat(BEN, "Ben Öhman", "staff", "Library services", "sv"),
            Seat(LEA, "Lea Korhonen", "lead", "Library services", "fi"),
            Seat(HANNA, "Hanna Niemi", "hr", "", "en"),
        ]
        for seat in self._seats:
            telegram.add_user(seat.user_id, seat.name, language_code=seat.language)

    def seats(self) -> Sequence[Seat]:
        return tuple(self._seats)

    async def next_event(self) -> NextEvent | None:
        return NextEvent(self._due(), self._kinds[0]) if self._kinds else None

    async def wind(self) -> None:
        self._clock.wind_to(self._due())
        self._kinds.pop(0)
        await say(
            self._telegram, ANA, QUESTION, [[str(value) for value in range(1, 6)], ["Why this?"]]
        )

    def played(self, user_id: int) -> None:
        self.visited.add(user_id)

    def new_seat(self) -> Seat:
        seat = Seat(next(self._newcomers), "Noor Saleh", "newcomer", "", "en")
        self._telegram.add_user(seat.user_id, seat.name, language_code=seat.language)
        self._seats.append(seat)
        return seat

    def _due(self) -> datetime:
        return self._clock.now().replace(minute=0) + timedelta(hours=2)


async def call(telegram: LocalTelegram, method: str, **params: Any) -> Any:
    """Call the Bot API and expect it to work."""
    files = {"photo": Upload("week.png", params.pop("photo"))} if "photo" in params else {}
    reply = await telegram.call(method, params, files)
    assert reply.status == 200, reply.body
    return reply.body["result"]


async def say(
    telegram: LocalTelegram, user_id: int, text: str, rows: Sequence[Sequence[str]] = ()
) -> None:
    """Let the bot write, with buttons whose data is their text."""
    keyboard = [[{"text": name, "callback_data": name} for name in row] for row in rows]
    markup = {"reply_markup": json.dumps({"inline_keyboard": keyboard})} if rows else {}
    await call(telegram, "sendMessage", chat_id=user_id, text=text, parse_mode="HTML", **markup)


async def coach(telegram: LocalTelegram) -> None:
    """Answer everybody until cancelled."""
    offset = 0
    while True:
        for update in await call(telegram, "getUpdates", offset=offset, timeout=50):
            offset = update["update_id"] + 1
            if "callback_query" in update:
                await _answer(telegram, update["callback_query"])
            elif "message" in update:
                await _reply(telegram, update["message"])


async def _answer(telegram: LocalTelegram, query: Any) -> None:
    alert = query["data"] == "Why this?"
    text = "It is one of six sides of good service." if alert else "Saved"
    await call(
        telegram, "answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=alert
    )
    if not alert:
        await call(
            telegram,
            "editMessageText",
            chat_id=query["from"]["id"],
            message_id=query["message"]["message_id"],
            text=f"You answered <b>{query['data']}</b>. Thank you!",
            parse_mode="HTML",
        )


async def _reply(telegram: LocalTelegram, message: Any) -> None:
    user_id, text = message["from"]["id"], message["text"]
    if text.startswith("/start"):
        name = message["from"]["first_name"].split()[0]
        await say(telegram, user_id, f"Hello <b>{name}</b>! Nice to meet you.")
    elif text == "/invite":
        link = f"https://t.me/{telegram.username}?start=welcome-42"
        await say(telegram, user_id, f"Send this link to your new colleague:\n{link}")
    else:
        await say(telegram, user_id, "Tell me more, or see /help.")


async def running_coach(telegram: LocalTelegram) -> asyncio.Task[None]:
    """Set the commands menu and start answering."""
    commands = [
        {"command": "prompt", "description": "A short exercise for today"},
        {"command": "checkin", "description": "Look at your week, two questions"},
        {"command": "points", "description": "Your team's points"},
        {"command": "privacy", "description": "Who sees what"},
        {"command": "help", "description": "What I can do"},
    ]
    await call(telegram, "setMyCommands", commands=commands)
    await call(
        telegram,
        "setMyDescription",
        description="I help you notice what makes service good, a few minutes a week.",
    )
    return asyncio.create_task(coach(telegram))
