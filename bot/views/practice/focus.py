"""What one's prompts follow, on the screen; and the challenge that a lead begins."""

from collections.abc import Sequence
from datetime import date

from bot.callbacks.practice import (
    BeginChallenge,
    BeginSeries,
    FocusPage,
    SetFocus,
    SetProfile,
    ShowFocus,
)
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from bot.views.practice.motivations import motivations
from coaching.content import Series, load_series
from coaching.practice.focus import Focus, TeamChallenge
from coaching.rules.choosing import RoleProfile
from coaching.rules.instrument import Dimension


def focus(shown: Focus, page: FocusPage, t: Translator) -> Screen:
    """Show a page of one's focus."""
    return PAGES[page](shown, t)


def _all(shown: Focus, t: Translator) -> Screen:
    series = _series(shown.series)
    text = t(
        "focus.all",
        dimension=title(shown.dimension, t) if shown.dimension else t.plain("focus.open"),
        profile=t.plain(f"focus.profile.{shown.profile}" if shown.profile else "focus.open"),
        motivation=t.plain(f"motivation.{shown.motivation}" if shown.motivation else "focus.open"),
        series=_progress(series, shown, t) if series else t.plain("focus.no_series"),
    )
    pages = (
        ("focus.change_dimension", FocusPage.DIMENSION),
        ("focus.change_profile", FocusPage.PROFILE),
        ("focus.change_motivation", FocusPage.MOTIVATION),
        ("focus.change_series", FocusPage.SERIES),
    )
    return Screen(text, [[Button(t.plain(key), ShowFocus(page))] for key, page in pages])


def _dimensions(shown: Focus, t: Translator) -> Screen:
    rows = [[Button(title(d, t), SetFocus(d))] for d in Dimension]
    rows.append([Button(t.plain("focus.leave_open"), SetFocus(None))])
    return Screen(t("focus.dimension", suggested=title(shown.suggested, t)), [*rows, _back(t)])


def _profiles(_shown: Focus, t: Translator) -> Screen:
    rows = [[Button(t.plain(f"focus.profile.{p}"), SetProfile(p))] for p in RoleProfile]
    rows.append([Button(t.plain("focus.leave_open"), SetProfile(None))])
    return Screen(t("focus.profile"), [*rows, _back(t)])


def _motivation(_shown: Focus, t: Translator) -> Screen:
    return Screen(t("focus.motivation"), [*motivations(t), _back(t)])


def _serials(shown: Focus, t: Translator) -> Screen:
    alone = [each for each in load_series() if each.id in shown.offered]
    parts = [t("focus.series"), *(_described(each, t) for each in alone)]
    rows = [[Button(_title(each, t), BeginSeries(each.id))] for each in alone]
    if shown.series:
        rows.append([Button(t.plain("focus.leave_series"), BeginSeries(None))])
    return Screen("\n\n".join(parts), [*rows, _back(t)])


def challenge(found: Sequence[TeamChallenge], t: Translator) -> Screen:
    """Show a lead the challenge of each team, or the way to begin one."""
    offered = [each for each in load_series() if each.challenge]
    parts = [t("focus.challenge.intro"), *(_described(each, t) for each in offered)]
    rows = []
    for team in found:
        if team.begins and team.last:
            parts.append(_running(team, team.begins, team.last, t))
        else:
            label = t.plain("focus.challenge.begin", team=team.name)
            rows += [[Button(label, BeginChallenge(team.id, each.id))] for each in offered]
    return Screen("\n\n".join(parts), rows)


def _running(team: TeamChallenge, begins: date, last: date, t: Translator) -> str:
    if team.day < 1:
        days = {"begins": t.on(begins), "ends": t.day(last)}
        return t("focus.challenge.running", team=team.name, **days)
    progress = {"number": team.day, "of": team.of, "ends": t.day(last)}
    return t("focus.challenge.going_on", team=team.name, **progress)


def _described(series: Series, t: Translator) -> str:
    texts = series.texts[t.language]
    return t("focus.one_series", title=_title(series, t), text=texts)


def _title(series: Series, t: Translator) -> str:
    return series.titles[t.language]


def _progress(series: Series, shown: Focus, t: Translator) -> str:
    return f"{_title(series, t)} ({shown.parts_done}/{len(series.prompts)})"


def _series(wanted: str | None) -> Series | None:
    return next((each for each in load_series() if each.id == wanted), None)


def _back(t: Translator) -> list[Button]:
    return [Button(t.plain("back"), ShowFocus(FocusPage.ALL))]


PAGES = {
    FocusPage.ALL: _all,
    FocusPage.DIMENSION: _dimensions,
    FocusPage.PROFILE: _profiles,
    FocusPage.MOTIVATION: _motivation,
    FocusPage.SERIES: _serials,
}
