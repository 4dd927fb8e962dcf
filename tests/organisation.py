"""A programme for tests, made through the use cases: places, people who join, and a clock."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from itertools import count
from pathlib import Path

from coaching.checkin import week as checking_in
from coaching.checkin.week import Response
from coaching.content import LANGUAGES, load_prompts
from coaching.deliveries import report, sending
from coaching.deliveries.contents import Alert
from coaching.deliveries.sending import Parcel
from coaching.learnings import cards
from coaching.people import directory, identity, joining
from coaching.people.identity import Viewer
from coaching.points.week_close import close_weeks, forget_answers
from coaching.practice import prompts, records, talks
from coaching.practice.prompts import Offer
from coaching.programme import setup as programmes
from coaching.programme.setup import SetUp
from coaching.results.staffing import staffing
from coaching.rules import scripts
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday, instant
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.programme import monday_of
from coaching.schedules import planning
from coaching.stories import allowing, telling
from storage import invites, practice, rosters, stories
from storage import programme as stored
from storage.database import Database, Session
from storage.practice import Practice

FIRST_MORNING = datetime(2026, 1, 12, 6, tzinfo=UTC)  # Monday, 8:00 in Helsinki
NUMBERS = count(1001)


@dataclass
class Programme:
    """A programme with its HR person and the time that it is now."""

    database: Database
    id: int
    hanna: Viewer
    now: datetime
    _units: dict[str, int] = field(default_factory=dict)

    def moment(self, week: int, day: Weekday = Weekday.MON, clock: str = "08:00") -> datetime:
        """Return the instant of a local time in a week of the programme."""
        monday = monday_of(self.hanna.programme_start, week)
        local_day = monday + timedelta(days=list(Weekday).index(day))
        return instant(local_day, time.fromisoformat(clock), self.hanna.zone)

    def is_now(self, week: int, day: Weekday = Weekday.MON, clock: str = "08:00") -> datetime:
        """Wind the clock to a local time."""
        self.now = self.moment(week, day, clock)
        return self.now

    async def closes_weeks(self, database: Database | None = None) -> list[int]:
        """Close what is over; return which weeks that closed."""
        database = database or self.database
        async with database.write() as session:
            organisation = await stored.organisation(session, self.id)
            day = self.hanna.local_day(self.now)
            closed = await close_weeks(session, organisation, day, self.now)
        await forget_answers(database, self.id)
        return closed

    async def unit(self, name: str = "Services") -> int:
        """Return the unit of this name, added by HR if it is new."""
        if name not in self._units:
            made = await directory.add_unit(self.database, self.hanna, name, self.now)
            self._units[name] = made.id
        return self._units[name]

    async def team(self, name: str, unit: str = "Services") -> int:
        """Let HR add a team."""
        made = await directory.add_team(
            self.database, self.hanna, await self.unit(unit), name, self.now
        )
        return made.team_id

    async def names_by_team(self) -> dict[int | None, list[str]]:
        """Return the names that HR sees in each team with anybody in it, HR's under None."""
        found = await staffing(self.database, self.hanna, self.now)
        listed: dict[int | None, list[str]] = {None: list(found.hr)}
        for place in found.places.here:
            args = (self.database, self.hanna, place.team_id, self.now)
            members = (await directory.people_of(*args)).members
            assert len(members) == found.people.get(place.team_id, 0)
            if members:
                listed[place.team_id] = [each.first_name for each in members]
        return listed

    async def link(self, role: Role = Role.STAFF, team: int | None = None) -> str:
        """Let HR make an invite that works; the administration makes those for HR."""
        asked_in = f"test {next(NUMBERS)}"
        if role is Role.HR:
            made = await joining.first_invitation(self.database, self.id, self.now, asked_in)
            return made.token
        made = await joining.invite(self.database, self.hanna, role, team, self.now, asked_in)
        if made.waits:
            async with self.database.write() as session:
                await approved_by_somebody(session, self.id, self.now)
        return made.token

    async def joins(
        self,
        name: str,
        team: int | None,
        role: Role = Role.STAFF,
        account: int | None = None,
        *,
        confirmed: bool = True,
    ) -> Viewer:
        """Let a person come through an invite, as far as being enrolled; somebody confirms it."""
        token = await self.link(role, team)
        viewer = await joins_with(self.database, token, name, self.now, account)
        if confirmed and team is not None:
            async with self.database.write() as session:
                await rosters.confirm_places(session, team, 0)
        return viewer

    async def join(self, team: int, *names: str) -> list[Viewer]:
        """Let several people join a team as staff."""
        return [await self.joins(name, team) for name in names]

    async def again(self, viewer: Viewer) -> Viewer:
        """Return the person as the bot would know them at their next message."""
        known = await identity.identify(self.database, viewer.telegram_id)
        assert known is not None
        return known

    async def checks_in(
        self, *people: Viewer, response: Response = Response.RATED, value: int | None = 3
    ) -> None:
        """Let each person answer every item of this week."""
        for viewer in people:
            checkin = await checking_in.open_checkin(self.database, viewer, self.now)
            for item in checkin.items:
                await checking_in.respond(
                    self.database,
                    viewer,
                    checkin.week,
                    item.dimension,
                    response,
                    self.now,
                    value if response is Response.RATED else None,
                )

    async def practises(self, *people: Viewer, takes: timedelta = timedelta(minutes=1)) -> None:
        """Let each person complete a prompt of their own work, some time after it was offered."""
        for viewer in people:
            offer = await self.offered(viewer, PromptFormat.DEBRIEF, PromptFormat.TRY)
            await self.talks_through(viewer, offer, self.now + takes)

    async def hears_a_customer(self, viewer: Viewer) -> None:
        """Let the person ask a customer and bring the answer."""
        offer = await self.offered(viewer, PromptFormat.ASK)
        await self.talks_through(viewer, offer, self.now + timedelta(minutes=1))

    async def talks_through(self, viewer: Viewer, offer: Offer, at: datetime) -> Offer:
        """Let the person answer every step, by the first button or in words."""
        while offer.step is not None:
            codes = scripts.codes(offer.step, offer.choices)
            if codes:
                about = (offer.practice_id, len(offer.notes), codes[0], at)
                offer = (await talks.answer(self.database, viewer, *about)).offer
            elif offer.draft is not None:
                await cards.share(self.database, viewer, offer.draft.key, at, named=True)
                offer = await prompts.look_at(self.database, viewer, offer.practice_id)
            else:
                typed = await talks.answer_typed(
                    self.database,
                    viewer,
                    offer.practice_id,
                    f"words for step {len(offer.notes)}",
                    at,
                    next(NUMBERS),
                )
                offer = typed.offer
        return offer

    async def shares(self, viewer: Viewer, text: str, *, named: bool = True) -> int:
        """Let the person share a learning; return the card's id."""
        draft = await cards.preview(self.database, viewer, text)
        await cards.share(self.database, viewer, draft.key, self.now, named=named)
        newest = await cards.browse(self.database, viewer, 0, self.now)
        assert newest is not None
        return newest.id

    async def tries(self, viewer: Viewer, card: int) -> None:
        """Let the person mark a card as tried."""
        await cards.tried(self.database, viewer, card, self.now)

    async def opens_stories(self, *, used: bool = True) -> None:
        """Let HR open or close the door to stories."""
        await allowing.switch(self.database, self.hanna, self.now, used=used)

    async def tells(self, viewer: Viewer, text: str) -> int:
        """Let the person hand a story in; return its key."""
        draft = await telling.preview(self.database, viewer, text, self.now)
        await telling.hand_in(self.database, viewer, draft.key, self.now)
        async with self.database.read() as session:
            mine = await stories.all_own(session, viewer.person_id)
        return next(story.id for story in mine if story.text == text)

    async def allows(self, story: int, dimension: Dimension = Dimension.EMPATHY) -> None:
        """Let HR allow a story."""
        await allowing.allow(self.database, self.hanna, story, dimension, self.now)

    async def offered(self, viewer: Viewer, *formats: PromptFormat, level: int = 0) -> Offer:
        """Put a new prompt of one of these formats (and level) in front of the person."""
        async with self.database.write() as session:
            seen = {row.prompt_id for row in await practice.history(session, viewer.person_id)}
            prompt, *_ = [
                prompt
                for prompt in load_prompts()
                if prompt.format in formats
                and prompt.id not in seen
                and level in (0, prompt.level)
            ]
            row = Practice(
                person_id=viewer.person_id,
                prompt_id=prompt.id,
                prompt_version=prompt.version,
                dimension=prompt.dimension,
                offered_at=self.now,
            )
            session.add(row)
            await session.flush()
            who = await records.practitioner(session, viewer)
            return await prompts.go_on(session, await records.talk_about(session, who, row))

    async def deliver(self) -> list[Parcel]:
        """Plan what is due and send what waits, as a bot does that loses nothing."""
        await planning.plan_due(self.database, self.now)
        return await send_all(self.database, self.now)

    async def states(self) -> dict[str, int]:
        """Return the states that deliveries are in, those with none left out."""
        found = await report.totals(self.database, self.id)
        return {state.value: number for state, number in found.states.items() if number}


@dataclass(frozen=True)
class Begun:
    """A programme as a SQLite file, to be copied for each example, with its people."""

    path: Path
    programme: Programme
    people: Sequence[Viewer]


@asynccontextmanager
async def a_copy_of(begun: Begun) -> AsyncIterator[Programme]:
    """Open a copy of the programme for one example."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{shutil.copy(begun.path, folder)}")
        try:
            yield replace(begun.programme, database=database)
        finally:
            await database.close()


async def founded(
    database: Database,
    *,
    points_used: bool = True,
    name: str = "City of Tests",
    now: datetime = FIRST_MORNING,
) -> Programme:
    """Set a programme up and let the first HR person in."""
    wanted = SetUp(name, "Europe/Helsinki", LANGUAGES, points_used, "Steering group")
    made = await programmes.set_up(database, wanted, now)
    first = await joining.first_invitation(database, made, now, f"test {next(NUMBERS)}")
    hanna = await joins_with(database, first.token, "Hanna", now)
    return Programme(database, made, hanna, now)


FOUNDED: dict[tuple[bool, datetime], tuple[bytes, Programme]] = {}


async def founded_in(
    file: Path, *, points_used: bool = True, now: datetime = FIRST_MORNING
) -> Programme:
    """Set a programme up in a migrated file that nobody has open; the same again is copied."""
    wanted = (points_used, now)
    database = Database(f"sqlite:///{file}")
    if wanted not in FOUNDED:
        programme = await founded(database, points_used=points_used, now=now)
        await database.close()
        FOUNDED[wanted] = file.read_bytes(), programme  # noqa: ASYNC240 - nobody waits
    content, programme = FOUNDED[wanted]
    file.write_bytes(content)  # noqa: ASYNC240
    return replace(programme, database=database, _units={})


async def joins_with(
    database: Database, token: str, name: str, now: datetime, account: int | None = None
) -> Viewer:
    """Open an invite (with a new account if none is named), choose English, read the notice."""
    args = (token, account or next(NUMBERS), name, now)
    viewer = (await joining.open_invite(database, *args)).viewer
    viewer = (await joining.choose_language(database, viewer, "en")).viewer
    return (await joining.accept_notice(database, viewer, now)).viewer


async def approved_by_somebody(session: Session, organisation_id: int, now: datetime) -> None:
    """Let whatever waits for a second HR person work."""
    for invite, _, _ in await invites.all_waiting(session, organisation_id, now):
        invite.waits = False


async def send_all(database: Database, now: datetime) -> list[Parcel]:
    """Send every delivery that waits; return what went out but for alerts to HR."""
    out = []
    while taken := await sending.lease(database, now, 100):
        for waiting in taken:
            parcel = await sending.prepare(database, waiting, now)
            if parcel is not None:
                await sending.sent(database, [parcel.delivery_id], now)
                if not isinstance(parcel.content, Alert):
                    out.append(parcel)
    return out


def names(parcels: Sequence[Parcel]) -> list[str]:
    """Return who got the messages, in alphabetical order."""
    return sorted(parcel.addressee.first_name for parcel in parcels)
