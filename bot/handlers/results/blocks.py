"""Results of a block: /results for everybody, each within their reach."""

from collections.abc import Sequence

from telegram import Update

from bot.callbacks.lists import Listing
from bot.callbacks.results import RaiseThresholds, ShowBlocks, ShowResults
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.results import blocks as views
from coaching.errors import CoachingError, Code
from coaching.people.identity import require
from coaching.results.blocks import (
    BlockResults,
    ResultGroup,
    block_by_block,
    block_results,
    groups_to_see,
    results_to_see,
)
from coaching.results.thresholds import raise_to, raising
from coaching.rules.access import Action, Role, may
from coaching.rules.confidentiality import Thresholds


async def results(update: Update, context: Context) -> None:
    """Show the results of one's own group, or let somebody choose."""
    found = await results_to_see(context.database, context.viewer)
    if isinstance(found, list):
        await _choose(update, context, found, 0)
        return
    await show(update, context, await _results(context, found, in_words=False))


async def choose(update: Update, context: Context, page: int = 0) -> None:
    """Show the groups to choose from; HR finds there what decides on how much is shown."""
    groups = await groups_to_see(context.database, context.viewer)
    await _choose(update, context, groups, page)


async def _choose(
    update: Update, context: Context, groups: Sequence[ResultGroup], page: int
) -> None:
    hr = may(context.viewer.standing, Action.RAISE_THRESHOLDS)
    await turn_to(update, context, views.choose(groups, page, can_raise=hr, t=context.t))


async def press_group(update: Update, context: Context) -> None:
    """Show the chosen group; somebody else's does not exist."""
    wanted = pressed(update, ShowResults)
    about = (wanted.node, wanted.node_id)
    block = await block_results(context.database, context.viewer, *about)
    screen = await _results(context, block, in_words=bool(wanted.in_words))
    await turn_to(update, context, screen)


async def press_blocks(update: Update, context: Context) -> None:
    """Show the chosen group's last blocks side by side."""
    wanted = pressed(update, ShowBlocks)
    blocks = await block_by_block(context.database, context.viewer, wanted.node, wanted.node_id)
    if blocks is None:
        screen = views.nothing_yet(context.t)
    elif wanted.in_words:
        screen = views.side_by_side_in_words(blocks, context.t)
    else:
        png = await context.bot_data.pictures.blocks(views.blocks_picture(blocks, context.t))
        screen = views.side_by_side(blocks, png, context.t)
    await turn_to(update, context, screen)


async def press_raise(update: Update, context: Context) -> None:
    """Show HR from how many answers results are shown; raise it after one question."""
    wanted = pressed(update, RaiseThresholds)
    if wanted.band is None or wanted.figure is None:
        thresholds = await raising(context.database, context.viewer)
        screen = views.thresholds(thresholds, context.t)
    elif wanted.sure:
        higher = _thresholds(wanted.band, wanted.figure)
        thresholds = await raise_to(context.database, context.viewer, higher, context.now)
        screen = views.thresholds(thresholds, context.t)
    else:
        require(context.viewer, Action.RAISE_THRESHOLDS)
        screen = views.confirm_raise(_thresholds(wanted.band, wanted.figure), context.t)
    await turn_to(update, context, screen)


def _thresholds(band: int, figure: int) -> Thresholds:
    try:
        return Thresholds(band, figure)
    except ValueError:
        raise CoachingError(Code.THRESHOLDS_ONLY_RISE) from None


async def _results(context: Context, block: BlockResults | None, *, in_words: bool) -> Screen:
    if block is None:
        return views.nothing_yet(context.t)
    word = context.viewer.customer_word
    if in_words or block.suggestion is None:  # nothing is shown, so there is no picture
        return views.in_words(block, word, context.t)
    png = await context.bot_data.pictures.block(views.picture(block, context.t))
    return views.in_short(block, png, word, context.t)


ROOM = Room(
    commands={
        Command(
            "results", Action.SEE_RESULTS, rank=6, first=frozenset({Role.STAFF, Role.HR})
        ): results,
    },
    presses={
        ShowResults: press_group,
        ShowBlocks: press_blocks,
        RaiseThresholds: press_raise,
    },
    lists={
        Listing.RESULTS: choose,
    },
)
