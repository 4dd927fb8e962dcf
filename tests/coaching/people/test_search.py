"""HR finds teams and people by a part of the name, on both databases."""

import pytest

from coaching.errors import Code
from coaching.people.search import Found, search
from coaching.rules.access import Role
from tests.organisation import Programme, founded
from tests.refusal import refused


async def sought(programme: Programme, part: str, *, people_too: bool = True) -> Found:
    args = (programme.database, programme.hanna, part, programme.now)
    return await search(*args, people_too=people_too)


def names(found: Found) -> list[str]:
    return [*(each.team_name for each in found.teams), *(p.first_name for p in found.people)]


@pytest.mark.parametrize("typed", ["äänekoski", "ÄÄNE", " kosk ", "Ääne"])
async def test_capitals_and_spaces_do_not_matter(programme: Programme, typed: str) -> None:
    await programme.team("Äänekoski")
    await programme.team("Kouvola")
    assert names(await sought(programme, typed)) == ["Äänekoski"]


async def test_a_unit_finds_its_teams_and_a_name_its_people(programme: Programme) -> None:
    desk = await programme.team("Desk", unit="Library")
    await programme.team("Street")
    await programme.join(desk, "Libby", "Bo")
    found = await sought(programme, "lib")
    assert names(found) == ["Desk", "Libby"]
    assert found.people[0].place == found.teams[0]
    assert names(await sought(programme, "lib", people_too=False)) == ["Desk"]


@pytest.mark.parametrize("typed", ["%", "_", "/", "Desk/", "'"])
async def test_signs_mean_themselves(programme: Programme, typed: str) -> None:
    await programme.team("Desk")
    assert names(await sought(programme, typed)) == []
    await programme.team(f"The {typed} team")
    assert names(await sought(programme, typed)) == [f"The {typed} team"]


async def test_more_than_fit_are_said_to_be_there(programme: Programme) -> None:
    for n in range(21):
        await programme.team(f"Desk {n:02}")
    found = await sought(programme, "desk")
    assert (len(found.teams), found.more) == (20, True)
    assert not (await sought(programme, "desk 0")).more


async def test_hr_is_found_and_nobody_of_another_organisation(programme: Programme) -> None:
    other = await founded(programme.database, name="Another city")
    await other.join(await other.team("Hannasdesk"), "Hannele")
    found = await sought(programme, "hanna")
    assert names(found) == ["Hanna"]
    assert (found.people[0].role, found.people[0].place) == (Role.HR, None)


async def test_only_hr_may_search(programme: Programme) -> None:
    leo = await programme.joins("Leo", await programme.team("Desk"), Role.LEAD)
    with refused(Code.NOT_ALLOWED):
        await search(programme.database, leo, "x", programme.now, people_too=False)
