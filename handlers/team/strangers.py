"""Who is not known gets one polite line, once, and nothing else."""

import datetime as dt

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk
from locales.words import Words
from services.messages import OutgoingMessage
from services.people import Role
from services.ports import Books

router = Router(name="strangers")


def strangers_line(
    books: Books, message: Message, words: Words, at: dt.datetime
) -> tuple[OutgoingMessage, ...]:
    """Say the polite line the first time; in a group nothing at all."""
    if message.chat.type != "private" or not books.chats.greet_stranger(message.chat.id, at):
        return ()
    has_owner = any(each.role is Role.OWNER for each in books.people.all())
    said = words("stranger" if has_owner else "stranger-first")
    return (OutgoingMessage(message.chat.id, said),)


@router.message()
async def stranger_wrote(message: Message, desk: Desk, words: Words) -> None:
    """Answer a stranger once."""
    await desk.finish(lambda books: strangers_line(books, message, words, desk.cause.at))


@router.edited_message()
async def stranger_edited(_message: Message, desk: Desk) -> None:
    """Leave a stranger's edits alone."""
    await desk.reply()


@router.callback_query()
async def stranger_pressed(_callback: CallbackQuery, desk: Desk) -> None:
    """Leave a stranger's taps alone."""
    await desk.reply()
