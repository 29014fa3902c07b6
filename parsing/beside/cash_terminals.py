"""Read a kiosk that takes cash as no card: "оплатила налом в терминале", "cash at the kiosk"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_TERMINALS = ("терминал", "термінал", "terminal", "kiosk", "киоск", "кіоск", "айбокс", "ibox")
_AT = frozenset({"в", "у", "через", "на", "at", "in", "into", "via", "through", "by", "cherez"})
_REACH = 4
_NOT_CASH = frozenset({"pos", "пос", "card", "карткою", "картой", "картою"})


@woken_by(*_TERMINALS)
def with_cash_terminals(line: list[Span]) -> list[Span]:
    """Let a terminal be a place where the cash named right before it was paid in."""
    for at, span in enumerate(line):
        if span.kind is not SpanKind.CARD or not _is_terminal(span):
            continue
        before = line[max(0, at - _REACH) : at]
        is_at = bool(_AT & {*span.folded.split(), *(it.folded for it in before[-2:])})
        has_cash = any(it.kind is SpanKind.CASH and it.value == "cash" for it in before)
        has_cash = has_cash or _is_put_in(line, at)
        is_rest = any(it.kind is SpanKind.LEFTOVER for it in before)
        if is_rest or _has_sum_of_its_own(before):
            continue  # "half in cash, the rest at the terminal"
        if is_at and has_cash and not any(it.folded in _NOT_CASH for it in before):
            return [_as_cash(it) for it in line]
    return line


def _has_sum_of_its_own(before: Sequence[Span]) -> bool:
    """Tell whether another sum follows the cash: "4000 in cash and 9 600 by terminal"."""
    cash = [at for at, span in enumerate(before) if span.kind is SpanKind.CASH]
    return bool(cash) and any(span.kind is SpanKind.AMOUNT for span in before[cash[-1] :])


@woken_by(values=("cash_from_bank",))
def with_cash_put_into_atms(line: list[Span]) -> list[Span]:
    """Let cash that was put into a machine be paid in, where nothing says that it came out."""
    said = {span.value for span in line if span.kind in {SpanKind.VERB, SpanKind.PREPOSITION}}
    machines = [at for at, span in enumerate(line) if _is_atm(span)]
    is_into = any(at and _into(line, at) for at in machines)
    if said & _COMING_OUT or not machines or not (said & _PUT_IN or is_into):
        return line
    return [
        replace(span, kind=SpanKind.PURPOSE, value="bank_deposit")
        if at in machines
        else replace(span, value="deposit")
        if span.kind is SpanKind.VERB and span.value == "put_in"
        else span
        for at, span in enumerate(line)
    ]


def _is_atm(span: Span) -> bool:
    """Tell whether a span names a machine, and not that cash came from one: "from the ATM"."""
    return span.folded.startswith(_ATMS) and span.value == "cash_from_bank"


def _into(line: Sequence[Span], at: int) -> bool:
    """Tell whether "into" stands before a machine, with or without an article between."""
    return any(span.folded == "into" for span in line[max(0, at - 2) : at])


_ATMS = ("банкомат", "atm", "cash machine", "cash point")
_PUT_IN = frozenset({"put_in", "deposit"})
_COMING_OUT = frozenset({"from", "withdraw", "take", "receive", "bring"})
_ACCOUNTS = ("рахунок", "рахунку", "счет", "счёт", "account")


_THERE = frozenset(
    "there there's theres have has have got we've got got is are sitting sits counted left".split()
)
_HOLDING = frozenset({"till", "safe"})


@woken_by(words=("atm",))
def with_at_the_moment(line: list[Span]) -> list[Span]:
    """Read "atm" at the end of what lies there as "at the moment": "3 400 in the till atm"."""
    at = next((at for at, span in enumerate(line) if span.text.lower() == "atm"), None)
    if at is None or line[at].text.isupper() or (at and line[at - 1].folded in _BEFORE_ATMS):
        return line
    is_lying = any(map(_lies, line))
    is_held = any(
        (span.kind is SpanKind.ROLE and span.value in _HOLDING)
        or not _THERE.isdisjoint(span.text.lower().split())
        for span in line
    )
    is_held = is_lying or (is_held and _is_at_an_end(line, at))
    is_done = any(
        span.kind is SpanKind.VERB and span.value not in {"receive", "unsure"} for span in line
    )
    is_moved = any(span.value in _MOVED for span in line)
    if not is_held or is_done or is_moved:
        return line
    return [
        replace(span, kind=SpanKind.COMMON, value="common", text="now", folded="now")
        if place == at
        else replace(span, kind=SpanKind.COMMON, value="common")
        if span.folded in _GOT
        else span
        for place, span in enumerate(line)
    ]


def _is_at_an_end(line: Sequence[Span], at: int) -> bool:
    """Tell whether a clause ends there, or the line begins."""
    return at == 0 or at + 1 == len(line) or line[at + 1].kind in _SIGNS


def _lies(span: Span) -> bool:
    """Tell whether a word says where money lies, or that it was counted."""
    words = span.text.lower().replace("'s", "").split()
    return span.kind is SpanKind.BALANCE or not _LYING.isdisjoint(words)


_LYING = frozenset({"balance", "hand", "drawer", "float", "cashbox"})
_BEFORE_ATMS = frozenset({"the", "an", "at", "from", "to", "into", "in", "via", "bank", "our"})
_MOVED = frozenset({"from", "to", "into"})
_GOT = frozenset({"got", "have got", "weve got"})
"""What there is, beside "at the moment", and nothing that came."""
_SIGNS = frozenset({SpanKind.PUNCTUATION, SpanKind.NEWLINE})


def _as_cash(span: Span) -> Span:
    """Take a terminal for a place, and "to the account" for what was paid in there."""
    if span.kind is not SpanKind.CARD:
        return span
    if span.folded.endswith(_ACCOUNTS):
        return replace(span, kind=SpanKind.PURPOSE, value="bank_deposit")
    return replace(span, kind=SpanKind.COMMON, value="common") if _is_terminal(span) else span


def _is_terminal(span: Span) -> bool:
    return any(word.startswith(_TERMINALS) for word in span.folded.split())


def _is_put_in(line: Sequence[Span], at: int) -> bool:
    """Tell whether money was put into it: "через термінал поклала 18 000 на рахунок"."""
    start = max((it for it in range(at) if line[it].text in _BORDERS), default=-1) + 1
    end = next((it for it in range(at, len(line)) if line[it].text in _BORDERS), len(line))
    return any(span.value in {"put_in", "deposit"} for span in line[start:end])


_BORDERS = frozenset({",", ";", ".", "-", "–", "—"})


BY_MACHINES = (with_cash_terminals, with_cash_put_into_atms, with_at_the_moment)
"""The rules of this room, in the order in which they read a line."""
