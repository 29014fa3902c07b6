"""Tell goods that ran out, and the figures of their make, from a sale."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_NO_STOCK = (
    "out of stock", "discontinued", "sold out", "нет в наличии", "немає в наявності",
    "знято з виробництва", "снят с производства", "сняли с производства",
)  # fmt: skip
_RUN_OUT = ("закінч", "законч", "скінч", "zakinch", "zakonch", "skinch")
_RAN = ("ran out", "run out")
_STORES = ("склад", "полиц", "полк", "stock", "warehouse", "shelf", "sklad")
_DOING = frozenset(
    {SpanKind.VERB, SpanKind.CURRENCY, SpanKind.CASH, SpanKind.SIGN_WORD, SpanKind.TOTAL}
)
_BY_SOMEBODY = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.FIRM, SpanKind.ORDER})


@woken_by(
    "stock", "discontinued", "наличии", "наявності", "виробництва", "производства", *_RUN_OUT,
    words=("out",),
)  # fmt: skip
def is_out_of_stock(spans: Sequence[Span]) -> bool:
    """Tell whether only what is not to be had is told: "sizes 20 and 25 are out of stock".

    Of goods that ran out the figure is their model: "котел бош 6000 закінчився".
    """
    if any(span.kind in _DOING for span in spans):
        return False
    said = " ".join(span.folded for span in spans)
    return any(each in said for each in _NO_STOCK) or _is_model_run_out(spans)


def _is_model_run_out(spans: Sequence[Span]) -> bool:
    said = " ".join(span.text.lower() for span in spans)
    is_out = any(word.startswith(_RUN_OUT) for word in said.split())
    is_out = is_out or any(phrase in said for phrase in _RAN)
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if not is_out or len(sums) != 1 or any(map(_is_by_somebody, spans)):
        return False
    (at,) = sums
    before = spans[at - 1].kind if at else SpanKind.PUNCTUATION
    is_model = before is SpanKind.BRAND
    is_model = is_model or (before is SpanKind.GOODS and any(it in said for it in _STORES))
    is_of_goods = any(span.kind is SpanKind.GOODS for span in spans)
    return is_of_goods and is_model and not (spans[at].value or spans[at].sign)


def _is_by_somebody(span: Span) -> bool:
    """Tell whether somebody is named; a customer may have left with nothing."""
    return span.kind in _BY_SOMEBODY and span.value != "customer"
