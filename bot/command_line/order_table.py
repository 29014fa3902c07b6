"""An order and its entries, as text and as JSON."""

from collections.abc import Iterator

from ledger.accounts import Chart
from ledger.documents import Document
from ledger.journal import PostedEntry
from services.records.see_order import OrderSeen

_ACCOUNT_WIDTH, _AMOUNT_WIDTH = 44, 16


def order_to_text(seen: OrderSeen, chart: Chart) -> str:
    """Lay an order out for people: what it is, what belongs to it, its entries leg by leg."""
    return "\n".join(_lines(seen, chart))


def _lines(seen: OrderSeen, chart: Chart) -> Iterator[str]:
    order = seen.order.document
    stage = "" if order.stage is None else f", {order.stage}"
    yield f"{order.number or order.external_id} ({order.key}){stage}: {order.money}"
    for each in seen.documents:
        yield f"  {each.document.kind} {each.document.external_id}: {each.document.money}"
    for posted in seen.entries:
        entry = posted.entry
        yield ""
        yield f"{posted.number}  {entry.booked_on}  {entry.narration}"
        for leg in entry.postings:
            name = chart[leg.account].name("en")
            yield f"  {name:<{_ACCOUNT_WIDTH}}{leg.amount!s:>{_AMOUNT_WIDTH}}"


def order_to_json(seen: OrderSeen) -> dict[str, object]:
    """Give an order as plain values."""
    return {
        "order": _document(seen.order.document),
        "version": seen.order.version,
        "documents": [_document(each.document) for each in seen.documents],
        "entries": [_entry(each) for each in seen.entries],
    }


def _document(document: Document) -> dict[str, object]:
    return {
        "key": document.key,
        "number": document.number,
        "stage": document.stage,
        "amount": f"{document.money.to_decimal():f}",
        "currency": document.money.currency,
        "happened_at": document.happened_at.isoformat(),
    }


def _entry(posted: PostedEntry) -> dict[str, object]:
    return {
        "number": posted.number,
        "booked_on": posted.entry.booked_on.isoformat(),
        "narration": posted.entry.narration,
        "postings": [
            {
                "account": leg.account,
                "amount": f"{leg.amount.to_decimal():f}",
                "currency": leg.amount.currency,
            }
            for leg in posted.entry.postings
        ],
    }
