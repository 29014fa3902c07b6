"""Sets of categories that reading a message asks about: which way they go, who pays for them."""

from ledger.cash import CASH_RULES, CashCategory, CashDirection

_IN, _OUT = CashDirection.IN, CashDirection.OUT

CUSTOMER_SERVICES = frozenset(
    {
        CashCategory.DELIVERY,
        CashCategory.INSTALLER_SERVICES,
        CashCategory.REPAIRS_MAINTENANCE,
        CashCategory.SUPPLIER_GOODS,
        CashCategory.OFFICE_HOUSEHOLD,
        CashCategory.PACKAGING_SUPPLIES,
        CashCategory.OTHER_EXPENSE,
        CashCategory.FUEL_TRANSPORT,
    }
)
"""What a customer pays for as for goods."""

SOLD_AS_WELL = frozenset(
    {
        CashCategory.DELIVERY,
        CashCategory.INSTALLER_SERVICES,
        CashCategory.REPAIRS_MAINTENANCE,
        CashCategory.SUPPLIER_GOODS,
    }
)
"""What the shop both buys and sells: with a customer near, its name alone says no direction."""

SOLD_ELSEWHERE = frozenset(
    {
        CashCategory.OFFICE_HOUSEHOLD,
        CashCategory.OTHER_EXPENSE,
        CashCategory.REPAIRS_MAINTENANCE,
        CashCategory.PACKAGING_SUPPLIES,
    }
)
"""What a shop may sell as well: what is given back for it is given to a customer."""

IN_ONLY = frozenset(
    category for category, rule in CASH_RULES.items() if rule.directions == frozenset({_IN})
)
OUT_ONLY = frozenset(
    category for category, rule in CASH_RULES.items() if rule.directions == frozenset({_OUT})
)
PLACED = frozenset(
    {CashCategory.BANK_DEPOSIT, CashCategory.CASH_FROM_BANK, CashCategory.DESK_TRANSFER}
)
OTHER_WAY = {
    (CashCategory.BANK_DEPOSIT, _IN): CashCategory.CASH_FROM_BANK,
    (CashCategory.CASH_FROM_BANK, _OUT): CashCategory.BANK_DEPOSIT,
    (CashCategory.CUSTOMER_PREPAYMENT, _OUT): CashCategory.CUSTOMER_REFUND,
    (CashCategory.SALE_CASH, _OUT): CashCategory.CUSTOMER_REFUND,
    (CashCategory.CUSTOMER_REFUND, _IN): CashCategory.SALE_CASH,
    (CashCategory.OWNER_DRAW, _IN): CashCategory.OWNER_CONTRIBUTION,
    (CashCategory.OWNER_CONTRIBUTION, _OUT): CashCategory.OWNER_DRAW,
    (CashCategory.CASH_SHORTAGE, _IN): CashCategory.CASH_SURPLUS,
    (CashCategory.CASH_SURPLUS, _OUT): CashCategory.CASH_SHORTAGE,
}
"""What a category is called when the money went the other way."""
