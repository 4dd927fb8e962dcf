"""Who waits to be confirmed, on the screen of a lead or of HR."""

from collections.abc import Sequence

from bot.callbacks.people import ConfirmPlaces
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.people.confirming import ToConfirm
from coaching.people.directory import NAMES_A_PAGE, PER_PAGE


def teams(found: Sequence[ToConfirm], t: Translator) -> Screen:
    """Show the teams in which somebody waits; of very many the first ones."""
    if not found:
        return Screen(t("confirming.none"))
    rows = [[Button(each.team_name, ConfirmPlaces(each.team_id))] for each in found[:PER_PAGE]]
    return Screen(t("confirming.choose"), rows)


def team(found: ToConfirm, t: Translator) -> Screen:
    """Ask whether everybody who is named works in the team."""
    names = t.listed(found.first_names[:NAMES_A_PAGE])
    yes = Button(t.plain("confirming.yes"), ConfirmPlaces(found.team_id, 1))
    return Screen(t("confirming.ask", team=found.team_name, names=names), [[yes]])
