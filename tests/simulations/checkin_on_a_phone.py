"""What a check-in asks of a person on a small phone: words to read, lines, height, presses.

Both items of every pair are drawn in the sandbox's chat, 360 pixels wide, as they are sent; beside
that as they would be with the sentences folded into a quote, which shows three lines until it is
pressed. Nobody is timed. Run: `python -m tests.simulations.checkin_on_a_phone`
"""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import mean
from zoneinfo import ZoneInfo

from playwright.async_api import Page, ViewportSize

from bot.i18n import Translator
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import serve
from bot.screen import Screen
from bot.views.checkin import week as views
from coaching.checkin.week import AskedItem, CheckIn
from coaching.content import KNOWN, LANGUAGES
from coaching.rules.instrument import PAIRS, Dimension
from tests.browser import chromium, faultless
from tests.sandbox.small_stage import ANA, SmallStage, running_coach, say

ZONE = ZoneInfo("Europe/Helsinki")
BEGINS, CLOSES = (datetime(2026, 1, day, 6, 30, tzinfo=UTC) for day in (12, 18))
SMALL_PHONE = ViewportSize(width=360, height=640)
LINES_FOLDED = 3  # of a quote that was not pressed yet
_MARKUP = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"^<b>[1-5]</b>", re.MULTILINE)
_LINES = """(node, lines) => {
    const probe = node.querySelector(".text").appendChild(document.createElement("div"));
    const high = parseFloat(getComputedStyle(probe).lineHeight);
    const counted = lines.map(line => {
        probe.innerHTML = line;
        return Math.max(1, Math.round(probe.getBoundingClientRect().height / high));
    });
    probe.remove();
    return counted;
}"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One item on a phone: words and lines of its text, lines of each sentence, pixels in all."""

    dimension: Dimension
    words: int
    lines: int
    sentences: Sequence[int]
    height: int

    @property
    def folded(self) -> int:
        """Return the lines that would be seen with the sentences in a quote, not pressed yet."""
        return self.lines - sum(self.sentences) + LINES_FOLDED


def screens(language: str) -> list[tuple[Dimension, Screen]]:
    """Return each item as somebody meets it: one is the first of its week, one the second."""
    t = Translator(language)
    return [
        (
            asked,
            views.item(CheckIn(0, "", CLOSES, tuple(map(AskedItem, pair)), asked), asked, ZONE, t),
        )
        for pair in PAIRS
        for asked in pair
    ]


@asynccontextmanager
async def small_phone() -> AsyncIterator[tuple[Page, LocalTelegram]]:
    """Open Ana's empty chat in a browser as narrow as a small phone."""
    clock = WindableClock(BEGINS)
    telegram = LocalTelegram(clock, "4242:sandbox-TOKEN")
    coach = await running_coach(telegram)
    try:
        async with (
            serve(telegram, SmallStage(telegram, clock)) as server,
            chromium() as browser,
            faultless(browser, server.page_url, viewport=SMALL_PHONE) as page,
        ):
            await page.get_by_role("button", name="Ana Virtanen").click()
            await page.get_by_role("button", name="Start", exact=True).click()
            await page.locator(".message.theirs").wait_for()
            yield page, telegram
    finally:
        coach.cancel()
        await asyncio.gather(coach, return_exceptions=True)


async def measured(page: Page, telegram: LocalTelegram, language: str) -> list[Asked]:
    """Show each item of a language in the chat, and measure it there."""
    return [
        await _measured(page, telegram, dimension, screen)
        for dimension, screen in screens(language)
    ]


async def _measured(
    page: Page, telegram: LocalTelegram, dimension: Dimension, screen: Screen
) -> Asked:
    labels = [[button.label for button in row] for row in screen.rows]
    shown = page.locator(".message.theirs")
    before = await shown.count()
    await say(telegram, ANA, screen.text, labels)
    newest = shown.nth(before)
    await newest.wait_for()
    height = await newest.evaluate("node => node.getBoundingClientRect().height")
    source = screen.text.split("\n")
    lines: list[int] = await newest.evaluate(_LINES, source)
    of_sentences = [n for n, line in zip(lines, source, strict=True) if _SENTENCE.match(line)]
    words = len(_MARKUP.sub("", screen.text).split())
    return Asked(dimension, words, sum(lines), of_sentences, round(height))


async def main() -> None:
    """Print what a week asks on average in each language, and the longest of all sentences."""
    print(
        "a week's two items: words, lines, lines if folded, pixels; lines of the longest sentence"
    )
    async with small_phone() as (page, telegram):
        for language in LANGUAGES:
            items = await measured(page, telegram, language)
            week = [
                round(2 * mean(getattr(item, name) for item in items))
                for name in ("words", "lines", "folded", "height")
            ]
            longest = max(lines for item in items for lines in item.sentences)
            print(f"{KNOWN[language].name:12}", *(f"{n:6}" for n in (*week, longest)))


if __name__ == "__main__":
    asyncio.run(main())
