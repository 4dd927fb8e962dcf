"""Re-organisation: HR merges a team into another one, after one question."""

from telegram import Update

from bot.callbacks.people import MergeInto, MergeTeam
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.views.people import directory
from bot.views.people import mergers as views
from coaching.people.mergers import candidates, merger
from coaching.results.staffing import merge_teams


async def press_into(update: Update, context: Context) -> None:
    """Show another page of the teams that it can be merged into."""
    wanted = pressed(update, MergeInto)
    args = (context.database, context.viewer, wanted.team_id)
    await turn_to(update, context, views.choose(*await candidates(*args, wanted.page), context.t))


async def press_merge(update: Update, context: Context) -> None:
    """Ask for the other team, ask whether it is meant, or merge and show all teams."""
    wanted = pressed(update, MergeTeam)
    if wanted.into_id is None:
        team, others = await candidates(context.database, context.viewer, wanted.team_id)
        screen = views.choose(team, others, context.t)
    elif wanted.sure:
        args = (context.database, context.viewer, wanted.team_id, wanted.into_id)
        screen = directory.overview(await merge_teams(*args, context.now), context.t)
    else:
        args = (context.database, context.viewer, wanted.team_id, wanted.into_id)
        screen = views.confirm(await merger(*args), context.t)
    await turn_to(update, context, screen)


ROOM = Room(
    presses={
        MergeInto: press_into,
        MergeTeam: press_merge,
    },
)
