"""What may be done about a balance that no statement explains, a button a tap."""

import datetime as dt
from collections.abc import Iterator

from handlers.callbacks import BalanceCallback
from locales.words import Words
from services.bank.accepted_balances import TakenBalance
from services.bank.bank_types import OpenBalance
from services.messages import Button
from services.people import Permission, Person
from services.ports import Books

SETTLED_MAX = 2
"""So many balances of an account are settled by a tap at once, the newest ones."""
_PERSON = "person:"


def balance_rows(
    words: Words, viewer: Person | None, balance: OpenBalance
) -> Iterator[tuple[Button, ...]]:
    """Offer what may be done about a balance that no statement explains, a row a tap."""
    if viewer is None or not viewer.may(Permission.FILE_LINES):
        return
    day = None if balance.gap is None else balance.gap.before
    name = "opening" if day is None else "gap"
    label = words.plain(f"button-balance-accept-{name}", amount=balance.amount)
    yield (_button(label, "accept", balance.account.id, day),)
    label = words.plain(f"button-balance-send-{name}")
    yield (_button(label, "send", balance.account.id, day),)


def balance_line(words: Words, balance: OpenBalance) -> str:
    """Tell what no statement explains."""
    gap = balance.gap
    if gap is None:
        return words("balance-opening-unknown", amount=balance.amount)
    return words("bank-file-gap", first=gap.after, last=gap.before, missing=abs(gap.missing))


def taken_rows(
    words: Words, viewer: Person | None, taken: TakenBalance
) -> Iterator[tuple[Button, ...]]:
    """Offer to take an accepted balance back."""
    if viewer is not None and viewer.may(Permission.FILE_LINES):
        label = words.plain("button-balance-reopen", amount=taken.amount)
        yield (_button(label, "reopen", taken.account.id, taken.day),)


def taken_line(books: Books, words: Words, taken: TakenBalance) -> str:
    """Tell what stands on whose word."""
    by = taken.posted.decided_by
    person = books.people.find(int(by.removeprefix(_PERSON))) if by.startswith(_PERSON) else None
    name = by if person is None else person.name
    if taken.day is None:
        return words("balance-opening-stands", amount=taken.amount, name=name)
    return words("balance-gap-stands", amount=taken.amount, day=taken.day, name=name)


def _button(label: str, what: str, account_id: int, day: dt.date | None) -> Button:
    said = BalanceCallback(what=what, account_id=account_id, day=day.isoformat() if day else "")
    return Button(label, data=said.pack())
