"""The shop's accounts at banks: known by their numbers, however a file writes them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.accounts import Account, AccountType
from services.bank.bank_names import account_names, bank_names, has_number
from services.bank.bank_ports import BankAccount
from services.messages import Cause
from services.ports import Books

PREFIX = "asset.bank."
_TAIL_DIGITS = 8
"""Two ways to write a number are of one account when so many last digits or more are the same."""
_SIGNS = re.compile(r"[^0-9A-Za-z*]")
_CODES_TRIED = 1_000


@dataclass(frozen=True, slots=True)
class FoundAccount:
    """Whose statement it is, and whether the books met the account just now."""

    account: BankAccount
    is_new: bool


def bare_number(number: str) -> str:
    """Give an account's number without spaces and signs, in capitals."""
    return _SIGNS.sub("", number).upper()


def are_one(one: str, other: str) -> bool:
    """Tell whether two numbers are of one account: an IBAN ends with the bank's own number."""
    mine, his = bare_number(one), bare_number(other)
    longer, shorter = (mine, his) if len(mine) >= len(his) else (his, mine)
    if longer == shorter:
        return True
    tail = shorter.lstrip("0")
    return len(tail) >= _TAIL_DIGITS and tail.isdigit() and longer.endswith(tail)


def find_accounts(
    books: Books, number: str | None, currency: str | None
) -> tuple[BankAccount, ...]:
    """Give the accounts that a statement may be of, by its number and currency, as far as told."""
    of_currency = [
        each for each in books.banks.accounts() if currency is None or each.currency == currency
    ]
    if number is None or not bare_number(number):
        return tuple(of_currency)
    exact = [each for each in of_currency if bare_number(each.number) == bare_number(number)]
    return tuple(exact or [each for each in of_currency if are_one(each.number, number)])


def open_account(
    books: Books, number: str, currency: str, bank: str | None, cause: Cause
) -> BankAccount:
    """Take an account in, on the bank account of the chart that is free for it, or a new one.

    It is called what people call it, as far as its number and its bank tell that.
    """
    bare, chart = bare_number(number), books.accounts.chart()
    taken = {each.key for each in books.banks.accounts()}
    names = account_names(
        bank, bare, currency, (each.names for each in chart if each.key in taken)
    )
    free = [each for each in chart if each.key.startswith(PREFIX) and each.key not in taken]
    account = _meant_for(free, bank_names(bank, bare)) or _next_account(books)
    if names is not None and not is_named(account):
        books.accounts.change(replace(account, names=names))
        change = {"name": names["en"], "code": account.code}
        books.audit.record(
            cause, what="name_bank_account", subject=f"account:{account.key}", change=change
        )
    return books.banks.add_account(BankAccount(0, account.key, bare, currency, bank))


def is_named(account: Account) -> bool:
    """Tell whether a person has named an account: what he says is its name in every language."""
    return len(set(account.names.values())) == 1


def take_number(
    books: Books, account: BankAccount, number: str, bank: str | None, cause: Cause
) -> BankAccount:
    """Learn the number of an account that no file had told; what is known already stays."""
    bare = bare_number(number)
    if has_number(account.number) or not has_number(bare):
        return account
    known = books.banks.change_account(replace(account, number=bare, bank=account.bank or bank))
    chart = books.accounts.chart()
    mine = chart[account.key]
    others = (each.names for each in chart if each.key != account.key)
    names = account_names(known.bank, bare, account.currency, others)
    is_ours = not is_named(mine) or mine.names == bank_names(account.bank, account.number)
    if names is not None and is_ours:
        books.accounts.change(replace(mine, names=names))
    change = {"number": bare, "was": account.number}
    books.audit.record(
        cause, what="name_bank_account", subject=f"account:{account.key}", change=change
    )
    return known


def _meant_for(free: Sequence[Account], bank: Mapping[str, str] | None) -> Account | None:
    """Choose of the chart's free accounts: one that is called like the bank, else one of no name.

    What somebody has named after something else is kept for that.
    """
    if bank is None:
        return next(iter(free), None)
    like = (each for each in free if bank_names(each.name("uk"), "") == bank)
    return next(like, None) or next((each for each in free if not is_named(each)), None)


def _next_account(books: Books) -> Account:
    """Add a bank account to the chart, after the last one there is."""
    chart = books.accounts.chart()
    there = [each for each in chart if each.key.startswith(PREFIX)]
    numbers = [int(each.key.removeprefix(PREFIX)) for each in there] or [0]
    codes = {each.code for each in chart}
    last = there[-1].code if there else "3110"
    code = next(
        f"{int(last) + step}" if last.isdecimal() else f"{last}-{step}"
        for step in range(1, _CODES_TRIED)
        if (f"{int(last) + step}" if last.isdecimal() else f"{last}-{step}") not in codes
    )
    place = max(numbers) + 1
    names = {"en": f"Bank, account {place}", "uk": f"Банк, рахунок {place}"}
    added = Account(
        f"{PREFIX}{place}", code, AccountType.ASSET, names | {"ru": f"Банк, счёт {place}"}
    )
    books.accounts.add(added)
    return replace(added)
