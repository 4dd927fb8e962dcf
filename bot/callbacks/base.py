"""What a button carries: typed fields under a short prefix, packed into Telegram's 64 bytes.

Telegram lets anybody send any data, so parsing refuses whatever does not fit, and the use cases
check the right to press on every press.
"""

import re
import types
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any, ClassVar, Self, get_args, get_origin, get_type_hints

MAX_BYTES = 64
SEPARATOR = ":"
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")  # fits every database's integer


class BadCallbackError(ValueError):
    """The data of a pressed button is not of the form that this bot makes."""


@dataclass(frozen=True, slots=True)
class CallbackData:
    """Base of all button data; a subclass names its prefix."""

    prefix: ClassVar[str]

    def pack(self) -> str:
        """Return the data as Telegram carries it, such as `sday:tue`."""
        values = (getattr(self, field.name) for field in fields(self))
        packed = SEPARATOR.join([self.prefix, *("" if v is None else str(v) for v in values)])
        if len(packed.encode()) > MAX_BYTES:
            raise BadCallbackError(self.prefix)
        return packed

    @classmethod
    def parse(cls, data: str) -> Self:
        """Return the data that `pack` made; raises BadCallbackError for anything else."""
        prefix, *values = data.split(SEPARATOR)
        kinds = _field_types(cls)  # type: ignore[arg-type]  # classes are hashable
        if prefix != cls.prefix or len(values) != len(kinds):
            raise BadCallbackError(cls.prefix)
        try:
            return cls(*(_read(kind, value) for kind, value in zip(kinds, values, strict=True)))
        except ValueError:
            raise BadCallbackError(cls.prefix) from None


@cache
def _field_types(cls: type[CallbackData]) -> tuple[Any, ...]:
    hints = get_type_hints(cls)
    return tuple(hints[field.name] for field in fields(cls))


def _read(kind: Any, value: str) -> object:  # noqa: ANN401 - a type annotation as a value
    if get_origin(kind) is types.UnionType:
        kind = get_args(kind)[0]
        if value == "":
            return None
    if kind is int and not WHOLE_NUMBER.fullmatch(value):
        raise BadCallbackError(value)
    if kind is date:
        return date.fromisoformat(value)
    return kind(value)
