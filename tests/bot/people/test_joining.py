"""Joining in the chat, and what those see who have not joined."""

from datetime import timedelta

import pytest

from bot.callbacks.checkin import Respond
from bot.callbacks.people import AcceptNotice, ChooseLanguage, MakeInvite, Resume, ShowNotice
from bot.i18n import Translator
from bot.routes import routes
from bot.sandbox.bot_api.telegram import ApiCall
from bot.sandbox.bot_api.trouble import Fault
from coaching.checkin.week import Response
from coaching.content import LANGUAGES
from coaching.people.identity import identify
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension
from coaching.rules.retention import BACKUPS
from tests.bot.dialogue import NOTICE, Office, Someone, other_languages

GROUP = -100500


async def link(office: Office, team: int | None, role: Role = Role.STAFF) -> str:
    """Return what pressing HR's link sends."""
    return f"/start {await office.programme.link(role, team)}"


async def roster(office: Office) -> list[str]:
    """Return what HR sees of who is where."""
    hanna = await office.hanna()
    await hanna.says("/people")
    return hanna.screen.splitlines()


async def test_the_first_minute(office: Office, desk: int) -> None:
    ana = office.newcomer("Ana", "fi")
    await ana.says(await link(office, desk))
    assert ana.screen.startswith("Hei, Ana! Olen cxcoach")
    assert "Sinut on kutsuttu: jäsen, Desk" in ana.screen
    assert "Kuka näkee mitäkin" in ana.screen
    assert ana.buttons == [
        "Aloitetaan",
        "Lisää tietosuojasta",
        *other_languages("fi"),
    ]
    await ana.presses("Aloitetaan")
    welcome, prompt = ana.messages[-2:]
    assert welcome.text.startswith("Tervetuloa mukaan, Ana!")
    assert "kaksikymmentä sekuntia" in welcome.text
    assert "muistin varassa" in prompt.text
    await ana.presses("Näytä kortti")
    await ana.presses("Tiesin")
    assert ana.messages[-2].text == welcome.text, "the welcome stays"
    await ana.says("/checkin")
    assert "Ajattele viimeisten 7 päivän kohtaamisia" in ana.screen


async def test_the_first_prompt_comes_once(office: Office, desk: int) -> None:
    ana = office.newcomer("Ana")
    await ana.says(await link(office, desk))
    await ana.presses("Begin")
    seen = len(ana.messages)
    await office.hears_again()
    await ana.forges(AcceptNotice(), on=ana.messages[-2])
    assert len(ana.messages) == seen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_short_notice_is_short_and_all_of_it_is_one_tap_away(
    office: Office, desk: int, language: str
) -> None:
    t = Translator(language)
    ana = office.newcomer("Ana", language)
    await ana.says(await link(office, desk))
    short = ana.screen
    assert short.count("\n• ") == 5
    assert len(short) < 1000, "a phone"
    await ana.presses(t.plain("joining.notice.more"))
    assert t.plain("privacy.limits").splitlines()[-1] in ana.screen
    assert t.plain("privacy.ask_hr") in ana.screen
    await ana.presses(t.plain("back"))
    assert ana.screen == short


async def test_whose_language_is_not_spoken_here_is_spoken_to_in_the_first_one(
    office: Office, desk: int
) -> None:
    eve = office.newcomer("Eve", "pt-br")
    await eve.says(await link(office, desk))
    assert eve.buttons == NOTICE


@pytest.mark.parametrize(
    ("role", "says", "says_not"),
    [
        (Role.STAFF, "On some working days", "You lead a team"),
        (Role.LEAD, "You lead a team here.", "You look after the programme"),
        (Role.HR, "You look after the programme.", "twenty seconds"),
    ],
)
async def test_everybody_is_welcomed_in_their_role(
    office: Office, desk: int, role: Role, says: str, says_not: str
) -> None:
    kim = office.newcomer("Kim")
    await kim.says(await link(office, None if role is Role.HR else desk, role))
    await kim.presses("Begin")
    welcome = next(said for said in kim.said if said.startswith("Welcome, Kim!"))
    assert says in welcome
    assert says_not not in welcome
    assert kim.said[-1].startswith("Welcome") == (role is Role.HR), "HR gets no prompt"


@pytest.mark.parametrize(
    "said", ["/checkin", "/prompt", "/points", "/help", "/start", "4", "hello", "/people"]
)
async def test_nothing_is_asked_before_the_notice_was_read(
    office: Office, desk: int, said: str
) -> None:
    ana = office.newcomer("Ana")
    await ana.says(await link(office, desk))
    await ana.says(said)
    assert "Who sees what at City of Tests" in ana.screen
    assert ana.buttons == NOTICE


async def test_presses_before_the_notice_lead_back_to_it(office: Office, desk: int) -> None:
    ana = office.newcomer("Ana")
    await ana.says(await link(office, desk))
    forged = (
        Respond(0, Dimension.LISTENING, Response.RATED, "2", 3),
        Resume(),
        MakeInvite(Role.HR),
    )
    for data in forged:
        await ana.forges(data)
        assert ana.buttons == NOTICE


async def test_the_language_can_be_changed_while_joining(office: Office, desk: int) -> None:
    ana = office.newcomer("Ana")
    await ana.says(await link(office, desk))
    languages = ana.message
    await ana.forges(ChooseLanguage("sv"), on=languages)
    assert ana.buttons == ["Nu börjar vi", "Mer om integriteten", *other_languages("sv")]


async def test_a_used_link_lets_nobody_else_in(office: Office, desk: int) -> None:
    invite = await link(office, desk)
    ana, eve = office.newcomer("Ana"), office.newcomer("Eve", "sv")
    await ana.says(invite)
    await eve.says(invite)
    assert "redan" in eve.screen, "opened by somebody else, told in Swedish"
    await ana.presses("Begin")
    await eve.says(invite)
    await eve.says("/help")
    assert "redan" in eve.screen, "still a stranger, who is not answered every time"
    lena = office.newcomer("Lena")
    await lena.says(invite)
    assert "has been used already" in lena.screen


async def test_an_expired_link_says_so(office: Office, desk: int) -> None:
    invite = await link(office, desk)
    ana = office.newcomer("Ana")
    await office.wind_to(office.clock.now() + timedelta(days=7))
    await ana.says(invite)
    assert "expired" in ana.screen
    assert "7 days" in ana.screen


@pytest.mark.parametrize(
    "forged", ["/start abc", "/start " + "x" * 64, "/start ٣ 4", "/start  <b>"]
)
async def test_a_forged_link_says_where_to_get_a_real_one(office: Office, forged: str) -> None:
    eve = office.newcomer("Eve")
    await eve.says(forged)
    assert eve.screen == "I do not know this invite link. Ask your HR for a new one."


async def test_the_same_person_may_open_the_link_twice(office: Office, desk: int) -> None:
    invite = await link(office, desk)
    ana = office.newcomer("Ana")
    await ana.says(invite)
    await ana.says(invite)
    assert ana.buttons == NOTICE, "on with the step that was open"
    await ana.presses("Begin")
    assert "Welcome, Ana!" in ana.said[-2]
    await ana.says(invite)
    assert "You have this place already" in ana.screen


async def test_pressing_the_notice_twice_enrols_once(office: Office, desk: int) -> None:
    ana = office.newcomer("Ana")
    await ana.says(await link(office, desk))
    notice = ana.message
    await ana.presses("Begin")
    await office.hears_again()
    await ana.forges(AcceptNotice(), on=notice)
    assert [said for said in ana.said if "Welcome, Ana!" in said] == [ana.said[-2]]
    assert "• Services / Desk: 1 person" in await roster(office)


async def test_a_second_link_moves_a_member_to_another_team(office: Office, desk: int) -> None:
    field = await office.programme.team("Field")
    ana = await office.member("Ana", desk)
    await ana.says(await link(office, field))
    assert "You would then leave the team Desk." in ana.screen
    await ana.presses("Take this place")
    lines = await roster(office)
    assert "• Services / Desk: 0 people" in lines
    assert "• Services / Field: 1 person" in lines


async def test_a_link_to_the_own_place_is_not_used_up(office: Office, desk: int) -> None:
    ana = await office.member("Ana", desk)
    invite = await link(office, desk)
    await ana.says(invite)
    assert "You have this place already" in ana.screen
    bea = office.newcomer("Bea")
    await bea.says(invite)
    assert bea.buttons == NOTICE


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Hello! This is cxcoach"), ("fi", "Hei!"), ("sv", "Hej!"), ("pt-br", "Hello!")],
)
async def test_a_stranger_is_told_how_to_join(office: Office, language: str, words: str) -> None:
    eve = office.newcomer("Eve", language)
    await eve.says("/start")
    assert eve.screen.startswith(words)
    assert eve.buttons == []


@pytest.mark.parametrize("said", ["/checkin", "hello", "/invite", "4", "/start@another_bot"])
async def test_whatever_a_stranger_says_the_answer_is_the_way_in(
    office: Office, said: str
) -> None:
    eve = office.newcomer("Eve")
    office.telegram.press_start(eve.user_id)
    await eve.says(said)
    assert eve.said == [Translator("en").plain("start.stranger")]
    await eve.sends_sticker()
    await eve.edits(await eve.says("hm"), "/start abc")
    assert len(eve.messages) == 1, "a stranger is answered once in a while"


async def test_a_strangers_forged_presses_do_nothing(
    office: Office, ana: Someone, desk: int
) -> None:
    await ana.says("/checkin")
    eve = office.newcomer("Eve")
    await eve.says("/start")
    for data in (
        AcceptNotice(),
        ShowNotice(1),
        ChooseLanguage("fi"),
        Respond(0, Dimension.LISTENING, Response.RATED, "2", 3),
        MakeInvite(Role.HR),
        MakeInvite(Role.STAFF, desk),
    ):
        await eve.forges(data)
        assert "This is cxcoach" in eve.screen
        assert "t.me" not in eve.screen
    assert "Eve" not in "".join(await roster(office))


async def test_a_group_is_asked_for_a_private_chat_and_left(office: Office, ana: Someone) -> None:
    office.telegram.add_group(GROUP, "Desk")
    office.telegram.say_in_group(GROUP, ana.user_id, "/checkin")
    office.telegram.say_in_group(GROUP, ana.user_id, "/points@cxcoach_demo_bot")
    office.telegram.say_in_group(GROUP, ana.user_id, "hello everybody")
    await office.settled()
    answers = [m.text for m in office.telegram.chat(GROUP) if m.from_bot]
    assert len(answers) == 1
    assert "private chats" in answers[0]
    assert [call.status for call in calls(office, "leaveChat")] == [200]
    await ana.says("3")
    assert "I did not find an open question" in ana.screen, "the group opened no question"


async def test_a_group_that_becomes_a_supergroup_is_answered_where_it_is_now(
    office: Office, ana: Someone
) -> None:
    office.telegram.add_group(GROUP, "Desk")
    office.telegram.say_in_group(GROUP, ana.user_id, "/checkin")  # heard in the old group...
    supergroup = office.telegram.migrate_group(GROUP)  # ...and answered in the new one
    await office.settled()
    answers = [m.text for m in office.telegram.chat(supergroup) if m.from_bot]
    assert "private chats" in answers[0]
    assert not [m for m in office.telegram.chat(GROUP) if m.from_bot]
    assert 200 in [call.status for call in calls(office, "leaveChat")]


def calls(office: Office, method: str) -> list[ApiCall]:
    return [call for call in office.telegram.transcript if call.method == method]


async def test_who_joins_is_welcomed_although_the_menu_could_not_be_set(
    office: Office, desk: int
) -> None:
    ana = office.newcomer("Ana")
    await ana.says(await link(office, desk))
    office.telegram.faults.add(Fault("bad_request", "setMyCommands"))
    await ana.presses("Begin")
    assert "Welcome" in ana.said[-2]


async def test_a_command_for_another_bot_is_not_ours(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    before = ana.said
    await ana.says("/help@another_bot")
    assert ana.said == before
    await ana.says("3")
    assert "Check-in 2/2" in ana.screen, "nor did it turn anybody away"


async def test_a_name_follows_telegram_until_its_owner_corrects_it(
    office: Office, ana: Someone
) -> None:
    office.telegram.rename(ana.user_id, "Anna")
    await ana.says("/start")
    assert "Hello again, Anna!" in ana.screen
    await ana.says("/mydata")
    await ana.presses("My profile")
    await ana.presses("Correct my name")
    await ana.says("Annika")
    office.telegram.rename(ana.user_id, "A.")
    await ana.says("/start")
    assert "Hello again, Annika!" in ana.screen


async def test_who_blocks_the_bot_counts_as_unreachable_at_once(
    office: Office, ana: Someone
) -> None:
    office.telegram.block(ana.user_id)
    await office.settled()
    viewer = await identify(office.programme.database, ana.user_id)
    assert viewer is not None
    assert viewer.unreachable
    office.telegram.unblock(ana.user_id)
    await office.settled()
    viewer = await identify(office.programme.database, ana.user_id)
    assert viewer is not None
    assert not viewer.unreachable


async def test_a_reply_that_a_chat_refuses_is_noted(office: Office, ana: Someone) -> None:
    office.telegram.faults.add(Fault("forbidden", "sendMessage", ana.user_id))
    await ana.says("/help")
    viewer = await identify(office.programme.database, ana.user_id)
    assert viewer is not None
    assert viewer.unreachable


STAFF_MENU = ["prompt", "checkin", "points", "results", "share", "me", "help"]
LEAD_MENU = ["prompt", "checkin", "share", "team", "challenge", "me", "help"]
HR_MENU = ["results", "schedules", "invite", "people", "deliveries", "me", "help"]
OF_ONES_OWN = ["plan", "focus", "slot", "pause", "language", "mydata", "privacy"]
BEHIND = {
    Role.STAFF: {"learnings", *OF_ONES_OWN},
    Role.LEAD: {"points", "results", "learnings", "confirm", *OF_ONES_OWN},
    Role.HR: {
        *("rewards", "review", "theme", "stories", "content", "calendar", "crisis", "confirm"),
        *OF_ONES_OWN[3:],
    },
}


def listed(person: Someone) -> list[str]:
    """Return the commands that the newest message lists."""
    return [line[1:].split()[0] for line in person.screen.splitlines() if line.startswith("/")]


@pytest.mark.parametrize(
    ("role", "menu"),
    [(Role.STAFF, STAFF_MENU), (Role.LEAD, LEAD_MENU), (Role.HR, HR_MENU)],
)
async def test_the_menu_has_at_most_seven_commands_and_help_and_me_the_rest(
    office: Office, desk: int, role: Role, menu: list[str]
) -> None:
    ana = office.newcomer("Ana")
    assert ana.menu == ["start"], "before joining"
    await ana.says(await link(office, None if role is Role.HR else desk, role))
    await ana.presses("Begin")
    assert ana.menu == menu
    assert len(menu) <= 7
    await ana.says("/help")
    assert set(listed(ana)) == {*menu, *BEHIND[role]}
    await ana.says("/me")
    assert listed(ana) == [name for name in OF_ONES_OWN if name in BEHIND[role]]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_commands_are_described_in_one_voice(language: str) -> None:
    t = Translator(language)
    for command in routes().commands:
        said = t.plain(f"command.{command.name}")
        assert said[0].islower(), said
        assert not said.endswith("."), said
        assert len(said) <= 40, "it fits a phone's line"


@pytest.mark.parametrize("language", [*LANGUAGES, "pt-br"])
async def test_the_empty_chat_says_what_the_bot_is(office: Office, language: str) -> None:
    await office.settled()
    eve = office.newcomer("Eve", language)
    spoken = language if language in LANGUAGES else "en"
    said = office.telegram.description_for(eve.user_id)
    assert said == Translator(spoken).plain("introduction.description")
    short = Translator(spoken).plain("introduction.short")
    assert [c.status for c in calls(office, "setMyShortDescription")] == [200] * len(LANGUAGES)
    assert len(short) <= 120


async def test_the_bot_has_a_picture_and_sets_it_and_its_words_once(office: Office) -> None:
    await office.restarts()
    await office.restarts()
    assert [call.status for call in calls(office, "setMyProfilePhoto")] == [200]
    assert len(calls(office, "setMyDescription")) == len(LANGUAGES)


async def test_the_menu_speaks_the_chosen_language(office: Office, desk: int) -> None:
    ana = office.newcomer("Ana", "en")
    await ana.says(await link(office, desk))
    await ana.presses("Svenska")
    await ana.presses("Nu börjar vi")
    swedish = {c.name: c.description for c in office.telegram.commands_for(ana.user_id)}
    await ana.says("/language")
    await ana.presses("Suomi")
    assert "Tästä lähtien" in ana.screen
    finnish = {c.name: c.description for c in office.telegram.commands_for(ana.user_id)}
    assert finnish.keys() == swedish.keys()
    assert finnish["prompt"] == "lyhyt harjoitus nyt"
    assert all(finnish[name] != swedish[name] for name in finnish)


async def test_a_role_that_is_added_adds_its_commands(office: Office, desk: int) -> None:
    ana = await office.member("Ana", desk)
    await ana.says(await link(office, desk, Role.LEAD))
    assert "You are invited as: lead, Desk" in ana.screen
    await ana.presses("Take this place")
    assert "You are now: lead, Desk" in ana.screen
    assert ana.menu == LEAD_MENU


async def test_every_command_is_heard(office: Office, desk: int) -> None:
    ana = await office.member("Ana", desk, Role.LEAD)
    for name in office.commands:
        await ana.says(f"/{name}")
        assert "I do not know that command" not in ana.screen, name


async def test_privacy_shows_the_notice_again(office: Office, ana: Someone) -> None:
    await ana.says("/privacy")
    assert "Who sees what at City of Tests" in ana.screen
    assert f"can hold them for up to {BACKUPS.days} days more" in ana.screen
    assert ana.buttons == []


async def test_privacy_says_where_it_ends_and_whom_to_ask(office: Office, ana: Someone) -> None:
    await ana.says("/privacy")
    assert "Nobody may ask you what you answered" in ana.screen
    assert "HR tells you who your data protection officer is." in ana.screen
    contact = "Dee P. <dpo@city.example>"
    office.settings = office.settings.model_copy(update={"privacy_contact": contact})
    await office.restarts()
    await ana.says("/privacy")
    assert f"Questions about data protection: {contact}" in ana.screen


async def test_a_pause_ends_by_its_button(office: Office, ana: Someone) -> None:
    await ana.presses_through("/pause", "Until I come back")
    assert "You are on a break" in ana.screen
    await office.live(1, clock="12:00")
    assert "You are on a break" in ana.screen, "nothing was sent"
    await ana.presses("End the break")
    assert "Welcome back!" in ana.screen
    await office.live(2)
    assert len(ana.messages) > 3


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_whoever_comes_is_not_told_of_a_week_before_they_came(
    office: Office, desk: int, role: Role
) -> None:
    await office.member("Olga", desk, role)
    await office.live(1, Weekday.MON, "09:05")
    kim = office.newcomer("Kim")
    await kim.says(await link(office, desk, role))
    await kim.presses("Begin")
    await office.live(1, Weekday.MON, "14:00")
    told = [said for said in kim.said if "Desk" in said and "You are invited" not in said]
    assert told == []
    await office.live(2, Weekday.MON, "14:00")
    assert any("Desk" in said for said in kim.said[-4:])
