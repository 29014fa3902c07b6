"""Tell a person what the bot can do for him."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.command_menu import commands_of
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from locales.words import Words
from services.messages import OutgoingMessage
from services.people import Permission, Person

router = Router(name="help")
router.message.filter(is_private, is_known)


@router.message(Command("help"))
async def help_asked(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Answer /help."""
    await desk.reply(OutgoingMessage(message.chat.id, help_text(words, person)))


def help_text(words: Words, person: Person) -> str:
    """Tell what fits a person's role, in his language."""
    lines = [words("help-title", name=person.name, role=words.role(person.role))]
    if person.may(Permission.RECORD_CASH):
        lines += ["", words("help-cash"), words("help-examples"), words("help-edit")]
    lines.append("")
    lines += [
        words("help-command", command=command, what=words.plain(f"command-{command}"))
        for command in commands_of(person)
    ]
    return "\n".join(lines)
