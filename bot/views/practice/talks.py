"""A prompt on the screen: its text, its steps with the answers so far, its end."""

from collections.abc import Iterator, Sequence

from bot.callbacks.practice import AnswerPrompt, Face, TurnPrompt
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from bot.views.learnings.cards import draft_buttons, draft_text
from coaching.content import PromptTexts, spoken
from coaching.practice.prompts import Note, Offer
from coaching.practice.talks import limit_of
from coaching.rules.formats import QUESTIONS, WAYS_OUT, Outcome, PromptFormat
from coaching.rules.scripts import GUESSED, SCRIPTS, Asks, Step, codes, sentence

A_ROW = 2
SCALE_ROW = 6


def prompt(offer: Offer, t: Translator, face: Face = Face.TEXT) -> Screen:
    """Show the wanted side of a prompt."""
    if face is Face.WHY:
        back = Button(t.plain("back"), TurnPrompt(offer.practice_id, Face.TEXT))
        return Screen(why_text(offer, t), [[back]])
    if offer.step is None:
        return _ended(offer, t)
    if offer.next_turn_on:
        return _between_turns(offer, t)
    if offer.draft is not None:
        return Screen(
            "\n\n".join([heading(offer, t), draft_text(offer.draft, t)]),
            draft_buttons(offer.draft, t),
        )
    return _asked(offer, offer.step, t, card=face is Face.CARD)


def heading(offer: Offer, t: Translator) -> str:
    """Return the prompt's dimension and format."""
    return t(
        "prompt.heading",
        title=title(offer.prompt.dimension, t),
        format=t.plain(f"prompt.format.{offer.prompt.format}"),
    )


def opening(offer: Offer, t: Translator) -> str:
    """Return the prompt's own text."""
    return t("plain", text=_said(texts(offer, t).text, offer, t))


def card_of(offer: Offer, t: Translator) -> list[str]:
    """Return the card of a recall, nothing for other formats."""
    card = texts(offer, t).card
    return [t("prompt.card", card=_said(card, offer, t))] if card else []


def why_text(offer: Offer, t: Translator) -> str:
    """Return why a prompt is asked and who sees the answer."""
    why = _said(texts(offer, t).why, offer, t)
    return t("why.screen", title=title(offer.prompt.dimension, t), why=why)


def plan(offer: Offer, t: Translator) -> str:
    """Return a plan's sentence as its person completed it."""
    halves = [_said(question, offer, t) for question in texts(offer, t).questions]
    if len(halves) != len(offer.notes):  # left meanwhile, or another prompt by now
        return title(offer.prompt.dimension, t)
    return sentence(halves, [note.text or "" for note in offer.notes])


def texts(offer: Offer, t: Translator) -> PromptTexts:
    """Return the prompt's texts in the language."""
    return offer.prompt.texts[offer.prompt.language_for(t.language)]


def _said(text: str, offer: Offer, t: Translator) -> str:
    return spoken(text, offer.prompt.language_for(t.language), offer.customer_word)


def _asked(offer: Offer, step: Step, t: Translator, *, card: bool) -> Screen:
    """Show the step that waits; a recall shows the way to its card first."""
    parts = [heading(offer, t), *_beginning(offer, t), *_answered(offer, t)]
    if step.asks is Asks.RECALLED and not card:
        show = Button(f"1 {t.plain('prompt.show_card')}", TurnPrompt(offer.practice_id, Face.CARD))
        return Screen("\n\n".join(parts), [[show], *_last_rows(offer, t, 2)])
    if step.asks is Asks.RECALLED:
        parts += card_of(offer, t)
    parts += _question(offer, step, t)
    return Screen("\n\n".join(parts), _rows(offer, step, t))


def _beginning(offer: Offer, t: Translator) -> Iterator[str]:
    """Show the opening until something was answered, framed by what keeps the person going."""
    if offer.notes:
        return
    if offer.motivation:
        yield t(f"motivation.framing.{offer.motivation}")
    yield opening(offer, t)


def _answered(offer: Offer, t: Translator) -> Iterator[str]:
    """Show the questions answered so far, each with its answer."""
    script = SCRIPTS[offer.prompt.format]
    for step, note in zip(script, offer.notes, strict=False):
        if step.asks is Asks.BASIS:
            continue
        basis = next(
            (
                later.code
                for other, later in zip(script, offer.notes, strict=False)
                if other.asks is Asks.BASIS and other.question == step.question
            ),
            None,
        )
        answer = _words(note, offer, t)
        if basis:
            answer = f"{answer} ({t.plain(f'prompt.answer.{basis}')})"
        yield t("prompt.answered", question=_asking(offer, step, t), answer=answer)


def _words(note: Note, offer: Offer, t: Translator) -> str:
    """Return an answer in words."""
    if note.text:
        return note.text
    choices = texts(offer, t).choices or {}
    if note.code in choices:
        return _said(choices[note.code], offer, t)
    if note.code is not None and note.code.isdecimal():
        return note.code
    return t.plain("prompt.answer.thought")


def _asking(offer: Offer, step: Step, t: Translator) -> str:
    """Return the question of a step."""
    if step.asks is Asks.NUMBER:
        return t.plain("prompt.number")
    if step.asks is Asks.ADDED:
        return t.plain("prompt.added")
    return _said(texts(offer, t).questions[step.question or 0], offer, t)


def _question(offer: Offer, step: Step, t: Translator) -> Iterator[str]:
    """Say what is to be answered now, and how."""
    if offer.outcome is Outcome.NOT_YET:
        yield t("prompt.later")
    match step.asks:
        case Asks.BASIS:
            yield t("prompt.basis")
        case Asks.NUMBER:
            yield t("prompt.hint_number")
        case Asks.ADDED:
            yield t("prompt.why", why=offer.why)
            yield t("prompt.question", question=t.plain("prompt.added"), place="")
            yield t("prompt.hint_thought", limit=limit_of(offer.prompt.format))
        case Asks.WORDS | Asks.THOUGHT:
            count = QUESTIONS[offer.prompt.format]
            place = f" ({(step.question or 0) + 1}/{count})" if count > 1 else ""
            yield t("prompt.question", question=_asking(offer, step, t), place=place)
            yield t(
                "prompt.hint_words" if step.asks is Asks.WORDS else "prompt.hint_thought",
                limit=limit_of(offer.prompt.format),
            )
        case Asks.TRIED:
            yield t("prompt.hint_try")
        case Asks.CODED:
            yield t("prompt.hint_coded")


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
    return [*_in_rows(buttons), *_last_rows(offer, t, len(buttons) + 1)]


def _last_rows(offer: Offer, t: Translator, first: int | None) -> list[list[Button]]:
    """Show the ways out, numbered from the given number on, and the question why."""
    place = len(offer.notes)
    out = [
        Button(
            f"{first + n} {t.plain(f'prompt.outcome.{way}')}"
            if first
            else t.plain(f"prompt.outcome.{way}"),
            AnswerPrompt(offer.practice_id, place, way),
        )
        for n, way in enumerate(WAYS_OUT)
    ]
    return [out, [Button(t.plain("why.ask"), TurnPrompt(offer.practice_id, Face.WHY))]]


def _in_rows(buttons: Sequence[Button]) -> list[list[Button]]:
    return [list(buttons[n : n + A_ROW]) for n in range(0, len(buttons), A_ROW)]


def _label(code: str, offer: Offer, t: Translator) -> str:
    choices = texts(offer, t).choices or {}
    if code in choices:
        return _said(choices[code], offer, t)
    return t.plain(f"prompt.outcome.{code}" if code in set(Outcome) else f"prompt.answer.{code}")


def _between_turns(offer: Offer, t: Translator) -> Screen:
    """Say when the next turn comes, and let it come at once."""
    parts = [
        heading(offer, t),
        *_answered(offer, t),
        t("prompt.next_turn", day=t.on(offer.next_turn_on) if offer.next_turn_on else ""),
    ]
    now = Button(t.plain("prompt.go_on"), TurnPrompt(offer.practice_id, Face.ON))
    return Screen("\n\n".join(parts), [[now]])


def _ended(offer: Offer, t: Translator) -> Screen:
    """Keep the prompt readable with what was answered, and a way to change it."""
    if offer.outcome in WAYS_OUT:
        said = t("prompt.removed" if offer.outcome is Outcome.NOT_RELEVANT else "prompt.easier")
        return Screen("\n\n".join([heading(offer, t), opening(offer, t), said]))
    parts = [heading(offer, t), *_kept(offer, t), *_closing(offer, t)]
    again = Button(t.plain("prompt.change"), TurnPrompt(offer.practice_id, Face.AGAIN))
    shared = offer.prompt.format is PromptFormat.SHARE
    return Screen("\n\n".join(parts), [] if shared else [[again]])


def _kept(offer: Offer, t: Translator) -> Iterator[str]:
    match offer.prompt.format:
        case PromptFormat.PLAN:
            yield t("prompt.plan", sentence=plan(offer, t))
        case PromptFormat.RECALL | PromptFormat.TRY | PromptFormat.ASK:
            yield opening(offer, t)
            yield from card_of(offer, t)
            yield t("prompt.noted", answer=_came_of_it(offer, t))
        case PromptFormat.SHARE:
            yield opening(offer, t)
        case _:
            yield from _answered(offer, t)


def _came_of_it(offer: Offer, t: Translator) -> str:
    code = offer.notes[0].code if offer.notes else None
    choices = texts(offer, t).choices or {}
    said = _said(choices[code], offer, t) if code in choices else None
    own = offer.notes[0].text if offer.notes else None
    label = said or t.plain(f"prompt.outcome.{offer.outcome}")
    return f"{label}. {own}" if own else label


def _closing(offer: Offer, t: Translator) -> Iterator[str]:
    """End the talk: what comes next, or thanks."""
    day = t.on(offer.turn_on) if offer.turn_on else None
    match offer.prompt.format:
        case PromptFormat.PLAN if day:
            yield t("prompt.plan_back", day=day)
        case PromptFormat.RECALL if day:
            yield t("prompt.recall_back", day=day)
        case PromptFormat.VIEW if GUESSED in [note.code for note in offer.notes]:
            yield t("prompt.guess")
        case PromptFormat.TRY if offer.notes and not offer.notes[0].text:
            yield t("prompt.sentence_welcome")
        case PromptFormat.ASK:
            yield t("prompt.asked")
        case _:
            yield t("prompt.thanks")
