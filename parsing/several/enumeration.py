"""Cut a line that tells of several movements into one piece each."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.segments import Piece
from parsing.annotation.spans import Span, SpanKind

_BORDERS = frozenset({",", ";", "&", "+", ".", "!", "•"})
_HEADER_KINDS = frozenset(
    {
        SpanKind.VERB,
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.GOODS,
        SpanKind.ROLE,
        SpanKind.CASH,
        SpanKind.ORDER,
    }
)


def cut_enumeration(line: Sequence[Span]) -> list[Piece]:
    """Cut a line into pieces with one amount each; one piece if that cannot be done."""
    line = _with_joining_plus(line)
    pieces = _at_borders(line)
    if all(_amounts(piece) <= 1 for piece in pieces):
        merged = _merged(pieces)
    else:
        merged = _around_amounts(line)
    return [piece for piece in merged if piece]


_PAIR = 2
_PEOPLE = frozenset({SpanKind.ROLE, SpanKind.NAME})


def with_verb_of_all(pieces: Sequence[Piece]) -> list[Piece]:
    """Say in every part what one says of all: "pens 40, paper 95 – sold", "sold a pen 40, …"."""
    *first, last = pieces
    verbs = [span for piece in pieces for span in piece if span.kind is SpanKind.VERB]
    is_sold = len(verbs) == 1 and verbs[0].value == "sell" and verbs[0] in pieces[0]
    if is_sold and len(pieces) == _PAIR:
        return [pieces[0], *([verbs[0], *each] if is_ware(each) else each for each in pieces[1:])]
    amount = next((at for at, span in enumerate(last) if span.kind is SpanKind.AMOUNT), len(last))
    verb = next((at for at, span in enumerate(last) if span.kind is SpanKind.VERB), -1)
    is_told_before = any(span.kind is SpanKind.VERB for piece in first for span in piece)
    is_of_people = any(span.kind in _PEOPLE for piece in pieces for span in piece)
    if verb < amount or is_told_before or last[verb].folded == "out":
        return list(pieces)
    said = last[verb:]
    is_sale = said[0].value == "sell"
    if is_of_people and not is_sale:
        return list(pieces)
    return [*(each if is_sale and is_spent(each) else [*each, *said] for each in first), last]


def with_purpose_of_all(pieces: Sequence[Piece]) -> list[Piece]:
    """Say of everybody what a list of people ends with: "Olha 8000 and Ira 7500 – wages".

    So is "gave Oleh 300 and Mykola 400 for unloading", but not "Phil 700 for a check, Lev 150".
    """
    *first, last = pieces
    amount = next((at for at, span in enumerate(last) if span.kind is SpanKind.AMOUNT), len(last))
    said = [span for span in last[amount:] if span.kind in {SpanKind.PURPOSE, SpanKind.THING}]
    is_told_before = any(_tells_what_for(span) for piece in first for span in piece)
    is_bare = not any(span.kind in _TELLING for span in last[:amount])
    is_of_people = all(any(span.kind in _WHO for span in piece) for piece in pieces)
    if said and said[0].value in _OF_TILL:
        return list(pieces)  # "courier 500, till 40 short"
    if len(said) != 1 or is_told_before or not is_bare or not is_of_people:
        return list(pieces)
    return [*([*each, said[0]] for each in first), last]


_OF_TILL = frozenset({"cash_shortage", "cash_surplus"})


def _tells_what_for(span: Span) -> bool:
    """Tell whether a part says what it is for, or what was done but giving money."""
    is_given = span.kind is SpanKind.VERB and span.value in {"give", "pay"}
    is_for = span.kind is SpanKind.PREPOSITION and span.value in {"for", "for_price"}
    return is_for or (span.kind in _TELLING and not is_given)


_WHO = _PEOPLE | {SpanKind.WORD}
_TELLING = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.VERB})


_SPENT_ON = frozenset(
    "bank_fees delivery fuel_transport phone_internet rent taxes_fees salary"
    " salary_advance".split()
)
_PAID = frozenset(
    {"courier", "loader", "installer", "handyman", "cleaner", "supplier", "landlord"}
)


_WARES = frozenset({"office_household", "other_expense", "repairs_maintenance"})


def is_ware(piece: Sequence[Span]) -> bool:
    """Tell whether a part names a thing, which shops may sell, and nobody."""
    named = {SpanKind.THING, SpanKind.PURPOSE, SpanKind.FIRM}
    people = {SpanKind.ROLE, SpanKind.NAME, SpanKind.DATE, SpanKind.PREPOSITION}
    is_thing = any(span.kind in named or span.kind is SpanKind.GOODS for span in piece)
    is_sold = all(span.value in _WARES for span in piece if span.kind in named)
    return is_thing and is_sold and not any(span.kind in people for span in piece)


def is_spent(piece: Sequence[Span]) -> bool:
    """Tell whether a part names what no shop sells, or whom it pays."""
    return any(
        (span.kind is SpanKind.PURPOSE and span.value in _SPENT_ON)
        or (span.kind is SpanKind.ROLE and span.value in _PAID)
        for span in piece
    )


def _with_joining_plus(line: Sequence[Span]) -> list[Span]:
    """Read a "plus" after an amount as "and": "tax 4 860 plus their commission 24.30"."""
    joined: list[Span] = []
    has_amount = False
    for span in line:
        has_amount = has_amount or span.kind is SpanKind.AMOUNT
        is_plus = span.kind is SpanKind.SIGN_WORD and span.value == "+" and has_amount
        joined.append(replace(span, kind=SpanKind.JOINER, value="and") if is_plus else span)
    return joined


def header_of(pieces: Sequence[Piece]) -> Piece:
    """Give what the first piece says before its amount, which may hold for all of them."""
    header: Piece = []
    for span in pieces[0]:
        if span.kind is SpanKind.AMOUNT:
            break
        if span.kind in _HEADER_KINDS:
            header.append(span)
        elif span.text == ":" and header:
            return header
    return header


def _amounts(piece: Sequence[Span]) -> int:
    return sum(span.kind is SpanKind.AMOUNT for span in piece)


def _is_border(span: Span) -> bool:
    return (
        span.text in _BORDERS
        or span.kind in {SpanKind.JOINER, SpanKind.NEWLINE}
        or span.text in {"–", "—"}
    )


def _at_borders(line: Sequence[Span]) -> list[Piece]:
    pieces: list[Piece] = [[]]
    for span in line:
        if _is_border(span):
            pieces.append([])
        else:
            pieces[-1].append(span)
    return [piece for piece in pieces if piece]


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Give what has no amount to its neighbour: to the first one that has, else to the last."""
    merged: list[Piece] = []
    waiting: Piece = []
    for piece in pieces:
        if _amounts(piece):
            is_first = not any(_amounts(each) for each in merged)
            merged.append([*waiting, *piece])
            waiting = [] if is_first or waiting else waiting
        elif not merged or _begins_anew(piece, merged):
            waiting = [*waiting, *piece]
        else:
            merged[-1].extend(piece)
    if waiting:
        if merged:
            merged[-1].extend(waiting)
        else:
            merged.append(waiting)
    return merged


def _begins_anew(piece: Sequence[Span], merged: Sequence[Piece]) -> bool:
    """Tell whether a piece without an amount is said of the amount that follows it.

    What follows a bare sum is, where the first sum has its words before it: "sales 1100, 450, tea,
    sugar 90".
    """
    is_words_first = merged[0][0].kind is not SpanKind.AMOUNT
    is_after_bare = is_words_first and is_bare_sum(merged[-1])
    return is_after_bare or _opens(piece) or _numbers_anew(piece, merged[-1])


def is_bare_sum(piece: Sequence[Span]) -> bool:
    """Tell whether a part is nothing but a sum, so that it is of what was told before."""
    return all(span.kind in _OF_SUM for span in piece)


_OF_SUM = frozenset({SpanKind.AMOUNT, SpanKind.CURRENCY, SpanKind.PUNCTUATION, SpanKind.JOINER})


def _numbers_anew(piece: Sequence[Span], before: Sequence[Span]) -> bool:
    """Tell whether a piece names another order than the piece before."""
    return all(any(span.kind is SpanKind.ORDER for span in each) for each in (piece, before))


def _opens(piece: Sequence[Span]) -> bool:
    """Tell whether a piece without an amount begins something new: it names a day or acts."""
    return any(span.kind in {SpanKind.DATE, SpanKind.VERB} for span in piece)


def _around_amounts(line: Sequence[Span]) -> list[Piece]:
    """Cut without borders: after each amount, or before each when the line begins with one."""
    speaking = [span for span in line if span.kind is not SpanKind.PUNCTUATION]
    is_amount_first = bool(speaking) and speaking[0].kind is SpanKind.AMOUNT
    pieces: list[Piece] = [[]]
    for span in line:
        is_amount = span.kind is SpanKind.AMOUNT
        if is_amount and is_amount_first and _amounts(pieces[-1]):
            pieces.append([])
        if _is_border(span):
            if _amounts(pieces[-1]):
                pieces.append([])
            continue
        if not is_amount_first and _amounts(pieces[-1]) and _may_begin(span):
            pieces.append([])
        pieces[-1].append(span)
    if len(pieces) > 1 and not _amounts(pieces[-1]):
        pieces[-2].extend(pieces.pop())
    return pieces


def _may_begin(span: Span) -> bool:
    return span.kind in {
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.ROLE,
        SpanKind.FIRM,
        SpanKind.NAME,
        SpanKind.VERB,
        SpanKind.AMOUNT,
        SpanKind.WORD,
        SpanKind.GOODS,
    }
