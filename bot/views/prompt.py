"""A prompt on the screen: its text, its card, why it is asked, what came of it."""

from bot.callbacks import AnswerPrompt, Face, TurnPrompt
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.checkin import title
from coaching.practising import Offer
from coaching.rules.library import Outcome, PromptFormat, outcomes_for

A_ROW = 2


def prompt(offer: Offer, t: Translator, face: Face = Face.TEXT) -> Screen:
    """Show the wanted side of a prompt."""
    is_recall = offer.prompt.format is PromptFormat.RECALL
    if face is Face.WHY:
        return _why(offer, t)
    if not offer.is_open and face is not Face.AGAIN:
        return _answered(offer, t)
    if is_recall and face is not Face.TEXT:
        return _card(offer, t)
    return _asked(offer, t)


def _asked(offer: Offer, t: Translator) -> Screen:
    """Show the prompt with its answers; a recall shows the way to its card instead."""
    later = t("prompt.later") if offer.outcome is Outcome.NOT_YET else None
    text = "\n\n".join(part for part in (_heading(offer, t), _texts(offer, t), later) if part)
    return Screen(text, [*_answers(offer, t), _last_row(offer, t)])


def _card(offer: Offer, t: Translator) -> Screen:
    text = "\n\n".join([_heading(offer, t), _texts(offer, t), *_card_text(offer, t)])
    return Screen(text, [*_outcome_rows(offer, t), _last_row(offer, t)])


def _card_text(offer: Offer, t: Translator) -> list[str]:
    """Return the card of a recall, nothing for other formats."""
    card = offer.prompt.texts[t.language].card  # type: ignore[index]
    return [t("prompt.card", card=card)] if card else []


def _answered(offer: Offer, t: Translator) -> Screen:
    """Keep the prompt readable with the answer beneath, and a way to change it."""
    change = Button(t.plain("prompt.change"), TurnPrompt(offer.practice_id, Face.AGAIN))
    noted = t(
        "prompt.noted" if offer.outcome is not Outcome.NOT_RELEVANT else "prompt.removed",
        answer=_answer(offer, t),
    )
    parts = [_heading(offer, t), _texts(offer, t), *_card_text(offer, t), noted]
    text = "\n\n".join(parts)
    return Screen(text, [[change]] if offer.outcome is not Outcome.NOT_RELEVANT else [])


def _why(offer: Offer, t: Translator) -> Screen:
    why = offer.prompt.texts[t.language].why  # type: ignore[index]
    back = Button(t.plain("back"), TurnPrompt(offer.practice_id, Face.TEXT))
    return Screen(t("why.screen", title=title(offer.prompt.dimension, t), why=why), [[back]])


def _heading(offer: Offer, t: Translator) -> str:
    return t(
        "prompt.heading",
        title=title(offer.prompt.dimension, t),
        format=t.plain(f"format.{offer.prompt.format}"),
    )


def _texts(offer: Offer, t: Translator) -> str:
    return t("plain", text=offer.prompt.texts[t.language].text)  # type: ignore[index]


def _answers(offer: Offer, t: Translator) -> list[list[Button]]:
    if offer.prompt.format is PromptFormat.RECALL:
        return [[Button(t.plain("prompt.show_card"), TurnPrompt(offer.practice_id, Face.CARD))]]
    return _outcome_rows(offer, t)


def _outcome_rows(offer: Offer, t: Translator) -> list[list[Button]]:
    """Lay the answers out, two in a row; a question to a customer shows its coded choices."""
    choices = offer.prompt.texts[t.language].choices or {}  # type: ignore[index]
    coded = [
        Button(label, AnswerPrompt(offer.practice_id, Outcome.HEARD, code))
        for code, label in choices.items()
    ]
    plain = [
        Button(t.plain(f"outcome.{outcome}"), AnswerPrompt(offer.practice_id, outcome))
        for outcome in outcomes_for(offer.prompt.format)
        if outcome not in (Outcome.HEARD, Outcome.NOT_RELEVANT)
    ]
    buttons = coded + plain
    return [buttons[n : n + A_ROW] for n in range(0, len(buttons), A_ROW)]


def _last_row(offer: Offer, t: Translator) -> list[Button]:
    return [
        Button(
            t.plain("outcome.not_relevant"), AnswerPrompt(offer.practice_id, Outcome.NOT_RELEVANT)
        ),
        Button(t.plain("why.ask"), TurnPrompt(offer.practice_id, Face.WHY)),
    ]


def _answer(offer: Offer, t: Translator) -> str:
    choices = offer.prompt.texts[t.language].choices or {}  # type: ignore[index]
    if offer.choice in choices:
        return choices[offer.choice]
    return t.plain(f"outcome.{offer.outcome}")
