"""What a newcomer is asked beside the first prompts, one question at a time."""

from bot.callbacks.practice import FocusPage, SetFocus, SetProfile, ShowFocus
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.practice.motivations import motivations
from coaching.practice.acquaintance import Aside
from coaching.rules.choosing import RoleProfile


def aside(asked: Aside, t: Translator) -> Screen:
    """Ask what shapes the prompts to come; it can be left open."""
    match asked:
        case Aside.PROFILE:
            rows = [[Button(t.plain(f"focus.profile.{p}"), SetProfile(p))] for p in RoleProfile]
            open_ = [Button(t.plain("focus.leave_open"), SetProfile(None))]
            return Screen(t("focus.profile"), [*rows, open_])
        case Aside.MOTIVATION:
            return Screen(t("focus.motivation"), motivations(t))
        case Aside.FOCUS:
            choose = [Button(t.plain("focus.change_dimension"), ShowFocus(FocusPage.DIMENSION))]
            open_ = [Button(t.plain("focus.leave_open"), SetFocus(None))]
            return Screen(t("focus.aside"), [choose, open_])
