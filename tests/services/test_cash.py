"""Cash use cases over real books: filed, asked, taken back, amended, told again."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft, Missing, NotAnEntry, Unclear, Understood
from services.cash.answer_draft import (
    AmountAnswer,
    CategoryAnswer,
    DateAnswer,
    DirectionAnswer,
    DraftAnswer,
    DraftDropped,
    GivenAnswer,
    NotCashAnswer,
    answer_draft,
)
from services.cash.drafts import Draft
from services.cash.record_cash import ask_about, record_cash
from services.cash_types import (
    CashAmended,
    CashAsked,
    CashRecorded,
    EntryUndone,
    NotAllowed,
    NothingToUndo,
    StaleAnswer,
    TypedCash,
)
from services.closing.close_period import close_period
from services.corrections.amend_cash import amend_cash
from services.corrections.propose_correction import CorrectionProposed
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database
from services.tills.report_day import report_day
from services.tills.till import till_balances
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, hire, lay, lexicon, record

CALLOUT = CashDraft(
    Money(25_000, "UAH"), CashDirection.OUT, CashCategory.INSTALLER_SERVICES, DAY, "Ihor"
)
SALE = CashDraft(Money(90_000, "UAH"), CashDirection.IN, CashCategory.SALE_CASH, DAY)


class Desk:
    """One person's desk over one open unit of work."""

    def __init__(self, books: Books, role: Role = Role.CASHIER) -> None:
        lay(books)
        self.books = books
        self.person = hire(books, role)
        self.cause = self.cause_of(self.person, 1)

    def cause_of(self, person: Person, update_id: int) -> Cause:
        item = self.books.inbox.receive([record(update_id)], NOW)[0]
        return Cause(person.actor, item.raw_record_id, NOW)

    def typed(self, message_id: int = 1, text: str = "gave Ihor 250") -> TypedCash:
        return TypedCash(self.person, 7, message_id, text, NOW)

    def record(self, *drafts: CashDraft, message_id: int = 1) -> CashRecorded:
        return record_cash(self.books, self.typed(message_id), drafts or (CALLOUT,), self.cause)

    def answer(
        self, draft_id: int, revision: int, answer: DraftAnswer
    ) -> CashRecorded | CashAsked | DraftDropped | StaleAnswer | NotAllowed:
        given = GivenAnswer(draft_id, revision, answer)
        return answer_draft(self.books, given, self.person, lexicon(), self.cause)

    def till(self) -> Money:
        return till_balances(self.books, self.person).balances[0]


Play = Callable[[Desk], None]
Stage = Callable[[Play], Awaitable[None]]


@pytest.fixture
def stage(database: Database) -> Stage:
    """Give a way to play at a desk, with the books proved at the end."""

    async def run(play: Play) -> None:
        await database.write(lambda books: play(Desk(books)))
        assert await database.read(verify_books) == ()

    return run


async def test_a_complete_draft_is_filed_on_the_persons_till(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        recorded = desk.record(SALE, CALLOUT)
        assert [each.number for each in recorded.posted] == [1, 2]
        assert recorded.posted[1].entry.counterparty == "Ihor"
        assert recorded.posted[0].raw_record_id == desk.cause.raw_record_id
        assert recorded.balances == (Money(65_000, "UAH"),)

    await stage(play)


async def test_a_message_told_again_is_not_filed_twice(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.record(CALLOUT)
        again = desk.record(CALLOUT)
        assert [each.number for each in again.posted] == [1]
        assert desk.books.journal.count() == 1

    await stage(play)


async def test_a_fact_of_a_closed_day_lands_today_and_points_there(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        old = DAY - dt.timedelta(days=9)
        desk.books.periods.close(old, desk.cause)
        entry = desk.record(replace(CALLOUT, booked_on=old)).posted[0].entry
        assert (entry.booked_on, entry.belongs_on) == (DAY, old)

    await stage(play)


def asked(desk: Desk, unclear: Unclear) -> Draft:
    outcome = ask_about(desk.books, desk.typed(), unclear, desk.cause)
    assert isinstance(outcome, CashAsked)
    return outcome.draft


async def test_answers_fill_a_draft_until_it_can_be_filed(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        unclear = Unclear(
            (CashDraft(None, None, None, None),), (Missing.AMOUNT, Missing.DIRECTION, Missing.DATE)
        )
        draft = asked(desk, unclear)
        answers: tuple[DraftAnswer, ...] = (
            AmountAnswer(Money(500, "UAH")),
            DirectionAnswer(CashDirection.OUT),
            CategoryAnswer(CashCategory.RENT),
            DateAnswer(DAY),
        )
        outcomes = [
            desk.answer(draft.id, revision, answer)
            for revision, answer in enumerate(answers, start=1)
        ]
        assert [type(outcome) for outcome in outcomes[:3]] == [CashAsked] * 3
        assert isinstance(outcomes[3], CashRecorded)
        assert desk.till() == Money(-500, "UAH")

    await stage(play)


async def test_an_answer_to_an_older_question_is_stale(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        unclear = Unclear((replace(CALLOUT, amount=None),), (Missing.AMOUNT,))
        draft = asked(desk, unclear)
        answer = AmountAnswer(Money(500, "UAH"))
        first = desk.answer(draft.id, 1, answer)
        second = desk.answer(draft.id, 1, answer)
        assert isinstance(first, CashRecorded)
        assert second == StaleAnswer()
        assert desk.books.journal.count() == 1

    await stage(play)


async def test_nobody_answers_for_another(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        unclear = Unclear((replace(CALLOUT, amount=None),), (Missing.AMOUNT,))
        draft = asked(desk, unclear)
        other = hire(desk.books, telegram_id=200)
        answer = AmountAnswer(Money(500, "UAH"))
        given = GivenAnswer(draft.id, 1, answer)
        outcome = answer_draft(desk.books, given, other, lexicon(), desk.cause)
        assert outcome == NotAllowed()

    await stage(play)


async def test_a_draft_that_is_no_cash_is_dropped(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        unclear = Unclear((replace(CALLOUT, amount=None),), (Missing.AMOUNT,))
        draft = asked(desk, unclear)
        outcome = desk.answer(draft.id, 1, NotCashAnswer())
        assert isinstance(outcome, DraftDropped)
        assert desk.books.drafts.open_in(7, desk.person.id) is None

    await stage(play)


async def test_an_entry_is_taken_back_once(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.record(CALLOUT)
        undone = undo_entry(desk.books, 1, desk.person, desk.cause)
        assert isinstance(undone, EntryUndone)
        assert undone.balances == (Money(0, "UAH"),)
        assert undo_entry(desk.books, 1, desk.person, desk.cause) == StaleAnswer()
        assert undo_entry(desk.books, 2, desk.person, desk.cause) == NothingToUndo()
        assert undo_entry(desk.books, 99, desk.person, desk.cause) == NothingToUndo()

    await stage(play)


@pytest.mark.parametrize(("role", "may"), [(Role.CASHIER, False), (Role.ACCOUNTANT, True)])
async def test_who_may_take_back_anothers_entry(stage: Stage, role: Role, *, may: bool) -> None:
    def play(desk: Desk) -> None:
        desk.record(CALLOUT)
        other = hire(desk.books, role, telegram_id=200)
        outcome = undo_entry(desk.books, 1, other, desk.cause_of(other, 2))
        assert isinstance(outcome, EntryUndone) is may

    await stage(play)


async def test_an_entry_of_a_closed_day_stays(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        yesterday = DAY - dt.timedelta(days=1)
        desk.record(replace(CALLOUT, booked_on=yesterday))
        owner = hire(desk.books, Role.OWNER, telegram_id=200)
        assert close_period(desk.books, yesterday, owner, desk.cause) == yesterday
        undone = undo_entry(desk.books, 1, desk.person, desk.cause)
        amended = amend_cash(desk.books, desk.typed(), Understood((SALE,)), desk.cause)
        for outcome in (undone, amended):
            assert isinstance(outcome, CorrectionProposed)
            assert outcome.closed_through == yesterday
        assert desk.books.journal.count() == 1

    await stage(play)


async def test_only_a_day_that_is_over_can_be_closed_and_only_once(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        owner = hire(desk.books, Role.OWNER, telegram_id=200)
        yesterday = DAY - dt.timedelta(days=1)
        assert close_period(desk.books, yesterday, desk.person, desk.cause) == NotAllowed()
        assert close_period(desk.books, DAY, owner, desk.cause) == StaleAnswer()
        assert close_period(desk.books, yesterday, owner, desk.cause) == yesterday
        assert close_period(desk.books, yesterday, owner, desk.cause) == StaleAnswer()

    await stage(play)


async def test_an_edited_message_is_booked_anew(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.record(CALLOUT)
        better = replace(CALLOUT, amount=Money(20_500, "UAH"))
        amended = amend_cash(desk.books, desk.typed(), Understood((better,)), desk.cause)
        assert isinstance(amended, CashAmended)
        assert amended.recorded.posted[0].entry.replaces == 1
        assert amended.recorded.posted[0].entry.origin.version == 2
        assert desk.till() == Money(-20_500, "UAH")
        same = amend_cash(desk.books, desk.typed(), Understood((better,)), desk.cause)
        assert same == StaleAnswer()

    await stage(play)


async def test_an_edit_may_change_how_many_operations_there_are(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.record(CALLOUT)
        two = amend_cash(desk.books, desk.typed(), Understood((CALLOUT, SALE)), desk.cause)
        assert isinstance(two, CashAmended)
        assert desk.till() == Money(65_000, "UAH")
        one = amend_cash(desk.books, desk.typed(), Understood((SALE,)), desk.cause)
        assert isinstance(one, CashAmended)
        assert len(one.before) == 2
        assert desk.till() == Money(90_000, "UAH")

    await stage(play)


async def test_an_edit_that_is_doubtful_leaves_what_was_filed(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.record(CALLOUT)
        unclear = Unclear((CALLOUT,), (Missing.AMOUNT,))
        for reading in (unclear, NotAnEntry()):
            assert amend_cash(desk.books, desk.typed(), reading, desk.cause) == StaleAnswer()
        assert desk.till() == Money(-25_000, "UAH")

    await stage(play)


async def test_an_edit_of_a_doubtful_message_settles_its_question(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        unclear = Unclear((replace(CALLOUT, amount=None),), (Missing.AMOUNT,))
        ask_about(desk.books, desk.typed(), unclear, desk.cause)
        again = amend_cash(desk.books, desk.typed(), unclear, desk.cause)
        assert isinstance(again, CashAsked)
        clear = amend_cash(desk.books, desk.typed(), Understood((CALLOUT,)), desk.cause)
        assert isinstance(clear, CashRecorded)
        assert desk.books.drafts.open_in(7, desk.person.id) is None

    await stage(play)


async def test_an_edit_after_undo_files_the_message_anew(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.record(CALLOUT)
        undo_entry(desk.books, 1, desk.person, desk.cause)
        outcome = amend_cash(desk.books, desk.typed(), Understood((SALE,)), desk.cause)
        assert isinstance(outcome, CashRecorded)
        assert outcome.posted[0].entry.origin.version == 2
        assert desk.till() == Money(90_000, "UAH")

    await stage(play)


async def test_an_edit_of_a_message_that_was_no_cash_is_nothing(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        outcome = amend_cash(desk.books, desk.typed(), Understood((SALE,)), desk.cause)
        assert outcome == NothingToUndo()

    await stage(play)


async def test_the_day_is_reported_from_the_books(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.record(SALE, CALLOUT)
        desk.record(CALLOUT, message_id=2)
        undo_entry(desk.books, 3, desk.person, desk.cause)
        money = report_day(desk.books, DAY).currency("UAH")
        assert (money.cash_in.minor, money.cash_out.minor) == (90_000, 25_000)
        assert money.closing == Money(65_000, "UAH")

    await stage(play)
