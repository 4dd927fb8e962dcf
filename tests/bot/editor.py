"""HR at the editor of schedules: what the dialogues about it have in common."""

import re

from bot.i18n import Translator
from coaching.rules.schedules import Kind
from tests.bot.dialogue import Office, Someone

EN = Translator("en")
USUAL = {
    Kind.PROMPT: "Prompt: Tue Thu 09:30",
    Kind.CHECKIN: "Check-in: Wed 13:00",
    Kind.REMINDER: "Reminder of the check-in: Mon–Fri 10:00",
    Kind.FOLLOW_UP: "Follow-up of prompts: Mon–Fri 14:00",
    Kind.POINTS_POST: "Points post: Mon 09:00",
    Kind.LEAD_SUMMARY: "Summary for leads: Mon 09:00",
}


def previewed(person: Someone) -> list[str]:
    """Return the next sendings on the screen, as they are written."""
    found = re.findall(
        r"^• (\w+day \d+ \w+) (?:at|from) (\d\d:\d\d): ", person.screen, re.MULTILINE
    )
    return [f"{day} at {clock}" for day, clock in found]


async def drafts(hanna: Someone, kind: Kind) -> None:
    """Open the editor on one of the usual schedules."""
    await hanna.says("/schedules")
    await hanna.presses(USUAL[kind])
    await hanna.presses("Change")
    assert "Draft: nothing changes before you save." in hanna.screen


async def goes_out(office: Office, person: Someone, week: int) -> list[str]:
    """Live on and return when the person got messages, as HR's preview would write it."""
    before = len(person.messages)
    await office.live(week)
    zone = office.programme.hanna.zone
    return [EN.moment(message.date.astimezone(zone)) for message in person.messages[before:]]


async def begins(hanna: Someone, kind: Kind) -> None:
    """Open the editor on a new schedule."""
    await hanna.says("/schedules")
    await hanna.presses("New schedule")
    await hanna.presses(EN.plain(f"schedules.kind.{kind}"))


async def begins_weekly(hanna: Someone, kind: Kind) -> None:
    """Open the editor on a new schedule that comes every week."""
    await begins(hanna, kind)
    await hanna.presses("How often")
    await hanna.presses("every week")
