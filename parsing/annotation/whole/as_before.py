"""See that a sum is told by what was paid before or asked: "courier, same as yesterday"."""

from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

AS_BEFORE = "as_before"
"""The value of a vague word that leads back to an earlier sum."""
_AS_BEFORE = frozenset(
    tuple(phrase.split())
    for phrase in (
        "same as", "same sum", "same amount", "the usual", "as usual", "as always",
        "what he asked", "what she asked", "what they asked", "як минулого разу",
        "як і минулого разу", "як завжди", "як зазвичай", "так само як", "стільки ж",
        "стільки само", "сума та ж", "сума та сама", "та сама сума", "та ж сума",
        "скільки просив", "скільки просила", "скільки просили", "все що просив", "як і вчора",
        "как в прошлый раз", "как обычно", "как всегда", "сумма та же", "та же сумма",
        "столько же", "сколько просил", "сколько просила", "сколько просили", "все что просил",
        "как и вчера", "та же что", "та же как", "такая же как", "такая же сумма", "те же деньги",
        "тот же тариф", "та сама що", "така сама як", "така ж сума", "така сама сума",
        "така ж як", "ті самі гроші", "то же самое", "то же что", "те саме", "те ж саме",
        "те ж що", "all the same", "the same again",
    )
)  # fmt: skip
_OPENING = frozenset(phrase[0] for phrase in _AS_BEFORE)
_TOLD = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER, SpanKind.RANGE, SpanKind.QUANTITY})
_PAID = frozenset({SpanKind.ROLE, SpanKind.PURPOSE, SpanKind.THING, SpanKind.VERB})


def with_sums_as_before(spans: list[Span]) -> list[Span]:
    """Read "the usual" as a sum that is not said, where none is and somebody was paid."""
    kinds = {span.kind for span in spans}
    if kinds & _TOLD or not (kinds & _PAID or _bids_to_note(spans)):
        return spans
    words = [
        (word, at)
        for at, span in enumerate(spans)
        if span.kind is not SpanKind.PUNCTUATION
        for word in span.folded.split()
    ]
    for start, (word, _) in enumerate(words):
        if word not in _OPENING:
            continue
        for phrase in _AS_BEFORE:
            said = words[start : start + len(phrase)]
            if tuple(each for each, _ in said) == phrase:
                return _said_vaguely(spans, {at for _, at in said})
    return spans


def _bids_to_note(spans: list[Span]) -> bool:
    """Tell whether it opens as what is to be noted: "запиши те саме, що й учора"."""
    return " ".join(span.folded for span in spans[:2]).startswith(_NOTING)


_NOTING = ("запиш", "внес", "занес", "добав", "додай", "put down", "write", "note", "record",
    "log ", "add ", "zapysh", "zapish")  # fmt: skip


def _said_vaguely(spans: list[Span], places: set[int]) -> list[Span]:
    first = min(places)
    spans[first] = replace(spans[first], kind=SpanKind.VAGUE, value=AS_BEFORE)
    for at in places - {first}:
        spans[at] = replace(spans[at], kind=SpanKind.COMMON, value="common")
    return spans
