"""Lead every refund to the sale it pays back; where that is not clear, have it asked first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.cash import CashCategory, CashDirection
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.reading import CashDraft
from services.advances.advance_ports import EntryLink
from services.cash.match_sale import ORDER, Candidate, Refund, candidates_of, clear_one
from services.messages import Cause
from services.ports import Books

REACH = dt.timedelta(days=60)
"""How old a sale may be that is looked for."""
TOLD = "told"
"""The evidence of a link that a person chose."""


@dataclass(frozen=True, slots=True)
class SaleAnswer:
    """Which sale was paid back; None is one that is not in the books."""

    number: int | None


@dataclass(frozen=True, slots=True)
class AmountWrongAnswer:
    """The amount that was read is not the one."""


def sale_missing(books: Books, known: CashDraft, answer: object, cause: Cause) -> bool:
    """Tell whether a refund that lacks nothing else must be asked for its sale."""
    if known.category is not CashCategory.CUSTOMER_REFUND:
        return False
    if isinstance(answer, SaleAnswer):
        return answer.number is not None and books.links.sale(answer.number) is None
    return must_ask(books, known, cause.at.date())


def candidates_for(books: Books, known: CashDraft, day: dt.date) -> tuple[Candidate, ...]:
    """Give the sales that a refund may be of, the likeliest first."""
    if known.amount is None:
        return ()
    refund = Refund(known.amount, known.counterparty, known.order_reference)
    sales = books.links.sales_since((known.booked_on or day) - REACH, known.amount.currency)
    return candidates_of(refund, sales)


def link_refunds(
    books: Books, posted: Sequence[PostedEntry], cause: Cause, answer: object = None
) -> None:
    """Link the refunds among new entries: as was answered, as they were before, or as is clear."""
    for each in posted:
        if each.entry.category != CashCategory.CUSTOMER_REFUND or each.entry.reverses:
            continue
        link = _answered(each, answer) or _before(books, each) or _found(books, each)
        if link is None:
            continue
        books.links.add(link)
        change = {"sale": link.other_number, "evidence": link.evidence}
        books.audit.record(
            cause, what="link_refund", subject=f"entry:{each.number}", change=change
        )


def must_ask(books: Books, known: CashDraft, day: dt.date) -> bool:
    """Tell whether no sale is clear, and the shop wants to be asked about such an amount.

    More than is left of a sale with the same order is asked, however small it is.
    """
    found = candidates_for(books, known, day)
    if clear_one(found) is not None:
        return False
    is_over = any(each.evidence == ORDER and not each.is_enough for each in found)
    return is_over or not _is_let_pass(books, known.amount)


def _is_let_pass(books: Books, amount: Money | None) -> bool:
    shop = books.shop.get()
    if amount is None or shop is None or amount.currency != shop.base_currency:
        return False
    ask_from = books.links.ask_from()
    return ask_from is not None and amount.minor < ask_from


def _answered(posted: PostedEntry, answer: object) -> EntryLink | None:
    if not isinstance(answer, SaleAnswer):
        return None
    return EntryLink(posted.number, answer.number, TOLD)


def _before(books: Books, posted: PostedEntry) -> EntryLink | None:
    """Give the link of the telling that an entry takes the place of."""
    before = posted.entry.replaces
    link = None if before is None else books.links.of(before)
    return None if link is None else replace(link, entry_number=posted.number)


def _found(books: Books, posted: PostedEntry) -> EntryLink | None:
    entry = posted.entry
    amount = next(leg.amount for leg in entry.postings if leg.account.startswith("till."))
    known = CashDraft(
        abs(amount),
        CashDirection.OUT,
        CashCategory.CUSTOMER_REFUND,
        entry.belongs_on or entry.booked_on,
        entry.counterparty,
        entry.order_reference,
    )
    clear = clear_one(candidates_for(books, known, entry.booked_on))
    return None if clear is None else EntryLink(posted.number, clear.sale.number, clear.evidence)
