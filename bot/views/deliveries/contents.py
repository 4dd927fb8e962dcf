"""Scheduled messages that belong to no other room: the champion's, one question, HR's alert."""

from collections.abc import Sequence

from bot.callbacks.people import BeginBreak, GoOn
from bot.i18n import Html, Translator
from bot.screen import Button, Screen
from coaching.deliveries.contents import Alert, ChampionMessage, PauseQuestion
from coaching.people.known import UnknownValue


def message(content: ChampionMessage | PauseQuestion | Alert, t: Translator) -> Screen:
    """Return the message that says this."""
    match content:
        case ChampionMessage(text):
            return champion(text, t)
        case PauseQuestion():
            return pause_question(t)
        case Alert():
            return alert(content, t)


def champion(text: str, t: Translator) -> Screen:
    """Say what the champion of customer experience has to say."""
    return Screen(t("schedules.champion.message", text=text))


def pause_question(t: Translator) -> Screen:
    """Ask once, after weeks of silence, whether to pause."""
    rows = [
        [Button(t.plain("breaks.silence.pause"), BeginBreak())],
        [Button(t.plain("breaks.silence.go_on"), GoOn())],
    ]
    return Screen(t("breaks.silence.question"), rows)


def alert(found: Alert, t: Translator) -> Screen:
    """Tell HR what did not arrive lately, what could not be planned, and what nobody knows."""
    arrived_not = [
        t.plain(
            "alerts.line",
            kind=t.plain(f"schedules.kind.{each.kind}"),
            day=t.day(each.day),
            state=t.plain(f"deliveries.state.{each.state}"),
            people=t.counted("people.count", each.people),
        )
        for each in found.undelivered
    ]
    stuck = [
        f"{t.plain(f'schedules.kind.{each.kind}')}, {t.day(each.day)}" for each in found.unplanned
    ]
    unknown = [unknown_value(each, t) for each in found.unknown]
    parts = [
        ("alerts.text", arrived_not),
        ("alerts.unplanned", stuck),
        ("alerts.unknown", unknown),
    ]
    told = [t(key, lines=_bullets(lines)) for key, lines in parts if lines]
    if found.stories:
        told.append(t("alerts.stories", n=found.stories))
    return Screen(Html("\n\n".join(told)))


def time_in_doubt(t: Translator) -> Screen:
    """Tell HR that the clock is in doubt, and that everything waits until it is not."""
    return Screen(t("alerts.time"))


def unknown_value(found: UnknownValue, t: Translator) -> str:
    """Name a setting that nobody knows, and where it is set."""
    where = found.unit or t.plain("alerts.whole")
    return t.plain(f"alerts.unknown.{found.setting}", where=where, value=found.value)


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)
