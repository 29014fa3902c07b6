"""What answers tell beside a figure: parts, shares, names, and how far a running day has come."""

import datetime as dt

import pytest

from handlers.answers.answer_text import answer_text, doubt_text
from handlers.answers.told_answer import names_of
from ledger.cash import CashCategory
from ledger.days import Days
from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from locales.words import words_of
from parsing.questions.grammar import read_question
from parsing.questions.lexicon import load_question_words
from parsing.questions.query import Ask, Doubt, Measure, Query
from parsing.questions.query_json import query_from_json, query_to_json
from parsing.reading import CashDraft
from services.answers.answer_question import answer_question, entries_behind
from services.answers.ask_rights import Allowed, Refusal, is_sensitive, may_ask
from services.answers.question_places import vocabulary_of
from services.cash.drafts import Draft, DraftState
from services.exceptions.exception_ports import ExceptionEvent, ExceptionItem, Happened
from services.messages import Cause
from services.ports import Books, Database
from services.results.answers import Answer
from tests.conftest import NOW
from tests.known_book import TODAY
from tests.shop import lexicon

EARLY = NOW.replace(hour=8, minute=0)
"""An hour before anything happens in the book, on any of its days."""


async def answered(book: Database, question: str, now: dt.datetime = NOW) -> tuple[Answer, str]:
    def look(books: Books) -> tuple[Answer, str]:
        vocabulary = vocabulary_of(books, load_question_words(), lexicon())
        query = read_question(question, today=TODAY, vocabulary=vocabulary)
        assert isinstance(query, Query), query
        answer = answer_question(books, query, now)
        words = words_of("en")
        return answer, answer_text(words, answer, names_of(books, words))

    found = await book.read(look)
    await book.close()
    return found


@pytest.mark.parametrize(
    "question", ["why are sales down today", "why is profit down today", "sales today vs 13.11"]
)
async def test_a_running_day_is_held_against_as_much_of_another(
    book: Database, question: str
) -> None:
    answer, said = await answered(book, question, EARLY)
    assert answer.until == dt.time(10)
    assert answer.rows[1].amount.minor == 0
    assert "up to 10:00" in said


async def test_a_day_that_is_over_is_held_against_the_whole_of_another(book: Database) -> None:
    answer, _ = await answered(book, "why were sales lower yesterday", EARLY)
    assert answer.until is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("fuel and delivery in october", "· Fuel and transport: ₴900\n· Delivery: ₴380"),
        ("wages vs rent in october", "· Rent: ₴15,000"),
        ("cash flow in october", "In: ₴38,500\nOut: ₴71,130"),
        ("money in and money out in october", "In: ₴38,500\nOut: ₴71,130"),
        ("cash or card in october", "1. at the bank: ₴20,000\n2. in the tills: ₴18,500"),
        ("margin in october in %", "76.5 % of: sales"),
        ("what share of expenses is rent in october", "40.3 % of: expenses"),
        ("how many customers in october", "<b>3</b>, ₴38,500 together"),
        ("how many sales in november vs october", "<b>+1</b>\n1–20 Nov 2026: 5"),
        ("average sale in november vs october", "(−57.8 %)"),
        ("payments over 10000 in october", "1. 19 October 2026 · ₴18,000 · TOV Teplodim"),
        ("who owes us more than 10 000", "TOV Arktika: ₴14,000"),
        ("sales on fridays in october", "· 2 October 2026: ₴12,000\n· 9 October 2026: ₴0"),
        ("sales on fridays in october", "only: Friday"),
        ("which day of the week is the best this autumn", "1. Friday: ₴1,916.67"),
        ("expenses in october without rent", "₴22,230</b>\n· Left out: Rent: ₴15,000"),
        ("expenses in october without rent", "without: Rent"),
        ("orders by margin in october, worst first", "1. order 4603: ₴8,000 (40 %)"),
        ("which jobs lost us money in november", "at a loss"),
        ("margin on order 4603", "Margin: ₴8,000 (40 %)"),
        ("rent in september, october and november", "· September 2026: ₴15,000\n· October"),
        ("money in, till 1 and till 2, october", "· Till: ₴12,000\n· Till 2: ₴6,500"),
        ("how much did we pay Ihor and Petro this autumn", "· Ihor: ₴22,300\n· Petro: ₴3,700"),
        ("payments under 500 in november", "1. 20 November 2026 · ₴140"),
        ("payments under 500 in november", "500 or less"),
        (
            "the oldest unpaid order",
            "· order 4650, TOV Arktika: ₴14,000, since 10 October 2026\n\n",
        ),
        ("how much do we owe Brightwell Pipes", "Nobody called “Brightwell Pipes”"),
        ("cash taken to the bank on 12 november, has it landed", "these days: ₴8,000\nNothing is"),
        ("sales by channel in october", "1. no source named: ₴52,500 (100 %)"),
        ("why is margin lower", "· Cost of goods sold: −⁠₴5,500"),
        ("when will stripe pay us", "on which day they pay is not in the books"),
        ("anything odd i should look at", "no open exceptions"),
        ("drafts not posted", "all of it is posted"),
        ("worst day in october", "1. 20 October 2026: ₴6,500"),
        ("smallest sale in october", "1. 20 October 2026 · ₴6,500"),
        ("average sales per week in october", "₴11,854.84"),
        ("top 2 suppliers in october in percent", "(70.9 %)"),
        ("how much did we pay Ihor in october and what for", "1. Wages: ₴9,500"),
        ("top 2 weeks of october", "1. 26–31 Oct 2026: ₴20,000"),
        ("why was cash flow worse in october than in september", "TOV Budmaister: ₴20,000"),
        ("average check by month", "· October 2026: ₴13,125"),
        ("average check by month", "the average of an entry, month by month"),
        ("how many sales by month", "· October 2026: 4, ₴52,500 together"),
        ("how many sales by month", "<b>11</b> entries"),
        ("expenses by month", "₴84,350</b>\n· September 2026: ₴26,570"),
        ("how much did we pay for Google Ads", "₴3,300</b>\nof Google Ads"),
        ("how much did we pay Petro in october", "₴0</b>\nof Petro"),
        ("how much came in from Arktika", "₴0</b>\nStill owed: ₴14,000, since 10 October"),
        ("how much did we buy from Тепладим in october", "of TOV Teplodim"),
        ("days with no sales in october", "none at all"),
        ("average margin per order, october against november", "October 2026: ₴8,350"),
        ("customers over 20 000 this autumn", "3. TOV Budmaister: ₴20,000"),
        ("biggest incoming payments in november", "2. 13 November 2026 · ₴7,000 · Olena"),
        ("frobnicate, sales in october", "left out: “frobnicate”"),
    ],
)
async def test_an_answer_tells_what_was_asked_beside_its_figure(
    book: Database, question: str, told: str
) -> None:
    _, said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


OLHA, SERHII = Cause("person:1", None, NOW), Cause("person:2", None, NOW)


def _recorded(books: Books) -> None:
    """Let Olha record a sale of 700 and a payment of 50, and Serhii a sale of 900."""
    legs = (("till.1", "income.sales", 700, OLHA), ("expense.delivery", "till.1", 50, OLHA),
            ("till.1", "income.sales", 900, SERHII))  # fmt: skip
    for number, (debit, credit, amount, cause) in enumerate(legs):
        money = Money(amount * 100, "UAH")
        entry = JournalEntry(
            booked_on=TODAY,
            occurred_at=NOW,
            narration="",
            postings=(Posting(debit, money), Posting(credit, -money)),
            origin=Origin("team", str(number)),
        )
        books.journal.add([entry], cause)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much cash did Olha take today", "<b>₴700</b>"),
        ("скільки готівки прийняв Сергій Бондар сьогодні", "<b>₴900</b>"),
        ("how many sales did Olha put through today", "<b>1</b>"),
        ("what did Olha enter today", "₴50"),
        ("how much cash did Olha take today", "recorded by Olha"),
        ("how much cash did Olha take yesterday", "<b>₴0</b>"),
    ],
)
async def test_what_somebody_of_the_team_recorded_is_told(
    book: Database, question: str, told: str
) -> None:
    await book.write(_recorded)
    _, said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


def _left_open(books: Books) -> None:
    """Leave 2 500 on its way to the bank, a message that nobody answered, and an exception."""
    amount = Money(2_500_00, "UAH")
    carried = JournalEntry(
        booked_on=TODAY,
        occurred_at=NOW,
        narration="",
        postings=(Posting("asset.cash_in_transit", amount), Posting("till.1", -amount)),
        origin=Origin("team", "carried"),
        category=CashCategory.BANK_DEPOSIT.value,
    )
    books.journal.add([carried], OLHA)
    known = CashDraft(Money(900_00, "UAH"), None, None, TODAY)
    books.drafts.add(
        Draft(0, 0, 501, 1, 7, None, "900 for something", known, (), DraftState.OPEN,
              NOW - dt.timedelta(days=5))
    )  # fmt: skip
    item = ExceptionItem(
        "order_unpaid", ("order:4650",), Money(14_000_00, "UAH"), dt.date(2026, 10, 10), "", ""
    )
    books.exceptions.add([item], ExceptionEvent(Happened.OPENED, "system:test", NOW))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is any cash still on the way to the bank", "20 November 2026 · ₴2,500 · Till"),
        ("cash from Olha's till on its way to the bank", "₴2,500 · Till"),
        (
            "cash from the second till on its way to the bank",
            "cash on its way to the bank · Till 2",
        ),
        ("drafts not posted older than 3 days", "900 for something: ₴900, since 15 November"),
        ("drafts not posted older than 10 days", "all of it is posted"),
        ("anything odd i should look at", "unpaid (1): ₴14,000, since 10 October 2026"),
    ],
)
async def test_what_is_open_is_told_one_by_one(book: Database, question: str, told: str) -> None:
    await book.write(_left_open)
    _, said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


@pytest.mark.parametrize(
    "question",
    ["which cashier took the most in november", "продажи по кассирам за ноябрь",
     "хто з касирів прийняв найбільше в листопаді"],
)  # fmt: skip
async def test_each_of_the_team_is_told_by_what_he_took(book: Database, question: str) -> None:
    await book.write(_recorded)
    _, said = await answered(book, question)
    assert "1. Serhii Bondar: ₴900\n2. Olha: ₴700" in said


async def test_entries_behind_are_of_the_days_and_names_that_are_told(
    book: Database,
) -> None:
    def look(books: Books) -> tuple[list[int], set[str | None]]:
        vocabulary = vocabulary_of(books, load_question_words(), lexicon())
        fridays, paid = (
            read_question(text, today=TODAY, vocabulary=vocabulary)
            for text in ("sales on fridays in october", "paid to Ihor and Petro this autumn")
        )
        assert isinstance(fridays, Query)
        assert isinstance(paid, Query)
        days = [each.booked_on.day for each in entries_behind(books, fridays, 20, 0)]
        return days, {each.counterparty for each in entries_behind(books, paid, 20, 0)}

    days, names = await book.read(look)
    await book.close()
    assert days == [2]
    assert names == {"Ihor", "Petro"}


def test_who_may_know_what_is_left_out_or_open() -> None:
    days = Days.month(2026, 10)
    left_out = Query(Ask.TOTAL, Measure.EXPENSES, days, but=(CashCategory.SALARY,))
    assert is_sensitive(left_out)
    assert is_sensitive(Query(Ask.OWED, Measure.DRAFTS, days))
    assert is_sensitive(Query(Ask.TOTAL, Measure.FLOW, days, about="Ihor"))
    assert not is_sensitive(Query(Ask.TOTAL, Measure.FLOW, days))
    assert not is_sensitive(Query(Ask.TOTAL, Measure.SALES, days))


async def test_a_cashier_is_not_told_what_others_recorded(book: Database) -> None:
    def look(books: Books) -> Allowed | Refusal:
        vocabulary = vocabulary_of(books, load_question_words(), lexicon())
        query = read_question("how much did Olha take", today=TODAY, vocabulary=vocabulary)
        assert isinstance(query, Query), query
        cashier = next(each for each in books.people.all() if each.name == "Serhii Bondar")
        return may_ask(books, query, cashier, is_group=False)

    assert await book.read(look) is Refusal.NOT_ALLOWED
    await book.close()


@pytest.mark.parametrize(
    ("question", "advised"),
    [
        ("how many boilers are in stock", "goods bought in October"),
        ("when is the VAT return due", "how much do we owe suppliers"),
        ("what sells best", "top customers this year"),
        ("how much will we sell in march next year", "sales this month"),
        ("how much cash did Stepan take", "“Stepan”"),
        ("what will the weather be", "How much did we spend on ads"),
        ("margin on unicorns in october", "sales last week"),
        ("which expense lines are over budget", "are we on plan?"),
        ("top customers by margin", "best orders by margin"),
        ("expenses of the online shop in october", "refunds by channel"),
        ("is the online shop on plan", "are we on plan?"),
        ("whats Olhas home address", "what did we pay Ihor"),
    ],
)
async def test_a_refusal_says_what_can_be_asked_instead(
    book: Database, question: str, advised: str
) -> None:
    def look(books: Books) -> str:
        vocabulary = vocabulary_of(books, load_question_words(), lexicon())
        doubt = read_question(question, today=TODAY, vocabulary=vocabulary)
        assert isinstance(doubt, Doubt), doubt
        return doubt_text(words_of("en"), doubt)

    said = await book.read(look)
    await book.close()
    assert advised in said


def test_a_query_is_kept_whole() -> None:
    asked = Query(
        Ask.COMPARE,
        Measure.SALES,
        Days.month(2026, 10),
        compared=Ask.AVERAGE,
        share_of=Measure.SALES,
        at_least=5_000,
        told_by="person:2",
        but=(CashCategory.RENT,),
        weekdays=(5, 6),
        at_most=500,
        is_by_age=True,
        others=("Petro",),
        channels=("online", "counter"),
        is_repeated=True,
    )
    assert query_from_json(query_to_json(asked)) == asked
