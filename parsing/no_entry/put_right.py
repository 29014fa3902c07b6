"""Tell ways to put an entry right: "заміни 350 на 530", "it was 530, not 350", "order 1 not 2"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_REPLACE = frozenset({"заміни", "замініть", "замени", "замените", "replace", "swap"})
_WHERE = frozenset({"там де", "там где", "where it says"})
_WAYS = frozenset(
    "прихід приход приходу расход росход расхода витрата витрату дохід доход income expense"
    " payout outgoing incoming повернення возврат refund".split()
)
_BUT = frozenset({"а", "but", "not", "не"})
_BY = frozenset({"на", "with", "by", "for", "to"})
_WAS = frozenset({"was", "було", "было", "was only", "were"})
_DENYING = frozenset({"denied", "instead"})
_PAIR = 2


@woken_by(words=(*_WHERE, *_REPLACE), kinds=(SpanKind.NEGATION,), values=_DENYING)
def puts_right(spans: Sequence[Span]) -> bool:
    """Tell whether a figure or an order told before is replaced by another."""
    if not spans:
        return False
    is_of_place = spans[0].folded in _WHERE and any(span.number is not None for span in spans)
    if _is_other_way(spans):
        return True
    return is_of_place or _replaces(spans) or _was_other(spans) or _is_other_order(spans)


def _is_other_way(spans: Sequence[Span]) -> bool:
    """Tell whether one way is denied and the other told: "то ж не росход був, а приход"."""
    ways = [at for at, span in enumerate(spans) if span.text.casefold() in _WAYS]
    if len(ways) != _PAIR or any(span.number is not None for span in spans):
        return False
    denials = [at for at, span in enumerate(spans) if span.kind is SpanKind.NEGATION]
    return any(way - 2 <= at < way for at in denials for way in ways)


def _replaces(spans: Sequence[Span]) -> bool:
    figures = [at for at, span in enumerate(spans) if span.number is not None]
    if spans[0].text.casefold() not in _REPLACE or len(figures) != _PAIR:
        return False
    between = spans[figures[0] + 1 : figures[1]]
    return any(span.folded in _BY for span in between)


def _was_other(spans: Sequence[Span]) -> bool:
    """Tell whether a sum "was" so much and not another: "кур'єру було 530 а не 350"."""
    if any(span.kind is SpanKind.VERB for span in spans):
        return False
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != 1:
        return False
    was = any(span.folded in _WAS for span in spans[: sums[0]])
    return (
        was
        and any(
            span.value in _DENYING or span.kind is SpanKind.NEGATION
            for span in spans[sums[0] + 1 :]
        )
        and any(span.kind is SpanKind.QUANTITY for span in spans[sums[0] + 1 :])
    )


def _is_other_order(spans: Sequence[Span]) -> bool:
    """Tell whether an order is named and another denied: "it was order 2719 not 2791"."""
    orders = [at for at, span in enumerate(spans) if span.kind is SpanKind.ORDER]
    denials = [at for at, span in enumerate(spans) if span.kind is SpanKind.NEGATION]
    if not orders or not denials or any(span.kind is SpanKind.VERB for span in spans):
        return False
    after = [span for span in spans[denials[0] + 1 :] if span.kind is not SpanKind.COMMON]
    is_number = bool(after) and after[0].kind in {SpanKind.ORDER, SpanKind.AMOUNT}
    return is_number and len(after) == 1 and len(after[0].text) == len(spans[orders[0]].value)
