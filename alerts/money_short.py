"""The money is about to run out: what is held, what is due, and what usually comes and goes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from math import isqrt

from alerts.facts import Facts, OnHand
from alerts.finding import Finding, Severity
from alerts.odd_expense import middle
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger
from ledger.money import Money

NAME = "money_short"
_BELOW, _UNDER = "money_below", "money_under"
"""The reasons where something should always be left: it will not be, or is not even now."""
_DAYS_MIN = 28
"""Of fewer days nothing is usual."""
_WEEK = 7
_BAND_PERCENT = 128
"""So many hundredths of the spread on each side hold four outcomes of five."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What will be there at the end of a day, and between what in four cases of five."""

    day: dt.date
    likely: int
    low: int
    high: int


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find the first day on which less is likely to be left than should be."""
    on_hand = facts.on_hand
    if on_hand is None or len(on_hand.days) < _DAYS_MIN:
        return
    path = forecast(on_hand, facts.today, chosen["ahead"])
    short = next((each for each in path if each.likely < chosen["keep"]), None)
    if short is None:
        return
    currency = on_hand.held.currency
    left = (short.day - facts.today).days
    yield Finding(
        trigger=NAME,
        key=currency,
        subject=currency,
        severity=Severity.CRITICAL if left <= _WEEK // 2 else Severity.HIGH,
        # Told again when the day is half as far.
        level=10 - left.bit_length(),
        amount=Money(max(0, chosen["keep"] - short.likely), currency),
        records=(),
        reason=_reason(on_hand.held.minor, chosen["keep"]),
        day=facts.today,
        known_on=facts.today,
        said={
            "amount": on_hand.held,
            "day": short.day,
            "days": left,
            "keep": Money(chosen["keep"], currency),
            "low": Money(short.low, currency),
            "high": Money(short.high, currency),
            "due": Money(
                sum(each.amount for each in on_hand.due if each.day <= short.day), currency
            ),
        },
    )


def _reason(held: int, keep: int) -> str:
    if not keep:
        return NAME
    return _UNDER if held < keep else _BELOW


def forecast(on_hand: OnHand, today: dt.date, days: int) -> tuple[Ahead, ...]:
    """Give what will be there on each of the next days.

    Each weekday changes the money by the middle of what it changed it by in the last weeks; known
    payments come on their days. How far single days were from their middle makes the band, which
    grows with the root of the days.
    """
    by_weekday: dict[int, list[int]] = {}
    for each in on_hand.days:
        by_weekday.setdefault(each.day.weekday(), []).append(each.change)
    usual = {weekday: middle(values) for weekday, values in by_weekday.items()}
    # A weekday's middle leaves out what comes seldom; the weeks' own mean has it.
    total = sum(each.change for each in on_hand.days)
    rest = total - sum(usual[each.day.weekday()] for each in on_hand.days)
    daily = rest // len(on_hand.days)
    apart = [each.change - usual[each.day.weekday()] - daily for each in on_hand.days]
    variance = sum(each * each for each in apart) // len(apart)
    path, likely = [], on_hand.held.minor
    for ahead in range(1, days + 1):
        day = today + dt.timedelta(days=ahead)
        due = sum(each.amount for each in on_hand.due if each.day == day)
        likely += usual.get(day.weekday(), 0) + daily - due
        band = isqrt(variance * ahead) * _BAND_PERCENT // 100
        path.append(Ahead(day, likely, likely - band, likely + band))
    return tuple(path)


TRIGGER = Trigger(
    NAME,
    frozenset({"on_hand"}),
    find,
    (
        Parameter("ahead", Unit.DAYS, 14, (7, 14, 21, 30), least=1, most=60),
        Parameter("keep", Unit.MONEY, 0, (0, 1_000_000, 5_000_000, 20_000_000)),
    ),
    is_on=False,
    is_daily=True,
)
