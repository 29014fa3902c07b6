"""What is usually filed with a word, and whether an amount is far from it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ledger.money import Money
from parsing.memory.memory import AMOUNTS_MAX, Remembered, ShopMemory
from parsing.reading import CashDraft, Missing

USUAL_MIN = 3
"""So many amounts in one currency say what is usual; fewer may be chance."""
FAR_TIMES = 5
"""An amount is far when it is more than so many times the largest, or so small a part of the
smallest: a nought too many or too few."""


@dataclass(frozen=True, slots=True)
class UsualAmounts:
    """Between what amounts a word usually stays."""

    least: Money
    most: Money

    def is_far(self, amount: Money) -> bool:
        """Tell whether an amount of the same currency is far from all of it."""
        return (
            amount.minor > self.most.minor * FAR_TIMES
            or amount.minor * FAR_TIMES < self.least.minor
        )


def with_amount(fact: Remembered, amount: Money) -> Remembered:
    """Add what was filed with a word last; the oldest make room."""
    return replace(fact, amounts=(*fact.amounts, amount)[-AMOUNTS_MAX:])


def usual_amounts(facts: Iterable[Remembered], currency: str) -> UsualAmounts | None:
    """Give what is usual with any of the words in a currency; None when too little is known."""
    known: list[int] = []
    for fact in facts:
        same = [amount.minor for amount in fact.amounts if amount.currency == currency]
        known += same if len(same) >= USUAL_MIN else []
    if not known:
        return None
    return UsualAmounts(Money(min(known), currency), Money(max(known), currency))


def doubt_unusual(draft: CashDraft, memory: ShopMemory) -> CashDraft:
    """Doubt the amount of a draft that is far from what was filed with its words before."""
    if draft.amount is None:
        return draft
    found = (memory.find(word) for word in draft.remembered)
    facts = [fact for fact in found if fact is not None]
    usual = usual_amounts(facts, draft.amount.currency)
    if usual is None or not usual.is_far(draft.amount) or Missing.AMOUNT in draft.doubts:
        return draft
    return replace(draft, doubts=(*draft.doubts, Missing.AMOUNT))
