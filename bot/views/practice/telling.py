"""What is said around the steps of a talk: heading, opening, card, why, plan, and an example."""

from collections.abc import Iterator, Sequence

from bot.i18n import Html, Translator
from bot.screen import Screen
from bot.views.checkin.week import title
from bot.views.practice.labels import label
from bot.views.stories.telling import news_of, told
from coaching.content import PromptTexts, load_examples, spoken
from coaching.practice.prompts import Note, Offer
from coaching.practice.records import Part
from coaching.rules.scripts import LOWEST, THOUGHT, TOP, Asks, Step


def heading(offer: Offer, t: Translator) -> str:
    """Return the prompt's dimension and format, and its place in a series."""
    head = t(
        "prompt.heading",
        title=title(offer.prompt.dimension, t),
        format=t.plain(f"prompt.format.{offer.prompt.format}"),
    )
    return f"{head}\n{_place(offer.part, t)}" if offer.part else head


def _place(part: Part, t: Translator) -> str:
    key = "prompt.challenge_part" if part.is_challenge else "prompt.series_part"
    done = "●" * part.number + "○" * (part.of - part.number)
    return t(key, number=part.number, of=part.of, done=done)


def opening(offer: Offer, t: Translator) -> str:
    """Return the prompt's own text, and below it the story that it brings."""
    own = t("plain", text=said(texts(offer, t).text, offer, t))
    return own if offer.story is None else f"{own}\n\n{told(offer.story, t)}"


def beginning(offer: Offer, t: Translator) -> Iterator[str]:
    """Open the talk: news of an own story, what keeps one going, the last words, and the text."""
    for story in offer.news:
        yield news_of(story, t)
    if offer.motivation:
        yield t(f"motivation.framing.{offer.motivation}")
    if offer.last_time:
        yield t("prompt.last_time", text=offer.last_time)
    yield opening(offer, t)


def card_of(offer: Offer, t: Translator) -> list[str]:
    """Return the card of a recall, nothing for other formats."""
    card = texts(offer, t).card
    return [t("prompt.card", card=said(card, offer, t))] if card else []


def why_text(offer: Offer, t: Translator) -> str:
    """Return why a prompt is asked and who sees the answer."""
    why = said(texts(offer, t).why, offer, t)
    return t("why.screen", title=title(offer.prompt.dimension, t), why=why)


def example(offer: Offer, t: Translator) -> str:
    """Return a plan on the prompt's theme, from the person's kind of work."""
    by_role = load_examples()[offer.prompt.dimension].texts[t.language]
    return by_role[offer.profile or offer.prompt.roles[0]]


def plan(text: str | None, offer: Offer, t: Translator) -> str:
    """Return a plan as it was written, or the theme once its author has deleted it."""
    return text or title(offer.prompt.dimension, t)


def no_plan(offer: Offer, t: Translator) -> Screen:
    """Ask for a plan in the place of a polite word."""
    return Screen(t("prompt.no_plan", example=example(offer, t)))


def asking(offer: Offer, step: Step, t: Translator) -> str:
    """Return the question of a step; on a scale only what fits the number that was chosen."""
    if step.asks is Asks.NUMBER:
        return t.plain("prompt.number")
    if step.asks is Asks.ADDED:
        return t.plain("prompt.added")
    numbers = step.questions
    chosen = offer.notes[0].code if offer.notes else None
    if len(numbers) > 1 and chosen == str(LOWEST):
        numbers = numbers[1:]
    if len(numbers) > 1 and chosen == str(TOP):
        numbers = numbers[:1]
    questions = texts(offer, t).questions
    return " ".join(said(questions[n], offer, t) for n in numbers)


def frame(offer: Offer, step: Step, t: Translator) -> str:
    """Return the halves of a plan as they begin, with their blanks."""
    halves = texts(offer, t).questions
    return ", ".join(said(halves[n], offer, t) for n in step.questions)


def answer_in_words(note: Note, offer: Offer, t: Translator) -> str:
    """Return an answer in words."""
    if note.text:
        return note.text
    choices = texts(offer, t).choices or {}
    if note.code in choices:
        return said(choices[note.code], offer, t)
    if note.code is not None and note.code.isdecimal():
        return note.code
    return label(note.code or THOUGHT, t)


def mirrors(notes: Sequence[Note], t: Translator, last: int) -> list[Html]:
    """Say the last answers back, as many as wanted; what was only thought is nobody's business."""
    said_back = []
    for note in notes:
        if note.text:
            said_back.append(t("prompt.mirror", text=note.text))
        elif note.code is not None and note.code.isdecimal():
            said_back.append(t("prompt.mirror_number", number=note.code))
    return said_back[-last:]


def texts(offer: Offer, t: Translator) -> PromptTexts:
    """Return the prompt's texts in the language."""
    return offer.prompt.texts[offer.prompt.language_for(t.language)]


def said(text: str, offer: Offer, t: Translator) -> str:
    """Return a text in the organisation's word for those who are served."""
    return spoken(text, offer.prompt.language_for(t.language), offer.customer_word)
