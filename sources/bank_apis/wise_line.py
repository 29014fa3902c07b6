"""Wise's records of a balance statement.

Source: docs.wise.com, "Get balance statement". Amounts are JSON numbers in major units, signed;
times are in UTC. A conversion stands in both balances under one reference, so an id takes its
kinds too; with fees on lines of their own, one reference and kind may stand there twice.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ledger.errors import MoneyError
from ledger.money import Money, decimals_of
from ledger.statements import StatementLine
from sources.fields import (
    OddRecordError,
    Record,
    inner,
    instant,
    joined,
    major,
    must,
    text,
)
from sources.json_text import write_json

BANK = "wise"


def line_of(record: Record) -> StatementLine:
    """Turn a movement into a line.

    Raises:
        OddRecordError: it can't be one.
    """
    at = instant(text(record, "date"), "date")
    amount = money_of(record, "amount")
    details = inner(record, "details")
    kind, inner_kind = text(record, "type"), text(details, "type")
    reference = must(text(record, "referenceNumber"), "referenceNumber")
    merchant = text(inner(details, "merchant"), "name")
    party = text(details, "senderName") if amount.minor > 0 else None
    recipient = text(inner(details, "recipient"), "name")
    account = "senderAccount" if amount.minor > 0 else "recipientAccount"
    return StatementLine(
        booked_on=at.date(),
        amount=amount,
        occurred_at=at,
        counterparty=party or merchant or recipient,
        counterparty_account=text(details, account),
        purpose=joined(text(details, "description"), text(details, "paymentReference")),
        reference=reference,
        external_id="/".join(each for each in (reference, kind, inner_kind) if each),
        code=inner_kind,
        balance=money_of(record, "runningBalance") if record.get("runningBalance") else None,
        raw=write_json(record),
    )


def told_apart(lines: Sequence[StatementLine]) -> tuple[StatementLine, ...]:
    """Number lines of one id, in an order that doesn't depend on the answer's."""
    seen: Counter[str | None] = Counter()
    found = []
    for line in sorted(lines, key=lambda each: (each.occurred_at, abs(each.amount.minor) * -1)):
        seen[line.external_id] += 1
        nth = seen[line.external_id]
        found.append(line if nth == 1 else replace(line, external_id=f"{line.external_id}#{nth}"))
    return tuple(found)


def money_of(record: Record, name: str) -> Money:
    """Read {"value": -7.76, "currency": "EUR"}.

    Raises:
        OddRecordError: it is none.
    """
    told = inner(record, name)
    currency = must(text(told, "currency"), f"{name}.currency")
    try:
        decimals_of(currency)
    except MoneyError as error:
        raise OddRecordError(str(error)) from error
    return major(told, "value", currency)
