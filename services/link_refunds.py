"""Lead every refund to the sale it pays back; where that is not clear, have it asked first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.advances import ADVANCES, is_of_advances
from ledger.cash import CashCategory, CashDirection
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.advances import reading_of
from parsing.reading import CashDraft, Missing, Reading, Unclear, Understood
from services.advance_ports import EntryLink
from services.cash_types import TypedCash
from services.match_sale import ORDER, Candidate, Refund, candidates_of, clear_one
from services.messages import Cause
from services.ports import Books
from services.told_of_advance import Read, as_change_back

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


def weigh_reading(books: Books, typed: TypedCash, reading: Read) -> Read | Understood | Unclear:
    """Lay over a reading what the books know: whose advance comes back, which sale is refunded."""
    weighed = as_change_back(books, typed.text, reading)
    if not isinstance(weighed, Understood | Unclear):
        return weighed
    if not any(each.category is CashCategory.CUSTOMER_REFUND for each in weighed.drafts):
        return weighed
    if books.journal.of_message(typed.chat_id, typed.message_id):
        return weighed
    drafts = [_doubted(books, each, typed.told_at.date()) for each in weighed.drafts]
    return weighed if tuple(drafts) == weighed.drafts else reading_of(drafts)


def weigh_edit(
    books: Books, typed: TypedCash, reading: Reading, live: Sequence[PostedEntry]
) -> Reading:
    """Weigh what an edited message says now; what was money to account for stays it."""
    weighed = weigh_reading(books, typed, reading)
    if not isinstance(weighed, Understood | Unclear) or len(weighed.drafts) != len(live):
        return weighed
    drafts = [
        replace(draft, against=ADVANCES) if _stays_advance(draft, was) else draft
        for draft, was in zip(weighed.drafts, live, strict=True)
    ]
    return weighed if tuple(drafts) == weighed.drafts else reading_of(drafts)


def _stays_advance(draft: CashDraft, was: PostedEntry) -> bool:
    till = next((leg for leg in was.entry.postings if leg.account != ADVANCES), None)
    way = CashDirection.IN if till is None or till.amount.minor > 0 else CashDirection.OUT
    return is_of_advances(was.entry) and draft.direction is way


def sale_missing(books: Books, known: CashDraft, answer: object, cause: Cause) -> bool:
    """Tell whether a refund that lacks nothing else must be asked for its sale."""
    if known.category is not CashCategory.CUSTOMER_REFUND:
        return False
    if isinstance(answer, SaleAnswer):
        return answer.number is not None and books.links.sale(answer.number) is None
    return _must_ask(books, known, cause.at.date())


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


def _doubted(books: Books, draft: CashDraft, day: dt.date) -> CashDraft:
    is_whole = draft.is_confident and not draft.missing
    is_refund = draft.category is CashCategory.CUSTOMER_REFUND
    if not is_whole or not is_refund or not _must_ask(books, draft, day):
        return draft
    return replace(draft, doubts=(Missing.SALE,))


def _must_ask(books: Books, known: CashDraft, day: dt.date) -> bool:
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
