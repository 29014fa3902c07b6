"""Of a whole and its parts, a price and the note it was paid with, keep what moved."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import QUIET, Line, beside, names_bank

_PAIR = 2
_REACH = 2
_OF = frozenset({"of", "from", "з", "із", "зі", "из", "с", "od"})
_BACK = frozenset({"back", "назад", "обратно"})
_OUT_OF = frozenset({"out of", "of", "з", "із", "из", "зі"})


@woken_by(words=_OF)
def drop_whole(line: Line) -> None:
    """Of "300 of the 1000" only the part moved."""
    for first, second in pairwise(line.amounts()):
        between = line.spans[first + 1 : second]
        is_of = any(span.folded in _OF for span in between)
        is_close = len(between) <= _REACH and all(span.kind in QUIET for span in between)
        if is_of and is_close and line.number(second) > line.number(first):
            line.drop(second)


_NOTES = frozenset(map(Decimal, (100, 200, 500, 1000, 2000, 5000, 10_000)))


@woken_by(values=("sell",))
def drop_note(line: Line) -> None:
    """Of "sold for 1 499, gave 1500" the price is the amount: the note only paid for it."""
    amounts = line.amounts()
    verbs = {line.spans[at].value for at in line.where(SpanKind.VERB)}
    if len(amounts) != _PAIR or "sell" not in verbs or "give" not in verbs:
        return
    price, note = amounts
    gave = [at for at in line.where(SpanKind.VERB) if line.spans[at].value == "give"]
    is_paid_with = price < gave[0] < note and line.number(note) >= line.number(price)
    if is_paid_with and (line.number(note) in _NOTES or line.number(note) % 500 == 0):
        line.drop(note)


@woken_by(kinds=(SpanKind.LEFTOVER,), words=_BACK, values=("give_back",))
def drop_taken_before(line: Line) -> None:
    """Of "brought back 340, he took 1500 for clips" only what came back moved now."""
    amounts = line.amounts()
    is_back = line.where(SpanKind.LEFTOVER) or any(
        span.folded in _BACK or span.value == "give_back" for span in line.spans
    )
    if len(amounts) != _PAIR or not is_back or line.where(SpanKind.CARD):
        return
    verbs = {line.spans[at].value for at in line.where(SpanKind.VERB)}
    is_spent = bool(verbs & {"take", "give"} and verbs & {"buy", "spend"}) and _is_spent_of(line)
    if is_spent or _is_rest_back(line):
        # "Took 2000, bought for 1640, brought the rest back": what was spent is what moved.
        line.drop(amounts[0])
        for at in (*line.where(SpanKind.LEFTOVER), *line.where(SpanKind.VERB)):
            if line.spans[at].kind is SpanKind.LEFTOVER or line.spans[at].value in _HANDED_BACK:
                line.hush(at)
        return
    if "take" in verbs and {span.folded for span in line.spans} & _OF_THEM:
        line.drop(amounts[0])  # "взято 1 000, з них 730 на шланги, решту назад"
        return
    larger = max(amounts, key=line.number)
    if any(_is_what_is_left_of(line, at, larger) for at in line.where(SpanKind.LEFTOVER)):
        line.drop(larger)
        return
    before = line.spans[max(0, larger - _REACH) : larger]
    if any(span.kind is SpanKind.VERB and span.folded in _TOOK for span in before) and (
        line.number(larger) > line.number(min(amounts, key=line.number))
    ):
        line.drop(larger)


@woken_by(kinds=(SpanKind.LEFTOVER,), words=_BACK, values=("give_back",))
def drop_spent_beside(line: Line) -> None:
    """Of "brought 300 back, 700 went on couplings" only what came back moved now."""
    amounts = line.amounts()
    if len(amounts) != _PAIR or line.where(SpanKind.CARD):
        return
    back, spent = amounts
    before, between = line.spans[: back + _BACK_REACH], line.spans[back + 1 : spent]
    is_back = any(
        span.kind is SpanKind.LEFTOVER or span.value == "give_back" or span.folded in _BACK
        for span in before
    )
    verbs = [at for at in line.where(SpanKind.VERB) if line.spans[at].value == "spend"]
    is_given_back = any(span.value in {"bring", "give_back", "receive"} for span in before)
    is_clause = any(span.text in {",", ".", "(", "-", "–", "—"} for span in between)
    if is_back and is_given_back and is_clause and any(back < at for at in verbs):
        line.drop(spent)
        for at in verbs:
            line.hush(at)


_BACK_REACH = 4


@woken_by(words=_OUT_OF)
def drop_sum_given_before(line: Line) -> None:
    """Of "returned 350 out of the 1 000 I gave him" only what came back moved now."""
    for first, second in pairwise(line.amounts()):
        between = [
            span for span in line.spans[first + 1 : second] if span.folded not in {"the", "back"}
        ]
        is_out_of = len(between) == 1 and between[0].folded in _OUT_OF
        if is_out_of and line.number(first) < line.number(second):
            line.drop(second)


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_price_of_part(line: Line) -> None:
    """Of "boiler 12 000, paid 7 000 now, the rest on Friday" only what was paid moved."""
    amounts = line.amounts()
    if len(amounts) != _PAIR or line.where(SpanKind.CARD, SpanKind.CHANGE, SpanKind.DISCOUNT):
        return
    price, part = amounts
    before = line.spans[price + 1 : part]
    after = line.spans[part + 1 :]
    near = line.spans[max(price + 1, part - _VERB_REACH) : part + _VERB_REACH]
    is_deposit = any(
        span.value == "customer_prepayment" for span in line.spans[part - _REACH : part]
    ) and not any(span.kind is SpanKind.JOINER for span in before)
    is_sold = any(span.value == "sell" for span in line.spans[:price])
    is_priced = not any(span.kind is SpanKind.VERB for span in line.spans[:price])
    is_priced = is_priced or (is_deposit and not is_sold)
    is_apart = any(span.text in {",", ".", ";", ":"} for span in before)
    is_paid = any(span.kind is SpanKind.VERB and span.value in _TAKING for span in near)
    is_part = any(
        span.kind is SpanKind.LEFTOVER or span.value == "customer_prepayment" for span in after
    )
    if (
        is_priced
        and is_apart
        and is_paid
        and (is_part or is_deposit)
        and line.number(part) < line.number(price)
    ):
        line.drop(price)
        line.doubt(part)


def _is_spent_of(line: Line) -> bool:
    """Tell whether the second figure is what of the first was spent."""
    first, second = line.amounts()
    spent = [at for at in line.where(SpanKind.VERB) if line.spans[at].value in {"buy", "spend"}]
    return line.number(second) < line.number(first) and any(first < at < second for at in spent)


_HANDED_BACK = frozenset({"give_back", "put_in"})


def _is_rest_back(line: Line) -> bool:
    """Tell whether what is left of the first figure went back after the second was spent."""
    first, second = line.amounts()
    rests = [at for at in line.where(SpanKind.LEFTOVER) if at > second]
    is_less = line.number(second) < line.number(first)
    before = line.spans[max(0, first - _REACH) : first]
    is_taken = any(span.kind is SpanKind.VERB and span.value == "take" for span in before)
    return bool(rests) and is_less and is_taken


def _is_what_is_left_of(line: Line, word: int, larger: int) -> bool:
    """Tell whether something is left of a sum: "brought back 180, change from the 1000"."""
    between = line.spans[word + 1 : larger]
    is_of = line.spans[word].folded.split(" ")[-1] in _OF or any(
        span.folded in _OF for span in between
    )
    return word < larger and is_of and all(span.kind in QUIET for span in between)


_TOOK = frozenset({"брав", "брала", "брали", "брал", "давала", "давали", "давав", "давал", "took"})


@woken_by(kinds=(SpanKind.DISCOUNT,))
def drop_asking_price(line: Line) -> None:
    """Of "haggled from 8900 down to 8500" and "wanted 1100, agreed on 950" the last moved."""
    for word in line.where(SpanKind.DISCOUNT):
        before = [at for at in line.amounts() if at < word]
        after = [at for at in line.amounts() if at > word]
        if line.spans[word].value != "bargain" or not before or not after:
            continue
        if line.number(after[0]) < line.number(before[-1]):
            for at in before:
                line.drop(at)
            line.set(word, replace(line.spans[word], kind=SpanKind.COMMON))
    amounts = line.amounts()
    if len(amounts) == _PAIR and (line.where(SpanKind.DISCOUNT) or line.where(SpanKind.PERCENT)):
        price, taken = amounts
        verb = line.spans[max(0, taken - _VERB_REACH) : taken]
        is_taken = any(span.value in _TAKING and span.kind is SpanKind.VERB for span in verb)
        if is_taken and line.number(price) / 2 <= line.number(taken) < line.number(price):
            line.drop(price)
            line.doubt(taken)


_VERB_REACH = 4
_TAKING = frozenset({"take", "receive", "sell", "pay", "give"})


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_paid_before(line: Line) -> None:
    """Of "the rest 23 450, the advance was 5 000" what was paid before did not move now."""
    if len(line.amounts()) < _PAIR:
        return
    is_rest = bool(line.where(SpanKind.LEFTOVER))
    if not is_rest and not {span.folded for span in line.spans} & _OF_THEM:
        return
    for at in line.where(SpanKind.PURPOSE, SpanKind.THING):
        if line.spans[at].value not in {"customer_prepayment", "salary_advance"}:
            continue
        said = [span.folded for span in line.spans[max(0, at - 1) : at + _REACH + 1]]
        near = beside(line, at)
        if near is None or not set(said) & _BEFORE:
            continue
        if is_rest and near > at:
            line.drop(near)
        elif not is_rest:
            _take_prepaid_off(line, at, near)


def _take_prepaid_off(line: Line, word: int, prepaid: int) -> None:
    """Of "3 400, of which 1 000 was the deposit" the rest moved now, to be confirmed."""
    amounts = line.amounts()
    left = line.number(amounts[0]) - line.number(prepaid)
    if len(amounts) == _PAIR and prepaid == amounts[1] and left > 0:
        line.put(amounts[0], left, is_sure=False)
        line.drop(prepaid)
        line.set(word, replace(line.spans[word], kind=SpanKind.COMMON, value=""))


_BEFORE = frozenset(
    {
        "had",
        "already",
        "was",
        "were",
        "earlier",
        "before",
        "було",
        "був",
        "раніше",
        "был",
        "было",
        "раньше",
    }
)


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_parts(line: Line) -> None:
    """Of "2 jackets 2150 and 1890, took 4040" keep the sum that is told last."""
    *parts, whole = line.amounts() or [0]
    if len(parts) < _PAIR or sum(map(line.number, parts)) != line.number(whole):
        return
    between = line.spans[parts[-1] + 1 : whole]
    is_taken = any(span.kind is SpanKind.VERB and span.value in _TAKING for span in between)
    named = {span.value for span in line.spans[:whole] if span.kind in _SPENT_ON}
    if is_taken and len(named) < _PAIR:
        for at in parts:
            line.drop(at)


_SPENT_ON = frozenset({SpanKind.PURPOSE, SpanKind.THING})


@woken_by(kinds=(SpanKind.AMOUNT,))
def settle_whole_and_parts(line: Line) -> None:
    """Keep the last of "9 000 less 1 500, paid 7 500", the parts of "2 000, of it 1 200 and 800".

    Where neither is said the three stay, to be asked about.
    """
    amounts = line.amounts()
    if len(amounts) != 3 or line.number(amounts[0]) != sum(
        map(line.number, amounts[1:])
    ):  # a whole and two parts
        return
    said = {span.folded for span in line.spans} | {span.value for span in line.spans}
    if said & _OF_THEM and names_bank(line, amounts[1]):
        return  # sold, paid out and banked: all three moved
    between = line.spans[amounts[0] + 1 : amounts[1]]
    is_opened = any(span.text in {":", "("} for span in between)
    if is_opened and {"withdraw", "cash_from_bank"} & {
        it.value for it in line.spans[: amounts[1]]
    }:
        return  # "withdrew 5 000: wages 3 000, rent 2 000": all three moved
    if said & _OF_THEM or is_opened or all(_is_dated(line, at) for at in amounts[1:]):
        line.drop(amounts[0])
    elif said & _LESS or line.where(SpanKind.DISCOUNT):
        for at in amounts[:2]:
            line.drop(at)


def _is_dated(line: Line, at: int) -> bool:
    """Tell whether a day stands right beside a figure: "5k on the 1st"."""
    near = line.spans[max(0, at - 1) : at + _REACH + 2]
    return any(span.kind is SpanKind.DATE for span in near)


_OF_THEM = frozenset({"з них", "із них", "из них", "of that", "of which", "of them", "of it"})
_LESS = frozenset({"-", "less", "minus"})
