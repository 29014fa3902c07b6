"""Read cash that we put on the shop's account as paid in: "поклала 19 400 на рахунок, комісія 97".

Whose account it is, is ours where nobody is told to have paid it in and none is named behind.
"""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ACCOUNTS = ("рахунок", "рахунку", "счет", "р/р", "р/с", "account", "rakhunok", "rahunok", "schet")
_CARDS = ("карту", "картку", "card", "kartku", "kartu")
_PUT = frozenset({"put_in", "deposit"})
_THROWN = ("закину", "кинула", "кинув", "кинул", "zakynu", "zakinu")
_BEFORE_VERB = frozenset({SpanKind.COMMON, SpanKind.DATE, SpanKind.PREPOSITION})
_BEHIND_VERB = frozenset(
    {SpanKind.COMMON, SpanKind.CASH, SpanKind.CURRENCY, SpanKind.PREPOSITION, SpanKind.MULTIPLIER}
)
_BORDERS = frozenset({",", ".", ";", "-", "–", "—", ":", "!", "("})
_OURS = frozenset({"наш", "our", "the", "nash", "розрахунковий", "расчетный"})
_INTO = frozenset({"на", "into", "on", "to", "in", "in the", "on the", "to the", "into the", "na"})


@woken_by(words=(*_ACCOUNTS, *_CARDS), ends=("рахунок", "счет", "account", *_CARDS))
def with_paid_into_account(line: list[Span]) -> list[Span]:
    """Let "на рахунок" behind a sum that we put somewhere be where it was paid in.

    On a card it was paid in at a machine that took its fee: "на картку, комісія 25" is confirmed.
    """
    told = line
    is_at_machine = any(span.value == "bank_fees" for span in line)
    accounts = (*_ACCOUNTS, *_CARDS) if is_at_machine else _ACCOUNTS
    for at, span in enumerate(line):
        if not span.folded.endswith(accounts) or span.kind is SpanKind.PURPOSE:
            continue
        verb = _putting(line, at)
        if verb < 0 or not _is_end(line, at + 1):
            continue
        told = list(told)
        told[verb] = replace(line[verb], value="deposit")
        told[at] = replace(span, kind=SpanKind.PURPOSE, value="bank_deposit")
        if span.folded.endswith(_CARDS):
            told[verb:at] = [replace(it, is_sure=False) for it in told[verb:at]]
        if at + 1 < len(line) and line[at + 1].kind is SpanKind.CARD:
            told[at + 1] = replace(line[at + 1], kind=SpanKind.COMMON, value="common")
    return told


def _putting(line: Sequence[Span], at: int) -> int:
    """Give the verb of a clause that says no more than that we put one sum there, or -1."""
    place = at - 1
    sums = 0
    is_into = line[at].folded.startswith(("на ", "in", "on ", "to "))
    while place >= 0 and line[place].kind is not SpanKind.VERB:
        span = line[place]
        sums += span.kind is SpanKind.AMOUNT
        is_into = is_into or (not sums and span.folded in _INTO)
        is_ours = not sums and span.folded in _OURS
        if not is_ours and span.kind not in _BEHIND_VERB and span.kind is not SpanKind.AMOUNT:
            return -1
        place -= 1
    if place < 0 or sums != 1 or not is_into or not _puts(line[place]):
        return -1
    return place if _is_nobody_before(line, place) else -1


def _puts(span: Span) -> bool:
    return span.value in _PUT or (span.value == "give" and span.folded.startswith(_THROWN))


def _is_nobody_before(line: Sequence[Span], verb: int) -> bool:
    """Tell whether nobody else is told to have done it: "клієнт поклав" paid by bank."""
    for span in reversed(line[:verb]):
        if span.text in _BORDERS or span.kind in {SpanKind.NEWLINE, SpanKind.JOINER}:
            return True
        if span.kind not in _BEFORE_VERB and span.value != "self":
            return False
    return True


def _is_end(line: Sequence[Span], at: int) -> bool:
    """Tell whether a clause ends there, but for how it was paid in: "через термінал"."""
    while at < len(line) and (line[at].kind in _BESIDE or _is_by(line[at])):
        at += 1
    if at >= len(line):
        return True
    return line[at].text in _BORDERS or line[at].kind in {SpanKind.NEWLINE, SpanKind.JOINER}


_BESIDE = frozenset({SpanKind.CARD, SpanKind.DATE, SpanKind.COMMON})
_BEHIND = (
    "через",
    "via",
    "through",
    "at the",
    "cherez",
    "фоп",
    "фірми",
    "фирмы",
    "магазин",
    "fop",
)
"""By what it was paid in, and whose the account is: the shop's."""


def _is_by(span: Span) -> bool:
    return span.folded.startswith(_BEHIND)
