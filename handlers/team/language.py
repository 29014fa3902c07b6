"""Everybody's own language."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import LanguageCallback
from handlers.command_menu import show_menu
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from ledger.accounts import LANGUAGES
from locales.words import Words, words_of
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.team.choose_language import choose_language

router = Router(name="language")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("language"))
async def language_asked(message: Message, desk: Desk, words: Words) -> None:
    """Answer /language."""
    buttons = tuple(
        (
            Button(
                words_of(each).plain("language-name"),
                data=LanguageCallback(language=each).pack(),
            ),
        )
        for each in LANGUAGES
    )
    await desk.reply(OutgoingMessage(message.chat.id, words("language-ask"), buttons))


@router.callback_query(LanguageCallback.filter())
async def language_chosen(
    callback: CallbackQuery, callback_data: LanguageCallback, desk: Desk, person: Person, bot: Bot
) -> None:
    """Speak another language from now on."""
    chat_id, message_id = place_of(callback)
    changed: list[Person] = []

    def act(books: Books) -> OutgoingMessage:
        now = choose_language(books, person, callback_data.language, desk.cause)
        changed.append(now)
        return OutgoingMessage(chat_id, words_of(now.language)("language-done"), edits=message_id)

    await desk.finish(act)
    for each in changed:
        await show_menu(bot, each)
