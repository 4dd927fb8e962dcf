"""Simulated people: they answer by buttons, press again if nothing happens, change their minds."""

import heapq
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.callbacks.base import BadCallbackError
from bot.callbacks.checkin import AskItem, Respond
from bot.callbacks.practice import AnswerPrompt, Face, TurnPrompt
from bot.clock import Clock
from bot.i18n import Translator
from bot.sandbox.bot_api.chats import ChatMessage
from coaching.rules.formats import WAYS_OUT, Outcome
from coaching.rules.scripts import ANEW, THOUGHT
from tests.chaos.account import Account, Press, Question
from tests.chaos.telegram import WatchedTelegram
from tests.chaos.town import Citizen

NOTICED = (1, 200)  # minutes until somebody takes up a message
LOOKS = (0.3, 0.9)  # seconds of ours until somebody looks again at what their press did
PATIENCE = 4.0  # seconds of ours until somebody presses again when nothing happens
TRIES = 25
CONTENT = 0.3  # how often somebody who was told "kept" puts the phone away
UNSURE = 0.15  # how often somebody presses twice, or changes an answer
Button = Respond | AskItem | AnswerPrompt | TurnPrompt


class _Look(NamedTuple):
    """When somebody looks at a message again, and the press that they wait for until then."""

    at: float
    user_id: int
    message_id: int
    tries: int
    pressed: str
    gives_up: float


class Crowd:
    """Everybody in front of their phones."""

    def __init__(
        self, telegram: WatchedTelegram, clock: Clock, people: Sequence[Citizen], seed: int
    ) -> None:
        self._telegram = telegram
        self._clock = clock
        self._account: Account = telegram.account
        self._lot = random.Random(seed)
        self._diligence = {who.user_id: self._lot.uniform(0.3, 0.95) for who in people}
        self._kept = {who.user_id: _kept_words(who.language) for who in people}
        self._unread: list[tuple[datetime, int, int]] = []  # to be taken up at that time
        self._in_hand: list[_Look] = []
        self._in_steps: set[int] = set()
        self._pressed_on: defaultdict[int, set[Question]] = defaultdict(set)
        telegram.on_arrival = self._notice

    @property
    def at_rest(self) -> bool:
        """Tell whether nobody has anything more to do."""
        return not self._unread and not self._in_hand

    def act(self) -> None:
        """Let everybody whose moment has come look at their message and do the next thing."""
        while self._unread and self._unread[0][0] <= self._clock.now():
            _, user_id, message_id = heapq.heappop(self._unread)
            self._go_on(user_id, message_id, 0)
        while self._in_hand and self._in_hand[0].at <= time.monotonic():
            self._look(heapq.heappop(self._in_hand))

    def is_kept(self, question: Question, press: Press) -> bool:
        """Tell whether the press was answered by the words for "kept"."""
        return self._says_kept(question.user_id, press.callback_id)

    def _says_kept(self, user_id: int, callback_id: str) -> bool:
        toast = self._telegram.toast(callback_id)
        return toast is not None and not toast.show_alert and toast.text in self._kept[user_id]

    def _notice(self, user_id: int, message: ChatMessage) -> None:
        if message.keyboard and self._lot.random() < self._diligence[user_id]:
            at = self._clock.now() + timedelta(minutes=self._lot.uniform(*NOTICED))
            heapq.heappush(self._unread, (at, user_id, message.message_id))

    def _look(self, look: _Look) -> None:
        spins = self._telegram.toast(look.pressed) is None
        if spins and time.monotonic() < look.gives_up:
            heapq.heappush(self._in_hand, look._replace(at=self._soon()))
        elif not (self._says_kept(look.user_id, look.pressed) and self._lot.random() < CONTENT):
            self._go_on(look.user_id, look.message_id, look.tries)

    def _go_on(self, user_id: int, message_id: int, tries: int) -> None:
        """Press what there is to press, and look again a little later."""
        message = self._telegram.message(user_id, message_id)
        if message is None or tries == TRIES:
            return
        wanted = self._wanted(user_id, message)
        for button in wanted:
            pressed = self._press(user_id, message, button)
        if wanted:
            end = time.monotonic() + PATIENCE
            look = _Look(self._soon(), user_id, message_id, tries + 1, pressed, end)
            heapq.heappush(self._in_hand, look)

    def _soon(self) -> float:
        return time.monotonic() + self._lot.uniform(*LOOKS)

    def _wanted(self, user_id: int, message: ChatMessage) -> list[Button]:
        """Return what to press: an answer, now and then two, or the way to a question."""
        there = list(_buttons(message))
        self._see(user_id, message, there)
        answers = [b for b in there if isinstance(b, Respond | AnswerPrompt) and _is_final(b)]
        self._in_steps |= {
            b.practice_id for b in answers if isinstance(b, AnswerPrompt) and _is_of_many(b)
        }
        doors = [b for b in there if _opens(b)]
        changes = [b for b in there if _changes(b) and not self._forgets(b)]
        is_unsure = self._lot.random() < UNSURE
        if answers:
            return self._lot.sample(answers, min(1 + is_unsure, len(answers)))
        return doors[:1] or (self._lot.sample(changes, 1) if changes and is_unsure else [])

    def _forgets(self, button: Button) -> bool:
        """Tell whether the press begins a talk of several steps anew."""
        return isinstance(button, TurnPrompt) and button.practice_id in self._in_steps

    def _see(self, user_id: int, message: ChatMessage, there: Sequence[Button]) -> None:
        """Note what was answered on this message and is asked there no more."""
        asked = {_question(user_id, b) for b in there if isinstance(b, Respond | AnswerPrompt)}
        self._account.shown_kept |= self._pressed_on[message.message_id] - asked

    def _press(self, user_id: int, message: ChatMessage, button: Button) -> str:
        callback_id = self._telegram.press(user_id, message.message_id, button.pack())
        if isinstance(button, Respond | AnswerPrompt):
            question = _question(user_id, button)
            self._account.pressed(question, _words(button), callback_id)
            self._pressed_on[message.message_id].add(question)
        return callback_id


def _kept_words(language: str) -> set[str]:
    t = Translator(language)
    return {t.plain("checkin.kept"), t.plain("prompt.kept")}


def _buttons(message: ChatMessage) -> Iterable[Button]:
    for button in (button for row in message.keyboard for button in row):
        for kind in (Respond, AskItem, AnswerPrompt, TurnPrompt):
            try:
                yield kind.parse(button.data or "")
            except BadCallbackError:
                continue


def _question(user_id: int, button: Respond | AnswerPrompt) -> Question:
    if isinstance(button, Respond):
        return Question(user_id, f"{button.week} {button.dimension}")
    return Question(user_id, f"practice {button.practice_id} {button.step}")


def _words(button: Respond | AnswerPrompt) -> str:
    """Return the answer in the words of the account."""
    if isinstance(button, AnswerPrompt):
        return button.code
    return button.response if button.value is None else f"{button.response} {button.value}"


def _is_final(button: Respond | AnswerPrompt) -> bool:
    """Leave out what keeps the question open for ever, and what forgets the answers before."""
    return isinstance(button, Respond) or button.code not in (Outcome.NOT_YET, ANEW, *WAYS_OUT)


def _is_of_many(button: AnswerPrompt) -> bool:
    """Tell whether the button answers one step of several: begun again, all are forgotten."""
    return button.step > 0 or button.code == THOUGHT or button.code.isdecimal()


def _opens(button: Button) -> bool:
    """Tell whether a press leads to a question: a reminder's button, or a recall's card."""
    if isinstance(button, AskItem):
        return button.dimension is None
    return isinstance(button, TurnPrompt) and button.face is Face.CARD


def _changes(button: Button) -> bool:
    """Tell whether a press opens an answered question again."""
    if isinstance(button, AskItem):
        return button.dimension is not None
    return isinstance(button, TurnPrompt) and button.face is Face.AGAIN
