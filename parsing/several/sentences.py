"""Tell sentences that each say what moved from one story told in several sentences."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind
from parsing.reading import CashDraft, Missing, Reading, Understood

_SENTENCES_MAX = 6
"""A message of more sentences than this is read as one story only."""


def with_sentences_apart(spans: Sequence[Span]) -> list[Span] | None:
    """End a line where a sentence ends between two sums; None where no two are told apart."""
    ends = [at for at in range(1, len(spans) - 1) if _ends_sentence(spans, at)]
    parts = [spans[start:end] for start, end in zip([0, *ends], [*ends, len(spans)], strict=True)]
    if not 1 < len(parts) <= _SENTENCES_MAX or sum(map(_has_sum, parts)) < 2:  # noqa: PLR2004 - two
        return None
    return [
        replace(span, kind=SpanKind.NEWLINE, text="\n") if at in ends else span
        for at, span in enumerate(spans)
    ]


def _ends_sentence(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a point ends a sentence: a capital follows, and no abbreviation was cut."""
    before, after = spans[at - 1], spans[at + 1]
    is_point = spans[at].text in {".", "!"} and after.start > spans[at].end
    is_abbreviated = before.text.isalpha() and len(before.text) <= 2  # noqa: PLR2004 - "гр.", "N."
    return is_point and after.text[0].isupper() and not is_abbreviated


def _has_sum(part: Sequence[Span]) -> bool:
    return any(span.kind is SpanKind.AMOUNT for span in part)


def tells_more(apart: Reading, whole: Reading) -> bool:
    """Tell whether sentences read apart are clear, and one story of them says something else.

    Only the day may be in doubt: a sentence takes it from the one before.
    """
    if not isinstance(apart, Understood) or not all(map(_is_clear, apart.drafts)):
        return False
    return not isinstance(whole, Understood) or _moves(apart) != _moves(whole)


def _is_clear(draft: CashDraft) -> bool:
    return not draft.missing and set(draft.doubts) <= {Missing.DATE}


def _moves(reading: Understood) -> list[tuple[object, ...]]:
    return [(each.amount, each.direction, each.category) for each in reading.drafts]
