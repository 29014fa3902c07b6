"""Leave out what something is bought in case of: "candles in case the power goes, 88"."""

from collections.abc import Sequence

from parsing.annotation.spans import Span, SpanKind

_CASES = frozenset({"випадок", "случай"})
_THAT = frozenset({"як", "якщо", "если", "коли", "когда", "що", "что"})
_ENDS = frozenset({",", ".", ";", "!", "-", "–", "—", "\n"})


def without_cases(spans: list[Span]) -> list[Span]:
    """Cut off "на випадок, як світла не буде" up to the next sign or figure."""
    at = next((it for it in range(1, len(spans)) if _opens(spans, it)), None)
    if at is None:
        return spans
    end = at + 1
    if end + 1 < len(spans) and spans[end].text == "," and spans[end + 1].folded in _THAT:
        end += 2
    while end < len(spans) and spans[end].text not in _ENDS:
        if spans[end].kind is SpanKind.AMOUNT:
            break
        end += 1
    return [*spans[: at - 1], *spans[end:]]


def _opens(spans: Sequence[Span], at: int) -> bool:
    is_case = spans[at].folded in _CASES and spans[at - 1].folded == "на"
    return is_case or (spans[at].folded == "case" and spans[at - 1].folded == "in")
