"""Orders that were closed for cash which nobody entered."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from ledger.document_rules import due_of
from ledger.documents import Document, DocumentKind, OrderStage
from reconciliation.findings import Kind
from services.documents.post_documents import posting_begun
from services.exceptions.exception_kinds import CASH_NOT_ENTERED
from services.exceptions.exception_ports import ExceptionItem
from services.ports import Books
from services.posting import shop_of

BY_CASH = "cash"
GRACE = dt.timedelta(hours=3)
"""So long after closing an order its cash may still be on its way into the book."""
_MADE_WITHIN = dt.timedelta(days=45)
_SAID = frozenset({Kind.ORDER_UNPAID.value, Kind.AMOUNT_MISMATCH.value})


def find_cash_orders(books: Books, at: dt.datetime) -> Iterator[ExceptionItem]:
    """Look through the orders of the last weeks; what matching says of one goes before it."""
    is_begun = posting_begun(books)
    made = books.documents.between(at - _MADE_WITHIN, at, kind=DocumentKind.ORDER)
    closed = [e.document for e in made if _is_due(e.document, at) and is_begun(e.document)]
    keys = [each.key for each in closed]
    paid: dict[str, int] = defaultdict(int)
    for link in books.matches.of_records(keys):
        if link.is_standing:
            paid[link.left] += link.amount.minor
    said = {each.about for each in books.exceptions.standing_about(keys) if each.kind in _SAID}
    for order in closed:
        if not paid[order.key] and order.key not in said:
            yield ExceptionItem(
                kind=CASH_NOT_ENTERED,
                records=(order.key,),
                amount=due_of(order),
                since=shop_of(books).day_of(order.closed_at or order.happened_at),
                cause="not_entered",
                step="ask_cashier",
            )


def _is_due(order: Document, at: dt.datetime) -> bool:
    is_closed = order.stage is OrderStage.CLOSED and order.closed_at is not None
    is_cash = order.paid_by == BY_CASH and due_of(order).minor > 0
    return is_closed and is_cash and at - (order.closed_at or at) >= GRACE
