"""The proof finds what was done to links past the guards."""

import datetime as dt
from dataclasses import replace

import pytest

from ledger.cash import CashCategory, CashDirection
from services.exceptions.answer_inquiry import keep_answer
from services.exceptions.inquire import Inquired, ask_person
from services.exceptions.inquiry_ports import Answer
from services.exceptions.resolve_exception import write_off
from services.matching.decide_link import confirm_link
from services.messages import Cause
from services.ports import Books
from storage.proofs.match_statements import MATCH_STATEMENTS
from tests.conftest import NOW
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.matched_shop import ORDER, TRANSFER, banked, bring, matched, shop
from tests.papers import order
from tests.shop import SYSTEM, paid
from tests.storage.planting import findings_after

UNPAID = replace(
    order("600", 42_000, lines=(), number="48777", paid_by="bank_transfer"),
    happened_at=NOW - dt.timedelta(days=17),
    closed_at=NOW - dt.timedelta(days=17),
)
_REFUSED = (
    "UPDATE match_link SET state = 'refused', decided_by = 'person:1' WHERE right_key = '{}'"
)
CORRUPTIONS: dict[str, tuple[str, ...]] = {
    "link_of_nothing": ("UPDATE match_link SET left_key = 'order:x:1' WHERE id = 1",),
    "link_decided_without_audit": (_REFUSED.format("cash:test:7"),),
    "line_matched_without_link": (_REFUSED.format("bank:1"),),
    "order_cleared_without_link": (_REFUSED.format("bank:1"),),
    "cash_moved_without_link": (_REFUSED.format("cash:test:7"),),
    "exception_without_history": ("DELETE FROM exception_event",),
    "exception_stands_otherwise": ("UPDATE exception_item SET state = 'snoozed'",),
    "answer_without_history": ("DELETE FROM exception_event WHERE what = 'answered'",),
    "write_off_without_exception": ("UPDATE exception_item SET state = 'open'",),
}


def shop_with_links(books: Books) -> None:
    """Match a transfer and cash with their orders; write off what a third one owes."""
    person = shop(books)
    sold = paid("7", 64_000, direction=CashDirection.IN, category=CashCategory.SALE_CASH)
    by_cash = order("500", 64_000, number="48555", paid_by="cash")
    bring(books, replace(ORDER, paid_by="bank_transfer"), by_cash, UNPAID)
    books.journal.add([replace(sold, order_reference="48555")], SYSTEM)
    banked(books, TRANSFER)
    matched(books)
    confirm_link(books, ORDER.key, "bank:1", person, Cause(person.actor, None, NOW))
    (item,) = books.exceptions.standing()
    asked = ask_person(books, item.id, person.id, person, Cause(person.actor, None, NOW))
    assert isinstance(asked, Inquired)
    keep_answer(books, asked.inquiry, Answer("later", person.actor, NOW))
    write_off(books, item.id, person, Cause(person.actor, None, NOW))


def test_links_without_a_corruption_hold(template: SqliteTemplate | PostgresTemplate) -> None:
    assert findings_after(template, shop_with_links, ()) == set()


@pytest.mark.parametrize("invariant", MATCH_STATEMENTS)
def test_a_corruption_of_links_is_told_by_name(
    template: SqliteTemplate | PostgresTemplate, invariant: str
) -> None:
    assert invariant in findings_after(template, shop_with_links, CORRUPTIONS[invariant])
