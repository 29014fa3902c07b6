"""See from its words alone that a clause goes on with what was told: change, a slip, a tip."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.spans import Span, SpanKind
from parsing.figures.denials import restates
from parsing.figures.set_aside import is_taken_of_brought, says_kept_for_himself
from parsing.figures.tips_on_top import is_to_helper, is_told_as_tip

_OF_BEFORE = frozenset(
    {
        "tip", "tips", "of it", "of that", "of which", "of them", "of those", "out of", "з них",
        "із них", "з того", "із того", "з цього", "из них", "из того", "с того", "с этого",
        "из этого", "чайових", "чаевых", "зверху", "сверху", "on top", "туди", "туда", "there",
        "звідти", "оттуда", "за все", "за всё", "for all", "for everything", "for both",
    }
)  # fmt: skip
"""What is said of a sum, or of a place, that was told before."""
_BOTH = frozenset("both обоє обидва обидві оба обе".split())
_BACK = frozenset({"back", "назад", "обратно"})
_NO = frozenset({"no", "ні", "нет", "нє"})
_UNDOING = frozenset({"slip", "that_is", "bargain"})
_CHANGED = frozenset({SpanKind.CHANGE, SpanKind.DISCOUNT})
_THINGS = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.FIRM})
_WHO = frozenset({SpanKind.ROLE, SpanKind.NAME, SpanKind.FIRM, SpanKind.ORDER})
_OURS = frozenset({"till", "bank", "owner"})
"""Who is told of with any money, and so is nobody else."""
_NAMING = _THINGS | _WHO | {SpanKind.WORD, SpanKind.BRAND}
"""Without one of these nothing is named: "spent 215" goes on with what was told."""


def goes_on(typed: Sequence[Span], before: Sequence[Span]) -> bool:
    """Tell whether spans with a sum go on with those before them, and are no part of their own."""
    kinds = {span.kind for span in typed}
    is_said_again = restates(before, typed) or _tells_same(typed, before)
    is_said_again = is_said_again or is_taken_of_brought(typed, before)
    is_said_again = is_said_again or _numbers_a_bag(typed, before) or _is_tip(typed, before)
    if not kinds & _NAMING or _says_of_before(typed) or is_said_again:
        return True
    sums = [at for at, span in enumerate(typed) if span.kind is SpanKind.AMOUNT]
    is_after_verb = any(span.kind is SpanKind.VERB for span in typed[: sums[0]])
    is_changed = bool(kinds & _CHANGED)
    if _is_of_another(typed, before):
        return is_changed and not is_after_verb
    values = {span.value for span in typed}
    is_change = is_changed and not (is_after_verb and len(sums) > 1)
    return is_change or {"give_back", "him"} <= values or says_back(typed)


def _numbers_a_bag(typed: Sequence[Span], before: Sequence[Span]) -> bool:
    """Tell whether a bare figure only numbers the bag that money went to the bank in."""
    told = [span for span in typed if span.kind is not SpanKind.PUNCTUATION]
    is_bare = len(told) == _BAG_AND_NUMBER and not told[-1].value
    return (
        is_bare
        and told[0].folded.startswith(_BAGS)
        and told[-1].kind is SpanKind.AMOUNT
        and any(span.value == "bank_deposit" for span in before)
    )


_BAG_AND_NUMBER = 2
_BAGS = ("пакет", "сумк", "мешо", "мешк", "мішо", "мішк", "bag", "pouch", "баул")


def _is_tip(typed: Sequence[Span], before: Sequence[Span]) -> bool:
    """Tell whether "50 на чай" is for who was paid before, and no tea."""
    return is_told_as_tip(typed) and is_to_helper(before)


def _tells_same(typed: Sequence[Span], before: Sequence[Span]) -> bool:
    """Tell whether the sum is one told before, in words or in digits, and nobody else got it."""
    told = [span for span in typed if span.kind is SpanKind.AMOUNT]
    return (
        len(told) == 1
        and any(
            span.kind is SpanKind.AMOUNT
            and span.number == told[0].number
            and span.text[0].isalpha() is not told[0].text[0].isalpha()
            for span in before
        )
        and not _is_of_another(typed, before)
    )


def _says_of_before(typed: Sequence[Span]) -> bool:
    words = [span.folded for span in typed]
    return (
        words[-1] in _BOTH
        or not _OF_BEFORE.isdisjoint({*words, *map(" ".join, pairwise(words))})
        or any(_takes_back(typed, at) for at in range(len(typed)))
        or says_kept_for_himself(typed)
    )


def _takes_back(typed: Sequence[Span], at: int) -> bool:
    """Tell whether something takes back what was told: "no, 350", "стоп"."""
    span, after = typed[at], typed[at + 1 : at + 2]
    is_no = span.kind is SpanKind.NEGATION and span.folded in _NO
    is_alone = not after or after[0].kind in {SpanKind.PUNCTUATION, SpanKind.AMOUNT}
    return (is_no and is_alone) or span.kind is SpanKind.CORRECTION or span.value in _UNDOING


def says_back(typed: Sequence[Span]) -> bool:
    """Tell whether something is said to come back, or to be left."""
    return any(span.kind is SpanKind.LEFTOVER or span.folded in _BACK for span in typed)


def _is_of_another(typed: Sequence[Span], before: Sequence[Span]) -> bool:
    """Tell whether somebody is named, or an order, that was not told of before."""
    known = {_named(span) for span in before if says_who(span)}
    return bool({_named(span) for span in typed if says_who(span)} - known)


def says_who(span: Span) -> bool:
    """Tell whether a span says who, or which order; a capital is as good as a name."""
    is_capital = span.kind is SpanKind.WORD and span.text[0].isupper()
    return (span.kind in _WHO and span.value not in _OURS) or is_capital


def _named(span: Span) -> str:
    return span.value or span.folded
