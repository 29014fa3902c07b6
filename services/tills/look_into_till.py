"""Look into a till: what it has, what moved it today, what was asked for among its entries."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ledger.accounts import Account
from ledger.cash import CashCategory
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount, read_date
from services.cash_types import NotAllowed
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of
from services.shop import Shop
from services.tills.till import till_balances_of, till_of
from services.tills.till_book import NEWEST, TillBookPage, Turn, Wanted, WantedWord
from services.tills.transfers import Transfer

PAGE_ENTRIES = 10
WORDS_MAX = 4
"""More words than this narrow no search down."""
ASKED_MAX = 80
"""What is asked is cut to so many letters."""
LATE = dt.timedelta(days=1)
"""A transfer that is longer on its way is late."""
_NUMBER = re.compile(r"(?:no|№|#|n)\.?\s*(\d{1,12})", re.IGNORECASE)
_AROUND = ".,:;!?()«»“”„\"'"
"""Marks around a word are not looked for."""
_DIGITS = re.compile(r"\d{1,12}")

CategoriesOf = Callable[[str], Iterable[CashCategory]]
"""Gives the categories whose names begin like a word, in the language of who asks."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: which till, what for, from where on."""

    till: str | None = None
    """None is the person's own."""
    asked: str = ""
    """What was typed after the command; nothing is today's entries."""
    turn: Turn = NEWEST


@dataclass(frozen=True, slots=True)
class Ear:
    """How what is asked is understood."""

    lexicon: Lexicon
    categories_of: CategoriesOf


@dataclass(frozen=True, slots=True)
class TillView:
    """A till as a person sees it."""

    till: Account
    balances: tuple[Money, ...]
    others: tuple[Account, ...]
    """The tills that he may look into instead; this one is among them if there are any."""
    asked: str
    day: dt.date | None
    """The day whose entries are shown, if it is one's."""
    found: PostedEntry | None
    """The entry of the number that was asked for, be it taken back."""
    page: TillBookPage
    on_the_way: tuple[Transfer, ...]
    """Transfers from or to this till, and late ones of the whole shop for who sees it."""


def look_into_till(
    books: Books, person: Person, look: Look, ear: Ear, at: dt.datetime
) -> TillView | NotAllowed:
    """Show a till: his own to who may see one, any to who sees the whole shop's day."""
    if not person.may(Permission.SEE_TILL):
        return NotAllowed()
    own, tills = till_of(books, person), books.accounts.tills()
    sees_all = person.may(Permission.SEE_DAY)
    key = look.till or own
    if key != own and not sees_all:
        return NotAllowed()
    if key not in {each.key for each in tills}:
        key = own  # it was closed since its button was shown
    shop = shop_of(books)
    asked = " ".join(look.asked.split())[:ASKED_MAX]
    wanted, number = _understood(asked, shop, ear, at)
    held = till_balances_of(books, key)
    return TillView(
        till=held.till,
        balances=held.balances,
        others=tills if sees_all and len(tills) > 1 else (),
        asked=asked,
        day=wanted.day,
        found=_numbered(books, key, number) if look.turn.number is None else None,
        page=_page(books, key, wanted, look.turn),
        on_the_way=_on_the_way(books, key, at, sees_all=sees_all),
    )


def is_late(transfer: Transfer, at: dt.datetime) -> bool:
    """Say whether a transfer should have arrived by now."""
    return at - transfer.sent_at > LATE


def _page(books: Books, till: str, wanted: Wanted, turn: Turn) -> TillBookPage:
    if wanted.day is None and not wanted.words:
        return TillBookPage(())
    return books.till_book.page(till, wanted, turn, PAGE_ENTRIES)


def _understood(asked: str, shop: Shop, ear: Ear, at: dt.datetime) -> tuple[Wanted, int | None]:
    """Say which entries are asked for, and which single one by its number."""
    if not asked:
        return Wanted(day=shop.day_of(at)), None
    named = _NUMBER.fullmatch(asked)
    if named is not None:
        return Wanted(), int(named[1])
    day = read_date(asked, now=shop.local(at), lexicon=ear.lexicon)
    if day is not None:
        return Wanted(day=day), None
    number = int(asked) if _DIGITS.fullmatch(asked) else None
    amount = read_amount(asked, currency=shop.base_currency, lexicon=ear.lexicon)
    if amount is not None:
        figure = WantedWord(asked, amount, is_figure=True)
        return Wanted(words=(figure,)), number
    words = [bare for each in asked.split() if (bare := each.strip(_AROUND))]
    return Wanted(words=tuple(_word(each, shop, ear) for each in words[:WORDS_MAX])), number


def _word(text: str, shop: Shop, ear: Ear) -> WantedWord:
    amount = read_amount(text, currency=shop.base_currency, lexicon=ear.lexicon)
    if amount is not None:
        return WantedWord(text, amount, is_figure=True)
    codes = frozenset(category.value for category in ear.categories_of(text))
    return WantedWord(text, categories=codes)


def _numbered(books: Books, till: str, number: int | None) -> PostedEntry | None:
    """Give an entry by its number if it moved this till."""
    posted = None if number is None else books.journal.find(number)
    if posted is None or all(leg.account != till for leg in posted.entry.postings):
        return None
    return posted


def _on_the_way(
    books: Books, till: str, at: dt.datetime, *, sees_all: bool
) -> tuple[Transfer, ...]:
    return tuple(
        each
        for each in books.transfers.on_the_way()
        if each.touches(till) or (sees_all and is_late(each, at))
    )
