"""A shop whose bank lines are filed, and its accountant, for tests."""

import datetime as dt

from services.bank.bank_types import FileImported
from services.bank.import_statement import import_statements
from services.filing.clerk import Clerk
from services.intake.take_bank_file import take_lines
from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books
from tests.bank_lines import line, statement
from tests.conftest import NOW
from tests.shop import lay_shop

ADVERTISING, RENT = "expense.advertising", "expense.rent"


def cause(person: Person, minutes: int = 0) -> Cause:
    return Cause(person.actor, None, NOW + dt.timedelta(minutes=minutes))


def hired(books: Books) -> Person:
    """Lay the shop out and hire an accountant."""
    lay_shop(books)
    return books.people.add(Newcomer(503, "Iryna", "uk"), Role.ACCOUNTANT, NOW)


def brings(books: Books, clerk: Clerk, *lines: tuple[int, int, str], opening: int) -> None:
    """Import lines of days and sort them."""
    days = [day for day, _, _ in lines]
    told = statement(
        *(line(day, minor, purpose) for day, minor, purpose in lines),
        opening=opening,
        days=(min(days), max(days)),
    )
    done = import_statements(books, [told], Cause("system:test", None, NOW))
    assert isinstance(done, FileImported)
    take_lines(books, clerk, done.statements, Cause("system:test", None, NOW))
