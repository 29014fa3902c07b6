"""Weigh what cash moved for, and settle it together with the direction."""

from collections.abc import Callable
from dataclasses import dataclass

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from parsing.annotation.spans import SpanKind
from parsing.memory.recall import facts_in
from parsing.operation.bought_and_sold import is_paid_for, is_rest_for_goods
from parsing.operation.category_sets import (
    CUSTOMER_SERVICES,
    IN_ONLY,
    OTHER_WAY,
    OUT_ONLY,
    PLACED,
    SOLD_AS_WELL,
    SOLD_ELSEWHERE,
)
from parsing.operation.comings import is_ordered
from parsing.operation.direction import LEAD, SURE, Weights, weigh_sign, weigh_verbs
from parsing.operation.naming import FIRST_GAIN, ROLE_WEIGHT, named_categories
from parsing.operation.parties import Part
from parsing.operation.said_of_money import is_of_wages, is_unspent, way_to_another_till
from parsing.operation.scene import Scene
from parsing.operation.stories import is_for_customer, is_job_with_name, is_settled_with_person
from parsing.operation.verb_rules import IN, OUT

_BACK = frozenset({"back", "назад", "обратно"})
_FEE = CashCategory.BANK_FEES
_TAUGHT_WAY = 50
_FIRM_ALONE = 40
"""A category that only a firm's name speaks for weighs no more than this."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Which way, what for, and how far each may be relied on."""

    direction: CashDirection | None
    category: CashCategory | None
    is_direction_sure: bool
    is_category_sure: bool
    reasons: tuple[str, ...] = ()
    """What spoke for which way, and which categories were named, with their weights."""


def decide(scene: Scene) -> Decision:
    """Settle direction and category; what nothing speaks for is none."""
    named = named_categories(scene)
    weights = Weights()
    weigh_verbs(scene, weights)
    weigh_sign(scene.clues, weights)
    _weigh_places(scene, weights)
    _weigh_memory(scene, weights)
    if weights.leading is None and is_unspent(scene):
        weights.add(IN, 110, "what was not spent")
    _weigh_category(scene, named, weights)
    is_exchange = scene.is_exchange and "owner" not in scene.givers | scene.sources
    is_exchange = is_exchange and max(named, key=named.__getitem__, default=None) is not _FEE
    is_from_place = bool(scene.place(Part.SOURCE)) or bool(scene.sources & {"courier", "firm"})
    direction = None if is_exchange and not is_from_place else weights.leading
    is_fee = CashCategory.BANK_FEES in named and direction is IN
    is_sure = weights.is_sure and not is_exchange and not is_fee
    category, is_category_sure = _category(scene, named, direction)
    if category is not None and direction is not None:
        allowed = CASH_RULES[category].directions
        if direction not in allowed:
            category, is_category_sure = OTHER_WAY.get((category, direction)), False
    told = (f"{name} is named: {weight}" for name, weight in named.items())
    return Decision(
        direction,
        category,
        is_sure and direction is not None,
        is_category_sure,
        (*weights.reasons, *told),
    )


def _weigh_memory(scene: Scene, weights: Weights) -> None:
    """Let the way speak that money with these words went before."""
    for fact in facts_in(scene.clues.spans, scene.clues.memory):
        if fact.direction is not None:
            weight = _TAUGHT_WAY if fact.is_sure else LEAD
            weights.add(fact.direction, weight, f"as {fact.word!r} before")


def _weigh_places(scene: Scene, weights: Weights) -> None:
    source, target = scene.place(Part.SOURCE), scene.place(Part.TARGET)
    if "owner" in scene.sources:
        weights.add(IN, 50, "from the owner")
    is_refund = scene.clues.has(SpanKind.PURPOSE, "customer_refund")
    if is_refund and "supplier" in scene.sources | scene.givers:
        weights.add(IN, 80, "back from a supplier")
    to_other = way_to_another_till(scene)
    if to_other is not None and not source and not target:
        weights.add(to_other, 40, "another till")
    if {source, target} <= {"bank", "safe"} and source and target:
        # From one other place to another: this till took no part.
        weights.add(IN, 40, "past the till")
        weights.add(OUT, 40, "past the till")
    elif target in {"bank", "safe"}:
        weights.add(OUT, 40, "where it went")
    elif source in {"bank", "safe"}:
        weights.add(IN, 50, "where it came from")


def _weigh_category(scene: Scene, named: dict[CashCategory, int], weights: Weights) -> None:
    """Let what the money was for speak, the more the less the verbs have said."""
    has_verb = any(weights.ways.values())
    best = max(named, key=lambda each: named[each], default=None)
    strength = 20 if has_verb else 50
    if best in IN_ONLY | OUT_ONLY:
        _weigh_one_way(scene, best, weights)
        return
    is_buyer = scene.has_buyer and not (scene.getters and "customer" in scene.sources)
    if not has_verb and is_buyer and (best is None or best in CUSTOMER_SERVICES):
        is_plain = best is None or scene.clues.has(SpanKind.CASH) or scene.has_trade
        is_plain = is_plain and not is_for_customer(scene) and not is_job_with_name(scene, best)
        weights.add(IN, 50 if is_plain else 30, "a customer")
    elif not has_verb and scene.sources:
        is_bought = scene.clues.has(SpanKind.GOODS) and not is_paid_for(scene)
        is_back = any(span.folded in _BACK for span in scene.clues.spans)
        is_bought = is_bought and not is_back
        if best is CashCategory.SALARY_ADVANCE or (best is None and not is_bought):
            weights.add(IN, 40, "from somebody")
        else:
            weights.add(OUT, 30, f"the category {best}")
    elif best is not None and best not in PLACED:
        is_from_somebody = scene.verbs("take", "receive") and bool(scene.sources)
        is_customers = best in SOLD_AS_WELL and (
            scene.named("customer") or scene.has_buyer or is_from_somebody
        )
        if not has_verb and best in CUSTOMER_SERVICES and _is_customers_thing(scene, best):
            weights.add(IN, 30, "a customer and a thing")
            return
        is_open = best is CashCategory.SALARY_ADVANCE and not scene.parties and not has_verb
        is_open = is_open and not is_of_wages(scene)
        is_brought = scene.verbs("bring", "give_back", "carry") and bool(scene.givers)
        is_sold_maybe = not has_verb and best in SOLD_ELSEWHERE and scene.has_trade
        weight = 0 if is_customers or is_brought else 20 if is_open else strength
        weight = min(weight, SURE - 5) if is_sold_maybe else weight
        weights.add(OUT, weight, f"the category {best}")
    elif not has_verb:
        _weigh_bare(scene, weights)


def _is_customers_thing(scene: Scene, best: CashCategory) -> bool:
    """Tell whether a customer is named with a thing, and no "for": "дядькові гайка, 85"."""
    roles = {party.role for party in scene.parties}
    is_paid_for = scene.clues.has(SpanKind.PREPOSITION, "for_price")
    is_sold = best in SOLD_AS_WELL and scene.clues.has(SpanKind.THING) and not is_paid_for
    is_alone = not scene.getters or is_sold
    return roles == {"customer"} and is_alone and not is_for_customer(scene)


_PAID_FOR_IT = frozenset({"staff", "cleaner"})


def _weigh_one_way(scene: Scene, best: CashCategory | None, weights: Weights) -> None:
    """Let a category that goes one way only speak; a deposit given back goes the other."""
    is_paid_for = scene.clues.has(SpanKind.PREPOSITION, "for_price") and scene.named("staff")
    is_ours = bool(scene.getters & _PAID_FOR_IT) or is_paid_for
    is_ours = best is CashCategory.SALE_CASH and is_ours
    if is_ours and not scene.verbs("sell", "give_back") and not scene.givers:
        weights.add(OUT, 60, "one of ours got it")
        return
    if best is CashCategory.CUSTOMER_PREPAYMENT:
        if scene.verbs("give_back"):
            way, weight = OUT, 20
        else:
            is_back = any(span.folded in _BACK for span in scene.clues.spans)
            way, weight = (OUT if is_back else IN), 50
        weights.add(way, weight, f"the category {best}")
    elif best in IN_ONLY:
        weights.add(IN, 60, f"the category {best}")
    else:
        weights.add(OUT, 50, f"the category {best}")


def _weigh_bare(scene: Scene, weights: Weights) -> None:
    """Without a verb or purpose, an order or a customer is a sale; a name to whom is a payout."""
    if "customer" in scene.getters and scene.clues.has(SpanKind.DATE_WORD, "ago"):
        weights.add(OUT, 50, "back to a customer")
        return
    if scene.getters == {"customer"} and scene.clues.has(SpanKind.WORD):
        # "Заміна масла клієнту, 800": what was done for him he paid for.
        weights.add(IN, 30, "done for a customer")
        return
    if scene.named("owner"):
        weights.add(OUT, 30, "the owner")
        return
    if scene.getters and not scene.clues.has(SpanKind.ORDER):
        is_sold = scene.getters == {"surname"} and scene.has_trade and not is_paid_for(scene)
        weights.add(IN if is_sold else OUT, 30, "to somebody")
    elif scene.clues.has(SpanKind.ORDER) or scene.named("customer"):
        weights.add(IN, 25 if is_for_customer(scene) else 50, "an order or a customer")
    elif scene.has_trade and scene.named("firm"):
        weights.add(OUT, 35, "a firm's goods")
    elif scene.has_trade:
        clues = scene.clues
        is_price = clues.has(SpanKind.PREPOSITION, "for_price") or clues.has(SpanKind.CASH)
        weight = 40 if clues.has(SpanKind.DISCOUNT) else 35 if is_price else 20
        weights.add(IN, weight, "goods")


def _category(
    scene: Scene, named: dict[CashCategory, int], direction: CashDirection | None
) -> tuple[CashCategory | None, bool]:
    """Choose the category for a direction, and say whether it is sure."""
    if direction is IN:
        return _category_in(scene, named)
    if direction is OUT:
        return _category_out(scene, named)
    best, is_sure = _best(named)
    return best, is_sure


def _best(named: dict[CashCategory, int]) -> tuple[CashCategory | None, bool]:
    if not named:
        return None, False
    ranked = sorted(named, key=lambda each: named[each], reverse=True)
    if len(ranked) == 1:
        return ranked[0], True
    return ranked[0], named[ranked[0]] - named[ranked[1]] >= FIRST_GAIN


def _category_in(scene: Scene, named: dict[CashCategory, int]) -> tuple[CashCategory | None, bool]:
    for category, holds in _IN_RULES:
        if holds(scene, named):
            is_fee = category is CashCategory.CASH_FROM_BANK and CashCategory.BANK_FEES in named
            return category, not is_fee
    if scene.clues.has(SpanKind.ORDER) and "courier" in scene.givers:
        return CashCategory.SALE_CASH, not scene.clues.has(SpanKind.LEFTOVER)
    is_back = scene.verbs("receive") and any(
        span.folded in _BACK or span.folded in {"got back", "had back"}
        for span in scene.clues.spans
    )
    is_brought_back = (scene.verbs("give_back", "bring") or is_back) and not scene.has_buyer
    has_goods = scene.clues.has(SpanKind.GOODS)
    is_rest = is_rest_for_goods(scene)
    is_rest_paid = is_rest or (scene.has_buyer and scene.verbs("pay"))
    is_change_left = scene.clues.has(SpanKind.CHANGE) and scene.has_expense and not scene.has_trade
    is_left = scene.clues.has(SpanKind.LEFTOVER) or is_change_left
    if (is_left and not is_rest_paid) or (is_brought_back and (named or (is_back and has_goods))):
        return _category_back(scene, named)
    if CashCategory.SALARY_ADVANCE in named and (scene.sources or scene.givers):
        return CashCategory.CUSTOMER_PREPAYMENT, "customer" in scene.givers | scene.sources
    is_of_customer = scene.has_buyer or scene.named("customer")
    if is_of_customer or scene.has_trade or named.keys() & CUSTOMER_SERVICES:
        is_of_ours = is_rest and scene.givers == {"person"}  # he may have been sent to buy it
        return CashCategory.SALE_CASH, (is_of_customer or scene.has_trade) and not is_of_ours
    # Whoever is called by his family name, and by nothing else, is most likely a customer.
    is_outsider = "surname" in scene.roles(Part.NAMED) and not named
    return (CashCategory.SALE_CASH, False) if is_outsider else (None, False)


_Named = dict[CashCategory, int]
_IN_RULES: tuple[tuple[CashCategory, Callable[[Scene, _Named], bool]], ...] = (
    (CashCategory.CASH_SURPLUS, lambda _, named: CashCategory.CASH_SURPLUS in named),
    (CashCategory.OTHER_INCOME, lambda _, named: CashCategory.OTHER_INCOME in named),
    (CashCategory.CUSTOMER_PREPAYMENT, lambda _, named: CashCategory.CUSTOMER_PREPAYMENT in named),
    (CashCategory.CUSTOMER_PREPAYMENT, lambda scene, named: not named and is_ordered(scene)),
    (
        CashCategory.SALE_CASH,
        lambda scene, named: CashCategory.SALE_CASH in named or scene.verbs("sell"),
    ),
    (
        CashCategory.CASH_FROM_BANK,
        lambda scene, named: (
            CashCategory.CASH_FROM_BANK in named
            or scene.place(Part.SOURCE) == "bank"
            or (scene.verbs("receive") and scene.place(Part.NAMED) == "bank")
            or (scene.verbs("give") and scene.place(Part.SUBJECT) == "bank")
            or scene.verbs("withdraw")
        ),
    ),
    (
        CashCategory.OWNER_CONTRIBUTION,
        lambda scene, _: (
            "owner" in scene.givers | scene.sources and scene.place(Part.TARGET) != ""
        ),
    ),
    (  # "Поповнення каси від директора": no other till gave it.
        CashCategory.OWNER_CONTRIBUTION,
        lambda scene, _: "owner" in scene.sources and scene.verbs("put_in", "move"),
    ),
    (
        CashCategory.DESK_TRANSFER,
        lambda scene, named: (
            CashCategory.DESK_TRANSFER in named
            or scene.place(Part.SOURCE) == "safe"
            or scene.place(Part.SUBJECT) == "till"
        ),
    ),
    (
        CashCategory.OWNER_CONTRIBUTION,
        lambda scene, named: (
            CashCategory.OWNER_CONTRIBUTION in named
            or (scene.named("owner") and not scene.named("customer"))
        ),
    ),
    (
        CashCategory.SUPPLIER_GOODS,
        lambda scene, _: (
            "supplier" in scene.givers | scene.sources
            or (scene.is_to_us and scene.verbs("give_back") and scene.has_trade)
        ),
    ),
)
"""What money that came in was for, where one word or party settles it; the first counts."""


def _category_back(
    scene: Scene, named: dict[CashCategory, int]
) -> tuple[CashCategory | None, bool]:
    """File money that was brought back unspent under what it was for."""
    both_ways = {
        key: value for key, value in named.items() if key not in IN_ONLY | OUT_ONLY | PLACED
    }
    best, is_sure = _best(both_ways)
    if scene.clues.has(SpanKind.GOODS) and not scene.has_expense:
        return CashCategory.SUPPLIER_GOODS, True
    if best is None and scene.has_trade:
        return CashCategory.SALE_CASH, False
    return (best, is_sure) if best is not None else (CashCategory.OTHER_INCOME, False)


def _category_out(
    scene: Scene, named: dict[CashCategory, int]
) -> tuple[CashCategory | None, bool]:
    placed = _placed_out(scene, named)
    if placed is not None:
        return placed, True
    is_customers = "customer" in scene.getters or scene.named("customer")
    is_refunded = any(span.folded.startswith("refund") for span in scene.clues.all(SpanKind.VERB))
    if CashCategory.CUSTOMER_REFUND in named or is_refunded:
        return CashCategory.CUSTOMER_REFUND, True
    if scene.verbs("give_back") or (is_customers and scene.clues.has(SpanKind.DATE_WORD, "ago")):
        is_known = is_customers or CashCategory.CUSTOMER_PREPAYMENT in named or scene.has_trade
        if is_known or not named or named.keys() <= SOLD_ELSEWHERE:
            return CashCategory.CUSTOMER_REFUND, is_known or bool(scene.getters)
    outgoing = _outgoing(scene, named)
    if not outgoing and scene.named(*_PAID_FOR_IT) and CashCategory.SALE_CASH in named:
        outgoing = {CashCategory.SALARY: ROLE_WEIGHT}  # "швачці за підшив штанів"
    best, is_sure = _best(outgoing)
    if best is not None and best is not CashCategory.OWNER_DRAW:
        is_only_role = outgoing[best] <= ROLE_WEIGHT and scene.clues.has(SpanKind.GOODS)
        return best, is_sure and not is_only_role
    if scene.named("owner") or best is CashCategory.OWNER_DRAW:
        return CashCategory.OWNER_DRAW, True
    is_for_stock = scene.has_trade and not scene.clues.has(SpanKind.ORDER)
    to_customer = CashCategory.CUSTOMER_REFUND if "customer" in scene.getters else None
    stock = CashCategory.SUPPLIER_GOODS
    is_plain = not is_customers and not is_settled_with_person(scene)
    return (stock, is_plain) if is_for_stock else (to_customer, False)


def _outgoing(scene: Scene, named: dict[CashCategory, int]) -> dict[CashCategory, int]:
    """Give the named categories that money can go out for; a general store sells goods, too."""
    outgoing = {key: value for key, value in named.items() if key not in IN_ONLY | PLACED}
    if scene.place(Part.SUBJECT) == "bank" and not outgoing:
        outgoing[CashCategory.BANK_FEES] = ROLE_WEIGHT
    if CashCategory.CUSTOMER_PREPAYMENT in named:
        is_ours = scene.named("supplier")
        back = CashCategory.SUPPLIER_GOODS if is_ours else CashCategory.CUSTOMER_REFUND
        outgoing[back] = outgoing.get(back, 0) + named[CashCategory.CUSTOMER_PREPAYMENT]
    household = outgoing.get(CashCategory.OFFICE_HOUSEHOLD, 0)
    is_store = scene.clues.has(SpanKind.FIRM) and 0 < household <= _FIRM_ALONE
    if is_store and scene.clues.has(SpanKind.GOODS):
        outgoing[CashCategory.SUPPLIER_GOODS] = outgoing.pop(CashCategory.OFFICE_HOUSEHOLD)
    return outgoing


def _placed_out(scene: Scene, named: dict[CashCategory, int]) -> CashCategory | None:
    target = scene.place(Part.TARGET)
    if "owner" in scene.getters and scene.verbs("give_back"):
        return CashCategory.OWNER_DRAW
    for outright in (CashCategory.BANK_FEES, CashCategory.BANK_DEPOSIT):
        if outright in named:
            return outright
    has_purpose = any(named[each] > ROLE_WEIGHT and each not in PLACED for each in named)
    is_taken_there = scene.named("bank") and scene.verbs("deposit", "carry", "give", "put_in")
    is_signed = scene.named("bank") and not named and not scene.clues.has(SpanKind.VERB)
    is_signed = is_signed and any(it.sign == "-" for it in scene.clues.all(SpanKind.AMOUNT))
    is_taken_there = (is_taken_there or is_signed) and CashCategory.TAXES_FEES not in named
    if (target == "bank" and not has_purpose) or is_taken_there:
        return CashCategory.BANK_DEPOSIT
    is_moved = scene.verbs("move", "put_in") and scene.named("till", "safe")
    # "Поповнила мобільний на 200, гроші взяла з каси" says where the money was from.
    is_moved = is_moved and not (has_purpose and scene.place(Part.SOURCE) == "till")
    if target == "safe" or is_moved or (CashCategory.DESK_TRANSFER in named and not has_purpose):
        return CashCategory.DESK_TRANSFER
    return None
