"""What somebody sees while joining: languages, the notice of who sees what, the welcome."""

from bot.callbacks import AcceptNotice, ChooseLanguage
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.identity import Viewer
from coaching.rules.access import Role

LANGUAGE_NAMES = {"en": "English", "fi": "Suomi", "sv": "Svenska"}


def first_screen(viewer: Viewer, t: Translator) -> Screen:
    """Show the step of joining that comes next."""
    return languages(viewer) if viewer.language is None else notice(viewer, t)


def languages(viewer: Viewer) -> Screen:
    """Offer the languages, each in its own words."""
    asked = (Translator(code).plain("language.choose") for code in viewer.languages)
    buttons = [[Button(LANGUAGE_NAMES[code], ChooseLanguage(code))] for code in viewer.languages]
    return Screen("\n".join(asked), buttons)


def notice(viewer: Viewer, t: Translator) -> Screen:
    """Say who sees what, before anything is asked."""
    return Screen(who_sees_what(viewer, t), [[Button(t.plain("notice.read"), AcceptNotice())]])


def who_sees_what(viewer: Viewer, t: Translator) -> str:
    """Return the notice; without a word on points where they are not used."""
    points = t("notice.points") if viewer.points_used else t("notice.lead")
    return t("notice.text", organisation=viewer.organisation_name, group=points)


def welcome(viewer: Viewer, t: Translator) -> Screen:
    """Greet a new member and say what happens next."""
    key = "welcome.hr" if viewer.standing.roles == {Role.HR} else "welcome.staff"
    return Screen(t(key, name=viewer.first_name))
