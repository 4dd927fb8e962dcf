"""Rewards: members choose for their team, HR keeps the catalogue and hands out."""

from telegram import Update

from bot.callbacks.points import (
    CastVote,
    HandingStep,
    HandReward,
    NewReward,
    OfferReward,
    RewardPage,
    ShowRewards,
    ShowVote,
)
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import acknowledge, show
from bot.command import Command
from bot.screen import Screen
from bot.views.points import rewards as views
from coaching.points import rewards as rewarding
from coaching.programme import exit_review
from coaching.rules.access import Action
from coaching.rules.rewards import RewardKind

STEPS = {
    HandingStep.TAX: rewarding.review_tax,
    HandingStep.APPROVE: rewarding.approve,
    HandingStep.HAND_OUT: rewarding.hand_out,
}


async def rewards(update: Update, context: Context) -> None:
    """Show HR what teams get."""
    await show(update, context, await _teams(context))


async def press_page(update: Update, context: Context) -> None:
    """Show what teams get, or the catalogue."""
    page = pressed(update, ShowRewards).page
    screen = await (_teams if page is RewardPage.TEAMS else _catalogue)(context)
    await acknowledge(update)
    await show(update, context, screen)


async def press_offer(update: Update, context: Context) -> None:
    """Offer a reward to teams, or no more; show the catalogue."""
    wanted = pressed(update, OfferReward)
    args = (context.database, context.viewer, wanted.reward_id, context.now)
    found = await rewarding.offer(*args, offered=bool(wanted.offered))
    await acknowledge(update)
    await show(update, context, views.catalogue(found, context.t))


async def press_new(update: Update, context: Context) -> None:
    """Ask for the kind of a new reward, for its level, and for its title."""
    wanted = pressed(update, NewReward)
    await rewarding.catalogue(context.database, context.viewer)
    if wanted.kind is None:
        screen = views.choose_kind(context.t)
    elif wanted.level is None:
        screen = views.choose_level(wanted.kind, context.t)
    else:
        args = (context.database, context.viewer, wanted.kind, wanted.level)
        await rewarding.ask_reward(*args)
        screen = views.ask_title(context.t)
    await acknowledge(update)
    await show(update, context, screen)


async def typed_reward(update: Update, context: Context, typed: Typed) -> None:
    """Take the title, with a price perhaps, and show the catalogue."""
    kind, level = RewardKind(typed.data["reward_kind"]), typed.data["level"]
    args = (context.database, context.viewer, kind, level, typed.text, context.now)
    found = await rewarding.add_reward(*args)
    await show(update, context, views.catalogue(found, context.t))


async def press_hand(update: Update, context: Context) -> None:
    """Take one step towards handing out; show how it stands."""
    wanted = pressed(update, HandReward)
    args = (context.database, context.viewer, wanted.team_reward_id, context.now)
    await STEPS[wanted.step](*args)
    await acknowledge(update)
    await show(update, context, await _teams(context))


async def press_vote(update: Update, context: Context) -> None:
    """Show what the own team can choose from."""
    wanted = pressed(update, ShowVote).team_reward_id
    ballot = await rewarding.open_vote(context.database, context.viewer, wanted)
    await acknowledge(update)
    await show(update, context, views.vote(ballot, context.t))


async def press_cast(update: Update, context: Context) -> None:
    """Choose, or choose anew."""
    wanted = pressed(update, CastVote)
    args = (context.database, context.viewer, wanted.team_reward_id, wanted.reward_id)
    ballot = await rewarding.vote(*args)
    await acknowledge(update)
    await show(update, context, views.vote(ballot, context.t))


async def _teams(context: Context) -> Screen:
    given = await rewarding.handings(context.database, context.viewer, context.now)
    review = await exit_review.review(context.database, context.viewer)
    today = context.viewer.local_day(context.now)
    return views.handings(given, review, today, context.t)


async def _catalogue(context: Context) -> Screen:
    entries = await rewarding.catalogue(context.database, context.viewer)
    return views.catalogue(entries, context.t)


ROOM = Room(
    commands={
        Command("rewards", Action.KEEP_REWARDS, rank=14, needs_points=True): rewards,
    },
    presses={
        ShowVote: press_vote,
        CastVote: press_cast,
        ShowRewards: press_page,
        OfferReward: press_offer,
        NewReward: press_new,
        HandReward: press_hand,
    },
    typed={
        rewarding.QUESTION_REWARD: typed_reward,
    },
)
