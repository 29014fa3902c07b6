"""Tell figures of money that never was in this till: others' takings, rates, noughts."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.segments import split_clauses
from parsing.annotation.spans import Span, SpanKind

_DIFFERENCES = (
    "різниц", "разниц", "розбіжн", "расхожд", "difference", "discrepanc", "riznyts", "raznits",
    "недостач", "нестач", "надлиш", "излиш", "лишк", "short", "surplus", "shortage",
)  # fmt: skip


@woken_by(*_DIFFERENCES)
def is_count_that_fits(spans: Sequence[Span]) -> bool:
    """Tell whether a count came out even: "касу здала, 0 різниці", "till counted, 0 short"."""
    sums = [span for span in spans if span.kind is SpanKind.AMOUNT]
    is_none = len(sums) == 1 and sums[0].number == 0
    return is_none and any(span.folded.startswith(_DIFFERENCES) for span in spans)


def is_till_off(spans: Sequence[Span]) -> bool:
    """Tell whether a till is said to be off, and not by how much: "в кассе опять разница"."""
    is_of_till = any(it.value == "till" or it.kind is SpanKind.BALANCE for it in spans)
    is_off = any(span.folded.startswith(_DIFFERENCES) for span in spans)
    is_denied = any(it.kind is SpanKind.NEGATION or it.text.casefold() in _NOUGHT for it in spans)
    return is_of_till and is_off and not is_denied and not any(it.number for it in spans)


_BY_CARD = ("терминал", "термінал", "карт", "безнал", "безготів", "terminal", "card", "kart")
_NOUGHT = frozenset({"нуль", "ноль", "zero", "none", "0"})
_NEAR = 2


@woken_by(*_BY_CARD)
def is_all_by_card(spans: Sequence[Span]) -> bool:
    """Tell whether all went by card, and no cash: "терміналом 6 400, готівки нуль"."""
    sums = [span for span in spans if span.kind in _SUMS and span.number]
    is_card = any(word.startswith(_BY_CARD) for span in spans for word in span.folded.split())
    return len(sums) == 1 and is_card and any(map(_is_no_cash, split_clauses(spans)))


_SUMS = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY})


def _is_no_cash(clause: Sequence[Span]) -> bool:
    """Tell whether a clause says that there was no cash: "cash zero today"."""
    has_cash = any(span.kind is SpanKind.CASH for span in clause)
    return has_cash and any(
        span.text.casefold() in _NOUGHT or span.value == "0" for span in clause
    )


_WRITTEN_OFF = (
    "спиш", "списа", "списує", "списую", "списыва", "spysh", "spysa", "spish", "spisa",
    "written off", "write off", "write it off", "writing off", "wrote off",
)  # fmt: skip
_BROKEN = (
    "розби", "разби", "зламал", "слома", "поламал", "тріснул", "треснул", "лопну", "луснул",
    "зіпсу", "испорт", "пошкод", "поврежд", "брак", "broke", "smashed", "cracked", "damaged",
    "shattered", "dropped", "spoiled", "rozby", "razbi", "zlama",
)  # fmt: skip
_STOCK = ("склад", "stock", "залишк", "остатк", "sklad")


@woken_by("спиш", "спис", "spysh", "spysa", "spish", "spisa", "writ", "wrote")
def is_written_off(spans: Sequence[Span]) -> bool:
    """Tell whether only goods that broke are written off: "лійка розбилась, 450, спишемо"."""
    said = " ".join(span.folded for span in spans)
    is_off = any(stem in said for stem in _WRITTEN_OFF)
    words = said.split()
    is_lost = any(word.startswith((*_BROKEN, *_STOCK)) for word in words)
    is_paid = any(span.kind is SpanKind.VERB and span.value in _PAYING for span in spans)
    is_bank = any(span.kind is SpanKind.CARD or span.value == "bank" for span in spans)
    return is_off and is_lost and not is_paid and not is_bank


_PAYING = frozenset({"pay", "give", "buy", "receive", "sell", "give_back", "take", "put_in"})
_CHANGING = frozenset(
    "купує купують продає продають бере беруть приймає приймають покупает покупают продает продают"
    " берет берут принимает принимают buys buy sells sell takes buying selling".split()
)
_RATES = ("курс", "exchange rate", "rate", "kurs")
_AT = frozenset({"по", "at", "for", "за"})
_RATE_MAX = 200


@woken_by(kinds=(SpanKind.CURRENCY,))
def is_rate_told(spans: Sequence[Span]) -> bool:
    """Tell whether the one figure is what a currency costs: "обмінник купує долар по 41,80"."""
    sums = [span for span in spans if span.kind is SpanKind.AMOUNT]
    if len(sums) != 1 or sums[0].value or not 1 < (sums[0].number or 0) < _RATE_MAX:
        return False
    is_changed = any(span.text.casefold() in _CHANGING for span in spans)
    is_told = any(span.folded.startswith(_RATES) for span in spans) or _is_at_changer(spans)
    is_done = any(
        span.kind is SpanKind.VERB and span.text.casefold() not in _CHANGING for span in spans
    )
    is_priced = any(
        before.folded in _AT or before.kind is SpanKind.CURRENCY
        for before, span in pairwise(spans)
        if span is sums[0]
    )
    return is_priced and (is_changed or is_told) and not is_done


def _is_at_changer(spans: Sequence[Span]) -> bool:
    """Tell whether a place that changes money is named, and nothing that is changed there."""
    return any(span.kind is SpanKind.EXCHANGE and span.value == "exchange" for span in spans)


_THEIRS = frozenset({"у них", "в них", "u nykh", "u nih"})
_BOASTING = ("хвал", "хваст", "brag", "boast", "похвал", "похваст")
_OTHERS = frozenset({"neighbours", "neighbors"})
_OTHER = frozenset({"other", "second", "another", "next", "third"})
_SHOPS = frozenset({"shop", "store", "branch", "desk", "till"})
_MADE, _TAKEN = frozenset({"made", "did"}), frozenset({"took", "sold", "made", "did"})
_PERIODS = ("за день", "за смен", "за змін", "today", "a day", "за сьогодн", "за сегодн")
_DOING = frozenset(
    {SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.FIRM, SpanKind.SIGN_WORD}
)


@woken_by(*_BOASTING, words=(*_THEIRS, *_TAKEN))
def is_taken_elsewhere(spans: Sequence[Span]) -> bool:
    """Tell whether it is told what others took in a day: "у них 8 700 за день, хвалилася"."""
    is_one = sum(span.kind is SpanKind.AMOUNT for span in spans) == 1
    if not is_one or any(it.kind in _DOING and it.value != "desk_transfer" for it in spans):
        return False
    said = f" {' '.join(span.folded for span in spans)} "
    is_of_a_day = any(f" {each}" in said for each in _PERIODS)
    is_of_a_day = is_of_a_day or any(span.kind is SpanKind.DATE for span in spans)
    if _is_made_by_them(spans):
        return is_of_a_day
    is_done = any(span.kind is SpanKind.VERB for span in spans)
    is_theirs = any(span.folded in _THEIRS for span in spans)
    is_boast = any(span.folded.startswith(_BOASTING) for span in spans)
    return is_of_a_day and not is_done and (is_theirs or is_boast)


def _is_made_by_them(spans: Sequence[Span]) -> bool:
    """Tell whether it is said what another shop made: "the other shop did 8 700 today"."""
    words = [word for span in spans for word in span.folded.split()]
    return any(
        (who == "they" and made in _MADE)
        or (who in _OTHERS and made in _TAKEN)
        or (other in _OTHER and who in _SHOPS and made in _TAKEN)
        for other, who, made in zip(["", *words], words, words[1:], strict=False)
    )
