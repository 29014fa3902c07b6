"""Weigh the categories that the words, roles and names of a message speak for."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ledger.cash import CashCategory
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold
from parsing.operation.category_sets import IN_ONLY, PLACED
from parsing.operation.comings import are_takings_collected
from parsing.operation.parties import Part
from parsing.operation.scene import OURS, Scene
from parsing.operation.stories import is_carrier_paid

ROLE_CATEGORIES = {
    "courier": CashCategory.DELIVERY,
    "loader": CashCategory.DELIVERY,
    "installer": CashCategory.INSTALLER_SERVICES,
    "supplier": CashCategory.SUPPLIER_GOODS,
    "landlord": CashCategory.RENT,
    "cleaner": CashCategory.SALARY,
    "handyman": CashCategory.REPAIRS_MAINTENANCE,
}
"""What a person in a role is usually paid for."""

_WARES = frozenset({SpanKind.GOODS, SpanKind.BRAND, SpanKind.THING})
_KIND_WEIGHTS = {SpanKind.PURPOSE: 60, SpanKind.THING: 40, SpanKind.FIRM: 30}
ROLE_WEIGHT = 20
_TAUGHT_WEIGHT = 35
"""What the shop has taught of a person's name weighs more than a role, less than a thing."""
FIRST_GAIN, _AGAIN_GAIN = 10, 5
"""What the first purpose that is named gains, and each that is named again."""
_DETAIL_PERCENT = 40
"""What stands behind "of", "for", "from" after another purpose only explains it."""


def named_categories(scene: Scene) -> dict[CashCategory, int]:
    """Weigh the categories that words name; the first and what stands after "for" weigh more."""
    found: dict[CashCategory, int] = defaultdict(int)
    first: CashCategory | None = None
    clues = scene.clues
    for at, span in enumerate(clues.spans):
        weight = _KIND_WEIGHTS.get(span.kind)
        if weight is None or _is_picture_beside_words(clues.spans, at):
            continue
        if _is_of_other_sentence(scene, at):
            continue
        category = CashCategory(span.value)
        before, after = clues.neighbour(at, -1), clues.neighbour(at, 1)
        if category is CashCategory.CASH_SURPLUS and after is not None and after.kind in _WARES:
            continue  # "за лишний вентиль": one too many, no money too much
        is_detail = (
            first is not None
            and category is not first
            and before is not None
            and (before.kind is SpanKind.PREPOSITION or _is_adjacent_noun(before))
        )
        is_detail = is_detail or _is_where(before) or _is_of_what_kind(span, after)
        weight = weight * _DETAIL_PERCENT // 100 if is_detail else weight
        if first is None:
            first, weight = category, weight + FIRST_GAIN
        found[category] = max(found[category], weight) + (_AGAIN_GAIN if found[category] else 0)
    _let_count_speak(scene, found)
    _let_what_was_paid_speak(scene, found)
    _rename_by_who_and_what(scene, found)
    _rename_debt_of_ours(scene, found)
    counted = _count_difference(scene)
    if counted is not None:
        found[counted] += 80
    _add_what_people_are_paid_for(scene, found)
    return dict(found)


_BESIDE = frozenset({"біля", "коло", "возле", "около", "near", "outside", "навпроти", "напротив"})


def _is_where(before: Span | None) -> bool:
    """Tell whether what follows only says where: "парковка біля податкової"."""
    return before is not None and before.folded in _BESIDE


def _is_of_what_kind(span: Span, after: Span | None) -> bool:
    """Tell whether "heating" before goods only says of what kind they are."""
    is_bill = span.value == CashCategory.UTILITIES and span.text.isascii()
    return is_bill and after is not None and after.kind is SpanKind.GOODS


_SENTENCE_ENDS = frozenset({".", "!", "?"})
_HEADING_MAX = 4
_NAMING = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.ROLE})


def _is_of_other_sentence(scene: Scene, at: int) -> bool:
    """Tell whether a sentence before the money's own names it, which names something itself.

    "Had fun at the trade fair! Paid the cleaner 400" is of the cleaner.
    """
    spans = scene.clues.spans
    money = scene.clues.by_kind.get(SpanKind.AMOUNT, ())
    if len(money) != 1:
        return False
    ends = [it for it in range(at, money[0]) if spans[it].text in _SENTENCE_ENDS]
    if not ends:
        return False
    begins = max((it for it in range(at) if spans[it].text in _SENTENCE_ENDS), default=-1)
    if ends[0] - begins <= _HEADING_MAX:
        return False  # "Премія. Монтажнику Івану 1000": a heading
    own = range(ends[-1], len(spans))
    return any(spans[it].kind in _NAMING and _names_what_for(spans[it]) for it in own)


def _names_what_for(span: Span) -> bool:
    return span.kind is not SpanKind.ROLE or span.value in ROLE_CATEGORIES


def _let_count_speak(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Let what a till was off by count where it was cashed up: no sale is told there."""
    if CashCategory.SALE_CASH not in found or scene.has_trade:
        return
    spans = scene.clues.spans
    if any(it.kind is SpanKind.AMOUNT and after.folded == "over" for it, after in pairwise(spans)):
        found[CashCategory.CASH_SURPLUS] += found[CashCategory.SALE_CASH]
    if CashCategory.CASH_SHORTAGE in found or CashCategory.CASH_SURPLUS in found:
        found.pop(CashCategory.SALE_CASH)


_MINUS = ("minus", "мінус", "минус")
_LACKING = frozenset({CashCategory.CASH_SHORTAGE})


def _let_what_was_paid_speak(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Let "till minus 860, tea bags" be spent: a thing is named, and nothing lacks."""
    is_minus = any(
        span.value == CashCategory.CASH_SHORTAGE and any(map(span.folded.__contains__, _MINUS))
        for span in scene.clues.spans
    )
    is_alone = not scene.clues.has(SpanKind.VERB) and not scene.clues.has(SpanKind.BALANCE)
    if is_minus and is_alone and found.keys() - _LACKING - IN_ONLY - PLACED:
        found.pop(CashCategory.CASH_SHORTAGE, None)


def _is_picture_beside_words(spans: Sequence[Span], at: int) -> bool:
    """Tell whether an emoji only adorns what words name: "📦 НП 96" is a parcel that was sent."""
    is_picture = not any(letter.isalnum() for letter in spans[at].text)
    return is_picture and any(
        span.kind in _KIND_WEIGHTS and any(letter.isalnum() for letter in span.text)
        for span in spans
    )


_SOLD_BY_SUPPLIERS = frozenset(
    {
        CashCategory.OFFICE_HOUSEHOLD,
        CashCategory.OTHER_EXPENSE,
        CashCategory.FUEL_TRANSPORT,
        CashCategory.REPAIRS_MAINTENANCE,
    }
)


def _stock_what_suppliers_sell(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Take what is brought and paid for, or bought of a supplier, for goods to be sold."""
    is_paid = scene.verbs("bring") and scene.verbs("give", "pay") and not scene.named("courier")
    if is_paid and CashCategory.OTHER_EXPENSE in found:
        # What is brought and paid for on the spot is for the shelves: flowers, pet food.
        found[CashCategory.SUPPLIER_GOODS] += found.pop(CashCategory.OTHER_EXPENSE)
    if scene.named("supplier") and not scene.named("customer"):
        for each in _SOLD_BY_SUPPLIERS & found.keys():
            # What is bought of a supplier is for the shelves: wheels, tea, gloves.
            found[CashCategory.SUPPLIER_GOODS] += found.pop(each)


def _rename_by_who_and_what(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Call by its right name what a word alone names too widely."""
    _stock_what_suppliers_sell(scene, found)
    if CashCategory.CUSTOMER_REFUND in found and "supplier" in scene.sources | scene.givers:
        # Money back from a supplier is less spent on goods.
        found[CashCategory.SUPPLIER_GOODS] += found.pop(CashCategory.CUSTOMER_REFUND)
    is_ride_there = "customer" in scene.getters and not scene.clues.has(SpanKind.VERB)
    if (scene.has_goods_along or is_ride_there) and CashCategory.FUEL_TRANSPORT in found:
        found[CashCategory.DELIVERY] += found.pop(CashCategory.FUEL_TRANSPORT)
        if CashCategory.SUPPLIER_GOODS in found and scene.named("supplier"):
            # A taxi with goods from a supplier: the ride was paid.
            found.pop(CashCategory.SUPPLIER_GOODS)
    if CashCategory.CUSTOMER_PREPAYMENT in found and scene.place(Part.TARGET) == "bank":
        found[CashCategory.BANK_DEPOSIT] += found.pop(CashCategory.CUSTOMER_PREPAYMENT)
    if CashCategory.CUSTOMER_PREPAYMENT in found and "supplier" in scene.sources | scene.givers:
        found[CashCategory.SUPPLIER_GOODS] += found.pop(CashCategory.CUSTOMER_PREPAYMENT)
    if CashCategory.CUSTOMER_PREPAYMENT in found and scene.named("landlord"):
        found[CashCategory.RENT] += found.pop(CashCategory.CUSTOMER_PREPAYMENT)
    _rename_moved(scene, found)
    _rename_wages(scene, found)


def _rename_wages(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Let what loaders are paid for so many days be no wage: "вантажнику за день 900"."""
    if CashCategory.SALARY_ADVANCE in found:
        _rename_advance(scene, found)
    if CashCategory.SALARY not in found:
        return
    is_wage = any(span.value == CashCategory.SALARY for span in scene.clues.all(SpanKind.PURPOSE))
    if not is_wage and scene.named("loader") and not scene.named("staff", "cleaner"):
        found[CashCategory.DELIVERY] += found.pop(CashCategory.SALARY)


_TO_CARRIER = 80
"""What a carrier gets for bringing goods weighs more than what the goods are."""
_TAXI = ("такс", "taxi", "taks", "убер", "uber", "bolt", "болт", "уклон", "uklon")


_TRIP = ("поїздк", "поездк", "рейс", "trip")
"""What whoever carries is paid for, and no journey of the shop's own."""


def _rename_rides(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Let a taxi that is called a delivery be one: "таксі | доставка котла"."""
    is_taxi = any(
        span.value == CashCategory.FUEL_TRANSPORT and span.folded.startswith(_TAXI)
        for span in scene.clues.spans
    )
    is_told = scene.clues.has(SpanKind.PURPOSE, CashCategory.DELIVERY)
    if "loader" in scene.getters and CashCategory.PACKAGING_SUPPLIES in found:
        found[CashCategory.DELIVERY] += found.pop(CashCategory.PACKAGING_SUPPLIES)  # "за коробки"
    is_trip = scene.named("courier", "loader") and any(
        word.startswith(_TRIP) for span in scene.clues.spans for word in span.folded.split()
    )
    if is_trip and CashCategory.FUEL_TRANSPORT in found:
        found[CashCategory.DELIVERY] += found.pop(CashCategory.FUEL_TRANSPORT)
    if is_taxi and is_told and CashCategory.FUEL_TRANSPORT in found:
        found[CashCategory.DELIVERY] += found.pop(CashCategory.FUEL_TRANSPORT)


def _rename_moved(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Call by its right name what was carried for money, and money that was carried."""
    _rename_rides(scene, found)
    _rename_takings(scene, found)
    if is_carrier_paid(scene):
        found[CashCategory.DELIVERY] += _TO_CARRIER


_BANKED = ("deposited", "banked", "paid in")


def _rename_takings(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Let the day's takings that went to a bank be a deposit: "виручка поїхала в банк"."""
    verbs = scene.clues.all(SpanKind.VERB)
    is_banked = any(it.folded.startswith(_BANKED) and it.value != "pay" for it in verbs)
    is_banked = is_banked or CashCategory.BANK_DEPOSIT in found
    is_banked = is_banked or are_takings_collected(scene)
    is_banked = is_banked and not scene.verbs("sell")
    if scene.place(Part.TARGET) == "safe" and not scene.verbs("sell", "receive"):
        found[CashCategory.DESK_TRANSFER] += found.pop(CashCategory.SALE_CASH, 0)
    if is_banked and CashCategory.SALE_CASH in found:
        found[CashCategory.BANK_DEPOSIT] += found.pop(CashCategory.SALE_CASH)


def _rename_debt_of_ours(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Take "віддали борг Гідробуду" for what we owed: whoever gets it is no customer who pays."""
    is_debt = any(
        part in span.folded
        for span in scene.clues.all(SpanKind.PURPOSE)
        if span.value == CashCategory.SALE_CASH
        for part in _DEBT
    )
    is_to_somebody = bool(scene.getters & _CREDITORS) and not scene.givers
    if is_debt and is_to_somebody and CashCategory.SALE_CASH in found:
        found[CashCategory.SUPPLIER_GOODS] += found.pop(CashCategory.SALE_CASH)


_CREDITORS = frozenset({"firm", "person", "surname", "supplier"})
_DEBT = ("борг", "долг", "debt")


def _rename_advance(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Tell an advance of wages from one to buy with, and from what a customer pays down."""
    if _is_to_buy_with(scene):
        # "Аванс Петру на матеріали": beside the wage it stays in doubt.
        found[CashCategory.SUPPLIER_GOODS] += found[CashCategory.SALARY_ADVANCE] + 1
    elif _is_of_goods(scene) and scene.place(Part.SOURCE) != "till":
        found[CashCategory.CUSTOMER_PREPAYMENT] += found.pop(CashCategory.SALARY_ADVANCE)


def _add_what_people_are_paid_for(scene: Scene, found: dict[CashCategory, int]) -> None:
    """Let a role, and what the shop has taught of a name, speak for what is usual."""
    is_ours = _is_done_for_us(scene)
    for party in scene.parties:
        usual = ROLE_CATEGORIES.get(party.role)
        if usual is CashCategory.INSTALLER_SERVICES and is_ours:
            usual = CashCategory.REPAIRS_MAINTENANCE
        if usual is not None:
            found[usual] += ROLE_WEIGHT
        fact = scene.clues.memory.find(fold(party.span.text))
        if fact is not None and fact.category is not None:
            found[fact.category] += _TAUGHT_WEIGHT


_OUR = frozenset(
    {"our", "наш", "наша", "наше", "наши", "наші", "нашу", "нашого", "нашего", "нашої"}
)
_DONE_FOR_US = frozenset({"to_us", "at_us"})


_OUR_PLACES = frozenset(
    "магазині магазине складі складе залі зале підсобці подсобке салоні салоне офісі офисе вітрині"
    " витрине shop store salon warehouse stockroom showroom toilet".split()
)
_INSIDE = frozenset({"в", "у", "на", "in", "at", "for"})


def _is_inside(before: Sequence[Span]) -> bool:
    return any(span.folded in _INSIDE for span in before)


def _is_done_for_us(scene: Scene) -> bool:
    """Tell whether work was done in the shop itself: "fixed our sink", "у нас", with no client."""
    spans = scene.clues.spans
    is_ours = scene.clues.has(SpanKind.PERSON, *_DONE_FOR_US) or any(
        span.folded in _OUR
        or (span.folded in _OUR_PLACES and _is_inside(spans[max(0, at - 2) : at]))
        for at, span in enumerate(spans)
    )
    return is_ours and not scene.named("customer")


def _is_of_goods(scene: Scene) -> bool:
    """Tell whether an advance is for goods, and no wage that somebody of the shop takes early."""
    is_given = scene.verbs("give", "take") and bool(scene.getters | scene.givers)
    is_for_thing = _is_for_a_thing(scene) and (scene.named("customer") or not scene.getters)
    if is_for_thing and not scene.named(*OURS) and not is_given:
        return True
    is_paid_for = scene.named("surname") and scene.clues.has(SpanKind.PREPOSITION, "for_price")
    is_to_somebody = bool(scene.getters - {"customer"})
    is_of_us = scene.named(*OURS) or is_to_somebody
    return (scene.has_trade or is_paid_for) and not is_of_us and not is_given


def _is_to_buy_with(scene: Scene) -> bool:
    """Tell whether somebody got an advance for things: "gave Petro an advance for fittings"."""
    clues = scene.clues
    return bool(scene.getters - {"customer", "surname"}) and any(
        (before := clues.neighbour(at, -1)) is not None and before.value == "for"
        for at in clues.by_kind.get(SpanKind.GOODS, ())
    )


_THINGS = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.WORD})


def _is_for_a_thing(scene: Scene) -> bool:
    """Tell whether it is for a thing and no stretch of time: "аванс за пошив"."""
    clues = scene.clues
    return any(
        clues.spans[at].value == "for_price"
        and (after := clues.neighbour(at, 1)) is not None
        and after.kind in _THINGS
        and not after.value.startswith("salary")
        for at in clues.by_kind.get(SpanKind.PREPOSITION, ())
    )


def _is_adjacent_noun(before: Span) -> bool:
    return before.kind in {SpanKind.PURPOSE, SpanKind.THING} or before.text == "the"


def _count_difference(scene: Scene) -> CashCategory | None:
    """Read "the till: minus 15" as a shortage, plus as a surplus."""
    clues = scene.clues
    is_till = clues.has(SpanKind.ROLE, "till") or clues.has(SpanKind.BALANCE)
    is_till = is_till or _is_bare_of_a_day(clues.spans)
    if not is_till or any(map(clues.has, (SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING))):
        return None
    if clues.has(SpanKind.SIGN_WORD, "-"):
        return CashCategory.CASH_SHORTAGE
    return CashCategory.CASH_SURPLUS if clues.has(SpanKind.SIGN_WORD, "+") else None


_OF_A_DAY = frozenset({"for", "for_price"})
_BARE = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.COMMON,
        SpanKind.DATE,
        SpanKind.PREPOSITION,
        SpanKind.PUNCTUATION,
        SpanKind.SIGN_WORD,
        SpanKind.TIME,
    }
)
_SMALL_DIFFERENCE = 1_000


def _is_bare_of_a_day(spans: Sequence[Span]) -> bool:
    """Tell whether a day was over or short by little, and no more: "за вчора мінус 20"."""
    is_of_day = any(
        before.value in _OF_A_DAY and span.kind is SpanKind.DATE
        for before, span in pairwise(spans)
    )
    is_small = all(span.number is None or span.number < _SMALL_DIFFERENCE for span in spans)
    return is_of_day and is_small and all(span.kind in _BARE for span in spans)
