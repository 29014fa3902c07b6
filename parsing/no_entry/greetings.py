"""Tell wishes with somebody's age from money: "happy bday Vita, 30 and gorgeous"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.no_entry.beside_clauses import is_capital_word

_GREETINGS = (
    "happy bday", "happy birthday", "congrats", "congratulations", "happy new year",
    "merry christmas", "з днем народження", "с днем рождения", "с днюхой", "вітаю", "вітаємо",
    "поздравля", "з новим роком", "с новым годом", "з днюхою",
)  # fmt: skip
_DONE = frozenset({SpanKind.VERB, SpanKind.CURRENCY, SpanKind.CASH, SpanKind.SIGN_WORD})


@woken_by(*_GREETINGS)
def is_greeting(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is wished well, and the figure is how old he is."""
    is_called = spans[0].kind is SpanKind.NAME or is_capital_word(spans[0])
    said = " ".join(it.folded for it in spans[is_called:] if it.kind is not SpanKind.PUNCTUATION)
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    is_age = all(_is_wished(span) for span in amounts)
    return said.startswith(_GREETINGS) and is_age and not any(it.kind in _DONE for it in spans)


def _is_wished(span: Span) -> bool:
    """Tell whether a figure is an age, or told in words: "тысячу поводов для улыбки"."""
    return not span.value and ((span.number or 0) <= _AGE_MAX or span.text[0].isalpha())


_AGE_MAX = 99
