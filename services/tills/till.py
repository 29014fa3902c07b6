"""Which till a person answers for, and what it has."""

from dataclasses import dataclass

from ledger.accounts import Account
from ledger.errors import UnknownAccountError
from ledger.money import Money
from services.people import Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class TillBalances:
    """What a till has, in every currency it ever held."""

    till: Account
    balances: tuple[Money, ...]


def till_of(books: Books, person: Person) -> str:
    """Give the key of the till that a person answers for: his own, or the shop's first.

    Raises:
        UnknownAccountError: the shop has no open till.
    """
    tills = books.accounts.tills()
    if not tills:
        raise UnknownAccountError("till")
    keys = [till.key for till in tills]
    return person.till if person.till in keys else keys[0]


def till_balances(books: Books, person: Person) -> TillBalances:
    """Tell what a person's till has now; nothing yet is zero of the shop's own money."""
    return till_balances_of(books, till_of(books, person))


def till_balances_of(books: Books, key: str) -> TillBalances:
    """Tell what an open till has now."""
    till = next(each for each in books.accounts.tills() if each.key == key)
    held = tuple(row.balance for row in books.balances.trial_balance() if row.account == key)
    shop = books.shop.get()
    if not held and shop is not None:
        held = (Money.zero(shop.base_currency),)
    return TillBalances(till, held)
