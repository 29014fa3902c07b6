"""Close the books through a day, after a second thought."""

import datetime as dt
from typing import assert_never

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import CloseCallback
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from locales.words import Words
from parsing.answer import read_date
from parsing.lexicon import Lexicon
from services.cash_types import NotAllowed, StaleAnswer
from services.close_period import close_period
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

NO = "no"

router = Router(name="close")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("close"))
async def close_asked(  # noqa: PLR0913 - aiogram gives a handler its data by name
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Answer /close with a day, or the last day of the month before."""
    chat_id = message.chat.id
    if not person.may(Permission.CLOSE_PERIOD):
        await desk.reply(OutgoingMessage(chat_id, words("not-allowed")))
        return
    today = shop.day_of(message.date)
    day = today.replace(day=1) - dt.timedelta(days=1)
    if command.args:
        typed = read_date(command.args, now=shop.local(message.date), lexicon=lexicon)
        if typed is None:
            await desk.reply(OutgoingMessage(chat_id, words("close-how")))
            return
        day = typed
    yes = Button(words.plain("button-yes"), data=CloseCallback(day=day.isoformat()).pack())
    no = Button(words.plain("button-no"), data=CloseCallback(day=NO).pack())
    await desk.reply(OutgoingMessage(chat_id, words("close-ask", day=day), ((yes, no),)))


@router.callback_query(CloseCallback.filter())
async def close_decided(
    callback: CallbackQuery,
    callback_data: CloseCallback,
    desk: Desk,
    person: Person,
    words: Words,
) -> None:
    """Close, or leave it."""
    chat_id, message_id = place_of(callback)

    def act(books: Books) -> OutgoingMessage:
        if callback_data.day == NO:
            return OutgoingMessage(chat_id, words("close-left"), edits=message_id)
        day = dt.date.fromisoformat(callback_data.day)
        outcome = close_period(books, day, person, desk.cause)
        match outcome:
            case dt.date():
                said = words("close-done", day=outcome)
            case NotAllowed():
                said = words("not-allowed")
            case StaleAnswer():
                said = words("close-no", day=day)
            case _:
                assert_never(outcome)
        return OutgoingMessage(chat_id, said, edits=message_id)

    await desk.finish(act)
