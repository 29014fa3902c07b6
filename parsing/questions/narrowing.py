"""What narrows down the last answer: "without wages", "over 1000", "oldest first", "Saturdays"."""

from dataclasses import replace

from ledger.cash import CashCategory
from parsing.questions.figures_said import CHANNELLED, LISTED, SEVERAL_LIMIT
from parsing.questions.query import Ask, Doubt, Measure, Query, Unclear
from parsing.questions.refusals import BOUNDED
from parsing.questions.slots import Slots

_WITH_BUT = frozenset({Measure.EXPENSES, Measure.RESULT})
_LISTS = frozenset({Ask.LAST, Ask.BIGGEST, Ask.OWED})
_OF_DAYS = frozenset({Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.SERIES, Ask.COMPARE})


def is_narrowing(slots: Slots) -> bool:
    """Tell whether something is left out, or only what is large, old or of some weekdays kept."""
    is_sized = bool(slots.at_least) or slots.at_most is not None or slots.is_aged
    return (
        is_sized
        or bool(slots.but or slots.weekdays or slots.channels_out)
        or slots.has("shape", "by_age")
    )


def narrowed(slots: Slots, before: Query) -> Query | Doubt | None:
    """Narrow the last query down; None where more is asked, or it does not go with it."""
    is_more = slots.has("measure") or slots.has("counted") or slots.has("group")
    is_more = is_more or bool(
        slots.periods or slots.about or slots.categories or slots.place or slots.channels
    )
    if is_more or not is_narrowing(slots):
        return None
    if slots.but:
        return _without(slots, before)
    if slots.channels_out or slots.weekdays:
        return _of_part(slots, before)
    found = before
    if before.ask is Ask.TOTAL and before.measure in LISTED:
        found = replace(before, ask=Ask.BIGGEST, limit=SEVERAL_LIMIT)
    is_bounded = found.ask is Ask.TOP and found.group in BOUNDED
    if found.ask not in _LISTS and not is_bounded:
        return None
    is_by_age = slots.has("shape", "by_age")
    if (is_by_age or slots.is_aged) and found.ask is not Ask.OWED:
        return None
    return replace(
        found,
        at_least=slots.at_least or found.at_least,
        at_most=found.at_most if slots.at_most is None else slots.at_most,
        older_than_days=slots.older_than_days if slots.is_aged else found.older_than_days,
        younger_than_days=slots.younger_than_days if slots.is_aged else found.younger_than_days,
        is_by_age=is_by_age or found.is_by_age,
        limit=SEVERAL_LIMIT,
    )


def _of_part(slots: Slots, before: Query) -> Query | None:
    """Leave some channels out, or keep some days of the week alone."""
    if slots.channels_out:
        is_kept = before.measure in CHANNELLED and before.ask not in _LISTS
        return replace(before, channels_out=slots.channels_out) if is_kept else None
    return replace(before, weekdays=slots.weekdays) if before.ask in _OF_DAYS else None


def _without(slots: Slots, before: Query) -> Query | Doubt:
    if before.ask is Ask.RESULTS and before.measure is Measure.RESULT:
        before = replace(before, ask=Ask.TOTAL)
    is_kept = before.measure in _WITH_BUT and before.ask not in {Ask.RESULTS, *_LISTS}
    is_of_goods = CashCategory.SUPPLIER_GOODS in slots.but
    is_kept = is_kept and (before.measure is Measure.EXPENSES or not is_of_goods)
    is_apart = before.measure is Measure.CATEGORY and before.ask is Ask.TOTAL
    is_kept = is_kept or (is_apart and set(slots.but).isdisjoint(before.categories))
    return replace(before, but=slots.but) if is_kept else Doubt(Unclear.WORDS, slots.but_words)
