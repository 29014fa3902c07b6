"""Money given to a person to spend: his debt until receipts or change come back."""

from collections.abc import Sequence

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from ledger.journal import JournalEntry, Posting
from ledger.money import Money

ADVANCES = "asset.advances_to_account"
"""The account of what people hold of the shop's money and have not accounted for yet."""

SPENDABLE = frozenset(
    category
    for category, rule in CASH_RULES.items()
    if rule.directions == frozenset(CashDirection)
) - {CashCategory.SALARY, CashCategory.SALARY_ADVANCE, CashCategory.DESK_TRANSFER}
"""What somebody can be sent to buy or to pay; unspent money of it can come back."""


PURCHASES = frozenset(
    {
        CashCategory.SUPPLIER_GOODS,
        CashCategory.FUEL_TRANSPORT,
        CashCategory.OFFICE_HOUSEHOLD,
        CashCategory.PACKAGING_SUPPLIES,
        CashCategory.REPAIRS_MAINTENANCE,
        CashCategory.ADVERTISING,
        CashCategory.OTHER_EXPENSE,
    }
)
"""What somebody is sent to buy; for the rest, whoever gets the money is paid by it."""


def spendable(category: str | None) -> CashCategory:
    """Give a category that money was spent on, for whatever an entry says it was given for."""
    codes = {each.value for each in SPENDABLE}
    return CashCategory(category) if category in codes else CashCategory.OTHER_EXPENSE


def with_other_leg(
    postings: Sequence[Posting], till: str, account: str | None
) -> tuple[Posting, ...]:
    """Post what moves a till against another account than its category's; None changes nothing."""
    if not account:
        return tuple(postings)
    return tuple(leg if leg.account == till else Posting(account, leg.amount) for leg in postings)


def spent_postings(category: CashCategory, amount: Money) -> tuple[Posting, Posting]:
    """Post what a person spent of the money that he holds."""
    return (Posting(CASH_RULES[category].account, amount), Posting(ADVANCES, -amount))


def is_of_advances(entry: JournalEntry) -> bool:
    """Tell whether an entry gives, or takes from, the money that somebody accounts for."""
    return any(leg.account == ADVANCES for leg in entry.postings)
