"""Let "Прихід:" and "Витрата:" on lines of their own hold for every line below, up to the next."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_IN = frozenset(
    "прихід приход надходження поступления доход дохід доходи доходы income in incoming received"
    " плюс plus продажі продажи sales".split()
)
_OUT = frozenset(
    "витрата витрати расход расходы видатки видатки виплати выплаты expenses expense out outgoing"
    " outgoings spent payouts мінус минус minus".split()
)
_MARKS = frozenset({":", "-", "–", "—", "."})
_OWN = frozenset({SpanKind.VERB, SpanKind.SIGN_WORD})
_LEAST = 2


def with_signs_of_sections(spans: list[Span]) -> list[Span]:
    """Give the sums below a heading its sign, where one is of income and another of expense."""
    if sum(span.kind is SpanKind.NEWLINE for span in spans) < _LEAST:
        return spans
    lines = _lines(spans)
    headings = {sign for line in lines if (sign := _sign_of(line))}
    if len(headings) < _LEAST:
        return spans
    told: list[Span] = []
    sign = ""
    for line in lines:
        heading = _sign_of(line)
        sign = heading or sign
        is_own = any(span.kind in _OWN or span.sign for span in line)
        told.extend(line if heading or is_own else (_signed(span, sign) for span in line))
    return told


def _lines(spans: Sequence[Span]) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for span in spans:
        lines[-1].append(span)
        if span.kind is SpanKind.NEWLINE:
            lines.append([])
    return lines


def _sign_of(line: Sequence[Span]) -> str:
    """Give the sign of a line that is nothing but a heading."""
    words = [it for it in line if it.kind is not SpanKind.NEWLINE and it.text not in _MARKS]
    if len(words) != 1:
        return ""
    said = words[0].text.casefold()
    return "+" if said in _IN else "-" if said in _OUT else ""


def _signed(span: Span, sign: str) -> Span:
    return replace(span, sign=sign) if span.kind is SpanKind.AMOUNT else span
