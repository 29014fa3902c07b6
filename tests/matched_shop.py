"""A shop whose orders, payments and bank lines are matched, for tests."""

import datetime as dt

from bot.wiring import new_clerk
from ledger.documents import Document, DocumentKind, Reference, ReferenceKind
from reconciliation.terms import read_terms
from services.bank.bank_types import FileImported
from services.bank.import_statement import import_statements
from services.exceptions.match_books import match_books
from services.intake.bring_documents import bring_documents
from services.intake.take_bank_file import take_lines
from services.matching.matcher import Matcher
from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books
from tests.bank_lines import line, statement
from tests.conftest import NOW
from tests.papers import order, payment, told, uah
from tests.shop import DAY, SYSTEM, lay_shop

LATER = Cause("system:test", None, NOW)


def shop(books: Books) -> Person:
    """Lay a shop out and hire an accountant."""
    lay_shop(books)
    books.documents.post_from(DAY.replace(day=1))
    return books.people.add(Newcomer(503, "Iryna", "uk"), Role.ACCOUNTANT, NOW)


def bring(books: Books, *documents: Document) -> None:
    bring_documents(books, [told(each) for each in documents], SYSTEM)


def banked(books: Books, *lines: tuple[int, int, str], counterparty: str = "Бондар Олена") -> None:
    """Import a day's lines and sort them."""
    for day, minor, purpose in lines:
        made = line(day, minor, purpose, counterparty=counterparty)
        stated = statement(made, opening=None, days=(day, day))
        done = import_statements(books, [stated], SYSTEM)
        assert isinstance(done, FileImported)
        take_lines(books, new_clerk(), done.statements, SYSTEM)


def matched(books: Books, matcher: Matcher | None = None) -> None:
    match_books(books, matcher or Matcher(read_terms), LATER)


def held(books: Books, *accounts: str) -> tuple[int, ...]:
    return tuple(books.balances.of(each, "UAH").minor for each in accounts)


ORDER = order(number="48123", paid_by="card_online")
PAID = payment(
    fee=uah(2_400),
    references=(
        Reference(ReferenceKind.ORDER, "48123"),
        Reference(ReferenceKind.PAYOUT, "B77"),
        Reference(ReferenceKind.MERCHANT, "EC-4471"),
    ),
)
PAYOUT = payment(
    "B77",
    117_600,
    kind=DocumentKind.PAYOUT,
    happened_at=NOW - dt.timedelta(days=1),
    references=(Reference(ReferenceKind.MERCHANT, "EC-4471"),),
)
SETTLED = (17, 117_600, "Переказ EasyCard B77 EC-4471")
TRANSFER = (16, 120_000, "Оплата замовлення № 48123")
OLD = dt.timedelta(days=17)
UNPAID = order(
    minor=42_000,
    lines=(),
    number="48123",
    paid_by="bank_transfer",
    happened_at=NOW - OLD,
    closed_at=NOW - OLD,
)


def by(person: Person, days: int = 0) -> Cause:
    return Cause(person.actor, None, NOW + dt.timedelta(days=days))
