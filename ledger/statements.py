"""Statements: what a bank says of one account, part by part as it is read.

A statement is told as a stream, so that one of any length is read in little memory: its head,
its lines in the order of the file, its end. A file may hold several, one after the other.
"""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, dataclass_transform

from ledger.currencies import DECIMALS, WITHDRAWN
from ledger.money import Money
from ledger.text import keepable

_PARTY = ("counterparty", "counterparty_account")
_TEXTS = (*_PARTY, "counterparty_tax_id", "reference", "external_id", "code")
_OF_HEADS = ("account", "number", "bank", "owner")
_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def _frozen_by_type(kind: type[_T]) -> type[_T]:
    """Make a dataclass that the type checker holds to be frozen.

    Guarding each field as it is first set takes longer than all the rest of making a line, and
    files have them by the million.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


def _keep_texts(part: object, names: tuple[str, ...]) -> None:
    """Make texts of a part keepable in place; what is empty says nothing."""
    for name in names:
        said = getattr(part, name)
        if said is not None and (kept := keepable(said) or None) is not said:
            object.__setattr__(part, name, kept)


@dataclass(frozen=True, slots=True)
class LinePart:
    """One payment of several that a bank has booked as one line; its texts are made keepable."""

    amount: Money
    """Above zero for money in; the parts of a line need not add up to it: charges stand apart."""
    counterparty: str | None = None
    counterparty_account: str | None = None
    purpose: str = ""
    reference: str | None = None

    def __post_init__(self) -> None:
        _keep_texts(self, (*_PARTY, "reference"))
        if (kept := keepable(self.purpose)) is not self.purpose:
            object.__setattr__(self, "purpose", kept)


@_frozen_by_type
class StatementLine:
    """One movement of a bank account, as the bank tells of it; its texts are made keepable.

    Readers of files give its fields by place: by name, a third of the making goes into the names.
    """

    booked_on: dt.date
    """The bank's booking date."""
    amount: Money
    """In the account's currency; above zero for money in, below for money out."""
    valued_on: dt.date | None = None
    """When the money counts for interest; None where the bank doesn't say."""
    occurred_at: dt.datetime | None = None
    """The instant, aware, where the bank tells it."""
    counterparty: str | None = None
    counterparty_account: str | None = None
    """An IBAN, or the number as it stands."""
    counterparty_tax_id: str | None = None
    purpose: str = ""
    """What the payment is for, its pieces joined by a space."""
    reference: str | None = None
    """What the payer or payee calls it: an end-to-end id, a document's number."""
    external_id: str | None = None
    """What the bank calls it, where the format promises that it calls nothing else so."""
    code: str | None = None
    """The bank's word for the kind of movement: "NTRF", "PMNT/RCDT/ESCT", "POS"."""
    raw: bytes = b""
    """The bytes of the file that tell of it."""
    is_pending: bool = False
    """It may still change or vanish: the bank has not booked it for good."""
    parts: tuple[LinePart, ...] = ()
    """The payments that a batch is made of, where there is more than one."""
    balance: Money | None = None
    """What the account holds after it, where the bank says so line by line."""

    def __post_init__(self) -> None:
        if self.occurred_at is not None and self.occurred_at.tzinfo is None:
            message = "a line's time must be aware"
            raise TypeError(message)
        purpose, counterparty, account = self.purpose, self.counterparty, self.counterparty_account
        tax_id, reference, external_id, code = (
            self.counterparty_tax_id,
            self.reference,
            self.external_id,
            self.code,
        )
        # One look at all of them takes half as long as one at each, and hardly any text changes.
        whole = (
            f"{purpose}{counterparty or ''}{account or ''}{tax_id or ''}"
            f"{reference or ''}{external_id or ''}{code or ''}"
        )
        is_any_empty = "" in (counterparty, account, tax_id, reference, external_id, code)
        if not is_any_empty and keepable(whole) is whole:
            return
        if (kept := keepable(self.purpose)) is not self.purpose:
            object.__setattr__(self, "purpose", kept)
        _keep_texts(self, _TEXTS)


@dataclass(frozen=True, slots=True)
class SpoiledLine:
    """A line that can't be read: kept with its reason, and counted; the rest goes on."""

    reason: str
    """What is wrong with it, for an engineer: "30 February", "amount 1O,00"."""
    position: int
    """Where in the file it stands: its line, or its number among the entries, from 1."""
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class StatementHead:
    """Whose statement follows, and what was there before it; its texts are made keepable."""

    format: str
    """Such as "camt.053", "mt940", "ofx", "csv"."""
    account: str | None
    """An IBAN without spaces, or the number as it stands; None where the file doesn't say."""
    currency: str | None
    """ISO 4217, and None for what is not in it, or where neither file nor any line says: amounts
    are then in `UNTOLD`."""
    opening: Money | None = None
    opened_on: dt.date | None = None
    number: str | None = None
    """What the bank numbers it with."""
    bank: str | None = None
    """The bank's name or code, where the file says."""
    owner: str | None = None

    def __post_init__(self) -> None:
        _keep_texts(self, _OF_HEADS)
        if self.currency not in DECIMALS and self.currency not in WITHDRAWN:
            object.__setattr__(self, "currency", None)


@dataclass(frozen=True, slots=True)
class StatementEnd:
    """What the account holds after the lines, by the bank's word."""

    closing: Money | None = None
    closed_on: dt.date | None = None


StatementPart: TypeAlias = StatementHead | StatementLine | SpoiledLine | StatementEnd
"""What a reader yields; each statement begins with a head and closes with an end."""
