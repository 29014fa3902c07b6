"""Sales less what was given back: "сайт мінус повернення", "sales net of refunds"."""

from dataclasses import replace
from itertools import pairwise

from parsing.annotation.tokens import fold
from parsing.questions.left_out import NET
from parsing.questions.query import Ask, Measure, Query
from parsing.questions.slots import Slots

_SOLD = ("sales", "orders", "rung")
_OTHER = ("margin", "result", "expenses", "cost", "refund_rate", "profitability", "owe")
_SUBTRACT = ("відн", "віднім", "вычит", "вычес", "отним", "subtract", "deduct", "take off", *NET)
_ASKS = frozenset({Ask.TOTAL, Ask.AVERAGE, Ask.SERIES, Ask.COMPARE, Ask.TOP})


def is_net(slots: Slots) -> bool:
    """Tell whether sales are asked for without what was given back of them."""
    marks = [mark for mark in slots.marks if not mark.is_of("filler", "plain")]
    is_less = any(
        fold(one.text).startswith(NET) and two.value == "refunds" for one, two in pairwise(marks)
    )
    is_sold = slots.has("measure", *_SOLD) or slots.has("counted", "sales", "orders")
    is_sold = is_sold or slots.is_by_channel
    return is_less and is_sold and not slots.has("measure", *_OTHER)


def net_turn(slots: Slots, before: Query) -> Query | None:
    """Take refunds off sales that were told, or put them back: "а якщо їх не віднімати"."""
    is_of_refunds = slots.has("measure", "refunds") or slots.has("counted", "refunds")
    is_taken = any(fold(mark.text).startswith(_SUBTRACT) for mark in slots.marks)
    is_other = bool(slots.periods or slots.about or slots.categories or slots.is_by_channel)
    if not (is_of_refunds and is_taken) or is_other or before.ask not in _ASKS:
        return None
    is_not = slots.has("filler", "not")
    if before.measure is Measure.NET_SALES and is_not:
        return replace(before, measure=Measure.SALES)
    is_plain = before.measure is Measure.SALES and before.share_of is None
    return replace(before, measure=Measure.NET_SALES) if is_plain and not is_not else None
