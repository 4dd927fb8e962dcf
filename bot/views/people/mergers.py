"""Merging teams on HR's screen."""

from collections.abc import Sequence

from bot.callbacks.people import MergeTeam, ShowPeople
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.people.directory import TeamInUnit
from coaching.people.mergers import Merger

MOST = 40  # teams on one screen, those of the same unit first


def choose(team: TeamInUnit, places: Sequence[TeamInUnit], t: Translator) -> Screen:
    """Ask into which team this one is merged, those of its unit first."""
    others = [place for place in places if place.team_id != team.team_id]
    others.sort(key=lambda place: place.unit_id != team.unit_id)
    rows = [
        [Button(f"{each.unit_name} / {each.team_name}", MergeTeam(team.team_id, each.team_id))]
        for each in others[:MOST]
    ]
    back = [Button(t.plain("back"), ShowPeople(team.team_id))]
    return Screen(t("mergers.choose", team=team.team_name), [*rows, back])


def confirm(found: Merger, t: Translator) -> Screen:
    """Say what a merger does before it is done."""
    rows = [
        [Button(t.plain("mergers.sure"), MergeTeam(found.team_id, found.into_id, 1))],
        [Button(t.plain("back"), ShowPeople(found.team_id))],
    ]
    words = {"team": found.team_name, "into": found.into_name, "people": found.people}
    return Screen(t("mergers.confirm", **words), rows)
