"""What the books refuse, and why.

LedgerError
├── MoneyError
│   ├── UnknownCurrencyError
│   ├── CurrencyMismatchError
│   ├── InexactAmountError
│   └── AmountTooLargeError
├── EntryError
│   ├── UnbalancedEntryError
│   ├── EmptyEntryError
│   └── ZeroPostingError
├── ChartError
│   ├── UnknownAccountError
│   └── DuplicateAccountError
└── CashRuleError
"""

from decimal import Decimal


class LedgerError(Exception):
    """The books refuse what was asked."""


class MoneyError(LedgerError):
    """An amount that cannot be."""


class UnknownCurrencyError(MoneyError):
    """A currency code that ISO 4217 does not list."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"{code!r} is not a currency of ISO 4217")


class CurrencyMismatchError(MoneyError):
    """Two currencies in one sum."""

    def __init__(self, left: str, right: str) -> None:
        self.left = left
        self.right = right
        super().__init__(f"{left} and {right} cannot be put into one sum without a rate")


class InexactAmountError(MoneyError):
    """More decimals than the currency has."""

    def __init__(self, amount: Decimal, currency: str) -> None:
        self.amount = amount
        self.currency = currency
        super().__init__(f"{amount} has more decimals than {currency} has")


class AmountTooLargeError(MoneyError):
    """An amount past what the books can hold."""

    def __init__(self, minor: int) -> None:
        self.minor = minor
        super().__init__(f"{minor} minor units are more than the books can hold")


class EntryError(LedgerError):
    """A journal entry that cannot be."""


class UnbalancedEntryError(EntryError):
    """Debits and credits of one currency differ."""

    def __init__(self, currency: str, difference_minor: int) -> None:
        self.currency = currency
        self.difference_minor = difference_minor
        super().__init__(f"debits and credits differ by {difference_minor} minor units {currency}")


class EmptyEntryError(EntryError):
    """Fewer than two postings."""

    def __init__(self) -> None:
        super().__init__("a journal entry needs at least two postings")


class ZeroPostingError(EntryError):
    """A posting that moves nothing."""

    def __init__(self, account: str) -> None:
        self.account = account
        super().__init__(f"the posting on {account} moves nothing")


class ChartError(LedgerError):
    """A chart of accounts that cannot be."""


class UnknownAccountError(ChartError):
    """An account that the chart does not have."""

    def __init__(self, named: str) -> None:
        self.named = named
        super().__init__(f"the chart of accounts has no {named!r}")


class DuplicateAccountError(ChartError):
    """Two accounts under one key or code."""

    def __init__(self, named: str) -> None:
        self.named = named
        super().__init__(f"the chart of accounts already has {named!r}")


class CashRuleError(LedgerError):
    """A cash operation that no posting rule allows."""

    def __init__(self, category: str, direction: str) -> None:
        self.category = category
        self.direction = direction
        super().__init__(f"{category} cannot go {direction}")
