"""What is wrong is kept, settled by people or by the fact that was missing, and never lost."""

import datetime as dt
from dataclasses import replace

from ledger.document_rules import PREPAYMENTS, RECEIVABLES
from ledger.documents import DocumentKind, OrderStage
from ledger.money import Money
from reconciliation.terms import read_terms
from services.approvals.payout_limits import PayoutLimit
from services.bank.import_statement import import_statements
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.exception_ports import ExceptionItem, ExceptionState, Happened
from services.exceptions.exceptions import (
    ExceptionList,
    ExceptionSeen,
    Severity,
    list_exceptions,
    see_exception,
    severity_of,
)
from services.exceptions.match_books import match_books
from services.exceptions.resolve_exception import (
    WRITE_OFFS,
    AboveLimit,
    Resolved,
    assign_exception,
    explain_exception,
    link_exception,
    snooze_exception,
    unlink_exception,
    write_off,
)
from services.matching.matcher import Matcher
from services.people import Newcomer, Person, Role
from services.ports import Books, Database
from services.verify_books import verify_books
from tests.bank_lines import FIRST, line, statement
from tests.conftest import NOW
from tests.matched_shop import PAID, TRANSFER, UNPAID, banked, bring, by, held, matched
from tests.papers import at, order, payment, uah
from tests.shop import DAY, SYSTEM


def unpaid(books: Books) -> tuple[Person, ExceptionItem]:
    """Have an order that is closed for long and not paid."""
    (person,) = books.people.all()
    bring(books, UNPAID)
    matched(books)
    (item,) = books.exceptions.standing()
    return person, item


def seen(books: Books, item: ExceptionItem, person: Person) -> ExceptionSeen:
    found = see_exception(books, item.id, person)
    assert isinstance(found, ExceptionSeen)
    return found


async def test_what_is_wrong_opens_and_closes_with_the_missing_fact(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = unpaid(books)
        assert (item.kind, item.about, item.amount) == ("order_unpaid", UNPAID.key, uah(42_000))
        matched(books)
        assert books.exceptions.standing() == (item,)
        banked(books, (16, 42_000, "Оплата замовлення № 48123"))
        matched(books)
        now = seen(books, item, person)
        assert now.item.state is ExceptionState.CLOSED
        assert [each.what for each in now.history] == [Happened.OPENED, Happened.CLOSED]
        listed = list_exceptions(books, person, NOW)
        assert isinstance(listed, ExceptionList)
        assert (listed.items, listed.closed_today) == ((), 1)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_what_is_explained_is_asked_again_only_when_it_changes(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = unpaid(books)
        explain_exception(books, item.id, "pays in December", person, by(person))
        matched(books)
        assert books.exceptions.count_open() == 0
        banked(books, (16, 20_000, "Оплата замовлення № 48123"))
        matched(books)
        (again,) = books.exceptions.standing()
        assert (again.state, again.amount) == (ExceptionState.OPEN, uah(22_000))

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_what_is_put_off_comes_back_on_its_day(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = unpaid(books)
        tomorrow = DAY + dt.timedelta(days=1)
        snooze_exception(books, item.id, tomorrow, person, by(person))
        matched(books)
        assert books.exceptions.count_open() == 0
        match_books(books, Matcher(read_terms), by(person, days=1))
        assert books.exceptions.count_open() == 1
        assert seen(books, item, person).history[-1].what is Happened.WOKEN

    await laid.write(play)


async def test_a_write_off_is_posted_within_the_limit_and_goes_when_the_money_comes(
    laid: Database,
) -> None:
    def play(books: Books) -> None:
        person, item = unpaid(books)
        books.limits.put(PayoutLimit(Role.ACCOUNTANT, "UAH", per_payout=uah(10_000)))
        outcome = write_off(books, item.id, person, by(person))
        assert outcome == AboveLimit(uah(10_000))
        books.limits.put(PayoutLimit(Role.ACCOUNTANT, "UAH", per_payout=uah(50_000)))
        assert isinstance(write_off(books, item.id, person, by(person)), Resolved)
        assert held(books, WRITE_OFFS, RECEIVABLES) == (42_000, 0)
        matched(books)
        assert books.exceptions.count_open() == 0
        banked(books, (16, 42_000, "Оплата замовлення № 48123"))
        matched(books)
        assert held(books, WRITE_OFFS, RECEIVABLES, PREPAYMENTS) == (0, 0, 0)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_money_without_an_order_is_linked_to_the_one_that_a_person_names(
    laid: Database,
) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        bring(books, order(number="48123", paid_by="bank_transfer"))
        banked(books, (16, 77_700, "Оплата за товар, замовлення 99999"))
        matched(books)
        (item,) = (
            each for each in books.exceptions.standing() if each.kind == "payment_without_order"
        )
        assert item.about == "bank:1"
        done = link_exception(books, item.id, "order:bitrix24:410", person, by(person))
        assert isinstance(done, Resolved)
        assert held(books, RECEIVABLES) == (120_000 - 77_700,)
        matched(books)
        kinds = {each.kind for each in books.exceptions.standing()}
        assert "payment_without_order" not in kinds

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_closed_order_that_was_edited_is_told_with_what_changed(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        bring(books, order(changed_at=at(1)))
        bring(books, order(responsible="Ihor", changed_at=at(2)))
        assert books.exceptions.standing() == ()
        bring(books, order(minor=90_000, lines=(), changed_at=at(3)))
        (item,) = books.exceptions.standing()
        assert (item.kind, item.amount) == ("order_edited", uah(30_000))
        assert seen(books, item, person).history[0].note == "lines, money"
        matched(books)
        explain_exception(books, item.id, "a discount", person, by(person))
        is_open = order(minor=90_000, lines=(), changed_at=at(4), stage=OrderStage.OPEN)
        bring(books, is_open)
        (again,) = (e for e in books.exceptions.standing() if e.kind == "order_edited")
        assert (again.cause, again.state) == ("reopened", ExceptionState.OPEN)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_who_is_given_an_exception_is_kept(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = unpaid(books)
        director = books.people.add(Newcomer(7, "Dmytro", "en"), Role.DIRECTOR, NOW)
        done = assign_exception(books, item.id, director.id, person, by(person))
        assert isinstance(done, Resolved)
        assert done.item.assignee_id == director.id
        assert isinstance(assign_exception(books, item.id, 999, person, by(person)), StaleAnswer)

    await laid.write(play)


async def test_who_files_no_lines_sees_and_settles_nothing(laid: Database) -> None:
    def play(books: Books) -> None:
        _, item = unpaid(books)
        cashier = books.people.add(Newcomer(9, "Olha", "uk"), Role.CASHIER, NOW)
        for outcome in (
            list_exceptions(books, cashier, NOW),
            see_exception(books, item.id, cashier),
            explain_exception(books, item.id, "x", cashier, by(cashier)),
            write_off(books, item.id, cashier, by(cashier)),
        ):
            assert isinstance(outcome, NotAllowed)

    await laid.write(play)


async def test_a_record_that_is_gone_closes_what_was_wrong_with_it(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = unpaid(books)
        bring(books, replace(UNPAID, stage=OrderStage.CANCELLED, changed_at=at(5)))
        matched(books)
        assert seen(books, item, person).item.state is ExceptionState.CLOSED

    await laid.write(play)


async def test_the_gravest_come_first(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        young = replace(UNPAID, external_id="2", number="2", closed_at=NOW - dt.timedelta(days=15))
        bring(books, UNPAID, young, replace(UNPAID, external_id="3", number="3", money=uah(9_000)))
        matched(books)
        listed = list_exceptions(books, person, NOW)
        assert isinstance(listed, ExceptionList)
        assert [each.about[-1] for each in listed.items] == ["0", "2", "3"]

    await laid.write(play)


def test_money_and_age_make_an_exception_grave() -> None:
    item = ExceptionItem("order_unpaid", ("order:x:1",), Money(300_000, "UAH"), DAY, "", "")
    assert severity_of(item, DAY) is Severity.MIDDLE
    assert severity_of(item, DAY + dt.timedelta(days=50)) is Severity.HIGH
    assert severity_of(replace(item, amount=Money(100, "UAH")), DAY) is Severity.LOW


async def test_a_chargeback_is_told(laid: Database) -> None:
    def play(books: Books) -> None:
        taken = payment("c1", -120_000, kind=DocumentKind.CHARGEBACK)
        bring(books, order(number="48123"), PAID, taken)
        banked(books, TRANSFER)
        matched(books)
        assert "chargeback" in {each.kind for each in books.exceptions.standing()}

    await laid.write(play)


async def test_missing_days_and_a_silent_bank_are_told_until_the_statement_comes(
    laid: Database,
) -> None:
    def play(books: Books) -> None:
        for day, opening in ((0, 100_000), (4, 160_000)):
            stated = statement(line(day, 1_000), opening=opening, days=(day, day))
            import_statements(books, [stated], SYSTEM)
        matched(books)
        found = {each.kind: each for each in books.exceptions.standing()}
        assert found["statement_gap"].amount == uah(59_000)
        assert found["source_silent"].since == FIRST + dt.timedelta(days=4)
        between = statement(line(2, 59_000), opening=101_000, days=(1, 3))
        import_statements(books, [between], SYSTEM)
        last = statement(line(17, 500), opening=161_000, days=(5, 17))
        import_statements(books, [last], SYSTEM)
        matched(books)
        assert not {"statement_gap", "source_silent"} & {
            each.kind for each in books.exceptions.standing()
        }

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_record_that_is_not_its_is_taken_from_it(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        bring(books, order(number="48123", paid_by="bank_transfer"))
        banked(books, (16, 130_000, "Оплата замовлення № 48123"))
        matched(books)
        (item,) = books.exceptions.standing()
        assert (item.kind, item.records) == ("order_overpaid", ("order:bitrix24:410", "bank:1"))
        done = unlink_exception(books, item.id, "bank:1", person, by(person))
        assert isinstance(done, Resolved)
        assert held(books, PREPAYMENTS, RECEIVABLES) == (0, 120_000)
        matched(books)
        kinds = {each.kind for each in books.exceptions.standing()}
        assert "order_overpaid" not in kinds
        assert isinstance(
            unlink_exception(books, item.id, "bank:1", person, by(person)), StaleAnswer
        )

    await laid.write(play)
    assert await laid.read(verify_books) == ()
