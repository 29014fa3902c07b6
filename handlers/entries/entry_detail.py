"""One entry with its words, its history, its receipts, and all that can be done to it."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.advances.advance_cards import undo_spent
from handlers.callbacks import GoneEntryCallback, OpenEntryCallback
from handlers.cards import Setting, entry_card, short_of
from handlers.copying import copy_number
from handlers.desk import Desk
from handlers.entries.accountant_rows import comment_button
from handlers.entries.entry_history import history_lines
from handlers.entries.receipt_buttons import receipt_buttons
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.results.result_callbacks import RawCallback
from ledger.journal import PostedEntry
from locales.words import Words, shorten
from services.advances.account_for import SOURCE
from services.cash.keep_receipt import receipts_of
from services.cash.see_entry import may_see
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

NARRATION_MAX = 500

router = Router(name="entry detail")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("entry"))
async def entry_asked(
    message: Message, command: CommandObject, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /entry with the number of one."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    asked = (command.args or "").strip().lstrip("№#").strip()
    if not (asked.isascii() and asked.isdecimal() and len(asked) < NUMBER_LENGTH_MAX):
        await desk.reply(setting.say("entry-how"))
        return
    await desk.finish(lambda books: entry_detail(books, setting, int(asked)))


NUMBER_LENGTH_MAX = 12


@router.callback_query(GoneEntryCallback.filter())
@router.callback_query(OpenEntryCallback.filter())
async def entry_opened(
    callback: CallbackQuery,
    callback_data: OpenEntryCallback | GoneEntryCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Show an entry that was tapped in a list, or on a card that is no longer so."""
    chat_id, _ = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    await desk.finish(lambda books: entry_detail(books, setting, callback_data.number))


def entry_detail(books: Books, setting: Setting, number: int) -> OutgoingMessage:
    """Show an entry to whoever may see it."""
    posted = books.journal.find(number)
    if posted is None:
        return setting.say("entry-none")
    if setting.viewer is None or not may_see(books, posted, setting.viewer):
        return setting.say("not-allowed")
    card = entry_card(books, setting, posted) if posted.is_standing else None
    if card is None:
        lines = (short_of(setting, posted), *history_lines(books, setting.words, posted))
        may_comment = setting.viewer.may(Permission.SEE_CASH_BOOK)
        rows = ((comment_button(setting.words, number),),) if may_comment else ()
        if posted.is_standing and posted.entry.origin.source == SOURCE:
            rows = ((undo_spent(setting.words, number),), *rows)
        card = setting.message("\n".join(lines), rows)
    receipts = receipts_of(books, [posted])
    text = "\n".join((card.text, *_said(setting.words, posted, len(receipts))))
    shown = receipt_buttons(setting.words, receipts)
    raw = Button(setting.words.plain("button-raw"), data=RawCallback(number=number).pack())
    copies = (copy_number(setting.words, number), raw)
    return setting.message(text, (*shown, *card.buttons, copies))


def _said(words: Words, posted: PostedEntry, receipt_count: int) -> list[str]:
    """Tell the words of an entry, and how many receipts it has."""
    lines = []
    if posted.entry.narration:
        said = shorten(posted.entry.narration, NARRATION_MAX)
        lines.append(words("entry-words", text=said))
    if receipt_count:
        lines.append(words("cash-line-receipts", count=receipt_count))
    return lines
