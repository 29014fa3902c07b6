"""Which deposits are still on their way: what arrives is taken off the oldest ones first."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.money import Money


@dataclass(frozen=True, slots=True)
class Deposit:
    """Cash that left a till for the bank."""

    number: int
    """The entry's."""
    carried_on: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class Carried:
    """A deposit of which something is still on its way."""

    deposit: Deposit
    left: Money
    """What of it has not arrived: all of it, or less."""

    def age_days(self, today: dt.date) -> int:
        """Say for how many days it has been on its way."""
        return max(0, (today - self.deposit.carried_on).days)


def still_carried(newest_first: Iterable[Deposit], balance: Money) -> tuple[Carried, ...]:
    """Say what of which deposits is on its way, the oldest first.

    Arrivals pay off the oldest deposits, so what the account still holds are the newest ones:
    as many as make up its balance, the oldest of them perhaps in part. So nothing older has to
    be read, however long the books are.

    Args:
        newest_first: the deposits that stand, in one currency, the last one first; it is read
            only as far as is needed.
        balance: what the account of cash in transit holds. Nothing is on its way when it is not
            above zero: then more has come than went.
    """
    found: list[Carried] = []
    left = balance
    for deposit in newest_first:
        if left.minor <= 0:
            break
        found.append(Carried(deposit, min(left, deposit.amount)))
        left -= deposit.amount
    return tuple(reversed(found))
