"""Tell money that did not go through the till: from one's pocket, on trust, handed over whole."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.segments import split_clauses
from parsing.annotation.spans import Span, SpanKind

_OWN = frozenset(
    "свої свои своїх своих свій своєї своей сам сама himself herself themselves own".split()
)
_BACK = frozenset({"give", "give_back", "pay", "unsure"})
_TELLING = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.ORDER})
_TRUST = ("чесне слово", "честное слово", "on trust", "on credit", "на довірі", "на доверии")
_IN_DEBT = frozenset({"в борг", "у борг", "в долг", "у долг", "в довг", "у довг"})
_WILL_PAY = (
    "pay", "settl", "плат", "плач", "розрах", "рассчит", "расчит", "віддаст", "виддаст", "отдаст",
)  # fmt: skip
_HANDED = frozenset({"sell", "take", "carry", "release"})
_PAID_BY_PART = frozenset({"leftover", "customer_prepayment"})
_OTHERS = frozenset({SpanKind.NAME, SpanKind.ROLE})
_TRUSTED_MOVES = frozenset({"give", "sell", "take", "carry", "bring", "release"})
_SHIFT = (
    "took over the till", "took over the shift", "taking over the till", "прийняла касу",
    "прийняв касу", "прийняла зміну", "прийняв зміну", "приняла кассу", "принял кассу",
    "приняла смену", "принял смену", "на касі з", "на кассе с",
    "заступила", "заступив", "заступил",
)  # fmt: skip


@woken_by(words=_OWN)
def is_not_given_back(spans: Sequence[Span]) -> bool:
    """Tell whether somebody paid himself and has not got it back: "за свої, ще не віддала"."""
    words = {span.text.casefold() for span in spans}
    if _OWN.isdisjoint(words) and not any(
        not _OWN.isdisjoint(span.folded.split()) for span in spans
    ):
        return False
    return any(map(_denies_return, split_clauses(spans)))


def _denies_return(clause: Sequence[Span]) -> bool:
    """Tell whether a clause without a sum says that money was not given."""
    if any(span.kind is SpanKind.AMOUNT for span in clause):
        return False
    return any(
        span.kind is SpanKind.NEGATION and any(it.value in _BACK for it in clause[at + 1 :])
        for at, span in enumerate(clause)
    )


_CREDIT = (
    "в борг", "у борг", "в долг", "в довг", "у довг", "v borh", "u borh", "v dolg", "під запис",
    "под запись",
)  # fmt: skip


@woken_by(*_TRUST, "борг", "долг", "довг", "borh", "dolg", "запис")
def went_on_trust(spans: Sequence[Span]) -> bool:
    """Tell whether goods went out for no money yet: "отпустила под честное слово насос 3400"."""
    said = " ".join(span.text.casefold() for span in spans)
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    is_cash = any(span.kind is SpanKind.CASH and span.value != "money" for span in spans)
    if is_cash or any(span.kind in {SpanKind.EACH, SpanKind.QUANTITY} for span in spans):
        return False  # "sold 3 at 1 150 each, one on credit, so cash for two only"
    sums = sum(span.kind is SpanKind.AMOUNT for span in spans)
    is_trusted = verbs <= _TRUSTED_MOVES and any(map(said.__contains__, _TRUST))
    return sums == 1 and (is_trusted or (verbs <= _TRUSTED_MOVES and _is_on_credit(spans, said)))


def _is_on_credit(spans: Sequence[Span], said: str) -> bool:
    """Tell whether goods, and no money, went out on credit: "клієнт взяв у борг насос на 1700".

    What is given is the goods where they stand right behind; else it may be what was owed.
    """
    if not any(f" {each} " in f" {said} " for each in _CREDIT):
        return False
    is_of_goods = any(it.kind in _GOODS or it.value == "customer" for it in spans)
    given = [at for at, span in enumerate(spans) if span.value in {"give", "bring"}]
    is_told = any(span.kind is SpanKind.VERB for span in spans)
    return is_told and is_of_goods and all(_is_of_goods(spans[at + 1 :]) for at in given)


def _is_of_goods(after: Sequence[Span]) -> bool:
    return bool(after) and after[0].kind in _GOODS


_GOODS = frozenset({SpanKind.GOODS, SpanKind.BRAND})


_ABSENT = (
    "не было", "не було", "не застал", "не застав", "wasn't there", "wasnt there", "was not there",
    "wasn't in", "wasnt in", "was not in", "nobody was there", "no one was there", "ne bulo",
)  # fmt: skip
_STILL_HERE = (
    "у меня", "у мене", "with me", "на руках", "при мне", "при мені", "u mene", "u menia",
)  # fmt: skip


@woken_by(words=("меня", "мене", "me", "руках", "мне", "мені", "mene", "menia"))
def is_kept_for_absent(spans: Sequence[Span]) -> bool:
    """Tell whether who was to be paid was not there: "хазяїна не було, 12 000 у мене"."""
    said = f" {' '.join(span.text.casefold() for span in spans)} "
    is_absent = any(f" {each}" in said for each in _ABSENT)
    is_one = sum(span.kind is SpanKind.AMOUNT for span in spans) == 1
    return is_one and is_absent and any(f" {each} " in said for each in _STILL_HERE)


@woken_by(*_IN_DEBT, kinds=(SpanKind.PLAN,))
def is_still_to_be_paid(spans: Sequence[Span]) -> bool:
    """Tell whether goods went out and are to be paid later: "sold him a tap 640, will pay Friday".

    Of what somebody pays a part of the sum is told with the rest.
    """
    kinds = [span.kind for span in spans]
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    is_part = any(span.value in _PAID_BY_PART or span.kind is SpanKind.CASH for span in spans)
    is_each = SpanKind.EACH in kinds or SpanKind.QUANTITY in kinds
    if is_part or is_each or SpanKind.GOODS not in kinds or kinds.count(SpanKind.AMOUNT) != 1:
        return False
    is_owed = any(_is_promise_to_pay(spans, at) for at in range(len(spans)))
    return bool(verbs) and verbs <= _HANDED and is_owed


def _is_promise_to_pay(spans: Sequence[Span], at: int) -> bool:
    """Tell whether it will be paid, and not somebody by whoever bought."""
    span, after = spans[at], spans[at + 1 : at + 3]
    if span.folded in _IN_DEBT:
        return True
    is_promise = span.kind is SpanKind.PLAN and any(each in span.folded for each in _WILL_PAY)
    is_behind = any(it.kind is SpanKind.AMOUNT for it in spans[:at])
    return is_promise and is_behind and not any(it.kind in _OTHERS for it in after)


@woken_by(*_SHIFT)
def is_shift_taken(spans: Sequence[Span]) -> bool:
    """Tell whether a till is taken over with what is in it: "прийняла касу від Олі, 7 310"."""
    said = " ".join(span.text.casefold() for span in spans)
    sums = sum(span.kind is SpanKind.AMOUNT for span in spans)
    is_plain = not any(span.kind in _TELLING for span in spans)
    return sums == 1 and is_plain and any(map(said.__contains__, _SHIFT))
