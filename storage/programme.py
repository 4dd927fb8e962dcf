"""The organisation, its programme, and the units and teams that take part."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from secrets import token_hex

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, case, col, func, or_, select
from sqlmodel.sql.expression import Select

from storage.database import Session, Writer, short
from storage.searching import holds
from storage.types import DIMENSIONS, EVENING, MORNING, Table, insert_for, one_of, time_of_day

OFFICE_DAYS = "mon,tue,wed,thu,fri"
THRESHOLDS = "band_from >= 5 AND figure_from >= 10 AND figure_from >= band_from"
HOURS = "opens IS NULL OR closes IS NULL OR opens < closes"


class Organisation(Table, table=True):
    """Who runs the programme, since when, and whether points are used (a recorded decision).

    `messages_per_second` is how fast the bot sends, 0 for no limit, so that previews know it.
    Nobody is written to outside `opens` and `closes`; `country` and `region` name the public
    holidays (ISO 3166), none without a country. `customer_word` is what those are called who are
    served, `theme` the dimension of the quarter, `why` the organisation's sentence by language.
    Points end with `points_review_week` unless HR decides otherwise; it is null where they were
    never used. Results are shown from so many answers on, as a band and as a figure; this can
    only rise. With `erasure_key` hashes of erased people are made, which are kept elsewhere.
    `stories_used` lets stories of people who were helped be told.
    """

    __table_args__ = (
        CheckConstraint(HOURS, name="hours"),
        one_of("customer_word", ("customer", "resident", "patient", "contact")),
        one_of("theme", DIMENSIONS),
        one_of("points_decision", ("continue", "recognition", "end")),
        CheckConstraint(THRESHOLDS, name="thresholds"),
    )

    id: int = Field(default=None, primary_key=True)
    name: str = Field(max_length=100)
    timezone: str = Field(max_length=64)
    languages: str = Field(max_length=32)
    programme_start: date
    points_used: bool
    points_decided_by: str = Field(max_length=100)
    points_decided_at: datetime
    country: str | None = Field(default=None, max_length=2)
    region: str | None = Field(default=None, max_length=8)
    workdays: str = Field(default=OFFICE_DAYS, max_length=27)  # like "mon,tue,wed"
    opens: time = Field(default=MORNING, sa_type=time_of_day(MORNING))
    closes: time = Field(default=EVENING, sa_type=time_of_day(EVENING))
    customer_word: str = Field(default="customer", max_length=8)
    theme: str | None = Field(default=None, max_length=2)
    why: str | None = Field(default=None, max_length=2000)
    recognition_used: bool = True
    points_review_week: int | None = None
    points_decision: str | None = Field(default=None, max_length=11)
    band_from: int = 5
    figure_from: int = 10
    erasure_key: str = Field(default_factory=lambda: token_hex(32), max_length=64)
    messages_per_second: float = 30
    known_timezone: str | None = Field(default=None, max_length=64)
    known_country: str | None = Field(default=None, max_length=2)
    known_region: str | None = Field(default=None, max_length=8)
    told_unknown: bool = False
    stories_used: bool = False


class CrisisPause(Table, table=True):
    """A time in which nobody is sent anything; one without an end is going on."""

    __tablename__ = "crisis_pause"
    __table_args__ = (
        Index(
            "uq_crisis_pause_current",
            "organisation_id",
            unique=True,
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    since: datetime
    until: datetime | None = None


class Unit(Table, table=True):
    """A part of the organisation that holds teams; what it leaves open is as in the organisation.

    In shifts, only a person's own shifts count, not weekdays and hours. `known_…` are the last
    values that the libraries knew, `told_unknown` whether HR knows of one that they do not.
    """

    __table_args__ = (
        UniqueConstraint("organisation_id", "name"),
        CheckConstraint(HOURS, name="hours"),
    )

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    name: str = Field(max_length=100)
    timezone: str | None = Field(default=None, max_length=64)
    country: str | None = Field(default=None, max_length=2)
    region: str | None = Field(default=None, max_length=8)
    workdays: str | None = Field(default=None, max_length=27)
    opens: time | None = Field(default=None, sa_type=time_of_day())
    closes: time | None = Field(default=None, sa_type=time_of_day())
    works_holidays: bool = False
    in_shifts: bool = False
    known_timezone: str | None = Field(default=None, max_length=64)
    known_country: str | None = Field(default=None, max_length=2)
    known_region: str | None = Field(default=None, max_length=8)
    told_unknown: bool = False


class Team(Table, table=True):
    """The people who work, practise and earn points together, until it is merged into another.

    `first_block` is the first whose results are those of the team as it is, after a merger.
    """

    __table_args__ = (UniqueConstraint("unit_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    name: str = Field(max_length=100)
    merged_into: int | None = Field(default=None, foreign_key="team.id")
    first_block: int = 0


class Challenge(Table, table=True):
    """A series of prompts that a whole team goes through, until the day on which it ends."""

    __table_args__ = (UniqueConstraint("team_id", "begins"),)

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    series: str = Field(max_length=40)
    begins: date
    ends: date


async def challenge_of(session: Session, team_ids: Iterable[int], day: date) -> Challenge | None:
    """Return the challenge that one of the teams is in on a day, the newest of several."""
    wanted = list(team_ids)
    if not wanted:
        return None
    query = (
        select(Challenge)
        .where(
            col(Challenge.team_id).in_(wanted),
            Challenge.begins <= day,
            Challenge.ends > day,
        )
        .order_by(col(Challenge.begins).desc())
        .limit(1)
    )
    return (await session.exec(short(query))).first()


async def the_organisation(session: Session) -> Organisation | None:
    """Return the organisation of this installation, if it was set up."""
    query = select(Organisation).order_by(col(Organisation.id)).limit(1)
    return (await session.exec(short(query))).first()


async def organisation(session: Session, organisation_id: int) -> Organisation:
    """Return the organisation; NoResultFound if there is none."""
    return await session.get_one(Organisation, organisation_id)


async def organisation_to_change(session: Writer, organisation_id: int) -> Organisation:
    """Return the organisation once nobody else changes what it sets, locked until the end.

    Whoever checks before changing begins with it, and finds what the one before has done. Rows
    that only refer to the organisation, such as a member's, wait for nobody.
    """
    return await session.get_one(Organisation, organisation_id, with_for_update=True)


async def units(session: Session, organisation_id: int) -> Sequence[Unit]:
    """Return the organisation's units by name."""
    query = select(Unit).where(Unit.organisation_id == organisation_id).order_by(Unit.name)
    return (await session.exec(query)).all()


async def units_called(
    session: Session, organisation_id: int, part: str, most: int
) -> Sequence[Unit]:
    """Return so many units whose names hold a part."""
    query = select(Unit).where(
        Unit.organisation_id == organisation_id, holds(col(Unit.name), part)
    )
    return (await session.exec(query.order_by(Unit.name).limit(most))).all()


async def teams(session: Session, organisation_id: int) -> Sequence[tuple[Team, Unit]]:
    """Return the organisation's teams with their units, by unit and name."""
    return (await session.exec(_teams(organisation_id).order_by(Unit.name, Team.name))).all()


async def some_teams(
    session: Session,
    organisation_id: int,
    first: int,
    most: int,
    *,
    without: int | None = None,
    unit_first: int | None = None,
) -> Sequence[tuple[Team, Unit]]:
    """Return so many of them from the n-th on, without one, those of one unit first."""
    query = _teams(organisation_id).order_by(
        case((col(Unit.id) == unit_first, 0), else_=1), Unit.name, Team.name
    )
    if without is not None:
        query = query.where(Team.id != without)
    return (await session.exec(query.offset(first).limit(most))).all()


async def teams_called(
    session: Session, organisation_id: int, part: str, most: int
) -> Sequence[tuple[Team, Unit]]:
    """Return so many teams whose names, or whose units' names, hold a part."""
    found = or_(holds(col(Team.name), part), holds(col(Unit.name), part))
    query = _teams(organisation_id).where(found).order_by(Unit.name, Team.name)
    return (await session.exec(query.limit(most))).all()


async def number_of_teams(session: Session, organisation_id: int) -> int:
    """Return how many teams the organisation has."""
    found = _teams(organisation_id).subquery()
    return (await session.exec(select(func.count()).select_from(found))).one()


def _teams(organisation_id: int) -> Select[Team, Unit]:
    return select(Team, Unit).where(
        col(Team.unit_id) == col(Unit.id),
        Unit.organisation_id == organisation_id,
        col(Team.merged_into).is_(None),
    )


async def merged(session: Session, organisation_id: int) -> dict[int, int]:
    """Return for each team that was merged the team that it is part of now."""
    query = (
        select(Team.id, Team.merged_into)
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(Unit.organisation_id == organisation_id, col(Team.merged_into).is_not(None))
    )
    into = {team: other for team, other in await session.exec(query) if other is not None}
    return {team: _last(team, into) for team in into}


async def merged_names(session: Session, organisation_id: int) -> dict[int, str]:
    """Return the name of each team that was merged."""
    query = (
        select(Team.id, Team.name)
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(Unit.organisation_id == organisation_id, col(Team.merged_into).is_not(None))
    )
    return dict((await session.exec(query)).all())


def _last(team_id: int, into: Mapping[int, int]) -> int:
    """Return where a chain of mergers ends."""
    while team_id in into:
        team_id = into[team_id]
    return team_id


async def teams_named(
    session: Session, organisation_id: int, ids: Iterable[int]
) -> Sequence[Team]:
    """Return those of the teams that belong to the organisation, by unit and name."""
    query = (
        select(Team)
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(
            col(Team.id).in_(list(ids)),
            Unit.organisation_id == organisation_id,
            col(Team.merged_into).is_(None),
        )
        .order_by(Unit.name, Team.name)
    )
    return (await session.exec(short(query))).all()


async def team(session: Session, organisation_id: int, team_id: int) -> Team | None:
    """Return the team if it belongs to the organisation."""
    found = await team_with_unit(session, organisation_id, team_id)
    return found[0] if found else None


async def team_with_unit(
    session: Session, organisation_id: int, team_id: int
) -> tuple[Team, Unit] | None:
    """Return the team with its unit if it belongs to the organisation."""
    query = select(Team, Unit).where(
        col(Team.unit_id) == col(Unit.id),
        Team.id == team_id,
        Unit.organisation_id == organisation_id,
        col(Team.merged_into).is_(None),
    )
    return (await session.exec(short(query))).first()


async def part_of(session: Session, team_id: int) -> int:
    """Return the team that a team is part of now: itself until it is merged."""
    while (into := (await session.get_one(Team, team_id)).merged_into) is not None:
        team_id = into
    return team_id


async def team_names(session: Session, unit_id: int) -> Sequence[str]:
    """Return the names that the unit's teams bear, or bore until they were merged."""
    return (await session.exec(select(Team.name).where(Team.unit_id == unit_id))).all()


async def unit(session: Session, organisation_id: int, unit_id: int) -> Unit | None:
    """Return the unit if it belongs to the organisation."""
    query = select(Unit).where(Unit.id == unit_id, Unit.organisation_id == organisation_id)
    return (await session.exec(short(query))).first()


async def begin_crisis(session: Writer, organisation_id: int, since: datetime) -> bool:
    """Begin a crisis pause; False if one goes on already, even if it began at this moment."""
    statement = (
        insert_for(session, CrisisPause)
        .values(organisation_id=organisation_id, since=since)
        .on_conflict_do_nothing()
        .returning(col(CrisisPause.id))
    )
    return (await session.exec(short(statement))).scalar_one_or_none() is not None


async def crises_between(
    session: Session, organisation_id: int, opens: datetime, closes: datetime
) -> Sequence[CrisisPause]:
    """Return the crisis pauses that touch the half-open span."""
    query = select(CrisisPause).where(
        CrisisPause.organisation_id == organisation_id,
        CrisisPause.since < closes,
        or_(col(CrisisPause.until).is_(None), col(CrisisPause.until) > opens),
    )
    return (await session.exec(query)).all()


async def crisis(session: Session, organisation_id: int) -> CrisisPause | None:
    """Return the crisis pause that is going on, if there is one."""
    query = select(CrisisPause).where(
        CrisisPause.organisation_id == organisation_id, col(CrisisPause.until).is_(None)
    )
    return (await session.exec(short(query))).first()
