"""HR's people: who is where, new units and teams, invites."""

from telegram import Update

from bot.callbacks.lists import Listing
from bot.callbacks.people import (
    InviteTo,
    MakeInvite,
    NewTeam,
    NewUnit,
    RenewInvite,
    ShowHr,
    ShowPeople,
    TurnPeople,
)
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.views.people import directory as views
from coaching.errors import CoachingError, Code
from coaching.people import directory
from coaching.people.approvals import places_and_waiting
from coaching.people.directory import UnitName
from coaching.people.identity import require
from coaching.people.joining import Invitation
from coaching.people.joining import invite as make_invite
from coaching.people.joining import renew as renew_invite
from coaching.results.staffing import staffing
from coaching.rules.access import Action, Role


async def people(update: Update, context: Context, page: int = 0) -> None:
    """Show how many people are in which team."""
    found = await staffing(context.database, context.viewer, context.now, page)
    await turn_to(update, context, views.overview(found, context.t))


async def press_people(update: Update, context: Context) -> None:
    """Show who is in a team, or all teams again."""
    team_id = pressed(update, ShowPeople).team_id
    if team_id is None:
        await people(update, context)
    else:
        await _team(update, context, team_id, 0)


async def press_turn_people(update: Update, context: Context) -> None:
    """Show another page of who is in a team."""
    wanted = pressed(update, TurnPeople)
    await _team(update, context, wanted.team_id, wanted.page)


async def press_hr(update: Update, context: Context) -> None:
    """Show who is in HR."""
    await _team(update, context, None, pressed(update, ShowHr).page)


async def _team(update: Update, context: Context, team_id: int | None, page: int) -> None:
    args = (context.database, context.viewer, team_id, context.now)
    await turn_to(update, context, views.team(await directory.people_of(*args, page), context.t))


async def invite(update: Update, context: Context, page: int = 0) -> None:
    """Ask where the invite shall lead."""
    args = (context.database, context.viewer, context.now)
    places, waits = await places_and_waiting(*args, page)
    await turn_to(update, context, views.choose_place(places, waits, context.t))


async def press_invite_to(update: Update, context: Context) -> None:
    """Ask for the role in the chosen team; without a team the invite is for HR."""
    team_id = pressed(update, InviteTo).team_id
    require(context.viewer, Action.INVITE)
    if team_id is None:
        screen = views.confirm_hr(context.t)
    else:
        place = await directory.place(context.database, context.viewer, team_id)
        screen = views.choose_role(place, context.t)
    await turn_to(update, context, screen)


async def press_make_invite(update: Update, context: Context) -> None:
    """Make the link; a second press on the same message makes no second invite."""
    wanted = pressed(update, MakeInvite)
    place = (wanted.role, wanted.team_id)
    asked_in = _request(update, wanted)
    try:
        made = await make_invite(context.database, context.viewer, *place, context.now, asked_in)
    except CoachingError as error:
        if error.code is not Code.INVITE_ALREADY_MADE:
            raise
        await turn_to(update, context, views.made_already(RenewInvite(*place), context.t))
        return
    await _show_link(update, context, made)


async def press_renew_invite(update: Update, context: Context) -> None:
    """Show a link once more: a new one, in place of one that nobody has opened."""
    wanted = pressed(update, RenewInvite)
    asked_in = _request(update, MakeInvite(wanted.role, wanted.team_id))
    made = await renew_invite(context.database, context.viewer, context.now, asked_in)
    await _show_link(update, context, made)


def _request(update: Update, wanted: MakeInvite) -> str:
    """Return what makes one request for an invite: the message and what was pressed under it."""
    message = update.effective_message
    if message is None:
        raise CoachingError(Code.QUESTION_CLOSED)
    return f"{message.chat_id}:{message.message_id}:{wanted.pack()}"


async def _show_link(update: Update, context: Context, made: Invitation) -> None:
    link = f"https://t.me/{context.bot.username}?start={made.token}"
    until = made.expires_at.astimezone(context.viewer.zone)
    await turn_to(update, context, views.invitation(made, link, until, context.t))


async def press_new_team(update: Update, context: Context) -> None:
    """Ask for the unit of a new team, then for its name."""
    unit_id = pressed(update, NewTeam).unit_id
    if unit_id is None:
        await choose_unit(update, context)
        return
    await directory.ask_team_name(context.database, context.viewer, unit_id)
    await turn_to(update, context, views.ask_name("people.ask_team_name", context.t))


async def choose_unit(update: Update, context: Context, page: int = 0) -> None:
    """Show the units in which a new team can be."""
    require(context.viewer, Action.INVITE)
    units = await directory.units(context.database, context.viewer)
    await turn_to(update, context, views.choose_unit(units, page, context.t))


async def press_new_unit(update: Update, context: Context) -> None:
    """Ask for the name of a new unit."""
    pressed(update, NewUnit)
    await directory.ask_unit_name(context.database, context.viewer)
    await turn_to(update, context, views.ask_name("people.ask_unit_name", context.t))


async def typed_unit_name(update: Update, context: Context, typed: Typed) -> None:
    """Create the unit and ask for its first team at once."""
    args = (context.database, context.viewer, typed.text, context.now)
    unit = await directory.add_unit(*args, _message_id(update))
    await show(update, context, views.unit_added(unit, context.t))


async def typed_team_name(update: Update, context: Context, typed: Typed) -> None:
    """Create the team and offer to invite somebody to it."""
    args = (context.database, context.viewer, typed.data["unit"], typed.text, context.now)
    heard = typed.data.get("heard")
    made = await directory.first_team(*args, _message_id(update), heard)
    if isinstance(made, UnitName):
        screen = views.unit_added(made, context.t)
    else:
        screen = views.choose_role(made, context.t)
    await show(update, context, screen)


def _message_id(update: Update) -> int:
    return update.effective_message.message_id if update.effective_message else 0


ROOM = Room(
    commands={
        Command("invite", Action.INVITE, rank=13, first=frozenset({Role.HR})): invite,
        Command("people", Action.SEE_PEOPLE, rank=14, first=frozenset({Role.HR})): people,
    },
    presses={
        InviteTo: press_invite_to,
        MakeInvite: press_make_invite,
        NewTeam: press_new_team,
        NewUnit: press_new_unit,
        RenewInvite: press_renew_invite,
        ShowHr: press_hr,
        ShowPeople: press_people,
        TurnPeople: press_turn_people,
    },
    typed={
        directory.QUESTION_UNIT: typed_unit_name,
        directory.QUESTION_TEAM: typed_team_name,
    },
    lists={
        Listing.PEOPLE: people,
        Listing.PLACES: invite,
        Listing.UNITS: choose_unit,
    },
)
