"""The weekly check-in on the screen: an item with its anchors, why it is asked, the end."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.callbacks import AskItem, Respond, WhyItem
from bot.i18n import Translator, lines
from bot.screen import Button, Screen
from coaching.checking_in import CheckIn, Item, Response
from coaching.content import load_instrument
from coaching.rules.instrument import Dimension

SCALE = range(1, 6)


def checkin(shown: CheckIn, zone: ZoneInfo, t: Translator) -> Screen:
    """Show the item that is asked, or the week's answers when all are given."""
    if shown.asked is None:
        return complete(shown, zone, t)
    return item(shown, shown.asked, zone, t)


def item(shown: CheckIn, asked: Dimension, zone: ZoneInfo, t: Translator) -> Screen:
    """Show an item with its five anchors."""
    texts = load_instrument().item(asked).texts[t.language]  # type: ignore[index]
    anchors = lines(t("checkin.anchor", n=n, text=a) for n, a in enumerate(texts.anchors, 1))
    text = t(
        "checkin.item",
        number=shown.number,
        count=len(shown.items),
        title=texts.title,
        stem=t("checkin.stem"),
        anchors=anchors,
        until=_closes(shown, zone, t),
    )

    def respond(response: Response, value: int | None = None) -> Respond:
        return Respond(shown.week, asked, response, value)

    none, skip = t.plain("checkin.no_encounters"), t.plain("checkin.skip")
    rows = [
        [Button(str(n), respond(Response.RATED, n)) for n in SCALE],
        [Button(none, respond(Response.NO_ENCOUNTERS)), Button(skip, respond(Response.SKIPPED))],
        [Button(t.plain("why.ask"), WhyItem(shown.week, asked))],
    ]
    return Screen(text, rows)


def why(week: int, asked: Dimension, t: Translator) -> Screen:
    """Show why an item is asked and who sees the answer."""
    texts = load_instrument().item(asked).texts[t.language]  # type: ignore[index]
    back = Button(t.plain("back"), AskItem(week, asked))
    return Screen(t("why.screen", title=texts.title, why=texts.why), [[back]])


def complete(shown: CheckIn, zone: ZoneInfo, t: Translator) -> Screen:
    """Thank, show the person's own answers, and offer to change them while the week is open."""
    answers = lines(
        t("checkin.answer", title=title(i.dimension, t), answer=answer(i, t)) for i in shown.items
    )
    change = [
        [
            Button(
                t.plain("checkin.change", title=title(i.dimension, t)),
                AskItem(shown.week, i.dimension),
            )
        ]
        for i in shown.items
    ]
    text = t("checkin.complete", answers=answers, until=_closes(shown, zone, t))
    return Screen(text, change)


def reminder(shown: CheckIn, zone: ZoneInfo, t: Translator) -> Screen:
    """Remind kindly, with the question itself at one press."""
    begin = Button(t.plain("reminder.begin"), AskItem(shown.week))
    return Screen(t("reminder.text", until=_closes(shown, zone, t)), [[begin]])


def title(dimension: Dimension, t: Translator) -> str:
    """Return the dimension's name in the language."""
    return load_instrument().item(dimension).texts[t.language].title  # type: ignore[index]


def answer(given: Item, t: Translator) -> str:
    """Return the person's own answer in words."""
    if given.response is Response.RATED:
        return str(given.value)
    return t.plain(f"checkin.{given.response or 'open'}")


def _closes(shown: CheckIn, zone: ZoneInfo, t: Translator) -> str:
    """Name the last minute of the week rather than the first of the next."""
    return t.moment((shown.closes_at - timedelta(minutes=1)).astimezone(zone))
