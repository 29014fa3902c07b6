"""The spans of one operation, gathered so that its parts can be asked for by kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.memory.memory import NOTHING_TAUGHT, ShopMemory


@dataclass(frozen=True, slots=True)
class Clues:
    """What one stretch of a message has to say about one movement of cash."""

    spans: tuple[Span, ...]
    by_kind: dict[SpanKind, list[int]]
    """Where the spans of a kind stand."""
    values: dict[SpanKind, set[str]]
    """What the spans of a kind mean."""
    lexicon: Lexicon
    memory: ShopMemory = NOTHING_TAUGHT

    def all(self, *kinds: SpanKind) -> list[Span]:
        """Give the spans of these kinds, kind by kind."""
        return [self.spans[index] for kind in kinds for index in self.by_kind.get(kind, ())]

    def has(self, kind: SpanKind, *values: str) -> bool:
        """Tell whether there is a span of a kind, and with one of the values if any are given."""
        found = self.values.get(kind)
        if found is None:
            return False
        return not values or not found.isdisjoint(values)

    def neighbour(self, index: int, step: int) -> Span | None:
        """Give the span that stands so many places from another."""
        at = index + step
        return self.spans[at] if 0 <= at < len(self.spans) else None


def gather_clues(
    spans: Iterable[Span], lexicon: Lexicon, memory: ShopMemory = NOTHING_TAUGHT
) -> Clues:
    """Sort the spans of one operation by kind."""
    kept = tuple(spans)
    by_kind: dict[SpanKind, list[int]] = {}
    values: dict[SpanKind, set[str]] = {}
    for index, span in enumerate(kept):
        kind = span.kind
        if kind in by_kind:
            by_kind[kind].append(index)
            values[kind].add(span.value)
        else:
            by_kind[kind], values[kind] = [index], {span.value}
    return Clues(kept, by_kind, values, lexicon, memory)
