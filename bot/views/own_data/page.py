"""One's own data as files: JSON for programs, a page to read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from html import escape

from bot.i18n import Translator
from bot.views.checkin.week import title
from coaching.own_data.record import OwnData
from coaching.rules.instrument import Dimension
from coaching.rules.retention import KEPT

STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em}"
    "dl{display:grid;grid-template-columns:minmax(9em,14em) 1fr;gap:.1em 1em;margin:0 0 1em;"
    "padding:.6em .8em;border:1px solid #8886;border-radius:.5em}"
    "dt{opacity:.75}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}"
    "h2{margin:1.6em 0 .4em}"
)


def as_json(own: OwnData) -> bytes:
    """Return everything as JSON, with the days on which HR looked at who is where."""
    everything = {**own.rows, "looked_at_by_hr": list(own.looks)}
    return json.dumps(everything, ensure_ascii=False, indent=2, default=_plain).encode()


def as_page(own: OwnData, whom: str, t: Translator) -> bytes:
    """Return everything as a page that any browser shows; `whom` says who answers questions."""
    parts = [
        f"<!doctype html><html lang={t.language}><meta charset=utf-8>",
        "<meta name=viewport content='width=device-width'>",
        f"<title>{escape(t.plain('command.mydata'))}</title><style>{STYLE}</style>",
        f"<h1>{escape(t.plain('command.mydata').capitalize())}</h1>",
        *(line for table, rows in own.rows.items() for line in _table(table, rows, t)),
        f"<h2>{escape(t.plain('own_data.looked'))}</h2>",
        f"<p>{escape(', '.join(t.full_date(day) for day in own.looks) or '–')}</p>",
        f"<p>{escape(t.plain('own_data.looked_else'))}</p>",
        f"<p>{escape(whom)}</p>",
    ]
    return "\n".join(parts).encode()


def _table(table: str, rows: Sequence[Mapping[str, object]], t: Translator) -> Iterator[str]:
    name = t.plain(f"own_data.table.{table}")
    yield f"<h2>{escape(name[:1].upper() + name[1:])}</h2>"
    days = KEPT[table].days
    if days is not None:
        yield f"<p>{escape(t.counted('own_data.kept_days', days.days))}</p>"
    for row in rows:
        cells = (
            f"<dt>{escape(t.plain(f'own_data.column.{key}'))}<dd>{escape(_said(key, value, t))}"
            for key, value in row.items()
        )
        yield f"<dl>{''.join(cells)}</dl>"


def _said(name: str, value: object, t: Translator) -> str:
    """Say a value in words where there are any."""
    match value:
        case bool():
            return t.plain("own_data.yes" if value else "own_data.no")
        case datetime():
            return f"{t.full_date(value.date())} {t.clock(value)} UTC"
        case date():
            return t.full_date(value)
        case time():
            return t.clock(value)
        case _:
            return _word(name, str(value), t)


def _word(name: str, value: str, t: Translator) -> str:
    match name:
        case "dimension" | "focus":
            return title(Dimension(value), t)
        case "role":
            return t.plain(f"role.{value}")
        case "state":
            return t.plain(f"deliveries.state.{value}")
        case "declined_for":
            return t.plain(f"stories.because.{value}")
        case _:
            return value


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value)
