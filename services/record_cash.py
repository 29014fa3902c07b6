"""File what a person typed about cash, or keep it as a draft and ask."""

from collections.abc import Sequence

from ledger.journal import Origin
from parsing.reading import CashDraft, Unclear
from services.cash_types import CashAsked, CashRecorded, TypedCash
from services.drafts import Draft, DraftState
from services.messages import Cause
from services.ports import Books
from services.posting import TELEGRAM, cash_entry, origin_of, recorded, shop_of
from services.till import till_of


def record_cash(
    books: Books, typed: TypedCash, drafts: Sequence[CashDraft], cause: Cause
) -> CashRecorded:
    """Post complete drafts on the person's till.

    A day that is closed is not refused: the entry lands today and points to where it belongs.
    A message that is filed already is told again and not filed twice.
    """
    already = books.journal.of_origin(TELEGRAM, origin_of(typed, 0))
    till = till_of(books, typed.person)
    if already:
        return recorded(books, already[-1:], till)
    today = shop_of(books).day_of(typed.told_at)
    days = books.periods.open_books()
    entries = [
        cash_entry(
            typed,
            draft,
            till=till,
            origin=Origin(TELEGRAM, origin_of(typed, place)),
            day=days.booking_day(draft.booked_on or today, shop_of(books).day_of(cause.at)),
        )
        for place, draft in enumerate(drafts)
    ]
    return recorded(books, books.journal.add(entries, cause), till)


def ask_about(books: Books, typed: TypedCash, unclear: Unclear, cause: Cause) -> CashAsked:
    """Keep a doubtful message as a draft; the answer to its first missing word comes later."""
    first = unclear.drafts[0] if unclear.drafts else CashDraft(None, None, None, None)
    draft = Draft(
        id=0,
        revision=1,
        chat_id=typed.chat_id,
        person_id=typed.person.id,
        message_id=typed.message_id,
        raw_record_id=cause.raw_record_id,
        text=typed.text,
        known=first,
        missing=unclear.missing,
        state=DraftState.OPEN,
    )
    return CashAsked(books.drafts.add(draft))
