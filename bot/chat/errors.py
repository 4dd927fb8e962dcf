"""Where all errors of handlers meet: a sentence for the person, the details for the log."""

import secrets
from contextlib import suppress

import structlog
from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.callbacks.base import BadCallbackError
from bot.chat.context import Context
from bot.chat.gate import note_reachable, recognise
from bot.chat.showing import acknowledge, send
from bot.i18n import Translator
from bot.logs import kind_of, places_of
from bot.screen import Screen
from bot.views.guarding import refused_text
from coaching.conversation import open_question
from coaching.errors import CoachingError, Code

log = structlog.get_logger()
ALERT_LIMIT = 200


async def on_error(update: object, context: Context) -> None:
    """Tell the person what went wrong, in words they can use, and let nobody else handle it."""
    try:
        if isinstance(update, Update):
            await _tell_about(update, context)
        else:
            log.warning("unexpected error", kind=kind_of(context.error))
    except TelegramError as error:
        log.warning("telegram refused", kind=type(error).__name__)
    except Exception as error:  # noqa: BLE001 - whatever it is, the update has ended
        log.error("error not told", kind=kind_of(error), at=places_of(error))  # noqa: TRY400
    raise ApplicationHandlerStop  # what the gate could not look at passes no gate


async def _tell_about(update: Update, context: Context) -> None:
    error = context.error
    viewer = None
    if update.effective_user is not None:
        # PTB gives error handlers a new context; without the database Telegram's language will do.
        with suppress(Exception):
            viewer = await recognise(update.effective_user, context)
    if isinstance(error, Forbidden):
        log.info("telegram refused", kind="Forbidden")
        if viewer is not None:  # who has blocked the bot gets nothing until they write again
            await note_reachable(context, viewer, reachable=False)
        return
    sentence = _sentence(error, context.t, update)
    message = update.message
    if isinstance(error, CoachingError) and error.code is Code.TEXT_PRIVATE and message:
        log.info("text refused", found=error.data["found"])
        asked = await open_question(context.database, context.viewer)
        about = asked.key if asked and error.data["overridable"] else None
        screen = refused_text(sentence, context.t, about)
        await send(context.bot, message.chat_id, screen, answers=message.message_id)
        return
    await _tell(update, context, sentence)


def _sentence(error: Exception | None, t: Translator, update: Update) -> str:
    if isinstance(error, BadCallbackError):
        return t.plain(f"error.{Code.QUESTION_CLOSED}")
    if isinstance(error, CoachingError):
        return t.plain(f"error.{error.code}", **_in_words(error, t))
    # PTB counts what Telegram cannot carry (BadRequest) to the network's errors; it is ours.
    lost = isinstance(error, (NetworkError, RetryAfter)) and not isinstance(error, BadRequest)
    if lost:
        log.warning("answer lost", kind=type(error).__name__)
        return t.plain("error.answer_lost")
    reference = secrets.token_hex(3).upper()
    log.error(
        "unexpected error",
        reference=reference,
        update_id=update.update_id,
        kind=kind_of(error),
        at=places_of(error),
    )
    return t.plain("error.unexpected", reference=reference)


def _in_words(error: CoachingError, t: Translator) -> dict[str, object]:
    """Return the error's data as words of the language."""
    data = dict(error.data)
    if "day" in data:
        data["day"] = t.day(data["day"])  # type: ignore[arg-type]
    if error.code is Code.TIME_OUTSIDE_HOURS:
        data = {name: t.clock(at) for name, at in data.items()}  # type: ignore[arg-type]
    if error.code is Code.TEXT_PRIVATE:
        kinds = data["found"]
        data = {"found": t.listed(t.plain(f"guard.{kind}") for kind in kinds)}  # type: ignore[attr-defined]
    return data


async def _tell(update: Update, context: Context, sentence: str) -> None:
    """Say it over the pressed button, or else below."""
    if not await acknowledge(update, sentence[:ALERT_LIMIT], alert=True):
        chat = update.effective_chat
        if chat is not None:
            await send(context.bot, chat.id, Screen(context.t("plain", text=sentence)))
