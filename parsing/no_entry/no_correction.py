"""Tell words of correcting that correct nothing: they say when, what for, or who had erred."""

from collections.abc import Sequence

from parsing.annotation.spans import Span, SpanKind
from parsing.operation.operation import has_money

HAPPENED = frozenset(
    {
        SpanKind.VERB,
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.ROLE,
        SpanKind.GOODS,
        SpanKind.ORDER,
        SpanKind.TOTAL,
        SpanKind.SIGN_WORD,
    }
)
"""What tells that something was done, or what or whom it was for."""


def is_no_correction(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a word of correcting belongs to what is told itself."""
    return (
        _is_unknown(spans, at)
        or _tells_when(spans, at)
        or _is_what_for(spans, at)
        or _is_slip_of_others(spans, at)
        or _goes_on_with_it(spans, at)
        or _is_why_it_came_back(spans, at)
    )


def _goes_on_with_it(spans: Sequence[Span], at: int) -> bool:
    """Tell whether it goes on with what is told whole: "returned 900, it was for fuel"."""
    before, after = spans[:at], spans[at + 1 :]
    is_done = any(span.kind is SpanKind.VERB for span in before)
    is_told = has_money(before) and not has_money(after)
    if spans[at].folded in _SHOULD_BE:
        is_dated = len(after) > 1 and after[0].folded == "dated" and after[1].kind in _DAYS
        return is_told and is_dated and any(span.kind in HAPPENED for span in before)
    is_named = bool(after) and after[0].kind in {SpanKind.PURPOSE, SpanKind.THING}
    return spans[at].folded in _WAS_FOR and is_told and is_done and is_named


def _is_why_it_came_back(spans: Sequence[Span], at: int) -> bool:
    """Tell whether wares were not the right ones: "вернула Нине 390, прокладки не те"."""
    before = spans[:at]
    is_back = any(span.value in _BACK for span in before) and has_money(before)
    is_of_wares = at > 0 and spans[at - 1].kind in {
        SpanKind.GOODS,
        SpanKind.THING,
        SpanKind.PURPOSE,
    }
    is_close = at + 1 == len(spans) or spans[at + 1].kind is SpanKind.PUNCTUATION
    return spans[at].folded in _NOT_RIGHT and is_back and is_of_wares and is_close


_BACK = frozenset({"give_back", "customer_refund"})
_NOT_RIGHT = frozenset({"не те", "не то", "не так", "wrong one", "wrong ones"})
_SHOULD_BE = frozenset({"should be"})
_DAYS = frozenset({SpanKind.DATE, SpanKind.DATE_WORD})
_WAS_FOR = frozenset(
    {"was for", "were for", "було за", "було на", "были на", "было на", "було для"}
)


def _is_unknown(spans: Sequence[Span], at: int) -> bool:
    """Tell whether "there was" says where a sum was that nobody knows: "хз сколько там было"."""
    before = spans[at - 1] if at else None
    is_much = before is not None and before.folded.rpartition(" ")[2] in _HOW_MUCH
    return is_much and not has_money(spans)


_HOW_MUCH = frozenset({"скільки", "скіки", "скіко", "сколько", "скока", "скоко", "much"})


def _tells_when(spans: Sequence[Span], at: int) -> bool:
    """Tell whether "that was" only adds the day to what is told: "taxi 90, that was Monday"."""
    after = spans[at + 1] if at + 1 < len(spans) else None
    is_day = after is not None and after.kind is SpanKind.DATE
    if is_day and spans[at].folded.endswith("belongs to"):
        return _tells_of_something(spans[at + 2 :])
    return is_day and spans[at].folded in _THAT_WAS and has_money(spans[:at])


def _tells_of_something(spans: Sequence[Span]) -> bool:
    """Tell whether a sum and what or whom it was for are told: "…: cleaner, 350"."""
    return has_money(spans) and any(span.kind in HAPPENED for span in spans)


def _is_what_for(spans: Sequence[Span], at: int) -> bool:
    """Tell whether "fix" is what money was for: "650 for fix the lamps", "paid him to fix it"."""
    is_of_change = any(span.kind is SpanKind.CHANGE for span in spans[at + 1 : at + 4])
    if is_of_change and any(span.value in _OFF for span in spans) and has_money(spans):
        return True  # "mixed it up with the change, short 50" tells why
    is_for = at > 0 and spans[at - 1].value in {"for", "to", "for_price"}
    is_cause = spans[at].folded.startswith(_MISTAKES) and any(
        span.kind is SpanKind.VERB for span in spans[at:]
    )
    return is_for and (has_money(spans[:at]) or is_cause)


def _is_slip_of_others(spans: Sequence[Span], at: int) -> bool:
    """Tell whether somebody gave back what he took by mistake: "supplier gave back 500, erred"."""
    before = spans[:at]
    is_back = any(span.value == "give_back" for span in before) and has_money(before)
    is_of_others = any(span.kind in {SpanKind.ROLE, SpanKind.FIRM} for span in before)
    return is_back and is_of_others and spans[at].folded.startswith(_SLIPS)


_SLIPS = ("помил", "ошиб", "mistake", "his mistake", "their mistake", "wrongly", "miscount")
_OFF = frozenset({"cash_shortage", "cash_surplus"})
_MISTAKES = ("помилк", "ошибк", "mistake")
"""What money may come back for: "за помилку в накладній постачальник повернув 120"."""
_THAT_WAS = frozenset({"то було", "це було", "это было", "то было", "that was", "it was"})
