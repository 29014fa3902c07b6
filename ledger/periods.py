"""Which days still take postings, and where a late fact goes."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BookingDay:
    """Where a fact is booked, and where it belongs if that is another day."""

    booked_on: dt.date
    belongs_on: dt.date | None


@dataclass(frozen=True, slots=True)
class OpenBooks:
    """The books as far as they are closed; nothing is closed when there is no day."""

    closed_through: dt.date | None

    def is_open(self, day: dt.date) -> bool:
        """Say whether a day still takes postings."""
        return self.closed_through is None or day > self.closed_through

    def booking_day(self, fact_on: dt.date, today: dt.date) -> BookingDay:
        """Place a fact: on its own day, or today with a pointer when that day is closed."""
        if self.is_open(fact_on):
            return BookingDay(fact_on, None)
        return BookingDay(today, fact_on)
