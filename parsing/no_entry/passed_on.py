"""Tell what a colleague should pass on: "if Andrii calls, tell him 14 boxes not 12"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_IF = frozenset({"if", "when", "якщо", "як", "коли", "если", "когда", "раптом", "вдруг"})
_CALLING = (
    "call", "ring", "phone", "ask", "come", "show", "turn", "подзвон", "дзвон", "набер", "зателеф",
    "прийде", "приїде", "зайде", "пита", "спита", "запита", "позвон", "звон", "придет", "придёт",
    "приед", "зайдет", "зайдёт", "спрос", "спраш", "объяв",
)  # fmt: skip
_TELLING = frozenset(
    "tell say скажи скажіть скажите сказати сказать перекажи перекажіть передай передайте"
    " передати передать кажи кажіть говори".split()
)
_PHRASES = ("let him know", "let her know", "let them know", "pass on", "tell ")
_DONE = frozenset({SpanKind.VERB, SpanKind.CURRENCY, SpanKind.CASH, SpanKind.SIGN_WORD})
_WHOM = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.PERSON})
_OPENING = 2


@woken_by(*_TELLING, *_PHRASES)
def is_passed_on(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is to be told something, when he calls or at once."""
    if any(_acts(span) for span in spans):
        return False
    telling = [at for at, span in enumerate(spans) if _is_telling(span)]
    if not telling:
        return False
    if_at = next((at for at, span in enumerate(spans) if span.folded in _IF), len(spans))
    is_called = any(span.folded.startswith(_CALLING) for span in spans[if_at : telling[-1]])
    after = spans[telling[0] + 1 : telling[0] + 2]
    is_at_once = telling[0] < _OPENING and any(it.kind in _WHOM for it in after)
    return is_called or is_at_once


def _is_telling(span: Span) -> bool:
    said = span.text.lower()
    return said in _TELLING or said.startswith(_PHRASES)


def _acts(span: Span) -> bool:
    """Tell whether money was moved: calling and telling are none of it."""
    is_verb = span.kind is SpanKind.VERB and span.value != "unsure"
    is_talk = span.text.lower().startswith(_CALLING) or _is_telling(span)
    return (span.kind in _DONE and (span.kind is not SpanKind.VERB or is_verb)) and not is_talk
