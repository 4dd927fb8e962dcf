"""HR ends somebody's places, after one question; whom it is about is told."""

from telegram import Update

from bot.callbacks.people import EndPlace, KeepPlace, ShowPerson
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.chat.telling import tell
from bot.views.people import places as views
from coaching.people import places


async def press_person(update: Update, context: Context) -> None:
    """Show which places somebody has."""
    await _show(update, context, pressed(update, ShowPerson).person_id)


async def press_end(update: Update, context: Context) -> None:
    """Ask whether it is meant, or do it and tell whoever it is about."""
    wanted = pressed(update, EndPlace)
    args = (context.database, context.viewer, wanted.person_id, context.now)
    if not wanted.sure:
        found = await places.somebody(*args)
        await turn_to(update, context, views.confirm_end(found, context.t))
        return
    ending = await places.end(*args)
    await turn_to(update, context, views.ended(ending, context.t))
    if not ending.waits and not ending.before:
        await tell(context, ending.who, views.tell_end)


async def press_keep(update: Update, context: Context) -> None:
    """Call the end off and show the person again."""
    args = (context.database, context.viewer, pressed(update, KeepPlace).person_id, context.now)
    await turn_to(update, context, views.person(await places.keep(*args), context.t))


async def _show(update: Update, context: Context, person_id: int) -> None:
    args = (context.database, context.viewer, person_id, context.now)
    await turn_to(update, context, views.person(await places.somebody(*args), context.t))


ROOM = Room(
    presses={
        ShowPerson: press_person,
        EndPlace: press_end,
        KeepPlace: press_keep,
    },
)
