"""Amounts that a file tells in no currency, told in that of their account."""

from dataclasses import replace

from ledger.currencies import UNTOLD
from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import LinePart, SpoiledLine, StatementLine
from services.bank.bank_types import ReadStatement


def told_in(read: ReadStatement, currency: str) -> ReadStatement:
    """Take what a statement tells in no currency as being in its account's.

    A line that tells parts of the smallest coin is set aside; such a balance is not known.
    """
    if read.currency is not None:
        return read
    lines: list[StatementLine] = []
    spoiled = list(read.spoiled)
    for place, each in enumerate(read.lines, start=1):
        try:
            lines.append(_line(each, currency))
        except MoneyError as error:
            spoiled.append(SpoiledLine(str(error), place, each.raw))
    return ReadStatement(
        replace(read.head, currency=currency, opening=_balance(read.head.opening, currency)),
        tuple(lines),
        tuple(spoiled),
        replace(read.end, closing=_balance(read.end.closing, currency)),
    )


def _line(line: StatementLine, currency: str) -> StatementLine:
    return replace(
        line,
        amount=_money(line.amount, currency),
        parts=tuple(_part(each, currency) for each in line.parts),
        balance=_balance(line.balance, currency),
    )


def _part(part: LinePart, currency: str) -> LinePart:
    return replace(part, amount=_money(part.amount, currency))


def _balance(told: Money | None, currency: str) -> Money | None:
    try:
        return None if told is None else _money(told, currency)
    except MoneyError:
        return None


def _money(told: Money, currency: str) -> Money:
    """Give an amount in the account's currency; one that names another stays.

    Raises:
        MoneyError: it has more decimals than the currency.
    """
    if told.currency != UNTOLD:
        return told
    return Money.from_decimal(told.to_decimal(), currency)
