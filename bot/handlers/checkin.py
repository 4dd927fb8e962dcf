"""The weekly check-in: two taps, or two typed digits."""

from telegram import Update

from bot.callbacks import AskItem, Respond, WhyItem
from bot.context import Context
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, reply, show
from bot.views import checkin as views
from coaching.checking_in import (
    Response,
    current_week,
    open_checkin,
    respond,
)
from coaching.errors import CoachingError, Code
from coaching.identity import require
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension


async def checkin(update: Update, context: Context) -> None:
    """Show this week's check-in where it stands."""
    await _ask(update, context, None)


async def press_item(update: Update, context: Context) -> None:
    """Show an item again, to answer it or to change the answer."""
    wanted = pressed(update, AskItem)
    _check_open(context, wanted.week)
    await _ask(update, context, wanted.dimension)


async def press_response(update: Update, context: Context) -> None:
    """Keep a response and show what comes next."""
    given = pressed(update, Respond)
    await _respond(update, context, given.week, given.dimension, given.response, value=given.value)


async def press_why(update: Update, context: Context) -> None:
    """Show why an item is asked."""
    wanted = pressed(update, WhyItem)
    _check_open(context, wanted.week)
    await acknowledge(update)
    await show(update, context, views.why(wanted.week, wanted.dimension, context.t))


async def typed_digit(
    update: Update, context: Context, week: int, dimension: Dimension, typed: str
) -> None:
    """Take a typed digit as the answer to the item that is open."""
    if typed not in [str(n) for n in views.SCALE]:
        await show(update, context, Screen(context.t("checkin.digits")))
        return
    await _respond(update, context, week, dimension, Response.RATED, value=int(typed))


def _check_open(context: Context, week: int) -> None:
    require(context.viewer, Action.CHECK_IN)
    if week != current_week(context.viewer, context.now):
        raise CoachingError(Code.QUESTION_CLOSED)


async def _ask(update: Update, context: Context, dimension: Dimension | None) -> None:
    shown = await open_checkin(context.database, context.viewer, context.now, dimension)
    await acknowledge(update)
    await show(update, context, views.checkin(shown, context.viewer.own_zone, context.t))


async def _respond(
    update: Update,
    context: Context,
    week: int,
    dimension: Dimension,
    response: Response,
    *,
    value: int | None,
) -> None:
    shown = await respond(
        context.database, context.viewer, week, dimension, response, context.now, value
    )
    screen = views.checkin(shown, context.viewer.own_zone, context.t)
    await reply(update, context, screen, context.t.plain("checkin.kept"))
