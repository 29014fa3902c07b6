"""Money to account for: given, looked at, accounted for by receipts, brought back."""

from dataclasses import replace

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.advances.advance_acts import (
    ADVANCE,
    Pressing,
    answered,
    carried_out,
    expected_holder,
)
from handlers.advances.advance_cards import (
    accounted_card,
    asked_card,
    list_card,
    spending_question,
)
from handlers.callbacks import AdvanceCallback, SpendingCallback
from handlers.cards import Setting, recorded_card
from handlers.cash.replies import replies_to
from handlers.desk import Desk
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.hearing import Hearing
from handlers.input import place_of, text_of, typed_of
from ledger.cash import CashDirection
from ledger.money import Money
from locales.words import Words
from parsing.advances import says_change_back, says_receipts_came
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount
from parsing.answers.receipts import Receipt, read_advance, read_receipts
from parsing.memory.memory import ShopMemory
from parsing.reading import CashDraft, Reading, Unclear, Understood, files_itself
from services.advances.account_for import (
    AccountedFor,
    SpendingAsked,
    TooMuchChange,
    report_spent,
    take_change,
)
from services.advances.advance_ports import SpentItem
from services.cash.take_message import Heard, take_message
from services.cash_types import CashRecorded, NotAllowed, StaleAnswer, TypedCash
from services.messages import Cause, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

_NOTHING_DONE = {NotAllowed: "not-allowed", StaleAnswer: "stale"}

_NEW = "new"
"""That a new advance was asked for."""

router = Router(name="advances")
router.message.filter(is_private, is_known)
pressed = Router(name="buttons of advances")
pressed.callback_query.filter(is_known)
typed = Router(name="typed receipts and change")
typed.message.filter(is_asked, expects(ADVANCE))


@router.message(Command("advance"))
async def advance_given(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Answer /advance with who, how much, what for; what is missing is asked."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if not person.may(Permission.RECORD_CASH):
        await desk.reply(setting.say("not-allowed"))
        return
    said = command.args
    if not said:
        await desk.finish(lambda books: _whom_asked(books, setting, person))
        return
    told = replace(typed_of(message, person), text=said)
    reading = _read_new(message, said, Hearing(shop, lexicon, memory))
    give = _given_now if (person.expects or "").startswith(f"{ADVANCE}:{_NEW}:") else _given
    await desk.finish(lambda books: give(books, setting, told, reading, lexicon, desk.cause))


def _whom_asked(books: Books, setting: Setting, person: Person) -> OutgoingMessage:
    """Ask who gets how much, to be typed with the command or without."""
    books.expectations.expect(person.id, f"{ADVANCE}:{_NEW}:0")
    return setting.say("advance-how")


def _read_new(message: Message, said: str, hearing: Hearing) -> Understood | Unclear:
    now = hearing.shop.local(message.date)
    return read_advance(said, lambda text: hearing.read_text(text, now))


def _given(
    books: Books,
    setting: Setting,
    told: TypedCash,
    reading: Understood | Unclear,
    lexicon: Lexicon,
    cause: Cause,
) -> tuple[OutgoingMessage, ...]:
    heard = Heard(reading, None, None)
    return replies_to(books, setting, take_message(books, told, heard, lexicon, cause))


@router.message(Command("advances"))
async def advances_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /advances."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    if not person.may(Permission.RECORD_CASH):
        await desk.reply(setting.say("not-allowed"))
        return
    await desk.finish(lambda books: list_card(books, setting))


@pressed.callback_query(AdvanceCallback.filter())
async def advance_pressed(
    callback: CallbackQuery,
    *,
    callback_data: AdvanceCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Show a holder, ask what he spent, or do what the button says."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    by_tap = Pressing(setting, person, message_id, lexicon, desk.cause)
    await desk.finish(lambda books: carried_out(books, by_tap, callback_data))


@pressed.callback_query(SpendingCallback.filter())
async def spending_answered(
    callback: CallbackQuery,
    *,
    callback_data: SpendingCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Take a tapped answer to a question about what a holder spent."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    by_tap = Pressing(setting, person, message_id, lexicon, desk.cause)
    await desk.finish(lambda books: answered(books, by_tap, callback_data))


@typed.message()
async def spent_or_back_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take what was typed as receipts or change of the holder that was asked about."""
    what, number = expected_holder(person)
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    told = typed_of(message, person)
    hearing, now = Hearing(shop, lexicon, memory), shop.local(message.date)
    if what == _NEW:
        new = _read_new(message, told.text, hearing)
        if not _may_be_new(told.text, hearing.read(message)):
            raise SkipHandler
        await desk.finish(lambda books: _given_now(books, setting, told, new, lexicon, desk.cause))
        return
    if what == "change":
        amount = read_amount(told.text, currency=shop.base_currency, lexicon=lexicon)
        if amount is None:
            raise SkipHandler
        await desk.finish(lambda books: _back(books, setting, told, number, amount, desk.cause))
        return
    found = read_receipts(text_of(message), lambda text: hearing.read_text(text, now))
    if not found or _is_other_cash(hearing.read(message)):
        raise SkipHandler
    await desk.finish(lambda books: _spent(books, setting, told, number, found, desk.cause))


def _given_now(
    books: Books,
    setting: Setting,
    told: TypedCash,
    reading: Understood | Unclear,
    lexicon: Lexicon,
    cause: Cause,
) -> tuple[OutgoingMessage, ...]:
    books.expectations.expect(told.person.id, None)
    return _given(books, setting, told, reading, lexicon, cause)


def _may_be_new(text: str, reading: Reading) -> bool:
    """Tell whether a message may say who gets how much; "courier 220" is of nobody.

    Who brings receipts or change gets nothing.
    """
    if not isinstance(reading, Understood | Unclear) or not any(map(str.isdecimal, text)):
        return False
    if says_receipts_came(text) or says_change_back(text):
        return False
    return not files_itself(reading) or any(map(_names, reading.drafts))


def _names(draft: CashDraft) -> bool:
    return draft.counterparty is not None


def _is_other_cash(reading: Reading) -> bool:
    """Tell whether a message is a whole operation of its own: money in, or paid to somebody."""
    return (
        isinstance(reading, Understood)
        and reading.is_confident
        and any(each.direction is CashDirection.IN or each.counterparty for each in reading.drafts)
    )


def _back(
    books: Books, setting: Setting, told: TypedCash, number: int, amount: Money, cause: Cause
) -> OutgoingMessage:
    outcome = take_change(books, told, number, amount, cause)
    match outcome:
        case TooMuchChange(holder, _):
            hint = setting.words("advance-too-much", amount=amount)
            return asked_card(books, setting, holder, "change", hint=hint)
        case CashRecorded():
            books.expectations.expect(told.person.id, None)
            return recorded_card(books, setting, outcome)
        case _:
            books.expectations.expect(told.person.id, None)
            return setting.say(_NOTHING_DONE[type(outcome)])


def _spent(
    books: Books,
    setting: Setting,
    told: TypedCash,
    number: int,
    found: tuple[Receipt, ...],
    cause: Cause,
) -> OutgoingMessage:
    books.expectations.expect(told.person.id, None)
    items = [SpentItem(each.category, each.amount) for each in found]
    outcome = report_spent(books, told, number, items, cause)
    match outcome:
        case AccountedFor():
            return accounted_card(books, setting, outcome)
        case SpendingAsked():
            return spending_question(books, setting, outcome)
        case _:
            return setting.say(_NOTHING_DONE[type(outcome)])
