"""Long lists in pages: Telegram carries neither endless texts nor endless keyboards."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.callbacks.base import CallbackData
from bot.callbacks.lists import Listing, TurnList
from bot.i18n import Translator
from bot.screen import Button
from coaching.people.directory import PER_PAGE

T = TypeVar("T")


def page_of(items: Sequence[T], page: int, size: int = PER_PAGE) -> Sequence[T]:
    """Return the items of a page, counted from 0; beyond the end it is the last one."""
    start = min(page, _last(items, size)) * size
    return items[start : start + size]


def page_with(ids: Sequence[int], wanted: int, size: int = PER_PAGE) -> int:
    """Return the page on which an item stands that was just dealt with, by the ids of all."""
    return ids.index(wanted) // size if wanted in ids else 0


def turning(
    items: Sequence[object],
    page: int,
    turn: Listing | Callable[[int], CallbackData],
    t: Translator,
    size: int = PER_PAGE,
) -> list[Button]:
    """Return the buttons that turn the pages, none where everything fits on one.

    `turn` is the list, or what a button to a page of it carries.
    """
    last = _last(items, size)
    return turning_to(min(page, last), last + 1, turn, t)


def turning_to(
    page: int, pages: int, turn: Listing | Callable[[int], CallbackData], t: Translator
) -> list[Button]:
    """Return the same for a page of so many that was fetched by itself."""
    last = pages - 1
    buttons = []
    if page > 0:
        buttons.append(Button(t.plain("page.previous"), _to(turn, page - 1)))
    if page < last:
        label = t.plain("page.next", page=page + 2, count=last + 1)
        buttons.append(Button(label, _to(turn, page + 1)))
    return buttons


def _last(items: Sequence[object], size: int) -> int:
    return max(0, (len(items) - 1) // size)


def _to(turn: Listing | Callable[[int], CallbackData], page: int) -> CallbackData:
    return TurnList(turn, page) if isinstance(turn, Listing) else turn(page)
