"""HR renames a unit or a team: the new name is typed."""

from telegram import Update

from bot.callbacks.people import RenameTeam, RenameUnit
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.views.people import renaming as views
from coaching.people import renaming


async def press_unit(update: Update, context: Context) -> None:
    """Ask for the unit's new name."""
    args = (context.database, context.viewer, pressed(update, RenameUnit).unit_id)
    unit = await renaming.ask_unit_name(*args)
    await turn_to(update, context, views.ask(unit.name, context.t))


async def press_team(update: Update, context: Context) -> None:
    """Ask for the team's new name."""
    args = (context.database, context.viewer, pressed(update, RenameTeam).team_id)
    place = await renaming.ask_team_name(*args)
    await turn_to(update, context, views.ask(place.team_name, context.t))


async def typed_unit_name(update: Update, context: Context, typed: Typed) -> None:
    """Give the unit its new name."""
    args = (context.database, context.viewer, typed.data["unit"], typed.text, context.now)
    unit = await renaming.rename_unit(*args)
    await show(update, context, views.renamed(unit.name, context.t))


async def typed_team_name(update: Update, context: Context, typed: Typed) -> None:
    """Give the team its new name."""
    args = (context.database, context.viewer, typed.data["team"], typed.text, context.now)
    place = await renaming.rename_team(*args)
    await show(update, context, views.renamed(place.team_name, context.t))


ROOM = Room(
    presses={RenameUnit: press_unit, RenameTeam: press_team},
    typed={
        renaming.QUESTION_RENAME_UNIT: typed_unit_name,
        renaming.QUESTION_RENAME_TEAM: typed_team_name,
    },
)
