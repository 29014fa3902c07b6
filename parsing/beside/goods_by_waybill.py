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
_CARRYING = frozenset({"customer", "courier", "loader"})
_NO_FIRMS = ("nova", "нова")
"""What a carrier is called for short that no list names so."""
_FAMILIES = (
    "enko", "uk", "skyi", "ska", "енко", "енка", "енку", "ук", "юк", "чука", "чуку", "ський",
    "ська", "ский", "ская",
)  # fmt: skip


@woken_by(*_PAPERS)
def with_goods_by_waybill(line: list[Span]) -> list[Span]:
    """Let what a firm that nobody knows delivered with a waybill be goods that were bought."""
    if not any(map(_is_paper, line)) or any(span.value in _CARRYING for span in line):
        return line
    told = list(line)
    for at, span in enumerate(line):
        is_brought = span.value == "delivery" and span.folded.startswith(_BROUGHT)
        firm = _firm_beside(line, at) if is_brought else None
        if firm is not None:
            told[at] = replace(span, value="supplier_goods")
            told[firm] = replace(line[firm], kind=SpanKind.FIRM, value="supplier_goods")
    return told


def _is_paper(span: Span) -> bool:
    return any(
        word.startswith(_PAPERS) and not word.startswith(_NO_PAPERS)
        for word in (span.folded, *span.folded.split())
    )


def _firm_beside(line: Sequence[Span], at: int) -> int | None:
    """Give the place of a word with a capital that no list knows, right beside."""
    after = at + 1
    while after < len(line) and line[after].kind in _BETWEEN:
        after += 1
    return next((it for it in (at - 1, after) if 0 <= it < len(line) and _is_firm(line[it])), None)


def _is_firm(span: Span) -> bool:
    is_written = span.kind is SpanKind.WORD and span.text[0].isupper()
    is_person = span.folded.endswith(_FAMILIES)
    return is_written and not is_person and not span.folded.startswith(_NO_FIRMS)
