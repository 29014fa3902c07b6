"""A day of cash: what came in, what went out, what each till holds."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ledger.cash import TRANSFERS
from ledger.money import Money, sum_money

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class CashMovement:
    """One change of one till's cash."""

    entry_number: int
    """The journal entry it belongs to; an entry may move several tills."""
    occurred_at: dt.datetime
    till: str
    """The till's account key."""
    amount: Money
    """Above zero into the till, below zero out of it."""
    category: str | None
    narration: str
    counterparty: str | None = None
    reverses: int | None = None
    """The number of the entry that this one takes back."""

    @property
    def takes_back(self) -> bool:
        """Say whether this belongs to a reversal."""
        return self.reverses is not None

    @property
    def is_transfer(self) -> bool:
        """Say whether this is the shop's own money changing its place."""
        return self.category in TRANSFERS


@dataclass(frozen=True, slots=True)
class TillOpening:
    """What a till held in one currency when the day began."""

    till: str
    balance: Money


@dataclass(frozen=True, slots=True)
class CategoryDay:
    """What a category brought in and took out; both amounts are zero or above."""

    category: str | None
    """The category's code, or nothing where the entry has none."""
    cash_in: Money
    cash_out: Money
    operation_count: int

    @property
    def net(self) -> Money:
        """Give what came in less what went out."""
        return self.cash_in - self.cash_out


@dataclass(frozen=True, slots=True)
class TillDay:
    """What a till began with, what went through it, what it ended with."""

    till: str
    opening: Money
    cash_in: Money
    cash_out: Money
    moved_in: Money
    """Cash that came from the bank or another till."""
    moved_out: Money
    """Cash that went to the bank or another till."""

    @property
    def closing(self) -> Money:
        """Give what the till holds at the end."""
        return self.opening + self.change

    @property
    def change(self) -> Money:
        """Give by how much the till grew, moved cash included."""
        return self.cash_in - self.cash_out + self.moved_in - self.moved_out


@dataclass(frozen=True, slots=True)
class CurrencyDay:
    """The day in one currency."""

    currency: str
    cash_in: Money
    cash_out: Money
    opening: Money
    closing: Money
    tills: tuple[TillDay, ...]
    """By key."""
    categories: tuple[CategoryDay, ...]
    """What was earned and spent, the largest turnover first."""
    moved: tuple[CategoryDay, ...]
    """The shop's own money that changed its place, the largest turnover first."""
    operation_count: int
    """Entries that count, moves included; an entry taken back the same day does not."""

    @property
    def net(self) -> Money:
        """Give what came in less what went out; moved cash is neither."""
        return self.cash_in - self.cash_out


@dataclass(frozen=True, slots=True)
class DayReport:
    """A day of cash in every currency the tills hold."""

    day: dt.date
    currencies: tuple[CurrencyDay, ...]
    """By code."""

    def currency(self, code: str) -> CurrencyDay:
        """Give the day in a currency, an empty one where nothing is known of it."""
        for found in self.currencies:
            if found.currency == code:
                return found
        return _currency_day(code, {}, ())


def summarise_day(
    day: dt.date, *, openings: Sequence[TillOpening], movements: Sequence[CashMovement]
) -> DayReport:
    """Sum up a day; an entry and its reversal of the same day both vanish from the turnover.

    A reversal of an earlier day's entry counts the way its cash goes: a sale taken back
    is cash out under "sale".

    Raises:
        ValueError: a till has two opening balances in one currency.
    """
    opening_by_currency: dict[str, dict[str, Money]] = defaultdict(dict)
    for opening in openings:
        of_currency = opening_by_currency[opening.balance.currency]
        if opening.till in of_currency:
            message = f"till {opening.till!r} has two openings in {opening.balance.currency}"
            raise ValueError(message)
        of_currency[opening.till] = opening.balance
    kept = _group(_without_cancelled(movements), lambda movement: movement.amount.currency)
    idle = {
        (movement.till, movement.amount.currency): Money.zero(movement.amount.currency)
        for movement in movements
    }
    for (till, currency), zero in idle.items():
        opening_by_currency[currency].setdefault(till, zero)
    return DayReport(
        day=day,
        currencies=tuple(
            _currency_day(currency, opening_by_currency[currency], kept.get(currency, ()))
            for currency in sorted(opening_by_currency)
        ),
    )


def _without_cancelled(movements: Sequence[CashMovement]) -> list[CashMovement]:
    """Drop each entry taken back the same day together with its reversal.

    The newest reversals go first, so that a reversal taken back leaves its original standing.
    """
    by_entry = _group(movements, lambda movement: movement.entry_number)
    cancelled: set[int] = set()
    for number in sorted(by_entry, reverse=True):
        original = by_entry[number][0].reverses
        if number in cancelled or original is None or original in cancelled:
            continue
        if original in by_entry and _mirror(by_entry[original], by_entry[number]):
            cancelled |= {number, original}
    return [movement for movement in movements if movement.entry_number not in cancelled]


def _mirror(original: Sequence[CashMovement], reversal: Sequence[CashMovement]) -> bool:
    """Say whether two entries leave every till as it was."""
    totals: dict[tuple[str, str], int] = defaultdict(int)
    for movement in (*original, *reversal):
        totals[movement.till, movement.amount.currency] += movement.amount.minor
    return not any(totals.values())


def _currency_day(
    currency: str, openings: dict[str, Money], movements: Sequence[CashMovement]
) -> CurrencyDay:
    by_till = _group(movements, lambda movement: movement.till)
    tills = tuple(
        _till_day(till, openings[till], by_till.get(till, ())) for till in sorted(openings)
    )
    operations = [movement for movement in movements if not movement.is_transfer]
    return CurrencyDay(
        currency=currency,
        cash_in=_cash_in(operations, currency),
        cash_out=_cash_out(operations, currency),
        opening=sum_money([till.opening for till in tills], currency),
        closing=sum_money([till.closing for till in tills], currency),
        tills=tills,
        categories=_category_days(operations, currency),
        moved=_category_days(
            [movement for movement in movements if movement.is_transfer], currency
        ),
        operation_count=_count_entries(movements),
    )


def _till_day(till: str, opening: Money, movements: Sequence[CashMovement]) -> TillDay:
    operations = [movement for movement in movements if not movement.is_transfer]
    transfers = [movement for movement in movements if movement.is_transfer]
    return TillDay(
        till=till,
        opening=opening,
        cash_in=_cash_in(operations, opening.currency),
        cash_out=_cash_out(operations, opening.currency),
        moved_in=_cash_in(transfers, opening.currency),
        moved_out=_cash_out(transfers, opening.currency),
    )


def _category_days(movements: Iterable[CashMovement], currency: str) -> tuple[CategoryDay, ...]:
    groups = _group(movements, lambda movement: movement.category)
    days = [
        CategoryDay(
            category=category,
            cash_in=_cash_in(group, currency),
            cash_out=_cash_out(group, currency),
            operation_count=_count_entries(group),
        )
        for category, group in groups.items()
    ]
    return tuple(sorted(days, key=_by_size))


def _by_size(day: CategoryDay) -> tuple[int, str]:
    return (-(day.cash_in.minor + day.cash_out.minor), day.category or "")


def _cash_in(movements: Iterable[CashMovement], currency: str) -> Money:
    return sum_money([each.amount for each in movements if each.amount.minor > 0], currency)


def _cash_out(movements: Iterable[CashMovement], currency: str) -> Money:
    return -sum_money([each.amount for each in movements if each.amount.minor < 0], currency)


def _count_entries(movements: Iterable[CashMovement]) -> int:
    return len({movement.entry_number for movement in movements})


def _group(
    movements: Iterable[CashMovement], key: Callable[[CashMovement], Key]
) -> dict[Key, list[CashMovement]]:
    groups: dict[Key, list[CashMovement]] = defaultdict(list)
    for movement in movements:
        groups[key(movement)].append(movement)
    return dict(groups)
