"""The journal as a table."""

import csv
import io
from collections import defaultdict
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ledger.journal import PostedEntry, Posting
from ledger.money import Money
from reports.exports.csv_file import COLUMNS, export_csv
from tests.reports.exports.books import CHART, balances, books, nasty_books, posted_entry

WORDS = ("account_name", "narration", "category", "counterparty", "order_reference", "decided_by")


def read(entries: list[PostedEntry], language: str = "en") -> list[dict[str, str]]:
    text = "".join(export_csv(CHART, "UAH", entries, language=language))
    text.encode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@given(books())
def test_debits_less_credits_are_the_balances(entries: list[PostedEntry]) -> None:
    totals: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in read(entries):
        assert bool(row["debit"]) != bool(row["credit"])
        amount = Decimal(row["debit"] or "0") - Decimal(row["credit"] or "0")
        totals[row["account_key"], row["currency"]] += amount
    minor = {
        (key, currency): Money.from_decimal(amount, currency).minor
        for (key, currency), amount in totals.items()
        if amount
    }
    assert minor == balances(entries)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_words_come_back_as_they_were_and_never_as_a_formula(text: str) -> None:
    postings = (Posting("till.1", Money(5, "UAH")), Posting("income.sales", Money(-5, "UAH")))
    first, second = read([posted_entry(1, text, postings)])
    assert first["narration"].removeprefix("'") == text.removeprefix("'")
    assert second["account_name"] == "'=Sales"
    for column in WORDS:
        assert not first[column].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_every_line_has_every_column_and_ends_as_the_standard_says() -> None:
    text = "".join(export_csv(CHART, "UAH", nasty_books()))
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert text.endswith("\r\n")
    assert {len(row) for row in csv.reader(io.StringIO(text, newline=""))} == {len(COLUMNS)}


def test_amounts_have_the_decimals_of_their_currency() -> None:
    amounts = {row["currency"]: row["debit"] for row in read(nasty_books()) if row["debit"]}
    decimals = {code: len(amount.partition(".")[2]) for code, amount in amounts.items()}
    assert decimals == {"UAH": 2, "JPY": 0, "KWD": 3}


def test_account_names_come_in_the_language_asked_for() -> None:
    assert read(nasty_books(), "uk")[0]["account_name"] == "Каса"


def test_a_reversal_names_what_it_takes_back() -> None:
    reverses = {row["entry_number"]: row["reverses"] for row in read(nasty_books())}
    assert (reverses["4"], reverses["5"]) == ("", "4")
