"""What the exceptions have found, told to leaders from a size and an age on."""

import datetime as dt
from collections.abc import Iterator

from alerts.facts import Facts, Flag
from alerts.finding import Finding, Severity


def standing(facts: Facts, kind: str) -> Iterator[Flag]:
    """Give the exceptions of a kind that nobody has explained."""
    return (each for each in facts.flags if each.kind == kind and not each.is_explained)


def found_late(
    facts: Facts, flag: Flag, trigger: str, days: int, severity: Severity
) -> Finding | None:
    """Give what stands so many days after it was found; told again when it is twice as old."""
    day = flag.opened_on + dt.timedelta(days=days)
    ends = flag.closed_on or facts.today
    if day > ends:
        return None
    age = (ends - flag.since).days
    return Finding(
        trigger=trigger,
        key=flag.about,
        subject=flag.who or flag.about,
        severity=severity,
        level=(age // 7).bit_length() + 1,
        amount=flag.amount,
        records=flag.records,
        reason=trigger,
        day=day,
        known_on=day,
        said={
            "name": flag.name,
            "who": flag.who,
            "amount": flag.amount,
            "days": age,
            "day": flag.since,
        },
        holds=flag.closed_on is None,
    )
