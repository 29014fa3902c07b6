"""Read money lent and given back: "borrowed 10k from Stepan", "віддали Богдану позику"."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import CashCategory
from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_LENDING = (
    "позич", "запозич", "одолж", "одалж", "занял", "занима", "borrow", "lent", "loaned", "lend",
)  # fmt: skip
_BORROWED = ("borrow", "занял", "запозич")
"""What is done only by who gets the money; "позичити" and "одолжить" are said of both."""
_LOAN = ("позик", "позичк", "loan", "займ", "заем")
_DEBT = ("борг", "долг", "debt")
_ON_CREDIT = frozenset({"в борг", "у борг", "в долг", "в довг", "у довг"})
_WORDS = (*_LENDING, *_LOAN, *_DEBT, *_ON_CREDIT)
_GIVING = frozenset({"give", "give_back", "pay"})
_TAKING = frozenset({"take", "receive"})
_OTHERWISE = frozenset(
    {"till", "owner", "salary_advance", "salary", "bank", "bank_fees", "safe", "desk_transfer"}
)
"""Whose money it is then, and what it was for, other rules know: an advance, a draw."""
_BRANCHES = ("філі", "филиал", "branch")
_SOURCES = frozenset({"from", "in"})
_UNTIL = frozenset({"до", "till", "until", "by", "к", "на", "for"})
_QUIETENED = frozenset(
    {
        *(SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.ROLE),
        *(SpanKind.PLAN, SpanKind.CASH, SpanKind.LEFTOVER),
    }
)
"""What only tells what the loan is for, and of giving it."""
_OF_CLAUSE = frozenset({SpanKind.DATE, SpanKind.DATE_WORD, SpanKind.PERSON})
"""When it was lent, and by whom: "… that he lent us on Monday"."""
_WARES = frozenset({SpanKind.GOODS, SpanKind.BRAND, SpanKind.ORDER})


_OPEN = frozenset({SpanKind.VERB, SpanKind.WORD, SpanKind.PLAN})
"""Of other kinds a word such as "debt" is part of a phrase that other rules know."""


@woken_by(*_WORDS)
def with_loans(line: list[Span]) -> list[Span]:
    """Let a loan with one sum say itself which way it went, and nothing but that."""
    at = next((it for it, span in enumerate(line) if _is_of_lending(span)), -1)
    if at < 0 or sum(span.kind is SpanKind.AMOUNT for span in line) != 1:
        return line
    if any(span.value in _OTHERWISE or span.folded.startswith(_BRANCHES) for span in line):
        return line
    repaid = _repaid_at(line, at)
    if repaid:
        category = _repaid(line, at)
        lent = [_quiet(it) if it.kind in _DAYS else it for it in line[:repaid]]
        back = [_quiet(it) if _gives_back(it) else it for it in line[repaid:]]
        return line if category is None else [*_written(lent, at, category), *back]
    category = _category(line, at)
    return line if category is None else _written(line, at, category)


_DAYS = frozenset({SpanKind.DATE, SpanKind.DATE_WORD})
_LENT_THINGS = frozenset(
    {SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.BRAND, SpanKind.WORD}
)
_BORDERS = frozenset({",", ".", ";", "-", "–", "—", "!"})
_BACK = frozenset({"give", "give_back", "bring", "pay"})
_OURS = frozenset({"self", "by_self"})


def _repaid_at(line: Sequence[Span], at: int) -> int:
    """Give where it is told that a loan told before went back: "borrowed 500, gave it back"; or 0.

    The clause begins there; no other thing was lent, and no other one is given.
    """
    if not line[at].folded.startswith(_LENDING):
        return 0
    start = next((it for it in range(at + 1, len(line)) if _parts_clauses(line[it])), len(line))
    told, lent = line[start:], line[at + 1 : start]
    is_of_sum = not any(it.kind in _LENT_THINGS for it in lent)
    is_back = is_of_sum and any(_gives_back(span) for span in told)
    return start if is_back and not any(it.kind is SpanKind.NEGATION for it in told) else 0


def _parts_clauses(span: Span) -> bool:
    return span.text in _BORDERS or span.kind in {SpanKind.JOINER, SpanKind.NEWLINE}


def _gives_back(span: Span) -> bool:
    is_verb = span.kind is SpanKind.VERB and span.value in _BACK
    return is_verb or span.folded.endswith(" back")


def _repaid(line: Sequence[Span], at: int) -> CashCategory | None:
    """Say which way a loan went back: to us who lent it, or from us who had borrowed it."""
    if any(span.value == "at_us" for span in line):
        return CashCategory.OTHER_INCOME
    source = _source(line)
    is_ours = any(span.value in _OURS for span in line[:at]) or source > 0
    is_his = any(_is_somebody(line[it]) and it != source + 1 for it in range(at))
    return CashCategory.OTHER_EXPENSE if is_ours and not is_his else None


@woken_by(*_DEBT)
def with_debt_to_customer(line: list[Span]) -> list[Span]:
    """Let a debt that we gave back to a customer go out: "повернули борг клієнту 500"."""
    is_to_him = any(
        span.kind is SpanKind.ROLE and span.value == "customer" and span.folded.endswith(_TO_THEM)
        for span in line
    )
    if not is_to_him:
        return line
    return [
        replace(span, kind=SpanKind.VERB, value="give_back") if _is_our_debt(span) else span
        for span in line
    ]


def _is_our_debt(span: Span) -> bool:
    words = span.folded.split()
    is_debt = span.kind is SpanKind.PURPOSE and any(it.startswith(_DEBT) for it in words)
    return is_debt and any(it.endswith(("ла", "ли")) for it in words)


def _is_of_lending(span: Span) -> bool:
    return span.kind in _OPEN and span.folded.startswith(_WORDS)


def _category(line: Sequence[Span], at: int) -> CashCategory | None:
    """Say how a loan is filed: as other money that came or went; None if it is no clear loan."""
    word = line[at].folded
    verb = next((it for it, span in enumerate(line) if span.kind is SpanKind.VERB), -1)
    act = line[verb].value if verb >= 0 else ""
    if word.startswith(_LENDING):
        return _settled(line[:at], verb) if _is_told_of(line, at) else _lent(line, at)
    if word in _ON_CREDIT:
        return _on_credit(line, act, verb)
    is_loan = word.startswith(_LOAN)
    if is_loan and act not in _GIVING and _source(line):
        return CashCategory.OTHER_INCOME
    if is_loan and act in _TAKING:
        return None
    if act not in _GIVING and not word.startswith("loan"):
        return None
    back = _given_back(line, min(verb, at) if verb >= 0 else at, is_loan=is_loan)
    # Who brings a debt himself is a customer: it was for goods.
    is_told = is_loan or (back is CashCategory.OTHER_EXPENSE and not _is_for_wares(line, at))
    return back if is_told else None


_WHICH = frozenset("that which what що шо які яку який котрі что которые который которую".split())
_WHO = frozenset({"self", "other_person", "to_us"})
_CLAUSE = 4
"""So far before "lent" its clause may begin: "of what we had lent"."""


def _is_told_of(line: Sequence[Span], at: int) -> bool:
    """Tell whether lending is only what is said of the sum: "repaid 1 500 of what we lent him"."""
    amount = next(place for place, span in enumerate(line) if span.kind is SpanKind.AMOUNT)
    before = line[max(0, at - _CLAUSE) : at]
    is_of_what = any(it.folded in _WHICH for it in before)
    is_clause = is_of_what or any(it.value in _WHO for it in before) or line[at - 1].text == ","
    is_ours = not line[at].folded.startswith(_BORROWED) or any(it.value == "self" for it in before)
    told = line[:amount] if amount < at else line[:at] if is_of_what and is_ours else ()
    return is_clause and any(it.value in _MOVING for it in told)


_MOVING = frozenset({*_GIVING, *_TAKING, "bring"})


def _settled(told: Sequence[Span], verb: int) -> CashCategory | None:
    """Say which way a loan went back, as the clause tells it that has the sum."""
    if told[verb].value in _TAKING:
        return CashCategory.OTHER_INCOME
    if any(span.value == "self" for span in told[:verb]):
        return CashCategory.OTHER_EXPENSE
    return _given_back(told, verb, is_loan=True)


def _is_for_wares(line: Sequence[Span], at: int) -> bool:
    """Tell whether a debt is a phrase that other rules know, or one for goods."""
    is_known = line[at].kind is not SpanKind.PLAN
    return is_known or any(span.kind in _WARES or span.value == "for_price" for span in line)


def _lent(line: Sequence[Span], verb: int) -> CashCategory | None:
    if _is_of_a_thing(line, verb):
        return None
    is_subject = any(span.kind is SpanKind.NAME for span in line[:verb])
    if _is_to_us(line):
        return CashCategory.OTHER_INCOME
    if _source(line) or (verb + 1 < len(line) and line[verb + 1].value in _SOURCES):
        return None if is_subject else CashCategory.OTHER_INCOME
    is_to_him = not line[verb].folded.startswith(_BORROWED)
    is_to_him = is_to_him and any(map(_is_somebody, line[verb + 1 :]))
    return CashCategory.OTHER_EXPENSE if is_to_him and not is_subject else None


def _is_of_a_thing(line: Sequence[Span], verb: int) -> bool:
    """Tell whether a thing was lent and the sum is of something else: "lent a drill, paid 200"."""
    amount = next(at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT)
    between = line[min(verb, amount) : max(verb, amount)]
    return any(span.kind is SpanKind.PUNCTUATION or span.kind in _THINGS for span in between)


_THINGS = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.BRAND})


def _on_credit(line: Sequence[Span], act: str, verb: int) -> CashCategory | None:
    """Tell money lent and borrowed from goods that were sold on credit."""
    if any(span.kind in _WARES for span in line):
        return None
    if act in _TAKING and _source(line):
        return CashCategory.OTHER_INCOME
    if act == "give" and _is_to_us(line):
        return CashCategory.OTHER_INCOME
    is_lent = act == "give" and any(map(_is_somebody, line[verb + 1 :]))
    return CashCategory.OTHER_EXPENSE if is_lent else None


def _given_back(line: Sequence[Span], first: int, *, is_loan: bool) -> CashCategory | None:
    """Say which way it went back; with whom a loan is told, not a debt, may be a role, too."""
    before = [span for span in line[:first] if _is_of_loan(span, is_loan) or _is_surname(span)]
    is_got = any(_is_of_loan(span, is_loan) for span in line[first + 1 :])
    is_got = is_got or (
        line[first].value == "give_back" and any(map(_is_surname, line[first + 1 :]))
    )
    if before and not _is_to_us(line) and _is_given_to(before[-1], line[first]):
        return CashCategory.OTHER_EXPENSE
    if _is_to_us(line) or (before and not is_got):
        return CashCategory.OTHER_INCOME
    return CashCategory.OTHER_EXPENSE if is_got else None


def _is_of_loan(span: Span, is_loan: bool) -> bool:  # noqa: FBT001 - which of two it is
    return _is_somebody(span) if is_loan else span.kind is SpanKind.NAME


def _is_surname(span: Span) -> bool:
    return span.kind is SpanKind.WORD and span.text.istitle()


def _is_given_to(name: Span, verb: Span) -> bool:
    """Tell whether who stands before the verb got it: "Богдану віддали", "Гене вернули"."""
    if name.kind is SpanKind.ROLE:
        return name.folded.endswith(_TO_THEM)
    return name.folded.endswith(_TO_HIM) or verb.folded.endswith("ли")


_TO_HIM = ("у", "ю", "ові", "еві", "єві")
_TO_THEM = (*_TO_HIM, "ам", "ям")


def _is_to_us(line: Sequence[Span]) -> bool:
    return any(span.value == "to_us" for span in line)


def _is_somebody(span: Span) -> bool:
    """Tell whether a word is of whom money is lent by or to: "Бойко", "сусідові", "a friend"."""
    return span.kind is SpanKind.NAME or span.value == "customer" or _is_surname(span)


def _source(line: Sequence[Span]) -> int:
    """Give the place of "from" before a name; 0 if nobody is named so."""
    return next(
        (
            at
            for at in range(1, len(line) - 1)
            if line[at].value in _SOURCES and _is_somebody(line[at + 1])
        ),
        0,
    )


def _written(line: Sequence[Span], at: int, category: CashCategory) -> list[Span]:
    source = _source(line)
    told: list[Span] = []
    for place, span in enumerate(line):
        is_term = span.kind is SpanKind.DATE and place > 0 and line[place - 1].folded in _UNTIL
        if place == at:
            told.append(replace(span, kind=SpanKind.PURPOSE, value=category))
        elif span.kind in _QUIETENED or is_term or (place > at and span.kind in _OF_CLAUSE):
            told.append(_quiet(span))
        elif source and place == source and category is CashCategory.OTHER_INCOME:
            told.append(replace(span, value="from"))
        else:
            told.append(span)
    return told


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common")
