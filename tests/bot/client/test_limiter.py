"""The rate limiter: as fast as allowed, never faster, and people before broadcasts."""

import asyncio
import gc
import random
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta

import pytest
from pydantic import SecretStr
from telegram.error import (
    BadRequest,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.warnings import PTBDeprecationWarning

from bot.app import telegram_bot
from bot.chat.showing import send
from bot.client.limiter import PATIENCE, Lane, Limiter, told
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.bot_api.trouble import Limits
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import serve
from bot.screen import Screen
from bot.settings import Settings
from tests.bot.dialogue import TOKEN
from tests.bot.fast_time import in_fast_time, now, stall
from tests.bot.strict_telegram import Telegram
from tests.organisation import FIRST_MORNING

REPLY, BROADCAST = Lane.REPLY, Lane.BROADCAST


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> Telegram:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # as the bot does
    return Telegram(Limiter(30))


def wait(seconds: float) -> RetryAfter:
    return RetryAfter(timedelta(seconds=seconds))


# The pace


@in_fast_time
async def test_a_few_replies_of_an_idle_bot_go_at_once(telegram: Telegram) -> None:
    begin = now()
    await asyncio.gather(*(telegram.send(chat) for chat in range(1, 4)))
    assert now() - begin < 0.06


@in_fast_time
async def test_a_broadcast_goes_at_full_pace_and_people_hardly_wait(telegram: Telegram) -> None:
    begin, waits = now(), []

    async def talk(chat: int) -> None:
        at = now()
        await telegram.send(chat)
        waits.append(now() - at)

    everybody = [telegram.sends(chat, BROADCAST) for chat in range(1, 3001)]
    people = []
    for chat in range(5001, 5200):
        await asyncio.sleep(0.4)
        people.append(asyncio.create_task(talk(chat)))
    await asyncio.gather(*everybody, *people)
    assert 3199 / (now() - begin) > 0.98 * 30
    assert max(waits) < 0.2
    assert telegram.refused == []


@in_fast_time
async def test_what_a_busy_computer_held_up_is_caught_up(telegram: Telegram) -> None:
    begin = now()
    busy = Telegram(Limiter(30), per_second=45)  # 30, and what was held up
    everybody = [busy.sends(chat, BROADCAST) for chat in range(1, 901)]
    for _ in range(10):
        await asyncio.sleep(1.7)
        stall(0.4)
    await asyncio.gather(*everybody)
    assert 900 / (now() - begin) > 0.98 * 30


@in_fast_time
async def test_a_rate_below_one_a_second_is_kept(telegram: Telegram) -> None:
    slow = Telegram(Limiter(0.5), per_second=1)
    await asyncio.gather(*(slow.send(chat) for chat in (1, 2, 3)))
    first, second, third = (at for at, *_ in slow.arrived)
    assert second - first >= 1.9
    assert third - second >= 1.9


@in_fast_time
async def test_zero_sets_no_limit_at_all(telegram: Telegram) -> None:
    free = Telegram(Limiter(0), per_second=10**6)
    free.troubles[7] = [wait(1)]
    begin = now()
    await asyncio.gather(*(free.send(-1) for _ in range(2000)))
    with pytest.raises(RetryAfter):
        await free.send(7, BROADCAST)
    await free.send(7)
    assert now() - begin < 0.2


@in_fast_time
async def test_only_new_messages_wait(telegram: Telegram) -> None:
    telegram.troubles[1] = [wait(30)]
    halted = telegram.sends(1)
    await asyncio.sleep(0.1)
    begin = now()
    methods = ("editMessageText", "answerCallbackQuery", "getMe", "sendChatAction")
    await asyncio.gather(*(telegram.send(1, method=m) for m in methods for _ in range(1000)))
    assert now() - begin < 0.1
    await halted


# Whose turn it is


@in_fast_time
async def test_replies_come_before_broadcasts_and_the_oldest_first(telegram: Telegram) -> None:
    sends = [telegram.sends(chat, BROADCAST) for chat in range(1, 61)]
    await asyncio.sleep(0)
    sends += [telegram.sends(chat, text="reply") for chat in range(101, 131)]
    await asyncio.gather(*sends)
    replies = [chat for chat in telegram.chats if chat > 100]
    assert telegram.chats.index(replies[-1]) < 35, "only what was under way came before"
    moved = [abs(place - replies.index(chat)) for place, chat in enumerate(range(101, 131))]
    assert max(moved) <= 2, "those under way at the same time may overtake one another"


@in_fast_time
async def test_a_chat_gets_one_a_second_and_holds_up_nobody(telegram: Telegram) -> None:
    begin = now()
    busy = [telegram.sends(1, text=str(number)) for number in range(5)]
    others = [telegram.sends(chat) for chat in range(2, 12)]
    await asyncio.gather(*others)
    assert now() - begin < 0.5
    await asyncio.gather(*busy)
    assert 4 <= now() - begin < 4.5
    assert [text for _, chat, text in telegram.arrived if chat == 1] == list("01234")


@in_fast_time
async def test_in_a_chat_too_a_reply_overtakes_broadcasts(telegram: Telegram) -> None:
    sends = [telegram.sends(1, BROADCAST, text) for text in ("a", "b", "c")]
    await asyncio.sleep(0.5)
    sends.append(telegram.sends(1, REPLY, "reply"))
    await asyncio.gather(*sends)
    assert [text for *_, text in telegram.arrived] == ["a", "reply", "b", "c"]


@in_fast_time
async def test_a_group_gets_twenty_a_minute(telegram: Telegram) -> None:
    begin = now()
    await asyncio.gather(*(telegram.send(-100) for _ in range(45)))
    times = telegram.when(-100)
    assert all(later - earlier >= 60 for earlier, later in zip(times, times[20:], strict=False))
    assert now() - begin < 123


# When Telegram says wait


@in_fast_time
async def test_the_chat_that_was_told_waits_and_the_others_go_on(telegram: Telegram) -> None:
    telegram.troubles[1] = [wait(20)]
    begin = now()
    halted = telegram.sends(1)
    await asyncio.sleep(1)
    also = telegram.sends(1, text="later")
    await asyncio.gather(*(telegram.send(chat) for chat in range(2, 10)))
    assert now() - begin < 2
    await asyncio.gather(halted, also)
    assert telegram.when(1)[0] - telegram.refused[0][0] >= 20
    assert now() - begin < 22


@in_fast_time
async def test_when_two_chats_are_told_everybody_waits_longest(telegram: Telegram) -> None:
    telegram.troubles = {1: [wait(20)], 2: [wait(5)]}
    halted = [telegram.sends(1), telegram.sends(2)]
    await asyncio.sleep(1)
    others = [telegram.sends(chat, lane) for chat, lane in ((3, REPLY), (4, BROADCAST))]
    await asyncio.gather(*halted, *others)
    assert min(at for at, *_ in telegram.arrived) - telegram.refused[0][0] >= 20


@in_fast_time
async def test_two_chats_at_different_times_halt_nobody_else(telegram: Telegram) -> None:
    telegram.troubles = {1: [wait(50)], 2: [wait(50)]}
    halted = [telegram.sends(1)]
    await asyncio.sleep(10)
    halted.append(telegram.sends(2))
    await asyncio.sleep(1)
    begin = now()
    await telegram.send(3)
    assert now() - begin < 0.1
    await asyncio.gather(*halted)


@in_fast_time
async def test_a_shorter_wait_does_not_end_a_longer_one(telegram: Telegram) -> None:
    telegram.troubles[-1] = [wait(20), wait(2)]
    await asyncio.gather(telegram.send(-1), telegram.send(-1))
    assert min(telegram.when(-1)) - telegram.refused[0][0] >= 20


@in_fast_time
async def test_a_reply_is_tried_four_times(telegram: Telegram) -> None:
    telegram.troubles[1] = [wait(2)] * 4
    with pytest.raises(RetryAfter):
        await telegram.send(1)
    gaps = [b - a for (a, _), (b, _) in zip(telegram.refused, telegram.refused[1:], strict=False)]
    assert len(gaps) == 3
    assert min(gaps) >= 2
    await telegram.send(1, text="next")
    assert telegram.when(1)[0] - telegram.refused[-1][0] >= 2


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery"])
@pytest.mark.parametrize("fails", [lambda: NetworkError("500"), TimedOut, lambda: wait(2)])
@in_fast_time
async def test_what_somebody_waits_for_is_tried_four_times(
    telegram: Telegram, method: str, fails: Callable[[], TelegramError]
) -> None:
    telegram.troubles[1] = [fails() for _ in range(3)]
    await telegram.send(1, method=method)
    assert telegram.chats == [1]
    telegram.troubles[1] = [fails() for _ in range(4)]
    with pytest.raises((NetworkError, RetryAfter)):
        await telegram.send(1, method=method)


@pytest.mark.parametrize("refusal", [BadRequest("not modified"), Forbidden("blocked")])
@in_fast_time
async def test_what_telegram_refuses_is_not_tried_again(
    telegram: Telegram, refusal: TelegramError
) -> None:
    telegram.troubles[1] = [refusal]
    with pytest.raises(type(refusal)):
        await telegram.send(1, method="editMessageText")
    assert len(telegram.refused) == 1


@in_fast_time
async def test_without_a_limit_too_it_is_tried_again(telegram: Telegram) -> None:
    free = Telegram(Limiter(0))
    free.troubles[1] = [NetworkError("500"), wait(3)]
    await free.send(1)
    assert free.chats == [1]


@in_fast_time
async def test_a_long_wait_is_not_waited_for(telegram: Telegram) -> None:
    telegram.troubles[-1] = [wait(PATIENCE + 1)]
    begin = now()
    waiting = [telegram.sends(-1) for _ in range(30)]
    ended = await asyncio.gather(*waiting, return_exceptions=True)
    refusals = [each for each in ended if isinstance(each, RetryAfter)]
    assert now() - begin < 1
    assert len(refusals) + len(telegram.arrived) == 30
    assert len(telegram.arrived) < 10, "only those that were under way"
    with pytest.raises(RetryAfter) as caught:
        await telegram.send(-1)
    assert timedelta(seconds=59) < told(caught.value) <= timedelta(seconds=61)
    await asyncio.sleep(61)
    await telegram.send(-1)


@in_fast_time
async def test_a_broadcast_is_told_at_once_and_the_chat_stays_halted(telegram: Telegram) -> None:
    telegram.troubles[1] = [wait(20)]
    begin = now()
    first, second = telegram.sends(1, BROADCAST), telegram.sends(1, BROADCAST)
    ended = await asyncio.gather(first, second, return_exceptions=True)
    assert [type(each) for each in ended] == [RetryAfter, RetryAfter]
    assert now() - begin < 0.1
    assert len(telegram.refused) == 1, "the second was not even tried"
    await telegram.send(1)
    assert telegram.when(1)[0] - telegram.refused[0][0] >= 20


@pytest.mark.parametrize("kind", ["true", "false"])
def test_a_wait_is_understood_in_both_of_ptbs_forms(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", kind)
    with pytest.warns(PTBDeprecationWarning) if kind == "false" else nullcontext():
        assert told(RetryAfter(7)) == timedelta(seconds=7)


# When something ends early


@in_fast_time
async def test_who_gives_up_waiting_takes_no_turn_and_jams_nothing(telegram: Telegram) -> None:
    begin = now()
    gone = [telegram.sends(chat, lane) for chat in range(1, 501) for lane in Lane]
    stays = [telegram.sends(chat) for chat in range(501, 531)]
    await asyncio.sleep(0)
    for task in gone:
        task.cancel()
    await asyncio.gather(*stays)
    assert now() - begin < 1.1
    assert len(telegram.arrived) <= 36, "those that were under way at once, and those who stayed"


@in_fast_time
async def test_who_gives_up_at_the_moment_of_its_turn_gives_it_back(telegram: Telegram) -> None:
    for _ in range(100):
        task = telegram.sends(1)
        # The task has its turn when it runs first; cancelling it before it goes on is too early.
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    begin = now()
    telegram.arrived.clear()
    await telegram.send(2)
    assert now() - begin < 0.1


@in_fast_time
async def test_a_message_that_fails_raises_and_lets_the_next_in(telegram: Telegram) -> None:
    telegram.troubles[1] = [NetworkError("dropped")]
    first, second = telegram.sends(1, BROADCAST), telegram.sends(1, text="second")
    with pytest.raises(NetworkError):
        await first
    await second
    assert [text for *_, text in telegram.arrived] == ["second"]


@in_fast_time
async def test_at_the_end_nobody_waits_because_telegram_said_so(telegram: Telegram) -> None:
    telegram.troubles = {1: [wait(50)], 2: [wait(50)]}
    told_to_wait = [telegram.sends(1), telegram.sends(2)]
    await asyncio.sleep(1)
    everybody = [telegram.sends(3), telegram.sends(4, BROADCAST)]
    await asyncio.sleep(1)
    begin = now()
    await telegram.limiter.shutdown()
    ended = await asyncio.gather(*told_to_wait, *everybody, return_exceptions=True)
    assert [type(each) for each in ended] == [RetryAfter] * 4
    assert now() == begin


@in_fast_time
async def test_at_the_end_turns_still_come(telegram: Telegram) -> None:
    sends = [telegram.sends(chat, BROADCAST) for chat in range(1, 61)]
    await asyncio.sleep(0.1)
    await telegram.limiter.shutdown()
    await asyncio.gather(*sends)
    assert len(telegram.arrived) == 60


@in_fast_time
async def test_chats_are_forgotten_when_they_have_rested(telegram: Telegram) -> None:
    await asyncio.gather(*(telegram.send(chat) for chat in range(1, 301)))
    assert 0 < telegram.remembered < 60
    telegram.troubles[-7] = [wait(100)]
    with pytest.raises(RetryAfter):
        await telegram.send(-7)
    await asyncio.sleep(90)
    assert telegram.remembered == 1, "who was told to wait"
    await asyncio.sleep(30)
    assert telegram.remembered == 0


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happens_everybody_ends_and_nothing_is_left(
    seed: int, telegram: Telegram
) -> None:
    played = in_fast_time(_whatever_happens)
    played(telegram, random.Random(seed))


async def _whatever_happens(telegram: Telegram, lot: random.Random) -> None:
    async with asyncio.timeout(3600):
        await _a_bad_day(telegram, lot)
    telegram.troubles.clear()
    gc.collect()  # errors hold the places where they passed
    await asyncio.sleep(200)
    assert telegram.remembered == 0
    begin = now()
    await asyncio.gather(*(telegram.send(chat) for chat in range(1, 61)))
    assert now() - begin < 2.1


async def _a_bad_day(telegram: Telegram, lot: random.Random) -> None:
    tasks = []
    for _ in range(800):
        chat = lot.choice([lot.randint(1, 30), lot.randint(100, 900), -5])
        if lot.random() < 0.05:
            error = lot.choice([NetworkError("x"), wait(lot.randint(1, 70))])
            telegram.troubles.setdefault(chat, []).append(error)
        tasks.append(telegram.sends(chat, lot.choice(list(Lane))))
        if lot.random() < 0.3:
            lot.choice(tasks).cancel()
        await asyncio.sleep(lot.choice([0, 0, 0, 0.001, 0.1]))
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    expected = (asyncio.CancelledError, NetworkError, RetryAfter)
    assert [each for each in ended if each is not True and not isinstance(each, expected)] == []


# The real bot before a local Telegram


async def test_the_real_bot_is_never_refused_and_a_reply_overtakes_its_broadcast() -> None:
    telegram = LocalTelegram(WindableClock(FIRST_MORNING), TOKEN, limits=Limits(200, 1000))
    people = range(1, 151)
    for person in (*people, 999):
        telegram.add_user(person, "Ana")
        telegram.say(person, "/start")
    async with serve(telegram) as server:
        settings = Settings(
            _env_file=None,
            telegram_token=SecretStr(TOKEN),
            telegram_base_url=server.base_url,
            messages_per_second=200,
        )
        async with telegram_bot(settings) as bot:
            screen = Screen("Good morning")
            broadcast = [
                asyncio.create_task(send(bot, person, screen, lane=BROADCAST)) for person in people
            ]
            await asyncio.wait(broadcast[:30])
            await send(bot, 999, screen)
            waited = sum(not task.done() for task in broadcast)
            await asyncio.gather(*broadcast)
    calls = [call.status for call in telegram.transcript if call.method == "sendMessage"]
    assert calls == [200] * 151
    assert waited > 30, "the reply did not wait for them"
