"""How long a month's closing took, and what held it up, so that the next is shorter."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NOTHING = dt.timedelta()


@dataclass(frozen=True, slots=True)
class HoldUp:
    """What was waited for, and how long."""

    what: str
    """An item of the checklist, a signature, or that it was begun."""
    took: dt.timedelta


@dataclass(frozen=True, slots=True)
class ClosingTime:
    """How long a closing took from the end of its days, and what it waited for."""

    took: dt.timedelta
    hold_ups: tuple[HoldUp, ...]
    """The longest first; what was done before its days were over is left out."""


BEGUN = "begun"
"""The hold-up before anybody began to close."""


def closing_time(
    over_at: dt.datetime,
    begun_at: dt.datetime,
    closed_at: dt.datetime,
    done_at: Mapping[str, dt.datetime],
    signed_at: Sequence[tuple[str, dt.datetime]],
) -> ClosingTime:
    """Reckon how long a closing took.

    Items are waited for at the same time, so each counts from when the closing was begun; a
    signature can come only after all that goes before it.

    Args:
        over_at: when the days were over.
        begun_at: when somebody, or the clock, began to close them.
        closed_at: when they were closed.
        done_at: when each item was done for good.
        signed_at: what was signed when, in order.
    """
    began = max(over_at, begun_at)
    found = [HoldUp(BEGUN, began - over_at)]
    found += [HoldUp(what, max(_NOTHING, at - began)) for what, at in done_at.items()]
    ready = max([began, *done_at.values()])
    for what, at in signed_at:
        found.append(HoldUp(what, max(_NOTHING, at - ready)))
        ready = max(ready, at)
    longest = sorted(found, key=lambda each: (-each.took, each.what))
    return ClosingTime(
        max(_NOTHING, closed_at - over_at), tuple(each for each in longest if each.took)
    )
