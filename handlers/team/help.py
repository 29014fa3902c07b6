"""Tell a person what the bot can do for him."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.command_menu import command_groups
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
    if person.may(Permission.SEE_DAY):
        lines += ["", words("help-ask"), words("help-questions")]
    if person.may(Permission.IMPORT_STATEMENTS):
        lines += ["", words("help-files")]
    for group, commands in command_groups(person):
        title = words(f"help-group-{group}")
        lines += ["", f"<b>{title}</b>"]
        lines += [
            words("help-command", command=each, what=words.plain(f"command-{each}"))
            for each in commands
        ]
    return "\n".join(lines)
