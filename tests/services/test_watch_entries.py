"""The day's question: put once, to whoever knows, and taught by the answers."""

import datetime as dt
from dataclasses import replace

from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin
from ledger.money import Money
from services.cash.watch_entries import (
    AskedAboutMissing,
    MissingAnswered,
    answer_missing,
    ask_about_missing,
)
from services.cash.watch_ports import WatchState
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database
from services.tills.report_day import report_day, usual_day
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, hire, lay

EVENING = Cause("system:test", None, NOW + dt.timedelta(hours=4))


def tell(books: Books, person: Person, day: dt.date, number: int, minor: int = 20_000) -> None:
    at = dt.datetime.combine(day, dt.time(9), dt.UTC)
    operation = CashOperation(CashDirection.OUT, Money(minor, "UAH"), CashCategory.DELIVERY)
    entry = JournalEntry(
        booked_on=day,
        occurred_at=at,
        narration="courier",
        postings=operation.postings("till.1"),
        origin=Origin("demo", str(number)),
        category=CashCategory.DELIVERY.value,
        counterparty="Petro",
    )
    books.journal.add([entry], Cause(person.actor, None, at))


def with_habit(books: Books) -> tuple[Person, Person]:
    lay(books)
    cashier, other = hire(books), hire(books, telegram_id=101)
    for back in (1, 2, 3, 4):
        tell(books, cashier, DAY - dt.timedelta(weeks=back), back, 10_000 * back)
    return cashier, other


async def test_one_question_a_day_to_whoever_told_it(database: Database) -> None:
    def play(books: Books) -> None:
        cashier, _ = with_habit(books)
        asked = ask_about_missing(books, EVENING)
        assert isinstance(asked, AskedAboutMissing)
        assert asked.person == cashier
        assert asked.missing.habit.counterparty == "Petro"
        assert ask_about_missing(books, EVENING) is None

    await database.write(play)
    assert await database.read(verify_books) == ()


async def test_what_was_told_meanwhile_is_not_asked(database: Database) -> None:
    def play(books: Books) -> None:
        cashier, _ = with_habit(books)
        tell(books, cashier, DAY, 9)
        assert ask_about_missing(books, EVENING) is None

    await database.write(play)


async def test_an_answer_counts_once_and_only_of_who_may(database: Database) -> None:
    def play(books: Books) -> None:
        cashier, other = with_habit(books)
        asked = ask_about_missing(books, EVENING)
        assert asked is not None
        number = asked.question.id
        wrong = answer_missing(books, number, WatchState.NONE, other, EVENING)
        assert wrong == NotAllowed()
        taken = answer_missing(books, number, WatchState.NONE, cashier, EVENING)
        assert isinstance(taken, MissingAnswered)
        again = answer_missing(books, number, WatchState.MUTED, cashier, EVENING)
        assert again == StaleAnswer()
        assert answer_missing(books, 99, WatchState.NONE, cashier, EVENING) == StaleAnswer()

    await database.write(play)


async def test_a_muted_habit_is_never_asked_about_again(database: Database) -> None:
    def play(books: Books) -> None:
        cashier, _ = with_habit(books)
        asked = ask_about_missing(books, EVENING)
        assert asked is not None
        answer_missing(books, asked.question.id, WatchState.MUTED, cashier, EVENING)
        later = replace(EVENING, at=EVENING.at + dt.timedelta(weeks=1))
        assert ask_about_missing(books, later) is None

    await database.write(play)


async def test_a_director_is_asked_when_no_teller_is_left(database: Database) -> None:
    def play(books: Books) -> None:
        cashier, other = with_habit(books)
        books.people.change(replace(cashier, is_active=False))
        books.people.change(replace(other, is_active=False))
        director = hire(books, Role.DIRECTOR, telegram_id=102)
        asked = ask_about_missing(books, EVENING)
        assert asked is not None
        assert asked.person == director

    await database.write(play)


async def test_the_usual_day_is_that_of_the_weekday_by_this_time(database: Database) -> None:
    def play(books: Books) -> None:
        with_habit(books)
        norm = usual_day(books, DAY, NOW)
        assert norm is not None
        assert (norm.usual, norm.day_count) == (Money(-25_000, "UAH"), 4)
        early = NOW.replace(hour=6)
        assert usual_day(books, DAY, early) is None
        assert usual_day(books, DAY - dt.timedelta(days=1), NOW) is None
        assert report_day(books, DAY).currency("UAH").net == Money(0, "UAH")

    await database.write(play)
