"""The account of deliveries on HR's screen: numbers of people, never who."""

from collections.abc import Iterator
from itertools import groupby

from bot.callbacks.deliveries import Resend, ShowDelivery
from bot.callbacks.lists import Listing, TurnList
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import turning_to
from coaching.deliveries.report import AccountLine, PageOfLines


def overview(account: PageOfLines, t: Translator) -> Screen:
    """Show a page of the account by days, what went wrong first; each line has a button."""
    if not account.here:
        return Screen(t("deliveries.none"))
    wrong = [line for line in account.here if line.went_wrong]
    others = [line for line in account.here if not line.went_wrong]
    parts = [
        lines([t("deliveries.day", day=t.day(day)), *(_in_brief(line, t) for line in group)])
        for day, group in groupby(others, key=lambda line: line.day)
    ]
    if wrong:
        named = (
            t("deliveries.line_of_day", line=_in_brief(line, t), day=t.short_day(line.day))
            for line in wrong
        )
        parts.insert(0, lines([t("deliveries.trouble"), *named]))
    rows = [[_button(line, t)] for line in (*wrong, *others)]
    text = t("deliveries.overview", days=Html("\n\n".join(parts)))
    return Screen(text, [*rows, turning_to(account.page, account.pages, Listing.DELIVERIES, t)])


def _button(line: AccountLine, t: Translator) -> Button:
    words = f"{t.plain(f'schedules.kind.{line.kind}')}, {t.short_day(line.day)}"
    return Button(f"⚠ {words}" if line.went_wrong else words, ShowDelivery(line.id))


def _in_brief(line: AccountLine, t: Translator) -> Html:
    people = t.counted("people.count", line.audience)
    words = {"kind": t.plain(f"schedules.kind.{line.kind}"), "people": people}
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
