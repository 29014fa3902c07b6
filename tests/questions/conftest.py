"""The known book that questions are asked of, its banks named, and who records entries."""

from pathlib import Path

import pytest

from services.bank.bank_ports import BankAccount
from services.people import Newcomer, Role
from services.ports import Books, Database
from storage.database import open_database
from tests.conftest import NOW
from tests.databases import SqliteTemplate
from tests.known_book import lay_known_book


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
