"""Tell a receipt that was voided for who left, and a till that holds what it should."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_RECEIPTS = ("чек", "receipt", "check")
_VOIDED = (
    "аннулир", "анулир", "анулюв", "аннулюв", "скасув", "сторн", "void", "отменил",
)  # fmt: skip
_LEFT = (
    "передум", "ушел", "ушла", "ушли", "пішов", "пішла", "пішли", "changed his mind",
    "changed her mind", "changed their mind", "walked out", "walked away", "and left",
)  # fmt: skip
_PAID_BACK = frozenset({"give_back", "give", "pay", "customer_refund"})
_OUGHT = (
    "должно быть", "должны быть", "має бути", "повинно бути", "мусить бути", "мають бути",
    "should be", "should have", "supposed to be", "must be",
)  # fmt: skip
_IT_IS = (
    "столько и есть", "столько же и есть", "так и есть", "стільки і є", "стільки й є", "так і є",
    "сошлось", "сошлась", "сошелся", "сходится", "зійшлось", "зійшлося", "зійшлася", "сходиться",
    "and there is", "and it is", "what's in it", "what is in it", "that is what", "it matches",
    "it tallies", "and so it is",
)  # fmt: skip


@woken_by(*_VOIDED)
def is_receipt_voided(spans: Sequence[Span]) -> bool:
    """Tell whether who was to buy left: "передумал и ушёл, чек на 2 340 аннулировала"."""
    said = _said(spans)
    words = said.split()
    is_receipt = any(word.startswith(_RECEIPTS) for word in words)
    is_void = any(each in said for each in _VOIDED)
    is_gone = any(each in said for each in _LEFT)
    is_paid_back = any(span.value in _PAID_BACK for span in spans)
    return is_receipt and is_void and is_gone and not is_paid_back


@woken_by(*_OUGHT)
def is_till_as_it_should_be(spans: Sequence[Span]) -> bool:
    """Tell whether the one sum ought to be there and is: "должно быть 14 320, столько и есть"."""
    said = _said(spans)
    sums = sum(span.kind is SpanKind.AMOUNT for span in spans)
    is_denied = any(span.kind is SpanKind.NEGATION for span in spans)
    is_so = any(each in said for each in _OUGHT) and any(each in said for each in _IT_IS)
    return sums == 1 and is_so and not is_denied


def _said(spans: Sequence[Span]) -> str:
    return " ".join(span.folded for span in spans)
