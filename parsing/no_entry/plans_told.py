"""Tell a word of plans that plans nothing: it says what was paid for, or it was done after."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.segments import Piece
from parsing.annotation.spans import Span, SpanKind

_REACH = 4
"""So many spans before "needs" may say what they are of."""


def is_no_plan(clause: Piece, at: int) -> bool:
    """Tell whether a word of plans only says what money was for that is told as paid."""
    return (
        _is_noun(clause, at)
        or _is_what_was_paid_for(clause, at)
        or _is_done_on_the_way(clause, at)
    )


_ON_THE_WAY = frozenset({"on the way", "по дорозі", "по дороге", "дорогою", "on my way"})


def _is_done_on_the_way(clause: Piece, at: int) -> bool:
    """Tell whether "on the way" is when something was done: "on the way also bought bags"."""
    is_way = clause[at].folded in _ON_THE_WAY
    return is_way and any(span.kind is SpanKind.VERB for span in clause[at + 1 :])


def _is_noun(clause: Piece, at: int) -> bool:
    """Tell whether "needs" is what something is for, as in "for our family needs"."""
    is_last = at + 1 == len(clause) or clause[at + 1].kind is SpanKind.PUNCTUATION
    before = clause[max(0, at - _REACH) : at]
    is_of = any(span.value in {"for", "owner_draw"} for span in before)
    return clause[at].folded == "needs" and is_last and is_of


_PAID = frozenset({"give", "pay", "buy", "spend", "take", "receive"})
_FOR = frozenset({"for", "for_price"})


def _is_what_was_paid_for(clause: Piece, at: int) -> bool:
    """Tell whether a sum is told as paid, and a plan only as what for: "paid him 400 for …".

    Whether it was paid already is confirmed where it may still be to come.
    """
    before = clause[:at]
    verb = next(
        (
            it
            for it, span in enumerate(before)
            if span.kind is SpanKind.VERB and span.value in _PAID
        ),
        len(before),
    )
    told = before[verb:]
    money = [it for it, span in enumerate(told) if span.kind is SpanKind.AMOUNT]
    if any(span.kind in {SpanKind.PLAN, SpanKind.NEGATION} for span in before[:verb]):
        return False
    return bool(money) and any(
        span.value in _FOR or span.folded.startswith("for ") for span in told[money[0] + 1 :]
    )


def is_done_after(clause: Piece) -> bool:
    """Tell whether what was asked for was given: "asked for 2k and I gave it"."""
    plan = next(at for at, span in enumerate(clause) if span.kind is SpanKind.PLAN)
    after = clause[plan:]
    joiner = next((at for at, it in enumerate(after) if _joins(it)), len(after))
    return any(span.kind is SpanKind.VERB for span in after[joiner:])


def _joins(span: Span) -> bool:
    return span.kind is SpanKind.JOINER or span.folded in _THEREFORE


_THEREFORE = frozenset({"so", "тому", "поэтому", "то", "от", "вот"})


_TO_CALL = frozenset({"call", "ring", "text", "phone", "email", "message", "chase", "nudge"})
_WHOM = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.FIRM})


def _is_to_call(spans: Sequence[Span]) -> bool:
    """Tell whether it is only to be done: "call Denysenko about the ten thousand"."""
    if len(spans) < 2 or spans[0].folded not in _TO_CALL:  # to call, and whom
        return False
    whom = spans[2] if spans[1].folded == "the" and len(spans) > 2 else spans[1]
    is_somebody = whom.kind in _WHOM or (whom.kind is SpanKind.WORD and whom.text[0].isupper())
    return is_somebody and not any(span.kind is SpanKind.VERB for span in spans)


_BILLS = ("рахун", "счет", "счёт", "квитанц", "платіжк", "платежк", "bill", "invoice")
_COME = frozenset({"bring", "receive", "unsure"})
_WILL_PAY = ("запла", "оплач", "сплач", "will pay", "to pay", "i'll pay", "pay it", "pay later")


@woken_by(*_BILLS)
def is_bill_to_pay(spans: Sequence[Span]) -> bool:
    """Tell whether a bill only came and will be paid: "приніс рахунок, 1 876, заплачу завтра"."""
    is_bill = any(span.folded.startswith(_BILLS) for span in spans)
    is_ahead = any(
        span.kind is SpanKind.PLAN and span.folded.startswith(_WILL_PAY) for span in spans
    )
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    return is_bill and is_ahead and verbs <= _COME


def is_ordered(after: Sequence[Piece]) -> bool:
    """Tell whether what follows "if …" tells somebody to do it: "if he comes, take 4000"."""
    return bool(after) and bool(after[0]) and _is_bidding(after[0][0])


def _is_bidding(span: Span) -> bool:
    return span.kind is SpanKind.VERB and span.value == "unsure" and span.text.isascii()


def _is_to_let(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is to be let do it: "let Olha pay the courier 350"."""
    if len(spans) < 3 or spans[0].folded not in {"let", "have"}:  # let, whom, do
        return False
    is_somebody = spans[1].kind in _WHOM or spans[1].kind is SpanKind.PERSON
    return is_somebody and _is_bidding(spans[2])


_TO_GO = frozenset({"go", "run", "pop", "nip"})
_ON = frozenset({"to", "and", "over", "down", "out"})


def _is_to_go(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is told to go and do it: "go to the bank and pay in 20 000"."""
    is_going = len(spans) > 2 and spans[0].folded in _TO_GO  # go, to, where
    return is_going and spans[1].first_word in _ON


@woken_by(words=(*_TO_CALL, "let", "have", *_TO_GO))
def is_to_be_done(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is told to do it: to call, to let somebody, to go and do."""
    return _is_to_call(spans) or _is_to_let(spans) or _is_to_go(spans)


_WANTING = ("want", "хоч", "хот", "прос", "ask", "treba", "khoch", "hoch")
_HIM = frozenset("him her them".split())


def is_paid_as_wanted(clauses: Sequence[Piece], done: Sequence[Piece]) -> bool:
    """Tell whether somebody wanted one of several sums and was paid: "wants 1800 or 2100, …".

    Which of them he was paid is to be asked.
    """
    wanted = [
        clause
        for clause in clauses
        if any(it.kind is SpanKind.PLAN and it.folded.startswith(_WANTING) for it in clause)
        and sum(it.number is not None or it.kind is SpanKind.RANGE for it in clause)
    ]
    return bool(wanted) and any(map(_pays_him, done))


def _pays_him(clause: Piece) -> bool:
    """Tell whether a clause is no more than "paid him": somebody who was told of got it."""
    told = [span for span in clause if span.kind in {SpanKind.VERB, SpanKind.PERSON}]
    is_paid = any(span.kind is SpanKind.VERB and span.value in {"pay", "give"} for span in told)
    is_him = any(span.value == "him" or _HIM & set(span.folded.split()) for span in told)
    return is_paid and is_him and not any(it.kind is SpanKind.NEGATION for it in clause)
