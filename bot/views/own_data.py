"""One's own data on the screen, and as files: JSON for programs, a page to read."""

import json
from html import escape

from bot.callbacks import HistoryPage, OwnDataPage, ShowHistory, ShowOwnData
from bot.i18n import Translator, lines
from bot.screen import Button, Screen
from coaching.own_data import OwnData


def overview(own: OwnData, *, answers: bool, t: Translator) -> Screen:
    """Show how much of each kind is held, and what can be done with it.

    `answers` tells whether the person answers check-ins, and so may have a history.
    """
    kinds = lines(
        t("mydata.kind", kind=t.plain(f"mydata.table.{table}"), n=n)
        for table, n in own.counts.items()
    )
    pages = (("mydata.file", OwnDataPage.FILE), ("mydata.erase", OwnDataPage.ERASE))
    rows = [[Button(t.plain(key), ShowOwnData(page))] for key, page in pages]
    if answers:
        rows.insert(0, [Button(t.plain("history.open"), ShowHistory(HistoryPage.SHOW))])
    return Screen(t("mydata.all", kinds=kinds), rows)


def confirm(t: Translator) -> Screen:
    """Ask once more before everything is erased."""
    rows = [
        [Button(t.plain("mydata.erase_now"), ShowOwnData(OwnDataPage.ERASE_NOW))],
        [Button(t.plain("back"), ShowOwnData(OwnDataPage.ALL))],
    ]
    return Screen(t("mydata.confirm"), rows)


def as_json(own: OwnData) -> bytes:
    """Return everything as JSON."""
    return json.dumps(own.rows, ensure_ascii=False, indent=2, default=str).encode()


def as_page(own: OwnData, t: Translator) -> bytes:
    """Return everything as a page that any browser shows."""
    title = escape(t.plain("command.mydata"))
    parts = [
        f"<!doctype html><html lang={t.language}><meta charset=utf-8>",
        "<meta name=viewport content='width=device-width'>",
        f"<title>{title}</title><style>body{{font:16px/1.5 sans-serif;max-width:50em;margin:2em}}"
        "dt{float:left;clear:left;width:12em;color:#555}dd{margin-left:13em}</style>",
        f"<h1>{title}</h1>",
    ]
    for table, rows in own.rows.items():
        parts.append(f"<h2>{escape(t.plain(f'mydata.table.{table}'))}</h2>")
        for row in rows:
            cells = (f"<dt>{escape(name)}<dd>{escape(str(value))}" for name, value in row.items())
            parts.append(f"<dl>{''.join(cells)}</dl>")
    return "\n".join(parts).encode()
