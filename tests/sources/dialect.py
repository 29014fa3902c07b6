"""What a dialect of statements is, in tests."""

from dataclasses import dataclass
from typing import TypeAlias

Line: TypeAlias = tuple[str | None, ...]
"""Booked on, valued on, amount, counterparty, its account and tax id, purpose, reference, id."""


@dataclass(frozen=True)
class Dialect:
    name: str
    encoding: str
    text: str
    head: tuple[str | None, str | None, str | None, str | None]
    """Account, currency, opening and closing balance."""
    lines: tuple[Line, ...]
    asked: tuple[str, ...] = ()
