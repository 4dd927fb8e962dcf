"""The weekly check-in on the screen: an item with its anchors, why it is asked, the end."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.callbacks.checkin import (
    About,
    AskCustomerView,
    AskItem,
    AskOpen,
    ChooseForCustomer,
    NameSituation,
    Respond,
    SkipOpen,
    WhyAsked,
    WhyItem,
)
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from coaching.checkin.week import OPEN_LIMIT, AskedItem, CheckIn, CustomerView, Response
from coaching.content import ItemTexts, load_instrument, spoken
from coaching.rules.instrument import SCALE, Dimension


def checkin(shown: CheckIn, zone: ZoneInfo, t: Translator) -> Screen:
    """Show what is asked next, or the week's answers when all are given.

    Under these it asks after a high value whether a situation comes to mind.
    """
    if shown.asked is not None:
        screen = item(shown, shown.asked, zone, t)
    elif shown.asks_openly:
        screen = open_question(shown, zone, t)
    else:
        screen = complete(shown, zone, t)
    if shown.named_next is None:
        return screen
    return _with_naming(shown, shown.named_next, screen, t)


def _with_naming(shown: CheckIn, high: Dimension, screen: Screen, t: Translator) -> Screen:
    text = t("checkin.name", title=title(high, t))
    rows = [
        [
            Button(t.plain("checkin.name_yes"), NameSituation(shown.week, high, 1)),
            Button(t.plain("checkin.name_no"), NameSituation(shown.week, high, 0)),
        ]
    ]
    return Screen(f"{screen.text}\n\n{text}", [*rows, *screen.rows])


def open_question(shown: CheckIn, zone: ZoneInfo, t: Translator) -> Screen:
    """Ask the open question of the block."""
    text = t(
        "checkin.open_question",
        number=shown.count,
        count=shown.count,
        limit=OPEN_LIMIT,
        until=_closes(shown, zone, t),
    )
    rows = [
        [Button(t.plain("checkin.skip"), SkipOpen(shown.week))],
        [Button(t.plain("why.ask"), WhyAsked(shown.week, About.OPEN))],
    ]
    return Screen(text, rows)


def customer_view(shown: CheckIn, view: CustomerView, t: Translator) -> Screen:
    """Ask what the latest customer would choose, on the anchors of an item rated before."""
    texts = load_instrument().item(view.dimension).texts[t.language]
    anchors = _anchors(texts, shown.customer_word, t)
    text = t("checkin.customer", title=texts.title, anchors=anchors)
    rows = [
        [Button(str(n), ChooseForCustomer(shown.week, n)) for n in SCALE],
        [Button(t.plain("back"), AskItem(shown.week))],
        [Button(t.plain("why.ask"), WhyAsked(shown.week, About.CUSTOMER))],
    ]
    return Screen(text, rows)


def why_asked(week: int, about: About, t: Translator) -> Screen:
    """Show why one of the questions beside the items is asked."""
    back = AskCustomerView(week) if about is About.CUSTOMER else AskOpen(week)
    return Screen(t(f"checkin.why.{about}"), [[Button(t.plain("back"), back)]])


def item(shown: CheckIn, asked: Dimension, zone: ZoneInfo, t: Translator) -> Screen:
    """Show an item with its five anchors; the first one says what holds for all of them."""
    texts = load_instrument().item(asked).texts[t.language]
    is_first = shown.number == 1
    parts = [
        t("checkin.heading", number=shown.number, count=shown.count, title=texts.title),
        t("checkin.stem") if is_first else t("checkin.stem_again"),
        _anchors(texts, shown.customer_word, t),
        t("checkin.note", until=_closes(shown, zone, t)) if is_first else "",
    ]

    def respond(response: Response, value: int | None = None) -> Respond:
        return Respond(shown.week, asked, response, shown.wording, value)

    none, skip = t.plain("checkin.no_encounters"), t.plain("checkin.skip")
    rows = [
        [Button(str(n), respond(Response.RATED, n)) for n in SCALE],
        [Button(none, respond(Response.NO_ENCOUNTERS)), Button(skip, respond(Response.SKIPPED))],
        [Button(t.plain("why.ask"), WhyItem(shown.week, asked))],
    ]
    return Screen("\n\n".join(filter(None, parts)), rows)


def _anchors(texts: ItemTexts, word: str, t: Translator) -> Html:
    """Number the five sentences, in the organisation's own word for "customer"."""
    return lines(
        t("checkin.anchor", n=n, text=spoken(anchor, t.language, word))
        for n, anchor in enumerate(texts.anchors, 1)
    )


def why(week: int, asked: Dimension, word: str, t: Translator) -> Screen:
    """Show why an item is asked and who sees the answer."""
    texts = load_instrument().item(asked).texts[t.language]
    back = Button(t.plain("back"), AskItem(week, asked))
    reason = spoken(texts.why, t.language, word)
    return Screen(t("why.screen", title=texts.title, why=reason), [[back]])


def complete(shown: CheckIn, zone: ZoneInfo, t: Translator) -> Screen:
    """Thank, show the person's own answers, and offer to change them while the week is open."""
    given = [(title(i.dimension, t), answer(i, t)) for i in shown.items]
    if shown.open_question is not None:
        said = shown.open_question.text or t.plain("checkin.skipped")
        given.append((t.plain("checkin.open_title"), said))
    answers = lines(t("checkin.answer", title=of, answer=said) for of, said in given)
    change = [
        [
            Button(
                t.plain("checkin.change", title=title(i.dimension, t)),
                AskItem(shown.week, i.dimension),
            )
        ]
        for i in shown.items
    ]
    text: str = t("checkin.complete", answers=answers, until=_closes(shown, zone, t))
    if shown.open_question is not None:
        label = t.plain("checkin.change", title=t.plain("checkin.open_title"))
        change.append([Button(label, AskOpen(shown.week))])
    view = shown.customer_view
    if view is not None:
        change.insert(0, [Button(t.plain("checkin.ask_customer"), AskCustomerView(shown.week))])
    if view is not None and view.customer is not None:
        seen = t(
            "checkin.two_views",
            title=title(view.dimension, t),
            own=view.own,
            customer=view.customer,
        )
        text = f"{text}\n\n{seen}"
    return Screen(text, change)


def reminder(shown: CheckIn, zone: ZoneInfo, t: Translator) -> Screen:
    """Remind kindly, with the question itself at one press."""
    begin = Button(t.plain("reminder.begin"), AskItem(shown.week))
    return Screen(t("reminder.text", until=_closes(shown, zone, t)), [[begin]])


def title(dimension: Dimension, t: Translator) -> str:
    """Return the dimension's name in the language."""
    return load_instrument().item(dimension).texts[t.language].title


def answer(given: AskedItem, t: Translator) -> str:
    """Return the person's own answer in words."""
    if given.response is Response.RATED:
        return str(given.value)
    return t.plain(f"checkin.{given.response or 'open'}")


def _closes(shown: CheckIn, zone: ZoneInfo, t: Translator) -> str:
    """Name the last minute of the week rather than the first of the next."""
    return t.moment((shown.closes_at - timedelta(minutes=1)).astimezone(zone))
