"""The cash book: day by day in the chat, some days as a file."""

import asyncio
import datetime as dt
from collections.abc import Callable

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import CashBookCallback, CashGridCallback
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.tills.cash_book_page import ALL_TILLS, BookView, cash_book_page
from ledger.accounts import Account, Chart
from locales.cash_book_labels import cash_book_labels, file_name
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.day_range import read_days
from reports.cash_book import CashBook
from reports.cash_book_labels import CashBookLabels
from services.messages import Attached, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop
from services.tills.cash_book import TooManyLines, cash_book

Writer = Callable[[CashBook, CashBookLabels], bytes]

router = Router(name="cash book")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("cash"))
async def cash_book_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Answer /cash with a day, or with a file of some days."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if not person.may(Permission.SEE_CASH_BOOK):
        await desk.reply(setting.say("not-allowed"))
        return
    asked = (command.args or "").split(maxsplit=1)
    writer = WRITERS.get(asked[0].lower()) if asked else None
    said = " ".join(asked[1:] if writer else asked)
    days = (setting.today, setting.today)
    if said:
        read = read_days(said, now=shop.local(message.date), lexicon=lexicon)
        if read is None or (writer is None and read[0] != read[1]):
            await desk.reply(setting.say("book-how" if read is None else "book-how-file"))
            return
        days = read
    if writer is None:
        await desk.finish(lambda books: _page(books, setting, days[0], BookView()))
    else:
        await _send_file(desk, setting, days, asked[0].lower())


@router.callback_query(CashBookCallback.filter())
@router.callback_query(CashGridCallback.filter())
async def cash_book_turned(
    callback: CallbackQuery,
    callback_data: CashBookCallback | CashGridCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Turn to another day, till or page."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    day = dt.date.fromisoformat(callback_data.day)
    till = None if callback_data.till == ALL_TILLS else callback_data.till

    def show(books: Books) -> OutgoingMessage:
        if not person.may(Permission.SEE_CASH_BOOK):
            return setting.say("not-allowed")
        view = BookView(till, callback_data.page, isinstance(callback_data, CashGridCallback))
        return _page(books, setting, day, view, edits=message_id)

    await desk.finish(show)


def _page(
    books: Books,
    setting: Setting,
    day: dt.date,
    view: BookView,
    *,
    edits: int | None = None,
) -> OutgoingMessage:
    book = cash_book(books, day, day)
    if isinstance(book, TooManyLines):
        return setting.message(setting.words("book-too-long", count=book.lines_max), edits=edits)
    in_book = {each.till for each in book.tills}
    tills = [each for each in books.accounts.chart() if each.key in in_book]
    return cash_book_page(setting, book, tills, view, edits=edits)


async def _send_file(
    desk: Desk, setting: Setting, days: tuple[dt.date, dt.date], kind: str
) -> None:
    """Read the days, write the file apart from the books, and send it."""
    first, last = days
    words = setting.words

    def facts(books: Books) -> tuple[CashBook | TooManyLines, Chart]:
        return cash_book(books, first, last), books.accounts.chart()

    book, chart = await desk.read(facts)
    if isinstance(book, TooManyLines):
        await desk.reply(setting.message(words("book-too-long", count=book.lines_max)))
        return
    labels = cash_book_labels(words, chart)
    content = await asyncio.to_thread(WRITERS[kind], book, labels)
    name = file_name(words, first, last, "csv" if kind == "csv" else "xlsx")
    caption = "\n".join(_caption(setting, book, list(chart)))
    document = Attached(name, content)
    await desk.reply(OutgoingMessage(setting.chat_id, caption, document=document))


def _caption(setting: Setting, book: CashBook, accounts: list[Account]) -> list[str]:
    words = setting.words
    names = {each.key: each.name(words.language) for each in accounts}
    title = words("day-title", day=book.first)
    if book.first != book.last:
        title = words("book-days", first=book.first, last=book.last)
    closings = [
        words("book-closing", till=names.get(each.till, each.till), balance=each.closing)
        for each in book.tills[:CLOSINGS_SHOWN]
    ]
    return [f"<b>{title}</b>", words("book-entries", count=book.line_count), *closings]


CLOSINGS_SHOWN = 8
"""In the caption of a file, which Telegram keeps short."""


def _xlsx(book: CashBook, labels: CashBookLabels) -> bytes:
    from reports.cash_book_xlsx import write_xlsx  # noqa: PLC0415 - openpyxl is heavy

    return write_xlsx(book, labels)


def _csv(book: CashBook, labels: CashBookLabels) -> bytes:
    from reports.cash_book_csv import write_csv  # noqa: PLC0415 - needed here alone

    return "".join(write_csv(book, labels)).encode()


WRITERS: dict[str, Writer] = {"xlsx": _xlsx, "excel": _xlsx, "csv": _csv}
"""What comes after /cash for a file."""
