"""What is refused though it was read: left out, a word would answer wrongly."""

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
    }
)
"""What a name or a word may narrow down."""
_FOR_ALL = frozenset(
    {Measure.RESULT, Measure.MARGIN, Measure.PLAN, Measure.RECEIVABLE, Measure.PAYABLE}
)
"""What no till or bank narrows down."""
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
_BEST_OF = {Group.DAY: Per.DAY, Group.MONTH: Per.MONTH}
_WITH_LIMIT = frozenset({Ask.TOP, Ask.LAST, Ask.BIGGEST})
ROWS_MAX = 62
"""So many rows a series has at most, two months of days."""
BEST_MAX = 366
"""The best day is looked for among so many."""


def checked(found: Query | Doubt, slots: Slots) -> Query | Doubt:
    """Refuse what has a word that cannot narrow it down, or that no query gives."""
    if isinstance(found, Doubt):
        return found
    words = _in_vain(found, slots)
    return found if words is None else Doubt(Unclear.WORDS, words)


def is_readable(found: Query) -> bool:
    """Tell whether a series is of what sums up over days, and of few enough; all else is."""
    if found.ask is not Ask.SERIES and found.group not in _BEST_OF:
        return True
    if found.measure in _NO_SERIES:
        return False
    per = found.per if found.group is None else _BEST_OF.get(found.group, found.per)
    is_short = found.ask is Ask.SERIES or found.measure in _OF_RESULT
    return len(parts_of(found.days, per)) <= (ROWS_MAX if is_short else BEST_MAX)


def _in_vain(found: Query, slots: Slots) -> tuple[str, ...] | None:
    """Give the words that would be left out; None where there are none."""
    beyond = tuple(mark.text for mark in slots.marks if _is_beyond(mark))
    if beyond:
        return beyond
    if len(slots.figures) > (found.ask in _WITH_LIMIT and slots.number is not None):
        return slots.figures
    if found.place is not None and found.measure in _FOR_ALL:
        return slots.place_words
    if not is_readable(found):
        return slots.shape_words
    if found.about is None:
        return None
    is_vague = len(slots.about) > 1 or found.measure not in _NARROWED or found.ask is Ask.WHY
    return (slots.about or (found.about,)) if is_vague else None


def _is_beyond(mark: Mark) -> bool:
    """Tell whether a mark asks for what no query gives: a share, the smallest, what sells best."""
    return mark.is_of("shape", "share", "goods") or mark.is_of("rank", "smallest")
