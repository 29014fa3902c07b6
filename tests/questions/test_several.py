"""Messages that ask several things: parted where that leaves fewer words unread, else not."""

from pathlib import Path

import pytest

from ledger.days import Days
from parsing.questions.lexicon import load_question_words
from parsing.questions.marks import marks_of
from parsing.questions.parted import PARTS_MAX, Parting, better, tells
from parsing.questions.query import TILLS, Ask, Measure, Query
from parsing.questions.seams import seams_of
from parsing.questions.several import Asked, read_questions
from parsing.questions.unread_words import unread_in
from services.answers.question_places import vocabulary_of
from services.ports import Books, Database
from tests.known_book import TODAY
from tests.questions.test_at_the_door import vocabulary
from tests.questions.test_questions import asked_in, told_in_short
from tests.shop import lexicon

HERE = Path(__file__).parent
OCTOBER, NOVEMBER = Days.month(2026, 10), Days.month(2026, 11)
SALES = Query(Ask.TOTAL, Measure.SALES, OCTOBER)
MARGIN = Query(Ask.TOTAL, Measure.MARGIN, OCTOBER)
RESULTS = Query(Ask.RESULTS, Measure.RESULT, OCTOBER)
TILL = Query(Ask.BALANCE, Measure.MONEY, Days.one(TODAY), is_usual_days=True, place=TILLS)


def in_short(found: object) -> str:
    if not isinstance(found, Asked):
        return f"can't: {found}"
    said = [told_in_short(each) for each in found.queries]
    return " >> ".join([*said, *(["difference"] if found.is_difference else [])])


def read(books: Books, text: str, before: Query | None = None) -> object:
    words = vocabulary_of(books, load_question_words(), lexicon())
    return read_questions(text, today=TODAY, vocabulary=words, before=before)


def messages() -> list[tuple[str, str]]:
    lines = (HERE / "several.txt").read_text(encoding="utf-8").splitlines()
    told = [line.split("|") for line in lines if line and not line.startswith("#")]
    return [(text.strip(), parts.strip()) for text, parts in told]


async def test_messages_are_read_in_their_parts(book: Database) -> None:
    def look(books: Books) -> list[tuple[str, str, str]]:
        return [(text, parts, in_short(read(books, text))) for text, parts in messages()]

    found = await book.read(look)
    await book.close()
    wrong = [f"{text} | {parts} | got {said}" for text, parts, said in found if said != parts]
    assert wrong == []


async def test_what_is_read_well_as_one_is_not_parted(book: Database) -> None:
    """Questions that ask one thing, of whoever wrote them, stay one."""

    def look(books: Books) -> list[str]:
        texts = [each.turns[0] for name in ("asked", "first_sight") for each in asked_in(name)]
        found = ((text, read(books, text)) for text in texts)
        return [text for text, each in found if isinstance(each, Asked) and each.queries[1:]]

    parted = await book.read(look)
    await book.close()
    assert parted == []


async def test_a_message_goes_on_from_the_last_and_the_next_from_its_last_part(
    book: Database,
) -> None:
    def look(books: Books) -> list[str]:
        first = read(books, "and ads? and why are sales lower?", SALES)
        assert isinstance(first, Asked)
        return [in_short(first), in_short(read(books, "and in September?", first.queries[-1]))]

    found = await book.read(look)
    await book.close()
    days = "2026-10-01..2026-10-31 against 2026-09-01..2026-09-30"
    assert found[0] == f"total category 2026-10-01..2026-10-31 advertising >> why sales {days}"
    assert found[1].startswith("why sales 2026-09-01..2026-09-30")


async def test_what_is_clear_in_no_way_is_the_doubt_about_the_whole(book: Database) -> None:
    found = await book.read(lambda books: read(books, "margin on unicorns and sales in October"))
    more = await book.read(lambda books: read(books, "what is it? and how much?"))
    await book.close()
    assert not isinstance(found, Asked)
    assert not isinstance(more, Asked)


def test_of_readings_that_leave_as_many_words_the_coarser_is_taken() -> None:
    one, two = Parting((RESULTS,), 1), Parting((SALES, TILL), 1)
    assert better(one, two) is one
    assert better(Parting((RESULTS,), 2), two) is two


def test_what_one_answer_tells_is_not_parted_whatever_is_left() -> None:
    one = Parting((RESULTS,), 5)
    assert better(one, Parting((SALES, MARGIN), 0)) is one
    two = Parting((SALES, TILL), 0)
    assert better(one, two) is two


def test_parts_that_ask_the_same_or_are_too_many_are_none() -> None:
    one = Parting((RESULTS,), 9)
    again = Parting((SALES, SALES), 0)
    assert better(one, again) is one
    days = [Days.one(TODAY.replace(day=day)) for day in range(1, PARTS_MAX + 2)]
    many = tuple(Query(Ask.BALANCE, Measure.MONEY, each) for each in days)
    assert better(one, Parting(many, 0)) is one
    assert better(one, Parting(many[:PARTS_MAX], 0)).unread == 0


def test_figures_of_days_of_their_own_are_not_run_together() -> None:
    both = Query(Ask.TOTAL, Measure.EXPENSES, Days(OCTOBER.first, NOVEMBER.last))
    paired = Parting((SALES, Query(Ask.TOTAL, Measure.REFUNDS, NOVEMBER)), 0)
    assert better(Parting((both,), 0), paired) is paired
    same = Parting((SALES, Query(Ask.TOTAL, Measure.SALES, NOVEMBER)), 0)
    assert better(Parting((both,), 0), same).queries == (both,)


@pytest.mark.parametrize(
    ("whole", "part", "is_told"),
    [
        (RESULTS, SALES, True),
        (RESULTS, Query(Ask.TOTAL, Measure.SALES, OCTOBER, about="Olena"), False),
        (RESULTS, Query(Ask.TOTAL, Measure.SALES, NOVEMBER), False),
        (Query(Ask.COMPARE, Measure.SALES, NOVEMBER, against=OCTOBER), SALES, True),
        (Query(Ask.WHY, Measure.MARGIN, OCTOBER, against=NOVEMBER), MARGIN, False),
        (Query(Ask.BALANCE, Measure.MONEY, Days.one(TODAY), place="tills banks"), TILL, True),
        (TILL, Query(Ask.BALANCE, Measure.MONEY, Days.one(TODAY), place="till.2"), True),
        (TILL, Query(Ask.BALANCE, Measure.MONEY, Days.one(TODAY), place="banks"), False),
        (SALES, TILL, False),
    ],
)
def test_an_answer_tells_what_it_holds(whole: Query, part: Query, *, is_told: bool) -> None:
    assert tells(whole, part) is is_told


def test_a_word_is_unread_where_without_it_the_same_is_understood() -> None:
    text = "sales in October and margin"
    marks = marks_of(text, vocabulary())

    def only_sales(said: str) -> Query:
        return SALES if "sales" in said else MARGIN

    assert unread_in(text, marks, SALES, only_sales) == 1  # the margin; days are told


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Sales yesterday? And what's in the till?", ["And what's in the till?"]),
        ("sales 1.11 to 5.11", []),
        ("rent or fuel, which is more", []),
        ("чи всім заплатили, кому ще винні", []),
        ("rent as well as fuel", []),
        ("маржа, і чому впала", ["і чому впала"]),
        ("in the till\nat the bank", ["at the bank"]),
    ],
)
def test_a_message_may_be_cut_between_clauses(text: str, cut: list[str]) -> None:
    assert [text[seam.start :] for seam in seams_of(marks_of(text, vocabulary()))] == cut
