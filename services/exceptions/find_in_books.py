"""What the books find wrong by themselves, whatever matching says; a finder is a line here."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from services.exceptions.exception_kinds import OF_THE_BOOKS
from services.exceptions.exception_ports import ExceptionEvent, ExceptionItem, Happened
from services.exceptions.find_bank_faults import find_bank_faults
from services.exceptions.find_cash_orders import find_cash_orders
from services.exceptions.find_unposted import find_unposted
from services.exceptions.resolve_exception import close_exception
from services.matching.match_ports import MATCHER
from services.messages import Cause
from services.ports import Books

FINDERS: tuple[Callable[[Books, dt.datetime], Iterator[ExceptionItem]], ...] = (
    find_bank_faults,
    find_unposted,
    find_cash_orders,
)


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong in the books, beside what was known of it."""

    new: tuple[ExceptionItem, ...]
    changed: tuple[ExceptionItem, ...]
    """As they are to be kept now."""
    gone: tuple[ExceptionItem, ...]

    @property
    def are_news(self) -> bool:
        """Say whether anything is otherwise than was known."""
        return bool(self.new or self.changed or self.gone)


def look_for_faults(books: Books, at: dt.datetime) -> Faults:
    """Look what is wrong by now; nothing is changed."""
    known = {
        (each.kind, each.about): each
        for each in books.exceptions.standing()
        if each.kind in OF_THE_BOOKS
    }
    found = {(each.kind, each.about): each for finder in FINDERS for each in finder(books, at)}
    return Faults(
        new=tuple(each for key, each in found.items() if key not in known),
        changed=tuple(
            replace(mine, amount=found[key].amount, records=found[key].records)
            for key, mine in known.items()
            if key in found and mine.amount != found[key].amount
        ),
        gone=tuple(each for key, each in known.items() if key not in found),
    )


def find_in_books(books: Books, cause: Cause) -> tuple[ExceptionItem, ...]:
    """Open what is wrong in the books, and close what is right again; give what was closed."""
    faults = look_for_faults(books, cause.at)
    books.exceptions.add(faults.new, _event(Happened.OPENED, cause))
    for each in faults.changed:
        books.exceptions.change(each, _event(Happened.CHANGED, cause))
    return tuple(
        close_exception(books, each, _event(Happened.CLOSED, cause)) for each in faults.gone
    )


def _event(what: Happened, cause: Cause) -> ExceptionEvent:
    return ExceptionEvent(what, MATCHER, cause.at)
