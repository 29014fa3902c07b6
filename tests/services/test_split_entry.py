"""Splits over real books: parts sum to the whole, whatever is done with them later."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.answers.parts import Part
from parsing.reading import CashDraft, Correction, Missing, Unclear, Understood
from services.cash.record_cash import ask_about, record_cash
from services.cash_types import CashAmended, EntryUndone, NotAllowed, StaleAnswer, TypedCash
from services.corrections.amend_cash import amend_cash
from services.corrections.change_entry import change_entry
from services.corrections.correct_cash import told_at
from services.corrections.split_entry import NotSplit, WhyNotSplit, _divided, split_entry
from services.corrections.undo_entry import undo_entry
from services.messages import TELEGRAM, Cause
from services.people import Person, Role
from services.ports import Books, Database
from services.posting import origin_of
from services.tills.report_day import report_day
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, hire, lay, lexicon, record

WHOLE = CashDraft(Money(100_000, "UAH"), CashDirection.OUT, CashCategory.DELIVERY, DAY, "NP")
FUEL, RENT = CashCategory.FUEL_TRANSPORT, CashCategory.RENT


def part(minor: int, category: CashCategory | None = FUEL, currency: str = "UAH") -> Part:
    return Part(Money(minor, currency), category)


class Desk:
    """A cashier told an entry; an accountant looks at it."""

    def __init__(self, books: Books) -> None:
        lay(books)
        self.books = books
        self.cashier = hire(books, telegram_id=7)
        self.accountant = hire(books, Role.ACCOUNTANT, telegram_id=8)
        record_cash(books, self.typed(), [WHOLE], self.cause(self.cashier))

    def cause(self, person: Person) -> Cause:
        number = len(self.books.inbox.pending()) + 1
        item = self.books.inbox.receive([record(number)], NOW)[0]
        return Cause(person.actor, item.raw_record_id, NOW)

    def typed(self, message_id: int = 1) -> TypedCash:
        return TypedCash(self.cashier, 7, message_id, "gave NP 1000", NOW)

    def split(self, *parts: Part, number: int = 1) -> object:
        cause = self.cause(self.accountant)
        return split_entry(self.books, number, parts, self.accountant, cause)

    def standing(self) -> list[tuple[str | None, int]]:
        return [
            (each.entry.category, leg.amount.minor)
            for each in self.books.journal.all()
            if each.reversed_by is None and each.entry.reverses is None
            for leg in each.entry.postings
            if leg.account == "till.1"
        ]


async def play(database: Database, scene: object) -> None:
    assert callable(scene)
    await database.write(lambda books: scene(Desk(books)))
    assert await database.read(verify_books) == ()


async def test_the_rest_stays_and_the_parts_are_operations_of_the_message(
    database: Database,
) -> None:
    def scene(desk: Desk) -> None:
        outcome = desk.split(part(30_000), part(20_000, RENT))
        assert isinstance(outcome, CashAmended)
        rest, fuel, rent = outcome.recorded.posted
        assert [each.entry.replaces for each in (rest, fuel, rent)] == [1, 1, 1]
        assert (rest.entry.origin.external_id, rest.entry.origin.version) == ("7/1", 2)
        assert fuel.entry.origin.external_id == origin_of(desk.typed(), 1)
        assert fuel.entry.counterparty == "NP"
        assert outcome.recorded.balances == (Money(-100_000, "UAH"),)
        day = report_day(desk.books, DAY).currency("UAH")
        assert day.cash_out == Money(100_000, "UAH")
        assert len(told_at(desk.books, desk.typed(2), 1, ())) == 3

    await play(database, scene)


async def test_parts_are_undone_corrected_split_and_edited_as_operations(
    database: Database,
) -> None:
    def scene(desk: Desk) -> None:
        desk.split(part(30_000))
        undone = undo_entry(desk.books, 4, desk.accountant, desk.cause(desk.accountant))
        assert isinstance(undone, EntryUndone)
        told = TypedCash(desk.accountant, 8, 2, "", NOW)
        cause = desk.cause(desk.accountant)
        changed = change_entry(desk.books, told, 3, RENT, lexicon(), cause)
        assert isinstance(changed, CashAmended)
        again = desk.split(part(10_000), number=changed.recorded.posted[0].number)
        assert isinstance(again, CashAmended)
        assert again.recorded.posted[1].entry.origin.external_id == "7/1#3"
        by_accountant = replace(desk.typed(), person=desk.accountant)
        edited = amend_cash(desk.books, by_accountant, Understood((WHOLE,)), cause)
        assert isinstance(edited, CashAmended)
        assert desk.standing() == [("delivery", -100_000)]

    await play(database, scene)


async def test_a_part_takes_no_place_that_is_still_asked_about(database: Database) -> None:
    def scene(desk: Desk) -> None:
        unclear = replace(WHOLE, category=None)
        doubtful = Unclear((WHOLE, unclear), (Missing.CATEGORY,))
        ask_about(desk.books, desk.typed(5), doubtful, desk.cause(desk.cashier))
        outcome = desk.split(part(30_000), number=2)
        assert isinstance(outcome, CashAmended)
        assert outcome.recorded.posted[1].entry.origin.external_id == "7/5#3"
        assert not desk.books.journal.of_origin(TELEGRAM, "7/5#2")

    await play(database, scene)


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ((part(100_001),), WhyNotSplit.TOO_MUCH),
        ((part(60_000), part(60_000)), WhyNotSplit.TOO_MUCH),
        ((part(1, FUEL, "EUR"),), WhyNotSplit.CURRENCY),
        ((part(1, None),), WhyNotSplit.CATEGORY),
        ((part(1, CashCategory.SALE_CASH),), WhyNotSplit.DIRECTION),
        ((part(1, CashCategory.DELIVERY),), WhyNotSplit.SAME),
        (tuple(part(1) for _ in range(11)), WhyNotSplit.TOO_MANY),
    ],
)
async def test_what_cannot_be_split_so_is_refused(
    database: Database, parts: tuple[Part, ...], why: WhyNotSplit
) -> None:
    def scene(desk: Desk) -> None:
        outcome = desk.split(*parts)
        assert isinstance(outcome, NotSplit)
        assert outcome.why is why
        assert desk.books.journal.count() == 1

    await play(database, scene)


async def test_an_entry_is_split_once_and_not_by_a_cashier(database: Database) -> None:
    def scene(desk: Desk) -> None:
        cause = desk.cause(desk.cashier)
        assert split_entry(desk.books, 1, [part(1)], desk.cashier, cause) == NotAllowed()
        assert isinstance(desk.split(part(1)), CashAmended)
        assert desk.split(part(1)) == StaleAnswer()

    await play(database, scene)


async def test_a_corrected_part_teaches_nothing_of_the_messages_words(
    database: Database,
) -> None:
    def scene(desk: Desk) -> None:
        told = TypedCash(desk.accountant, 8, 2, "", NOW)
        cause = desk.cause(desk.accountant)
        change_entry(desk.books, told, 1, FUEL, lexicon(), cause)
        taught = desk.books.memory.stamp()
        assert taught
        desk.split(part(30_000, RENT), number=3)
        change_entry(desk.books, told, 5, CashCategory.SALARY, lexicon(), cause)
        assert desk.books.memory.stamp() == taught

    await play(database, scene)


@given(
    whole=st.integers(1, 10**12),
    shares=st.lists(
        st.tuples(st.integers(1, 10**12), st.sampled_from((FUEL, RENT, CashCategory.DELIVERY))),
        min_size=1,
        max_size=10,
    ),
)
def test_parts_always_sum_to_the_whole(whole: int, shares: list[tuple[int, CashCategory]]) -> None:
    before = replace(WHOLE, amount=Money(whole, "UAH"))
    divided = _divided(before, [part(minor, category) for minor, category in shares])
    if isinstance(divided, NotSplit):
        is_same = all(category is CashCategory.DELIVERY for _, category in shares)
        assert is_same or sum(minor for minor, _ in shares) > whole
        return
    amounts = [draft.amount.minor for draft in divided if draft.amount is not None]
    assert sum(amounts) == whole
    assert min(amounts) > 0
    assert Correction(divided[0]).says_what
