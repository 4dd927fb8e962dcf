"""What is somebody else's does not exist: every press that names a row, with foreign rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import timedelta

import pytest
from sqlalchemy import select as select_rows
from sqlmodel import select

from bot.callbacks.base import CallbackData
from bot.callbacks.content import AnswerTrial, SettleDraft, TryPrompt
from bot.callbacks.deliveries import Resend, ShowDelivery
from bot.callbacks.leading import ShowMinute
from bot.callbacks.learnings import ShowLearning, Thank, TryLearning, WithdrawLearning
from bot.callbacks.own_data import OwnTextData
from bot.callbacks.people import (
    Approve,
    ConfirmPlaces,
    EndPlace,
    InviteTo,
    KeepPlace,
    MakeInvite,
    MergeInto,
    MergeTeam,
    MoveInto,
    MovePerson,
    NewTeam,
    RenameTeam,
    RenameUnit,
    RenewInvite,
    Search,
    ShowPeople,
    ShowPerson,
    Sought,
    TakeBack,
    TurnPeople,
)
from bot.callbacks.points import CastVote, HandingStep, HandReward, OfferReward, ShowTeam, ShowVote
from bot.callbacks.practice import (
    AnswerAfter,
    AnswerPrompt,
    AnswerReturn,
    BeginChallenge,
    Face,
    StopReturns,
    TurnPrompt,
    TurnReturn,
)
from bot.callbacks.results import (
    MergeReporting,
    SeparateReporting,
    ShowBlocks,
    ShowReporting,
    ShowResults,
)
from bot.callbacks.schedules import (
    ChooseZone,
    DeleteSchedule,
    EditSchedule,
    Page,
    PauseSchedule,
    ResetSite,
    SetAudience,
    SetWorkday,
    ShowSchedule,
    ShowSite,
    SitePage,
    WorkHolidays,
    WorkInShifts,
)
from bot.callbacks.stories import AllowStory, DeclineStory
from bot.routes import routes
from coaching.own_data.texts import TextKind
from coaching.people import joining
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.returns import Result
from coaching.rules.scripts import OBSTACLES, THOUGHT
from coaching.rules.stories import Reason
from storage.deliveries import Delivery, Occurrence
from storage.follow_ups import FollowUp
from storage.invites import Invite
from storage.people import Membership
from storage.practice import Practice, PromptRelease
from storage.results import BlockPublication, BlockResult
from storage.rewards import Reward, TeamReward
from storage.schedules import Schedule
from storage.stories import Story
from storage.tables import METADATA
from tests.bot.dialogue import Office, Someone
from tests.organisation import Programme, founded

SECRET = "Quokka"  # in every name and text of the others
# What a press of anybody may change besides: where their own talk stands, and that they are alive.
OWN = {"person", "position"}
NOTHING_THERE = (
    "I did not find that.",
    "That is not for your role.",
    "This question is closed.",
    "This draft waits no more",
)


@dataclass(frozen=True)
class Others:
    """The ids of rows that belong to somebody else."""

    unit: int
    team: int
    practice: int
    follow_up: int
    card: int
    schedule: int
    occurrence: int
    invite: int
    vote: int
    reward: int
    draft: int
    story: int
    person: int

    def presses(self) -> list[CallbackData]:
        """Return a press of each kind that names a row, with these rows."""
        return [
            TurnPrompt(self.practice, Face.AGAIN),
            AnswerPrompt(self.practice, 0, Outcome.DONE),
            TurnReturn(self.follow_up, Face.TEXT),
            AnswerReturn(self.follow_up, Result.CAME),
            AnswerAfter(self.follow_up, 0, OBSTACLES[0]),
            StopReturns(self.follow_up),
            OwnTextData(TextKind.PROMPT, self.practice, 0),
            OwnTextData(TextKind.PROMPT, self.practice, 1),
            OwnTextData(TextKind.CARD, self.card, 1),
            OwnTextData(TextKind.STORY, self.story, 0),
            OwnTextData(TextKind.STORY, self.story, 1),
            WithdrawLearning(self.card, 0),
            ShowTeam(self.team),
            ShowMinute(self.team),
            ShowResults("team", self.team),
            ShowResults("team", self.team, 1),
            ShowResults("unit", self.unit),
            ShowBlocks("team", self.team),
            ShowBlocks("unit", self.unit, 1),
            BeginChallenge(self.team, "two_weeks"),
            ShowVote(self.vote),
            CastVote(self.vote, self.reward),
            *self.of_hr(),
        ]

    def of_hr(self) -> list[CallbackData]:
        """Return those of them that are HR's."""
        return [
            TryLearning(self.card, 0),
            Thank(self.card, 0),
            SettleDraft(self.draft, 1),
            SettleDraft(self.draft, 0),
            TryPrompt(self.draft, 0, Face.AGAIN),
            AnswerTrial(self.draft, 0, 0, THOUGHT),
            AllowStory(self.story),
            AllowStory(self.story, Dimension.CLARITY),
            DeclineStory(self.story),
            DeclineStory(self.story, Reason.UNKIND),
            HandReward(self.vote, HandingStep.APPROVE),
            HandReward(self.vote, HandingStep.TAX),
            HandReward(self.vote, HandingStep.HAND_OUT),
            OfferReward(self.reward, 0),
            MergeTeam(self.team),
            MergeInto(self.team, 0),
            RenameUnit(self.unit),
            RenameTeam(self.team),
            Search(Sought.MERGE, self.team),
            TurnPeople(self.team, 0),
            MergeTeam(1, self.team),
            MergeTeam(self.team, 1, 1),
            MergeTeam(1, self.team, 1),
            ShowReporting(self.team),
            MergeReporting(self.team, self.team),
            SeparateReporting(self.team),
            ShowSchedule(self.schedule),
            PauseSchedule(self.schedule, 1),
            DeleteSchedule(self.schedule),
            DeleteSchedule(self.schedule, 1),
            EditSchedule(Page.BEGIN, self.schedule),
            SetAudience(None, self.team),
            SetAudience(self.unit),
            InviteTo(self.team),
            MakeInvite(Role.STAFF, self.team),
            MakeInvite(Role.LEAD, self.team),
            RenewInvite(Role.LEAD, self.team),
            Approve(self.invite, 1),
            Approve(self.invite, 0),
            TakeBack(self.invite),
            NewTeam(self.unit),
            ShowPeople(self.team),
            ShowPerson(self.person),
            EndPlace(self.person),
            EndPlace(self.person, 1),
            KeepPlace(self.person),
            MovePerson(self.person),
            MovePerson(self.person, 1),
            MovePerson(self.person, self.team, 1),
            MoveInto(self.person, 0),
            ConfirmPlaces(self.team),
            ConfirmPlaces(self.team, 1),
            *(ShowSite(page, self.unit) for page in SitePage),
            SetWorkday(Weekday.SAT, 1, self.unit),
            ResetSite(SitePage.HOURS, self.unit),
            ChooseZone(self.unit, "Europe/Stockholm"),
            WorkHolidays(self.unit, 1),
            WorkInShifts(self.unit, 1),
            ShowDelivery(self.occurrence),
            Resend(self.occurrence),
        ]


def test_every_press_that_names_a_row_is_tried() -> None:
    """Whoever adds a button that names a row adds it to `Others.presses` too."""
    tried = {type(press) for press in Others(*range(len(fields(Others)))).presses()}
    names = {
        press
        for press in routes().presses
        if any(field.name.endswith("_id") for field in fields(press))
    }
    assert tried == names


async def others_in(programme: Programme, unit: str, team: str) -> Others:
    """Let somebody in the team have, share and earn what can be had there."""
    place = await programme.team(team, unit)
    mallory, *_ = await programme.join(place, SECRET, *(f"{SECRET} {n}" for n in range(5)))
    plan = await programme.offered(mallory, PromptFormat.PLAN)
    await programme.talks_through(mallory, plan, programme.now)
    card = await programme.shares(mallory, f"{SECRET}: I asked first and it helped.")
    await programme.opens_stories()
    story = await programme.tells(
        mallory, f"{SECRET} came in tears and left with a plan for home."
    )
    async with programme.database.write() as session:
        told = await session.get_one(Story, story)
        told.shown_from = programme.now.date()
        session.add(
            Schedule(
                organisation_id=programme.id,
                kind="champion",
                team_id=place,
                weekdays="tue",
                at=(programme.now + timedelta(hours=1)).time(),
                anchor=programme.hanna.programme_start,
                window_minutes=60,
                texts=f'{{"en": "{SECRET}"}}',
            )
        )
        published = BlockPublication(
            organisation_id=programme.id, block=0, instrument="1", published_at=programme.now
        )
        reward = Reward(organisation_id=programme.id, title=SECRET, kind="time", level=1)
        raw = {"id": "own-d1-try-1", "evidence": SECRET}
        draft = PromptRelease(
            organisation_id=programme.id,
            at=programme.now,
            content=json.dumps({"prompts": [raw], "older": {}}),
        )
        session.add_all([published, reward, draft])
        await session.flush()
        session.add_all(
            BlockResult(
                publication_id=published.id,
                node=node,
                node_id=node_id,
                dimension="D1",
                form="band",
                band="regular",
                people="5-9",
                reliability="fair",
            )
            for node, node_id in (("team", place), ("unit", await programme.unit(unit)))
        )
        session.add(TeamReward(team_id=place, won_by=place, quarter=0, level=1))
        schedule = (await session.exec(select(Schedule).where(Schedule.team_id == place))).one()
        occurrence = Occurrence(
            schedule_id=schedule.id,
            day=programme.now.date(),
            week=0,
            due=programme.now,
            audience=1,
        )
        session.add(occurrence)
        await session.flush()
        session.add(
            Delivery(
                occurrence_id=occurrence.id,
                person_id=mallory.person_id,
                state="failed",
                not_before=programme.now,
                useful_until=programme.now + timedelta(days=9),
            )
        )
    await joining.first_invitation(programme.database, programme.id, programme.now, SECRET)
    async with programme.database.write() as session:
        invite = (await session.exec(select(Invite).where(Invite.asked_in == SECRET))).one()
        invite.waits, invite.asked_by = True, mallory.person_id
        vote = (await session.exec(select(TeamReward.id).where(TeamReward.team_id == place))).one()
        practice = select(Practice.id).where(Practice.person_id == mallory.person_id)
        follow_up = select(FollowUp.id).where(FollowUp.practice_id == plan.practice_id)
        return Others(
            await programme.unit(unit),
            place,
            (await session.exec(practice)).all()[0],
            (await session.exec(follow_up)).all()[0],
            card,
            schedule.id,
            occurrence.id,
            invite.id,
            vote,
            reward.id,
            draft.id,
            story,
            mallory.person_id,
        )


async def everything(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables but those that anybody's press may touch."""
    async with office.programme.database.read() as session:
        return {
            table.name: [tuple(row) for row in await session.exec(select_rows(table))]  # type: ignore[call-overload]
            for table in METADATA.sorted_tables
            if table.name not in OWN
        }


async def nothing_is_there(
    office: Office, person: Someone, presses: Sequence[CallbackData]
) -> None:
    await person.says("/help")
    before = await everything(office)
    for press in presses:
        shown = person.screen
        await person.forges(press)
        assert person.toast.startswith(NOTHING_THERE), (press, person.toast)
        assert person.screen == shown, press
        assert SECRET not in person.toast + person.screen, press
    assert await everything(office) == before


@pytest.mark.parametrize("role", list(Role))
async def test_another_organisations_rows_do_not_exist(
    office: Office, desk: int, role: Role
) -> None:
    elsewhere = await founded(office.programme.database, name=SECRET, now=office.clock.now())
    others = await others_in(elsewhere, SECRET, f"{SECRET} desk")
    person = await office.member("Ana", None if role is Role.HR else desk, role)
    await nothing_is_there(office, person, others.presses())


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_another_teams_rows_do_not_exist(office: Office, desk: int, role: Role) -> None:
    others = await others_in(office.programme, SECRET, f"{SECRET} desk")
    person = await office.member("Ana", desk, role)
    shared_with_all = TryLearning
    presses = [press for press in others.presses() if not isinstance(press, shared_with_all)]
    await nothing_is_there(office, person, presses)


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_ends_with_its_membership(office: Office, desk: int, role: Role) -> None:
    """Old buttons, commands and what is planned: nothing answers any more."""
    person = await office.member("Ana", None if role is Role.HR else desk, role)
    await office.member("Heidi", None, Role.HR)
    await person.says("/help")
    async with office.programme.database.write() as session:
        places = await session.exec(
            select(Membership).where(Membership.person_id == await _id_of(office, person))
        )
        for place in places.all():
            place.until = office.programme.now.date()
    said = len(person.messages)
    old: list[CallbackData] = [ShowTeam(desk), ShowResults("team", desk)]
    old += [ShowPeople(), ShowSchedule(), ShowLearning(0)]
    for press in old:
        await person.forges(press)
    for command in ("team", "points", "results", "people", "schedules", "prompt", "learnings"):
        await person.says(f"/{command}")
    for message in person.messages[said:]:
        assert "Desk" not in message.text
        assert "Who is where" not in message.text
    said = len(person.messages)
    await office.live(1, Weekday.WED, "15:00")
    assert len(person.messages) == said, "nothing comes by itself either"


async def test_a_lead_who_moves_sees_the_new_team_only(office: Office, desk: int) -> None:
    phone = await office.programme.team("Phone")
    lea = await office.member("Lea", desk, Role.LEAD)
    async with office.programme.database.write() as session:
        place = (
            await session.exec(
                select(Membership).where(Membership.person_id == await _id_of(office, lea))
            )
        ).one()
        place.until = office.programme.now.date()
        session.add(
            Membership(
                person_id=place.person_id,
                role="lead",
                team_id=phone,
                since=office.programme.now.date(),
            )
        )
    await lea.says("/team")
    assert "Phone" in lea.screen
    for press in (ShowTeam(desk), ShowMinute(desk), ShowResults("team", desk)):
        await lea.forges(press)
        assert lea.toast == "I did not find that."


async def _id_of(office: Office, person: Someone) -> int:
    async with office.programme.database.connect(write=False) as connection:
        rows = await connection.exec_driver_sql(
            f"SELECT id FROM person WHERE telegram_id = {person.user_id}"
        )
        return int(rows.scalar_one())
