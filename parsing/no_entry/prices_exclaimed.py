"""Tell a price that somebody only cries out at: "картошка по 25, люди с ума сошли"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold

_CRIES = (
    "с ума сош", "с ума сойти", "с ума посход", "обалде", "офиге", "сдурел", "охренел", "обнаглел",
    "озверел", "оборзел", "ужас", "кошмар", "капец", "грабеж", "космос", "куда катимся",
    "здурі", "подурі", "одуріти", "озвірі", "знахабні", "з глузду", "з розуму", "збожеволі",
    "жах", "капець", "грабіж", "грабунок", "куди котимось", "де таке видано",
    "gone mad", "gone crazy", "went crazy", "crazy", "insane", "ridiculous", "outrageous",
    "daylight robbery", "rip-off", "ripoff", "unbelievable", "out of their minds",
    "lost their minds", "what a price", "can you believe", "mad prices", "thats mad",
)  # fmt: skip
_SMALL = 2
"""Words of so many letters wake nothing: they are in every message."""
_BY = frozenset({"by", "at", "is", "are", "now", "уже", "вже"})
_PIECES = ("a kilo", "per kilo", "a kg", "/kg", "a piece", "за кіло", "за кило", "кіло", "кило")
_DONE = frozenset({SpanKind.VERB, SpanKind.CASH, SpanKind.SIGN_WORD, SpanKind.ORDER,
                   SpanKind.ROLE})  # fmt: skip


@woken_by(*(word for cry in _CRIES for word in cry.split() if len(word) > _SMALL))
def is_price_exclaimed(spans: Sequence[Span]) -> bool:
    """Tell whether the one sum is what a thing costs by the piece, and nobody bought it."""
    said = " ".join(fold(span.text) for span in spans)  # as typed: "озверели" is no slip
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != 1 or any(span.kind in _DONE for span in spans):
        return False
    is_cried = any(cry in said for cry in _CRIES)
    before = spans[sums[0] - 1] if sums[0] else None
    is_by = before is not None and (before.value in _BY or before.folded in _BY)
    return is_cried and (is_by or any(piece in said for piece in _PIECES))
