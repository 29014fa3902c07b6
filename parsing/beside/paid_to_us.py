"""Read what customers pay the shop for: work of its own fitters, and goods paid down."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_WORK = frozenset({"installer_services", "repairs_maintenance", "delivery"})
_OUR = ("our", "наш")
_WORKERS = frozenset({"staff", "installer", "technician", "people"})
_SOURCE = frozenset({"from", "від", "од", "от"})
_GIVING = frozenset({"give", "spend", "buy", "give_back"})
_WHO = frozenset({SpanKind.NAME, SpanKind.WORD})
_ENDS = frozenset({",", ".", ";", "-", "–", "—"})
_HE_PAID = ("в", "вся", "л", "лся", "ла", "лась", "лася", "paid", "settled")


@woken_by(*_OUR)
def with_our_work(line: list[Span]) -> list[Span]:
    """Let what our fitters did for a named customer be sold: "from Ihor 900, our guys did it".

    Told with a price to pay or to give, it is our fitters that are paid.
    """
    ours = next((at for at in range(len(line) - 1) if _is_ours(line, at)), -1)
    if ours < 0 or not (_is_got_of_somebody(line) or _pays_our_own(line, ours)):
        return line
    told = [
        replace(span, kind=SpanKind.PURPOSE, value="sale_cash")
        if span.kind in {SpanKind.PURPOSE, SpanKind.THING} and span.value in _WORK
        else span
        for span in line
    ]
    told[ours + 1] = _quiet(line[ours + 1])
    if _pays_our_own(line, ours) and line[ours - 1].kind is SpanKind.PREPOSITION:
        told[ours - 1] = _quiet(line[ours - 1])
    return told


@woken_by(kinds=(SpanKind.PHONE,))
def with_customers_phone(line: list[Span]) -> list[Span]:
    """Let who fetched goods, and is told with his telephone, be a customer."""
    verbs = {span.value for span in line if span.kind is SpanKind.VERB}
    has_goods = any(span.kind is SpanKind.GOODS for span in line)
    if verbs != {"take"} or not has_goods:
        return line
    return [
        replace(span, kind=SpanKind.ROLE, value="customer")
        if span.kind is SpanKind.PHONE and at and line[at - 1].kind is SpanKind.NAME
        else span
        for at, span in enumerate(line)
    ]


@woken_by(kinds=(SpanKind.PHONE,))
def with_callers_advance(line: list[Span]) -> list[Span]:
    """Let "аванс" beside a name and its telephone be a customer's: those of ours need none."""
    phone = next((at for at, span in enumerate(line) if span.kind is SpanKind.PHONE), -1)
    named = [span for span in line[:phone] if span.text not in _BEFORE_PHONE][-1:]
    is_who = bool(named) and named[0].kind in _WHO and not named[0].folded.endswith(_TO_WHOM)
    if not is_who or any(span.kind in _ACTING for span in line):
        return line
    return [
        replace(span, value="customer_prepayment") if span.value == "salary_advance" else span
        for span in line
    ]


_DIFFERENCES = frozenset({"різницю", "разницу", "the difference"})
_PAID_MORE = ("доплат", "доплач", "paid", "pays", "doplat")


@woken_by(words=_DIFFERENCES)
def with_difference_paid(line: list[Span]) -> list[Span]:
    """Let a difference that was paid be no refund of it: "доплатив різницю 300"."""
    is_paid = any(it.value == "pay" and it.folded.startswith(_PAID_MORE) for it in line)
    if not is_paid or any(span.folded == "back" for span in line):
        return line
    return [
        _quiet(span) if span.folded in _DIFFERENCES and span.value == "customer_refund" else span
        for span in line
    ]


_BEFORE_PHONE = frozenset({",", "+", "("})
_TO_WHOM = ("у", "ю", "ові", "еві", "єві", "і", "ї", "е")
_ACTING = frozenset({SpanKind.VERB, SpanKind.ROLE})
_HANDED = frozenset({"deposit", "bring", "give", "put_in"})
_WORKING = frozenset({SpanKind.NAME, SpanKind.ROLE})
_CUSTOMERS = frozenset({"customer", "bank", "till", "owner"})


@woken_by(kinds=(SpanKind.CHANGE,))
def with_change_handed_in(line: list[Span]) -> list[Span]:
    """Let change that one of ours "handed in" be money back: "электрик сдал 180 сдачи"."""
    at = next((it for it, span in enumerate(line) if span.kind is SpanKind.VERB), -1)
    told = line[at + 1 :]
    is_change = {span.kind for span in told[:2]} == {SpanKind.AMOUNT, SpanKind.CHANGE}
    is_by_ours = at > 0 and line[at - 1].kind in _WORKING and line[at - 1].value not in _CUSTOMERS
    is_handed = is_by_ours and line[at].value in _HANDED and line[at].folded.startswith(_HANDING)
    if not is_handed or not is_change:
        return line
    back = [
        replace(span, kind=SpanKind.LEFTOVER, value="leftover")
        if span.kind is SpanKind.CHANGE
        else span
        for span in told
    ]
    return [*line[:at], replace(line[at], value="give_back"), *back]


_HANDING = ("сдал", "здав", "здал", "приніс", "принес", "handed", "brought", "zdav", "sdal")


def _is_ours(line: Sequence[Span], at: int) -> bool:
    is_our = line[at].kind is SpanKind.COMMON and line[at].folded.startswith(_OUR)
    return is_our and line[at + 1].value in _WORKERS


def _is_got_of_somebody(line: Sequence[Span]) -> bool:
    """Tell whether money is from somebody named, and none was given."""
    is_given = any(span.kind is SpanKind.VERB and span.value in _GIVING for span in line)
    return not is_given and any(
        span.folded in _SOURCE and _is_who(line[at + 1]) for at, span in enumerate(line[:-1])
    )


def _is_who(span: Span) -> bool:
    return span.kind in _WHO or span.value == "title"


def _pays_our_own(line: Sequence[Span], ours: int) -> bool:
    """Tell whether who is named paid our own people: "900 for fitting, Taras paid our fitters"."""
    verb = ours - 1
    if verb > 0 and line[verb].kind is SpanKind.PREPOSITION:
        verb -= 1
    if verb < 1 or line[verb].kind is not SpanKind.VERB or line[verb].value != "pay":
        return False
    is_his = line[verb].folded.endswith(_HE_PAID)
    is_price_told = any(span.kind is SpanKind.AMOUNT for span in line[:verb])
    return is_his and is_price_told and line[verb - 1].kind in _WHO


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common")


_AHEAD = frozenset({"вперед", "наперед", "advance", "upfront", "заздалегідь"})
_PAID = frozenset({"pay", "give", "bring", "put_in"})
_SPENT_ON = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE})


@woken_by(words=_AHEAD)
def with_paid_ahead(line: list[Span]) -> list[Span]:
    """Let goods that somebody named paid for ahead be paid down: "Ivan paid 900 in advance"."""
    at = next((it for it, span in enumerate(line) if span.folded in _AHEAD), -1)
    verb = next((it for it, span in enumerate(line) if span.kind is SpanKind.VERB), -1)
    if at < 0 or verb < 1 or line[verb].value not in _PAID or line[verb - 1].kind not in _WHO:
        return line
    others = [span for it, span in enumerate(line) if it != at]
    is_of_goods = any(span.kind is SpanKind.GOODS for span in others)
    is_expense = any(
        span.kind in _SPENT_ON and span.value != "customer_prepayment" for span in others
    )
    if not is_of_goods or is_expense:
        return line
    told = list(line)
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="customer_prepayment")
    return told


_ORDERED = ("ordered", "замовив", "замовил", "заказал")
_LEFT = ("left", "залишив", "залишил", "лишив", "лишил", "оставил", "дав", "дала", "дал")


@woken_by(*_ORDERED)
def with_left_for_order(line: list[Span]) -> list[Span]:
    """Let what somebody left who ordered goods be paid down: "ordered a boiler and left 900"."""
    ordered = next((at for at, it in enumerate(line) if it.folded.startswith(_ORDERED)), -1)
    if ordered < 1 or line[ordered - 1].kind not in _WHO:
        return line
    for at in range(ordered + 1, len(line)):
        left = line[at].folded.split()[-1:]
        is_left = bool(left) and left[0].startswith(_LEFT)
        is_sum = is_left and any(it.kind is SpanKind.AMOUNT for it in line[at + 1 : at + 2])
        if is_sum and any(it.kind is SpanKind.GOODS for it in line[ordered:at]):
            told = [
                _quiet(span) if span.kind is SpanKind.AMOUNT and it < at else span
                for it, span in enumerate(line)
            ]
            told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="customer_prepayment")
            return told
    return line


_HANDED_IN = frozenset({"deposit", "give", "bring"})


@woken_by(kinds=(SpanKind.ORDER,))
def with_handed_in_for_order(line: list[Span]) -> list[Span]:
    """Let a courier who hands in money for an order bring what its customer paid.

    "Курьер сдал 900 за заказ 2377"; what a courier is given stands in the dative.
    """
    if len(line) < _COURIER_ORDER_SUM:
        return line
    is_courier = line[0].value == "courier" and line[0].folded.endswith(("р", "r"))
    verbs = [span.value for span in line if span.kind is SpanKind.VERB]
    if not is_courier or line[1].kind is not SpanKind.VERB or len(verbs) != 1:
        return line
    if verbs[0] not in _HANDED_IN or line[2].kind is not SpanKind.AMOUNT:
        return line
    if not any(span.kind is SpanKind.ORDER for span in line[3:]):
        return line
    return [replace(line[0], value="customer"), *line[1:]]


_COURIER_ORDER_SUM = 4


@woken_by(words=("payment", "платіж", "платеж", "післяплата", "послеплата", "cod", "delivery"))
def with_order_on_delivery(line: list[Span]) -> list[Span]:
    """Let cash on delivery of an order of ours be its sale, where nothing is told as done."""
    kinds = {span.kind for span in line}
    at = next((it for it, span in enumerate(line) if span.kind is SpanKind.EXCHANGE), -1)
    if at < 0 or SpanKind.ORDER not in kinds or kinds & {SpanKind.VERB, SpanKind.GOODS}:
        return line
    if not line[at].folded.startswith(_ON_DELIVERY):
        return line
    told = [
        _quiet(span) if span.kind is SpanKind.FIRM and span.value == "delivery" else span
        for span in line
    ]
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="sale_cash")
    return told


_ON_DELIVERY = ("cod", "cash on delivery", "накладен", "наложен", "післяплат", "послеплат")


_TOOK = frozenset({"take", "buy"})


@woken_by(values=("legal",))
def with_firm_paying(line: list[Span]) -> list[Span]:
    """Let a firm that opens with "paid" be a customer: "TOV Budmaster paid 900 for a pump".

    So is one that took goods and no sum.
    """
    if len(line) < _COURIER_ORDER_SUM or line[0].value != "legal":
        return line
    verb = next((at for at, it in enumerate(line) if it.kind is SpanKind.VERB), -1)
    is_named = verb > 1 and all(it.kind in _WHO for it in line[1:verb])
    is_paid = is_named and line[verb].value == "pay" and line[verb].folded.endswith(_HE_PAID)
    behind = next((it for it in line[verb + 1 :] if it.kind is not SpanKind.COMMON), line[verb])
    is_taken = is_named and line[verb].value in _TOOK and behind.kind is SpanKind.GOODS
    is_of_goods = any(it.kind is SpanKind.GOODS for it in line)
    is_hers = line[verb].folded.endswith(("ла", "лась"))
    if not ((is_paid and is_of_goods) or is_taken) or is_hers:
        return line
    return [replace(line[0], kind=SpanKind.ROLE, value="customer"), *line[1:]]


_LAST = frozenset({"the last one"})


@woken_by(kinds=(SpanKind.CORRECTION,))
def with_last_one_taken(line: list[Span]) -> list[Span]:
    """Let "took the last one, a boiler, 900" tell which was taken, and put nothing right."""
    for at in range(1, len(line)):
        if line[at].folded in _LAST and line[at - 1].value in {"take", "buy"}:
            is_cut = at + 1 < len(line) and line[at + 1].text == ","
            return [*line[:at], *line[at + 1 + is_cut :]]
    return line


_HAD_TAKEN = ("що брав", "що брала", "що взяв", "что брал", "что брала", "что взял", "had taken")


@woken_by("брав", "брал", "взяв", "взял", words=("taken",))
def with_unspent_brought_back(line: list[Span]) -> list[Span]:
    """Let "gave back 350, had taken it for stationery" be money for it that was not spent."""
    back = next((at for at, span in enumerate(line) if span.value == "give_back"), -1)
    if back < 0:
        return line
    for at in range(back + 2, len(line)):
        pair = " ".join(span.folded for span in line[at : at + 2])
        if line[at - 1].text != "," or not pair.startswith(_HAD_TAKEN):
            continue
        end = at + 1 if line[at].folded in _HAD_TAKEN else at + 2
        while end < len(line) and line[end].kind in {SpanKind.COMMON, SpanKind.PREPOSITION}:
            end += 1
        if end < len(line) and line[end].kind in {SpanKind.THING, SpanKind.PURPOSE}:
            unspent = replace(line[at], kind=SpanKind.LEFTOVER, value="leftover")
            what = replace(line[end], kind=SpanKind.PURPOSE)
            return [*line[:at], unspent, what, *line[end + 1 :]]
    return line


_BACK = frozenset({"back", "назад", "обратно"})
_USED_UP = frozenset({"office_household", "packaging_supplies", "repairs_maintenance"})


@woken_by(words=_BACK)
def with_some_back(line: list[Span]) -> list[Span]:
    """Let a sum that came back, and what it was for, be unspent: "120 back, toner cheaper"."""
    if len(line) < _BACK_LEAST or any(span.kind is SpanKind.VERB for span in line):
        return line
    is_back = line[0].kind is SpanKind.AMOUNT and line[1].folded in _BACK
    is_named = any(span.kind in _SPENT_ON and span.value in _USED_UP for span in line[3:])
    if is_back and is_named and line[2].kind is SpanKind.PUNCTUATION:
        line[1] = replace(line[1], kind=SpanKind.LEFTOVER, value="leftover")
        line[2] = replace(line[2], kind=SpanKind.PREPOSITION, value="from")
    return line


_BACK_LEAST = 4
_SPENT_ON = frozenset({SpanKind.THING, SpanKind.PURPOSE})


_DEBT = frozenset({"борг", "долг", "debt"})
_OF_DEBT = frozenset({*_WHO, SpanKind.AMOUNT, SpanKind.COMMON, SpanKind.DATE, SpanKind.CASH})


@woken_by(words=_DEBT)
def with_debt_got(line: list[Span]) -> list[Span]:
    """Let "debt from Ihor 900" be a debt that he paid, where nothing else is told."""
    at = next((it for it, span in enumerate(line) if span.folded in _DEBT), -1)
    after = line[at + 1 :]
    is_from = at >= 0 and len(after) > 1 and after[0].folded in _SOURCE
    if not is_from or not _is_who(after[1]):
        return line
    others = [*line[:at], *after[1:]]
    is_all = all(it.kind in _OF_DEBT or it.text in _ENDS for it in others)
    if not is_all or sum(it.kind is SpanKind.AMOUNT for it in after) != 1:
        return line
    paid = replace(line[at], kind=SpanKind.PURPOSE, value="sale_cash")
    return [*line[:at], paid, *after]


_DOWN_ENDS = frozenset({",", ".", ";", "!", "-", "–", "—", "("})


@woken_by(words=("down",))
def with_money_down(line: list[Span]) -> list[Span]:
    """Let "6000 down" be a prepayment: behind a sum, at the end or before what it is on."""
    for at in range(1, len(line)):
        after = line[at + 1] if at + 1 < len(line) else None
        is_end = after is None or after.text in _DOWN_ENDS or after.kind is SpanKind.NEWLINE
        is_end = is_end or (after is not None and after.folded in _WHAT_ON)
        if line[at].folded == "down" and line[at - 1].kind is SpanKind.AMOUNT and is_end:
            told = replace(line[at], kind=SpanKind.PURPOSE, value="customer_prepayment")
            return [*line[:at], told, *map(_of_rest, line[at + 1 :])]
    return line


_WHAT_ON = frozenset({"on", "for", "from", "and", "by"})


def _of_rest(span: Span) -> Span:
    """Quieten what is to be done before the rest is paid: "the rest when installed"."""
    is_done = span.kind in {SpanKind.PURPOSE, SpanKind.QUESTION} and span.value in _WHEN_DONE
    return _quiet(span) if is_done else span


_WHEN_DONE = frozenset({"installer_services", "delivery", "strong", "weak"})


@woken_by("down")
def with_put_down(line: list[Span]) -> list[Span]:
    """Let what a customer "put down" be paid ahead; else a thing is put down in writing."""
    for at in range(1, len(line) - 1):
        is_sum = line[at].folded == "put down" and line[at + 1].kind is SpanKind.AMOUNT
        if is_sum and any(span.value == "customer" for span in line[:at]):
            told = replace(line[at], kind=SpanKind.PURPOSE, value="customer_prepayment")
            return [*line[:at], told, *line[at + 1 :]]
    return line
