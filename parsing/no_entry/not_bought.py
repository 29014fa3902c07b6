"""Tell what somebody looked at and left: its price is told, and no money moved."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_TAKING = frozenset({"buy", "take", "give_back", "carry", "move"})
"""What is denied of goods; "забрала" and "didn't pick up" are read as one of these."""
_BOUGHT = (
    "купив", "купил", "взяв", "взял", "бра", "забра", "придба", "приобр", "bought", "buy",
    "took", "take", "taking", "buying", "purchas", "pick", "collect", "викуп", "выкуп",
)  # fmt: skip
_NOTHING = frozenset({"nothing", "нічого", "ничего", "anything", "нічо", "ничо"})
_WITHOUT = frozenset({"without", "не", "not", "never", "ні", "no", "так и не", "так і не"})
_EMPTY_HANDED = (
    "ні з чим", "ни с чем", "empty handed", "empty-handed", "with nothing", "without a thing",
    "з порожніми руками", "с пустыми руками", "порожнем", "без покупки", "without buying",
    "without taking", "without purchasing", "no sale",
)  # fmt: skip
_TRADED = frozenset(
    {"pay", "give", "receive", "sell", "buy", "take", "spend", "deposit", "put_in", "withdraw"}
)
_CAME = ("прийш", "приш", "зайш", "зашл", "заход", "підійш", "подош", "came", "come", "comes")
"""Who came may have come for nothing: "прийшли за котлом 21 500, але так і не взяли"."""
_OF_THE_SUM = frozenset({SpanKind.CHANGE, SpanKind.LEFTOVER, SpanKind.CASH, SpanKind.CARD})
"""What is not taken here is no ware: "he didn't take the change"."""
_OBJECTS = frozenset(
    {SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.DOCUMENT_WORD, SpanKind.BRAND}
)
_ENDS = frozenset({",", ".", ";", "!", "—", "–", "-", "(", ")"})
_REACH = 3


@woken_by(
    *_EMPTY_HANDED,
    "didn",
    words=(*_NOTHING, *_WITHOUT),
    kinds=(SpanKind.NEGATION,),
    values=("without",),
)
def is_not_bought(spans: Sequence[Span]) -> bool:
    """Tell whether the one sum is the price of what nobody took: "насос за 3 600 не взяв"."""
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    if len(amounts) != 1 or amounts[0].sign or any(it.kind in _OF_THE_SUM for it in spans):
        return False
    denied = _denied(spans)
    if any(
        span.kind is SpanKind.VERB
        and span.value in _TRADED
        and at not in denied
        and not span.text.lower().startswith(_CAME)
        for at, span in enumerate(spans)
    ):
        return False
    if _goes_empty_handed(spans):
        return True
    return any(_is_of_the_price(spans, at) for at in denied)


def _goes_empty_handed(spans: Sequence[Span]) -> bool:
    said = f" {' '.join(span.text.lower() for span in spans)} "
    return any(f" {phrase} " in said for phrase in _EMPTY_HANDED)


def _denied(spans: Sequence[Span]) -> set[int]:
    """Say which words of buying are denied, before them or behind: "bought nothing"."""
    places: set[int] = set()
    for at, span in enumerate(spans):
        after = spans[at + 1 : at + 2]
        if span.kind is SpanKind.VERB and any(it.folded in _NOTHING for it in after):
            places.add(at)
        if not _is_of_buying(span):
            continue
        before = spans[max(0, at - _REACH) : at]
        is_denied = any(_denies(it) for it in _till_border(before[::-1]))
        if is_denied or any(it.folded in _NOTHING for it in after) or _holds_denial(span):
            places.add(at)
    return places


def _is_of_buying(span: Span) -> bool:
    if span.kind is SpanKind.VERB and span.value in _TAKING:
        return True
    words = span.text.lower().split()
    return span.kind is not SpanKind.AMOUNT and any(word.startswith(_BOUGHT) for word in words)


def _holds_denial(span: Span) -> bool:
    """Tell whether a phrase denies in itself: "didn't take", "не взяв"."""
    words = span.folded.split()
    return len(words) > 1 and (words[0] in _WITHOUT or words[0].startswith(("didn", "did not")))


def _denies(span: Span) -> bool:
    words = span.folded.split() or [""]
    is_denying = span.kind is SpanKind.NEGATION or span.folded in _NOTHING
    return is_denying or words[-1] in _WITHOUT or span.value == "without"


def _till_border(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if span.text in _ENDS or span.kind in {SpanKind.NEWLINE, SpanKind.AMOUNT}:
            break
        kept.append(span)
    return kept


def _is_of_the_price(spans: Sequence[Span], at: int) -> bool:
    """Tell whether what was not taken is what the price is of, and nothing beside it."""
    start = end = at
    while start > 0 and not _is_border(spans[start - 1]):
        start -= 1
    while end + 1 < len(spans) and not _is_border(spans[end + 1]):
        end += 1
    clause = spans[start : end + 1]
    if any(span.kind is SpanKind.AMOUNT for span in clause):
        return True
    if any(span.kind in _OBJECTS for span in clause):
        return False  # "клієнт взяв насос за 3 600, шланг не взяв"
    return not (_is_thing(spans, at + 1, end) or _is_thing_before(spans, start, at))


def _is_border(span: Span) -> bool:
    return span.text in _ENDS or span.kind is SpanKind.NEWLINE or span.value == "but"


def _is_thing(spans: Sequence[Span], at: int, end: int) -> bool:
    """Tell whether an unknown word follows the verb, which is then what was not taken."""
    return at <= end and spans[at].kind is SpanKind.WORD and not spans[at].text[0].isupper()


def _is_thing_before(spans: Sequence[Span], start: int, verb: int) -> bool:
    """Tell whether an unknown word opens the clause right before "не взяв": "чек не взяв"."""
    at = start
    if at + 1 >= verb or spans[at].kind is not SpanKind.WORD:
        return False
    return spans[at + 1].kind is SpanKind.NEGATION and not spans[at].text[0].isupper()
