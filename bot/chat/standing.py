"""Where in each chat a talk stands: it stands there once, and only its newest buttons live."""

from collections import OrderedDict

from bot.callbacks.base import CallbackData
from bot.callbacks.checkin import AskItem, Respond
from bot.callbacks.practice import AnswerPrompt, AnswerReturn, TurnPrompt, TurnReturn
from bot.screen import Screen

MOST = 20_000  # talks that are remembered; what is forgotten stays where it is


class Standing:
    """The newest message of each talk, in memory: after a restart old ones stay as they are."""

    def __init__(self) -> None:
        self._messages: OrderedDict[tuple[int, str], int] = OrderedDict()

    def moves(self, chat_id: int, screen: Screen, message_id: int) -> int | None:
        """Note the message in which a talk stands by now; return the one in which it stood."""
        about = next(
            (found for row in screen.rows for b in row if (found := _about(b.data))), None
        )
        if about is None:
            return None
        stood = self._messages.pop((chat_id, about), None)
        self._messages[chat_id, about] = message_id
        if len(self._messages) > MOST:
            self._messages.popitem(last=False)
        return stood if stood != message_id else None


def _about(data: CallbackData) -> str | None:
    """Name the talk to which a button belongs."""
    match data:
        case TurnPrompt() | AnswerPrompt():
            return f"prompt {data.practice_id}"
        case TurnReturn() | AnswerReturn():
            return f"return {data.follow_up_id}"
        case Respond() | AskItem():
            return f"check-in {data.week}"
        case _:
            return None
