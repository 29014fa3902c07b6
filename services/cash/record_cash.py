"""File what a person typed about cash, or keep it as a draft and ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.journal import Origin
from parsing.reading import CashDraft, Missing, Unclear, Understood
from services.approvals.hold_payout import Intended, hold_payouts
from services.cash.drafts import Draft, DraftState
from services.cash.learn import keep_amounts
from services.cash.link_refunds import link_refunds
from services.cash_types import CashAsked, CashRecorded, TypedCash
from services.messages import TELEGRAM, Cause
from services.ports import Books
from services.posting import cash_entry, filed_in, origin_of, recorded, shop_of, words_behind
from services.tills.follow_transfers import follow_transfers
from services.tills.till import till_of

QUESTIONS_MAX = 3
"""Of more doubtful operations than this a message is asked to be typed more simply."""


def record_cash(
    books: Books,
    typed: TypedCash,
    drafts: Sequence[CashDraft],
    cause: Cause,
    *,
    places: Sequence[int] | None = None,
) -> CashRecorded:
    """Post complete drafts on the person's till; the places are theirs among all of the message.

    A day that is closed is not refused: the entry lands today and points to where it belongs.
    A message that is filed already is told again and not filed twice. A payout above the person's
    limit is not filed: it waits for somebody else's approval.
    """
    places = range(len(drafts)) if places is None else places
    already = books.journal.of_origin(TELEGRAM, origin_of(typed, places[0]))
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
        for place, draft in zip(places, drafts, strict=True)
    ]
    intended = [Intended(*each, till) for each in zip(drafts, entries, strict=True)]
    held = hold_payouts(books, typed, intended, cause)
    if held.waits and (already := filed_in(books, typed)):
        return recorded(books, already, till, waits=held.waits)
    filed = held.free(drafts)
    posted = books.journal.add(held.free(entries), cause)
    follow_transfers(books, (), posted, typed.person, cause)
    link_refunds(books, posted, cause)
    keep_amounts(books, filed, cause)
    return recorded(books, posted, till, remembered=words_behind(filed), waits=held.waits)


@dataclass(frozen=True, slots=True)
class TooMuchAtOnce:
    """Money is in it, more than a few questions could settle: it is to be typed more simply."""


@dataclass(frozen=True, slots=True)
class CashFiledInPart:
    """Of several operations the clear ones are filed, the others asked about one by one."""

    recorded: CashRecorded | None
    asked: tuple[CashAsked, ...]


def ask_about(
    books: Books, typed: TypedCash, doubtful: Unclear | Understood, cause: Cause
) -> CashAsked | CashFiledInPart | TooMuchAtOnce:
    """Keep a doubtful message as a draft, or what is doubtful of it as drafts.

    What is missing is asked first; a draft that lacks nothing only waits for a yes, or to be put
    right. Where an amount is in doubt, so is how the message was divided: nothing is filed then.
    """
    drafts = doubtful.drafts
    if len(drafts) > 1:
        return _file_in_part(books, typed, drafts, cause)
    missing = doubtful.missing if isinstance(doubtful, Unclear) else ()
    known = drafts[0] if drafts else CashDraft(None, None, None, None)
    return CashAsked(_kept(books, typed, known, missing, cause))


def _file_in_part(
    books: Books, typed: TypedCash, drafts: Sequence[CashDraft], cause: Cause
) -> CashFiledInPart | TooMuchAtOnce:
    clear = [place for place, each in enumerate(drafts) if each.is_confident and not each.missing]
    open_ = [place for place in range(len(drafts)) if place not in clear]
    in_doubt = {doubt for each in drafts for doubt in (*each.doubts, *each.missing)}
    if Missing.AMOUNT in in_doubt or len(open_) > QUESTIONS_MAX:
        return TooMuchAtOnce()
    recorded_ = None
    if clear:
        sure = [drafts[place] for place in clear]
        recorded_ = record_cash(books, typed, sure, cause, places=clear)
    asked = [
        _kept(books, typed, drafts[place], drafts[place].missing, cause, place) for place in open_
    ]
    return CashFiledInPart(recorded_, tuple(CashAsked(each) for each in asked))


def _kept(
    books: Books,
    typed: TypedCash,
    known: CashDraft,
    missing: tuple[Missing, ...],
    cause: Cause,
    place: int | None = None,
) -> Draft:
    """Keep a draft; a day that is not asked for is the one it was told on."""
    if known.booked_on is None and Missing.DATE not in missing:
        known = replace(known, booked_on=shop_of(books).day_of(typed.told_at))
    return books.drafts.add(
        Draft(
            id=0,
            revision=1,
            chat_id=typed.chat_id,
            person_id=typed.person.id,
            message_id=typed.message_id,
            raw_record_id=cause.raw_record_id,
            text=typed.text,
            known=known,
            missing=missing,
            state=DraftState.OPEN,
            asked_at=cause.at,
            place=place,
        )
    )
