"""Read a message: the one door from text to meaning."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import clean_text
from parsing.annotation.whole.as_before import AS_BEFORE
from parsing.annotation.whole.noting import NOTED
from parsing.beside.list_numbers import without_list_numbers
from parsing.beside.tidying import tidy
from parsing.by_rules import (
    PAYING,
    CloseReading,
    has_unlikely,
    read_by_rules,
    read_money,
    reading_of,
)
from parsing.correction import read_correction
from parsing.guess.days import load_day_guesser, with_days_aside
from parsing.guess.features import features_of
from parsing.guess.figures import Figure, load_figure_guesser
from parsing.guess.fill import CLEARLY, doubted, with_guess
from parsing.guess.guess import Weighed, load_guesser
from parsing.guess.pick import only_likely, with_lone_figure
from parsing.memory.memory import NOTHING_TAUGHT, ShopMemory
from parsing.memory.recall import recall
from parsing.no_entry.asking import find_question
from parsing.no_entry.greetings import is_greeting
from parsing.no_entry.no_move import leaves_till_as_it_was
from parsing.no_entry.nothing_here import is_till_off
from parsing.no_entry.vetoes import Veto, find_veto
from parsing.operation.operation import Setting, has_money
from parsing.reading import (
    Correction,
    Missing,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
    files_itself,
)
from parsing.several.apart import PartRead, fetched_sums, parts_apart
from parsing.several.together import taken_together


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
    apart = _read_apart(annotated, setting)
    if apart is not None and apart.is_clear:
        return apart.close
    whole = _read_annotated(annotated, setting)
    return whole if apart is None else _likelier(apart.close, whole)


@dataclass(frozen=True, slots=True)
class _Apart:
    """What was told one after another, and whether each part of it is clear by itself."""

    close: CloseReading
    is_clear: bool


def _read_apart(annotated: list[Span], setting: Setting) -> _Apart | None:
    """Read what may have been told one after another, each part by itself."""
    is_of_several = sum(span.kind is SpanKind.AMOUNT for span in annotated) > 1
    if not is_of_several or any(span.text == "?" for span in annotated):
        return None
    fetched = fetched_sums(annotated)
    told = load_figure_guesser().figures(annotated)
    figures = [each for each in told if each.span.start not in fetched]
    unlikely = frozenset(each.span.start for each in figures if each.lead < IMPROBABLE)

    def read(part: list[Span]) -> PartRead | None:
        close = _read_annotated(part, setting, is_part=True)
        if not isinstance(close.reading, Understood) or len(close.operations) != 1:
            return None
        (operation,) = close.operations
        is_clear = close.reading.is_confident
        return PartRead(tuple(part), close.spans, operation, is_clear=is_clear)

    parts = parts_apart(without_list_numbers(annotated), read, unlikely=unlikely)
    operations = None if parts is None else taken_together(parts, setting.today)
    if parts is None or operations is None:
        return None
    is_clear = any(part.is_clear for part in parts)
    if has_unlikely(operations, figures, IMPROBABLE if is_clear else 0):
        return None
    spans = tuple(span for part in parts for span in part.spans)
    close = CloseReading(reading_of(operations), spans, tuple(operations))
    return _Apart(close, is_clear=all(part.is_clear for part in parts))


def _likelier(apart: CloseReading, whole: CloseReading) -> CloseReading:
    """Choose between parts in doubt and the whole of them, which may be sure of the same."""
    if isinstance(whole.reading, Correction | Question):
        return whole
    if isinstance(whole.reading, Understood) and _told_in(whole) == _told_in(apart):
        return apart if _orders_in(apart) > _orders_in(whole) else whole
    if not files_itself(whole.reading):
        return apart
    is_any_no_sum = any(Missing.AMOUNT in each.draft.doubts for each in apart.operations)
    return _all_doubted(whole) if is_any_no_sum else apart


def _all_doubted(close: CloseReading) -> CloseReading:
    operations = tuple(map(doubted, close.operations))
    return CloseReading(reading_of(operations), close.spans, operations)


def _told_in(close: CloseReading) -> list[tuple[object, ...]]:
    drafts = (operation.draft for operation in close.operations)
    return [(each.amount, each.direction, each.category, each.booked_on) for each in drafts]


def _orders_in(close: CloseReading) -> int:
    """Count the operations whose order is told."""
    return sum(operation.draft.order_reference is not None for operation in close.operations)


def _read_annotated(
    annotated: list[Span], setting: Setting, *, is_part: bool = False
) -> CloseReading:
    """Read a message, or a part that the rules alone may take for an entry of its own."""
    spans = with_days_aside(tidy(annotated), load_day_guesser())
    figures = load_figure_guesser().figures(annotated)
    close = read_by_rules(spans, figures, setting)
    weighed = load_guesser().weigh(features_of(close.spans))
    is_unsure = not isinstance(close.reading, Understood) and weighed.entry_lead < CLEARLY
    if is_part and (is_unsure or not close.operations):
        return close
    return _weighed(close, weighed, figures, setting)


def _weighed(
    close: CloseReading, weighed: Weighed, figures: Sequence[Figure], setting: Setting
) -> CloseReading:
    """Let the guess weigh what the rules made of a message."""
    match close.reading:
        case NotAnEntry() | Correction() | Unclear() if _is_rather_entry(close, weighed, figures):
            return _rescued(close, figures, setting, weighed)
        case NotAnEntry() | Question() if _is_to_be_asked(weighed, figures):
            return CloseReading(Unclear((), (Missing.CATEGORY,)), close.spans, close.operations)
        case Unclear() if _is_rather_talk(close, weighed) and not figures:
            return CloseReading(NotAnEntry(), close.spans, close.operations)
        case _:
            return _weighed_alone(close, weighed) if len(close.operations) == 1 else close


def _is_to_be_asked(weighed: Weighed, figures: Sequence[Figure]) -> bool:
    """Tell whether people would ask back about what the rules took for talk or a question."""
    is_likelier = weighed.ask_lead > max(0, weighed.talk_lead)
    return is_likelier and any(figure.lead > 0 for figure in figures)


def _is_rather_talk(close: CloseReading, weighed: Weighed) -> bool:
    """Tell whether what was asked about is only talk, and names nothing that is due."""
    lead = weighed.talk_lead - max(0, weighed.ask_lead)
    return lead >= TALKS and not _names_what_is_due(close.spans)


def _weighed_alone(close: CloseReading, weighed: Weighed) -> CloseReading:
    """Weigh the one operation of a message; what the shop has taught stands above a guess."""
    spans, reading = close.spans, close.reading
    if isinstance(reading, Understood):
        if any(draft.remembered for draft in reading.drafts):
            return close
        if weighed.talk_lead >= REFUSES:
            return _refused(close, is_told=_is_told_done(reading, spans))
    operations = (with_guess(close.operations[0], spans, weighed),)
    return CloseReading(reading_of(operations), spans, operations)


def _is_rather_entry(close: CloseReading, weighed: Weighed, figures: Sequence[Figure]) -> bool:
    """Tell whether what the rules took for talk, or for a word on another entry, may be one."""
    if isinstance(close.reading, Unclear):
        is_doubted = any(span.text == "?" for span in close.spans)
        lacks_sum = Missing.AMOUNT in close.reading.missing and not is_doubted
        return lacks_sum and weighed.entry_lead >= CLEARLY
    if isinstance(close.reading, Correction):
        return close.reading.change.amount is None and weighed.entry_lead >= CLEARLY
    if not close.spans or weighed.entry_lead < RESCUES:
        return False
    is_clear = weighed.entry_lead >= CLEARLY and len(figures) <= 1
    return is_clear or is_worth_asking(close.spans, figures)


def _refused(close: CloseReading, *, is_told: bool) -> CloseReading:
    """Take for talk what the guess takes for it; what is told outright is read back instead."""
    if not is_told:
        return CloseReading(NotAnEntry(), close.spans, close.operations)
    operations = (doubted(close.operations[0]),)
    return CloseReading(reading_of(operations), close.spans, operations)


def _is_told_done(reading: Understood, spans: Sequence[Span]) -> bool:
    """Tell whether the rules are sure that something named was paid: it is more than talk."""
    kinds = {span.kind for span in spans}
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    is_bare = kinds <= _BARE_ENTRY and bool(kinds & {SpanKind.PURPOSE, SpanKind.THING})
    is_paid = SpanKind.PURPOSE in kinds and bool(verbs & PAYING)
    is_paid = is_paid or any(map(_is_paid_man, spans, spans[1:]))
    return reading.is_confident and (is_bare or is_paid)


def _is_paid_man(who: Span, sum_: Span) -> bool:
    """Tell whether a sum stands right behind who is only ever paid: "no sales, courier 150"."""
    is_paid = who.kind is SpanKind.ROLE and who.value in _PAID_MEN
    return is_paid and sum_.kind is SpanKind.AMOUNT


_PAID_MEN = frozenset({"courier", "loader", "cleaner"})


_BARE_ENTRY = frozenset(
    {SpanKind.PURPOSE, SpanKind.THING, SpanKind.AMOUNT, SpanKind.DATE, SpanKind.PUNCTUATION}
)
"""What stands in "extension lead 120!", which tells all that an entry needs."""


def _rescued(
    close: CloseReading, figures: Sequence[Figure], setting: Setting, weighed: Weighed
) -> CloseReading:
    """Read a message as an entry that the rules took for none, to be confirmed, if it is whole."""
    spans = close.spans
    is_counted = isinstance(close.reading, Unclear) and not has_money(spans)
    likely = None if is_counted else only_likely(spans, figures)  # "40 bottles of milk" count
    told = likely or with_lone_figure(spans)
    again = read_money(told, spans, figures, setting)
    operations = again.operations
    if len(operations) == 1:
        operations = (with_guess(operations[0], spans, weighed, is_part=True),)
    operations = tuple(map(doubted, operations))
    reading = reading_of(operations)
    is_whole = isinstance(reading, Understood)
    return CloseReading(reading, tuple(spans), operations) if is_whole else close


IMPROBABLE = -600
"""A sum that leads by less is hardly told by itself, though it reads as if it were."""
RESCUES = 500
"""An entry that leads by so much is read back; by CLEARLY where no figure is money, too."""
TALKS, REFUSES = 1_000, 4_000
"""What leads by so much is talk: where something would be asked, or in spite of the rules."""


def _names_what_is_due(spans: Sequence[Span]) -> bool:
    """Tell whether an order is named, or something paid: a bill, or what is to be noted."""
    kinds = {span.kind for span in spans}
    is_paid = any(span.kind is SpanKind.VERB and span.value in PAYING for span in spans)
    is_noted = SpanKind.VAGUE in kinds or any(span.folded.startswith(_NOTED) for span in spans)
    is_for_something = SpanKind.PURPOSE in kinds and is_noted
    is_to_somebody = bool(kinds & {SpanKind.ROLE, SpanKind.UNIT}) and kinds <= _WHOM
    is_to_somebody = is_to_somebody or _settles_debt(spans)
    is_to_somebody = is_to_somebody or (SpanKind.NAME in kinds and _tells_of_work(spans))
    is_due = SpanKind.DOCUMENT_WORD in kinds or is_for_something or is_to_somebody
    is_asked = any(span.value == NOTED for span in spans)
    is_open = any(
        span.kind is SpanKind.VAGUE and span.value == "vague" and _SEVERAL & set(span.folded)
        for span in spans
    )
    is_from_till = SpanKind.VERB in kinds and (
        SpanKind.CASH in kinds or any(span.value == "till" for span in spans)
    )
    is_open = is_open and (is_from_till or SpanKind.PURPOSE in kinds)
    if any(span.value == AS_BEFORE for span in spans) or is_till_off(spans):
        return True
    return SpanKind.ORDER in kinds or (is_paid and (is_due or is_asked)) or is_open


def _settles_debt(spans: Sequence[Span]) -> bool:
    """Tell whether a supplier is told to have got what was owed: "поставщику остаток долга"."""
    is_to_supplier = any(span.value == "supplier" for span in spans)
    return is_to_supplier and any(_DEBTS & set(span.folded.split()) for span in spans)


_DEBTS = frozenset("долга долг борг боргу debt".split())
_SEVERAL = frozenset({" ", "-"})
"""What is in vague words that say more than one: "don't know how much", "скільки-то"."""
_WORK = frozenset({"job", "work", "роботу", "работу", "монтаж"})


def _tells_of_work(spans: Sequence[Span]) -> bool:
    """Tell whether work is named: "paid Roman for the job in Vyshneve"."""
    return any(not _WORK.isdisjoint(span.folded.split()) for span in spans)


_WHOM = frozenset(
    {
        *(SpanKind.VERB, SpanKind.ROLE, SpanKind.NAME, SpanKind.COMMON, SpanKind.DATE),
        *(SpanKind.JOINER, SpanKind.LEFTOVER, SpanKind.UNIT),
        *(SpanKind.PERSON, SpanKind.PUNCTUATION),
    }
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
