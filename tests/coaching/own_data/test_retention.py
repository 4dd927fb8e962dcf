"""The daily purge: nothing stays longer than its table's line, and the sums stay right."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select as select_rows
from sqlmodel import select

from coaching.deliveries import report
from coaching.learnings import cards
from coaching.own_data.erasure import erase
from coaching.own_data.retention import purge
from coaching.own_data.texts import own_texts
from coaching.people import identity, preferences
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.formats import PromptFormat
from coaching.rules.retention import KEPT
from storage.audit import AuditEntry
from storage.database import backups, erasures
from storage.invites import Invite
from storage.own_data import personal_tables
from storage.people import Membership, Pause
from storage.practice import Practice, PracticeNote
from storage.results import BlockPublication, BlockResult
from storage.tables import METADATA
from tests.coaching.own_data.test_record import MARKER, lives, raw
from tests.organisation import Programme

DOCUMENT = Path(__file__).parents[3] / "docs" / "retention.md"
ACCOUNT = 0x514E7A339917  # six bytes in the file


async def purges(programme: Programme, after: timedelta) -> None:
    """Wind the clock and purge, twice: the second time changes nothing."""
    programme.now += after
    await purge(programme.database, programme.now)
    before = await rows(programme)
    await purge(programme.database, programme.now)
    assert await rows(programme) == before


async def rows(programme: Programme) -> dict[str, int]:
    """Count the rows of every table."""
    async with programme.database.read() as session:
        return {
            table.name: len((await session.exec(select_rows(table))).all())  # type: ignore[call-overload]
            for table in METADATA.sorted_tables
        }


def test_every_table_has_its_line() -> None:
    assert KEPT.keys() == {table.name for table in METADATA.sorted_tables}


def test_what_holds_a_person_has_an_end() -> None:
    for table in personal_tables():
        kept = KEPT[table.name]
        assert kept.days is not None or "no person" not in kept.until, table.name


def test_the_document_says_the_same() -> None:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("| `")] == [
        f"| `{table}` | {kept.until} |" for table, kept in KEPT.items()
    ]


async def test_old_deliveries_become_numbers_that_still_add_up(programme: Programme) -> None:
    everybody = await programme.join(await programme.team("Desk"), *(f"P{n}" for n in range(6)))
    await programme.checks_in(everybody[0])
    programme.is_now(0, Weekday.WED, "13:00")
    await programme.deliver()
    then = programme.now.date()
    before = await report.lines_since(programme.database, programme.id, then)
    sums = await report.totals(programme.database, programme.id)
    assert sums.audience
    await purges(programme, timedelta(days=34))
    assert (await rows(programme))["delivery_count"] == 0, "not yet"
    await purges(programme, timedelta(days=2))
    counted = await rows(programme)
    assert counted["delivery"] == 0
    assert counted["delivery_count"]
    after = await report.lines_since(programme.database, programme.id, then)
    assert after == before
    assert await report.totals(programme.database, programme.id) == sums


async def test_what_waits_is_never_counted_away(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    programme.is_now(0, Weekday.TUE, "09:30")
    await programme.deliver()
    async with programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql("UPDATE delivery SET state = 'planned'")
    await purges(programme, timedelta(days=60))
    assert Counter(await rows(programme))["delivery"]


async def test_texts_go_after_ninety_days_and_times_earlier(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    plan = await programme.offered(ana, PromptFormat.PLAN)
    await programme.talks_through(ana, plan, programme.now)
    await purges(programme, timedelta(days=36))
    async with programme.database.read() as session:
        row = await session.get_one(Practice, plan.practice_id)
        assert (row.completed_at, row.outcome) == (None, "done")
        assert (await session.exec(select(PracticeNote))).all()
    await purges(programme, timedelta(days=60))
    async with programme.database.read() as session:
        assert (await session.exec(select(PracticeNote))).all() == []
        assert await session.get(Practice, plan.practice_id) is not None
    await purges(programme, timedelta(days=310))
    assert (await rows(programme))["practice"] == 0


async def test_places_pauses_invites_and_the_trail_go_in_their_time(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana = await programme.joins("Ana", desk)
    today = programme.now.date()
    async with programme.database.write() as session:
        (place,) = (
            await session.exec(select(Membership).where(Membership.person_id == ana.person_id))
        ).all()
        place.until = today
        session.add(Membership(person_id=ana.person_id, role="staff", team_id=phone, since=today))
        session.add(Pause(person_id=ana.person_id, since=today, until=today))
    await purges(programme, timedelta(days=394))
    async with programme.database.read() as session:
        assert len((await session.exec(select(Pause))).all()) == 1
        assert (await session.exec(select(Invite))).all() == []
        assert (await session.exec(select(AuditEntry))).all()
    await purges(programme, timedelta(days=2))
    async with programme.database.read() as session:
        assert (await session.exec(select(Pause))).all() == []
        places = await session.exec(
            select(Membership).where(Membership.person_id == ana.person_id)
        )
        assert [place.team_id for place in places] == [phone]
    await purges(programme, timedelta(days=335))
    async with programme.database.read() as session:
        assert (await session.exec(select(AuditEntry))).all() == []


async def test_drafts_of_the_silent_go_and_those_of_others_stay(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    for who in (ana, bo):
        await preferences.heard(programme.database, who, programme.now)
        await cards.preview(programme.database, who, f"{MARKER}: not shared by {who.person_id}.")
    await purges(programme, timedelta(days=80))
    assert len(await own_texts(programme.database, ana)) == 1, "not yet"
    await preferences.heard(programme.database, bo, programme.now)
    await purges(programme, timedelta(days=20))
    assert await own_texts(programme.database, ana) == []
    assert len(await own_texts(programme.database, bo)) == 1


async def leaves(programme: Programme, person_id: int, until: date) -> None:
    async with programme.database.write() as session:
        query = select(Membership).where(Membership.person_id == person_id)
        for place in (await session.exec(query)).all():
            place.until = until


async def test_whoever_left_is_erased_after_thirty_days(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await leaves(programme, ana.person_id, programme.now.date())
    await purges(programme, timedelta(days=29))
    assert await identity.identify(programme.database, ana.telegram_id) is not None
    await purges(programme, timedelta(days=1))
    assert await identity.identify(programme.database, ana.telegram_id) is None
    assert await identity.identify(programme.database, bo.telegram_id) is not None
    assert await identity.identify(programme.database, programme.hanna.telegram_id) is not None


async def test_whoever_was_erased_is_on_the_list_as_long_as_a_copy_may_hold_them(
    programme: Programme, tmp_path: Path
) -> None:
    programme.database.erased = erased = tmp_path / "erased"
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await leaves(programme, ana.person_id, programme.now.date())
    await purges(programme, timedelta(days=31))
    assert len(erasures.noted(erased)) == 2, "one who left, enrolled or not yet"
    await erase(programme.database, bo, programme.now)
    await purges(programme, timedelta(days=34))
    assert len(erasures.noted(erased)) == 4
    assert str(ana.telegram_id) not in erased.read_text(encoding="ascii")
    await purges(programme, timedelta(days=2))
    assert not erased.exists()


async def test_nobody_is_erased_whom_a_copy_could_bring_back(
    programme: Programme, tmp_path: Path
) -> None:
    programme.database.erased = tmp_path / "no such folder" / "erased"
    ana = await programme.joins("Ana", await programme.team("Desk"))
    with pytest.raises(OSError, match="No such file"):
        await erase(programme.database, ana, programme.now)
    assert await identity.identify(programme.database, ana.telegram_id) is not None


async def test_nothing_of_somebody_is_in_any_byte_afterwards(programme: Programme) -> None:
    if not programme.database.is_sqlite:
        return
    ana = await programme.joins(f"Ana{MARKER}", await programme.team("Desk"))
    await lives(programme, ana)
    async with programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql(
            f"UPDATE person SET telegram_id = {ACCOUNT} WHERE id = {ana.person_id}"
        )
    file = Path(programme.database.url.database or "")
    early = backups.copy(file, file.parent, programme.now)
    assert MARKER.encode() in raw(file)
    assert MARKER.encode() in raw(early)
    assert ACCOUNT.to_bytes(6, "big") in raw(early), "the search finds how numbers are kept"
    await leaves(programme, ana.person_id, programme.now.date())
    await purges(programme, timedelta(days=31))
    assert early.exists(), "said to be kept for 35 days"
    late = backups.copy(file, file.parent, programme.now)
    for each in (raw(file), raw(late)):
        assert MARKER.encode() not in each
        assert ACCOUNT.to_bytes(6, "big") not in each
    await purges(programme, timedelta(days=5))
    assert not early.exists()
    assert late.exists()


async def test_results_go_after_five_years(programme: Programme) -> None:
    desk = await programme.team("Desk")
    async with programme.database.write() as session:
        published = BlockPublication(
            organisation_id=programme.id, block=0, instrument="1", published_at=programme.now
        )
        session.add(published)
        await session.flush()
        session.add(
            BlockResult(
                publication_id=published.id,
                node="team",
                node_id=desk,
                dimension="D1",
                form="band",
                band="regular",
                people="5-9",
                reliability="fair",
            )
        )
    await purges(programme, timedelta(days=1820))
    assert (await rows(programme))["block_result"] == 1
    await purges(programme, timedelta(days=10))
    found = await rows(programme)
    assert (found["block_result"], found["block_publication"]) == (0, 0)


async def test_leads_and_staff_alike(programme: Programme) -> None:
    lea = await programme.joins("Lea", await programme.team("Desk"), Role.LEAD)
    await purges(programme, timedelta(days=400))
    assert await identity.identify(programme.database, lea.telegram_id) is not None, "still here"
