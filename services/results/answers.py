"""What an answer is: the question as it was understood, the figure, what it is made of."""

import datetime as dt
from dataclasses import dataclass

from ledger.days import Days
from ledger.money import Money
from parsing.questions.query import Query
from services.results.channels import Channels
from services.results.figure_ports import UnfiledSum


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One line of an answer."""

    amount: Money
    name: str | None = None
    """As somebody typed it; None where nobody is named, or where it is an account."""
    account: str | None = None
    count: int = 0
    """How many entries."""
    number: int | None = None
    """The entry, where it is one."""
    day: dt.date | None = None
    """An entry's day, or since when something is owed."""
    days: Days | None = None
    """The days that the amount is of, where a line is one of a series."""
    permille: int | None = None
    """What share of a sale a margin is, in thousandths."""
    order: str | None = None
    """The order that it is of, as people call it."""
    role: str = ""
    """What a line is among others that are no list: "now", "before", "paid", "sold", "spent",
    "in", "out"; a kind of places, where lines are of these."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer from the books."""

    query: Query
    amounts: tuple[Money, ...]
    """The figure in each currency, the shop's first; one at least."""
    rows: tuple[AnswerRow, ...] = ()
    count: int | None = None
    """How many entries, where they were counted."""
    names: tuple[str, ...] | None = None
    """The counterparties that were meant by a name."""
    words: tuple[str, ...] = ()
    """What was looked for in the words of entries instead."""
    permille: int | None = None
    """The figure in thousandths of what it is a share of; a change, of what it was before."""
    whole: Money | None = None
    """What it is a share of."""
    until: dt.time | None = None
    """The day is not over, so the one that it is held against counts up to this time only."""
    channels: Channels | None = None
    """The shop's channels that were counted, where only some were asked for."""
    waiting: UnfiledSum | None = None
    """The bank lines of these days that nobody has filed yet, where they may be part of it."""
    empty: int = 0
    """How many days, weeks or months had nothing at all, where those of no more than an amount are
    listed: they are not among the rows."""
    strangers: tuple[str, ...] = ()
    """Names that were to be left out, and that nobody has."""
    is_of_all_banks: bool = False
    """One account was asked for, and what its lines were filed as is not kept by account."""

    waits: tuple[tuple[str, int], ...] = ()
    """How many of what else wait for somebody, by kind, where open messages are asked for."""

    is_unfiled: bool = False
    """Nobody has filed yet what the rows were paid for."""

    @property
    def amount(self) -> Money:
        """Give the figure in the shop's currency."""
        return self.amounts[0]
