"""The words of a cash book's file, in one language."""

import datetime as dt
from collections.abc import Iterable

from ledger.accounts import Account
from ledger.cash import CashCategory
from locales.words import Words
from reports.cash_book_labels import CashBookLabels


def cash_book_labels(words: Words, accounts: Iterable[Account]) -> CashBookLabels:
    """Give every word of the file of a cash book."""
    say = words.plain
    return CashBookLabels(
        language=words.language,
        date=say("book-date"),
        number=say("book-number"),
        till=say("chart-till"),
        cash_in=say("chart-in"),
        cash_out=say("chart-out"),
        balance=say("book-balance"),
        currency=say("book-currency"),
        category=say("chart-category"),
        account=say("book-account"),
        counterparty=say("book-counterparty"),
        order=say("book-order"),
        narration=say("book-narration"),
        told_by=say("book-told-by"),
        remarks=say("book-remarks"),
        opening=say("chart-opening"),
        total=say("chart-total"),
        closing=say("chart-closing"),
        reversed_by=say("book-reversed-by", number="{number}"),
        reverses=say("book-reverses", number="{number}"),
        replaces=say("book-replaces", number="{number}"),
        belongs_on=say("book-belongs-on", date="{day}"),
        nothing=say("chart-nothing"),
        category_names={each.value: words.category(each) for each in CashCategory},
        till_names={each.key: each.name(words.language) for each in accounts if each.is_till},
    )


def file_name(words: Words, first: dt.date, last: dt.date, ending: str) -> str:
    """Name the file after what it is and its days."""
    days = first.isoformat() if first == last else f"{first.isoformat()}_{last.isoformat()}"
    return f"{words.plain('book-file')}_{days}.{ending}"
