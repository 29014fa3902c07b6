"""Read who is meant outright: "Mrs. Polishchuk" is a name, "to Mr Hlushko himself" nobody else."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_LIKE = frozenset({SpanKind.THING, SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.COMMON})


@woken_by(values=("title", "supplier"))
def with_titled_names(line: list[Span]) -> list[Span]:
    """Let a single word with a capital right after "Mrs." or "пан" be nobody's goods.

    So is a maker's right after "supplier": he may be called as a maker is.
    """
    named = list(line)
    for at in range(1, len(line)):
        dot = line[at - 1].text == "." and at > 1
        title = line[at - 2] if dot else line[at - 1]
        span = line[at]
        is_name = span.text[0].isupper() and not span.text.isupper() and " " not in span.text
        is_titled = title.value == "title" and span.kind in _LIKE and span.value != "title"
        is_supplier = line[at - 1].value == "supplier" and span.kind is SpanKind.BRAND
        if is_name and (is_titled or is_supplier):
            named[at] = replace(span, kind=SpanKind.WORD, value="")
    return named


_HIMSELF = frozenset({"himself", "herself"})
_OF_OWN_MONEY = frozenset({"owner", "staff", "self"})


@woken_by(words=_HIMSELF)
def with_himself(line: list[Span]) -> list[Span]:
    """Let "himself" only stress who it was; of the owner and of us it may be his own money."""
    if any(span.value in _OF_OWN_MONEY for span in line) and not _is_of_other(line):
        return line
    return [
        replace(span, kind=SpanKind.COMMON, value="common") if span.folded in _HIMSELF else span
        for span in line
    ]


_OTHERS = frozenset({SpanKind.NAME, SpanKind.WORD})


def _is_of_other(line: list[Span]) -> bool:
    """Tell whether a name, or what somebody by name did, stands right before "himself"."""
    at = next((at for at, span in enumerate(line) if span.folded in _HIMSELF), 0)
    before = line[at - 1] if at else None
    is_named = before is not None and before.kind in _OTHERS and before.text[0].isupper()
    is_thing = before is not None and before.kind is SpanKind.GOODS
    return is_named or is_thing
