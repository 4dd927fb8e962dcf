"""The chat page in a real browser."""

import contextlib
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.charts.drawing import footer, picture_of, png
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import Server, serve
from tests.browser import ARTEFACTS, DESKTOP, PHONE, chromium, faultless

from .conftest import START, TOKEN
from .small_stage import ANA, LEA, SmallStage, call, running_coach, say

# One browser for all: starting one takes longer than most of the tests.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def telegram() -> AsyncIterator[LocalTelegram]:
    telegram = LocalTelegram(WindableClock(START), TOKEN)
    task = await running_coach(telegram)
    yield telegram
    task.cancel()
    with contextlib.suppress(BaseException):
        await task


@pytest_asyncio.fixture(loop_scope="module")
async def server(telegram: LocalTelegram) -> AsyncIterator[Server]:
    clock = telegram.clock
    assert isinstance(clock, WindableClock)
    async with serve(telegram, SmallStage(telegram, clock)) as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, server: Server) -> AsyncIterator[Page]:
    async with faultless(browser, server.page_url) as page:
        yield page


async def sit_down(page: Page, name: str) -> None:
    await page.get_by_role("button", name=name).click()
    await page.get_by_role("button", name="Start", exact=True).click()


async def test_a_visitor_chats_presses_a_button_and_winds_the_clock(page: Page) -> None:
    log = page.get_by_role("log")
    await sit_down(page, "Ana Virtanen")
    await expect(log).to_contain_text("Hello Ana! Nice to meet you.")
    await expect(log.locator("strong")).to_have_text("Ana")

    await page.get_by_label("Message", exact=True).fill("I had a long queue today")
    await page.keyboard.press("Enter")
    await expect(log).to_contain_text("Tell me more, or see /help.")

    await page.get_by_role("button", name="Wind the clock to Mon 12 Jan, 10:00").click()
    await expect(log).to_contain_text("How clearly did you explain the next step")
    await expect(page.locator("#time")).to_have_text("10:00")

    await log.get_by_role("button", name="4").click()
    await expect(log.get_by_text("You answered 4. Thank you!")).to_be_visible()
    await expect(log.get_by_text("How clearly")).to_have_count(0)
    await expect(log.get_by_text("edited")).to_be_visible()
    await expect(page.get_by_role("status")).to_have_text("Saved")


async def test_an_alert_stays_until_it_is_closed(page: Page) -> None:
    await sit_down(page, "Ana Virtanen")
    await page.get_by_role("button", name="Wind the clock").click()
    await page.get_by_role("button", name="Why this?").click()
    alert = page.get_by_role("dialog")
    await expect(alert).to_contain_text("one of six sides")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_be_hidden()


async def test_unread_messages_are_counted(page: Page, telegram: LocalTelegram) -> None:
    await sit_down(page, "Lea Korhonen")
    await expect(page.get_by_role("log")).to_contain_text("Hello Lea!")
    await page.get_by_role("button", name="Ana Virtanen").click()
    await say(telegram, LEA, "Two")
    await say(telegram, LEA, "Three")
    seat = page.get_by_role("button", name="Lea Korhonen")
    await expect(seat.get_by_label("2 unread")).to_be_visible()
    await seat.click()
    await expect(seat.get_by_label("2 unread")).to_have_count(0)


async def test_people_are_found_by_name_team_and_role(page: Page) -> None:
    names = page.locator(".seat .name")
    await expect(names).to_have_count(4)
    for words, found in (("öhm", ["Ben Öhman"]), ("team lead", ["Lea Korhonen"])):
        await page.get_by_role("searchbox").fill(words)
        await expect(names).to_have_text(found)
    await page.get_by_role("searchbox").fill("nobody of this name")
    await expect(page.get_by_text("Nobody by that name.")).to_be_visible()


async def test_the_commands_menu_works_with_the_keyboard(page: Page) -> None:
    await sit_down(page, "Ana Virtanen")
    field = page.get_by_label("Message", exact=True)
    await field.fill("/p")
    await expect(page.locator("#menu li")).to_have_count(3)
    await field.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.locator(".own .text").last).to_have_text("/points")


async def test_a_file_is_attached_and_reaches_the_bot(page: Page, telegram: LocalTelegram) -> None:
    await sit_down(page, "Ana Virtanen")
    await page.locator("#file").set_input_files(
        {"name": "prompts.xlsx", "mimeType": "application/zip", "buffer": b"PK\x03\x04 what it is"}
    )
    await expect(page.get_by_role("log").get_by_text("prompts.xlsx")).to_be_visible()
    media = next(m.media for m in reversed(telegram.chat(ANA)) if not m.from_bot and m.media)
    assert (media.kind, media.file.content) == ("document", b"PK\x03\x04 what it is")


async def test_an_invite_link_opens_a_new_seat(page: Page, telegram: LocalTelegram) -> None:
    await sit_down(page, "Hanna Niemi")
    await page.get_by_label("Message", exact=True).fill("/invite")
    await page.keyboard.press("Enter")
    await page.get_by_role("link", name="https://t.me/").click()
    await expect(page.get_by_text("You are Noor Saleh")).to_be_visible()
    await expect(page.locator(".own .text")).to_have_text("/start welcome-42")


async def test_what_people_write_stays_text(page: Page) -> None:
    await sit_down(page, "Ana Virtanen")
    attack = "<img src=x onerror=\"document.title='taken'\"><b>bold?</b>"
    await page.get_by_label("Message", exact=True).fill(attack)
    await page.keyboard.press("Enter")
    await expect(page.locator(".own .text").last).to_have_text(attack)
    await expect(page).to_have_title("cxcoach")


async def test_the_page_speaks_finnish_and_swedish(page: Page) -> None:
    language = page.get_by_label("Language of this page")
    await language.select_option("fi")
    await expect(
        page.get_by_role("button", name="Siirrä kelloa: ma 12.1. klo 10.00")
    ).to_be_visible()
    await page.get_by_label("Sivun kieli").select_option("sv")
    await expect(page.get_by_role("button", name="Ny kollega")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("button", name="Ny kollega")).to_be_visible()


async def test_without_a_stage_the_page_says_so(browser: Browser, telegram: LocalTelegram) -> None:
    async with serve(telegram) as server:
        context = await browser.new_context(locale="en-GB")
        page = await context.new_page()
        await page.goto(server.page_url)
        await expect(page.get_by_text("There is nobody to play")).to_be_visible()
        await context.close()


async def test_pictures_enlarge_and_are_described(page: Page, telegram: LocalTelegram) -> None:
    await a_lively_chat(page, telegram)
    picture = page.get_by_role("button", name="Enlarge: Your team's points")
    await expect(picture.get_by_role("img")).to_have_attribute("alt", CAPTION)
    await picture.click()
    await expect(page.get_by_role("dialog").get_by_role("img")).to_have_attribute("alt", CAPTION)
    await page.keyboard.press("Escape")
    await expect(picture).to_be_focused()


@pytest.mark.parametrize(
    ("name", "size", "scheme"),
    [
        ("desktop-light", DESKTOP, "light"),
        ("desktop-dark", DESKTOP, "dark"),
        ("phone-light", PHONE, "light"),
        ("phone-dark", PHONE, "dark"),
    ],
)
async def test_nothing_overflows(
    page: Page, telegram: LocalTelegram, name: str, size: ViewportSize, scheme: str
) -> None:
    await page.set_viewport_size(size)
    await page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    ARTEFACTS.mkdir(exist_ok=True)
    await page.screenshot(path=ARTEFACTS / f"page-{name}-people.png")
    await a_lively_chat(page, telegram)
    await page.screenshot(path=ARTEFACTS / f"page-{name}.png")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("button", name="Commands").click()
    await expect(page.locator("#menu button").first).to_be_focused()
    await page.screenshot(path=ARTEFACTS / f"page-{name}-menu.png")


CAPTION = "Your team's points: 42 this quarter"


async def a_lively_chat(page: Page, telegram: LocalTelegram) -> None:
    """Sit down as Ana and go through a day with everything in it."""
    await sit_down(page, "Ana Virtanen")
    await expect(page.get_by_role("log")).to_contain_text("Nice to meet you.")
    await say(
        telegram,
        ANA,
        "<b>Today's exercise</b>\nBefore you answer, say back what you heard.\n"
        "<blockquote>“So you need the form by Friday. Did I get that right?”</blockquote>",
        [["I tried it", "Not today"], ["Another one"]],
    )
    telegram.say(ANA, "I tried it with a father who was in a hurry. It helped us both.")
    await expect(page.get_by_role("log")).to_contain_text("Tell me more")
    picture = png(picture_of("Customer advice", "Quarter 1", [footer(CAPTION)]))
    await call(telegram, "sendPhoto", chat_id=ANA, photo=picture, caption=CAPTION)
    clock = telegram.clock
    assert isinstance(clock, WindableClock)
    clock.wind_to(START.replace(day=16, hour=12))
    await say(
        telegram,
        ANA,
        "<b>Your week in two questions</b> (1 of 2)\nHow clearly did you explain the next step?\n"
        "<i>1 = hardly ever · 5 = every time</i>",
        [["1", "2", "3", "4", "5"], ["No encounters", "Skip"], ["Why this?"]],
    )
    await expect(page.get_by_role("button", name="No encounters")).to_be_visible()
    await page.wait_for_function("document.querySelector('.photo img')?.complete")
    log = page.get_by_role("log")
    await log.evaluate("node => { node.scrollTop = node.scrollHeight; }")
