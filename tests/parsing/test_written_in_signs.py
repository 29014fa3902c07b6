"""Pictures for words, names in a message all in capitals, makers who were paid, shops named."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory
from parsing.reading import Reading
from tests.parsing.drafts import only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("🚕 180", CashCategory.FUEL_TRANSPORT),
        ("⛽️ 1000 UPG", CashCategory.FUEL_TRANSPORT),
        ("🚚 650", CashCategory.DELIVERY),
        ("☕ 210", CashCategory.OFFICE_HOUSEHOLD),
        ("💡 1 240", CashCategory.UTILITIES),
        ("🔧 300 Іван", CashCategory.INSTALLER_SERVICES),
        ("🏦 37 000 здали", CashCategory.BANK_DEPOSIT),
        ("🧹 cleaner 400 done", CashCategory.SALARY),
    ],
)
def test_a_picture_may_stand_for_what_was_paid(
    read: Read, text: str, category: CashCategory
) -> None:
    assert only(read(text)).category is category


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("CASH IN 14000 KOVALCHUK ORDER # 3290 BOILER COLLECTED", "Kovalchuk"),
        ("ДАЛА САВЧЕНКУ 500 ЗА МОНТАЖ", "Савченку"),
        ("PAID FOR PETROL 500", None),
        ("paid Purmo 8350", "Purmo"),
        ("to Grundfos for pumps 12 500", "Grundfos"),
        ("paid for a Bosch boiler 5000", None),
        ("три дня назад брали в Санпласта муфти, отдали 1 980", "Санпласта"),
    ],
)
def test_who_was_paid_is_known(read: Read, text: str, who: str | None) -> None:
    assert only(read(text)).counterparty == who
