"""What each order of some days left: its sale, less what it cost and what was spent on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ledger.money import Money, sum_money

_WHOLE: Final = 1000
THIN_PERMILLE: Final = 100
"""An order that leaves less than a tenth of its sale is a bad one."""
BANDS: Final = (0, 100, 200, 300)
"""Thousandths of the sale at which a band of margins begins; below the first is a loss."""


@dataclass(frozen=True, slots=True)
class OrderMargin:
    """One order; it is known what its goods cost, or what was spent on it."""

    order: str
    sales: Money
    """Less what was given back."""
    cost: Money
    """Of the goods, and all expenses that name the order."""

    @property
    def margin(self) -> Money:
        """Give what it left; below nought is a loss."""
        return self.sales - self.cost

    @property
    def permille(self) -> int | None:
        """Give the margin in thousandths of the sale; None where nothing was sold."""
        if self.sales.minor <= 0:
            return None
        return self.margin.minor * _WHOLE // self.sales.minor

    @property
    def is_bad(self) -> bool:
        """Say whether it left little or nothing."""
        permille = self.permille
        return self.margin.minor < 0 or (permille is not None and permille < THIN_PERMILLE)


@dataclass(frozen=True, slots=True)
class MarginBand:
    """The orders whose margins are alike."""

    least_permille: int | None
    """None is a loss."""
    most_permille: int | None
    """Not reached by any of them; None has no end."""
    margin: Money
    count: int


@dataclass(frozen=True, slots=True)
class OrderMargins:
    """The orders of some days in one currency."""

    currency: str
    orders: tuple[OrderMargin, ...]
    unknown: tuple[OrderMargin, ...] = ()
    """Orders of which no cost is known: they would be all margin."""

    @property
    def margin(self) -> Money:
        """Give what the orders left together."""
        return sum_money([each.margin for each in self.orders], self.currency)

    @property
    def sales(self) -> Money:
        """Give what they were sold for."""
        return sum_money([each.sales for each in self.orders], self.currency)

    @property
    def cost(self) -> Money:
        """Give what they cost."""
        return sum_money([each.cost for each in self.orders], self.currency)

    @property
    def unknown_sales(self) -> Money:
        """Give what the orders without a known cost were sold for."""
        return sum_money([each.sales for each in self.unknown], self.currency)

    @property
    def permille(self) -> int | None:
        """Give the margin of all of them in thousandths of their sales."""
        if self.sales.minor <= 0:
            return None
        return self.margin.minor * _WHOLE // self.sales.minor

    @property
    def bad(self) -> tuple[OrderMargin, ...]:
        """Give the bad orders: what lost most first, then what left least of its sale."""
        return tuple(sorted((each for each in self.orders if each.is_bad), key=_badness))

    @property
    def bands(self) -> tuple[MarginBand, ...]:
        """Give the orders by margin, the best first; each order is in one band."""
        starts: tuple[int | None, ...] = (None, *BANDS)
        ends: tuple[int | None, ...] = (*BANDS, None)
        found = [
            _band(self.orders, least, most, self.currency)
            for least, most in zip(starts, ends, strict=True)
        ]
        return tuple(reversed(found))


def order_margins(
    sales: Sequence[tuple[str, Money]], costs: Sequence[tuple[str, Money]], currency: str
) -> OrderMargins:
    """Put what was sold and spent together, order by order.

    Args:
        sales: orders with their net sales; what isn't sold in these days is left out.
        costs: orders with what they cost, several times each where that is so.
        currency: of what is told; other currencies are left out.
    """
    sold: dict[str, int] = {}
    spent: dict[str, int] = {}
    for into, rows in ((sold, sales), (spent, costs)):
        for order, amount in rows:
            if amount.currency == currency:
                into[order] = into.get(order, 0) + amount.minor
    made = [
        OrderMargin(order, Money(minor, currency), Money(spent.get(order, 0), currency))
        for order, minor in sorted(sold.items())
    ]
    known = tuple(each for each in made if each.cost)
    return OrderMargins(currency, known, tuple(each for each in made if not each.cost))


def _band(
    orders: Sequence[OrderMargin], least: int | None, most: int | None, currency: str
) -> MarginBand:
    held = [each for each in orders if _is_within(each, least, most)]
    return MarginBand(least, most, sum_money([each.margin for each in held], currency), len(held))


def _is_within(order: OrderMargin, least: int | None, most: int | None) -> bool:
    permille = order.permille
    if permille is None:
        # What was given back whole has no share of its sale: it is a loss, or it left nothing.
        permille = -1 if order.margin.minor < 0 else 0
    return (least is None or permille >= least) and (most is None or permille < most)


def _badness(order: OrderMargin) -> tuple[int, int, str]:
    permille = order.permille
    return (min(order.margin.minor, 0), permille if permille is not None else -_WHOLE, order.order)
