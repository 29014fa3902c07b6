"""Tell a day that cash moved on from one beside it: a document's, or that of a late entry."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_DATED = frozenset({"від", "от", "од", "vid", "ot", "od", "of", "from", "dated", "dd", "dtd", "("})
_DATED_STEM = "датован"
_DOCUMENTS = (
    *"накл рахун рах счет сч сф догов контракт фактур видатк расходная акт заяв ттн".split(),
    *"експрес экспресс invoice inv contract waybill consignment dn docket proforma bill".split(),
    *(
        "ttn",
        "quote",
        "delivery note",
        "po no",
        "pro forma",
        "act no",
        "application",
        "statement no",
    ),
)
"""Papers that are written before they are paid; a receipt is written when they are."""
_BEFORE_PAYING = frozenset(
    "bill fine fines penalty ticket штраф штрафу штрафи штрафы протокол протоколу постанова"
    " постанову постановление припис предписание".split()
)
"""What bids to pay: it is dated before it is paid."""
_NUMBERED = frozenset(
    {SpanKind.MODEL, SpanKind.ORDER, SpanKind.NUMBER, SpanKind.AMOUNT, SpanKind.QUANTITY}
)
_NAMES_OF = frozenset({SpanKind.DOCUMENT_WORD, SpanKind.ORDER_WORD, SpanKind.PURPOSE})
_MARKS = frozenset({"№", "#", "-", "/", ".", "n"})
_REACH = 6


def without_document_days(spans: list[Span]) -> list[Span]:
    """Read the day of "invoice 88 of 3 March" as a part of its name: it was paid when told."""
    for at, span in enumerate(spans):
        if span.kind is not SpanKind.DATE:
            continue
        dated = _dated_before(spans, at)
        if dated is not None and _is_document_before(spans, dated):
            spans[at] = replace(span, kind=SpanKind.MODEL, value="")
            for place in range(dated, at):
                spans[place] = replace(spans[place], kind=SpanKind.COMMON, value="common")
    return spans


def _dated_before(spans: Sequence[Span], at: int) -> int | None:
    """Give the place of "of" or "dated" before a day, over an article."""
    for place in range(at - 1, max(-1, at - 3), -1):
        span = spans[place]
        if span.folded in _DATED or span.folded.startswith(_DATED_STEM):
            return place
        if span.kind is not SpanKind.COMMON:
            return None
    return None


def _is_document_before(spans: Sequence[Span], end: int) -> bool:
    """Tell whether a document, and its number if any, stands right before a place."""
    for place in range(end - 1, max(-1, end - _REACH), -1):
        span = spans[place]
        if span.folded in _BEFORE_PAYING:
            return True
        if span.kind in _NAMES_OF and span.text not in _MARKS:
            return _is_paper(span)
        if span.kind is SpanKind.ORDER and span.start == span.end:
            return True
        is_of_number = span.kind in _NUMBERED or span.text in _MARKS or len(span.text) == 1
        if not is_of_number:
            return False
    return False


def _is_paper(span: Span) -> bool:
    if span.kind is SpanKind.ORDER_WORD:
        return True
    return any(word.startswith(_DOCUMENTS) for word in (span.folded, *span.folded.split()))


_NOT_WRITTEN = (
    "внес", "внис", "внос", "запис", "занес", "занос", "провел", "пров", "вбил", "вписа", "вписув",
    "enter", "record", "log", "writ", "note", "book", "put it in", "put in",
)  # fmt: skip
_FORGOTTEN = ("забув", "забул", "забыл", "забут", "forgot", "пропуст", "missed")
_MORE = frozenset(
    {"ще", "ещё", "еще", "also", "another", "one more", "too", "і ще", "и еще", "plus"}
)
_FOR = frozenset({"for", "for_price", "from"})
_OPENING = frozenset(
    {SpanKind.COMMON, SpanKind.JOINER, SpanKind.PUNCTUATION, SpanKind.HARMLESS, SpanKind.NEWLINE}
)
_NEAR = 4


@woken_by(kinds=(SpanKind.DATE,))
def with_days_left_unwritten(line: list[Span]) -> list[Span]:
    """Read "for the 30th not entered yet: …" as told late: that day is when it happened."""
    for at, span in enumerate(line):
        if span.kind is not SpanKind.DATE:
            continue
        near = range(max(0, at - _NEAR), min(len(line), at + _NEAR + 1))
        unwritten = [place for place in near if _is_unwritten(line, place, at)]
        is_entered = _is_entered_for(line, at)
        if not unwritten and not is_entered and not _is_more_of_a_day(line, at):
            continue
        for place in unwritten:
            line[place] = replace(line[place], kind=SpanKind.COMMON, value="common")
        if at > 0 and (line[at - 1].value in _FOR or is_entered):
            line[at - 1] = replace(line[at - 1], kind=SpanKind.COMMON, value="common")
    return line


_ENTER = (
    "add", "log", "enter", "record", "book", "post", "запиш", "запис", "занес", "внес", "додай",
    "добав", "провед", "постав", "впиш", "вбий", "вбей", "забий", "забей", "date", "dated",
)  # fmt: skip
_DATED_FOR = frozenset({"for", "за", "на", "під", "под", "by", "as", "on"})


def _is_entered_for(line: Sequence[Span], at: int) -> bool:
    """Tell whether a day is what something is to be entered for: "add for вчора", "log as Monday".

    Only "please" may stand between.
    """
    if at < 2 or line[at - 1].folded not in _DATED_FOR:  # a verb, "for", the day
        return False
    if _is_entered_at_last(line, at):
        return True
    before = line[at - 2]
    if before.folded in _PLEASE and at > 2:  # as above
        before = line[at - 3]
    is_word = before.kind in {SpanKind.COMMON, SpanKind.WORD, SpanKind.QUESTION}
    return is_word and before.folded.startswith(_ENTER)


def _is_entered_at_last(line: Sequence[Span], at: int) -> bool:
    """Tell whether a sum is to be entered for the day at its end: "запиши 250 на 30-те"."""
    is_asked = any(
        span.folded.startswith(_ENTER) and span.kind is not SpanKind.VERB for span in line[:2]
    )
    is_of_sum = line[at - 1].folded in _PUT_UNDER and any(
        span.kind is SpanKind.AMOUNT for span in line[max(0, at - 3) : at - 1]
    )
    return is_asked and is_of_sum and all(it.kind is SpanKind.PUNCTUATION for it in line[at + 1 :])


_PUT_UNDER = frozenset({"на", "під", "под"})
_PLEASE = frozenset({"please", "pls", "будь ласка", "пожалуйста", "плз", "it", "це", "это"})


def _is_unwritten(line: Sequence[Span], place: int, day: int) -> bool:
    """Tell whether a span belongs to words such as "not entered" or "forgot to write"."""
    between = line[min(place, day) + 1 : max(place, day)]
    if any(span.kind is SpanKind.AMOUNT or span.text in {",", ":", ";"} for span in between):
        return False
    span = line[place]
    if place == day:
        return False
    after = line[place + 1] if place + 1 < len(line) else span
    before = line[place - 1] if place > 0 else span
    if span.kind is SpanKind.NEGATION:
        return _is_writing(span) or (_is_writing(after) and _is_told_alone(line, place + 1))
    is_denied = before.kind is SpanKind.NEGATION and _is_told_alone(line, place)
    is_denied = is_denied or before.folded.startswith(_FORGOTTEN)
    return (_is_writing(span) and is_denied) or span.folded.startswith(_FORGOTTEN)


def _is_writing(span: Span) -> bool:
    words = span.folded.split()
    return any(word.startswith(_NOT_WRITTEN) for word in words) or span.folded in _NOT_WRITTEN


def _is_told_alone(line: Sequence[Span], verb: int) -> bool:
    """Tell whether nothing that could be paid stands before a verb: "аванс не внесли" denies."""
    return not any(
        span.kind in {SpanKind.AMOUNT, SpanKind.PURPOSE, SpanKind.THING, SpanKind.ROLE}
        for span in line[:verb]
    )


def _is_more_of_a_day(line: Sequence[Span], at: int) -> bool:
    """Tell whether a message opens as "for yesterday also …": it goes on telling of that day."""
    is_for = at > 0 and line[at - 1].value in _FOR
    opens = all(span.kind in _OPENING for span in line[: max(0, at - 1)])
    beside = [*line[max(0, at - 3) : at], *line[at + 1 : at + 3]]
    return is_for and opens and any(span.folded in _MORE for span in beside)
