"""Questions of how often: who came to buy again, whose counts of the till came out short."""

import pytest

from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from services.messages import Cause
from services.ports import Books, Database
from tests.conftest import NOW
from tests.known_book import TODAY
from tests.questions.answering import answered


def _counted(books: Books) -> None:
    """Have Olha's counts come out short twice, of 20 and 30, and Serhii's once, of 100."""
    for number, (person, till, amount) in enumerate(
        ((1, "till.1", 20), (1, "till.1", 30), (2, "till.2", 100))
    ):
        money = Money(amount * 100, "UAH")
        entry = JournalEntry(
            booked_on=TODAY,
            occurred_at=NOW,
            narration="count",
            postings=(Posting("expense.cash_shortage", money), Posting(till, -money)),
            origin=Origin("count", str(number)),
        )
        books.journal.add([entry], Cause(f"person:{person}", None, NOW))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("у кого чаще всего недостача", "1. Olha: 2 times, ₴50\n2. Serhii Bondar: once, ₴100"),
        ("хто найчастіше має недостачу", "1. Olha: 2 times, ₴50"),
        ("who has shortages most often", "1. Olha: 2 times, ₴50"),
        ("which till has shortages most often", "1. Till: 2 times, ₴50\n2. Till 2: once, ₴100"),
        ("в какой кассе чаще всего недостача", "1. Till: 2 times, ₴50"),
        ("how many customers bought more than once this year", "<b>3</b>, ₴64,200 together"),
        ("скільки клієнтів купили більше одного разу цього року", "<b>3</b>, ₴64,200 together"),
        ("сколько клиентов за год купили больше одного раза", "more than once"),
        ("сколько постоянных клиентов в этом году", "<b>3</b>, ₴64,200 together"),
        ("who bought more than once this year", "1. Olena: 4 times, ₴31,500"),
        ("repeat customers this year", "1. Olena: 4 times"),
    ],
)
async def test_it_is_told_how_often(book: Database, question: str, told: str) -> None:
    await book.write(_counted)
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ")
