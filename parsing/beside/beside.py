"""Read words by what stands beside them: "the flour guy" sells, "water and light" is a bill."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.no_money import BY_INVOICE
from parsing.annotation.respelling import skeleton
from parsing.annotation.spans import Span, SpanKind

_FELLOWS = frozenset({"guy", "lady", "man", "woman", "dude", "bloke", "chap", "lads", "girl"})
_SELLERS_WARES = frozenset({"office_household", "other_expense"})
_SERVED = frozenset(
    {"phone_internet", "utilities", "advertising", "repairs_maintenance", "taxes_fees", "rent"}
)
"""What somebody comes about whom the shop pays: "internet guy", "alarm man"."""
_MENDED_BY = frozenset(
    "lightbulb bulb lamp light lock key door window shutter printer ac aircon roof drain gutter"
    " sign heating boiler pipe leak toilet extinguisher camera scale scales register".split()
)
"""What somebody mends who is called by it: "the lightbulb guy", "the shutter man"."""
_WATER = ("вод", "water", "vod")
_BILLS = frozenset({"utilities"})
_BESIDE_WATER = frozenset({SpanKind.JOINER, SpanKind.COMMON, SpanKind.PREPOSITION})
_ALSO = frozenset({",", "+", "/", "&"})
_SUMMED = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER})
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})


_LESS = frozenset({"менше", "меньше", "less", "fewer"})
_MORE = frozenset({"більше", "больше", "more"})
_COUNTED = frozenset({"cash_shortage", "cash_surplus"})
_OF_COUNTS = _COUNTED | {"till"}
_CASH_TOLD = frozenset(
    {"кєш", "кеш", "готівка", "готівки", "наличка", "налички", "наличных", "cash"}
)
_BY_SO_MUCH = frozenset({"на", "by"})


@woken_by(words=(*_LESS, *_MORE))
def _with_till_off(line: list[Span]) -> list[Span]:
    """Read "у касі на 15 менше" as what the till was short of, and "на 15 більше" as over."""
    is_till = any(
        span.kind is SpanKind.BALANCE or span.value in _OF_COUNTS or span.folded in _CASH_TOLD
        for span in line
    )
    amounts = [at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT]
    if not is_till or len(amounts) != 1 or any(span.kind is SpanKind.VERB for span in line):
        return line
    (at,) = amounts
    near = [place for place in (at - 2, at + 1, at + 2) if 0 <= place < len(line)]
    word = next((it for it in near if line[it].folded in _LESS | _MORE), None)
    is_by = at > 0 and line[at - 1].folded.rpartition(" ")[2] in _BY_SO_MUCH
    if word is None or not (is_by or line[word].folded.isascii()):
        return line
    off = "cash_shortage" if line[word].folded in _LESS else "cash_surplus"
    for place, span in enumerate(line):
        if place == word:
            line[place] = replace(span, kind=SpanKind.PURPOSE, value=off)
        elif span.kind is SpanKind.BALANCE or span.value in _COUNTED or place == at - 1:
            line[place] = replace(span, kind=SpanKind.COMMON, value="common")
    return line


_TAXI = ("такс", "taxi", "taks", "убер", "uber", "bolt", "уклон")
_BROUGHT = (
    "віз", "везл", "вез", "привіз", "привез", "відвіз", "отвез", "доставив", "доставил", "carried",
    "brought", "delivered", "took it", "took them", "drove it", "перевіз", "перевез",
)  # fmt: skip
_WHO = frozenset({"що", "який", "яка", "шо", "который", "которая", "что", "who", "that", "which"})
_RIDE_REACH = 5


@woken_by(values=("fuel_transport",))
def _with_rides_of_goods(line: list[Span]) -> list[Span]:
    """Read "таксисту, що її віз" as a delivery: the taxi carried what was sold."""
    for at, span in enumerate(line):
        if span.value != "fuel_transport" or not span.folded.startswith(_TAXI):
            continue
        after = line[at + 1 : at + 1 + _RIDE_REACH]
        who = next((place for place, it in enumerate(after) if it.folded in _WHO), None)
        if who is not None and any(it.folded.startswith(_BROUGHT) for it in after[who + 1 :]):
            line[at] = replace(span, value="delivery")
    return line


_LET = frozenset({"let", "letting"})
_LET_REACH = 3


@woken_by(words=_LET)
def _with_let_go(line: list[Span]) -> list[Span]:
    """Let what is paid as somebody is dismissed be his wage: "we let Hanna go, 11 300"."""
    for at, span in enumerate(line):
        if span.folded not in _LET:
            continue
        for place in range(at + 2, min(len(line), at + 1 + _LET_REACH)):
            if line[place].folded in {"go", "off"} and line[place - 1].kind in _DISMISSED:
                line[place] = replace(line[place], kind=SpanKind.PURPOSE, value="salary")
    return line


_FINAL_PAY = frozenset({"розрахунок", "расчет", "розщот", "расчёт", "rozrakhunok", "raschet"})


@woken_by(words=_FINAL_PAY)
def _with_final_pay(line: list[Span]) -> list[Span]:
    """Let "віддала Насті розрахунок" be what somebody who leaves is owed."""
    for at in range(1, len(line)):
        who, span = line[at - 1], line[at]
        is_worker = who.kind is SpanKind.NAME or who.value == "staff"
        if span.folded in _FINAL_PAY and is_worker:
            line[at] = replace(span, kind=SpanKind.PURPOSE, value="salary")
    return line


@woken_by(words=("pay",))
def _with_pay_owned(line: list[Span]) -> list[Span]:
    """Let "Natasha's pay 9000" be a wage: the "'s" that reading took off says whose it is."""
    for at in range(1, len(line)):
        who, span = line[at - 1], line[at]
        is_owned = who.end - who.start > len(who.text) and who.text.isascii()
        is_owned = is_owned or who.folded in _WHOSE
        if span.folded == "pay" and is_owned:
            line[at] = replace(span, kind=SpanKind.PURPOSE, value="salary")
    return line


@woken_by(values=("instead",))
def _with_replaced(line: list[Span]) -> list[Span]:
    """Let "новый ключ взамен сломанного" deny nothing: no figure stands behind "instead of"."""
    for at, span in enumerate(line):
        after = [it for it in line[at + 1 : at + 4] if it.kind is not SpanKind.COMMON]
        is_of_thing = bool(after) and after[0].kind in _REPLACED
        if span.kind is SpanKind.NEGATION and span.value == "instead" and is_of_thing:
            line[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return line


_REPLACED = frozenset({SpanKind.WORD, SpanKind.GOODS, SpanKind.THING, SpanKind.NAME})
_WHOSE = frozenset({"his", "her", "their", "my"})
_DISMISSED = frozenset({SpanKind.NAME, SpanKind.PERSON, SpanKind.WORD, SpanKind.ROLE})


_WASHED = ("помил", "помив", "помыл", "мили", "мыли", "мив", "мыл", "washed", "wash", "вимил")
_VEHICLES = ("газел", "бус", "машин", "авто", "фург", "тачк", "van", "car", "truck", "lorry")


_OIL = frozenset({"масло", "масла", "олива", "оливу", "оливи", "oil"})
_ENGINES = tuple(map(skeleton, ("генератор", "generator", "компресор", "compressor")))
_OIL_REACH = 3


@woken_by(words=_OIL)
def _with_engine_oil(line: list[Span]) -> list[Span]:
    """Let oil for a generator be its upkeep, however it is spelt: "масло в гєнєратор"."""
    for at, span in enumerate(line):
        if span.folded not in _OIL:
            continue
        after = range(at + 1, min(len(line), at + 1 + _OIL_REACH))
        engine = next((it for it in after if skeleton(line[it].text).startswith(_ENGINES)), None)
        if engine is not None and line[engine - 1].kind in {SpanKind.PREPOSITION, SpanKind.COMMON}:
            line[at] = replace(span, kind=SpanKind.PURPOSE, value="repairs_maintenance")
            line[engine] = replace(line[engine], kind=SpanKind.COMMON, value="common")
    return line


@woken_by(*_WASHED)
def _with_washed(line: list[Span]) -> list[Span]:
    """Let a vehicle that was washed be no delivery: "помили газельку 250"."""
    for at, (span, after) in enumerate(pairwise(line)):
        is_vehicle = after.text.casefold().startswith(_VEHICLES)
        if is_vehicle and span.text.casefold().startswith(_WASHED):
            line[at] = replace(span, kind=SpanKind.COMMON, value="common")
            line[at + 1] = replace(after, kind=SpanKind.PURPOSE, value="fuel_transport")
    return line


@woken_by(words=BY_INVOICE)
def _with_invoices(line: list[Span]) -> list[Span]:
    """Let "по рахунку 778" name what was paid, not how."""
    for at, span in enumerate(line[:-1]):
        if span.folded in BY_INVOICE and line[at + 1].kind is SpanKind.MODEL:
            line[at] = replace(span, kind=SpanKind.DOCUMENT_WORD, value="document")
    return line


_SENT = frozenset("sent прислав прислала прислали прислал прислали направили".split())
_ENVOY_REACH = 3


@woken_by(words=_SENT)
def _with_envoys(line: list[Span]) -> list[Span]:
    """Let whom a firm sent for the money be of that firm: "Hydrotech sent a guy, gave him 900"."""
    for at, span in enumerate(line):
        if span.folded not in _SENT or at == 0 or line[at - 1].value == "customer":
            continue
        for place in range(at + 1, min(len(line), at + 1 + _ENVOY_REACH)):
            if line[place].kind is SpanKind.ROLE and line[place].value == "customer":
                line[place] = replace(line[place], value="supplier")
                line[at] = replace(span, kind=SpanKind.COMMON, value="common")
                return line
    return line


_BETWEEN = frozenset(
    {SpanKind.COMMON, SpanKind.VAGUE, SpanKind.QUANTITY, SpanKind.BRAND, SpanKind.JOINER}
)
_WHERE = frozenset({"at", "from"})


@woken_by("got")
def _with_buying(line: list[Span]) -> list[Span]:
    """Read "got elbows at Screwfix for 310" as buying: English gets goods and money alike."""
    if any(span.kind is SpanKind.ROLE and span.value == "customer" for span in line):
        return line
    for at, span in enumerate(line):
        is_got = span.kind is SpanKind.VERB and span.value == "receive"
        if not is_got or not span.folded.startswith("got"):
            continue
        place = at + 1
        while place < len(line) and line[place].kind in _BETWEEN:
            place += 1
        goods = place
        while place < len(line) and line[place].kind in _BOUGHT:
            place += 1
        is_bought = goods < place < len(line) and _is_at_a_shop(line, place)
        if is_bought or _is_used_up(line, goods) or _is_thing_of_a_market(line, goods):
            line[at] = replace(span, value="buy")
    return line


_USED_UP = frozenset({"office_household", "packaging_supplies", "repairs_maintenance"})


def _is_used_up(line: Sequence[Span], at: int) -> bool:
    """Tell whether a thing stands there that a shop uses up: "got coffee 240"."""
    return at < len(line) and line[at].kind in _NAMED and line[at].value in _USED_UP


_BOUGHT = frozenset({SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING})
_STALLS = frozenset({"market", "bazaar", "shop", "store", "supermarket", "pharmacy"})


def _is_thing_of_a_market(line: list[Span], at: int) -> bool:
    """Tell whether "at the market" stands behind a thing, before any sum; it is put aside."""
    end = next((it for it in range(at, len(line)) if line[it].kind in _SUMMED), len(line))
    for place in range(at + 1, end):
        before = {span.folded for span in line[place - 2 : place]}
        if line[place].folded in _STALLS and before & _WHERE:
            if any(it.kind in _NAMED for it in line[at:place]):
                line[place] = replace(line[place], kind=SpanKind.COMMON, value="common")
            return line[at].kind is not SpanKind.PERSON
    return False


def _is_at_a_shop(line: Sequence[Span], at: int) -> bool:
    """Tell whether "at" or "from" stands there before a firm or a word with a capital."""
    after = line[at + 1] if at + 1 < len(line) else None
    if line[at].folded not in _WHERE or after is None:
        return False
    return after.kind is SpanKind.FIRM or (after.kind is SpanKind.WORD and after.text[0].isupper())


_PAYS = frozenset({"платить"})
_PAYERS = frozenset({SpanKind.ROLE, SpanKind.NAME, SpanKind.WORD})


@woken_by(words=_PAYS)
def _with_paying(line: list[Span]) -> list[Span]:
    """Read "Нечай платить" as what is done: in Russian alone the word is a plan."""
    for at in range(1, len(line)):
        who, span = line[at - 1], line[at]
        is_who = who.kind in _PAYERS and (who.kind is not SpanKind.WORD or who.text[0].isupper())
        if span.kind is SpanKind.PLAN and span.folded in _PAYS and is_who:
            line[at] = replace(span, kind=SpanKind.VERB, value="pay")
    return line


@woken_by(words=_FELLOWS)
def _with_sellers(line: list[Span]) -> list[Span]:
    """Let whoever is called by what he brings be a supplier: "egg lady", "meat man"."""
    for at in range(1, len(line)):
        who, ware = line[at], line[at - 1]
        is_fellow = who.kind is SpanKind.ROLE and who.folded in _FELLOWS
        is_bill = ware.kind in _NAMED and ware.value in _SERVED and ware.folded.isascii()
        if is_fellow and is_bill and ware.end + 1 == who.start:
            line[at] = replace(who, kind=SpanKind.COMMON, value="common")
            continue
        if is_fellow and _MENDED_BY & set(ware.folded.split()) and ware.end + 1 == who.start:
            line[at] = replace(who, value="handyman")
            line[at - 1] = replace(ware, kind=SpanKind.THING, value="repairs_maintenance")
            continue
        is_ware = ware.kind is SpanKind.GOODS or (
            ware.kind in _NAMED and ware.value in _SELLERS_WARES
        )
        if is_fellow and is_ware and ware.end + 1 == who.start:
            line[at] = replace(who, value="supplier")
    return line


@woken_by(*_WATER)
def _with_water_bills(line: list[Span]) -> list[Span]:
    """Let water that stands beside light, gas or heating be a bill and no bottle to drink."""
    bills = [at for at, span in enumerate(line) if span.kind in _NAMED and span.value in _BILLS]
    for at, span in enumerate(line):
        is_water = span.kind in _NAMED and span.folded.startswith(_WATER)
        if is_water and any(_is_listed_with(line, at, bill) for bill in bills):
            line[at] = replace(span, value="utilities")
    return line


def _is_listed_with(line: Sequence[Span], at: int, bill: int) -> bool:
    between = line[min(at, bill) + 1 : max(at, bill)]
    return all(
        span.kind in _BESIDE_WATER | _SUMMED | _NAMED or span.text in _ALSO for span in between
    )


_THEREFORE = frozenset({"тому"})


@woken_by(words=_THEREFORE)
def _with_therefore(line: list[Span]) -> list[Span]:
    """Let "закінчилось, тому докупили" give the reason and no day."""
    for at, (span, after) in enumerate(pairwise(line)):
        is_first = at == 0 or line[at - 1].text in {",", ".", "-", "–"}
        if span.folded in _THEREFORE and is_first and after.kind is SpanKind.VERB:
            line[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return line


_DELIVERED = frozenset({"delivered"})
_FIRMS = frozenset({SpanKind.FIRM, SpanKind.WORD})


@woken_by(values=("delivery",))
def _with_goods_delivered(line: list[Span]) -> list[Span]:
    """Let a firm that "delivered siphons" have brought them: they are what is paid for."""
    for at in range(1, len(line) - 1):
        span, firm = line[at], line[at - 1]
        goods = next((it for it in line[at + 1 :] if it.kind is not SpanKind.COMMON), span)
        is_firm = firm.kind in _FIRMS and firm.text[0].isupper()
        is_firm = is_firm or (at > 1 and line[at - 2].kind is SpanKind.FIRM)
        is_ware = goods.kind in {SpanKind.GOODS, SpanKind.QUANTITY}
        if (
            span.text.casefold() in _DELIVERED
            and span.kind is SpanKind.PURPOSE
            and is_firm
            and is_ware
        ):
            line[at] = replace(span, kind=SpanKind.VERB, value="bring")
    return line


BY_NEIGHBOURS = (
    _with_therefore,
    _with_goods_delivered,
    _with_invoices,
    _with_envoys,
    _with_sellers,
    _with_water_bills,
    _with_till_off,
    _with_let_go,
    _with_final_pay,
    _with_pay_owned,
    _with_replaced,
    _with_rides_of_goods,
    _with_engine_oil,
    _with_washed,
    _with_paying,
    _with_buying,
)
"""The rules that rename what alone is read too widely, in their order."""
