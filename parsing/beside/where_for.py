"""Tell a thing from where, for whom or for which days it is: "a ladder for the warehouse"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PLACES = frozenset(
    {"на склад", "для складу", "для склада", "for the warehouse", "for office", "for the office"}
    | {"в офіс", "в офис", "для офісу", "для офиса", "у підсобку", "в підсобку", "для підсобки"}
    | {"в подсобку", "для подсобки", "у кабінет", "в кабінет", "в кабинет", "у бухгалтерію"}
    | {"в бухгалтерію", "в бухгалтерию", "у роздягальню", "в роздягальню", "в раздевалку"}
    | {"у курилку", "в курилку", "у приймальню", "в приймальню", "в приемную", "на рецепцію"}
    | {"на ресепшн", "на ресепшен", "у кімнату відпочинку", "в кімнату відпочинку"}
    | {"в комнату отдыха", "в комнату персонала", "у каптьорку", "в каптьорку", "в каптерку"}
    | {"for the back room", "for the staff room", "for the break room", "for the kitchenette"}
    | {"for the staff kitchen", "for the smoking area", "for the smoking corner"}
    | {"for the changing room", "for the cloakroom", "for the reception"}
)
"""What names a purpose if it stands alone, and only a place beside a thing that names another."""
_MARKETS = frozenset(
    {"на ринку", "на рынке", "на базарі", "на базаре", "з ринку", "с рынка", "з базару"}
    | {"с базара", "at the market", "from the market"}
)
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_BOUGHT_THERE = frozenset(
    {"supplier_goods", "sale_cash", "customer_prepayment", "installer_services"}
)
"""What leaves a market what it says of itself: goods for the shelves are bought there."""


@woken_by(values=("supplier_goods", "office_household"))
def with_places_for(line: list[Span]) -> list[Span]:
    """Leave out where a thing goes, or was bought, if the thing itself says what it was for."""
    places = [at for at, span in enumerate(line) if _is_place(span)]
    if not places or any(span.kind in _TRADED for span in line):
        return line
    for at in places:
        others = [
            span
            for place, span in enumerate(line)
            if place != at and span.kind in _NAMED and span.value not in _BOUGHT_THERE
        ]
        is_beside = any(other.value != line[at].value for other in others)
        if is_beside and (line[at].folded in _MARKETS or _is_next_to_named(line, at)):
            is_market = line[at].folded in _MARKETS
            line[at] = replace(line[at], kind=SpanKind.COMMON, value="common")
            if is_market:
                line[:] = [_as_bought(span) for span in line]
    return line


def _as_bought(span: Span) -> Span:
    """Take what was taken at a market for bought."""
    is_taken = span.kind is SpanKind.VERB and span.value == "take"
    return replace(span, value="buy") if is_taken else span


_TRADED = frozenset({SpanKind.GOODS, SpanKind.BRAND, SpanKind.ORDER})


def _is_place(span: Span) -> bool:
    return span.kind is SpanKind.PURPOSE and span.folded in _PLACES | _MARKETS


def _is_next_to_named(line: Sequence[Span], at: int) -> bool:
    return any(
        span.kind in _NAMED for span in (*line[max(0, at - 1) : at], *line[at + 1 : at + 2])
    )


_PUBLIC = frozenset(
    "customers clients visitors guests клієнтів покупців відвідувачів гостей клиентов покупателей"
    " посетителей".split()
)
_FOR = frozenset({"for", "для"})
_TREATS = frozenset({"office_household", "other_expense", "advertising"})


@woken_by(words=_PUBLIC)
def with_treats(line: list[Span]) -> list[Span]:
    """Leave out customers whom a shop treats, who pay nothing: "sweets for the customers"."""
    for at, span in enumerate(line):
        if span.folded.rpartition(" ")[2] not in _PUBLIC:
            continue
        start = at - 1
        while start > 0 and line[start].kind is SpanKind.COMMON:
            start -= 1
        is_for = line[start].folded in _FOR or span.first_word in _FOR
        treat = start - 1 if line[start].folded in _FOR else start
        is_treat = treat >= 0 and line[treat].kind in _NAMED and line[treat].value in _TREATS
        if start >= 0 and is_for and is_treat:
            return [*line[: treat + 1], *line[at + 1 :]]
    return line


_MONTHLY_WATER = ("вод", "water")
_OF_MONTH = frozenset({"за", "for"})


_ELECTRIC = frozenset(
    "електрику елєктрику електрік елєктрік елєктрик электрику элєктрику электрик електрик"
    " elektryku elektriku elektrika".split()
)


def _is_bill_of_month(line: Sequence[Span], at: int) -> bool:
    """Tell whether electricity is paid for, and no electrician: of a month, or by itself."""
    after = line[at + 1 : at + 3]
    is_for = len(after) > 1 and after[0].folded in _OF_MONTH
    is_of_month = is_for and after[1].kind is SpanKind.MONTH
    is_settled = at > 0 and line[at - 1].value == "pay" and line[at].folded.endswith("у")
    is_only = is_settled and all(
        it.kind not in _NAMED and it.kind is not SpanKind.PREPOSITION for it in line[at + 1 :]
    )
    return is_of_month or is_only


@woken_by(words=_ELECTRIC)
def with_electricity_of_months(line: list[Span]) -> list[Span]:
    """Let "електрику за квітень" be a bill, though an electrician may be called so."""
    return [
        replace(span, kind=SpanKind.PURPOSE, value="utilities")
        if span.folded in _ELECTRIC and _is_bill_of_month(line, at)
        else span
        for at, span in enumerate(line)
    ]


@woken_by(*_MONTHLY_WATER)
def with_water_of_months(line: list[Span]) -> list[Span]:
    """Let the water of a month be a bill and no bottle: "на воду за жовтень", "October water"."""
    for at, span in enumerate(line):
        if span.kind not in _NAMED or not span.folded.startswith(_MONTHLY_WATER):
            continue
        after = line[at + 1 : at + 3]
        is_for = len(after) > 1 and after[0].folded in _OF_MONTH
        if is_for and after[1].kind is SpanKind.MONTH:
            line[at] = replace(span, value="utilities")
    return line


_WORK = (
    "замін", "замен", "replac", "встановл", "установ", "монтаж", "install", "fitting", "підключ",
    "подключ", "зварюв", "зварк", "сварк", "weld",
)  # fmt: skip
_OWN = frozenset({"repairs_maintenance", "advertising"})
_PREMISES = (
    "вікн", "вікон", "скла", "скло", "двер", "замк", "замок", "лампоч", "розет", "вимикач",
    "ролет", "жалюз", "плитк", "стел", "даху", "ворот", "воріт", "глушник", "окн", "окон",
    "стекла", "выключат", "потолк", "крыш", "глушител", "window", "glass", "door", "lock", "bulb",
    "switch", "roof", "ceiling", "shutter", "gate", "exhaust",
    "акумулятор", "аккумулятор", "battery",
)  # fmt: skip
"""What a shop is made of, and its car: no installer puts it in for a customer."""
_WORK_REACH = 4
_DESCRIBING = frozenset({SpanKind.COMMON, SpanKind.WORD, SpanKind.PREPOSITION})


@woken_by(*_WORK)
def with_own_things_replaced(line: list[Span]) -> list[Span]:
    """Let putting in what a shop has for itself be upkeep: "заміна розетки", "broken window"."""
    if any(span.value == "customer" for span in line):
        return line
    for at, span in enumerate(line[:-1]):
        is_work = span.kind is SpanKind.PURPOSE and span.value == "installer_services"
        if not is_work or not any(word.startswith(_WORK) for word in span.folded.split()):
            continue
        for thing in line[at + 1 : at + 1 + _WORK_REACH]:
            is_named = thing.kind in _NAMED and thing.value in _OWN
            if is_named or any(word.startswith(_PREMISES) for word in thing.folded.split()):
                own = thing.value if is_named else "repairs_maintenance"
                line[at] = replace(span, value=own)
            elif thing.kind in _DESCRIBING or thing.value == "till":
                continue
            break
    return line


_RIDES = ("такс", "taxi", "маршрут", "проїзд", "проезд", "bus", "uber", "bolt")
_TO = frozenset({"to", "до", "в", "у", "into", "from", "из", "з", "in"})


@woken_by(*_RIDES)
def with_rides_to_banks(line: list[Span]) -> list[Span]:
    """Let the bank that somebody rode to get no money: "таксі до банку"."""
    for at, span in enumerate(line[:-2]):
        if span.value != "fuel_transport" or not span.folded.startswith(_RIDES):
            continue
        bank = next((it for it in range(at + 2, min(len(line), at + 4)) if _is_bank(line[it])), 0)
        if bank and line[at + 1].value in _TO | {"to"}:
            for place in range(at + 1, bank + 1):
                line[place] = replace(line[place], kind=SpanKind.COMMON, value="common")
    return line


def _is_bank(span: Span) -> bool:
    return span.kind is SpanKind.ROLE and span.value == "bank"


_COURIERS = ("кур", "посильн", "посыльн", "courier", "messenger")
_OFFICES = ("суд", "податков", "налогов", "court", "tax office", "tax inspect", "дпі", "гні")


@woken_by(*_COURIERS)
def with_couriers_to_offices(line: list[Span]) -> list[Span]:
    """Let the office a courier went to take no fee: "кур'єр у суд 150"."""
    for at in range(2, len(line)):
        span, before, who = line[at], line[at - 1], line[at - 2]
        is_office = span.value == "taxes_fees" and span.folded.startswith(_OFFICES)
        is_courier = who.value == "courier" and who.folded.startswith(_COURIERS)
        if is_office and is_courier and before.value in _TO:
            line[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return line


_LEAKS = (
    "тік", "тече", "текл", "теч", "протік", "протіка", "потік", "капа", "зламав", "тек", "тёк",
    "протека", "протек", "потек", "капал", "сломал", "leak", "drip", "broke",
)  # fmt: skip
_THAT = frozenset({"що", "який", "яка", "яке", "шо", "который", "которая", "что", "that", "which"})
_LEAK_REACH = 5


@woken_by(*_LEAKS)
def with_leaks_mended(line: list[Span]) -> list[Span]:
    """Let a tap "that leaked", and is paid for, be mended and not bought."""
    for at, span in enumerate(line):
        if span.kind is not SpanKind.GOODS:
            continue
        after = line[at + 1 : at + 1 + _LEAK_REACH]
        that = next((it for it, word in enumerate(after) if word.folded in _THAT), None)
        if that is not None and any(
            w.folded.startswith(_LEAKS) for w in after[that + 1 : that + 3]
        ):
            line[at] = replace(span, kind=SpanKind.PURPOSE, value="repairs_maintenance")
    return line


_SHIFTS = frozenset({"shift", "shifts"})


@woken_by(words=_SHIFTS)
def with_shifts_paid(line: list[Span]) -> list[Span]:
    """Let the day of a shift be no day of paying: "paid Yulia for Saturday's shift"."""
    for at in range(1, len(line) - 1):
        is_for = any(it.folded == "for" for it in line[max(0, at - 2) : at])
        is_day = line[at].kind is SpanKind.DATE and line[at].text[:1].isalpha()
        if is_day and is_for and line[at + 1].folded in _SHIFTS:
            line[at] = replace(line[at], kind=SpanKind.COMMON, value="common")
            line[at + 1] = replace(line[at + 1], kind=SpanKind.PURPOSE, value="salary")
    return line


_RENT = ("оренд", "аренд", "rent")
_MACHINES = (
    "кран", "навантаж", "погруз", "маніпулятор", "манипулятор", "вишк", "вышк", "екскаватор",
    "экскаватор", "генератор", "риштуван", "лесов", "лісів", "бетономіш", "бетономеш",
    "причеп", "прицеп", "crane", "forklift", "scaffold", "digger", "trailer",
)  # fmt: skip
_NEXT = 3


@woken_by(*_RENT)
def with_machines_hired(line: list[Span]) -> list[Span]:
    """Let what a machine was hired for be no rent of rooms: "оренда крана 730"."""
    for at, span in enumerate(line[:-1]):
        if span.kind is not SpanKind.PURPOSE or span.value != "rent" or " " in span.folded:
            continue
        near = [it for it in line[at + 1 : at + _NEXT] if it.kind is not SpanKind.COMMON]
        if near and near[0].folded.startswith(_MACHINES):
            line[at] = replace(span, value="other_expense")
            place = line.index(near[0])
            line[place] = replace(near[0], kind=SpanKind.COMMON, value="common")
    return line


BY_BILLS = (with_water_of_months, with_electricity_of_months)
"""What may be a month's bill as well as a thing or somebody."""
