"""What of the last question a turn keeps: all that it does not name, where that goes with it."""

from dataclasses import replace

from parsing.questions.figures_said import CHANNELLED
from parsing.questions.query import Ask, Group, Measure, Query
from parsing.questions.refusals import is_readable
from parsing.questions.slots import Slots

STATES = frozenset({Ask.OWED, Ask.BALANCE})
"""What is told as of a day."""
_SHAPED = frozenset({Ask.COMPARE, Ask.WHY, Ask.SERIES, Ask.AVERAGE, Ask.COUNT, Ask.TOP})
"""Shapes that another figure can have as well."""
_LISTS = frozenset({Ask.LAST, Ask.BIGGEST})
_FIGURES = frozenset({Ask.COUNT, Ask.AVERAGE, *_LISTS})
"""Shapes that "how much" turns into a sum."""
_OF_ROWS = frozenset(
    {Group.DAY, Group.WEEK, Group.MONTH, Group.PLACE, Group.WEEKDAY, Group.RECORDER, Group.CHANNEL}
)
"""Groups that another figure can be told by as well."""
_FROM = frozenset(
    {
        Measure.SALES, Measure.REFUNDS, Measure.MONEY_IN, Measure.PAID_BY_CUSTOMERS,
        Measure.RECEIVABLE,
    }
)  # fmt: skip
_TO = frozenset(
    {
        Measure.MONEY_OUT, Measure.EXPENSES, Measure.CATEGORY, Measure.STAFF, Measure.PURCHASES,
        Measure.PAID_TO_SUPPLIERS, Measure.FEES, Measure.PAYABLE, Measure.ADVANCES,
    }
)  # fmt: skip
_MOVED = frozenset({Measure.MONEY_IN, Measure.MONEY_OUT, Measure.FLOW, Measure.ENTRIES})
_BY_PLACE = _MOVED | _FROM - {Measure.RECEIVABLE} | _TO - {Measure.PAYABLE, Measure.ADVANCES}
_RECORDED = _MOVED | {Measure.SALES, Measure.REFUNDS, Measure.EXPENSES, Measure.CATEGORY}
_OWED = frozenset({Measure.RECEIVABLE, Measure.PAYABLE})
_WITH_BUT = frozenset({Measure.EXPENSES, Measure.RESULT})


def carried(found: Query, slots: Slots, before: Query) -> Query:
    """Put all of the last question that a turn does not name into what it asks.

    Args:
        found: the turn as it reads alone, of the days of the last question where it names none.
        slots: what the turn says.
        before: the last question.
    """
    if found.ask is Ask.ORDER or before.ask is Ask.ORDER:
        return found
    shaped = _shaped(found, slots, before)
    kept = _filtered(shaped, slots, before)
    return kept if is_readable(kept) else found


def _shaped(found: Query, slots: Slots, before: Query) -> Query:
    """Give a figure the shape of the last: "sales by month", "and the profit?"."""
    if found.ask is not Ask.TOTAL or not _may_be_shaped(found, slots, before):
        return found
    limit = slots.number or before.limit
    shaped = replace(
        found,
        ask=before.ask,
        group=before.group,
        per=before.per,
        compared=before.compared,
        against=before.against,
        is_least=before.is_least,
        limit=limit,
        share_of=_share(found, before),
    )
    return shaped if is_readable(shaped) else found


def _may_be_shaped(found: Query, slots: Slots, before: Query) -> bool:
    is_sum = before.ask in {*_FIGURES, Ask.WHY} and slots.has("ask", "how_much")
    is_named = before.ask is Ask.TOP and before.group not in _OF_ROWS
    is_whole = before.measure is Measure.PLAN or slots.has("shape", "share")
    if is_sum or is_named or is_whole or found.others:
        return False
    if before.ask is Ask.TOTAL or (before.ask is Ask.COUNT and before.group is not None):
        return before.ask is Ask.TOTAL and before.share_of is not None
    return before.ask in _SHAPED or before.ask in _LISTS


def _share(found: Query, before: Query) -> Measure | None:
    """Give what the rows are parts of: of their own sum, if those of the last were."""
    if before.share_of is before.measure:
        return found.measure
    return before.share_of if found.measure is not before.share_of else None


def _filtered(found: Query, slots: Slots, before: Query) -> Query:
    """Narrow it down as the last was, by what the turn does not name and what goes with it."""
    measure = found.measure
    changed = found
    if not slots.place and _keeps_place(found, before):
        changed = replace(changed, place=before.place)
    if not slots.about and _keeps_name(measure, before):
        changed = replace(changed, about=before.about, others=before.others)
    if not slots.is_by_channel and measure in CHANNELLED:
        changed = replace(changed, channels=before.channels, channels_out=before.channels_out)
    if slots.told_by is None and measure in _RECORDED and found.group is not Group.RECORDER:
        changed = replace(changed, told_by=before.told_by)
    if not slots.but and measure in _WITH_BUT and measure is before.measure:
        changed = replace(changed, but=before.but)
    if not slots.weekdays and found.ask not in {*STATES, *_LISTS}:
        changed = replace(changed, weekdays=before.weekdays)
    return _sized(changed, slots, before)


def _sized(found: Query, slots: Slots, before: Query) -> Query:
    """Keep how large and how old what is listed is to be."""
    is_list = found.ask in _LISTS and before.ask in _LISTS
    is_owed = found.measure in _OWED and before.measure in _OWED
    if not (is_list or is_owed) or slots.at_least or slots.at_most is not None:
        return found
    found = replace(found, at_least=before.at_least, at_most=before.at_most)
    if not is_owed or slots.is_aged:
        return found
    return replace(
        found,
        older_than_days=before.older_than_days,
        younger_than_days=before.younger_than_days,
    )


def _keeps_place(found: Query, before: Query) -> bool:
    """Tell whether a place stays: money that moved with such, what was paid with what was."""
    if found.group is Group.PLACE or found.ask is Ask.OWED or found.place is not None:
        return False
    if found.ask is Ask.BALANCE:
        return before.ask is Ask.BALANCE or before.measure in _MOVED
    is_kept = found.measure in _BY_PLACE
    return is_kept and before.ask is not Ask.BALANCE and not _is_other_move(found.measure, before)


def _is_other_move(measure: Measure, before: Query) -> bool:
    """Tell whether sales are asked after what moved on an account, which has none of its own."""
    return before.measure in _MOVED and measure not in _MOVED | _TO


def _keeps_name(measure: Measure, before: Query) -> bool:
    """Tell whether a name stays: with figures of the same side, with money that came and went."""
    is_same = any({measure, before.measure} <= side for side in (_FROM, _TO, _MOVED))
    return is_same or measure is before.measure
