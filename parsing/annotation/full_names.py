"""Join what belongs to one person's name: initials and the father's name."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold

_NAMES = frozenset({SpanKind.WORD, SpanKind.NAME})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.VERB, SpanKind.DATE})
_SHORTEST = 3
"""A family name before initials has as many letters."""


def with_whole_names(spans: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """Read "Мельничук О. В." and "Людмилі Петрівні" as one name each."""
    joined: list[Span] = []
    skipped = -1
    spans = [_with_name_of_a_trade(spans, at, lexicon) for at in range(len(spans))]
    for at, span in enumerate(spans):
        if at == skipped:
            continue
        before = joined[-1] if joined else None
        if before is not None and span.folded in _SELF and _is_somebody(before):
            span = replace(span, kind=SpanKind.COMMON, value="common")  # noqa: PLW2901 - it only stresses who
        if before is None or span.start - before.end > 1:
            joined.append(span)
        elif _is_initial(spans, at) and _is_family_name(before):
            joined[-1] = _joined(before, span, ".", SpanKind.WORD)
            skipped = at + 1
        elif _is_father_name(before, span, lexicon) or _is_family_of(before, span):
            joined[-1] = _joined(before, span, "", before.kind)
        else:
            joined.append(span)
    return joined


_SELF = frozenset({"himself", "herself"})


def _is_somebody(span: Span) -> bool:
    """Tell whether a word behind this one stresses who it was: "to Mr Hlushko himself"."""
    is_role = span.kind is SpanKind.ROLE
    return is_role or (span.kind in _NAMES and span.text[0].isupper())


_TRADES = frozenset({"customer", "supplier", "staff", "courier", "cleaner"})
_WARES = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE})
_GIVING = frozenset({"give", "give_back", "pay", "receive"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", "-", "–", "—"})


def _with_name_of_a_trade(spans: Sequence[Span], at: int, lexicon: Lexicon) -> Span:
    """Read "клієнту Рибаку" as a name: with a capital within a sentence it is no trade.

    Nor is "отдали Капустину" cabbage, which ends as a family name does.
    """
    span, before = spans[at], spans[at - 1] if at else None
    is_written = span.text[0].isupper() and not span.text.isupper() and not span.text.isascii()
    is_within = (
        before is not None
        and before.text not in _SENTENCE_ENDS
        and before.kind is not SpanKind.NEWLINE
    )
    is_trade = span.kind is SpanKind.ROLE and span.value in _TRADES and " " not in span.text
    is_ware = span.kind in _WARES and before is not None and before.value in _GIVING
    is_ware = is_ware and lexicon.has_ending(span.folded, "surname") and " " not in span.text
    if (is_trade or is_ware) and is_written and is_within:
        return replace(span, kind=SpanKind.WORD, value="")
    return span


def _joined(before: Span, after: Span, end: str, kind: SpanKind) -> Span:
    glue = "" if before.end == after.start else " "
    return replace(
        before,
        kind=kind,
        value=before.value if kind is before.kind else "",
        text=f"{before.text}{glue}{after.text}{end}",
        end=after.end + len(end),
    )


def _is_initial(spans: Sequence[Span], at: int) -> bool:
    span, dot = spans[at], spans[at + 1] if at + 1 < len(spans) else None
    is_letter = len(span.text) == 1 and span.text.isupper()
    if not is_letter or dot is None or dot.text != "." or dot.start != span.end:
        return False
    after = spans[at + 2] if at + 2 < len(spans) else None
    is_glued = after is not None and after.start == dot.end and after.text[0].isalpha()
    # "M.E.Doc" is a name of its own.
    return not is_glued or (after is not None and _is_initial(spans, at + 2))


def _is_family_name(span: Span) -> bool:
    is_long = len(span.text) >= _SHORTEST
    return is_long and span.kind in _NAMES and span.text[0].isupper()


_FAMILY = (
    "enko", "chuk", "iuk", "yuk", "skyi", "ska", "skyy", "енко", "чук", "чука", "чуку", "юк",
    "юка", "юку", "ук", "ука", "уку", "ак", "ака", "аку", "ишин",
    "ський", "ська", "ському", "ської", "ский", "ская", "скому", "ской",
)  # fmt: skip


def _is_family_of(before: Span, span: Span) -> bool:
    """Tell whether a family name that is like a first name follows one: "Vasyl Romaniuk"."""
    are_names = before.kind is SpanKind.NAME and span.kind is SpanKind.NAME
    are_written = before.text[0].isupper() and span.text[0].isupper()
    return are_names and are_written and span.folded.endswith(_FAMILY)


def _is_father_name(before: Span, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether "Петрівна" follows "Ганна"; typed small only after a known first name."""
    if before.folded in lexicon.ordinary:
        return False
    if span.kind in _FIGURES or not lexicon.has_ending(fold(span.text), "father_name"):
        return False
    is_written = span.text[0].isupper() and before.text[0].isupper()
    return before.kind is SpanKind.NAME or (is_written and before.kind is SpanKind.WORD)
