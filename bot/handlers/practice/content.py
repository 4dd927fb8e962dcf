"""The content owner's desk: /content, the sheet out and in, trying, releasing."""

import asyncio

from telegram import Update

from bot.callbacks.content import AnswerTrial, DeskPage, SettleDraft, ShowDesk, TryPrompt
from bot.callbacks.practice import Face
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import acknowledge, show, turn_to
from bot.client.limiter import Lane
from bot.command import Command
from bot.handlers.texts import unsupported
from bot.sheet.layout import LARGEST
from bot.sheet.reading import read_sheet
from bot.sheet.writing import sheet_of
from bot.views.practice import desk as views
from bot.views.practice.labels import labels
from coaching.practice.desk import HandedIn, desk_of, discard, hand_in, release
from coaching.practice.trying import (
    QUESTION_TRIAL,
    answer_trial,
    answer_trial_typed,
    try_prompt,
)
from coaching.rules.access import Action, may


async def content(update: Update, context: Context) -> None:
    """Show how things stand at the desk."""
    desk = await desk_of(context.database, context.viewer)
    await show(update, context, views.desk(desk, context.t))


async def press_page(update: Update, context: Context) -> None:
    """Show it again, or send the sheet."""
    page = pressed(update, ShowDesk).page
    desk = await desk_of(context.database, context.viewer)
    if page is not DeskPage.SHEET:
        await turn_to(update, context, views.desk(desk, context.t))
        return
    await acknowledge(update)
    if update.effective_chat is not None:
        sheet = await asyncio.to_thread(sheet_of, desk, context.t)
        await context.bot.send_document(
            update.effective_chat.id,
            sheet,
            filename=f"prompts-{desk.number}.xlsx",
            caption=context.t.plain("desk.sheet_sent"),
            rate_limit_args=Lane.REPLY,
        )


async def received(update: Update, context: Context) -> None:
    """Take a sheet that came back: say every fault, or what would change."""
    document = update.effective_message.document if update.effective_message else None
    if document is None or not may(context.viewer.standing, Action.WRITE_PROMPTS):
        await unsupported(update, context)
        return
    if (document.file_size or 0) > LARGEST:
        await show(update, context, views.too_big(context.t))
        return
    file = await document.get_file()
    read = await asyncio.to_thread(read_sheet, bytes(await file.download_as_bytearray()))
    outcome = await hand_in(
        context.database, context.viewer, read.written, read.based_on, read.older, context.now
    )
    if isinstance(outcome, HandedIn):
        await show(update, context, views.handed_in(outcome, context.t))
        return
    for screen in views.faults(outcome, context.t):
        await show(update, context, screen)


async def press_settle(update: Update, context: Context) -> None:
    """Release the draft or discard it."""
    wanted = pressed(update, SettleDraft)
    args = context.database, context.viewer, wanted.draft_id
    desk = await (release(*args, context.now) if wanted.release else discard(*args))
    key = "desk.released" if wanted.release else "desk.discarded"
    await turn_to(update, context, views.desk(desk, context.t), context.t.plain(key))


async def press_try(update: Update, context: Context) -> None:
    """Try a prompt that waits to be released, or show a side of it."""
    wanted = pressed(update, TryPrompt)
    trial = await try_prompt(
        context.database,
        context.viewer,
        wanted.draft_id,
        wanted.number,
        again=wanted.face is Face.AGAIN,
        card=wanted.face is Face.CARD,
    )
    why = wanted.face is Face.WHY
    await turn_to(update, context, views.trial(trial, context.t, why=why))


async def press_trial(update: Update, context: Context) -> None:
    """Go on with what is tried."""
    wanted = pressed(update, AnswerTrial)
    about = wanted.draft_id, wanted.number, wanted.step, wanted.code
    trial = await answer_trial(context.database, context.viewer, *about)
    await turn_to(update, context, views.trial(trial, context.t))


async def typed_trial(update: Update, context: Context, typed: Typed) -> None:
    """Go on with what is tried by what was typed."""
    args = typed.data, typed.text, labels(context.t)
    trial = await answer_trial_typed(context.database, context.viewer, *args)
    await show(update, context, views.trial(trial, context.t))


ROOM = Room(
    commands={
        Command("content", Action.WRITE_PROMPTS, rank=30): content,
    },
    presses={
        ShowDesk: press_page,
        SettleDraft: press_settle,
        TryPrompt: press_try,
        AnswerTrial: press_trial,
    },
    typed={
        QUESTION_TRIAL: typed_trial,
    },
)
