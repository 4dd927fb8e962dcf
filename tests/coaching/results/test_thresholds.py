"""Thresholds: HR raises them for what is yet to be published, and nobody ever lowers them."""

import json

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from coaching.errors import Code
from coaching.results.thresholds import CHOICES, raise_to, raising
from coaching.rules.access import Role
from coaching.rules.confidentiality import Thresholds
from storage.audit import AuditEntry
from storage.programme import Organisation
from tests.coaching.results.test_publication import answers, closes_the_block, members, shown
from tests.organisation import Programme
from tests.refusal import refused


async def test_a_raise_holds_from_the_next_publication_on(programme: Programme) -> None:
    desk = await programme.team("Desk")
    people = await members(programme, desk, 11)
    await answers(programme, people)
    first = await closes_the_block(programme)
    assert shown(first)["team", desk] == "figure"
    await raise_to(programme.database, programme.hanna, Thresholds(8, 15), programme.now)
    await answers(programme, people, week=4)
    again = await closes_the_block(programme, week=8)
    frozen = [row.model_dump() for row in first]
    assert [each for each in (row.model_dump() for row in again) if each in frozen] == frozen
    newer = {row.form for row in again if row.publication_id != first[0].publication_id}
    assert newer == {"band"}, "eleven answers are no figure any more"


async def test_nine_answers_are_too_few_after_a_raise_to_ten(programme: Programme) -> None:
    async with programme.database.write() as session:
        organisation = (await session.exec(select(Organisation))).one()
        organisation.band_from, organisation.figure_from = 10, 20
    await answers(programme, await members(programme, await programme.team("Desk"), 9))
    assert await closes_the_block(programme) == []


async def test_nobody_lowers_them(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    assert (await raising(*args)).higher == CHOICES[1:]
    await raise_to(*args, Thresholds(8, 15), programme.now)
    for lower in (Thresholds(), Thresholds(6, 12), Thresholds(8, 12), Thresholds(7, 20)):
        with refused(Code.THRESHOLDS_ONLY_RISE):
            await raise_to(*args, lower, programme.now)
    found = await raising(*args)
    assert (found.now, found.higher) == (Thresholds(8, 15), (Thresholds(10, 20),))


async def test_not_even_the_database_takes_less(programme: Programme) -> None:
    with pytest.raises(IntegrityError):
        async with programme.database.write() as session:
            (await session.exec(select(Organisation))).one().band_from = 4


async def test_a_raise_stands_in_the_trail(programme: Programme) -> None:
    for _ in range(2):  # pressed twice, raised once
        await raise_to(programme.database, programme.hanna, Thresholds(6, 12), programme.now)
    async with programme.database.read() as session:
        query = select(AuditEntry).where(AuditEntry.action == "raise thresholds")
        (entry,) = (await session.exec(query)).all()
    assert entry.person_id == programme.hanna.person_id
    assert json.loads(entry.after) == {"band": 6, "figure": 12}


async def test_a_lead_has_no_say_in_it(programme: Programme) -> None:
    lea = await programme.joins("Lea", await programme.team("Desk"), Role.LEAD)
    with refused(Code.NOT_ALLOWED):
        await raise_to(programme.database, lea, Thresholds(6, 12), programme.now)
