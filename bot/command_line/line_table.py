"""Read bank lines from CSV files that people exported: whatever columns, dates and amounts."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from categorisation.line import LineFacts
from ledger.errors import MoneyError
from ledger.money import Money, decimals_of
from sources.bank_files.qif_dates import DateOrder, order_of

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_OF_A_NUMBER = re.compile(r"[^\d.,+-]")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
_NUMBERED = re.compile(r"(?=(?:.*\d){8})[A-Za-z0-9 ]{8,42}")
"""An account's number: an IBAN, or digits enough to be one."""
_OWN_MIN_PARTIES = 3
"""An account number with as many counterparties on average is one of the shop's own."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what is known of the line, or why it could not be read."""

    facts: LineFacts | None
    category: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A file's rows in their order."""

    name: str
    rows: Sequence[Row]


_Cells = dict[str, str]


def read_tables(paths: Sequence[Path | None], currency: str) -> list[Table]:
    """Read files that belong together: how they write days and accounts is judged by all.

    Args:
        paths: the files; nothing for one that is not there.
        currency: of lines that tell none, or one that is none.

    Raises:
        ValueError: a file is no CSV with a date and an amount, or is not UTF-8.
    """
    tables = [[] if path is None else _cells_of(path) for path in paths]
    everything = [cells for table in tables for cells in table]
    days = order_of(cells["date"] for cells in everything)
    is_own = _tells_own_account(everything)
    return [
        Table("" if path is None else path.name, [_row(c, currency, days, is_own) for c in table])
        for path, table in zip(paths, tables, strict=True)
    ]


def _cells_of(path: Path) -> list[_Cells]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{path.name} is not UTF-8") from None
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ValueError(f"{path.name} is no CSV: {error}") from None
    names = [name.strip().lower() for name in rows[0]] if rows else []
    missing = [name for name in ("date", "amount") if name not in names]
    if missing:
        raise ValueError(f"{path.name} has no column {' and '.join(missing)}")
    return [
        {"": "", **dict.fromkeys(_COLUMNS, ""), **_named(names, row)} for row in rows[1:] if row
    ]


_COLUMNS = (
    "date", "amount", "currency", "counterparty", "account", "tax_id", "purpose", "category",
)  # fmt: skip


def _named(names: Sequence[str], row: Sequence[str]) -> _Cells:
    return {name: cell.strip() for name, cell in zip(names, row, strict=False)}


def _row(cells: _Cells, currency: str, days: DateOrder, is_own: bool) -> Row:  # noqa: FBT001 - named
    try:
        booked_on = _day(cells["date"], days)
        amount = _amount(cells["amount"], cells["currency"] or currency, currency)
    except (ValueError, MoneyError) as error:
        return Row(None, error=str(error))
    account = cells["account"]
    facts = LineFacts(
        booked_on=booked_on,
        amount=amount,
        purpose=cells["purpose"],
        counterparty=cells["counterparty"],
        counterparty_account="" if is_own else account.replace(" ", ""),
        tax_id=cells["tax_id"],
        account=account if is_own else "",
    )
    return Row(facts, cells["category"])


def _day(text: str, days: DateOrder) -> dt.date:
    """Read a day, ISO or in the order that the files have; a time behind it is left out."""
    if _ISO.match(text):
        return dt.date.fromisoformat(text[:10])
    return days.read(text.partition(" ")[0])


def _amount(text: str, currency: str, otherwise: str) -> Money:
    """Read an amount; what is finer than the currency is rounded: here it is only a clue."""
    number = _NOT_OF_A_NUMBER.sub("", text.replace("\N{MINUS SIGN}", "-"))
    if text.startswith("(") and text.endswith(")"):
        number = f"-{number}"
    if _GROUPED.fullmatch(number) or number.rfind(",") < number.rfind("."):
        number = number.replace(",", "")
    else:
        number = number.replace(".", "").replace(",", ".") if "," in number else number
    code = currency.upper()
    try:
        decimals = decimals_of(code)
    except MoneyError:
        code, decimals = otherwise, decimals_of(otherwise)
    try:
        return Money.from_decimal(round(Decimal(number), decimals), code)
    except InvalidOperation:
        raise ValueError(f"amount {text[:40]!r}") from None


def _tells_own_account(rows: Iterable[_Cells]) -> bool:
    """Judge whose account the column tells: the shop's own, or the counterparty's.

    A name of a unit or card is the shop's; a number is when several counterparties share it.
    """
    parties: dict[str, set[str]] = {}
    for cells in rows:
        if cells["account"]:
            parties.setdefault(cells["account"], set()).add(cells["counterparty"].casefold())
    numbers = [account for account in parties if _NUMBERED.fullmatch(account)]
    if 2 * len(numbers) < len(parties):
        return True
    return sum(map(len, parties.values())) >= _OWN_MIN_PARTIES * len(parties)
