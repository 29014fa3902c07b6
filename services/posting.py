"""Put cash operations into the books: the one way from a draft to an entry."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from ledger.advances import with_other_leg
from ledger.cash import CashOperation
from ledger.journal import JournalEntry, Origin, PostedEntry, reversal_of
from ledger.money import Money
from ledger.periods import BookingDay
from parsing.reading import CashDraft
from services.approvals.approvals import Approval
from services.cash_types import CashRecorded, TypedCash
from services.messages import Cause
from services.ports import Books
from services.shop import Shop


class ShopNotSetUpError(RuntimeError):
    """A use case needs the shop, and set-up was never begun."""

    def __init__(self) -> None:
        super().__init__("the shop is not set up yet")


class IncompleteDraftError(ValueError):
    """A draft was to be posted with something still missing."""

    def __init__(self, draft: CashDraft) -> None:
        self.draft = draft
        super().__init__(f"this draft is not complete: {draft}")


def is_set_up(books: Books) -> bool:
    """Say whether the shop is set up, so that there is a chart to post to."""
    shop = books.shop.get()
    return shop is not None and shop.is_ready


def shop_of(books: Books) -> Shop:
    """Give the shop.

    Raises:
        ShopNotSetUpError: there is none yet.
    """
    shop = books.shop.get()
    if shop is None:
        raise ShopNotSetUpError
    return shop


def origin_of(typed: TypedCash, place: int) -> str:
    """Name one operation of a message: the first by the message alone, others by their place."""
    message = f"{typed.chat_id}/{typed.message_id}"
    return message if place == 0 else f"{message}#{place + 1}"


def filed_in(books: Books, typed: TypedCash) -> tuple[PostedEntry, ...]:
    """Give the entries of a message that stand now, in the order of its operations."""
    told = books.journal.of_message(typed.chat_id, typed.message_id)
    live = [each for each in told if each.is_standing]
    return tuple(sorted(live, key=lambda each: place_of(each.entry.origin)))


def place_of(origin: Origin) -> int:
    """Give the place of an operation among those of its message, from nought."""
    place = origin.external_id.partition("#")[2]
    return int(place) - 1 if place else 0


def cash_entry(
    typed: TypedCash,
    draft: CashDraft,
    *,
    till: str,
    origin: Origin,
    day: BookingDay,
    replaces: int | None = None,
) -> JournalEntry:
    """Make a complete draft into a journal entry on a till.

    Raises:
        IncompleteDraftError: something is missing.
        CashRuleError: the category cannot go that way.
    """
    if draft.amount is None or draft.direction is None or draft.category is None:
        raise IncompleteDraftError(draft)
    operation = CashOperation(draft.direction, draft.amount, draft.category)
    return JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=typed.told_at,
        narration=typed.text,
        postings=with_other_leg(operation.postings(till), till, draft.against),
        origin=origin,
        category=draft.category.value,
        counterparty=draft.counterparty,
        order_reference=draft.order_reference,
        replaces=replaces,
    )


def recorded(
    books: Books,
    posted: Sequence[PostedEntry],
    till: str,
    *,
    remembered: Iterable[str] = (),
    waits: tuple[Approval, ...] = (),
) -> CashRecorded:
    """Tell what was filed, with the till's balance in each currency it touched.

    Args:
        books: the open books.
        posted: the entries.
        till: the till they moved.
        remembered: the words of the shop's memory that decided about them.
        waits: payouts that are held back beside them.
    """
    words = tuple(dict.fromkeys(remembered))
    return CashRecorded(tuple(posted), till, balances_after(books, posted, till), words, waits)


def words_behind(drafts: Iterable[CashDraft]) -> Iterator[str]:
    """Give the words of the shop's memory that decided about drafts."""
    return (word for draft in drafts for word in draft.remembered)


def balances_after(books: Books, posted: Sequence[PostedEntry], till: str) -> tuple[Money, ...]:
    """Give a till's balance in each currency that entries touched."""
    currencies = dict.fromkeys(
        leg.amount.currency for each in posted for leg in each.entry.postings
    )
    return tuple(books.balances.of(till, currency) for currency in currencies)


def till_in(posted: PostedEntry) -> str | None:
    """Give the till that an entry moved, if it moved one."""
    return next(
        (leg.account for leg in posted.entry.postings if leg.account.startswith("till.")), None
    )


def take_back(
    books: Books, posted: PostedEntry, cause: Cause, *, booked_on: dt.date
) -> PostedEntry:
    """Reverse an entry on a day that is open."""
    reversal = reversal_of(
        posted,
        booked_on=booked_on,
        occurred_at=cause.at,
        origin=Origin("reversal", str(posted.number)),
        narration=posted.entry.narration,
    )
    return books.journal.add([reversal], cause)[0]
