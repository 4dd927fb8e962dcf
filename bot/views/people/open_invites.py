"""Links that nobody has used yet, on HR's screen; the links themselves are never shown again."""

from zoneinfo import ZoneInfo

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.people import ShowInvites, TakeBack
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import turning_to
from coaching.people.open_invites import OpenInvite, PageOfInvites


def listed(found: PageOfInvites, zone: ZoneInfo, t: Translator) -> Screen:
    """Show for whom each is, who made it and until when it opens, with what takes it back."""
    back = [Button(t.plain("back"), TurnList(Listing.PLACES, 0))]
    if not found.here:
        return Screen(t("open_invites.none"), [back])
    numbered = list(enumerate(found.here, 1))
    text = lines(_line(each, number, zone, t) for number, each in numbered)
    rows = [
        [Button(t.plain("open_invites.take_back", number=number), TakeBack(each.id))]
        for number, each in numbered
    ]
    turn = turning_to(found.page, found.pages, ShowInvites, t)
    return Screen("\n\n".join([t("open_invites.all"), text]), [*rows, turn, back])


def _line(each: OpenInvite, number: int, zone: ZoneInfo, t: Translator) -> Html:
    line = t(
        "open_invites.one",
        number=number,
        role=t.plain(f"role.{each.role}"),
        place=each.team_name or t.plain("people.whole_organisation"),
        name=each.made_by or "–",
        until=t.moment(each.expires_at.astimezone(zone)),
    )
    return Html(line + t("open_invites.opened")) if each.opened else line
