"""Let a message's spans be what the shop has taught that they are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold
from parsing.memory.memory import Remembered, ShopMemory, memory_key

_RECALLED = frozenset(
    {
        SpanKind.WORD,
        SpanKind.NAME,
        SpanKind.THING,
        SpanKind.FIRM,
        SpanKind.GOODS,
        SpanKind.BRAND,
    }
)
"""What a shop may give a meaning of its own; verbs and outright purposes keep theirs."""


def recall(spans: Sequence[Span], memory: ShopMemory) -> list[Span]:
    """Make words that the shop has taught into things with a category, and into names."""
    if not memory.facts:
        return list(spans)
    return [
        span if span.kind not in _RECALLED else _recalled(span, memory.find(fold(span.text)))
        for span in spans
    ]


def facts_in(spans: Sequence[Span], memory: ShopMemory) -> Iterator[Remembered]:
    """Give what is remembered of the words of some spans."""
    if not memory.facts:
        return
    for span in spans:
        fact = memory.find(fold(span.text)) if span.kind in _RECALLED else None
        if fact is not None:
            yield fact


def name_meant(typed: str, memory: ShopMemory) -> str:
    """Give who is meant by a name as it was typed: a nickname stands for somebody."""
    fact = memory.find(fold(typed))
    if fact is None or fact.counterparty is None:
        return typed
    is_same = memory_key(fold(fact.counterparty)) == memory_key(fold(typed))
    return typed if is_same else fact.counterparty


def _recalled(span: Span, fact: Remembered | None) -> Span:
    if fact is None:
        return span
    if fact.counterparty is not None:
        is_open = span.kind is SpanKind.WORD
        return replace(span, kind=SpanKind.NAME, value="name") if is_open else span
    if fact.category is None:
        return span
    return replace(span, kind=SpanKind.THING, value=fact.category.value)
