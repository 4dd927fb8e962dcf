"""Every command and every press by every role: only what the matrix allows answers."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.callbacks.base import CallbackData
from bot.callbacks.checkin import (
    About,
    AskCustomerView,
    AskItem,
    AskOpen,
    ChooseForCustomer,
    HistoryPage,
    NameSituation,
    Respond,
    ShowHistory,
    SkipOpen,
    WhyAsked,
    WhyItem,
)
from bot.callbacks.content import AnswerTrial, DeskPage, SettleDraft, ShowDesk, TryPrompt
from bot.callbacks.deliveries import Resend, ShowDelivery
from bot.callbacks.guarding import DropText, GoOnAnswering, KeepText, LeaveQuestion
from bot.callbacks.leading import ShowGuide, ShowMinute
from bot.callbacks.learnings import (
    DropLearning,
    ShareLearning,
    ShowCardToThank,
    ShowLearning,
    Thank,
    TryLearning,
    WithdrawLearning,
)
from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.own_data import OwnDataPage, OwnTextData, ShowOwnData, ShowOwnTexts
from bot.callbacks.people import (
    AcceptNotice,
    Approve,
    AskBreak,
    BeginBreak,
    ChooseLanguage,
    ConfirmPlaces,
    EndPlace,
    GoOn,
    InviteTo,
    KeepPlace,
    Length,
    MakeInvite,
    MergeInto,
    MergeTeam,
    MoveInto,
    MovePerson,
    NewTeam,
    NewUnit,
    RenameTeam,
    RenameUnit,
    RenewInvite,
    Resume,
    Search,
    ShowApprovals,
    ShowHr,
    ShowInvites,
    ShowNotice,
    ShowPeople,
    ShowPerson,
    Sought,
    TakeBack,
    TurnPeople,
)
from bot.callbacks.points import (
    CastVote,
    HandingStep,
    HandReward,
    NewReward,
    OfferReward,
    RewardPage,
    ShowRewards,
    ShowTeam,
    ShowVote,
)
from bot.callbacks.practice import (
    AnswerAfter,
    AnswerPrompt,
    AnswerReturn,
    AskWhy,
    BeginChallenge,
    BeginSeries,
    Face,
    FocusPage,
    SetFocus,
    SetMotivation,
    SetProfile,
    SetTheme,
    SetWord,
    ShowFocus,
    ShowTheme,
    StopReturns,
    ThemePage,
    TurnPrompt,
    TurnReturn,
)
from bot.callbacks.programme import DecidePoints
from bot.callbacks.results import (
    MergeReporting,
    RaiseThresholds,
    SeparateReporting,
    ShowBlocks,
    ShowReporting,
    ShowResults,
)
from bot.callbacks.schedules import (
    AskText,
    BeginCrisis,
    ChooseZone,
    ClearDay,
    DeleteSchedule,
    Edge,
    EditSchedule,
    EndCrisis,
    NewSchedule,
    OwnPage,
    Page,
    PauseSchedule,
    ResetSite,
    SetAudience,
    SetEvery,
    SetOwnSlot,
    SetOwnZone,
    SetRole,
    SetShift,
    SetSlot,
    SetTime,
    SetWindow,
    SetWorkday,
    ShowOwnTime,
    ShowSchedule,
    ShowShifts,
    ShowSite,
    SitePage,
    ToggleDay,
    WorkHolidays,
    WorkInShifts,
)
from bot.callbacks.stories import (
    AllowStory,
    DeclineStory,
    DropStory,
    HandInStory,
    ReadStory,
    ShowStories,
    SwitchStories,
)
from bot.routes import routes
from coaching.checkin.week import Response, open_checkin
from coaching.content import CustomerWord
from coaching.deliveries import report
from coaching.learnings import cards
from coaching.own_data.texts import TextKind
from coaching.people import identity
from coaching.practice.prompts import next_prompt
from coaching.rules.access import MATRIX, Action, Role, may
from coaching.rules.calendar import Weekday
from coaching.rules.choosing import Motivation, RoleProfile
from coaching.rules.exit_review import Decision
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.returns import Result
from coaching.rules.rewards import RewardKind
from coaching.rules.schedules import Kind
from coaching.rules.scripts import THOUGHT
from coaching.rules.stories import Reason
from coaching.schedules import working_times
from tests.bot.dialogue import Office, Someone
from tests.organisation import FIRST_MORNING

TODAY = FIRST_MORNING.date() + timedelta(days=1)  # when somebody has acted
REFUSED = "That is not for your role."
SETTLED = (
    "This draft waits no more: it was released or discarded, or another sheet has taken its "
    "place. /content shows how things stand."
)
ELSEWHERE = {  # what there is to press in another week, or after a text that was refused
    KeepText: "This question is closed.",
    SettleDraft: SETTLED,
    TryPrompt: SETTLED,
    AnswerTrial: SETTLED,
    GoOnAnswering: "This question is closed.",
    LeaveQuestion: "This question is closed.",
    NameSituation: "I did not find that.",
    ConfirmPlaces: "I did not find that.",
    DeleteSchedule: "The programme needs this schedule. You can pause it instead.",
    AskOpen: "I did not find that.",
    SkipOpen: "I did not find that.",
    AskCustomerView: "I did not find that.",
    ChooseForCustomer: "I did not find that.",
    OwnTextData: "I did not find that.",
    ShowVote: "I did not find that.",
    CastVote: "I did not find that.",
    OfferReward: "I did not find that.",
    HandReward: "I did not find that.",
    Thank: "I did not find that.",
    Approve: "I did not find that.",
    HandInStory: "This question is closed.",
    AllowStory: "I did not find that.",
    DeclineStory: "I did not find that.",
    TakeBack: "I did not find that.",
}
PRESSES: Mapping[Action, tuple[CallbackData, ...]] = {
    Action.CHECK_IN: (
        AskItem(0),
        WhyItem(0, Dimension.LISTENING),
        Respond(0, Dimension.LISTENING, Response.SKIPPED, "2"),
        NameSituation(0, Dimension.LISTENING, 1),
        AskOpen(0),
        SkipOpen(0),
        AskCustomerView(0),
        ChooseForCustomer(0, 3),
        WhyAsked(0, About.OPEN),
        *(ShowHistory(page) for page in HistoryPage),
    ),
    Action.PRACTISE: (
        TurnPrompt(1, Face.WHY),
        TurnPrompt(1, Face.AGAIN),
        AnswerPrompt(1, 0, Outcome.NOT_RELEVANT),
        TurnReturn(1, Face.TEXT),
        AnswerReturn(1, Result.CAME),
        AnswerAfter(1, 0, THOUGHT),
        StopReturns(1),
        *(ShowFocus(page) for page in FocusPage),
        SetFocus(Dimension.CLARITY),
        SetFocus(),
        SetProfile(RoleProfile.FIELD),
        SetMotivation(Motivation.EASE),
        BeginSeries("listening"),
        BeginSeries(),
    ),
    Action.SHARE: (
        ShareLearning("key", 1),
        DropLearning("key"),
        ShowLearning(0),
        TryLearning(1, 0),
        WithdrawLearning(2, 0),
    ),
    Action.TELL_STORIES: (HandInStory("key"), DropStory("key")),
    Action.ALLOW_STORIES: (
        ShowStories(),
        SwitchStories(1),
        ReadStory(0, 0),
        ReadStory(0, 1),
        AllowStory(99),
        AllowStory(99, Dimension.CLARITY),
        DeclineStory(99),
        DeclineStory(99, Reason.UNKIND),
    ),
    Action.OWN_DATA: (
        ShowOwnData(OwnDataPage.ALL),
        ShowOwnData(OwnDataPage.FILE),
        ShowOwnData(OwnDataPage.ERASE),
        ShowOwnData(OwnDataPage.LOOKED),
        ShowOwnData(OwnDataPage.PROFILE),
        ShowOwnData(OwnDataPage.NAME),
        ShowOwnData(OwnDataPage.LEAVE),
        ShowOwnTexts(0),
        OwnTextData(TextKind.PROMPT, 99, 1),
        ChooseLanguage("en"),
        AcceptNotice(),
        ShowNotice(1),
        ShowNotice(0),
    ),
    Action.SET_OWN_PREFERENCES: (
        DropText(),
        KeepText("practice-1"),
        GoOnAnswering("practice-1"),
        LeaveQuestion("practice-1"),
        BeginBreak(),
        BeginBreak(Length.WEEK),
        AskBreak(),
        GoOn(),
        Resume(),
        GoOn(),
    ),
    Action.RECEIVE: (
        ShowOwnTime(OwnPage.SLOT),
        ShowOwnTime(OwnPage.ZONE),
        SetSlot(600),
        SetSlot(),
        SetOwnZone("Europe/Stockholm"),
        SetOwnZone(),
        ShowShifts(),
        ShowShifts(TODAY),
        SetShift(TODAY, 7 * 60, 15 * 60),
        SetShift(TODAY),
    ),
    Action.DECIDE_POINTS: (DecidePoints(Decision.CONTINUE),),
    Action.THANK: (ShowCardToThank(0), Thank(99, 0)),
    Action.VOTE_REWARD: (ShowVote(1), CastVote(1, 1)),
    Action.KEEP_REWARDS: (
        *(ShowRewards(page) for page in RewardPage),
        NewReward(),
        NewReward(RewardKind.TIME),
        NewReward(RewardKind.TIME, 1),
        OfferReward(99, 0),
        HandReward(99, HandingStep.APPROVE),
        TurnList(Listing.HANDINGS, 0),
        TurnList(Listing.REWARDS, 0),
    ),
    Action.SEE_OWN_TEAM_POINTS: (ShowTeam(1),),
    Action.SEE_TEAM_SUMMARY: (ShowMinute(1), ShowGuide(Dimension.CLARITY)),
    Action.SEE_RESULTS: (
        ShowResults("team", 1),
        ShowBlocks("team", 1),
        TurnList(Listing.RESULTS, 0),
    ),
    Action.RAISE_THRESHOLDS: (
        RaiseThresholds(),
        RaiseThresholds(6, 12),
        RaiseThresholds(6, 12, 1),
    ),
    Action.REORGANISE: (
        MergeTeam(1),
        MergeTeam(1, 2),
        MergeInto(1, 0),
        RenameUnit(1),
        RenameTeam(1),
    ),
    Action.SET_REPORTING: (
        ShowReporting(),
        ShowReporting(1),
        MergeReporting(),
        MergeReporting(1, 1),
        TurnList(Listing.REPORTING, 0),
        SeparateReporting(1),
    ),
    Action.CHALLENGE: (BeginChallenge(1, "two_weeks"),),
    Action.CONFIRM_PLACES: (ConfirmPlaces(1), ConfirmPlaces(1, 1)),
    Action.SET_THEME: (
        *(ShowTheme(page) for page in ThemePage),
        SetTheme(Dimension.CLARITY),
        SetTheme(),
        SetWord(CustomerWord.RESIDENT),
        AskWhy("fi"),
    ),
    Action.WRITE_PROMPTS: (
        *(ShowDesk(page) for page in DeskPage),
        SettleDraft(99, 1),
        TryPrompt(99, 0, Face.AGAIN),
        AnswerTrial(99, 0, 0, THOUGHT),
    ),
    Action.CONFIGURE_SCHEDULES: (
        ShowSchedule(),
        ShowSchedule(1),
        NewSchedule(),
        NewSchedule(Kind.PROMPT),
        EditSchedule(Page.BEGIN, 1),
        EditSchedule(Page.DAYS),
        EditSchedule(Page.TIME),
        EditSchedule(Page.AUDIENCE),
        EditSchedule(Page.WINDOW),
        EditSchedule(Page.EVERY),
        EditSchedule(Page.DRAFT),
        ToggleDay(Weekday.MON),
        SetTime(600),
        SetWindow(60),
        SetEvery(2),
        SetAudience(),
        TurnList(Listing.AUDIENCES, 0),
        TurnList(Listing.SCHEDULES, 0),
        EditSchedule(Page.SAVE),
        PauseSchedule(1, 1),
        DeleteSchedule(1),
        DeleteSchedule(1, 1),
        EditSchedule(Page.BEGIN, 1),
        EditSchedule(Page.DROP),
        NewSchedule(Kind.PROMPT),
        SetRole(Role.LEAD),
        SetOwnSlot(1),
        EditSchedule(Page.SPAN),
        EditSchedule(Page.FIRST),
        EditSchedule(Page.LAST),
        ClearDay(Edge.LAST),
        NewSchedule(Kind.CHAMPION),
        EditSchedule(Page.TEXT),
        AskText("en"),
        EditSchedule(Page.DROP),
    ),
    Action.INVITE: (
        InviteTo(),
        InviteTo(1),
        MakeInvite(Role.LEAD, 1),
        ShowApprovals(),
        MakeInvite(Role.STAFF, 1),
        RenewInvite(Role.STAFF, 1),
        Approve(1, 0),
        ShowInvites(0),
        TakeBack(99),
        NewTeam(),
        NewTeam(1),
        NewUnit(),
        TurnList(Listing.PLACES, 0),
        TurnList(Listing.UNITS, 0),
    ),
    Action.SEE_PEOPLE: (
        ShowPeople(),
        ShowPeople(1),
        TurnPeople(1, 0),
        ShowHr(0),
        ShowPerson(1),
        EndPlace(1),
        *(Search(sought, 1) for sought in Sought),
        TurnList(Listing.PEOPLE, 0),
    ),
    Action.CHANGE_PLACES: (
        EndPlace(1, 1),
        KeepPlace(1),
        MovePerson(2),
        MovePerson(2, 1),
        MoveInto(2, 0),
    ),
    Action.SET_WORKING_TIMES: (
        *(ShowSite(page) for page in SitePage),
        *(ShowSite(page, 1) for page in SitePage),
        SetWorkday(Weekday.SAT, 1),
        SetWorkday(Weekday.SAT, 0, 1),
        ResetSite(SitePage.HOURS, 1),
        ResetSite(SitePage.HOLIDAYS),
        ChooseZone(1, "Europe/Stockholm"),
        WorkHolidays(1, 1),
        WorkInShifts(1, 1),
        WorkInShifts(1, 0),
        TurnList(Listing.SITES, 0),
    ),
    Action.SEE_DELIVERIES: (
        ShowDelivery(1),
        Resend(1),
        TurnList(Listing.DELIVERIES, 0),
    ),
    Action.PAUSE_EVERYTHING: (BeginCrisis(), EndCrisis()),
}
ROUTES = routes()
COMMANDS = {c.name: c.action for c in ROUTES.commands if c.action is not None}
SHOWN_TO_MANY = {"start"}  # greets members, lets others in


def test_every_press_has_a_row() -> None:
    assert {type(press) for row in PRESSES.values() for press in row} == set(ROUTES.presses)


def test_every_command_has_a_row() -> None:
    assert {c.name for c in ROUTES.commands} == set(COMMANDS) | SHOWN_TO_MANY


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
    draft = await cards.preview(office.programme.database, bo, "I wrote it down first.")
    await cards.share(office.programme.database, bo, draft.key, office.clock.now(), named=True)


async def somebody_elses_failed_message(office: Office) -> None:
    """Let HR have something to send again."""
    await office.wind(0, Weekday.TUE, "09:30")
    async with office.programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql("UPDATE delivery SET state = 'failed'")


async def failed_message(office: Office) -> int:
    """Return the account's line of the failed message."""
    database, now = office.programme.database, office.clock.now()
    found = await report.lines(database, office.programme.hanna, now)
    return next(line.id for line in found if line.day == now.date())


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
                again = "Whatever failed is tried again."
                answers = ("", "Kept", "Noted", "Withdrawn", again, closed)
                assert person.toast in answers, (press, person.toast)
            else:
                assert person.toast.startswith(REFUSED), press
                assert (person.screen, len(person.messages)) == (shown, before), press


async def mine(office: Office, person: Someone, press: CallbackData) -> CallbackData:
    """Return the press; a response or a draft is about what this person is asked."""
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    if isinstance(press, ShareLearning) and may(viewer.standing, Action.SHARE):
        draft = await cards.preview(office.programme.database, viewer, "I asked twice.")
        return ShareLearning(draft.key, press.named)
    if isinstance(press, (ShowDelivery, Resend)):
        return type(press)(await failed_message(office))
    if not isinstance(press, Respond):
        return press
    if not viewer.standing.roles & set(MATRIX[Action.CHECK_IN]):
        return press
    checkin = await open_checkin(office.programme.database, viewer, office.clock.now())
    return Respond(0, checkin.items[0].dimension, press.response, checkin.wording)


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
    notice = eve.screen
    steps = (ChooseLanguage, AcceptNotice, ShowNotice)
    await nothing_answers(eve, notice, *steps)


async def test_who_left_gets_what_is_their_own_and_nothing_else(
    office: Office, ana: Someone
) -> None:
    await ana.presses_through("/mydata", "Leave the programme", "Yes, I leave")
    assert ana.buttons == ["Erase everything", "What is held about me"]
    way_out = ana.screen
    for name, action in COMMANDS.items():
        await ana.says(f"/{name}")
        assert (ana.screen == way_out) != (action is Action.OWN_DATA), name
        assert "Welcome" not in ana.screen
    await ana.says("hello")
    for action, row in PRESSES.items():
        for press in row if action is not Action.OWN_DATA else ():
            await ana.forges(press)
            assert ana.screen == way_out, press
    await ana.forges(AcceptNotice())
    assert ana.toast.startswith("I do not know this invite link.")
    for press in PRESSES[Action.OWN_DATA]:
        await ana.forges(press)
        assert "Begin" not in ana.buttons, press
        assert "Welcome" not in ana.screen, press


async def nothing_answers(person: Someone, shown: str, *steps: type[CallbackData]) -> None:
    """Say every command and press everything but the steps; always see the same screen."""
    for name in (command.name for command in ROUTES.commands):
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
    assert hanna.screen.startswith("Desk\n\nThe first week is not counted yet.")
    await hanna.says("/people")
    assert "Who is where" in hanna.screen
