"""What waits for a second HR person, on the screen."""

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.people import Approve, ShowPerson
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import page_of
from coaching.people.approvals import Waiting, WaitingInvite
from coaching.people.places import AskedEnding


def waiting(found: Waiting, t: Translator) -> Screen:
    """Show what waits, the oldest first, with what the reader can decide."""
    here, endings = page_of(found.invites, 0), page_of(found.endings, 0)
    back = [Button(t.plain("back"), TurnList(Listing.PLACES, 0))]
    if not here and not endings:
        return Screen(t("approvals.none"), [back])
    rows = [_decisions(each, number, t) for number, each in enumerate(here, 1)]
    rows += [[Button(each.first_name, ShowPerson(each.person_id))] for each in endings]
    text = [_line(each, number, t) for number, each in enumerate(here, 1)]
    text += [_ending(each, t) for each in endings]
    return Screen("\n\n".join([t("approvals.all"), lines(text)]), [*rows, back])


def _ending(each: AskedEnding, t: Translator) -> Html:
    return t("approvals.ending", name=each.first_name, asked_by=each.asked_by or "–")


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
