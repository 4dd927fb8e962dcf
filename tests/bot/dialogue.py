"""Dialogues that read like a chat: people with their phones before the real bot, over HTTP."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from pydantic import SecretStr
from telegram import Update
from telegram.ext import TypeHandler

from bot.app import Coach, build
from bot.callbacks.base import CallbackData
from bot.chat.context import Context
from bot.pictures import Pictures
from bot.sandbox.bot_api.chats import Button, ChatMessage
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.bot_api.trouble import Limits
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import serve
from bot.settings import Settings
from coaching.content import KNOWN, LANGUAGES
from coaching.deliveries.sending import next_attempt
from coaching.people import joining
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.schedules.planning import next_due
from storage import rosters
from tests.organisation import FIRST_MORNING, Programme, founded_in


def other_languages(language: str) -> list[str]:
    """Return the names of the languages that somebody can change to."""
    return [KNOWN[code].name for code in LANGUAGES if code != language]


NOTICE = ["Begin", "More about privacy", *other_languages("en")]
TOKEN = "4242:dialogue-TOKEN"
ACCOUNTS = count(900_001)


class Studio(Pictures):
    """One drawing process for all tests, since starting one takes a second."""

    def close(self) -> None:
        """Stay open for the next bot."""

    def end(self) -> None:
        """End the drawing process."""
        super().close()


@dataclass
class Office:
    """The real bot, its local Telegram, and the programme in its database."""

    telegram: LocalTelegram
    clock: WindableClock
    settings: Settings
    studio: Studio
    coach: Coach
    programme: Programme
    heard: list[int] = field(default_factory=list)

    @property
    def commands(self) -> list[str]:
        """The names of all commands that can be typed."""
        return [command.name for command in self.coach.services.commands]

    async def opens(self) -> None:
        """Start the bot."""
        self.coach.services.pictures.close()
        self.coach.services.pictures = self.studio
        self.coach.application.add_handler(TypeHandler(Update, self._hear), group=-2)
        await self.coach.__aenter__()

    async def closes(self) -> None:
        """Stop the bot in good order."""
        await self.coach.__aexit__()

    async def restarts(self) -> None:
        """Stop the bot and start another one on the same database, before the same Telegram."""
        await self.closes()
        self.coach = build(self.settings, self.clock)
        self.programme.database = self.coach.services.database
        await self.opens()
        await self.settled()

    async def settled(self) -> None:
        """Wait until the bot has heard, answered and sent everything."""
        await self.telegram.confirmed()
        await self.coach.settled()

    async def hears_again(self) -> None:
        """Let the bot get its newest update a second time."""
        self.telegram.redeliver(self.heard[-1])
        await self.settled()

    async def wind(self, week: int, day: Weekday = Weekday.MON, clock: str = "08:00") -> None:
        """Wind the clock to a local time of the programme, in one go."""
        await self.wind_to(self.programme.moment(week, day, clock))

    async def wind_to(self, instant: datetime) -> None:
        """Wind the clock to an instant."""
        self.programme.now = instant
        self.clock.wind_to(instant)
        await self.settled()

    async def live(self, week: int, day: Weekday = Weekday.MON, clock: str = "08:00") -> None:
        """Live on to a local time, stopping at everything that the timetable does."""
        end = self.programme.moment(week, day, clock)
        while (due := await self._next()) and due <= end:
            await self.wind_to(max(due, self.clock.now()))
        await self.wind_to(end)

    async def _next(self) -> datetime | None:
        """Return when something is to be planned or sent next."""
        planned = await next_due(self.programme.database)
        waiting = await next_attempt(self.programme.database, self.clock.now())
        return min((at for at in (planned and planned.at, waiting) if at), default=None)

    def newcomer(self, name: str, language: str = "en") -> "Someone":
        """Return somebody with a Telegram account who has not opened the chat."""
        person = Someone(self, next(ACCOUNTS), name)
        self.telegram.add_user(person.user_id, name, language_code=language)
        return person

    async def member(
        self,
        name: str,
        team: int | None,
        role: Role = Role.STAFF,
        language: str = "en",
        *,
        confirmed: bool = True,
    ) -> "Someone":
        """Return somebody who has joined, is known to work there, and opened the chat."""
        database, now = self.programme.database, self.clock.now()
        token = await self.programme.link(role, team)
        viewer = (await joining.open_invite(database, token, next(ACCOUNTS), name, now)).viewer
        viewer = (await joining.choose_language(database, viewer, language)).viewer
        viewer = (await joining.accept_notice(database, viewer, now)).viewer
        if confirmed and team is not None:
            async with database.write() as session:
                await rosters.confirm_places(session, team, 0)
        return await self.seat(viewer)

    async def seat(self, viewer: Viewer) -> "Someone":
        """Return the person of the programme, with the chat open."""
        person = Someone(self, viewer.telegram_id, viewer.first_name)
        self.telegram.add_user(
            person.user_id, viewer.first_name, language_code=viewer.language or "en"
        )
        await person.says("/start")
        return person

    async def hanna(self) -> "Someone":
        """Return HR."""
        return await self.seat(self.programme.hanna)

    async def _hear(self, update: Update, _: Context) -> None:
        self.heard.append(update.update_id)


@dataclass
class Someone:
    """A person in front of a phone."""

    office: Office
    user_id: int
    name: str
    read: set[str] = field(default_factory=set)
    _pressed: str | None = None

    # What the person sees

    @property
    def messages(self) -> Sequence[ChatMessage]:
        """The bot's messages as they look now, the oldest first."""
        return [m for m in self.office.telegram.chat(self.user_id) if m.from_bot]

    @property
    def message(self) -> ChatMessage:
        """The bot's newest message."""
        return self.messages[-1]

    @property
    def screen(self) -> str:
        """What the newest message says."""
        return words(self.message)

    @property
    def said(self) -> list[str]:
        """What all messages say."""
        return [words(message) for message in self.messages]

    @property
    def buttons(self) -> list[str]:
        """The labels under the newest message, without the numbers before them."""
        return [label(button) for button in buttons(self.message)]

    @property
    def toast(self) -> str:
        """What the last press was answered with, empty if by nothing but the screen."""
        assert self._pressed is not None
        answer = self.office.telegram.toast(self._pressed)
        assert answer is not None, "the button's spinner never stops"
        return answer.text

    @property
    def menu(self) -> list[str]:
        """The names in the commands menu."""
        return [command.name for command in self.office.telegram.commands_for(self.user_id)]

    @property
    def file(self) -> bytes:
        """The picture of the newest message."""
        stored = self.office.telegram.file(self.message.photo or "")
        assert stored is not None, "the newest message has no picture"
        return stored.content

    # What the person does

    async def says(self, text: str, *, forwarded: bool = False) -> int:
        """Write to the bot and wait for its answer."""
        self._reads()
        message_id = self.office.telegram.say(self.user_id, text, forwarded=forwarded)
        await self.office.settled()
        self._reads()
        return message_id

    async def presses(self, what: str | CallbackData, on: ChatMessage | None = None) -> None:
        """Press a button that is there, by its label or its data."""
        await self._press(self.button(what, on), on or self.message)

    def button(self, what: str | CallbackData, on: ChatMessage | None = None) -> Button:
        """Return the button with this label or data."""
        there = buttons(on or self.message)
        wanted = what if isinstance(what, str) else what.pack()
        found = [b for b in there if wanted in (b.data, b.text, label(b))]
        assert found, f"no button {wanted!r} among {[b.text for b in there]}"
        return found[0]

    async def forges(self, what: str | CallbackData, on: ChatMessage | None = None) -> None:
        """Send the data of a button that is not there."""
        data = what if isinstance(what, str) else what.pack()
        await self._press(Button("", data), on or self.message)

    async def presses_through(self, command: str, *labels: str) -> None:
        """Say a command and press one button after the other."""
        await self.says(command)
        for each in labels:
            await self.presses(each)

    async def edits(self, message_id: int, text: str) -> None:
        """Change one's own message."""
        self.office.telegram.edit(self.user_id, message_id, text)
        await self.office.settled()

    async def sends_sticker(self) -> None:
        """Send a sticker."""
        self.office.telegram.send_sticker(self.user_id)
        await self.office.settled()

    async def sends_voice(self) -> None:
        """Send a voice message."""
        self.office.telegram.send_voice(self.user_id)
        await self.office.settled()

    async def sends_photo(self) -> None:
        """Send a picture."""
        self.office.telegram.send_photo(self.user_id, "look at this")
        await self.office.settled()

    async def _press(self, button: Button, on: ChatMessage) -> None:
        assert button.data is not None
        self._reads()
        telegram = self.office.telegram
        self._pressed = telegram.press(self.user_id, on.message_id, button.data)
        await self.office.settled()
        self.read.add(self.toast)
        self._reads()

    def _reads(self) -> None:
        """Take note of all words in the chat before they change."""
        for message in self.messages:
            self.read |= {words(message), *(button.text for button in buttons(message))}


def words(message: ChatMessage) -> str:
    """Return the words of a message, with or without a picture."""
    return message.text or message.caption


def label(button: Button) -> str:
    """Return a button's label without the number that can be typed in its place."""
    return re.sub(r"^\d+ (?=\D)", "", button.text)


def buttons(message: ChatMessage) -> list[Button]:
    """Return the buttons under a message, row by row."""
    return [button for row in message.keyboard for button in row]


@asynccontextmanager
async def office_at(
    path: Path,
    studio: Studio,
    *,
    points_used: bool = True,
    now: datetime = FIRST_MORNING,
    founded_at: datetime = FIRST_MORNING,
    limits: Limits | None = None,
) -> AsyncIterator[Office]:
    """Open an office on a migrated database with nothing in it.

    With limits some things take real time, although the clock is wound by hand.
    """
    clock = WindableClock(now)
    telegram = LocalTelegram(clock, TOKEN, limits=limits)
    async with serve(telegram) as server:
        settings = Settings(
            _env_file=None,
            telegram_token=SecretStr(TOKEN),
            telegram_base_url=server.base_url,
            database_url=f"sqlite:///{path}",
            messages_per_second=limits.per_bot if limits else 0,
        )
        programme = await founded_in(path, points_used=points_used, now=founded_at)
        coach = build(settings, clock)
        programme.database = coach.services.database
        office = Office(telegram, clock, settings, studio, coach, programme)
        await office.opens()
        try:
            yield office
        finally:
            await office.closes()
