"""The check-in on a phone of 360 pixels, in a real browser."""

import pytest

from coaching.content import LANGUAGES
from tests.simulations.checkin_on_a_phone import SMALL_PHONE, measured, small_phone


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_is_no_longer_than_a_small_phone(language: str) -> None:
    """The first one may be a little longer: it says what holds for both."""
    async with small_phone() as (page, telegram):
        items = await measured(page, telegram, language)
    for item in items:
        assert max(item.sentences) <= 3, item
        assert sum(item.sentences) <= 11, item
    firsts, seconds = items[::2], items[1::2]
    assert max(item.height for item in firsts) <= 1.1 * SMALL_PHONE["height"]
    assert max(item.height for item in seconds) <= SMALL_PHONE["height"]
