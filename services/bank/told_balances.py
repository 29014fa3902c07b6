"""What a statement tells of its account's balance, where it tells it."""

import datetime as dt
from dataclasses import dataclass

from ledger.money import Money
from services.bank.bank_ports import BankStatement


@dataclass(frozen=True, slots=True)
class ToldOpening:
    """A statement that tells what the account held before it."""

    statement_id: int
    scheme: str
    opened_on: dt.date
    opening: Money
    closed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ToldBalances:
    """A statement that tells what the account held before it and after."""

    statement_id: int
    opened_on: dt.date
    opening: Money
    closed_on: dt.date
    closing: Money


def opening_told(statement: BankStatement) -> ToldOpening | None:
    """Give what a statement begins with; None where it does not say it."""
    opened_on, opening = statement.opened_on, statement.opening
    if opened_on is None or opening is None:
        return None
    return ToldOpening(statement.id, statement.scheme, opened_on, opening, statement.closed_on)


def balances_told(statement: BankStatement) -> ToldBalances | None:
    """Give what a statement begins and ends with; None where it does not say both."""
    begun, closed_on, closing = opening_told(statement), statement.closed_on, statement.closing
    if begun is None or closed_on is None or closing is None:
        return None
    return ToldBalances(statement.id, begun.opened_on, begun.opening, closed_on, closing)
