"""Read what Telegram gave into the services' own types."""

from aiogram.types import CallbackQuery, Message, User

from locales.words import language_of
from services.cash_types import TypedCash
from services.people import Newcomer, Person


def newcomer_of(user: User) -> Newcomer:
    """Tell who somebody is as Telegram shows him, in a language that is spoken here."""
    return Newcomer(user.id, user.full_name, language_of(user.language_code))


def typed_of(message: Message, person: Person) -> TypedCash:
    """Tell what a person typed, where and when."""
    return TypedCash(person, message.chat.id, message.message_id, text_of(message), message.date)


def text_of(message: Message) -> str:
    """Give what was typed, be it under a picture."""
    return message.text or message.caption or ""


def place_of(callback: CallbackQuery) -> tuple[int, int | None]:
    """Give the chat of a pressed button, and the message to change if it is still there."""
    if callback.message is None:
        return callback.from_user.id, None
    return callback.message.chat.id, callback.message.message_id
