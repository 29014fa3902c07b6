"""What the books find wrong by themselves, whatever matching says; a finder is a line here."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from services.exception_kinds import OF_THE_BOOKS
from services.exception_ports import ExceptionEvent, ExceptionItem, Happened
from services.find_bank_faults import find_bank_faults
from services.find_cash_orders import find_cash_orders
from services.find_unposted import find_unposted
from services.match_ports import MATCHER
from services.messages import Cause
from services.ports import Books
from services.resolve_exception import close_exception

FINDERS: tuple[Callable[[Books, dt.datetime], Iterator[ExceptionItem]], ...] = (
    find_bank_faults,
    find_unposted,
    find_cash_orders,
)


def find_in_books(books: Books, cause: Cause) -> tuple[ExceptionItem, ...]:
    """Open what is wrong in the books, and close what is right again; give what was closed."""
    standing = {
        (each.kind, each.about): each
        for each in books.exceptions.standing()
        if each.kind in OF_THE_BOOKS
    }
    found = {
        (each.kind, each.about): each for finder in FINDERS for each in finder(books, cause.at)
    }
    new = [each for key, each in found.items() if key not in standing]
    books.exceptions.add(new, ExceptionEvent(Happened.OPENED, MATCHER, cause.at))
    closed: list[ExceptionItem] = []
    for key, mine in standing.items():
        if key not in found:
            event = ExceptionEvent(Happened.CLOSED, MATCHER, cause.at)
            closed.append(close_exception(books, mine, event))
        elif mine.amount != found[key].amount:
            now = replace(mine, amount=found[key].amount, records=found[key].records)
            books.exceptions.change(now, ExceptionEvent(Happened.CHANGED, MATCHER, cause.at))
    return tuple(closed)
