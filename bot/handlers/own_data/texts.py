"""One's own texts, reached from /mydata: shown page by page, deleted after one question."""

from telegram import Update

from bot.callbacks.own_data import OwnTextData, ShowOwnTexts
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.views.own_data import texts as views
from coaching.own_data.texts import delete_text, own_text, own_texts


async def press_page(update: Update, context: Context) -> None:
    """Show a page of one's own texts."""
    page = pressed(update, ShowOwnTexts).page
    texts = await own_texts(context.database, context.viewer)
    await turn_to(update, context, views.listed(texts, page, context.t))


async def press_text(update: Update, context: Context) -> None:
    """Show one text, or delete it and show what is left."""
    wanted = pressed(update, OwnTextData)
    about = (wanted.kind, wanted.text_id)
    if wanted.delete:
        texts = await delete_text(context.database, context.viewer, *about, context.now)
        screen = views.listed(texts, 0, context.t)
    else:
        screen = views.one(await own_text(context.database, context.viewer, *about), context.t)
    await turn_to(update, context, screen)


ROOM = Room(
    presses={
        ShowOwnTexts: press_page,
        OwnTextData: press_text,
    },
)
