"""Buttons that put on the clipboard what people type elsewhere: a sum, an account, a number."""

from ledger.cash import CashCategory
from ledger.journal import PostedEntry
from ledger.money import Money
from locales.words import Words
from services.messages import Button
from services.ports import Books
from services.posting import till_in

ACCOUNTS_MAX = 3
"""So many of the shop's bank accounts are offered for a deposit."""
_TAIL = 4

Rows = tuple[tuple[Button, ...], ...]


def copy_amount(words: Words, amount: Money) -> Button:
    """Give the button that copies a sum as a bank's form takes it: 12400, 12400.50."""
    figure = f"{amount.to_decimal():f}"
    whole, _, part = figure.partition(".")
    copied = figure if part.strip("0") else whole
    return Button(words.plain("button-copy-amount", amount=amount), copies=copied)


def copy_number(words: Words, number: int) -> Button:
    """Give the button that copies an entry's number."""
    return Button(words.plain("button-copy-number", number=str(number)), copies=str(number))


def deposit_rows(books: Books, words: Words, posted: PostedEntry) -> Rows:
    """Give what is to be told to the bank of a deposit: how much, and onto which account."""
    till = till_in(posted)
    if posted.entry.category != CashCategory.BANK_DEPOSIT.value or till is None:
        return ()
    amount = abs(next(leg.amount for leg in posted.entry.postings if leg.account == till))
    accounts = [each for each in books.banks.accounts() if each.currency == amount.currency]
    rows = [(copy_amount(words, amount),)]
    rows += [
        (
            Button(
                words.plain("button-copy-account", tail=each.number[-_TAIL:]), copies=each.number
            ),
        )
        for each in accounts[:ACCOUNTS_MAX]
        if each.number
    ]
    return tuple(rows)
