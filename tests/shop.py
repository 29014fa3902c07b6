"""A small shop for tests: accounts, people, and entries to post."""

import datetime as dt
import json
from functools import cache

from ledger.accounts import Account, AccountType
from ledger.advances import ADVANCES
from ledger.cash import CASH_RULES, CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.word_lists import load_lexicon
from services.messages import Cause, IncomingRecord
from services.people import Newcomer, Person, Role
from services.ports import Books
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from tests.conftest import NOW

SYSTEM = Cause("system:test", None, NOW)
DAY = dt.date(2026, 11, 20)
SHOP = Shop("Teplo", "UAH", "Europe/Kyiv", "uk", is_ready=True)

_TYPES = {
    "till": AccountType.ASSET,
    "asset": AccountType.ASSET,
    "liability": AccountType.LIABILITY,
    "equity": AccountType.EQUITY,
    "income": AccountType.INCOME,
    "expense": AccountType.EXPENSE,
}


@cache
def lexicon() -> Lexicon:
    """Give the words of all languages, loaded once."""
    return load_lexicon()


def account(key: str, code: str) -> Account:
    """Make an account whose type its key tells."""
    kind, _, _ = key.partition(".")
    return Account(key, code, _TYPES[kind], {"en": key, "uk": key, "ru": key})


def lay(books: Books) -> None:
    """Lay a shop with two tills and every account that cash rules name."""
    keys = ["till.1", "till.2", *sorted({rule.account for rule in CASH_RULES.values()}), ADVANCES]
    for number, key in enumerate(keys):
        books.accounts.add(account(key, str(3000 + number)))
    books.shop.put(SHOP)


def lay_shop(books: Books) -> None:
    """Lay a shop as set-up does, with one till."""
    lay_chart(books, till_names=["Till"])
    books.shop.put(SHOP)


def hire(books: Books, role: Role = Role.CASHIER, telegram_id: int = 100) -> Person:
    """Take somebody in."""
    return books.people.add(Newcomer(telegram_id, f"P{telegram_id}", "en"), role, NOW)


def record(update_id: int, text: str = "hello", lane: str = "7") -> IncomingRecord:
    """Make a raw record as if Telegram had sent it."""
    payload = json.dumps({"update_id": update_id, "text": text}).encode()
    return IncomingRecord("telegram:1", str(update_id), payload, lane)


def paid(
    external_id: str,
    minor: int = 25_000,
    *,
    category: CashCategory = CashCategory.DELIVERY,
    direction: CashDirection = CashDirection.OUT,
    booked_on: dt.date = DAY,
    currency: str = "UAH",
) -> JournalEntry:
    """Make a cash entry on the first till."""
    operation = CashOperation(direction, Money(minor, currency), category)
    return JournalEntry(
        booked_on,
        NOW,
        f"{category} {minor}",
        operation.postings("till.1"),
        Origin("test", external_id),
        category=category.value,
    )
