"""Statements dropped into the chat: whoever may import them sends the bank's file as it is."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.bank.bank_news import account_name
from handlers.cards import Setting
from handlers.cash.receipts import file_name
from handlers.desk import Desk
from handlers.filing.line_callbacks import BankFileCallback, TableCallback
from handlers.filters import is_known, is_private
from handlers.input import place_of
from locales.words import Words
from services.cash_types import NotAllowed, StaleAnswer
from services.intake.bank_file_ports import BankFile
from services.intake.take_bank_file import answer_about_table, choose_account, take_file
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

_PAPERS = ("image/", "video/", "audio/", "application/pdf")
"""Files of these kinds are receipts, whoever sends them."""

router = Router(name="bank_files")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


async def is_bank_file(message: Message, person: Person) -> bool:
    """Let in a file from whoever imports statements, unless it plainly is a receipt.

    Words under it are for cash talk to read first: what tells of no money names the file.
    """
    document = message.document
    if document is None or message.reply_to_message is not None:
        return False
    is_paper = (document.mime_type or "").startswith(_PAPERS)
    return not is_paper and person.may(Permission.IMPORT_STATEMENTS)


@router.message(is_bank_file)
async def bank_file_came(message: Message, desk: Desk, person: Person) -> None:
    """Keep the file; what it holds is told once it is read."""
    document = message.document
    if document is None:
        return
    file = BankFile(
        id=0,
        chat_id=message.chat.id,
        message_id=message.message_id,
        person_id=person.id,
        name=file_name(document.file_name or f"file-{message.message_id}"),
        file_id=document.file_id,
        sent_at=message.date,
    )

    def keep(books: Books) -> tuple[OutgoingMessage, ...]:
        take_file(books, file, person)
        return ()

    await desk.finish(keep)


@router.callback_query(BankFileCallback.filter())
async def account_chosen(
    callback: CallbackQuery,
    *,
    callback_data: BankFileCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Take the answer to whose statement it is."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))
    file_id, account_id = callback_data.file_id, callback_data.account_id

    def choose(books: Books) -> OutgoingMessage:
        match choose_account(books, file_id, account_id, person, desk.cause):
            case NotAllowed():
                return setting.say("not-allowed")
            case StaleAnswer():
                return setting.say("stale", edits=message_id)
            case chosen:
                name = account_name(books, words, chosen)
                return setting.message(words("bank-file-of", account=name), edits=message_id)

    await desk.finish(choose)


@router.callback_query(TableCallback.filter())
async def table_answered(
    callback: CallbackQuery,
    *,
    callback_data: TableCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Take the answer to how a table is to be read."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))
    said = callback_data

    def answer(books: Books) -> OutgoingMessage:
        outcome = answer_about_table(books, said.file_id, said.question, said.option, person)
        match outcome:
            case NotAllowed():
                return setting.say("not-allowed")
            case StaleAnswer():
                return setting.say("stale", edits=message_id)
            case _:
                return setting.say("table-thanks", edits=message_id)

    await desk.finish(answer)
