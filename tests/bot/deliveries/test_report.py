"""Scheduled messages when Telegram has a bad day, and what the log says of errors."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection
from structlog.testing import capture_logs

from bot.i18n import Translator
from bot.sandbox.bot_api.trouble import Fault, FaultKind, Limits
from coaching.content import LANGUAGES
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import TOKEN, Office, Someone, Studio, office_at, words

QUESTION = "Check-in 1/2"


def asked(person: Someone) -> int:
    """Return how often the week's question stands in the chat."""
    return sum(QUESTION in said for said in person.said)


async def wednesday(office: Office) -> None:
    """Wind to the instant of the check-in, and nothing before it."""
    await office.wind(0, Weekday.WED, "13:00")


async def later(office: Office, seconds: float) -> None:
    """Wind some seconds on."""
    await office.wind_to(office.clock.now() + timedelta(seconds=seconds))


def trouble(office: Office, person: Someone, kind: FaultKind, **how: int) -> None:
    """Let the next messages to the person go wrong."""
    fault = Fault(kind, method="sendMessage", chat_id=person.user_id, **how)
    office.telegram.faults.add(fault)


async def states(office: Office) -> dict[str, int]:
    """Return the states of the deliveries, without those that Tuesday's prompt missed."""
    found = await office.programme.states()
    found.pop("missed", None)
    return found


async def test_all_is_well(office: Office, ana: Someone) -> None:
    await wednesday(office)
    assert asked(ana) == 1
    assert await states(office) == {"sent": 1}


async def test_who_blocked_the_bot_is_unreachable_and_comes_back(
    office: Office, ana: Someone
) -> None:
    office.telegram.block(ana.user_id)
    await wednesday(office)
    assert await states(office) == {"unreachable": 1}
    await office.wind(0, Weekday.THU, "09:30")
    assert await states(office) == {"unreachable": 2}
    attempts = [c for c in office.telegram.transcript if c.status == 403]
    assert attempts == [], "Telegram had told it, so nothing was tried"
    before = len(ana.messages)
    await ana.says("/start")
    assert len(ana.messages) == before + 1, "no backlog"
    await office.live(1, Weekday.TUE, "10:00")
    assert "Hello again" not in ana.screen, "the next prompt arrived"
    assert (await states(office))["sent"] > 0


async def test_a_forbidden_message_leaves_the_others_alone(
    office: Office, ana: Someone, desk: int
) -> None:
    bea = await office.member("Bea", desk)
    trouble(office, ana, "forbidden")
    await wednesday(office)
    assert (asked(ana), asked(bea)) == (0, 1)
    assert await states(office) == {"sent": 1, "unreachable": 1}


async def test_told_to_wait_it_waits_as_long_and_sends_once(office: Office, ana: Someone) -> None:
    trouble(office, ana, "too_many", retry_after=40)
    await wednesday(office)
    assert await states(office) == {"planned": 1}
    await later(office, 39)
    assert asked(ana) == 0
    await later(office, 1)
    assert asked(ana) == 1
    assert await states(office) == {"sent": 1}
    await later(office, 3600)
    assert asked(ana) == 1


@pytest.mark.parametrize("kind", ["server_error", "dropped"])
async def test_after_a_failure_it_tries_again_and_sends_once(
    office: Office, ana: Someone, kind: FaultKind
) -> None:
    trouble(office, ana, kind, times=2)
    await wednesday(office)
    assert await states(office) == {"planned": 1}
    await later(office, 13)
    assert asked(ana) == 0, "the second attempt failed too"
    await later(office, 39)
    assert asked(ana) == 0, "the wait has grown"
    await later(office, 12)
    assert asked(ana) == 1
    assert await states(office) == {"sent": 1}


async def test_the_sixth_failure_is_the_last(office: Office, ana: Someone) -> None:
    trouble(office, ana, "server_error", times=9)
    await wednesday(office)
    for _ in range(8):
        await later(office, 1500)
    assert await states(office) == {"failed": 1}
    tries = [c for c in office.telegram.transcript if c.status == 500]
    assert len(tries) == 6
    for _ in range(3):  # the replies of these meet the rest of the trouble
        await ana.says("/checkin")
    await ana.says("/checkin")
    assert QUESTION in ana.screen, "the person can still begin"


async def test_what_is_no_longer_useful_expires(office: Office, ana: Someone) -> None:
    trouble(office, ana, "too_many", retry_after=5 * 3600)
    await wednesday(office)
    await later(office, 5 * 3600)
    assert asked(ana) == 0
    assert await states(office) == {"expired": 1}


async def test_a_restart_between_attempts_neither_loses_nor_doubles(
    office: Office, ana: Someone
) -> None:
    trouble(office, ana, "server_error")
    await wednesday(office)
    await office.restarts()
    assert asked(ana) == 0
    await later(office, 13)
    assert asked(ana) == 1
    await office.restarts()
    assert asked(ana) == 1
    assert await states(office) == {"sent": 1}


async def test_what_was_due_while_the_bot_was_down_is_sent_while_useful(
    office: Office, ana: Someone
) -> None:
    await office.closes()
    office.clock.wind_to(office.programme.moment(0, Weekday.WED, "14:00"))
    await office.restarts()
    assert asked(ana) == 1
    assert await office.programme.states() == {"missed": 1, "sent": 1}


async def test_whoever_paused_or_answered_gets_nothing(
    office: Office, ana: Someone, desk: int
) -> None:
    bea = await office.member("Bea", desk)
    await bea.presses_through("/pause", "Until I come back")
    await ana.says("/checkin")
    await ana.presses("4")
    before = len(ana.messages), len(bea.messages)
    await wednesday(office)
    assert (len(ana.messages), len(bea.messages)) == before
    assert await states(office) == {"cancelled": 1}


async def test_a_reply_that_got_lost_is_said_and_comes_when_the_button_is_pressed_again(
    office: Office, ana: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.client.limiter.PAUSES", (0, 0, 0))
    await ana.says("/checkin")
    question = ana.message
    office.telegram.faults.add(Fault("dropped", method="editMessageText", times=4))
    await ana.presses("4")
    assert "Check-in 1/2" in words(ana.messages[-2])
    assert ana.screen == Translator("en").plain("error.answer_lost")
    await ana.presses("4", on=question)
    shown = ana.messages[-2]
    assert "Check-in 2/2" in words(shown)
    await ana.presses("5", on=shown)
    assert "That was this week's check-in" in words(ana.messages[-2])


async def spoils(office: Office, statement: str) -> None:
    """Make the database fail in a way that nobody foresaw."""
    async with office.programme.database.connect(write=True) as connection:
        await connection.run_sync(Connection.exec_driver_sql, statement)


APOLOGIES = {
    "en": r"^Sorry, something went wrong on my side\..* ([0-9A-F]{6})$",
    "fi": r"^Pahoittelut, .* ([0-9A-F]{6})$",
    "sv": r"^Förlåt, .* ([0-9A-F]{6})$",
    "id": r"^Maaf, .* ([0-9A-F]{6})$",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_unexpected_error_apologises_and_logs_no_words(
    office: Office,
    desk: int,
    language: str,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    ana = await office.member("Anastasia", desk, language=language)
    await ana.says("/prompt")
    await spoils(
        office,
        "CREATE TRIGGER spoilt BEFORE INSERT ON position BEGIN SELECT RAISE(ABORT, 'spoilt'); END",
    )
    capsys.readouterr()
    await ana.says("Elephants are kind.")
    found = re.search(APOLOGIES[language], ana.screen)
    assert found is not None, ana.screen
    logged = capsys.readouterr().out + caplog.text
    assert found[1] in logged
    assert "IntegrityError" in logged
    for secret in ("Elephants", "Anastasia", TOKEN, TOKEN.partition(":")[2]):
        assert secret not in logged


async def test_a_press_gets_the_apology_as_an_alert(office: Office, ana: Someone) -> None:
    await ana.says("/checkin")
    await spoils(office, "ALTER TABLE rating RENAME TO spoilt")
    await ana.presses("4")
    assert re.search(r"reference: [0-9A-F]{6}$", ana.toast)
    await spoils(office, "ALTER TABLE spoilt RENAME TO rating")
    await ana.presses("4")
    assert "Check-in 2/2" in ana.screen, "nothing was lost"


async def test_when_nobody_can_be_identified_the_apology_speaks_telegrams_language(
    office: Office, desk: int
) -> None:
    ana = await office.member("Ana", desk, language="fi")
    await spoils(office, "ALTER TABLE person RENAME TO spoilt")
    await ana.says("/checkin")
    assert ana.screen.startswith("Pahoittelut")


async def test_a_round_that_fails_is_tried_again(office: Office, ana: Someone) -> None:
    await spoils(office, "ALTER TABLE delivery RENAME TO spoilt")
    await wednesday(office)
    assert asked(ana) == 0
    await spoils(office, "ALTER TABLE spoilt RENAME TO delivery")
    await later(office, 30)
    assert asked(ana) == 1


async def test_what_telegram_cannot_carry_is_said_not_swallowed(
    office: Office, ana: Someone
) -> None:
    office.telegram.faults.add(Fault(kind="bad_request", method="sendMessage"))
    await ana.says("/checkin")
    assert re.search(r"reference: [0-9A-F]{6}$", ana.screen)


async def test_a_reply_that_telegram_does_not_take_for_long_is_said_to_be_lost(
    office: Office, ana: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.client.limiter.PAUSES", (0, 0, 0))
    before = ana.said
    trouble(office, ana, "server_error", times=4)
    await ana.says("/checkin")
    assert ana.said == [*before, Translator("en").plain("error.answer_lost")]


async def test_a_reply_that_the_chat_refuses_is_not_followed_by_another(
    office: Office, ana: Someone
) -> None:
    before = ana.said
    trouble(office, ana, "forbidden")
    await ana.says("/checkin")
    assert ana.said == before


async def test_at_its_limit_it_postpones_broadcasts_and_repeats_replies(
    database_file: Path, studio: Studio
) -> None:
    async with office_at(database_file, studio, limits=Limits()) as office:
        ana = await office.member("Ana", await office.programme.team("Desk"))
        trouble(office, ana, "too_many")
        await ana.says("/checkin")
        assert asked(ana) == 1
        trouble(office, ana, "too_many")
        await office.wind(0, Weekday.THU, "09:30")
        assert (await states(office))["planned"] == 1


async def test_it_stops_in_the_middle_of_a_broadcast_and_goes_on_after_the_restart(
    database_file: Path, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.timing.sender.AT_ONCE", 2)
    async with office_at(database_file, studio, limits=Limits(per_bot=8)) as office:
        desk = await office.programme.team("Desk")
        people = [await office.member(f"Ana {number}", desk) for number in range(12)]
        office.clock.wind_to(office.programme.moment(0, Weekday.WED, "13:00"))
        version = 0
        while not any(asked(person) for person in people):
            version = await office.telegram.anything_changed(version)
        await office.closes()
        assert 1 <= sum(asked(person) for person in people) <= 8
        await office.restarts()
        assert {asked(person) for person in people} == {1}


async def test_it_stops_at_once_although_telegram_told_it_to_wait(
    database_file: Path, studio: Studio
) -> None:
    async with office_at(database_file, studio, limits=Limits()) as office:
        ana = await office.member("Ana", await office.programme.team("Desk"))
        trouble(office, ana, "too_many", retry_after=50)
        office.telegram.say(ana.user_id, "/checkin")
        await office.telegram.confirmed()
        async with asyncio.timeout(10):
            await office.closes()
        assert asked(ana) == 0


async def test_what_goes_wrong_with_everybody_is_told_once(office: Office, desk: int) -> None:
    for name in "ABCDE":
        person = await office.member(name, desk)
        trouble(office, person, "server_error", times=1)
    with capture_logs() as logs:
        await wednesday(office)
    told = [each for each in logs if "deliver" in str(each)]
    assert told == [{"event": "delivery failed", "kind": "NetworkError", "log_level": "warning"}]
