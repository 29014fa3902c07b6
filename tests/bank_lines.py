"""Statements for tests: lines of days, and balances that prove them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.statements import SpoiledLine, StatementEnd, StatementHead, StatementLine
from services.bank.bank_types import ReadStatement
from tests.papers import uah

IBAN = "UA213223130000026007233566001"
FIRST = dt.date(2026, 11, 2)


def line(
    day: int, minor: int, purpose: str = "", *, external_id: str | None = None, **said: object
) -> StatementLine:
    booked_on = FIRST + dt.timedelta(days=day)
    made = StatementLine(booked_on, uah(minor), purpose=purpose, external_id=external_id)
    return replace(made, **said)  # type: ignore[arg-type]  # fields by their names


def statement(
    *lines: StatementLine,
    opening: int | None = 100_000,
    days: tuple[int, int] = (0, 0),
    form: str = "camt.053",
    account: str | None = IBAN,
    spoiled: Sequence[SpoiledLine] = (),
) -> ReadStatement:
    """A statement that proves itself, unless something of it is spoiled."""
    first, last = (FIRST + dt.timedelta(days=day) for day in days)
    moved = sum(each.amount.minor for each in lines if not each.is_pending)
    head = StatementHead(
        form, account, "UAH", None if opening is None else uah(opening), opened_on=first
    )
    end = StatementEnd(None if opening is None else uah(opening + moved), last)
    return ReadStatement(head, lines, tuple(spoiled), end)
