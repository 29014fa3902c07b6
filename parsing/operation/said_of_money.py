"""Tell what is said of money itself: an advance of wages, not spent, for another till."""

from collections.abc import Sequence

from ledger.cash import CashCategory, CashDirection
from parsing.annotation.spans import Span, SpanKind
from parsing.operation.scene import Scene
from parsing.operation.verb_rules import IN, OUT

_WAGES = ("salary", "wage", "pay", "зарплат", "зарпл", "зп", "з/п", "получк", "zarplat", "zp")


def is_of_wages(scene: Scene) -> bool:
    """Tell whether an advance is called one of wages: no customer pays it down."""
    return any(
        word.startswith(_WAGES)
        for span in scene.clues.all(SpanKind.PURPOSE)
        for word in span.folded.split()
    )


_UNSPENT = (
    "unspent", "unused", "back in the", "back into the", "невитрач", "невикорист", "неизрасх",
    "непотрач", "неистрач", "неиспольз", "підзвіт", "подотч", "не витра", "не потра", "not spent",
    "didn't spend", "повернулос", "з купівл", "із купівл", "з покупк", "с покупк",
    "came back from",
)  # fmt: skip


def is_unspent(scene: Scene) -> bool:
    """Tell whether money is called unspent: "unspent 60 of the diesel money"."""
    clues = scene.clues
    if any(span.folded.startswith(_UNSPENT) for span in clues.all(SpanKind.LEFTOVER)):
        return True
    return not clues.has(SpanKind.VERB) and any(
        _is_from_what_was_bought(clues.spans[at + 1 :])
        for kind in (SpanKind.LEFTOVER, SpanKind.CHANGE)
        for at in clues.by_kind.get(kind, ())
    )


def _is_from_what_was_bought(after: Sequence[Span]) -> bool:
    """Tell whether "from" and a thing come next: "решта від покупки лампочок"."""
    told = [span for span in after if span.kind is not SpanKind.COMMON]
    return len(told) > 1 and told[0].value == "from" and told[1].kind in _SPENT_ON


_SPENT_ON = frozenset({SpanKind.PURPOSE, SpanKind.THING})


_TO = frozenset({"to", "into", "в", "у", "на", "до"})
_FROM = frozenset({"from", "з", "із", "зі", "из", "с"})


def way_to_another_till(scene: Scene) -> CashDirection | None:
    """Say which way money went if a phrase names another till with its preposition."""
    if scene.is_to_us or scene.verbs("receive", "take"):
        return None
    spans = scene.clues.spans
    for at, span in enumerate(spans):
        if span.kind in _SPENT_ON and span.value == CashCategory.DESK_TRANSFER:
            near = [word for it in spans[max(0, at - 2) : at + 1] for word in it.folded.split()]
            if _TO & set(near):
                return None if scene.verbs("bring") else OUT
            if _FROM & set(near):
                return IN
    return None
