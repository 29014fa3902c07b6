"""Write a reading as one line of a file of examples."""

from typing import Literal, TypeAlias, TypedDict, assert_never

from ledger.cash import TRANSFERS, CashDirection
from parsing.reading import (
    CashDraft,
    Correction,
    Missing,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
)

Kind: TypeAlias = Literal["entry", "entries", "question", "not_an_entry", "needs_clarification"]
"""What a message is, in the words of the file."""


class EntryJson(TypedDict):
    """One cash operation; what was not understood is null."""

    direction: str | None
    amount: str | None
    currency: str | None
    date: str | None
    category: str | None
    counterparty: str | None
    order_ref: str | None


class ReadingJson(TypedDict):
    """One message's reading."""

    id: str
    kind: Kind
    entries: list[EntryJson]
    missing: list[str]
    confident: bool


def reading_to_json(identifier: str, reading: Reading) -> ReadingJson:
    """Give a reading in the form of the examples; only what may be filed has entries."""
    match reading:
        case Understood(drafts):
            kind: Kind = "entry" if len(drafts) == 1 else "entries"
            entries = [_entry(draft) for draft in drafts]
            return _line(identifier, kind, entries=entries, is_confident=reading.is_confident)
        case Unclear(_, missing):
            asked = [word.value for word in missing]
            return _line(identifier, "needs_clarification", missing=asked)
        case Correction():
            # A single line of a file has no conversation that it could put right.
            return _line(identifier, "needs_clarification", missing=[Missing.CONTEXT.value])
        case Question():
            return _line(identifier, "question")
        case NotAnEntry():
            return _line(identifier, "not_an_entry")
        case _:
            assert_never(reading)


def _line(
    identifier: str,
    kind: Kind,
    *,
    entries: list[EntryJson] | None = None,
    missing: list[str] | None = None,
    is_confident: bool = True,
) -> ReadingJson:
    return {
        "id": identifier,
        "kind": kind,
        "entries": entries or [],
        "missing": missing or [],
        "confident": is_confident,
    }


def _entry(draft: CashDraft) -> EntryJson:
    amount = draft.amount
    return {
        "direction": _direction(draft),
        "amount": None if amount is None else f"{amount.to_decimal():f}",
        "currency": None if amount is None else amount.currency,
        "date": None if draft.booked_on is None else draft.booked_on.isoformat(),
        "category": draft.category,
        "counterparty": draft.counterparty,
        "order_ref": draft.order_reference,
    }


def _direction(draft: CashDraft) -> CashDirection | Literal["transfer"] | None:
    return "transfer" if draft.category in TRANSFERS else draft.direction
