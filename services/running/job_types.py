"""What runs by the clock: when it is due, and what each of its runs came to."""

import datetime as dt
import enum
from collections.abc import Callable
from dataclasses import dataclass


class JobOutcome(enum.StrEnum):
    """How a run ended."""

    DONE = "done"
    FAILED = "failed"
    LOST = "lost"
    """Whoever ran it never said how it ended: the process was killed."""


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day at a time of the shop's clock."""

    at: dt.time


@dataclass(frozen=True, slots=True)
class Every:
    """At each so many minutes of the clock; sixty can be divided by them."""

    minutes: int


@dataclass(frozen=True, slots=True)
class JobPlan:
    """A job by name, and when it is due."""

    name: str
    rhythm: Daily | Every
    late_max: dt.timedelta
    """A run that was missed is made up when it is no later than this."""


@dataclass(frozen=True, slots=True)
class JobRun:
    """One run of a job."""

    name: str
    due_at: dt.datetime
    """The time of the plan that it stands for."""
    began_at: dt.datetime
    id: int = 0
    """Nought until it is kept."""
    ended_at: dt.datetime | None = None
    outcome: JobOutcome | None = None
    """None while it runs."""
    did: int = 0
    """How many things it did; each job says what it counts."""
    reason: str | None = None
    """Why it failed."""
    failures: int = 0
    """How many runs in a row have failed, with this one once it has ended."""
    asked_by: int | None = None
    """The person who wanted it at once."""


@dataclass(frozen=True, slots=True)
class JobCall:
    """Somebody wants a job at once."""

    name: str
    asked_by: int
    asked_at: dt.datetime


@dataclass(frozen=True, slots=True)
class JobBoard:
    """The jobs of this process, and how to have it look at once for what is due."""

    plans: tuple[JobPlan, ...]
    wake: Callable[[], None]
