"""Tell what somebody only announced: "the boss says bonuses on Monday, 3 000 each"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_SAYING = frozenset(
    "said says saying promised promises announced announces announcing told tells reckons"
    " сказав сказала сказали каже кажуть казав казала казали говорить обіцяв обіцяла обіцяли"
    " обіцяє обіцяють сказал говорит говорят говорил говорила говорили обещал обещала обещали"
    " обещает обещают messaged wrote texted написав написала пише написали написал пишет"
    " предупредил предупредила предупредили попередив попередила попередили хочуть хочет хоче"
    " хотят".split()
)
_PAIR = 2
_ASKED_TO = ("запис", "занес", "внес", "провест", "write", "note", "log", "record", "enter")
"""Who was told to write it down tells of something done."""
_DONE = frozenset({SpanKind.CASH, SpanKind.SIGN_WORD, SpanKind.ORDER, SpanKind.GOODS})
_DUE = frozenset({"salary", "salary_advance", "rent", "utilities", "taxes_fees", "phone_internet"})
"""What is announced ahead, and comes round."""
_EACH = frozenset(
    "each apiece кожному кожній каждому каждой head person всім всем кожен каждый".split()
)


@woken_by(words=(*_SAYING, *_EACH))
def is_only_announced(spans: Sequence[Span]) -> bool:
    """Tell whether a wage, a rent or so much for each is told as somebody's words, and no more."""
    amounts = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if not amounts or any(_is_done(span) for span in spans):
        return False
    saying = next((at for at, span in enumerate(spans) if _says(span)), -1)
    is_due = any(span.value in _DUE and span.kind is SpanKind.PURPOSE for span in spans)
    is_everybody = any(_EACH & set(span.folded.split()) for span in spans)
    is_each = is_everybody or any(it.kind is SpanKind.EACH or it.value == "by" for it in spans)
    is_ahead = any(
        span.kind in {SpanKind.DATE, SpanKind.MONTH, SpanKind.WEEKDAY} for span in spans
    )
    if saying < 0:
        # "In monday wages, 10 000 to everybody" tells of a day and not of a sum.
        return is_due and is_everybody and is_ahead and not _names_somebody(spans)
    if saying < amounts[0]:
        return is_due and (is_each or is_ahead)
    is_from = any(span.kind is SpanKind.MONTH for span in spans)
    return is_due and ((is_each and is_ahead) or (is_from and saying >= len(spans) - _PAIR))


def _names_somebody(spans: Sequence[Span]) -> bool:
    return any(span.kind in {SpanKind.NAME, SpanKind.QUANTITY} for span in spans)


def _says(span: Span) -> bool:
    is_open = span.kind is not SpanKind.VERB and span.kind is not SpanKind.NAME
    return is_open and bool(_SAYING & set(span.folded.split()))


def _is_done(span: Span) -> bool:
    is_verb = span.kind is SpanKind.VERB and span.value != "unsure"
    return is_verb or span.kind in _DONE or span.folded.startswith(_ASKED_TO)
