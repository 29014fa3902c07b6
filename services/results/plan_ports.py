"""What plans need of the books."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from ledger.days import Days
from reports.plan import Plan
from services.messages import Cause


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as it was set: which version of its month's it is, by whom, when."""

    plan: Plan
    version: int
    set_by: str
    set_at: dt.datetime


class Plans(Protocol):
    """Plans of months; each change is a version, none is ever changed or deleted."""

    def of(self, month: dt.date) -> tuple[KeptPlan, ...]:
        """Give every version of a month's plan, the newest first."""

    def within(self, days: Days) -> Mapping[dt.date, Plan]:
        """Give the plans that hold of the months that some days touch, by their first days."""

    def add(self, plan: Plan, version: int, cause: Cause) -> None:
        """Keep a plan as a version.

        Raises:
            StorageError: somebody set one in this very moment.
        """
