"""monobank's records: accounts, movements.

Source: the bank's own description of its open API (api.monobank.ua/docs). Amounts are whole minor
units of the account's currency, negative for money out; time is in Unix seconds.
"""

import datetime as dt
from collections.abc import Iterator

from ledger.currencies import DECIMALS
from ledger.statements import StatementLine
from services.bank.bank_feed_types import RemoteAccount
from sources.fields import (
    KYIV,
    OddRecordError,
    Record,
    joined,
    minor,
    must,
    records_of,
    text,
    whole,
)
from sources.json_text import write_json

BANK = "monobank"
_FOP = "fop"
_YEAR_MAX = 2200
_CURRENCIES = {
    980: "UAH", 840: "USD", 978: "EUR", 985: "PLN", 826: "GBP", 756: "CHF", 203: "CZK",
    946: "RON", 348: "HUF", 975: "BGN", 498: "MDL", 981: "GEL", 949: "TRY", 124: "CAD",
}  # fmt: skip
"""ISO 4217's numbers of the currencies that accounts there may be in."""


def line_of(record: Record, account: RemoteAccount) -> StatementLine:
    """Turn a movement into a line.

    Raises:
        OddRecordError: it can't be one.
    """
    at = _moment(record)
    amount = minor(record, "amount", account.currency)
    balance = None
    if record.get("balance") is not None:
        balance = account.less_credit(minor(record, "balance", account.currency))
    mcc = text(record, "mcc")
    return StatementLine(
        booked_on=at.astimezone(KYIV).date(),
        amount=amount,
        occurred_at=at,
        counterparty=text(record, "counterName"),
        counterparty_account=text(record, "counterIban"),
        counterparty_tax_id=text(record, "counterEdrpou"),
        purpose=joined(text(record, "description"), text(record, "comment")),
        reference=text(record, "invoiceId") or text(record, "receiptId"),
        external_id=must(text(record, "id"), "id"),
        code=None if mcc is None else f"MCC {mcc}",
        is_pending=record.get("hold") is True,
        balance=balance,
        raw=write_json(record),
    )


def accounts_of(info: Record) -> Iterator[RemoteAccount]:
    """Give the accounts of a person, and of the firms that he directs; jars are none.

    Raises:
        SourceError: the answer is of another shape.
    """
    for each in records_of(info, "accounts"):
        yield from _account(each, is_business=False)
    firms = info.get("managedClients")
    for firm in firms if isinstance(firms, list) else ():
        if isinstance(firm, dict):
            for each in records_of(firm, "accounts"):
                yield from _account(each, is_business=True)


def _account(record: object, *, is_business: bool) -> Iterator[RemoteAccount]:
    """Give an account whose number and currency are known; others can't be kept."""
    if not isinstance(record, dict):
        return
    try:
        currency = _CURRENCIES.get(whole(record, "currencyCode"))
        known, iban = text(record, "id"), text(record, "iban")
        if known is None or iban is None or currency not in DECIMALS:
            return
        balance = minor(record, "balance", currency) if "balance" in record else None
        credit = minor(record, "creditLimit", currency) if record.get("creditLimit") else None
    except OddRecordError:
        return
    is_mine = is_business or record.get("type") == _FOP
    yield RemoteAccount(known, iban, currency, BANK, balance, credit, is_business=is_mine)


def _moment(record: Record) -> dt.datetime:
    seconds = whole(record, "time")
    try:
        at = dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise OddRecordError(f"time: {error}") from error
    if at.year > _YEAR_MAX or at.year <= 1:
        raise OddRecordError("time is far away")
    return at
