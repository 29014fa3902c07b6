"""GoCardless Bank Account Data's records: movements of European banks, balances.

Source: the service's documentation and payloads in public code. Amounts are signed decimal text;
there are days and no times. A booked movement has one id or another, if not always the same; a
pending one has none that lasts.
"""

import datetime as dt
from collections.abc import Sequence

from ledger.errors import MoneyError
from ledger.money import Money, decimals_of
from ledger.statements import StatementLine
from sources.fields import (
    OddRecordError,
    Record,
    day,
    inner,
    joined,
    major,
    must,
    text,
)
from sources.json_text import write_json

_BALANCES = ("interimBooked", "closingBooked", "expected")
"""Which balance is believed, the best one first; others have credit or holds in them."""


def booked_line_of(record: Record) -> StatementLine:
    """Turn a booked movement into a line.

    Raises:
        OddRecordError: it can't be one.
    """
    return _line(record, is_pending=False)


def pending_line_of(record: Record) -> StatementLine:
    """Turn a pending movement into a line that is not posted.

    Raises:
        OddRecordError: it can't be one.
    """
    return _line(record, is_pending=True)


def balance_of(
    records: Sequence[Record], lines: Sequence[StatementLine], currency: str
) -> Money | None:
    """Give what is booked now; what came after a balance of a day is counted in.

    Raises:
        OddRecordError: a balance is odd.
    """
    by_type = {text(each, "balanceType"): each for each in records}
    for kind in _BALANCES:
        told = by_type.get(kind)
        if told is None or text(inner(told, "balanceAmount"), "currency") != currency:
            continue
        held = major(inner(told, "balanceAmount"), "amount", currency)
        said = text(told, "referenceDate")
        if kind != "closingBooked" or said is None:
            return held
        on = day(said, "referenceDate")
        later = sum(each.amount.minor for each in lines if each.booked_on > on)
        return held + Money(later, currency)
    return None


def _line(record: Record, *, is_pending: bool) -> StatementLine:
    told = inner(record, "transactionAmount")
    currency = must(text(told, "currency"), "currency")
    amount = _amount(told, currency)
    booked, valued = text(record, "bookingDate"), text(record, "valueDate")
    parties = ("debtor", "creditor") if amount.minor > 0 else ("creditor", "debtor")
    external_id = text(record, "transactionId") or text(record, "internalTransactionId")
    return StatementLine(
        booked_on=day(booked or valued, "bookingDate"),
        amount=amount,
        valued_on=_day_or_none(valued),
        counterparty=_first(record, *(f"{each}Name" for each in parties)),
        counterparty_account=_account(record, parties),
        purpose=_purpose(record),
        reference=text(record, "endToEndId") or text(record, "entryReference"),
        external_id=None if is_pending else external_id,
        code=text(record, "bankTransactionCode") or text(record, "proprietaryBankTransactionCode"),
        is_pending=is_pending,
        balance=_balance_after(record, currency),
        raw=write_json(record),
    )


def _amount(told: Record, currency: str) -> Money:
    try:
        decimals_of(currency)
    except MoneyError as error:
        raise OddRecordError(str(error)) from error
    return major(told, "amount", currency)


def _balance_after(record: Record, currency: str) -> Money | None:
    told = inner(inner(record, "balanceAfterTransaction"), "balanceAmount")
    if text(told, "currency") != currency:
        return None
    return major(told, "amount", currency)


def _purpose(record: Record) -> str:
    pieces = [text(record, "remittanceInformationUnstructured")]
    for name in ("remittanceInformationUnstructuredArray", "remittanceInformationStructuredArray"):
        more = record.get(name)
        pieces += [str(each) for each in more] if isinstance(more, list) else []
    structured = record.get("remittanceInformationStructured")
    pieces += [structured] if isinstance(structured, str) else []
    pieces.append(text(record, "additionalInformation"))
    return joined(*(None if each is None else " ".join(each.split()) for each in pieces))


def _first(record: Record, *names: str) -> str | None:
    return next((found for name in names if (found := text(record, name))), None)


def _account(record: Record, parties: tuple[str, str]) -> str | None:
    """Give the other side's account: the party's that is not the account's own holder."""
    told = inner(record, f"{parties[0]}Account")
    return text(told, "iban") or text(told, "bban")


def _day_or_none(said: str | None) -> dt.date | None:
    return None if said is None else day(said, "valueDate")
