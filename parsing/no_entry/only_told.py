"""Tell figures that only tell how things are: meters, mileage, trends, what is kept for whom."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_DOING = frozenset(
    {SpanKind.VERB, SpanKind.CURRENCY, SpanKind.CASH, SpanKind.SIGN_WORD, SpanKind.TOTAL}
)
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.MODEL, SpanKind.QUANTITY})
_MILEAGE = ("пробіг", "пробег", "mileage", "odometer", "одометр", "спідометр", "спидометр")
_READINGS = ("показник", "показан", "reading", "meter reading")


@woken_by(*_MILEAGE)
def is_mileage(spans: Sequence[Span]) -> bool:
    """Tell whether the figure is how far a car went: "пробіг на газелі 214 000"."""
    return _is_all(spans, _MILEAGE)


@woken_by(*_READINGS)
def is_reading(spans: Sequence[Span]) -> bool:
    """Tell whether the figure is what a meter shows: "показник світла 20417"."""
    return _is_all(spans, _READINGS)


def _is_all(spans: Sequence[Span], stems: tuple[str, ...]) -> bool:
    """Tell whether one figure is told with such a word, and nothing was done."""
    is_told = any(span.folded.startswith(stems) and not _is_paid_for(span) for span in spans)
    is_one = sum(span.kind in _FIGURES for span in spans) == 1
    is_priced = any(span.kind is SpanKind.AMOUNT and span.value for span in spans)
    return is_told and is_one and not is_priced and not any(it.kind in _DOING for it in spans)


def _is_paid_for(span: Span) -> bool:
    """Tell whether it is what somebody gets for it: "mileage to Ihor", "за пробіг"."""
    return span.kind is SpanKind.PURPOSE and " " in span.folded


_RECONCILED = ("звір", "сверк", "сверил", "reconcil")
_AGREED = (
    "акт",
    "act",
    "statement",
    "підпис",
    "подпис",
    "signed",
    "зійшл",
    "зійшо",
    "сошл",
    "сошел",
)
_OFF = frozenset({"cash_shortage", "cash_surplus", "till"})


@woken_by(*_RECONCILED)
def is_reconciled(spans: Sequence[Span]) -> bool:
    """Tell whether a balance with somebody was agreed on: "акт звірки підписано, 11 350"."""
    said = [word for span in spans for word in span.text.casefold().split()]
    is_agreed = all(
        any(word.startswith(stems) for word in said) for stems in (_RECONCILED, _AGREED)
    )
    is_moved = any(span.kind in _DOING or span.value in _OFF for span in spans)
    return is_agreed and _is_one_sum(spans) and not is_moved


_BOOKED = ("брон", "резерв", "reserv")
_UNTIL = frozenset({"до", "until", "till", "to"})


@woken_by(*_BOOKED)
def is_reserved(spans: Sequence[Span]) -> bool:
    """Tell whether goods are only kept for somebody: "бронь до п'ятниці, насос 3200"."""
    is_kept = any(span.folded.startswith(_BOOKED) for span in spans)
    is_until = any(span.folded.startswith(("till ", "until ")) for span in spans) or any(
        one.folded in _UNTIL and day.kind is SpanKind.DATE for one, day in pairwise(spans)
    )
    return is_kept and is_until and not any(span.kind in _DOING for span in spans)


_CHANGED = (
    "упал", "впал", "зросл", "вирос", "вырос", "просіл", "просел", "dropped", "fell", "grew",
    "are up", "are down", "is up", "is down", "збільш", "увелич", "зменш", "снизил", "знизил",
)  # fmt: skip


@woken_by(kinds=(SpanKind.PERCENT,))
def is_trend(spans: Sequence[Span]) -> bool:
    """Tell whether only so many per cent more or less are told: "продажи упали на 20%"."""
    said = " ".join(span.folded for span in spans)
    is_changed = any(each in said for each in _CHANGED)
    has_percent = any(span.kind is SpanKind.PERCENT for span in spans)
    return is_changed and has_percent and not any(span.kind is SpanKind.AMOUNT for span in spans)


_BILLS = ("рахун", "счет", "счёт", "квитанц", "платіжк", "платежк", "bill", "invoice")
_COME = frozenset(
    "came arrived прийшов прийшла прийшло прийшли надійшов надійшла пришел пришла пришло пришли"
    " поступил поступила desk".split()
)
_PAYING = frozenset({"pay", "give", "spend", "buy", "take", "put_in"})
_NEAR = 5


@woken_by(*_BILLS)
def is_bill_come(spans: Sequence[Span]) -> bool:
    """Tell whether a bill only came, and nothing was paid: "electricity bill came: 2180"."""
    bills = [at for at, span in enumerate(spans) if span.folded.startswith(_BILLS)]
    is_come = any(
        span.kind is not SpanKind.TOTAL and not _COME.isdisjoint(span.folded.split())
        for at in bills
        for span in spans[max(0, at - _NEAR) : at + _NEAR]
    )
    is_paid = any(span.value in _PAYING or span.kind is SpanKind.CASH for span in spans)
    return is_come and _is_one_sum(spans) and not is_paid


def _is_one_sum(spans: Sequence[Span]) -> bool:
    return sum(span.kind is SpanKind.AMOUNT for span in spans) == 1


_PLAY = ("лотере", "казино", "lotter", "casino", "scratchcard")
_LOST = frozenset("програв програла програли проиграл проиграла проиграли".split())


@woken_by(*_PLAY, words=_LOST)
def is_lost_in_play(spans: Sequence[Span]) -> bool:
    """Tell whether somebody played for money: "lost 50 on the lottery"."""
    words = [word for span in spans for word in span.text.casefold().split()]
    is_played = any(word.startswith(_PLAY) or word in _LOST for word in words)
    is_of_shop = any(span.value in {"till", "safe"} for span in spans)
    return is_played and _is_one_sum(spans) and not is_of_shop


_NO_STOCK = (
    "out of stock", "discontinued", "sold out", "нет в наличии", "немає в наявності",
    "знято з виробництва", "снят с производства", "сняли с производства",
)  # fmt: skip


@woken_by("stock", "discontinued", "наличии", "наявності", "виробництва", "производства")
def is_out_of_stock(spans: Sequence[Span]) -> bool:
    """Tell whether only what is not to be had is told: "sizes 20 and 25 are out of stock"."""
    said = " ".join(span.folded for span in spans)
    is_told = any(each in said for each in _NO_STOCK)
    return is_told and not any(span.kind in _DOING for span in spans)
