"""Read the operations of a message: by line, by part of a line, by what a heading says."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import CashCategory
from parsing.annotation.segments import OPERATIONS_MAX, Piece, split_lines
from parsing.annotation.spans import Span, SpanKind
from parsing.guess.features import features_of
from parsing.guess.fill import doubted, with_guess
from parsing.guess.guess import Guesser
from parsing.operation.operation import Operation, Setting, has_money, read_operation
from parsing.operation.scene import changes_money
from parsing.reading import Missing
from parsing.several.each_of_them import with_each_named
from parsing.several.enumeration import (
    cut_enumeration,
    header_of,
    is_spent,
    with_purpose_of_all,
    with_verb_of_all,
)
from parsing.several.parts_before import (
    Told,
    after_parts,
    with_doubtful_date,
    with_way_of,
)
from parsing.several.separate import are_separate
from parsing.several.traded_lines import is_bare_ware, traded_first


def read_operations(spans: list[Span], setting: Setting, guesser: Guesser) -> list[Operation]:
    """Read the operations of every line; a line without money belongs to the one before."""
    header, lines = _take_header(split_lines(spans))
    is_headed = len(lines) > _HEADED_MIN and not has_money(lines[0])
    usual_date = _only_date(header, setting.today) if header else setting.today
    operations: list[Operation] = []
    is_date_inherited = False
    heading: Piece = []
    traded: Piece = []
    for line in with_each_named(_joined_lines(lines)):
        found = _read_line(line, setting, guesser, usual_date=usual_date)
        is_sold = _is_sale_heading(heading) and may_be_sold(line)
        if heading and (is_sold or any(operation.missing for operation in found)):
            found = _read_line([*heading, *line], setting, guesser, usual_date=usual_date)
        elif traded and is_bare_ware(line) and any(operation.missing for operation in found):
            read = _read_line([*traded, *line], setting, guesser, usual_date=usual_date)
            found = [doubted(operation) for operation in read]
        if not operations:
            traded = traded_first(line) if len(lines) > 1 else []
            heading = _heading_of(line, is_headed=is_headed, is_before_bare=_are_bare(lines[1:]))
        if is_date_inherited and not any(span.kind is SpanKind.DATE for span in line):
            found = [with_doubtful_date(operation) for operation in found]
        operations.extend(found)
        if not header and found[0].draft.booked_on not in {usual_date, None}:
            usual_date, is_date_inherited = found[0].draft.booked_on, True
    if len(operations) > OPERATIONS_MAX:
        return [read_operation(spans, setting, usual_date=usual_date)]
    return operations


_HEADED_MIN = 2
"""A line that stands above so many heads them all."""


def _is_sale_heading(heading: Piece) -> bool:
    return any(span.value in {"sell", "sale_cash"} for span in heading)


def may_be_sold(line: Piece) -> bool:
    """Tell whether a line under "sold:" names nothing but a thing, which may have two meanings.

    "Мийка" is a sink, and a car wash.
    """
    named = [span for span in line if span.kind in {SpanKind.PURPOSE, SpanKind.THING}]
    is_told = any(span.kind in _TELLING_OTHERWISE for span in line)
    return bool(named) and not is_told and all(span.value in _WARES for span in named)


_TELLING_OTHERWISE = frozenset(
    {SpanKind.VERB, SpanKind.ROLE, SpanKind.NAME, SpanKind.SIGN_WORD, SpanKind.FIRM}
)
_WARES = frozenset(
    {
        CashCategory.FUEL_TRANSPORT,
        CashCategory.OFFICE_HOUSEHOLD,
        CashCategory.OTHER_EXPENSE,
        CashCategory.PACKAGING_SUPPLIES,
        CashCategory.PHONE_INTERNET,
        CashCategory.REPAIRS_MAINTENANCE,
        CashCategory.UTILITIES,
    }
)
"""What may be bought for the shop, and sold in one."""


def _heading_of(line: Piece, *, is_headed: bool, is_before_bare: bool) -> Piece:
    """Give what a line of its own, or before a colon, says for all the lines after it."""
    texts = [span.text for span in line]
    is_list = any(span.kind is SpanKind.PURPOSE for span in line[: _first_amount(line)])
    is_headed = is_headed or (is_list and is_before_bare)
    return header_of([line]) if is_headed or ":" in texts[: _first_amount(line)] else []


def _are_bare(lines: Sequence[Piece]) -> bool:
    """Tell whether lines are nothing but figures: "cash sales 450; 1 200; 89.50"."""
    return bool(lines) and all(
        has_money(line) and all(span.kind in _SAYING_NOTHING for span in line) for line in lines
    )


def _joined_lines(lines: Sequence[Piece]) -> list[Piece]:
    """Give each line with money what the lines without money around it say."""
    joined: list[Piece] = []
    waiting: Piece = []
    for line in lines:
        if has_money(line):
            joined.append([*waiting, *line])
            waiting = []
        elif joined:
            joined[-1] = [*joined[-1], *line]
        else:
            waiting = [*waiting, *line]
    return joined or [waiting]


def _take_header(lines: list[Piece]) -> tuple[Piece, list[Piece]]:
    """Take off a first line that is only a date."""
    if len(lines) > 1 and _is_date_only(lines[0]):
        return lines[0], lines[1:]
    return [], lines


_BESIDE_DATE = frozenset({SpanKind.PUNCTUATION, SpanKind.PREPOSITION, SpanKind.COMMON})


def _is_date_only(piece: Piece) -> bool:
    return any(span.kind is SpanKind.DATE for span in piece) and all(
        span.kind is SpanKind.DATE or span.kind in _BESIDE_DATE for span in piece
    )


def _only_date(piece: Piece, otherwise: dt.date) -> dt.date | None:
    dates = {span.value for span in piece if span.kind is SpanKind.DATE}
    if not dates:
        return otherwise
    only = dates.pop()
    return dt.date.fromisoformat(only) if only and not dates else None


def _read_line(
    line: list[Span], setting: Setting, guesser: Guesser, *, usual_date: dt.date | None
) -> list[Operation]:
    """Read a line as one operation, or as several when it has several amounts."""
    is_of_several = sum(span.kind is SpanKind.AMOUNT for span in line) > 1
    pieces = cut_enumeration(line) if is_of_several else []
    if 1 < len(pieces) <= OPERATIONS_MAX:
        parts = _read_parts(line, pieces, setting, guesser, usual_date=usual_date)
        if parts is not None:
            return parts
    return [read_operation(line, setting, usual_date=usual_date)]


def _read_parts(
    line: list[Span],
    pieces: list[Piece],
    setting: Setting,
    guesser: Guesser,
    *,
    usual_date: dt.date | None,
) -> list[Operation] | None:
    """Read the parts of a line as one operation each; none if they are none of their own."""
    pieces = with_purpose_of_all(with_verb_of_all(pieces))
    header, heading = header_of(pieces), said_before_colon(pieces[0])
    usual_date = _usual_date(line, pieces[0], setting, usual_date)
    operations: list[Operation] = []
    is_change = changes_money(line)
    for piece in (pieces[0], *(_with_heading(heading, each) for each in pieces[1:])):
        operation = read_operation(piece, setting, usual_date=usual_date)
        is_own = any(span.kind in {SpanKind.PURPOSE, SpanKind.VERB} for span in piece)
        is_same = any(span.folded in _TOO for span in piece)
        if (operation.missing or is_same) and piece is not pieces[0] and not is_own:
            # What is not said again holds from the beginning: "wages: Oleh 12000, Iryna 10500".
            helped = read_operation([*header, *piece], setting, usual_date=usual_date)
            if _names_other_goods(header, piece):
                operation = with_way_of(helped, operation)
            elif len(helped.missing) < len(operation.missing) or is_same:
                operation, piece = helped, [*header, *piece]  # noqa: PLW2901 - the heading is said
        if any(span.kind is SpanKind.PURPOSE and span.value in _OF_PEOPLE for span in piece):
            header = header_of([piece])  # "from the bank 10 000, wages Ira 6 000, Lev 4 000"
        if not is_change:
            weighed = guesser.weigh(features_of(piece))
            operation = with_guess(operation, piece, weighed, is_part=True)
        operations.append(after_parts(operation, operations, Told(piece, pieces[0])))
    operations = _with_bare_parts(pieces, operations)
    return operations if are_separate(operations, pieces) else None


def _names_other_goods(header: Piece, piece: Piece) -> bool:
    """Tell whether a part names goods, and what opens the list only another thing."""
    is_named = any(span.kind in _OF_GOODS for span in piece)
    return bool(header) and is_named and all(span.kind in _NAMING for span in header)


_OF_GOODS = frozenset({SpanKind.GOODS, SpanKind.BRAND, SpanKind.FIRM})
_NAMING = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.ROLE})


_OF_PEOPLE = frozenset({CashCategory.SALARY, CashCategory.SALARY_ADVANCE})
"""What is told once, and then only to whom."""
_TOO = frozenset({"too", "also", "likewise", "теж", "також", "тоже", "также"})
_SAYING_NOTHING = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.LEFTOVER,
        SpanKind.CURRENCY,
        SpanKind.COMMON,
        SpanKind.PUNCTUATION,
        SpanKind.CASH,
        SpanKind.JOINER,
        SpanKind.DATE,
    }
)


def _with_bare_parts(pieces: Sequence[Piece], operations: list[Operation]) -> list[Operation]:
    """Let a bare part be as the one that says what for: "100 euros and 1,900 uah for it"."""
    is_mixed = _are_of_several_currencies(operations)
    saying = _SAYING_NOTHING | _SAYING_WHO if is_mixed else _SAYING_NOTHING
    bare = [all(span.kind in saying for span in piece) for piece in pieces]
    told = [each for each, is_bare in zip(operations, bare, strict=True) if not is_bare]
    if len(told) == 1 and not told[0].missing:
        operations = [
            _as_told(each, told[0])
            if is_bare and not set(each.missing) - {Missing.DIRECTION, Missing.CATEGORY}
            else each
            for each, is_bare in zip(operations, bare, strict=True)
        ]
    return _of_one_payment(operations) if is_mixed else operations


_SAYING_WHO = frozenset({SpanKind.VERB, SpanKind.NAME, SpanKind.WORD, SpanKind.PREPOSITION})
"""What a part of one payment in two currencies may say besides its sum."""


def _are_of_several_currencies(operations: Sequence[Operation]) -> bool:
    """Tell whether each part is of another currency, so that one payment may be of them."""
    amounts = [each.draft.amount for each in operations]
    named = {None if amount is None else amount.currency for amount in amounts}
    return None not in named and len(named) == len(operations)


def _as_told(bare: Operation, told: Operation) -> Operation:
    draft = told.draft
    filled = replace(
        bare.draft,
        direction=draft.direction,
        category=draft.category,
        counterparty=bare.draft.counterparty or draft.counterparty,
        order_reference=bare.draft.order_reference or draft.order_reference,
        doubts=tuple(dict.fromkeys([*bare.draft.doubts, Missing.CATEGORY])),
    )
    return replace(bare, draft=filled, missing=())


def _of_one_payment(operations: list[Operation]) -> list[Operation]:
    """Say of each currency who paid and for which order, where it is told of one of them."""
    drafts = [each.draft for each in operations]
    names = {draft.counterparty for draft in drafts} - {None}
    orders = {draft.order_reference for draft in drafts} - {None}
    if len({(draft.direction, draft.category) for draft in drafts}) > 1:
        return operations
    name = names.pop() if len(names) == 1 else None
    order = orders.pop() if len(orders) == 1 else None
    return [
        replace(
            each,
            draft=replace(
                each.draft,
                counterparty=each.draft.counterparty or name,
                order_reference=each.draft.order_reference or order,
            ),
        )
        for each in operations
    ]


def _usual_date(
    line: Piece, first: Piece, setting: Setting, otherwise: dt.date | None
) -> dt.date | None:
    """Give the day of the parts that name none: one told before the first, or of all of them."""
    before_first = first[: _first_amount(first)]
    if any(span.kind is SpanKind.DATE for span in before_first):
        return _only_date(before_first, setting.today)
    return shared_date(line) or otherwise


def said_before_colon(first: Piece) -> Piece:
    """Give what a first part says before a colon: "Installers for order 7003: Roman 1800"."""
    before = first[: _first_amount(first)]
    colon = next((at for at, span in enumerate(before) if span.text == ":"), 0)
    return [span for span in before[:colon] if span.kind not in _NOT_OF_ALL]


_NOT_OF_ALL = frozenset({SpanKind.DATE, SpanKind.PUNCTUATION, SpanKind.WORD})
_SAID_ANEW = frozenset({SpanKind.PURPOSE, SpanKind.VERB, SpanKind.THING, SpanKind.ORDER})


def _with_heading(heading: Piece, piece: Piece) -> Piece:
    """Say what the heading says before a part that does not say it in words of its own."""
    own = piece[: _first_amount(piece)]
    if _is_of_no_wage(heading, piece):
        return piece
    is_sale = any(span.value in {"sell", "sale_cash"} for span in heading)
    if is_sale and not any(span.kind is SpanKind.VERB for span in own):
        return piece if is_spent(own) else [*heading, *piece]
    has_name = any(span.kind in {SpanKind.NAME, SpanKind.WORD} for span in own)
    anew = {span.kind for span in own if span.kind in _SAID_ANEW}
    is_order_of_all = anew == {SpanKind.ORDER} and _is_of_orders(heading)
    if not heading or (anew and not is_order_of_all):
        return piece
    said = [
        each
        for each in heading
        if not (has_name and each.kind is SpanKind.NAME) and each.kind not in anew
    ]
    return [*said, *piece]


def _is_of_no_wage(heading: Piece, piece: Piece) -> bool:
    """Tell whether a part under "wages:" is for something else: "plus 300 for cleaning stuff".

    It names nobody, and behind its sum what it was for.
    """
    first = _first_amount(piece)
    is_of_wages = any(span.value in _OF_PEOPLE for span in heading)
    if not is_of_wages or any(span.kind in _WHO for span in piece):
        return False
    behind = [span for span in piece[first:] if span.kind in _NAMING]
    return bool(behind) and all(span.value not in _OF_PEOPLE for span in behind)


_WHO = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.PERSON})


def _is_of_orders(heading: Piece) -> bool:
    """Tell whether a heading says what is paid for orders: "prepayments: order 3011 - 3000, …"."""
    purposes = {span.value for span in heading if span.kind is SpanKind.PURPOSE}
    is_by_customers = any(span.value == "customer" for span in heading)
    return bool(purposes & _OF_ORDERS) or (is_by_customers and bool(purposes))


_OF_ORDERS = frozenset(
    {
        CashCategory.CUSTOMER_PREPAYMENT,
        CashCategory.CUSTOMER_REFUND,
        CashCategory.DELIVERY,
        CashCategory.INSTALLER_SERVICES,
    }
)


_ALL = frozenset({"both", "all", "обоє", "обидва", "обидві", "оба", "обе", "все", "всі", "усе"})


def shared_date(line: Sequence[Span]) -> dt.date | None:
    """Give the day of "…, both to Vira on Monday": it holds for all that was told before."""
    for at, span in enumerate(line):
        if span.kind is not SpanKind.DATE or not span.value:
            continue
        start = at
        while start > 0 and line[start - 1].kind in _TO_WHOM and line[start].folded not in _ALL:
            start -= 1
        beside = (*line[max(0, start - 1) : at], *line[at + 1 : at + 2])
        if any(near.folded in _ALL for near in beside):
            return dt.date.fromisoformat(span.value)
    return None


_TO_WHOM = frozenset(
    {SpanKind.PREPOSITION, SpanKind.NAME, SpanKind.ROLE, SpanKind.FIRM, SpanKind.COMMON}
)


def _first_amount(piece: Piece) -> int:
    for at, span in enumerate(piece):
        if span.kind is SpanKind.AMOUNT:
            return at
    return len(piece)
