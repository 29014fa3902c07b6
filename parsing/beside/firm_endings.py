"""Know a firm that serves a town by how its name ends: "Дніпроводоканал", "Черкасигаз"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_SERVING = (
    "водоканал", "водоканалу", "обленерго", "облэнерго", "енергозбут", "энергосбыт", "теплоенерго",
    "теплоэнерго", "тепломереж", "теплосеть", "тепломережа", "облгаз", "міськсвітло",
    "комуненерго", "коммунэнерго", "vodokanal", "oblenergo", "oblenerho", "enerhozbut", "oblgaz",
    "oblhaz", "teploenergo", "teploenerho",
)  # fmt: skip
_GAS = ("газ", "gaz", "haz")
_GAS_LENGTH = 8
"""So long is a town with "газ" behind it; a shorter word may be anything."""
_NO_SUPPLIER = ("автогаз", "пропан", "бутан", "метан", "avtogaz", "propan")
_NOT_NAMES = frozenset(
    {SpanKind.AMOUNT, SpanKind.DATE, SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.VERB}
)


@woken_by(ends=(*_SERVING, *_GAS))
def with_utility_firms(line: Sequence[Span]) -> list[Span]:
    """Take each name that ends as a utility's does for a firm that sends such bills."""
    return [
        replace(span, kind=SpanKind.FIRM, value="utilities") if _serves(span) else span
        for span in line
    ]


def _serves(span: Span) -> bool:
    word = span.text.lower()
    if span.kind in _NOT_NAMES or not word.isalpha() or word.startswith(_NO_SUPPLIER):
        return False
    if any(word.endswith(end) and len(word) > len(end) for end in _SERVING):
        return True
    return word.endswith(_GAS) and len(word) >= _GAS_LENGTH and span.text[0].isupper()
