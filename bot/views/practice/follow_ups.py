"""A prompt that comes back on the screen, and the list of what is still to come back."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.callbacks.practice import AnswerReturn, Face, StopReturns, TurnReturn
from bot.i18n import Translator, lines
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from bot.views.practice import talks
from coaching.practice.follow_ups import RESULTS, Result, Return
from coaching.rules.formats import PromptFormat

IN_LIST = 150  # characters of a plan, so that many fit a message
MOST = 15  # in one list; the others move up as these are done


def returned(shown: Return, t: Translator, face: Face = Face.TEXT) -> Screen:
    """Show the wanted side of what came back."""
    if face is Face.WHY:
        text = talks.why_text(shown.offer, t)
        back = Button(t.plain("back"), TurnReturn(shown.id, Face.TEXT))
        return Screen(text, [[back]])
    if shown.offer.is_open:
        key = (
            "follow_ups.turn"
            if shown.offer.prompt.format is PromptFormat.GROW
            else "follow_ups.try"
        )
        screen = talks.prompt(shown.offer, t)
        return Screen(f"{t(key)}\n\n{screen.text}", screen.rows)
    if shown.result is not None and face is not Face.AGAIN:
        return _ended(shown, t)
    return _asked(shown, t, with_card=face is Face.CARD)


def listed(waiting: Sequence[Return], today: date, t: Translator) -> Screen:
    """Show what is to come back, each behind its number."""
    if not waiting:
        return Screen(t("follow_ups.none"))
    parts: list[str] = [t("follow_ups.heading")]
    for n, each in enumerate(waiting[:MOST], 1):
        key = "follow_ups.due" if each.due_on <= today else "follow_ups.later"
        parts.append(
            lines(
                [
                    t("follow_ups.line", number=n, what=_what(each, t)),
                    t(key, day=t.day(each.due_on)),
                ]
            )
        )
    if len(waiting) > MOST:
        parts.append(t.counted("follow_ups.more", len(waiting) - MOST))
    buttons = [
        Button(str(n), TurnReturn(each.id, Face.TEXT)) for n, each in enumerate(waiting[:MOST], 1)
    ]
    rows = [buttons[n : n + 5] for n in range(0, len(buttons), 5)]
    return Screen("\n\n".join(parts), rows)


def _what(each: Return, t: Translator) -> str:
    if each.offer.prompt.format is PromptFormat.PLAN and not each.offer.is_open:
        sentence = talks.plan(each.offer, t)
        return sentence if len(sentence) <= IN_LIST else f"{sentence[:IN_LIST].rstrip()}…"
    name = t.plain(f"prompt.format.{each.offer.prompt.format}")
    return f"{title(each.offer.prompt.dimension, t)} · {name}"


def _asked(shown: Return, t: Translator, *, with_card: bool) -> Screen:
    is_plan = shown.offer.prompt.format is PromptFormat.PLAN
    parts = [talks.heading(shown.offer, t), *_reminder(shown, t)]
    if not is_plan and not with_card:
        show = Button(f"1 {t.plain('prompt.show_card')}", TurnReturn(shown.id, Face.CARD))
        return Screen("\n\n".join(parts), [[show], _last_row(shown, t)])
    if is_plan:
        parts.append(t("follow_ups.came"))
    else:
        parts += talks.card_of(shown.offer, t)
    buttons = [
        Button(f"{n} {_label(result, t)}", AnswerReturn(shown.id, result))
        for n, result in enumerate(RESULTS[shown.offer.prompt.format], 1)
    ]
    return Screen("\n\n".join(parts), [[button] for button in buttons] + [_last_row(shown, t)])


def _reminder(shown: Return, t: Translator) -> Iterator[str]:
    if shown.offer.prompt.format is PromptFormat.PLAN:
        yield t("follow_ups.plan", sentence=talks.plan(shown.offer, t))
    else:
        yield t("follow_ups.recall")
        yield talks.opening(shown.offer, t)


def _last_row(shown: Return, t: Translator) -> list[Button]:
    return [
        Button(t.plain("follow_ups.stop"), StopReturns(shown.id)),
        Button(t.plain("why.ask"), TurnReturn(shown.id, Face.WHY)),
    ]


def _label(result: Result, t: Translator) -> str:
    return t.plain(f"follow_ups.result.{result}")


def _ended(shown: Return, t: Translator) -> Screen:
    parts = [talks.heading(shown.offer, t)]
    if shown.result is Result.LAPSED:
        return Screen("\n\n".join([*parts, t("follow_ups.stopped")]))
    if shown.offer.prompt.format is PromptFormat.PLAN:
        parts.append(t("prompt.plan", sentence=talks.plan(shown.offer, t)))
    else:
        parts += talks.card_of(shown.offer, t)
    parts.append(t("prompt.noted", answer=_label(shown.result or Result.LAPSED, t)))
    parts.append(
        t("follow_ups.again", day=t.on(shown.next_on)) if shown.next_on else t("follow_ups.end")
    )
    change = Button(t.plain("prompt.change"), TurnReturn(shown.id, Face.AGAIN))
    return Screen("\n\n".join(parts), [[change]])
