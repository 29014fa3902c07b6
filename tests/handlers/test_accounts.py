"""The chart of accounts, changed by one line of text."""

import pytest

from handlers.team.accounts import Add, Close, Recode, Rename, Unreadable, read_change
from ledger.accounts import Account
from services.cash_types import NotAllowed
from services.people import Role
from services.ports import Books, Database
from services.team.edit_chart import (
    CodeTaken,
    StillNeeded,
    add_account,
    close_account,
    recode_account,
    rename_account,
)
from services.team.set_up_shop import lay_chart
from services.verify_books import verify_books
from tests.shop import SHOP, SYSTEM, hire


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("9331 Кур'єри", Rename("9331", "Кур'єри")),
        ("9331->9332", Recode("9331", "9332")),
        ("9331 -> 9332", Recode("9331", "9332")),
        ("- 9340", Close("9340")),
        ("9331", Unreadable()),
        ("9331 ->", Unreadable()),
        ("+ 9340 nonsense X", Unreadable()),
        ("x" * 500, Unreadable()),
    ],
)
def test_a_line_is_read(said: str, change: object) -> None:
    assert read_change(said) == change


async def test_an_own_account_is_added_and_closed_and_all_is_audited(database: Database) -> None:
    wanted = read_change("+ 9340 Expense Страхування  авто")
    assert isinstance(wanted, Add)
    assert wanted.account.name("uk") == "Страхування авто"

    def play(books: Books) -> None:
        books.shop.put(SHOP)
        lay_chart(books, till_names=())
        person = hire(books, Role.ACCOUNTANT)
        assert isinstance(add_account(books, person, wanted.account, SYSTEM), Account)
        assert isinstance(add_account(books, person, wanted.account, SYSTEM), CodeTaken)
        assert isinstance(recode_account(books, person, "9331", "9340", SYSTEM), CodeTaken)
        assert isinstance(rename_account(books, person, "9331", "Couriers", SYSTEM), Account)
        assert isinstance(close_account(books, person, "9340", SYSTEM), Account)
        assert isinstance(close_account(books, person, "9331", SYSTEM), StillNeeded)
        assert not books.accounts.chart()["expense.own.1"].is_open
        assert len(books.audit.about("account:expense.own.1")) == 2

    await database.write(play)
    assert await database.read(verify_books) == ()


async def test_a_cashier_changes_nothing(database: Database) -> None:
    wanted = read_change("+ 9340 expense Insurance")
    assert isinstance(wanted, Add)

    def play(books: Books) -> None:
        lay_chart(books, till_names=())
        cashier = hire(books)
        assert isinstance(rename_account(books, cashier, "9331", "X", SYSTEM), NotAllowed)
        assert isinstance(add_account(books, cashier, wanted.account, SYSTEM), NotAllowed)
        assert isinstance(close_account(books, cashier, "9331", SYSTEM), NotAllowed)

    await database.write(play)
