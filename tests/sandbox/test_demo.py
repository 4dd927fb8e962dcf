"""The demo: 48 people live through their programme, and a visitor sits down among them."""

import asyncio
import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from bot.sandbox.town.timelapse import BEGIN, play
from tests.browser import ARTEFACTS, chromium, faultless

CXCOACH = Path(sys.executable).parent / "cxcoach"


def without_duration(report: Path) -> dict[str, Any]:
    outcome: dict[str, Any] = json.loads(report.read_text())
    assert outcome.pop("duration_s") > 0
    return outcome


async def lived_through(report: Path, *options: str, weeks: int = 2) -> dict[str, Any]:
    """Run the headless demo and return its report without the duration."""
    process = await asyncio.create_subprocess_exec(
        CXCOACH,
        *("demo", "--headless", "--weeks", str(weeks), "--report", str(report), *options),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    out, _ = await process.communicate()
    assert process.returncode == 0, out.decode()
    assert "Deliveries accounted for" in out.decode()
    return without_duration(report)


async def test_all_deliveries_are_accounted_for_and_a_seed_repeats_itself(tmp_path: Path) -> None:
    weeks = 7  # two took a break and came back, one blocked the bot and came back
    first, again = await asyncio.gather(
        lived_through(tmp_path / "first.json", "--seed", "7", weeks=weeks),
        lived_through(tmp_path / "again.json", "--seed", "7", weeks=weeks),
    )

    assert first == again
    assert (first["people"], first["teams"], first["weeks"]) == (48, 6, weeks)
    assert sum(first["deliveries"].values()) == first["deliveries_expected"]
    assert first["deliveries"]["sent"] > 48 * 3 * weeks
    assert first["deliveries"]["unreachable"] > 0
    assert first["messages_sent"] > first["deliveries"]["sent"]
    assert first["answers"] > 100
    assert len(first["points"]) == 6
    assert all(0 < p <= 100 * weeks and p % 10 == 0 for p in first["points"].values())


@pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)
async def test_the_same_happens_on_postgresql(tmp_path: Path, empty_url: str) -> None:
    on_sqlite, on_postgresql = await asyncio.gather(
        lived_through(tmp_path / "sqlite.json"),
        lived_through(tmp_path / "postgresql.json", "--database", empty_url),
    )

    assert on_postgresql == on_sqlite


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
async def test_a_visitor_checks_in_winds_the_clock_and_sees_the_leads_picture(
    empty_url: str,
) -> None:
    async with play(empty_url, seed=1) as (director, server), chromium() as browser:
        await director.everybody_joins(lambda _: None)
        await director.live_until(BEGIN + timedelta(days=8))

        async with faultless(browser, server.page_url) as page:
            log = page.get_by_role("log")
            message = page.get_by_label("Message", exact=True)

            # Kaisa is a member of staff: a check-in takes two taps.
            await page.get_by_role("button", name="Kaisa").click()
            await message.fill("/language")
            await page.keyboard.press("Enter")
            await log.get_by_role("button", name="English").last.click()
            await message.fill("/checkin")
            await page.keyboard.press("Enter")
            await expect(log).to_contain_text("Check-in 1/2")
            await log.get_by_role("button", name="4", exact=True).last.click()
            await expect(log).to_contain_text("Check-in 2/2")
            await log.get_by_role("button", name="3", exact=True).last.click()
            await expect(log).to_contain_text("Thank you! That was this week's check-in.")
            await page.screenshot(path=ARTEFACTS / "demo-checkin.png")

            # The next thing on the timetable is Tuesday's prompt.
            before = await log.get_by_role("button", name="Not for me").count()
            await page.get_by_role("button", name="Wind the clock to Tue 15 Sept, 09:30").click()
            await expect(page.locator("#time")).to_have_text("09:30")
            await expect(log.get_by_role("button", name="Not for me")).to_have_count(before + 1)

            # Oona leads the phone service.
            await page.get_by_role("button", name="Oona").click()
            await message.fill("/team")
            await page.keyboard.press("Enter")
            picture = log.get_by_role("img").last
            await expect(picture).to_be_visible()
            await page.screenshot(path=ARTEFACTS / "demo-team.png")
            words = director.telegram.last_message(1009)
            assert words is not None
            assert words.media is not None
            meeting = ("team meeting", "tiimikokoukseen", "teammöte")
            assert any(word in words.caption for word in meeting)
