"""What every handler gets: the services, and who is speaking in which language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from bot.chat.standing import Standing
from bot.client.limiter import Lane
from bot.client.server_time import ServerTime
from bot.clock import Clock
from bot.command import Command
from bot.i18n import Translator
from bot.pictures import Pictures
from coaching.content import FALLBACK
from coaching.people.identity import Viewer
from coaching.rules.trusted_time import is_near
from storage.database import Database


@dataclass(slots=True)
class Services:
    """What the composition root built for the handlers.

    `unsettled` are deliveries that went out while the database could not note it.
    """

    database: Database
    clock: Clock
    pictures: Pictures
    commands: Sequence[Command]
    privacy_contact: str | None = None
    server_time: ServerTime = field(default_factory=ServerTime)
    unsettled: list[int] = field(default_factory=list)

    def now(self) -> datetime:
        """Return what time it is for whoever speaks: the clock's unless Telegram's is far from it.

        What they said came with Telegram's time, so that is never old.
        """
        here, there = self.clock.now(), self.server_time.now()
        return here if there is None or is_near(here, there) else there


class Bot(ExtBot[Lane]):
    """The client of the Bot API, and where in each chat the talks stand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - PTB's own
        super().__init__(*args, **kwargs)
        self._standing = Standing()

    @property
    def standing(self) -> Standing:
        """Return where the talks stand."""
        return self._standing


class Context(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], Services]):
    """One update's context; the gate has filled in who is there."""

    t: Translator = Translator(FALLBACK)
    _viewer: Viewer | None = None

    @property
    def database(self) -> Database:
        """Return the database."""
        return self.bot_data.database

    @property
    def now(self) -> datetime:
        """Return the current instant."""
        return self.bot_data.now()

    @property
    def viewer(self) -> Viewer:
        """Return the person who speaks; the gate lets nobody else through."""
        if self._viewer is None:
            raise LookupError("the gate did not identify anybody")
        return self._viewer

    @viewer.setter
    def viewer(self, viewer: Viewer) -> None:
        self._viewer = viewer
        if viewer.language:
            self.t = Translator(viewer.language)


App = Application[Bot, Context, dict[Any, Any], dict[Any, Any], Services, JobQueue[Context]]
