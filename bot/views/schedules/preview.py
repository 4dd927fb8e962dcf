"""A schedule in words: what it is, when it will send next, to how many, and who is left out."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.i18n import Html, Translator, lines
from coaching.deliveries.report import SMALLEST_GROUP
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import ROLES_FOR, Kind
from coaching.schedules.drafts import ScheduleDraft
from coaching.schedules.preview import Forecast
from coaching.schedules.shown import Audience, PreviewedSchedule, ScheduleLine

AT_MOST = (Kind.REMINDER, Kind.FOLLOW_UP)

OF_THE_DAY = (LeftOut.HOLIDAY, LeftOut.DAY_OFF, LeftOut.QUIET_HOURS, LeftOut.CRISIS)
ONLY = {Role.STAFF: "schedules.only_members", Role.LEAD: "schedules.only_leads"}
ALL = {Role.STAFF: "schedules.all_members", Role.LEAD: "schedules.all_leads"}
BEGINNING = 40
A_RANGE = 3


def described(shown: PreviewedSchedule, t: Translator) -> Html:
    """Say everything about a schedule or a draft."""
    draft = shown.draft
    own = t.plain("schedules.own_slot", time=t.clock(draft.at))
    return t(
        "schedules.described",
        kind=t.plain(f"schedules.kind.{draft.kind}"),
        days=_days(draft, t),
        time=own if draft.own_slot else t.clock(draft.at),
        audience=_for_whom(draft, shown.audience, t),
        more=Html("".join(f"\n{line}" for line in _more(draft, t))),
        window=hours(draft.window_minutes, t),
        sendings=_sendings(shown, t),
        notes=Html("".join(f"\n\n{note}" for note in _notes(shown, t))),
    )


def summary(shown: ScheduleLine, t: Translator) -> Html:
    """Say a schedule in one line of the list."""
    draft = shown.draft
    parts = [label(shown, t), _for_whom(draft, shown.audience, t)]
    if draft.own_slot:
        parts.append(t.plain("schedules.own_slot_mark"))
    if (span := _span(draft.first, draft.last, t)) and not draft.once:
        parts.append(span)
    if draft.texts:
        parts.append(t.plain("schedules.quoted", text=_beginning(draft, t)))
    marked = ""
    if shown.paused or shown.over:
        key = "schedules.paused_mark" if shown.paused else "schedules.over_mark"
        marked = f" ({t.plain(key)})"
    return t("plain", text=f"{', '.join(parts)}{marked}")


def label(shown: ScheduleLine, t: Translator) -> str:
    """Say what comes on which days at what time, as short as a button."""
    draft = shown.draft
    kind = t.plain(f"schedules.kind.{draft.kind}")
    days = t.short_day(draft.once) if draft.once else _weekdays(draft.weekdays, t)
    return f"{kind}: {days} {t.clock(draft.at)}"


def name(audience: Audience, t: Translator) -> str:
    """Name the part of the organisation that a schedule is for."""
    if audience.name is None:
        return t.plain("schedules.everybody")
    key = "schedules.unit" if audience.unit_id else "schedules.team"
    return t.plain(key, name=audience.name)


def hours(minutes: int, t: Translator) -> str:
    """Say how long a message stays useful."""
    return t.counted("schedules.hours", minutes // 60)


def _for_whom(draft: ScheduleDraft, audience: Audience, t: Translator) -> str:
    """Name the audience with its role; some kinds are for one role only."""
    (role,) = ROLES_FOR.get(draft.kind, {draft.role})
    if role is None:
        return name(audience, t)
    if audience.name is None:
        return t.plain(ALL[role])
    return f"{name(audience, t)}, {t.plain(ONLY[role])}"


def _weekdays(days: Sequence[Weekday], t: Translator) -> str:
    """Return short names; three or more days in a row as a range."""
    order = list(Weekday)
    runs: list[list[Weekday]] = []
    for day in days:
        if runs and order.index(day) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return " ".join(
        f"{t.weekday(run[0])}–{t.weekday(run[-1])}"
        if len(run) >= A_RANGE
        else " ".join(t.weekday(day) for day in run)
        for run in runs
    )


def _more(draft: ScheduleDraft, t: Translator) -> Iterator[Html]:
    """Say what only some schedules have: outermost days, a text."""
    if (span := _span(draft.first, draft.last, t)) and not draft.once:
        yield t("schedules.runs", span=span)
    if draft.kind is Kind.CHAMPION:
        quoted = t.plain("schedules.quoted", text=_text(draft, t))
        yield t("schedules.says", text=quoted if draft.texts else t.plain("schedules.unwritten"))


def _span(first: date | None, last: date | None, t: Translator) -> str:
    if first and last:
        return t.plain("schedules.from_until", first=t.full_date(first), last=t.full_date(last))
    if first:
        return t.plain("schedules.from", day=t.full_date(first))
    return t.plain("schedules.until", day=t.full_date(last)) if last else ""


def _days(draft: ScheduleDraft, t: Translator) -> str:
    """Say on which days it comes, or on which one."""
    if draft.once:
        return t.plain("schedules.on_day", day=t.full_date(draft.once))
    days = t.listed(t.weekday(day) for day in draft.weekdays)
    return f"{days}, {t.counted('schedules.every', draft.every_weeks)}"


def _text(draft: ScheduleDraft, t: Translator) -> str:
    """Return the whole message, in the reader's language if it is there."""
    return draft.texts.get(t.language, next(iter(draft.texts.values()), ""))


def _beginning(draft: ScheduleDraft, t: Translator) -> str:
    """Return how the message begins."""
    text = " ".join(_text(draft, t).split())
    return text if len(text) <= BEGINNING else f"{text[:BEGINNING].rstrip()}…"


def _notes(shown: PreviewedSchedule, t: Translator) -> Iterator[str]:
    """Say once what holds for all lines of the preview."""
    if shown.without:
        yield t.counted("schedules.without", shown.without)
    if shown.paused or shown.crisis:
        return
    if shown.draft.kind in AT_MOST:
        yield t(f"schedules.note.{shown.draft.kind}")
    else:
        yield t("schedules.most")
    if late := max((each.late for each in shown.coming), default=0):
        yield t("schedules.preview.late", n=late)
    elif late := max((each.late_others for each in shown.coming), default=0):
        yield t("schedules.preview.late_others", n=late)
    if any(_is_small(each) for each in shown.coming):
        yield t("schedules.small_note")


def _sendings(shown: PreviewedSchedule, t: Translator) -> Html:
    """Say what will be sent when, to how many, and who is left out and why."""
    if shown.paused:
        return t("schedules.is_paused")
    if shown.crisis:
        return t("schedules.is_crisis")
    if not shown.coming:
        return t("schedules.is_over" if shown.over else "schedules.nothing_coming")
    if not any(each.audience for each in shown.coming):
        return t("schedules.nobody_yet")
    left_out = [_left_out(each, t) for each in shown.coming]
    if len(left_out) > 1 and left_out[0] and len(set(left_out)) == 1:
        days = [_forecast(each, shown.draft, t) for each in shown.coming]
        return lines([*days, t("schedules.preview.each_left_out", reasons=left_out[0])])
    return lines(
        part
        for each, reasons in zip(shown.coming, left_out, strict=True)
        for part in (
            _forecast(each, shown.draft, t),
            t("schedules.preview.left_out", reasons=reasons) if reasons else None,
        )
        if part
    )


def _forecast(each: Forecast, draft: ScheduleDraft, t: Translator) -> Html:
    """Say one day in one line.

    Of few people it is neither said who is left out nor when their own clocks let it come: that
    would be about persons. Then the schedule's time is the earliest, and all are the most.
    """
    if (reason := _reason_for_all(each)) is not None:
        why = t.plain(f"left_out.{reason}")
        return t("schedules.preview.nobody_because", when=t.day(each.day), why=why)
    if _is_small(each):
        people = t.counted("people.count", each.audience)
        return t("schedules.preview.at_most", when=_earliest(each, draft, t), people=people)
    if not each.people:
        return t("schedules.preview.nobody", when=t.day(each.day))
    key = "schedules.preview.at_most" if draft.kind in AT_MOST else "schedules.preview.sent"
    said = t(key, when=_moment(each, t), people=t.counted("people.count", each.people))
    if each.until is None:
        return said
    return Html(f"{said}{t('schedules.preview.until', clock=t.clock(each.until))}")


def _is_small(each: Forecast) -> bool:
    return 0 < each.audience < SMALLEST_GROUP


def _reason_for_all(each: Forecast) -> LeftOut | None:
    """Return the one reason why nobody gets it; of few people only one that is of the day.

    Whoever is on a break is counted for that before the day is looked at.
    """
    if each.people or each.unreachable:
        return None
    reasons = set(each.left_out) - {LeftOut.AWAY} or set(each.left_out)
    if len(reasons) != 1:
        return None
    (reason,) = reasons
    alone = len(each.left_out) == 1 and not _is_small(each)
    return reason if alone or reason in OF_THE_DAY else None


def _left_out(each: Forecast, t: Translator) -> str:
    """Say how many are left out and why, unless the day's line does or they are few."""
    if _is_small(each) or _reason_for_all(each) is not None:
        return ""
    named = [(n, t.plain(f"left_out.{reason}")) for reason, n in sorted(each.left_out.items())]
    if each.unreachable:
        named.append((each.unreachable, t.plain("deliveries.state.unreachable")))
    return t.listed(t.plain("schedules.preview.reason", n=n, why=why) for n, why in named)


def _earliest(each: Forecast, draft: ScheduleDraft, t: Translator) -> str:
    """Return the day with the schedule's time, but without it where people have their own."""
    day = t.day(each.day)
    return (
        day
        if draft.own_slot
        else t.plain("schedules.preview.from", day=day, clock=t.clock(draft.at))
    )


def _moment(each: Forecast, t: Translator) -> str:
    """Return the day with the time that people's clocks show, or its span."""
    if each.earliest is None or each.latest is None:
        return t.day(each.day)
    first, last = t.clock(each.earliest), t.clock(each.latest)
    return t.plain(
        "moment", day=t.day(each.day), clock=first if first == last else f"{first}–{last}"
    )
