"""Tell papers that lie there and their numbers: "лежат накладные 3301 и 3302 на подпись"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PAPERS = (
    "накладн", "видатков", "рахунк", "рахунок", "счет", "счёт", "акт", "договор", "договір",
    "документ", "бумаг", "папер", "квитанц", "довіреност", "доверенност", "invoice", "waybill",
    "contract", "papers", "paperwork", "document", "delivery note", "receipts", "nakladn",
)  # fmt: skip
_AT_REST = (
    "леж", "підпис", "подпис", "столі", "столе", "папці", "папке", "теці", "чека", "жду", "ждет",
    "lying", "lie", "sign", "desk", "folder", "waiting", "table", "tray", "lezh", "pidpys",
)  # fmt: skip
_JOINING = frozenset({",", "та", "і", "и", "and", "й", "по", "for", "№", "no", "nos", "&", "/"})
_MOVED = frozenset(
    {SpanKind.CASH, SpanKind.CURRENCY, SpanKind.SIGN_WORD, SpanKind.CARD, SpanKind.CHANGE}
)
_DONE = frozenset(
    "give pay receive take sell buy give_back bring deposit withdraw spend put_in".split()
)
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER, SpanKind.RANGE})
_NUMBERED = _FIGURES | {SpanKind.ORDER, SpanKind.MODEL, SpanKind.QUANTITY}


@woken_by(*_PAPERS)
def is_of_papers_at_rest(spans: Sequence[Span]) -> bool:
    """Tell whether papers are told of, with nothing but their numbers, that lie or wait."""
    words = [word for span in spans for word in span.text.lower().split()]
    if any(span.kind in _MOVED or span.value in _DONE for span in spans):
        return False
    papers = [at for at, span in enumerate(spans) if span.text.lower().startswith(_PAPERS)]
    if not papers or not any(word.startswith(_AT_REST) for word in words):
        return False
    figures = [at for at, span in enumerate(spans) if span.kind in _FIGURES]
    return all(_numbers_paper(spans, papers, at) for at in figures)


def _numbers_paper(spans: Sequence[Span], papers: Sequence[int], at: int) -> bool:
    """Tell whether a bare figure stands in a list right behind the papers that it numbers."""
    if spans[at].value or spans[at].sign:
        return False
    while at > 0 and at not in papers:
        at -= 1
        is_listed = spans[at].kind in _NUMBERED or spans[at].kind is SpanKind.JOINER
        if not is_listed and spans[at].folded not in _JOINING and at not in papers:
            return False
    return at in papers
