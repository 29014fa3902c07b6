"""What each verb says of which way cash went, by who takes part and what it is about."""

from collections.abc import Callable
from dataclasses import dataclass

from ledger.cash import CashDirection
from parsing.annotation.spans import SpanKind
from parsing.operation.bought_and_sold import (
    are_goods_back,
    is_bought_off_somebody,
    is_got_for_service,
    is_into_till,
    is_named_buyer_gone,
    is_named_buyer_paying,
    is_paid_and_taken_away,
    is_paid_by_who_got_goods,
    is_taken_by_count,
    is_taking_goods,
)
from parsing.operation.comings import (
    are_takings_collected,
    came_by_vehicle,
    is_settled_by_her,
    is_taken_for,
    is_taken_for_what_came,
)
from parsing.operation.parties import Part
from parsing.operation.scene import OURS, Scene
from parsing.operation.stories import (
    came_and_bought,
    is_banked,
    is_carrier_paid,
    is_charged_after_work,
    is_for_customer,
    is_for_work,
    is_given_for_what_came,
    is_got_by_subject,
    is_got_by_us,
    is_handed_out,
    is_own_thing_mended,
    is_own_wage,
    is_paid_after,
    is_paid_after_receiving,
    is_paid_for_it,
    is_paid_to_him,
    is_picked_up,
    is_settled_for_work,
    somebody_bought,
)
from parsing.operation.who_acts import (
    by_a_service,
    by_other,
    by_self,
    gives_to_them,
    is_back,
    is_for_goods,
    is_given_by_us,
    maybe_by_somebody,
    owner_adds,
)

IN, OUT = CashDirection.IN, CashDirection.OUT


@dataclass(frozen=True, slots=True)
class Rule:
    """What a verb says when something holds: which way, and with what weight."""

    holds: Callable[[Scene], bool]
    way: CashDirection
    weight: int


def _always(scene: Scene) -> bool:
    del scene
    return True


def _to_us(scene: Scene) -> bool:
    return scene.is_to_us


def _got_by_somebody(scene: Scene) -> bool:
    return bool(scene.getters)


def _is_brought_back(scene: Scene) -> bool:
    """Tell whether somebody sent to buy came back with the change: no customer brings it."""
    return scene.verbs("bring") and "customer" not in scene.getters


def _for_expense(scene: Scene) -> bool:
    return scene.has_expense


def _is_sale(scene: Scene) -> bool:
    return scene.clues.has(SpanKind.PURPOSE, "sale_cash", "customer_prepayment")


def _from_place(scene: Scene) -> bool:
    return scene.place(Part.SOURCE) in {"bank", "safe"}


def _into_place(scene: Scene) -> bool:
    return scene.place(Part.TARGET) in {"bank", "safe"}


def _by(*roles: str) -> Callable[[Scene], bool]:
    return lambda scene: bool(scene.givers & set(roles))


def _from(*roles: str) -> Callable[[Scene], bool]:
    return lambda scene: bool(scene.sources & set(roles))


def _names(kind: SpanKind, *values: str) -> Callable[[Scene], bool]:
    return lambda scene: scene.clues.has(kind, *values)


def _both(*conditions: Callable[[Scene], bool]) -> Callable[[Scene], bool]:
    return lambda scene: all(condition(scene) for condition in conditions)


def _either(*conditions: Callable[[Scene], bool]) -> Callable[[Scene], bool]:
    return lambda scene: any(condition(scene) for condition in conditions)


def _not(condition: Callable[[Scene], bool]) -> Callable[[Scene], bool]:
    return lambda scene: not condition(scene)


def _by_somebody(scene: Scene) -> bool:
    return bool(scene.givers)


def _with_trade(scene: Scene) -> bool:
    return scene.has_trade


def _with_a_thing(scene: Scene) -> bool:
    clues = scene.clues
    return any(clues.has(kind) for kind in (SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE))


def _is_nobody(scene: Scene) -> bool:
    return not scene.parties


def _by_buyer(scene: Scene) -> bool:
    return scene.has_buyer


_OWE_US = ("supplier", "landlord", "bank")
"""Who gives back to the shop, as it does to its customers."""


def _is_bare_paying(scene: Scene) -> bool:
    """Tell whether "заплатила 350 за …" opens, with nobody named and no order: we paid."""
    clues = scene.clues
    opening = clues.spans[0] if clues.spans else None
    is_first = opening is not None and opening.folded.startswith(_PAYING_OUT)
    return is_first and not scene.parties and not clues.has(SpanKind.ORDER)


_PAYING_OUT = ("заплат", "paid", "zaplat")
_by_ours = _by(*OURS)
_has_order = _names(SpanKind.ORDER)
_of_a_firm = _both(_with_trade, lambda scene: scene.named("firm"))
_has_bill = _names(SpanKind.DOCUMENT_WORD)
_has_leftover = _names(SpanKind.LEFTOVER)
_at_bank = _either(_names(SpanKind.ROLE, "bank"), _names(SpanKind.CARD))

_BANKED = "bank_deposit"
_PAID_IN = ("bank_fees", "taxes_fees", "utilities", "rent", _BANKED)
_at_a_discount = _either(_names(SpanKind.DISCOUNT), _names(SpanKind.COMMON, "instead"))

VERB_RULES: dict[str, tuple[Rule, ...]] = {
    "give": (
        Rule(is_got_by_us, IN, 70),
        Rule(is_got_by_subject, OUT, 70),
        Rule(_both(is_handed_out, _not(_to_us)), OUT, 70),
        Rule(is_given_for_what_came, OUT, 70),
        Rule(_either(_to_us, _from_place), IN, 60),
        Rule(is_given_by_us, OUT, 60),
        Rule(_both(_names(SpanKind.CHANGE), _got_by_somebody, _is_brought_back), OUT, 70),
        Rule(_both(_names(SpanKind.CHANGE), _either(by_other, _by("customer"))), IN, 60),
        Rule(_both(_names(SpanKind.CHANGE), _not(_for_expense)), IN, 40),
        Rule(_both(_names(SpanKind.CHANGE), _is_nobody), OUT, 30),
        Rule(lambda scene: scene.place(Part.SUBJECT) in {"till", "bank"}, IN, 60),
        Rule(_both(gives_to_them, _not(_with_trade)), OUT, 60),
        Rule(
            _both(_by("customer", "supplier"), lambda scene: "customer" not in scene.getters),
            IN,
            60,
        ),
        Rule(_both(_by("owner"), _not(_got_by_somebody), _not(_for_expense)), IN, 50),
        Rule(_both(_by_somebody, _got_by_somebody, lambda scene: scene.named(*OURS)), OUT, 40),
        Rule(_both(_by_somebody, _got_by_somebody), OUT, 30),
        Rule(_both(_by("surname"), _not(_for_expense)), IN, 40),
        Rule(_both(by_other, _not(_got_by_somebody)), IN, 50),
        Rule(_both(_by_somebody, _for_expense, _not(_with_trade)), OUT, 15),
        Rule(_by_somebody, IN, 20),
        Rule(_both(lambda scene: bool(scene.sources), _not(_for_expense)), IN, 20),
        Rule(
            _both(_names(SpanKind.PURPOSE, "customer_prepayment"), _not(_got_by_somebody)), IN, 50
        ),
        Rule(_both(maybe_by_somebody, _not(_got_by_somebody)), OUT, 15),
        Rule(_either(_got_by_somebody, _for_expense), OUT, 60),
        Rule(_always, OUT, 50),
    ),
    "pay": (
        Rule(lambda scene: scene.place(Part.SUBJECT) == "till", OUT, 70),
        Rule(_by("landlord"), OUT, 60),
        Rule(_either(is_paid_to_him, is_given_for_what_came), OUT, 60),
        Rule(_both(by_self, _not(_to_us)), OUT, 60),
        Rule(is_bought_off_somebody, OUT, 50),
        Rule(_either(_to_us, _by("customer"), is_paid_by_who_got_goods), IN, 60),
        Rule(_both(_from("customer"), _not(_got_by_somebody)), IN, 60),
        Rule(is_settled_by_her, OUT, 50),
        Rule(is_named_buyer_gone, IN, 60),
        Rule(_both(is_paid_and_taken_away, _not(_by_somebody)), IN, 50),
        Rule(_both(is_named_buyer_paying, _not(_for_expense)), IN, 30),
        Rule(_got_by_somebody, OUT, 60),
        Rule(_both(by_other, lambda scene: scene.named("customer")), IN, 60),
        Rule(_both(by_other, _not(_for_expense)), IN, 50),
        Rule(_both(_by("surname"), _either(_with_trade, _is_sale, _not(_for_expense))), IN, 50),
        Rule(_both(_by("surname", "person"), is_settled_for_work), IN, 46),
        Rule(_both(_by("surname", "person"), is_own_thing_mended), IN, 46),
        Rule(_by("surname"), IN, 30),
        Rule(_both(_by("person"), _either(_with_trade, _is_sale), _not(_for_expense)), IN, 40),
        Rule(_either(_by_ours, _both(_by_somebody, _for_expense)), OUT, 40),
        Rule(_both(_either(_has_bill, _of_a_firm), _not(_has_order), _not(_is_sale)), OUT, 50),
        Rule(_by_somebody, IN, 20),
        Rule(_either(_is_sale, _both(_has_order, _not(_for_expense))), IN, 60),
        Rule(_both(_from("surname", "person", "firm"), _not(_by_somebody)), OUT, 30),
        Rule(maybe_by_somebody, IN, 30),
        Rule(_either(_for_expense, lambda scene: scene.named("supplier", "landlord")), OUT, 60),
        Rule(_both(lambda scene: scene.verbs("bring"), _names(SpanKind.GOODS)), OUT, 50),
        Rule(_both(_with_trade, _is_bare_paying), OUT, 30),
        Rule(_with_trade, IN, 20),
        Rule(_always, OUT, 30),
    ),
    "receive": (
        Rule(is_own_wage, OUT, 70),
        Rule(
            _both(lambda scene: scene.place(Part.NAMED) in {"bank", "safe"}, _not(_by_buyer)),
            IN,
            50,
        ),
        Rule(_names(SpanKind.PERSON, "from_me"), OUT, 60),
        Rule(_both(by_other, lambda scene: scene.place(Part.SOURCE) == "till"), OUT, 60),
        Rule(_both(by_other, _for_expense, _not(_with_trade), _not(_is_sale)), OUT, 60),
        Rule(is_paid_after_receiving, OUT, 40),
        Rule(_both(_by("customer"), _for_expense), OUT, 50),
        Rule(_both(_by_ours, lambda scene: scene.sources <= OURS), OUT, 50),
        Rule(lambda scene: bool(scene.sources), IN, 60),
        Rule(_both(_by("customer"), _not(_with_trade), _not(_is_sale)), OUT, 30),
        Rule(_both(_by_somebody, _names(SpanKind.PURPOSE, "salary", "salary_advance")), OUT, 50),
        Rule(_both(_by_buyer, _not(_by_ours)), IN, 60),
        Rule(_both(_by_ours, _for_expense), OUT, 50),
        Rule(_by(*OURS, "supplier"), OUT, 40),
        Rule(_by_somebody, OUT, 30),
        Rule(is_got_for_service, IN, 70),
        Rule(_both(_for_expense, _with_trade, _not(_has_order)), OUT, 10),
        Rule(_always, IN, 60),
    ),
    "take": (
        Rule(_names(SpanKind.PERSON, "from_me"), OUT, 60),
        Rule(_both(_by("customer"), is_for_work), OUT, 60),
        Rule(are_takings_collected, OUT, 70),
        Rule(is_taken_for_what_came, OUT, 60),
        Rule(_both(by_other, _for_expense, _not(_with_trade)), OUT, 60),
        Rule(_both(_names(SpanKind.PURPOSE, "salary"), _not(_from("customer"))), OUT, 60),
        Rule(_names(SpanKind.PURPOSE, "bank_fees"), OUT, 60),
        Rule(_names(SpanKind.PURPOSE, "cash_from_bank"), IN, 60),
        Rule(_either(_names(SpanKind.PURPOSE, _BANKED), _names(SpanKind.THING, _BANKED)), OUT, 60),
        Rule(_both(_at_a_discount, _not(_by_ours)), IN, 50),
        Rule(lambda scene: scene.place(Part.SUBJECT) == "bank", OUT, 60),
        Rule(_names(SpanKind.PURPOSE, "supplier_goods"), OUT, 50),
        Rule(_both(_from("surname", "firm"), is_paid_after), OUT, 50),
        Rule(is_taken_by_count, OUT, 50),
        Rule(is_taking_goods, IN, 50),
        Rule(_either(_from_place, _from("customer", "surname")), IN, 60),
        Rule(lambda scene: scene.place(Part.SOURCE) == "till", OUT, 60),
        Rule(lambda scene: scene.place(Part.NAMED) in {"bank", "safe"}, IN, 10),
        Rule(_both(lambda scene: bool(scene.sources), _not(_by_somebody)), IN, 35),
        Rule(_both(_by("customer", "surname"), _not(_for_expense), _with_trade), IN, 50),
        Rule(_both(_by("customer", "surname"), _not(_for_expense)), IN, 20),
        Rule(
            _both(lambda scene: scene.named("customer"), _with_trade, _not(_by_somebody)), IN, 40
        ),
        Rule(_either(_by_ours, _both(_by_somebody, _for_expense)), OUT, 60),
        Rule(_either(is_picked_up, is_charged_after_work), IN, 45),
        Rule(_by_somebody, OUT, 40),
        Rule(_either(_has_order, lambda scene: "surname" in scene.roles(Part.NAMED)), IN, 50),
        Rule(_both(_with_trade, _names(SpanKind.CASH), _not(_for_expense)), IN, 50),
        Rule(_both(is_for_goods, _not(_for_expense)), IN, 40),
        Rule(_both(_names(SpanKind.PREPOSITION, "for_price"), _not(_for_expense)), IN, 40),
        Rule(is_taken_for, IN, 20),
        Rule(_always, OUT, 40),
    ),
    "sell": (
        Rule(_to_us, OUT, 60),
        Rule(_both(lambda scene: bool(scene.sources), _not(_by_buyer)), IN, 20),
        Rule(_always, IN, 70),
    ),
    "buy": (
        Rule(_either(somebody_bought, _both(came_and_bought, _not(_for_expense))), IN, 60),
        Rule(_either(_by("customer"), _names(SpanKind.PERSON, "at_us")), IN, 60),
        Rule(_from("customer", "surname", "person"), OUT, 60),
        Rule(_both(_by("surname"), _with_trade, _not(_for_expense)), IN, 60),
        Rule(_both(is_for_customer, _with_trade), OUT, 50),
        Rule(maybe_by_somebody, IN, 30),
        Rule(
            _both(lambda scene: scene.named("customer"), _with_trade, _not(_for_expense)), IN, 50
        ),
        Rule(_always, OUT, 60),
    ),
    "give_back": (
        Rule(_either(_to_us, _has_leftover, _by(*_OWE_US), _from(*_OWE_US)), IN, 60),
        Rule(_both(is_into_till, lambda scene: scene.place(Part.TARGET) == "till"), IN, 70),
        Rule(_both(_with_trade, are_goods_back), OUT, 70),
        Rule(_both(_either(by_a_service, _by("owner")), _not(_got_by_somebody)), IN, 50),
        Rule(_names(SpanKind.PURPOSE, "sale_cash"), IN, 60),
        Rule(_either(_by("firm"), _from("firm")), IN, 50),
        Rule(_both(by_other, lambda scene: "customer" not in scene.getters), IN, 60),
        Rule(_got_by_somebody, OUT, 60),
        Rule(_names(SpanKind.PURPOSE, "customer_refund", "customer_prepayment"), OUT, 50),
        Rule(_both(_by("customer", "surname"), _with_trade), OUT, 50),
        Rule(_both(_has_order, _not(_by_somebody), _with_trade), OUT, 50),
        Rule(_either(_by("customer"), _from("customer")), OUT, 10),
        Rule(_both(_by_somebody, _for_expense), IN, 40),
        Rule(_by_somebody, IN, 30),
        Rule(_always, OUT, 30),
    ),
    "bring": (
        Rule(is_carrier_paid, OUT, 60),
        Rule(came_by_vehicle, OUT, 45),
        Rule(_both(is_back, _by("customer"), _with_a_thing), OUT, 40),
        Rule(is_paid_for_it, OUT, 40),
        Rule(_both(is_back, _not(_by("customer"))), IN, 60),
        Rule(_both(_got_by_somebody, _names(SpanKind.GOODS), _not(_by("customer"))), OUT, 50),
        Rule(_either(_by("customer", "owner", "surname"), _by_buyer, _has_leftover), IN, 50),
        Rule(_both(_by("courier"), _names(SpanKind.CASH)), IN, 40),
        Rule(_both(_names(SpanKind.PREPOSITION, "for_price"), _names(SpanKind.GOODS)), IN, 50),
        Rule(_either(_names(SpanKind.GOODS), _by("supplier")), OUT, 20),
        Rule(_by_somebody, IN, 30),
    ),
    "carry": (
        Rule(_either(_into_place, lambda scene: scene.named("bank")), OUT, 60),
        Rule(_either(_by_somebody, _by_buyer), IN, 60),
        Rule(_got_by_somebody, OUT, 60),
    ),
    "deposit": (
        Rule(_both(_has_leftover, _by_somebody), IN, 60),
        Rule(_names(SpanKind.PURPOSE, "other_income"), IN, 60),
        Rule(is_banked, OUT, 60),
        Rule(_names(SpanKind.PURPOSE, "bank_deposit"), OUT, 60),
        Rule(_both(_by("courier"), lambda scene: "customer" in scene.getters), OUT, 60),
        Rule(_by("customer", "surname", "courier"), IN, 30),
        Rule(_always, OUT, 5),
    ),
    "withdraw": (
        Rule(_both(_by("owner"), _not(_at_bank)), OUT, 60),
        Rule(_at_bank, IN, 60),
        Rule(_names(SpanKind.PURPOSE, "cash_from_bank"), IN, 60),
        Rule(_always, IN, 30),
    ),
    "move": (
        Rule(_both(_with_trade, _not(lambda it: it.named("safe", "till", "bank"))), IN, 40),
        Rule(_either(_into_place, lambda scene: scene.place(Part.SOURCE) == "till"), OUT, 60),
        Rule(_from_place, IN, 60),
        Rule(lambda scene: scene.named("safe", "till"), OUT, 40),
        Rule(_names(SpanKind.PURPOSE, "desk_transfer"), OUT, 40),
        Rule(_always, OUT, 30),
    ),
    "put_in": (
        Rule(_both(lambda it: it.place(Part.SOURCE) == "till", _for_expense), OUT, 60),
        Rule(_either(_both(is_back, is_into_till), owner_adds), IN, 70),
        Rule(_both(is_back, _has_leftover, _not(lambda scene: scene.verbs("take"))), IN, 60),
        Rule(
            _either(
                _into_place, _names(SpanKind.PURPOSE, "phone_internet"), _names(SpanKind.FIRM)
            ),
            OUT,
            60,
        ),
        Rule(_names(SpanKind.PURPOSE, *_PAID_IN), OUT, 50),
        Rule(_either(lambda scene: scene.named("till", "owner"), _to_us), IN, 50),
        Rule(_always, IN, 30),
    ),
    "spend": (
        Rule(is_got_by_us, IN, 70),
        Rule(_both(_has_order, _not(_for_expense)), IN, 30),
        Rule(_always, OUT, 60),
    ),
}
"""What each verb of the lexicon says, seen from the till; the first rule that holds counts."""
