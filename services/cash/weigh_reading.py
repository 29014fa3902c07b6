"""Lay over a reading what the books know: whose advance comes back, which sale is refunded."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.advances import ADVANCES, is_of_advances
from ledger.cash import CashCategory, CashDirection
from ledger.journal import PostedEntry
from parsing.advances import reading_of
from parsing.reading import CashDraft, Missing, Reading, Unclear, Understood
from services.advances.told_of_advance import Read, as_change_back
from services.cash.link_refunds import must_ask
from services.cash.name_till import at_named_till
from services.cash.told_arrival import as_arrival
from services.cash_types import TypedCash
from services.ports import Books


def weigh_reading(books: Books, typed: TypedCash, reading: Read) -> Read | Understood | Unclear:
    """Lay over a reading what the books know: whose advance comes back, which sale is refunded."""
    weighed = as_change_back(books, typed.text, reading)
    if not isinstance(weighed, Understood | Unclear):
        return weighed
    weighed = as_arrival(books, typed, weighed)
    if isinstance(weighed, Understood):
        weighed = Understood(tuple(at_named_till(books, typed, each) for each in weighed.drafts))
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


def _doubted(books: Books, draft: CashDraft, day: dt.date) -> CashDraft:
    is_whole = draft.is_confident and not draft.missing
    is_refund = draft.category is CashCategory.CUSTOMER_REFUND
    if not is_whole or not is_refund or not must_ask(books, draft, day):
        return draft
    return replace(draft, doubts=(Missing.SALE,))
