"""Change the words and codes of the chart of accounts; what postings mean never changes."""

from dataclasses import dataclass, replace

from ledger.accounts import LANGUAGES, Account, AccountType
from ledger.errors import UnknownAccountError
from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class NoSuchAccount:
    """No account has this code."""

    code: str


@dataclass(frozen=True, slots=True)
class CodeTaken:
    """Another account has the wanted code."""

    account: Account


@dataclass(frozen=True, slots=True)
class StillNeeded:
    """The shop posts to this account, or it holds something."""

    account: Account


def rename_account(
    books: Books, person: Person, code: str, name: str, cause: Cause
) -> Account | NotAllowed | NoSuchAccount:
    """Give an account another name, in every language."""
    account = _find(books, person, code)
    if not isinstance(account, Account):
        return account
    said = " ".join(name.split())
    changed = replace(account, names=dict.fromkeys(LANGUAGES, said))
    return _keep(books, changed, {"name": said}, cause)


def recode_account(
    books: Books, person: Person, code: str, new_code: str, cause: Cause
) -> Account | NotAllowed | NoSuchAccount | CodeTaken:
    """Give an account another code."""
    account = _find(books, person, code)
    if not isinstance(account, Account):
        return account
    for other in books.accounts.chart():
        if other.code == new_code and other.key != account.key:
            return CodeTaken(other)
    return _keep(books, replace(account, code=new_code), {"code": new_code, "was": code}, cause)


def add_account(
    books: Books, person: Person, account: Account, cause: Cause
) -> Account | NotAllowed | CodeTaken:
    """Add an account of the shop's own; its key is given here."""
    if not person.may(Permission.EDIT_CHART):
        return NotAllowed()
    chart = books.accounts.chart()
    for other in chart:
        if other.code == account.code:
            return CodeTaken(other)
    number = 1
    while (key := f"{account.type}.own.{number}") in chart:
        number += 1
    added = replace(account, key=key)
    books.accounts.add(added)
    change = {"added": added.code, "name": added.name("en")}
    books.audit.record(cause, what="edit_chart", subject=f"account:{key}", change=change)
    return added


def close_account(
    books: Books, person: Person, code: str, cause: Cause
) -> Account | NotAllowed | NoSuchAccount | StillNeeded:
    """Close an account of the shop's own that is empty; those that rules post to stay open."""
    account = _find(books, person, code)
    if not isinstance(account, Account):
        return account
    is_own = account.key.startswith(f"{account.type}.own.")
    held = [row for row in books.balances.trial_balance() if row.account == account.key]
    if not is_own or any(row.balance for row in held):
        return StillNeeded(account)
    return _keep(books, replace(account, is_open=False), {"closed": code}, cause)


def new_account(code: str, type_: AccountType, name: str) -> Account:
    """Build an account that has no key yet, named alike in every language."""
    return Account("", code, type_, dict.fromkeys(LANGUAGES, " ".join(name.split())))


def _find(books: Books, person: Person, code: str) -> Account | NotAllowed | NoSuchAccount:
    if not person.may(Permission.EDIT_CHART):
        return NotAllowed()
    try:
        return books.accounts.chart().by_code(code)
    except UnknownAccountError:
        return NoSuchAccount(code)


def _keep(books: Books, account: Account, change: dict[str, str], cause: Cause) -> Account:
    books.accounts.change(account)
    books.audit.record(cause, what="edit_chart", subject=f"account:{account.key}", change=change)
    return account
