"""What a card says of an entry beside its amount: whose debt it is, which sale it pays back."""

from collections.abc import Iterator, Sequence

from handlers.callbacks import AdvanceCallback
from ledger.advances import ADVANCES, PURCHASES, is_of_advances
from ledger.cash import CashCategory
from ledger.journal import PostedEntry
from locales.words import Words
from services.advances.advances import Holder, holder_of, shown_name
from services.advances.turn_advance import ORDINARY
from services.cash.list_refunds import RefundSeen, refund_seen
from services.messages import Button
from services.ports import Books
from services.posting import till_in


def entry_notes(
    books: Books,
    words: Words,
    posted: Sequence[PostedEntry],
    before: Sequence[PostedEntry] = (),
) -> list[str]:
    """Tell what entries mean for advances and sales; an ordinary entry costs no look.

    Args:
        books: the open books.
        words: the words of whoever reads.
        posted: the entries that a card shows.
        before: those that they took the place of, or that were taken back.
    """
    return [*_advance_lines(books, words, posted, before), *_refund_lines(books, words, posted)]


def advance_buttons(words: Words, posted: PostedEntry) -> tuple[tuple[Button, ...], ...]:
    """Give the way to make an entry money to account for, or to make it an ordinary one."""
    entry = posted.entry
    if is_of_advances(entry):
        return (
            (
                _button(words.plain("button-advance-show"), "show", posted.number),
                _button(words.plain("button-advance-ordinary"), "turn", posted.number, ORDINARY),
            ),
        )
    is_bought = entry.category in {each.value for each in PURCHASES}
    if not is_bought or not entry.counterparty or not _is_out(posted):
        return ()
    label = words.plain("button-advance-turn")
    return ((_button(label, "turn", posted.number, ADVANCES),),)


def standing_line(books: Books, words: Words, holder: Holder) -> str:
    """Tell what somebody holds now, in each currency."""
    name = shown_name(books, holder)
    if not holder.balances:
        return words("advance-even", name=name)
    return "\n".join(
        words("advance-holds" if each.minor > 0 else "advance-owed", name=name, amount=abs(each))
        for each in holder.balances
    )


def sale_line(words: Words, seen: RefundSeen) -> str:
    """Tell which sale a refund pays back."""
    number = str(seen.sale_number)
    if seen.sale_number is None:
        return words("refund-no-sale")
    if seen.sale is None:
        return words("refund-broken", number=number)
    why = words.plain(f"refund-because-{seen.evidence}")
    return words("refund-for", number=str(seen.sale.number), day=seen.sale.booked_on, why=why)


def mark_lines(words: Words, seen: RefundSeen) -> Iterator[str]:
    """Tell what somebody should look at."""
    if seen.over is not None:
        yield words("refund-over", amount=seen.over)
    if seen.is_own:
        yield words("refund-own")


def _advance_lines(
    books: Books, words: Words, posted: Sequence[PostedEntry], before: Sequence[PostedEntry]
) -> Iterator[str]:
    of_advances = [each for each in (*posted, *before) if is_of_advances(each.entry)]
    shown = set()
    for each in of_advances:
        holder = holder_of(books, each.number)
        if holder is None or holder.number in shown:
            continue
        shown.add(holder.number)
        is_back = each in posted and not _is_out(each)
        if is_back:
            yield words("advance-back", name=shown_name(books, holder))
        yield standing_line(books, words, holder)


def _refund_lines(books: Books, words: Words, posted: Sequence[PostedEntry]) -> Iterator[str]:
    for each in posted:
        if each.entry.category == CashCategory.CUSTOMER_REFUND and till_in(each) is not None:
            seen = refund_seen(books, each)
            yield sale_line(words, seen)
            yield from mark_lines(words, seen)


def _is_out(posted: PostedEntry) -> bool:
    till = till_in(posted)
    return any(leg.account == till and leg.amount.minor < 0 for leg in posted.entry.postings)


def _button(label: str, action: str, number: int, value: str = "-") -> Button:
    data = AdvanceCallback(action=action, number=number, seen=0, value=value or "-")
    return Button(label, data=data.pack())
