"""One made-up month told in other ways: what is found stays what it was."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from bench.matching_worlds import World, read_world
from reconciliation.engine import Reconciliation, reconcile
from reconciliation.records import BankLine, Order, Payment, Payout, Record, id_of
from reconciliation.terms import read_terms

Change = Callable[[Record], Record]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return read_world("like_sample", 300, tmp_path_factory.mktemp("month"))


@pytest.fixture(scope="module")
def plain(world: World) -> set[tuple[str, str]]:
    return links(matched(world, world.records))


def matched(world: World, records: list[Record]) -> Reconciliation:
    return reconcile(records, read_terms(), world.as_of)


def links(state: Reconciliation) -> set[tuple[str, str]]:
    return {(link.left, link.right) for link in state.links()}


def shouted(record: Record) -> Record:
    if isinstance(record, BankLine):
        return replace(
            record, purpose=record.purpose.upper(), counterparty=record.counterparty.upper()
        )
    return record


def without_lists(record: Record) -> Record:
    return replace(record, payout="") if isinstance(record, Payment) else record


def without_phones(record: Record) -> Record:
    return replace(record, phone="") if isinstance(record, Order) else record


def without_accounts(record: Record) -> Record:
    return replace(record, counterparty_account="") if isinstance(record, BankLine) else record


def without_holders(record: Record) -> Record:
    return replace(record, payer="") if isinstance(record, Payment) else record


@pytest.mark.parametrize(
    "change", [shouted, without_lists, without_phones, without_accounts, without_holders]
)
def test_a_month_told_otherwise_has_the_links_that_it_truly_has(
    world: World, plain: set[tuple[str, str]], change: Change
) -> None:
    found = links(matched(world, [change(each) for each in world.records]))
    assert len(found ^ plain) <= len(plain) // 100
    assert world.score(found & _to_orders(found)).precision >= 0.997


def test_batches_that_no_line_names_are_found_by_their_sums(
    world: World, plain: set[tuple[str, str]]
) -> None:
    codes = [id_of(each.key) for each in world.records if isinstance(each, Payout)]

    def unnamed(record: Record) -> Record:
        if not isinstance(record, BankLine):
            return record
        purpose = record.purpose
        for code in codes:
            purpose = purpose.replace(code, "")
        return replace(record, purpose=purpose)

    found = links(matched(world, [unnamed(each) for each in world.records]))
    assert len(plain - found) <= len(plain) // 100


def test_the_order_of_rows_is_nothing(world: World) -> None:
    shuffled = list(world.records)
    random.Random(5).shuffle(shuffled)
    one, other = matched(world, world.records), matched(world, shuffled)
    assert links(one) == links(other)
    assert set(one.findings()) == set(other.findings())


def _to_orders(found: set[tuple[str, str]]) -> set[tuple[str, str]]:
    rights = ("bank:", "payment:")
    return {pair for pair in found if pair[0][:6] == "order:" and pair[1].startswith(rights)}
