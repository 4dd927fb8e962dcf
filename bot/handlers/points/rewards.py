"""Rewards: members choose for their team, HR keeps the catalogue and hands out."""

from telegram import Update

from bot.callbacks.lists import Listing
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
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.views.points import rewards as views
from coaching.points.catalogue import (
    QUESTION_REWARD,
    add_reward,
    ask_reward,
    catalogue,
    offer,
    require_points,
)
from coaching.points.handing_out import approve, hand_out, handings, review_tax
from coaching.points.votes import look_at_vote, vote
from coaching.rules.access import Action
from coaching.rules.rewards import RewardKind

STEPS = {
    HandingStep.TAX: review_tax,
    HandingStep.APPROVE: approve,
    HandingStep.HAND_OUT: hand_out,
}


async def rewards(update: Update, context: Context, page: int = 0) -> None:
    """Show HR a page of what teams get."""
    found = await handings(context.database, context.viewer, context.now)
    screen = views.handings(found, context.viewer.local_day(context.now), context.t, page)
    await turn_to(update, context, screen)


async def rewards_to_choose(update: Update, context: Context, page: int = 0) -> None:
    """Show HR a page of the catalogue."""
    found = await catalogue(context.database, context.viewer)
    await turn_to(update, context, views.catalogue(found, context.t, page))


async def press_page(update: Update, context: Context) -> None:
    """Show what teams get, or the catalogue."""
    teams = pressed(update, ShowRewards).page is RewardPage.TEAMS
    await (rewards if teams else rewards_to_choose)(update, context)


async def press_offer(update: Update, context: Context) -> None:
    """Offer a reward to teams, or no more; show it in the catalogue."""
    wanted = pressed(update, OfferReward)
    args = (context.database, context.viewer, wanted.reward_id, context.now)
    found = await offer(*args, offered=bool(wanted.offered))
    screen = views.catalogue(found, context.t, dealt_with=wanted.reward_id)
    await turn_to(update, context, screen)


async def press_new(update: Update, context: Context) -> None:
    """Ask for the kind of a new reward, for its level, and for its title."""
    wanted = pressed(update, NewReward)
    if wanted.kind is None or wanted.level is None:
        require_points(context.viewer)
        kind = wanted.kind
        screen = views.choose_level(kind, context.t) if kind else views.choose_kind(context.t)
    else:
        await ask_reward(context.database, context.viewer, wanted.kind, wanted.level)
        screen = views.ask_title(context.t)
    await turn_to(update, context, screen)


async def typed_reward(update: Update, context: Context, typed: Typed) -> None:
    """Take the title, with a price perhaps, and show what was read of it."""
    kind, level = RewardKind(typed.data["reward_kind"]), typed.data["level"]
    args = (context.database, context.viewer, kind, level, typed.text, context.now)
    found, new = await add_reward(*args)
    await show(update, context, views.added(found, new, context.t))


async def press_hand(update: Update, context: Context) -> None:
    """Take one step towards handing out; show how it stands."""
    wanted = pressed(update, HandReward)
    args = (context.database, context.viewer, wanted.team_reward_id, context.now)
    found = await STEPS[wanted.step](*args)
    today = context.viewer.local_day(context.now)
    screen = views.handings(found, today, context.t, dealt_with=wanted.team_reward_id)
    await turn_to(update, context, screen)


async def press_vote(update: Update, context: Context) -> None:
    """Show what the own team can choose from."""
    wanted = pressed(update, ShowVote).team_reward_id
    ballot = await look_at_vote(context.database, context.viewer, wanted)
    await turn_to(update, context, views.vote(ballot, context.t))


async def press_cast(update: Update, context: Context) -> None:
    """Choose, or choose anew."""
    wanted = pressed(update, CastVote)
    args = (context.database, context.viewer, wanted.team_reward_id, wanted.reward_id)
    ballot = await vote(*args)
    await turn_to(update, context, views.vote(ballot, context.t))


ROOM = Room(
    commands={
        Command("rewards", Action.KEEP_REWARDS, rank=15, needs_points=True): rewards,
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
        QUESTION_REWARD: typed_reward,
    },
    lists={
        Listing.HANDINGS: rewards,
        Listing.REWARDS: rewards_to_choose,
    },
)
