"""Rewards on the screen: a team's vote, HR's catalogue, and what is still to be handed out."""

from collections.abc import Sequence
from datetime import date

from bot.callbacks.lists import Listing
from bot.callbacks.points import (
    CastVote,
    HandingStep,
    HandReward,
    NewReward,
    OfferReward,
    RewardPage,
    ShowRewards,
)
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import page_of, page_with, turning
from coaching.content import load_rewards
from coaching.points.catalogue import CatalogueEntry, RewardName
from coaching.points.handing_out import Handing, Handings
from coaching.points.votes import Vote
from coaching.rules.points import LEVELS
from coaching.rules.rewards import RewardKind

A_PAGE = 8  # rewards on one screen, each with two lines and a button of its own


def title(name: RewardName, t: Translator) -> str:
    """Return a reward in the reader's language, or as HR wrote it."""
    shipped = {each.id: each for each in load_rewards()}
    reward = shipped.get(name.content_id or "")
    return reward.titles[t.language] if reward else name.title or "–"


def vote(found: Vote, t: Translator) -> Screen:
    """Let a member choose, or say what came of it; nobody sees who chose what, nor how many."""
    level = t.plain(f"points.level.{found.level}")
    reached = t("rewards.vote.reached", team=found.won_by or found.team_name, level=level)
    if found.result is not None:
        gets = t("rewards.vote.over", team=found.team_name, title=title(found.result, t))
        return Screen("\n\n".join([reached, gets]))
    rows = []
    for reward, name in found.choices:
        mark = "✓ " if reward == found.chosen else ""
        rows.append([Button(mark + title(name, t), CastVote(found.id, reward))])
    key = "rewards.vote.ask" if found.chosen is None else "rewards.vote.chosen"
    day = t.day(found.closes)
    parts = [reached, t("rewards.vote.all", team=found.team_name, day=day), t(key, day=day)]
    return Screen("\n\n".join(parts), rows)


def handings(
    found: Handings, today: date, t: Translator, page: int = 0, dealt_with: int | None = None
) -> Screen:
    """Show HR what teams get, what comes next with each, what is late, and what is to decide.

    After a step with one of them, the page on which it stands now.
    """
    waiting = [each for each in found.given if each.handed_out_on is None]
    every = [*waiting, *(each for each in found.given if each.handed_out_on is not None)]
    if dealt_with is not None:
        page = page_with([each.id for each in every], dealt_with, A_PAGE)
    here = page_of(every, page, A_PAGE)
    parts = [t("rewards.all"), lines(_line(each, today, t) for each in here)]
    if any(each.is_late(today) for each in found.given):
        parts.append(t("rewards.late"))
    if found.review.is_due(today) and found.review.until is not None:
        parts.append(t("rewards.review", day=t.full_date(found.review.until)))
    rows = [[_next(each, t)] for each in here if _step(each)]
    rows.append(turning(every, page, Listing.HANDINGS, t, A_PAGE))
    rows.append([Button(t.plain("rewards.catalogue"), ShowRewards(RewardPage.CATALOGUE))])
    return Screen("\n\n".join(part for part in parts if part), rows)


def catalogue(
    found: Sequence[CatalogueEntry], t: Translator, page: int = 0, dealt_with: int | None = None
) -> Screen:
    """Show HR a page of all rewards, level by level, with what each press changes.

    After a press on one of them, the page on which it stands.
    """
    if dealt_with is not None:
        page = page_with([each.id for each in found], dealt_with, A_PAGE)
    here = page_of(found, page, A_PAGE)
    rows = [[_offering(each, t)] for each in here]
    rows.append(turning(found, page, Listing.REWARDS, t, A_PAGE))
    rows.append([Button(t.plain("rewards.new"), NewReward())])
    rows.append([Button(t.plain("back"), ShowRewards(RewardPage.TEAMS))])
    listed = lines(_listed(each, t) for each in here)
    return Screen("\n\n".join([t("rewards.catalogue_all"), listed]), rows)


def added(found: Sequence[CatalogueEntry], new: int, t: Translator) -> Screen:
    """Say what was read of a new reward, above the page on which it stands."""
    one = next(each for each in found if each.id == new)
    said = t("rewards.added", title=title(one.name, t), cost=_cost(one, t))
    screen = catalogue(found, t, dealt_with=new)
    return Screen("\n\n".join([said, screen.text]), screen.rows)


def choose_kind(t: Translator) -> Screen:
    """Ask for the kind of a new reward; money is none of them."""
    rows = [[Button(t.plain(f"rewards.kind.{kind}"), NewReward(kind))] for kind in RewardKind]
    return Screen(t("rewards.ask_kind"), [*rows, _back(t)])


def choose_level(kind: RewardKind, t: Translator) -> Screen:
    """Ask from which level on it can be chosen."""
    rows = [
        [Button(t.plain(f"points.level.{level}"), NewReward(kind, level))]
        for level in range(1, len(LEVELS) + 1)
    ]
    return Screen(t("rewards.ask_level"), [*rows, _back(t)])


def ask_title(t: Translator) -> Screen:
    """Ask for the title."""
    return Screen(t("rewards.ask_title"), [_back(t)])


def _back(t: Translator) -> list[Button]:
    return [Button(t.plain("back"), ShowRewards(RewardPage.CATALOGUE))]


def _listed(each: CatalogueEntry, t: Translator) -> Html:
    details = [t.plain(f"points.level.{each.level}"), t.plain(f"rewards.kind.{each.kind}")]
    if each.cost or each.name.content_id is None:
        details.append(_cost(each, t))
    if each.needs_tax_review:
        details.append(t.plain("rewards.tax"))
    if not each.offered:
        details.append(t.plain("rewards.not_offered"))
    return t("rewards.line", title=title(each.name, t), details=" · ".join(details))


def _cost(each: CatalogueEntry, t: Translator) -> str:
    return t.plain("rewards.cost", cost=each.cost) if each.cost else t.plain("rewards.free")


def _offering(each: CatalogueEntry, t: Translator) -> Button:
    key = "rewards.stop" if each.offered else "rewards.offer"
    label = t.plain(key, title=title(each.name, t))
    return Button(label, OfferReward(each.id, int(not each.offered)))


def _line(each: Handing, today: date, t: Translator) -> Html:
    if each.name is None:
        state = t.plain("rewards.voting")
    elif each.handed_out_on is not None:
        state = t.plain("rewards.handed_out", day=t.on(each.handed_out_on))
    elif each.is_late(today):
        state = t.plain("rewards.overdue", day=t.on(each.due))
    else:
        state = t.plain("rewards.due", day=t.on(each.due))
    details = f"{title(each.name, t)} · {state}" if each.name else state
    name = each.team_name if each.won_by is None else f"{each.team_name} ({each.won_by})"
    return t("rewards.line", title=_team(name, each, t), details=details)


def _team(name: str, each: Handing, t: Translator) -> str:
    return t.plain("rewards.team", team=name, quarter=each.quarter)


def _step(each: Handing) -> HandingStep | None:
    """Return what comes next with a reward; nothing while the team votes, or when it is done."""
    if each.name is None or each.handed_out_on is not None:
        return None
    if each.needs_tax_review and not each.tax_reviewed:
        return HandingStep.TAX
    return HandingStep.HAND_OUT if each.approved else HandingStep.APPROVE


def _next(each: Handing, t: Translator) -> Button:
    step = _step(each) or HandingStep.APPROVE
    label = t.plain(f"rewards.step.{step}", team=_team(each.won_by or each.team_name, each, t))
    return Button(label, HandReward(each.id, step))
