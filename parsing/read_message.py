"""Read a message: the one door from text to meaning."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.cash import CashCategory
from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import clean_text
from parsing.beside.tidying import tidy
from parsing.correction import read_correction
from parsing.guess.features import features_of, features_of_reading, features_of_rules
from parsing.guess.figures import Figure, load_figure_guesser
from parsing.guess.fill import doubted, with_guess
from parsing.guess.guess import load_guesser
from parsing.guess.pick import only_likely, without_unlikely
from parsing.memory.memory import NOTHING_TAUGHT, ShopMemory
from parsing.memory.recall import recall
from parsing.no_entry.asking import find_question, is_asked_of_colleagues
from parsing.no_entry.no_move import is_greeting, leaves_till_as_it_was
from parsing.no_entry.vetoes import Veto, find_veto, without_vetoed
from parsing.operation.operation import Operation, Setting, has_money, read_operation
from parsing.reading import (
    Correction,
    Missing,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
)
from parsing.several.operations import read_operations
from parsing.several.sentences import tells_more, with_sentences_apart

_WHAT_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_PAYING = frozenset({"pay", "give"})
_AS_BEFORE = (
    "same as last time", "same as usual", "як минулого разу", "як і минулого разу",
    "як завжди", "как в прошлый раз", "как обычно", "как всегда",
)  # fmt: skip
_WHO_OR_WHAT = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.ROLE, SpanKind.VERB})
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
    annotated = recall(annotate(cleaned, today=setting.today, lexicon=lexicon), memory)
    whole = _read_annotated(annotated, setting)
    sentences = with_sentences_apart(annotated)
    if sentences is None or isinstance(whole.reading, Correction | Question):
        return whole
    apart = _read_annotated(sentences, setting)
    return apart if tells_more(apart.reading, whole.reading) else whole


def _read_annotated(annotated: list[Span], setting: Setting) -> CloseReading:
    spans, figures = tidy(annotated), load_figure_guesser().figures(annotated)
    return _weighed(read_by_rules(spans, figures, setting), figures, setting)


def read_by_rules(
    spans: Sequence[Span], figures: Sequence[Figure], setting: Setting
) -> CloseReading:
    """Read tidied spans as the rules do, before the guess weighs what they say."""
    question = find_question(
        spans, has_mark=any(span.text == "?" for span in spans), today=setting.today
    )
    veto = None if question else find_veto(spans)
    if veto is Veto.CONTEXT:
        return CloseReading(read_correction(spans, setting), tuple(spans))
    if question is not None and is_asked_of_colleagues(spans):
        return CloseReading(NotAnEntry(), tuple(spans))
    settled = question or _vetoed(veto)
    if settled is not None:
        return CloseReading(settled, tuple(spans))
    told = without_unlikely(without_vetoed(spans), figures)
    if not has_money(told):
        return CloseReading(_read_without_amount(told, setting), tuple(spans))
    if not _is_about_money(told) or _is_code(told):
        return CloseReading(NotAnEntry(), tuple(spans))
    return _read_money(told, spans, figures, setting)


def _read_money(
    told: list[Span], spans: Sequence[Span], figures: Sequence[Figure], setting: Setting
) -> CloseReading:
    operations = tuple(read_operations(told, setting, load_guesser()))
    if any(Missing.AMOUNT in operation.missing for operation in operations):
        likely = only_likely(told, figures)
        if likely is not None:
            operations = tuple(read_operations(likely, setting, load_guesser()))
    if _has_unlikely(operations, figures) or _may_be_still_to_come(operations, spans):
        operations = tuple(map(doubted, operations))
    return CloseReading(_reading_of(operations), tuple(spans), operations)


def _has_unlikely(operations: Sequence[Operation], figures: Sequence[Figure]) -> bool:
    """Tell whether a sum is hardly money, as the guess of figures sees it."""
    leads = {figure.number: figure.lead for figure in figures}
    amounts = (operation.draft.amount for operation in operations)
    return any(leads.get(amount.to_decimal(), 0) < 0 for amount in amounts if amount is not None)


def _may_be_still_to_come(operations: Sequence[Operation], spans: Sequence[Span]) -> bool:
    """Tell whether something is only promised or planned, which the sum may be of.

    What is paid down is paid for something to come.
    """
    is_planned = any(it.kind is SpanKind.PLAN and it.value in _TO_COME for it in spans)
    return is_planned and any(
        each.draft.category is not CashCategory.CUSTOMER_PREPAYMENT for each in operations
    )


_TO_COME = frozenset({"future", "promise"})


def _weighed(close: CloseReading, figures: Sequence[Figure], setting: Setting) -> CloseReading:
    """Let the guess weigh what the rules made of a message."""
    spans, reading = close.spans, close.reading
    weighed = load_guesser().weigh(features_of_message(close))
    lead = weighed.talk_lead
    is_single = len(close.operations) == 1
    match reading:
        case NotAnEntry() if lead <= -RESCUES and is_worth_asking(spans, figures):
            rescued = _rescued(spans, figures, setting)
            return close if rescued is None else rescued
        case Unclear() if lead >= REFUSES and not figures and not _names_what_is_due(spans):
            return CloseReading(NotAnEntry(), spans, close.operations)
        case Understood(drafts) if any(draft.remembered for draft in drafts):
            return close
        case Understood() if lead >= REFUSES and is_single:
            return CloseReading(NotAnEntry(), spans, close.operations)
        case Understood() | Unclear() if is_single:
            operations = (with_guess(close.operations[0], spans, weighed),)
            return CloseReading(_reading_of(operations), spans, operations)
        case _:
            return close


def features_of_message(close: CloseReading) -> frozenset[str]:
    """Give what the guess looks at: the words, and what the rules made of them."""
    said = (
        features_of_rules(close.operations[0])
        if len(close.operations) == 1
        else features_of_reading(close.reading)
    )
    return features_of(close.spans) | said


def _rescued(
    spans: Sequence[Span], figures: Sequence[Figure], setting: Setting
) -> CloseReading | None:
    """Read a message that the rules took for talk as an entry, to be confirmed."""
    told = only_likely(spans, figures) or list(spans)
    close = _read_money(told, spans, figures, setting)
    operations = close.operations
    if len(operations) == 1:
        weighed = load_guesser().weigh(features_of_message(close))
        operations = (with_guess(operations[0], spans, weighed),)
    operations = tuple(map(doubted, operations))
    reading = _reading_of(operations)
    is_whole = isinstance(reading, Understood)
    return CloseReading(reading, tuple(spans), operations) if is_whole else None


RESCUES, REFUSES = 400, 1_000
"""What leads by so much is read back though the rules took it for talk, or taken for talk."""


def _names_what_is_due(spans: Sequence[Span]) -> bool:
    """Tell whether an order is named, or something paid: a bill, or what is to be noted."""
    kinds = {span.kind for span in spans}
    is_paid = any(span.kind is SpanKind.VERB and span.value in _PAYING for span in spans)
    is_noted = SpanKind.VAGUE in kinds or any(span.folded.startswith(_NOTED) for span in spans)
    is_for_something = SpanKind.PURPOSE in kinds and is_noted
    is_to_somebody = SpanKind.ROLE in kinds and kinds <= _WHOM
    is_due = SpanKind.DOCUMENT_WORD in kinds or is_for_something or is_to_somebody
    return SpanKind.ORDER in kinds or (is_paid and is_due)


_WHOM = frozenset(
    {SpanKind.VERB, SpanKind.ROLE, SpanKind.NAME, SpanKind.COMMON, SpanKind.DATE, SpanKind.JOINER}
)
"""What stands in "paid the guys", which lacks a sum and nothing else is said of."""
_NOTED = ("запиш", "запис", "занес", "write", "note", "record", "log", "zapysh", "zapish", "zapys")
"""What asks for it to be put down: "paid yesterday for the delivery, write it down"."""


def is_worth_asking(spans: Sequence[Span], figures: Sequence[Figure]) -> bool:
    """Tell whether talk may be an entry: it has a figure like money, and is no attack."""
    is_no_talk_of_money = any(span.kind is SpanKind.CHAT for span in spans) or is_greeting(spans)
    if leaves_till_as_it_was(spans):
        return False
    return not is_no_talk_of_money and any(figure.lead > 0 for figure in figures)


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
    is_as_before = any(map(" ".join(span.folded for span in spans).__contains__, _AS_BEFORE))
    is_cut_off = (is_as_before and bool(kinds & _WHO_OR_WHAT)) or (
        is_short
        and (
            bool(kinds & _WHAT_FOR)
            or _has_digits_of_a_day(spans)
            or (is_payment and bool(kinds & {SpanKind.ROLE, SpanKind.NAME}))
        )
    )
    if SpanKind.VERB not in kinds and SpanKind.VAGUE not in kinds and not is_cut_off:
        return NotAnEntry()
    operation = read_operation(spans, setting, usual_date=setting.today)
    if (
        not is_cut_off
        and operation.draft.category is None
        and len(spans) > 1
        and not _names_trade(spans)
        and not (is_payment and SpanKind.DOCUMENT_WORD in kinds)
    ):
        return NotAnEntry()
    return Unclear((operation.draft,), operation.missing)


def _tells_of_goods(spans: Sequence[Span]) -> bool:
    """Tell whether only goods came or were fetched, without a word of money."""
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    kinds = {span.kind for span in spans}
    is_moving = bool(verbs) and verbs <= _MOVING
    return is_moving and SpanKind.QUANTITY in kinds and SpanKind.CASH not in kinds


_MOVING = frozenset({"bring", "receive", "carry", "take", "deposit", "move"})


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
_SMALL, _FEW = 10, 100
_SAYING_MIN = 4
_SOLD = frozenset({SpanKind.GOODS, SpanKind.CASH, SpanKind.ORDER, SpanKind.BRAND, SpanKind.NAME})


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
    is_few = all(span.number is not None and span.number < _FEW for span in amounts)
    if is_few and words >= _SAYING_MIN and not kinds & _SOLD:
        return False  # "30 and gorgeous"
    return words < _CHAT_WORDS_MIN and not (is_small and words)


_CODE_SIGNS = frozenset("<>{}=();[]`")


def _is_call(word: Span, sign: Span) -> bool:
    """Tell whether a bracket is glued to an unknown Latin word: "print(5000)"."""
    is_word = word.kind is SpanKind.WORD and word.text.isascii()
    return is_word and sign.text == "(" and sign.start == word.end


def _is_code(spans: Sequence[Span]) -> bool:
    """Tell whether signs of code or markup stand around words that nobody knows."""
    signs = sum(span.text in _CODE_SIGNS for span in spans)
    has_verb = any(span.kind is SpanKind.VERB for span in spans)
    if any(map(_is_call, spans, spans[1:])):
        return True
    return signs > 3 and not has_verb  # noqa: PLR2004 - a pair of brackets or two is no code
