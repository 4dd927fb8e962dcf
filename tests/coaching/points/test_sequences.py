"""Whatever happens one after the other, points stay where they were earned, and so do votes.

Mergers, moves, breaks, lost chats and closes come in any order, also across the borders of weeks,
blocks and quarters, and before a week that is over is closed. After each step the ledger is
compared with a second account of the same quarter, kept by hand.
"""

import asyncio
import shutil
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.results.staffing import merge_teams
from coaching.rules.access import Role
from coaching.rules.points import LEVELS, carried, counted_together, level_reached
from coaching.rules.programme import WEEKS_IN_CYCLE, week_of
from coaching.rules.small_teams import TeamSize
from storage import points as ledger
from storage import rewards, rosters
from storage.database import Database
from storage.points import CARRIED, CountedWeek, PointsEntry
from storage.programme import Team
from storage.rewards import Ballot, TeamReward
from tests.organisation import Begun, Programme, a_copy_of, founded

Step = tuple[Any, ...]
SIZES = {"Aa": 6, "Bb": 5, "Cc": 3, "Dd": 2, "Ee": 0, "Ff": 7}
UNITS = {"Ff": "Streets"}
PEOPLE = sum(SIZES.values())
POINTS_LAST_FOR = 2  # quarters, without a decision of HR

team = st.integers(0, len(SIZES) - 1)
person = st.integers(0, PEOPLE - 1)
gains = st.tuples(st.just("earned"), team, st.sampled_from([15, 210, 595, 600, 780, 840, 960]))
mergers = st.tuples(st.just("merges"), team, team)
at_the_border = st.one_of(
    mergers, mergers, st.tuples(st.just("votes"), person), st.tuples(st.just("sleeps"), st.just(3))
)
steps = st.one_of(
    st.tuples(st.just("acts"), st.lists(person, min_size=1, max_size=6, unique=True)),
    st.tuples(st.just("pauses"), person),
    st.tuples(st.just("resumes"), person),
    st.tuples(st.just("is_lost"), person),
    gains,
    st.tuples(st.just("votes"), person),
    mergers,
    mergers,
    st.tuples(st.just("moves"), person, team),
    st.tuples(st.just("sleeps"), st.integers(1, 6)),
    st.tuples(st.just("closes")),
    st.tuples(st.just("closes_up_to"), st.integers(9, 12)),
)


@dataclass
class Place:
    """Where somebody is, or was until a day."""

    team: int
    since: date
    until: date | None = None


@dataclass
class Account:
    """The quarter kept by hand: who acted in which week, who was away on which day."""

    acted: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    away: dict[int, list[tuple[date, date | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    lost: dict[int, datetime] = field(default_factory=dict)
    places: dict[int, list[Place]] = field(default_factory=dict)
    start: date = date.min

    def counts(
        self, who: int, place: Place, monday: date, closes: datetime, *, acted: bool
    ) -> bool:
        week, came = (week_of(self.start, day) for day in (monday, place.since))
        if came > 0 and week - came < 2:
            return False
        days = [monday + timedelta(days=n) for n in range(7)]
        there = [d for d in days if _is_in(d, (place.since, place.until))]
        if not (acted and who in self.acted[week]):
            if who in self.lost and self.lost[who] <= closes - timedelta(days=14):
                return False
            there = [d for d in there if not any(_is_in(d, span) for span in self.away[who])]
        return len(there) >= 3

    def expected(
        self, monday: date, week: int, closes: datetime, units: dict[int, int]
    ) -> dict[int, int]:
        """What each team that is counted gets for taking part."""
        active, there = (defaultdict[int, set[int]](set) for _ in range(2))
        for who, places in self.places.items():
            for place in places:
                if self.counts(who, place, monday, closes, acted=True):
                    active[place.team].add(who)
                if self.counts(who, place, monday, closes, acted=False):
                    there[place.team].add(who)
        groups = [TeamSize(t, unit, len(there[t])) for t, unit in units.items()]
        found = {}
        for t, together in counted_together(groups).items():
            members = set[int]().union(*(active[other] for other in together))
            if not members:
                continue
            acts = len(members & self.acted[week])
            if acts <= 2:  # one or two are hidden among the others, at both ends
                acts = 0
            elif acts >= len(members) - 2:
                acts = len(members)
            share = acts * 100
            steps = (share >= 40 * len(members)) + (share >= 70 * len(members))
            found[t] = 15 * steps
        return found


def _is_in(day: date, span: tuple[date, date | None]) -> bool:
    return span[0] <= day and (span[1] is None or day < span[1])


@pytest.fixture(scope="module")
def begun(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    path = tmp_path_factory.mktemp("organisation") / "organisation.db"
    shutil.copy(migrated_file, path)
    return asyncio.run(_begin(path))


async def _begin(path: Path) -> Begun:
    database = Database(f"sqlite:///{path}")
    programme = await founded(database)
    people: list[Viewer] = []
    for name, size in SIZES.items():
        made = await programme.team(name, UNITS.get(name, "Services"))
        people += await programme.join(made, *(f"{name}{n}" for n in range(size)))
    await database.close()
    return Begun(path, programme, people)


class Play:
    """One sequence in a copy of the organisation, with the account beside it."""

    def __init__(self, programme: Programme, people: Sequence[Viewer]) -> None:
        self.programme = programme
        self.people = people
        self.account = Account()
        self.closed = -1

    async def begin(self) -> None:
        async with self.programme.database.read() as session:
            teams = (await session.exec(select(Team).order_by(Team.name))).all()
        self.teams = [each.id for each in teams]
        self.units = {each.id: each.unit_id for each in teams}
        sizes = [team for team, size in zip(self.teams, SIZES.values(), strict=True)
                 for _ in range(size)]  # fmt: skip
        self.account.start = self.programme.hanna.programme_start
        self.account.places = {n: [Place(team, self.today)] for n, team in enumerate(sizes)}

    async def through(self, sequence: Sequence[Step]) -> None:
        for name, *arguments in sequence:
            await getattr(self, str(name))(*arguments)

    @property
    def today(self) -> date:
        return self.programme.hanna.local_day(self.programme.now)

    @property
    def week(self) -> int:
        return week_of(self.programme.hanna.programme_start, self.today)

    async def acts(self, who: list[int]) -> None:
        if self.week % WEEKS_IN_CYCLE == WEEKS_IN_CYCLE - 1:
            return
        await self.programme.checks_in(*(self.people[n] for n in who))
        self.account.acted[self.week].update(who)

    async def pauses(self, who: int) -> None:
        if any(until is None for _, until in self.account.away[who]):
            return
        args = (self.programme.database, self.people[who], self.programme.now)
        await preferences.pause(*args)
        self.account.away[who].append((self.today, None))

    async def resumes(self, who: int) -> None:
        args = (self.programme.database, self.people[who], self.programme.now)
        await preferences.resume(*args)
        spans = self.account.away[who]
        self.account.away[who] = [(s, self.today if u is None else u) for s, u in spans]

    async def is_lost(self, who: int) -> None:
        args = (self.programme.database, self.people[who].person_id, self.programme.now)
        await preferences.set_reachable(*args, reachable=False)
        self.account.lost.setdefault(who, self.programme.now)

    async def earned(self, team: int, points: int) -> None:
        """Enter what earlier weeks of this quarter left, once for each team."""
        first = self.first_open - self.first_open % WEEKS_IN_CYCLE
        async with self.programme.database.write() as session:
            before = await ledger.earned(session, self.teams[team], "shared", first)
            if before is None and self.first_open > first and self.teams[team] in self.units:
                values = {"team_id": self.teams[team], "component": "shared", "points": points}
                await ledger.enter(
                    session, [values], week=first, rule_version=1, created_at=self.programme.now
                )

    async def votes(self, who: int) -> None:
        async with self.programme.database.write() as session:
            given = await rewards.of_team(session, self.account.places[who][-1].team)
            catalogue = await rewards.catalogue(session, self.programme.id)
            if given is not None and given.reward_id is None:
                who_id = self.people[who].person_id
                await rewards.vote(session, given.id, who_id, catalogue[0].id)

    @property
    def first_open(self) -> int:
        return self.closed + 1

    async def merges(self, one: int, other: int) -> None:
        """Merge, and see that nothing but the receiving team's quarter has changed."""
        team, into = self.teams[one], self.teams[other]
        if team == into or team not in self.units or into not in self.units:
            return
        quarter = self.first_open // WEEKS_IN_CYCLE
        before, heads = await self.totals(), await self.heads()
        owed, ballots = await self.given(), await self.ballots()
        await merge_teams(
            self.programme.database, self.programme.hanna, team, into, self.programme.now
        )
        mine, theirs = before[into, quarter], before[team, quarter]
        expected = carried(theirs, heads.get(team, 0), mine, heads.get(into, 0))
        assert mine <= expected <= max(mine, theirs)
        wanted = {**before, (into, quarter): expected}
        assert await self.totals() == {key: points for key, points in wanted.items() if points}
        for place in (each for places in self.account.places.values() for each in places):
            place.team = into if place.team == team else place.team
        del self.units[team]
        await self.keeps_what_is_owed(owed, ballots, team, into)

    async def moves(self, who: int, other: int) -> None:
        """Go to another team by an invite; that moves no points."""
        team, here = self.teams[other], self.account.places[who][-1]
        if team not in self.units or team == here.team:
            return
        before, viewer = await self.totals(), self.people[who]
        await self.programme.joins(viewer.first_name, team, account=viewer.telegram_id)
        here.until = self.today
        self.account.places[who].append(Place(team, self.today))
        assert await self.totals() == before

    async def keeps_what_is_owed(
        self, owed: list[TeamReward], ballots: set[int], team: int, into: int
    ) -> None:
        now = await self.given()
        assert all(given.team_id in self.units for given in now)
        voting = [g.level for g in owed if g.reward_id is None and g.team_id in (team, into)]
        kept = [g.level for g in now if g.reward_id is None and g.team_id == into]
        assert kept == ([max(voting)] if voting else []), "they vote once, at the higher level"
        decided = [g.id for g in owed if g.reward_id is not None]
        assert decided == [g.id for g in now if g.reward_id is not None]
        assert await self.ballots() == ballots, "what somebody chose stays chosen"

    async def sleeps(self, days: int) -> None:
        """Let days pass; nothing is closed, whatever is over."""
        self.programme.now += timedelta(days=days)

    async def closes(self) -> None:
        """Close what is over, on a Monday soon after midnight or late."""
        if self.week == self.first_open:
            self.programme.is_now(self.week + 1, clock="00:05")
        while self.first_open < self.week:
            await self.closes_one()

    async def closes_up_to(self, week_of_quarter: int) -> None:
        """Let week after week pass until this one of the quarter is closed."""
        while self.first_open % WEEKS_IN_CYCLE < week_of_quarter:
            await self.closes()

    async def closes_one(self) -> None:
        week = self.first_open
        monday = self.programme.hanna.programme_start + timedelta(weeks=week)
        before = await self.totals()
        given = {g.id for g in await self.given()}
        now, self.programme.now = self.programme.now, self.programme.moment(week + 1)
        assert await self.programme.closes_weeks() == [week]
        self.programme.now = max(now, self.programme.now)
        self.closed = week
        quarter, position = divmod(week, WEEKS_IN_CYCLE)
        rest = position == WEEKS_IN_CYCLE - 1
        nothing_counts = rest or quarter >= POINTS_LAST_FOR
        closes = self.programme.moment(week + 1, clock="00:00")
        kept = self.account.expected(monday, week, closes, self.units)
        expected = {} if nothing_counts else kept
        after = await self.totals()
        assert {k: v - before[k] for k, v in after.items() if v != before[k]} == {
            (t, quarter): points for t, points in expected.items() if points
        }
        assert await self.counted(week) == set(expected)
        if position == WEEKS_IN_CYCLE - 2 and quarter < POINTS_LAST_FOR:
            await self.opened(given, quarter)
        else:
            assert {g.id for g in await self.given()} <= given, "a vote opens at a quarter's end"
        if rest:
            assert all(g.reward_id for g in await self.given())
            assert await self.ballots() == set()

    async def opened(self, before: set[int], quarter: int) -> None:
        """See that whoever reached a level votes, if it exists and has people, and nobody else."""
        heads, totals = await self.heads(), await self.totals()
        new = {g.team_id: g.level for g in await self.given() if g.id not in before}
        assert new == {
            t: level_reached(totals[t, quarter])
            for t in self.units
            if totals[t, quarter] >= LEVELS[0] and heads.get(t)
        }

    async def totals(self) -> dict[tuple[int, int], int]:
        """Every team's points by quarter, also of those that were merged."""
        found = defaultdict[tuple[int, int], int](int)
        async with self.programme.database.read() as session:
            for entry in (await session.exec(select(PointsEntry))).all():
                found[entry.team_id, entry.week // WEEKS_IN_CYCLE] += entry.points
                assert (entry.component == CARRIED) == (entry.carried_from is not None)
        return defaultdict(int, {key: n for key, n in found.items() if n})

    async def heads(self) -> dict[int, int]:
        async with self.programme.database.read() as session:
            return await rosters.count_by_team(session, self.programme.id, Role.STAFF)

    async def given(self) -> list[TeamReward]:
        async with self.programme.database.read() as session:
            return list((await session.exec(select(TeamReward).order_by(TeamReward.id))).all())  # type: ignore[arg-type]

    async def ballots(self) -> set[int]:
        async with self.programme.database.read() as session:
            return set((await session.exec(select(Ballot.person_id))).all())

    async def counted(self, week: int) -> set[int]:
        query = select(CountedWeek.team_id).where(CountedWeek.week == week)
        async with self.programme.database.read() as session:
            return set((await session.exec(query)).all())


@settings(max_examples=14, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(steps, min_size=4, max_size=20),
    st.lists(gains, min_size=3, max_size=6),
    st.lists(at_the_border, min_size=2, max_size=6),
)
async def test_no_points_appear_vanish_or_change_quarter(
    begun: Begun, first: Sequence[Step], then: Sequence[Step], last: Sequence[Step]
) -> None:
    """Some time passes; a quarter's points come; and around its end there is a re-organisation."""
    async with a_copy_of(begun) as programme:
        play = Play(programme, begun.people)
        await play.begin()
        await play.through(first)
        await play.closes()
        await play.through(then)
        await play.closes_up_to(11)
        await play.through(last[:1])
        await play.closes_up_to(12)
        await play.through(last[1:])
        await play.closes()
        await play.closes()
