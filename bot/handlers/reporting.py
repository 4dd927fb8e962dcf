"""Reporting groups: HR sees how many will see nothing, and lets small teams report together."""

from telegram import Update

from bot.callbacks import MergeReporting, SeparateReporting, ShowReporting
from bot.context import Context
from bot.pressed import pressed
from bot.screen import acknowledge, show
from bot.views import reporting as views
from coaching import reporting


async def groups(update: Update, context: Context, page: int = 0) -> None:
    """Show all that is published as one, with the warning."""
    found = await reporting.reporting_groups(context.database, context.viewer)
    await acknowledge(update)
    await show(update, context, views.overview(found, page, context.t))


async def press_show(update: Update, context: Context) -> None:
    """Show one team or group, or all of them."""
    wanted = pressed(update, ShowReporting)
    if wanted.team_id is None:
        await groups(update, context)
        return
    found = await reporting.reporting_groups(context.database, context.viewer)
    screen = views.one(found, found.leaf(wanted.team_id), context.t)
    await acknowledge(update)
    await show(update, context, screen)


async def press_merge(update: Update, context: Context) -> None:
    """Let two report together, or all small ones as suggested; then show all."""
    wanted = pressed(update, MergeReporting)
    if wanted.team_id is None or wanted.other_id is None:
        await reporting.merge_small(context.database, context.viewer, context.now)
    else:
        two = (wanted.team_id, wanted.other_id)
        await reporting.merge(context.database, context.viewer, *two, context.now)
    await groups(update, context)


async def press_separate(update: Update, context: Context) -> None:
    """Let the teams stand by themselves again; then show all."""
    team = pressed(update, SeparateReporting).team_id
    await reporting.separate(context.database, context.viewer, team, context.now)
    await groups(update, context)
