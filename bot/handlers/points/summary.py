"""Team points: /points for members, /team for leads, each with a picture and the same in words."""

from telegram import Update

from bot.callbacks.points import ShowTeam
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.points import summary as views
from coaching.points.summary import TeamPoints, points_to_see, team_points
from coaching.rules.access import Action, teams_for


async def points(update: Update, context: Context) -> None:
    """Show the points of one's own team."""
    await _show_or_choose(update, context, Action.SEE_OWN_TEAM_POINTS)


async def team(update: Update, context: Context) -> None:
    """Show a lead the points of the team, or let a lead of several choose."""
    await _show_or_choose(update, context, Action.SEE_TEAM_SUMMARY)


async def press_team(update: Update, context: Context) -> None:
    """Show the chosen team; somebody else's team does not exist."""
    chosen = pressed(update, ShowTeam).team_id
    action = Action.SEE_OWN_TEAM_POINTS
    earned = await team_points(context.database, context.viewer, action, chosen, context.now)
    screen = await _team(context, action, earned)
    await turn_to(update, context, screen)


async def _show_or_choose(update: Update, context: Context, action: Action) -> None:
    found = await points_to_see(context.database, context.viewer, action, context.now)
    if isinstance(found, TeamPoints):
        screen = await _team(context, action, found)
    else:
        screen = views.choose(found, context.t)
    await show(update, context, screen)


async def _team(context: Context, action: Action, earned: TeamPoints) -> Screen:
    png = await context.bot_data.pictures.team_points(views.picture(earned, context.t))
    rows = views.more_of(earned, context.t) if action is Action.SEE_TEAM_SUMMARY else []
    if earned.team_id in teams_for(context.viewer.standing, Action.VOTE_REWARD):
        rows += views.to_vote(earned, context.t)
    return Screen(views.words(earned, context.t), rows, png)


ROOM = Room(
    commands={
        Command("points", Action.SEE_OWN_TEAM_POINTS, rank=5, needs_points=True): points,
        Command("team", Action.SEE_TEAM_SUMMARY, rank=9, needs_points=True): team,
    },
    presses={
        ShowTeam: press_team,
    },
)
