"""File the cash of an order that nobody entered, as somebody says it was paid."""

from dataclasses import dataclass

from ledger.advances import ADVANCES
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft
from services.cash.record_cash import record_cash
from services.cash_types import CashRecorded, TypedCash
from services.documents.post_documents import order_named
from services.messages import Cause
from services.people import Person
from services.ports import Books
from services.posting import shop_of


@dataclass(frozen=True, slots=True)
class Told:
    """Who says it, and by which message."""

    person: Person
    chat_id: int
    message_id: int
    place: int = 0
    """Sets apart what is told by one message, from nought."""


def file_order_cash(
    books: Books, order: str, amount: Money, told: Told, cause: Cause, *, holder: str | None = None
) -> CashRecorded | None:
    """Post an order's cash into the till on the day that it was closed.

    Where somebody else has the money, it goes out again at once, as his to account for.

    Args:
        books: the open books, held.
        order: the order's key.
        amount: what was paid.
        told: who says so.
        cause: because of what, when.
        holder: who has the money.

    Returns:
        What was filed; None when there is no such order.
    """
    found = books.documents.of_keys([order])
    if not found:
        return None
    document = found[0].document
    number = document.number or document.external_id
    moment = document.closed_at or cause.at
    came = CashDraft(
        amount=amount,
        direction=CashDirection.IN,
        category=CashCategory.SALE_CASH,
        booked_on=shop_of(books).day_of(moment),
        counterparty=None if document.party is None else document.party.name,
        order_reference=order_named(document) or number,
    )
    drafts = [came]
    if holder is not None:
        drafts.append(_given(came, amount, holder))
    typed = TypedCash(told.person, told.chat_id, told.message_id, number, cause.at)
    first = told.place * 2
    return record_cash(books, typed, drafts, cause, places=range(first, first + len(drafts)))


def _given(came: CashDraft, amount: Money, holder: str) -> CashDraft:
    return CashDraft(
        amount=amount,
        direction=CashDirection.OUT,
        category=CashCategory.OTHER_EXPENSE,
        booked_on=came.booked_on,
        counterparty=holder,
        against=ADVANCES,
    )
