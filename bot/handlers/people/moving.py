"""HR moves a member to another team, after one question; the member is told."""

from telegram import Update

from bot.callbacks.people import MoveInto, MovePerson
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.chat.telling import tell
from bot.views.people import moving as views
from coaching.people import moving


async def press_into(update: Update, context: Context) -> None:
    """Show another page of the teams."""
    wanted = pressed(update, MoveInto)
    args = (context.database, context.viewer, wanted.person_id, wanted.page)
    await turn_to(update, context, views.choose(*await moving.teams_for(*args), context.t))


async def press_move(update: Update, context: Context) -> None:
    """Ask for the team, ask whether it is meant, or move the member and tell them."""
    wanted = pressed(update, MovePerson)
    of = (context.database, context.viewer, wanted.person_id)
    if wanted.team_id is None:
        screen = views.choose(*await moving.teams_for(*of), context.t)
        await turn_to(update, context, screen)
    elif not wanted.sure:
        found = await moving.move_to_be(*of, wanted.team_id)
        await turn_to(update, context, views.confirm(found, context.t))
    else:
        moved = await moving.move(*of, wanted.team_id, context.now)
        await turn_to(update, context, views.moved(moved, context.t))
        if not moved.before:
            await tell(context, moved.who, lambda t: views.tell_moved(moved, t))


ROOM = Room(presses={MoveInto: press_into, MovePerson: press_move})
