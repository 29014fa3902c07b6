"""Keep who and which order only a clause names that itself tells of nothing that happened."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.segments import Piece
from parsing.annotation.spans import Span, SpanKind


def renames(spans: Sequence[Span]) -> bool:
    """Tell whether something told before is called otherwise: "it was a refund, not a sale"."""
    named = [at for at, span in enumerate(spans) if span.kind is SpanKind.PURPOSE or _sells(span)]
    if len(named) != _PAIR or not any(span.folded in _WAS for span in spans[: named[0]]):
        return False
    between = spans[named[0] + 1 : named[1]]
    is_denied = any(span.kind is SpanKind.NEGATION for span in between)
    is_other = spans[named[0]].value != spans[named[1]].value
    return is_denied and is_other and not any(it.kind is SpanKind.AMOUNT for it in between)


def _sells(span: Span) -> bool:
    return span.kind is SpanKind.VERB and span.value == "sell"


_PAIR = 2
_WAS = frozenset(
    {"is actually", *"was were is було был була був была було было це это то".split()}
)


def asking_names(clauses: Sequence[Piece], vetoed: set[int]) -> set[int]:
    """Keep who asked where another clause says only "him": "Ira asked for a sub, gave her 2k"."""
    told = [span for clause in clauses for span in clause if span.start not in vetoed]
    is_pronoun = any(span.value == "him" for span in told)
    is_debtor = any(span.value == "debt" for clause in clauses for span in clause)
    if not (is_pronoun or is_debtor) or any(_is_somebody(span) for span in told):
        return set()
    names = [
        span
        for clause in clauses
        for span in clause
        if span.kind is SpanKind.NAME or (is_debtor and is_capital_word(span))
    ]
    return {names[0].start} if names else set()


_ASKED = ("ask", "прос", "попрос")
_ASKED_FOR = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.PURPOSE, SpanKind.THING})
_TOLD_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS})


def asked_purposes(clauses: Sequence[Piece], vetoed: set[int]) -> set[int]:
    """Keep who asked and what for, where it was given then: "просив на солярку, дала 1 500"."""
    told = [span for clause in clauses for span in clause if span.start not in vetoed]
    is_given = any(span.kind is SpanKind.VERB and span.value == "give" for span in told)
    is_given = is_given or any(span.value == "from_me" for span in told)
    if any(span.kind in _TOLD_FOR for span in told):
        return set()
    if not is_given:
        return _planned_purposes(clauses, vetoed, told)
    kinds = _ASKED_FOR if any(map(_tells_day, told)) else _ASKED_FOR | {SpanKind.DATE}
    return {
        span.start
        for clause in clauses
        if any(it.value == "promise" and it.folded.startswith(_ASKED) for it in clause)
        for span in clause
        if span.kind in kinds and span.start in vetoed
    } | _in_need(clauses, vetoed, told)


_NEEDING = (
    "need",
    "треба",
    "потріб",
    "нужн",
    "надо",
    "treba",
    "nuzhn",
    "nado",
    "want",
    "хоче",
    "хочет",
)
_OURS = frozenset({"owner", "staff", "installer", "courier", "loader", "cleaner", "handyman"})


def _in_need(clauses: Sequence[Piece], vetoed: set[int], told: Sequence[Span]) -> set[int]:
    """Keep who of ours needed money that he was given then: "boss needs cash, gave him 500"."""
    if any(_is_somebody(span) for span in told):
        return set()
    return {
        span.start
        for clause in clauses
        if any(it.kind is SpanKind.PLAN and it.folded.startswith(_NEEDING) for it in clause)
        and not any(it.kind is SpanKind.AMOUNT for it in clause)
        for span in clause
        if span.kind is SpanKind.ROLE and span.value in _OURS and span.start in vetoed
    }


def _tells_day(span: Span) -> bool:
    return span.kind in {SpanKind.DATE, SpanKind.DATE_WORD}


_COLLECTED = frozenset({"take", "receive"})


def _planned_purposes(
    clauses: Sequence[Piece], vetoed: set[int], told: Sequence[Span]
) -> set[int]:
    """Keep what somebody was to come for, where he took it then: "will fetch his advance. Did"."""
    if not any(span.kind is SpanKind.VERB and span.value in _COLLECTED for span in told):
        return set()
    return {
        span.start
        for clause in clauses
        if any(it.value == "future" for it in clause)
        for span in clause
        if span.kind is SpanKind.PURPOSE and span.start in vetoed
    }


def only_orders(clauses: Sequence[Piece], vetoed: set[int]) -> set[int]:
    """Keep the order that only a clause beside names: "… back, order 2877 is cancelled"."""
    orders = [span for clause in clauses for span in clause if span.kind is SpanKind.ORDER]
    is_told = any(span.start not in vetoed for span in orders)
    return set() if is_told or len(orders) > 1 else {span.start for span in orders}


def is_from_somebody(clause: Piece) -> bool:
    """Tell whether money in the till has come from somebody: "21 400 від Гаврилюка в касі"."""
    return any(
        before.value == "from" and (_is_somebody(span) or span.value == "customer")
        for before, span in pairwise(clause)
    )


def _is_somebody(span: Span) -> bool:
    return span.kind in {SpanKind.NAME, SpanKind.ROLE, SpanKind.FIRM} or is_capital_word(span)


def is_capital_word(span: Span) -> bool:
    """Tell whether a word that no lexicon knows has a capital."""
    return span.kind is SpanKind.WORD and span.text[0].isupper()


WAS = frozenset({"was", "було", "было"})
DAY_ONLY = frozenset(
    {SpanKind.COMMON, SpanKind.PUNCTUATION, SpanKind.DATE, SpanKind.NEGATION, SpanKind.JOINER}
)


def names_another(spans: Sequence[Span]) -> bool:
    """Tell whether "it was Petro, not Pavlo" is all, or "not Pavlo but Petro"."""
    denials = [at for at, span in enumerate(spans) if span.kind is SpanKind.NEGATION]
    if not denials or not all(span.kind in _BESIDE_NAMES or _is_who(span) for span in spans):
        return False
    names = [at for at, span in enumerate(spans) if _is_who(span)]
    if len(names) < 2:  # who it was, and who not
        return False
    is_denied = any(at + 1 in names or at + 2 in names for at in denials)
    said = {span.folded for span in spans}
    return is_denied and (not said.isdisjoint(_PARTING) or any(it in _WERE for it in said))


_BESIDE_NAMES = DAY_ONLY | {SpanKind.PREPOSITION, SpanKind.PERSON}


def _is_who(span: Span) -> bool:
    return span.kind in {SpanKind.NAME, SpanKind.FIRM} or is_capital_word(span)


_PARTING = frozenset({"а", "but", "але", "но", ",", "-", "–", "—", "a"})
"""What stands between who it was not and who it was."""
_WERE = WAS | {"був", "була", "был", "была"}


_IT_IS = frozenset("its thats that this це то это".split())


def denies_a_day(spans: Sequence[Span]) -> bool:
    """Tell whether a day is denied and another told: "не сегодня, а вчера", "ні, це вчорашнє"."""
    denials = sum(span.kind is SpanKind.NEGATION for span in spans)
    said = {word for span in spans for word in span.folded.split()}
    if spans[0].kind is SpanKind.NEGATION and denials == 1 and not said.isdisjoint(_IT_IS):
        return True
    days = {span.value for span in spans if span.kind is SpanKind.DATE}
    is_denied = any(
        one.kind is SpanKind.NEGATION and day.kind is SpanKind.DATE for one, day in pairwise(spans)
    )
    return is_denied and len(days) == 2  # the day it was, and the one it was not


def speaks_of_entry(spans: Sequence[Span]) -> bool:
    """Tell whether it says when what "that entry" tells of was: "… was yesterday, not today"."""
    said = {span.folded for span in spans}
    return bool(said & _ENTRY) and bool(said & WAS)


_ENTRY = frozenset({"запис", "запись", "запису", "записи", "entry", "record"})
