"""What comes in a form that is not read yet, and commands that do not exist."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.team.help import help_text
from locales.words import Words
from services.messages import OutgoingMessage
from services.people import Person

commands = Router(name="other commands")
commands.message.filter(is_private, is_known)
router = Router(name="other")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@commands.message(Command("leadership"))
async def leadership_in_private(message: Message, desk: Desk, words: Words) -> None:
    """Say where /leadership belongs."""
    await desk.reply(OutgoingMessage(message.chat.id, words("leadership-only-group")))


@commands.message()
async def unknown_command(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Show what there is instead."""
    await desk.reply(OutgoingMessage(message.chat.id, help_text(words, person)))


@router.message()
async def unread_came(message: Message, desk: Desk, words: Words) -> None:
    """Ask for words."""
    said = words("other-not-read")
    await desk.reply(OutgoingMessage(message.chat.id, said, reply_to=message.message_id))


@router.callback_query()
async def unknown_button(callback: CallbackQuery, desk: Desk, words: Words) -> None:
    """Say that a button of an older time leads nowhere."""
    chat_id, _ = place_of(callback)
    await desk.reply(OutgoingMessage(chat_id, words("button-too-old")))
