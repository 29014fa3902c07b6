"""Questions of days that were told otherwise before."""

import datetime as dt

import pytest

from ledger.days import Days
from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from parsing.questions.query import Ask, Measure, Query
from services.answers.ask_rights import is_sensitive
from services.ports import Books, Database
from services.results.tell_day import tell_day
from tests.conftest import NOW
from tests.known_book import SYSTEM
from tests.questions.answering import answered

DAY = dt.date(2026, 10, 20)


def _told_and_changed(books: Books) -> None:
    """Tell a day of October, then have a delivery of 50 belong to it."""
    tell_day(books, DAY, NOW)
    amount = Money(50_00, "UAH")
    late = JournalEntry(
        booked_on=DAY,
        occurred_at=NOW,
        narration="forgotten parcel",
        postings=(Posting("expense.delivery", amount), Posting("till.1", -amount)),
        origin=Origin("team", "late"),
        counterparty="Nova Poshta",
    )
    books.journal.add([late], SYSTEM)


@pytest.mark.parametrize(
    "question",
    ["did any october numbers change", "чому прибуток за жовтень тепер інший",
     "почему прибыль за октябрь теперь другая", "were the october figures restated",
     "has anything in october changed since you told me"],
)  # fmt: skip
async def test_a_day_that_changed_is_told_with_its_causes(book: Database, question: str) -> None:
    await book.write(_told_and_changed)
    said = (await answered(book, question)).replace("\xa0", " ")
    assert "<b>20 October 2026</b>: ₴6,500 → <b>₴6,450</b>\n· Nova Poshta: −\u2060₴50" in said


@pytest.mark.parametrize(
    "question", ["did any november numbers change", "задним числом в октябре"]
)
async def test_days_that_stand_are_said_to(book: Database, question: str) -> None:
    assert "Every day is still what it was told as." in await answered(book, question)


def test_what_changed_is_said_in_private() -> None:
    assert is_sensitive(Query(Ask.RESTATED, Measure.RESULT, Days.month(2026, 10)))
