"""Turning the pages of HR's long lists."""

from telegram import Update

from bot.callbacks import Listing, TurnList
from bot.context import Context
from bot.handlers import deliveries, people, reporting, results, schedules, working_times
from bot.pressed import pressed


async def press_turn(update: Update, context: Context) -> None:
    """Show another page of a list."""
    wanted = pressed(update, TurnList)
    match wanted.listing:
        case Listing.PEOPLE:
            await people.people(update, context, wanted.page)
        case Listing.PLACES:
            await people.invite(update, context, wanted.page)
        case Listing.UNITS:
            await people.choose_unit(update, context, wanted.page)
        case Listing.AUDIENCES:
            await schedules.choose_audience(update, context, wanted.page)
        case Listing.SCHEDULES:
            await schedules.schedules(update, context, wanted.page)
        case Listing.SITES:
            await working_times.calendar(update, context, wanted.page)
        case Listing.DELIVERIES:
            await deliveries.deliveries(update, context, wanted.page)
        case Listing.REPORTING:
            await reporting.groups(update, context, wanted.page)
        case Listing.RESULTS:
            await results.choose(update, context, wanted.page)
