"""Cash operations: what can happen to a till, and what each posts."""

import enum
from dataclasses import dataclass

from ledger.errors import CashRuleError, MoneyError
from ledger.journal import Posting
from ledger.money import Money


class CashDirection(enum.StrEnum):
    """Which way cash went, seen from the till."""

    IN = "in"
    """Money came into this till."""
    OUT = "out"
    """Money left this till."""


class CashCategory(enum.StrEnum):
    """What cash moved for; the codes that people and files use."""

    SALE_CASH = "sale_cash"
    """A customer paid cash for goods, a service, delivery, or a debt for them."""
    CUSTOMER_PREPAYMENT = "customer_prepayment"
    """A customer paid before getting the goods."""
    CUSTOMER_REFUND = "customer_refund"
    """A customer got money back."""
    SUPPLIER_GOODS = "supplier_goods"
    """Goods for stock or for a job, or money a supplier gave back for them."""
    INSTALLER_SERVICES = "installer_services"
    """An installer's callout, mounting, start-up."""
    DELIVERY = "delivery"
    """A courier, a carrier, loaders, a taxi with goods."""
    FUEL_TRANSPORT = "fuel_transport"
    """Fuel, parking, staff's taxi, car wash."""
    SALARY = "salary"
    """Wages, bonus, sick pay, final pay."""
    SALARY_ADVANCE = "salary_advance"
    """Part of a wage before its day."""
    RENT = "rent"
    """Rent of shop, warehouse, office."""
    UTILITIES = "utilities"
    """Power, gas, water, heating, waste."""
    PHONE_INTERNET = "phone_internet"
    """Telephone, internet, software subscriptions."""
    OFFICE_HOUSEHOLD = "office_household"
    """Stationery, tea, cleaning, small things for the shop."""
    PACKAGING_SUPPLIES = "packaging_supplies"
    """Boxes, film, tape, labels."""
    REPAIRS_MAINTENANCE = "repairs_maintenance"
    """Repairs and tools."""
    ADVERTISING = "advertising"
    """Advertising, leaflets, signs."""
    BANK_FEES = "bank_fees"
    """What a bank or terminal takes."""
    TAXES_FEES = "taxes_fees"
    """Taxes, duties, fines."""
    OTHER_EXPENSE = "other_expense"
    """Spent on anything else."""
    OTHER_INCOME = "other_income"
    """Came in for anything else."""
    OWNER_DRAW = "owner_draw"
    """The owner took money for himself."""
    OWNER_CONTRIBUTION = "owner_contribution"
    """The owner put money in."""
    BANK_DEPOSIT = "bank_deposit"
    """Cash taken to the bank or handed to collectors."""
    CASH_FROM_BANK = "cash_from_bank"
    """Cash taken from the bank into the till."""
    DESK_TRANSFER = "desk_transfer"
    """Cash between tills or the safe."""
    CASH_SHORTAGE = "cash_shortage"
    """The count was below the books."""
    CASH_SURPLUS = "cash_surplus"
    """The count was above the books."""


@dataclass(frozen=True, slots=True)
class CashRule:
    """Where the other leg of a category goes, and which ways it may go."""

    account: str
    directions: frozenset[CashDirection]


_IN = frozenset({CashDirection.IN})
_OUT = frozenset({CashDirection.OUT})
_BOTH = _IN | _OUT
"""An expense also comes in when unspent money is brought back."""

CASH_RULES: dict[CashCategory, CashRule] = {
    CashCategory.SALE_CASH: CashRule("income.sales", _IN),
    CashCategory.CUSTOMER_PREPAYMENT: CashRule("liability.customer_prepayments", _IN),
    CashCategory.CUSTOMER_REFUND: CashRule("income.sales_returns", _OUT),
    CashCategory.SUPPLIER_GOODS: CashRule("asset.inventory", _BOTH),
    CashCategory.INSTALLER_SERVICES: CashRule("expense.installers", _BOTH),
    CashCategory.DELIVERY: CashRule("expense.delivery", _BOTH),
    CashCategory.FUEL_TRANSPORT: CashRule("expense.fuel_transport", _BOTH),
    CashCategory.SALARY: CashRule("expense.salaries", _BOTH),
    CashCategory.SALARY_ADVANCE: CashRule("asset.staff_advances", _BOTH),
    CashCategory.RENT: CashRule("expense.rent", _BOTH),
    CashCategory.UTILITIES: CashRule("expense.utilities", _BOTH),
    CashCategory.PHONE_INTERNET: CashRule("expense.phone_internet", _BOTH),
    CashCategory.OFFICE_HOUSEHOLD: CashRule("expense.office_household", _BOTH),
    CashCategory.PACKAGING_SUPPLIES: CashRule("expense.packaging", _BOTH),
    CashCategory.REPAIRS_MAINTENANCE: CashRule("expense.repairs", _BOTH),
    CashCategory.ADVERTISING: CashRule("expense.advertising", _BOTH),
    CashCategory.BANK_FEES: CashRule("expense.bank_fees", _BOTH),
    CashCategory.TAXES_FEES: CashRule("expense.taxes", _BOTH),
    CashCategory.OTHER_EXPENSE: CashRule("expense.other", _BOTH),
    CashCategory.OTHER_INCOME: CashRule("income.other", _IN),
    CashCategory.OWNER_DRAW: CashRule("equity.owner_draws", _OUT),
    CashCategory.OWNER_CONTRIBUTION: CashRule("equity.owner_contributions", _IN),
    CashCategory.BANK_DEPOSIT: CashRule("asset.cash_in_transit", _OUT),
    CashCategory.CASH_FROM_BANK: CashRule("asset.cash_in_transit", _IN),
    CashCategory.DESK_TRANSFER: CashRule("asset.cash_between_tills", _BOTH),
    CashCategory.CASH_SHORTAGE: CashRule("expense.cash_shortage", _OUT),
    CashCategory.CASH_SURPLUS: CashRule("income.cash_surplus", _IN),
}
"""What each category posts against the till."""

TRANSFERS = frozenset(
    {CashCategory.BANK_DEPOSIT, CashCategory.CASH_FROM_BANK, CashCategory.DESK_TRANSFER}
)
"""Categories that move the shop's own money: neither earned nor spent."""


@dataclass(frozen=True, slots=True)
class CashOperation:
    """What happened to a till: an amount above zero, its way, what for.

    Raises:
        CashRuleError: the category cannot go that way.
        MoneyError: the amount is not above zero.
    """

    direction: CashDirection
    amount: Money
    category: CashCategory

    def __post_init__(self) -> None:
        if self.direction not in CASH_RULES[self.category].directions:
            raise CashRuleError(self.category, self.direction)
        if self.amount.minor <= 0:
            message = f"cash moves by an amount above zero, not {self.amount}"
            raise MoneyError(message)

    def postings(self, till: str) -> tuple[Posting, Posting]:
        """Post against a till by the category's rule, the debit first."""
        other = CASH_RULES[self.category].account
        debit, credit = (till, other) if self.direction is CashDirection.IN else (other, till)
        return (Posting(debit, self.amount), Posting(credit, -self.amount))
