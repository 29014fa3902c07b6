"""Know a firm by how its name ends: "Дніпроводоканал", "Черкасигаз", "Термопласт ТОВ"."""

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


_NAMES = frozenset({SpanKind.WORD, SpanKind.NAME})


@woken_by(values=("legal",))
def with_legal_forms_ahead(line: list[Span]) -> list[Span]:
    """Let what a firm is stand before its name, as it mostly does: "Термопласт ТОВ — муфти"."""
    told = list(line)
    for at in range(1, len(line)):
        name, form = line[at - 1 : at + 1]
        after = line[at + 1] if at + 1 < len(line) else form
        is_behind = form.value == "legal" and not (_is_name(after) or after.text in _QUOTES)
        if is_behind and _is_name(name):
            told[at - 1 : at + 1] = [form, name]
    return told


def _is_name(span: Span) -> bool:
    return span.kind in _NAMES and span.text[0].isupper()


_QUOTES = frozenset({"«", '"', "“", "„"})
