"""Whole weeks of the programme in each language: every word in it, and nothing off schedule."""

import re
from functools import cache

import pytest

from bot.i18n import HERE, Translator
from bot.sandbox.bot_api.chats import ChatMessage
from coaching.content import LANGUAGES, load_instrument, load_prompts, spoken
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.schedules import working_times
from tests.bot.dialogue import Office, Someone, buttons

A_KEY = re.compile(
    r"\b(?:command|language|start|notice|welcome|help|checkin|why|reminder|format|prompt|outcome"
    r"|points|level|component|picture|pause|text|error|guard|kind|schedules|people|role|learning"
    r"|summary|silence|slot|shifts)"
    r"\.[a-z_]+\b"
)
USUAL = {
    ("tue", "09:30"),
    ("thu", "09:30"),
    ("wed", "13:00"),
    ("fri", "10:00"),
    ("mon", "09:00"),
}


@cache
def fragments(language: str) -> frozenset[str]:
    """Return the pieces of text that only this language's catalogue and content have."""
    own = _fragments(language)
    return own - frozenset().union(*(_fragments(o) for o in LANGUAGES if o != language))


@cache
def _fragments(language: str) -> frozenset[str]:
    path = HERE / language / "LC_MESSAGES" / "cxcoach.po"
    said = " ".join(re.findall(r'^(?:msgstr.*?)?"(.*)"$', path.read_text("utf-8"), re.MULTILINE))
    pieces = re.split(r"\{\w+\}|<[^>]+>|\\n|/\w+|  ", said)
    for item in load_instrument().items:
        texts = item.texts[language]
        pieces += [spoken(said, language, "customer") for said in (texts.why, *texts.anchors)]
    for prompt in load_prompts():
        read = prompt.texts[language].read
        pieces += [spoken(said, language, "customer") for said in read]
    return frozenset(piece.strip() for piece in pieces if len(piece.strip()) > 12)


def in_the_language(office: Office, person: Someone, language: str, at_least: int = 16) -> None:
    """See that all the person read is in the language and nothing of the machinery shows."""
    menu = office.telegram.commands_for(person.user_id)
    texts = person.read | {command.description for command in menu}
    texts -= {text for text in texts if "Välj språk" in text and "Valitse kieli" in text}
    foreign = frozenset().union(*(fragments(other) for other in LANGUAGES if other != language))
    for text in texts:
        assert not A_KEY.search(text), text
        assert "{" not in text, text
        assert not [piece for piece in foreign if piece in text], text
    spoken = sum(any(piece in text for piece in fragments(language)) for text in texts)
    assert spoken >= at_least


async def answers_what_came(office: Office, person: Someone, seen: int) -> int:
    """Answer every message that came by itself; return how many messages are seen now."""
    for message in person.messages[seen:]:
        labels = [button.text for button in buttons(message)]
        if "4" in labels:
            await person.presses("4", on=message)
            await person.presses("2", on=newest(office, person, message))
        elif labels:
            for wanted in (-1, 0, 0):  # why this, back, and the first answer
                now = newest(office, person, message)
                await person.presses(buttons(now)[wanted].text, on=now)
    return len(person.messages)


def newest(office: Office, person: Someone, message: ChatMessage) -> ChatMessage:
    """Return the message as it looks now."""
    found = office.telegram.message(person.user_id, message.message_id)
    assert found is not None
    return found


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_week_speaks_one_language(
    office: Office, desk: int, language: str, role: Role
) -> None:
    other = next(each for each in LANGUAGES if each != language)
    ana = office.newcomer("Ana", other)
    await ana.says(f"/start {await office.programme.link(role, desk)}")
    await ana.presses(f"lang:{language}")
    ana.read.clear()  # the first screen spoke the language that Telegram is set to
    await ana.presses("read")
    seen = len(ana.messages)
    for day in Weekday:
        await office.live(0, day, "16:59")
        seen = await answers_what_came(office, ana, seen)
    await office.live(1, Weekday.MON, "12:00")
    monday = "points.summary" if role is Role.LEAD else "points.thanks"
    assert re.sub("<[^>]+>", "", Translator(language)(monday)) in ana.screen
    assert (ana.message.photo is not None) == (role is Role.LEAD), "leads see the team's picture"
    for command in office.commands:
        await ana.says(f"/{command}")
    for said in ("4", "9", "hm?", "/team", "/people", "x" * 501, "/dance"):
        await ana.says(said)
    await ana.says("/share")
    await ana.says("+ + + + + +")
    for _ in range(2):  # share it with a name, and see it
        await ana.presses(buttons(ana.message)[0].text)
    for wanted in (-1, 0, 0):  # the end, from the beginning, withdraw
        await ana.presses(buttons(ana.message)[wanted].text)
    in_the_language(office, ana, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_ones_own_time_is_spoken_of_in_one_language(
    office: Office, desk: int, language: str
) -> None:
    ana = await office.member("Ana", desk, language=language)
    for said in ("/slot", "25:00", "3:00", "11:00", "/pause"):
        await ana.says(said)
    for data in ("mine:slot", "slot:", "mine:zone"):
        await ana.forges(data)
    for said in ("Atlantis", "Buenos Aires", "Tokyo"):
        await ana.says(said)
    for data in ("mine:zone", "myzone:", "break:7", "break:", "bdays"):
        await ana.forges(data)
    for said in ("soon", "22.6.-6.7.", "/pause", "/shifts"):
        await ana.says(said)
    await ana.forges("resume:")
    args = (office.programme.database, office.programme.hanna, await office.programme.unit())
    await working_times.change(*args, office.clock.now(), in_shifts=True)
    for said in ("/start", "/help", "/privacy", "/checkin", "/slot", "/shifts"):
        await ana.says(said)
    await ana.presses(buttons(ana.message)[0].text)
    for said in ("7", "7-15"):
        await ana.says(said)
    for _ in range(3):
        await ana.presses(buttons(ana.message)[-1].text)
    in_the_language(office, ana, language, at_least=12)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hr_is_spoken_to_in_one_language(office: Office, desk: int, language: str) -> None:
    heidi = await office.member("Heidi", None, Role.HR, language)
    for command in office.commands:
        await heidi.says(f"/{command}")
        for button in buttons(heidi.message):
            if command != "language":
                await heidi.forges(button.data or "")
    for data in ("snew:prompt", "sedit:days:", "sedit:who:", "sedit:window:", "sedit:time:"):
        await heidi.forges(data)
    editor = heidi.message
    await heidi.says("25:00")
    await heidi.says("6:00")
    for data in ("sedit:every:", "sedit:save:"):
        await heidi.forges(data, on=editor)
    for data in ("inv:1", "mkinv:staff:1", "newteam:", "newunit"):
        await heidi.forges(data)
    await heidi.says("Kirjasto")
    in_the_language(office, heidi, language)


async def test_nothing_is_sent_off_schedule(office: Office, ana: Someone, desk: int) -> None:
    lena = await office.member("Lena", desk, Role.LEAD)
    hanna = await office.hanna()
    before = len(ana.messages), len(hanna.messages)
    await office.live(2)
    zone = office.programme.hanna.zone
    for person in (ana, lena):
        sent = [m.date.astimezone(zone) for m in person.messages[before[0] :]]
        assert {(at.strftime("%a").lower(), at.strftime("%H:%M")) for at in sent} == USUAL
        assert len(sent) == 2 * 4 + 1
    assert len(hanna.messages) == before[1], "HR is not coached"


async def test_nothing_is_asked_in_the_rest_week(office: Office, ana: Someone) -> None:
    await office.live(12, Weekday.MON, "12:00")
    before = len(ana.messages)
    await office.live(13, Weekday.MON, "08:00")
    assert len(ana.messages) == before
