"""What the books have is matched by itself, and what follows of it is posted; any word is kept."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from categorisation.rules import Direction, Rule
from ledger.cash import CashCategory, CashDirection
from ledger.document_rules import CLEARING, PREPAYMENTS, RECEIVABLES, SALES
from ledger.documents import OrderStage
from reconciliation.terms import read_terms
from services.bank.import_statement import SUSPENSE
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.match_books import match_portion
from services.filing.file_lines import file_by_rule
from services.filing.filing_ports import FilingState
from services.matching.decide_link import LinkDecided, confirm_link, refuse_link
from services.matching.match_ports import LinkState, MatchLink
from services.matching.matcher import Matcher
from services.messages import Cause
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW
from tests.databases import SqliteTemplate
from tests.matched_shop import (
    LATER,
    ORDER,
    PAID,
    PAYOUT,
    SETTLED,
    TRANSFER,
    banked,
    bring,
    held,
    matched,
    shop,
)
from tests.papers import order, uah
from tests.shop import DAY, SYSTEM, paid
from tests.thorough import times


async def matched_in_portions(database: Database, matcher: Matcher) -> None:
    """Match as the clock does, with as little as can be in one unit; the books hold in between."""
    is_all = False
    while not is_all:
        look = await database.read(lambda books: matcher.look(books, NOW, 1))
        matcher.take_in(look)
        is_all = look.is_all
    while await database.write(lambda books: match_portion(books, matcher, LATER, records_max=1)):
        assert await database.read(verify_books) == ()


def links(books: Books) -> list[MatchLink]:
    keys = [each.key for each in (ORDER, PAID, PAYOUT)] + ["bank:1", "bank:2"]
    return [each for each in books.matches.of_records(keys) if each.is_standing]


async def test_a_card_sale_agrees_from_the_order_to_the_bank(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, ORDER, PAID, PAYOUT)
        banked(books, SETTLED)
        assert held(books, SUSPENSE) == (-117_600,)
        matched(books)
        assert held(books, SUSPENSE, CLEARING, PREPAYMENTS, RECEIVABLES) == (0, 0, 0, 0)
        assert held(books, SALES) == (-120_000,)
        assert sorted(each.kind for each in links(books)) == [
            "order_payment", "payment_payout", "payout_bank",
        ]  # fmt: skip

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_transfer_for_an_order_leaves_suspense(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, replace(ORDER, paid_by="bank_transfer"))
        banked(books, TRANSFER)
        matched(books)
        assert held(books, SUSPENSE, PREPAYMENTS, RECEIVABLES) == (0, 0, 0)
        filing = books.filings.find(1)
        assert filing is not None
        assert (filing.state, filing.category) == (FilingState.FILED, PREPAYMENTS)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_prepayment_waits_for_its_order_to_be_closed(laid: Database) -> None:
    is_open = replace(ORDER, paid_by="bank_transfer", stage=OrderStage.OPEN, closed_at=None)
    matcher = Matcher(read_terms)

    def play(books: Books) -> None:
        bring(books, is_open)
        banked(books, TRANSFER)
        matched(books, matcher)
        assert held(books, SUSPENSE, PREPAYMENTS, RECEIVABLES) == (0, -120_000, 0)
        bring(books, replace(ORDER, paid_by="bank_transfer"))
        matched(books, matcher)
        assert held(books, PREPAYMENTS, RECEIVABLES, SALES) == (0, 0, -120_000)
        bring(books, is_open)
        matched(books, matcher)
        assert held(books, PREPAYMENTS, RECEIVABLES, SALES) == (-120_000, 0, 0)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_cash_of_an_order_is_earned_once(laid: Database) -> None:
    def play(books: Books) -> None:
        sold = paid("7", 120_000, direction=CashDirection.IN, category=CashCategory.SALE_CASH)
        bring(books, replace(ORDER, paid_by="cash"))
        books.journal.add([replace(sold, order_reference="48123")], SYSTEM)
        assert held(books, SALES) == (-240_000,)
        matched(books)
        assert held(books, SALES, PREPAYMENTS, RECEIVABLES) == (-120_000, 0, 0)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_deposit_that_is_at_the_bank_is_not_in_transit(laid: Database) -> None:
    def play(books: Books) -> None:
        carried = paid("8", 50_000, category=CashCategory.BANK_DEPOSIT, booked_on=DAY)
        books.journal.add([carried], SYSTEM)
        assert held(books, "asset.cash_in_transit") == (50_000,)
        banked(books, (18, 50_000, "Внесення готівки через касу"))
        matched(books)
        assert held(books, "asset.cash_in_transit", SUSPENSE) == (0, 0)

    await laid.write(play)


async def test_what_is_matched_twice_changes_nothing(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, ORDER, PAID, PAYOUT)
        banked(books, SETTLED)
        matched(books)
        count = books.journal.count()
        matched(books)
        assert books.journal.count() == count

    await laid.write(play)


async def test_a_link_that_is_refused_is_taken_back_and_never_made_again(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        bring(books, replace(ORDER, paid_by="bank_transfer"))
        banked(books, TRANSFER)
        matched(books)
        (link,) = links(books)
        cause = Cause(person.actor, None, NOW)
        done = refuse_link(books, link.id, person, cause)
        assert isinstance(done, LinkDecided)
        assert held(books, SUSPENSE, PREPAYMENTS, RECEIVABLES) == (-120_000, 0, 120_000)
        matched(books)
        assert links(books) == []
        assert isinstance(refuse_link(books, link.id, person, cause), StaleAnswer)
        confirm_link(books, link.left, link.right, person, cause)
        matched(books)
        assert held(books, SUSPENSE, PREPAYMENTS, RECEIVABLES) == (0, 0, 0)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_what_somebody_says_while_it_is_worked_out_stands(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        cause = Cause(person.actor, None, NOW)
        bring(books, replace(ORDER, paid_by="bank_transfer"))
        banked(books, (16, 77_700, "за товар"), counterparty="Ткач Ганна")
        matcher = Matcher(read_terms)
        matcher.take_in(matcher.look(books, NOW))
        confirm_link(books, ORDER.key, "bank:1", person, cause)
        assert match_portion(books, matcher, LATER) is None
        matched(books, matcher)
        (link,) = links(books)
        assert (link.state, link.amount) == (LinkState.CONFIRMED, uah(77_700))

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_link_that_a_person_makes_stands_and_is_posted(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        bring(books, replace(ORDER, paid_by="bank_transfer"))
        banked(books, (16, 77_700, "за товар"), counterparty="Ткач Ганна")
        matched(books)
        assert links(books) == []
        cause = Cause(person.actor, None, NOW)
        done = confirm_link(books, ORDER.key, "bank:1", person, cause)
        assert isinstance(done, LinkDecided)
        assert held(books, SUSPENSE, PREPAYMENTS, RECEIVABLES) == (0, 0, 42_300)
        matched(books)
        (link,) = links(books)
        assert (link.state, link.amount) == (LinkState.CONFIRMED, uah(77_700))
        assert isinstance(confirm_link(books, "bank:1", ORDER.key, person, cause), StaleAnswer)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_who_files_no_lines_decides_no_links(laid: Database) -> None:
    def play(books: Books) -> None:
        cashier = books.people.add(Newcomer(9, "Olha", "uk"), Role.CASHIER, NOW)
        cause = Cause(cashier.actor, None, NOW)
        for outcome in (
            confirm_link(books, ORDER.key, "bank:1", cashier, cause),
            refuse_link(books, 1, cashier, cause),
        ):
            assert isinstance(outcome, NotAllowed)

    await laid.write(play)


async def test_a_line_that_somebody_files_is_his(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, replace(ORDER, paid_by="bank_transfer"))
        banked(books, TRANSFER)
        filing = books.filings.find(1)
        assert filing is not None
        from services.review.answer_lines import LinesFiled, answer_lines  # noqa: PLC0415 - only this test needs it

        (person,) = books.people.all()
        cause = Cause(person.actor, None, NOW)
        done = answer_lines(books, [1], "income.other", person, cause, only_open=False)
        assert isinstance(done, LinesFiled)
        matched(books)
        assert links(books) == []
        assert held(books, "income.other") == (-120_000,)

    await laid.write(play)


STEPS = (
    lambda books: bring(books, replace(ORDER, stage=OrderStage.OPEN, closed_at=None)),
    lambda books: bring(books, PAID),
    lambda books: bring(books, PAYOUT),
    lambda books: banked(books, SETTLED),
    lambda books: bring(books, order("500", 64_000, number="48555", paid_by="bank_transfer")),
    lambda books: banked(books, (15, 64_000, "зам 48555")),
)


def state_of(books: Books) -> Iterator[object]:
    """Give all that matching comes to."""
    yield sorted((each.account, each.balance.minor) for each in books.balances.trial_balance()
                 if each.balance)  # fmt: skip
    found = books.matches.of_records([ORDER.key, PAID.key, PAYOUT.key, "order:bitrix24:500"])
    yield sorted(
        (each.kind, each.left, each.amount.minor, each.permille)
        for each in found
        if each.is_standing
    )


@settings(max_examples=times(5, 60))
@given(st.permutations(range(len(STEPS))))
def test_matching_on_every_arrival_comes_to_the_same_as_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: SqliteTemplate, arrivals: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("books")

    async def play() -> None:
        database = await open_database(sqlite_template.fresh(folder))
        await database.write(shop)
        matcher = Matcher(read_terms)
        for each in arrivals:
            await database.write(STEPS[each])
            await matched_in_portions(database, matcher)
        await database.write(lambda books: bring(books, ORDER))
        await matched_in_portions(database, matcher)
        once = await database.read(lambda books: list(state_of(books)))
        await database.write(matched)
        assert once == await database.read(lambda books: list(state_of(books)))
        assert await database.read(verify_books) == ()
        suspense = await database.read(lambda books: held(books, SUSPENSE, RECEIVABLES, CLEARING))
        assert suspense == (0, 0, 0)
        await database.close()

    asyncio.run(play())


async def test_a_line_that_the_clerk_filed_alone_is_taken_over_by_its_link(laid: Database) -> None:
    def play(books: Books) -> None:
        (person,) = books.people.all()
        bring(books, replace(ORDER, paid_by="bank_transfer"))
        banked(books, TRANSFER)
        (line_,) = books.banks.find_lines([1])
        filing = books.filings.find(1)
        assert filing is not None
        by_rule = Rule("fee", "income.other", Direction.IN, words=("замовлення",))
        books.filings.change([replace(filing, state=FilingState.OPEN, category=None)])
        assert file_by_rule(books, [line_.id], by_rule, SYSTEM) == 1
        matched(books)
        now = books.filings.find(1)
        assert now is not None
        assert now.category == PREPAYMENTS
        assert held(books, "income.other", SUSPENSE, RECEIVABLES) == (0, 0, 0)
        (link,) = links(books)
        refuse_link(books, link.id, person, Cause(person.actor, None, NOW))
        assert held(books, SUSPENSE) == (-120_000,)

    await laid.write(play)
    assert await laid.read(verify_books) == ()
