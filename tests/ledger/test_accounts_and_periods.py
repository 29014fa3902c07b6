import datetime as dt

import pytest

from ledger.accounts import Account, AccountType, Chart
from ledger.audit import GENESIS_HASH, AuditRecord, canonical_change, seal
from ledger.errors import DuplicateAccountError, UnknownAccountError
from ledger.periods import BookingDay, OpenBooks
from tests.conftest import NOW

TILL = Account("till.1", "3011", AccountType.ASSET, {"en": "Till", "uk": "Каса"})
RENT = Account("expense.rent", "9210", AccountType.EXPENSE, {"en": "Rent"})


def test_accounts_are_found_by_key_and_by_code() -> None:
    chart = Chart([RENT, TILL])
    assert chart["till.1"] is chart.by_code("3011") is TILL
    assert [account.code for account in chart] == ["3011", "9210"]
    assert chart.tills == (TILL,)


def test_an_account_is_named_in_the_readers_language_or_in_english() -> None:
    assert TILL.name("uk") == "Каса"
    assert RENT.name("ru") == "Rent"
    assert Account("x", "1", AccountType.ASSET, {}).name("en") == "1"


@pytest.mark.parametrize("twin", [TILL, Account("till.2", "3011", AccountType.ASSET, {})])
def test_two_accounts_under_one_key_or_code_are_refused(twin: Account) -> None:
    with pytest.raises(DuplicateAccountError):
        Chart([TILL, twin])


def test_an_account_that_is_not_there_is_named_in_the_error() -> None:
    with pytest.raises(UnknownAccountError, match="gold"):
        Chart([TILL])["gold"]
    with pytest.raises(UnknownAccountError, match="9999"):
        Chart([TILL]).by_code("9999")


def test_a_late_fact_lands_today_and_points_to_its_day() -> None:
    books = OpenBooks(closed_through=dt.date(2026, 10, 31))
    today = dt.date(2026, 11, 20)
    late = dt.date(2026, 10, 30)
    assert books.booking_day(late, today) == BookingDay(today, late)
    assert books.booking_day(today, today) == BookingDay(today, None)
    assert not books.is_open(late)


def test_nothing_is_closed_at_first() -> None:
    books = OpenBooks(closed_through=None)
    assert books.is_open(dt.date.min)


def test_any_change_of_an_audit_record_breaks_its_seal() -> None:
    change = canonical_change({"b": 1, "a": [["x", 2]]})
    assert change == '{"a":[["x",2]],"b":1}'
    record = AuditRecord(1, NOW, "person:1", 7, "post", "entry:1", change, GENESIS_HASH, "")
    tampered = AuditRecord(1, NOW, "person:2", 7, "post", "entry:1", change, GENESIS_HASH, "")
    assert seal(record) != seal(tampered)
