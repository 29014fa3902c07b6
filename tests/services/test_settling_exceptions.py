"""Money is split, picked by what is written, written off; what is reopened is looked at anew."""

import datetime as dt
from dataclasses import replace

from ledger.document_rules import PREPAYMENTS, RECEIVABLES
from ledger.documents import DocumentKind
from services.bank.import_statement import SUSPENSE, import_statements
from services.cash_types import StaleAnswer
from services.exceptions.exception_kinds import LEDGER_DIFFERS, NOT_POSTED
from services.exceptions.exception_ports import ExceptionItem, ExceptionState
from services.exceptions.find_in_books import find_in_books
from services.exceptions.pick_record import Found, Shares, SharesDiffer, pick_records, record_named
from services.exceptions.resolve_exception import WRITE_OFFS, Resolved, link_exception, write_off
from services.filing.filing_ports import FilingState
from services.matching.decide_link import split_money
from services.matching.match_ports import LinkState
from services.people import Person
from services.ports import Books, Database
from services.review.answer_lines import reopen_lines
from services.verify_books import verify_books
from tests.bank_lines import line, statement
from tests.conftest import NOW
from tests.matched_shop import ORDER, PAYOUT, TRANSFER, banked, bring, by, held, matched
from tests.papers import order, payment, uah
from tests.shop import SYSTEM

ONE = order("1", 40_000, lines=(), number="48201", paid_by="bank_transfer")
OTHER = order("2", 24_000, lines=(), number="48202", paid_by="bank_transfer")
STRANGE = (16, 64_000, "Оплата за товар, замовлення 99999")


def strange_money(books: Books) -> tuple[Person, ExceptionItem]:
    """Have money that names an order which nobody knows."""
    (person,) = books.people.all()
    bring(books, ONE, OTHER)
    banked(books, STRANGE, counterparty="ТОВ Ворона")
    matched(books)
    kinds = {each.kind: each for each in books.exceptions.standing()}
    return person, kinds["payment_without_order"]


async def test_money_is_split_over_orders_to_the_cent(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = strange_money(books)
        picked = pick_records(books, item, "48201 400, № 48202")
        assert picked == Shares("bank:1", {ONE.key: uah(40_000), OTHER.key: uah(24_000)})
        assert isinstance(picked, Shares)
        assert isinstance(split_money(books, "bank:1", picked.parts, person, by(person)), tuple)
        matched(books)
        assert books.exceptions.standing() == ()
        assert held(books, RECEIVABLES, PREPAYMENTS, SUSPENSE) == (0, 0, 0)
        (first, second) = books.matches.of_records(["bank:1"])
        assert (first.amount, second.amount) == (uah(40_000), uah(24_000))

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_split_otherwise_than_orders_want_stands_too(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = strange_money(books)
        parts = {ONE.key: uah(30_000), OTHER.key: uah(34_000)}
        assert pick_records(books, item, "48201 300; 48202 340,00") == Shares("bank:1", parts)
        split_money(books, "bank:1", parts, person, by(person))
        matched(books)
        amounts = {e.left: e.amount for e in books.matches.of_records(["bank:1"])}
        assert amounts == parts
        over = {ONE.key: uah(64_000)}
        assert isinstance(split_money(books, "bank:1", over, person, by(person)), tuple)
        states = {e.left: e.state for e in books.matches.of_records(["bank:1"])}
        assert states == {ONE.key: LinkState.CONFIRMED, OTHER.key: LinkState.REFUSED}

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_shares_that_are_not_the_money_split_nothing(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = strange_money(books)
        assert pick_records(books, item, "48201 400, 48202 250") == SharesDiffer(
            uah(64_000), uah(65_000)
        )
        assert pick_records(books, item, "48201 640, 48202") == SharesDiffer(
            uah(64_000), uah(64_000)
        )
        less = {ONE.key: uah(1), OTHER.key: uah(2)}
        assert isinstance(split_money(books, "bank:1", less, person, by(person)), StaleAnswer)

    await laid.write(play)


async def test_a_record_is_found_by_number_amount_or_name(laid: Database) -> None:
    def play(books: Books) -> None:
        _, item = strange_money(books)
        number = books.documents.of_number("48202")[0].id
        for written in ("№ 48202", "240", "240,00 грн"):
            assert pick_records(books, item, written) == Found({OTHER.key: f"d{number}"})
        both = pick_records(books, item, "бондар")
        assert isinstance(both, Found)
        assert set(both.tokens) == {ONE.key, OTHER.key}
        assert pick_records(books, item, "nobody") == Found({})
        assert record_named(books, f"d{number}") == OTHER.key
        assert record_named(books, "d999") is None
        unpaid = replace(item, records=(ONE.key,), kind="order_unpaid")
        assert pick_records(books, unpaid, "ворона") == Found({"bank:1": "b1"})
        assert record_named(books, "b1") == "bank:1"

    await laid.write(play)


async def test_a_line_that_is_nobodys_is_written_off_and_matched_no_more(laid: Database) -> None:
    def play(books: Books) -> None:
        person, item = strange_money(books)
        done = write_off(books, item.id, person, by(person))
        assert isinstance(done, Resolved)
        assert done.item.state is ExceptionState.CLOSED
        assert held(books, SUSPENSE, WRITE_OFFS) == (0, -64_000)
        matched(books)
        assert books.exceptions.standing() == ()
        assert isinstance(write_off(books, item.id, person, by(person)), StaleAnswer)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_charge_without_an_order_is_written_off_from_what_customers_paid(
    laid: Database,
) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        bring(books, payment(minor=5_000, references=()))
        matched(books)
        (item,) = books.exceptions.standing()
        assert isinstance(write_off(books, item.id, person, by(person)), Resolved)
        assert held(books, PREPAYMENTS, WRITE_OFFS) == (0, -5_000)
        matched(books)
        assert books.exceptions.count_open() == 0

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_matched_line_that_is_reopened_is_looked_at_again(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        bring(books, replace(ORDER, paid_by="bank_transfer"))
        banked(books, TRANSFER)
        matched(books)
        assert held(books, SUSPENSE, RECEIVABLES) == (0, 0)
        reopen_lines(books, [1], person, by(person))
        assert held(books, SUSPENSE, RECEIVABLES) == (-120_000, 120_000)
        matched(books)
        filing = books.filings.find(1)
        assert filing is not None
        assert filing.state is FilingState.OPEN
        item = next(e for e in books.exceptions.standing() if e.about == "bank:1")
        assert isinstance(link_exception(books, item.id, ORDER.key, person, by(person)), Resolved)
        matched(books)
        assert held(books, SUSPENSE, RECEIVABLES) == (0, 0)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_payout_below_zero_is_posted_by_the_line_that_took_it(laid: Database) -> None:
    def play(books: Books) -> None:
        below = payment("CB-77", -5_000, kind=DocumentKind.PAYOUT, references=())
        bring(books, below)
        banked(books, (17, -5_000, "Списання EasyCard CB-77"), counterparty="EasyCard LLC")
        matched(books)
        assert held(books, SUSPENSE, "asset.gateway_clearing") == (0, 5_000)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_payment_is_led_to_the_payout_that_a_person_names(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        lone = payment(references=(), happened_at=NOW - dt.timedelta(days=14))
        bring(books, ORDER, lone, replace(PAYOUT, references=()))
        matched(books)
        item = next(e for e in books.exceptions.standing() if e.kind == "settlement_late")
        picked = pick_records(books, item, "B77")
        assert isinstance(picked, Found)
        (payout,) = picked.tokens
        assert isinstance(link_exception(books, item.id, payout, person, by(person)), Resolved)
        matched(books)
        (link,) = (e for e in books.matches.of_records([payout]) if e.is_standing)
        assert (link.kind, link.state) == ("payment_payout", LinkState.CONFIRMED)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_lines_that_nobody_files_and_a_balance_that_differs_are_told(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        banked(books, (3, -12_000, "Кастет, банер"), counterparty="Кастет")
        stated = statement(line(16, -100), days=(16, 16))
        short = replace(stated.end, closing=uah(99_000))
        import_statements(books, [replace(stated, end=short)], SYSTEM)
        find_in_books(books, by(person))
        found = {each.kind: each for each in books.exceptions.standing()}
        assert found[NOT_POSTED].amount == uah(12_000)
        assert found[NOT_POSTED].records[1:] == ("bank:1",)
        assert found[LEDGER_DIFFERS].amount == uah(900)

    await laid.write(play)
