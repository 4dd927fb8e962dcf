"""What prompts follow, in the chat: /focus for staff, /challenge for leads, /theme for HR."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.callbacks.practice import AnswerPrompt, BeginChallenge, BeginSeries, SetTheme
from coaching.people import identity
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.instrument import Dimension
from storage.checkin import Rating
from tests.bot.dialogue import Office, Someone


async def test_a_focus_lasts_for_its_four_weeks(office: Office, ana: Someone) -> None:
    await ana.says("/focus")
    assert "Focus of these four weeks: open" in ana.screen
    await ana.presses("Choose a focus")
    assert "Your ratings play no part in it." in ana.screen
    await ana.presses("Clarity")
    assert "Focus of these four weeks: Clarity" in ana.screen
    seen = []
    for _ in range(8):
        await ana.says("/prompt")
        seen.append(ana.screen.split(" · ")[0])
        await ana.presses("Not for me")
    assert seen.count("Clarity") >= 3
    await office.wind(4, Weekday.MON, "09:00")
    await ana.says("/focus")
    assert "Focus of these four weeks: open" in ana.screen, "a new block, a new choice"


async def test_in_the_field_the_prompts_are_short(office: Office, ana: Someone) -> None:
    await ana.says("/focus")
    await ana.presses("Where I work")
    await ana.presses("In the field")
    assert "Where you work: In the field" in ana.screen
    for _ in range(5):
        await ana.says("/prompt")
        assert len(ana.screen) < 450
        await ana.presses("Not for me")


async def test_what_keeps_one_going_frames_a_prompt_and_changes_nothing_else(
    office: Office, ana: Someone
) -> None:
    await ana.says("/prompt")
    plain = ana.screen
    await ana.says("/focus")
    await ana.presses("What keeps me going")
    await ana.presses("An easier day")
    assert "What keeps you going: An easier day" in ana.screen
    await ana.says("/prompt")
    framed = ana.screen
    frame = "Something small that can make the day easier.\n\n"
    assert frame in framed
    assert framed.replace(frame, "") == plain
    await ana.says("/focus")
    await ana.presses("What keeps me going")
    await ana.presses("I would rather not say")
    await ana.says("/prompt")
    assert ana.screen == plain


ASIDES = (
    "Where do you mostly work?",
    "What helps you keep going at work?",
    "Is there something that you would like to practise most",
)


def asides(person: Someone) -> list[str]:
    """Return which questions about themselves somebody was asked, in order."""
    return [aside for said in person.said for aside in ASIDES if said.startswith(aside)]


async def completes_one(office: Office, person: Someone) -> None:
    viewer = await identity.identify(office.programme.database, person.user_id)
    assert viewer is not None
    offer = await office.programme.offered(viewer, PromptFormat.RECALL)
    await office.wind_to(office.clock.now() + timedelta(minutes=1))
    await person.says("/help")
    await person.forges(AnswerPrompt(offer.practice_id, 0, Outcome.KNEW))


async def test_newcomers_are_asked_about_themselves_one_thing_at_a_time(
    office: Office, ana: Someone
) -> None:
    await completes_one(office, ana)
    assert asides(ana) == [], "not at once"
    for done in range(2, 8):
        await completes_one(office, ana)
        assert asides(ana) == list(ASIDES[: done // 2])


async def test_what_was_said_already_is_not_asked(office: Office, ana: Someone) -> None:
    await ana.presses_through("/focus", "Where I work", "In the field")
    for _ in range(2):
        await completes_one(office, ana)
    assert asides(ana) == []


async def test_answering_beside_a_prompt_leaves_the_prompt_where_it_is(
    office: Office, ana: Someone
) -> None:
    for _ in range(2):
        await completes_one(office, ana)
    prompt, aside = ana.messages[-2:]
    await ana.presses("In the field", on=aside)
    assert "Where you work: In the field" in ana.screen
    assert ana.said[-2] == prompt.text


async def test_a_series_comes_part_by_part(office: Office, ana: Someone) -> None:
    await ana.says("/focus")
    await ana.presses("Series of prompts")
    assert "Workshop: an empathy map" in ana.screen
    await ana.presses("Workshop: an empathy map")
    assert "Series: Workshop: an empathy map (0/5)" in ana.screen
    await ana.says("/prompt")
    assert "Choose one letter, page or form of yours." in ana.screen
    await ana.presses("Not for me")
    await ana.says("/prompt")
    assert "People seldom come alone" in ana.screen
    await ana.says("/focus")
    assert "(2/5)" in ana.screen
    await ana.presses("Series of prompts")
    await ana.presses("Leave the series")
    assert "Series: none" in ana.screen


async def test_a_series_for_leads_is_offered_to_leads_alone(
    office: Office, ana: Someone, desk: int
) -> None:
    await ana.says("/focus")
    await ana.presses("Series of prompts")
    assert "For leads" not in ana.buttons
    lea = await office.member("Lea", desk, Role.LEAD)
    await lea.says("/focus")
    await lea.presses("Series of prompts")
    await lea.presses("For leads")
    assert "Series: For leads (0/5)" in lea.screen
    await lea.says("/prompt")
    assert "sit beside one member of your team" in lea.screen


@pytest.mark.parametrize("series", ["two_weeks", "leading", "nonsense"])
async def test_a_series_that_nobody_can_begin_alone_is_refused(
    office: Office, ana: Someone, series: str
) -> None:
    await ana.says("/focus")
    await ana.forges(BeginSeries(series))
    assert ana.toast == "I did not find that."


async def test_a_challenge_is_for_the_whole_team_and_ends_by_itself(
    office: Office, ana: Someone, desk: int
) -> None:
    lea = await office.member("Lea", desk, Role.LEAD)
    await lea.says("/challenge")
    await lea.presses("Begin with Desk")
    begun = "the challenge begins on Tuesday 13 January, and its last day is Monday 26 January."
    assert begun in lea.said[-2]
    first = "Choose one habit at work that you want to try differently."
    assert first in lea.screen, "the lead goes first, without asking for it"
    assert "Team challenge, part 1 of 4 ●○○○" in " ".join(lea.screen.split())
    await lea.says("/prompt")
    assert first in lea.screen
    await ana.says("/prompt")
    assert first not in ana.screen
    await ana.presses("Not for me")
    await lea.says("/challenge")
    assert lea.buttons == [], "one that goes on is not begun again"
    await office.live(0, Weekday.MON, "12:00")
    assert any("A challenge for Desk: Two-week challenge" in said for said in ana.said)
    assert not any("A challenge for Desk: Two-week challenge" in said for said in lea.said)
    await office.wind(0, Weekday.TUE, "09:00")
    await ana.says("/prompt")
    assert first in ana.screen
    assert "Team challenge, part 1 of 4" in ana.screen
    await ana.says("If I am about to write, I call instead.")
    assert "Team challenge, part 1 of 4" in ana.screen, "in every step of the part"
    await ana.says("yes")
    await ana.says("/prompt")
    assert "Team challenge, part 2 of 4 ●●○○" in " ".join(ana.screen.split())
    await lea.says("/challenge")
    assert "the challenge is on day 1 of 14. Its last day is Monday 26 January" in lea.screen
    await office.wind(2, Weekday.TUE, "09:00")
    await lea.says("/challenge")
    assert lea.buttons == ["Begin with Desk"]


async def test_only_ones_own_team_can_be_challenged(office: Office, desk: int) -> None:
    lea = await office.member("Lea", desk, Role.LEAD)
    other = await office.programme.team("Phone")
    await lea.says("/challenge")
    for team, series in ((other, "two_weeks"), (desk, "listening"), (10**6, "two_weeks")):
        await lea.forges(BeginChallenge(team, series))
        assert lea.toast == "I did not find that."


async def test_the_theme_of_the_quarter_is_suggested_and_practised(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await hanna.says("/theme")
    assert "Theme of the quarter: no theme" in hanna.screen
    await hanna.presses("Choose the theme")
    await hanna.presses("Ownership")
    assert "Theme of the quarter: Ownership" in hanna.screen
    await ana.says("/focus")
    await ana.presses("Choose a focus")
    assert "My suggestion is Ownership" in ana.screen
    await ana.forges(SetTheme(Dimension.CLARITY))
    assert ana.toast.startswith("That is not for your role.")


async def test_the_word_for_customer_follows_the_organisation(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await hanna.says("/theme")
    await hanna.presses("Choose the word")
    assert hanna.buttons[:4] == ["customer", "resident", "patient", "contact person"]
    await hanna.presses("resident")
    assert "Those you serve are called: resident" in hanna.screen
    await ana.says("/focus")
    await ana.presses("Series of prompts")
    await ana.presses("First listen")
    await ana.says("/prompt")
    assert "how long does the resident speak" in ana.screen


async def test_another_word_is_another_wording_of_the_check_in(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await hanna.says("/theme")
    await hanna.presses("Choose the word")
    await hanna.presses("patient")
    await ana.says("/checkin")
    assert "{" not in ana.screen
    await ana.presses("3")
    assert "{" not in ana.screen
    async with office.programme.database.read() as session:
        (rating,) = await session.exec(select(Rating))
    assert rating.instrument == "2-patient", "so that the two are never one series"


async def test_the_why_is_written_per_language_and_guarded(office: Office, hanna: Someone) -> None:
    await hanna.says("/theme")
    await hanna.presses("Write why: English")
    await hanna.says("Call me: 040 123 4567")
    assert hanna.screen.startswith("I did not keep that")
    await hanna.says("a" * 281)
    assert "281 characters long, and I can keep 280" in hanna.screen
    await hanna.says("Nobody should have to ask twice.")
    assert "English: Nobody should have to ask twice." in hanna.screen
    assert "Suomi: not written yet" in hanna.screen
