"""The commands that each role has, and the menu that shows them."""

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat

from locales.words import words_of
from services.people import Permission, Person

_COMMANDS: tuple[tuple[str, Permission | None], ...] = (
    ("today", Permission.SEE_TILL),
    ("week", Permission.SEE_DAY),
    ("month", Permission.SEE_DAY),
    ("report", Permission.SEE_DAY),
    ("plan", Permission.SEE_DAY),
    ("restatements", Permission.SEE_DAY),
    ("gap", Permission.SEE_DAY),
    ("digest", Permission.SEE_TILL),
    ("ask", Permission.SEE_TILL),
    ("till", Permission.SEE_TILL),
    ("entry", Permission.SEE_TILL),
    ("exceptions", Permission.FILE_LINES),
    ("alerts", Permission.SEE_DAY),
    ("order", Permission.SEE_CASH_BOOK),
    ("count", Permission.RECORD_CASH),
    ("handover", Permission.RECORD_CASH),
    ("cash", Permission.SEE_CASH_BOOK),
    ("drafts", Permission.SEE_CASH_BOOK),
    ("banks", Permission.IMPORT_STATEMENTS),
    ("crm", Permission.IMPORT_STATEMENTS),
    ("review", Permission.FILE_LINES),
    ("rules", Permission.FILE_LINES),
    ("auto", Permission.FILE_LINES),
    ("deposit", Permission.RECORD_CASH),
    ("advance", Permission.RECORD_CASH),
    ("advances", Permission.RECORD_CASH),
    ("refunds", Permission.SEE_DAY),
    ("memory", Permission.RECORD_CASH),
    ("approvals", Permission.RECORD_CASH),
    ("limits", Permission.SET_LIMITS),
    ("team", Permission.MANAGE_TEAM),
    ("invite", Permission.MANAGE_TEAM),
    ("accounts", Permission.EDIT_CHART),
    ("close", Permission.CLOSE_PERIOD),
    ("jobs", Permission.SEE_JOBS),
    ("language", None),
    ("help", None),
)
"""Command to what it needs, in the order of the menu; /leadership belongs to groups."""


def commands_of(person: Person) -> tuple[str, ...]:
    """Give the commands that a person may use in his own chat."""
    return tuple(command for command, needed in _COMMANDS if needed is None or person.may(needed))


async def show_menu(bot: Bot, person: Person) -> None:
    """Show a person his menu in his language; a menu that Telegram refuses is done without."""
    words, scope = words_of(person.language), BotCommandScopeChat(chat_id=person.telegram_id)
    menu = [
        BotCommand(command=command, description=words.plain(f"command-{command}"))
        for command in commands_of(person)
    ]
    try:
        if person.is_active:
            await bot.set_my_commands(menu, scope=scope)
        else:
            await bot.delete_my_commands(scope=scope)
    except TelegramAPIError:
        return
