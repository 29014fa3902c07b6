"""What a trigger finds, in codes and arguments: the words are told elsewhere."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ledger.money import Money

Said: TypeAlias = str | int | Money | dt.date


class Severity(enum.IntEnum):
    """How much it matters; what is critical is never held back."""

    LOW = 1
    MIDDLE = 2
    HIGH = 3
    CRITICAL = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that leaders should know."""

    trigger: str
    key: str
    """What it is about, within its trigger: a finding of the same key is the same."""
    subject: str
    """Whom or what it concerns beyond this one case: a supplier, a till, a provider."""
    severity: Severity
    level: int
    """How bad it is, in the trigger's own measure: told again only when this grows."""
    amount: Money
    """The money at stake, above zero or nothing."""
    records: tuple[str, ...]
    """Names of records, such as "order:bitrix24:410", "bank:12", "cash:telegram:7/12"."""
    reason: str
    """A code, "unpaid_order" or "low_margin_day"."""
    day: dt.date
    """The day on which it became so."""
    known_on: dt.date
    """The day on which the books could know: late statements tell of days long past."""
    said: Mapping[str, Said] = field(default_factory=dict)
    """What the reason is told with, by name."""
    holds: bool = True
    """Whether it is so still."""

    @property
    def name(self) -> tuple[str, str]:
        """Name it among all findings."""
        return self.trigger, self.key
