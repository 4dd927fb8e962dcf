"""Merging teams on HR's screen."""

from bot.callbacks.people import MergeInto, MergeTeam, Search, ShowPeople, Sought
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.pages import turning_to
from bot.views.people.search import offer
from coaching.people.directory import PageOfTeams, TeamInUnit
from coaching.people.mergers import Merger


def choose(team: TeamInUnit, others: PageOfTeams, t: Translator) -> Screen:
    """Ask into which team this one is merged, those of its unit first."""
    rows = [
        [Button(f"{each.unit_name} / {each.team_name}", MergeTeam(team.team_id, each.team_id))]
        for each in others.here
    ]
    turn = turning_to(others.page, others.pages, lambda page: MergeInto(team.team_id, page), t)
    find = offer(others.pages, Search(Sought.MERGE, team.team_id), t)
    back = [Button(t.plain("back"), ShowPeople(team.team_id))]
    return Screen(t("mergers.choose", team=team.team_name), [*rows, turn, find, back])


def confirm(found: Merger, t: Translator) -> Screen:
    """Say what a merger does before it is done."""
    rows = [
        [Button(t.plain("mergers.sure"), MergeTeam(found.team_id, found.into_id, 1))],
        [Button(t.plain("back"), ShowPeople(found.team_id))],
    ]
    words = {"team": found.team_name, "into": found.into_name, "people": found.people}
    return Screen(t("mergers.confirm", **words), rows)
