"""Scheduled messages that belong to no other room: the champion's, one question, HR's alert."""

from collections.abc import Sequence

from bot.callbacks.people import BeginBreak, GoOn
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.deliveries.alerts import Undelivered
from coaching.deliveries.contents import Alert, ChampionMessage, PauseQuestion


def message(content: ChampionMessage | PauseQuestion | Alert, t: Translator) -> Screen:
    """Return the message that says this."""
    match content:
        case ChampionMessage(text):
            return champion(text, t)
        case PauseQuestion():
            return pause_question(t)
        case Alert(undelivered):
            return alert(undelivered, t)


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


def alert(undelivered: Sequence[Undelivered], t: Translator) -> Screen:
    """Tell HR what did not arrive lately."""
    lines = "\n".join(
        "• "
        + t.plain(
            "alerts.line",
            kind=t.plain(f"schedules.kind.{each.kind}"),
            day=t.day(each.day),
            state=t.plain(f"deliveries.state.{each.state}"),
            people=t.counted("people.count", each.people),
        )
        for each in undelivered
    )
    return Screen(t("alerts.text", lines=lines))
