"""Whom a change of cash between tills concerns, and what each of them is told.

Whatever changes a transfer, be it typed, tapped, edited or undone: the desk adds these messages,
so that no conversation has to think of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.transfer_cards import (
    Card,
    Surroundings,
    question_card,
    surroundings,
    which_till_card,
)
from locales.words import words_of
from services.messages import TELEGRAM, Cause, OutgoingMessage
from services.people import Person, Role
from services.ports import Books
from services.remind_transfers import TransferReminder
from services.transfers import Transfer, TransferChange, TransferState, asked_about

_DIRECTORS = {Role.DIRECTOR, Role.OWNER}


def with_transfer_notices(
    books: Books, messages: Sequence[OutgoingMessage], cause: Cause
) -> tuple[OutgoingMessage, ...]:
    """Add what people are to be told of transfers that this unit of work changed."""
    changes = books.transfers.changed()
    if not changes:
        return tuple(messages)
    around = surroundings(books)
    edited = {(each.chat_id, each.edits) for each in messages if each.edits is not None}
    notices = [notice for change in changes for notice in _notices(books, change, around, cause)]
    return (
        *messages,
        *(each for each in notices if (each.chat_id, each.edits) not in edited),
    )


def transfer_asked_again(books: Books, reminder: TransferReminder) -> OutgoingMessage:
    """Ask a person once more whether cash has come to his till."""
    words = words_of(reminder.person.language)
    card = question_card(books, words, reminder.transfer, surroundings(books))
    text = f"{words('transfer-ask-again')}\n{card.text}"
    key = f"transfer-asked-again:{reminder.transfer.id}:{reminder.person.id}"
    return OutgoingMessage(reminder.person.telegram_id, text, card.buttons, dedupe_key=key)


def _notices(
    books: Books, change: TransferChange, around: Surroundings, cause: Cause
) -> Iterator[OutgoingMessage]:
    before, now = change.before, change.now
    yield from _which_till(books, change, around)
    yield from _questions(books, now, around)
    was = None if before is None else before.state
    is_newly_asked = now.to_till is not None and (before is None or before.to_till is None)
    match now.state:
        case TransferState.SENT if was is TransferState.RECEIVED:
            yield from _tell([now.sent_by], "transfer-told-reopened", now, around, cause)
        case TransferState.SENT if is_newly_asked:
            yield from _tell_asked(books, now, around)
        case TransferState.RECEIVED if was is not TransferState.RECEIVED:
            yield from _received(books, now, around, cause)
        case TransferState.REFUSED if was is not TransferState.REFUSED:
            yield from _tell([now.sent_by], "transfer-told-refused", now, around, cause)
            directors = [
                each.id
                for each in around.people
                if each.role in _DIRECTORS and each.id not in {now.sent_by, now.decided_by}
            ]
            yield from _tell(directors, "transfer-told-directors", now, around, cause)
        case _:
            return


def _which_till(
    books: Books, change: TransferChange, around: Surroundings
) -> Iterator[OutgoingMessage]:
    """Ask the sender where it goes; once that is settled otherwise, the question says so."""
    now, key = change.now, f"transfer:{change.now.id}:which"
    sender = next((each for each in around.people if each.id == now.sent_by), None)
    if sender is None or (change.before is None and now.to_till is not None):
        return
    card = which_till_card(words_of(sender.language), now, books.accounts.tills(), around)
    if change.before is None:
        yield replace(_to(sender, card), dedupe_key=key)
    elif change.before.to_till is None and (asked := books.outbox.telegram_id_of(key)) is not None:
        yield replace(_to(sender, card), edits=asked)


def _questions(books: Books, now: Transfer, around: Surroundings) -> Iterator[OutgoingMessage]:
    """Ask whether it has arrived; whoever was asked before sees on his card how it stands."""
    asked = asked_about(now, around.people, books.accounts.tills())
    is_asked = now.state is TransferState.SENT and now.to_till is not None
    for person in around.people:
        key = f"transfer:{now.id}:{person.id}"
        shown = books.outbox.telegram_id_of(key) if person.is_active else None
        if shown is None and not (is_asked and person in asked):
            continue
        card = question_card(books, words_of(person.language), now, around)
        if shown is None:
            yield replace(_to(person, card), dedupe_key=key)
        else:
            yield replace(_to(person, card), edits=shown)


def _tell_asked(books: Books, now: Transfer, around: Surroundings) -> Iterator[OutgoingMessage]:
    """Tell the sender who was asked."""
    asked = asked_about(now, around.people, books.accounts.tills())
    for sender in around.people:
        if sender.id != now.sent_by or sender in asked or not asked:
            continue
        words = words_of(sender.language)
        names = ", ".join(each.name for each in asked)
        till = around.till(words, now.to_till)
        text = words("transfer-told-asked", names=names, amount=now.amount, till=till)
        yield OutgoingMessage(sender.telegram_id, text, is_silent=True)


def _received(
    books: Books, now: Transfer, around: Surroundings, cause: Cause
) -> Iterator[OutgoingMessage]:
    """Tell the sender; who typed the arrival himself hears what it has settled."""
    if now.decided_by != now.sent_by:
        yield from _tell([now.sent_by], "transfer-told-received", now, around, cause)
    arrival = books.journal.find(now.arrival_number or 0)
    if arrival is not None and arrival.entry.origin.source == TELEGRAM:
        yield from _tell([now.decided_by], "transfer-told-settled", now, around, cause)


def _tell(
    person_ids: Sequence[int | None],
    message_id: str,
    now: Transfer,
    around: Surroundings,
    cause: Cause,
) -> Iterator[OutgoingMessage]:
    """Tell people what somebody did; an arrival that was taken back is whoever's does it now."""
    by = now.decided_by or _actor(cause)
    for person in around.people:
        if person.id not in person_ids or not person.is_active:
            continue
        words = words_of(person.language)
        text = words(
            message_id,
            name=around.name(by),
            sender=around.name(now.sent_by),
            amount=now.amount,
            source=around.till(words, now.from_till),
            till=around.till(words, now.to_till),
        )
        yield OutgoingMessage(person.telegram_id, text)


def _actor(cause: Cause) -> int | None:
    kind, _, number = cause.actor.partition(":")
    return int(number) if kind == "person" and number.isdecimal() else None


def _to(person: Person, card: Card) -> OutgoingMessage:
    return OutgoingMessage(person.telegram_id, card.text, card.buttons)
