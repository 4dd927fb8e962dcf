"""Stories in the chat: told and previewed, allowed by HR, read by colleagues, taken back."""

import pytest

from bot.callbacks.stories import AllowStory, DeclineStory, HandInStory
from coaching.content import KNOWN, LANGUAGES
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension
from tests.bot.dialogue import Office, Someone

STORY = (
    "He came for the third time & was ashamed. We filled it in <b>together</b>, and he laughed."
)
OTHER = "She had been sent from one desk to the next. I rang them, and it took five minutes."
BY_LANGUAGE = {
    "en": OTHER,
    "fi": "Hän tuli kolmannen kerran ja häpesi. Täytimme sen yhdessä, ja lopulta hän nauroi.",
    "sv": "Han kom för tredje gången och skämdes. Vi fyllde i den tillsammans och han log.",
    "id": "Dia datang untuk ketiga kali dan malu. Kami mengisinya bersama, lalu dia tertawa.",
}
OFF = "Stories of people who were helped are not used here."


@pytest.fixture
async def bo(office: Office) -> Someone:
    """Give a member of another team, with some prompts behind them."""
    return await who_knows_prompts(office, "Bo", await office.programme.team("Phone"))


async def who_knows_prompts(office: Office, name: str, team: int, language: str = "en") -> Someone:
    """Return somebody who has had enough prompts for a story."""
    person = await office.member(name, team, language=language)
    for _ in range(4):
        await waves_away(person)
    return person


async def waves_away(person: Someone) -> None:
    """Open a prompt and say that it is not relevant."""
    await person.says("/prompt")
    out, _why = person.message.keyboard[-2:]
    await person.presses(out[0].data or "")


async def opens(hanna: Someone) -> None:
    """Let HR switch stories on."""
    await hanna.presses_through("/stories", "Switch stories on")


async def tells(person: Someone, text: str) -> None:
    """Tell a story as people do."""
    await person.says("/story")
    await person.says(text)
    await person.presses(person.buttons[0])


async def test_stories_are_off_until_hr_opens_them(hanna: Someone, ana: Someone) -> None:
    await ana.says("/story")
    assert ana.screen.startswith(OFF)
    await ana.says("/help")
    assert "/story" not in ana.screen
    await ana.says("/privacy")
    assert "/story" not in ana.screen
    await hanna.says("/stories")
    assert "Stories are off" in hanna.screen
    await hanna.presses("Switch stories on")
    assert "✓ Stories are on" in hanna.screen
    await ana.says("/help")
    assert "/story" in ana.screen
    await ana.says("/privacy")
    assert "A story that you tell by /story" in ana.screen
    await hanna.presses("Switch stories off")
    await ana.says("/story")
    assert ana.screen.startswith(OFF)


async def test_a_story_goes_its_whole_way(
    office: Office, hanna: Someone, ana: Someone, bo: Someone
) -> None:
    await opens(hanna)
    await ana.says("/story")
    for said in ("Who came with what need", "without your name", "preview first"):
        assert said in ana.screen
    await ana.says(STORY)
    assert "nothing is handed in yet" in ana.screen
    assert f"“{STORY}”" in ana.screen
    assert "English" in ana.screen
    assert ana.buttons == ["Hand it in", "Do not hand it in"]
    before = len(ana.messages)
    await ana.presses("Hand it in")
    assert len(ana.messages) == before, "answered in place"
    assert "from next Monday on" in ana.screen
    await hanna.says("/stories")
    assert "Waiting for you: 0" in hanna.screen
    await office.live(1, Weekday.MON, "09:00")
    assert "Stories wait for you" in hanna.screen
    await hanna.presses_through("/stories", "Read those that wait")
    assert f"“{STORY}”" in hanna.screen
    assert "Written in: English" in hanna.screen
    assert "Ana" not in hanna.screen
    await hanna.presses("Allow")
    await hanna.presses("Empathy and respect")
    assert hanna.toast == "Noted"
    assert "Allowed: 1" in hanna.screen
    await office.live(1, Weekday.TUE, "10:00")
    assert "a true story" in bo.screen
    assert "whose situation was understood" in bo.screen
    assert f"“{STORY}”" in bo.screen
    assert "What in your work makes such a moment possible?" in bo.screen
    assert "Ana" not in bo.screen
    assert "Your story was allowed" in ana.screen
    await bo.presses("Why this?")
    assert "without knowing who wrote it" in bo.screen
    await bo.presses("Back")
    await bo.says("A colleague who covers the queue.")
    assert "A colleague who covers the queue." in bo.screen
    assert "That is all for this one" in bo.screen


async def test_what_is_declined_is_told_kindly_and_later(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await opens(hanna)
    await tells(ana, STORY)
    await office.live(1, Weekday.MON, "09:00")
    before = len(ana.messages)
    await hanna.presses_through("/stories", "Read those that wait", "Decline")
    assert "Why should colleagues not read it?" in hanna.screen
    await hanna.presses("Somebody could be recognised")
    assert len(ana.messages) == before, "nothing in the room tells whose it was"
    await office.live(1, Weekday.TUE, "10:00")
    assert "Thank you for your story. It does not go on" in ana.screen
    assert "somebody in it could be recognised" in ana.screen
    assert STORY not in ana.screen
    await ana.says("/story")
    assert "One story did not go on" in ana.screen


async def test_the_preview_asks_about_what_may_show_who_somebody_is(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    await office.member("Carola", desk)
    await opens(hanna)
    await ana.says("/story")
    await ana.says("Carola rolled her eyes again, and so I helped the old man with his form.")
    assert "Does “Carola” show who somebody is?" in ana.screen
    await ana.says(OTHER)
    assert "show who somebody is?" not in ana.screen


async def test_the_text_guard_asks_first_and_keeps_what_its_author_wants_kept(
    hanna: Someone, ana: Someone
) -> None:
    await opens(hanna)
    await ana.says("/story")
    await ana.says(f"{OTHER} She had a depression.")
    assert "nothing is handed in yet" not in ana.screen
    await ana.presses("Keep it as it is")
    assert "nothing is handed in yet" in ana.screen


async def test_a_threat_in_a_story_is_answered_as_one(hanna: Someone, ana: Someone) -> None:
    await opens(hanna)
    await ana.says("/story")
    await ana.says("He threatened to kill me, and then we filled in the form together after all.")
    assert "nothing is handed in yet" not in ana.screen
    await ana.says(OTHER)
    assert "nothing is handed in yet" in ana.screen


async def test_two_stories_are_as_many_as_fit_into_four_weeks(
    hanna: Someone, ana: Someone
) -> None:
    await opens(hanna)
    await tells(ana, STORY)
    await tells(ana, OTHER)
    await ana.says("/story")
    assert "as many as fit" in ana.screen
    assert "Monday 9 February" in ana.screen


async def test_an_update_delivered_twice_and_a_restart_hand_it_in_once(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await opens(hanna)
    await ana.says("/story")
    await ana.says(STORY)
    await office.restarts()
    await ana.presses("Hand it in")
    await office.hears_again()
    await office.live(1, Weekday.MON, "09:00")
    await hanna.says("/stories")
    assert "Waiting for you: 1" in hanna.screen


async def test_its_author_takes_it_back_and_an_open_prompt_says_so(
    office: Office, hanna: Someone, ana: Someone, bo: Someone
) -> None:
    await opens(hanna)
    await tells(ana, STORY)
    await office.live(1, Weekday.MON, "09:00")
    await hanna.presses_through("/stories", "Read those that wait", "Allow", "Clarity")
    await waves_away(bo)  # what came last week
    await bo.says("/prompt")
    assert STORY in bo.screen
    await ana.presses_through("/story", "My texts", "1")
    assert "story of somebody who was helped" in ana.screen
    assert STORY in ana.screen
    await ana.presses("Delete it")
    await hanna.says("/stories")
    assert "Allowed: 0" in hanna.screen
    await bo.presses("I thought about it")
    assert bo.screen == "This story is no longer here. /prompt brings another prompt."
    await bo.says("/prompt")
    assert "a true story" not in bo.screen


async def test_hr_takes_down_what_was_allowed(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await opens(hanna)
    await tells(ana, STORY)
    await office.live(1, Weekday.MON, "09:00")
    await hanna.presses_through("/stories", "Read those that wait", "Allow", "Clarity")
    await hanna.presses("Look at those allowed")
    assert "Theme: Clarity" in hanna.screen
    await hanna.presses("Take it down")
    await hanna.presses("It could hurt somebody")
    assert "Allowed: 0" in hanna.screen


async def test_hr_reads_one_after_the_other_to_the_end(
    office: Office, desk: int, hanna: Someone, ana: Someone
) -> None:
    bert = await office.member("Bert", desk)
    await opens(hanna)
    await tells(ana, STORY)
    await tells(bert, OTHER)
    await office.live(1, Weekday.MON, "09:00")
    await hanna.presses_through("/stories", "Read those that wait")
    seen = {hanna.screen}
    await hanna.presses("Next")
    seen.add(hanna.screen)
    assert len(seen) == 2
    await hanna.presses("Next")
    assert hanna.screen == "That was the last one."
    await hanna.presses("Back")
    assert "Waiting for you: 2" in hanna.screen


async def test_forged_presses_reach_nothing(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    lena = await office.member("Lena", desk, Role.LEAD)
    await opens(hanna)
    await tells(ana, STORY)
    for press, told in (
        (HandInStory("0" * 16), "This question is closed."),
        (AllowStory(1, Dimension.CLARITY), "That is not for your role."),
        (DeclineStory(1), "That is not for your role."),
    ):
        await lena.forges(press)
        assert lena.toast.startswith(told), press
    await hanna.forges(AllowStory(999_999_999, Dimension.CLARITY))
    assert hanna.toast == "I did not find that."


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_speaks_each_language(
    office: Office, hanna: Someone, language: str
) -> None:
    """A story goes its way in one language from its author to HR and a reader."""
    await opens(hanna)
    team = await office.programme.team("Desk")
    author = await office.member("Ana", team, language=language)
    reader = await who_knows_prompts(office, "Bo", team, language)
    heidi = await office.member("Heidi", None, Role.HR, language=language)
    await tells(author, BY_LANGUAGE[language])
    await office.live(1, Weekday.MON, "09:00")
    await heidi.says("/stories")
    await heidi.presses(heidi.buttons[0])
    assert KNOWN[language].name in heidi.screen
    await heidi.presses(heidi.buttons[0])
    await heidi.presses(heidi.buttons[2])
    await office.live(1, Weekday.TUE, "10:00")
    assert BY_LANGUAGE[language] in reader.screen
    assert reader.buttons
    await reader.presses(reader.buttons[0])
    for person in (author, reader, heidi):
        said = " ".join(person.said)
        assert "stories." not in said
        assert "{" not in said
