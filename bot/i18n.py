"""Words in the person's language: gettext catalogues for sentences, Babel for dates."""

import gettext
import html
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from coaching.content import FALLBACK, KNOWN, LANGUAGES
from coaching.rules.calendar import Weekday

HERE = Path(__file__).parent / "locales"


class Html(str):
    """Text that is HTML already and must not be escaped again."""

    __slots__ = ()


class MissingTextError(LookupError):
    """A sentence is not in the catalogue of a language."""


@cache
def catalogue(language: str) -> gettext.GNUTranslations:
    """Return the language's sentences, compiled from its .po file."""
    path = HERE / language / "LC_MESSAGES" / "cxcoach.po"
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@dataclass(frozen=True, slots=True)
class Translator:
    """Speaks one language: `t("key", name=…)` gives HTML with the values escaped."""

    language: str

    def __call__(self, key: str, **values: object) -> Html:
        """Return the sentence for a message, values escaped unless they are Html themselves."""
        return Html(self._text(key).format(**{k: _escaped(v) for k, v in values.items()}))

    def plain(self, key: str, **values: object) -> str:
        """Return the sentence for a button, a notice or a picture, without markup."""
        return self._text(key).format(**values)

    def counted(self, key: str, n: int) -> str:
        """Return the words in the form that the number needs."""
        text = catalogue(self.language).ngettext(key, key, n)
        if text == key:
            raise MissingTextError(f"{self.language}: {key}")
        return text.format(n=n)

    def day(self, day: date) -> str:
        """Return a date with its weekday, such as "Wednesday 4 March"."""
        return _day(self.language, day)

    def on(self, day: date) -> str:
        """Return a day on which something happens; Finnish says it in another case."""
        return format_date(day, KNOWN[self.language].on_day, locale=_locale(self.language))

    def full_date(self, day: date) -> str:
        """Return a date with its year, such as "4 March 2026"."""
        return format_date(day, KNOWN[self.language].date, locale=_locale(self.language))

    def short_day(self, day: date) -> str:
        """Return a date with its weekday as briefly as on a rota, such as "Wed 4 Mar"."""
        return format_date(day, KNOWN[self.language].brief_day, locale=_locale(self.language))

    def clock(self, at: time | datetime) -> str:
        """Return a time of day as it is written in the language."""
        wall = at.time() if isinstance(at, datetime) else at
        return _clock(self.language, wall)

    def moment(self, at: datetime) -> str:
        """Return a local date and time; the caller has brought it into the person's zone."""
        return self.plain("moment", day=self.day(at.date()), clock=self.clock(at))

    def weekday(self, day: Weekday) -> str:
        """Return the short name of a weekday."""
        names = get_day_names("abbreviated", "stand-alone", locale=_locale(self.language))
        return str(names[list(Weekday).index(day)])

    def country(self, code: str) -> str:
        """Return the name of a country, the code itself for one without a name."""
        return str(_locale(self.language).territories.get(code, code))

    def listed(self, words: Iterable[str]) -> str:
        """Join words as a sentence does: "a, b and c"."""
        return format_list(list(words), locale=_locale(self.language))

    def decimal(self, value: float) -> str:
        """Return a number with one decimal as it is written in the language."""
        return format_decimal(value, "0.0", locale=_locale(self.language))

    def _text(self, key: str) -> str:
        text = catalogue(self.language).gettext(key)
        if text == key:
            raise MissingTextError(f"{self.language}: {key}")
        return text


SAID_LATELY = 1024  # days and times; most screens name one, and mostly the same


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(KNOWN[language].locale)


@lru_cache(SAID_LATELY)
def _day(language: str, day: date) -> str:
    return format_date(day, KNOWN[language].day, locale=_locale(language))


@lru_cache(SAID_LATELY)
def _clock(language: str, wall: time) -> str:
    return format_time(wall, KNOWN[language].clock, locale=_locale(language))


def lines(parts: Iterable[str]) -> Html:
    """Join lines that are HTML already."""
    return Html("\n".join(parts))


def _escaped(value: object) -> str:
    return value if isinstance(value, Html) else html.escape(str(value), quote=False)


def nearest_language(code: str | None) -> str:
    """Return the language of ours that a Telegram language code asks for, or the fallback."""
    asked = (code or FALLBACK).split("-")[0].lower()
    return asked if asked in LANGUAGES else FALLBACK
