"""The known book that questions are asked of, its banks named, and who records entries."""

import datetime as dt
from pathlib import Path

import pytest

from services.bank.bank_ports import BankAccount
from services.intake.bring_documents import bring_documents
from services.people import Newcomer, Role
from services.ports import Books, Database
from storage.database import open_database
from tests.conftest import NOW
from tests.databases import SqliteTemplate
from tests.known_book import SYSTEM, lay_known_book
from tests.papers import order, payment, uah
from tests.papers import told as told_of


@pytest.fixture
async def book(sqlite_template: SqliteTemplate, tmp_path: Path) -> Database:
    database = await open_database(sqlite_template.fresh(tmp_path))
    await database.write(lay_known_book)
    await database.write(_name_banks)
    await database.write(_add_team)
    return database


def _name_banks(books: Books) -> None:
    for key, bank in (("asset.bank.1", "monobank"), ("asset.bank.2", "ПриватБанк")):
        books.banks.add_account(BankAccount(0, key, f"UA{key[-1]}", "UAH", bank))


def _add_team(books: Books) -> None:
    for telegram_id, name in ((501, "Olha"), (502, "Serhii Bondar")):
        books.people.add(Newcomer(telegram_id, name, "uk"), Role.CASHIER, NOW)


def sell_by_channel(books: Books) -> None:
    """Have a CRM tell of orders: a marketplace's, the site's, the showroom's, one by phone."""
    books.documents.post_from(dt.date(2026, 10, 1))
    october = {"closed_at": NOW - dt.timedelta(days=30)}
    orders = (
        order("1", 120_000, channel="prom.ua", cost=uah(70_000)),
        order("2", 80_000, channel="Site", refunded=uah(30_000)),
        order("3", 5_000, channel="prom.ua"),
        order("4", 200_000, channel="Showroom", cost=uah(90_000)),
        order("5", 60_000, channel="Site", **october),
        order("6", 9_000, channel="Phone"),
    )
    bring_documents(books, [told_of(each) for each in orders], SYSTEM)


def take_by_gateways(books: Books) -> None:
    """Have reports tell of what gateways and a courier took in November, and what they kept."""
    books.documents.post_from(dt.date(2026, 10, 1))
    taken = (("LiqPay", 100_000, 2_750), ("LiqPay", 20_000, 550), ("WayForPay", 80_000, 1_600),
             ("Nova Poshta", 50_000, 1_000))  # fmt: skip
    documents = (
        payment(f"g{number}", minor, provider=provider, fee=uah(fee), references=())
        for number, (provider, minor, fee) in enumerate(taken)
    )
    delivered = order("d1", 50_000, paid_by="cash_on_delivery", channel="Site")
    bring_documents(books, [told_of(each) for each in (*documents, delivered)], SYSTEM)
