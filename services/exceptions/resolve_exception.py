"""What a person does about an exception; each act is kept with who did it, when and why."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from ledger.document_rules import CLEARING, PREPAYMENTS, RECEIVABLES
from ledger.journal import Posting
from ledger.money import Money
from reconciliation.findings import Cause as Likely
from reconciliation.findings import Kind
from services.approvals.approvals import Approval
from services.cash_types import NotAllowed, StaleAnswer
from services.documents.post_documents import posting_begun
from services.documents.post_standing import Wanted, post_standing
from services.exceptions.exception_kinds import CASH_NOT_ENTERED
from services.exceptions.exception_ports import (
    ExceptionEvent,
    ExceptionItem,
    ExceptionState,
    Happened,
)
from services.exceptions.inquiry_ports import InquiryState
from services.filing.write_off_line import write_line_off
from services.matching.decide_link import LinkDecided, confirm_link, kind_of, refuse_link
from services.matching.post_links import OPENING, id_of_line
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of

WRITE_OFF = "write_off"
"""The source of entries that write a difference off; the external id is the exception's."""
WRITE_OFFS = "expense.write_offs"
_SHORT = {
    Kind.ORDER_UNPAID.value: (WRITE_OFFS, RECEIVABLES),
    Kind.ORDER_OVERPAID.value: (PREPAYMENTS, WRITE_OFFS),
    CASH_NOT_ENTERED: (WRITE_OFFS, RECEIVABLES),
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """An exception as it stands after somebody did something about it."""

    item: ExceptionItem
    waits: tuple[Approval, ...] = ()
    """Payouts of it that are not filed until somebody else approves them."""


@dataclass(frozen=True, slots=True)
class AboveLimit:
    """It is more than the person's role may write off."""

    limit: Money


def explain_exception(
    books: Books, item_id: int, text: str, person: Person, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer:
    """Say why it is so: it is asked about no more, unless it changes."""
    item = standing_for(books, item_id, person)
    if not isinstance(item, ExceptionItem):
        return item
    told = replace(item, state=ExceptionState.EXPLAINED, snoozed_until=None)
    return Resolved(books.exceptions.change(told, _event(Happened.EXPLAINED, person, cause, text)))


def snooze_exception(
    books: Books, item_id: int, until: dt.date, person: Person, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer:
    """Put it off until a day."""
    item = standing_for(books, item_id, person)
    if not isinstance(item, ExceptionItem):
        return item
    late = replace(item, state=ExceptionState.SNOOZED, snoozed_until=until)
    event = _event(Happened.SNOOZED, person, cause, until.isoformat())
    return Resolved(books.exceptions.change(late, event))


def assign_exception(
    books: Books, item_id: int, to_id: int, person: Person, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer:
    """Give it to somebody, who must see to it."""
    item = standing_for(books, item_id, person)
    if not isinstance(item, ExceptionItem):
        return item
    to = books.people.find(to_id)
    if to is None or not to.is_active:
        return StaleAnswer()
    event = _event(Happened.ASSIGNED, person, cause, to.name)
    return Resolved(books.exceptions.change(replace(item, assignee_id=to.id), event))


def link_exception(
    books: Books, item_id: int, candidate: str, person: Person, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer:
    """Link what it is about to a record, which settles it; what is wrong still, opens anew."""
    item = standing_for(books, item_id, person)
    if not isinstance(item, ExceptionItem):
        return item
    pair = pair_of(item.about, candidate)
    done = None if pair is None else confirm_link(books, *pair, person, cause)
    if not isinstance(done, LinkDecided):
        return done or StaleAnswer()
    event = _event(Happened.LINKED, person, cause, candidate)
    return Resolved(close_exception(books, item, event))


def close_exception(books: Books, item: ExceptionItem, event: ExceptionEvent) -> ExceptionItem:
    """Close one; whoever was asked about it need not answer any more."""
    closed = replace(item, state=ExceptionState.CLOSED, snoozed_until=None, closed_at=event.at)
    for each in books.inquiries.of_items([item.id]):
        if each.state is InquiryState.WAITING:
            books.inquiries.change(replace(each, state=InquiryState.GONE))
    return books.exceptions.change(closed, event)


def settle_split(
    books: Books, item_id: int, orders: Collection[str], person: Person, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer:
    """Close what splitting its money over orders has settled; what is wrong still, opens anew."""
    item = standing_for(books, item_id, person)
    if not isinstance(item, ExceptionItem):
        return item
    event = _event(Happened.LINKED, person, cause, ", ".join(orders))
    return Resolved(close_exception(books, item, event))


def unlink_exception(
    books: Books, item_id: int, record: str, person: Person, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer:
    """Say that a record is not of what it is about; matching never links them again."""
    item = standing_for(books, item_id, person)
    if not isinstance(item, ExceptionItem):
        return item
    links = books.matches.of_records([item.about])
    link = next((each for each in links if record in {each.left, each.right}), None)
    done = None if link is None else refuse_link(books, link.id, person, cause)
    if not isinstance(done, LinkDecided):
        return done or StaleAnswer()
    event = _event(Happened.REFUSED, person, cause, record)
    return Resolved(books.exceptions.change(item, event))


def write_off(
    books: Books, item_id: int, person: Person, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer | AboveLimit:
    """Write the difference off, within what the person's role may pay out by itself."""
    item = standing_for(books, item_id, person)
    if not isinstance(item, ExceptionItem):
        return item
    if not may_write_off(item):
        return StaleAnswer()
    limit = books.limits.of(person.role, item.amount.currency)
    if limit is not None and limit.per_payout is not None and limit.per_payout < item.amount:
        return AboveLimit(limit.per_payout)
    event = _event(Happened.WRITTEN_OFF, person, cause, str(item.amount))
    if is_unmatched_line(item):
        is_done = write_line_off(books, id_of_line(item.about), WRITE_OFFS, person, cause)
        return Resolved(close_exception(books, item, event)) if is_done else StaleAnswer()
    return _written_off(books, item, event, cause)


def _written_off(
    books: Books, item: ExceptionItem, event: ExceptionEvent, cause: Cause
) -> Resolved | StaleAnswer:
    accounts = accounts_of(item)
    if accounts is None or not _is_of_the_books(books, item):
        return StaleAnswer()
    debit, credit = (_of_its_time(books, item, each) for each in accounts)
    wanted = Wanted(
        postings=(Posting(debit, item.amount), Posting(credit, -item.amount)),
        day=shop_of(books).day_of(cause.at),
        at=cause.at,
        narration=item.about.partition(":")[2],
    )
    post_standing(books, WRITE_OFF, {str(item.id): wanted}, cause)
    told = replace(item, state=ExceptionState.EXPLAINED, snoozed_until=None)
    return Resolved(books.exceptions.change(told, event))


def _is_of_the_books(books: Books, item: ExceptionItem) -> bool:
    """Tell whether a payment was posted; from before the books there is nothing to write off."""
    if item.kind != Kind.PAYMENT_WITHOUT_ORDER:
        return True
    found = books.documents.of_keys([item.about])
    return bool(found) and posting_begun(books)(found[0].document)


def _of_its_time(books: Books, item: ExceptionItem, account: str) -> str:
    """Give the account; what an order from before the books owes is in the opening balances."""
    found = books.documents.of_keys([item.about]) if account == RECEIVABLES else ()
    is_before = bool(found) and not posting_begun(books)(found[0].document)
    return OPENING if is_before else account


def take_back_write_off(books: Books, item: ExceptionItem, cause: Cause) -> None:
    """Take a write-off back: what was missing has come, or is another amount now."""
    post_standing(books, WRITE_OFF, {str(item.id): None}, cause)


def may_write_off(item: ExceptionItem) -> bool:
    """Tell whether there is anything to write off."""
    return is_unmatched_line(item) or accounts_of(item) is not None


def is_unmatched_line(item: ExceptionItem) -> bool:
    """Tell whether it is about a bank line that belongs to no order: it waits in suspense."""
    return item.kind == Kind.PAYMENT_WITHOUT_ORDER and item.about.startswith("bank:")


def accounts_of(item: ExceptionItem) -> tuple[str, str] | None:
    """Give what a write-off debits and credits; None where there is nothing to write off."""
    if not item.amount:
        return None
    if item.kind == Kind.AMOUNT_MISMATCH and item.about.startswith("order:"):
        return WRITE_OFFS, RECEIVABLES
    if item.kind == Kind.SETTLEMENT_SHORT and item.cause == Likely.BANK_GOT_LESS:
        return WRITE_OFFS, CLEARING
    if item.kind == Kind.SETTLEMENT_SHORT and item.cause == Likely.BANK_GOT_MORE:
        return CLEARING, WRITE_OFFS
    if item.kind == Kind.PAYMENT_WITHOUT_ORDER and item.about.startswith("payment:"):
        return PREPAYMENTS, WRITE_OFFS
    return _SHORT.get(item.kind)


def pair_of(one: str, other: str) -> tuple[str, str] | None:
    """Put two records in the order in which a link names them; None when none joins such two."""
    if kind_of(one, other) is not None:
        return one, other
    return (other, one) if kind_of(other, one) is not None else None


def standing_for(
    books: Books, item_id: int, person: Person
) -> ExceptionItem | NotAllowed | StaleAnswer:
    """Give an exception that a person may settle and that isn't settled, held."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    books.documents.hold()
    item = books.exceptions.find(item_id)
    if item is None or item.state is ExceptionState.CLOSED:
        return StaleAnswer()
    return item


def _event(what: Happened, person: Person, cause: Cause, note: str | None) -> ExceptionEvent:
    return ExceptionEvent(what, person.actor, cause.at, note)
