"""A threat, distress or a wrong told while a question is open: answered as such, and not kept."""

from collections.abc import Awaitable, Callable

import pytest

from bot.callbacks.guarding import GoOnAnswering, KeepText, LeaveQuestion
from bot.callbacks.own_data import OwnDataPage, ShowOwnData
from bot.routes import routes
from coaching.content import LANGUAGES
from coaching.people import identity
from coaching.rules.calendar import Weekday
from coaching.rules.concerns import Concern
from coaching.rules.formats import PromptFormat
from storage import conversation
from tests.bot.dialogue import Office, Someone
from tests.bot.practice.test_talks import gets, notes

THREAT = "asiakas uhkasi tappaa mut tänään tiskillä"
NOT_KEPT = "I have kept nothing of your message."
ANSWERED = {
    Concern.VIOLENCE: "That sounds frightening",
    Concern.DISTRESS: "That sounds heavy",
    Concern.DATA_PROTECTION: "data protection officer",
    Concern.MISCONDUCT: "official reporting channel",
}
CHOICES = ["Go on", "Not now", "Delete my message"]
OTHERWISE = "It is about something else: this is my answer"


async def everything_kept(office: Office) -> str:
    """Return all that the database holds, as one text."""
    async with office.programme.database.connect(write=False) as connection:
        tables = await connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        )
        found = [
            str((await connection.exec_driver_sql(f'SELECT * FROM "{name}"')).fetchall())
            for (name,) in tables.fetchall()
        ]
    return "".join(found)


async def a_plan(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.PLAN)


async def a_debrief(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)


async def a_note_after_a_try(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.TRY)
    await ana.presses("Done")


async def a_follow_up(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.PLAN)
    await ana.says("a bus pass")
    await ana.says("wait for two breaths")
    await office.live(0, Weekday.WED, "14:30")


async def a_learning(_: Office, ana: Someone) -> None:
    await ana.says("/share")


async def a_name(_: Office, ana: Someone) -> None:
    await ana.forges(ShowOwnData(OwnDataPage.NAME))


@pytest.mark.parametrize(
    "asked", [a_plan, a_debrief, a_note_after_a_try, a_follow_up, a_learning, a_name]
)
async def test_whatever_is_asked_a_threat_is_answered_first(
    office: Office, ana: Someone, asked: Callable[[Office, Someone], Awaitable[None]]
) -> None:
    await asked(office, ana)
    await ana.says(THREAT)
    assert ana.screen.startswith(ANSWERED[Concern.VIOLENCE])
    assert "occupational health care" in ana.screen
    assert NOT_KEPT in ana.screen
    assert ana.buttons[:3] == CHOICES
    assert "tappaa" not in await everything_kept(office)


@pytest.mark.parametrize("question", sorted(routes().typed))
async def test_no_question_that_takes_a_text_is_forgotten(
    office: Office, ana: Someone, question: str
) -> None:
    viewer = await identity.identify(office.programme.database, ana.user_id)
    assert viewer is not None
    async with office.programme.database.write() as session:
        await conversation.put(session, viewer.person_id, question)
    await ana.says(THREAT)
    assert ana.screen.startswith(ANSWERED[Concern.VIOLENCE])
    assert ana.buttons[:3] == CHOICES
    assert (OTHERWISE in ana.buttons) is (question in routes().kept_as_typed)
    async with office.programme.database.read() as session:
        assert await conversation.where(session, viewer.person_id) == (question, {})


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("A customer grabbed my colleague's arm today.", Concern.VIOLENCE),
        ("I can't take this any more.", Concern.DISTRESS),
        ("I sent the decision to the wrong customer.", Concern.DATA_PROTECTION),
        ("I think our manager takes bribes.", Concern.MISCONDUCT),
    ],
)
async def test_each_concern_has_an_answer_of_its_own(
    office: Office, ana: Someone, text: str, concern: Concern
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says(text)
    assert ANSWERED[concern] in ana.screen
    assert await notes(office, ana) == []


async def test_then_the_question_goes_on(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says(THREAT)
    await ana.presses("Go on")
    assert ana.screen == "Good. Write your answer when you are ready."
    await ana.says("She wanted to be called back.")
    assert [note.text for note in await notes(office, ana)] == ["She wanted to be called back."]


async def test_or_it_is_left(office: Office, ana: Someone) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says(THREAT)
    answer = ana.message
    await ana.presses("Not now")
    assert ana.screen == "All right, I will leave the question for now."
    await ana.says("She wanted to be called back.")
    assert await notes(office, ana) == []
    for data in (GoOnAnswering("practice-1"), LeaveQuestion("practice-1")):
        await ana.forges(data, on=answer)
        assert ana.toast == "This question is closed."


async def test_another_question_is_neither_gone_on_with_nor_left(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says(THREAT)
    answer = ana.message
    await ana.says("/share")
    for label in ("Go on", "Not now"):
        await ana.presses(label, on=answer)
        assert ana.toast == "This question is closed."
    await ana.says("I asked twice before I answered.")
    assert "Share without a name" in ana.buttons


async def test_the_question_for_a_name_stays_open_too(office: Office, ana: Someone) -> None:
    await ana.forges(ShowOwnData(OwnDataPage.NAME))
    await ana.says(THREAT)
    await ana.presses("Go on")
    await ana.says("Annika")
    viewer = await identity.identify(office.programme.database, ana.user_id)
    assert viewer is not None
    assert viewer.first_name == "Annika"


async def test_its_author_may_say_that_it_is_about_something_else(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("In the film the man threatens me with a knife.")
    await ana.presses(OTHERWISE)
    kept = await notes(office, ana)
    assert [note.text for note in kept] == ["In the film the man threatens me with a knife."]


async def test_what_the_guard_finds_besides_cannot_be_kept_by_that(
    office: Office, ana: Someone
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    await ana.says("He is 131052-308T and threatened to kill me.")
    assert ana.buttons == CHOICES
    await ana.forges(KeepText("practice-1"))
    assert await notes(office, ana) == []


async def test_where_nothing_is_asked_it_is_answered_and_offers_nothing(
    office: Office, ana: Someone
) -> None:
    await ana.says(THREAT)
    assert ana.screen.startswith(ANSWERED[Concern.VIOLENCE])
    assert ana.screen.endswith(NOT_KEPT)
    assert ana.buttons == []


async def test_no_log_knows_of_it(
    office: Office,
    ana: Someone,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    await gets(office, ana, PromptFormat.DEBRIEF)
    capsys.readouterr()
    await ana.says("I think our manager takes bribes.")
    await ana.presses("Not now")
    logged = (capsys.readouterr().out + caplog.text).lower()
    for secret in ("bribe", "misconduct", "concern"):
        assert secret not in logged


@pytest.mark.parametrize("language", LANGUAGES[1:])
async def test_it_is_answered_in_the_persons_language(
    office: Office, desk: int, language: str
) -> None:
    eve = await office.member("Eve", desk, language=language)
    await eve.says("/share")
    await eve.says(THREAT)
    start, health = {
        "fi": ("Tuo kuulostaa pelottavalta", "työterveyshuolto"),
        "sv": ("Det låter skrämmande", "Företagshälsovården"),
        "id": ("Itu terdengar menakutkan", "layanan kesehatan kerja"),
    }[language]
    assert eve.screen.startswith(start)
    assert health in eve.screen
