"""A handler calls one use case: each command, press and text opens one transaction of its own."""

import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import replace
from itertools import chain

import pytest

from bot.callbacks.base import CallbackData
from bot.callbacks.own_data import OwnDataPage, ShowOwnData
from bot.callbacks.people import AskBreak, MergeTeam, NewUnit
from bot.callbacks.points import NewReward
from bot.callbacks.practice import AskWhy
from bot.callbacks.schedules import EditSchedule, NewSchedule, Page
from coaching import conversation
from coaching.people import directory, identity, preferences
from coaching.rules.access import Role
from coaching.rules.rewards import RewardKind
from coaching.rules.schedules import Kind
from coaching.schedules import editor
from storage.database import Database, Session, Writer
from tests.bot.chat.test_access import COMMANDS, PRESSES, mine, somebody
from tests.bot.dialogue import Office

BESIDE: tuple[Callable[..., Awaitable[object]], ...] = (  # what the gate and the routes ask
    identity.identify,  # once more to say in somebody's language what went wrong
    preferences.set_reachable,
    preferences.heard,  # the sign of life
    conversation.stop_typing,  # what could have been typed is not asked any more
    conversation.open_question,  # what a text answers
)
EXCEPTIONS = {
    # What is due already is planned before HR changes something, each day in its own transaction.
    "_Round._ready",
    "_Round._plan",
    # That HR looked is noted first; whoever writes does not wait for what is then counted.
    "_staffing",
    directory.people_of.__qualname__,
    # Which message shows a draft is known once it was sent.
    editor.move_to_screen.__qualname__,
}
Step = str | CallbackData
TEXTS: Mapping[Role, tuple[tuple[Step, ...], ...]] = {  # what leads to a text, and the text
    Role.STAFF: (
        ("/checkin", "4"),
        ("/prompt", "1"),
        ("/share", "I asked twice before I answered."),
        ("/slot", "8:30"),
        ("/shifts", "7-15"),
        (AskBreak(), "22.12.-6.1."),
        (ShowOwnData(OwnDataPage.NAME), "Anna"),
        ("/privacy", "something that answers nothing"),
    ),
    Role.LEAD: (("/plan", "1"), ("/team", "something that answers nothing")),
    Role.HR: (
        (NewUnit(), "Harbours"),
        ("/invite", "something that answers nothing"),
        (NewReward(RewardKind.TIME, 1), "Lunch together, 120 €"),
        (AskWhy("en"), "People come to us when they need somebody."),
        (NewSchedule(Kind.PROMPT), EditSchedule(Page.TIME), "10:00"),
    ),
}
LAST: Mapping[Role, CallbackData] = {  # after which not much can be pressed
    Role.STAFF: ShowOwnData(OwnDataPage.ERASE_NOW),
    Role.LEAD: ShowOwnData(OwnDataPage.LEAVE_NOW),
    Role.HR: MergeTeam(1, 2, 1),
}


class Watched(Database):
    """An open database that notes which use case opens a transaction."""

    def __init__(self, opened: Database) -> None:
        self.url, self.is_sqlite, self._side = opened.url, opened.is_sqlite, opened._side
        self.erased = opened.erased
        self.opened_by: list[str] = []

    def read(self) -> AbstractAsyncContextManager[Session]:
        """Open a session that only reads."""
        self.opened_by.append(sys._getframe(1).f_code.co_qualname)
        return super().read()

    def write(self) -> AbstractAsyncContextManager[Writer]:
        """Open a transaction."""
        self.opened_by.append(sys._getframe(1).f_code.co_qualname)
        return super().write()


@contextmanager
def one_use_case(office: Office, what: object) -> Iterator[None]:
    """Fail if handlers open more than one transaction meanwhile; timers have theirs."""
    application = office.coach.application
    services = application.bot_data
    watched = Watched(services.database)
    application.bot_data = replace(services, database=watched)
    try:
        yield
    finally:
        application.bot_data = services
    passed_over = {each.__qualname__ for each in BESIDE} | EXCEPTIONS
    assert identity.identify.__qualname__ in watched.opened_by, "nothing was heard"
    called = [name for name in watched.opened_by if name not in passed_over]
    assert len(called) <= 1, (what, called)


@pytest.mark.parametrize("role", list(Role))
async def test_a_command_is_one_use_case(office: Office, role: Role) -> None:
    person = await somebody(office, role)
    for name in COMMANDS:
        with one_use_case(office, name):
            await person.says(f"/{name}")


@pytest.mark.parametrize("role", list(Role))
async def test_a_press_is_one_use_case(office: Office, role: Role) -> None:
    person = await somebody(office, role)
    for each in (*chain.from_iterable(PRESSES.values()), LAST[role]):
        press = await mine(office, person, each)
        with one_use_case(office, press):
            await person.forges(press)
    assert person.toast == "", "the last one was not refused"


@pytest.mark.parametrize("role", list(Role))
async def test_a_typed_text_is_one_use_case(office: Office, role: Role) -> None:
    person = await somebody(office, role)
    for *before, text in TEXTS[role]:
        for step in before:
            await (person.says(step) if isinstance(step, str) else person.forges(step))
        assert isinstance(text, str)
        with one_use_case(office, text):
            await person.says(text)


async def test_joining_is_one_use_case_a_step(office: Office, desk: int) -> None:
    token = await office.programme.link(Role.STAFF, desk)
    eve = office.newcomer("Eve")
    with one_use_case(office, "link"):
        await eve.says(f"/start {token}")
    for step in ("Svenska", "Nu börjar vi"):
        with one_use_case(office, step):
            await eve.presses(step)
