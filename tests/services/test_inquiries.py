"""An exception is put to whoever may know; his answer is evidence, and one tap makes it good."""

import datetime as dt
from dataclasses import replace

import pytest

from ledger.advances import ADVANCES
from ledger.document_rules import RECEIVABLES
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.answer_inquiry import Answered, answer_inquiry, take_answer
from services.exceptions.ask_cashiers import ask_cashiers
from services.exceptions.exception_kinds import CASH_NOT_ENTERED
from services.exceptions.exception_ports import ExceptionItem, ExceptionState, Happened
from services.exceptions.file_order_cash import Told
from services.exceptions.find_in_books import find_in_books
from services.exceptions.inquire import (
    Inquired,
    ask_on_deal,
    ask_person,
    crm_record_of,
    manager_of,
)
from services.exceptions.inquiry_answers import HOLDER, IN_TILL, WORDS, Act, act_of
from services.exceptions.inquiry_ports import Choice, InquiryState, waiting_of
from services.exceptions.resolve_exception import WRITE_OFFS, Resolved, explain_exception
from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books, Database
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.matched_shop import UNPAID, banked, bring, by, held, matched
from tests.papers import order, uah
from tests.shop import record

OKSANA = "Оксана Коваль"
SOLD = replace(UNPAID, responsible=OKSANA)
BY_CASH = order("77", 42_000, lines=(), number="48777", paid_by="cash")


def told_by(person: Person, message_id: int = 9) -> Told:
    return Told(person, person.telegram_id, message_id)


def hired(books: Books, name: str = OKSANA, role: Role = Role.CASHIER) -> Person:
    number = 600 + len(books.people.all())
    return books.people.add(Newcomer(number, name, "uk"), role, NOW)


def asked(books: Books) -> tuple[Person, Person, ExceptionItem, Inquired]:
    """Have the manager asked about an order that is not paid."""
    (accountant,) = books.people.all()
    manager = hired(books)
    bring(books, SOLD)
    matched(books)
    (item,) = books.exceptions.standing()
    done = ask_person(books, item.id, manager.id, accountant, by(accountant))
    assert isinstance(done, Inquired)
    return accountant, manager, done.item, done


def heard_from(books: Books, person: Person) -> Cause:
    """Keep that he said something, as an update of Telegram is kept."""
    (item,) = books.inbox.receive([record(1 + len(books.inbox.pending()))], NOW)
    return Cause(person.actor, item.raw_record_id, NOW)


def answered(
    books: Books, inquired: Inquired, person: Person, code: str, text: str = ""
) -> Answered:
    choice = next((e for e in inquired.inquiry.choices if e.code == code), Choice(code))
    done = answer_inquiry(
        books, inquired.inquiry.id, choice, text, told_by(person), heard_from(books, person)
    )
    assert isinstance(done, Answered)
    return done


@pytest.mark.parametrize(
    ("code", "text", "state", "what"),
    [
        ("discount", "", ExceptionState.EXPLAINED, Happened.WRITTEN_OFF),
        ("later", "", ExceptionState.SNOOZED, Happened.SNOOZED),
        ("cash", "", ExceptionState.CLOSED, Happened.FILED),
        (WORDS, "pays on Friday", ExceptionState.EXPLAINED, Happened.EXPLAINED),
    ],
)
async def test_one_tap_makes_an_answer_good(
    laid: Database, code: str, text: str, state: ExceptionState, what: Happened
) -> None:
    def play(books: Books) -> None:
        accountant, manager, item, inquired = asked(books)
        answered(books, inquired, manager, code, text)
        done = take_answer(
            books, item.id, text or code, told_by(accountant), heard_from(books, accountant)
        )
        assert isinstance(done, Resolved)
        assert done.item.state is state
        history = [each.what for each in books.exceptions.history(item.id)]
        assert history == [Happened.OPENED, Happened.ASKED, Happened.ANSWERED, what]
        matched(books)
        is_settled = code in {"discount", "cash"}
        assert held(books, RECEIVABLES) == ((0,) if is_settled else (42_000,))

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_money_of_the_same_amount_is_offered_and_linked(laid: Database) -> None:
    def play(books: Books) -> None:
        (accountant,) = books.people.all()
        manager = hired(books)
        stranger = "Оплата за товар, замовлення 99999"
        bring(books, replace(SOLD, paid_by="card_online"))
        banked(books, (16, 42_000, stranger), counterparty="Ткач Ігор")
        matched(books)
        item = next(e for e in books.exceptions.standing() if e.kind == "order_unpaid")
        inquired = ask_person(books, item.id, manager.id, accountant, by(accountant))
        assert isinstance(inquired, Inquired)
        answered(books, inquired, manager, "paid")
        done = take_answer(books, item.id, "", told_by(accountant), heard_from(books, accountant))
        assert isinstance(done, Resolved)
        matched(books)
        assert books.exceptions.standing() == ()
        assert held(books, RECEIVABLES) == (0,)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_only_who_was_asked_answers_and_only_once(laid: Database) -> None:
    def play(books: Books) -> None:
        accountant, manager, item, inquired = asked(books)
        again = ask_person(books, item.id, manager.id, accountant, by(accountant))
        assert isinstance(again, StaleAnswer)
        cashier = hired(books, "Olha")
        assert isinstance(
            ask_person(books, item.id, accountant.id, cashier, by(cashier)), NotAllowed
        )
        number, choice = inquired.inquiry.id, inquired.inquiry.choices[0]
        outcome = answer_inquiry(books, number, choice, "", told_by(cashier), by(cashier))
        assert isinstance(outcome, NotAllowed)
        answered(books, inquired, manager, "later")
        late = answer_inquiry(books, number, choice, "", told_by(manager), by(manager))
        assert isinstance(late, StaleAnswer)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_what_settles_by_itself_is_waited_for_no_more(laid: Database) -> None:
    def play(books: Books) -> None:
        _, manager, item, inquired = asked(books)
        banked(books, (16, 42_000, "Оплата замовлення № 48123"))
        matched(books)
        now = books.inquiries.find(inquired.inquiry.id)
        assert now is not None
        assert now.state is InquiryState.GONE
        outcome = answer_inquiry(books, now.id, now.choices[0], "", told_by(manager), by(manager))
        assert isinstance(outcome, StaleAnswer)
        assert waiting_of(books.inquiries.of_items([item.id])) is None

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_an_answer_wakes_what_was_put_off_or_explained(laid: Database) -> None:
    def play(books: Books) -> None:
        accountant, manager, item, inquired = asked(books)
        explain_exception(books, item.id, "I think so", accountant, by(accountant))
        done = answered(books, inquired, manager, "discount")
        assert done.item.state is ExceptionState.OPEN
        assert act_of(books, done.item, done.inquiry) is Act.WRITE_OFF

    await laid.write(play)


async def test_the_manager_is_known_by_name_and_whoever_was_chosen_is_remembered(
    laid: Database,
) -> None:
    def play(books: Books) -> None:
        (accountant,) = books.people.all()
        bring(books, SOLD)
        matched(books)
        (item,) = books.exceptions.standing()
        found = manager_of(books, item)
        assert found is not None
        assert (found.name, found.person, found.is_in_crm) == (OKSANA, None, False)
        assert isinstance(ask_on_deal(books, item.id, accountant, by(accountant)), StaleAnswer)
        nick = hired(books, "oks_k")
        assert isinstance(
            ask_person(books, item.id, nick.id, accountant, by(accountant)), Inquired
        )
        remembered = manager_of(books, item)
        assert remembered is not None
        assert remembered.person == nick
        named = hired(books, "Oksana Koval")
        known = manager_of(books, item)
        assert known is not None
        assert known.person == named

    await laid.write(play)


def test_orders_of_a_crm_are_its_records() -> None:
    assert crm_record_of("order:bitrix24:410") == ("bitrix24", "deal", 410)
    assert crm_record_of("order:bitrix24:item-1036-12") == ("bitrix24", "item:1036", 12)
    assert crm_record_of("order:bitrix24:shop-7") is None
    assert crm_record_of("order:file.orders:A-x") is None


def unentered(books: Books) -> tuple[Person, Person, ExceptionItem, Inquired]:
    """Have the cashier asked about an order that was closed for cash."""
    (accountant,) = books.people.all()
    cashier = hired(books, "Olha")
    bring(books, BY_CASH)
    matched(books)
    (item,) = books.exceptions.standing()
    assert item.kind == CASH_NOT_ENTERED
    (inquired,) = ask_cashiers(books, by(accountant))
    assert inquired.inquiry.to_id == cashier.id
    assert ask_cashiers(books, by(accountant)) == ()
    return accountant, cashier, item, inquired


async def test_cash_that_is_in_the_till_is_entered_by_the_cashiers_answer(laid: Database) -> None:
    def play(books: Books) -> None:
        _, cashier, item, inquired = unentered(books)
        done = answered(books, inquired, cashier, IN_TILL)
        assert done.recorded is not None
        assert held(books, "till.1") == (42_000,)
        matched(books)
        assert held(books, RECEIVABLES) == (0,)
        now = books.exceptions.find(item.id)
        assert now is not None
        assert now.state is ExceptionState.CLOSED

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_cash_that_somebody_else_has_is_his_to_account_for(laid: Database) -> None:
    def play(books: Books) -> None:
        accountant, cashier, item, inquired = unentered(books)
        answered(books, inquired, cashier, HOLDER, "Ihor")
        done = take_answer(books, item.id, "", told_by(accountant), heard_from(books, accountant))
        assert isinstance(done, Resolved)
        assert held(books, "till.1", ADVANCES) == (0, 42_000)
        matched(books)
        assert books.exceptions.standing() == ()
        assert held(books, RECEIVABLES) == (0,)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_cash_is_looked_for_only_some_hours_after_closing(laid: Database) -> None:
    def play(books: Books) -> None:
        (accountant,) = books.people.all()
        bring(books, replace(BY_CASH, closed_at=NOW - dt.timedelta(hours=2)))
        matched(books)
        assert books.exceptions.standing() == ()
        find_in_books(books, replace(by(accountant), at=NOW + dt.timedelta(hours=2)))
        (item,) = books.exceptions.standing()
        assert (item.kind, item.amount) == (CASH_NOT_ENTERED, uah(42_000))

    await laid.write(play)


async def test_the_cashier_of_the_orders_store_is_asked(laid: Database) -> None:
    def play(books: Books) -> None:
        (accountant,) = books.people.all()
        model = books.accounts.chart()["till.1"]
        names = dict.fromkeys(("en", "uk", "ru"), "Склад")
        books.accounts.add(replace(model, key="till.2", code="3092", names=names))
        hired(books, "Olha")
        there = hired(books, "Taras")
        books.people.change(replace(there, till="till.2"))
        bring(books, replace(BY_CASH, store="склад"))
        matched(books)
        (inquired,) = ask_cashiers(books, by(accountant))
        assert inquired.inquiry.to_id == there.id

    await laid.write(play)


async def test_a_write_off_takes_the_difference_to_its_account(laid: Database) -> None:
    def play(books: Books) -> None:
        accountant, manager, item, inquired = asked(books)
        answered(books, inquired, manager, "discount")
        take_answer(books, item.id, "", told_by(accountant), heard_from(books, accountant))
        assert held(books, WRITE_OFFS) == (42_000,)

    await laid.write(play)
