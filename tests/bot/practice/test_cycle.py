"""A whole cycle of thirteen weeks in each language: on time, late, skipped, and with nonsense."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest

from bot.callbacks.base import BadCallbackError, CallbackData
from bot.callbacks.checkin import (
    AskCustomerView,
    AskItem,
    ChooseForCustomer,
    NameSituation,
    Respond,
    SkipOpen,
)
from bot.callbacks.learnings import ShareLearning
from bot.callbacks.practice import (
    AnswerAfter,
    AnswerPrompt,
    AnswerReturn,
    Face,
    TurnPrompt,
    TurnReturn,
)
from bot.i18n import catalogue
from bot.sandbox.bot_api.chats import ChatMessage
from coaching.content import LANGUAGES, load_prompts, spoken
from coaching.people import identity
from coaching.people.identity import Viewer
from coaching.rules.calendar import Weekday
from coaching.rules.choosing import COOLDOWN
from coaching.rules.formats import COMPLETES, WAYS_OUT, WRITTEN, PromptFormat
from coaching.rules.programme import WEEKS_IN_CYCLE
from coaching.rules.scripts import ANEW, THOUGHT
from storage import practice
from tests.bot.dialogue import Office, Someone, buttons, words

DAYS = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)
KINDS = (
    Respond,
    NameSituation,
    SkipOpen,
    AskCustomerView,
    ChooseForCustomer,
    AnswerPrompt,
    TurnPrompt,
    AnswerReturn,
    AnswerAfter,
    TurnReturn,
    ShareLearning,
    AskItem,
)
NONSENSE = ("🤷", "99", "/nonsense", "?", "0x1F", "-1")
SENTENCE = {
    "en": "I waited a little and listened.",
    "fi": "Odotin hetken ja kuuntelin.",
    "sv": "Jag väntade en stund och lyssnade.",
    "id": "Saya menunggu sebentar dan mendengarkan.",
}
FREE = re.compile(r"[{}]|\bNone\b|\b[a-z]+\.[a-z]+_[a-z_]+\b|&lt;|<b>")
LONGEST_TALK = 25
SHORT = 14  # shorter texts may be the same in two languages, such as names


@cache
def of_other_languages(language: str) -> frozenset[str]:
    """Return what nobody who reads this language may meet: whole sentences of the others."""
    own = _texts(language)
    others = (_texts(other) for other in LANGUAGES if other != language)
    return frozenset().union(*others) - own


def _texts(language: str) -> frozenset[str]:
    said = [text for text in catalogue(language)._catalog.values() if isinstance(text, str)]  # type: ignore[attr-defined]
    said += [
        spoken(text, language, "customer")
        for prompt in load_prompts()
        for text in prompt.texts[language].read
    ]
    lines = (line for text in said for line in text.splitlines())
    return frozenset(line for line in lines if len(line) > SHORT and "{" not in line)


@dataclass
class Life:
    """Somebody with a phone, who looks at it now and then."""

    person: Someone
    language: str
    lot: random.Random
    seen: int = 0
    later: list[ChatMessage] = field(default_factory=list)
    talks: int = 0

    async def looks(self) -> None:
        """Deal with what is new: at once, in three days, in nonsense, or never."""
        new = [each for each in self.person.messages if each.message_id > self.seen]
        self.seen = self.person.message.message_id
        for message in new:
            luck = self.lot.random()
            if luck < 0.15:
                continue
            if luck < 0.3:
                self.later.append(message)
                continue
            if luck < 0.45:
                await self.talks_nonsense()
            await self.answers(message.message_id)
        self.checks_words()

    async def catches_up(self) -> None:
        """Answer what was put aside."""
        late, self.later = self.later, []
        for message in late:
            await self.answers(message.message_id)
        self.seen = self.person.message.message_id
        self.checks_words()

    async def talks_nonsense(self) -> None:
        """Say things that answer nothing, and always be answered."""
        before = self.person.message.message_id
        await self.person.says(self.lot.choice(NONSENSE))
        assert self.person.message.message_id > before
        before = self.person.message.message_id
        await self.person.sends_sticker()
        assert self.person.message.message_id > before

    async def answers(self, message_id: int) -> None:
        """Go through the talk under a message until there is nothing more to answer."""
        message = None
        for _ in range(LONGEST_TALK):
            message = self.now(message_id)
            if message is None or not (presses := list(_presses(message))):
                return
            before = self.person.message.message_id
            if not await self.does_something(message, presses):
                return
            if self.person.message.message_id > before:
                message_id = self.person.message.message_id
        pytest.fail(f"no end: {words(message) if message else message_id}")

    async def does_something(self, message: ChatMessage, presses: list[CallbackData]) -> bool:
        """Press or type what comes next; tell whether there was anything."""
        doors = [press for press in presses if _leads_on(press)]
        answers = [press for press in presses if _is_answer(press)]
        steps = [press for press in presses if isinstance(press, AnswerPrompt)]
        if doors:
            await self.person.presses(doors[0], on=message)
        elif answers and not (self._would_rather_type(answers) and message == self.person.message):
            self.talks += 1
            await self.person.presses(self.lot.choice(answers), on=message)
        elif steps or any(isinstance(press, SkipOpen) for press in presses):
            if message != self.person.message:
                return False  # words answer what is in front
            await self.person.says(f"{SENTENCE[self.language]} ({self.talks})")
        else:
            return False
        return True

    def _would_rather_type(self, answers: list[CallbackData]) -> bool:
        is_thought = isinstance(answers[0], AnswerPrompt) and answers[0].code == THOUGHT
        return is_thought and self.lot.random() < 0.5

    def now(self, message_id: int) -> ChatMessage | None:
        """Return a message as it looks now."""
        return next((m for m in self.person.messages if m.message_id == message_id), None)

    def checks_words(self) -> None:
        """Every word is in the person's language, with nothing left unfilled."""
        for message in self.person.messages[-6:]:
            shown = words(message)
            assert not FREE.search(shown), shown
            foreign = [
                line for line in shown.splitlines() if line in of_other_languages(self.language)
            ]
            assert not foreign
            labels = [button.text for button in buttons(message)]
            assert not set(labels) & of_other_languages(self.language)


def _presses(message: ChatMessage) -> Iterator[CallbackData]:
    for button in buttons(message):
        for kind in KINDS:
            try:
                yield kind.parse(button.data or "")
            except BadCallbackError:
                continue


def _leads_on(press: CallbackData) -> bool:
    match press:
        case AskItem(dimension=None):
            return True
        case TurnPrompt(face=Face.CARD | Face.ON) | TurnReturn(face=Face.CARD):
            return True
        case ShareLearning(named=0):
            return True
        case _:
            return False


def _is_answer(press: CallbackData) -> bool:
    match press:
        case AnswerPrompt(code=code):
            return code not in (*WAYS_OUT, "not_yet", ANEW)
        case AnswerAfter(code=code):
            return code != ANEW
        case Respond() | NameSituation() | ChooseForCustomer() | AnswerReturn():
            return True
        case _:
            return False


async def meets(office: Office, life: Life, viewer: Viewer, form: PromptFormat) -> None:
    """Bring a prompt of a format that did not come by itself."""
    await office.programme.offered(viewer, form)
    await life.person.says("/prompt")
    await life.answers(life.person.message.message_id)
    life.seen = life.person.message.message_id
    life.checks_words()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_thirteen_weeks_have_no_dead_end(office: Office, desk: int, language: str) -> None:
    ana = await office.member("Ana", desk, language=language)
    viewer = await identity.identify(office.programme.database, ana.user_id)
    assert viewer is not None
    life = Life(ana, language, random.Random(language), seen=ana.message.message_id)
    formats = iter(WRITTEN)
    for week in range(WEEKS_IN_CYCLE):
        for day in DAYS:
            await office.live(week, day, "15:00")
            await life.looks()
        await life.catches_up()
        if week == 5:
            await ana.says("/plan")
            await ana.says("/focus")
            life.checks_words()
        office.programme.now = office.clock.now()
        if form := next(formats, None):
            await meets(office, life, viewer, form)
    async with office.programme.database.read() as session:
        rows = await practice.history(session, viewer.person_id)
    known = {prompt.id: prompt for prompt in load_prompts()}
    assert {known[row.prompt_id].format for row in rows} == set(WRITTEN)
    for n, row in enumerate(rows):
        again = [r for r in rows[:n] if r.prompt_id == row.prompt_id]
        assert all(row.offered_at - r.offered_at >= COOLDOWN for r in again), row.prompt_id
    assert sum(row.outcome in COMPLETES for row in rows) >= 15
    assert life.talks > 60
