"""An order was closed so many days ago and is not paid."""

import datetime as dt
from collections.abc import Iterator

from alerts.facts import Facts
from alerts.finding import Finding, Severity
from alerts.flagged import standing
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger

NAME = "unpaid_order"
_GRAVE_TIMES = 3
"""From so many times the days on it is grave."""


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find closed orders that are unpaid for as long; matching opens them after fourteen days."""
    for flag in standing(facts, "order_unpaid"):
        day = max(flag.since + dt.timedelta(days=chosen["days"]), flag.opened_on)
        ends = flag.closed_on or facts.today
        if day > ends or flag.amount.minor < chosen["from"]:
            continue
        age = (ends - flag.since).days
        times = age // max(1, chosen["days"])
        yield Finding(
            trigger=NAME,
            key=flag.about,
            subject=flag.who or flag.about,
            severity=Severity.HIGH if times >= _GRAVE_TIMES else Severity.MIDDLE,
            level=times.bit_length(),
            amount=flag.amount,
            records=flag.records,
            reason=NAME,
            day=day,
            known_on=day,
            said={"name": flag.name, "who": flag.who, "amount": flag.amount, "days": age,
                  "day": flag.since},
            holds=flag.closed_on is None,
        )  # fmt: skip


TRIGGER = Trigger(
    NAME,
    frozenset({"flags"}),
    find,
    (
        Parameter("days", Unit.DAYS, 14, (14, 21, 30, 45), least=14, most=365),
        Parameter("from", Unit.MONEY, 0, (0, 50_000, 200_000, 1_000_000)),
    ),
)
