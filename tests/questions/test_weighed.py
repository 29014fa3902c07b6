"""What is weighed: the usual, per cents, counted days, ages; money gone and to be spent."""

import datetime as dt

import pytest

from ledger.days import Days
from ledger.money import Money
from parsing.questions.query import Ask, Group, Measure, Query
from parsing.questions.query_json import query_from_json, query_to_json
from services.answers.answer_question import answer_question
from services.answers.ask_rights import is_sensitive
from services.people import Role
from services.ports import Books, Database
from services.tills.count_types import CountState, Sheet, SheetState, TillCount
from tests.conftest import NOW
from tests.questions.answering import answered, read_in


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is november going better than it normally does", "Usually: ₴21,250 (the middle of 2"),
        ("sales today compared with a normal Friday", "Too few such days lie behind"),
        ("how many days in october had no sales at all", "<b>27</b> days, ₴0 together"),
        ("how many days in october had no sales at all", "Looked at: 31"),
        ("скільки днів у жовтні продажі були менше 10 тисяч", "Of them with nothing at all: 27"),
        (
            "на скільки днів у жовтні продажі перевищили 10 тисяч",
            "<b>3</b> days, ₴46,000 together",
        ),
        ("margin per order on average in october", "₴16,700 on 2 orders whose costs are known"),
        ("how many orders in november had a margin under 20 %", "<b>1</b> order left ₴1,300"),
        ("how many orders in november had a margin over 20 %", "<b>0</b> orders left ₴0"),
        ("how many orders a day in october on average", "<b>0.1</b> a day: 4 in 31 days"),
        ("how many refunds over 1000 in october", "<b>1</b> entry, ₴1,500 together"),
        ("how many refunds over 2000 in october", "<b>0</b> entries, ₴0 together"),
        ("receivables by age", "31–60 days old (1): ₴14,000"),
        ("margin in october", "76.5 % of: sales"),
        ("wages to gross margin ratio in october", "42.3 % of: gross margin"),
        ("доля налички в поступлениях за октябрь", "48.1 % of: money that came in"),
        ("can we afford 50 000 before new year", "With 50,000 spent, likely ₴11,000 is left"),
        ("can we afford 50 000 before new year", "The least on the way: "),
        ("did the tills balance on tuesday", "No count of a till was made in these days."),
        ("installers in october, who got how much", "1. Ihor: ₴1,800"),
        ("weekends or weekdays, when do we sell more in october", "A day from Monday to Friday: "),
        ("fees at mono for transfers this autumn", "left out: “transfers”"),
    ],
)
async def test_what_is_weighed_is_told_with_its_measure(
    book: Database, question: str, told: str
) -> None:
    said = (await answered(book, question)).replace("\xa0", " ")
    assert told in said, said


async def test_a_count_that_was_made_is_told_whether_it_agreed(book: Database) -> None:
    def count(books: Books) -> None:
        cashier = next(each for each in books.people.all() if each.role is Role.CASHIER)
        money = Money(3_442_000, "UAH")
        same = Sheet("UAH", SheetState.AGREED, counted=money, expected=money,
                    settled_at=NOW)  # fmt: skip
        books.counts.add(
            TillCount(
                0, 1, "till.1", cashier.id, cashier.id, None, CountState.DONE, NOW, (same,), NOW
            )
        )

    await book.write(count)
    said = await answered(book, "did Olha's till balance today")
    assert "Till: counted, and it agreed" in said, said


async def test_what_moved_the_money_adds_up_to_the_change(book: Database) -> None:
    def look(books: Books) -> tuple[int, int, int]:
        found = read_in(books, "why is there less money than at the end of october")
        assert isinstance(found, Query)
        answer = answer_question(books, found, NOW)
        ends = {row.role: row.amount.minor for row in answer.rows}
        causes = [row for row in answer.rows if row.role not in {"now", "before", "in", "out"}]
        return (
            answer.amount.minor,
            ends["now"] - ends["before"],
            sum(row.amount.minor for row in causes),
        )

    change, apart, together = await book.read(look)
    await book.close()
    assert change == apart == together != 0


async def test_the_largest_reasons_alone_are_told_with_what_all_others_come_to(
    book: Database,
) -> None:
    said = await answered(book, "2 biggest reasons expenses grew in october")
    causes = said.split("What made the difference:")[1].split("\n\n")[0].strip().splitlines()
    assert len(causes) == 3
    assert causes[-1].startswith("· everything else")


def test_what_is_weighed_survives_as_plain_values() -> None:
    days = Days.month(2026, 10)
    query = Query(
        Ask.COUNT, Measure.MARGIN, days, group=Group.ORDER, is_usual=True, least_percent=5,
        most_percent=40,
    )  # fmt: skip
    assert query_from_json(query_to_json(query)) == query


def test_who_was_paid_is_told_to_one_person_alone() -> None:
    days = Days.one(dt.date(2026, 11, 20))
    assert is_sensitive(Query(Ask.WHY, Measure.MONEY, days))
    assert is_sensitive(Query(Ask.COUNT, Measure.EXPENSES, days, group=Group.DAY))
    assert not is_sensitive(Query(Ask.COUNT, Measure.SALES, days, group=Group.DAY))
