"""A bank line as categorisation sees it: what came from the statement, and nothing of storage."""

import datetime as dt
from dataclasses import dataclass

from ledger.money import Money

READ_CACHED = 2_048
"""Lines whose reading is kept: one that is proposed is soon learned, or proposed again."""


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What is known of one statement line; the amount is below zero when money left."""

    booked_on: dt.date
    amount: Money
    purpose: str
    counterparty: str = ""
    counterparty_account: str = ""
    tax_id: str = ""
    account: str = ""
    """Which of the shop's own accounts, cards or units it is on."""

    @property
    def is_out(self) -> bool:
        """Tell whether money left the account."""
        return self.amount.minor < 0
