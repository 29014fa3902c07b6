"""Tell whether a card was paid with, and of what was paid so in part keep the cash."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line, is_bare_whole, nearest

_PAIR = 2
_THOUSAND = 1_000


def _take_rest_in_cash(line: Line, cards: Sequence[int]) -> bool:
    """Read "за 9 900: 4 000 карткою, решту готівкою": the rest is what the card left."""
    amounts = line.amounts()
    rests = line.where(SpanKind.LEFTOVER)
    by_card = nearest(line, cards[0])
    if len(amounts) != _PAIR or not rests or by_card is None:
        return False
    after = [span.kind for span in line.spans[rests[0] + 1 : rests[0] + 1 + _PAIR]]
    whole = amounts[0] if by_card == amounts[1] else amounts[1]
    left = line.number(whole) - line.number(by_card)
    if SpanKind.CASH not in after or SpanKind.AMOUNT in after or left <= 0:
        return False
    line.put(whole, left)
    line.drop(by_card)
    for at in (*cards, *rests):
        line.set(at, replace(line.spans[at], kind=SpanKind.COMMON))
    return True


_HALVES = ("half", "полов")
_SHARES = (
    *_HALVES,
    "third of",
    "a third",
    "quarter",
    "третин",
    "треть",
    "чверт",
    "четверт",
    "part",
)
_TOGETHER = frozenset({"вместе", "together"})
_EVENLY = frozenset({"50/50", "fifty-fifty", "пополам", "навпіл", "порівну", "поровну"})


def _take_half_in_cash(line: Line, cards: Sequence[int]) -> bool:
    """Of "boiler 30k, half by card" half was cash; to be confirmed."""
    amounts = line.amounts()
    if len(amounts) == _PAIR and line.number(amounts[0]) == line.number(amounts[1]) * 2:
        return _take_told_half(line, cards)
    halves = [at for at, span in enumerate(line.spans) if _is_half(span)]
    if len(amounts) != 1 or not halves:
        return False
    if _is_told_cash(line, amounts[0], cards[0], halves):
        line.doubt(amounts[0])
        _hush_parts(line, (*halves, *cards))
        return True
    is_whole = amounts[0] < halves[0] and amounts[0] < cards[0]
    is_whole = is_whole or any(span.folded in _TOGETHER for span in line.spans)
    if not is_whole and not (line.where(SpanKind.TOTAL) and line.where(SpanKind.CASH)):
        return False  # "half by card, half in cash 2 000" may be the half or the whole
    line.put(amounts[0], line.number(amounts[0]) / 2, is_sure=False)
    _hush_parts(line, (*halves, *cards, *line.where(SpanKind.TOTAL)))
    return True


def _is_told_cash(line: Line, amount: int, card: int, halves: Sequence[int]) -> bool:
    """Tell whether the sum is what was cash: "половина картою, 2 000 нал"."""
    after = line.at(amount + 1)
    is_cash = after is not None and after.kind is SpanKind.CASH
    between = line.spans[card + 1 : amount] if card < amount else ()
    is_apart = any(span.text in {",", ".", "-", "–", "—"} for span in between)
    return is_cash and is_apart and len(halves) == 1


def _is_half(span: Span) -> bool:
    return span.folded.startswith(_HALVES) or span.folded in _EVENLY


def _hush_parts(line: Line, places: Sequence[int]) -> None:
    for at in places:
        line.set(at, replace(line.spans[at], kind=SpanKind.COMMON, value="common"))


def _take_share_in_cash(line: Line, cards: Sequence[int]) -> bool:
    """Of "boiler 10k, 30% by card" seven tenths were cash; to be confirmed."""
    amounts, shares = line.amounts(), line.where(SpanKind.PERCENT)
    if len(amounts) != 1 or len(shares) != 1 or not amounts[0] < shares[0] < cards[0]:
        return False
    text = line.spans[shares[0]].text.removesuffix("%").strip()
    is_near = cards[0] - shares[0] <= _PAIR + 1
    if not is_near or not text.isdecimal() or not 0 < int(text) < _HUNDRED:
        return False
    left = line.number(amounts[0]) * (_HUNDRED - int(text)) / _HUNDRED
    line.put(amounts[0], left, is_sure=False)
    _hush_parts(line, (*shares, *cards))
    return True


_HUNDRED = 100


def _take_told_half(line: Line, cards: Sequence[int]) -> bool:
    """Of "9 800 total, half on the card so 4 900 in the till" the half moved, to be confirmed."""
    if not any(span.folded.startswith(_HALVES) for span in line.spans):
        return False
    whole, half = line.amounts()
    line.drop(whole)
    line.doubt(half)
    for at in cards:
        line.hush(at)
    return True


def _share_thousand(line: Line, cards: Sequence[int]) -> None:
    """Read the 7 of "12 тис, з них 7 карткою" as thousands, too."""
    amounts = line.amounts()
    by_card = nearest(line, cards[0]) if len(amounts) == _PAIR else None
    if by_card is None or not is_bare_whole(line.spans[by_card]):
        return
    (whole,) = [at for at in amounts if at != by_card]
    shared = line.number(by_card) * _THOUSAND
    if line.number(whole) % _THOUSAND == 0 and shared < line.number(whole):
        line.put(by_card, shared)


def _take_parts_in_thousands(line: Line, cards: Sequence[int]) -> None:
    """Read the 10 of "24 тис: 10 готівкою, 14 на картку" as thousands: both make the whole."""
    figures = [at for at in range(len(line.spans)) if line.spans[at].number is not None]
    figures = [at for at in figures if line.spans[at].kind in _COUNTED]
    if len(figures) != _PAIR + 1:
        return
    whole, *parts = figures
    if sum(map(line.number, parts)) * _THOUSAND != line.number(whole):
        return
    by_card = min(parts, key=lambda at: abs(cards[0] - at))
    for at in parts:
        line.put(at, line.number(at) * _THOUSAND)
        if at == by_card or line.spans[at].kind is SpanKind.QUANTITY:
            line.drop(at)
    line.drop(whole)
    line.hush(cards[0])


_COUNTED = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY})


def _leave_rest_by_card(line: Line, cards: Sequence[int]) -> None:
    """Of "5 000 in cash, the rest was by card" only the cash is told of."""
    for rest in line.where(SpanKind.LEFTOVER):
        after = line.spans[rest + 1 : rest + 1 + _PAIR]
        if [span.kind for span in after] == [SpanKind.AMOUNT, SpanKind.CASH]:
            # "Half went on the card, the rest 4 450 cash": what was cash is told.
            for at in (rest, *cards):
                line.hush(at)
            return
        for at in cards:
            if rest < at <= rest + _PAIR + 1:
                line.set(at, replace(line.spans[at], kind=SpanKind.COMMON))
                line.set(rest, replace(line.spans[rest], kind=SpanKind.COMMON))


_OF_WHOLE = frozenset(
    {
        *("з них", "із них", "з яких", "із яких", "з котрих", "з цього", "з цієї суми"),
        *("из них", "из которых", "из которого", "из этого", "из этой суммы"),
        *("of that", "of which", "of it", "of them", "of those", "out of it", "out of that"),
    }
)


@woken_by(kinds=(SpanKind.CARD,))
def keep_cash_of_whole(line: Line) -> None:
    """Of "24 000, of which 4 000 by card" the rest was cash; to be confirmed."""
    amounts, cards = line.amounts(), line.where(SpanKind.CARD)
    if len(amounts) != _PAIR or not cards or line.where(SpanKind.LEFTOVER):
        return
    whole, part = amounts
    between = line.spans[whole + 1 : part]
    told = (*between, *line.spans[part + 1 : part + 1 + _PAIR])
    is_part = any(span.folded in _OF_WHOLE for span in told) and nearest(line, cards[0]) == part
    if is_part and line.number(part) < line.number(whole) and len(cards) == 1:
        line.put(whole, line.number(whole) - line.number(part), is_sure=False)
        line.drop(part)
        line.set(cards[0], replace(line.spans[cards[0]], kind=SpanKind.COMMON))


@woken_by(kinds=(SpanKind.CARD, SpanKind.LEFTOVER))
def keep_cash(line: Line) -> None:
    """Of what was paid partly by card, only the cash moved the till."""
    cards = line.where(SpanKind.CARD)
    if cards:
        _share_thousand(line, cards)
        _take_parts_in_thousands(line, cards)
    amounts = line.amounts()
    if len(amounts) == 1 and line.where(SpanKind.LEFTOVER) and line.where(SpanKind.CASH):
        _leave_rest_by_card(line, cards)
    if cards and (_take_half_in_cash(line, cards) or _take_share_in_cash(line, cards)):
        return
    if not cards or len(amounts) < _PAIR or _take_rest_in_cash(line, cards):
        return
    by_card = _paid_by_card(line, cards, amounts)
    if not by_card or len(by_card) == len(amounts):
        return
    _take_as_part(line, amounts, by_card)
    _drop_whole_of_parts(line, amounts)
    for at in by_card:
        line.drop(at)
    for at in (*cards, *line.where(SpanKind.LEFTOVER)):
        line.set(at, replace(line.spans[at], kind=SpanKind.COMMON))


def _drop_whole_of_parts(line: Line, amounts: Sequence[int]) -> None:
    """Leave out the 900 of "900, 400 cash 500 card": both parts make it."""
    if len(amounts) != _PAIR + 1:
        return
    whole, *parts = amounts
    if line.number(whole) == sum(map(line.number, parts)):
        line.drop(whole)


_WARES = frozenset({"fuel_transport", "office_household", "other_expense", "phone_internet"})
_BUYING = frozenset({SpanKind.VERB, SpanKind.ROLE, SpanKind.NAME})


@woken_by(kinds=(SpanKind.CARD,))
def sell_what_was_paid_by_halves(line: Line) -> None:
    """Let a thing that was paid partly by card be a ware: no shop pays its bills so.

    "Телефон 9 000, 4 000 нал, остальное терминал" is a telephone that was sold.
    """
    if not line.where(SpanKind.CARD) or len(line.amounts()) < _PAIR or line.where(*_BUYING):
        return
    for at in line.where(SpanKind.PURPOSE, SpanKind.THING):
        if line.spans[at].value in _WARES:
            line.set(at, replace(line.spans[at], kind=SpanKind.GOODS, value="goods"))


_NAMED = frozenset(
    {SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE}
)


def _take_as_part(line: Line, amounts: Sequence[int], by_card: Collection[int]) -> None:
    """Read "насос 3 200, 1 200 терминал" as a part of the price, to be confirmed.

    What is said to be cash is told apart already, and what has a name of its own is another thing.
    """
    if len(amounts) != _PAIR or line.where(SpanKind.CASH) or amounts[0] in by_card:
        return
    whole, part = amounts
    is_named = any(span.kind in _NAMED for span in line.spans[whole + 1 :])
    if not is_named and line.number(part) < line.number(whole):
        line.put(whole, line.number(whole) - line.number(part), is_sure=False)


def _paid_by_card(line: Line, cards: Sequence[int], amounts: Sequence[int]) -> set[int]:
    """Give the amounts nearest to a word for card; "the rest by card" is all but the cash."""
    cash = {nearest(line, at) for at in line.where(SpanKind.CASH)}
    by_card = {nearest(line, at) for at in cards} - cash
    if not by_card and cash and line.where(SpanKind.LEFTOVER):
        return set(amounts) - cash
    return {at for at in by_card if at is not None}


def is_about_card(spans: Sequence[Span]) -> bool:
    """Tell whether a card or terminal is what was paid for, or where cash came from."""
    said = {span.value for span in spans}
    is_drawn = "cash_from_bank" in said and bool(said & {"take", "receive", "till"})
    if _is_paid_in(spans):
        return True
    cards = {span.value for span in spans if span.kind is SpanKind.CARD}
    if cards == {"counted"} and said & {"cash_shortage", "cash_surplus", "till"}:
        return True  # "перерахувала" is counted again, or sent by bank
    return (
        bool(said & {"bank_fees", "withdraw", "bank_deposit"})
        or is_drawn
        or ("bank" in said and bool(said & {"deposit", "carry", "put_in"}))
    )


_ACCOUNT = ("account", "рахун", "счет", "розрахун", "расчет", "карт", "card", "р/р", "р/с")
_DRAWING = frozenset({"withdraw", "take", "receive", "bring", "put_in", "till", "safe", "move"})
_SPENDING = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM})
_PAYEES = frozenset({"supplier", "landlord", "installer", "handyman", "courier"})


_WRITTEN_OFF = ("списа", "знялося", "снялось", "debited", "went off", "came off")
_OFF_ACCOUNT = ("рахунк", "рахунок", "счет", "счёт", "account", "карт", "card", "р/р", "р/с")


def _is_written_off(spans: Sequence[Span]) -> bool:
    """Tell whether a bank wrote something off itself: "эквайринг списал 180 со счёта"."""
    words = [word for span in spans for word in span.text.lower().split()]
    is_off = any(word.startswith(_WRITTEN_OFF) for word in words) or "went off" in " ".join(words)
    return is_off and any(word.startswith(_OFF_ACCOUNT) for word in words)


def is_paid_from_account(spans: Sequence[Span]) -> bool:
    """Tell whether something was paid from the account: "з рахунку скинули за оренду"."""
    if _is_written_off(spans) and not any(span.kind is SpanKind.CASH for span in spans):
        return True
    is_from_account = any(
        span.value == "cash_from_bank" and any(word in span.folded for word in _ACCOUNT)
        for span in spans
    )
    if is_from_account and (_is_sent_to_somebody(spans) or _is_taken_by_others(spans)):
        return True
    if not is_from_account or any(
        span.value in _DRAWING or span.kind is SpanKind.CASH for span in spans
    ):
        return False
    is_spent = any(
        span.kind in _SPENDING and span.value not in {"cash_from_bank", "bank_fees"}
        for span in spans
    )
    is_paid = any(span.kind is SpanKind.ROLE and span.value in _PAYEES for span in spans)
    return is_spent or is_paid


def _is_taken_by_others(spans: Sequence[Span]) -> bool:
    """Tell whether who is paid took it himself: "the bank took 80 off the bank account"."""
    return any(
        taken.kind is SpanKind.VERB
        and taken.value == "take"
        and (who.value in _TAKING_THEMSELVES or who.folded in _THEY)
        for who, taken in pairwise(spans)
    )


_TAKING_THEMSELVES = _PAYEES | {"bank", "taxes_fees"}
_THEY = frozenset({"they", "вони", "они"})
_PAYEE_KINDS = frozenset({SpanKind.BRAND, SpanKind.FIRM})


def _is_sent_to_somebody(spans: Sequence[Span]) -> bool:
    """Tell whether it went on to a firm: "transferred 15 600 to Grundfos from the account"."""
    is_here = any(span.value in {"till", "safe"} or span.kind is SpanKind.CASH for span in spans)
    return not is_here and any(
        before.value == "to"
        and (
            span.kind in _PAYEE_KINDS
            or (span.kind is SpanKind.ROLE and span.value in _PAYEES)
            or (span.kind is SpanKind.WORD and span.text[0].isupper())
        )
        for before, span in pairwise(spans)
    )


_TERMINALS = ("terminal", "термінал", "терминал")


def _is_paid_in(spans: Sequence[Span]) -> bool:
    """Tell whether cash was paid in at a terminal: "наличкой через терминал"."""
    return any(
        span.kind is SpanKind.CARD
        and any(word in span.folded for word in _TERMINALS)
        and (
            any(near.kind is SpanKind.CASH for near in spans[max(0, at - 1) : at + 2])
            or _is_cash_at(spans[:at])
        )
        for at, span in enumerate(spans)
    )


_AT = frozenset({"в", "у", "на", "через", "at", "via", "in", "into", "through", "the", "a"})


def _is_cash_at(before: Sequence[Span]) -> bool:
    """Tell whether a place where cash was paid in follows: "налом в терминале"."""
    cash = max((at for at, it in enumerate(before) if it.kind is SpanKind.CASH), default=-1)
    words = [word for span in before[cash + 1 :] for word in span.folded.split()]
    return cash >= 0 and bool(words) and set(words) <= _AT


def is_partly_cash(spans: Sequence[Span]) -> bool:
    """Tell whether some of what was paid by card may have been cash."""
    amounts = sum(span.kind is SpanKind.AMOUNT for span in spans)
    is_cash = any(
        span.kind is SpanKind.CASH
        and span.value != "money"
        and not any(near.kind is SpanKind.NEGATION for near in spans[max(0, at - 1) : at + 2])
        for at, span in enumerate(spans)
    )
    is_shared = any(
        span.kind in {SpanKind.LEFTOVER, SpanKind.PERCENT} or span.folded.startswith(_SHARES)
        for span in spans
    )
    return amounts > 1 or is_cash or is_shared
