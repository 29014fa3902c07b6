"""What was understood of a message: its drafts, the only one, their amounts in whole units."""

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft, Reading, Understood

Moved = tuple[int, CashDirection, CashCategory]
"""Whole hryvnias, which way, what for."""


def drafts_of(reading: Reading) -> tuple[CashDraft, ...]:
    assert isinstance(reading, Understood), reading
    return reading.drafts


def only(reading: Reading) -> CashDraft:
    (draft,) = drafts_of(reading)
    return draft


def amounts_of(reading: Reading) -> list[int]:
    return [each.amount.minor // 100 for each in drafts_of(reading) if each.amount is not None]


def assert_moved(reading: Reading, told: list[Moved]) -> None:
    """See that just these movements were understood, in their order."""
    found = [(each.amount, each.direction, each.category) for each in drafts_of(reading)]
    assert found == [(Money(amount * 100, "UAH"), way, kind) for amount, way, kind in told]
