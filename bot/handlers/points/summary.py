"""Team points: /points, with a picture and the same in words."""

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
from coaching.rules.access import Action, Role, teams_for


async def points(update: Update, context: Context) -> None:
    """Show the points of one's own team, or let somebody with several choose."""
    found = await points_to_see(context.database, context.viewer, context.now)
    if isinstance(found, TeamPoints):
        screen = await _team(context, found, in_words=False)
    else:
        screen = views.choose(found, context.t)
    await show(update, context, screen)


async def press_team(update: Update, context: Context) -> None:
    """Show the chosen team; somebody else's team does not exist."""
    wanted = pressed(update, ShowTeam)
    earned = await team_points(context.database, context.viewer, wanted.team_id, context.now)
    screen = await _team(context, earned, in_words=bool(wanted.in_words))
    await turn_to(update, context, screen)


async def _team(context: Context, earned: TeamPoints, *, in_words: bool) -> Screen:
    votes = earned.team_id in teams_for(context.viewer.standing, Action.VOTE_REWARD)
    rows = views.to_vote(earned, context.t) if votes else []
    if in_words:
        return Screen(views.words(earned, context.t), rows)
    png = await context.bot_data.pictures.team_points(views.picture(earned, context.t))
    return views.in_short(earned, png, rows, context.t)


ROOM = Room(
    commands={
        Command(
            "points",
            Action.SEE_OWN_TEAM_POINTS,
            rank=5,
            needs_points=True,
            first=frozenset({Role.STAFF}),
        ): points,
    },
    presses={
        ShowTeam: press_team,
    },
)
