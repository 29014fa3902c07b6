"""By how much the answers to two questions of one message differ."""

from dataclasses import replace

from ledger.money import Money
from parsing.questions.query import Ask, Query
from services.results.answers import Answer

_FIGURES = frozenset({Ask.TOTAL, Ask.AVERAGE, Ask.BALANCE, Ask.OWED, Ask.ORDER})
"""What is one sum, which another can be taken from."""


def difference_of(first: Answer, second: Answer) -> tuple[Money, ...]:
    """Give the first figure less the second, in each currency of either; nothing where it is none.

    Of the same figure on two days it is the later one less the earlier.
    """
    if not {first.query.ask, second.query.ask} <= _FIGURES:
        return ()
    if _is_same(first.query, second.query) and first.query.days.last < second.query.days.last:
        first, second = second, first
    amounts = {each.currency: each for each in first.amounts}
    for each in second.amounts:
        amounts[each.currency] = amounts.get(each.currency, Money.zero(each.currency)) - each
    return tuple(amounts.values())


def _is_same(first: Query, second: Query) -> bool:
    on_day = replace(second, days=first.days, is_usual_days=first.is_usual_days)
    return replace(first, left_out=()) == replace(on_day, left_out=())
