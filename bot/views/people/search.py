"""What HR found by a part of a name."""

from collections.abc import Mapping, Sequence

from bot.callbacks.base import CallbackData
from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.people import InviteTo, MergeTeam, Search, ShowPeople, Sought
from bot.callbacks.results import ShowReporting
from bot.i18n import Translator, lines
from bot.screen import Button, Screen
from coaching.people.directory import TeamInUnit
from coaching.people.search import Found, FoundPerson

BACK: Mapping[Sought, Listing] = {
    Sought.PEOPLE: Listing.PEOPLE,
    Sought.INVITE: Listing.PLACES,
    Sought.REPORT: Listing.REPORTING,
}


def offer(pages: int, sought: Search, t: Translator) -> list[Button]:
    """Return the button with which a list of several pages is searched."""
    return [Button(t.plain("search.open"), sought)] if pages > 1 else []


def ask(sought: Search, t: Translator) -> Screen:
    """Ask for a part of a name to be typed."""
    key = "search.ask_anybody" if sought.sought is Sought.PEOPLE else "search.ask_team"
    return Screen(t(key), [[_back(sought, t)]])


def found(result: Found, typed: str, sought: Search, t: Translator) -> Screen:
    """Show the teams as buttons and the people as lines; another name may be typed at once."""
    teams = [each for each in result.teams if each.team_id != sought.team_id]
    if not teams and not result.people:
        return Screen(t("search.none", part=typed), [[_back(sought, t)]])
    parts = [t("search.found", part=typed)]
    if result.people:
        parts.append(lines(_line(each, t) for each in result.people))
    if result.more:
        parts.append(t("search.more"))
    rows = [[Button(_name(each), _chosen(each, sought))] for each in _places(teams, result)]
    return Screen("\n\n".join(parts), [*rows, [_back(sought, t)]])


def _places(teams: Sequence[TeamInUnit], result: Found) -> list[TeamInUnit]:
    """Return each team once: those that are called so, then those of the people."""
    of_people = [each.place for each in result.people if each.place]
    return list({each.team_id: each for each in (*teams, *of_people)}.values())


def _line(person: FoundPerson, t: Translator) -> str:
    where = _name(person.place) if person.place else t.plain("people.whole_organisation")
    role = t.plain(f"role.{person.role}")
    return t("search.person", name=person.first_name, role=role, where=where)


def _name(place: TeamInUnit) -> str:
    return f"{place.unit_name} / {place.team_name}"


def _chosen(place: TeamInUnit, sought: Search) -> CallbackData:
    """Return what a press on a team that was found does."""
    match sought.sought:
        case Sought.INVITE:
            return InviteTo(place.team_id)
        case Sought.REPORT:
            return ShowReporting(place.team_id)
        case Sought.MERGE if sought.team_id is not None:
            return MergeTeam(sought.team_id, place.team_id)
        case _:
            return ShowPeople(place.team_id)


def _back(sought: Search, t: Translator) -> Button:
    listing = BACK.get(sought.sought)
    to = TurnList(listing, 0) if listing else ShowPeople(sought.team_id)
    return Button(t.plain("back"), to)
