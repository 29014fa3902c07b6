"""Cash on its way from one till to another: what the books keep of it, and who is asked."""

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.accounts import Account
from ledger.money import Money
from services.messages import Cause
from services.people import Permission, Person, Role


class TransferState(enum.StrEnum):
    """Where a transfer stands."""

    SENT = "sent"
    RECEIVED = "received"
    REFUSED = "refused"
    """Whoever was asked says that it has not come: it is still on its way."""
    WITHDRAWN = "withdrawn"
    """The sending was taken back."""
    RETURNED = "returned"
    """It is in the till again that it had left."""
    SHORT = "short"
    """Nobody has found it: it was booked as a shortage."""


SETTLED = frozenset({TransferState.RECEIVED, TransferState.RETURNED, TransferState.SHORT})
"""Where an entry has taken it from between the tills."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """Cash that left one till for another, or what became of a part of it.

    Where only a part came, what came and what did not are two of them, of one sending.
    """

    id: int
    revision: int
    """Grows with every change: a button of an older revision is stale."""
    entry_number: int
    """The entry by which it left."""
    from_till: str
    to_till: str | None
    """None until the sender has said where it goes."""
    amount: Money
    state: TransferState
    sent_by: int
    """The person's id."""
    sent_at: dt.datetime
    decided_by: int | None = None
    """Who received it, refused it, took it back or booked it as a shortage."""
    decided_at: dt.datetime | None = None
    arrival_number: int | None = None
    """The entry by which it arrived, came back, or was booked as a shortage."""
    rest_of: int | None = None
    """The transfer of which this is what did not come."""

    @property
    def is_on_the_way(self) -> bool:
        """Say whether it is between the tills."""
        return self.state in {TransferState.SENT, TransferState.REFUSED}

    def touches(self, till: str) -> bool:
        """Say whether it goes from or to a till."""
        return till in {self.from_till, self.to_till}


@dataclass(frozen=True, slots=True)
class TransferChange:
    """What one unit of work did to a transfer."""

    before: Transfer | None
    """As it was when the unit began; None for a new one."""
    now: Transfer


@dataclass(frozen=True, slots=True)
class KeptByTransfer:
    """The entry stays as it is, since the money it moved is no longer between the tills."""

    transfer: Transfer


class Transfers(Protocol):
    """Cash that is carried from till to till."""

    def hold(self) -> None:
        """Wait for whoever changes transfers now; until the commit nobody else does."""

    def add(self, sent: Transfer, cause: Cause) -> Transfer:
        """Keep a new transfer; its id is given here."""

    def change(self, transfer: Transfer, cause: Cause) -> Transfer:
        """Keep what a transfer is now; its revision grows by one.

        Raises:
            StorageError: it is of another revision by now.
        """

    def find(self, transfer_id: int) -> Transfer | None:
        """Give a transfer."""

    def remind(self, transfer_id: int, at: dt.datetime) -> bool:
        """Remember that somebody was asked once more; say whether this is the first time."""

    def of_entry(self, number: int) -> Transfer | None:
        """Give the transfer that an entry sent or settled; of several parts it sent, the first."""

    def of_sending(self, number: int) -> tuple[Transfer, ...]:
        """Give what an entry sent, in all the parts that are or were of it, the first first."""

    def on_the_way(self) -> tuple[Transfer, ...]:
        """Give what has left a till and not arrived, the oldest first."""

    def early_arrival(self, till: str, amount: Money, since: dt.datetime) -> int | None:
        """Give the entry of cash that a till got from another one which has not told of it yet."""

    def changed(self) -> tuple[TransferChange, ...]:
        """Give what was changed in this unit of work."""


def answers_for(person: Person, till: str, tills: Sequence[Account]) -> bool:
    """Say whether a person answers for a till; a cashier without one answers for the first."""
    keys = [each.key for each in tills]
    if person.till in keys:
        return person.till == till
    return person.role is Role.CASHIER and keys[:1] == [till]


def asked_about(
    transfer: Transfer, people: Sequence[Person], tills: Sequence[Account]
) -> tuple[Person, ...]:
    """Say who is asked whether a transfer has arrived.

    Those who answer for the till it goes to, else those who see the whole shop, and the sender
    himself only in a shop where nobody else could say so.
    """
    here = [each for each in people if each.may(Permission.RECORD_CASH)]
    others = [each for each in here if each.id != transfer.sent_by]
    there = transfer.to_till
    bound = [each for each in others if there is not None and answers_for(each, there, tills)]
    seeing = [each for each in others if each.may(Permission.SEE_DAY)]
    return tuple(bound or seeing or ([] if others else here))


def may_settle(
    transfer: Transfer, person: Person, people: Sequence[Person], tills: Sequence[Account]
) -> bool:
    """Say whether a person may say that a transfer has arrived, or has not."""
    if not person.is_active:
        return False
    if any(person.id == each.id for each in asked_about(transfer, people, tills)):
        return True
    return person.may(Permission.SEE_DAY) and person.id != transfer.sent_by


def may_take_back(transfer: Transfer, person: Person, tills: Sequence[Account]) -> bool:
    """Say whether a person may say that a transfer is in the till again that it had left.

    Whoever answers for that till says so against himself: he has the money then.
    """
    is_theirs = person.may(Permission.RECORD_CASH) and answers_for(
        person, transfer.from_till, tills
    )
    return is_theirs or person.may(Permission.UNDO_ANY)


def may_find(transfer: Transfer, person: Person) -> bool:
    """Say whether a person may take a shortage back, since the cash was found."""
    return person.may(Permission.UNDO_ANY) and person.id != transfer.sent_by


def may_write_off(transfer: Transfer, person: Person, people: Sequence[Person]) -> bool:
    """Say whether a person may book as a shortage what has not come.

    The sender never may. Neither may who said that it had not come, where another one could.
    """
    able = [
        each for each in people if each.may(Permission.UNDO_ANY) and each.id != transfer.sent_by
    ]
    others = [each for each in able if each.id != transfer.decided_by]
    return any(person.id == each.id for each in others or able)
