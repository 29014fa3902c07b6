"""What a reading would silently leave out of a question, which is refused instead."""

from parsing.questions.figures_said import LISTED, NAMES
from parsing.questions.places_said import COURIER_NAMES, GATEWAY_NAMES, gateway_called
from parsing.questions.query import Ask, Group, Measure, Query
from parsing.questions.rates_said import NO_RATES
from parsing.questions.slots import Slots

_WITH_NAMES_OUT = frozenset({Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.TOP, Ask.LAST, Ask.BIGGEST,
                             Ask.SERIES, Ask.COMPARE})  # fmt: skip
_OF_BUYERS = frozenset({Measure.SALES, Measure.REFUNDS, Measure.PAID_BY_CUSTOMERS, Measure.FEES})
_AGED = frozenset({Ask.OWED, Ask.BALANCE})


def dropped(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give the words that narrow a question down and that the query has nothing of."""
    more = slots.more
    is_kept = found.ask in _WITH_NAMES_OUT and not found.others
    is_kept = is_kept and (found.measure in LISTED or found.measure is Measure.RESULT)
    if more.names_out and not (found.names_out and is_kept and _is_named_there(found)):
        return more.names_out
    is_of_names = found.ask is Ask.TOP and found.group in NAMES
    if more.times and not (found.times and is_of_names):
        return (str(more.times),)
    is_seen = found.share_of is not None and slots.is_yes_or_no  # who reads it sees whether it is
    is_rated = found.least_percent is not None or found.most_percent is not None
    if slots.rates != NO_RATES and not (is_rated or is_seen):
        return tuple(f"{each} %" for each in slots.rates if each is not None)
    is_aged = found.older_than_days or found.measure is Measure.PROBLEMS
    is_aged = is_aged or found.ask not in _AGED
    is_young = found.ask is Ask.OWED and (found.younger_than_days or found.group is Group.AGE)
    if (slots.older_than_days and not is_aged) or (slots.younger_than_days and not is_young):
        return (str(slots.older_than_days or slots.younger_than_days),)
    if slots.at_least and not found.at_least and found.ask is Ask.OWED:
        return (str(slots.at_least),)
    return ()


def _is_named_there(found: Query) -> bool:
    """Tell whether entries name what is left out: those of buyers name them, not how they paid."""
    known = {gateway_called(each) for each in found.names_out}
    return found.measure not in _OF_BUYERS or known.isdisjoint(GATEWAY_NAMES | COURIER_NAMES)
