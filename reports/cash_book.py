"""The cash book: each till's entries of some days in order, with the balance after each."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.money import Money, sum_money


@dataclass(frozen=True, slots=True)
class BookLine:
    """What one entry did to a till."""

    number: int
    booked_on: dt.date
    belongs_on: dt.date | None
    amount: Money
    """Above zero for cash that came in."""
    balance: Money
    """What the till had after it."""
    category: str | None
    account_code: str
    """The account on the other side; several are joined by commas."""
    counterparty: str | None
    order_reference: str | None
    narration: str
    told_by: str | None
    """The name of who told it."""
    reversed_by: int | None
    reverses: int | None
    replaces: int | None

    @property
    def cash_in(self) -> Money | None:
        """Give what came in, if something did."""
        return self.amount if self.amount.minor > 0 else None

    @property
    def cash_out(self) -> Money | None:
        """Give what went out, if something did."""
        return -self.amount if self.amount.minor < 0 else None


@dataclass(frozen=True, slots=True)
class TillBook:
    """The book of one till in one currency."""

    till: str
    """The till's account key."""
    currency: str
    opening: Money
    lines: tuple[BookLine, ...]

    @property
    def cash_in(self) -> Money:
        """Sum up what came in."""
        return sum_money([each.amount for each in self.lines if each.cash_in], self.currency)

    @property
    def cash_out(self) -> Money:
        """Sum up what went out, as an amount above zero."""
        return -sum_money([each.amount for each in self.lines if each.cash_out], self.currency)

    @property
    def closing(self) -> Money:
        """Give what the till had at the end."""
        return self.opening + self.cash_in - self.cash_out


@dataclass(frozen=True, slots=True)
class CashBook:
    """The books of all tills over some days."""

    first: dt.date
    last: dt.date
    tills: tuple[TillBook, ...]
    """By till, then by currency."""

    @property
    def line_count(self) -> int:
        """Say how many lines there are."""
        return sum(len(each.lines) for each in self.tills)

    def of_till(self, till: str | None) -> "CashBook":
        """Give the book of one till alone; None gives all of them."""
        if till is None:
            return self
        kept = tuple(each for each in self.tills if each.till == till)
        return CashBook(self.first, self.last, kept)


class TillBookBuilder:
    """Builds the book of one till in one currency, line by line."""

    def __init__(self, till: str, currency: str, opening: Money) -> None:
        self._till = till
        self._currency = currency
        self._opening = opening
        self._lines: list[BookLine] = []
        self.balance = opening
        """What the till has after the lines so far."""

    def add(self, line: BookLine) -> None:
        """Take the next line in."""
        self._lines.append(line)
        self.balance = line.balance

    def book(self) -> TillBook:
        """Give the book as far as it is built."""
        return TillBook(self._till, self._currency, self._opening, tuple(self._lines))


def by_number(tills: Iterable[TillBook]) -> list[tuple[TillBook, BookLine]]:
    """Give the lines of several tills in the order of their entries."""
    lines = [(till, line) for till in tills for line in till.lines]
    return sorted(lines, key=lambda each: (each[1].booked_on, each[1].number))
