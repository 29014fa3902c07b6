"""Which column is what: by its name, held against what stands in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ledger.currencies import DECIMALS
from sources.bank_files.tables.amounts import SYMBOLS, is_amount
from sources.bank_files.tables.days import TIME, is_day
from sources.bank_files.tables.words import words

_MOST = 8
"""Tenths of a column's cells that have to be what it is said to hold."""
_TENTHS = 10
_ACCOUNT = re.compile(r"(?=(?:\D*\d){4})[A-Z0-9*.\-/ xX#]{5,40}")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{8,30}")
_TAX_ID = re.compile(r"[A-Z]{0,3}\d{5,14}")
_DAYS = ("booked", "date", "valued", "document_date")
_NUMBERS = (
    "amount_account", "amount", "amount_operation", "amount_equivalent", "fee", "debit", "credit",
    "balance",
)  # fmt: skip
_CURRENCIES = ("currency_account", "currency", "currency_operation", "currency_other")
_INDICATORS_MAX = 4
_AMOUNT_DIGITS_MAX = 11


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and a sample of what is in it."""

    place: int
    name: str
    cells: tuple[str, ...]
    """Each row's, empty ones too."""
    filled: tuple[str, ...]
    days: int
    amounts: int

    @property
    def is_days(self) -> bool:
        """Tell whether it holds days."""
        return self._are_most(self.days)

    @property
    def is_amounts(self) -> bool:
        """Tell whether it holds amounts."""
        return self._are_most(self.amounts)

    @property
    def is_constant(self) -> bool:
        """Tell whether it says the same in every row."""
        return len(set(self.cells)) == 1 and bool(self.filled)

    def are(self, test: Callable[[str], bool]) -> bool:
        """Tell whether most of it passes a test; an empty column does not."""
        return bool(self.filled) and self._are_most(sum(map(test, self.filled)))

    def _are_most(self, count: int) -> bool:
        return bool(self.filled) and count * _TENTHS >= len(self.filled) * _MOST


def columns_of(header: Sequence[str], width: int, rows: Sequence[Sequence[str]]) -> list[Column]:
    """Look at a table's columns, by some of its rows."""
    columns = []
    for place in range(width):
        cells = tuple(row[place].strip() if place < len(row) else "" for row in rows)
        filled = tuple(each for each in cells if each and each not in _NOTHING)
        columns.append(
            Column(
                place,
                header[place] if place < len(header) else "",
                cells,
                filled,
                sum(is_day(each) for each in filled),
                sum(is_amount(each) for each in filled),
            )
        )
    return columns


_NOTHING = frozenset({"-", "—", "–", "n/a", "N/A", "null", "NULL", "None"})


def is_currency(text: str) -> bool:
    """Tell whether a cell is a currency's code, number or sign."""
    return currency_of(text) is not None


def currency_of(text: str) -> str | None:
    """Give the code of a currency that a cell names in whatever way."""
    upper = text.strip().upper()
    if upper in DECIMALS:
        return upper
    return SYMBOLS.get(upper) or _NUMERIC.get(upper) or _OLD.get(upper)


_NUMERIC = {
    "980": "UAH", "840": "USD", "978": "EUR", "826": "GBP", "985": "PLN", "643": "RUB",
    "756": "CHF", "203": "CZK", "398": "KZT", "933": "BYN", "981": "GEL", "944": "AZN",
    "498": "MDL", "348": "HUF", "124": "CAD", "949": "TRY", "946": "RON", "975": "BGN",
    "752": "SEK", "578": "NOK", "208": "DKK", "392": "JPY", "156": "CNY", "860": "UZS",
    "941": "RSD",
}  # fmt: skip
_OLD = {
    "RUR": "RUB",
    "BYR": "BYN",
    "EURO": "EUR",
    "ГРИВНЯ": "UAH",
    "ДОЛАР США": "USD",
    "ЄВРО": "EUR",
}


def is_indicator(text: str) -> bool:
    """Tell whether a cell says in or out."""
    return words().is_value("debit", text) or words().is_value("credit", text)


def is_account(text: str) -> bool:
    """Tell whether a cell may be an account's number."""
    return _ACCOUNT.fullmatch(text.upper()) is not None


def is_iban(text: str) -> bool:
    """Tell whether a cell looks like an IBAN."""
    return _IBAN.fullmatch(text.replace(" ", "").upper()) is not None


def holds(meaning: str, column: Column) -> bool:
    """Tell whether what a column holds goes with a meaning; an empty one goes with most."""
    if not column.filled:
        return meaning != "indicator"
    test = _TESTS.get(meaning) or _TESTS_OF_FIELDS.get(_field_of(meaning))
    return test is None or test(column)


def _field_of(meaning: str) -> str:
    return "tax_id" if meaning.endswith("tax_id") else meaning.rpartition("_")[2]


def _holds_amounts(column: Column) -> bool:
    return column.is_amounts and not column.are(_is_long_number)


def _holds_currencies(column: Column) -> bool:
    return column.are(lambda each: is_currency(each) or _is_coin(each))


def _holds_indicators(column: Column) -> bool:
    return column.are(is_indicator) and len(set(column.filled)) <= _INDICATORS_MAX


def _holds_accounts(column: Column) -> bool:
    return column.are(is_account) and not column.is_days


def _holds_tax_ids(column: Column) -> bool:
    return column.are(lambda each: _TAX_ID.fullmatch(each.strip("='\"")) is not None)


def _holds_text(column: Column) -> bool:
    return not column.is_days


def _is_long_number(text: str) -> bool:
    """Tell whether an "amount" is rather the number of an account or a transaction."""
    return text.isdigit() and len(text) > _AMOUNT_DIGITS_MAX


_TESTS: Mapping[str, Callable[[Column], bool]] = {
    "indicator": _holds_indicators,
    "time": lambda column: column.are(lambda each: TIME.fullmatch(each) is not None),
    **dict.fromkeys(_DAYS, lambda column: column.is_days),
    **dict.fromkeys(_NUMBERS, _holds_amounts),
    **dict.fromkeys(_CURRENCIES, _holds_currencies),
    **dict.fromkeys(("purpose", "description", "note"), _holds_text),
}
_TESTS_OF_FIELDS: Mapping[str, Callable[[Column], bool]] = {
    "account": _holds_accounts,
    "tax_id": _holds_tax_ids,
    "name": _holds_text,
}


def _is_coin(text: str) -> bool:
    """Tell whether a cell may be a currency that ISO 4217 doesn't list: its rows can't be read."""
    return text.isascii() and text.isupper() and text.replace(".", "").isalnum() and len(text) <= 8  # noqa: PLR2004 - letters
