"""HR's search: a part of a name is typed, and teams or people that bear it are shown."""

from telegram import Update

from bot.callbacks.people import Search, Sought
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.views.people import search as views
from coaching.people.search import QUESTION_SEARCH, ask_search, part_of, search


async def press_search(update: Update, context: Context) -> None:
    """Let a part of a name be typed."""
    wanted = pressed(update, Search)
    await ask_search(context.database, context.viewer, wanted.sought, wanted.team_id)
    await turn_to(update, context, views.ask(wanted, context.t))


async def typed_part(update: Update, context: Context, typed: Typed) -> None:
    """Show what is called so; the question stays open for another try."""
    wanted = Search(Sought(typed.data["purpose"]), typed.data["team"])
    args = (context.database, context.viewer, typed.text, context.now)
    found = await search(*args, people_too=wanted.sought is Sought.PEOPLE)
    await show(update, context, views.found(found, part_of(typed.text), wanted, context.t))


ROOM = Room(presses={Search: press_search}, typed={QUESTION_SEARCH: typed_part})
