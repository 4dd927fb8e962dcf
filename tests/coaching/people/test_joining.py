import asyncio
from datetime import timedelta

from sqlmodel import select

from coaching.errors import CoachingError, Code
from coaching.people import identity, joining
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from storage.invites import Invite
from tests.organisation import Programme, founded, joins_with
from tests.refusal import refused

ANA, BO = 501, 502


async def places(programme: Programme) -> dict[int | None, list[str]]:
    """Return the names that HR sees in each team."""
    return await programme.names_by_team()


async def ana_opens(programme: Programme, token: str) -> Viewer:
    """Let Ana open a link."""
    args = (token, ANA, "Ana", programme.now)
    return (await joining.open_invite(programme.database, *args)).viewer


async def accepts(programme: Programme, viewer: Viewer) -> Viewer:
    """Let somebody say that they read the notice."""
    return (await joining.accept_notice(programme.database, viewer, programme.now)).viewer


async def test_a_link_leads_into_its_team_once_the_notice_was_read(programme: Programme) -> None:
    team = await programme.team("Desk")
    token = await programme.link(Role.STAFF, team)
    ana = await ana_opens(programme, token)
    assert (ana.enrolled, ana.language, ana.standing.staff_in) == (False, "en", frozenset())
    ana = (await joining.choose_language(programme.database, ana, "sv")).viewer
    ana = await accepts(programme, ana)
    assert (ana.enrolled, ana.language) == (True, "sv")
    assert ana.standing.staff_in == {team}
    assert (await places(programme))[team] == ["Ana"]


async def test_nobody_is_anywhere_before_the_notice_was_read(programme: Programme) -> None:
    team = await programme.team("Desk")
    token = await programme.link(Role.STAFF, team)
    ana = await ana_opens(programme, token)
    with refused(Code.NOT_ALLOWED):
        await programme.checks_in(ana)
    assert await places(programme) == {None: ["Hanna"]}


async def test_a_used_link_lets_nobody_else_in(programme: Programme) -> None:
    token = await programme.link(Role.STAFF, await programme.team("Desk"))
    await joins_with(programme.database, token, "Ana", programme.now)
    with refused(Code.INVITE_USED):
        await joins_with(programme.database, token, "Bo", programme.now)


async def test_a_link_that_somebody_opened_belongs_to_them(programme: Programme) -> None:
    token = await programme.link(Role.STAFF, await programme.team("Desk"))
    await joining.open_invite(programme.database, token, ANA, "Ana", programme.now)
    with refused(Code.INVITE_USED):
        await joining.open_invite(programme.database, token, BO, "Bo", programme.now)


async def test_a_link_opened_by_two_at_once_lets_one_in(programme: Programme) -> None:
    token = await programme.link(Role.STAFF, await programme.team("Desk"))

    async def opens(telegram_id: int) -> str:
        try:
            await joining.open_invite(programme.database, token, telegram_id, "Ana", programme.now)
        except CoachingError as error:
            return error.code
        return "in"

    assert sorted(await asyncio.gather(*(opens(n) for n in range(1, 5)))) == [
        "in",
        *[Code.INVITE_USED] * 3,
    ]


async def test_opening_ones_own_link_again_is_no_harm(programme: Programme) -> None:
    token = await programme.link(Role.STAFF, await programme.team("Desk"))
    first = await ana_opens(programme, token)
    again = await ana_opens(programme, token)
    assert first == again


async def test_a_link_that_one_has_used_says_so(programme: Programme) -> None:
    token = await programme.link(Role.STAFF, await programme.team("Desk"))
    ana = await joins_with(programme.database, token, "Ana", programme.now)
    with refused(Code.ALREADY_MEMBER):
        await joining.open_invite(programme.database, token, ana.telegram_id, "Ana", programme.now)


async def test_a_lead_does_not_become_a_member_of_the_led_team(programme: Programme) -> None:
    team = await programme.team("Desk")
    lena = await programme.joins("Lena", team, Role.LEAD)
    token = await programme.link(Role.STAFF, team)
    with refused(Code.ALREADY_MEMBER):
        await joining.open_invite(
            programme.database, token, lena.telegram_id, "Lena", programme.now
        )


async def test_a_member_who_becomes_lead_is_member_no_longer(programme: Programme) -> None:
    team = await programme.team("Desk")
    ana = await programme.joins("Ana", team)
    token = await programme.link(Role.LEAD, team)
    await joining.open_invite(programme.database, token, ana.telegram_id, "Ana", programme.now)
    ana = await accepts(programme, ana)
    assert ana.standing.leads == {team}
    assert not ana.standing.staff_in


async def test_before_a_second_link_is_taken_it_says_what_ends(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana = await programme.joins("Ana", desk)
    token = await programme.link(Role.STAFF, phone)
    await joining.open_invite(programme.database, token, ana.telegram_id, "Ana", programme.now)
    offered = await joining.offered_place(programme.database, ana)
    assert offered == joining.Offered(Role.STAFF, "Phone", leaves="Desk")
    await joining.accept_notice(programme.database, ana, programme.now)
    assert await joining.offered_place(programme.database, ana) is None


async def test_a_link_lasts_seven_days(programme: Programme) -> None:
    team = await programme.team("Desk")
    early, late = await programme.link(Role.STAFF, team), await programme.link(Role.STAFF, team)
    week = timedelta(days=7)
    just_in_time = programme.now + week - timedelta(seconds=1)
    await joining.open_invite(programme.database, early, ANA, "Ana", just_in_time)
    with refused(Code.INVITE_EXPIRED):
        await joining.open_invite(programme.database, late, BO, "Bo", programme.now + week)
    assert await identity.identify(programme.database, BO) is None


async def test_a_forged_link_lets_nobody_in(programme: Programme) -> None:
    await programme.link(Role.STAFF, await programme.team("Desk"))
    for token in ("", "x", "A" * 24, "🌶", "' OR 1=1 --"):
        with refused(Code.INVITE_UNKNOWN):
            await joining.open_invite(programme.database, token, ANA, "Ana", programme.now)
    assert await identity.identify(programme.database, ANA) is None


async def test_a_link_of_another_organisation_leads_nowhere(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    other = await founded(programme.database, name="Another city")
    token = await other.link(Role.STAFF, await other.team("Their desk"))
    with refused(Code.INVITE_UNKNOWN):
        await joining.open_invite(programme.database, token, ana.telegram_id, "Ana", programme.now)


async def test_nobody_invites_into_a_team_of_another_organisation(programme: Programme) -> None:
    other = await founded(programme.database, name="Another city")
    team = await other.team("Their desk")
    with refused(Code.NOT_FOUND):
        await programme.link(Role.STAFF, team)


async def test_the_token_itself_is_nowhere_in_the_database(programme: Programme) -> None:
    token = await programme.link(Role.HR)
    async with programme.database.read() as session:
        kept = (await session.exec(select(Invite))).all()
    assert kept
    assert all(token not in str(invite.model_dump()) for invite in kept)


async def test_one_request_makes_one_link(programme: Programme) -> None:
    team = await programme.team("Desk")
    args = (programme.database, programme.hanna, Role.STAFF, team, programme.now)
    await joining.invite(*args, "update 7")
    with refused(Code.INVITE_ALREADY_MADE):
        await joining.invite(*args, "update 7")


async def test_a_link_for_staff_or_a_lead_needs_a_team_and_one_for_hr_has_none(
    programme: Programme,
) -> None:
    for role, team in (
        (Role.STAFF, None),
        (Role.LEAD, None),
        (Role.HR, await programme.team("Desk")),
    ):
        with refused(Code.NOT_FOUND):
            args = (programme.database, programme.hanna, role, team, programme.now)
            await joining.invite(*args, "test")


async def test_only_hr_invites(programme: Programme) -> None:
    team = await programme.team("Desk")
    for role in (Role.STAFF, Role.LEAD):
        viewer = await programme.joins("Ana", team, role)
        with refused(Code.NOT_ALLOWED):
            await joining.invite(
                programme.database, viewer, Role.STAFF, team, programme.now, f"as {role}"
            )


async def test_a_second_link_moves_staff_to_the_new_team(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana = await programme.joins("Ana", desk)
    now = programme.is_now(1)
    token = await programme.link(Role.STAFF, phone)
    await joining.open_invite(programme.database, token, ana.telegram_id, "Ana", now)
    assert (await programme.again(ana)).standing.staff_in == {desk}
    ana = await accepts(programme, ana)
    assert ana.standing.staff_in == {phone}
    assert await places(programme) == {None: ["Hanna"], phone: ["Ana"]}


async def test_reading_the_notice_twice_changes_nothing(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    programme.is_now(1)
    assert await accepts(programme, ana) == ana


async def test_two_presses_at_once_enrol_once(programme: Programme) -> None:
    team = await programme.team("Desk")
    token = await programme.link(Role.STAFF, team)
    ana = await ana_opens(programme, token)
    both = [joining.accept_notice(programme.database, ana, programme.now) for _ in range(2)]
    first, second = await asyncio.gather(*both)
    assert first.viewer == second.viewer
    assert (await places(programme))[team] == ["Ana"]


async def test_of_several_links_the_one_opened_last_counts(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    to_desk = await programme.link(Role.STAFF, desk)
    to_phone = await programme.link(Role.STAFF, phone)
    await joining.open_invite(programme.database, to_phone, ANA, "Ana", programme.now)
    ana = await ana_opens(programme, to_desk)
    ana = await accepts(programme, ana)
    assert ana.standing.staff_in == {desk}
    ana = await accepts(programme, ana)
    assert ana.standing.staff_in == {desk}


async def test_a_link_to_where_one_is_already_says_so(programme: Programme) -> None:
    team = await programme.team("Desk")
    ana = await programme.joins("Ana", team)
    token = await programme.link(Role.STAFF, team)
    with refused(Code.ALREADY_MEMBER):
        await joining.open_invite(programme.database, token, ana.telegram_id, "Ana", programme.now)


async def test_somebody_can_lead_two_teams_and_be_staff_in_a_third(programme: Programme) -> None:
    desk, phone, field = [await programme.team(name) for name in ("Desk", "Phone", "Field")]
    leo = await programme.joins("Leo", desk, Role.LEAD)
    for role, team in ((Role.LEAD, phone), (Role.STAFF, field)):
        leo = await programme.joins("Leo", team, role, account=leo.telegram_id)
    assert leo.standing.leads == {desk, phone}
    assert leo.standing.staff_in == {field}


async def test_every_three_who_join_a_team_get_three_forms(programme: Programme) -> None:
    team = await programme.team("Desk")
    forms = [viewer.form for viewer in await programme.join(team, *"ABCDEF")]
    assert sorted(str(form) for form in forms[:3]) == ["A", "B", "C"]
    assert sorted(str(form) for form in forms[3:]) == ["A", "B", "C"]


async def test_a_language_that_the_organisation_does_not_use_is_refused(
    programme: Programme,
) -> None:
    with refused(Code.NOT_FOUND):
        await joining.choose_language(programme.database, programme.hanna, "de")


async def test_a_very_long_name_is_cut_and_no_obstacle(programme: Programme) -> None:
    token = await programme.link(Role.STAFF, await programme.team("Desk"))
    viewer = await joins_with(programme.database, token, "Å" * 200, programme.now)
    assert viewer.first_name == "Å" * 64
