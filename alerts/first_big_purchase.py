"""A supplier is paid a large sum for goods, larger than anything he was paid before."""

from collections.abc import Iterator, Sequence

from alerts.facts import Facts, Payment
from alerts.finding import Finding, Said, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.parties import by_party
from alerts.trigger import Trigger

NAME = "first_big_purchase"
GOODS = frozenset(
    {
        "asset.inventory",
        "asset.supplier_prepayments",
        "expense.cost_of_goods",
        "liability.payables",
        "liability.suppliers",
    }
)
"""Where payments to suppliers of goods are filed."""


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find the first payment to each supplier that reaches the sum."""
    for key, payments in by_party(facts.payments).items():
        goods = (each for each in payments if each.kind in GOODS)
        big = next((each for each in goods if _is_big(facts, chosen, each)), None)
        if big is not None and facts.is_asked(big):
            earlier = [each for each in payments if each is not big and each.day <= big.day]
            yield _finding(key, big, earlier)


def _finding(key: str, big: Payment, earlier: Sequence[Payment]) -> Finding:
    currency = big.amount.currency
    known = [each.amount for each in earlier if each.amount.currency == currency]
    said: dict[str, Said] = {
        "who": big.party,
        "amount": big.amount,
        "day": big.day,
        "count": len(earlier),
    }
    if known:
        said["largest"] = max(known, key=lambda amount: amount.minor)
    return Finding(
        trigger=NAME,
        key=f"{key}:{currency}",
        subject=key,
        severity=Severity.HIGH,
        level=1,
        amount=big.amount,
        records=(big.record,),
        reason=f"{NAME}_known" if known else NAME,
        day=big.day,
        known_on=big.known_on,
        said=said,
    )


def _is_big(facts: Facts, chosen: Chosen, payment: Payment) -> bool:
    """Hold a sum against the limit; one in another currency has none, and is always told."""
    amount = payment.amount
    return amount.currency != facts.currency or amount.minor >= chosen["from"]


TRIGGER = Trigger(
    NAME,
    frozenset({"payments"}),
    find,
    (Parameter("from", Unit.MONEY, 2_000_000, (500_000, 1_000_000, 2_000_000, 5_000_000)),),
    is_event=True,
)
