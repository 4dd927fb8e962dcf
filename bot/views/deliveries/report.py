"""The account of deliveries on HR's screen: numbers of people, never who."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.callbacks.deliveries import Resend, ShowDelivery
from bot.callbacks.lists import Listing, TurnList
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import PER_PAGE, page_of, turning
from coaching.deliveries.report import AccountLine

A_ROW = 5


def overview(account: Sequence[AccountLine], page: int, t: Translator) -> Screen:
    """Show a page of the account by days, each line behind the button of its number."""
    if not account:
        return Screen(t("deliveries.none"))
    here = page_of(account, page)
    first = 1 + PER_PAGE * min(page, (len(account) - 1) // PER_PAGE)
    numbered = list(enumerate(here, first))
    days = [
        lines([t("deliveries.day", day=t.day(day)), *(_in_brief(n, line, t) for n, line in group)])
        for day, group in groupby(numbered, key=lambda pair: pair[1].day)
    ]
    buttons = [Button(str(n), ShowDelivery(line.id)) for n, line in numbered]
    rows = [buttons[n : n + A_ROW] for n in range(0, len(buttons), A_ROW)]
    text = t("deliveries.overview", days=Html("\n\n".join(days)))
    return Screen(text, [*rows, turning(account, page, Listing.DELIVERIES, t)])


def _in_brief(number: int, line: AccountLine, t: Translator) -> Html:
    people = t.counted("people.count", line.audience)
    words = {"number": number, "kind": t.plain(f"schedules.kind.{line.kind}"), "people": people}
    parts = [
        t("deliveries.line", **words)
        if line.small
        else t("deliveries.line_done", **words, done=line.done)
    ]
    if line.undelivered:
        parts.append(t("deliveries.line_undelivered", n=line.undelivered))
    if not line.adds_up:
        parts.append(t("deliveries.line_wrong"))
    return Html(" ".join(parts))


def one(line: AccountLine, t: Translator) -> Screen:
    """Show what became of everybody on one day, adding up to all of them."""
    text = t(
        "deliveries.one",
        kind=t.plain(f"schedules.kind.{line.kind}"),
        day=t.day(line.day),
        people=t.counted("people.count", line.audience),
        parts=lines(parts_of(line, t)),
        sum=_sum(line, t),
    )
    notes = [t("deliveries.small")] if line.small else []
    if line.is_too_late:
        notes.append(t("deliveries.too_late"))
    rows = [[Button(t.plain("deliveries.all"), TurnList(Listing.DELIVERIES, 0))]]
    if line.can_resend:
        label = t.counted("deliveries.resend", line.can_resend)
        rows.insert(0, [Button(label, Resend(line.id))])
    return Screen("\n\n".join([text, *notes]), rows)


def parts_of(line: AccountLine, t: Translator) -> Iterator[Html]:
    """Say for each state and reason how many people it holds."""
    if line.done:
        key = "deliveries.done" if line.answered_is_done else "deliveries.state.sent"
        yield t("deliveries.part", n=line.done, what=t.plain(key))
    for state, n in line.states.items():
        yield t("deliveries.part", n=n, what=t.plain(f"deliveries.state.{state}"))
    for reason, n in line.left_out.items():
        what = t.plain("deliveries.left_out", reason=t.plain(f"left_out.{reason}"))
        yield t("deliveries.part", n=n, what=what)
    if line.undisclosed:
        yield t("deliveries.part", n=line.undisclosed, what=t.plain("deliveries.undisclosed"))


def _sum(line: AccountLine, t: Translator) -> Html:
    key = "deliveries.adds_up" if line.adds_up else "deliveries.wrong"
    return t(key, total=line.total, audience=line.audience)
