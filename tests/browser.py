"""A real browser for the tests of the chat page."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from tests.lacking import lacking

ARTEFACTS = Path(__file__).parents[1] / "test-artefacts"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = ViewportSize(width=1280, height=820)
PHONE = ViewportSize(width=390, height=844)

expect.set_options(timeout=30_000)  # for a busy computer; an idle one takes under a second


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start Chromium; without one the test is skipped, or fails where nothing may be skipped."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        lacking("no Chromium on this machine")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=QUIETLY)
        yield browser
        await browser.close()


@asynccontextmanager
async def faultless(
    browser: Browser, url: str, *, viewport: ViewportSize = DESKTOP
) -> AsyncIterator[Page]:
    """Open a page that must not complain in its console."""
    context = await browser.new_context(viewport=viewport, locale="en-GB")
    page = await context.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.on("console", lambda line: mistakes.append(line.text) if line.type == "error" else None)
    await page.goto(url)
    yield page
    await context.close()
    assert mistakes == []
