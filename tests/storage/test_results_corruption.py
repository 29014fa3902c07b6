"""The proof finds what somebody could do to plans and to days as they were told."""

import datetime as dt
from dataclasses import replace

import pytest

from ledger.money import Money
from reports.plan import Plan
from services.closing.close_books import Signed, explain_item, see_closing, sign_closing
from services.closing.closing_ports import Item, Part
from services.messages import Cause
from services.people import Role
from services.ports import Books
from services.results.tell_day import restate, tell_day
from tests.conftest import NOW
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.shop import DAY, SYSTEM, hire, lay, paid
from tests.storage.planting import findings_after

YESTERDAY = DAY - dt.timedelta(days=1)
CORRUPTIONS: dict[str, tuple[str, ...]] = {
    "told_figure_wrong": ("UPDATE told_figure SET result_minor = result_minor + 1",),
    "told_day_version_gap": ("DELETE FROM told_day WHERE version = 1",),
    "told_day_went_back": ("UPDATE told_day SET through_entry = 0 WHERE version = 2",),
    "closing_signed_by_one": ("UPDATE closing_sign SET person_id = 1",),
    "closing_without_signatures": ("DELETE FROM closing_sign WHERE part = 'director'",),
    "closing_not_in_the_books": ("DELETE FROM period_close",),
    "closing_with_open_item": (
        "UPDATE closing_item SET open_count = 2, excuse = NULL WHERE item = 'tills'",
    ),
    "plan_version_gap": ("DELETE FROM plan WHERE version = 1",),
}


def shop_with_told_days(books: Books) -> None:
    """Tell a day, have it change, tell it anew; plan a month twice; close the day."""
    lay(books)
    accountant = hire(books, Role.ACCOUNTANT)
    director = hire(books, Role.DIRECTOR, 200)
    books.journal.add([paid("1", booked_on=YESTERDAY)], SYSTEM)
    tell_day(books, YESTERDAY, NOW)
    books.journal.add([paid("2", booked_on=YESTERDAY)], SYSTEM)
    restate(books, YESTERDAY, NOW)
    for version in (1, 2):
        plan = Plan(DAY.replace(day=1), Money(version * 100, "UAH"), 220)
        books.plans.add(plan, version, SYSTEM)
    cause = Cause(accountant.actor, None, NOW)
    see_closing(books, YESTERDAY, accountant, NOW)
    explain_item(books, YESTERDAY, Item.TILLS, "away", accountant, cause)
    for part, person in ((Part.ACCOUNTANT, accountant), (Part.DIRECTOR, director)):
        signed = sign_closing(books, YESTERDAY, part, person, replace(cause, actor=person.actor))
        assert isinstance(signed, Signed)
        assert signed.is_closed == (part is Part.DIRECTOR)


def test_told_days_without_a_corruption_hold(
    template: SqliteTemplate | PostgresTemplate,
) -> None:
    assert findings_after(template, shop_with_told_days, ()) == set()


@pytest.mark.parametrize("invariant", CORRUPTIONS)
def test_a_corruption_of_results_is_told_by_name(
    template: SqliteTemplate | PostgresTemplate, invariant: str
) -> None:
    assert invariant in findings_after(template, shop_with_told_days, CORRUPTIONS[invariant])
