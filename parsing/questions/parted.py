"""Whether a message is one question or several: decided by what each reading tells and leaves.

Several questions are never preferred for their own sake. A message is parted where that leaves
fewer of its words unread, and where one answer would not tell all that the parts ask: so names,
days, places and figures that stand side by side stay together ("Olha and Petro", "between 1 and
15", "rent and salary", "sales and expenses of October"), as one query tells them all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.cash import CashCategory
from parsing.questions.query import (
    BANKS,
    GATEWAY_PREFIX,
    GATEWAYS,
    TILLS,
    Ask,
    Group,
    Measure,
    Per,
    Query,
)
from parsing.questions.unread_words import as_meant

PARTS_MAX = 4
"""More than so many questions nobody asks at once."""
_OF_RESULT = frozenset(
    {
        Measure.SALES, Measure.REFUNDS, Measure.COST, Measure.MARGIN, Measure.EXPENSES,
        Measure.FEES, Measure.RESULT,
    }
)  # fmt: skip
_OF_FLOW = frozenset(
    {Measure.MONEY_IN, Measure.MONEY_OUT, Measure.EXPENSES, Measure.FLOW}
)  # "and how much went" is what left, of whatever kind
_PAID = frozenset({Measure.MONEY_OUT, Measure.EXPENSES})
"""The same, where it is said who got it."""
_LISTS = frozenset({Ask.LAST, Ask.BIGGEST})
_NAMES = frozenset({Group.CUSTOMER, Group.SUPPLIER, Group.COUNTERPARTY})
"""Whom single entries name."""
_SUMS = frozenset({Ask.TOTAL, Ask.COUNT, Ask.LAST, Ask.BIGGEST})
_TELLS = {
    Ask.WHY: frozenset({Ask.WHY, Ask.COMPARE}),
    Ask.COMPARE: frozenset({Ask.COMPARE, *_SUMS}),
    Ask.BALANCE: frozenset({Ask.BALANCE}),
    Ask.OWED: frozenset({Ask.OWED}),
    Ask.FORECAST: frozenset({Ask.FORECAST}),
    Ask.RESTATED: frozenset({Ask.RESTATED}),
    Ask.CLOSED: frozenset({Ask.CLOSED}),
    Ask.ORDER: frozenset({Ask.ORDER}),
    Ask.RESULTS: frozenset({Ask.RESULTS, Ask.TOTAL}),
    Ask.AVERAGE: frozenset({Ask.AVERAGE, *_SUMS}),
    Ask.TOP: frozenset({Ask.TOP, *_SUMS}),
    Ask.SERIES: frozenset({Ask.SERIES, *_SUMS}),
    Ask.LAST: frozenset({Ask.TOP, *_SUMS}),
    Ask.BIGGEST: frozenset({Ask.TOP, *_SUMS}),
}
"""What else an answer of a kind tells; an average is told with its sum and count."""


@dataclass(frozen=True, slots=True)
class Parting:
    """A way to read a message: as one question, or as several in turn."""

    queries: tuple[Query, ...]
    """None where it is not understood so."""
    unread: int
    """So many of its words say nothing in this reading; a question of its own that another has
    swallowed is one of them."""


def better(coarse: Parting, fine: Parting) -> Parting:
    """Choose between a reading and one with more parts: the coarser one where it is as good."""
    is_clear = 1 < len(fine.queries) <= PARTS_MAX and _are_distinct(fine.queries)
    unread = coarse.unread + any(_mixes(each, fine.queries) for each in coarse.queries)
    if not is_clear or fine.unread >= unread:
        return coarse
    is_told = all(any(tells(each, part) for each in coarse.queries) for part in fine.queries)
    return coarse if coarse.queries and is_told else fine


def _are_distinct(queries: Sequence[Query]) -> bool:
    meant = [as_meant(each) for each in queries]
    return all(each not in meant[:at] for at, each in enumerate(meant))


def _mixes(whole: Query, parts: Sequence[Query]) -> bool:
    """Tell whether a whole runs the days of its parts together, of which each has its own figure.

    "Fuel this week and ads last week" is no sum of both in both.
    """
    if whole.against is not None or any(each.is_usual_days for each in parts):
        return False
    days = [each.days for each in parts]
    figures = [(each.measure, each.categories, each.about, each.place) for each in parts]
    is_paired = len({*days}) == len({*figures}) == len(parts)
    return is_paired and whole.days not in days


def tells(whole: Query, part: Query) -> bool:
    """Tell whether the answer to one question tells what another asks, too."""
    is_dated = part.is_usual_days or part.days in {whole.days, whole.against}
    if not is_dated:
        return False
    if whole.ask is Ask.ORDER or (
        whole.measure is Measure.IN_TRANSIT and part.categories == (CashCategory.BANK_DEPOSIT,)
    ):
        return part.about is None  # an order's card has what was paid and is left of it
    asks = _TELLS.get(whole.ask, _SUMS)
    return part.ask in asks and _is_measured(whole, part) and _is_of(whole, part)


def _is_measured(whole: Query, part: Query) -> bool:
    if whole.ask is Ask.RESULTS:
        is_narrowed = (
            part.categories or part.place or part.about or part.is_by_channel or part.told_by
        )
        return part.measure in _OF_RESULT and not is_narrowed
    if whole.measure is Measure.FLOW:
        return part.measure in _OF_FLOW
    is_paid = whole.about is not None and {part.measure, whole.measure} <= _PAID
    are_kinds = whole.about is not None and part.measure in _PAID and len(whole.categories) > 1
    return part.measure is whole.measure or is_paid or are_kinds


def _is_of(whole: Query, part: Query) -> bool:
    """Tell whether a part is of the same names, places and so on as the whole, or some of them."""
    groups = {None, whole.group} | (_NAMES if whole.ask in _LISTS else frozenset())
    is_ranked = part.group in groups and part.per in {whole.per, Per.ENTRY}
    are_some = all(
        set(few) <= set(all_of)
        for few, all_of in (
            (part.categories, whole.categories),
            (_names(part), _names(whole)),
            (part.channels, whole.channels),
        )
    )
    is_there = all(_is_at(each, whole) for each in (part.place or "").split())
    return is_ranked and are_some and is_there and _narrowed(whole) == _narrowed(part)


def _is_at(place: str, whole: Query) -> bool:
    """Tell whether a place is among those of the whole, or of a kind that is."""
    there = (whole.place or "").split()
    kinds = {TILLS: "till.", BANKS: "asset.bank.", GATEWAYS: GATEWAY_PREFIX}
    return place in there or any(place.startswith(kinds.get(each, each)) for each in there)


def _names(query: Query) -> tuple[str, ...]:
    return query.others if query.about is None else (query.about, *query.others)


def _narrowed(query: Query) -> tuple[object, ...]:
    by_size = query.is_least and query.ask is Ask.TOP
    said = (query.but, query.weekdays, query.order, query.told_by, query.is_repeated, by_size)
    return (*said, query.channels_out, query.names_out)
