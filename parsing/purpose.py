"""Decide what cash moved for, and settle it with the direction."""

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from parsing.clues import Clues
from parsing.direction import Scene, sign_direction, verb_votes
from parsing.parties import Part
from parsing.spans import SpanKind

_IN, _OUT = CashDirection.IN, CashDirection.OUT

_ROLE_CATEGORIES = {
    "courier": CashCategory.DELIVERY,
    "loader": CashCategory.DELIVERY,
    "driver": CashCategory.DELIVERY,
    "installer": CashCategory.INSTALLER_SERVICES,
    "supplier": CashCategory.SUPPLIER_GOODS,
    "landlord": CashCategory.RENT,
    "cleaner": CashCategory.OFFICE_HOUSEHOLD,
}
"""What a person in a role is usually paid for."""

_CUSTOMER_SERVICES = frozenset(
    {
        CashCategory.DELIVERY,
        CashCategory.INSTALLER_SERVICES,
        CashCategory.REPAIRS_MAINTENANCE,
        CashCategory.SUPPLIER_GOODS,
    }
)
"""Expenses that, when a customer pays for them, are sales."""

_PAYERS = frozenset({"customer", "person"})
_NEEDS_PARTY = frozenset({CashCategory.SALARY_ADVANCE, CashCategory.DESK_TRANSFER})
"""Categories whose bare name does not say which way the cash went."""

Decision = tuple[CashDirection | None, CashCategory | None]
"""The direction and category; what is none must be asked."""


def decide(scene: Scene) -> Decision:
    """Settle direction and category; none for each that is not certain."""
    if scene.clues.has(SpanKind.LEFTOVER):
        return _decide_leftover(scene)
    direction, is_open = _stated_direction(scene)
    if is_open or scene.clues.has(SpanKind.EXCHANGE) or _is_past_the_till(scene):
        return None, _category(scene, None)
    category = _category(scene, direction)
    if direction is None:
        direction = _usual_direction(scene, category)
        category = _category(scene, direction)
    return _allowed(direction, category, scene)


def _is_past_the_till(scene: Scene) -> bool:
    """Tell whether money went from one other place to another: from the bank to the safe."""
    return {scene.place(Part.SOURCE), scene.place(Part.TARGET)} <= {"bank", "safe"}


def _decide_leftover(scene: Scene) -> Decision:
    """File money that was brought back unspent under what it was for."""
    directions = {vote.direction for vote in verb_votes(scene)}
    is_back = scene.clues.has(SpanKind.VERB, "give_back", "bring") and _IN in directions
    category = _named_category(scene)
    if scene.clues.has(SpanKind.GOODS) and not scene.has_expense:
        category = CashCategory.SUPPLIER_GOODS
    if not is_back or (category is not None and _IN not in CASH_RULES[category].directions):
        return None, category
    return _IN, category


def _stated_direction(scene: Scene) -> tuple[CashDirection | None, bool]:
    """Give the direction that a sign or the verbs state, and whether they leave it open."""
    directions = {vote.direction for vote in verb_votes(scene)}
    sign = sign_direction(scene.clues)
    if sign is not None:
        return sign, bool(directions - {sign, None})
    if len(directions) != 1:
        return None, len(directions) > 1
    direction = directions.pop()
    return direction, direction is None


def _category(scene: Scene, direction: CashDirection | None) -> CashCategory | None:
    if scene.clues.has(SpanKind.VERB, "sell") and direction is _IN:
        is_prepaid = scene.clues.has(SpanKind.PURPOSE, "customer_prepayment")
        return CashCategory.CUSTOMER_PREPAYMENT if is_prepaid else CashCategory.SALE_CASH
    named = _named_category(scene)
    placed = _place_category(scene, direction)
    if placed is not None and (named is None or named is CashCategory.DESK_TRANSFER):
        return placed
    if named is not None:
        return _as_seen_from_the_till(named, scene, direction)
    return _unnamed_category(scene, direction)


def _named_category(scene: Scene) -> CashCategory | None:
    """Give the category of the strongest words, if they agree."""
    counted = _count_difference(scene)
    if counted is not None:
        return counted
    for kind in (SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM):
        indexes = scene.clues.by_kind.get(kind)
        if indexes:
            return _agreed(indexes, scene.clues)
    roles = {_ROLE_CATEGORIES[party.role] for party in scene.parties if _has_category(party.role)}
    return roles.pop() if len(roles) == 1 else None


def _count_difference(scene: Scene) -> CashCategory | None:
    """Read "the till: minus 15" as a shortage, plus as a surplus."""
    clues = scene.clues
    is_till = clues.has(SpanKind.ROLE, "till") or clues.has(SpanKind.BALANCE)
    if not is_till or clues.has(SpanKind.VERB) or clues.has(SpanKind.PURPOSE):
        return None
    if clues.has(SpanKind.SIGN_WORD, "-"):
        return CashCategory.CASH_SHORTAGE
    return CashCategory.CASH_SURPLUS if clues.has(SpanKind.SIGN_WORD, "+") else None


def _has_category(role: str) -> bool:
    return role in _ROLE_CATEGORIES


def _agreed(indexes: list[int], clues: Clues) -> CashCategory | None:
    """Let words of several categories agree: what stands behind "for" only explains the first."""
    first = clues.spans[indexes[0]].value
    for index in indexes[1:]:
        if clues.spans[index].value == first:
            continue
        before = clues.neighbour(index, -1)
        is_detail = before is not None and before.kind is SpanKind.PREPOSITION
        if not is_detail and not (before is not None and before.text == "the"):
            return None
    return CashCategory(first)


def _place_category(scene: Scene, direction: CashDirection | None) -> CashCategory | None:
    source, target = scene.place(Part.SOURCE), scene.place(Part.TARGET)
    if scene.clues.has(SpanKind.VERB, "withdraw"):
        return CashCategory.CASH_FROM_BANK
    if target == "bank" and direction is not _IN:
        return CashCategory.BANK_DEPOSIT
    if source == "bank" and direction is not _OUT:
        return CashCategory.CASH_FROM_BANK
    is_moved = scene.clues.has(SpanKind.VERB, "move") and "till" in {source, target}
    if "safe" in {source, target} or is_moved:
        return CashCategory.DESK_TRANSFER
    return None


def _as_seen_from_the_till(
    named: CashCategory, scene: Scene, direction: CashDirection | None
) -> CashCategory | None:
    """Turn a named category into the one it means for money that went this way."""
    has_payer = bool(_PAYERS & {*scene.roles(Part.SUBJECT), *scene.roles(Part.SOURCE)})
    is_customer = has_payer or scene.clues.has(SpanKind.ROLE, "customer")
    if direction is _IN and is_customer:
        if named is CashCategory.SALARY_ADVANCE:
            return CashCategory.CUSTOMER_PREPAYMENT
        if named in _CUSTOMER_SERVICES:
            return CashCategory.SALE_CASH
    is_returned = direction is _OUT and scene.clues.has(SpanKind.VERB, "give_back")
    if is_returned and named is CashCategory.CUSTOMER_PREPAYMENT:
        return CashCategory.CUSTOMER_REFUND
    return named


def _unnamed_category(scene: Scene, direction: CashDirection | None) -> CashCategory | None:
    roles = {party.role for party in scene.parties}
    if "owner" in roles and direction is not None:
        is_in = direction is _IN
        return CashCategory.OWNER_CONTRIBUTION if is_in else CashCategory.OWNER_DRAW
    is_trade = scene.has_trade
    if direction is _IN and not roles - _PAYERS and (is_trade or "customer" in roles):
        return CashCategory.SALE_CASH
    if direction is not _OUT:
        return None
    is_given_back = scene.clues.has(SpanKind.VERB, "give_back")
    if is_given_back and (is_trade or "customer" in roles):
        return CashCategory.CUSTOMER_REFUND
    is_for_goods = scene.clues.has(SpanKind.GOODS) and "customer" not in roles
    return CashCategory.SUPPLIER_GOODS if is_for_goods else None


def _usual_direction(scene: Scene, category: CashCategory | None) -> CashDirection | None:
    """Give the direction of a message without a verb."""
    placed = _placed_direction(scene)
    if placed is not None:
        return placed
    sources = set(scene.roles(Part.SOURCE))
    if sources & _PAYERS:
        return _direction_from_payer(scene, category)
    if category is CashCategory.CUSTOMER_REFUND and sources:
        return None
    if scene.roles(Part.TARGET):
        return _OUT
    return _category_direction(scene, category)


def _direction_from_payer(scene: Scene, category: CashCategory | None) -> CashDirection | None:
    """Read "from" a customer or person: a payment, unless an expense makes it doubtful."""
    if "customer" in scene.roles(Part.SOURCE) or category is CashCategory.SALARY_ADVANCE:
        return None if category is CashCategory.CUSTOMER_REFUND else _IN
    is_in_only = category is not None and CASH_RULES[category].directions == {_IN}
    is_plain = not (scene.has_expense or scene.clues.has(SpanKind.GOODS))
    return _IN if is_in_only or is_plain else None


def _category_direction(scene: Scene, category: CashCategory | None) -> CashDirection | None:
    """Give the way a category usually goes, if its bare name says so."""
    if category is None:
        return _IN if _is_bare_sale(scene) else None
    if category in _NEEDS_PARTY or _is_mixed(scene, category):
        return None
    return _OUT if _OUT in CASH_RULES[category].directions else _IN


def _placed_direction(scene: Scene) -> CashDirection | None:
    if scene.place(Part.TARGET) in {"bank", "safe"}:
        return None if scene.place(Part.SOURCE) in {"bank", "safe"} else _OUT
    return _IN if scene.place(Part.SOURCE) in {"bank", "safe"} else None


def _is_bare_sale(scene: Scene) -> bool:
    """Tell whether only an order or a customer is named."""
    roles = {party.role for party in scene.parties}
    has_buyer = "customer" in roles or scene.clues.has(SpanKind.ORDER)
    return has_buyer and not roles - _PAYERS


def _is_mixed(scene: Scene, category: CashCategory) -> bool:
    """Tell whether a customer stands beside an expense, so that either may have paid."""
    return category in _CUSTOMER_SERVICES and scene.clues.has(SpanKind.ROLE, "customer")


def _allowed(
    direction: CashDirection | None, category: CashCategory | None, scene: Scene
) -> Decision:
    """Take the direction back where the category forbids it, or allows it only as an exception."""
    if direction is None or category is None:
        return direction, category
    directions = CASH_RULES[category].directions
    if direction not in directions:
        return None, category
    is_expense_in = direction is _IN and len(directions) > 1
    is_transfer = category is CashCategory.DESK_TRANSFER
    is_supplier = category is CashCategory.SUPPLIER_GOODS and "supplier" in {
        *scene.roles(Part.SUBJECT),
        *scene.roles(Part.SOURCE),
    }
    if is_expense_in and not is_transfer and not is_supplier:
        return None, category
    return direction, category
