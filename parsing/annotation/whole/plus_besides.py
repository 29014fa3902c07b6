"""Read the plus of "зп Олегу 5000 плюс 300 за воду" as "and": the water is no part of the wage."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_SPENT = frozenset(
    {
        *("advertising", "bank_fees", "delivery", "fuel_transport", "office_household"),
        *("packaging_supplies", "phone_internet", "rent", "repairs_maintenance", "salary"),
        *("salary_advance", "taxes_fees", "utilities"),
    }
)
_PAID_ROLES = frozenset({"courier", "loader", "cleaner", "handyman", "installer"})
_PAY = frozenset({"salary", "salary_advance"})
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_BETWEEN = frozenset({SpanKind.PREPOSITION, SpanKind.COMMON, SpanKind.CURRENCY})
_EARNED = frozenset({"sell", "receive", "bring", "take", "customer", "sale_cash"})


def with_plus_besides(spans: list[Span]) -> list[Span]:
    """Let a plus before what is another expense than was told before add nothing to it."""
    told = list(spans)
    for at, span in enumerate(spans):
        if span.kind is not SpanKind.SIGN_WORD or span.value != "+":
            continue
        before = spans[:at]
        spent = {each.value for each in before if _is_spent(each)}
        what = _what_for(spans, at + 1)
        is_pay = what in _PAY
        if spent and what and what not in spent and not is_pay and not _is_earned(before):
            told[at] = replace(span, kind=SpanKind.JOINER, value="and")
    return told


def _is_spent(span: Span) -> bool:
    """Tell whether an expense is told, or who was paid."""
    is_paid = span.kind is SpanKind.ROLE and span.value in _PAID_ROLES
    return is_paid or (span.kind in _NAMED and span.value in _SPENT)


def _what_for(spans: Sequence[Span], at: int) -> str:
    """Give the expense that is told right behind a sum without a sign; empty if there is none."""
    if at >= len(spans) or spans[at].kind is not SpanKind.AMOUNT or spans[at].sign:
        return ""
    behind = next((span for span in spans[at + 1 :] if span.kind not in _BETWEEN), None)
    is_spent = behind is not None and behind.kind in _NAMED and behind.value in _SPENT
    return behind.value if is_spent and behind is not None else ""


def _is_earned(before: Sequence[Span]) -> bool:
    """Tell whether a sale or a sign is told before, so that a plus may be money that came in."""
    has_sum = any(span.kind is SpanKind.AMOUNT for span in before)
    is_signed = any(span.sign or span.kind is SpanKind.SIGN_WORD for span in before)
    return not has_sum or is_signed or any(span.value in _EARNED for span in before)
