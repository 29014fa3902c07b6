"""Read what nouns and titles tell was done: "оплата від", "tap replacement", "пан Левчук дав"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PAYMENT = frozenset({"оплата", "оплату", "плата", "payment"})
_JOBS = frozenset({"replacement", "replacements", "swap", "changeover", "reinstallation"})
_MOUNTED = frozenset({SpanKind.GOODS, SpanKind.BRAND})
_BETWEEN = frozenset({SpanKind.JOINER, SpanKind.COMMON})
_PAYING = frozenset({"pay", "give", "unsure"})
_SENT_BACK = (
    "завод", "постачальн", "поставщик", "виробник", "производител", "supplier", "factory",
    "manufacturer", "брак", "гаранті", "гаранти", "warranty", "дефект",
)  # fmt: skip


@woken_by(words=_PAYMENT)
def with_payment_from(line: list[Span]) -> list[Span]:
    """Let "payment from" somebody be money that came in."""
    for at, span in enumerate(line[:-1]):
        if span.kind is SpanKind.VERB and span.folded in _PAYMENT and line[at + 1].value == "from":
            line[at] = replace(span, kind=SpanKind.PURPOSE, value="sale_cash")
    return line


@woken_by(words=_JOBS)
def with_replacements(line: list[Span]) -> list[Span]:
    """Let "a tap replacement" be a fitter's job, and no tap that was bought."""
    told = list(line)
    for at in range(1, len(line)):
        if line[at].folded in _JOBS and line[at - 1].kind in _MOUNTED:
            told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="installer_services")
            told[at - 1] = replace(line[at - 1], kind=SpanKind.COMMON, value="common")
    return told


@woken_by(values=("customer_refund",))
def with_goods_sent_back(line: list[Span]) -> list[Span]:
    """Let a carrier be paid for what he takes back to the maker: it is nobody's refund."""
    is_carried = any(it.kind is SpanKind.FIRM and it.value == "delivery" for it in line)
    is_sent = any(
        word.startswith(_SENT_BACK) for span in line for word in span.folded.split()
    ) and not any(span.kind is SpanKind.VERB for span in line)
    if not (is_carried and is_sent):
        return line
    return [
        replace(span, kind=SpanKind.THING, value="delivery")
        if span.value == "customer_refund"
        else replace(span, kind=SpanKind.COMMON, value="common")
        if span.value in _TAKEN_BACK
        else span
        for span in line
    ]


_TAKEN_BACK = frozenset({"supplier", "cash_shortage"})
"""To whom, and what may be read of "брак": goods that are faulty, and none that lack."""


@woken_by(values=("title",))
def with_titled_payers(line: list[Span]) -> list[Span]:
    """Let whoever is called "пан" or "Mrs" and paid be a customer."""
    if not any(span.kind in _WHAT_FOR and span.value not in _OF_CUSTOMERS for span in line):
        return line  # nothing speaks of an expense
    for at, span in enumerate(line):
        if span.value == "title" and _pays(line[at + 1 :]):
            line[at] = replace(span, kind=SpanKind.ROLE, value="customer")
    return line


_WHAT_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_OF_CUSTOMERS = frozenset({"customer_prepayment", "sale_cash", "customer_refund"})


def _pays(after: Sequence[Span]) -> bool:
    """Tell whether a name and "paid" stand first."""
    told = [span for span in after if span.kind not in _BETWEEN]
    is_named = bool(told) and told[0].text[0].isupper()
    return is_named and len(told) > 1 and told[1].value in _PAYING


BY_NOUNS = (with_titled_payers, with_payment_from, with_replacements, with_goods_sent_back)
"""The rules of this room, in the order in which they read a line."""
