"""Beancount's and hledger's own programs read what is written for them."""

import csv
import io
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from beancount import loader
from beancount.core.data import Open, Transaction
from hypothesis import given, settings

from ledger.accounts import Chart
from ledger.errors import UnknownAccountError
from ledger.journal import PostedEntry
from ledger.money import Money
from reports.exports.account_paths import account_path
from reports.exports.plain_text import one_line
from reports.exports.registry import EXPORTS
from tests.here import HLEDGER, needs_hledger
from tests.reports.exports.books import CHART, balances, books, nasty_books

BEAN_CHECK = Path(sys.executable).with_name("bean-check")
PATHS = {account_path(account): account.key for account in CHART}
FORMATS = ("beancount", "hledger")


def exported(name: str, entries: list[PostedEntry]) -> str:
    return "".join(EXPORTS[name](CHART, "UAH", entries))


def run(*command: str, text: str = "") -> str:
    result = subprocess.run(  # noqa: S603  # a program of ours with our own words
        command, input=text, capture_output=True, check=False, encoding="utf-8", timeout=30
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def hledger(text: str, *arguments: str) -> str:
    return run(HLEDGER, "-f", "-", *arguments, text=text)


def test_bean_check_accepts_nasty_entries(tmp_path: Path) -> None:
    ledger = tmp_path / "books.beancount"
    ledger.write_text(exported("beancount", nasty_books()), encoding="utf-8")
    assert run(str(BEAN_CHECK), str(ledger)) == ""


@settings(max_examples=40, deadline=None)
@given(books())
def test_beancount_reads_the_same_balances(entries: list[PostedEntry]) -> None:
    directives, errors, options = loader.load_string(exported("beancount", entries))
    assert errors == []
    assert options["operating_currency"] == ["UAH"]
    totals: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for directive in directives:
        for posting in directive.postings if isinstance(directive, Transaction) else ():
            units = posting.units
            assert units is not None
            assert isinstance(units.number, Decimal)
            totals[PATHS[posting.account], units.currency] += units.number
    assert in_minor_units(totals) == balances(entries)


@settings(max_examples=40, deadline=None)
@given(books())
def test_beancount_reads_the_same_words(entries: list[PostedEntry]) -> None:
    directives, _, _ = loader.load_string(exported("beancount", entries))
    read = {each.meta["number"]: each for each in directives if isinstance(each, Transaction)}
    assert len(read) == len(entries)
    for posted in entries:
        found = read[Decimal(posted.number)]
        assert found.narration == one_line(posted.entry.narration)
        assert found.date == posted.entry.booked_on
        assert found.meta["decided-by"] == one_line(posted.decided_by)
        assert f"entry-{posted.number}" in found.links


def test_beancount_links_a_reversal_with_what_it_takes_back() -> None:
    directives, _, _ = loader.load_string(exported("beancount", nasty_books()))
    reversal = next(
        each
        for each in directives
        if isinstance(each, Transaction) and each.meta["number"] == Decimal(5)
    )
    assert reversal.links == {"entry-5", "entry-4"}
    assert reversal.meta["reverses"] == Decimal(4)


def test_no_words_of_a_person_become_a_directive() -> None:
    directives, _, _ = loader.load_string(exported("beancount", nasty_books()))
    opened = {each.account for each in directives if isinstance(each, Open)}
    assert opened == set(PATHS)


@needs_hledger
def test_hledger_accepts_nasty_entries_strictly() -> None:
    text = exported("hledger", nasty_books())
    hledger(text, "check", "--strict")
    assert hledger_balances(text) == balances(nasty_books())


@needs_hledger
@settings(max_examples=6, deadline=None)
@given(books())
def test_hledger_reads_the_same_balances(entries: list[PostedEntry]) -> None:
    assert hledger_balances(exported("hledger", entries)) == balances(entries)


@needs_hledger
def test_hledger_reads_codes_and_tags() -> None:
    text = exported("hledger", nasty_books())
    rows = list(csv.DictReader(io.StringIO(hledger(text, "print", "-O", "csv"))))
    assert {row["code"] for row in rows} == {str(each.number) for each in nasty_books()}
    values = hledger(text, "tags", "category", "--values", "--empty").splitlines()
    expected = {one_line(posted.entry.category or "") for posted in nasty_books()}
    assert {value.replace(";", ",") for value in values} >= {
        text.replace(";", ",") for text in expected if text
    }


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_journal_is_written_all_the_same(name: str) -> None:
    text = exported(name, [])
    assert all(path in text for path in PATHS)


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_an_account_out_of_the_chart_is_refused(name: str) -> None:
    with pytest.raises(UnknownAccountError):
        list(EXPORTS[name](Chart([]), "UAH", nasty_books()))


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_entries_are_written_as_they_come(name: str) -> None:
    taken: list[int] = []

    def entries() -> Iterator[PostedEntry]:
        for posted in nasty_books():
            taken.append(posted.number)
            yield posted

    pieces = EXPORTS[name](CHART, "UAH", entries())
    while not taken:
        next(pieces)
    assert taken == [1]


def hledger_balances(text: str) -> dict[tuple[str, str], int]:
    table = hledger(text, "balance", "-O", "csv", "--layout=bare", "--flat", "--no-total")
    totals = {
        (PATHS[row["account"]], row["commodity"]): Decimal(row["balance"])
        for row in csv.DictReader(io.StringIO(table))
        if row["commodity"]
    }
    return in_minor_units(totals)


def in_minor_units(totals: dict[tuple[str, str], Decimal]) -> dict[tuple[str, str], int]:
    return {
        (account, currency): Money.from_decimal(amount, currency).minor
        for (account, currency), amount in totals.items()
        if amount
    }
