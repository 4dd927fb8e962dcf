"""The time-lapse: an organisation joins through the chat and lives through its programme."""

import heapq
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot.app import Coach, build
from bot.callbacks.base import CallbackData
from bot.callbacks.people import BeginBreak, Resume
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.clock import WindableClock
from bot.sandbox.page.stage import NextEvent, Seat
from bot.sandbox.server import Server, serve
from bot.sandbox.town.cast import (
    COUNTRY,
    ORGANISATION,
    TIMEZONE,
    Character,
    characters,
    hr_user_id,
)
from bot.sandbox.town.joining import Joining
from bot.sandbox.town.staff import Member
from bot.settings import Settings
from bot.trouble import Trouble
from coaching.content import LANGUAGES
from coaching.people.joining import first_invitation
from coaching.programme.setup import SetUp, set_up
from coaching.rules.schedules import Kind
from coaching.schedules.planning import NextDue, agenda
from coaching.schedules.upcoming import next_noticed, next_planned
from storage.database import Database
from storage.migrations import SchemaState, schema_state, upgrade

ZONE = ZoneInfo(TIMEZONE)
BEGIN = datetime(2026, 9, 7, 7, 30, tzinfo=ZONE)  # a Monday; clocks change in its 7th week
TOKEN = "1000000001:sandbox"  # noqa: S105 - known to everybody, good for nothing
REMINDERS_DAY = 4  # Friday, two working days after the check-in on Wednesday
NEWCOMERS_FROM = 5001
LEARNINGS = {
    "fi": "Kerroin jonottajille heti, kauanko kestää. Yllätti, miten moni kiitti. Kokeile vaikka "
    "vain yhtenä aamuna.",
    "sv": "Jag sammanfattade samtalet innan vi lade på. Två missförstånd kom fram genast. Börja "
    "med de svåraste samtalen.",
    "en": "I asked what they had tried already. It saved us both time, and I was the one who "
    "learned something.",
}
STORIES = {
    "fi": "Vanha mies tuli kolmannen kerran saman lomakkeen kanssa ja häpesi. Täytimme sen "
    "yhdessä rivi riviltä. Lähtiessään hän sanoi, että nyt hän nukkuu taas yönsä.",
    "sv": "Hon hade ringt fyra ställen och grät. Jag ringde det femte åt henne medan hon väntade. "
    "Efter tio minuter visste hon vem som skulle komma och när.",
    "en": "He had slept in his car for a week and did not dare to ask. I asked what he needed "
    "first, not what he had done. The same evening he had a bed.",
}
STORY_THAT_WAITS = (
    "A mother came in with a letter that she did not understand. We read it aloud together, line "
    "by line. She sat up straight again and said: now I know what to do tomorrow."
)


class Director:
    """Winds the clock from one thing to the next, and lets people answer in between."""

    coach: Coach

    def __init__(self, clock: WindableClock, seed: int, organisation_id: int) -> None:
        self.telegram = LocalTelegram(clock, TOKEN)
        self.clock = clock
        self.seed = seed
        self.organisation_id = organisation_id
        self.members: dict[int, Member] = {}
        self.expected = 0
        self._asked: set[int] = set()
        self._asked_at = BEGIN
        self._agenda: list[tuple[datetime, int, Callable[[], object]]] = []
        self._order = count()
        self._acting: list[Member] = []
        self._played: set[int] = set()
        self._newcomers: list[Seat] = []

    # The stage of the chat page

    @property
    def zone(self) -> ZoneInfo:
        """Return the organisation's zone."""
        return ZONE

    def seats(self) -> Sequence[Seat]:
        """Return HR, everybody in a team, and who came in since."""
        hr = Seat(hr_user_id(), "Heidi", "hr", "", "en")
        people = (member.character for member in self.members.values())
        return [hr, *map(_seat, people), *self._newcomers]

    def new_seat(self) -> Seat:
        """Let a new colleague come in."""
        number = len(self._newcomers) + 1
        seat = Seat(NEWCOMERS_FROM + number, f"New colleague {number}", "newcomer", "", "en")
        self.telegram.add_user(seat.user_id, seat.name)
        self._newcomers.append(seat)
        return seat

    def played(self, user_id: int) -> None:
        """Leave this person to the visitor from now on."""
        self._played.add(user_id)

    async def next_event(self) -> NextEvent | None:
        """Return what people will notice next of the timetable."""
        due = await next_noticed(self.coach.services.database, self.clock.now())
        return NextEvent(due.at, due.kind) if due else None

    async def wind(self) -> None:
        """Live on until the next thing has happened."""
        event = await self.next_event()
        if event is not None:
            await self.live_until(event.at)

    # The play

    async def settled(self) -> None:
        """Wait until the bot has heard and answered everything."""
        await self.telegram.confirmed()
        await self.coach.settled()

    async def everybody_joins(self, tell: Callable[[int], None]) -> None:
        """Let HR and then the whole organisation join."""
        joining = Joining(self.telegram, self.settled)
        database, now = self.coach.services.database, self.clock.now()
        made = await first_invitation(database, self.organisation_id, now, "sandbox")
        await joining.hr(made.token, "en")
        for who in characters(self.seed):
            await joining.member(who)
            lot = random.Random(f"{who.user_id} {self.seed}")  # noqa: S311 - a play
            self.members[who.user_id] = Member(who, self.telegram, lot)
            self.members[who.user_id].seen = len(self.telegram.chat(who.user_id))
            tell(len(self.members))
        for member in self.members.values():
            if member.character.leads:
                await joining.confirmed(member.character)
                member.seen = len(self.telegram.chat(member.user_id))
        self._plan_lives()

    async def live_until(self, end: datetime) -> None:
        """Let everything happen that happens until an instant, the instant included."""
        database = self.coach.services.database
        while coming := await agenda(database):
            waiting = await next_planned(database, self.clock.now())
            own = [at for at, *_ in self._agenda[:1]]
            following = min([coming[0].at, *own, *([waiting.at] if waiting else [])])
            if following > end:
                break
            for due in coming:
                if due.at == following:
                    self._expect(due)
            self.clock.wind_to(following)
            await self.settled()
            await self._act()
            self._look_around()
        if end > self.clock.now():
            self.clock.wind_to(end)
            await self.settled()

    def _plan_lives(self) -> None:
        """Two take a break, one blocks the bot for two weeks."""
        resting, travelling, cross = list(self.members.values())[3:24:9]

        def say(member: Member, text: str, *, paused: bool) -> None:
            self.telegram.say(member.user_id, text)
            member.paused = paused

        def press(member: Member, button: CallbackData, *, paused: bool) -> None:
            """Begin or end a break with a button on the last thing that came before it."""
            breaks = self.telegram.last_message(member.user_id)
            if breaks is not None:
                self.telegram.press(member.user_id, breaks.message_id, button.pack())
            member.paused = paused

        self._at(15, 9, lambda: press(resting, BeginBreak(), paused=True))
        self._at(28, 9, lambda: press(resting, Resume(), paused=False))
        self._at(24, 10, lambda: press(travelling, BeginBreak(), paused=True))
        self._at(34, 9, lambda: press(travelling, Resume(), paused=False))
        self._at(30, 12, lambda: self.telegram.block(cross.user_id))
        self._at(44, 12, lambda: say(cross, "/start", paused=False))
        staff = [member for member in self.members.values() if not member.character.leads]
        for week, language in enumerate(LEARNINGS, start=1):
            self._plan_sharing(7 * week, language, [*staff[14 * week :], *staff[: 14 * week]])
        self._plan_stories(staff)

    def _plan_stories(self, staff: Sequence[Member]) -> None:
        """HR opens the door to stories, and allows what is told first; one more waits for HR."""
        heidi = hr_user_id()

        def tells(day: int, language: str, text: str, among: Sequence[Member]) -> None:
            author = next(m for m in among if m.character.language == language).user_id
            for hour, said in ((14, "/story"), (15, text)):
                self._at(day, hour, partial(self.telegram.say, author, said))
            self._at(day, 16, partial(self._press_first, author))

        self._at(1, 8, lambda: self.telegram.say(heidi, "/stories"))
        self._at(1, 9, lambda: self._press_first(heidi))
        for day, (language, text) in enumerate(STORIES.items(), start=2):
            tells(day, language, text, staff[10:])
        tells(16, "en", STORY_THAT_WAITS, staff[25:])
        self._at(7, 9, lambda: self.telegram.say(heidi, "/stories"))
        for n in range(3 * len(STORIES)):  # the first that waits, allowed, on the first theme
            self._at(7, 10, partial(self._press_first, heidi), minute=n)

    def _plan_sharing(self, monday: int, language: str, staff: Sequence[Member]) -> None:
        """One shares a learning on a quiet Monday afternoon, and another team tries it."""
        author = next(m for m in staff if m.character.language == language)
        other = next(m for m in staff if m.character.team != author.character.team)

        def say(member: Member, *texts: str) -> None:
            for text in texts:
                self.telegram.say(member.user_id, text)

        self._at(monday, 13, lambda: say(author, "/share", LEARNINGS[language]))
        self._at(monday, 14, lambda: self._press_first(author.user_id))
        self._at(monday, 15, lambda: say(other, "/learnings"))
        self._at(monday, 16, lambda: self._press_first(other.user_id))

    def _press_first(self, user_id: int) -> None:
        """Press the first button of the newest message."""
        message = self.telegram.last_message(user_id)
        if message is not None and message.keyboard:
            data = message.keyboard[0][0].data or ""
            self.telegram.press(user_id, message.message_id, data)

    def _at(self, day: int, hour: int, happens: Callable[[], object], minute: int = 0) -> None:
        local = (BEGIN + timedelta(days=day)).replace(hour=hour, minute=minute)
        self._remember(local, happens)

    def _remember(self, at: datetime, happens: Callable[[], object]) -> None:
        heapq.heappush(self._agenda, (at, next(self._order), happens))

    def _expect(self, due: NextDue) -> None:
        """Count, without asking the bot, who should get a message now."""
        present = {m.user_id for m in self.members.values() if not m.paused}
        leads = {user for user in present if self.members[user].character.leads}
        meant = {
            Kind.PROMPT: present,
            Kind.CHECKIN: present,
            Kind.POINTS_POST: present - leads,
            Kind.LEAD_SUMMARY: leads,
        }
        self.expected += len(meant.get(due.kind, ()))
        if due.kind is Kind.CHECKIN:
            self._asked = {user for user in present if self.telegram.is_started(user)}
            self._asked_at = due.at
        if due.kind is Kind.REMINDER and _brings_something(due):
            week = (due.at.astimezone(ZONE).date() - BEGIN.date()).days // 7
            silent = {
                user
                for user in self._asked
                if week not in self.members[user].responded_weeks and self._was_asked(user)
            }
            self.expected += len(silent & present)

    def _was_asked(self, user_id: int) -> bool:
        """Tell whether anything came since this week's check-in: not to who is left alone."""
        newest = self.telegram.last_message(user_id)
        return newest is not None and newest.date >= self._asked_at

    async def _act(self) -> None:
        """Let everybody whose moment has come do one thing after another."""
        now = self.clock.now()
        while self._agenda and self._agenda[0][0] <= now:
            heapq.heappop(self._agenda)[2]()
        while self._acting:
            await self.settled()
            self._acting = [member for member in self._acting if member.act()]
        await self.settled()

    def _look_around(self) -> None:
        """Let everybody see what came in, and remember when they will answer it."""
        for member in self.members.values():
            noticed = [] if member.user_id in self._played else member.notice()
            for after, message_id in noticed:
                self._remember(self.clock.now() + after, self._begins(member, message_id))

    def _begins(self, member: Member, message_id: int) -> Callable[[], object]:
        def begin() -> None:
            if member.user_id not in self._played and not member.paused:
                member.begin(message_id)
                if member not in self._acting:
                    self._acting.append(member)

        return begin


@asynccontextmanager
async def play(database_url: str, seed: int) -> AsyncIterator[tuple[Director, Server]]:
    """Open a local Telegram with the real bot before it, and let everybody join on the way."""
    clock = WindableClock(BEGIN)
    director = Director(clock, seed, await _found(database_url, clock.now()))
    async with serve(director.telegram, director) as server:
        settings = Settings(
            _env_file=None,
            telegram_token=SecretStr(TOKEN),
            telegram_base_url=server.base_url,
            database_url=database_url,
            messages_per_second=0,  # the clock is wound by hand
        )
        async with build(settings, clock) as director.coach:
            yield director, server


async def _found(database_url: str, now: datetime) -> int:
    """Make the schema and the programme in an empty database; return the organisation's id."""
    database = Database(database_url)
    try:
        if await schema_state(database) is not SchemaState.EMPTY:
            raise Trouble("This database holds something already.", "Name an empty one.")
        await upgrade(database)
        wanted = SetUp(
            name=ORGANISATION,
            timezone=TIMEZONE,
            languages=LANGUAGES,
            points_used=True,
            decided_by="Heidi, head of HR",
            country=COUNTRY,
        )
        return await set_up(database, wanted, now)
    finally:
        await database.close()


def _brings_something(due: NextDue) -> bool:
    """Reminders and follow-ups may come on every working day, but only once it is time for it."""
    if due.kind is Kind.REMINDER:
        return due.at.astimezone(ZONE).weekday() == REMINDERS_DAY
    return due.kind is not Kind.FOLLOW_UP


def _seat(who: Character) -> Seat:
    role: Literal["lead", "staff"] = "lead" if who.leads else "staff"
    return Seat(who.user_id, who.name, role, who.team, who.language)
