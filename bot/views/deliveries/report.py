"""The account of deliveries on HR's screen: numbers of people, never who."""

from collections.abc import Iterator
from itertools import groupby

from bot.callbacks.deliveries import Resend, ShowDelivery
from bot.callbacks.lists import Listing, TurnList
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import turning_to
from coaching.deliveries.report import AccountLine, PageOfLines
from coaching.people.directory import PER_PAGE

A_ROW = 5


def overview(account: PageOfLines, t: Translator) -> Screen:
    """Show a page of the account by days, each line behind the button of its number."""
    if not account.here:
        return Screen(t("deliveries.none"))
    numbered = list(enumerate(account.here, 1 + PER_PAGE * account.page))
    days = [
        lines([t("deliveries.day", day=t.day(day)), *(_in_brief(n, line, t) for n, line in group)])
        for day, group in groupby(numbered, key=lambda pair: pair[1].day)
    ]
    buttons = [Button(str(n), ShowDelivery(line.id)) for n, line in numbered]
    rows = [buttons[n : n + A_ROW] for n in range(0, len(buttons), A_ROW)]
    text = t("deliveries.overview", days=Html("\n\n".join(days)))
    return Screen(text, [*rows, turning_to(account.page, account.pages, Listing.DELIVERIES, t)])


def _in_brief(number: int, line: AccountLine, t: Translator) -> Html:
    people = t.counted("people.count", line.audience)
    words = {"number": number, "kind": t.plain(f"schedules.kind.{line.kind}"), "people": people}
    parts = [
        t("deliveries.line", **words)
        if line.small or line.answers_choose
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
    notes = [t("deliveries.one_number" if line.answers_choose else "deliveries.spared")]
    if line.small and not line.answers_choose:
        notes = [t("deliveries.small")]
    rows = [[Button(t.plain("deliveries.all"), TurnList(Listing.DELIVERIES, 0))]]
    if line.is_today:
        notes.append(t("deliveries.today"))
        rows.insert(0, [Button(t.plain("deliveries.resend"), Resend(line.id))])
    return Screen("\n\n".join([text, *notes]), rows)


def parts_of(line: AccountLine, t: Translator) -> Iterator[Html]:
    """Say for each state and reason how many people it holds."""
    if line.done:
        key = "deliveries.done_if_needed" if line.answers_choose else "deliveries.done"
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
