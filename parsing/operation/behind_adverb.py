"""Look past "at last" and "yesterday" for what the one named before did."""

from parsing.annotation.spans import Span, SpanKind
from parsing.operation.clues import Clues

_AT_LAST = frozenset("наконец нарешті уже вже таки finally already".split())
_HE_DID = ("в", "л", "ed", "paid", "gave", "brought")


def behind_adverb(clues: Clues, index: int) -> Span | None:
    """Give what follows a word, or what a man did behind it: "Мельник наконец заплатил"."""
    after, beyond = clues.neighbour(index, 1), clues.neighbour(index, 2)
    is_when = after is not None and (after.kind is SpanKind.DATE or after.folded in _AT_LAST)
    is_his = beyond is not None and beyond.folded.split(" ")[0].endswith(_HE_DID)
    is_told = beyond is not None and beyond.kind in {SpanKind.VERB, SpanKind.PURPOSE}
    return beyond if is_when and is_his and is_told else after
