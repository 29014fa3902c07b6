"""Give a sum the currency that is told beside it: "owner took dollars, 300", "200, евро"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line

_BETWEEN = frozenset({SpanKind.PUNCTUATION, SpanKind.COMMON})

_ENDING = frozenset({SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.PREPOSITION})
"""What may stand behind a currency of which no more is told."""


@woken_by(kinds=(SpanKind.CURRENCY,))
def take_currency_apart(line: Line) -> None:
    """Let the one sum be of the currency named last, with no more than a sign between; confirm it.

    Who changes money tells a rate, which is another currency's.
    """
    named, amounts = line.where(SpanKind.CURRENCY), line.amounts()
    if len(amounts) != 1 or not named or line.where(SpanKind.EXCHANGE, SpanKind.NUMBER):
        return
    (amount,) = amounts
    money = _of_sum(line, named, amount)
    if money is None or line.spans[amount].value:
        return
    line.set(amount, replace(line.spans[amount], value=money.value, is_sure=False))
    for at in named:
        line.set(at, replace(line.spans[at], kind=SpanKind.COMMON, value="common"))


def _of_sum(line: Line, named: list[int], amount: int) -> Span | None:
    """Give the currency right before a sum or behind it; of several those before are denied."""
    last = named[-1]
    between = line.spans[min(last, amount) + 1 : max(last, amount)]
    is_beside = all(span.kind in _BETWEEN for span in between)
    others = {line.spans[at].value for at in named} - {line.spans[last].value}
    is_denied = any(span.kind is SpanKind.NEGATION for span in line.spans[named[0] + 1 : last])
    after = line.at(last + 1)
    is_all = last < amount or after is None or after.kind in _ENDING
    return line.spans[last] if is_beside and is_all and (not others or is_denied) else None
