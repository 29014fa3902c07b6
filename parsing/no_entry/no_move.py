"""Tell what is said of money that did not move this till: prices, counts, plans agreed on."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.cues import Sleepers, woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.no_entry.announced import is_only_announced
from parsing.no_entry.called_off import is_receipt_voided, is_till_as_it_should_be
from parsing.no_entry.codes_told import is_code_told
from parsing.no_entry.counted_goods import is_count_of_goods
from parsing.no_entry.greetings import is_greeting
from parsing.no_entry.held import is_deposit_kept, is_told_to_lie
from parsing.no_entry.lists_ahead import is_list_ahead
from parsing.no_entry.not_bought import is_not_bought
from parsing.no_entry.not_through_till import (
    is_kept_for_absent,
    is_not_given_back,
    is_shift_taken,
    is_still_to_be_paid,
    went_on_trust,
)
from parsing.no_entry.notes_exchanged import is_exchange_of_notes
from parsing.no_entry.nothing_here import (
    is_count_that_fits,
    is_rate_told,
    is_taken_elsewhere,
    is_till_off,
    is_written_off,
)
from parsing.no_entry.only_told import (
    is_bill_come,
    is_lost_in_play,
    is_mileage,
    is_reading,
    is_reconciled,
    is_reserved,
    is_trend,
)
from parsing.no_entry.orders_to_bot import is_order_to_bot
from parsing.no_entry.out_of_stock import is_out_of_stock
from parsing.no_entry.own_affairs import (
    is_bought_for_self,
    is_given_at_home,
    is_income_at_home,
    is_lent_of_own,
    is_of_health,
    is_only_made_ready,
    is_own_wage_told,
)
from parsing.no_entry.papers_lie import is_of_papers_at_rest
from parsing.no_entry.prices_exclaimed import is_price_exclaimed
from parsing.no_entry.prices_told import tells_prices
from parsing.no_entry.put_back import is_put_back_whole
from parsing.no_entry.sent_to_bank import is_sent_to_bank


def moves_nothing(spans: Sequence[Span]) -> bool:
    """Tell whether a message only tells of money, and none of the till's moved."""
    return any(rule(spans) for rule in MOVING_NOTHING.awake(spans))


def leaves_till_as_it_was(spans: Sequence[Span]) -> bool:
    """Tell whether nothing was bought, or money only lies there or became other money.

    No guess unsays it.
    """
    return any(rule(spans) for rule in _LEAVING_AS_IT_WAS.awake(spans))


_AGREED = ("agreed", "shook", "домов", "договор", "сторгув", "сторгов", "зійшлис", "сошлис")


@woken_by(*_AGREED)
def _is_only_agreed(spans: Sequence[Span]) -> bool:
    """Tell whether a price was agreed on, and nothing done: "we agreed on 6 500 for the pump"."""
    is_agreed = any(
        span.kind is SpanKind.DISCOUNT and span.folded.startswith(_AGREED) for span in spans
    )
    kinds = {span.kind for span in spans}
    amounts = sum(span.kind is SpanKind.AMOUNT for span in spans)
    return is_agreed and amounts == 1 and not kinds & {SpanKind.VERB, SpanKind.CASH}


_SAID = frozenset(
    "said says quoted quotes named asks wants сказав сказала сказали каже назвав назвала озвучив"
    " озвучила просить просят сказал сказала сказали говорит назвал назвала озвучил озвучила"
    " просит".split()
)
_BILLS = ("invoice", "bill", "рахунок", "счет", "кп", "кошторис", "смета", "quote", "estimate")
_SENT = (
    "sent", "emailed", "issued", "mailed", "виставлен", "надіслан", "відправлен", "скинут",
    "выставлен", "отправлен", "выписан", "виписан",
)  # fmt: skip


@woken_by(*_BILLS)
def _is_bill_sent(spans: Sequence[Span]) -> bool:
    """Tell whether a bill was only sent out: "invoice for 4 300 sent to the hotel"."""
    bill = next((at for at, it in enumerate(spans) if it.folded.startswith(_BILLS)), -1)
    if bill < 0 or any(it.kind is SpanKind.VERB and it.value != "unsure" for it in spans):
        return False
    return any(it.folded.startswith(_SENT) for it in spans[bill + 1 :])


_ALMOST = frozenset({"майже", "почти", "almost", "nearly", "ледь", "едва"})
_TRADES = frozenset({"sell", "buy", "give", "pay", "take", "receive"})


@woken_by(words=_ALMOST)
def _is_almost_done(spans: Sequence[Span]) -> bool:
    """Tell whether the one sum is of what nearly happened: "майже продала насос за 5 200"."""
    is_one = sum(span.kind is SpanKind.AMOUNT for span in spans) == 1
    return is_one and any(
        span.folded in _ALMOST and after.kind is SpanKind.VERB and after.value in _TRADES
        for span, after in pairwise(spans)
    )


_SAYING = frozenset({SpanKind.VERB, SpanKind.CASH, SpanKind.SIGN_WORD, SpanKind.ORDER})


@woken_by(words=_SAID)
def _is_only_said(spans: Sequence[Span]) -> bool:
    """Tell whether a sum is only named by somebody: "the supplier said 12 000 for the next".

    A receipt that "says 310 or 370" is one of something paid.
    """
    kinds = {span.kind for span in spans}
    if SpanKind.DOCUMENT_WORD in kinds and SpanKind.VAGUE in kinds:
        return False
    is_said = any(
        span.folded.rpartition(" ")[2] in _SAID and span.kind is not SpanKind.VERB
        for span, after in pairwise(spans)
        if after.kind is SpanKind.AMOUNT
    )
    return is_said and not any(span.kind in _SAYING for span in spans)


AT_CLOSE = frozenset(
    "closing close opening закриття закритті відкриття відкритті закрытие закрытии открытие"
    " открытии was було было ok ок good fine now зараз сейчас counted порахувала порахував"
    " порахували посчитала посчитал посчитали перерахувала перерахував перерахували пересчитала"
    " пересчитал пересчитали recounted зранку ранку утром вечером morning"
    " evening lunch noon обід обед обіду обеду обедом".split()
)
_AT_NOON = frozenset({"lunch", "обід", "обед", "на обід", "на обед"})
"""When a till is counted; else it is what was eaten."""
_COUNTED = frozenset(
    {
        SpanKind.ROLE,
        SpanKind.AMOUNT,
        SpanKind.COMMON,
        SpanKind.PREPOSITION,
        SpanKind.PUNCTUATION,
        SpanKind.BALANCE,
        SpanKind.DATE,
        SpanKind.CASH,
        SpanKind.TOTAL,
        SpanKind.WORD,
    }
)


_ENDS_OF_DAY = frozenset(
    "closing close opening open закриття закритті відкриття відкритті закрытие закрытии открытие"
    " открытии".split()
)
_CASH_COUNTED = _COUNTED - {SpanKind.ROLE} | {SpanKind.UNIT, SpanKind.TIME}
_TO_AN_END = ("end of day", "end of the day", "end of shift", "end of the shift", "кінець дня",
    "кінець зміни", "конец дня", "конец смены", "start of day", "start of the day")  # fmt: skip


@woken_by(kinds=(SpanKind.CASH,), values=("desk_transfer",))
def _is_cash_at_close(spans: Sequence[Span]) -> bool:
    """Tell whether cash as a day ends or begins is all: "cash at close 14 310", "float 900"."""
    words = {word for span in spans for word in span.folded.split()}
    said = " ".join(span.folded for span in spans)
    is_end = bool(words & _ENDS_OF_DAY) or any(each in said for each in _TO_AN_END)
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    is_plain = len(amounts) == 1 and not amounts[0].sign
    is_named = any(span.kind is SpanKind.WORD and span.text[0].isupper() for span in spans[1:])
    floats = [it for it in spans if it.kind is SpanKind.THING and it.value == "desk_transfer"]
    is_all = {span.kind for span in spans if span not in floats} <= _CASH_COUNTED
    has_cash = bool(floats) or any(span.kind is SpanKind.CASH for span in spans)
    return is_end and is_plain and is_all and has_cash and not is_named


@woken_by(values=("till",))
def _is_count_at_close(spans: Sequence[Span]) -> bool:
    """Tell whether the till's sum as a day ends or begins is all: "till 12 450 at closing"."""
    words = {word for span in spans for word in span.folded.split()}
    roles = {span.value for span in spans if span.kind is SpanKind.ROLE}
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    is_plain = len(amounts) == 1 and not amounts[0].sign
    told = [it for it in spans if it.folded not in _AT_NOON and it.value != "counted"]
    kinds = {span.kind for span in told}
    is_all = kinds <= _COUNTED and not _is_of_a_till(spans)
    return is_plain and is_all and roles == {"till"} and bool(words & AT_CLOSE)


def _is_of_a_till(spans: Sequence[Span]) -> bool:
    """Tell whether "till" only says of what kind a thing is: "the till printer was mended"."""
    return any(
        before.value == "till"
        and before.text.isascii()
        and thing.kind is SpanKind.WORD
        and after.kind is not SpanKind.AMOUNT
        for before, thing, after in zip(spans, spans[1:], spans[2:], strict=False)
    )


@woken_by(kinds=(SpanKind.BALANCE,))
def _tells_balance(spans: Sequence[Span]) -> bool:
    """Tell whether the till was counted and nothing was short or over."""
    kinds = {span.kind for span in spans}
    return SpanKind.BALANCE in kinds and not kinds & _MOVES and not is_till_off(spans)


_PUT_AWAY = frozenset({"put_in", "carry", "move", "deposit", "give"})
_OWN = ("свої", "своїх", "свои", "своих", "власні", "особист", "личн", "own")


@woken_by(values=("safe",))
def _is_own_put_away(spans: Sequence[Span]) -> bool:
    """Tell whether somebody's own money went into a safe, and no till was named."""
    values = {span.value for span in spans if span.kind in {SpanKind.ROLE, SpanKind.VERB}}
    is_own = any(
        word.startswith(_OWN) for span in spans for word in span.folded.split()
    ) and not any(span.value == "owner_draw" for span in spans)
    into = any(
        span.value == "safe" and before.kind is SpanKind.PREPOSITION and before.value != "from"
        for before, span in pairwise(spans)
    )
    return is_own and into and bool(values & _PUT_AWAY) and "till" not in values


_MOVES = frozenset(
    {
        SpanKind.VERB,
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.GOODS,
        SpanKind.SIGN_WORD,
        SpanKind.NEGATION,
        SpanKind.ORDER,
        SpanKind.FIRM,
        SpanKind.EXCHANGE,
    }
)


_LEFT_AS_IT_WAS = (
    is_told_to_lie,
    is_bought_for_self,
    is_lent_of_own,
    is_given_at_home,
    is_income_at_home,
    is_mileage,
    is_of_health,
    is_own_wage_told,
    is_reading,
    is_bill_come,
    is_lost_in_play,
    is_reserved,
    is_trend,
    is_price_exclaimed,
    _is_only_said,
    is_count_of_goods,
    is_out_of_stock,
    is_code_told,
    is_only_announced,
    is_list_ahead,
    is_not_bought,
    is_exchange_of_notes,
    is_not_given_back,
    is_kept_for_absent,
    went_on_trust,
    is_still_to_be_paid,
    is_receipt_voided,
    is_till_as_it_should_be,
    is_shift_taken,
    is_order_to_bot,
    is_put_back_whole,
    is_of_papers_at_rest,
    is_reconciled,
    is_sent_to_bank,
    is_deposit_kept,
    _is_cash_at_close,
    is_count_that_fits,
    is_rate_told,
    is_taken_elsewhere,
    is_written_off,
)
_LEAVING_AS_IT_WAS = Sleepers(*_LEFT_AS_IT_WAS)
MOVING_NOTHING = Sleepers(
    tells_prices,
    _tells_balance,
    _is_count_at_close,
    _is_only_agreed,
    _is_almost_done,
    _is_bill_sent,
    _is_own_put_away,
    is_only_made_ready,
    is_greeting,
    *_LEFT_AS_IT_WAS,
)
