"""What reading from banks' interfaces needs of the books."""

from typing import Protocol

from services.bank.bank_feed_types import BankConnection, BankFeed


class BankFeeds(Protocol):
    """Connections to banks and the accounts that are read through them."""

    def connections(self) -> tuple[BankConnection, ...]:
        """Give all connections, by name."""

    def find(self, name: str) -> BankConnection | None:
        """Give a connection, held for a change."""

    def add(self, connection: BankConnection) -> BankConnection:
        """Keep a new connection; one that is there already is given as it is."""

    def change(self, connection: BankConnection) -> BankConnection:
        """Keep what a connection is now; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """

    def feeds(self, connection: str | None = None) -> tuple[BankFeed, ...]:
        """Give the accounts of one connection, or of all."""

    def add_feed(self, feed: BankFeed) -> BankFeed:
        """Keep a new account of a connection."""

    def change_feed(self, feed: BankFeed) -> BankFeed:
        """Keep how far an account is read; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """
