"""What a correction names: "cancel the rent" and "not 7200 but 4200" mean one thing of several."""

from parsing.memory.same_name import is_same_name
from parsing.reading import CashDraft, Correction


def names_something(correction: Correction) -> bool:
    """Tell whether a correction says which operation it means, rather than the last one."""
    change = correction.change
    named = (change.amount, change.category, change.counterparty, change.order_reference)
    is_told_apart = correction.is_cancelled and any(each is not None for each in named)
    return is_told_apart or correction.instead_of is not None


def may_mean(correction: Correction, told: CashDraft) -> bool:
    """Tell whether a correction may speak of an operation: it names no other one."""
    if correction.instead_of is not None:
        return told.amount == correction.instead_of
    if not correction.is_cancelled:
        return True
    change = correction.change
    return (
        change.amount in {None, told.amount}
        and change.category in {None, told.category}
        and change.order_reference in {None, told.order_reference}
        and _may_be_of(change.counterparty, told.counterparty)
    )


def _may_be_of(named: str | None, told: str | None) -> bool:
    return named is None or (told is not None and is_same_name(named, told))
