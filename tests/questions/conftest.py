"""The known book that questions are asked of, its banks named."""

from pathlib import Path

import pytest

from services.bank_ports import BankAccount
from services.ports import Books, Database
from storage.database import open_database
from tests.databases import SqliteTemplate
from tests.known_book import lay_known_book


@pytest.fixture
async def book(sqlite_template: SqliteTemplate, tmp_path: Path) -> Database:
    database = await open_database(sqlite_template.fresh(tmp_path))
    await database.write(lay_known_book)
    await database.write(_name_banks)
    return database


def _name_banks(books: Books) -> None:
    for key, bank in (("asset.bank.1", "monobank"), ("asset.bank.2", "ПриватБанк")):
        books.banks.add_account(BankAccount(0, key, f"UA{key[-1]}", "UAH", bank))
