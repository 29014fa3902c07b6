"""A shop whose alerts are looked at by hand, its clock, and what its leaders were told."""

import datetime as dt

from alerts.alert import Alert
from handlers.alerts.alert_news import alert_news
from jobs.ring_alerts import ring
from ledger.cash import CashCategory, CashDirection
from ledger.documents import Document
from parsing.reading import CashDraft
from reconciliation.terms import read_terms
from services.alerts.set_alerts import switch_trigger
from services.bank.bank_types import FileImported
from services.bank.import_statement import import_statements
from services.cash.record_cash import record_cash
from services.cash_types import TypedCash
from services.exceptions.match_books import match_books
from services.intake.bring_documents import bring_documents
from services.matching.matcher import Matcher
from services.messages import Cause, QueuedMessage
from services.people import Newcomer, Person, Role
from services.ports import Books, Database
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from tests.bank_lines import line, statement
from tests.conftest import NOW, StillClock
from tests.papers import order, told, uah

DAYS = dt.timedelta(days=1)
SHOP = Shop("Teplo", "UAH", "Europe/Kyiv", "en", is_ready=True)


class Bell:
    """A shop, its clock, and what leaders were told."""

    def __init__(self, database: Database, clock: StillClock) -> None:
        self.database = database
        self.clock = clock
        self.messages: list[QueuedMessage] = []

    async def look(self) -> list[str]:
        """Look once; give what was told by it."""
        self.clock.move(dt.timedelta(minutes=1))
        before = len(self.messages)
        await ring(self.database, self.clock, alert_news, self.messages.extend)
        return [each.message.text for each in self.messages[before:]]

    def cause(self) -> Cause:
        return Cause("system:test", None, self.clock.now())

    async def brings(self, *documents: Document) -> None:
        cause = self.cause()
        await self.database.write(
            lambda books: bring_documents(books, [told(each) for each in documents], cause)
        )

    async def matches(self) -> None:
        cause = self.cause()
        await self.database.write(lambda books: match_books(books, Matcher(read_terms), cause))

    async def pays(
        self,
        number: int,
        minor: int,
        to: str,
        category: CashCategory = CashCategory.SUPPLIER_GOODS,
    ) -> None:
        cause = self.cause()

        def pay(books: Books) -> None:
            (cashier,) = (each for each in books.people.all() if each.role is Role.CASHIER)
            day = SHOP.day_of(cause.at)
            draft = CashDraft(uah(minor), CashDirection.OUT, category, day, to)
            typed = TypedCash(cashier, 7, number, "typed", cause.at)
            record_cash(books, typed, [draft], Cause(cashier.actor, None, cause.at))

        await self.database.write(pay)

    async def banks(self, day: int, minor: int, to: str, account: str | None = None) -> None:
        """Have a bank's line of so many days after the second of November."""
        cause = self.cause()

        def bank(books: Books) -> None:
            made = line(day, -minor, "goods", counterparty=to, counterparty_account=account)
            stated = statement(made, opening=None, days=(day, day))
            assert isinstance(import_statements(books, [stated], cause), FileImported)

        await self.database.write(bank)

    async def switches(self, *names: str) -> None:
        director, cause = await self.director(), self.cause()

        def switch(books: Books) -> None:
            for name in names:
                assert switch_trigger(books, name, director, cause, is_on=True) is None

        await self.database.write(switch)

    async def alerts(self) -> tuple[Alert, ...]:
        return await self.database.read(lambda books: books.alerts.open())

    async def director(self) -> Person:
        people = await self.database.read(lambda books: books.people.all())
        return next(each for each in people if each.role is Role.DIRECTOR)


def lay(books: Books) -> None:
    lay_chart(books, till_names=["Till"])
    books.shop.put(SHOP)
    books.documents.post_from((NOW - 30 * DAYS).date())
    books.people.add(Newcomer(1, "Dmytro", "en"), Role.DIRECTOR, NOW)
    books.people.add(Newcomer(2, "Olha", "en"), Role.CASHIER, NOW)
    books.people.add(Newcomer(3, "Iryna", "en"), Role.ACCOUNTANT, NOW)


def closed(number: str, minor: int, at: dt.datetime, **said: object) -> Document:
    """Make an order that was closed then, to be paid by bank."""
    told_of = {"happened_at": at, "closed_at": at, "lines": (), "paid_by": "bank_transfer"}
    return order(number, minor, **(told_of | said))
