"""Find the sale that a refund pays back: a score with its evidence, and whether it is clear."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.money import Money
from parsing.memory.same_name import is_same_name
from services.advances.advance_ports import Sale

CANDIDATES_MAX = 4

ORDER = "order"
NAME_AND_AMOUNT = "name_and_amount"
NAME = "name"
AMOUNT = "amount"
SCORES = {ORDER: 100, NAME_AND_AMOUNT: 80, NAME: 60, AMOUNT: 40}
"""What evidence weighs; the same order is no chance, an equal amount may be."""


@dataclass(frozen=True, slots=True)
class Refund:
    """What is known of money that is paid back."""

    amount: Money
    counterparty: str | None
    order_reference: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sale that may be meant, and why."""

    sale: Sale
    evidence: str
    """"order", "name_and_amount", "name" or "amount"."""
    is_enough: bool
    """What is left of the sale covers the refund."""

    @property
    def score(self) -> int:
        """Give what the evidence weighs; a sale that is too small weighs less."""
        return SCORES[self.evidence] if self.is_enough else SCORES[self.evidence] // 4


def candidates_of(refund: Refund, sales: Sequence[Sale]) -> tuple[Candidate, ...]:
    """Give the sales that may be meant, the likeliest first, of equal ones the newest.

    Args:
        refund: what is paid back.
        sales: the sales that stand, the newest first.
    """
    found = [
        Candidate(sale, evidence, is_enough=refund.amount.minor <= sale.left.minor)
        for sale in sales
        if (evidence := _evidence(refund, sale)) is not None
        and (sale.left.minor > 0 or evidence == ORDER)
    ]
    return tuple(sorted(found, key=lambda each: -each.score))


def clear_one(candidates: Sequence[Candidate]) -> Candidate | None:
    """Give the sale that is meant: the only one of the best evidence, and large enough.

    A sale of the same order, or to the same person, that is too small makes nothing else clear.
    """
    if not candidates or not candidates[0].is_enough:
        return None
    best = candidates[0]
    strongest = max(SCORES[each.evidence] for each in candidates)
    is_only = len(candidates) == 1 or candidates[1].score < best.score
    return best if is_only and SCORES[best.evidence] == strongest else None


def _evidence(refund: Refund, sale: Sale) -> str | None:
    """Say what speaks for a sale; None when nothing does, or something speaks against it."""
    if refund.amount.currency != sale.amount.currency:
        return None
    if refund.order_reference and sale.order_reference:
        return ORDER if refund.order_reference == sale.order_reference else None
    is_equal = refund.amount in {sale.left, sale.amount}
    if refund.counterparty and sale.counterparty:
        if not is_same_name(refund.counterparty, sale.counterparty):
            return None
        return NAME_AND_AMOUNT if is_equal else NAME
    return AMOUNT if is_equal else None
