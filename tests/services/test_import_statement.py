"""Statements go into the books once, whatever the files overlap and the order they come in."""

import datetime as dt
import itertools
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.statements import SpoiledLine
from services.bank.bank_types import (
    FileImported,
    NothingToImport,
    ReadStatement,
    StatementImported,
    WhichAccount,
)
from services.bank.import_statement import import_statements
from services.bank.whose_statement import Chosen
from services.messages import Cause
from services.ports import Books, Database, Finding
from services.verify_books import verify_books
from storage.database import open_database
from tests.bank_lines import FIRST, IBAN, line, statement
from tests.conftest import NOW
from tests.databases import SqliteTemplate
from tests.papers import uah
from tests.shop import lay_shop
from tests.thorough import times

CAUSE = Cause("system:import", None, NOW)
BANK = "asset.bank.1"


def put(books: Books, *statements: ReadStatement) -> tuple[StatementImported, ...]:
    done = import_statements(books, statements, CAUSE)
    assert isinstance(done, FileImported)
    return done.statements


def held(books: Books) -> int:
    return books.balances.of(BANK, "UAH").minor


@pytest.fixture
async def laid(database: Database) -> Database:
    await database.write(lay_shop)
    return database


async def test_a_statement_is_posted_at_once_and_its_balance_is_the_books(laid: Database) -> None:
    told = statement(line(0, -2_500, "rent"), line(0, 40_000, "order 512"))
    (done,) = await laid.write(lambda books: put(books, told))
    assert done.is_new_account
    assert (done.counts.new, done.counts.known, done.difference) == (2, 0, uah(0))
    assert done.books == uah(137_500) == told.end.closing
    assert await laid.read(held) == 137_500
    suspense = await laid.read(lambda books: books.balances.of("asset.suspense", "UAH"))
    assert suspense == uah(-37_500)
    assert await laid.read(verify_books) == ()


async def test_the_same_file_again_adds_nothing(laid: Database) -> None:
    told = statement(line(0, -2_500, "rent"), line(0, -2_500, "rent"))
    await laid.write(lambda books: put(books, told))
    (again,) = await laid.write(lambda books: put(books, told))
    assert (again.counts.new, again.counts.known, again.is_new_account) == (0, 2, False)
    assert again.books == told.end.closing
    assert await laid.read(held) == 95_000


async def test_a_long_file_is_posted_whole_and_known_whole(laid: Database) -> None:
    lines = [line(number % 3, number - 700, f"line {number}") for number in range(1_050)]
    told = statement(*lines, days=(0, 2))
    (done,) = await laid.write(lambda books: put(books, told))
    assert (done.counts.new, done.books) == (1_050, told.end.closing)
    (again,) = await laid.write(lambda books: put(books, told))
    assert (again.counts.new, again.counts.known, again.counts.changed) == (0, 1_050, 0)
    assert await laid.read(verify_books) == ()


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
async def test_two_honest_equal_payments_stay_two_in_any_order(
    laid: Database, order: tuple[int, ...]
) -> None:
    coffee = line(0, -120, "coffee")
    tellings = [
        statement(coffee, opening=1_000),
        statement(coffee, coffee, opening=1_000),
        statement(replace(coffee, external_id="m-2"), opening=None, form="monobank"),
    ]
    for each in order:
        await laid.write(lambda books, each=each: put(books, tellings[each]))  # type: ignore[misc]  # a lambda's default has no type
    assert await laid.read(held) == 1_000 - 240
    assert await laid.read(verify_books) == ()


async def test_an_equal_line_of_a_statement_that_goes_on_is_another(laid: Database) -> None:
    morning = statement(line(0, -120, "coffee"), opening=1_000)
    evening = statement(line(0, -120, "coffee"), opening=880)
    await laid.write(lambda books: put(books, morning))
    (done,) = await laid.write(lambda books: put(books, evening))
    assert done.counts.new == 1
    assert done.books == uah(760) == evening.end.closing


async def test_a_file_and_an_interface_tell_one_line(laid: Database) -> None:
    by_file = line(0, -5_000, "Pidsumok No 5", counterparty_account=IBAN[:-1] + "9")
    by_interface = line(
        0, -5_000, "ТОВ Підсумок", external_id="x", counterparty_account=IBAN[:-1] + "9"
    )
    await laid.write(lambda books: put(books, statement(by_file)))
    (done,) = await laid.write(
        lambda books: put(books, statement(by_interface, opening=None, form="monobank"))
    )
    assert (done.counts.new, done.counts.known, done.counts.changed) == (0, 1, 0)


async def test_what_the_bank_names_apart_or_pays_to_others_is_two(laid: Database) -> None:
    one = line(0, -5_000, "rent", external_id="a")
    await laid.write(lambda books: put(books, statement(one, opening=None)))
    other = replace(one, external_id="b")
    (done,) = await laid.write(lambda books: put(books, statement(other, opening=None)))
    assert done.counts.new == 1
    to_another = line(1, -5_000, "rent", counterparty_account="PL1")
    third = line(1, -5_000, "rent", counterparty_account="PL2")
    await laid.write(
        lambda books: put(books, statement(to_another, opening=None, days=(1, 1), form="ofx"))
    )
    (done,) = await laid.write(
        lambda books: put(books, statement(third, opening=None, days=(1, 1), form="mt940"))
    )
    assert done.counts.new == 1
    assert await laid.read(held) == -20_000
    assert await laid.read(verify_books) == ()


async def test_a_pending_line_is_posted_when_it_is_booked(laid: Database) -> None:
    pending = line(0, -5_000, "HOLD 11", is_pending=True)
    (first,) = await laid.write(
        lambda books: put(books, statement(pending, opening=None, form="camt.052"))
    )
    assert (first.pending, await laid.read(held)) == (1, 0)
    booked = line(2, -5_000, "Atb market 11")
    (done,) = await laid.write(lambda books: put(books, statement(booked, days=(2, 2))))
    assert (done.counts.new, done.counts.changed) == (0, 1)
    assert await laid.read(held) == 95_000
    (late,) = await laid.write(
        lambda books: put(books, statement(pending, opening=None, form="camt.052"))
    )
    assert (late.counts.new, late.counts.changed) == (0, 0)
    assert await laid.read(verify_books) == ()


async def test_what_a_bank_changes_is_taken_back_and_posted_anew(laid: Database) -> None:
    was = line(0, -5_000, "rent", external_id="a")
    now = line(1, -5_100, "rent", external_id="a")
    await laid.write(lambda books: put(books, statement(was, opening=None)))
    (done,) = await laid.write(lambda books: put(books, statement(now, opening=None)))
    assert done.counts.changed == 1
    assert await laid.read(held) == -5_100
    told = await laid.read(lambda books: books.journal.of_origin("bank", "1"))
    assert [each.entry.origin.version for each in told] == [1, 2]
    assert await laid.read(verify_books) == ()


async def test_a_telling_that_was_overtaken_changes_nothing_back(laid: Database) -> None:
    was = line(0, -5_000, "rent", external_id="a")
    now = line(0, -5_000, "rent of November", external_id="a")
    for each in (was, now):
        await laid.write(
            lambda books, each=each: put(books, statement(each, opening=None))  # type: ignore[misc]  # a lambda's default has no type
        )
    (done,) = await laid.write(lambda books: put(books, statement(was, opening=None)))
    assert (done.counts.new, done.counts.known, done.counts.changed) == (0, 1, 0)
    (kept,) = await laid.read(lambda books: books.banks.lines_between(1, FIRST, FIRST))
    assert (kept.line.purpose, kept.version) == ("rent of November", 2)


async def test_a_gap_names_the_missing_days_and_closes_when_they_come(laid: Database) -> None:
    monday = statement(line(0, -1_000, "a"), days=(0, 0))
    tuesday = statement(line(1, -700, "b"), opening=99_000, days=(1, 1))
    wednesday = statement(line(2, -300, "c"), opening=98_300, days=(2, 2))
    await laid.write(lambda books: put(books, monday))
    (done,) = await laid.write(lambda books: put(books, wednesday))
    assert done.gap is not None
    assert (done.gap.after, done.gap.before) == (FIRST, FIRST + dt.timedelta(days=2))
    assert done.gap.missing == uah(-700)
    assert done.books != wednesday.end.closing
    (filled,) = await laid.write(lambda books: put(books, tuesday))
    assert filled.gap is None
    assert await laid.read(held) == 98_000


async def test_an_older_statement_moves_the_opening_back(laid: Database) -> None:
    newer = statement(line(5, -1_000, "a"), opening=50_000, days=(5, 5))
    older = statement(line(1, 10_000, "b"), opening=40_000, days=(1, 1))
    await laid.write(lambda books: put(books, newer))
    assert await laid.read(held) == 49_000
    (done,) = await laid.write(lambda books: put(books, older))
    assert done.books == uah(50_000)
    assert await laid.read(held) == 49_000
    assert await laid.read(verify_books) == ()


async def test_a_line_of_a_closed_day_is_booked_today_and_points_there(laid: Database) -> None:
    await laid.write(lambda books: books.periods.close(FIRST, CAUSE))
    (done,) = await laid.write(lambda books: put(books, statement(line(0, -1_000, "a"))))
    assert done.books == uah(99_000)
    (posted,) = await laid.read(lambda books: books.journal.of_origin("bank", "1"))
    assert posted.entry.belongs_on == FIRST
    assert await laid.read(held) == 99_000
    assert await laid.read(verify_books) == ()


async def test_a_spoiled_line_is_kept_and_the_balance_says_so(laid: Database) -> None:
    whole = statement(line(0, -1_000, "a"), line(0, -300, "b"))
    broken = replace(whole, lines=whole.lines[:1], spoiled=(SpoiledLine("no amount", 2, b"x"),))
    (done,) = await laid.write(lambda books: put(books, broken))
    assert done.counts.spoiled == 1
    assert done.difference == uah(-300)
    (mended,) = await laid.write(lambda books: put(books, whole))
    assert (mended.counts.new, mended.counts.known) == (1, 1)
    assert mended.books == whole.end.closing


async def test_without_a_number_it_is_asked_whose_it_is(laid: Database) -> None:
    nameless = statement(line(0, -1_000, "a"), account=None)
    asked = await laid.write(lambda books: import_statements(books, [nameless], CAUSE))
    assert isinstance(asked, WhichAccount)
    assert asked.accounts == ()
    await laid.write(lambda books: put(books, statement(line(0, -1_000, "a"))))
    asked = await laid.write(lambda books: import_statements(books, [nameless], CAUSE))
    assert isinstance(asked, WhichAccount)
    (known,) = asked.accounts
    done = await laid.write(
        lambda books: import_statements(books, [nameless], CAUSE, chosen=Chosen(known.id))
    )
    assert isinstance(done, FileImported)
    assert done.statements[0].counts.known == 1
    assert isinstance(
        await laid.write(lambda books: import_statements(books, [], CAUSE)), NothingToImport
    )


async def test_a_bank_s_own_number_is_the_end_of_its_iban(laid: Database) -> None:
    await laid.write(lambda books: put(books, statement(line(0, -1_000, "a"))))
    local = statement(line(0, -1_000, "a"), account="26007233566001", form="1c")
    (done,) = await laid.write(lambda books: put(books, local))
    assert (done.is_new_account, done.counts.known) == (False, 1)


async def test_a_third_account_gets_a_place_in_the_chart(laid: Database) -> None:
    numbers = ("UA1", "UA2", "UA3")
    for number in numbers:
        await laid.write(
            lambda books, number=number: put(books, statement(account=number))  # type: ignore[misc]  # a lambda's default has no type
        )
    accounts = await laid.read(lambda books: books.banks.accounts())
    assert [each.key for each in accounts] == [f"asset.bank.{place}" for place in (1, 2, 3)]


# Any bank's truth, told in any pieces

_SUMS = st.sampled_from([-120, -5_000, 300])
_TRUTH = st.lists(st.tuples(st.integers(0, 4), _SUMS, st.sampled_from("abc")), max_size=9)
_TELLINGS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from(["camt.053", "mono", "1c"])),
    min_size=1,
    max_size=6,
)


@given(truth=_TRUTH, tellings=_TELLINGS)
@settings(max_examples=times(15, 200))
def test_in_any_pieces_and_order_each_line_is_there_once(
    truth: list[tuple[int, int, str]],
    tellings: list[tuple[int, int, str]],
    sqlite_template: SqliteTemplate,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    import asyncio  # noqa: PLC0415 - Hypothesis calls no coroutine

    url = sqlite_template.fresh(tmp_path_factory.mktemp("told"))
    there, told, findings = asyncio.run(_tell(truth, tellings, url))
    assert there == told
    assert findings == ()


async def _tell(
    truth: list[tuple[int, int, str]], tellings: list[tuple[int, int, str]], url: str
) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]], tuple[Finding, ...]]:
    """Tell whole days of the truth: a file without ids, an interface with ids and other words."""
    truth = sorted(truth)
    database = await open_database(url)
    await database.write(lay_shop)
    covered: set[int] = set()
    for one, other, form in tellings:
        first, last = min(one, other), max(one, other)
        covered |= set(range(first, last + 1))
        opening = 1_000_000 + sum(minor for day, minor, _ in truth if day < first)
        lines = [
            line(
                day,
                minor,
                purpose if form != "mono" else f"paid for {purpose}",
                external_id=str(place) if form == "mono" else None,
            )
            for place, (day, minor, purpose) in enumerate(truth)
            if first <= day <= last
        ]
        told = statement(*lines, opening=opening, days=(first, last), form=form)
        await database.write(lambda books, told=told: put(books, told))  # type: ignore[misc]  # a lambda's default has no type
    (account,) = await database.read(lambda books: books.banks.accounts())
    kept = await database.read(
        lambda books: books.banks.lines_between(account.id, dt.date.min, dt.date.max)
    )
    there = Counter(((each.line.booked_on - FIRST).days, each.line.amount.minor) for each in kept)
    findings = await database.read(verify_books)
    await database.close()
    return there, Counter((day, minor) for day, minor, _ in truth if day in covered), findings
