"""See an order: what its source says, what belongs to it, and every entry that came of it."""

from dataclasses import dataclass

from ledger.documents import DocumentKind, ReferenceKind
from ledger.journal import PostedEntry
from services.cash_types import NotAllowed
from services.documents.document_ports import KeptDocument
from services.documents.post_documents import DOCUMENT
from services.matching.post_links import CLEARED
from services.people import Permission, Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class OrderSeen:
    """One order with all that came of it."""

    order: KeptDocument
    documents: tuple[KeptDocument, ...]
    """What others tell of its money: payments, refunds, chargebacks."""
    entries: tuple[PostedEntry, ...]
    """Those that stand, by number."""


def see_order(books: Books, number: str, person: Person) -> tuple[OrderSeen, ...] | NotAllowed:
    """Give the orders that are called so; two sources may call two orders alike."""
    if not person.may(Permission.SEE_CASH_BOOK):
        return NotAllowed()
    return orders_called(books, number)


def orders_called(books: Books, number: str) -> tuple[OrderSeen, ...]:
    """Give the orders that people or their sources call so, with all that came of them."""
    found = books.documents.of_number(number)
    orders = [each for each in found if each.document.kind is DocumentKind.ORDER]
    return tuple(_seen(books, each) for each in orders)


def keys_called(books: Books, number: str) -> list[str]:
    """Give the payments, payouts and the like that their source calls so."""
    return [each.document.key for each in books.documents.of_number(number)]


def _seen(books: Books, order: KeptDocument) -> OrderSeen:
    names = {order.document.external_id, order.document.number or order.document.external_id}
    naming = books.documents.naming(ReferenceKind.ORDER, names)
    # A CRM's order refers to itself by its other names, and to one it was copied from.
    others = tuple(each for each in naming if each.document.kind is not DocumentKind.ORDER)
    keys = [order.document.key, *(each.document.key for each in others)]
    told = [one for each in books.journal.of_origins(DOCUMENT, keys).values() for one in each]
    told += books.journal.of_origin(CLEARED, order.document.key)
    told += [one for name in sorted(names) for one in books.journal.of_order(name)]
    standing = {each.number: each for each in told if each.is_standing}
    return OrderSeen(order, others, tuple(standing[each] for each in sorted(standing)))
