"""Invites that wait for a second HR person, on the screen."""

from collections.abc import Sequence

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.people import Approve
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import page_of
from coaching.people.approvals import WaitingInvite


def waiting(found: Sequence[WaitingInvite], t: Translator) -> Screen:
    """Show what waits, the oldest first, with what the reader can decide."""
    here = page_of(found, 0)
    back = [Button(t.plain("back"), TurnList(Listing.PLACES, 0))]
    if not here:
        return Screen(t("approvals.none"), [back])
    rows = [_decisions(each, number, t) for number, each in enumerate(here, 1)]
    text = lines(_line(each, number, t) for number, each in enumerate(here, 1))
    return Screen("\n\n".join([t("approvals.all"), text]), [*rows, back])


def _line(each: WaitingInvite, number: int, t: Translator) -> Html:
    return t(
        "approvals.one",
        number=number,
        role=t.plain(f"role.{each.role}"),
        place=each.team_name or t.plain("people.whole_organisation"),
        name=each.asked_by or "–",
    )


def _decisions(each: WaitingInvite, number: int, t: Translator) -> list[Button]:
    """Offer both, but nobody approves what they asked for."""
    decline = Button(t.plain("approvals.decline", number=number), Approve(each.id, 0))
    if each.own:
        return [decline]
    return [Button(t.plain("approvals.approve", number=number), Approve(each.id, 1)), decline]
