"""The shop itself: its name, money, zone, language."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Shop:
    """What the whole shop has in common."""

    name: str
    base_currency: str
    zone: str
    """An IANA zone name, such as "Europe/Kyiv"."""
    language: str
    is_ready: bool
    """Whether set-up was led to its end."""

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Show a moment on the shop's clock."""
        return moment.astimezone(ZoneInfo(self.zone))

    def begin_of(self, day: dt.date) -> dt.datetime:
        """Give the moment at which a day of the shop begins."""
        return dt.datetime.combine(day, dt.time(), ZoneInfo(self.zone))

    def day_of(self, moment: dt.datetime) -> dt.date:
        """Decide the shop's day of a moment."""
        return self.local(moment).date()
