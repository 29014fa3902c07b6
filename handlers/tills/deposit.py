"""Cash for the bank: taken there, and what of it has not arrived."""

import datetime as dt
from collections.abc import Iterator

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.cards import Setting
from handlers.cash.reactions import reacting
from handlers.cash.replies import replies_to, reply_to
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import typed_of
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import is_nothing_or_less, read_amount
from parsing.read_message import read_message
from parsing.reading import CashDraft, Unclear, Understood
from services.cash.deposits import (
    LATE_DAYS,
    CarriedFrom,
    OnTheWayToBank,
    deposit_of,
    on_the_way_to_bank,
    record_deposit,
)
from services.cash_types import NotAllowed, NothingToUndo, StaleAnswer
from services.corrections.amend_cash import amend_cash
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.shop import Shop

SHOWN_MAX = 15
"""So many deposits are listed, the oldest first."""

router = Router(name="deposit")
router.message.filter(is_private, is_known)
router.edited_message.filter(is_private, is_known)


@router.message(Command("deposit"))
async def deposit_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Answer /deposit: post what follows, or tell what is on its way."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    said = (command.args or "").strip()
    if not said:
        at = desk.cause.at
        await desk.reply(await desk.read(lambda books: _shown(books, setting, person, at)))
        return
    draft = _deposit(said, message, shop, lexicon)
    if draft is None:
        is_none = is_nothing_or_less(said, lexicon=lexicon)
        await desk.reply(setting.say("deposit-above-zero" if is_none else "deposit-how"))
        return
    typed, known = typed_of(message, person), draft

    def record(books: Books) -> tuple[OutgoingMessage, ...]:
        outcome = record_deposit(books, typed, known, desk.cause)
        said = (reply_to(books, setting, outcome),)
        return reacting(books, setting, said, outcome, told_in=message.message_id)

    await desk.finish(record)


@router.edited_message(Command("deposit"))
async def deposit_edited(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Follow an edit: the deposit is booked anew."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    draft = _deposit((command.args or "").strip(), message, shop, lexicon)
    if draft is None:
        await desk.reply(setting.say("amend-kept"))
        return
    typed, reading = typed_of(message, person), Understood((deposit_of(draft),))

    def follow(books: Books) -> OutgoingMessage | tuple[OutgoingMessage, ...]:
        outcome = amend_cash(books, typed, reading, desk.cause)
        if isinstance(outcome, StaleAnswer | NothingToUndo):
            return ()
        return replies_to(books, setting, outcome)

    await desk.finish(follow)


def _deposit(said: str, message: Message, shop: Shop, lexicon: Lexicon) -> CashDraft | None:
    """Understand what follows the command: one amount above zero, perhaps a day and a bank."""
    now, currency = shop.local(message.date), shop.base_currency
    if is_nothing_or_less(said, lexicon=lexicon):
        return None
    amount = read_amount(said, currency=currency, lexicon=lexicon)
    if amount is not None:
        return CashDraft(amount, None, None, None)
    reading = read_message(said, now=now, currency=currency, lexicon=lexicon)
    if not isinstance(reading, Understood | Unclear) or len(reading.drafts) != 1:
        return None
    (draft,) = reading.drafts
    return None if draft.amount is None else draft


def _shown(books: Books, setting: Setting, person: Person, at: dt.datetime) -> OutgoingMessage:
    found = on_the_way_to_bank(books, person, at)
    if isinstance(found, NotAllowed):
        return setting.say("not-allowed")
    if not found.deposits:
        return setting.message(f"{setting.words('deposit-none')}\n{setting.words('deposit-how')}")
    return setting.message("\n".join(_lines(books, setting, found)))


def _lines(books: Books, setting: Setting, found: OnTheWayToBank) -> Iterator[str]:
    words, chart = setting.words, books.accounts.chart()
    yield f"<b>{words('deposit-title')}</b>"
    for each in found.deposits[:SHOWN_MAX]:
        till = "?" if each.till is None else chart[each.till].name(words.language)
        yield _line(setting, each, till)
    if len(found.deposits) > SHOWN_MAX:
        yield words("till-and-more", count=len(found.deposits) - SHOWN_MAX)
    for total in found.totals:
        yield words("deposit-total", amount=total)
    if any(each.is_late for each in found.deposits):
        yield words("deposit-late-hint", days=LATE_DAYS)


def _line(setting: Setting, each: CarriedFrom, till: str) -> str:
    """Tell a deposit; of one that has come in part also how much it was."""
    deposit, left = each.carried.deposit, each.carried.left
    line = setting.words(
        "deposit-line" if left == deposit.amount else "deposit-line-part",
        number=str(deposit.number),
        left=left,
        amount=deposit.amount,
        till=till,
        days=each.age_days,
    )
    return f"⚠️ {line}" if each.is_late else line
