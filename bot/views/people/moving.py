"""Moving a member to another team, on HR's screen and in the member's chat."""

from bot.callbacks.people import MoveInto, MovePerson, ShowPeople, ShowPerson
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.pages import turning_to
from bot.views.people.places import few_left
from coaching.people.directory import PageOfTeams
from coaching.people.moving import Move, Moved
from coaching.people.places import Somebody


def choose(who: Somebody, teams: PageOfTeams, t: Translator) -> Screen:
    """Ask to which team the member moves."""
    rows = [
        [Button(f"{each.unit_name} / {each.team_name}", MovePerson(who.person_id, each.team_id))]
        for each in teams.here
    ]
    turn = turning_to(teams.page, teams.pages, lambda page: MoveInto(who.person_id, page), t)
    back = [Button(t.plain("back"), ShowPerson(who.person_id))]
    return Screen(t("moving.choose", name=who.first_name), [*rows, turn, back])


def confirm(found: Move, t: Translator) -> Screen:
    """Say what the move does before it is done."""
    who, here = found.who, found.who.works_in
    team = here.team_name if here else None
    parts = [t("moving.confirm", name=who.first_name, team=team, into=found.into.team_name)]
    if here is not None and (told := few_left(here, t)):
        parts.append(told)
    rows = [
        [Button(t.plain("moving.sure"), MovePerson(who.person_id, found.into.team_id, 1))],
        [Button(t.plain("back"), ShowPerson(who.person_id))],
    ]
    return Screen("\n\n".join(parts), rows)


def moved(found: Moved, t: Translator) -> Screen:
    """Say that it is done."""
    words = {"name": found.who.first_name, "into": found.into.team_name}
    every = [Button(t.plain("people.all"), ShowPeople())]
    return Screen(t("moving.done", **words), [every])


def tell_moved(found: Moved, t: Translator) -> Screen:
    """Tell the member where they are now."""
    return Screen(t("moving.tell", into=found.into.team_name, unit=found.into.unit_name))
