"""A simulated member of staff: reads the chat like anybody, and answers by buttons and words."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.callbacks import AnswerPrompt, AskItem, BadCallbackError, Face, Respond, TurnPrompt
from bot.sandbox.cast import Character
from bot.sandbox.chats import ChatMessage
from bot.sandbox.telegram import LocalTelegram
from coaching.checking_in import Response
from coaching.rules.library import Outcome

DELAYS = (
    timedelta(minutes=10),
    timedelta(minutes=40),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(days=1),
)
SENTENCES = {
    "en": "I asked first and listened, and it went more calmly than I thought.",
    "fi": "Kysyin ensin ja kuuntelin, ja hetki sujui rauhallisemmin kuin luulin.",
    "sv": "Jag frågade först och lyssnade, och det gick lugnare än jag trodde.",
}
TRIES = 6


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
        message = self.telegram.message(self.user_id, self.todo[0])
        presses = _presses(message) if message else []
        if self.tries > TRIES or not self.telegram.is_started(self.user_id):
            return False
        return self._answer(presses)

    def _answer(self, presses: Sequence[Respond | AskItem | AnswerPrompt | TurnPrompt]) -> bool:
        items = [press for press in presses if isinstance(press, Respond)]
        prompts = [press for press in presses if isinstance(press, AnswerPrompt)]
        if items:
            self._respond(items)
        elif len(prompts) > 1:
            self._practise(prompts)
        else:
            doors = [press for press in presses if _opens(press)]
            if not doors:
                return False
            self._press(doors[0].pack())
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

    def _practise(self, prompts: Sequence[AnswerPrompt]) -> None:
        self.answers += 1
        is_open = [p for p in prompts if p.outcome is not Outcome.NOT_RELEVANT]
        luck = self.lot.random()
        if luck > 0.85 and any(p.outcome is Outcome.DONE for p in prompts):  # noqa: PLR2004
            self.telegram.say(self.user_id, SENTENCES[self.character.language])
            self.tries = TRIES  # the sentence ends it; the message itself stays as it is
        elif luck < 0.05:  # noqa: PLR2004 - now and then a prompt is not for them
            self._press(next(p for p in prompts if p not in is_open).pack())
        else:
            final = [p for p in is_open if p.outcome is not Outcome.NOT_YET]
            self._press(self.lot.choice(final).pack())

    def _press(self, data: str) -> None:
        self.telegram.press(self.user_id, self.todo[0], data)


def _presses(message: ChatMessage) -> list[Respond | AskItem | AnswerPrompt | TurnPrompt]:
    """Return the buttons of a message that answer something, or open what can be answered."""
    found: list[Respond | AskItem | AnswerPrompt | TurnPrompt] = []
    for button in (button for row in message.keyboard for button in row):
        for kind in (Respond, AskItem, AnswerPrompt, TurnPrompt):
            try:
                found.append(kind.parse(button.data or ""))
            except BadCallbackError:
                continue
    return found


def _opens(press: object) -> bool:
    """Tell whether a press leads to a question: a reminder's button, or a recall's card."""
    if isinstance(press, AskItem):
        return press.dimension is None
    return isinstance(press, TurnPrompt) and press.face is Face.CARD
