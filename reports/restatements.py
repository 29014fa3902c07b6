"""A day's result that was told and has changed since: from what to what, and why.

Entries are never changed. So what a day says now is what it was told as, and what entries that
came later add to it: the causes add up to the difference by construction, to the minor unit.
"""

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.accounts import AccountType
from ledger.money import Money
from reports.results import COST_OF_GOODS, RETURNS, SALES, CurrencyResults


@dataclass(frozen=True, slots=True)
class ResultLines:
    """The lines of a day's result by accrual, in one currency."""

    sales: Money
    refunds: Money
    cost: Money
    other_income: Money
    expenses: Money
    """All but the cost of goods."""

    @classmethod
    def none(cls, currency: str) -> "ResultLines":
        """Give the lines of a day on which nothing was earned or spent."""
        zero = Money.zero(currency)
        return cls(zero, zero, zero, zero, zero)

    @property
    def currency(self) -> str:
        """Give the currency."""
        return self.sales.currency

    @property
    def result(self) -> Money:
        """Give the net result."""
        return self.sales - self.refunds - self.cost + self.other_income - self.expenses


@dataclass(frozen=True, slots=True)
class LateLeg:
    """A leg on an account of the result, of an entry that came after the day was told."""

    number: int
    source: str
    """The outside event that the entry tells of, or that the entry tells of which it reverses."""
    external_id: str
    is_reversal: bool
    account: str
    type: AccountType
    amount: Money
    """Above zero for a debit, which makes the result smaller."""
    text: str = ""
    counterparty: str | None = None


class CauseKind(enum.StrEnum):
    """What happened to an outside event."""

    ADDED = "added"
    CHANGED = "changed"
    """It was taken back and told anew."""
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class RestatementCause:
    """One outside event that changed a day's result, with all its late entries."""

    kind: CauseKind
    source: str
    external_id: str
    numbers: tuple[int, ...]
    """The late entries, the oldest first."""
    amount: Money
    """Above zero where it made the result larger."""
    text: str = ""
    counterparty: str | None = None


@dataclass(frozen=True, slots=True)
class Restatement:
    """A day's result in one currency as it was told and as it is, with the causes of it."""

    day: dt.date
    told: ResultLines
    now: ResultLines
    causes: tuple[RestatementCause, ...]
    """The largest first; those that cancel out within themselves are left out."""

    @property
    def difference(self) -> Money:
        """Give by how much the result is larger than it was told."""
        return self.now.result - self.told.result


def lines_of(found: CurrencyResults) -> ResultLines:
    """Give the lines of a day's result."""
    other = Money.zero(found.currency)
    for each in found.other_income:
        other += each.amount
    return ResultLines(found.sales, found.refunds, found.cost_of_goods, other, found.expense_total)


def restatements_of(
    day: dt.date, told: Iterable[ResultLines], late: Sequence[LateLeg]
) -> tuple[Restatement, ...]:
    """Give how a day's result has changed, currency by currency; nothing where it has not.

    Args:
        day: the day.
        told: what it was told as.
        late: the legs of entries of that day that came later, by entry number.
    """
    before = {each.currency: each for each in told}
    by_currency: dict[str, list[LateLeg]] = defaultdict(list)
    for leg in late:
        by_currency[leg.amount.currency].append(leg)
    found = []
    for currency, legs in sorted(by_currency.items()):
        was = before.get(currency) or ResultLines.none(currency)
        now = was
        for leg in legs:
            now = _with(now, leg)
        if now != was:
            found.append(Restatement(day, was, now, _causes(legs, currency)))
    return tuple(found)


def _with(lines: ResultLines, leg: LateLeg) -> ResultLines:
    match leg.account:
        case _ if leg.account == SALES:
            return replace(lines, sales=lines.sales - leg.amount)
        case _ if leg.account == RETURNS:
            return replace(lines, refunds=lines.refunds + leg.amount)
        case _ if leg.account == COST_OF_GOODS:
            return replace(lines, cost=lines.cost + leg.amount)
        case _ if leg.type is AccountType.INCOME:
            return replace(lines, other_income=lines.other_income - leg.amount)
        case _:
            return replace(lines, expenses=lines.expenses + leg.amount)


def _causes(legs: Iterable[LateLeg], currency: str) -> tuple[RestatementCause, ...]:
    events: Mapping[tuple[str, str], list[LateLeg]] = defaultdict(list)
    for leg in legs:
        events[leg.source, leg.external_id].append(leg)
    causes = (_cause(each, currency) for each in events.values())
    standing = (each for each in causes if each.amount)
    return tuple(sorted(standing, key=lambda each: (-abs(each.amount).minor, each.numbers)))


def _cause(legs: Sequence[LateLeg], currency: str) -> RestatementCause:
    amount = Money.zero(currency)
    for leg in legs:
        amount -= leg.amount
    ways = {leg.is_reversal for leg in legs}
    kind = CauseKind.ADDED if ways == {False} else CauseKind.TAKEN_BACK
    last = legs[-1]
    return RestatementCause(
        CauseKind.CHANGED if len(ways) > 1 else kind,
        last.source,
        last.external_id,
        tuple(dict.fromkeys(leg.number for leg in legs)),
        amount,
        last.text,
        last.counterparty,
    )
