"""One's own data on the screen: what is held, who looked, one's name, and the way out."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from bot.callbacks.checkin import HistoryPage, ShowHistory
from bot.callbacks.own_data import OwnDataPage, ShowOwnData, ShowOwnTexts
from bot.i18n import Translator, lines
from bot.screen import Button, Screen
from coaching.content import KNOWN
from coaching.own_data.record import OwnData
from coaching.people.identity import Viewer
from coaching.rules.access import Action, may

MOST_DAYS = 10


def overview(own: OwnData, viewer: Viewer, t: Translator) -> Screen:
    """Show how much of each kind is held, and what can be done with it."""
    may_do = partial(may, viewer.standing)
    kinds = lines(
        t("own_data.kind", kind=t.plain(f"own_data.table.{table}"), n=n)
        for table, n in own.counts.items()
    )
    rows = [[Button(t.plain("own_texts.open"), ShowOwnTexts(0))]]
    if may_do(Action.CHECK_IN):
        rows.append([Button(t.plain("own_history.open"), ShowHistory(HistoryPage.SHOW))])
    pages = (
        ("own_data.profile", OwnDataPage.PROFILE),
        ("own_data.looked", OwnDataPage.LOOKED),
        ("own_data.file", OwnDataPage.FILE),
        *([("own_data.leave", OwnDataPage.LEAVE)] if viewer.standing.roles else []),
        ("own_data.erase", OwnDataPage.ERASE),
    )
    rows += [[Button(t.plain(key), ShowOwnData(page))] for key, page in pages]
    parts = [t("own_data.all", kinds=kinds)]
    if may_do(Action.SET_OWN_PREFERENCES):
        practises = may_do(Action.PRACTISE)
        parts.append(t("own_data.change" if practises else "own_data.change_hr"))
    return Screen("\n\n".join(parts), rows)


def profile(name: str, viewer: Viewer, t: Translator) -> Screen:
    """Show what the bot calls somebody, and where the rest of the profile is changed."""
    language = KNOWN[viewer.language or viewer.languages[0]].name
    parts = [t("own_data.profile_all", name=name, language=language)]
    if may(viewer.standing, Action.PRACTISE):
        parts.append(t("own_data.profile_more"))
    rows = [[Button(t.plain("own_data.correct_name"), ShowOwnData(OwnDataPage.NAME))], _back(t)]
    return Screen("\n\n".join(parts), rows)


def ask_name(t: Translator) -> Screen:
    """Ask for the first name."""
    back = [Button(t.plain("back"), ShowOwnData(OwnDataPage.PROFILE))]
    return Screen(t("own_data.ask_name"), [back])


def looked(days: Sequence[date], t: Translator) -> Screen:
    """Say on which days HR looked at who is where, and what nobody can look at."""
    told = [t.full_date(day) for day in days[:MOST_DAYS]]
    hr = t("own_data.looked_on", days=t.listed(told)) if told else t("own_data.looked_never")
    return Screen(
        "\n\n".join([t("own_data.looked_all"), hr, t("own_data.looked_else")]), [_back(t)]
    )


def confirm(t: Translator) -> Screen:
    """Ask once more before everything is erased."""
    rows = [
        [Button(t.plain("own_data.erase_now"), ShowOwnData(OwnDataPage.ERASE_NOW))],
        _back(t),
    ]
    return Screen(t("own_data.confirm"), rows)


def confirm_leaving(t: Translator) -> Screen:
    """Ask once more before somebody leaves."""
    rows = [[Button(t.plain("own_data.leave_now"), ShowOwnData(OwnDataPage.LEAVE_NOW))], _back(t)]
    return Screen(t("own_data.confirm_leaving"), rows)


def erased(t: Translator) -> Screen:
    """Say that nothing is left."""
    return Screen(t("own_data.erased"))


def _back(t: Translator) -> list[Button]:
    return [Button(t.plain("back"), ShowOwnData(OwnDataPage.ALL))]
