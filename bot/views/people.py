"""HR's people on the screen: teams, their members, invites. No answers and no ratings here."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.callbacks import InviteTo, MakeInvite, NewTeam, NewUnit, ShowPeople
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.directory import Listed, Place, UnitName
from coaching.joining import Invitation
from coaching.rules.access import Role


def overview(
    places: Sequence[Place], listed: Mapping[int | None, Sequence[Listed]], t: Translator
) -> Screen:
    """Show the teams with the number of their members."""
    lines = [
        f"• {place.unit_name} / {place.team_name}: "
        + t.counted("people.count", len(listed.get(place.team_id, ())))
        for place in places
    ]
    hr = t.listed(person.first_name for person in listed.get(None, ()))
    rows = [[Button(place.team_name, ShowPeople(place.team_id))] for place in places]
    text = t("people.overview", hr=hr or "–", lines="\n".join(lines) or t.plain("people.no_teams"))
    return Screen(text, rows)


def team(place: Place, members: Sequence[Listed], t: Translator) -> Screen:
    """Show who is in a team, leads first."""
    ordered = sorted(members, key=lambda person: person.role is not Role.LEAD)
    lines = "\n".join(
        f"• {person.first_name} ({t.plain(f'role.{person.role}')})" for person in ordered
    )
    text = t(
        "people.team",
        unit=place.unit_name,
        team=place.team_name,
        lines=lines or t.plain("people.nobody"),
    )
    invite = Button(t.plain("people.invite_here"), InviteTo(place.team_id))
    return Screen(text, [[invite], [Button(t.plain("people.all"), ShowPeople())]])


def choose_place(places: Sequence[Place], t: Translator) -> Screen:
    """Ask where an invite shall lead."""
    rows = [
        [Button(f"{place.unit_name} / {place.team_name}", InviteTo(place.team_id))]
        for place in places
    ]
    more = [
        [Button(t.plain("people.new_team"), NewTeam())],
        [Button(t.plain("people.to_hr"), InviteTo())],
    ]
    return Screen(t("people.choose_place"), [*rows, *more])


def choose_role(place: Place, t: Translator) -> Screen:
    """Ask for the role of the person to invite."""
    rows = [
        [Button(t.plain(f"people.make.{role}"), MakeInvite(role, place.team_id))]
        for role in (Role.STAFF, Role.LEAD)
    ]
    return Screen(t("people.choose_role", team=place.team_name, unit=place.unit_name), rows)


def confirm_hr(t: Translator) -> Screen:
    """Say what an HR invite allows before it is made."""
    return Screen(
        t("people.confirm_hr"), [[Button(t.plain("people.make.hr"), MakeInvite(Role.HR))]]
    )


def invitation(made: Invitation, link: str, until: datetime, t: Translator) -> Screen:
    """Show the link, the only time that it is ever shown."""
    return Screen(
        t(
            "people.invitation",
            link=link,
            role=t.plain(f"role.{made.role}"),
            place=made.team_name or t.plain("people.whole_organisation"),
            until=t.moment(until),
        )
    )


def choose_unit(units: Sequence[UnitName], t: Translator) -> Screen:
    """Ask for the unit of a new team."""
    rows = [[Button(unit.name, NewTeam(unit.id))] for unit in units]
    new = [Button(t.plain("people.new_unit"), NewUnit())]
    return Screen(t("people.choose_unit"), [*rows, new])


def ask_name(question: str, t: Translator) -> Screen:
    """Ask for a name to be typed."""
    return Screen(t(question))


def unit_added(unit: UnitName, t: Translator) -> Screen:
    """Confirm the unit and ask for its first team's name."""
    return Screen(t("people.unit_added", unit=unit.name))
