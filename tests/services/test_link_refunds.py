"""Refunds over real books: linked, asked, kept by every telling, broken by an undone sale."""

import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.read_message import read_message
from parsing.reading import CashDraft, Missing
from services.alerts.alert_money import refunds_now
from services.alerts.alert_ports import Mark
from services.approvals.decide_approval import Approved, approve
from services.approvals.payout_limits import PayoutLimit
from services.cash.answer_draft import AmountAnswer, DraftAnswer, GivenAnswer, answer_draft
from services.cash.drafts import Draft
from services.cash.link_refunds import AmountWrongAnswer, SaleAnswer
from services.cash.list_refunds import (
    RefundSeen,
    list_refunds,
    refund_seen,
    set_ask_from,
)
from services.cash.record_cash import CashFiledInPart, record_cash
from services.cash.take_message import Heard, Taken, take_message
from services.cash_types import CashAmended, CashAsked, CashRecorded, NotAllowed, TypedCash
from services.corrections.amend_cash import amend_cash
from services.corrections.change_entry import change_entry
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, SHOP, hire, lay, lexicon, record


def money(major: int) -> Money:
    return Money(major * 100, "UAH")


class Desk:
    """Two cashiers and a director over one open unit of work."""

    def __init__(self, books: Books) -> None:
        lay(books)
        self.books = books
        self.seller, self.other = hire(books), hire(books, telegram_id=200)
        self.director = hire(books, Role.DIRECTOR, 300)
        self._messages = 0

    def because(self, person: Person) -> Cause:
        self._messages += 1
        item = self.books.inbox.receive([record(self._messages)], NOW)[0]
        return Cause(person.actor, item.raw_record_id, NOW)

    def sell(
        self,
        major: int,
        name: str | None = None,
        order: str | None = None,
        *,
        days_ago: int = 3,
    ) -> int:
        draft = CashDraft(
            money(major),
            CashDirection.IN,
            CashCategory.SALE_CASH,
            DAY - dt.timedelta(days=days_ago),
            name,
            order,
        )
        cause = self.because(self.seller)
        typed = TypedCash(self.seller, 7, self._messages, "sold", NOW)
        return record_cash(self.books, typed, [draft], cause).posted[0].number

    def say(self, text: str, person: Person | None = None) -> Taken:
        by = person or self.other
        cause = self.because(by)
        now = NOW.replace(tzinfo=None)
        reading = read_message(text, now=now, currency="UAH", lexicon=lexicon())
        typed = TypedCash(by, 7, self._messages, text, NOW)
        heard = Heard(reading, None, None)
        return take_message(self.books, typed, heard, lexicon(), cause)

    def edit(self, text: str, message_id: int) -> object:
        now = NOW.replace(tzinfo=None)
        reading = read_message(text, now=now, currency="UAH", lexicon=lexicon())
        typed = TypedCash(self.other, 7, message_id, text, NOW)
        return amend_cash(self.books, typed, reading, self.because(self.other))

    def asked(self, text: str) -> Draft:
        outcome = self.say(text)
        assert isinstance(outcome, CashAsked)
        assert outcome.draft.missing == (Missing.SALE,)
        return outcome.draft

    def answer(self, draft: Draft, answer: DraftAnswer) -> object:
        given = GivenAnswer(draft.id, draft.revision, answer)
        return answer_draft(self.books, given, self.other, lexicon(), self.because(self.other))

    def linked(self, outcome: object) -> RefundSeen:
        recorded = outcome.recorded if isinstance(outcome, CashAmended) else outcome
        assert isinstance(recorded, CashRecorded)
        return refund_seen(self.books, recorded.posted[0])


Play = Callable[[Desk], None]
Stage = Callable[[Play], Awaitable[None]]


@pytest.fixture
def stage(database: Database) -> Stage:
    async def run(play: Play) -> None:
        await database.write(lambda books: play(Desk(books)))
        assert await database.read(verify_books) == ()

    return run


async def test_one_clear_sale_is_linked_without_a_question(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.sell(900)
        number = desk.sell(5000, "Іваненко")
        seen = desk.linked(desk.say("повернули Іваненку 500"))
        assert (seen.sale_number, seen.evidence) == (number, "name")
        assert not seen.is_own

    await stage(play)


async def test_what_is_not_clear_is_asked_and_posted_by_the_answer(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        first, _ = desk.sell(500), desk.sell(500)
        draft = desk.asked("refund 500")
        assert desk.books.journal.count() == 2
        done = desk.answer(draft, SaleAnswer(first))
        assert desk.linked(done).sale_number == first
        none = desk.asked("refund 321")
        seen = desk.linked(desk.answer(none, SaleAnswer(None)))
        assert seen.sale_number is None
        assert desk.books.links.count_without_sale() == 1

    await stage(play)


async def test_more_than_the_sale_less_earlier_refunds_is_asked(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        number = desk.sell(900, "Іваненко")
        desk.linked(desk.say("повернули Іваненку 500"))
        draft = desk.asked("повернули Іваненку 600")
        seen = desk.linked(desk.answer(draft, SaleAnswer(number)))
        assert seen.over == money(200)

    await stage(play)


async def test_a_wrong_amount_is_asked_and_looked_up_anew(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        number = desk.sell(900, "Іваненко")
        draft = desk.asked("повернули Іваненку 9000")
        asked = desk.answer(draft, AmountWrongAnswer())
        assert isinstance(asked, CashAsked)
        assert asked.draft.missing == (Missing.AMOUNT,)
        seen = desk.linked(desk.answer(asked.draft, AmountAnswer(money(900))))
        assert seen.sale_number == number

    await stage(play)


async def test_a_sale_undone_meanwhile_is_asked_again(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        first, second = desk.sell(500), desk.sell(500)
        draft = desk.asked("refund 500")
        undo_entry(desk.books, first, desk.seller, desk.because(desk.seller))
        again = desk.answer(draft, SaleAnswer(first))
        assert isinstance(again, CashAsked)
        seen = desk.linked(desk.answer(again.draft, SaleAnswer(second)))
        assert seen.sale_number == second

    await stage(play)


async def test_every_telling_keeps_the_sale(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        number = desk.sell(900, "Іваненко")
        told = desk.say("повернули Іваненку 500")
        message_id = desk._messages  # noqa: SLF001 - the message just told
        assert desk.linked(told).sale_number == number
        assert desk.linked(desk.edit("повернули Іваненку 400", message_id)).sale_number == number
        corrected = desk.linked(desk.say("ні, 300"))
        assert (corrected.sale_number, corrected.amount) == (number, money(300))
        sale = desk.books.links.sale(number)
        assert sale is not None
        assert sale.refunded == money(300)
        undo_entry(desk.books, corrected.posted.number, desk.other, desk.because(desk.other))
        sale = desk.books.links.sale(number)
        assert sale is not None
        assert sale.refunded == money(0)

    await stage(play)


async def test_a_sale_told_anew_is_the_same_sale_and_an_undone_one_breaks_the_link(
    stage: Stage,
) -> None:
    def play(desk: Desk) -> None:
        number = desk.sell(900, "Іваненко")
        refund = desk.linked(desk.say("повернули Іваненку 500")).posted
        anew = desk.say("ні, 1000", desk.seller)
        assert isinstance(anew, CashAmended)
        seen = refund_seen(desk.books, refund)
        assert seen.sale is not None
        assert (seen.sale_number, seen.sale.amount) == (number, money(1000))
        last = anew.recorded.posted[0].number
        undo_entry(desk.books, last, desk.seller, desk.because(desk.seller))
        assert refund_seen(desk.books, refund).is_broken

    await stage(play)


async def test_an_old_sale_is_not_looked_for(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.sell(500, "Іваненко", days_ago=61)
        assert desk.asked("повернули Іваненку 500").missing == (Missing.SALE,)

    await stage(play)


async def test_below_the_owners_amount_nobody_is_asked_but_for_an_order_paid_back_twice(
    stage: Stage,
) -> None:
    def play(desk: Desk) -> None:
        owner = hire(desk.books, Role.OWNER, 400)
        assert not set_ask_from(desk.books, desk.director, 100_000, desk.because(desk.director))
        assert set_ask_from(desk.books, owner, 100_000, desk.because(owner))
        assert desk.linked(desk.say("refund 999")).sale_number is None
        desk.asked("refund 1000")
        desk.sell(500, None, "1234")
        desk.linked(desk.say("повернули клієнту 500 за замовлення 1234"))
        desk.asked("повернули клієнту 500 за замовлення 1234")

    await stage(play)


async def test_of_several_operations_only_the_unclear_refund_waits(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        outcome = desk.say("кур'єру 220\nповернули клієнту 500")
        assert isinstance(outcome, CashFiledInPart)
        assert outcome.recorded is not None
        assert [each.draft.missing for each in outcome.asked] == [(Missing.SALE,)]
        done = desk.answer(outcome.asked[0].draft, SaleAnswer(None))
        assert isinstance(done, CashRecorded)
        assert desk.books.balances.of("till.1", "UAH") == money(-720)

    await stage(play)


async def test_directors_hear_once_of_what_one_person_sold_and_paid_back(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.sell(900, "Іваненко")
        desk.say("повернули Іваненку 500", desk.seller)
        desk.say("повернули Іваненку 100", desk.other)
        mark = Mark(0, 0, NOW)
        seen = refunds_now(desk.books, SHOP, mark, ())
        assert [(each.amount, each.is_own) for each in seen if each.is_own] == [(money(500), True)]
        desk.books.links.mark_told([each.number for each in seen], NOW)
        assert refunds_now(desk.books, SHOP, mark, ()) == ()
        listed = list_refunds(desk.books, desk.director, SHOP, NOW)
        assert not isinstance(listed, NotAllowed)
        assert [each.amount for each in listed] == [money(100), money(500)]
        assert list_refunds(desk.books, desk.seller, SHOP, NOW) == NotAllowed()

    await stage(play)


async def test_who_put_a_sale_right_has_not_sold_it(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        number = desk.sell(900, "Іваненко")
        cause = desk.because(desk.director)
        typed = TypedCash(desk.director, 9, 1, "", NOW)
        anew = change_entry(desk.books, typed, number, money(950), lexicon(), cause)
        assert isinstance(anew, CashAmended)
        assert desk.linked(desk.say("повернули Іваненку 500", desk.seller)).is_own
        assert not desk.linked(desk.say("повернули Іваненку 100", desk.director)).is_own

    await stage(play)


async def test_a_refund_that_waited_is_led_to_its_sale_when_it_is_approved(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.books.limits.put(PayoutLimit(Role.CASHIER, "UAH", money(1_000)))
        number = desk.sell(5_000, "Іваненко")
        told = desk.say("повернули Іваненку 4000")
        assert isinstance(told, CashRecorded)
        (waiting,) = told.waits
        done = approve(desk.books, waiting.id, desk.director, desk.because(desk.director))
        assert isinstance(done, Approved)
        assert desk.linked(done.recorded).sale_number == number

    await stage(play)


async def test_a_refund_that_is_put_right_while_it_waits_is_led_to_its_sale(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.books.limits.put(PayoutLimit(Role.CASHIER, "UAH", money(1_000)))
        number = desk.sell(5_000, "Іваненко")
        told = desk.say("повернули Іваненку 4000")
        assert isinstance(told, CashRecorded)
        assert told.waits
        assert desk.linked(desk.say("ні, 400")).sale_number == number

    await stage(play)
