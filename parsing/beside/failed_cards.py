"""Read a card that failed or was only wanted as none: "card declined, so she paid 900 cash"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_FAILED = (
    "declin", "refus", "fail", "reject", "bounced", "пройшл", "прошл", "прочит", "прац", "работ",
    "спрацю", "сработ", "хот", "wanted", "wants", "забув", "забул", "забыл", "forgot", "without",
    "без", "no", "didn't work", "не взя", "завис", "глюч", "відхил", "отклон", "заблок",
)  # fmt: skip
_REACH = 3
_HUSHED = frozenset({SpanKind.NEGATION, SpanKind.PLAN, SpanKind.CARD, SpanKind.HARMLESS})


@woken_by(kinds=(SpanKind.CARD,))
def without_failed_cards(line: list[Span]) -> list[Span]:
    """Take a card for nothing where it failed and the one sum is said to be cash."""
    cards = [at for at, span in enumerate(line) if span.kind is SpanKind.CARD]
    amounts = [at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT]
    if len(cards) != 1 or len(amounts) != 1 or not _is_cash(line, amounts[0], cards[0]):
        return line
    near = range(max(0, cards[0] - _REACH), min(len(line), cards[0] + _REACH))
    if not any(_says_failed(line[at]) for at in near if at != cards[0]):
        return line
    return [
        replace(span, kind=SpanKind.COMMON, value="common")
        if at in near and at < amounts[0] and span.kind in _HUSHED
        else span
        for at, span in enumerate(line)
    ]


def _says_failed(span: Span) -> bool:
    return any(word.startswith(_FAILED) for word in span.folded.split())


def _is_cash(line: Sequence[Span], amount: int, card: int) -> bool:
    """Tell whether the sum stands beside "cash", behind the card."""
    near = line[max(0, amount - 2) : amount + 3]
    return card < amount and any(
        span.kind is SpanKind.CASH and span.value == "cash" for span in near
    )
