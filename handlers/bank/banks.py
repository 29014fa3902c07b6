"""/banks: what each bank account holds, how fresh that is, which days are missing."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.bank.bank_health import connection_lines, opening_line
from handlers.bank.bank_news import account_name
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from locales.words import Words
from services.bank.see_banks import BankSeen, see_banks
from services.cash_types import NotAllowed
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
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    at = desk.cause.at

    def look(books: Books) -> str:
        seen = see_banks(books, person, at)
        if isinstance(seen, NotAllowed):
            return words("not-allowed")
        told = ["\n".join(_told(books, words, shop, each)) for each in seen.banks]
        told += [line for each in seen.connections for line in connection_lines(words, shop, each)]
        return "\n\n".join(told) or words("banks-none")

    await desk.reply(setting.message(await desk.read(look)))


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
    for gap in seen.gaps[-GAPS_MAX:]:
        yield words("bank-file-gap", first=gap.after, last=gap.before, missing=abs(gap.missing))
