"""Read a message: the one door from text to meaning."""

import datetime as dt
from collections.abc import Sequence

from ledger.cash import CashCategory
from parsing.annotate import annotate
from parsing.lexicon import Lexicon
from parsing.operation import Operation, Setting, has_money, read_operation
from parsing.reading import Missing, NotAnEntry, Reading, Unclear, Understood
from parsing.segments import OPERATIONS_MAX, Piece, split_enumeration, split_lines
from parsing.spans import Span, SpanKind
from parsing.tokens import clean_text
from parsing.vetoes import Veto, find_question, find_veto, without_vetoed

_TRADE = frozenset(
    {
        CashCategory.SALE_CASH,
        CashCategory.CUSTOMER_PREPAYMENT,
        CashCategory.CUSTOMER_REFUND,
    }
)
_WAGES = frozenset({CashCategory.SALARY, CashCategory.SALARY_ADVANCE})
"""Categories of one kind: in a list with commas, one may be a part of the other."""

_MONEY_ACTS = (SpanKind.VERB, SpanKind.PURPOSE)
_WHAT_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_SHORT = 5
"""So many spans without an amount may be an entry that was cut off."""


def read_message(text: str, *, now: dt.datetime, currency: str, lexicon: Lexicon) -> Reading:
    """Say what a message means; whatever is in doubt comes back as Unclear.

    Args:
        text: what was typed, of any length and content.
        now: the local time of the till, aware.
        currency: what is meant when no currency is written.
        lexicon: the words of all languages.
    """
    cleaned = clean_text(text)
    if cleaned.lstrip().startswith("/"):
        return NotAnEntry()
    setting = Setting(now.date(), currency, lexicon)
    spans = annotate(cleaned, today=setting.today, lexicon=lexicon)
    question = find_question(spans, has_mark="?" in cleaned, today=setting.today)
    veto = find_veto(spans)
    if question is not None:
        return question
    if veto is Veto.NOT_AN_ENTRY:
        return NotAnEntry()
    if veto is not None:
        return Unclear((), (Missing.CONTEXT if veto is Veto.CONTEXT else Missing.AMOUNT,))
    return _read_entry(without_vetoed(spans), setting)


def _read_entry(spans: list[Span], setting: Setting) -> Reading:
    if not has_money(spans):
        return _read_without_amount(spans, setting)
    if not _is_about_money(spans):
        return NotAnEntry()
    operations = _read_operations(spans, setting)
    drafts = tuple(operation.draft for operation in operations)
    lacking = {missing for operation in operations for missing in operation.missing}
    if lacking:
        return Unclear(drafts, tuple(missing for missing in Missing if missing in lacking))
    return Understood(drafts)


def _read_without_amount(spans: list[Span], setting: Setting) -> Reading:
    """Ask for the amount where money was meant, and let chat pass."""
    kinds = {span.kind for span in spans}
    is_short = len(spans) <= _SHORT and SpanKind.WORD not in kinds
    is_cut_off = is_short and (bool(kinds & _WHAT_FOR) or _has_digits_of_a_day(spans))
    if SpanKind.VERB not in kinds and SpanKind.VAGUE not in kinds and not is_cut_off:
        return NotAnEntry()
    operation = read_operation(spans, setting, usual_date=setting.today)
    if (
        not is_cut_off
        and operation.draft.category is None
        and len(spans) > 1
        and not _names_trade(spans)
    ):
        return NotAnEntry()
    return Unclear((operation.draft,), operation.missing)


def _has_digits_of_a_day(spans: Sequence[Span]) -> bool:
    """Tell whether a day was written in digits, so that it might have been meant as an amount."""
    return any(span.kind is SpanKind.DATE and span.text[0].isdecimal() for span in spans)


def _names_trade(spans: Sequence[Span]) -> bool:
    return any(
        span.kind in {SpanKind.ORDER, SpanKind.CASH, SpanKind.VAGUE, SpanKind.MULTIPLIER}
        for span in spans
    )


_CHAT_WORDS_MIN = 6
_SMALL = 10


def _is_about_money(spans: Sequence[Span]) -> bool:
    """Tell chat with a number in it from an entry that is only badly worded."""
    kinds = {span.kind for span in spans}
    if kinds & {SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING, SpanKind.ROLE, SpanKind.FIRM}:
        return True
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    if any(span.value or span.sign for span in amounts):
        return True
    is_small = all(span.number is not None and span.number < _SMALL for span in amounts)
    words = sum(span.kind in {SpanKind.WORD, SpanKind.COMMON} for span in spans)
    return words < _CHAT_WORDS_MIN and not (is_small and words)


def _read_operations(spans: list[Span], setting: Setting) -> list[Operation]:
    """Read one operation for each line or part that plainly is one, else one for all."""
    lines = split_lines(spans)
    header, lines = _take_header(lines)
    money_lines = [line for line in lines if has_money(line)]
    if len(money_lines) > OPERATIONS_MAX or len(money_lines) < 2:  # noqa: PLR2004 (no list)
        return _read_line(spans, setting, usual_date=setting.today)
    if any(_acts(line) for line in lines if not has_money(line)):
        return [read_operation(spans, setting, usual_date=setting.today)]
    operations: list[Operation] = []
    usual_date = _only_date(header, setting.today) if header else setting.today
    for line in money_lines:
        found = _read_line(line, setting, usual_date=usual_date)
        operations.extend(found)
        if not header and found[0].draft.booked_on != setting.today:
            usual_date = None
    return operations


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


def _acts(piece: Piece) -> bool:
    return any(span.kind in _MONEY_ACTS for span in piece)


def _read_line(
    line: list[Span], setting: Setting, *, usual_date: dt.date | None
) -> list[Operation]:
    """Read a line as several operations if each part is complete, else as one."""
    whole = read_operation(line, setting, usual_date=usual_date)
    if Missing.AMOUNT not in whole.missing:
        return [whole]
    parts = split_enumeration(line)
    if not 1 < len(parts) <= OPERATIONS_MAX:
        return [whole]
    if _is_date_only(parts[0]):
        usual_date, parts = _only_date(parts[0], setting.today), parts[1:]
    elif parts[0][0].kind is SpanKind.DATE:
        usual_date = _only_date(parts[0], setting.today)
    elif any(span.kind is SpanKind.DATE for span in line):
        return [whole]
    operations = [read_operation(part, setting, usual_date=usual_date) for part in parts]
    return operations if _are_separate(operations) else [whole]


def _are_separate(operations: Sequence[Operation]) -> bool:
    """Tell whether parts are operations of their own, and none a part of another."""
    if any(operation.missing for operation in operations):
        return False
    categories = [operation.draft.category for operation in operations]
    return all(sum(category in kin for category in categories) < 2 for kin in (_TRADE, _WAGES))  # noqa: PLR2004 (one of each)
