"""A till was counted, and cash was missing."""

from collections.abc import Iterator

from alerts.facts import Facts
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger

NAME = "count_short"
_GRAVE_TIMES = 10


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find counts that were short by as much; too much cash is told by the count alone."""
    for each in facts.counts:
        short = -each.difference.minor
        is_own = each.difference.currency == facts.currency
        if short <= 0 or (is_own and short < chosen["from"]):
            continue
        is_grave = short >= chosen["from"] * _GRAVE_TIMES
        yield Finding(
            trigger=NAME,
            key=each.key,
            subject=each.till,
            severity=Severity.HIGH if is_grave else Severity.MIDDLE,
            level=1,
            amount=-each.difference,
            records=(),
            reason=NAME,
            day=each.day,
            known_on=each.day,
            said={"till": each.name, "who": each.person, "amount": -each.difference},
        )


TRIGGER = Trigger(
    NAME,
    frozenset({"counts"}),
    find,
    (Parameter("from", Unit.MONEY, 10_000, (1, 5_000, 10_000, 50_000), least=1),),
    is_on=False,
    is_event=True,
)
