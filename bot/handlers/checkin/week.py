"""The weekly check-in: two taps, or two typed digits."""

from telegram import Update

from bot.callbacks.checkin import (
    AskCustomerView,
    AskItem,
    AskOpen,
    ChooseForCustomer,
    NameSituation,
    Respond,
    SkipOpen,
    WhyAsked,
    WhyItem,
)
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import acknowledge, show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.checkin import week as views
from coaching.checkin.week import (
    QUESTION,
    QUESTION_CUSTOMER,
    QUESTION_OPEN,
    CheckIn,
    Response,
    answer_openly,
    ask_customer_view,
    ask_openly,
    choose_for_customer,
    current_week,
    name_situation,
    open_checkin,
    respond,
)
from coaching.errors import CoachingError, Code
from coaching.people.identity import require
from coaching.rules.access import Action, Role
from coaching.rules.instrument import Dimension, value_of


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
    shown = await respond(
        context.database,
        context.viewer,
        given.week,
        given.dimension,
        given.response,
        context.now,
        given.value,
        wording=given.wording,
    )
    await _kept(update, context, shown)


async def press_why(update: Update, context: Context) -> None:
    """Show why an item is asked."""
    wanted = pressed(update, WhyItem)
    _check_open(context, wanted.week)
    await acknowledge(update)
    await show(
        update,
        context,
        views.why(wanted.week, wanted.dimension, context.viewer.customer_word, context.t),
    )


async def typed_digit(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed digit as the answer to the item that is open."""
    value = value_of(typed.text)
    if value is None:
        await show(update, context, Screen(context.t("checkin.digits")))
        return
    shown = await respond(
        context.database,
        context.viewer,
        typed.data["week"],
        Dimension(typed.data["dimension"]),
        Response.RATED,
        context.now,
        value,
        _typed_in(update),
        wording=typed.data.get("wording", ""),  # it was kept without one before
    )
    await _kept(update, context, shown)


async def press_named(update: Update, context: Context) -> None:
    """Keep whether a situation came to mind."""
    given = pressed(update, NameSituation)
    shown = await name_situation(
        context.database,
        context.viewer,
        given.week,
        given.dimension,
        context.now,
        named=given.named == 1,
    )
    await _kept(update, context, shown)


async def press_open(update: Update, context: Context) -> None:
    """Show the open question again."""
    wanted = pressed(update, AskOpen)
    _check_open(context, wanted.week)
    shown = await ask_openly(context.database, context.viewer, wanted.week, context.now)
    await acknowledge(update)
    screen = views.open_question(shown, context.viewer.own_zone, context.t)
    await show(update, context, screen)


async def press_skip_open(update: Update, context: Context) -> None:
    """Leave the open question unanswered."""
    await _answer_openly(update, context, pressed(update, SkipOpen).week, None)


async def typed_open(update: Update, context: Context, typed: Typed) -> None:
    """Take a text as the answer to the open question."""
    await _answer_openly(update, context, typed.data["week"], typed.text, anyway=typed.anyway)


async def press_customer(update: Update, context: Context) -> None:
    """Ask what the latest customer would choose."""
    wanted = pressed(update, AskCustomerView)
    shown = await ask_customer_view(context.database, context.viewer, wanted.week, context.now)
    await acknowledge(update)
    if shown.customer_view is not None:
        await show(update, context, views.customer_view(shown, shown.customer_view, context.t))


async def press_for_customer(update: Update, context: Context) -> None:
    """Keep what the latest customer would choose."""
    given = pressed(update, ChooseForCustomer)
    await _choose_for_customer(update, context, given.week, given.value)


async def typed_for_customer(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed digit as what the latest customer would choose."""
    value = value_of(typed.text)
    if value is None:
        await show(update, context, Screen(context.t("checkin.digits")))
        return
    await _choose_for_customer(update, context, typed.data["week"], value)


async def press_why_asked(update: Update, context: Context) -> None:
    """Show why one of the questions beside the items is asked."""
    wanted = pressed(update, WhyAsked)
    _check_open(context, wanted.week)
    await turn_to(update, context, views.why_asked(wanted.week, wanted.about, context.t))


async def _answer_openly(
    update: Update, context: Context, week: int, text: str | None, *, anyway: bool = False
) -> None:
    shown = await answer_openly(
        context.database,
        context.viewer,
        week,
        text,
        context.now,
        _typed_in(update),
        anyway=anyway,
    )
    await _kept(update, context, shown)


async def _choose_for_customer(update: Update, context: Context, week: int, value: int) -> None:
    shown = await choose_for_customer(context.database, context.viewer, week, value, context.now)
    await _kept(update, context, shown)


def _check_open(context: Context, week: int) -> None:
    require(context.viewer, Action.CHECK_IN)
    if week != current_week(context.viewer, context.now):
        raise CoachingError(Code.QUESTION_CLOSED)


async def _ask(update: Update, context: Context, dimension: Dimension | None) -> None:
    shown = await open_checkin(context.database, context.viewer, context.now, dimension)
    await turn_to(update, context, views.checkin(shown, context.viewer.own_zone, context.t))


async def _kept(update: Update, context: Context, shown: CheckIn) -> None:
    screen = views.checkin(shown, context.viewer.own_zone, context.t)
    await turn_to(update, context, screen, context.t.plain("checkin.kept"))


def _typed_in(update: Update) -> int | None:
    """Return the message that was typed, None for a press."""
    message = update.message
    return message.message_id if message else None


ROOM = Room(
    commands={
        Command(
            "checkin", Action.CHECK_IN, rank=4, first=frozenset({Role.STAFF, Role.LEAD})
        ): checkin,
    },
    presses={
        Respond: press_response,
        AskItem: press_item,
        WhyItem: press_why,
        NameSituation: press_named,
        AskOpen: press_open,
        SkipOpen: press_skip_open,
        AskCustomerView: press_customer,
        ChooseForCustomer: press_for_customer,
        WhyAsked: press_why_asked,
    },
    typed={
        QUESTION: typed_digit,
        QUESTION_CUSTOMER: typed_for_customer,
    },
    kept_as_typed={
        QUESTION_OPEN: typed_open,
    },
)
