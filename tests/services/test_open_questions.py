"""Questions left open: asked again once, in shop hours, then the accountant's affair."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from handlers.cash.draft_replies import asked_again
from jobs.draft_reminders import remind_of_drafts
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft, Missing, Unclear
from services.cash.answer_draft import (
    AmountAnswer,
    CategoryAnswer,
    DirectionAnswer,
    DraftDropped,
    GivenAnswer,
    answer_draft,
)
from services.cash.drop_draft import drop_draft
from services.cash.open_questions import open_drafts, take_reminders
from services.cash.record_cash import ask_about
from services.cash_types import CashAsked, CashRecorded, NotAllowed, StaleAnswer, TypedCash
from services.messages import Cause, QueuedMessage
from services.people import Role
from services.ports import Books, Database
from services.verify_books import verify_books
from tests.conftest import NOW, StillClock
from tests.shop import DAY, hire, lay, lexicon, record

LATER = NOW + dt.timedelta(hours=2)
BARE = Unclear(
    (CashDraft(Money(25_000, "UAH"), None, None, None),), (Missing.DIRECTION, Missing.CATEGORY)
)
KYIV_HOURS = 2
"""The shop's clock is ahead of UTC by so much in November."""


def ask(books: Books, *, at: dt.datetime = NOW) -> int:
    """Have a cashier leave a question open; give the draft's id."""
    lay(books)
    cashier = hire(books, telegram_id=7)
    item = books.inbox.receive([record(1)], at)[0]
    typed = TypedCash(cashier, 7, 1, "250 <кур'єр>", at)
    asked = ask_about(books, typed, BARE, Cause(cashier.actor, item.raw_record_id, at))
    assert isinstance(asked, CashAsked)
    return asked.draft.id


async def test_a_person_is_asked_again_once(database: Database, clock: StillClock) -> None:
    announced: list[QueuedMessage] = []

    def announce(messages: Sequence[QueuedMessage]) -> None:
        announced.extend(messages)

    await database.write(ask)
    for hours in (0, 1, 2, 3):
        clock = StillClock(NOW + dt.timedelta(hours=hours, minutes=1))
        await remind_of_drafts(database, clock, asked_again, announce)
    (reminder,) = announced
    assert (reminder.message.chat_id, reminder.message.reply_to) == (7, 1)
    labels = [each.label for row in reminder.message.buttons for each in row]
    assert labels == ["Came in", "Went out", "Not cash"]
    assert "still waiting" in reminder.message.text


@pytest.mark.parametrize(
    ("hour", "is_reminded"), [(7, False), (8, True), (19, True), (20, False), (3, False)]
)
async def test_nobody_is_reminded_outside_shop_hours(
    database: Database, hour: int, *, is_reminded: bool
) -> None:
    now = dt.datetime(2026, 11, 22, hour - KYIV_HOURS, 30, tzinfo=dt.UTC)

    def play(books: Books) -> None:
        ask(books)
        assert bool(take_reminders(books, now)) is is_reminded
        assert take_reminders(books, now) == ()

    await database.write(play)


async def test_who_left_is_not_reminded_and_his_question_stays_open(database: Database) -> None:
    def play(books: Books) -> None:
        ask(books)
        (cashier,) = books.people.all()
        books.people.change(replace(cashier, is_active=False))
        assert take_reminders(books, LATER) == ()
        assert len(open_drafts(books, LATER)) == 1

    await database.write(play)


async def test_an_accountants_answers_file_it_as_told_by_its_author(database: Database) -> None:
    def play(books: Books) -> None:
        draft_id = ask(books)
        cashier = books.people.all()[0]
        books.people.change(replace(cashier, till="till.2"))
        accountant = hire(books, Role.ACCOUNTANT, telegram_id=8)
        late = NOW + dt.timedelta(days=2)
        cause = Cause(accountant.actor, None, late)
        first = GivenAnswer(draft_id, 1, DirectionAnswer(CashDirection.OUT))
        outcome = answer_draft(books, first, accountant, lexicon(), cause)
        assert isinstance(outcome, CashAsked)
        assert outcome.draft.asked_at == late
        second = GivenAnswer(draft_id, 2, CategoryAnswer(CashCategory.DELIVERY))
        outcome = answer_draft(books, second, accountant, lexicon(), cause)
        assert isinstance(outcome, CashRecorded)
        posted = outcome.posted[0]
        assert posted.decided_by == accountant.actor
        assert posted.entry.booked_on == DAY
        assert posted.entry.origin.external_id == "7/1"
        assert outcome.till == "till.2"
        assert posted.raw_record_id is not None

    await database.write(play)
    assert await database.read(verify_books) == ()


async def test_another_cashier_answers_for_nobody(database: Database) -> None:
    def play(books: Books) -> None:
        draft_id = ask(books)
        other = hire(books, telegram_id=70)
        cause = Cause(other.actor, None, NOW)
        given = GivenAnswer(draft_id, 1, AmountAnswer(Money(1, "UAH")))
        assert answer_draft(books, given, other, lexicon(), cause) == NotAllowed()
        assert drop_draft(books, draft_id, other, "why not", cause) == NotAllowed()

    await database.write(play)


async def test_what_is_left_out_has_its_reason_in_the_audit_log(database: Database) -> None:
    def play(books: Books) -> None:
        draft_id = ask(books)
        owner = hire(books, Role.OWNER, telegram_id=8)
        cause = Cause(owner.actor, None, NOW)
        assert isinstance(drop_draft(books, draft_id, owner, "a joke", cause), DraftDropped)
        assert drop_draft(books, draft_id, owner, "a joke", cause) == StaleAnswer()
        assert "a joke" in str(books.audit.about(f"draft:{draft_id}"))
        assert open_drafts(books, LATER) == ()

    await database.write(play)


async def test_a_reminder_makes_a_question_new_again(database: Database) -> None:
    def play(books: Books) -> None:
        draft_id = ask(books)
        later = NOW + dt.timedelta(days=1)
        take_reminders(books, later)
        draft = books.drafts.find(draft_id)
        assert draft is not None
        assert draft.put_at == later
        assert draft.revision == 1

    await database.write(play)
