"""The proof finds what somebody could do to plans and to days as they were told."""

import datetime as dt

import pytest

from ledger.money import Money
from reports.plan import Plan
from services.ports import Books
from services.tell_day import restate, tell_day
from tests.conftest import NOW
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.shop import DAY, SYSTEM, hire, lay, paid
from tests.storage.planting import findings_after

YESTERDAY = DAY - dt.timedelta(days=1)
CORRUPTIONS: dict[str, tuple[str, ...]] = {
    "told_figure_wrong": ("UPDATE told_figure SET result_minor = result_minor + 1",),
    "told_day_version_gap": ("DELETE FROM told_day WHERE version = 1",),
    "told_day_went_back": ("UPDATE told_day SET through_entry = 0 WHERE version = 2",),
    "plan_version_gap": ("DELETE FROM plan WHERE version = 1",),
}


def shop_with_told_days(books: Books) -> None:
    """Tell a day, have it change, tell it anew; plan a month twice."""
    lay(books)
    hire(books)
    books.journal.add([paid("1", booked_on=YESTERDAY)], SYSTEM)
    tell_day(books, YESTERDAY, NOW)
    books.journal.add([paid("2", booked_on=YESTERDAY)], SYSTEM)
    restate(books, YESTERDAY, NOW)
    for version in (1, 2):
        plan = Plan(DAY.replace(day=1), Money(version * 100, "UAH"), 220)
        books.plans.add(plan, version, SYSTEM)


def test_told_days_without_a_corruption_hold(
    template: SqliteTemplate | PostgresTemplate,
) -> None:
    assert findings_after(template, shop_with_told_days, ()) == set()


@pytest.mark.parametrize("invariant", CORRUPTIONS)
def test_a_corruption_of_results_is_told_by_name(
    template: SqliteTemplate | PostgresTemplate, invariant: str
) -> None:
    assert invariant in findings_after(template, shop_with_told_days, CORRUPTIONS[invariant])
