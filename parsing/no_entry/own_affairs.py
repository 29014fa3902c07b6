"""Tell money that is only made ready, and what somebody bought for himself: the till paid none."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PREPARED = (
    "підготув", "приготув", "подготов", "приготов", "відклал", "відклав", "отложил", "заготов",
    "відрахув", "зарезерв", "set aside", "put aside", "laid aside", "put by", "earmark",
)  # fmt: skip
_ASIDE = frozenset({"aside"})
_READY = frozenset({"ready"})
_SELF = frozenset({"собі", "себе", "myself", "ourselves"})
_OF_SOMEBODY = frozenset({SpanKind.ROLE, SpanKind.NAME, SpanKind.FIRM, SpanKind.CASH})
_BY_MANY = ("ли", "ly", "li")
"""Of several it is the shop: "купили собі чайник"."""
_REACH = 3


@woken_by(*_PREPARED, words=("set", *_READY))
def is_only_made_ready(spans: Sequence[Span]) -> bool:
    """Tell whether a sum was only laid aside to be paid: "set aside 18 000 for rent"."""
    if any(span.value in {"safe", "till", "bank"} for span in spans):
        return False
    words = [span.text.lower() for span in spans]
    verbs = [span for span in spans if span.kind is SpanKind.VERB]
    is_put_aside = "set" in words and bool(_ASIDE & set(words))
    is_got_ready = bool(_READY & set(words)) and all(span.value == "receive" for span in verbs)
    is_prepared = any(word.startswith(_PREPARED) for word in words)
    others = [it for it in verbs if not it.text.lower().startswith((*_PREPARED, "set"))]
    return is_got_ready or ((is_prepared or is_put_aside) and not others)


@woken_by(words=_SELF)
def is_bought_for_self(spans: Sequence[Span]) -> bool:
    """Tell whether the one who writes bought something for himself: "купила собі туфлі"."""
    if any(span.kind in _OF_SOMEBODY for span in spans):
        return False
    return any(
        span.kind is SpanKind.VERB
        and span.value == "buy"
        and not span.folded.endswith(_BY_MANY)
        and any(it.folded in _SELF for it in spans[at + 1 : at + 1 + _REACH])
        for at, span in enumerate(spans)
    )
