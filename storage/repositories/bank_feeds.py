"""Connections to banks' interfaces in the database."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

from ledger.money import Money
from services.bank.bank_feed_types import BankConnection, BankFeed, RemoteAccount
from services.ports import StorageError
from services.source_trouble import Trouble
from storage.prepared import AnyRow
from storage.tables import bank_connection, bank_feed
from storage.upsert import upsert

_CONNECTION = (
    "scheme",
    "key_print",
    "next_at",
    "accounts_at",
    "last_ok_at",
    "failing_since",
    "detail",
    "failures",
    "failed_feed",
    "called_on",
    "calls",
    "consent_until",
)
_FEED = ("next_at", "account_id", "through", "digest", "balance_at", "is_open")


class SqlBankFeeds:
    """Fulfils services.bank.bank_feed_ports.BankFeeds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def connections(self) -> tuple[BankConnection, ...]:
        """Give all connections, by name."""
        rows = self._connection.execute(select(bank_connection).order_by(bank_connection.c.name))
        return tuple(_connection(row) for row in rows)

    def find(self, name: str) -> BankConnection | None:
        """Give a connection, held for a change."""
        row = self._connection.execute(
            select(bank_connection).where(bank_connection.c.name == name).with_for_update()
        ).first()
        return None if row is None else _connection(row)

    def add(self, connection: BankConnection) -> BankConnection:
        """Keep a new connection; one that another process kept meanwhile is given as it is."""
        self._connection.execute(
            upsert(self._connection, bank_connection)
            .values(name=connection.name, revision=1, **_connection_values(connection))
            .on_conflict_do_nothing()
        )
        return self.find(connection.name) or replace(connection, revision=1)

    def change(self, connection: BankConnection) -> BankConnection:
        """Keep what a connection is now; its revision grows by one."""
        done = self._connection.execute(
            update(bank_connection)
            .where(
                bank_connection.c.name == connection.name,
                bank_connection.c.revision == connection.revision,
            )
            .values(revision=connection.revision + 1, **_connection_values(connection))
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        return replace(connection, revision=connection.revision + 1)

    def feeds(self, connection: str | None = None) -> tuple[BankFeed, ...]:
        """Give the accounts of one connection, or of all."""
        wanted = select(bank_feed).order_by(bank_feed.c.connection, bank_feed.c.remote_id)
        if connection is not None:
            wanted = wanted.where(bank_feed.c.connection == connection)
        return tuple(_feed(row) for row in self._connection.execute(wanted))

    def add_feed(self, feed: BankFeed) -> BankFeed:
        """Keep a new account of a connection."""
        self._connection.execute(
            insert(bank_feed).values(
                connection=feed.connection,
                remote_id=feed.account.id,
                revision=1,
                **_feed_values(feed),
            )
        )
        return replace(feed, revision=1)

    def change_feed(self, feed: BankFeed) -> BankFeed:
        """Keep how far an account is read; its revision grows by one."""
        done = self._connection.execute(
            update(bank_feed)
            .where(
                bank_feed.c.connection == feed.connection,
                bank_feed.c.remote_id == feed.account.id,
                bank_feed.c.revision == feed.revision,
            )
            .values(revision=feed.revision + 1, **_feed_values(feed))
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        return replace(feed, revision=feed.revision + 1)


def _connection_values(connection: BankConnection) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(connection, name) for name in _CONNECTION}
    trouble = connection.trouble
    return values | {"trouble": None if trouble is None else trouble.value}


def _connection(row: AnyRow) -> BankConnection:
    return BankConnection(
        name=row.name,
        revision=row.revision,
        trouble=None if row.trouble is None else Trouble(row.trouble),
        **{name: getattr(row, name) for name in _CONNECTION},
    )


def _feed_values(feed: BankFeed) -> dict[str, object]:
    account = feed.account
    values: dict[str, object] = {name: getattr(feed, name) for name in _FEED}
    return values | {
        "number": account.number,
        "currency": account.currency,
        "bank": account.bank,
        "remote_balance_minor": _minor(account.balance),
        "credit_minor": _minor(account.credit),
        "cursor": dict(feed.cursor),
        "read_at": [each.isoformat() for each in feed.read_at],
        "balance_minor": _minor(feed.balance),
    }


def _feed(row: AnyRow) -> BankFeed:
    account = RemoteAccount(
        row.remote_id,
        row.number,
        row.currency,
        row.bank,
        _money(row.remote_balance_minor, row.currency),
        _money(row.credit_minor, row.currency),
    )
    return BankFeed(
        connection=row.connection,
        account=account,
        cursor=row.cursor,
        read_at=tuple(dt.datetime.fromisoformat(each) for each in row.read_at),
        balance=_money(row.balance_minor, row.currency),
        revision=row.revision,
        **{name: getattr(row, name) for name in _FEED},
    )


def _minor(money: Money | None) -> int | None:
    return None if money is None else money.minor


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)
