"""What is refused though it was read: left out, a word would answer wrongly."""

from ledger.cash import CashCategory
from parsing.questions.marks import Mark
from parsing.questions.query import Ask, Doubt, Group, Measure, Per, Query, Unclear, parts_of
from parsing.questions.slots import Slots

_NARROWED = frozenset(
    {
        Measure.SALES,
        Measure.REFUNDS,
        Measure.EXPENSES,
        Measure.FEES,
        Measure.PURCHASES,
        Measure.STAFF,
        Measure.CATEGORY,
        Measure.MONEY_IN,
        Measure.MONEY_OUT,
        Measure.PAID_TO_SUPPLIERS,
        Measure.PAID_BY_CUSTOMERS,
        Measure.RECEIVABLE,
        Measure.PAYABLE,
        Measure.ADVANCES,
        Measure.ENTRIES,
        Measure.FLOW,
    }
)
"""What a name or a word may narrow down."""
_FOR_ALL = frozenset(
    {Measure.RESULT, Measure.MARGIN, Measure.PLAN, Measure.RECEIVABLE, Measure.PAYABLE}
)
"""What no till or bank narrows down."""
BY_PLACE = _NARROWED - _FOR_ALL - {Measure.ADVANCES, Measure.FLOW, Measure.ENTRIES}
"""What can be told by how it was paid."""
_NO_SERIES = frozenset(
    {
        Measure.MONEY,
        Measure.RECEIVABLE,
        Measure.PAYABLE,
        Measure.ADVANCES,
        Measure.UNFILED,
        Measure.ENTRIES,
    }
)
"""What is no sum of days."""
_OF_RESULT = frozenset({Measure.RESULT, Measure.MARGIN})
_BEST_OF = {Group.DAY: Per.DAY, Group.WEEK: Per.WEEK, Group.MONTH: Per.MONTH}
_OF_FLOW = frozenset({Ask.TOTAL, Ask.AVERAGE, Ask.SERIES, Ask.COMPARE, Ask.WHY})
_WAGES = frozenset({CashCategory.SALARY, CashCategory.SALARY_ADVANCE})
_SOLD = frozenset({CashCategory.SALE_CASH})
_WITH_LIMIT = frozenset({Ask.TOP, Ask.LAST, Ask.BIGGEST})
ROWS_MAX = 62
"""So many rows a series has at most, two months of days."""
BEST_MAX = 366
"""The best day is looked for among so many."""


def beyond_books(slots: Slots) -> Unclear | None:
    """Say what of a question no book has: pieces in stock, a deadline, the weather, advice."""
    if slots.has("shape", "stock"):
        return Unclear.STOCK
    is_ahead = slots.has("measure", "to_pay") or slots.has("filler", "due")
    if slots.has("shape", "deadline") or (slots.has("ask", "when") and is_ahead):
        return Unclear.DEADLINE
    if slots.has("shape", "elsewhere"):
        return Unclear.NO_QUESTION
    return Unclear.GOODS if slots.has("shape", "goods") else None


def checked(found: Query | Doubt, slots: Slots) -> Query | Doubt:
    """Refuse what has a word that cannot narrow it down, or that no query gives."""
    if isinstance(found, Doubt):
        return found
    if slots.is_of_recorder and found.told_by is None and slots.about:
        return Doubt(Unclear.NOBODY, slots.about)
    words = _in_vain(found, slots)
    return found if words is None else Doubt(Unclear.WORDS, words)


def is_readable(found: Query) -> bool:
    """Tell whether a query can be answered: a series is of what sums up over few enough days.

    By place are told what places narrow down, and money in less money out as a sum alone.
    """
    if found.group is Group.PLACE:
        return found.ask is Ask.TOP and found.measure in BY_PLACE
    if found.measure is Measure.FLOW and found.ask not in _OF_FLOW:
        return False
    if found.ask is not Ask.SERIES and found.group not in _BEST_OF:
        return True
    if found.measure in _NO_SERIES:
        return False
    per = found.per if found.group is None else _BEST_OF.get(found.group, found.per)
    is_short = found.ask is Ask.SERIES or found.measure in _OF_RESULT
    return len(parts_of(found.days, per)) <= (ROWS_MAX if is_short else BEST_MAX)


def _in_vain(found: Query, slots: Slots) -> tuple[str, ...] | None:
    """Give the words that would be left out; None where there are none."""
    beyond = tuple(mark.text for mark in slots.marks if _is_beyond(mark, found))
    words = beyond or _excluded(slots) or _figures(found, slots) or _categories(found, slots)
    if words:
        return words
    if found.group is Group.PLACE or (found.place is not None and found.measure in _FOR_ALL):
        is_kept = found.group is Group.PLACE and found.measure in BY_PLACE
        return None if is_kept else slots.places_apart or slots.place_words
    if not is_readable(found):
        return slots.shape_words or slots.group_words or slots.measure_words
    if found.about is None:
        return None
    is_vague = len(slots.about) > 1 or found.measure not in _NARROWED or found.ask is Ask.WHY
    return (slots.about or (found.about,)) if is_vague else None


def _categories(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give categories that such a figure is not kept by: what is owed, a margin."""
    is_kept = found.measure is Measure.CATEGORY or found.ask is Ask.ORDER
    is_staff = found.measure is Measure.STAFF and set(slots.categories) <= _WAGES
    if is_kept or is_staff or not slots.categories or set(slots.categories) <= _SOLD:
        return ()
    return tuple(mark.text for mark in slots.marks if mark.section == "category")


def _figures(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give numbers that nothing is done with; whether a balance is enough is for who reads it."""
    if found.ask is Ask.BALANCE:
        return ()
    if found.at_least and found.ask not in {Ask.OWED, Ask.BIGGEST, Ask.LAST, Ask.TOTAL}:
        return (str(found.at_least),)
    is_limited = found.ask in _WITH_LIMIT and slots.number is not None
    return slots.figures if len(slots.figures) > is_limited else ()


def _excluded(slots: Slots) -> tuple[str, ...]:
    """Give what is to be left out of a figure, which no query does: "без доставки"."""
    found: list[str] = []
    marks = slots.marks
    for at, mark in enumerate(marks[:-1]):
        if mark.is_of("filler", "without"):
            after = next((each for each in marks[at + 1 :] if each.section != "filler"), None)
            if after is not None and after.section not in {"gap", "sign"}:
                found += [mark.text, after.text]
    return tuple(found)


def _is_beyond(mark: Mark, found: Query) -> bool:
    """Tell whether a mark asks for what no query gives: a share, what sells best, pieces."""
    if mark.is_of("rank", "smallest"):
        return found.ask not in {Ask.TOP, Ask.BIGGEST}
    is_told = found.share_of is not None or found.measure is Measure.PLAN
    if mark.is_of("shape", "share"):
        return not is_told and found.ask is not Ask.COMPARE
    return mark.is_of("shape", "beyond")
