"""A prompt on the screen: its text, its steps with the answers so far, its end."""

from collections.abc import Iterator, Sequence

from bot.callbacks.practice import AnswerPrompt, Face, TurnPrompt
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.learnings.cards import draft_buttons, draft_text
from bot.views.practice.labels import label
from bot.views.practice.telling import (
    answer_in_words,
    asking,
    beginning,
    card_of,
    example,
    frame,
    heading,
    mirrors,
    opening,
    plan,
    said,
    texts,
    why_text,
)
from coaching.practice.prompts import Offer
from coaching.practice.talks import limit_of
from coaching.rules.formats import WAYS_OUT, Outcome, PromptFormat
from coaching.rules.scripts import (
    GUESSED,
    KNOWN,
    NO_WAY_OUT,
    SCRIPTS,
    THOUGHT,
    Asks,
    Step,
    codes,
)

A_ROW = 2
SCALE_ROW = 6


def prompt(offer: Offer, t: Translator) -> Screen:
    """Show where the talk about a prompt stands."""
    if offer.is_gone and offer.outcome is None:
        return Screen(t("stories.gone"))
    if offer.step is None:
        return _ended(offer, t)
    if offer.next_turn_on:
        return _between_turns(offer, t)
    if offer.draft is not None:
        return Screen(
            "\n\n".join([heading(offer, t), draft_text(offer.draft, t)]),
            draft_buttons(offer.draft, t),
        )
    return _asked(offer, offer.step, t)


def why(offer: Offer, t: Translator) -> Screen:
    """Show why a prompt is asked and who sees the answer."""
    back = Button(t.plain("back"), TurnPrompt(offer.practice_id, Face.TEXT))
    return Screen(why_text(offer, t), [[back]])


def not_kept(offer: Offer, t: Translator) -> Screen:
    """Ask for a button where words are not kept, and say no more than that about keeping."""
    coded = offer.step is not None and offer.step.asks is Asks.CODED
    return Screen(t("prompt.choose_of_customer" if coded else "prompt.choose_instead"))


def _asked(offer: Offer, step: Step, t: Translator) -> Screen:
    """Show the step that waits; a recall shows the way to its card first."""
    parts = [heading(offer, t)]
    if not offer.notes:
        parts += beginning(offer, t)
    elif step.asks not in (Asks.AGREED, Asks.CHANGE):  # these show what they are about
        parts += mirrors(offer.notes, t, last=len(offer.notes) if step.asks is Asks.BASIS else 1)
    if step.asks is Asks.RECALLED and not offer.card:
        show = Button(f"1 {t.plain('prompt.show_card')}", TurnPrompt(offer.practice_id, Face.CARD))
        return Screen("\n\n".join(parts), [[show], *_last_rows(offer, t, 2)])
    if step.asks is Asks.RECALLED:
        parts += card_of(offer, t)
    parts += _question(offer, step, t)
    return Screen("\n\n".join(parts), _rows(offer, step, t))


def _answered(offer: Offer, t: Translator) -> Iterator[str]:
    """Show the questions answered so far, each with its answer."""
    for step, note in zip(SCRIPTS[offer.prompt.format], offer.notes, strict=False):
        if step.asks is not Asks.BASIS:
            question, answer = asking(offer, step, t), answer_in_words(note, offer, t)
            yield t("prompt.answered", question=question, answer=answer)


def _question(offer: Offer, step: Step, t: Translator) -> Iterator[str]:
    """Say what is to be answered now; how, is said once."""
    if offer.outcome is Outcome.NOT_YET:
        yield t("prompt.later")
    limit = limit_of(offer.prompt.format)
    match step.asks:
        case Asks.BASIS:
            yield t("prompt.basis")
        case Asks.NUMBER:
            yield t("prompt.hint_number")
        case Asks.ADDED:
            yield t("prompt.why", why=offer.why)
            yield t("prompt.question", question=t.plain("prompt.added"), place="")
        case Asks.WORDS | Asks.THOUGHT:
            place = _place_of(offer, step)
            yield t("prompt.question", question=asking(offer, step, t), place=place)
            if not any(note.text or note.code == THOUGHT for note in offer.notes):
                words_only = step.asks is Asks.WORDS
                yield t("prompt.hint_words" if words_only else "prompt.hint_thought", limit=limit)
        case Asks.TRIED:
            yield t("prompt.hint_try")
        case Asks.CODED:
            yield t("prompt.hint_coded")
        case _:
            yield from _plan_question(offer, step, t)


def _plan_question(offer: Offer, step: Step, t: Translator) -> Iterator[str]:
    """Ask for a plan as one free sentence beside an example, or show it before it is kept."""
    how = {"limit": limit_of(offer.prompt.format), "example": example(offer, t)}
    match step.asks:
        case Asks.PLAN:
            yield t("prompt.plan_frame", frame=frame(offer, step, t))
            yield t("prompt.hint_plan", **how)
        case Asks.CHANGE:
            yield t("prompt.heard", answer=answer_in_words(offer.notes[0], offer, t))
            yield t("prompt.hint_change", **how)
        case Asks.AGREED:
            yield t("prompt.plan_preview", sentence=offer.plan)


def _place_of(offer: Offer, step: Step) -> str:
    """Return which of several questions this is."""
    asked = [each for each in SCRIPTS[offer.prompt.format] if each.questions]
    return f" ({asked.index(step) + 1}/{len(asked)})" if len(asked) > 1 else ""


def _rows(offer: Offer, step: Step, t: Translator) -> list[list[Button]]:
    """Lay the answers out under their numbers, then the ways out and the question why."""
    place = len(offer.notes)
    offered = codes(step, offer.choices)
    if step.asks is Asks.NUMBER:
        scale = [Button(code, AnswerPrompt(offer.practice_id, place, code)) for code in offered]
        return [scale[:SCALE_ROW], scale[SCALE_ROW:], *_last_rows(offer, t, None)]
    buttons = [
        Button(f"{n} {_label(code, offer, t)}", AnswerPrompt(offer.practice_id, place, code))
        for n, code in enumerate(offered, 1)
    ]
    if step.asks in NO_WAY_OUT:
        return _in_rows(buttons)
    return [*_in_rows(buttons), *_last_rows(offer, t, len(buttons) + 1)]


def _last_rows(offer: Offer, t: Translator, first: int | None) -> list[list[Button]]:
    """Show the ways out, numbered from the given number on, and the question why."""
    place = len(offer.notes)
    out = [
        Button(
            f"{first + n} {label(way, t)}" if first else label(way, t),
            AnswerPrompt(offer.practice_id, place, way),
        )
        for n, way in enumerate(WAYS_OUT)
    ]
    return [out, [Button(t.plain("why.ask"), TurnPrompt(offer.practice_id, Face.WHY))]]


def _in_rows(buttons: Sequence[Button]) -> list[list[Button]]:
    return [list(buttons[n : n + A_ROW]) for n in range(0, len(buttons), A_ROW)]


def _label(code: str, offer: Offer, t: Translator) -> str:
    choices = texts(offer, t).choices or {}
    return said(choices[code], offer, t) if code in choices else label(code, t)


def _between_turns(offer: Offer, t: Translator) -> Screen:
    """Say when the next turn comes, and let it come at once."""
    parts = [
        heading(offer, t),
        *mirrors(offer.notes, t, last=1),
        t("prompt.next_turn", day=t.on(offer.next_turn_on) if offer.next_turn_on else ""),
    ]
    now = Button(t.plain("prompt.go_on"), TurnPrompt(offer.practice_id, Face.ON))
    return Screen("\n\n".join(parts), [[now]])


def _ended(offer: Offer, t: Translator) -> Screen:
    """Keep the prompt readable with what was answered, and a way to change it."""
    if offer.outcome in WAYS_OUT:
        key = "prompt.removed" if offer.outcome is Outcome.NOT_RELEVANT else "prompt.easier"
        return Screen("\n\n".join([heading(offer, t), opening(offer, t), t(key)]))
    parts = [heading(offer, t), *_kept(offer, t), *_closing(offer, t)]
    again = Button(t.plain("prompt.change"), TurnPrompt(offer.practice_id, Face.AGAIN))
    for_good = offer.prompt.format is PromptFormat.SHARE or offer.is_gone
    return Screen("\n\n".join(parts), [] if for_good else [[again]])


def _kept(offer: Offer, t: Translator) -> Iterator[str]:
    match offer.prompt.format:
        case PromptFormat.PLAN:
            yield t("prompt.plan", sentence=plan(offer.plan, offer, t))
        case PromptFormat.RECALL | PromptFormat.TRY | PromptFormat.ASK:
            yield opening(offer, t)
            yield from card_of(offer, t)
            yield t("prompt.noted", answer=_came_of_it(offer, t))
            if offer.plan:
                yield t("prompt.plan", sentence=offer.plan)
        case PromptFormat.SHARE:
            yield opening(offer, t)
        case PromptFormat.STORY:
            yield t("stories.gone") if offer.is_gone else opening(offer, t)
            yield from _answered(offer, t)
        case _:
            yield from _answered(offer, t)


def _came_of_it(offer: Offer, t: Translator) -> str:
    code = offer.notes[0].code if offer.notes else None
    choices = texts(offer, t).choices or {}
    chosen = said(choices[code], offer, t) if code in choices else None
    own = offer.notes[0].text if offer.notes else None
    came = chosen or label(offer.outcome or Outcome.DONE, t)
    return f"{came}. {own}" if own else came


def _closing(offer: Offer, t: Translator) -> Iterator[str]:
    """End the talk: what comes next, or thanks."""
    day = t.on(offer.turn_on) if offer.turn_on else None
    basis = {note.code for note in offer.notes}
    match offer.prompt.format:
        case PromptFormat.PLAN | PromptFormat.ASK if day:
            yield t("prompt.plan_back", day=day)
        case PromptFormat.RECALL if day:
            yield t("prompt.recall_back", day=day)
        case PromptFormat.VIEW if GUESSED in basis:
            yield t("prompt.guess")
        case PromptFormat.VIEW if KNOWN in basis:
            yield t("prompt.knowing")
        case PromptFormat.TRY if offer.notes and not offer.notes[0].text:
            yield t("prompt.sentence_welcome")
        case PromptFormat.ASK:
            yield t("prompt.asked")
        case _:
            yield t("prompt.thanks")
