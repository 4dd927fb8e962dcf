"""The commands: who has which, and Telegram's menu in the person's language."""

from dataclasses import dataclass

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.context import Bot
from bot.i18n import LANGUAGES, Translator
from coaching.identity import Viewer
from coaching.rules.access import Action, may


@dataclass(frozen=True, slots=True)
class Command:
    """A command, open to whom the action is open."""

    name: str
    action: Action
    needs_points: bool = False
    needs_shifts: bool = False


COMMANDS = (
    Command("prompt", Action.PRACTISE),
    Command("plan", Action.PRACTISE),
    Command("focus", Action.PRACTISE),
    Command("checkin", Action.CHECK_IN),
    Command("points", Action.SEE_OWN_TEAM_POINTS, needs_points=True),
    Command("results", Action.SEE_RESULTS),
    Command("share", Action.SHARE),
    Command("learnings", Action.SHARE),
    Command("team", Action.SEE_TEAM_SUMMARY, needs_points=True),
    Command("challenge", Action.CHALLENGE),
    Command("schedules", Action.CONFIGURE_SCHEDULES),
    Command("invite", Action.INVITE),
    Command("people", Action.SEE_PEOPLE),
    Command("rewards", Action.KEEP_REWARDS, needs_points=True),
    Command("review", Action.DECIDE_POINTS, needs_points=True),
    Command("theme", Action.SET_THEME),
    Command("calendar", Action.SET_WORKING_TIMES),
    Command("deliveries", Action.SEE_DELIVERIES),
    Command("crisis", Action.PAUSE_EVERYTHING),
    Command("slot", Action.RECEIVE),
    Command("shifts", Action.RECEIVE, needs_shifts=True),
    Command("pause", Action.SET_OWN_PREFERENCES),
    Command("language", Action.SET_OWN_PREFERENCES),
    Command("mydata", Action.SET_OWN_PREFERENCES),
    Command("privacy", Action.SET_OWN_PREFERENCES),
    Command("help", Action.SET_OWN_PREFERENCES),
)


def commands_for(viewer: Viewer) -> list[Command]:
    """Return the commands that the person has."""
    return [
        command
        for command in COMMANDS
        if may(viewer.standing, command.action)
        and (viewer.points_used or not command.needs_points)
        and (viewer.in_shifts or not command.needs_shifts)
    ]


async def set_menu(bot: Bot, viewer: Viewer, t: Translator) -> None:
    """Show the person's commands in Telegram's menu, in their language."""
    menu = [BotCommand(c.name, t.plain(f"command.{c.name}")) for c in commands_for(viewer)]
    await bot.set_my_commands(menu, scope=BotCommandScopeChat(viewer.telegram_id))


async def set_strangers_menu(bot: Bot) -> None:
    """Show those who have not joined that there is /start, in their Telegram's language."""
    for language in LANGUAGES:
        menu = [BotCommand("start", Translator(language).plain("command.start"))]
        code = None if language == "en" else language
        scope = BotCommandScopeAllPrivateChats()
        await bot.set_my_commands(menu, scope=scope, language_code=code)
