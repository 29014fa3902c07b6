"""A count over real books: compared in its moment, booked once, whatever comes between."""

import asyncio
import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.answers.till_count import CountedCash
from services.cash_types import NotAllowed, StaleAnswer
from services.closing.close_period import close_period
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Role
from services.ports import Books, Database, StorageError
from services.tills.book_difference import ask_reason, book_difference
from services.tills.count_history import CountHistory, count_history, last_counts
from services.tills.count_till import (
    AddPieces,
    SetLoose,
    SetPieces,
    TallyChange,
    begin,
    begin_or_go_on,
    change_tally,
    compare_again,
    confirm_counted,
    count_again,
    give_up_count,
    is_counting,
    skip_currency,
    take_tally,
    take_total,
)
from services.tills.count_types import (
    CountDropped,
    CountOutcome,
    CountShown,
    CountState,
    Pressed,
    ReasonAsked,
    SheetSettled,
    SheetState,
    TillCount,
)
from services.tills.settle_count import is_absurd, settle
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, SYSTEM, hire, lay, paid

IN = CashDirection.IN


class Counting:
    """A cashier who counts the first till, which has ₴1,000."""

    def __init__(self, books: Books, role: Role = Role.CASHIER) -> None:
        lay(books)
        self.books = books
        self.person = hire(books, role)
        self.cause = Cause(self.person.actor, None, NOW)
        self._told = 0
        self.sell(100_000)

    def sell(self, minor: int, currency: str = "UAH") -> None:
        self._told += 1
        entry = paid(f"sale/{self._told}", minor, category=CashCategory.SALE_CASH, direction=IN,
                     currency=currency)  # fmt: skip
        self.books.journal.add([entry], SYSTEM)

    def balance(self, currency: str = "UAH") -> Money:
        return self.books.balances.of("till.1", currency)

    def begin(self) -> TillCount:
        return count_of(begin_or_go_on(self.books, self.person, self.cause))

    def total(self, count: TillCount, minor: int, currency: str = "UAH") -> CountOutcome:
        counted = CountedCash(Money(minor, currency))
        return take_total(self.books, self.person, pressed(count), counted, self.cause)

    def book(self, count: TillCount, reason: str = "wrong change") -> CountOutcome:
        return book_difference(self.books, self.person, pressed(count), reason, self.cause)

    def audits(self, count: TillCount) -> list[str]:
        return [each.cause for each in self.books.audit.about(f"count:{count.id}")]


def count_of(outcome: CountOutcome) -> TillCount:
    assert isinstance(outcome, CountShown | ReasonAsked | SheetSettled | CountDropped), outcome
    return outcome.count


def pressed(count: TillCount) -> Pressed:
    return Pressed(count.id, count.revision, count.place)


async def test_an_equal_count_agrees_and_is_recorded(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        count = desk.begin()
        settled = desk.total(count, 100_000)
        assert isinstance(settled, SheetSettled)
        assert settled.sheet.state is SheetState.AGREED
        assert settled.count.state is CountState.DONE
        assert desk.audits(count) == ["begin_count", "count_agreed"]
        assert books.expectations.of(desk.person.id) is None
        assert desk.total(count, 100_000) == StaleAnswer()
        assert not is_counting(books, desk.person, desk.cause)

    await database.write(unit)


async def test_a_difference_is_an_entry_and_the_next_count_agrees(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        off = count_of(desk.total(desk.begin(), 95_000))
        assert desk.balance() == Money(100_000, "UAH"), "nothing is booked unasked"
        settled = desk.book(off, "  wrong\x00 change ")
        assert isinstance(settled, SheetSettled)
        assert desk.balance() == Money(95_000, "UAH")
        posted = books.journal.find(settled.sheet.entry_number or 0)
        assert posted is not None
        assert posted.entry.category == CashCategory.CASH_SHORTAGE
        assert posted.entry.origin.external_id == f"{off.id}/UAH"
        assert posted.entry.booked_on == DAY
        assert isinstance(desk.total(desk.begin(), 95_000), SheetSettled)
        over = count_of(desk.total(desk.begin(), 99_000))
        desk.book(over)
        assert desk.balance() == Money(99_000, "UAH")

    await database.write(unit)
    assert await database.read(verify_books) == ()


async def test_an_entry_that_comes_between_has_the_person_asked_anew(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        off = count_of(desk.total(desk.begin(), 95_000))
        desk.sell(2_500)
        again = ask_reason(books, desk.person, pressed(off), desk.cause)
        assert isinstance(again, CountShown)
        assert again.has_moved
        asked = ask_reason(books, desk.person, pressed(again.count), desk.cause)
        assert isinstance(asked, ReasonAsked)
        desk.sell(1_000)
        third = desk.book(asked.count)
        assert isinstance(third, CountShown)
        sheet = third.count.current
        assert sheet is not None
        assert sheet.difference == Money(-8_500, "UAH")
        assert desk.book(asked.count) == StaleAnswer(), "its revision is over"
        desk.book(third.count)
        assert desk.balance() == Money(95_000, "UAH")

    await database.write(unit)


async def test_what_was_missing_makes_it_agree(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        off = count_of(desk.total(desk.begin(), 103_000))
        desk.sell(3_000)
        found = compare_again(books, desk.person, pressed(off), desk.cause)
        assert isinstance(found, SheetSettled)
        assert books.journal.count() == 2

    await database.write(unit)


async def test_a_count_that_is_no_longer_true_is_not_settled(database: Database) -> None:
    """As when another process posts between the comparison and the audit record."""

    def unit(books: Books) -> None:
        desk = Counting(books)
        off = count_of(desk.total(desk.begin(), 95_000))
        sheet = off.current
        assert sheet is not None
        agreed = replace(sheet, state=SheetState.AGREED, expected=Money(95_000, "UAH"))
        settle(books, off, agreed, desk.cause)

    with pytest.raises(StorageError, match="busy"):
        await database.write(unit)


async def test_a_count_is_changed_from_the_revision_it_has(database: Database) -> None:
    def unit(books: Books) -> None:
        count = Counting(books).begin()
        books.counts.change(count)
        books.counts.change(count)

    with pytest.raises(StorageError, match="busy"):
        await database.write(unit)


async def test_taps_add_up_whatever_their_revision(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        count = desk.begin()
        changes: tuple[TallyChange, ...] = (
            *[AddPieces(50_000, 1)] * 3,
            *(AddPieces(50_000, -1), AddPieces(50_000, -5), AddPieces(50_000, 5)),
            *(AddPieces(50_000, -4), AddPieces(20_000, 1), SetPieces(20_000, 2)),
            *(SetLoose(Money(9_000, "UAH")), AddPieces(1_000, 1)),
        )
        for change in changes:
            change_tally(books, desk.person, pressed(count), change)
        wrong = change_tally(books, desk.person, pressed(count), AddPieces(777, 1))
        assert wrong == StaleAnswer()
        other = SetLoose(Money(100, "USD"))
        assert change_tally(books, desk.person, pressed(count), other) == StaleAnswer()
        settled = take_tally(books, desk.person, pressed(count), desk.cause)
        assert isinstance(settled, SheetSettled)
        assert settled.sheet.pieces == {50_000: 1, 20_000: 2, 1_000: 1}
        kept = books.counts.find(count.id)
        assert kept is not None
        assert kept.sheets[0] == settled.sheet

    await database.write(unit)


async def test_only_who_counts_may_go_on_and_only_with_permission(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        count = desk.begin()
        off = count_of(desk.total(count, 95_000))
        other = hire(books, Role.OWNER, telegram_id=101)
        gone = replace(desk.person, is_active=False)
        for person in (other, gone):
            assert book_difference(books, person, pressed(off), "x", desk.cause) == NotAllowed()
            assert give_up_count(books, person, pressed(off), desk.cause) == NotAllowed()
            assert count_again(books, person, pressed(off)) == NotAllowed()
        assert begin_or_go_on(books, gone, desk.cause) == NotAllowed()
        assert count_history(books, gone, "till.1", 0) == NotAllowed()
        assert last_counts(books, desk.person) == NotAllowed()
        assert isinstance(last_counts(books, other), tuple)

    await database.write(unit)


@pytest.mark.parametrize(
    ("counted", "expected", "is_asked_back"),
    [
        (1_245_000, 124_500, True),
        (12_450, 124_500, True),
        (0, 100, True),
        (622_500, 124_500, True),
        (622_499, 124_500, False),
        (124_400, 124_500, False),
        (100, 0, False),
        (0, 0, False),
        (100, -5_000, False),
    ],
)
def test_a_figure_far_off_is_absurd(counted: int, expected: int, *, is_asked_back: bool) -> None:
    assert is_absurd(Money(counted, "UAH"), Money(expected, "UAH")) is is_asked_back


async def test_who_stands_by_an_absurd_figure_is_told_the_difference(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        doubted = count_of(desk.total(desk.begin(), 1_000_000))
        sheet = doubted.current
        assert sheet is not None
        assert (sheet.state, sheet.expected) == (SheetState.DOUBTED, None)
        assert desk.book(doubted) == StaleAnswer()
        sure = confirm_counted(books, desk.person, pressed(doubted), desk.cause)
        sheet = count_of(sure).current
        assert sheet is not None
        assert sheet.difference == Money(900_000, "UAH")
        assert confirm_counted(books, desk.person, pressed(doubted), desk.cause) == StaleAnswer()

    await database.write(unit)


async def test_currencies_go_in_turn_and_all_skipped_is_no_count(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        desk.sell(4_000, "EUR")
        count = desk.begin()
        assert [sheet.currency for sheet in count.sheets] == ["UAH", "EUR"]
        first = count_of(skip_currency(books, desk.person, pressed(count), desk.cause))
        twice = skip_currency(books, desk.person, pressed(count), desk.cause)
        assert twice == StaleAnswer(), "the button was about the first currency"
        last = skip_currency(books, desk.person, pressed(first), desk.cause)
        assert isinstance(last, CountDropped)
        assert last.count.state is CountState.DROPPED
        assert books.counts.newest("till.1") == ()

    await database.write(unit)


async def test_an_old_count_and_one_of_another_till_are_begun_anew(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        count = desk.begin()
        assert desk.begin().id == count.id
        later = replace(desk.cause, at=NOW + dt.timedelta(hours=12))
        assert count_of(begin_or_go_on(books, desk.person, later)).id != count.id
        moved = replace(desk.person, till="till.2")
        other = count_of(begin_or_go_on(books, moved, desk.cause))
        assert (other.till, other.sheets[0].currency) == ("till.2", "UAH")
        old = books.counts.find(count.id)
        assert old is not None
        assert old.state is CountState.DROPPED

    await database.write(unit)


async def test_two_who_count_the_same_till_book_its_difference_once(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        other = Counting.__new__(Counting)
        other.books, other.cause = books, desk.cause
        other.person = hire(books, telegram_id=101)
        first = count_of(desk.total(desk.begin(), 95_000))
        second = count_of(other.total(other.begin(), 95_000))
        desk.book(first)
        settled = other.book(second)
        assert isinstance(settled, SheetSettled)
        assert settled.sheet.state is SheetState.AGREED
        assert desk.balance() == Money(95_000, "UAH")

    await database.write(unit)


async def test_a_difference_lands_today_though_the_day_before_is_closed(
    database: Database,
) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books, Role.DIRECTOR)
        close_period(books, DAY - dt.timedelta(days=1), desk.person, desk.cause)
        off = count_of(desk.total(desk.begin(), 95_000))
        settled = desk.book(off)
        assert isinstance(settled, SheetSettled)
        undo_entry(books, settled.sheet.entry_number or 0, desk.person, desk.cause)
        assert desk.balance() == Money(100_000, "UAH")

    await database.write(unit)
    assert await database.read(verify_books) == ()


async def test_the_history_sums_up_each_persons_counts(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        for minor in (95_000, 95_000, 96_000, 94_500):
            outcome = desk.total(desk.begin(), minor)
            if isinstance(outcome, CountShown):
                desk.book(outcome.count)
        director = hire(books, Role.DIRECTOR, telegram_id=101)
        seen = count_history(books, director, "till.1", 0)
        assert isinstance(seen, CountHistory)
        (standing,) = seen.standings
        assert (standing.times, standing.times_off) == (4, 3)
        assert (standing.short.minor, standing.over.minor) == (6_500, 1_000)
        assert [sheet.counted.minor for sheet in seen.sheets] == [94_500, 96_000, 95_000, 95_000]
        own = count_history(books, hire(books, telegram_id=102), "till.1", 0)
        assert isinstance(own, CountHistory)
        assert own.sheets == ()
        assert count_history(books, desk.person, "till.2", 0) == NotAllowed()

    await database.write(unit)


async def test_one_open_count_a_till_and_person_is_what_the_database_keeps(
    database: Database,
) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)
        count = desk.begin()
        books.counts.add(count)

    with pytest.raises(Exception, match=r"(?i)unique"):
        await database.write(unit)


async def test_no_booking_is_of_a_balance_that_was_never_there(database: Database) -> None:
    """Somebody sells while another books: the till holds what was counted when it is booked."""
    desk = await database.write(Counting)
    outcomes = [await booked_while_selling(database, desk, number) for number in range(8)]
    entries = await database.read(lambda books: tuple(books.journal.all()))
    for outcome in outcomes:
        if isinstance(outcome, SheetSettled):
            held = (
                leg.amount.minor
                for posted in entries
                if posted.number <= (outcome.sheet.entry_number or 0)
                for leg in posted.entry.postings
                if leg.account == "till.1"
            )
            assert sum(held) == 95_000
        else:
            assert isinstance(outcome, StorageError) or (
                isinstance(outcome, CountShown) and outcome.has_moved
            )
    assert await database.read(verify_books) == ()


async def booked_while_selling(
    database: Database, desk: Counting, number: int
) -> CountOutcome | BaseException:
    """Find the till off by something, then book that and sell at once."""

    def begin_and_say(books: Books) -> TillCount:
        desk.books = books
        return count_of(desk.total(desk.begin(), 95_000))

    def book(books: Books) -> CountOutcome:
        return book_difference(books, desk.person, pressed(off), "unknown", desk.cause)

    def sell(books: Books) -> None:
        entry = paid(f"late/{number}", 100, category=CashCategory.SALE_CASH, direction=IN)
        books.journal.add([entry], SYSTEM)

    off = await database.write(begin_and_say)
    outcome, _ = await asyncio.gather(
        database.write(book), database.write(sell), return_exceptions=True
    )
    return outcome


async def test_whatever_is_counted_the_till_opens_with_it(database: Database) -> None:
    def unit(books: Books) -> None:
        desk = Counting(books)

        @given(sold=st.integers(1, 10**8), counted=st.integers(0, 10**9), late=st.booleans())
        def property_(sold: int, counted: int, *, late: bool) -> None:
            desk.sell(sold)
            count = count_of(begin(books, desk.person, "till.1", desk.cause))
            outcome = desk.total(count, counted)
            while isinstance(outcome, CountShown):
                sheet = outcome.count.current
                assert sheet is not None
                if sheet.state is SheetState.DOUBTED:
                    outcome = confirm_counted(
                        books, desk.person, pressed(outcome.count), desk.cause
                    )
                    continue
                if late:
                    desk.sell(7)
                    late = False
                outcome = desk.book(outcome.count)
            assert isinstance(outcome, SheetSettled)
            assert desk.balance() == Money(counted, "UAH")

        property_()

    await database.write(unit)
    assert await database.read(verify_books) == ()
