"""Let what the owner takes out of the safe be his: "власник забрав 20к із сейфа"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_SAFE = frozenset({"safe"})
_INTO = frozenset({"till", "for_float", "bank", "put_in", "to_us", "at_us"})
_TAKING = frozenset({"take", "withdraw"})


@woken_by(values=_SAFE)
def with_owner_at_safe(line: list[Span]) -> list[Span]:
    """Leave out from where the owner took money, if nothing says that it went into the till."""
    verbs = [at for at, span in enumerate(line) if span.kind is SpanKind.VERB]
    is_taken = len(verbs) == 1 and line[verbs[0]].value in _TAKING
    is_his = is_taken and any(span.value == "owner" for span in line[: verbs[0]])
    if not is_his or any(span.value in _INTO for span in line):
        return line
    for at in range(verbs[0] + 1, len(line)):
        if line[at].value in _SAFE and line[at - 1].value == "from":
            told = list(line)
            told[at - 1 : at + 1] = [
                replace(it, kind=SpanKind.COMMON, value="common") for it in line[at - 1 : at + 1]
            ]
            return told
    return line
