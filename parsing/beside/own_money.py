"""See somebody's own money, taken back or put in: "клиент свои 1 200 забрал обратно"."""

from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_BACK = frozenset({"назад", "обратно", "back"})
_OWN = frozenset("свої свои своїх своих his her their".split())
_THINGS = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.BRAND, SpanKind.PURPOSE})


_ENDS = frozenset({",", ".", ";", "!", "(", ")"})


@woken_by(words=_BACK)
def with_own_taken_back(line: list[Span]) -> list[Span]:
    """Read it as given back, where a customer, his own and "back" are told of one sum."""
    back = next((at for at, span in enumerate(line) if span.folded in _BACK), -1)
    start = next((at + 1 for at in range(back, -1, -1) if line[at].text in _ENDS), 0)
    end = next((at for at in range(back, len(line)) if line[at].text in _ENDS), len(line))
    clause = line[start:end]
    takes = [at for at, span in enumerate(clause) if span.value == "take"]
    sums = [at for at, span in enumerate(clause) if span.kind is SpanKind.AMOUNT]
    is_one = back >= 0 and len(takes) == len(sums) == 1 and takes[0] < back - start
    is_by_customer = any(span.value == "customer" for span in clause)
    is_own = any(not _OWN.isdisjoint(span.folded.split()) for span in clause)
    if not (is_one and is_by_customer and is_own) or any(it.kind in _THINGS for it in clause):
        return line
    told = [
        replace(span, kind=SpanKind.COMMON, value="common")
        if span.folded in _OWN or span.folded in _BACK
        else span
        for span in clause
    ]
    told[takes[0]] = replace(clause[takes[0]], kind=SpanKind.PURPOSE, value="customer_refund")
    return [*line[:start], *told, *line[end:]]


_OURS = frozenset(
    "свої свои своїх своих власні власних личные личных особисті особистих own".split()
)
_PUTTING = frozenset({"put_in", "deposit", "give"})
_ELSEWHERE = frozenset({"customer", "bank", "safe"})


@woken_by(words=_OURS)
def with_own_put_in(line: list[Span]) -> list[Span]:
    """Read one's own money that was put into the till as the owner's: "в касу своїх 2 500"."""
    verbs = [at for at, span in enumerate(line) if span.kind is SpanKind.VERB]
    sums = [at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT]
    if len(verbs) != 1 or len(sums) != 1 or line[verbs[0]].value not in _PUTTING:
        return line
    own = next((at for at in range(sums[0]) if line[at].folded in _OURS), -1)
    is_in_till = any(
        span.value == "till" and before.value in {"in", "into"} for before, span in pairwise(line)
    )
    is_else = any(span.value in _ELSEWHERE or span.kind in _THINGS for span in line)
    if own != sums[0] - 1 or not is_in_till or is_else:
        return line
    told = list(line)
    told[own] = replace(line[own], kind=SpanKind.PURPOSE, value="owner_contribution")
    told[verbs[0]] = replace(line[verbs[0]], value="put_in")
    return told
