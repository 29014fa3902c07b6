"""/exceptions: what needs a person, the gravest first, and what he does about it."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import ExceptionCallback
from handlers.cards import Setting
from handlers.desk import Desk, Replies
from handlers.exceptions.exception_cards import EXCEPTION
from handlers.exceptions.exception_sitting import Sitting
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.input import place_of, text_of
from locales.words import Words
from services.people import Person
from services.ports import Books
from services.shop import Shop

TEXT_MAX = 500

router = Router(name="exceptions")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, ExceptionCallback.filter())
typed = Router(name="something typed of an exception")
typed.message.filter(is_asked, expects(EXCEPTION))


@router.message(Command("exceptions"))
async def exceptions_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /exceptions."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    cause = desk.cause
    await desk.reply(await desk.read(lambda books: Sitting(books, setting, person, cause).list()))


@router.callback_query()
async def exception_pressed(
    callback: CallbackQuery,
    callback_data: ExceptionCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Do what a button of the list, or of one exception, says."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)

    def act(books: Books) -> Replies:
        sitting = Sitting(books, setting, person, desk.cause, message_id, callback_data.page)
        return sitting.press(callback_data)

    await desk.finish(act)


@typed.message()
async def exception_typed(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Take what was asked to be typed."""
    text = text_of(message).strip()
    _, what, item_id, page = (*(person.expects or "").split(":"), "", "", "")[:4]
    if not 0 < len(text) <= TEXT_MAX or not item_id.isdecimal():
        raise SkipHandler
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    place = int(page) if page.isdecimal() else 0

    def act(books: Books) -> Replies:
        sitting = Sitting(books, setting, person, desk.cause, page=place)
        return sitting.take(what, int(item_id), text)

    await desk.finish(act)
