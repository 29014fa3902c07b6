"""Corrections after the close: asked once, decided once, linked to what they put right."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft, Understood
from services.cash.record_cash import record_cash
from services.cash_types import CashAmended, EntryUndone, NotAllowed, StaleAnswer, TypedCash
from services.corrections.amend_cash import amend_cash
from services.corrections.change_entry import change_entry
from services.corrections.decide_correction import (
    CorrectionBooked,
    CorrectionLeft,
    CorrectionOvertaken,
    Decided,
    DecidedBefore,
    decide_correction,
)
from services.corrections.proposals import ProposalState
from services.corrections.propose_correction import CorrectionProposed, deciders
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, hire, lay, lexicon, record

OLD = DAY - dt.timedelta(days=3)
PAID = CashDraft(Money(25_000, "UAH"), CashDirection.OUT, CashCategory.DELIVERY, OLD)
DEARER = replace(PAID, amount=Money(35_000, "UAH"))


class Desk:
    """A cashier's entry in a period that was closed since."""

    def __init__(self, books: Books, *, closes: bool = True) -> None:
        lay(books)
        self.books = books
        self.cashier = hire(books, telegram_id=7)
        self.owner = hire(books, Role.OWNER, telegram_id=9)
        self.accountant = hire(books, Role.ACCOUNTANT, telegram_id=8)
        record_cash(books, self.typed(), [PAID], self.cause(self.cashier))
        if closes:
            books.periods.close(OLD, self.cause(self.owner))

    def cause(self, person: Person) -> Cause:
        number = len(self.books.inbox.pending()) + 1
        item = self.books.inbox.receive([record(number)], NOW)[0]
        return Cause(person.actor, item.raw_record_id, NOW)

    def typed(self, person: Person | None = None) -> TypedCash:
        return TypedCash(person or self.cashier, 7, 1, "кабанчик 250", NOW)

    def proposed(self, value: Money | CashCategory = DEARER.amount) -> CorrectionProposed:  # type: ignore[assignment]  # stands for what differs
        told = replace(self.typed(), message_id=2)
        cause = self.cause(self.cashier)
        outcome = change_entry(self.books, told, 1, value, lexicon(), cause)
        assert isinstance(outcome, CorrectionProposed)
        return outcome

    def decide(self, number: int, person: Person | None = None, *, books_it: bool) -> Decided:
        by = person or self.accountant
        return decide_correction(
            self.books, number, by, lexicon(), self.cause(by), books_it=books_it
        )


async def play(database: Database, scene: Callable[[Desk], None], *, closes: bool = True) -> None:
    await database.write(lambda books: scene(Desk(books, closes=closes)))
    assert await database.read(verify_books) == ()


async def test_what_is_booked_lands_today_and_points_to_its_day(database: Database) -> None:
    def scene(desk: Desk) -> None:
        asked = desk.proposed()
        assert desk.books.journal.count() == 1
        done = desk.decide(asked.proposal.id, books_it=True)
        assert isinstance(done, CorrectionBooked)
        assert isinstance(done.outcome, CashAmended)
        reversal, booked = desk.books.journal.find(2), done.outcome.recorded.posted[0]
        assert reversal is not None
        for entry in (reversal.entry, booked.entry):
            assert (entry.booked_on, entry.belongs_on) == (DAY, OLD)
        assert (reversal.entry.reverses, booked.entry.replaces) == (1, 1)
        assert booked.entry.origin.version == 2
        assert booked.entry.narration == "кабанчик 250"
        assert done.proposal.decided_by == desk.accountant.id

    await play(database, scene)


async def test_an_undo_is_booked_as_a_reversal_alone(database: Database) -> None:
    def scene(desk: Desk) -> None:
        asked = undo_entry(desk.books, 1, desk.cashier, desk.cause(desk.cashier))
        assert isinstance(asked, CorrectionProposed)
        done = desk.decide(asked.proposal.id, books_it=True)
        assert isinstance(done, CorrectionBooked)
        assert isinstance(done.outcome, EntryUndone)
        assert done.outcome.balances == (Money(0, "UAH"),)

    await play(database, scene)


async def test_an_edit_is_booked_with_its_own_words(database: Database) -> None:
    def scene(desk: Desk) -> None:
        two = Understood((DEARER, replace(PAID, category=CashCategory.RENT)))
        typed = replace(desk.typed(), text="now two")
        asked = amend_cash(desk.books, typed, two, desk.cause(desk.cashier))
        assert isinstance(asked, CorrectionProposed)
        done = desk.decide(asked.proposal.id, books_it=True)
        assert isinstance(done, CorrectionBooked)
        assert isinstance(done.outcome, CashAmended)
        posted = done.outcome.recorded.posted
        assert [each.entry.origin.external_id for each in posted] == ["7/1", "7/1#2"]
        assert {each.entry.narration for each in posted} == {"now two"}
        same = Understood((PAID,))
        assert amend_cash(desk.books, desk.typed(), same, desk.cause(desk.cashier)) == (
            StaleAnswer()
        )

    await play(database, scene)


async def test_asked_twice_it_waits_once_and_the_newest_wish_counts(database: Database) -> None:
    def scene(desk: Desk) -> None:
        first = desk.proposed()
        assert first.is_new
        again = desk.proposed()
        assert (again.is_new, again.proposal.id) == (False, first.proposal.id)
        other = desk.proposed(Money(36_000, "UAH"))
        assert [each.id for each in desk.books.proposals.open()] == [other.proposal.id]
        late = desk.decide(first.proposal.id, books_it=True)
        assert isinstance(late, DecidedBefore)
        assert late.proposal.state is ProposalState.REPLACED

    await play(database, scene)


async def test_it_is_decided_once_and_only_by_who_may(database: Database) -> None:
    def scene(desk: Desk) -> None:
        number = desk.proposed().proposal.id
        assert desk.decide(number, desk.cashier, books_it=True) == NotAllowed()
        assert isinstance(desk.decide(number, books_it=False), CorrectionLeft)
        late = desk.decide(number, desk.owner, books_it=True)
        assert isinstance(late, DecidedBefore)
        assert late.proposal.decided_by == desk.accountant.id
        assert desk.decide(number + 1, books_it=True) == StaleAnswer()
        assert desk.books.journal.count() == 1

    await play(database, scene)


async def test_what_was_put_right_meanwhile_is_not_booked_again(database: Database) -> None:
    def scene(desk: Desk) -> None:
        asked = desk.proposed()
        own = undo_entry(desk.books, 1, desk.accountant, desk.cause(desk.accountant))
        assert isinstance(own, CorrectionProposed)
        assert isinstance(desk.decide(own.proposal.id, books_it=True), CorrectionBooked)
        late = desk.decide(asked.proposal.id, books_it=True)
        assert isinstance(late, CorrectionOvertaken)
        assert desk.books.proposals.open() == ()
        assert desk.books.journal.count() == 2

    await play(database, scene)


async def test_the_accountants_are_asked_or_else_who_else_may(database: Database) -> None:
    def scene(desk: Desk) -> None:
        assert [each.id for each in deciders(desk.books)] == [desk.accountant.id]
        desk.books.people.change(replace(desk.accountant, is_active=False))
        assert [each.id for each in deciders(desk.books)] == [desk.owner.id]

    await play(database, scene)


async def test_what_another_put_right_is_asked_for_by_who_told_it(database: Database) -> None:
    def scene(desk: Desk) -> None:
        typed = replace(desk.typed(desk.accountant), message_id=3)
        cause = desk.cause(desk.accountant)
        changed = change_entry(desk.books, typed, 1, CashCategory.RENT, lexicon(), cause)
        assert isinstance(changed, CashAmended)
        number = changed.recorded.posted[0].number
        asked = undo_entry(desk.books, number, desk.cashier, desk.cause(desk.cashier))
        assert isinstance(asked, CorrectionProposed)
        assert asked.closed_through is None
        stranger = hire(desk.books, telegram_id=70)
        refused = undo_entry(desk.books, number, stranger, desk.cause(stranger))
        assert refused == NotAllowed()
        unchanged = amend_cash(
            desk.books, desk.typed(), Understood((PAID,)), desk.cause(desk.cashier)
        )
        assert unchanged == StaleAnswer()

    await play(database, scene, closes=False)


async def test_a_booked_category_teaches_the_shops_word(database: Database) -> None:
    def scene(desk: Desk) -> None:
        before = desk.books.memory.stamp()
        asked = desk.proposed(CashCategory.FUEL_TRANSPORT)
        assert desk.books.memory.stamp() == before
        desk.decide(asked.proposal.id, books_it=True)
        assert desk.books.memory.stamp() > before

    await play(database, scene)
