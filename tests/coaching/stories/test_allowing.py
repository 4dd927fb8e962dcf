"""HR's word: off until opened, read without authors, allowed or declined, told in one bundle."""

from pathlib import Path

from sqlmodel import select

from coaching.errors import Code
from coaching.people import joining
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension
from coaching.rules.stories import Reason
from coaching.stories.allowing import StoryDesk, allow, decline, desk_of, look_at, read, switch
from storage.audit import AuditEntry
from storage.stories import Story
from tests.coaching.deliveries.test_alerts import alerts
from tests.coaching.own_data.test_record import raw
from tests.coaching.stories.test_telling import OTHER, TEXT, THIRD
from tests.organisation import Programme
from tests.refusal import refused

WORKING_DAYS = (
    (Weekday.TUE, "09:30"),
    (Weekday.WED, "13:00"),
    (Weekday.THU, "09:30"),
    (Weekday.FRI, "10:00"),
)


async def told(programme: Programme, week: int, day: Weekday, clock: str) -> list[int]:
    """Return of how many stories HR is told at a local time."""
    programme.is_now(week, day, clock)
    return [alert.stories for _, alert in await alerts(programme)]


async def test_stories_are_off_until_hr_opens_them_and_the_trail_says_so(
    programme: Programme,
) -> None:
    args = (programme.database, programme.hanna, programme.now)
    assert await desk_of(*args) == StoryDesk(used=False, waiting=0, allowed=0)
    for used in (True, True, False):
        assert (await switch(*args, used=used)).used == used
    async with programme.database.read() as session:
        trail = (await session.exec(select(AuditEntry.action, AuditEntry.after))).all()
    assert [after for action, after in trail if action == "set stories"] == [
        '{"used": true}',
        '{"used": false}',
    ]


async def test_members_and_leads_decide_nothing(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, lena = await programme.joins("Ana", desk), await programme.joins("Lena", desk, Role.LEAD)
    await programme.opens_stories()
    story = await programme.tells(ana, TEXT)
    now = programme.is_now(1)
    for who in (ana, lena):
        with refused(Code.NOT_ALLOWED):
            await desk_of(programme.database, who, now)
        with refused(Code.NOT_ALLOWED):
            await read(programme.database, who, 0, now, allowed=False)
        with refused(Code.NOT_ALLOWED):
            await look_at(programme.database, who, story, now)
        with refused(Code.NOT_ALLOWED):
            await allow(programme.database, who, story, Dimension.CLARITY, now)
        with refused(Code.NOT_ALLOWED):
            await decline(programme.database, who, story, Reason.UNKIND, now)
        with refused(Code.NOT_ALLOWED):
            await switch(programme.database, who, now, used=False)


async def test_nothing_can_be_decided_before_the_bundle_is_shown(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    story = await programme.tells(ana, TEXT)
    hr = (programme.database, programme.hanna)
    now = programme.is_now(0, Weekday.SUN, "23:00")
    with refused(Code.NOT_FOUND):
        await look_at(*hr, story, now)
    with refused(Code.NOT_FOUND):
        await allow(*hr, story, Dimension.CLARITY, now)
    with refused(Code.NOT_FOUND):
        await decline(*hr, story, Reason.UNKIND, now)
    assert await read(*hr, 0, now, allowed=False) is None
    seen = await read(*hr, 0, programme.is_now(1), allowed=False)
    assert seen is not None
    assert (seen.text, seen.dimension) == (TEXT, None)


async def test_a_word_twice_is_one_word_and_a_declined_one_stays_declined(
    programme: Programme,
) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await programme.opens_stories()
    first, second = await programme.tells(ana, TEXT), await programme.tells(bo, OTHER)
    hr = (programme.database, programme.hanna)
    now = programme.is_now(1)
    for dimension in (Dimension.CLARITY, Dimension.EMPATHY):
        desk = await allow(*hr, first, dimension, now)
    assert desk == StoryDesk(used=True, waiting=1, allowed=1)
    assert (await look_at(*hr, first, now)).dimension is Dimension.CLARITY
    for reason in (Reason.UNKIND, Reason.UNCLEAR):
        desk = await decline(*hr, second, reason, now)
    assert desk == StoryDesk(used=True, waiting=0, allowed=1)
    with refused(Code.NOT_FOUND):
        await allow(*hr, second, Dimension.CLARITY, now)
    async with programme.database.read() as session:
        row = (await session.exec(select(Story).where(Story.id == second))).one()
    assert (row.text, row.declined_for) == (None, Reason.UNKIND)
    if programme.database.is_sqlite:
        content = raw(Path(programme.database.url.database or ""))
        assert OTHER.encode() not in content
        assert TEXT.encode() in content, "the search finds what is there"


async def test_what_was_allowed_can_be_taken_down(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    story = await programme.tells(ana, TEXT)
    now = programme.is_now(1)
    await programme.allows(story)
    desk = await decline(programme.database, programme.hanna, story, Reason.RECOGNISABLE, now)
    assert desk == StoryDesk(used=True, waiting=0, allowed=0)


async def test_nobody_decides_on_a_story_of_their_own(programme: Programme) -> None:
    """Somebody of HR who works in a team, too, does not even find it among those that wait."""
    desk = await programme.team("Desk")
    token = await programme.link(Role.HR)
    heidi = await programme.joins("Heidi", desk)
    await joining.open_invite(programme.database, token, heidi.telegram_id, "Heidi", programme.now)
    heidi = await programme.again(heidi)
    await joining.accept_notice(programme.database, heidi, programme.now)
    heidi = await programme.again(heidi)
    assert heidi.standing.hr
    assert heidi.standing.staff_in
    await programme.opens_stories()
    story = await programme.tells(heidi, TEXT)
    now = programme.is_now(1)
    assert (await desk_of(programme.database, heidi, now)).waiting == 0
    with refused(Code.NOT_FOUND):
        await allow(programme.database, heidi, story, Dimension.CLARITY, now)
    assert (await desk_of(programme.database, programme.hanna, now)).waiting == 1


async def test_hr_is_told_on_mondays_of_all_that_wait_and_never_in_between(
    programme: Programme,
) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await programme.opens_stories()
    await programme.tells(ana, TEXT)
    story = await programme.tells(bo, OTHER)
    for day, clock in WORKING_DAYS:
        assert await told(programme, 0, day, clock) == [], day
    assert await told(programme, 1, Weekday.MON, "00:30") == [], "nobody is woken"
    assert await told(programme, 1, Weekday.MON, "09:00") == [2]
    await programme.allows(story)
    await programme.tells(ana, THIRD)
    for day, clock in WORKING_DAYS:
        assert await told(programme, 1, day, clock) == [], day
    assert await told(programme, 2, Weekday.MON, "00:30") == []
    assert await told(programme, 2, Weekday.MON, "09:00") == [2]


async def test_hr_hears_nothing_while_stories_are_off(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await programme.opens_stories()
    await programme.tells(ana, TEXT)
    await programme.opens_stories(used=False)
    for day, clock in WORKING_DAYS:
        assert await told(programme, 0, day, clock) == [], day
    assert await told(programme, 1, Weekday.MON, "00:30") == []
    assert await told(programme, 1, Weekday.MON, "09:00") == []
