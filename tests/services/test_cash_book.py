"""The cash book from real books: openings, running balances, who told what, comments."""

import datetime as dt

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft
from reports.cash_book import CashBook
from services.cash.record_cash import record_cash
from services.cash_types import CashAmended, NotAllowed, NothingToUndo, TypedCash
from services.corrections.change_entry import change_entry
from services.corrections.comment_entry import EntryCommented, comment_entry
from services.messages import Cause
from services.people import Role
from services.ports import Books, Database
from services.tills import cash_book as service
from services.tills.cash_book import TooManyLines, cash_book
from services.tills.report_day import report_day
from tests.conftest import NOW
from tests.shop import DAY, SYSTEM, hire, lay, lexicon, paid

BEFORE = DAY - dt.timedelta(days=1)


def tell(books: Books) -> CashBook:
    """Lay a shop with two days of cash, and give the book of both."""
    lay(books)
    cashier = hire(books, telegram_id=7)
    books.journal.add([paid("old", 1_000, booked_on=BEFORE - dt.timedelta(days=1))], SYSTEM)
    books.journal.add([paid("eur", 500, booked_on=BEFORE, currency="EUR")], SYSTEM)
    typed = TypedCash(cashier, 7, 1, "sold", NOW)
    sale = CashDraft(Money(90_000, "UAH"), CashDirection.IN, CashCategory.SALE_CASH, DAY)
    record_cash(books, typed, [sale], Cause(cashier.actor, None, NOW))
    books.journal.add([paid("new", 20_000)], SYSTEM)
    book = cash_book(books, BEFORE, DAY)
    assert isinstance(book, CashBook)
    return book


async def test_balances_run_on_from_the_opening_to_the_closing(database: Database) -> None:
    def play(books: Books) -> None:
        book = tell(books)
        keys = [(each.till, each.currency) for each in book.tills]
        assert keys == [("till.1", "UAH"), ("till.1", "EUR"), ("till.2", "UAH")]
        first = book.tills[0]
        assert first.opening == Money(-1_000, "UAH")
        assert [each.balance.minor for each in first.lines] == [89_000, 69_000]
        assert first.closing == books.balances.of("till.1", "UAH")
        assert [each.told_by for each in first.lines] == ["P7", None]
        assert first.lines[1].account_code == books.accounts.chart()["expense.delivery"].code
        day = cash_book(books, DAY, DAY)
        assert isinstance(day, CashBook)
        till = report_day(books, DAY).currency("UAH").tills[0]
        assert (day.tills[0].opening, day.tills[0].closing) == (till.opening, till.closing)
        assert [each.till for each in book.of_till("till.2").tills] == ["till.2"]

    await database.write(play)


async def test_a_book_too_long_for_a_file_is_not_begun(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "LINES_MAX", 1)

    def play(books: Books) -> None:
        lay(books)
        books.journal.add([paid("1"), paid("2")], SYSTEM)
        assert cash_book(books, DAY, DAY) == TooManyLines(1)

    await database.write(play)


async def test_an_accountants_refiling_keeps_who_told_it_and_what_was_said_of_it(
    database: Database,
) -> None:
    def play(books: Books) -> None:
        tell(books)
        accountant = hire(books, Role.ACCOUNTANT, telegram_id=8)
        cause = Cause(accountant.actor, None, NOW)
        kept = comment_entry(books, 3, "no receipt", accountant, cause)
        assert isinstance(kept, EntryCommented)
        told = TypedCash(accountant, 8, 9, "", NOW)
        amended = change_entry(books, told, 3, CashCategory.OTHER_INCOME, lexicon(), cause)
        assert isinstance(amended, CashAmended)
        again = change_entry(books, told, 6, CashCategory.SALE_CASH, lexicon(), cause)
        assert isinstance(again, CashAmended)
        book = cash_book(books, DAY, DAY)
        assert isinstance(book, CashBook)
        assert book.tills[0].lines[-1].told_by == "P7"
        assert [each.text for each in books.comments.about(8)] == ["no receipt"]
        assert books.comments.about(4) == ()
        assert "no receipt" in str(books.audit.about("entry:3"))

    await database.write(play)


async def test_who_may_not_see_the_book_says_nothing_of_it(database: Database) -> None:
    def play(books: Books) -> None:
        tell(books)
        cashier = books.people.all()[0]
        assert comment_entry(books, 3, "hm", cashier, SYSTEM) == NotAllowed()
        owner = hire(books, Role.OWNER, telegram_id=9)
        assert comment_entry(books, 99, "hm", owner, SYSTEM) == NothingToUndo()

    await database.write(play)
