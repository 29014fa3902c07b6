"""See refunds with the sales they pay back, and what a director should look at."""

import datetime as dt
from dataclasses import dataclass

from ledger.journal import PostedEntry
from ledger.money import Money
from services.advances.advance_ports import Sale
from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

LISTED = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class RefundSeen:
    """A refund with what it refers to."""

    posted: PostedEntry
    amount: Money
    """Above zero."""
    sale: Sale | None
    """As it stands now."""
    sale_number: int | None
    """The sale as it was when it was linked."""
    evidence: str
    """Why this sale; empty without one."""
    is_own: bool
    """Who paid back had sold, too."""

    @property
    def is_broken(self) -> bool:
        """Tell whether its sale was taken back since."""
        return self.sale_number is not None and self.sale is None

    @property
    def over(self) -> Money | None:
        """Give by how much more than the sale was paid back in all, if it was."""
        is_over = self.sale is not None and self.sale.left.minor < 0
        return -self.sale.left if self.sale is not None and is_over else None


def refund_seen(books: Books, posted: PostedEntry) -> RefundSeen:
    """See one refund."""
    link = books.links.of(posted.number)
    number = None if link is None else link.other_number
    till = next(leg for leg in posted.entry.postings if leg.account.startswith("till."))
    return RefundSeen(
        posted=posted,
        amount=abs(till.amount),
        sale=None if number is None else books.links.sale(number),
        sale_number=number,
        evidence="" if link is None or number is None else link.evidence,
        is_own=number is not None and _teller(books, number) == _teller(books, posted.number),
    )


def list_refunds(
    books: Books, person: Person, shop: Shop, at: dt.datetime
) -> tuple[RefundSeen, ...] | NotAllowed:
    """Give the refunds of the last thirty days, the newest first."""
    if not person.may(Permission.SEE_DAY):
        return NotAllowed()
    found = (
        books.journal.find(number)
        for number in books.links.refunds_since(shop.day_of(at) - LISTED)
    )
    return tuple(refund_seen(books, each) for each in found if each is not None)


def set_ask_from(books: Books, person: Person, minor: int, cause: Cause) -> bool:
    """Ask for the sale of refunds from an amount on; say whether this person may decide it."""
    if not person.may(Permission.SET_UP):
        return False
    if books.links.ask_from() == minor:
        return True
    books.links.set_ask_from(minor)
    change = {"ask_from_minor": minor}
    books.audit.record(cause, what="ask_refunds_from", subject="shop", change=change)
    return True


def _teller(books: Books, number: int) -> str | None:
    """Give who told an operation first, whoever put it right later."""
    posted = books.journal.find(number)
    if posted is None:
        return None
    origin = posted.entry.origin
    return books.journal.of_origin(origin.source, origin.external_id)[0].decided_by
