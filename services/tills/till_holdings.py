"""What one till holds by the books, currency by currency."""

from ledger.money import Money
from services.ports import Books
from services.posting import shop_of


def held_in(books: Books, till: str) -> tuple[Money, ...]:
    """Give every balance of a till that is not nought, the shop's own money first.

    An empty till holds nothing of the shop's own money.
    """
    base = shop_of(books).base_currency
    rows = books.balances.trial_balance()
    held = [row.balance for row in rows if row.account == till and row.balance]
    held.sort(key=lambda amount: (amount.currency != base, amount.currency))
    return tuple(held) or (Money.zero(base),)
