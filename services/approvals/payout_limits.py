"""How much each role may pay out without asking."""

from dataclasses import dataclass

from ledger.cash import TRANSFERS, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft
from services.people import Role


@dataclass(frozen=True, slots=True)
class PayoutLimit:
    """What a role may pay out without asking, in one currency; None is no limit."""

    role: Role
    currency: str
    per_payout: Money | None = None
    per_day: Money | None = None

    def holds_back(self, amount: Money, paid_before: Money) -> bool:
        """Say whether a payout is above it, after what was paid out that day."""
        is_large = self.per_payout is not None and self.per_payout < amount
        return is_large or (self.per_day is not None and self.per_day < paid_before + amount)


def payout_of(draft: CashDraft) -> Money | None:
    """Give what a draft pays out; nothing when cash comes in or only changes its place."""
    is_payout = draft.direction is CashDirection.OUT and draft.category not in TRANSFERS
    return draft.amount if is_payout else None
