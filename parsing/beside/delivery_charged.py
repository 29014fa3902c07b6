"""Read a delivery that we charged a customer for as sold: "за доставку клієнту взяли 300"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_OTHERS = frozenset(
    {
        *("courier", "loader", "installer", "staff", "owner", "handyman", "supplier", "till"),
        *("from_us", "from_me", "other_person", "him", "safe", "bank"),
    }
)
"""Who takes his pay for a delivery himself, and where money for one is taken out of."""
_SOMEBODY = frozenset({SpanKind.NAME, SpanKind.FIRM})
_DOERS = frozenset({SpanKind.WORD, SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM})
_CHARGED = frozenset({"charged", "billed"})
_TOOK = ("взяла", "взяли", "узяла", "узяли", "vziala", "vzialy", "vziali", "vzyala", "vzyaly")
"""How she who writes took it, or we; "взяв" may be a courier."""
_FROM_US = frozenset({"нас", "us"})


@woken_by(values=("delivery",))
def with_delivery_charged(line: list[Span]) -> list[Span]:
    """Let a delivery that we took money for be sold, where it went to a customer, or "we" did."""
    verb = next((it for it, span in enumerate(line) if _is_charging(span)), -1)
    at = next((it for it in range(len(line)) if _is_delivery(line, it, verb)), -1)
    if at < 0 or verb < 0 or sum(span.kind is SpanKind.AMOUNT for span in line) != 1:
        return line
    if any(span.value in _OTHERS or span.kind in _SOMEBODY for span in line):
        return line
    if any(span.folded in _FROM_US or _is_nobodys(line, it) for it, span in enumerate(line)):
        return line
    if _is_by_another(line, at, verb):
        return line
    is_by_us = any(span.value == "self" for span in line[:verb])
    is_to_customer = any(span.value == "customer" for span in line)
    if line[verb].folded == "took":  # "took 300 for delivery to a client" may be out of the till
        is_to_customer = False
    if not (is_to_customer or is_by_us or line[verb].folded in _CHARGED):
        return line
    told = [
        replace(span, kind=SpanKind.PLACE, value="town") if span.value == "customer" else span
        for span in line
    ]
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="sale_cash")
    told[verb] = replace(line[verb], kind=SpanKind.VERB, value="receive")
    return told


def _is_delivery(line: Sequence[Span], at: int, verb: int) -> bool:
    """Tell whether a sum was for a delivery: money "на доставку" is taken out of the till."""
    before = line[at - 1] if at else line[at]
    is_told_first = at < verb and before.kind is not SpanKind.PREPOSITION
    is_told_first = is_told_first and line[at].folded.startswith(_DELIVERY)  # "доставка, взяли"
    is_for = before.value in {"for_price", "for"} and before.folded in {"за", "for", "za"}
    is_for = is_for or line[at].folded.startswith(("за ", "for ", "za "))
    is_of_it = is_for or is_told_first
    return line[at].kind in _NAMED and line[at].value == "delivery" and is_of_it


_DELIVERY = ("достав", "dostav")


def _is_by_another(line: Sequence[Span], at: int, verb: int) -> bool:
    """Tell whether who took it stands right before: "the forwarder charged", "газель взяли"."""
    if verb == 0:
        return False
    before = line[verb - 1]
    is_doer = before.kind in _DOERS and verb - 1 != at
    is_doer = is_doer or (before.value == "customer" and at > verb)  # "мужики взяли"
    return is_doer or before.folded in _WAS


_WAS = frozenset({"was", "were", "got", "been", "get"})


def _is_charging(span: Span) -> bool:
    is_taking = span.kind is SpanKind.VERB and span.value in {"take", "receive"}
    is_ours = span.folded.startswith(_TOOK) or span.folded in {"took", "we took"}
    return (is_taking and is_ours) or span.folded in _CHARGED


def _is_nobodys(line: Sequence[Span], at: int) -> bool:
    """Tell whether a name that nobody knows may be of whoever took it; behind "to" it is where."""
    is_where = at > 0 and line[at - 1].kind is SpanKind.PREPOSITION
    return line[at].kind is SpanKind.WORD and line[at].text[0].isupper() and not is_where
