"""A prompt that comes back on the screen, and the list of what is still to come back."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.callbacks.practice import AnswerAfter, AnswerReturn, Face, StopReturns, TurnReturn
from bot.i18n import Translator, lines
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from bot.views.practice import talks
from bot.views.practice.labels import label, result_label
from bot.views.practice.telling import card_of, example, heading, opening, plan, why_text
from coaching.practice.follow_ups import Return
from coaching.practice.prompts import Note
from coaching.rules.formats import PromptFormat
from coaching.rules.returns import RESULTS, Result
from coaching.rules.scripts import PLANS, WORDS_LIMIT, Asks, Step, codes

IN_LIST = 150  # characters of a plan, so that many fit a message
MOST = 15  # in one list; the others move up as these are done


def returned(shown: Return, t: Translator, face: Face = Face.TEXT) -> Screen:
    """Show the wanted side of what came back."""
    if face is Face.WHY:
        back = Button(t.plain("back"), TurnReturn(shown.id, Face.TEXT))
        return Screen(why_text(shown.offer, t), [[back]])
    if shown.offer.is_open:
        key = (
            "follow_ups.turn"
            if shown.offer.prompt.format is PromptFormat.GROW
            else "follow_ups.try"
        )
        screen = talks.prompt(shown.offer, t)
        return Screen(f"{t(key)}\n\n{screen.text}", screen.rows)
    if shown.result is None or face is Face.AGAIN:
        return _asked(shown, t)
    if shown.step is not None:
        return _goes_on(shown, shown.step, t)
    return _ended(shown, t)


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
    if each.plan and not each.offer.is_open:
        return each.plan if len(each.plan) <= IN_LIST else f"{each.plan[:IN_LIST].rstrip()}…"
    name = t.plain(f"prompt.format.{each.offer.prompt.format}")
    return f"{title(each.offer.prompt.dimension, t)} · {name}"


def _is_plan(shown: Return) -> bool:
    return shown.offer.prompt.format in PLANS


def _asked(shown: Return, t: Translator) -> Screen:
    parts = [heading(shown.offer, t), *_reminder(shown, t)]
    if not _is_plan(shown) and not shown.card:
        show = Button(f"1 {t.plain('prompt.show_card')}", TurnReturn(shown.id, Face.CARD))
        return Screen("\n\n".join(parts), [[show], _last_row(shown, t)])
    if _is_plan(shown):
        parts.append(t("follow_ups.came"))
    else:
        parts += card_of(shown.offer, t)
    buttons = [
        Button(f"{n} {result_label(result, t)}", AnswerReturn(shown.id, result))
        for n, result in enumerate(RESULTS[shown.offer.prompt.format], 1)
    ]
    return Screen("\n\n".join(parts), [[button] for button in buttons] + [_last_row(shown, t)])


def _reminder(shown: Return, t: Translator) -> Iterator[str]:
    if not _is_plan(shown):
        yield t("follow_ups.recall")
        yield opening(shown.offer, t)
        return
    yield t("follow_ups.plan", sentence=plan(shown.plan, shown.offer, t))
    if shown.obstacle and shown.coping:
        what = _obstacle(shown.obstacle, t)
        yield t("follow_ups.way_round", obstacle=what, coping=shown.coping)
    if shown.lesson:
        yield t("follow_ups.lesson", text=shown.lesson)


def _obstacle(note: Note, t: Translator) -> str:
    return note.text or label(note.code or "", t)


def _goes_on(shown: Return, step: Step, t: Translator) -> Screen:
    """Ask what helped, what got in the way, or for another plan."""
    place = len(shown.said)
    rows = [
        [Button(f"{n} {label(code, t)}", AnswerAfter(shown.id, place, code))]
        for n, code in enumerate(codes(step), 1)
    ]
    return Screen("\n\n".join([heading(shown.offer, t), *_next(shown, step, t)]), rows)


def _next(shown: Return, step: Step, t: Translator) -> Iterator[str]:
    match step.asks:
        case Asks.LESSON:
            yield t("follow_ups.ask_lesson", limit=WORDS_LIMIT)
        case Asks.OBSTACLE:
            yield t("follow_ups.ask_obstacle")
        case Asks.MOMENT:
            yield t("prompt.plan", sentence=plan(shown.plan, shown.offer, t))
            yield t("follow_ups.ask_moment", example=example(shown.offer, t))
        case Asks.COPING:
            note = shown.said[0]
            way = t.plain(f"follow_ups.coping_example.{note.code or 'own'}")
            yield t("follow_ups.ask_coping", obstacle=_obstacle(note, t), example=way)
        case Asks.AGREED:
            yield t("prompt.plan_preview", sentence=shown.said[-1].text)


def _last_row(shown: Return, t: Translator) -> list[Button]:
    return [
        Button(t.plain("follow_ups.stop"), StopReturns(shown.id)),
        Button(t.plain("why.ask"), TurnReturn(shown.id, Face.WHY)),
    ]


def _ended(shown: Return, t: Translator) -> Screen:
    parts = [heading(shown.offer, t)]
    if shown.result is Result.LAPSED or shown.result is None:
        return Screen("\n\n".join([*parts, t("follow_ups.stopped")]))
    if _is_plan(shown):
        moved = shown.said[0].text if shown.said and shown.result is Result.NOT_COME else None
        parts.append(t("prompt.plan", sentence=plan(moved or shown.plan, shown.offer, t)))
    else:
        parts += card_of(shown.offer, t)
    parts.append(t("prompt.noted", answer=result_label(shown.result, t)))
    parts += _said(shown, t)
    if shown.next_on:
        parts.append(t("follow_ups.again", day=t.on(shown.next_on)))
    else:
        parts.append(t("follow_ups.known" if shown.is_over else "follow_ups.end"))
    change = Button(t.plain("prompt.change"), TurnReturn(shown.id, Face.AGAIN))
    return Screen("\n\n".join(parts), [[change]])


def _said(shown: Return, t: Translator) -> Iterator[str]:
    """Say back what was said this time."""
    texts = [note.text for note in shown.said]
    match shown.result:
        case Result.CAME if texts and texts[0]:
            yield t("follow_ups.lesson", text=texts[0])
        case Result.OTHERWISE if len(texts) > 1 and texts[1]:
            what = _obstacle(shown.said[0], t)
            yield t("follow_ups.way_round", obstacle=what, coping=texts[1])
