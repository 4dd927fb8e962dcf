"""A local Telegram that keeps account of what arrives, and says when a call comes in."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.callbacks.base import CallbackData
from bot.callbacks.checkin import AskItem, Respond
from bot.callbacks.practice import (
    AnswerPrompt,
    SetMotivation,
    SetProfile,
    ShowFocus,
    TurnPrompt,
)
from bot.clock import Clock
from bot.sandbox.bot_api.chats import ChatMessage, Upload
from bot.sandbox.bot_api.refusals import Reply
from bot.sandbox.bot_api.signal import Signal
from bot.sandbox.bot_api.telegram import SENDING, LocalTelegram
from bot.sandbox.bot_api.trouble import ConnectionDroppedError
from coaching.rules.schedules import Kind
from tests.chaos.account import Account, Message
from tests.chaos.runner import TOKEN
from tests.chaos.town import Citizen

ZONE = ZoneInfo("Europe/Helsinki")
FIRST_BUTTONS: Mapping[type[CallbackData], Kind] = {
    AnswerPrompt: Kind.PROMPT,
    TurnPrompt: Kind.PROMPT,
    Respond: Kind.CHECKIN,
    AskItem: Kind.REMINDER,
}
ASIDES = (SetProfile, SetMotivation, ShowFocus)  # what a newcomer is asked after an answer
FORBIDDEN = 403
TALK = (*SENDING, "answerCallbackQuery", "editMessageText")


class WatchedTelegram(LocalTelegram):
    """Notes which scheduled messages it accepted, and which the bot could not know of."""

    def __init__(self, clock: Clock, account: Account, people: Iterable[Citizen]) -> None:
        super().__init__(clock, TOKEN)
        self.account = account
        self.polls = Signal()
        self.talk = Signal()
        self.sendings = Signal()
        self.on_arrival: Callable[[int, ChatMessage], None] = lambda *_: None
        for who in people:
            self.add_user(who.user_id, f"P{who.user_id}", language_code=who.language)
            self._world.chats[who.user_id].started = True

    async def call(
        self, method: str, params: Mapping[str, object], files: Mapping[str, Upload]
    ) -> Reply:
        """Carry the call out and note what came of it."""
        if method == "getUpdates":
            self.polls.bump()
        if method not in TALK:
            return await super().call(method, params, files)
        self.talk.bump()
        if method not in SENDING:
            reply = await super().call(method, params, files)
            if reply.status == FORBIDDEN and "chat_id" in params:  # an edit: it is noted as well
                self.account.forbidden.add(int(str(params["chat_id"])))
            return reply
        self.sendings.bump()
        user_id = int(str(params["chat_id"]))
        if user_id not in self._world.chats:  # HR's alerts: nobody sits there
            return await super().call(method, params, files)
        before = self.from_bot(user_id)
        try:
            reply = await super().call(method, params, files)
        except ConnectionDroppedError:
            # Neither kind of drop waits, so whatever arrived in between is this message.
            self._note_drop(user_id, arrived=self.from_bot(user_id) > before)
            raise
        self._note_reply(user_id, reply)
        return reply

    def _note_drop(self, user_id: int, *, arrived: bool) -> None:
        self._note_failure(user_id)
        message = self.last_message(user_id)
        if arrived and message is not None and (known := self._arrival(user_id, message)):
            self.account.unanswered[known] += 1

    def _note_reply(self, user_id: int, reply: Reply) -> None:
        result = reply.body.get("result")
        if not isinstance(result, dict):
            self._note_failure(user_id)
            if reply.status == FORBIDDEN:
                self.account.forbidden.add(user_id)
            return
        message = self.message(user_id, result["message_id"])
        assert message is not None
        self._arrival(user_id, message)

    def _note_failure(self, user_id: int) -> None:
        self.account.failed[user_id, local(self.clock.now()).date()] += 1

    def _arrival(self, user_id: int, message: ChatMessage) -> Message | None:
        kind = kind_of(message)
        if kind is None:
            return None
        arrived = Message(user_id, kind, local(message.date).date())
        self.account.arrivals[arrived].append(message.date)
        self.on_arrival(user_id, message)
        return arrived


def kind_of(message: ChatMessage) -> Kind | None:
    """Tell what a message of the timetable is by its first button, None if it is none.

    A points post has none, nor has a prompt that its person has refused before it came again.
    """
    first = next((button.data or "" for row in message.keyboard for button in row), "")
    prefix = first.partition(":")[0]
    if prefix in {aside.prefix for aside in ASIDES}:
        return None
    for kind_of_button, kind in FIRST_BUTTONS.items():
        if prefix == kind_of_button.prefix:
            return kind
    return Kind.PROMPT if local(message.date).weekday() else Kind.POINTS_POST


def local(instant: datetime) -> datetime:
    """Return the instant as the town's clocks show it."""
    return instant.astimezone(ZONE)
