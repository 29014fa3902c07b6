"""Tell parts that are movements of their own from parts of one: of a price, or of a wage."""

from collections.abc import Sequence

from ledger.cash import CashCategory
from parsing.annotation.segments import Piece
from parsing.annotation.spans import SpanKind
from parsing.operation.operation import Operation

_WAGES = frozenset({CashCategory.SALARY, CashCategory.SALARY_ADVANCE})
_KIN = (
    frozenset({CashCategory.SALE_CASH, CashCategory.CUSTOMER_PREPAYMENT}),
    _WAGES,
)
"""Of these, in one line, one may be a part of the other."""


def are_separate(operations: Sequence[Operation], pieces: Sequence[Piece]) -> bool:
    """Tell whether parts are operations of their own, and none a part of another."""
    if any(operation.missing for operation in operations):
        return False
    names = {operation.draft.counterparty for operation in operations} - {None}
    if len(names) == len(operations) or any(map(_is_added, pieces[1:])):
        return True
    return _is_deposit_and_price(pieces) or all(
        _are_apart(operations, pieces, kin) for kin in _KIN
    )


def _are_apart(
    operations: Sequence[Operation], pieces: Sequence[Piece], kin: frozenset[CashCategory]
) -> bool:
    """Tell whether parts that are akin are of other people, goods or orders, if there are such."""
    told = [
        (each, piece)
        for each, piece in zip(operations, pieces, strict=True)
        if each.draft.category in kin
    ]
    if len({each.draft.category for each, _ in told}) < len(kin):
        return True
    people = {who for each, piece in told if (who := _who(each, piece))}
    return len(people) == len(told) or _are_of_own([piece for _, piece in told])


def _who(operation: Operation, piece: Piece) -> str | None:
    """Give who got money: by name, or as one of the staff."""
    staff = next((it.value for it in piece if it.kind is SpanKind.ROLE), None)
    is_staff = operation.draft.category in _WAGES
    return operation.draft.counterparty or (staff if is_staff else None)


def _are_of_own(pieces: Sequence[Piece]) -> bool:
    """Tell whether each part names goods or an order of its own: none is a part of another."""
    named = [
        {span.value if span.kind is SpanKind.ORDER else span.folded for span in piece}
        if (piece := [each for each in every if each.kind in _OWN])
        else set()
        for every in pieces
    ]
    return all(named) and sum(map(len, named)) == len(set().union(*named))


_OWN = frozenset({SpanKind.GOODS, SpanKind.ORDER})


_ADDED = frozenset(
    "top plus another extra separately ще ещё еще плюс окремо отдельно зверху сверху додатково"
    " дополнительно".split()
)


def _is_added(piece: Piece) -> bool:
    """Tell whether a part says that it comes on top of what was told before."""
    amount = next((at for at, it in enumerate(piece) if it.kind is SpanKind.AMOUNT), len(piece))
    return any(span.folded in _ADDED for span in piece[:amount])


def _is_deposit_and_price(pieces: Sequence[Piece]) -> bool:
    """Tell whether a deposit was paid and goods besides: "2 500 deposit and 640 for a tap"."""
    if len(pieces) != 2:  # a deposit, and a price
        return False
    deposit, price = pieces
    is_rest = any(span.kind in _OF_ONE for piece in pieces for span in piece)
    is_for = any(span.value in {"for", "for_price"} for span in price)
    is_bought = any(span.kind is SpanKind.GOODS for span in price) and is_for
    has_goods = any(span.kind in {SpanKind.GOODS, SpanKind.ORDER} for span in deposit)
    is_for_them = any(span.value in {"for", "for_price"} for span in deposit)
    return is_bought and not is_rest and (is_for_them or not has_goods)


_OF_ONE = frozenset({SpanKind.LEFTOVER, SpanKind.TOTAL, SpanKind.CARD, SpanKind.DISCOUNT})
"""Words that make one payment of two figures."""
