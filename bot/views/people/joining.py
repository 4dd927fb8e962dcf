"""What somebody sees while joining: languages, the notice of who sees what, the welcome."""

from bot.callbacks.own_data import OwnDataPage, ShowOwnData
from bot.callbacks.people import AcceptNotice, ChooseLanguage, ShowNotice
from bot.i18n import Translator, lines
from bot.screen import Button, Screen
from coaching.content import KNOWN
from coaching.people.identity import Viewer
from coaching.people.joining import Offered
from coaching.rules.access import Role

A_ROW = 2  # names of languages are long


def first_screen(viewer: Viewer, offered: Offered | None, t: Translator) -> Screen:
    """Show the step of joining that comes next."""
    if viewer.enrolled and offered is not None:
        return another_place(offered, t)
    if viewer.enrolled:
        return after_leaving(t)
    return notice(viewer, offered, t)


def after_leaving(t: Translator) -> Screen:
    """Ask somebody who has left whether to erase now or to come back."""
    rows = [
        [Button(t.plain("own_data.erase"), ShowOwnData(OwnDataPage.ERASE))],
        [Button(t.plain("own_data.open"), ShowOwnData(OwnDataPage.ALL))],
    ]
    return Screen(t("own_data.left"), rows)


def another_place(offered: Offered, t: Translator) -> Screen:
    """Ask a member whether to take another place, and say what ends by it."""
    lines = [t("people.invite.offered", place=place(offered, t))]
    if offered.leaves:
        lines.append(t("people.invite.leaves", team=offered.leaves))
    accept = Button(t.plain("people.invite.accept"), AcceptNotice())
    return Screen("\n\n".join([*lines, t("people.invite.or_ignore")]), [[accept]])


def new_place(offered: Offered, t: Translator) -> Screen:
    """Confirm the place that a member took, and say what it brings."""
    taken = t("people.invite.taken", place=place(offered, t))
    return Screen("\n\n".join([taken, t(f"joining.welcome.{offered.role}")]))


def place(offered: Offered, t: Translator) -> str:
    """Return role and team in words."""
    team = offered.team_name or t.plain("people.whole_organisation")
    return f"{t.plain(f'role.{offered.role}')}, {team}"


def languages(viewer: Viewer) -> Screen:
    """Offer the languages, each in its own words."""
    asked = (Translator(code).plain("language.choose") for code in viewer.languages)
    buttons = [[Button(KNOWN[code].name, ChooseLanguage(code))] for code in viewer.languages]
    return Screen("\n".join(asked), buttons)


def notice(viewer: Viewer, offered: Offered | None, t: Translator) -> Screen:
    """Say who the bot is and, in short, who sees what, before anything is asked."""
    parts = [t("joining.who", name=viewer.first_name)]
    if offered is not None:
        parts.append(t("people.invite.offered", place=place(offered, t)))
    group = t("joining.notice.points" if viewer.points_used else "joining.notice.lead")
    parts.append(t("joining.notice.short", organisation=viewer.organisation_name, group=group))
    others = [code for code in viewer.languages if code != t.language]
    pairs = [others[n : n + A_ROW] for n in range(0, len(others), A_ROW)]
    rows = [
        [Button(t.plain("joining.notice.read"), AcceptNotice())],
        [Button(t.plain("joining.notice.more"), ShowNotice(full=1))],
        *([Button(KNOWN[code].name, ChooseLanguage(code)) for code in row] for row in pairs),
    ]
    return Screen("\n\n".join(parts), rows)


def whole_notice(viewer: Viewer, contact: str | None, t: Translator) -> Screen:
    """Show all of it, with the way back to joining for somebody who has not joined yet."""
    back = [] if viewer.enrolled else [Button(t.plain("back"), ShowNotice(full=0))]
    return Screen(privacy_in_full(viewer, contact, t).text, [back])


def privacy_in_full(viewer: Viewer, contact: str | None, t: Translator) -> Screen:
    """Say who sees what, where confidentiality ends, and who is asked about it."""
    whom = t("plain", text=whom_to_ask(viewer, contact, t))
    return Screen("\n\n".join([who_sees_what(viewer, t), t("privacy.limits"), whom]))


def whom_to_ask(viewer: Viewer, contact: str | None, t: Translator) -> str:
    """Return who answers questions about data protection; HR itself is not sent to HR."""
    if contact:
        return t.plain("privacy.contact", contact=contact)
    return t.plain("privacy.hr_tells" if viewer.standing.hr else "privacy.ask_hr")


def who_sees_what(viewer: Viewer, t: Translator) -> str:
    """Return the notice; without a word on points or stories where they are not used."""
    group = [t("privacy.points" if viewer.points_used else "privacy.lead")]
    if viewer.stories_used:
        group.insert(0, t("privacy.stories"))
    return t("privacy.text", organisation=viewer.organisation_name, group=lines(group))


def welcome(viewer: Viewer, t: Translator, *, prompt: bool) -> Screen:
    """Greet a new member in their role; `prompt` tells whether the first prompt follows."""
    parts = [t("joining.welcome.hello", name=viewer.first_name)]
    parts += [t(f"joining.welcome.{role}") for role in Role if role in viewer.standing.roles]
    if prompt:
        parts.append(t("joining.welcome.first"))
    return Screen("\n\n".join(parts))
