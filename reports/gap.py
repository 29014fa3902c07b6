"""Why the bank shows another sum than the CRM: parts that lead from one to the other exactly.

Every entry that moves customers' money is taken apart. Its legs add up to nought, so what the CRM
calls sold, what the bank received, and the parts between them cannot fail to add up: no part is
"the rest". What nobody has explained yet are the lines that wait at the bank.
"""

import enum
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ledger.days import Days
from ledger.money import Money
from ledger.places import SUSPENSE, PlaceKind, place_of
from reports.results import COST_OF_GOODS, FEES, INVENTORY, RETURNS, SALES

RECEIVABLES: Final = "asset.receivables"
PREPAYMENTS: Final = "liability.customer_prepayments"
CLEARING: Final = "asset.gateway_clearing"
_IN_TRANSIT: Final = "asset.cash_in_transit"
_VAT: Final = "liability.vat"
_CHARGEBACKS: Final = "expense.chargebacks"
_OPENING: Final = "equity.opening_balances"
_EXCHANGE: Final = "equity.currency_exchange"
_GOODS: Final = frozenset({COST_OF_GOODS, INVENTORY})

CUSTOMERS: Final = (RECEIVABLES, PREPAYMENTS, CLEARING, _IN_TRANSIT, SALES, RETURNS)
"""Whoever moves one of these moves customers' money, or sells."""


class Part(enum.StrEnum):
    """Why the bank differs from the CRM."""

    TIMING = "timing"
    """Sold and not paid yet, paid and not sold yet, held by a gateway."""
    FEES = "fees"
    """What banks and gateways took off customers' money."""
    REFUNDS = "refunds"
    """Given back, or taken back by a card's bank."""
    CASH = "cash"
    """Taken in cash and not at the bank."""
    EXCHANGE = "exchange"
    """Changed into another currency, or out of it."""
    BESIDE = "beside"
    """Sold without an order in the CRM."""
    OTHER = "other"
    """Told by entries of any other kind, such as a write-off."""
    UNKNOWN = "unknown"
    """At the bank, and nobody has said what for."""


class _Side(enum.Enum):
    """What the parts lead from, and to."""

    CRM = enum.auto()
    BANK = enum.auto()


@dataclass(frozen=True, slots=True)
class Leg:
    """What entries that move customers' money do to an account, together."""

    account: str
    is_of_order: bool
    """The entries are orders of the CRM."""
    amount: Money
    """Above nought for a debit."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The bank against the CRM in one currency."""

    days: Days
    crm: Money
    """Orders closed in these days, tax and all; the tax of what was given back is taken off."""
    bank: Money
    """What customers paid into the bank, less what it paid back to them."""
    parts: Mapping[Part, Money]
    """Each of `Part` in its order: the CRM's sum and all parts are the bank's."""
    timing: Mapping[str, Money]
    """What timing is made of, by account."""
    other: Mapping[str, Money]
    """What other entries are made of, by account."""

    @property
    def difference(self) -> Money:
        """Give what the bank has more than the CRM; all parts together are this."""
        return self.bank - self.crm

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was sold or paid."""
        return not any((self.crm, self.bank, *self.parts.values()))


class UnbalancedLegsError(ValueError):
    """Legs do not add up to nought: some legs of their entries are missing."""


def gap_of(days: Days, legs: Sequence[Leg], unfiled: Money) -> Gap:
    """Lead from the CRM to the bank.

    Args:
        days: the days.
        legs: all legs of all entries that move one of `CUSTOMERS`, in one currency.
        unfiled: what came to the bank and nobody has said what for, in that currency.

    Raises:
        UnbalancedLegsError: the legs do not add up to nought.
    """
    currency = unfiled.currency
    if sum(each.amount.minor for each in legs):
        message = f"legs in {currency} do not add up to nought"
        raise UnbalancedLegsError(message)
    sums: dict[Part | _Side, int] = defaultdict(int)
    made: dict[Part | _Side, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for leg in legs:
        place = _place(leg)
        sums[place] -= leg.amount.minor
        made[place][INVENTORY if leg.account in _GOODS else leg.account] -= leg.amount.minor
    sums[Part.UNKNOWN] += unfiled.minor

    def parts_of(part: Part) -> Mapping[str, Money]:
        found = sorted(made[part].items(), key=lambda each: (-abs(each[1]), each[0]))
        return {account: Money(minor, currency) for account, minor in found if minor}

    return Gap(
        days,
        crm=Money(sums[_Side.CRM], currency),
        bank=Money(unfiled.minor - sums[_Side.BANK], currency),
        parts={part: Money(sums[part], currency) for part in Part},
        timing=parts_of(Part.TIMING),
        other=parts_of(Part.OTHER),
    )


def _place(leg: Leg) -> Part | _Side:
    if leg.account in {SALES, _VAT}:
        return _Side.CRM if leg.is_of_order else Part.BESIDE
    kind = place_of(leg.account)
    if kind is not None:
        return _KINDS[kind]
    return _ACCOUNTS.get(leg.account, Part.OTHER)


_KINDS: Final[Mapping[PlaceKind, Part | _Side]] = {
    PlaceKind.BANK: _Side.BANK,
    PlaceKind.GATEWAY: Part.TIMING,
    PlaceKind.TILL: Part.CASH,
    PlaceKind.ON_ITS_WAY: Part.CASH,
}
_ACCOUNTS: Final[Mapping[str, Part | _Side]] = {
    **dict.fromkeys(FEES, Part.FEES),
    SUSPENSE: _Side.BANK,
    RECEIVABLES: Part.TIMING,
    PREPAYMENTS: Part.TIMING,
    _OPENING: Part.TIMING,
    RETURNS: Part.REFUNDS,
    _CHARGEBACKS: Part.REFUNDS,
    _EXCHANGE: Part.EXCHANGE,
}
