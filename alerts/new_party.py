"""Somebody who was never paid before is paid a large sum."""

from collections.abc import Iterator

from alerts.facts import Facts
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.parties import by_party
from alerts.trigger import Trigger

NAME = "new_party"
_OWN = frozenset({"expense.salaries", "expense.taxes", "asset.staff_advances",
                  "equity.owner_draws"})  # fmt: skip
"""People of the shop and the state are no suppliers."""


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find first payments of the sum or more."""
    for key, payments in by_party(facts.payments).items():
        first = payments[0]
        is_small = first.amount.currency == facts.currency and first.amount.minor < chosen["from"]
        if is_small or first.kind in _OWN or not facts.is_asked(first):
            continue
        yield Finding(
            trigger=NAME,
            key=key,
            subject=key,
            severity=Severity.MIDDLE,
            level=1,
            amount=first.amount,
            records=(first.record,),
            reason=NAME,
            day=first.day,
            known_on=first.known_on,
            said={"who": first.party, "amount": first.amount, "day": first.day},
        )


TRIGGER = Trigger(
    NAME,
    frozenset({"payments"}),
    find,
    (Parameter("from", Unit.MONEY, 1_000_000, (300_000, 1_000_000, 3_000_000, 10_000_000)),),
    is_on=False,
    is_event=True,
)
