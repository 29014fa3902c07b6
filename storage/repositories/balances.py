"""Kept balances: the database sums them as entries are sealed."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, select

from ledger.money import Money
from services.book_ports import BalanceRow
from storage.prepared import Prepared
from storage.tables import account, balance, turnover

_OF = Prepared(
    select((balance.c.debit_minor - balance.c.credit_minor).label("minor"))
    .join(account, account.c.id == balance.c.account_id)
    .where(account.c.key == bindparam("key"), balance.c.currency == bindparam("money"))
)
_TRIAL = (
    select(account.c.key, balance.c.currency, balance.c.debit_minor, balance.c.credit_minor)
    .join(account, account.c.id == balance.c.account_id)
    .order_by(account.c.code, balance.c.currency)
)


class SqlBalances:
    """Fulfils services.ports.Balances."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, key: str, currency: str) -> Money:
        """Give an account's balance now."""
        row = _OF.first(self._connection, {"key": key, "money": currency})
        return Money(0 if row is None else row.minor, currency)

    def trial_balance(self) -> tuple[BalanceRow, ...]:
        """Give every account's debits and credits."""
        return tuple(BalanceRow(*row) for row in self._connection.execute(_TRIAL))

    def before(self, day: dt.date, accounts: Sequence[str]) -> tuple[BalanceRow, ...]:
        """Give balances as they stood when a day began."""
        rows = self._connection.execute(
            select(
                account.c.key,
                turnover.c.currency,
                func.sum(turnover.c.debit_minor),
                func.sum(turnover.c.credit_minor),
            )
            .join(account, account.c.id == turnover.c.account_id)
            .where(turnover.c.booked_on < day, account.c.key.in_(accounts))
            .group_by(account.c.key, turnover.c.currency)
            .order_by(account.c.key, turnover.c.currency)
        )
        return tuple(
            BalanceRow(key, currency, int(debit), int(credit))
            for key, currency, debit, credit in rows
        )
