"""File what a person typed about cash, or keep it as a draft and ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.journal import Origin
from parsing.reading import CashDraft, Unclear, Understood
from services.cash_types import CashAsked, CashRecorded, TypedCash
from services.drafts import Draft, DraftState
from services.learn import keep_amounts
from services.messages import TELEGRAM, Cause
from services.ports import Books
from services.posting import cash_entry, origin_of, recorded, shop_of, words_behind
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
    posted = books.journal.add(entries, cause)
    keep_amounts(books, drafts, cause)
    return recorded(books, posted, till, remembered=words_behind(drafts))


@dataclass(frozen=True, slots=True)
class TooMuchAtOnce:
    """Money is in it, more than one doubt: it is to be typed more simply."""


def ask_about(
    books: Books, typed: TypedCash, doubtful: Unclear | Understood, cause: Cause
) -> CashAsked | TooMuchAtOnce:
    """Keep a doubtful message as a draft.

    What is missing is asked first; a draft that lacks nothing only waits for a yes, or to be put
    right. Several operations with a doubt among them are too much for one question.
    """
    missing = doubtful.missing if isinstance(doubtful, Unclear) else ()
    if isinstance(doubtful, Understood) and len(doubtful.drafts) != 1:
        return TooMuchAtOnce()
    first = doubtful.drafts[0] if doubtful.drafts else CashDraft(None, None, None, None)
    draft = Draft(
        id=0,
        revision=1,
        chat_id=typed.chat_id,
        person_id=typed.person.id,
        message_id=typed.message_id,
        raw_record_id=cause.raw_record_id,
        text=typed.text,
        known=first,
        missing=missing,
        state=DraftState.OPEN,
    )
    return CashAsked(books.drafts.add(draft))
