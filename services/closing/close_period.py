"""Close the books through a day, for good."""

import datetime as dt

from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of


def close_period(
    books: Books, ends_on: dt.date, person: Person, cause: Cause
) -> dt.date | NotAllowed | StaleAnswer:
    """Close everything through a day that is over; give the day.

    A day that is closed already, or not over yet, is stale.
    """
    if not person.may(Permission.CLOSE_PERIOD):
        return NotAllowed()
    if ends_on >= shop_of(books).day_of(cause.at) or not books.periods.open_books().is_open(
        ends_on
    ):
        return StaleAnswer()
    books.periods.close(ends_on, cause)
    books.audit.record(
        cause, what="close_period", subject=f"period:{ends_on}", change={"ends_on": str(ends_on)}
    )
    return ends_on
