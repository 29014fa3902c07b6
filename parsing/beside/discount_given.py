"""Take whoever was given a discount for who paid: "зробила Аделіні знижку, заплатила 1080"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_GIVING = (
    "зроби", "дала", "дали", "дав", "надала", "надали", "скинул", "скинув", "сдела", "дал",
    "предостав", "gave", "did", "made", "given", "let", "got", "отримал", "отримав", "получил",
    "зробл", "zrobyl", "sdelal", "dala", "skynul",
)  # fmt: skip
_DATIVE = ("у", "ю", "ові", "еві", "єві", "і", "ї", "е", "ой", "ій", "ам", "ям", "u", "iu", "i")
_SELLERS = frozenset({"supplier", "installer", "courier", "loader", "owner", "landlord", "staff"})
_PAID = frozenset({"pay", "give"})
_BETWEEN = frozenset({SpanKind.COMMON, SpanKind.VERB, SpanKind.PURPOSE, SpanKind.PERCENT})
_TO_US = frozenset({"to_us", "at_us"})


@woken_by(kinds=(SpanKind.DISCOUNT,))
def with_discount_given(line: list[Span]) -> list[Span]:
    """Let whoever was given a discount and then paid be who bought, be it us."""
    cut = next((at for at, span in enumerate(line) if span.kind is SpanKind.DISCOUNT), -1)
    if cut < 0 or any(it.value in _SELLERS for it in line):
        return line
    paid = next((at for at in range(cut + 1, len(line)) if _is_paid(line, at)), None)
    if paid is None:
        return line
    near = range(max(0, cut - _REACH), min(paid, cut + _REACH))
    giving = next((at for at in near if _gives(line[at])), None)
    if giving is not None and any(it.kind is SpanKind.AMOUNT for it in line[giving:cut]):
        return line
    is_to_us = giving is not None and any(it.value in _TO_US for it in line[:paid])
    if not is_to_us and not _is_to_somebody(line[:paid], giving, cut):
        return line
    told = list(line)
    if giving is not None:
        told[giving] = replace(line[giving], kind=SpanKind.COMMON, value="common")
    told[paid] = replace(line[paid], kind=SpanKind.VERB, value="buy" if is_to_us else "sell")
    return told


_REACH = 4
"""So near to "discount" it is said that it was given."""


def _gives(span: Span) -> bool:
    return span.folded.startswith(_GIVING) and span.kind in _BETWEEN | {SpanKind.WORD}


def _is_paid(line: Sequence[Span], at: int) -> bool:
    """Tell whether it is said there that somebody paid, and that the sum stands behind it."""
    span = line[at]
    is_payer = span.kind is SpanKind.VERB and span.value in _PAID
    return is_payer and any(it.kind is SpanKind.AMOUNT for it in line[at + 1 : at + 3])


def _is_to_somebody(line: Sequence[Span], giving: int | None, cut: int) -> bool:
    """Tell whether a name or a customer is whom it was given to: by its case, or behind "gave"."""
    for at, span in enumerate(line):
        if not _is_person(span):
            continue
        if span.text.isascii():
            if giving is not None and giving < at < cut:
                return True
        elif _is_getter(span) and (giving is not None or at == cut - 1):
            return True
    return False


def _is_person(span: Span) -> bool:
    is_word = span.kind is SpanKind.WORD and span.text[0].isupper()
    return span.kind is SpanKind.NAME or span.value == "customer" or is_word


def _is_getter(span: Span) -> bool:
    return span.folded.endswith(_DATIVE)
