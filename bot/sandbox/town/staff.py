"""A simulated member of staff: reads the chat like anybody, and answers by buttons and words."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.callbacks.base import BadCallbackError, CallbackData
from bot.callbacks.checkin import AskItem, NameSituation, Respond, SkipOpen
from bot.callbacks.learnings import DropLearning, ShareLearning
from bot.callbacks.practice import (
    AnswerAfter,
    AnswerPrompt,
    AnswerReturn,
    Face,
    TurnPrompt,
    TurnReturn,
)
from bot.sandbox.bot_api.chats import ChatMessage
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.town.cast import Character
from coaching.checkin.week import Response
from coaching.rules.formats import WAYS_OUT, Outcome
from coaching.rules.scripts import ANEW, THOUGHT

DELAYS = (
    timedelta(minutes=10),
    timedelta(minutes=40),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(days=1),
)
SENTENCES = {
    "en": (
        "I asked first and listened, and it went more calmly than I thought.",
        "a form that is new to them",
        "I say what happens next before they have to ask.",
        "They told me more once I was quiet for a moment.",
    ),
    "fi": (
        "Kysyin ensin ja kuuntelin, ja hetki sujui rauhallisemmin kuin luulin.",
        "lomake, joka on heille uusi",
        "Kerron seuraavan vaiheen, ennen kuin sitä pitää kysyä.",
        "Kuulin enemmän, kun olin hetken hiljaa.",
    ),
    "sv": (
        "Jag frågade först och lyssnade, och det gick lugnare än jag trodde.",
        "en blankett som är ny för dem",
        "Jag säger vad som händer härnäst innan någon behöver fråga.",
        "De berättade mer när jag var tyst en stund.",
    ),
}
ANSWERS = (
    Respond,
    AskItem,
    NameSituation,
    SkipOpen,
    AnswerPrompt,
    TurnPrompt,
    AnswerReturn,
    AnswerAfter,
    TurnReturn,
    ShareLearning,
    DropLearning,
)
NOT_YET = Outcome.NOT_YET
TRIES = 24
EVEN = 0.5


@dataclass(slots=True, eq=False)
class Member:
    """Somebody in front of their phone."""

    character: Character
    telegram: LocalTelegram
    lot: random.Random
    answers: int = 0
    paused: bool = False
    seen: int = 0
    todo: list[int] = field(default_factory=list)
    tries: int = 0
    spoke: bool = False
    responded_weeks: set[int] = field(default_factory=set)

    @property
    def user_id(self) -> int:
        """Return the Telegram id."""
        return self.character.user_id

    def notice(self) -> list[tuple[timedelta, int]]:
        """Look at what came in; return the messages to answer and after how long."""
        chat = self.telegram.chat(self.user_id)
        new, self.seen = chat[self.seen :], len(chat)
        return [
            (self.lot.choice(DELAYS), message.message_id)
            for message in new
            if message.from_bot
            and _presses(message)
            and self.lot.random() < self.character.diligence
        ]

    def begin(self, message_id: int) -> None:
        """Take up a message that was noticed."""
        self.todo.append(message_id)

    def act(self) -> bool:
        """Do the next thing with the message in hand; False when there is nothing left to do."""
        if self.todo and not self._go_on():
            self.todo.pop(0)
            self.tries = 0
        if not self.todo:
            self.seen = len(self.telegram.chat(self.user_id))
        return bool(self.todo)

    def _go_on(self) -> bool:
        self.tries += 1
        newest = self.telegram.last_message(self.user_id)
        if self.spoke and newest is not None and newest.from_bot:
            self.todo[0], self.spoke = newest.message_id, False
        message = self.telegram.message(self.user_id, self.todo[0])
        presses = _presses(message) if message else []
        if self.tries > TRIES or not self.telegram.is_started(self.user_id):
            return False
        return self._answer(presses)

    def _answer(self, presses: Sequence[CallbackData]) -> bool:
        items = [press for press in presses if isinstance(press, Respond)]
        steps = [press for press in presses if isinstance(press, AnswerPrompt)]
        results = [press for press in presses if isinstance(press, AnswerReturn)]
        after = [p for p in presses if isinstance(p, AnswerAfter) and p.code != ANEW]
        doors = [press for press in presses if _opens(press)]
        named = [press for press in presses if isinstance(press, NameSituation)]
        skips = [press for press in presses if isinstance(press, SkipOpen)]
        if named and self.lot.random() < EVEN:
            self._press(self.lot.choice(named).pack())
        elif items:
            self._respond(items)
        elif skips:
            self._answer_openly(skips[0])
        elif doors:
            self._press(doors[0].pack())
        elif steps:
            self._practise(steps)
        elif results or after:
            self._press(self.lot.choice(results or after).pack())
        else:
            return False
        return True

    def _respond(self, items: Sequence[Respond]) -> None:
        self.answers += 1
        self.responded_weeks.add(items[0].week)
        rated = [item for item in items if item.response is Response.RATED]
        luck = self.lot.random()
        if luck < 0.06:  # noqa: PLR2004 - a small share of the weeks has no encounters
            wanted = next(i for i in items if i.response is Response.NO_ENCOUNTERS)
        elif luck < 0.12:  # noqa: PLR2004 - and some skip
            wanted = next(i for i in items if i.response is Response.SKIPPED)
        else:
            value = round(self.lot.gauss(self.character.level, 0.8))
            wanted = rated[min(max(value, 1), 5) - 1]
        if wanted.value and luck > 0.9:  # noqa: PLR2004 - some type instead of pressing
            self.telegram.say(self.user_id, str(wanted.value))
        else:
            self._press(wanted.pack())

    def _answer_openly(self, skip: SkipOpen) -> None:
        if self.lot.random() < EVEN:
            self._press(skip.pack())
        else:
            self._say()

    def _practise(self, steps: Sequence[AnswerPrompt]) -> None:
        """Answer a step: mostly by a button, in words where there is no other way."""
        self.answers += 1
        ways_out = [step for step in steps if step.code in WAYS_OUT]
        answers = [step for step in steps if step.code not in (*WAYS_OUT, NOT_YET, ANEW)]
        luck = self.lot.random()
        if luck < 0.04 and ways_out and ways_out[0].step == 0:  # noqa: PLR2004 - now and then it is not for them
            self._press(self.lot.choice(ways_out).pack())
        elif not answers or (luck > 0.6 and answers[0].code == THOUGHT):  # noqa: PLR2004
            self._say()
        else:
            self._press(self.lot.choice(answers).pack())

    def _say(self) -> None:
        """Type a sentence; what it leads to comes as a new message."""
        self.telegram.say(self.user_id, self.lot.choice(SENTENCES[self.character.language]))
        self.spoke = True

    def _press(self, data: str) -> None:
        self.telegram.press(self.user_id, self.todo[0], data)


def _presses(message: ChatMessage) -> list[CallbackData]:
    """Return the buttons of a message that answer something, or open what can be answered."""
    presses: list[CallbackData] = []
    for button in (button for row in message.keyboard for button in row):
        for kind in ANSWERS:
            try:
                presses.append(kind.parse(button.data or ""))
            except BadCallbackError:
                continue
    return presses


def _opens(press: CallbackData) -> bool:
    """Tell whether a press leads further: a reminder's button, a card, the next turn, a draft."""
    match press:
        case AskItem(dimension=None):
            return True
        case TurnPrompt(face=Face.CARD | Face.ON) | TurnReturn(face=Face.CARD):
            return True
        case ShareLearning(named=0) | DropLearning():
            return True
        case _:
            return False
