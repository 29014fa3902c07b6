"""The commands that each role has, and the menu that shows them."""

from functools import cache

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat

from locales.words import language_of, words_of
from services.people import Permission, Person

_GROUPS: tuple[tuple[str, tuple[tuple[str, Permission | None], ...]], ...] = (
    (
        "results",
        (
            ("today", Permission.SEE_TILL),
            ("week", Permission.SEE_DAY),
            ("month", Permission.SEE_DAY),
            ("report", Permission.SEE_DAY),
            ("plan", Permission.SEE_DAY),
            ("gap", Permission.SEE_DAY),
            ("restatements", Permission.SEE_DAY),
            ("digest", Permission.SEE_TILL),
            ("ask", Permission.SEE_TILL),
        ),
    ),
    (
        "cash",
        (
            ("till", Permission.SEE_TILL),
            ("entry", Permission.SEE_TILL),
            ("count", Permission.RECORD_CASH),
            ("handover", Permission.RECORD_CASH),
            ("deposit", Permission.RECORD_CASH),
            ("advance", Permission.RECORD_CASH),
            ("advances", Permission.RECORD_CASH),
            ("refunds", Permission.SEE_DAY),
            ("cash", Permission.SEE_CASH_BOOK),
            ("drafts", Permission.SEE_CASH_BOOK),
            ("approvals", Permission.RECORD_CASH),
            ("limits", Permission.SET_LIMITS),
            ("memory", Permission.RECORD_CASH),
        ),
    ),
    (
        "books",
        (
            ("exceptions", Permission.FILE_LINES),
            ("alerts", Permission.SEE_DAY),
            ("review", Permission.FILE_LINES),
            ("rules", Permission.FILE_LINES),
            ("auto", Permission.FILE_LINES),
            ("banks", Permission.IMPORT_STATEMENTS),
            ("crm", Permission.IMPORT_STATEMENTS),
            ("order", Permission.SEE_CASH_BOOK),
            ("accounts", Permission.EDIT_CHART),
            ("close", Permission.CLOSE_PERIOD),
        ),
    ),
    (
        "tilly",
        (
            ("team", Permission.MANAGE_TEAM),
            ("invite", Permission.MANAGE_TEAM),
            ("jobs", Permission.SEE_JOBS),
            ("language", None),
            ("help", None),
        ),
    ),
)
"""What each command needs, in groups and in the order of the menu; /leadership is of groups."""


def command_groups(person: Person) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the commands that a person may use in his own chat, in the groups he has any of."""
    groups = (
        (name, tuple(each for each, needed in commands if needed is None or person.may(needed)))
        for name, commands in _GROUPS
    )
    return tuple((name, commands) for name, commands in groups if commands)


def commands_of(person: Person) -> tuple[str, ...]:
    """Give the commands that a person may use in his own chat."""
    return tuple(command for _, commands in command_groups(person) for command in commands)


async def show_menu(bot: Bot, person: Person) -> None:
    """Show a person his menu in his language; a menu that Telegram refuses is done without."""
    scope = BotCommandScopeChat(chat_id=person.telegram_id)
    try:
        if person.is_active:
            menu = _menu(language_of(person.language), commands_of(person))
            await bot.set_my_commands(list(menu), scope=scope)
        else:
            await bot.delete_my_commands(scope=scope)
    except TelegramAPIError:
        return


@cache
def _menu(language: str, commands: tuple[str, ...]) -> tuple[BotCommand, ...]:
    """Say in a language what each command is for; people of one role have one menu."""
    words = words_of(language)
    return tuple(
        BotCommand(command=command, description=words.plain(f"command-{command}"))
        for command in commands
    )
