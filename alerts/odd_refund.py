"""A customer was given back more than he paid, by who had sold, or for a sale that is gone."""

from collections.abc import Iterator

from alerts.facts import Facts, Refund
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger

NAME = "odd_refund"


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find refunds that somebody should look at."""
    for each in facts.refunds:
        reason = _reason(each)
        if reason is None or each.amount.minor < chosen["from"]:
            continue
        over = each.over or each.amount
        yield Finding(
            trigger=NAME,
            key=each.record,
            subject=each.who,
            severity=Severity.HIGH if each.over is not None else Severity.MIDDLE,
            level=1,
            amount=each.amount,
            records=(each.record,),
            reason=reason,
            day=each.day,
            known_on=each.known_on,
            said={"number": str(each.number), "amount": each.amount, "over": over,
                  "who": each.who, "day": each.day},
        )  # fmt: skip


def _reason(refund: Refund) -> str | None:
    if refund.over is not None:
        return f"{NAME}_over"
    if refund.is_broken:
        return f"{NAME}_broken"
    return f"{NAME}_own" if refund.is_own else None


TRIGGER = Trigger(
    NAME,
    frozenset({"refunds"}),
    find,
    (Parameter("from", Unit.MONEY, 0, (0, 20_000, 100_000, 500_000)),),
    is_event=True,
)
