"""Advances over real books: whose debt, how much is open, and nothing below zero unsaid."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.advances import ADVANCES
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.advances import read_to_account
from parsing.read_message import read_message
from parsing.reading import CashDraft, Reading
from services.advances.account_for import (
    AccountedFor,
    ReceiptUndone,
    SpendingAsked,
    TooMuchChange,
    pay_own,
    report_spent,
    spend_all,
    take_change,
    undo_receipt,
)
from services.advances.advance_ports import AdvanceMoved, SpentItem
from services.advances.advances import Holder, holder_named, holders, open_holders, shown_name
from services.advances.answer_spending import FromAdvance, FromTill, OwnMoney, answer_spending
from services.advances.turn_advance import ORDINARY, link_holder, turn_entry
from services.cash.record_cash import record_cash
from services.cash.take_message import Heard, Taken, take_message
from services.cash_types import (
    CashAmended,
    CashRecorded,
    NotAllowed,
    PeriodIsClosed,
    StaleAnswer,
    TypedCash,
)
from services.closing.close_period import close_period
from services.corrections.amend_cash import amend_cash
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, hire, lay, lexicon, record

GIVEN = CashDraft(
    Money(200_000, "UAH"),
    CashDirection.OUT,
    CashCategory.SUPPLIER_GOODS,
    DAY,
    "Петру",
    against=ADVANCES,
)
GOODS, FUEL = CashCategory.SUPPLIER_GOODS, CashCategory.FUEL_TRANSPORT


def money(major: int) -> Money:
    return Money(major * 100, "UAH")


class Desk:
    """A cashier's desk over one open unit of work."""

    def __init__(self, books: Books) -> None:
        lay(books)
        self.books = books
        self.person = hire(books)
        self.cause = self.because(self.person, 1)

    def because(self, person: Person, update_id: int) -> Cause:
        item = self.books.inbox.receive([record(update_id)], NOW)[0]
        return Cause(person.actor, item.raw_record_id, NOW)

    def typed(self, text: str = "під звіт", message_id: int = 1) -> TypedCash:
        return TypedCash(self.person, 7, message_id, text, NOW)

    def give(self, draft: CashDraft = GIVEN, message_id: int = 1) -> CashRecorded:
        return record_cash(self.books, self.typed(message_id=message_id), [draft], self.cause)

    def read(self, text: str) -> Reading:
        return read_to_account(
            text,
            lambda each: read_message(
                each, now=NOW.replace(tzinfo=None), currency="UAH", lexicon=lexicon()
            ),
        )

    def say(self, text: str, message_id: int) -> Taken:
        heard = Heard(self.read(text), None, None)
        return take_message(self.books, self.typed(text, message_id), heard, lexicon(), self.cause)

    def edit(self, text: str, message_id: int) -> object:
        return amend_cash(self.books, self.typed(text, message_id), self.read(text), self.cause)

    def spend(self, *items: SpentItem, message_id: int = 50) -> object:
        number = self.holder().number
        return report_spent(self.books, self.typed("чеки", message_id), number, items, self.cause)

    def holder(self) -> Holder:
        (found,) = holders(self.books)
        return found

    def held(self) -> Money:
        balance = self.books.balances.of(ADVANCES, "UAH")
        assert self.holder().held("UAH") == balance
        return balance

    def till(self) -> Money:
        return self.books.balances.of("till.1", "UAH")


Play = Callable[[Desk], None]
Stage = Callable[[Play], Awaitable[None]]


@pytest.fixture
def stage(database: Database) -> Stage:
    async def run(play: Play) -> None:
        await database.write(lambda books: play(Desk(books)))
        assert await database.read(verify_books) == ()

    return run


async def test_an_advance_is_owed_by_whoever_got_it_in_whatever_ending(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give()
        desk.give(replace(GIVEN, counterparty="Петро", amount=money(500)), message_id=2)
        assert desk.held() == money(2500)
        assert [each.left for each in desk.holder().open] == [money(2000), money(500)]
        assert desk.till() == money(-2500)

    await stage(play)


async def test_receipts_close_the_oldest_first(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give(replace(GIVEN, booked_on=DAY - dt.timedelta(days=5)))
        desk.give(replace(GIVEN, amount=money(500)), message_id=2)
        done = desk.spend(SpentItem(GOODS, money(1800)), SpentItem(FUEL, money(300)))
        assert isinstance(done, AccountedFor)
        assert desk.books.balances.of("expense.fuel_transport", "UAH") == money(300)
        (left,) = done.holder.open
        assert (left.left, left.booked_on) == (money(400), DAY)
        assert desk.till() == money(-2500)

    await stage(play)


async def test_a_correction_and_an_edit_leave_it_an_advance(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        assert isinstance(desk.say("дав Петру 2000 під звіт на матеріали", 1), CashRecorded)
        desk.say("ні, 1900", 2)
        assert desk.held() == money(1900)
        desk.edit("дав Петру 1700 під звіт на матеріали", 1)
        assert desk.held() == money(1700)
        desk.edit("дав Петру 1600 на бензин", 1)
        assert desk.held() == money(1600)

    await stage(play)


async def test_an_entry_turned_by_a_tap_stays_turned(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        recorded = desk.give(replace(GIVEN, against=None))
        number = recorded.posted[0].number
        turned = turn_entry(desk.books, desk.typed(), number, ADVANCES, lexicon(), desk.cause)
        assert isinstance(turned, CashAmended)
        assert desk.held() == money(2000)
        again = turn_entry(desk.books, desk.typed(), number, ADVANCES, lexicon(), desk.cause)
        assert again == StaleAnswer()
        desk.edit("дав Петру 1500 на бензин", 1)
        assert desk.held() == money(1500)
        standing = desk.books.journal.of_message(7, 1)[-1].number
        turn_entry(desk.books, desk.typed(), standing, ORDINARY, lexicon(), desk.cause)
        assert desk.held() == money(0)

    await stage(play)


async def test_somebody_else_may_not_turn_an_entry(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        number = desk.give(replace(GIVEN, against=None)).posted[0].number
        other = replace(desk.typed(), person=hire(desk.books, telegram_id=200))
        turned = turn_entry(desk.books, other, number, ADVANCES, lexicon(), desk.cause)
        assert turned == NotAllowed()

    await stage(play)


async def test_change_that_is_told_comes_from_the_advance(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give()
        taken = desk.say("Петро повернув 200 здачі", 2)
        assert isinstance(taken, CashRecorded)
        assert desk.held() == money(1800)
        assert desk.till() == money(-1800)
        undo_entry(desk.books, taken.posted[0].number, desk.person, desk.cause)
        assert desk.held() == money(2000)

    await stage(play)


async def test_more_change_than_he_holds_is_no_advance(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give()
        assert not isinstance(desk.say("Петро повернув 2500 здачі", 2), CashRecorded)
        assert not isinstance(desk.say("Павло повернув 200 здачі", 3), CashRecorded)
        number = desk.holder().number
        typed = desk.typed(message_id=4)
        back = take_change(desk.books, typed, number, money(2500), desk.cause)
        assert isinstance(back, TooMuchChange)
        assert desk.held() == money(2000)

    await stage(play)


async def test_what_a_holder_spent_is_asked_and_answered_once(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give()
        asked = desk.say("Петро витратив 2300 на матеріали", 2)
        assert isinstance(asked, SpendingAsked)
        assert desk.held() == money(2000)
        question = asked.spending.id, asked.spending.revision
        stranger = hire(desk.books, telegram_id=200)
        answer = answer_spending(desk.books, stranger, question, FromAdvance(), desk.cause)
        assert answer == NotAllowed()
        over = answer_spending(desk.books, desk.person, question, FromAdvance(), desk.cause)
        assert isinstance(over, SpendingAsked)
        assert over.over == money(300)
        stale = answer_spending(desk.books, desk.person, question, FromTill(), desk.cause)
        assert stale == StaleAnswer()
        question = over.spending.id, over.spending.revision
        paid = OwnMoney(is_paid_now=True)
        done = answer_spending(desk.books, desk.person, question, paid, desk.cause)
        assert isinstance(done, AccountedFor)
        again = answer_spending(desk.books, desk.person, question, paid, desk.cause)
        assert again == StaleAnswer()
        assert desk.held() == money(0)
        assert desk.till() == money(-2300)

    await stage(play)


async def test_a_message_told_again_leaves_one_question(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give()
        first = desk.say("Петро витратив 300 на матеріали", 2)
        second = desk.say("Петро витратив 300 на матеріали", 2)
        assert isinstance(first, SpendingAsked)
        assert isinstance(second, SpendingAsked)
        old = first.spending.id, first.spending.revision
        assert (
            answer_spending(desk.books, desk.person, old, FromTill(), desk.cause) == StaleAnswer()
        )
        new = second.spending.id, second.spending.revision
        done = answer_spending(desk.books, desk.person, new, FromTill(), desk.cause)
        assert isinstance(done, CashRecorded)
        assert desk.till() == money(-2300)

    await stage(play)


async def test_the_shop_owes_what_is_not_paid_back_at_once(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give()
        asked = desk.spend(SpentItem(GOODS, money(2300)))
        assert isinstance(asked, SpendingAsked)
        question = asked.spending.id, asked.spending.revision
        answer_spending(desk.books, desk.person, question, OwnMoney(is_paid_now=False), desk.cause)
        assert desk.held() == money(-300)
        holder = desk.holder()
        typed = desk.typed(message_id=9)
        paid = pay_own(desk.books, typed, holder.number, holder.seen, desk.cause)
        assert isinstance(paid, CashRecorded)
        again = pay_own(desk.books, typed, holder.number, holder.seen, desk.cause)
        assert again == StaleAnswer()
        assert desk.held() == money(0)

    await stage(play)


async def test_everything_spent_is_spent_once_and_can_be_taken_back(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give()
        desk.give(replace(GIVEN, category=FUEL, amount=money(500)), message_id=2)
        holder = desk.holder()
        typed = desk.typed(message_id=9)
        done = spend_all(desk.books, typed, holder.number, holder.seen, desk.cause)
        assert isinstance(done, AccountedFor)
        assert len(done.posted) == 2
        assert desk.held() == money(0)
        again = spend_all(desk.books, typed, holder.number, holder.seen, desk.cause)
        assert again == StaleAnswer()
        number = done.posted[1].number
        undone = undo_receipt(desk.books, number, desk.person, desk.cause)
        assert isinstance(undone, ReceiptUndone)
        assert desk.held() == money(500)
        assert undo_receipt(desk.books, number, desk.person, desk.cause) == StaleAnswer()
        stranger = hire(desk.books, telegram_id=200)
        other = undo_receipt(desk.books, done.posted[0].number, stranger, desk.cause)
        assert other == NotAllowed()

    await stage(play)


async def test_receipts_of_a_closed_day_stay(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give(replace(GIVEN, booked_on=DAY - dt.timedelta(days=1)))
        done = desk.spend(SpentItem(GOODS, money(100)))
        assert isinstance(done, AccountedFor)
        owner = hire(desk.books, Role.OWNER, 300)
        later = replace(desk.because(owner, 9), at=NOW + dt.timedelta(days=2))
        close_period(desk.books, DAY, owner, later)
        undone = undo_receipt(desk.books, done.posted[0].number, desk.person, later)
        assert undone == PeriodIsClosed(DAY)

    await stage(play)


async def test_an_advance_undone_after_receipts_is_owed_by_the_shop(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        recorded = desk.give()
        desk.spend(SpentItem(GOODS, money(700)))
        undo_entry(desk.books, recorded.posted[0].number, desk.person, desk.cause)
        assert desk.held() == money(-700)
        assert desk.holder().open == ()

    await stage(play)


async def test_a_holder_of_the_team_is_linked_by_who_may(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give()
        number = desk.holder().number
        refused = link_holder(desk.books, desk.person, number, desk.person.id, desk.cause)
        assert refused == NotAllowed()
        owner = hire(desk.books, Role.OWNER, 300)
        link_holder(desk.books, owner, number, desk.person.id, desk.cause)
        assert desk.holder().person_id == desk.person.id
        assert link_holder(desk.books, owner, number, 999, desk.cause) == StaleAnswer()

    await stage(play)


async def test_a_holder_is_called_as_the_team_calls_him(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give(replace(GIVEN, counterparty="Бондарю"))
        assert shown_name(desk.books, desk.holder()) == "Бондарю"
        bondar = hire(desk.books, telegram_id=501)
        desk.books.people.change(replace(bondar, name="Бондар"))
        assert shown_name(desk.books, desk.holder()) == "Бондар"
        assert desk.holder().person_id is None
        other = hire(desk.books, telegram_id=502)
        desk.books.people.change(replace(other, name="Бондарь"))
        assert shown_name(desk.books, desk.holder()) == "Бондарю"

    await stage(play)


async def test_a_first_name_is_told_in_the_nominative_of_the_shops_language(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give(GIVEN)
        assert desk.holder().name == "Петру"
        assert shown_name(desk.books, desk.holder()) == "Петро"

    await stage(play)


async def test_a_name_that_may_be_two_is_nobodys(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.give(replace(GIVEN, counterparty="Петро Коваль"))
        desk.give(replace(GIVEN, counterparty="Петро Бондар"), message_id=2)
        assert len(open_holders(desk.books)) == 2
        assert holder_named(desk.books, "Петро") is None
        found = holder_named(desk.books, "Ковалю")
        assert found is not None
        assert found.name == "Петро Коваль"

    await stage(play)


@given(st.lists(st.tuples(st.integers(-9, 9).filter(bool), st.booleans()), max_size=12))
def test_what_is_open_is_what_is_held(moves: list[tuple[int, bool]]) -> None:
    moved = []
    for at, (major, is_standing) in enumerate(moves, start=1):
        each = AdvanceMoved(
            at, DAY, NOW, "Petro", money(major), None, "person:1", is_standing=is_standing
        )
        moved.append(each)
        if not is_standing:
            moved.append(replace(each, amount=-each.amount))
    books = cast(
        "Books",
        SimpleNamespace(advances=SimpleNamespace(moved=lambda: moved, notes=lambda: ())),
    )
    balance = sum(major for major, is_standing in moves if is_standing)
    for holder in holders(books):
        assert holder.held("UAH") == money(balance)
        assert sum(each.left.minor for each in holder.open) == max(0, balance * 100)
        assert all(each.left.minor > 0 for each in holder.open)
