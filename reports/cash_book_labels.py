"""The words of a cash book's file, given by the caller in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CashBookLabels:
    """Every word that a person reads in the file of a cash book."""

    language: str
    date: str
    number: str
    till: str
    cash_in: str
    cash_out: str
    balance: str
    currency: str
    category: str
    account: str
    counterparty: str
    order: str
    narration: str
    told_by: str
    remarks: str
    opening: str
    total: str
    closing: str
    reversed_by: str
    """With the number's place as "{number}", as the three that follow."""
    reverses: str
    replaces: str
    belongs_on: str
    """With the day's place as "{day}"."""
    nothing: str
    """What stands in a book without any till."""
    category_names: Mapping[str, str]
    """Category code to its name."""
    till_names: Mapping[str, str]
    """Till key to its name."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Give the head of the table."""
        return (
            self.date,
            self.number,
            self.till,
            self.cash_in,
            self.cash_out,
            self.balance,
            self.currency,
            self.category,
            self.account,
            self.counterparty,
            self.order,
            self.narration,
            self.told_by,
            self.remarks,
        )

    def name_category(self, category: str | None) -> str:
        """Give a category's name, or its code where it has no name."""
        return "" if category is None else self.category_names.get(category) or category

    def name_till(self, till: str) -> str:
        """Give a till's name, or its key where it has no name."""
        return self.till_names.get(till) or till
