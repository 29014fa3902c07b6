"""The shop's accounts at banks: known by their numbers, however a file writes them."""

import re
from dataclasses import dataclass, replace

from ledger.accounts import Account, AccountType
from services.bank.bank_ports import BankAccount
from services.bank.bank_types import ReadStatement
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


def account_of(books: Books, read: ReadStatement, chosen: int | None) -> FoundAccount | None:
    """Give the account of a statement, opening one for a number never seen; None must be asked.

    Args:
        books: the open books.
        read: the statement.
        chosen: the account that a person chose, where a file doesn't say.
    """
    currency = read.currency
    if chosen is not None:
        found = next((each for each in books.banks.accounts() if each.id == chosen), None)
        return None if found is None else FoundAccount(found, is_new=False)
    number = read.head.account
    if number is None or not bare_number(number):
        return None
    known = find_accounts(books, number, currency)
    if len(known) == 1:
        return FoundAccount(known[0], is_new=False)
    if known or currency is None:
        return None
    return FoundAccount(open_account(books, number, currency, read.head.bank), is_new=True)


def open_account(books: Books, number: str, currency: str, bank: str | None) -> BankAccount:
    """Take an account in: on the first bank account of the chart that is free, or a new one."""
    taken = {each.key for each in books.banks.accounts()}
    chart = books.accounts.chart()
    free = [each for each in chart if each.key.startswith(PREFIX) and each.key not in taken]
    account = free[0] if free else _next_account(books)
    return books.banks.add_account(
        BankAccount(0, account.key, bare_number(number), currency, bank)
    )


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
