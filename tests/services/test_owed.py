"""What is left of debts, and since when: an order's own money pays that order off."""

import datetime as dt

import pytest

from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from services.ports import Books, Database
from services.results.owed import open_debts
from services.team.set_up_shop import lay_chart
from tests.known_book import SYSTEM
from tests.shop import SHOP

RECEIVABLES, SALES, BANK = "asset.receivables", "income.sales", "asset.bank.1"
Told = tuple[str, int, str, str | None]
"""A day, hryvnias (above zero for a sale, below for what was paid), who, and of which order."""


def lay(books: Books, *told: Told) -> None:
    books.shop.put(SHOP)
    lay_chart(books, till_names=("Till",))
    entries = []
    for number, (day, amount, who, order) in enumerate(told):
        other = SALES if amount > 0 else BANK
        entries.append(
            JournalEntry(
                booked_on=dt.date.fromisoformat(day),
                occurred_at=SYSTEM.at,
                narration="",
                postings=(
                    Posting(RECEIVABLES, Money(amount * 100, "UAH")),
                    Posting(other, Money(-amount * 100, "UAH")),
                ),
                origin=Origin("test", str(number)),
                counterparty=who,
                order_reference=order,
            )
        )
    books.journal.add(entries, SYSTEM)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (  # the newer order is paid, the older one is not
            [("2026-11-06", 3_798, "Chornyi", "1"), ("2026-11-20", 9_000, "Chornyi", "2"),
             ("2026-11-20", -8_500, "Chornyi", "2")],
            [("2026-11-06", 3_798), ("2026-11-20", 500)],
        ),
        (  # money of no order pays the oldest debt
            [("2026-11-06", 3_000, "Chornyi", "1"), ("2026-11-20", 2_000, "Chornyi", "2"),
             ("2026-11-21", -3_500, "Chornyi", None)],
            [("2026-11-20", 1_500)],
        ),
        (  # what is beyond an order pays the oldest of the others
            [("2026-11-06", 3_000, "Chornyi", "1"), ("2026-11-20", 2_000, "Chornyi", "2"),
             ("2026-11-21", -2_500, "Chornyi", "2")],
            [("2026-11-06", 2_500)],
        ),
        (  # somebody else paid for it
            [("2026-11-06", 3_000, "Chornyi", "1"), ("2026-11-21", -1_000, "Bila", "1")],
            [("2026-11-06", 2_000)],
        ),
    ],
)  # fmt: skip
async def test_an_orders_money_pays_its_own_order(
    database: Database, told: list[Told], left: list[tuple[str, int]]
) -> None:
    await database.write(lambda books: lay(books, *told))
    found = await database.read(lambda books: open_debts(books, dt.date(2026, 11, 30)))
    assert [(f"{each.since}", each.amount.minor // 100) for each in found] == left
    assert {each.name for each in found} == {"Chornyi"}
