"""Accounts and the chart that holds them."""

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ledger.errors import DuplicateAccountError, UnknownAccountError

LANGUAGES = ("en", "uk", "ru")
"""The languages every account is named in."""


class AccountType(enum.StrEnum):
    """The five kinds of account."""

    ASSET = "asset"
    """What the shop has: grows by debit."""
    LIABILITY = "liability"
    """What the shop owes: grows by credit."""
    EQUITY = "equity"
    """What the owner has put in: grows by credit."""
    INCOME = "income"
    """What the shop earns: grows by credit."""
    EXPENSE = "expense"
    """What the shop spends: grows by debit."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account: a key that never changes, a code and names that a person may change."""

    key: str
    """What rules and postings mean by it, such as "expense.delivery"; tills are "till.1" on."""
    code: str
    """What the accountant calls it, such as "9330"."""
    type: AccountType
    names: Mapping[str, str]
    """Language to name."""
    is_open: bool = True

    def name(self, language: str) -> str:
        """Give the name in a language, or in English, or the code."""
        return self.names.get(language) or self.names.get("en") or self.code

    @property
    def is_till(self) -> bool:
        """Say whether this is a cash desk that a cashier answers for."""
        return Account.is_till_key(self.key)

    @staticmethod
    def is_till_key(key: str) -> bool:
        """Say whether a key is a cash desk's."""
        return key.startswith("till.")


class Chart:
    """The accounts of a shop, by key and by code.

    Raises:
        DuplicateAccountError: two accounts share a key or a code.
    """

    __slots__ = ("_by_code", "_by_key")

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._by_key: dict[str, Account] = {}
        self._by_code: dict[str, Account] = {}
        for account in accounts:
            if account.key in self._by_key:
                raise DuplicateAccountError(account.key)
            if account.code in self._by_code:
                raise DuplicateAccountError(account.code)
            self._by_key[account.key] = account
            self._by_code[account.code] = account

    def __iter__(self) -> Iterator[Account]:
        return iter(sorted(self._by_key.values(), key=lambda account: account.code))

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> Account:
        try:
            return self._by_key[key]
        except KeyError:
            raise UnknownAccountError(key) from None

    def by_code(self, code: str) -> Account:
        """Find an account by the accountant's code.

        Raises:
            UnknownAccountError: no account has it.
        """
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownAccountError(code) from None

    @property
    def tills(self) -> tuple[Account, ...]:
        """Give the open cash desks, by code."""
        return tuple(account for account in self if account.is_till and account.is_open)
