"""The crisis pause on the screen: what it does, since when it goes on, and that it is over."""

from datetime import datetime

from bot.callbacks.schedules import BeginCrisis, EndCrisis
from bot.i18n import Translator
from bot.screen import Button, Screen


def offer(organisation: str, t: Translator) -> Screen:
    """Say what the pause does before somebody begins it."""
    begin = Button(t.plain("crisis.begin"), BeginCrisis())
    return Screen(t("crisis.offer", organisation=organisation), [[begin]])


def running(since: datetime, t: Translator) -> Screen:
    """Say since when everything is paused."""
    end = Button(t.plain("crisis.end"), EndCrisis())
    return Screen(t("crisis.running", since=t.moment(since)), [[end]])


def ended(t: Translator) -> Screen:
    """Say that everything runs, and that nothing comes afterwards."""
    return Screen(t("crisis.ended"))
