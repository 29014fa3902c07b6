"""More cash lies in a till than should."""

from collections.abc import Iterator

from alerts.facts import Facts
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger

NAME = "till_over"


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find tills that hold more than the limit, in the shop's currency."""
    limit = chosen["limit"]
    for each in facts.tills:
        if each.held.currency != facts.currency or each.held.minor <= limit:
            continue
        yield Finding(
            trigger=NAME,
            key=f"{each.till}:{each.held.currency}",
            subject=each.till,
            severity=Severity.MIDDLE,
            level=(each.held.minor // max(1, limit)).bit_length(),
            amount=each.held,
            records=(),
            reason=NAME,
            day=facts.today,
            known_on=facts.today,
            said={"till": each.name, "amount": each.held},
        )


TRIGGER = Trigger(
    NAME,
    frozenset({"tills"}),
    find,
    (
        Parameter(
            "limit", Unit.MONEY, 5_000_000, (1_000_000, 2_000_000, 5_000_000, 10_000_000), least=1
        ),
    ),
    is_on=False,
)
