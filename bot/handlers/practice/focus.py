"""What one's prompts follow: /focus for everybody who practises, /challenge for leads."""

from collections.abc import Sequence

from telegram import Update

from bot.callbacks.practice import (
    BeginChallenge,
    BeginSeries,
    FocusPage,
    SetFocus,
    SetMotivation,
    SetProfile,
    ShowFocus,
)
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import send, turn_to
from bot.command import Command
from bot.views.practice import focus as views
from bot.views.practice.talks import prompt
from coaching.practice.focus import (
    Focus,
    TeamChallenge,
    begin_challenge,
    begin_series,
    challenges,
    choose_focus,
    choose_motivation,
    choose_profile,
    focus_of,
)
from coaching.rules.access import Action, Role


async def focus(update: Update, context: Context) -> None:
    """Show what one's prompts follow."""
    shown = await focus_of(context.database, context.viewer, context.now)
    await _show(update, context, shown)


async def press_page(update: Update, context: Context) -> None:
    """Show a page of it."""
    page = pressed(update, ShowFocus).page
    shown = await focus_of(context.database, context.viewer, context.now)
    await _show(update, context, shown, page)


async def press_focus(update: Update, context: Context) -> None:
    """Choose the focus of this block."""
    wanted = pressed(update, SetFocus).dimension
    await _show(
        update,
        context,
        await choose_focus(context.database, context.viewer, wanted, context.now),
    )


async def press_profile(update: Update, context: Context) -> None:
    """Say where one mostly works."""
    wanted = pressed(update, SetProfile).profile
    await _show(
        update,
        context,
        await choose_profile(context.database, context.viewer, wanted, context.now),
    )


async def press_motivation(update: Update, context: Context) -> None:
    """Say what helps to keep going."""
    wanted = pressed(update, SetMotivation).motivation
    await _show(
        update,
        context,
        await choose_motivation(context.database, context.viewer, wanted, context.now),
    )


async def press_series(update: Update, context: Context) -> None:
    """Begin a series, or leave it."""
    wanted = pressed(update, BeginSeries).series
    await _show(
        update,
        context,
        await begin_series(context.database, context.viewer, wanted, context.now),
    )


async def challenge(update: Update, context: Context) -> None:
    """Show a lead the challenges of their teams."""
    teams = await challenges(context.database, context.viewer, context.now)
    await _show_challenges(update, context, teams)


async def press_challenge(update: Update, context: Context) -> None:
    """Begin a challenge for a team, and bring the lead the first part."""
    wanted = pressed(update, BeginChallenge)
    args = (wanted.team_id, wanted.series, context.now)
    teams, first = await begin_challenge(context.database, context.viewer, *args)
    await _show_challenges(update, context, teams)
    if first is not None and update.effective_chat is not None:
        await send(context.bot, update.effective_chat.id, prompt(first, context.t))


async def _show(
    update: Update, context: Context, shown: Focus, page: FocusPage = FocusPage.ALL
) -> None:
    await turn_to(update, context, views.focus(shown, page, context.t))


async def _show_challenges(
    update: Update, context: Context, teams: Sequence[TeamChallenge]
) -> None:
    await turn_to(update, context, views.challenge(teams, context.t))


ROOM = Room(
    commands={
        Command("focus", Action.PRACTISE, rank=3): focus,
        Command("challenge", Action.CHALLENGE, rank=11, first=frozenset({Role.LEAD})): challenge,
    },
    presses={
        ShowFocus: press_page,
        SetFocus: press_focus,
        SetProfile: press_profile,
        SetMotivation: press_motivation,
        BeginSeries: press_series,
        BeginChallenge: press_challenge,
    },
)
