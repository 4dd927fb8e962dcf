"""Scheduled messages that belong to no other room: the champion's, one question, HR's alert."""

from collections.abc import Sequence

from bot.callbacks.people import BeginBreak, GoOn
from bot.i18n import Html, Translator
from bot.screen import Button, Screen
from coaching.deliveries.alerts import Undelivered, Unplanned
from coaching.deliveries.contents import Alert, ChampionMessage, PauseQuestion


def message(content: ChampionMessage | PauseQuestion | Alert, t: Translator) -> Screen:
    """Return the message that says this."""
    match content:
        case ChampionMessage(text):
            return champion(text, t)
        case PauseQuestion():
            return pause_question(t)
        case Alert(undelivered, unplanned):
            return alert(undelivered, unplanned, t)


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


def alert(
    undelivered: Sequence[Undelivered], unplanned: Sequence[Unplanned], t: Translator
) -> Screen:
    """Tell HR what did not arrive lately, and what could not even be planned."""
    arrived_not = [
        t.plain(
            "alerts.line",
            kind=t.plain(f"schedules.kind.{each.kind}"),
            day=t.day(each.day),
            state=t.plain(f"deliveries.state.{each.state}"),
            people=t.counted("people.count", each.people),
        )
        for each in undelivered
    ]
    stuck = [f"{t.plain(f'schedules.kind.{each.kind}')}, {t.day(each.day)}" for each in unplanned]
    parts = [("alerts.text", arrived_not), ("alerts.unplanned", stuck)]
    return Screen(
        Html("\n\n".join(t(key, lines=_bullets(lines)) for key, lines in parts if lines))
    )


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)
