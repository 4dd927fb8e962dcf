"""Long lists in pages: Telegram carries neither endless texts nor endless keyboards."""

from collections.abc import Sequence
from typing import TypeVar

from bot.callbacks.lists import Listing, TurnList
from bot.i18n import Translator
from bot.screen import Button

PER_PAGE = 20

T = TypeVar("T")


def page_of(items: Sequence[T], page: int) -> Sequence[T]:
    """Return the items of a page, counted from 0; beyond the end it is the last one."""
    last = max(0, (len(items) - 1) // PER_PAGE)
    start = min(page, last) * PER_PAGE
    return items[start : start + PER_PAGE]


def turning(listing: Listing, items: Sequence[object], page: int, t: Translator) -> list[Button]:
    """Return the buttons that turn the pages, none where everything fits on one."""
    last = max(0, (len(items) - 1) // PER_PAGE)
    page = min(page, last)
    buttons = []
    if page > 0:
        buttons.append(Button(t.plain("page.previous"), TurnList(listing, page - 1)))
    if page < last:
        label = t.plain("page.next", page=page + 2, count=last + 1)
        buttons.append(Button(label, TurnList(listing, page + 1)))
    return buttons
