"""Statement lines as rows, both ways."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import SimpleNamespace
from typing import TypeAlias, cast

from ledger.money import Money
from ledger.statements import LinePart, StatementLine
from services.bank.bank_ports import BankAccount, BankLine, BankStatement
from storage.prepared import AnyRow

Told: TypeAlias = dict[str, object]

_READ_DATES: Mapping[str, Callable[[str], dt.date]] = {
    "booked_on": dt.date.fromisoformat,
    "valued_on": dt.date.fromisoformat,
    "occurred_at": dt.datetime.fromisoformat,
}
_LINE_COLUMNS = (
    "valued_on",
    "occurred_at",
    "counterparty",
    "counterparty_account",
    "counterparty_tax_id",
    "reference",
    "external_id",
    "code",
    "parts",
    "balance_minor",
)


def line_values(line: StatementLine, scheme: str, at: dt.datetime) -> Told:
    """Give a line's own columns."""
    return {
        "scheme": scheme,
        "external_id": line.external_id,
        "booked_on": line.booked_on,
        "valued_on": line.valued_on,
        "occurred_at": line.occurred_at,
        "amount_minor": line.amount.minor,
        "currency": line.amount.currency,
        "counterparty": line.counterparty,
        "counterparty_account": line.counterparty_account,
        "counterparty_tax_id": line.counterparty_tax_id,
        "purpose": line.purpose,
        "reference": line.reference,
        "code": line.code,
        "is_pending": line.is_pending,
        "balance_minor": None if line.balance is None else line.balance.minor,
        "parts": [_part_values(each) for each in line.parts] or None,
        "raw": line.raw,
        "told_at": at,
    }


def said_of(row: AnyRow) -> Told:
    """Give what a line said, to be kept beside what it says now."""
    kept = {
        name: value
        for name, value in row._asdict().items()
        if name not in {"raw", "told_at", "id", "account_id"} and value is not None
    }
    for name in _READ_DATES:
        if name in kept:
            kept[name] = kept[name].isoformat()
    return kept


def line_said(said: Told) -> StatementLine:
    """Give what a line said, from what was kept of it."""
    kept = {**dict.fromkeys(_LINE_COLUMNS), "purpose": "", **said}
    for name, read in _READ_DATES.items():
        kept[name] = read(str(kept[name])) if kept[name] else None
    return _line(cast("AnyRow", SimpleNamespace(**kept)))


def bank_line_of(row: AnyRow) -> BankLine:
    """Give a line without its raw bytes."""
    return BankLine(row.id, row.account_id, row.version, row.scheme, _line(row))


def _line(row: AnyRow) -> StatementLine:
    currency = row.currency
    return StatementLine(
        booked_on=row.booked_on,
        amount=Money(row.amount_minor, currency),
        valued_on=row.valued_on,
        occurred_at=row.occurred_at,
        counterparty=row.counterparty,
        counterparty_account=row.counterparty_account,
        counterparty_tax_id=row.counterparty_tax_id,
        purpose=row.purpose,
        reference=row.reference,
        external_id=row.external_id,
        code=row.code,
        is_pending=row.is_pending,
        parts=tuple(_part(each, currency) for each in row.parts or ()),
        balance=None if row.balance_minor is None else Money(row.balance_minor, currency),
    )


def account_of_row(row: AnyRow) -> BankAccount:
    """Give a bank account."""
    return BankAccount(row.id, row.key, row.number, row.currency, row.bank)


def statement_of_row(row: AnyRow, currency: str) -> BankStatement:
    """Give a statement of an account in a currency."""
    opening, closing = row.opening_minor, row.closing_minor
    return BankStatement(
        row.id,
        row.account_id,
        row.scheme,
        row.number,
        row.opened_on,
        row.closed_on,
        None if opening is None else Money(opening, currency),
        None if closing is None else Money(closing, currency),
    )


def _part_values(part: LinePart) -> dict[str, str | None]:
    return {
        "amount": str(part.amount.to_decimal()),
        "currency": part.amount.currency,
        "counterparty": part.counterparty,
        "counterparty_account": part.counterparty_account,
        "purpose": part.purpose,
        "reference": part.reference,
    }


def _part(kept: dict[str, str | None], currency: str) -> LinePart:
    amount = Money.from_decimal(Decimal(kept["amount"] or "0"), kept["currency"] or currency)
    return LinePart(
        amount,
        kept["counterparty"],
        kept["counterparty_account"],
        kept["purpose"] or "",
        kept["reference"],
    )
