"""What who asks knows himself, or the books keep under no name of its own."""

from parsing.annotation.tokens import fold
from parsing.questions.query import LIMIT_MAX, Ask, Measure, Query, Unclear
from parsing.questions.slots import Slots

_EXCHANGES = (
    "exchang", "convert", "конверт", "обмен", "помен", "менял", "меняем", "обмін", "помін",
    "мінял", "міняєм", "купували валют", "покупали валют",
)  # fmt: skip
_CURRENCY = ("валют", "currenc", "dollar", "долар", "доллар", "євро", "евро")
_SETTLED = frozenset(
    {
        Measure.RECEIVABLE, Measure.PAYABLE, Measure.ADVANCES, Measure.MONEY_IN,
        Measure.PAID_BY_CUSTOMERS,
    }
)  # fmt: skip
"""What somebody may be asked to have settled."""


def exchanged(slots: Slots) -> Unclear | None:
    """Say whether it is asked if currency was exchanged, which is no category of its own."""
    said = [fold(mark.text) for mark in slots.marks]
    is_changed = any(each.startswith(_EXCHANGES) for each in said)
    is_money = slots.more.currency is not None
    is_money = is_money or any(
        word.startswith(_CURRENCY) for each in said for word in each.split()
    )
    return Unclear.EXCHANGE if is_changed and is_money else None


def are_sums_recalled(found: Query, slots: Slots) -> bool:
    """Tell whether it is asked if somebody has settled a sum: he is told with what is open."""
    is_his = found.about is not None and found.measure in _SETTLED
    is_asked = found.ask is Ask.OWED or (found.ask is Ask.TOTAL and slots.is_yes_or_no)
    are_sums = all(each.isdecimal() and int(each) > LIMIT_MAX for each in slots.figures)
    return is_his and is_asked and are_sums
