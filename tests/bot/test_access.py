"""Every command and every press by every role: only what the matrix allows answers."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot import callbacks, commands, routes
from bot.callbacks import (
    CallbackData,
    Face,
    FocusPage,
    HistoryPage,
    Listing,
    OwnDataPage,
    OwnPage,
    Page,
    SitePage,
    ThemePage,
)
from coaching import accounting, identity, sharing, working_times
from coaching.checking_in import Response, open_checkin
from coaching.content import CustomerWord
from coaching.following_up import Result
from coaching.offering import next_prompt
from coaching.own_texts import TextKind
from coaching.rules.access import MATRIX, Action, Role, may
from coaching.rules.calendar import Weekday
from coaching.rules.choosing import Motivation, RoleProfile
from coaching.rules.exit_review import Decision
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.rewards import RewardKind
from coaching.rules.sendings import Kind
from tests.bot.dialogue import Office, Someone
from tests.organisation import FIRST_MORNING

TODAY = FIRST_MORNING.date() + timedelta(days=1)  # when somebody has acted
REFUSED = "That is not for your role."
ELSEWHERE = {  # what there is to press in another week, or after a text that was refused
    callbacks.KeepText: "This question is closed.",
    callbacks.NameSituation: "I did not find that.",
    callbacks.AskOpen: "I did not find that.",
    callbacks.SkipOpen: "I did not find that.",
    callbacks.AskCustomerView: "I did not find that.",
    callbacks.ChooseForCustomer: "I did not find that.",
    callbacks.OwnTextData: "I did not find that.",
    callbacks.ShowVote: "I did not find that.",
    callbacks.CastVote: "I did not find that.",
    callbacks.OfferReward: "I did not find that.",
    callbacks.HandReward: "I did not find that.",
    callbacks.Thank: "I did not find that.",
    callbacks.Approve: "I did not find that.",
}
PRESSES: Mapping[Action, tuple[CallbackData, ...]] = {
    Action.CHECK_IN: (
        callbacks.AskItem(0),
        callbacks.WhyItem(0, Dimension.LISTENING),
        callbacks.Respond(0, Dimension.LISTENING, Response.SKIPPED),
        callbacks.NameSituation(0, Dimension.LISTENING, 1),
        callbacks.AskOpen(0),
        callbacks.SkipOpen(0),
        callbacks.AskCustomerView(0),
        callbacks.ChooseForCustomer(0, 3),
        callbacks.WhyAsked(0, callbacks.About.OPEN),
        *(callbacks.ShowHistory(page) for page in HistoryPage),
    ),
    Action.PRACTISE: (
        callbacks.TurnPrompt(1, Face.WHY),
        callbacks.TurnPrompt(1, Face.AGAIN),
        callbacks.AnswerPrompt(1, 0, Outcome.NOT_RELEVANT),
        callbacks.TurnReturn(1, Face.TEXT),
        callbacks.AnswerReturn(1, Result.CAME),
        callbacks.StopReturns(1),
        *(callbacks.ShowFocus(page) for page in FocusPage),
        callbacks.SetFocus(Dimension.CLARITY),
        callbacks.SetFocus(),
        callbacks.SetProfile(RoleProfile.FIELD),
        callbacks.SetMotivation(Motivation.EASE),
        callbacks.BeginSeries("listening"),
        callbacks.BeginSeries(),
    ),
    Action.SHARE: (
        callbacks.ShareLearning("key", 1),
        callbacks.DropLearning("key"),
        callbacks.ShowLearning(0),
        callbacks.TryLearning(1, 0),
        callbacks.WithdrawLearning(2, 0),
    ),
    Action.SET_OWN_PREFERENCES: (
        callbacks.DropText(),
        callbacks.KeepText("practice-1"),
        callbacks.ShowOwnData(OwnDataPage.ALL),
        callbacks.ShowOwnData(OwnDataPage.FILE),
        callbacks.ShowOwnData(OwnDataPage.ERASE),
        callbacks.ShowOwnData(OwnDataPage.LOOKED),
        callbacks.ShowOwnData(OwnDataPage.PROFILE),
        callbacks.ShowOwnData(OwnDataPage.NAME),
        callbacks.ShowOwnData(OwnDataPage.LEAVE),
        callbacks.ShowOwnTexts(0),
        callbacks.OwnTextData(TextKind.PROMPT, 99, 1),
        callbacks.ChooseLanguage("en"),
        callbacks.AcceptNotice(),
        callbacks.BeginBreak(),
        callbacks.BeginBreak(callbacks.Length.WEEK),
        callbacks.AskBreak(),
        callbacks.GoOn(),
        callbacks.Resume(),
        callbacks.GoOn(),
    ),
    Action.RECEIVE: (
        callbacks.ShowOwnTime(OwnPage.SLOT),
        callbacks.ShowOwnTime(OwnPage.ZONE),
        callbacks.SetSlot(600),
        callbacks.SetSlot(),
        callbacks.SetOwnZone("Europe/Stockholm"),
        callbacks.SetOwnZone(),
        callbacks.ShowShifts(),
        callbacks.ShowShifts(TODAY),
        callbacks.SetShift(TODAY, 7 * 60, 15 * 60),
        callbacks.SetShift(TODAY),
    ),
    Action.DECIDE_POINTS: (callbacks.DecidePoints(Decision.CONTINUE),),
    Action.THANK: (callbacks.ShowCardToThank(0), callbacks.Thank(99, 0)),
    Action.VOTE_REWARD: (callbacks.ShowVote(1), callbacks.CastVote(1, 1)),
    Action.KEEP_REWARDS: (
        *(callbacks.ShowRewards(page) for page in callbacks.RewardPage),
        callbacks.NewReward(),
        callbacks.NewReward(RewardKind.TIME),
        callbacks.NewReward(RewardKind.TIME, 1),
        callbacks.OfferReward(99, 0),
        callbacks.HandReward(99, callbacks.HandingStep.APPROVE),
    ),
    Action.SEE_OWN_TEAM_POINTS: (callbacks.ShowTeam(1),),
    Action.SEE_RESULTS: (
        callbacks.ShowResults("team", 1),
        callbacks.ShowBlocks("team", 1),
        callbacks.TurnList(Listing.RESULTS, 0),
    ),
    Action.RAISE_THRESHOLDS: (
        callbacks.RaiseThresholds(),
        callbacks.RaiseThresholds(6, 12),
        callbacks.RaiseThresholds(6, 12, 1),
    ),
    Action.REORGANISE: (
        callbacks.MergeTeam(1),
        callbacks.MergeTeam(1, 2),
    ),
    Action.SET_REPORTING: (
        callbacks.ShowReporting(),
        callbacks.ShowReporting(1),
        callbacks.MergeReporting(),
        callbacks.MergeReporting(1, 1),
        callbacks.TurnList(Listing.REPORTING, 0),
        callbacks.SeparateReporting(1),
    ),
    Action.CHALLENGE: (callbacks.BeginChallenge(1, "two_weeks"),),
    Action.SET_THEME: (
        *(callbacks.ShowTheme(page) for page in ThemePage),
        callbacks.SetTheme(Dimension.CLARITY),
        callbacks.SetTheme(),
        callbacks.SetWord(CustomerWord.RESIDENT),
        callbacks.AskWhy("fi"),
    ),
    Action.CONFIGURE_SCHEDULES: (
        callbacks.ShowSchedule(),
        callbacks.ShowSchedule(1),
        callbacks.NewSchedule(),
        callbacks.NewSchedule(Kind.PROMPT),
        callbacks.EditSchedule(Page.BEGIN, 1),
        callbacks.EditSchedule(Page.DAYS),
        callbacks.EditSchedule(Page.TIME),
        callbacks.EditSchedule(Page.AUDIENCE),
        callbacks.EditSchedule(Page.WINDOW),
        callbacks.EditSchedule(Page.EVERY),
        callbacks.EditSchedule(Page.DRAFT),
        callbacks.ToggleDay(Weekday.MON),
        callbacks.SetTime(600),
        callbacks.SetWindow(60),
        callbacks.SetEvery(2),
        callbacks.SetAudience(),
        callbacks.TurnList(Listing.AUDIENCES, 0),
        callbacks.TurnList(Listing.SCHEDULES, 0),
        callbacks.EditSchedule(Page.SAVE),
        callbacks.PauseSchedule(1, 1),
        callbacks.EditSchedule(Page.BEGIN, 1),
        callbacks.EditSchedule(Page.DROP),
        callbacks.NewSchedule(Kind.PROMPT),
        callbacks.SetRole(Role.LEAD),
        callbacks.SetOwnSlot(1),
        callbacks.EditSchedule(Page.SPAN),
        callbacks.EditSchedule(Page.FIRST),
        callbacks.EditSchedule(Page.LAST),
        callbacks.ClearDay(callbacks.Edge.LAST),
        callbacks.NewSchedule(Kind.CHAMPION),
        callbacks.EditSchedule(Page.TEXT),
        callbacks.AskText("en"),
        callbacks.EditSchedule(Page.DROP),
    ),
    Action.INVITE: (
        callbacks.InviteTo(),
        callbacks.InviteTo(1),
        callbacks.MakeInvite(Role.LEAD, 1),
        callbacks.ShowApprovals(),
        callbacks.MakeInvite(Role.STAFF, 1),
        callbacks.Approve(1, 0),
        callbacks.NewTeam(),
        callbacks.NewTeam(1),
        callbacks.NewUnit(),
        callbacks.TurnList(Listing.PLACES, 0),
        callbacks.TurnList(Listing.UNITS, 0),
    ),
    Action.SEE_PEOPLE: (
        callbacks.ShowPeople(),
        callbacks.ShowPeople(1),
        callbacks.TurnList(Listing.PEOPLE, 0),
    ),
    Action.SET_WORKING_TIMES: (
        *(callbacks.ShowSite(page) for page in SitePage),
        *(callbacks.ShowSite(page, 1) for page in SitePage),
        callbacks.SetWorkday(Weekday.SAT, 1),
        callbacks.SetWorkday(Weekday.SAT, 0, 1),
        callbacks.ResetSite(SitePage.HOURS, 1),
        callbacks.ResetSite(SitePage.HOLIDAYS),
        callbacks.ChooseZone(1, "Europe/Stockholm"),
        callbacks.WorkHolidays(1, 1),
        callbacks.WorkInShifts(1, 1),
        callbacks.WorkInShifts(1, 0),
        callbacks.TurnList(Listing.SITES, 0),
    ),
    Action.SEE_DELIVERIES: (
        callbacks.ShowDelivery(1),
        callbacks.Resend(1),
        callbacks.TurnList(Listing.DELIVERIES, 0),
    ),
    Action.PAUSE_EVERYTHING: (callbacks.BeginCrisis(), callbacks.EndCrisis()),
}
COMMANDS = {command.name: command.action for command in commands.COMMANDS}
SHOWN_TO_MANY = {"start"}  # greets members, lets others in


def test_every_press_has_a_row() -> None:
    assert {type(press) for row in PRESSES.values() for press in row} == set(routes.PRESSES)


def test_every_command_has_a_row() -> None:
    assert set(routes.COMMANDS) == set(COMMANDS) | SHOWN_TO_MANY


def test_every_action_can_be_asked_for() -> None:
    assert {*PRESSES, *COMMANDS.values()} == set(Action) == set(MATRIX)


async def somebody(office: Office, role: Role) -> Someone:
    """Return somebody of the role in the first team, with a prompt where the role has one."""
    team = await office.programme.team("Desk")
    await everybody_works_in_shifts(office)
    await somebody_elses_learning(office)
    person = await office.member("Ana", None if role is Role.HR else team, role)
    if role in MATRIX[Action.PRACTISE]:
        viewer = await identity.identify(office.programme.database, person.user_id)
        assert viewer is not None
        offer = await next_prompt(office.programme.database, viewer, office.clock.now())
        assert offer.practice_id == 1
        plan = await office.programme.offered(viewer, PromptFormat.PLAN)
        await office.programme.talks_through(viewer, plan, office.clock.now())
    await somebody_elses_failed_message(office)
    return person


async def everybody_works_in_shifts(office: Office) -> None:
    """Let HR say that the first unit works in shifts."""
    args = (office.programme.database, office.programme.hanna, await office.programme.unit())
    await working_times.change(*args, office.clock.now(), in_shifts=True)


async def somebody_elses_learning(office: Office) -> None:
    """Let a colleague of another team share something."""
    bo = await office.programme.joins("Bo", await office.programme.team("Phone", unit="Calls"))
    draft = await sharing.preview(office.programme.database, bo, "I wrote it down first.")
    await sharing.share(office.programme.database, bo, draft.key, office.clock.now(), named=True)


async def somebody_elses_failed_message(office: Office) -> None:
    """Let HR have something to send again."""
    await office.wind(0, Weekday.TUE, "09:30")
    async with office.programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql("UPDATE delivery SET state = 'failed'")


async def failed_message(office: Office) -> int:
    """Return the account's line of the failed message."""
    database, now = office.programme.database, office.clock.now()
    found = await accounting.lines(database, office.programme.hanna, now)
    return next(line.id for line in found if line.can_resend)


@pytest.mark.parametrize("role", list(Role))
async def test_commands_answer_those_who_have_them(office: Office, role: Role) -> None:
    person = await somebody(office, role)
    for name, action in COMMANDS.items():
        before = len(person.messages)
        await person.says(f"/{name}")
        assert len(person.messages) == before + 1, name
        assert person.screen.startswith(REFUSED) != (role in MATRIX[action]), name
        assert "reference" not in person.screen


@pytest.mark.parametrize("role", list(Role))
async def test_presses_answer_those_who_may(office: Office, role: Role) -> None:
    person = await somebody(office, role)
    for action, row in PRESSES.items():
        for press in row:
            shown, before = person.screen, len(person.messages)
            await person.forges(await mine(office, person, press))
            if role in MATRIX[action]:
                closed = ELSEWHERE.get(type(press), "")
                answers = ("", "Kept", "Noted", "Withdrawn", "Sending again", closed)
                assert person.toast in answers, (press, person.toast)
            else:
                assert person.toast.startswith(REFUSED), press
                assert (person.screen, len(person.messages)) == (shown, before), press


async def mine(office: Office, person: Someone, press: CallbackData) -> CallbackData:
    """Return the press; a response or a draft is about what this person is asked."""
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    if isinstance(press, callbacks.ShareLearning) and may(viewer.standing, Action.SHARE):
        draft = await sharing.preview(office.programme.database, viewer, "I asked twice.")
        return callbacks.ShareLearning(draft.key, press.named)
    if isinstance(press, (callbacks.ShowDelivery, callbacks.Resend)):
        return type(press)(await failed_message(office))
    if not isinstance(press, callbacks.Respond):
        return press
    if not viewer.standing.roles & set(MATRIX[Action.CHECK_IN]):
        return press
    checkin = await open_checkin(office.programme.database, viewer, office.clock.now())
    return callbacks.Respond(0, checkin.items[0].dimension, press.response)


async def test_a_stranger_gets_nothing_but_the_way_in(office: Office, ana: Someone) -> None:
    eve = office.newcomer("Eve")
    await eve.says("/start")
    way_in = eve.screen
    await nothing_answers(eve, way_in)


async def test_who_is_joining_gets_nothing_but_the_next_step(
    office: Office, ana: Someone, desk: int
) -> None:
    eve = office.newcomer("Eve")
    await eve.says(f"/start {await office.programme.link(Role.STAFF, desk)}")
    await eve.presses("English")
    notice = eve.screen
    steps = (callbacks.ChooseLanguage, callbacks.AcceptNotice)
    await nothing_answers(eve, notice, *steps)


async def nothing_answers(person: Someone, shown: str, *steps: type[CallbackData]) -> None:
    """Say every command and press everything but the steps; always see the same screen."""
    for name in routes.COMMANDS:
        await person.says(f"/{name}")
        assert person.screen == shown, name
    for press in (press for row in PRESSES.values() for press in row):
        if not isinstance(press, steps):
            await person.forges(press)
            assert person.screen == shown, press


async def test_hr_that_also_leads_has_both(office: Office, hanna: Someone, desk: int) -> None:
    await hanna.says(f"/start {await office.programme.link(Role.LEAD, desk)}")
    await hanna.presses("Take this place")
    await hanna.says("/team")
    assert "Desk · quarter 1" in hanna.screen
    await hanna.says("/people")
    assert "Who is where" in hanna.screen
