"""Whom a change of cash between tills concerns, and what each of them is told.

Whatever changes a transfer, be it typed, tapped, edited or undone: the desk adds these messages,
so that no conversation has to think of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from handlers.tills.transfer_cards import (
    Card,
    Surroundings,
    missing_rows,
    question_card,
    surroundings,
    which_till_card,
    whole_of,
)
from ledger.money import Money
from locales.words import Words, words_of
from services.messages import TELEGRAM, Cause, OutgoingMessage
from services.people import Person, Role
from services.ports import Books
from services.tills.remind_transfers import TransferReminder
from services.tills.transfers import (
    SETTLED,
    Transfer,
    TransferChange,
    TransferState,
    asked_about,
)

_DIRECTORS = {Role.DIRECTOR, Role.OWNER}
_NOTHING_MORE: Mapping[str, Money] = MappingProxyType({})


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
    around = surroundings(books)
    card = question_card(books, words, reminder.transfer, around, reminder.person)
    text = f"{words('transfer-ask-again')}\n{card.text}"
    key = f"transfer-asked-again:{reminder.transfer.id}:{reminder.person.id}"
    return OutgoingMessage(reminder.person.telegram_id, text, card.buttons, dedupe_key=key)


def _notices(
    books: Books, change: TransferChange, around: Surroundings, cause: Cause
) -> Iterator[OutgoingMessage]:
    before, now = change.before, change.now
    yield from _which_till(books, change, around)
    yield from _questions(books, change, around)
    was = None if before is None else before.state
    is_newly_asked = now.to_till is not None and (before is None or before.to_till is None)
    match now.state:
        case TransferState.SENT if was is TransferState.SHORT:
            yield from _found(books, now, around, cause)
        case TransferState.SENT if was in SETTLED:
            yield from _tell([now.sent_by], "transfer-told-reopened", now, around, cause)
        case TransferState.SENT if is_newly_asked:
            yield from _tell_asked(books, now, around)
        case TransferState.RECEIVED if was is not TransferState.RECEIVED:
            yield from _received(books, now, around, cause)
        case TransferState.REFUSED if was is not TransferState.REFUSED:
            yield from _missing(books, now, around)
        case TransferState.RETURNED | TransferState.SHORT if was is not now.state:
            yield from _tell(
                _of_it(now, around, cause), f"transfer-told-{now.state}", now, around, cause
            )
        case _:
            return


def _of_it(now: Transfer, around: Surroundings, cause: Cause) -> list[int]:
    """Give whom it concerns what somebody else did: the sender, and who is asked."""
    asked = asked_about(now, around.people, around.chart.tills)
    return [each for each in (now.sent_by, *(one.id for one in asked)) if each != _actor(cause)]


def _found(
    books: Books, now: Transfer, around: Surroundings, cause: Cause
) -> Iterator[OutgoingMessage]:
    """Tell that a shortage was taken back, with what each can say of the cash now."""
    concerned = _of_it(now, around, cause)
    for person in around.people:
        for told in _tell(
            [person.id] if person.id in concerned else [],
            "transfer-told-unbooked",
            now,
            around,
            cause,
        ):
            card = question_card(books, words_of(person.language), now, around, person)
            yield replace(told, buttons=card.buttons)


def _missing(books: Books, now: Transfer, around: Surroundings) -> Iterator[OutgoingMessage]:
    """Tell the sender and the directors what has not come, with what each can do about it."""
    rest = _rest_of(books, now)
    for person in around.people:
        is_sender = person.id == now.sent_by
        is_told = is_sender or (person.role in _DIRECTORS and person.id != now.decided_by)
        if not is_told or not person.is_active:
            continue
        words, key = words_of(person.language), f"transfer:{now.id}:{person.id}"
        if rest is None:
            text_id, told = f"transfer-told-{'refused' if is_sender else 'directors'}", {}
        else:
            text_id = f"transfer-told-part{'' if is_sender else '-directors'}"
            told = rest
        text = words(text_id, **_told(words, now, around, now.decided_by), **told)
        rows = missing_rows(words, now, around, person)
        is_shown = books.outbox.telegram_id_of(key) is not None
        yield OutgoingMessage(person.telegram_id, text, rows, dedupe_key=None if is_shown else key)


def _rest_of(books: Books, now: Transfer) -> dict[str, Money] | None:
    """Give how much came and of what, if this unit of work found that a part did not."""
    came = next(
        (
            each.now
            for each in books.transfers.changed()
            if each.now.id == now.rest_of and each.now.state is TransferState.RECEIVED
        ),
        None,
    )
    whole = whole_of(books, now)
    return None if came is None or whole is None else {"came": came.amount, "whole": whole}


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


def _questions(
    books: Books, change: TransferChange, around: Surroundings
) -> Iterator[OutgoingMessage]:
    """Ask whether it has arrived; whoever was asked before sees on his card how it stands.

    What did not come with a part is shown to who said so, to be settled when it is found.
    """
    now = change.now
    asked = asked_about(now, around.people, around.chart.tills)
    is_new_rest = change.before is None and now.rest_of is not None
    is_asked = (now.state is TransferState.SENT or is_new_rest) and now.to_till is not None
    for person in around.people:
        key = f"transfer:{now.id}:{person.id}"
        shown = books.outbox.telegram_id_of(key) if person.is_active else None
        is_his = person in asked or (is_new_rest and person.id == now.decided_by)
        is_told = is_new_rest and person.id != now.decided_by and person.role in _DIRECTORS
        if shown is None and (not is_asked or not is_his or is_told):
            continue
        card = question_card(books, words_of(person.language), now, around, person)
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
    """Tell the sender; who typed the arrival himself hears what it has settled.

    Of what came in part the sender hears with what did not.
    """
    has_rest = any(
        each.before is None and each.now.rest_of == now.id for each in books.transfers.changed()
    )
    if now.decided_by != now.sent_by and not has_rest:
        yield from _tell([now.sent_by], "transfer-told-received", now, around, cause)
    arrival, whole = books.journal.find(now.arrival_number or 0), whole_of(books, now)
    if arrival is None or arrival.entry.origin.source != TELEGRAM:
        return
    if whole is None:
        yield from _tell([now.decided_by], "transfer-told-settled", now, around, cause)
        return
    told = {"came": now.amount, "whole": whole}
    yield from _tell([now.decided_by], "transfer-told-settled-part", now, around, cause, told)


def _tell(
    person_ids: Sequence[int | None],
    message_id: str,
    now: Transfer,
    around: Surroundings,
    cause: Cause,
    more: Mapping[str, Money] = _NOTHING_MORE,
) -> Iterator[OutgoingMessage]:
    """Tell people what somebody did; an arrival that was taken back is whoever's does it now."""
    by = now.decided_by or _actor(cause)
    for person in around.people:
        if person.id not in person_ids or not person.is_active:
            continue
        words = words_of(person.language)
        text = words(message_id, **_told(words, now, around, by), **more)
        yield OutgoingMessage(person.telegram_id, text)


def _told(
    words: Words, now: Transfer, around: Surroundings, by: int | None
) -> dict[str, str | Money]:
    return {
        "name": around.name(by),
        "sender": around.name(now.sent_by),
        "amount": now.amount,
        "source": around.till(words, now.from_till),
        "till": around.till(words, now.to_till),
    }


def _actor(cause: Cause) -> int | None:
    kind, _, number = cause.actor.partition(":")
    return int(number) if kind == "person" and number.isdecimal() else None


def _to(person: Person, card: Card) -> OutgoingMessage:
    return OutgoingMessage(person.telegram_id, card.text, card.buttons)
