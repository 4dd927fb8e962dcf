"""HR's people on the screen: teams, their members, invites. No answers and no ratings here."""

from collections.abc import Sequence
from datetime import datetime

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.people import (
    InviteTo,
    MakeInvite,
    MergeTeam,
    NewTeam,
    NewUnit,
    RenameTeam,
    RenameUnit,
    RenewInvite,
    Search,
    ShowApprovals,
    ShowHr,
    ShowInvites,
    ShowPeople,
    ShowPerson,
    Sought,
    TurnPeople,
)
from bot.callbacks.results import ShowReporting
from bot.i18n import Html, Translator
from bot.screen import Button, Screen
from bot.views.pages import page_of, turning, turning_to
from bot.views.people.search import offer
from bot.views.results.team_groups import forecast
from coaching.people.directory import PageOfTeams, TeamInUnit, TeamPage, UnitName
from coaching.people.joining import Invitation
from coaching.results.staffing import Staffing
from coaching.rules.access import Role

A_ROW = 3


def overview(found: Staffing, t: Translator) -> Screen:
    """Show a page of the teams with the number of their members; warn of those that are small."""
    reporting, here = found.reporting, found.places.here
    lines = [
        f"• {place.unit_name} / {place.team_name}: "
        + t.counted("people.count", found.people.get(place.team_id, 0))
        for place in here
    ]
    hr = t.listed(found.hr)
    rows = [[Button(place.team_name, ShowPeople(place.team_id))] for place in here]
    shown = "\n".join(lines) or t.plain("people.no_teams")
    parts = [t("people.overview", hr=hr or "–", lines=shown)]
    if reporting.seeing_nothing:
        parts.append(forecast(reporting, t))
    groups = [Button(t.plain("team_groups.open"), ShowReporting())]
    in_hr = [Button(t.plain("role.hr"), ShowHr())]
    turn = turning_to(found.places.page, found.places.pages, Listing.PEOPLE, t)
    find = offer(found.places.pages, Search(Sought.PEOPLE), t)
    return Screen("\n\n".join(parts), [*rows, turn, find, in_hr, groups])


def team(found: TeamPage, t: Translator) -> Screen:
    """Show a page of who is in a team, leads first, or of who is in HR."""
    place = found.place
    every = [Button(t.plain("people.all"), ShowPeople())]
    people = [Button(each.first_name, ShowPerson(each.person_id)) for each in found.members]
    named = [people[n : n + A_ROW] for n in range(0, len(people), A_ROW)]
    if place is None:
        turn = turning_to(found.page, found.pages, ShowHr, t)
        return Screen(t("people.hr"), [*named, turn, every])
    lines = "\n".join(
        f"• {person.first_name} ({t.plain(f'role.{person.role}')})" for person in found.members
    )
    text = t(
        "people.team",
        unit=place.unit_name,
        team=place.team_name,
        lines=lines or t.plain("people.nobody"),
    )
    if found.unconfirmed:
        text = Html("\n\n".join([text, t("confirming.why")]))
    invite = Button(t.plain("people.invite_here"), InviteTo(place.team_id))
    merge = Button(t.plain("mergers.open"), MergeTeam(place.team_id))
    turn = turning_to(found.page, found.pages, lambda page: TurnPeople(place.team_id, page), t)
    rename = [Button(t.plain("renaming.team"), RenameTeam(place.team_id))]
    rename_unit = [Button(t.plain("renaming.unit"), RenameUnit(place.unit_id))]
    return Screen(text, [*named, turn, [invite], [merge], rename, rename_unit, every])


def choose_place(places: PageOfTeams, waits: int, t: Translator) -> Screen:
    """Ask where an invite shall lead; so many others wait for a second HR person."""
    rows = [
        [Button(f"{place.unit_name} / {place.team_name}", InviteTo(place.team_id))]
        for place in places.here
    ]
    more = [
        turning_to(places.page, places.pages, Listing.PLACES, t),
        offer(places.pages, Search(Sought.INVITE), t),
        [Button(t.plain("people.new_team"), NewTeam())],
        [Button(t.plain("people.to_hr"), InviteTo())],
        [Button(t.plain("open_invites.open"), ShowInvites())],
    ]
    if waits:
        more.append([Button(t.plain("approvals.open", n=waits), ShowApprovals())])
    return Screen(t("people.choose_place"), [*rows, *more])


def choose_role(place: TeamInUnit, t: Translator) -> Screen:
    """Ask for the role of the person to invite."""
    rows = [
        [Button(t.plain(f"people.make.{role}"), MakeInvite(role, place.team_id))]
        for role in (Role.STAFF, Role.LEAD)
    ]
    text = t("people.choose_role", team=place.team_name, unit=place.unit_name)
    return Screen(text, [*rows, [_back(t)]])


def confirm_hr(t: Translator) -> Screen:
    """Say what an HR invite allows before it is made."""
    make = Button(t.plain("people.make.hr"), MakeInvite(Role.HR))
    return Screen(t("people.confirm_hr"), [[make], [_back(t)]])


def invitation(made: Invitation, link: str, until: datetime, t: Translator) -> Screen:
    """Show the link, the only time that it is ever shown."""
    text = t(
        "people.invitation",
        link=link,
        role=t.plain(f"role.{made.role}"),
        place=made.team_name or t.plain("people.whole_organisation"),
        until=t.moment(until),
    )
    return Screen("\n\n".join([text, t("approvals.needed")]) if made.waits else text)


def made_already(again: RenewInvite, t: Translator) -> Screen:
    """Offer a new link in place of one that was made and perhaps not seen."""
    return Screen(t("people.made_already"), [[Button(t.plain("people.renew"), again)], [_back(t)]])


def choose_unit(units: Sequence[UnitName], page: int, t: Translator) -> Screen:
    """Ask for the unit of a new team."""
    rows = [[Button(unit.name, NewTeam(unit.id))] for unit in page_of(units, page)]
    new = [Button(t.plain("people.new_unit"), NewUnit())]
    return Screen(t("people.choose_unit"), [*rows, turning(units, page, Listing.UNITS, t), new])


def ask_name(question: str, t: Translator) -> Screen:
    """Ask for a name to be typed."""
    return Screen(t(question), [[_back(t)]])


def unit_added(unit: UnitName, t: Translator) -> Screen:
    """Confirm the unit and ask for its first team's name."""
    return Screen(t("people.unit_added", unit=unit.name))


def _back(t: Translator) -> Button:
    return Button(t.plain("back"), TurnList(Listing.PLACES, 0))
