"""How well last week's alerts did: how many were told, how many were of use, which were not."""

import datetime as dt
from dataclasses import dataclass

from services.alerts.alert_ports import AlertCount
from services.ports import Books
from services.posting import shop_of

_WEEK = dt.timedelta(days=7)
_USELESS_MIN = 3
"""Of so many that were of no use, and more than were, the shop is advised to set other numbers."""


@dataclass(frozen=True, slots=True)
class WeekOfAlerts:
    """A week's alerts by trigger, the commonest first."""

    triggers: tuple[AlertCount, ...]

    @property
    def told(self) -> int:
        """Say how many were told."""
        return sum(each.told for each in self.triggers)

    @property
    def useful(self) -> int:
        """Say how many somebody did something about."""
        return sum(each.useful for each in self.triggers)

    @property
    def useless(self) -> int:
        """Say how many were of no use."""
        return sum(each.useless for each in self.triggers)

    @property
    def advised(self) -> str | None:
        """Name the trigger that wants other numbers, if one does."""
        bad = [
            each
            for each in self.triggers
            if each.useless >= _USELESS_MIN and each.useless > each.useful
        ]
        worst = max(bad, key=lambda each: each.useless, default=None)
        return None if worst is None else worst.trigger


def week_of_alerts(books: Books, at: dt.datetime) -> WeekOfAlerts:
    """Count the alerts of the seven days before today."""
    dawn = shop_of(books).local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    counts = books.alerts.counts(dawn - _WEEK, dawn)
    return WeekOfAlerts(tuple(sorted(counts, key=lambda each: (-each.told, each.trigger))))
