"""Change the words and codes of the chart of accounts; what postings mean never changes."""

from dataclasses import dataclass, replace

from ledger.accounts import LANGUAGES, Account
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
