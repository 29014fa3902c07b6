"""What comes from the bank in a dialogue: statements dropped into the chat, the morning after."""

from collections.abc import Awaitable, Callable, Sequence
from typing import assert_never

from bot.statement_files import read_dropped
from bot.wiring import new_clerk
from handlers.bank.bank_news import bank_file_news
from handlers.exceptions.exception_news import inquiry_news, settled_news
from handlers.filing.review_cards import morning_card
from jobs.look_through_books import look_through_books
from jobs.match_records import match_records
from jobs.tell_of_lines import tell_of_lines
from reconciliation.terms import read_terms
from services.bank.bank_types import FileRead, TableAsked
from services.intake.bank_file_ports import BankFile
from services.intake.report_types import ReportRead
from services.intake.take_bank_file import ask_about_table, import_file, import_report, take_file
from services.intake.take_report import known_tables
from services.matching.matcher import Matcher
from services.messages import Cause, QueuedMessage
from services.ports import Books, Clock, Database
from tests.conversations.test_bank_files import camt

Announce = Callable[[Sequence[QueuedMessage]], None]
Job = Callable[[Database, Clock, Announce], Awaitable[object]]
ACCOUNTANT = 2
STATEMENT = camt(
    (-2_500_000, "Оренда приміщення за листопад", "r1"),
    (-120_000, "ТОВ Зубрівка, рах. 881", "r2"),
    (-130_000, "ТОВ Зубрівка, рах. 902", "r3"),
    (-45_000, "Кастет, банер", "r4"),
    opening=10_000_000,
)
NEXT = camt((-140_000, "ТОВ Зубрівка, рах. 930", "r5"), opening=7_205_000).replace(
    b"2026-11-20", b"2026-11-21"
)
ORDERS = (
    "order_id,number,created_at,closed_at,status,total,customer,payment_method\n"
    "901,4811,2026-11-01T10:00,2026-11-02T10:00,closed,1200.00,Олена Бондар,bank_transfer\n"
    "902,4812,2026-11-01T11:00,2026-11-02T11:00,closed,420.00,Ігор Ткач,bank_transfer\n"
).encode()
PAID = camt(
    (120_000, "Оплата замовлення 4811", "r7"),
    (64_000, "Оплата за товар, замовлення 4899", "r8"),
    opening=500_000,
)
REST = camt((42_000, "Доплата, замовлення 4812", "r9"), opening=684_000).replace(
    b"2026-11-20", b"2026-11-21"
)
CASH_ORDERS = (
    "order_id,number,created_at,closed_at,status,total,customer,payment_method\n"
    "911,4821,2026-11-19T10:00,2026-11-20T09:10,closed,1850.00,Марія Гнатюк,cash\n"
).encode()
MORE_CASH = CASH_ORDERS.replace(b"911,4821", b"912,4822").replace(b"1850.00", b"700.00")
TABLE = (
    b"Account;UA213223130000026007233566001\nCurrency;UAH\n\nDate;Amount;Details\n"
    b"03/04/2026;-100.00;Zubrowka\n05/06/2026;-200.00;Kastet\n"
)


def drops(content: bytes, name: str, number: int) -> Job:
    """Make a job that has the accountant drop a file, and reads it."""

    async def drop(database: Database, clock: Clock, announce: Announce) -> None:
        cause = Cause("system:bank_reader", None, clock.now())

        def put(books: Books) -> tuple[QueuedMessage, ...]:
            (person,) = (each for each in books.people.all() if each.telegram_id == ACCOUNTANT)
            dropped = BankFile(
                0, ACCOUNTANT, number, person.id, name, "file", cause.at,
                digest=books.bank_files.keep(content, cause.at),
            )  # fmt: skip
            file = take_file(books, dropped, person)
            assert isinstance(file, BankFile)
            read = read_dropped(content, file.answers or {}, known_tables(books))
            match read:
                case ReportRead():
                    news = import_report(books, file, read, cause)
                case TableAsked():
                    news = ask_about_table(books, file, read)
                case FileRead(statements):
                    news = import_file(books, new_clerk(), file, statements, cause)
                case _:
                    assert_never(read)
            assert news is not None
            return books.outbox.add(bank_file_news(books, news), cause)

        announce(await database.write(put))

    return drop


async def morning(database: Database, clock: Clock, announce: Announce) -> None:
    """Tell what waits."""
    await tell_of_lines(database, clock, new_clerk(), morning_card, announce)


async def looked_through(database: Database, clock: Clock, announce: Announce) -> None:
    """Look through the books, and ask about cash."""
    await look_through_books(database, clock, settled_news, inquiry_news, announce)


async def matched(database: Database, clock: Clock, announce: Announce) -> None:
    """Match what came."""
    await match_records(database, clock, Matcher(read_terms), settled_news, announce)
