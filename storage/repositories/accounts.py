"""The chart of accounts in the database."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, insert, select, update

from ledger.accounts import Account, AccountType, Chart
from ledger.errors import UnknownAccountError
from storage.prepared import AnyRow, Prepared
from storage.tables import account

_IDS = select(account.c.key, account.c.id)
_ADD = Prepared(insert(account), fills=("key", "code", "type", "names", "is_open"))
_CHART = Prepared(select(account))
_TILLS = Prepared(
    select(account).where(account.c.key.like("till.%"), account.c.is_open).order_by(account.c.code)
)


class AccountIds:
    """Which row each account key has: it never changes, so it is looked up once.

    Emptied when a unit of work is taken back, since a row that it added is then gone.
    """

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def of(self, connection: Connection, keys: Iterable[str]) -> Mapping[str, int]:
        """Give the row ids of account keys.

        Raises:
            UnknownAccountError: the chart has no such key.
        """
        unknown = set(keys) - self._ids.keys()
        if unknown:
            self._ids.update((row.key, row.id) for row in connection.execute(_IDS))
            for key in unknown:
                if key not in self._ids:
                    raise UnknownAccountError(key)
        return self._ids

    def forget(self) -> None:
        """Look everything up again from now on."""
        self._ids = {}


class SqlAccounts:
    """Fulfils services.ports.Accounts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._chart: Chart | None = None
        self._tills: tuple[Account, ...] | None = None

    def chart(self) -> Chart:
        """Give all accounts; read once a unit of work."""
        if self._chart is None:
            self._chart = Chart(map(_account, _CHART.rows(self._connection)))
        return self._chart

    def tills(self) -> tuple[Account, ...]:
        """Give the open cash desks, by code; read once a unit of work."""
        if self._tills is None:
            self._tills = tuple(_account(row) for row in _TILLS.rows(self._connection))
        return self._tills

    def add(self, *added: Account) -> None:
        """Add accounts."""
        self._chart = self._tills = None
        _ADD.run_each(self._connection, [{"key": each.key, **_changeable(each)} for each in added])

    def change(self, changed: Account) -> None:
        """Keep what an account of this key is now."""
        self._chart = self._tills = None
        done = self._connection.execute(
            update(account).where(account.c.key == changed.key).values(**_changeable(changed))
        )
        if done.rowcount == 0:
            raise UnknownAccountError(changed.key)


def _account(row: AnyRow) -> Account:
    return Account(row.key, row.code, AccountType(row.type), row.names, is_open=row.is_open)


def _changeable(changed: Account) -> dict[str, object]:
    return {
        "code": changed.code,
        "type": changed.type.value,
        "names": dict(changed.names),
        "is_open": changed.is_open,
    }
