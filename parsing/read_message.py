"""Read a message: the one door from text to meaning."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.cash import CashCategory
from parsing.annotate import annotate
from parsing.correction import read_correction
from parsing.enumeration import cut_enumeration, header_of
from parsing.guess.fill import with_guess
from parsing.guess.guess import load_guesser
from parsing.lexicon import Lexicon
from parsing.memory import NOTHING_TAUGHT, ShopMemory
from parsing.operation import Operation, Setting, has_money, read_operation
from parsing.reading import Correction, Missing, NotAnEntry, Reading, Unclear, Understood
from parsing.recall import recall
from parsing.segments import OPERATIONS_MAX, Piece, split_lines
from parsing.spans import Span, SpanKind
from parsing.tidying import tidy
from parsing.tokens import clean_text
from parsing.vetoes import Veto, find_question, find_veto, without_vetoed

_KIN = (
    frozenset({CashCategory.SALE_CASH, CashCategory.CUSTOMER_PREPAYMENT}),
    frozenset({CashCategory.SALARY, CashCategory.SALARY_ADVANCE}),
)
"""Of these, in one line, one may be a part of the other."""
_WHAT_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_PAYING = frozenset({"pay", "give"})
_SHORT = 5
"""So many spans without an amount may be an entry that was cut off."""


def read_message(
    text: str,
    *,
    now: dt.datetime,
    currency: str,
    lexicon: Lexicon,
    memory: ShopMemory = NOTHING_TAUGHT,
) -> Reading:
    """Say what a message means; whatever is in doubt comes back as Unclear.

    Args:
        text: what was typed, of any length and content.
        now: the local time of the till, aware.
        currency: what is meant when no currency is written.
        lexicon: the words of all languages.
        memory: what this shop has taught.
    """
    return read_closely(text, now=now, currency=currency, lexicon=lexicon, memory=memory).reading


@dataclass(frozen=True, slots=True)
class CloseReading:
    """A reading with all that led to it."""

    reading: Reading
    spans: tuple[Span, ...] = ()
    operations: tuple[Operation, ...] = ()


def read_closely(
    text: str,
    *,
    now: dt.datetime,
    currency: str,
    lexicon: Lexicon,
    memory: ShopMemory = NOTHING_TAUGHT,
) -> CloseReading:
    """Read a message as read_message does, and keep the way there."""
    cleaned = clean_text(text)
    if cleaned.lstrip().startswith("/"):
        return CloseReading(NotAnEntry())
    setting = Setting(now.date(), currency, lexicon, memory)
    spans = tidy(recall(annotate(cleaned, today=setting.today, lexicon=lexicon), memory))
    question = find_question(
        spans, has_mark=any(span.text == "?" for span in spans), today=setting.today
    )
    veto = None if question else find_veto(spans)
    if veto is Veto.CONTEXT:
        return CloseReading(read_correction(spans, setting), tuple(spans))
    settled = question or _vetoed(veto)
    if settled is not None:
        return CloseReading(settled, tuple(spans))
    told = without_vetoed(spans)
    if not has_money(told):
        return CloseReading(_read_without_amount(told, setting), tuple(spans))
    if not _is_about_money(told) or _is_code(told):
        return CloseReading(NotAnEntry(), tuple(spans))
    operations = tuple(_read_operations(told, setting))
    if len(operations) == 1:
        operations = (with_guess(operations[0], spans, load_guesser()),)
    return CloseReading(_reading_of(operations), tuple(spans), operations)


def read_reply(
    text: str, *, now: dt.datetime, currency: str, lexicon: Lexicon
) -> Correction | None:
    """Read an answer to the card of an entry as what the entry should say.

    Returns:
        None for chat and questions, which change nothing. For the arguments see read_message.
    """
    cleaned = clean_text(text)
    setting = Setting(now.date(), currency, lexicon)
    spans = tidy(annotate(cleaned, today=setting.today, lexicon=lexicon))
    has_mark = any(span.text == "?" for span in spans)
    veto = find_veto(spans)
    if find_question(spans, has_mark=has_mark, today=setting.today) is not None:
        return None
    if veto is not Veto.CONTEXT and any(span.kind in _NO_CHANGE for span in spans):
        return None
    correction = read_correction(spans, setting)
    return correction if correction.says_what else None


_NO_CHANGE = frozenset({SpanKind.CHAT, SpanKind.PLAN, SpanKind.CARD})
"""Whoever says one of these in reply tells of something else."""


def _vetoed(veto: Veto | None) -> Reading | None:
    match veto:
        case None:
            return None
        case Veto.NOT_AN_ENTRY:
            return NotAnEntry()
        case Veto.MIXED:
            return Unclear((), (Missing.AMOUNT,))
        case Veto.CONTEXT:
            return None


def _reading_of(operations: Sequence[Operation]) -> Reading:
    drafts = tuple(operation.draft for operation in operations)
    lacking = {missing for operation in operations for missing in operation.missing}
    if lacking:
        return Unclear(drafts, tuple(missing for missing in Missing if missing in lacking))
    return Understood(drafts)


def _read_without_amount(spans: list[Span], setting: Setting) -> Reading:
    """Ask for the amount where money was meant, and let chat pass."""
    kinds = {span.kind for span in spans}
    is_call = SpanKind.PHONE in kinds and SpanKind.VERB not in kinds
    if is_call or _tells_of_goods(spans):
        return NotAnEntry()
    is_short = len(spans) <= _SHORT and SpanKind.WORD not in kinds
    is_payment = any(span.value in _PAYING and span.kind is SpanKind.VERB for span in spans)
    is_cut_off = is_short and (
        bool(kinds & _WHAT_FOR)
        or _has_digits_of_a_day(spans)
        or (is_payment and SpanKind.ROLE in kinds)
    )
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


def _tells_of_goods(spans: Sequence[Span]) -> bool:
    """Tell whether only goods came or were fetched, without a word of money."""
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    kinds = {span.kind for span in spans}
    is_moving = bool(verbs) and verbs <= {"bring", "receive", "carry", "take", "deposit"}
    return is_moving and SpanKind.QUANTITY in kinds and SpanKind.CASH not in kinds


def _has_digits_of_a_day(spans: Sequence[Span]) -> bool:
    """Tell whether a day was written in digits, so that it might have been meant as an amount."""
    return any(span.kind is SpanKind.DATE and span.text[0].isdecimal() for span in spans)


def _names_trade(spans: Sequence[Span]) -> bool:
    return any(
        span.kind
        in {SpanKind.GOODS, SpanKind.ORDER, SpanKind.CASH, SpanKind.VAGUE, SpanKind.MULTIPLIER}
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


_CODE_SIGNS = frozenset("<>{}=();[]`")


def _is_code(spans: Sequence[Span]) -> bool:
    """Tell whether signs of code or markup stand around words that nobody knows."""
    signs = sum(span.text in _CODE_SIGNS for span in spans)
    has_verb = any(span.kind is SpanKind.VERB for span in spans)
    return signs > 3 and not has_verb  # noqa: PLR2004 - a pair of brackets or two is no code


def _read_operations(spans: list[Span], setting: Setting) -> list[Operation]:
    """Read the operations of every line; a line without money belongs to the one before."""
    header, lines = _take_header(split_lines(spans))
    usual_date = _only_date(header, setting.today) if header else setting.today
    operations: list[Operation] = []
    is_date_inherited = False
    heading: Piece = []
    for line in _joined_lines(lines):
        found = _read_line(line, setting, usual_date=usual_date)
        if heading and any(operation.missing for operation in found):
            found = _read_line([*heading, *line], setting, usual_date=usual_date)
        if not operations:
            heading = _heading_of(line)
        if is_date_inherited and not any(span.kind is SpanKind.DATE for span in line):
            found = [_with_doubtful_date(operation) for operation in found]
        operations.extend(found)
        if not header and found[0].draft.booked_on not in {usual_date, None}:
            usual_date, is_date_inherited = found[0].draft.booked_on, True
    if len(operations) > OPERATIONS_MAX:
        return [read_operation(spans, setting, usual_date=usual_date)]
    return operations


def _heading_of(line: Piece) -> Piece:
    """Give what a first line says before a colon, which holds for the lines after it."""
    texts = [span.text for span in line]
    return header_of([line]) if ":" in texts[: _first_amount(line)] else []


def _with_doubtful_date(operation: Operation) -> Operation:
    """Take the day of the line above as the likely one only."""
    draft = operation.draft
    return replace(operation, draft=replace(draft, doubts=(*draft.doubts, Missing.DATE)))


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
    line: list[Span], setting: Setting, *, usual_date: dt.date | None
) -> list[Operation]:
    """Read a line as one operation, or as several when it has several amounts."""
    whole = read_operation(line, setting, usual_date=usual_date)
    if Missing.AMOUNT not in whole.missing:
        return [whole]
    pieces = cut_enumeration(line)
    if not 1 < len(pieces) <= OPERATIONS_MAX:
        return [whole]
    header = header_of(pieces)
    before_first = pieces[0][: _first_amount(pieces[0])]
    leading_date = _only_date(before_first, setting.today)
    if any(span.kind is SpanKind.DATE for span in before_first):
        usual_date = leading_date
    operations: list[Operation] = []
    for piece in pieces:
        operation = read_operation(piece, setting, usual_date=usual_date)
        is_own = any(span.kind in {SpanKind.PURPOSE, SpanKind.VERB} for span in piece)
        if operation.missing and piece is not pieces[0] and not is_own:
            # What is not said again holds from the beginning: "wages: Oleh 12000, Iryna 10500".
            helped = read_operation([*header, *piece], setting, usual_date=usual_date)
            operation = helped if len(helped.missing) < len(operation.missing) else operation
        operations.append(_with_same_person(operation, operations, piece))
    return operations if _are_separate(operations) else [whole]


def _with_same_person(
    operation: Operation, before: Sequence[Operation], piece: Piece
) -> Operation:
    """Let "her" be who was named last: "salary to Liuda 11000, and a bonus for her 1500"."""
    is_pronoun = any(span.value == "him" for span in piece)
    if not before or not is_pronoun or operation.draft.counterparty is not None:
        return operation
    name = before[-1].draft.counterparty
    return replace(operation, draft=replace(operation.draft, counterparty=name))


def _first_amount(piece: Piece) -> int:
    for at, span in enumerate(piece):
        if span.kind is SpanKind.AMOUNT:
            return at
    return len(piece)


def _are_separate(operations: Sequence[Operation]) -> bool:
    """Tell whether parts are operations of their own, and none a part of another."""
    if any(operation.missing for operation in operations):
        return False
    categories = {operation.draft.category for operation in operations}
    return not any(kin <= categories for kin in _KIN)
