"""A short answer to what answers nothing; whoever wants peace is offered it."""

from bot.callbacks.own_data import OwnDataPage, ShowOwnData
from bot.callbacks.people import AskBreak, BeginBreak, Length
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.rules.small_talk import WANTS_PEACE, SmallTalk


def small_talk(said: SmallTalk, t: Translator) -> Screen:
    """Answer in a sentence or two; a break and the way out stand where peace is wanted."""
    peace = [
        [
            Button(t.plain("breaks.week"), BeginBreak(Length.WEEK)),
            Button(t.plain("breaks.two_weeks"), BeginBreak(Length.TWO_WEEKS)),
        ],
        [Button(t.plain("breaks.open_end"), BeginBreak())],
        [Button(t.plain("breaks.choose_days"), AskBreak())],
        [Button(t.plain("own_data.leave"), ShowOwnData(OwnDataPage.LEAVE))],
    ]
    return Screen(t(f"small_talk.{said}"), peace if said in WANTS_PEACE else [])
