"""/banks: what each bank account holds, how fresh that is, which days are missing."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.bank.balance_buttons import (
    SETTLED_MAX,
    balance_line,
    balance_rows,
    taken_line,
    taken_rows,
)
from handlers.bank.bank_health import connection_lines, opening_line
from handlers.bank.bank_news import account_name, rename_hint
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from locales.words import Words
from services.bank.see_banks import BankSeen, BanksSeen, see_banks
from services.cash_types import NotAllowed
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.shop import Shop

GAPS_MAX = 5
"""So many gaps of an account are told, the newest ones."""

router = Router(name="banks")
router.message.filter(is_private, is_known)


@router.message(Command("banks"))
async def banks_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /banks."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    at = desk.cause.at

    def look(books: Books) -> OutgoingMessage:
        seen = see_banks(books, person, at)
        if isinstance(seen, NotAllowed):
            return setting.say("not-allowed")
        told = ["\n".join(_told(books, words, shop, each)) for each in seen.banks]
        told += [line for each in seen.connections for line in connection_lines(words, shop, each)]
        for each in seen.banks[:1]:
            told += rename_hint(books, words, person, each.account)
        return setting.message("\n\n".join(told) or words("banks-none"), _rows(setting, seen))

    await desk.reply(await desk.read(look))


def _rows(setting: Setting, seen: BanksSeen) -> tuple[tuple[Button, ...], ...]:
    """Offer what settles the newest balances that no statement explains, or opens them again."""
    words, viewer = setting.words, setting.viewer
    rows: list[tuple[Button, ...]] = []
    for bank in seen.banks:
        for each in bank.unexplained[-SETTLED_MAX:]:
            rows += balance_rows(words, viewer, each)
        for taken in bank.taken[-SETTLED_MAX:]:
            rows += taken_rows(words, viewer, taken)
    return tuple(rows)


def _told(books: Books, words: Words, shop: Shop, seen: BankSeen) -> Iterator[str]:
    yield words("bank-file-head", account=account_name(books, words, seen.account))
    yield words("banks-balance", balance=seen.balance)
    if seen.feed is not None:
        yield words("banks-read", at=shop.local(seen.feed.through))
        if seen.apart is not None and seen.feed.told is not None:
            yield words("banks-apart", told=seen.feed.told, difference=abs(seen.apart))
    elif seen.told_on is None or seen.age_days is None:
        yield words("banks-silent")
    elif seen.is_stale:
        yield words("banks-stale", day=seen.told_on, days=seen.age_days)
    else:
        yield words("banks-fresh", day=seen.told_on)
    if seen.put_right is not None:
        yield opening_line(words, seen.put_right)
    for each in seen.unexplained[-GAPS_MAX:]:
        yield balance_line(words, each)
    for taken in seen.taken[-GAPS_MAX:]:
        yield "📌 " + taken_line(books, words, taken)
