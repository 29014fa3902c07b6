"""What is known of a cash operation, as JSON in a column."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft


def kept_draft(known: CashDraft) -> dict[str, object]:
    """Give a draft as plain values for JSON."""
    return {
        "amount_minor": known.amount.minor if known.amount else None,
        "currency": known.amount.currency if known.amount else None,
        "direction": known.direction,
        "category": known.category,
        "booked_on": known.booked_on.isoformat() if known.booked_on else None,
        "counterparty": known.counterparty,
        "order_reference": known.order_reference,
        "is_guess": known.is_guess,
        "against": known.against,
        "remembered": list(known.remembered),
    }


def draft_kept(known: Mapping[str, Any]) -> CashDraft:
    """Read a draft as `kept_draft` wrote it; Any is what a column of JSON gives."""
    minor, day = known["amount_minor"], known["booked_on"]
    return CashDraft(
        amount=None if minor is None else Money(minor, known["currency"]),
        direction=known["direction"] and CashDirection(known["direction"]),
        category=known["category"] and CashCategory(known["category"]),
        booked_on=day and dt.date.fromisoformat(day),
        counterparty=known["counterparty"],
        order_reference=known["order_reference"],
        is_guess=known.get("is_guess", False),
        against=known.get("against"),
        # Drafts of before the shop could teach have no such words.
        remembered=tuple(known.get("remembered", ())),
    )
