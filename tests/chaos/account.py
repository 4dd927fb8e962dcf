"""The parent's own account: what people pressed and saw kept, and which messages arrived.

It is kept from Telegram's side alone, so that the bot's database can be held against it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple


class Message(NamedTuple):
    """One scheduled message that one person is owed."""

    user_id: int
    kind: str
    day: date


class Question(NamedTuple):
    """What somebody was asked: "0 D3" is an item of the first week, "practice 7" a prompt."""

    user_id: int
    about: str

    @property
    def is_of_checkin(self) -> bool:
        """Tell whether it is an item of the first week's check-in."""
        return self.about.startswith("0 ")


@dataclass(frozen=True, slots=True)
class Press:
    """An answer that somebody gave by a button."""

    answer: str
    callback_id: str


@dataclass(slots=True)
class Account:
    """Everything that was seen from outside."""

    arrivals: defaultdict[Message, list[datetime]] = field(
        default_factory=lambda: defaultdict(list)
    )
    in_flight: Counter[Message] = field(default_factory=Counter)
    unanswered: Counter[Message] = field(default_factory=Counter)
    failed: Counter[tuple[int, date]] = field(default_factory=Counter)
    forbidden: set[int] = field(default_factory=set)
    jumped: set[Message] = field(default_factory=set)  # in flight when the clock jumped
    presses: defaultdict[Question, list[Press]] = field(default_factory=lambda: defaultdict(list))
    shown_kept: set[Question] = field(default_factory=set)

    def doubts(self, message: Message) -> int:
        """Return how often the bot could not know whether the message had arrived."""
        return self.in_flight[message] + self.unanswered[message]

    @property
    def doubled(self) -> Counter[Message]:
        """Return how often each message arrived beyond the first time."""
        return Counter({m: len(at) - 1 for m, at in self.arrivals.items() if len(at) > 1})

    def pressed(self, question: Question, answer: str, callback_id: str) -> None:
        """Note an answer, in the order in which they were given."""
        self.presses[question].append(Press(answer, callback_id))

    def possible(
        self, question: Question, is_kept: Callable[[Question, Press], bool]
    ) -> set[str | None]:
        """Return what the database may hold: the last acknowledged answer, or a later one.

        Where none was acknowledged it may also hold nothing (None), unless the screen went on.
        """
        held: set[str | None] = set() if question in self.shown_kept else {None}
        for press in self.presses[question]:
            if is_kept(question, press):
                held.clear()
            held.add(press.answer)
        return held
