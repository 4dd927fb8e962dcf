"""/team for leads: how the team is doing, what to thank for, and ten minutes for a meeting."""

from telegram import Update

from bot.callbacks.leading import ShowGuide, ShowMinute
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.views.leading import team as views
from coaching.leading.minute import TeamMinute, meeting, minute_to_see, team_minute
from coaching.rules.access import Action, Role


async def team(update: Update, context: Context) -> None:
    """Show a lead how the team is doing, or let a lead of several choose."""
    found = await minute_to_see(context.database, context.viewer, context.now)
    if isinstance(found, TeamMinute):
        screen = await views.minute(found, context.bot_data.pictures, context.t)
    else:
        screen = views.choose(found, context.t)
    await show(update, context, screen)


async def press_minute(update: Update, context: Context) -> None:
    """Show the chosen team; somebody else's does not exist."""
    chosen = pressed(update, ShowMinute).team_id
    found = await team_minute(context.database, context.viewer, chosen, context.now)
    screen = await views.minute(found, context.bot_data.pictures, context.t)
    await turn_to(update, context, screen)


async def press_guide(update: Update, context: Context) -> None:
    """Show ten minutes of a meeting."""
    wanted = pressed(update, ShowGuide).dimension
    await turn_to(update, context, views.guide(meeting(context.viewer, wanted), context.t))


ROOM = Room(
    commands={
        Command(
            "team",
            Action.SEE_TEAM_SUMMARY,
            rank=10,
            needs_points=True,
            first=frozenset({Role.LEAD}),
        ): team,
    },
    presses={
        ShowMinute: press_minute,
        ShowGuide: press_guide,
    },
)
