"""The proof finds what was done to a CRM's records past the guards; the guards refuse it."""

import datetime as dt
from dataclasses import replace

import pytest

from services.crm.crm_types import CrmConnection, CrmRecord
from services.intake.keep_crm import keep_records
from services.ports import Books
from tests.conftest import NOW
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.shop import lay
from tests.storage.planting import findings_after

CORRUPTIONS: dict[str, tuple[str, ...]] = {
    "crm_version_gap": ("DELETE FROM crm_version WHERE version = 1",),
    "crm_record_not_the_newest": ("UPDATE crm_record SET digest = 'other'",),
}


def shop_with_a_deal(books: Books) -> None:
    """Keep a deal that was changed."""
    lay(books)
    books.crm.add(CrmConnection("bitrix24", "bitrix24", "print", NOW))
    deal = CrmRecord("deal", 1, b"{}", "first", NOW)
    keep_records(books, "bitrix24", [deal], NOW)
    later = replace(deal, digest="second", changed_at=NOW + dt.timedelta(hours=1))
    keep_records(books, "bitrix24", [later], NOW)


def test_records_without_a_corruption_hold(
    template: SqliteTemplate | PostgresTemplate,
) -> None:
    assert findings_after(template, shop_with_a_deal, ()) == set()


@pytest.mark.parametrize("invariant", CORRUPTIONS)
def test_a_corruption_of_records_is_told_by_name(
    template: SqliteTemplate | PostgresTemplate, invariant: str
) -> None:
    found = findings_after(template, shop_with_a_deal, CORRUPTIONS[invariant])
    assert invariant in found
