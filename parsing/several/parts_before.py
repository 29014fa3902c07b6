"""Let a part of a message take from the parts before it what it does not say itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.cash import CashCategory, CashDirection
from parsing.annotation.segments import Piece
from parsing.annotation.spans import Span, SpanKind
from parsing.operation.category_sets import PLACED, SOLD_AS_WELL
from parsing.operation.operation import Operation
from parsing.operation.verb_rules import OUT
from parsing.reading import CashDraft, Missing


@dataclass(frozen=True, slots=True)
class Told:
    """A part of a message, and the first of its parts."""

    piece: Piece
    first: Piece


def after_parts(operation: Operation, before: Sequence[Operation], told: Told) -> Operation:
    """Settle an operation by what was told right before it."""
    piece = told.piece
    settled = _doubted_service(operation, before, told)
    settled = _of_what_was_given(settled, before, piece)
    settled = _with_same_person(_by_same_owner(settled, before, piece), before, piece)
    return _on_same_day(settled, before, piece)


def with_doubtful_date(operation: Operation) -> Operation:
    """Take the day of what was told before as the likely one only."""
    draft = operation.draft
    return replace(operation, draft=replace(draft, doubts=(*draft.doubts, Missing.DATE)))


def with_way_of(other: Operation, operation: Operation) -> Operation:
    """Take the way of another part as the likely one, and nothing that it was for."""
    if operation.draft.direction is not None or other.draft.direction is None:
        return operation
    draft = replace(operation.draft, direction=other.draft.direction)
    return replace(operation, draft=_with_doubtful_way(draft), missing=draft.missing)


def _by_same_owner(operation: Operation, before: Sequence[Operation], piece: Piece) -> Operation:
    """Let the owner who put money in be who took some: "owner put in 5000, took 1500 back"."""
    is_owner = bool(before) and before[-1].draft.category is CashCategory.OWNER_CONTRIBUTION
    is_taken = any(span.kind is SpanKind.VERB and span.value in _TAKEN for span in piece)
    is_bare = not any(span.kind in _NAMED for span in piece)
    is_his = operation.draft.direction is OUT or any(map(_is_back, piece))
    if not (is_owner and is_taken and is_bare and is_his):
        return operation
    draft = replace(operation.draft, direction=OUT, category=CashCategory.OWNER_DRAW)
    if operation.draft.direction is not OUT:
        draft = _with_doubtful_way(draft)
    return replace(operation, draft=draft, missing=())


def _is_back(span: Span) -> bool:
    """Tell whether a word says that what he took had been his: "забрал обратно"."""
    return span.folded in _BACK or span.folded in _FETCHED_BACK


def _of_what_was_given(
    operation: Operation, before: Sequence[Operation], piece: Piece
) -> Operation:
    """Let "today she gave back 130" be of what she was given for before, to be confirmed."""
    given = before[-1].draft if before else None
    if given is None or given.direction is not OUT or given.category in PLACED:
        return operation
    is_back = any(
        span.value == "give_back" or span.kind is SpanKind.LEFTOVER or span.folded in _BACK
        for span in piece
    )
    is_same = operation.draft.counterparty in {None, given.counterparty}
    if not is_back or not is_same or any(span.kind in _SAID_OF_BACK for span in piece):
        return operation
    draft = replace(
        operation.draft,
        direction=CashDirection.IN,
        category=given.category,
        counterparty=operation.draft.counterparty or given.counterparty,
        doubts=tuple(dict.fromkeys([*operation.draft.doubts, Missing.DIRECTION])),
    )
    return replace(operation, draft=draft, missing=draft.missing)


_BACK = frozenset({"back", "назад", "обратно"})
_SAID_OF_BACK = frozenset(
    {
        SpanKind.PURPOSE,
        SpanKind.GOODS,
        SpanKind.THING,
        SpanKind.ORDER,
        SpanKind.FIRM,
        SpanKind.ROLE,
    }
)


def _doubted_service(operation: Operation, before: Sequence[Operation], told: Told) -> Operation:
    """Doubt which way "delivery 150" went after a sale: the buyer may have paid for it, too."""
    draft = operation.draft
    after_sale = bool(before) and before[-1].draft.category in _SALES
    if not after_sale or draft.direction is not OUT or draft.category not in SOLD_AS_WELL:
        return operation
    is_bare = not any(span.kind in _SAYING_WHO for span in told.piece)
    if _may_have_bought(told):
        return replace(operation, draft=_with_doubtful_way(draft))
    is_named = any(span.kind in {SpanKind.ROLE, SpanKind.NAME} for span in told.piece)
    is_taken = not is_named and any(span.folded.startswith(_TAKING) for span in told.piece)
    by_whom = before[-1].draft.counterparty if is_bare and _is_paid_for(told) else None
    if is_taken or (is_bare and _is_by_customer(told.first)) or by_whom is not None:
        sold = replace(
            draft,
            direction=CashDirection.IN,
            category=CashCategory.SALE_CASH,
            counterparty=draft.counterparty or by_whom,
        )
        return replace(operation, draft=_with_doubtful_way(sold))
    return replace(operation, draft=_with_doubtful_way(draft)) if is_bare else operation


def _may_have_bought(told: Told) -> bool:
    """Tell whether no more than a fitter is named under "sold: …": he may have bought as well."""
    kinds = {span.kind for span in told.piece}
    is_list = any(span.text == ":" for span in told.first)
    is_sold = is_list and any(span.value == "sell" for span in told.first)
    is_fitter = any(span.value in _FITTERS for span in told.piece)
    return is_sold and is_fitter and not kinds & _SAYING_WHAT


_FITTERS = frozenset({"installer", "handyman"})
_SAYING_WHAT = frozenset({SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING, SpanKind.SIGN_WORD})
_SALES = frozenset({CashCategory.SALE_CASH, CashCategory.CUSTOMER_PREPAYMENT})


def _is_by_customer(first: Piece) -> bool:
    """Tell whether a customer is who gave, so that he paid for what is told next as well."""
    is_customer = any(span.kind is SpanKind.ROLE and span.value == "customer" for span in first)
    return is_customer and any(
        span.kind is SpanKind.VERB and span.value in {"give", "pay"} for span in first
    )


def _is_paid_for(told: Told) -> bool:
    """Tell whether who paid for the first thing paid "for delivery", too: "… and 500 for it"."""
    is_paid = any(
        span.kind is SpanKind.VERB and span.value in {"give", "pay", "bring"}
        for span in told.first
    )
    return is_paid and any(
        span.value in {"for", "for_price"} or span.folded.startswith(("за ", "for "))
        for span in told.piece
    )


def _with_doubtful_way(draft: CashDraft) -> CashDraft:
    return replace(draft, doubts=tuple(dict.fromkeys([*draft.doubts, Missing.DIRECTION])))


_TAKING = ("взяв", "взяла", "взяли", "взял", "took", "charged")
_SAYING_WHO = frozenset(
    {
        SpanKind.VERB,
        SpanKind.ROLE,
        SpanKind.NAME,
        SpanKind.FIRM,
        SpanKind.SIGN_WORD,
        SpanKind.PERSON,
    }
)
_TAKEN = frozenset({"take", "give_back"})
_NAMED = frozenset(
    {SpanKind.ROLE, SpanKind.NAME, SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS}
)
_FETCHED_BACK = frozenset({"забрав", "забрал", "took back"})


def _with_same_person(
    operation: Operation, before: Sequence[Operation], piece: Piece
) -> Operation:
    """Let "her" be who was named last: "salary to Liuda 11000, and a bonus for her 1500"."""
    is_pronoun = any(span.value == "him" and span.folded not in _THEM for span in piece)
    is_meant = is_pronoun or (bool(before) and _is_his_wage(operation, before[-1], piece))
    if not before or not is_meant or operation.draft.counterparty is not None:
        return operation
    name = before[-1].draft.counterparty
    return replace(operation, draft=replace(operation.draft, counterparty=name))


_WAGES = frozenset({CashCategory.SALARY, CashCategory.SALARY_ADVANCE})
_OF_STAFF = _WAGES | {CashCategory.FUEL_TRANSPORT, CashCategory.INSTALLER_SERVICES}


def _is_his_wage(operation: Operation, before: Operation, piece: Piece) -> bool:
    """Tell whether a wage of nobody follows what somebody got: "Артему зп 11 700 і премія 800"."""
    is_wage = operation.draft.direction is OUT and operation.draft.category in _WAGES
    is_paid = before.draft.direction is OUT and before.draft.category in _OF_STAFF
    is_told = any(span.kind is SpanKind.PURPOSE and span.value in _WAGES for span in piece)
    return (
        is_wage
        and is_paid
        and is_told
        and not any(
            span.kind in _SAYING_WHO or (span.kind is SpanKind.WORD and span.text[0].isupper())
            for span in piece
        )
    )


_THEM = frozenset({"їм", "им", "them", "ним", "них", "їх", "їх усіх", "їх всіх"})
"""Several people, so that none of them is who was named last."""


def _on_same_day(operation: Operation, before: Sequence[Operation], piece: Piece) -> Operation:
    """Take the day of the part before as the likely one: "paid 300 on 03.09, plus 50 for him"."""
    has_day = any(span.kind is SpanKind.DATE for span in piece)
    day = before[-1].draft.booked_on if before else None
    if has_day or day in {None, operation.draft.booked_on}:
        return operation
    return with_doubtful_date(replace(operation, draft=replace(operation.draft, booked_on=day)))
