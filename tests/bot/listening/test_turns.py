"""Turns: a chat's updates in order, other chats beside it, and no more than a handful waits."""

import asyncio
from itertools import count

from bot.listening.heard import Heard
from bot.listening.turns import HANDFUL, Turns

NUMBERS = count(1)


class Hall:
    """Where updates are dealt with when they are let; it keeps what became of each."""

    def __init__(self, at_once: int = 256) -> None:
        self.turns = Turns(self._process, self._release, self._too_many, at_once)
        self.gates: dict[int, asyncio.Event] = {}
        self.begun: list[int] = []
        self.released: list[int] = []
        self.told: list[int] = []

    def comes(
        self,
        chat_id: int,
        text: str = "",
        sent_at: int = 0,
        *,
        kind: str = "message",
        album: str | None = None,
        held: bool = False,
    ) -> int:
        """Let an update come; one that is held waits until its gate opens."""
        number = next(NUMBERS)
        self.gates[number] = asyncio.Event()
        if not held:
            self.gates[number].set()
        about = (chat_id, "private", chat_id, "en", text, sent_at, album, None)
        self.turns.take(Heard({}, number, kind, *about))
        return number

    async def _process(self, heard: Heard) -> None:
        self.begun.append(heard.update_id)
        await self.gates[heard.update_id].wait()

    def _release(self, heard: Heard) -> None:
        self.released.append(heard.update_id)

    def _too_many(self, heard: Heard) -> None:
        self.told.append(heard.update_id)


async def test_updates_of_one_chat_wait_for_one_another_and_others_go_on() -> None:
    hall = Hall()
    first, second = hall.comes(100, held=True), hall.comes(100)
    other = hall.comes(200)
    await asyncio.sleep(0.01)
    assert hall.released == [other]
    hall.gates[first].set()
    await hall.turns.at_rest()
    assert hall.begun == [first, other, second]
    assert hall.released == [other, first, second]


async def test_a_chat_takes_its_turn_before_it_takes_a_slot() -> None:
    hall = Hall(at_once=2)
    crowd = [hall.comes(100, held=True) for _ in range(HANDFUL)]
    other = hall.comes(200)
    await asyncio.sleep(0.01)
    assert hall.released == [other], "eight that wait for one another hold one slot"
    for number in crowd:
        hall.gates[number].set()
    await hall.turns.at_rest()
    assert hall.begun == [crowd[0], other, *crowd[1:]]


async def test_beyond_a_handful_the_rest_is_dropped_and_told_once() -> None:
    hall = Hall()
    first = hall.comes(100, held=True)
    await asyncio.sleep(0)
    waiting = [hall.comes(100) for _ in range(HANDFUL)]
    dropped = [hall.comes(100) for _ in range(300)]
    assert hall.told == dropped[:1]
    assert set(hall.released) == {first, *waiting, *dropped}, "who floods holds up no confirmation"
    hall.gates[first].set()
    await hall.turns.at_rest()
    assert hall.begun == [first, *waiting]
    again = hall.comes(100)
    await hall.turns.at_rest()
    assert hall.begun[-1] == again


async def test_of_an_album_one_picture_is_answered() -> None:
    hall = Hall()
    first = [hall.comes(100, album="a") for _ in range(5)]
    await hall.turns.at_rest()
    later = [hall.comes(100, album="a") for _ in range(5)]
    other = hall.comes(100, album="b")
    await hall.turns.at_rest()
    assert hall.begun == [first[0], other]
    assert set(hall.released) == {*first, *later, other}
    assert hall.told == []


async def test_of_a_text_that_an_app_cut_the_first_piece_is_answered() -> None:
    hall = Hall()
    first = hall.comes(100, "a" * 3000, 10)
    pieces = [hall.comes(100, "b" * 4096, 10), hall.comes(100, "the end", 11)]
    other, next_text = hall.comes(200, "mine", 11), hall.comes(100, "And now?", 12)
    await hall.turns.at_rest()
    assert sorted(hall.begun) == sorted([first, other, next_text])
    assert set(hall.released) == {first, *pieces, other, next_text}


async def test_what_is_written_later_than_a_long_text_is_answered() -> None:
    hall = Hall()
    texts = [hall.comes(100, "a" * 4096, 10), hall.comes(100, "Too long?", 13)]
    short = [hall.comes(200, "a" * 500, 10), hall.comes(200, "b", 10)]
    await hall.turns.at_rest()
    assert sorted(hall.begun) == sorted([*texts, *short])


async def test_presses_under_a_long_message_are_all_answered() -> None:
    hall = Hall()
    presses = [hall.comes(100, "a" * 4000, 10, kind="callback_query") for _ in range(3)]
    await hall.turns.at_rest()
    assert hall.begun == presses


async def test_at_the_end_what_is_in_hand_is_finished_and_what_waits_is_kept() -> None:
    hall = Hall()
    stuck, in_hand = hall.comes(100, held=True), hall.comes(200, held=True)
    hall.comes(200)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.01, hall.gates[in_hand].set)
    await hall.turns.stop(0.1)
    assert hall.begun == [stuck, in_hand]
    assert hall.released == [in_hand], "the others come again at the next start"
