"""What the exceptions have found, told to leaders from a size and an age on."""

import datetime as dt
from collections.abc import Iterator

from alerts.facts import Facts, Flag
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger


def standing(facts: Facts, kind: str) -> Iterator[Flag]:
    """Give the exceptions of a kind that nobody has explained."""
    return (each for each in facts.flags if each.kind == kind and not each.is_explained)


def trigger_of_late(kind: str, severity: Severity, *, days: tuple[int, ...]) -> Trigger:
    """Make the trigger of exceptions of a kind that stand for days: at once, or as chosen."""

    def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
        for flag in standing(facts, kind):
            late = _found_late(facts, flag, kind, chosen["later"], severity)
            if late is not None:
                yield late

    later = Parameter("later", Unit.DAYS, 0, days, most=60)
    return Trigger(kind, frozenset({"flags"}), find, (later,))


def _found_late(
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
