"""Read a message by rules alone, before the guess weighs what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ledger.cash import CashCategory
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.whole.either_way import EITHER_WAY
from parsing.annotation.whole.noting import NOTED
from parsing.correction import read_correction
from parsing.guess.figures import Figure
from parsing.guess.fill import doubted
from parsing.guess.guess import load_guesser
from parsing.guess.pick import only_likely, without_unlikely
from parsing.no_entry.asking import find_question, is_asked_of_colleagues
from parsing.no_entry.beside_clauses import is_capital_word
from parsing.no_entry.nothing_here import is_till_off
from parsing.no_entry.vetoes import Veto, find_veto, without_vetoed
from parsing.operation.operation import Operation, Setting, has_money, read_operation
from parsing.reading import (
    Missing,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
)
from parsing.several.operations import read_operations

_WHAT_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING})
PAYING = frozenset({"pay", "give"})
_SHORT = 5
"""So many spans without an amount may be an entry that was cut off."""


@dataclass(frozen=True, slots=True)
class CloseReading:
    """A reading with all that led to it."""

    reading: Reading
    spans: tuple[Span, ...] = ()
    operations: tuple[Operation, ...] = ()


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
    settled = _vetoed(veto) if question is None else _asked(question, spans)
    if settled is not None:
        return CloseReading(settled, tuple(spans))
    told = without_unlikely(without_vetoed(spans), figures)
    if not has_money(told):
        return CloseReading(_read_without_amount(told, setting), tuple(spans))
    if not _is_about_money(told) or _is_code(told):
        return CloseReading(NotAnEntry(), tuple(spans))
    return read_money(told, spans, figures, setting)


def read_money(
    told: list[Span], spans: Sequence[Span], figures: Sequence[Figure], setting: Setting
) -> CloseReading:
    """Read the operations of spans that tell of money."""
    operations = tuple(read_operations(told, setting, load_guesser()))
    if any(Missing.AMOUNT in operation.missing for operation in operations):
        likely = only_likely(told, figures)
        if likely is not None:
            operations = tuple(read_operations(likely, setting, load_guesser()))
    is_doubtful = _may_be_still_to_come(operations, spans) or _may_be_a_day(spans)
    is_doubtful = is_doubtful or _leaves_out_likely(operations, figures) or _is_habit(spans)
    if has_unlikely(operations, figures) or is_doubtful:
        operations = tuple(map(doubted, operations))
    return CloseReading(reading_of(operations), tuple(spans), operations)


def has_unlikely(
    operations: Sequence[Operation], figures: Sequence[Figure], least: int = 0
) -> bool:
    """Tell whether a sum is hardly money, as the guess of figures sees it."""
    leads = {figure.number: figure.lead for figure in figures}
    amounts = (operation.draft.amount for operation in operations)
    return any(
        leads.get(amount.to_decimal(), least) < least for amount in amounts if amount is not None
    )


LIKELY = 1_000
"""A figure that leads by so much is money, as the guess of figures sees it."""


_ASKING = frozenset({SpanKind.QUESTION, SpanKind.VERB, SpanKind.DATE_WORD, SpanKind.CARD})
_WONDERS_MAX = 4


def _asked(question: Question, spans: Sequence[Span]) -> Reading:
    """Give what a message with a question comes to: it may only doubt, or ask somebody else."""
    if _only_wonders(spans):
        return Unclear((), (Missing.AMOUNT,))
    return NotAnEntry() if is_asked_of_colleagues(spans) else question


def _only_wonders(spans: Sequence[Span]) -> bool:
    """Tell whether a mark only doubts what stands before it: "12.500 petrol??"."""
    words = [span for span in spans if span.kind is not SpanKind.PUNCTUATION]
    is_asking = any(span.kind in _ASKING for span in words)
    sums = sum(span.kind is SpanKind.AMOUNT for span in words)
    is_last = bool(spans) and spans[-1].text == "?"
    return is_last and sums == 1 and len(words) <= _WONDERS_MAX and not is_asking


def _leaves_out_likely(operations: Sequence[Operation], figures: Sequence[Figure]) -> bool:
    """Tell whether a figure that is most likely money is no sum here, and none was computed."""
    sums = {each.draft.amount.to_decimal() for each in operations if each.draft.amount is not None}
    is_computed = not sums <= {figure.number for figure in figures}
    return not is_computed and any(
        figure.lead >= LIKELY and figure.number not in sums for figure in figures
    )


def _may_be_still_to_come(operations: Sequence[Operation], spans: Sequence[Span]) -> bool:
    """Tell whether something is only promised or planned, which the sum may be of.

    What is paid down is paid for something to come.
    """
    is_planned = any(it.kind is SpanKind.PLAN and it.value in _TO_COME for it in spans)
    return is_planned and any(
        each.draft.category is not CashCategory.CUSTOMER_PREPAYMENT for each in operations
    )


_DAYS_OF_MONTH = 31
_BY_THE_MONTH = frozenset(
    {"rent", "utilities", "phone_internet", "salary", "salary_advance", "taxes_fees"}
)


_HABITS = (
    "every month", "every week", "every day", "щомісяця", "щотижня", "щодня", "каждый месяц",
    "каждую неделю", "каждый день", "ежемесячно",
)  # fmt: skip


def _is_habit(spans: Sequence[Span]) -> bool:
    """Tell whether it may only be told what is always paid: "I pay 8000 for rent every month"."""
    said = " ".join(span.folded for span in spans)
    return any(map(said.__contains__, _HABITS))


def _may_be_a_day(spans: Sequence[Span]) -> bool:
    """Tell whether a sum behind an English month may begin with a day: "lock Nov 17 180".

    What is paid by the month is paid for the month: "rent March 18 500".
    """
    if any(span.value in _BY_THE_MONTH for span in spans):
        return False
    for month, sum_ in pairwise(spans):
        is_dated = month.kind is SpanKind.MONTH and month.folded.isascii()
        words = sum_.text.split()
        if is_dated and sum_.kind is SpanKind.AMOUNT and len(words) > 1 and words[0].isdecimal():
            return words[1].isdecimal() and int(words[0]) <= _DAYS_OF_MONTH
    return False


_TO_COME = frozenset({"future", "promise"})


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


def reading_of(operations: Sequence[Operation]) -> Reading:
    """Give what operations mean together: understood, or what is to be asked of them."""
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
    is_payment = any(span.value in PAYING and span.kind is SpanKind.VERB for span in spans)
    told = [span for span in spans if span.kind is not SpanKind.PUNCTUATION]
    is_cut_off = _is_as_much_again(told) or (
        is_short
        and (
            bool(kinds & _WHAT_FOR)
            or _has_digits_of_a_day(spans)
            or (is_payment and bool(kinds & {SpanKind.ROLE, SpanKind.NAME}))
            or (is_payment and any(span.value in _SOMEBODY for span in told))
            or _is_bare_getter(told)
        )
    )
    is_cut_off = is_cut_off or (is_payment and _is_who_paid(spans)) or is_till_off(spans)
    is_cut_off = is_cut_off or any(map(_is_debt_settled, spans))
    if SpanKind.VERB not in kinds and SpanKind.VAGUE not in kinds and not is_cut_off:
        return NotAnEntry()
    operation = read_operation(spans, setting, usual_date=setting.today)
    if (
        not is_cut_off
        and operation.draft.category is None
        and len(told) > 1
        and not _names_trade(spans)
        and not (is_payment and _is_to_be_noted(spans))
        and not (is_payment and SpanKind.DOCUMENT_WORD in kinds)
    ):
        return NotAnEntry()
    return Unclear((operation.draft,), operation.missing)


_SOMEBODY = frozenset({"other_person", "people"})
"""Whom one may be told to have paid without his name: "paid him", "paid the guys"."""


def _is_who_paid(spans: Sequence[Span]) -> bool:
    """Tell whether a name and that he paid is all: "Мельник расплатился"."""
    words = [span for span in spans if span.kind is not SpanKind.PUNCTUATION]
    return len(words) == 2 and any(map(is_capital_word, words))  # who, and "paid"


def _is_debt_settled(span: Span) -> bool:
    """Tell whether a phrase says that somebody paid what he owed: "віддав борг за насос"."""
    words = span.folded.split()
    is_debt = span.kind is SpanKind.PURPOSE and len(words) > 1
    return is_debt and any(word.startswith(_DEBTS) for word in words[1:])


_DEBTS = ("долг", "борг", "debt", "borh", "dolg")


def _is_bare_getter(told: Sequence[Span]) -> bool:
    """Tell whether nothing is said but whom it went to: "to Ihor.", "Галині."."""
    is_to = bool(told) and told[0].value == "to"
    named = told[is_to:]
    if not named or named[0].kind is not SpanKind.NAME:
        return False
    is_getter = is_to or named[0].folded.endswith(_GETTING)
    return is_getter and (len(named) == 1 or _says_what_for(named[1:]))


def _says_what_for(told: Sequence[Span]) -> bool:
    """Tell whether a name is followed by what for and no more: "Паші на матеріали"."""
    is_for = told[0].value in {"for", "for_price"}
    return is_for and len(told) == _FOR_WHAT and told[1].kind in _NAMED_FOR


_FOR_WHAT = 2
_NAMED_FOR = frozenset({SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING})


_GETTING = ("і", "ї", "ові", "еві", "у", "ю", "е")
"""Endings of a name of whom something is given."""
_AGAIN = ("as much again", "same again", "стільки ж", "столько же", "стільки само")


def _is_as_much_again(told: Sequence[Span]) -> bool:
    """Tell whether the sum told before is told again: "and as much again"."""
    said = " ".join(span.folded for span in told)
    return len(told) <= _SHORT and any(map(said.__contains__, _AGAIN))


def _is_to_be_noted(spans: Sequence[Span]) -> bool:
    return any(span.value == NOTED for span in spans)


def _tells_of_goods(spans: Sequence[Span]) -> bool:
    """Tell whether only goods came or were fetched, without a word of money."""
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    kinds = {span.kind for span in spans}
    if any(span.value == "cash_shortage" for span in spans) and any(map(_lacks, spans, spans[1:])):
        return True
    is_moving = bool(verbs) and verbs <= _MOVING
    return is_moving and SpanKind.QUANTITY in kinds and SpanKind.CASH not in kinds


def _lacks(count: Span, ware: Span) -> bool:
    """Tell whether so many goods are told of, which a stocktaking may lack: "бракує 2 кранів"."""
    return count.kind is SpanKind.QUANTITY and ware.kind is SpanKind.GOODS


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


_ABOUT_MONEY = frozenset(
    {
        SpanKind.VERB,
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.ROLE,
        SpanKind.FIRM,
        SpanKind.ORDER,
    }
)
_CHAT_WORDS_MIN = 6
_SMALL, _FEW = 10, 100
_SAYING_MIN = 4
_SOLD = frozenset({SpanKind.GOODS, SpanKind.CASH, SpanKind.ORDER, SpanKind.BRAND, SpanKind.NAME})


def _is_about_money(spans: Sequence[Span]) -> bool:
    """Tell chat with a number in it from an entry that is only badly worded."""
    kinds = {span.kind for span in spans}
    if kinds & _ABOUT_MONEY or any(span.value == EITHER_WAY for span in spans):
        return True
    if {SpanKind.RANGE, SpanKind.GOODS} <= kinds and any(it.value in _AIMED for it in spans):
        return True  # "two thousand something for valves from Savchuk"
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    is_for_goods = SpanKind.GOODS in kinds and any(map(_is_given_for, spans, spans[1:]))
    if is_for_goods or any(span.value or span.sign for span in amounts):
        return True
    is_small = all(span.number is not None and span.number < _SMALL for span in amounts)
    words = sum(span.kind in {SpanKind.WORD, SpanKind.COMMON} for span in spans)
    is_few = all(span.number is not None and span.number < _FEW for span in amounts)
    if is_few and words >= _SAYING_MIN and not kinds & _SOLD:
        return False  # "30 and gorgeous"
    return words < _CHAT_WORDS_MIN and not (is_small and words)


_AIMED = frozenset({"from", "for", "for_price"})


def _is_given_for(sum_: Span, after: Span) -> bool:
    """Tell whether it is told behind a sum whom it went to: "the 890 to Aquaplus for gaskets"."""
    return sum_.kind is SpanKind.AMOUNT and after.value in {"to", "from"}


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
    return signs > 3 and not has_verb  # a pair of brackets or two is no code
