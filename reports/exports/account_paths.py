"""Account names for plain-text accounting, made from keys so that they never change."""

import hashlib
import re
from typing import Final

from ledger.accounts import Account, AccountType

_ROOTS: Final = {
    AccountType.ASSET: "Assets",
    AccountType.LIABILITY: "Liabilities",
    AccountType.EQUITY: "Equity",
    AccountType.INCOME: "Income",
    AccountType.EXPENSE: "Expenses",
}
_PLAIN_KEY: Final = re.compile(r"[a-z]+(\.[a-z0-9]+(_[a-z0-9]+)*)+")
_FOREIGN: Final = re.compile(r"[^A-Za-z0-9]+")
_TILL: Final = "till"
_DIGEST_LENGTH: Final = 8


def account_path(account: Account) -> str:
    """Name an account, such as "Assets:Cash-In-Transit" for "asset.cash_in_transit".

    Two keys never share a name: a key out of the usual shape gets a digest of itself, after
    two hyphens that no usual key gives.
    """
    root = _ROOTS[account.type]
    parts = account.key.split(".")
    if _is_plain(account, parts):
        shown = parts if parts[0] == _TILL else parts[1:]
        return ":".join((root, *map(_component, shown)))
    digest = hashlib.sha256(account.key.encode("utf-8", "surrogatepass")).hexdigest()
    words = [_component(part) for part in parts]
    return ":".join((root, *filter(None, words), f"X--{digest[:_DIGEST_LENGTH]}"))


def _is_plain(account: Account, parts: list[str]) -> bool:
    if not _PLAIN_KEY.fullmatch(account.key):
        return False
    if parts[0] == _TILL:
        return True
    return parts[0] == account.type.value and parts[1] != _TILL


def _component(part: str) -> str:
    """Write "cash_in_transit" as "Cash-In-Transit", in ASCII letters and digits only."""
    words = _FOREIGN.sub("_", part).strip("_").split("_")
    return "-".join(word[:1].upper() + word[1:] for word in words)
