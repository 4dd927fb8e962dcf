"""One person's places on HR's screen: shown, ended, and told to whom it is about."""

from bot.callbacks.people import EndPlace, KeepPlace, MovePerson, ShowPeople, ShowPerson
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.people.joining import after_leaving
from coaching.people.places import Ending, HeldPlace, Somebody
from coaching.rules.confidentiality import K_MIN
from coaching.rules.team_groups import LEAST_ROSTER


def person(found: Somebody, t: Translator) -> Screen:
    """Show which places somebody has, since when, and by whose invite."""
    parts = [t("places.person", name=found.first_name), _places(found, t)]
    rows = []
    if found.asked:
        parts.append(t("places.asked", name=found.first_name))
        keep = Button(t.plain("places.keep"), KeepPlace(found.person_id))
        rows.append([keep])
    if not found.own and not found.asked_here:
        rows.insert(0, [Button(t.plain("places.end"), EndPlace(found.person_id))])
    if not found.own and found.works_in is not None:
        rows.insert(0, [Button(t.plain("moving.open"), MovePerson(found.person_id))])
    return Screen("\n\n".join(parts), [*rows, _all(t)])


def confirm_end(found: Somebody, t: Translator) -> Screen:
    """Say what ending does before it is done."""
    parts = [
        t("places.confirm_end", name=found.first_name),
        _places(found, t),
        t("places.what_ends", name=found.first_name),
        *(told for place in found.places if (told := few_left(place, t))),
    ]
    if found.in_hr:
        parts.append(t("places.end_asked" if found.asked else "places.end_needs_two"))
    sure = Button(t.plain("places.end_sure"), EndPlace(found.person_id, 1))
    back = Button(t.plain("back"), ShowPerson(found.person_id))
    return Screen("\n\n".join(parts), [[sure], [back]])


def ended(ending: Ending, t: Translator) -> Screen:
    """Say that it is done, or that it waits for a second HR person."""
    key = "places.end_waits" if ending.waits else "places.ended"
    return Screen(t(key, name=ending.who.first_name), [_all(t)])


def tell_end(t: Translator) -> Screen:
    """Tell somebody that HR ended their place, and what is theirs to do."""
    return Screen(t("places.tell_end"), after_leaving(t).rows)


def few_left(place: HeldPlace, t: Translator) -> Html | None:
    """Say of how many people a team then publishes nothing, or probably little."""
    if place.others is None or place.others >= LEAST_ROSTER:
        return None
    key = "places.too_few" if place.others < K_MIN else "places.few"
    return t(key, team=place.team_name, left=t.counted("people.count", place.others))


def _places(found: Somebody, t: Translator) -> Html:
    return lines(_place(place, t) for place in found.places)


def _place(place: HeldPlace, t: Translator) -> Html:
    line = t(
        "places.one",
        role=t.plain(f"role.{place.role}"),
        place=place.team_name or t.plain("people.whole_organisation"),
        since=t.full_date(place.since),
    )
    if place.made_by is None:
        return line
    return Html(line + t("places.made_by", name=place.made_by))


def _all(t: Translator) -> list[Button]:
    return [Button(t.plain("people.all"), ShowPeople())]
