"""The cash book of a till: its entries, the newest first, a page at a time."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.journal import PostedEntry
from ledger.money import Money


@dataclass(frozen=True, slots=True)
class WantedWord:
    """One word that an entry must have, or one figure."""

    text: str
    """Stands in what was typed, in the counterparty or in the order; of a figure in the order."""
    amount: Money | None = None
    """What the figure is as money: an entry that moved just this is wanted, too."""
    categories: frozenset[str] = frozenset()
    """The categories whose names begin like the word: their entries are wanted, too."""
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries of a till are wanted: those of a day, those with words, or both."""

    day: dt.date | None = None
    words: tuple[WantedWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """From where a page begins; the newest page when there is no number."""

    number: int | None = None
    """The page begins next to this entry."""
    is_newer: bool = False
    """It has what was told after that entry, not before."""


NEWEST = Turn()
"""The newest page."""


@dataclass(frozen=True, slots=True)
class TillBookPage:
    """Some entries of a till that stand now, the newest first."""

    entries: tuple[PostedEntry, ...]
    has_newer: bool = False
    has_older: bool = False
    looked_back_to: int | None = None
    """The entry at which the look ended before the first one; None when it saw all there is."""


class TillBook(Protocol):
    """The entries of one till, and of the account of cash on its way to the bank."""

    def page(self, till: str, wanted: Wanted, turn: Turn, size: int) -> TillBookPage:
        """Give a page of what is wanted; what was taken back is left out.

        A look for words goes through so many entries at a time only that it stays quick, and
        says how far it came.
        """

    def debits(self, account: str, currency: str, limit: int) -> Sequence[PostedEntry]:
        """Give the last entries that stand and debit an account, the newest first."""
