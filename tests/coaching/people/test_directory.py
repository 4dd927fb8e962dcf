from coaching.conversation import open_question
from coaching.errors import Code
from coaching.people import directory
from coaching.results.staffing import staffing
from coaching.rules.access import Role
from tests.organisation import Programme, founded
from tests.refusal import refused


async def test_hr_sees_who_is_where(programme: Programme) -> None:
    desk, street = await programme.team("Desk"), await programme.team("Street", unit="Streets")
    await programme.join(desk, "Bo", "Ana")
    await programme.joins("Leo", desk, Role.LEAD)
    found = await staffing(programme.database, programme.hanna, programme.now)
    assert (found.hr, found.people) == (["Hanna"], {desk: 3})
    args = (programme.database, programme.hanna, desk, programme.now)
    members = (await directory.people_of(*args)).members
    assert [(each.first_name, each.role) for each in members] == [
        ("Leo", Role.LEAD),
        ("Ana", Role.STAFF),
        ("Bo", Role.STAFF),
    ]
    places = (await directory.places(programme.database, programme.hanna)).here
    assert [(p.unit_name, p.team_name) for p in places] == [
        ("Services", "Desk"),
        ("Streets", "Street"),
    ]
    place = await directory.place(programme.database, programme.hanna, street)
    assert place.team_name == "Street"


async def test_another_organisation_does_not_exist(programme: Programme) -> None:
    other = await founded(programme.database, name="Another city")
    theirs = await other.team("Their desk")
    await other.joins("Ville", theirs)
    args = (programme.database, programme.hanna)
    assert (await directory.places(*args)).here == []
    assert await directory.units(*args) == []
    assert (await staffing(*args, programme.now)).people == {}
    with refused(Code.NOT_FOUND):
        await directory.place(*args, theirs)
    with refused(Code.NOT_FOUND):
        await directory.add_team(*args, await other.unit(), "Mine", programme.now)
    with refused(Code.NOT_FOUND):
        await directory.ask_team_name(*args, await other.unit())


async def test_a_name_is_tidied_and_a_bad_one_refused(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    unit = await directory.add_unit(*args, "  Customer \n service ", programme.now)
    assert unit.name == "Customer service"
    for name in ("", " ", "A", "A" * 61, "Call 040 123 4567"):
        with refused(Code.NAME_INVALID):
            await directory.add_unit(*args, name, programme.now)
        with refused(Code.NAME_INVALID):
            await directory.add_team(*args, unit.id, name, programme.now)
    assert [u.name for u in await directory.units(*args)] == ["Customer service"]


async def test_a_name_is_taken_once_in_its_unit(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    await programme.team("Desk")
    with refused(Code.NAME_TAKEN):
        await directory.add_unit(*args, "Services", programme.now)
    with refused(Code.NAME_TAKEN):
        await directory.add_team(*args, await programme.unit(), "Desk", programme.now)
    await programme.team("Desk", unit="Streets")
    assert [p.team_name for p in (await directory.places(*args)).here] == ["Desk", "Desk"]


async def test_a_typed_name_is_waited_for_until_it_is_given(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    unit = await programme.unit()
    await directory.ask_team_name(*args, unit)
    question = await open_question(*args)
    assert question is not None
    assert (question.name, question.data) == (directory.QUESTION_TEAM, {"unit": unit})
    with refused(Code.NAME_INVALID):
        await directory.add_team(*args, unit, "?", programme.now)
    assert await open_question(*args) is not None
    await directory.add_team(*args, unit, "Desk", programme.now)
    assert await open_question(*args) is None


async def test_only_hr_sees_and_changes_the_directory(programme: Programme) -> None:
    leo = await programme.joins("Leo", await programme.team("Desk"), Role.LEAD)
    with refused(Code.NOT_ALLOWED):
        await staffing(programme.database, leo, programme.now)
    with refused(Code.NOT_ALLOWED):
        await directory.places(programme.database, leo)
    with refused(Code.NOT_ALLOWED):
        await directory.add_unit(programme.database, leo, "Mine", programme.now)
    with refused(Code.NOT_ALLOWED):
        await directory.ask_unit_name(programme.database, leo)


async def test_a_page_holds_what_it_shows_and_the_last_one_comes_beyond_the_end(
    programme: Programme,
) -> None:
    for n in range(23):
        await programme.team(f"Team {n:02}")
    args = (programme.database, programme.hanna)
    pages = [await directory.places(*args, page) for page in (0, 1, 99)]
    assert [(len(each.here), each.page, each.pages) for each in pages] == [
        (20, 0, 2),
        (3, 1, 2),
        (3, 1, 2),
    ]
    shown = [place.team_name for page in pages[:2] for place in page.here]
    assert shown == [f"Team {n:02}" for n in range(23)]


async def test_everybody_of_a_large_team_is_on_one_of_its_pages(programme: Programme) -> None:
    team = await programme.team("Desk")
    await programme.joins("Zoe", team, Role.LEAD)
    await programme.join(team, *(f"Ana {n:02}" for n in range(46)))
    args = (programme.database, programme.hanna, team, programme.now)
    pages = [await directory.people_of(*args, page) for page in (0, 1)]
    shown = [each.first_name for page in pages for each in page.members]
    assert shown == ["Zoe", *(f"Ana {n:02}" for n in range(46))]
    assert [(len(page.members), page.pages) for page in pages] == [(45, 2), (2, 2)]
