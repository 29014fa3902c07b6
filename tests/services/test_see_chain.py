"""The way of money adds up to the cent, whatever was lost on it and wherever it stands."""

import asyncio
import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.cash import CashCategory
from ledger.documents import Document, DocumentKind, OrderStage, Reference, ReferenceKind
from ledger.money import Money
from services.ports import Books, Database
from services.records.see_chain import Chain, Mark, see_chains
from services.records.see_record import raw_of_record
from storage.database import open_database
from tests.conftest import NOW
from tests.databases import SqliteTemplate
from tests.matched_shop import ORDER, PAID, PAYOUT, SETTLED, TRANSFER, banked, bring, matched, shop
from tests.papers import payment, uah
from tests.shop import DAY, SYSTEM, paid


def chain(books: Books, key: str = ORDER.key) -> Chain:
    (found,) = see_chains(books, key)
    return found


def steps(found: Chain) -> dict[str, int]:
    return {each.what: each.amount.minor for each in found.steps}


async def test_a_card_sale_is_followed_to_the_bank(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, ORDER)
        assert steps(chain(books)) == {"unpaid": -120_000}
        assert chain(books).mark is Mark.RED
        bring(books, PAID)
        matched(books)
        assert steps(chain(books)) == {"fee": -2_400, "at_provider": -117_600}
        assert chain(books).mark is Mark.AMBER
        bring(books, PAYOUT)
        matched(books)
        assert steps(chain(books)) == {"fee": -2_400, "on_its_way": -117_600}
        banked(books, SETTLED)
        matched(books)
        found = chain(books)
        assert (steps(found), found.arrived) == ({"fee": -2_400}, uah(117_600))
        assert found.mark is Mark.GREEN
        kinds = [each.kind for each in found.records]
        assert kinds == ["payment", "payout", "bank"]
        assert {each.mark for each in found.links} == {Mark.GREEN}
        fees = [[step.amount.minor for step in each.steps] for each in found.links]
        assert fees == [[-2_400], [], []]  # lost at the payment, nothing after it
        assert (found.entries_mark, found.entries) == (Mark.GREEN, tuple(sorted(found.entries)))

    await laid.write(play)


async def test_every_record_of_a_chain_leads_to_it(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, ORDER, PAID, PAYOUT)
        banked(books, SETTLED)
        matched(books)
        assert chain(books, PAID.key) == chain(books)
        of_payout = chain(books, PAYOUT.key)
        assert (of_payout.begins, of_payout.arrived) == (uah(120_000), uah(117_600))
        assert chain(books, "bank:1") == of_payout
        assert see_chains(books, "order:x:1") == ()

    await laid.write(play)


async def test_a_payout_that_came_short_says_by_how_much(laid: Database) -> None:
    def play(books: Books) -> None:
        day, _, purpose = SETTLED
        bring(books, ORDER, PAID, PAYOUT)
        banked(books, (day, 110_000, purpose))
        matched(books)
        found = chain(books, PAYOUT.key)
        assert steps(found)["short"] == -7_600
        assert (found.arrived, found.mark) == (uah(110_000), Mark.RED)

    await laid.write(play)


async def test_the_link_where_money_stopped_is_the_one_that_is_marked(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, ORDER, PAID)
        matched(books)
        marks = {each.record.kind: each.mark for each in chain(books).links}
        assert marks == {"payment": Mark.AMBER}
        bring(books, PAYOUT)
        matched(books)
        marks = {each.record.kind: each.mark for each in chain(books).links}
        assert marks == {"payment": Mark.GREEN, "payout": Mark.AMBER}

    await laid.write(play)


async def test_what_was_paid_beyond_the_order_is_marked(laid: Database) -> None:
    def play(books: Books) -> None:
        later = PAID.happened_at + dt.timedelta(days=1)
        again = replace(PAID, external_id="again", number="again", happened_at=later)
        bring(books, ORDER, again, PAID)
        matched(books)
        found = chain(books)
        beyond = [each.record.name for each in found.links if each.mark is Mark.RED]
        assert (steps(found)["overpaid"], beyond) == (120_000, ["again"])

    await laid.write(play)


async def test_nothing_posted_is_seen_at_the_end_of_a_chain(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, replace(ORDER, lines=(), stage=OrderStage.OPEN, closed_at=None))
        found = chain(books)
        assert (found.entries, found.entries_mark) == ((), Mark.AMBER)

    await laid.write(play)


async def test_a_transfer_that_nobody_knows_is_a_chain_of_its_own(laid: Database) -> None:
    def play(books: Books) -> None:
        banked(books, TRANSFER)
        matched(books)
        found = chain(books, "bank:1")
        assert (found.head.kind, found.arrived, found.steps) == ("bank", uah(120_000), ())
        assert found.mark is Mark.AMBER  # nobody has said what it is for

    await laid.write(play)


async def test_each_record_is_there_as_it_came(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, ORDER)
        banked(books, TRANSFER)
        assert raw_of_record(books, ORDER.key) == b"{}"
        assert raw_of_record(books, "bank:1") is not None
        assert raw_of_record(books, "cash:telegram:1") is None

    await laid.write(play)


MINOR = st.integers(1, 10**7)


def paid_as(external_id: str, minor: int, fee: int, kind: DocumentKind) -> Document:
    return replace(
        payment(external_id, minor),
        kind=kind,
        fee=uah(fee),
        happened_at=NOW - dt.timedelta(days=2),
        references=(
            Reference(ReferenceKind.ORDER, "48123"),
            Reference(ReferenceKind.PAYOUT, "B77"),
        ),
    )


@settings(max_examples=15)
@given(told=st.tuples(MINOR, st.integers(0, 10**6), MINOR, MINOR, st.booleans()))
def test_whatever_is_told_of_an_order_its_chain_adds_up(
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_template: SqliteTemplate,
    told: tuple[int, int, int, int, bool],
) -> None:
    total, refunded, paid, back, has_payout = told
    folder = tmp_path_factory.mktemp("books")

    async def play() -> None:
        database = await open_database(sqlite_template.fresh(folder))
        await database.write(shop)

        def look(books: Books) -> None:
            whole = replace(ORDER, money=uah(total), lines=(), refunded=uah(refunded))
            took = paid_as("p1", paid, paid // 50, DocumentKind.PAYMENT)
            gave = paid_as("p2", -back, 0, DocumentKind.REFUND)
            bring(books, whole, took, gave, *([PAYOUT] if has_payout else []))
            matched(books)
            found = chain(books)
            linked = [each.amount.minor for each in found.records if each.kind != "payout"]
            assert found.begins + sum_of(found) == found.arrived
            assert found.arrived.minor == 0
            fees = paid // 50 if took.key in {each.key for each in found.records} else 0
            assert steps(found).get("fee", 0) == -fees
            rest = steps(found).get("unpaid", 0) + steps(found).get("overpaid", 0)
            assert total - refunded + rest == sum(linked)

        await database.write(look)
        await database.close()

    asyncio.run(play())


def sum_of(found: Chain) -> Money:
    whole = uah(0)
    for each in found.steps:
        whole += each.amount
    return whole


async def test_cash_that_was_carried_arrives_at_the_bank_or_is_on_its_way(laid: Database) -> None:
    def play(books: Books) -> None:
        carried = paid("8", 50_000, category=CashCategory.BANK_DEPOSIT, booked_on=DAY)
        books.journal.add([carried], SYSTEM)
        matched(books)
        key = f"cash:{carried.origin.source}:{carried.origin.external_id}"
        assert steps(chain(books, key)) == {"on_its_way": -50_000}
        assert (chain(books, key).mark, chain(books, key).arrived) == (Mark.AMBER, uah(0))
        banked(books, (18, 49_900, "Внесення готівки через касу"))
        matched(books)
        assert steps(chain(books, key)) == {"short": -100}
        assert chain(books, "bank:1") == chain(books, key)
        assert [each.key for each in chain(books, key).records] == ["bank:1"]
        assert chain(books, key).arrived == uah(49_900)

    await laid.write(play)
