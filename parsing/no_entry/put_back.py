"""Tell money that was taken for something and put back whole: nothing came of it."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.segments import split_clauses
from parsing.annotation.spans import Span, SpanKind

_TAKEN = (
    "взя", "узя", "брав", "брал", "бра", "витяг", "вийня", "виня", "вынул", "достал", "дістал",
    "дістав", "снял", "зняв", "зняла", "vzia", "vzya", "took", "pulled", "grabbed", "drew",
)  # fmt: skip
_RETURNED = ("поверн", "верну", "возвра", "povern", "vernu", "return")
"""What says by itself that it came back."""
_PUT = (
    "покла", "полож", "кинул", "кинув", "закин", "засун", "сунул", "віддав", "віддал", "отдал",
    "принес", "приніс", "занес", "заніс", "poklal", "polozh", "put", "gave", "brought", "handed",
    "slipped", "dropped", "stuck", "popped",
)  # fmt: skip
_BACK = frozenset({"назад", "обратно", "back", "nazad", "obratno", "місце", "место", "місця"})
_TILL = ("кас", "касс", "шухляд", "ящик", "till", "drawer", "register", "cashbox", "kas")
_WHOLE = frozenset(
    "все всё усе всі усі гроші деньги целиком цілком полностью повністю всю all everything whole"
    " lot money cash it".split()
)
_COME = frozenset({"came", "come", "comes", "be", "went", "got"})
"""Who came back brought what he had bought."""
_SPENT = frozenset({"buy", "spend", "pay", "sell"})
_LENT = (
    "борг", "долг", "позич", "займ", "одолж", "кредит", "lent", "borrow", "loan", "lend", "debt",
    "зарплат", "получк",
)  # fmt: skip
_PART = (
    "решт", "остальн", "остат", "здач", "сдач", "лишок", "залиш", "лишн", "половин", "частин",
    "част", "remain", "leftover", "resht", "ostal", "sdach",
)  # fmt: skip
_SHARE = frozenset({"rest", "change", "half", "part", "some"})
_COUNTS = frozenset({SpanKind.QUANTITY, SpanKind.RANGE})
_BESIDE_SUM = frozenset({SpanKind.PREPOSITION, SpanKind.ROLE, SpanKind.COMMON, SpanKind.PERSON})
_NEAR = 4


@woken_by(*_RETURNED, *_BACK)
def is_put_back_whole(spans: Sequence[Span]) -> bool:
    """Tell whether a sum was taken, not spent, and put back: "took 500, it was shut, put it back".

    A loan that came back, or what came back on another day, moved money.
    """
    sums = {span.number for span in spans if span.kind is SpanKind.AMOUNT}
    words = [word for span in spans for word in span.text.lower().split()]
    if len(sums) != 1 or any(span.kind in _COUNTS for span in spans):
        return False
    is_part = bool(_SHARE & set(words)) or any(word.startswith(_LENT + _PART) for word in words)
    if is_part or not _takes_sum(spans):
        return False
    _, *after = split_clauses(spans)
    if not after or any(map(_spends, after)) or "customer" in {span.value for span in spans}:
        return False
    *between, last = after
    has_day = any(span.kind is SpanKind.DATE for clause in after for span in clause)
    return not has_day and _puts_back(last, is_told_why=bool(between))


def _takes_sum(spans: Sequence[Span]) -> bool:
    """Tell whether the sum itself is what was taken first, and no goods for it."""
    at = next((at for at, it in enumerate(spans) if it.kind is SpanKind.AMOUNT), 0)
    before = list(spans[max(0, at - _NEAR) : at])
    while before and before[-1].kind in _BESIDE_SUM and before[-1].value != "for_price":
        before.pop()
    return bool(before) and before[-1].text.lower().startswith(_TAKEN)


def _spends(clause: Sequence[Span]) -> bool:
    """Tell whether something was bought after all."""
    is_denied = any(span.kind is SpanKind.NEGATION for span in clause)
    return not is_denied and any(
        span.kind is SpanKind.VERB and span.value in _SPENT for span in clause
    )


def _puts_back(clause: Sequence[Span], *, is_told_why: bool) -> bool:
    """Tell whether the last clause puts the money back, all of it."""
    words = [word for span in clause for word in span.text.lower().split()]
    if any(span.kind is SpanKind.NEGATION for span in clause) or _COME & set(words):
        return False
    at = next((it for it, span in enumerate(clause) if _acts_back(span)), 0)
    if any(map(_is_named, clause)) or any(map(_is_other, clause[at:])):
        return False  # "взял 2000 из кассы, вернул все Савчуку"
    is_back = bool(_BACK & set(words)) or any(word.startswith(_TILL) for word in words)
    is_whole = bool(_WHOLE & set(words)) or any(it.kind is SpanKind.AMOUNT for it in clause)
    if any(word.startswith(_RETURNED) for word in words):
        return is_whole or is_back
    is_put = any(word.startswith(_PUT) for word in words)
    return is_back and ((is_put and (is_whole or is_told_why)) or is_whole)


def _acts_back(span: Span) -> bool:
    return span.text.lower().startswith(_RETURNED + _PUT)


def _is_named(span: Span) -> bool:
    """Tell whether a span names who may have got the money."""
    is_capital = span.kind is SpanKind.WORD and span.text[0].isupper()
    return is_capital or span.kind in {SpanKind.NAME, SpanKind.FIRM}


def _is_other(span: Span) -> bool:
    """Tell whether somebody of a trade, a bank or a safe is told of, and no till."""
    return span.kind is SpanKind.ROLE and span.value != "till"
