"""What a question holds against each other but days, and what it ranks or parts by itself."""

from itertools import pairwise

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.people_said import holds_apart, team_in
from parsing.questions.slots import Slots

_PAYMENTS = (
    "payment", "transfer", "invoice", "payout", "платеж", "платіж", "оплат", "виплат", "выплат",
    "переказ", "перевод", "проплат", "розрахун", "расчет", "покупк", "закупк", "закупівл",
    "purchase",
)  # fmt: skip
_PASSED = frozenset({"filler", "gap", "digits", "when"})
_BY = frozenset({"by", "per", "each", "по"})


def are_things_apart(slots: Slots) -> bool:
    """Tell whether names, tills or banks are held against each other, and no days."""
    is_held = any(map(holds_apart, slots.marks)) or slots.has("ask", "compare")
    is_placed = slots.place is not None and " " in slots.place
    return len(slots.periods) < 2 and (  # days against days
        slots.is_apart_in_categories or (is_held and (is_placed or slots.are_names_joined))
    )


def are_people_apart(slots: Slots) -> bool:
    """Tell whether people of whom one is of the team are held against each other."""
    team = team_in(slots.marks)
    is_held = any(map(holds_apart, slots.marks)) and slots.are_names_joined
    return bool(team) and (is_held or (len(team) > 1 and slots.has("ask", "who")))


def is_of_entries(slots: Slots) -> bool:
    """Tell whether single payments are ranked: "biggest payment to a supplier", and who got it.

    "The largest suppliers by payments" are ranked themselves.
    """
    ranked = next((at for at, mark in enumerate(slots.marks) if mark.section == "rank"), None)
    rest = slots.marks[ranked + 1 :] if ranked is not None else ()
    telling = [mark for mark in rest if mark.section not in _PASSED or _is_payment(mark)]
    if not telling or telling[0].section not in {"measure", "counted", "ask", "spec", "filler"}:
        return False
    return _is_payment(telling[0])


def _is_payment(mark: Mark) -> bool:
    return any(word.startswith(_PAYMENTS) for word in fold(mark.text).split())


def is_by_group(slots: Slots) -> bool:
    """Tell whether a group is what a figure is parted by: "by payer", "по клиентам"."""
    return any(
        fold(one.text) in _BY and two.section == "group" for one, two in pairwise(slots.marks)
    )
