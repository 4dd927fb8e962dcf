"""Reporting groups: HR sees how many will see nothing, and lets small teams report together."""

from telegram import Update

from bot.callbacks.lists import Listing
from bot.callbacks.results import MergeReporting, SeparateReporting, ShowReporting
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.views.results import team_groups as views
from coaching.results import team_groups
from coaching.results.team_groups import Reporting


async def groups(update: Update, context: Context, page: int = 0) -> None:
    """Show all that is published as one, with the warning."""
    forecast = await team_groups.reporting_groups(context.database, context.viewer)
    await _show(update, context, forecast, page)


async def press_show(update: Update, context: Context) -> None:
    """Show one team or group, or all of them."""
    wanted = pressed(update, ShowReporting)
    if wanted.team_id is None:
        await groups(update, context)
        return
    forecast = await team_groups.reporting_groups(context.database, context.viewer)
    screen = views.one(forecast, forecast.leaf(wanted.team_id), context.t)
    await turn_to(update, context, screen)


async def press_merge(update: Update, context: Context) -> None:
    """Let two report together, or all small ones as suggested; then show all."""
    wanted = pressed(update, MergeReporting)
    if wanted.team_id is None or wanted.other_id is None:
        found = await team_groups.merge_small(context.database, context.viewer, context.now)
    else:
        two = (wanted.team_id, wanted.other_id)
        found = await team_groups.merge(context.database, context.viewer, *two, context.now)
    await _show(update, context, found)


async def press_separate(update: Update, context: Context) -> None:
    """Let the teams stand by themselves again; then show all."""
    team = pressed(update, SeparateReporting).team_id
    found = await team_groups.separate(context.database, context.viewer, team, context.now)
    await _show(update, context, found)


async def _show(update: Update, context: Context, found: Reporting, page: int = 0) -> None:
    await turn_to(update, context, views.overview(found, page, context.t))


ROOM = Room(
    presses={
        ShowReporting: press_show,
        MergeReporting: press_merge,
        SeparateReporting: press_separate,
    },
    lists={
        Listing.REPORTING: groups,
    },
)
