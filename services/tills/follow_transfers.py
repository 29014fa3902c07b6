"""Keep transfers between tills in step with the entries that send and receive them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import CashCategory
from ledger.journal import JournalEntry, PostedEntry
from ledger.money import Money
from services.messages import Cause
from services.people import Person
from services.ports import Books
from services.posting import till_in
from services.tills.transfers import SETTLED, KeptByTransfer, Transfer, TransferState

EARLY = dt.timedelta(days=1)
"""So long before its sending an arrival may have been told."""


def kept_by_transfer(
    books: Books, posted: PostedEntry, instead: JournalEntry | None
) -> KeptByTransfer | None:
    """Say what forbids to take an entry back, or to book another one in its place.

    Money that was received cannot be unsent: its arrival is to be taken back first, which sends
    it on its way again. Neither leg of it can move another sum than the other one. The same goes
    for a part of it.
    """
    if not _is_transfer(posted.entry):
        return None
    books.transfers.hold()
    transfer = books.transfers.of_entry(posted.number)
    if transfer is None:
        return None
    is_sending = transfer.arrival_number != posted.number
    parts = books.transfers.of_sending(posted.number) if is_sending else (transfer,)
    settled = next((each for each in parts if each.state in SETTLED), None)
    if settled is None:
        return None
    is_free = not is_sending if instead is None else instead.postings == posted.entry.postings
    return None if is_free else KeptByTransfer(settled)


def follow_transfers(
    books: Books,
    before: Sequence[PostedEntry],
    now: Sequence[PostedEntry],
    person: Person,
    cause: Cause,
) -> None:
    """Have transfers follow their entries.

    Args:
        books: the open books.
        before: the entries that were taken back.
        now: those that were posted, be it in their place or anew.
        person: who told them.
        cause: who, because of which update, when.
    """
    gone = [each for each in before if _is_transfer(each.entry)]
    come = {each.number: each for each in now if _is_transfer(each.entry)}
    for posted in gone:
        transfer = books.transfers.of_entry(posted.number)
        if transfer is None or transfer.state is TransferState.WITHDRAWN:
            continue
        instead = next((each for each in come.values() if _retells(each, posted)), None)
        if instead is not None:
            come.pop(instead.number)
        _moved_on(books, transfer, posted, instead, person, cause)
    for posted in come.values():
        if _moved(posted).minor < 0:
            _sent(books, posted, person, cause)
        else:
            _arrived(books, posted, person, cause)


def _moved_on(
    books: Books,
    transfer: Transfer,
    posted: PostedEntry,
    instead: PostedEntry | None,
    person: Person,
    cause: Cause,
) -> None:
    """Follow one entry of a transfer that was taken back, or told anew the same way."""
    if transfer.arrival_number == posted.number:
        _arrival_moved_on(books, transfer, instead, person, cause)
    elif instead is None:
        for part in _standing(books, posted):
            _withdrawn(books, part, person, cause)
    elif abs(_moved(instead)) == abs(_moved(posted)):
        for part in _standing(books, posted):
            books.transfers.change(replace(part, entry_number=instead.number), cause)
    else:
        for part in _standing(books, posted):
            if part.id != transfer.id:
                _withdrawn(books, part, person, cause)
        told, amount = asked_anew(transfer), abs(_moved(instead))
        books.transfers.change(replace(told, entry_number=instead.number, amount=amount), cause)


def _arrival_moved_on(
    books: Books,
    transfer: Transfer,
    instead: PostedEntry | None,
    person: Person,
    cause: Cause,
) -> None:
    """Follow an arrival that was told anew, or send on its way again what had arrived.

    What had not come with it is asked about with it.
    """
    if instead is not None:
        books.transfers.change(replace(transfer, arrival_number=instead.number), cause)
        return
    again = asked_anew(transfer)
    for part in books.transfers.of_sending(transfer.entry_number):
        if part.rest_of == transfer.id and part.is_on_the_way:
            again = replace(again, amount=again.amount + part.amount)
            _withdrawn(books, part, person, cause)
    books.transfers.change(again, cause)


def _standing(books: Books, posted: PostedEntry) -> list[Transfer]:
    parts = books.transfers.of_sending(posted.number)
    return [each for each in parts if each.state is not TransferState.WITHDRAWN]


def _withdrawn(books: Books, transfer: Transfer, person: Person, cause: Cause) -> None:
    state = TransferState.WITHDRAWN
    gone = replace(transfer, state=state, decided_by=person.id, decided_at=cause.at)
    books.transfers.change(gone, cause)


def asked_anew(transfer: Transfer) -> Transfer:
    """Give a transfer as it is when nobody has said yet what became of it."""
    return replace(
        transfer, state=TransferState.SENT, decided_by=None, decided_at=None, arrival_number=None
    )


def _sent(books: Books, posted: PostedEntry, person: Person, cause: Cause) -> None:
    """Keep cash that left a till as on its way; it has arrived if that was told before."""
    from_till = till_in(posted)
    others = [each.key for each in books.accounts.tills() if each.key != from_till]
    if from_till is None or not others:
        return
    amount, since = abs(_moved(posted)), posted.entry.occurred_at - EARLY
    early = [
        (till, number)
        for till in others
        if (number := books.transfers.early_arrival(till, amount, since)) is not None
    ]
    sent = Transfer(
        id=0,
        revision=1,
        entry_number=posted.number,
        from_till=from_till,
        to_till=others[0] if len(others) == 1 else None,
        amount=amount,
        state=TransferState.SENT,
        sent_by=person.id,
        sent_at=posted.entry.occurred_at,
    )
    sent = books.transfers.add(sent, cause)
    if len(early) == 1:
        ((till, number),) = early
        arrival = books.journal.find(number)
        by = person.id if arrival is None else _teller(arrival) or person.id
        come = replace(sent, to_till=till)
        books.transfers.change(settled(come, TransferState.RECEIVED, number, by, cause), cause)


def _arrived(books: Books, posted: PostedEntry, person: Person, cause: Cause) -> None:
    """Settle the oldest transfer of this sum on its way to this till, if there is one.

    Else less has come of the only one that is on its way there, if it is larger.
    """
    till, amount = till_in(posted), abs(_moved(posted))
    coming = [each for each in books.transfers.on_the_way() if each.from_till != till]
    same = [each for each in coming if each.amount == amount]
    here = [each for each in same if each.to_till == till]
    anywhere = [each for each in same if each.to_till is None]
    found = here[:1] or (anywhere if len(anywhere) == 1 else [])
    if not found:
        larger = [each for each in coming if each.to_till == till and _is_more(each, amount)]
        found = larger if len(larger) == 1 else []
    for transfer in found:
        arrived(books, replace(transfer, to_till=till), posted, person, cause)


def arrived(
    books: Books, transfer: Transfer, arrival: PostedEntry, person: Person, cause: Cause
) -> Transfer:
    """Keep that a transfer has arrived, or as much of it as an entry says.

    The rest becomes a transfer of its own, which has not come: it stays on its way.
    """
    came = abs(_moved(arrival))
    come = replace(transfer, amount=came)
    kept = books.transfers.change(
        settled(come, TransferState.RECEIVED, arrival.number, person.id, cause), cause
    )
    if came != transfer.amount:
        rest = replace(
            transfer,
            id=0,
            revision=1,
            amount=transfer.amount - came,
            state=TransferState.REFUSED,
            decided_by=person.id,
            decided_at=cause.at,
            arrival_number=None,
            rest_of=transfer.id,
        )
        books.transfers.add(rest, cause)
    return kept


def settled(
    transfer: Transfer, state: TransferState, number: int, person_id: int, cause: Cause
) -> Transfer:
    """Give a transfer as it is when an entry has taken it from between the tills."""
    return replace(
        transfer,
        state=state,
        decided_by=person_id,
        decided_at=cause.at,
        arrival_number=number,
    )


def _is_more(transfer: Transfer, amount: Money) -> bool:
    return transfer.amount.currency == amount.currency and transfer.amount.minor > amount.minor


def _teller(posted: PostedEntry) -> int | None:
    kind, _, number = posted.decided_by.partition(":")
    return int(number) if kind == "person" and number.isdecimal() else None


def _is_transfer(entry: JournalEntry) -> bool:
    return entry.category == CashCategory.DESK_TRANSFER.value


def _moved(posted: PostedEntry) -> Money:
    till = till_in(posted)
    return next(leg.amount for leg in posted.entry.postings if leg.account == till)


def _retells(now: PostedEntry, before: PostedEntry) -> bool:
    """Say whether an entry tells the same operation anew, and moves the same till the same way."""
    origin, was = now.entry.origin, before.entry.origin
    is_same = (origin.source, origin.external_id) == (was.source, was.external_id)
    is_same_way = (_moved(now).minor > 0) == (_moved(before).minor > 0)
    return is_same and is_same_way and till_in(now) == till_in(before)
