"""See goods in a firm's delivery that came with a paper: "Akvasvit delivery, waybill 88412"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PAPERS = ("waybill", "накладн", "delivery note", "nakladn", "видатков", "packing list")
_NO_PAPERS = ("експрес", "экспресс")
"""A carrier's own paper, for which carrying is paid."""
_BROUGHT = ("доставк", "завоз", "завіз", "привоз", "привіз", "deliver", "dostavk", "drop", "ship")
_BETWEEN = frozenset({SpanKind.PREPOSITION, SpanKind.COMMON})


@woken_by(*_PAPERS)
def with_goods_by_waybill(line: list[Span]) -> list[Span]:
    """Let what a firm that nobody knows delivered with a waybill be goods that were bought."""
    has_paper = any(map(_is_paper, line))
    if not has_paper or any(span.value in _CARRIED for span in line):
        return line
    return [
        replace(span, value="supplier_goods")
        if span.value == "delivery" and span.folded.startswith(_BROUGHT) and _is_of_firm(line, at)
        else span
        for at, span in enumerate(line)
    ]


_CARRIED = frozenset({"customer", "courier", "loader"})


def _is_paper(span: Span) -> bool:
    return any(
        word.startswith(_PAPERS) and not word.startswith(_NO_PAPERS)
        for word in (span.folded, *span.folded.split())
    )


def _is_of_firm(line: Sequence[Span], at: int) -> bool:
    """Tell whether a word with a capital that no list knows stands beside."""
    after = at + 1
    while after < len(line) and line[after].kind in _BETWEEN:
        after += 1
    beside = (*line[max(0, at - 1) : at], *line[after : after + 1])
    return any(it.kind is SpanKind.WORD and it.text[0].isupper() for it in beside)
