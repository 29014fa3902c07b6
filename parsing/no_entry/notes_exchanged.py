"""Tell money that was only exchanged for money: notes for coins, a torn note for a whole one."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_EXCHANGED = (
    "розбив", "розбил", "розміня", "розмінюв", "поміня", "обміня", "виміня", "разбил", "разменя",
    "разменив", "поменя", "обменя", "выменя", "swap", "changed", "changing",
    "exchanged", "exchanging", "broke", "breaking", "traded", "trading",
)  # fmt: skip
_INTO_SMALL = ("розмінявс", "розмінялас", "розмінялис", "разменялс", "разменялас", "разменялис")
"""To break one's own notes, whatever they become."""
_NOTES = (
    "дрібн", "мелоч", "мелкие купюр", "мелкими купюр", "монет", "копійк", "копейк", "сотн",
    "сотк", "соток",
    "полтинник", "п'ятдесятк", "п’ятдесятк", "пятдесятк", "пятидесятк", "двадцятк",
    "двадцатк", "десятк", "п'ятсотк", "п’ятсотк", "пятисотк", "пятсотк", "двохсотк", "двухсотк",
    "тисячн", "тысячн", "купюр", "банкнот", "рван", "порван", "подертого", "подерт", "надірван",
    "надорван", "пошкоджен", "поврежден", "ветх", "torn", "ripped", "damaged", "tattered", "coin",
    "hundreds", "fifties", "twenties", "tenners", "fivers", "tens", "banknote", "notes", "bills",
    "quarters", "pennies", "fiver", "tenner", "singles",
)  # fmt: skip
_PHRASES = (
    "small change", "loose change", "smaller note", "smaller bill", "small note", "small bill",
    "на мелкие", "на мелкі", "мелкими", "small ones", "smaller ones", " note for ", " bill for ",
)  # fmt: skip
_FEES = ("коміс", "комис", "fee", "commission")
_TRADED = frozenset({"pay", "sell", "buy", "spend", "deposit", "withdraw"})
_HRYVNIA = frozenset({"", "UAH"})
_WRITTEN = frozenset({"5s", "10s", "20s", "50s", "100s", "200s", "500s"})
_BILLS = frozenset({"5", "10", "20", "50", "100", "200", "500"})
_GIVEN = frozenset({"give"})


@woken_by(*_EXCHANGED, *_INTO_SMALL, words=("broken", "розбитими"), values=_GIVEN)
def is_exchange_of_notes(spans: Sequence[Span]) -> bool:
    """Tell whether the till's money only became other money: "broke a 500 into hundreds"."""
    words = [word for span in spans for word in span.text.lower().split()]
    kinds = {span.kind for span in spans}
    if not kinds & {SpanKind.AMOUNT, SpanKind.RANGE, SpanKind.QUANTITY}:
        return False
    is_foreign = any(it.kind is SpanKind.AMOUNT and it.value not in _HRYVNIA for it in spans)
    if is_foreign or SpanKind.CURRENCY in kinds or any(word.startswith(_FEES) for word in words):
        return False
    if _charges(spans) or any(it.kind is SpanKind.VERB and it.value in _TRADED for it in spans):
        return False  # "розміняла 500 і заплатила кур'єру 200"
    if any(word.startswith(_INTO_SMALL) for word in words):
        return True
    is_as_much = _is_as_much(spans) and _names_notes(spans, words)
    if is_as_much or _comes_back_whole(spans) or _changes_hands_in_notes(spans):
        return True
    is_exchanged = any(word.startswith(_EXCHANGED) for word in words)
    is_named = _names_notes(spans, words) or (is_exchanged and _are_all_notes(spans))
    return (is_exchanged or _is_got_broken(words)) and is_named


_BY = frozenset({"по", "by", "of"})
_LARGE = frozenset({"200", "500", "1000"})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.NUMBER, SpanKind.RANGE})


def _are_all_notes(spans: Sequence[Span]) -> bool:
    """Tell whether so many notes are told for a note, or for others: "500 на п'ять по 100"."""
    if any(span.kind in _WARES - _COUNTING or span.value in _SOLD for span in spans):
        return False
    figures = [at for at, span in enumerate(spans) if span.kind in _FIGURES]
    notes = [
        at for at in figures if at and spans[at - 1].folded in _BY and _may_be_note(spans[at])
    ]
    whole = [spans[at] for at in figures if at not in notes]
    if any(spans[at].number == span.number for at in notes for span in whole):
        return True  # "тысячу на пять по двести"
    return len(notes) > 1 or (bool(notes) and any(span.text in _LARGE for span in whole))


def _may_be_note(span: Span) -> bool:
    return span.text in _BILLS or span.text[0].isalpha()


_COUNTING = frozenset({SpanKind.UNIT, SpanKind.EACH})
_SOLD = frozenset({"goods", "sell"})


def _charges(spans: Sequence[Span]) -> bool:
    """Tell whether a bank took its fee: "the bank took 75 for changing notes"."""
    return any(span.value in _BANK for span in spans) and any(
        span.value == "take" or span.folded in _CHARGED for span in spans
    )


_BANK = frozenset({"bank", "bank_fees"})
_CHARGED = frozenset({"charged", "wanted", "took", "bank took", "bank charged"})
_GOT_BACK = frozenset({"receive", "take", "give_back", "bring"})


def _comes_back_whole(spans: Sequence[Span]) -> bool:
    """Tell whether as much came back in other notes: "gave 1000, got two 500s back"."""
    given = next((at for at, span in enumerate(spans) if span.value in _GIVEN), len(spans))
    back = next(
        (at for at in range(given, len(spans)) if spans[at].value in _GOT_BACK), len(spans)
    )
    out = [span.number for span in spans[given:back] if span.number is not None]
    came = [span.number for span in spans[back:] if span.number is not None]
    if len(out) != 1 or not came or any(span.kind in _WARES for span in spans[given:]):
        return False
    is_customers = any(span.value == "customer" for span in spans[:given])
    return came[-1] == out[0] and len(came) <= _COUNT_AND_NOTES and not is_customers


_PAPER = ("папір", "бумаж", "note", "bill")


def _changes_hands_in_notes(spans: Sequence[Span]) -> bool:
    """Tell whether one sum went in coins and came in notes: "gave 200 in coins, took a note"."""
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    notes = sum(
        any(word.startswith(_NOTES) or word.startswith(_PAPER) for word in span.folded.split())
        for span in spans
    )
    sums = [span.number for span in spans if span.kind is SpanKind.AMOUNT]
    is_both_ways = bool(verbs & _GIVEN and verbs & _GOT_BACK) or len(sums) > 1
    return notes > 1 and len(set(sums)) == 1 and is_both_ways


def _is_as_much(spans: Sequence[Span]) -> bool:
    """Tell whether as much was given for it: "gave the bakery 500 in small notes for one 500"."""
    sums = [span.number for span in spans if span.kind is SpanKind.AMOUNT]
    is_given = any(span.value in _GIVEN for span in spans)
    is_of_wares = any(span.kind in {SpanKind.GOODS, SpanKind.ORDER} for span in spans)
    return is_given and not is_of_wares and len(sums) == _COUNT_AND_NOTES and len(set(sums)) == 1


_COUNT_AND_NOTES = 2
"""How many there were, and what they come to."""
_WARES = frozenset(
    {SpanKind.GOODS, SpanKind.BRAND, SpanKind.ORDER, SpanKind.THING, SpanKind.EACH, SpanKind.UNIT}
)


def _is_got_broken(words: Sequence[str]) -> bool:
    return "broken" in words or "розбитими" in words


def _names_notes(spans: Sequence[Span], words: Sequence[str]) -> bool:
    said = f" {' '.join(words)} "
    if any(word.startswith(_NOTES) or word in _WRITTEN for word in words):
        return True
    if any(phrase in said for phrase in _PHRASES):
        return True
    return any(  # "500s" comes as a number and an "s"
        span.text in _BILLS and after.text == "s" and span.end == after.start
        for span, after in pairwise(spans)
    )
