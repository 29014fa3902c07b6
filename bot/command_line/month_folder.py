"""Reads a folder of orders, payments, payouts, bank lines and cash entries for matching."""

import csv
import datetime as dt
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from sys import intern

from reconciliation.records import BankLine, CashEntry, Order, Payment, Payout, Record

_MINOR = 2
Row = dict[str, str]


class FolderError(ValueError):
    """A file of the folder is missing or says something that cannot be read."""


def read_as_of(folder: Path) -> dt.date:
    """Read the day as of which the folder is looked at.

    Raises:
        FolderError: the file is missing, or is no date.
    """
    path = folder / "as_of.txt"
    try:
        return _day(path.read_text(encoding="utf-8-sig").strip())
    except OSError as error:
        message = f"{path.name}: {error.strerror}"
        raise FolderError(message) from error
    except ValueError as error:
        message = f"{path.name}: {error}"
        raise FolderError(message) from error


def read_folder(folder: Path) -> Iterator[Record]:
    """Read the records of a folder, file by file.

    Raises:
        FolderError: a file is missing, or a row of it cannot be read; it is named.
    """
    for name, build in _BUILDERS.items():
        path = folder / name
        try:
            with path.open(newline="", encoding="utf-8-sig") as file:
                for number, row in enumerate(csv.DictReader(file, restval=""), start=2):
                    yield _built(build, row, f"{name}, line {number}")
        except OSError as error:
            message = f"{name}: {error.strerror}"
            raise FolderError(message) from error


def _built(build: Callable[[Row], Record], row: Row, where: str) -> Record:
    try:
        return build(row)
    except KeyError as error:
        message = f"{where}: there is no column {error.args[0]}"
        raise FolderError(message) from error
    except ValueError as error:
        message = f"{where}: {error}"
        raise FolderError(message) from error


def _order(row: Row) -> Order:
    closed = row["closed_at"]
    return Order(
        f"order:{row['order_id']}",
        row["number"],
        _moment(row["created_at"]),
        _moment(closed) if closed else None,
        intern(row["status"]),
        intern(row["currency"]),
        minor(row["total"]),
        minor(row["refunded_total"] or "0"),
        row["customer_name"],
        row["customer_phone"],
        row["customer_tax_id"],
        intern(row["channel"]),
        intern(row["payment_method"]),
    )


def _payment(row: Row) -> Payment:
    return Payment(
        f"payment:{row['payment_id']}",
        intern(row["provider"]),
        intern(row["merchant_code"]),
        row["order_ref"],
        _moment(row["created_at"]),
        intern(row["kind"]),
        intern(row["currency"]),
        minor(row["gross"]),
        minor(row["fee"] or "0"),
        minor(row["net"]),
        row["payout_id"],
        row["payer_name"],
    )


def _payout(row: Row) -> Payout:
    return Payout(
        f"payout:{row['payout_id']}",
        intern(row["provider"]),
        intern(row["merchant_code"]),
        _day(row["paid_at"][:10]),
        intern(row["currency"]),
        minor(row["gross"]),
        minor(row["fee"] or "0"),
        minor(row["net"]),
    )


def _line(row: Row) -> BankLine:
    return BankLine(
        f"bank:{row['line_id']}",
        intern(row["account"]),
        _day(row["booked_at"][:10]),
        intern(row["currency"]),
        minor(row["amount"]),
        row["counterparty"],
        row["counterparty_iban"],
        row["counterparty_tax_id"],
        row["purpose"],
    )


def _cash(row: Row) -> CashEntry:
    return CashEntry(
        f"cash:{row['entry_id']}",
        _moment(row["happened_at"]),
        intern(row["direction"]),
        intern(row["currency"]),
        minor(row["amount"]),
        intern(row["category"]),
        row["order_ref"],
        row["note"],
    )


@lru_cache(maxsize=4_000)
def _day(text: str) -> dt.date:
    """Read a day; the same day is the same object, for there are many."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        message = f"{text[:40]!r} is no day such as 2026-10-31"
        raise ValueError(message) from error


def _moment(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError as error:
        message = f"{text[:40]!r} is no moment such as 2026-10-31T14:05:00"
        raise ValueError(message) from error


_BUILDERS: dict[str, Callable[[Row], Record]] = {
    "orders.csv": _order,
    "payments.csv": _payment,
    "payouts.csv": _payout,
    "bank.csv": _line,
    "cash.csv": _cash,
}


def minor(text: str) -> int:
    """Read money with a point and up to two digits after it, as whole minor units.

    Raises:
        ValueError: it is no such number.
    """
    whole, point, cents = text.strip().partition(".")
    sign = -1 if whole.startswith("-") else 1
    digits = whole.lstrip("+-") or "0"
    if not digits.isdecimal() or (point and not cents.isdecimal()) or len(cents) > _MINOR:
        message = f"{text!r} is no amount of money"
        raise ValueError(message)
    return sign * (int(digits) * 100 + int(cents.ljust(_MINOR, "0")))
