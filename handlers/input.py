"""Read what Telegram gave into the services' own types."""

from collections.abc import Iterator

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message, User

from handlers.callbacks import ApprovalCallback, UndoCallback
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


def entries_on(card: Message | None) -> tuple[int, ...]:
    """Give the numbers of the entries that a card of the bot shows and that can be taken back."""
    return tuple(UndoCallback.unpack(data).number for data in _carried(card, UndoCallback))


def waits_on(card: Message | None) -> tuple[int, ...]:
    """Give the numbers of the waiting payouts that can be withdrawn on a card of the bot."""
    carried = (ApprovalCallback.unpack(data) for data in _carried(card, ApprovalCallback))
    return tuple(dict.fromkeys(each.approval_id for each in carried if each.action == "withdraw"))


def _carried(card: Message | None, kind: type[CallbackData]) -> Iterator[str]:
    """Give what the buttons of one kind carry on a card."""
    if card is None or card.reply_markup is None:
        return
    prefix = f"{kind.__prefix__}{kind.__separator__}"
    for row in card.reply_markup.inline_keyboard:
        for button in row:
            if button.callback_data and button.callback_data.startswith(prefix):
                yield button.callback_data


def place_of(callback: CallbackQuery) -> tuple[int, int | None]:
    """Give the chat of a pressed button, and the message to change if it is still there."""
    if callback.message is None:
        return callback.from_user.id, None
    return callback.message.chat.id, callback.message.message_id
