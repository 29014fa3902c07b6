"""See what makes a message no entry, whatever else it says."""

import enum
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import Sleepers, woken_by
from parsing.annotation.segments import Piece, split_clauses
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.weather import is_temperature
from parsing.annotation.whole.told_to_do import is_left_undone
from parsing.figures.card_parts import is_about_card, is_paid_from_account, is_partly_cash
from parsing.no_entry.asking import asks_what_for_oneself
from parsing.no_entry.beside_clauses import (
    DAY_ONLY,
    WAS,
    asked_purposes,
    asking_names,
    denies_a_day,
    is_from_somebody,
    names_another,
    only_orders,
    renames,
    speaks_of_entry,
)
from parsing.no_entry.called_off import is_receipt_voided, is_till_as_it_should_be
from parsing.no_entry.denied_pay import (
    REACH,
    denies_cash,
    denies_paying,
    is_only_that,
    paid_to_others,
)
from parsing.no_entry.edits import edits_only
from parsing.no_entry.no_correction import HAPPENED, is_no_correction
from parsing.no_entry.no_move import moves_nothing
from parsing.no_entry.nothing_here import is_all_by_card
from parsing.no_entry.offers import refused_offers
from parsing.no_entry.passed_on import is_passed_on
from parsing.no_entry.plans_told import (
    is_bill_to_pay,
    is_done_after,
    is_no_plan,
    is_ordered,
    is_paid_as_wanted,
    is_to_be_done,
)
from parsing.no_entry.put_right import puts_right
from parsing.no_entry.told_otherwise import was_otherwise
from parsing.operation.operation import MONEY_KINDS, has_money

_DENIED = frozenset({SpanKind.VERB, SpanKind.CASH, SpanKind.AMOUNT, SpanKind.CARD})
_ACTS = frozenset({SpanKind.VERB, SpanKind.PURPOSE, SpanKind.SIGN_WORD})
_VETOING = frozenset({SpanKind.PLAN, SpanKind.NEGATION, SpanKind.BALANCE})


class Veto(enum.Enum):
    """Why a message is not filed as it stands."""

    NOT_AN_ENTRY = "not an entry"
    """Nothing moved in the till."""
    MIXED = "mixed"
    """Part of it moved cash and part did not: ask."""
    CONTEXT = "context"
    """It corrects something written before."""


def find_veto(spans: Sequence[Span]) -> Veto | None:
    """Look for chat, corrections, card payments, plans and denials."""
    kinds = {span.kind for span in spans}
    is_idle = any(rule(spans) for rule in _IDLE.awake(spans))
    if SpanKind.CHAT in kinds or is_temperature(spans) or is_idle:
        return Veto.NOT_AN_ENTRY
    if _corrects(spans) or _is_bare_contradiction(spans):
        return Veto.CONTEXT
    if SpanKind.CARD in kinds and not is_about_card(spans):
        return Veto.MIXED if is_partly_cash(spans) else Veto.NOT_AN_ENTRY
    if moves_nothing(spans) or is_paid_from_account(spans) or is_left_undone(spans):
        return Veto.NOT_AN_ENTRY
    if _denies_amount(spans):
        return Veto.MIXED
    return _clause_veto(split_clauses(spans)) if kinds & _VETOING else None


def _corrects(spans: Sequence[Span]) -> bool:
    """Tell whether something told before is put right; "oops" may also open what was forgotten."""
    said = {
        span.value
        for at, span in enumerate(spans)
        if span.kind is SpanKind.CORRECTION and not is_no_correction(spans, at)
    }
    if any(rule(spans) for rule in _PUTTING_RIGHT.awake(spans)):
        return True
    if said != {"interjection"}:
        return bool(said)
    kinds = {span.kind for span in spans}
    is_whole = bool(kinds & _TELLING)
    unread = sum(span.kind is SpanKind.WORD for span in spans)
    is_chat = not has_money(spans) and unread >= _CHATTY
    return not ((is_whole and has_money(spans)) or is_chat)


_TELLING = frozenset(
    {SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.ROLE}
)
_WRONG = frozenset(
    "wrong fix невірно неправильно неверно правка виправлення исправление поправка".split()
)


@woken_by(words=_WRONG)
def _opens_as_wrong(spans: Sequence[Span]) -> bool:
    """Tell whether what was told before is called wrong and a sum follows: "wrong! 850"."""
    said = [span for span in spans if span.value != "slip"]
    while said and said[0].kind is SpanKind.PUNCTUATION:
        said = said[1:]
    is_cut = len(said) > 1 and said[1].kind is SpanKind.PUNCTUATION
    return is_cut and said[0].folded in _WRONG and has_money(spans)


_IDLE = Sleepers(
    is_passed_on,
    is_to_be_done,
    asks_what_for_oneself,
    is_bill_to_pay,
    is_all_by_card,
    is_receipt_voided,
    is_till_as_it_should_be,
)
"""Nothing was done yet, the money is only wondered at, or none of it was cash."""
_PUTTING_RIGHT = Sleepers(_opens_as_wrong, puts_right, edits_only, was_otherwise)
_CHATTY = 3
"""So many words that nobody read are talk: "йой, яке зимно на складі, вмикніть дуйку"."""


_SAYING = frozenset(
    {
        SpanKind.VERB,
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.GOODS,
        SpanKind.ROLE,
        SpanKind.FIRM,
        SpanKind.PLAN,
        SpanKind.ORDER,
        SpanKind.CARD,
        SpanKind.BALANCE,
    }
)


_DENYING = frozenset({"denied", "instead", "slip"})


_NAMES = frozenset({SpanKind.NAME, SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE})
_NAMING_ONLY = _NAMES | DAY_ONLY | {SpanKind.PREPOSITION}
_THIS = frozenset({"it", "its", "this", "that", "thats", "це", "то", "это", ","})


_IN_AND_OUT = frozenset({"in", "out"})
_OF_ANOTHER = frozenset({SpanKind.NEGATION, SpanKind.DATE})


def _texts(spans: Sequence[Span]) -> set[str]:
    return {span.folded for span in spans}


def _opens_with_no(spans: Sequence[Span]) -> bool:
    """Tell whether it begins as "no, that …" does; "no delivery" only denies."""
    return (
        len(spans) > 2  # "no", a comma, and what it was
        and spans[0].kind is SpanKind.NEGATION
        and spans[1].folded in _THIS
        and not any(span.kind is SpanKind.NEGATION for span in spans[1:])
    )


def _is_bare_contradiction(spans: Sequence[Span]) -> bool:
    """Tell whether "no, 350", "не 500 а 550", "sorry it was 350" or "that was yesterday" is all.

    It speaks of something said before.
    """
    kinds, values = {span.kind for span in spans}, {span.value for span in spans}
    if SpanKind.WORD in kinds and kinds & _OF_ANOTHER:  # "та ні, то вчора було"
        spans = [it for it in spans if it.kind is not SpanKind.WORD or it.folded not in _THIS]
        kinds = {span.kind for span in spans}
    if SpanKind.DATE in kinds and kinds <= DAY_ONLY:
        return any(span.folded in WAS for span in spans) or denies_a_day(spans)
    if SpanKind.DATE in kinds and kinds <= _NAMING_ONLY and speaks_of_entry(spans):
        return True
    if kinds <= _NAMING_ONLY and kinds & _NAMES and _opens_with_no(spans):
        return True
    if kinds <= DAY_ONLY and SpanKind.NEGATION in kinds and _texts(spans) >= _IN_AND_OUT:
        return True  # "that last one was out, not in"
    has_denial = SpanKind.NEGATION in kinds or bool(values & _DENYING)
    is_figure = _denies_first(spans) and SpanKind.VERB not in kinds
    is_bare = not kinds & _SAYING and SpanKind.WORD not in kinds
    return (
        is_figure
        or (has_denial and has_money(spans) and is_bare)
        or names_another(spans)
        or renames(spans)
    )


def _denies_first(spans: Sequence[Span]) -> bool:
    """Tell whether a denied figure comes before the one that stands: "не 250, а 350"."""
    for span in spans:
        if span.kind is SpanKind.AMOUNT or span.value == "denied":
            return span.value == "denied"
    return False


def without_vetoed(spans: Sequence[Span]) -> list[Span]:
    """Leave out the clauses that moved no cash, such as "will bring the rest tomorrow"."""
    if not any(span.kind in _VETOING for span in spans):
        return list(spans)
    clauses = split_clauses(spans)
    vetoed = {
        span.start
        for clause, is_vetoed in zip(clauses, _vetoed(clauses), strict=True)
        if is_vetoed
        for span in clause
    }
    is_doubtful = any(
        is_vetoed and has_money(clause)
        for clause, is_vetoed in zip(clauses, _vetoed(clauses), strict=True)
    )
    kept = asking_names(clauses, vetoed) | only_orders(clauses, vetoed)
    kept |= asked_purposes(clauses, vetoed)
    kept |= _days_of_breaking(clauses, vetoed) | paid_to_others(clauses, vetoed)
    return [
        replace(span, is_sure=False) if is_doubtful and span.kind is SpanKind.AMOUNT else span
        for span in spans
        if span.start not in vetoed or span.start in kept
    ]


def _days_of_breaking(clauses: Sequence[Piece], vetoed: set[int]) -> set[int]:
    """Give the day of "a week ago the shutter would not shut, the fitter did it for 1 450".

    It is kept where no other day is told: what was mended was most likely paid for then.
    """
    days = [span for clause in clauses for span in clause if span.kind is SpanKind.DATE]
    if len(days) != 1:
        return set()
    return {
        days[0].start
        for clause in clauses
        if days[0] in clause
        and days[0].start in vetoed
        and not any(span.kind in {SpanKind.PLAN, SpanKind.VERB} for span in clause)
        and any(span.value == "repairs_maintenance" for span in clause)
    }


def _denies_amount(spans: Sequence[Span]) -> bool:
    """Tell whether a number is denied, as in "200, not 300"."""
    return any(
        before.kind is SpanKind.NEGATION and span.kind is SpanKind.AMOUNT
        for before, span in pairwise(spans)
    )


def _clause_veto(clauses: Sequence[Piece]) -> Veto | None:
    vetoed = _vetoed(clauses)
    if not any(vetoed):
        return None
    done = [clause for index, clause in enumerate(clauses) if not vetoed[index]]
    if not any(map(has_money, clauses)) and any(map(_has_verb, done)):
        is_no_money = any(map(denies_cash, clauses))
        return Veto.NOT_AN_ENTRY if is_no_money else None
    if not any(map(has_money, done)) or not any(map(_has_verb_or_purpose, done)):
        return Veto.MIXED if is_paid_as_wanted(clauses, done) else Veto.NOT_AN_ENTRY
    undone = [clause for index, clause in enumerate(clauses) if vetoed[index]]
    is_of_another = any(map(is_only_that, done))
    if any(map(denies_paying, undone)) and not any(map(_has_verb, done)) and not is_of_another:
        return Veto.NOT_AN_ENTRY  # "the landlord came for his 19000 but I didn't pay him"
    is_paid = any(
        span.kind is SpanKind.CASH or span.value == "customer_prepayment"
        for clause in done
        for span in clause
    )
    if any(map(_is_bare_plan, undone)) and not any(map(_has_verb, done)) and not is_paid:
        return Veto.NOT_AN_ENTRY  # "wages of Hlib 6 900, we'll give it tomorrow"
    has_vetoed_money = any(has_money(clause) and not _is_rest(clause) for clause in undone)
    is_told = any(has_money(clause) and _has_verb(clause) for clause in done)
    is_told = is_told or (_sums(done) == _sums(undone) == 1 and any(map(_has_verb, done)))
    return Veto.MIXED if has_vetoed_money and not is_told else None


def _sums(clauses: Sequence[Piece]) -> int:
    return sum(span.kind in MONEY_KINDS for clause in clauses for span in clause)


_PLAN_ONLY = frozenset(
    {
        SpanKind.PLAN,
        SpanKind.DATE,
        SpanKind.DATE_WORD,
        SpanKind.COMMON,
        SpanKind.PREPOSITION,
        SpanKind.PERSON,
        SpanKind.ROLE,
        SpanKind.PUNCTUATION,
    }
)


def _is_bare_plan(clause: Piece) -> bool:
    """Tell whether a clause says only that it will be done, so that it speaks of the others."""
    kinds = {span.kind for span in clause}
    return kinds <= _PLAN_ONLY and any(span.value == "future" for span in clause)


def _is_rest(clause: Piece) -> bool:
    """Tell whether a clause speaks of what is still to come: "the rest, 9k, on delivery"."""
    return any(span.kind is SpanKind.LEFTOVER for span in clause)


def _has_verb_or_purpose(clause: Piece) -> bool:
    return any(span.kind in HAPPENED for span in clause) or _changes_currency(clause)


def _changes_currency(clause: Piece) -> bool:
    """Tell whether foreign money was exchanged: "changed 200 usd, 8 340 in the till"."""
    is_changed = any(span.kind is SpanKind.EXCHANGE for span in clause)
    return is_changed and any(it.kind is SpanKind.AMOUNT and it.value in _FOREIGN for it in clause)


_FOREIGN = frozenset({"USD", "EUR"})


def _has_verb(clause: Piece) -> bool:
    return any(span.kind is SpanKind.VERB for span in clause)


def _vetoed(clauses: Sequence[Piece]) -> list[bool]:
    """Say which clauses tell of nothing that happened.

    What was to be done ("told me to give Roman 1500") is done when a later clause says so.
    """
    vetoed = [_is_vetoed(clause) for clause in clauses]
    for index, clause in enumerate(clauses):
        plans = {span.value for span in clause if span.kind in _VETOING}
        is_order = vetoed[index] and plans <= {"infinitive", "debt"}
        is_obeyed = vetoed[index] and plans == {"request"} and _is_obeyed(clauses[index + 1 :])
        is_done = is_obeyed or any(
            not vetoed[later] and any(span.kind is SpanKind.VERB for span in clauses[later])
            for later in range(index + 1, len(clauses))
        )
        is_owed = plans == {"debt"} and has_money(clause)
        is_paid = any(has_money(it) and _has_verb(it) for it in clauses[index + 1 :])
        is_settled = (is_order or is_obeyed) and is_done and not (is_owed and is_paid)
        vetoed[index] = vetoed[index] and not is_settled
        if "condition" in plans and is_ordered(clauses[index + 1 : index + 2]):
            vetoed[index + 1] = True
    refused = refused_offers(clauses)
    return [each or index in refused for index, each in enumerate(vetoed)]


def _is_obeyed(after: Sequence[Piece]) -> bool:
    """Tell whether nothing but "I gave" follows what was asked for."""
    told = [span for clause in after for span in clause if span.kind is not SpanKind.COMMON]
    return {span.kind for span in told} == {SpanKind.PERSON, SpanKind.VERB}


def _is_vetoed(clause: Piece) -> bool:
    kinds = {span.kind for span in clause}
    plans = {
        span.value
        for at, span in enumerate(clause)
        if span.kind is SpanKind.PLAN and not is_no_plan(clause, at)
    }
    is_settled = plans == {"debt"} and SpanKind.VERB in kinds
    is_settled = is_settled or (plans == {"promise"} and is_done_after(clause))
    if (plans and not is_settled) or (
        SpanKind.BALANCE in kinds
        and not kinds & _ACTS
        and has_money(clause)
        and not is_from_somebody(clause)
    ):
        return True
    return any(
        span.kind is SpanKind.NEGATION and _is_denial(clause, index)
        for index, span in enumerate(clause)
    )


def _is_denial(clause: Piece, index: int) -> bool:
    """Tell whether a negation denies anything but what may harmlessly be denied."""
    after = clause[index + 1 : index + 1 + REACH]
    if any(span.kind is SpanKind.CHANGE for span in clause[max(0, index - 1) : index]):
        return False  # "здачі не треба": he left it
    told = (it.kind for it in after if it.kind is SpanKind.HARMLESS or it.kind in _DENIED)
    return next(told, None) is not SpanKind.HARMLESS
