"""An order, a day or a month earns less than was planned."""

from collections.abc import Iterator

from alerts.facts import Earned, Facts, OrderSeen
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger
from ledger.money import Money

NAME = "low_margin"
_MONTH_FROM_DAY = 5
"""Before that day a month has too few sales to say anything."""


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find what earns less than planned, in per cent of what was sold without tax."""
    for order in facts.orders:
        yield from _of_order(order, chosen)
    for earned in facts.earned:
        is_early = earned.span == "month" and earned.last.day < _MONTH_FROM_DAY
        if (earned.is_over or earned.span == "month") and not is_early:
            yield from _of_days(earned, chosen)


def permille(sales: Money, cost: Money) -> int | None:
    """Give the margin in thousandths of sales, rounded down; None where nothing was sold."""
    return None if sales.minor <= 0 else (sales.minor - cost.minor) * 1000 // sales.minor


def _of_order(order: OrderSeen, chosen: Chosen) -> Iterator[Finding]:
    sales = order.total if order.vat is None else order.total - order.vat
    margin = permille(sales, order.cost)
    if margin is None or order.total.minor < chosen["order_from"]:
        return
    if margin >= chosen["plan"] * 10:
        return
    short = Money(sales.minor * chosen["plan"] // 100 - (sales.minor - order.cost.minor),
                  sales.currency)  # fmt: skip
    lost = sales.minor < order.cost.minor
    yield Finding(
        trigger=NAME,
        key=order.key,
        subject=order.responsible or order.key,
        severity=Severity.HIGH if lost else Severity.MIDDLE,
        level=1 + (short.minor * 4 // max(1, sales.minor)),
        amount=short,
        records=(order.key,),
        reason=f"{NAME}_order_closed" if order.is_closed else f"{NAME}_order",
        day=order.day,
        known_on=order.known_on,
        said={"name": order.number, "who": order.responsible, "total": order.total,
              "cost": order.cost, "percent": margin // 10, "plan": chosen["plan"],
              "amount": short},
    )  # fmt: skip


def _of_days(earned: Earned, chosen: Chosen) -> Iterator[Finding]:
    margin = permille(earned.sales, earned.cost)
    if margin is None or not earned.cost or margin >= chosen["plan"] * 10:
        return
    short = Money(
        earned.sales.minor * chosen["plan"] // 100 - (earned.sales.minor - earned.cost.minor),
        earned.sales.currency,
    )
    yield Finding(
        trigger=NAME,
        key=f"{earned.span}:{earned.first.isoformat()}",
        subject=earned.span,
        severity=Severity.MIDDLE if earned.span == "day" else Severity.HIGH,
        # A month is told again each time that it is ten points of a hundred further below.
        level=1 + (chosen["plan"] * 10 - margin) // 100,
        amount=short,
        records=(),
        reason=f"{NAME}_{earned.span}",
        day=earned.last,
        known_on=earned.last,
        said={"day": earned.first, "total": earned.sales, "cost": earned.cost,
              "percent": margin // 10, "plan": chosen["plan"], "amount": short},
    )  # fmt: skip


TRIGGER = Trigger(
    NAME,
    frozenset({"orders", "earned"}),
    find,
    (
        Parameter("plan", Unit.PERCENT, 15, (10, 15, 20, 25, 30), least=1, most=95),
        Parameter("order_from", Unit.MONEY, 100_000, (0, 50_000, 100_000, 500_000)),
    ),
    is_event=True,
)
