"""The books don't hold: the nightly proof has found what cannot be."""

from collections.abc import Iterator

from alerts.facts import Facts
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen
from alerts.trigger import Trigger
from ledger.money import Money

NAME = "books_broken"


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:  # noqa: ARG001 - nothing is chosen
    """Find that an invariant is broken; all of them are one thing, worse with each further one."""
    if not facts.broken:
        return
    yield Finding(
        trigger=NAME,
        key="books",
        subject="books",
        severity=Severity.CRITICAL,
        level=len(facts.broken),
        amount=Money.zero(facts.currency),
        records=(),
        reason=NAME,
        day=facts.today,
        known_on=facts.today,
        said={"count": len(facts.broken), "name": facts.broken[0].invariant},
    )


TRIGGER = Trigger(NAME, frozenset(), find)
"""It reads nothing by itself: the nightly proof brings what it has found."""
