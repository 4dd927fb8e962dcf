"""Nothing that can be pressed, typed or commanded is forgotten on the way to its handler."""

import pkgutil
from importlib import import_module

import pytest
from telegram import Update

import bot.callbacks
import coaching
from bot.callbacks.base import CallbackData
from bot.callbacks.lists import Listing
from bot.callbacks.people import ChooseLanguage
from bot.chat.context import Context
from bot.chat.room import Room
from bot.routes import Routes, modules, routes


def every_button() -> set[type[CallbackData]]:
    for found in pkgutil.iter_modules(bot.callbacks.__path__, "bot.callbacks."):
        import_module(found.name)
    return set(CallbackData.__subclasses__())


def every_question() -> set[str]:
    """Return whatever a use case can wait for as a typed text."""
    names = set()
    for found in pkgutil.walk_packages(coaching.__path__, "coaching."):
        for name, value in vars(import_module(found.name)).items():
            if name.startswith("QUESTION") and isinstance(value, str):
                names.add(value)
    return names


def test_every_module_of_handlers_is_a_room() -> None:
    assert [module.__name__ for module in modules() if not hasattr(module, "ROOM")] == []


def test_every_button_has_a_handler() -> None:
    assert {kind.__name__ for kind in every_button() if kind.__module__.startswith("bot.")} == {
        kind.__name__ for kind in routes().presses
    }


def test_every_question_has_somebody_who_takes_the_answer() -> None:
    kept_by_buttons = {"schedule"}  # the schedule editor's draft
    assert every_question() - kept_by_buttons == set(routes().typed)


def test_every_long_list_can_be_turned() -> None:
    assert set(routes().lists) == set(Listing)


def test_no_two_commands_share_a_name_or_a_place_in_the_menu() -> None:
    commands = list(routes().commands)
    assert len({command.name for command in commands}) == len(commands)
    assert len({command.rank for command in commands}) == len(commands)


def test_two_rooms_cannot_claim_the_same_button() -> None:
    async def handler(_: Update, __: Context) -> None: ...

    room = Room(presses={ChooseLanguage: handler})
    with pytest.raises(ValueError, match="claimed twice"):
        Routes([room, room])
