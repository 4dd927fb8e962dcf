"""Bursts: everybody asks at once, somebody floods, the bot is killed, or its calls go wrong.

What a killed bot had fetched and not answered comes again, so nobody is left without an answer.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.bot_api.trouble import FaultKind, Lot
from tests.chaos.play import Pace, Play, opened
from tests.chaos.runs import STEP
from tests.forked import Forker

FLOOD = 300  # messages of one person, as three bundles of a hundred forwarded ones
STRANGERS = 100
FIRST_STRANGER = 700_001
FAULTS: tuple[FaultKind, ...] = ("too_many", "server_error", "dropped", "unanswered")
LONGEST_ANSWER = 30.0  # seconds
PACE = Pace(0.02, STEP, STEP)


@dataclass(slots=True)
class Burst:
    """What became of what people asked."""

    people: int
    kills: int = 0
    asked: int = 0
    lost: int = 0
    twice: int = 0
    slowest: float = 0.0


@dataclass(slots=True)
class Pressed:
    """What became of commands and presses while a fifth of all calls went wrong."""

    people: int
    faults: int = 0
    commands: int = 0
    presses: int = 0
    nothing: int = 0


async def pressed(people: int, times: int, seed: int, forker: Forker | None = None) -> Pressed:
    """Let everybody ask for a screen and press on it, and count who saw nothing of an answer."""
    outcome = Pressed(people)
    async with opened(people, seed, PACE, 4096, forker) as play:
        await play.listens()
        play.telegram.faults.lot = Lot(dict.fromkeys(FAULTS, 0.2 / len(FAULTS)), seed)
        for _ in range(times):
            await asyncio.gather(*(_ask_and_press(play, w.user_id, outcome) for w in play.people))
        play.telegram.faults.lot = None
        outcome.faults = play.telegram.faults.struck.total()
        await play.bot.stop()
    return outcome


async def _ask_and_press(play: Play, user_id: int, outcome: Pressed) -> None:
    telegram = play.telegram
    before = telegram.from_bot(user_id)
    telegram.say(user_id, "/language")
    outcome.commands += 1
    if not await _within(lambda: telegram.from_bot(user_id) > before):
        outcome.nothing += 1
        return
    shown = telegram.last_message(user_id)
    if shown is None or not shown.keyboard:  # it was told that the answer was lost
        return
    outcome.presses += 1
    before = telegram.from_bot(user_id)
    query = telegram.press(user_id, shown.message_id, shown.keyboard[0][0].data or "")

    def sees_something() -> bool:
        changed = telegram.message(user_id, shown.message_id) != shown
        return changed or telegram.toast(query) is not None or telegram.from_bot(user_id) > before

    outcome.nothing += not await _within(sees_something)


async def _within(is_so: Callable[[], bool]) -> bool:
    """Wait until something is so, but not for ever; tell whether it is."""
    end = time.monotonic() + LONGEST_ANSWER
    while not is_so() and time.monotonic() < end:  # noqa: ASYNC110 - another process tells us nothing
        await asyncio.sleep(0.05)
    return is_so()


async def burst(people: int, kills: int, seed: int, forker: Forker | None = None) -> Burst:
    """Let everybody ask once before each kill, and count who got no answer, or more than one."""
    lot, outcome = random.Random(seed), Burst(people)
    async with opened(people + 1, seed, PACE, 4096, forker) as play:
        for who in range(FIRST_STRANGER, FIRST_STRANGER + STRANGERS):
            play.telegram.add_user(who, "Eve")
        for _ in range(kills):
            await _ask_and_kill(play, lot, outcome)
        await play.bot.stop()
    return outcome


async def _ask_and_kill(play: Play, lot: random.Random, outcome: Burst) -> None:
    *everybody, flooder = (who.user_id for who in play.people)
    telegram = play.telegram
    before = {user_id: telegram.from_bot(user_id) for user_id in everybody}
    await play.listens()
    for _ in range(FLOOD):
        telegram.say(flooder, "forwarded")
    for stranger in range(FIRST_STRANGER, FIRST_STRANGER + STRANGERS):
        telegram.say(stranger, "/start")
    for user_id in everybody:
        telegram.say(user_id, "/help")
    outcome.asked += len(everybody)
    begin, enough = time.monotonic(), telegram.talk.version + lot.randrange(len(everybody))
    while telegram.talk.version < enough and time.monotonic() < begin + LONGEST_ANSWER:
        await telegram.talk.past(telegram.talk.version)
    await play.kill()
    outcome.kills += 1
    end = time.monotonic() + LONGEST_ANSWER
    while time.monotonic() < end:
        answers = Counter({u: telegram.from_bot(u) - before[u] for u in everybody})
        if all(answers[user_id] for user_id in everybody) and not telegram.unconfirmed():
            break
        await asyncio.sleep(0.05)
    outcome.slowest = max(outcome.slowest, time.monotonic() - begin)
    outcome.lost += sum(not answers[user_id] for user_id in everybody)
    outcome.twice += sum(answers[user_id] > 1 for user_id in everybody)
