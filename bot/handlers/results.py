"""Results of a block: /results for everybody, each within their reach."""

from telegram import Update

from bot.callbacks import ShowResults
from bot.context import Context
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, show
from bot.views import results as views
from coaching.results import block_results, groups_to_see


async def results(update: Update, context: Context) -> None:
    """Show the results of one's own group, or let somebody choose."""
    groups = await groups_to_see(context.database, context.viewer)
    if len(groups) == 1:
        only = ShowResults(groups[0].node, groups[0].id)
        await show(update, context, await _results(context, only))
        return
    await show(update, context, views.choose(groups, context.t))


async def press_group(update: Update, context: Context) -> None:
    """Show the chosen group; somebody else's does not exist."""
    wanted = pressed(update, ShowResults)
    screen = await _results(context, wanted)
    await acknowledge(update)
    await show(update, context, screen)


async def _results(context: Context, wanted: ShowResults) -> Screen:
    found = await block_results(context.database, context.viewer, wanted.node, wanted.node_id)
    if found is None:
        return views.nothing_yet(context.t)
    word = context.viewer.customer_word
    if wanted.in_words or found.suggestion is None:  # nothing is shown, so there is no picture
        return views.in_words(found, word, context.t)
    png = await context.bot_data.pictures.block(views.picture(found, context.t))
    return views.in_short(found, png, word, context.t)
