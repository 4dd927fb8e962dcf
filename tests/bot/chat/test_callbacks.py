"""What buttons carry: it comes back as it went, fits, and nothing else is taken."""

from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.callbacks.base import MAX_BYTES, BadCallbackError, CallbackData
from bot.callbacks.people import ChooseLanguage
from bot.routes import routes

KINDS = list(routes().presses)
LARGEST = 999_999_999


def values_of(kind: type[CallbackData]) -> st.SearchStrategy[Any]:
    """Return all data of a kind; texts are what content and languages allow."""
    texts = st.from_regex(r"[a-z][a-z_]{1,15}", fullmatch=True)
    known = {int: st.integers(0, LARGEST), str: texts, date: st.dates()}
    hints = get_type_hints(kind)
    return st.builds(
        kind,
        *(_values(hints[field.name], known) for field in fields(kind)),
    )


def _values(hint: Any, known: dict[Any, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    kinds = getattr(hint, "__args__", (hint,))
    found = [
        st.none()
        if each is type(None)
        else known[each]
        if each in known
        else st.sampled_from(each)
        for each in kinds
    ]
    return st.one_of(found)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=30)
@given(data=st.data())
def test_it_comes_back_as_it_went_and_fits(kind: type[CallbackData], data: st.DataObject) -> None:
    value = data.draw(values_of(kind))
    packed = value.pack()
    assert kind.parse(packed) == value
    assert len(packed.encode()) <= MAX_BYTES


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=30)
@given(text=st.text(max_size=64))
def test_anything_else_is_refused(kind: type[CallbackData], text: str) -> None:
    written = (text, f"{kind.prefix}:{text}", f"{kind.prefix}{text}")
    for data in (data for data in written if len(data.encode()) <= MAX_BYTES):
        try:
            parsed = kind.parse(data)
        except BadCallbackError:
            continue
        assert kind.parse(parsed.pack()) == parsed


def test_a_text_that_does_not_fit_is_not_packed() -> None:
    with pytest.raises(BadCallbackError):
        ChooseLanguage("x" * MAX_BYTES).pack()


def test_every_kind_has_its_own_prefix() -> None:
    assert len({kind.prefix for kind in KINDS}) == len(KINDS)
