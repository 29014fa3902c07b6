"""The same was paid twice: by a customer, or by the shop, be it once in cash and once by bank."""

import datetime as dt
from collections.abc import Iterator, Sequence

from alerts.facts import Facts, Payment
from alerts.finding import Finding, Severity
from alerts.flagged import standing
from alerts.parameters import Chosen, Parameter, Unit
from alerts.parties import by_party
from alerts.trigger import Trigger

NAME = "paid_twice"
_HABIT = 3
"""Who was paid the same sum so often before, and never within so few days, is paid by habit."""


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find customers who paid twice, and payments of one sum to one party within some days."""
    for flag in standing(facts, "duplicate_payment"):
        yield Finding(
            trigger=NAME, key=flag.about, subject=flag.who or flag.about, severity=Severity.MIDDLE,
            level=1, amount=flag.amount, records=flag.records, reason=f"{NAME}_customer",
            day=flag.opened_on, known_on=flag.opened_on,
            said={"name": flag.name, "who": flag.who, "amount": flag.amount},
            holds=flag.closed_on is None,
        )  # fmt: skip
    told: set[str] = set()
    for one, other in _by_photo(facts.payments):
        told.add(other.record)
        if facts.is_asked(one) or facts.is_asked(other):
            yield _finding(one, other, f"{NAME}_photo")
    within = dt.timedelta(days=chosen["within"])
    for payments in by_party(facts.payments).values():
        for one, other in _pairs(payments, within):
            is_asked = facts.is_asked(one) or facts.is_asked(other)
            if is_asked and other.record not in told:
                is_across = one.is_cash != other.is_cash
                yield _finding(one, other, f"{NAME}_across" if is_across else NAME)


def _by_photo(payments: Sequence[Payment]) -> Iterator[tuple[Payment, Payment]]:
    """Give payments of one sum that the same photo proves, told in two messages."""
    seen: dict[tuple[str, int, str], Payment] = {}
    for each in payments:
        if not each.photo:
            continue
        key = (each.photo, each.amount.minor, each.amount.currency)
        if key in seen:
            yield seen[key], each
        seen.setdefault(key, each)


def _pairs(payments: Sequence[Payment], within: dt.timedelta) -> Iterator[tuple[Payment, Payment]]:
    """Give neighbouring payments of one sum that are so close; what comes by habit is left out."""
    by_sum: dict[tuple[int, str], list[Payment]] = {}
    for each in payments:
        by_sum.setdefault((each.amount.minor, each.amount.currency), []).append(each)
    for same in by_sum.values():
        for place in range(1, len(same)):
            one, other = same[place - 1], same[place]
            if other.day - one.day <= within and not _is_habit(same[: place + 1]):
                yield one, other


def _is_habit(payments: Sequence[Payment]) -> bool:
    """Tell whether the last came as long after the one before as those before it did."""
    if len(payments) <= _HABIT:
        return False
    gaps = [
        (later.day - earlier.day).days
        for earlier, later in zip(payments[-_HABIT - 1 :], payments[-_HABIT:], strict=False)
    ]
    return gaps[-1] * 2 >= min(gaps[:-1]) and gaps[-1] > 0


def _finding(one: Payment, other: Payment, reason: str) -> Finding:
    return Finding(
        trigger=NAME, key=f"{one.record}|{other.record}", subject=other.party.casefold(),
        severity=Severity.HIGH, level=1, amount=other.amount,
        records=(one.record, other.record), reason=reason, day=other.day,
        known_on=max(one.known_on, other.known_on),
        said={"who": other.party, "amount": other.amount, "day": one.day, "again": other.day},
    )  # fmt: skip


TRIGGER = Trigger(
    NAME,
    frozenset({"flags", "payments"}),
    find,
    (Parameter("within", Unit.DAYS, 7, (3, 7, 14, 30), least=1, most=90),),
)
