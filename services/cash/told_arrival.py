"""Take cash that came without a word of what for as what is on its way to that till."""

from dataclasses import replace

from ledger.cash import CashCategory, CashDirection
from parsing.advances import reading_of
from parsing.memory.same_name import is_same_name
from parsing.reading import Missing, Unclear, Understood
from services.cash_types import TypedCash
from services.ports import Books
from services.tills.till import till_of
from services.tills.transfers import Transfer


def as_arrival(
    books: Books, typed: TypedCash, reading: Understood | Unclear
) -> Understood | Unclear:
    """Take "got 5000" for the arrival of the only 5,000 that somebody sent to this till.

    Only what says nothing of its purpose is taken so. A smaller sum may be a part of the only
    transfer: that is read back.
    """
    if not isinstance(reading, Unclear) or reading.missing != (Missing.CATEGORY,):
        return reading
    if len(reading.drafts) != 1 or reading.drafts[0].direction is not CashDirection.IN:
        return reading
    (told,) = reading.drafts
    coming = books.transfers.on_the_way()
    if not coming or told.amount is None:
        return reading
    till, amount = till_of(books, typed.person), told.amount
    here = [
        each
        for each in coming
        if each.to_till == till and _can_be_from(books, each, told.counterparty)
    ]
    same = [each for each in here if each.amount == amount]
    arrived = replace(told, category=CashCategory.DESK_TRANSFER, counterparty=None)
    if len(same) == 1:
        return reading_of([arrived])
    if len(here) != 1 or here[0].amount.currency != amount.currency or here[0].amount < amount:
        return reading
    return reading_of([replace(arrived, doubts=(*told.doubts, Missing.CATEGORY))])


def _can_be_from(books: Books, transfer: Transfer, name: str | None) -> bool:
    sender = books.people.find(transfer.sent_by)
    return name is None or (sender is not None and is_same_name(sender.name, name))
