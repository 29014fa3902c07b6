"""Decide which way cash went, or that it must be asked."""

from collections.abc import Callable
from dataclasses import dataclass

from ledger.cash import CashDirection
from parsing.clues import Clues
from parsing.parties import Part, Party
from parsing.spans import SpanKind

_IN, _OUT = CashDirection.IN, CashDirection.OUT
_TRADE = (SpanKind.GOODS, SpanKind.ORDER)
_MONEY_PLACES = frozenset({"bank", "safe", "till"})


@dataclass(frozen=True, slots=True)
class Scene:
    """An operation as the verbs see it: the clues, and who takes part."""

    clues: Clues
    parties: list[Party]

    def roles(self, part: Part) -> list[str]:
        """Give the roles of those who take this part, places of money left out."""
        return [
            party.role
            for party in self.parties
            if party.part is part and party.role not in _MONEY_PLACES
        ]

    def place(self, part: Part) -> str:
        """Give the place of money that takes this part: bank, safe, till."""
        for party in self.parties:
            if party.part is part and party.role in _MONEY_PLACES:
                return party.role
        return ""

    @property
    def getters(self) -> list[str]:
        """Give the roles of those who got the money, "him" and "her" among them."""
        is_pronoun = self.clues.has(SpanKind.PERSON, "him")
        return [*self.roles(Part.TARGET), *(["person"] if is_pronoun else [])]

    @property
    def has_trade(self) -> bool:
        """Tell whether the shop's goods or an order are named."""
        return any(self.clues.has(kind) for kind in _TRADE)

    @property
    def has_expense(self) -> bool:
        """Tell whether a purpose, thing or firm is named."""
        return any(
            self.clues.has(kind) for kind in (SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM)
        )


@dataclass(frozen=True, slots=True)
class Vote:
    """One verb's opinion; the direction is none when the verb leaves it open."""

    direction: CashDirection | None


def verb_votes(scene: Scene) -> list[Vote]:
    """Ask every verb which way the cash went; verbs that say nothing are left out."""
    votes: list[Vote] = []
    for verb in {span.value: span for span in scene.clues.all(SpanKind.VERB)}:
        vote = _VERBS[verb](scene)
        if vote is not None:
            votes.append(vote)
    return votes


def sign_direction(clues: Clues) -> CashDirection | None:
    """Give the direction of a plus or minus before the amount."""
    signs = {span.sign for span in clues.all(SpanKind.AMOUNT) if span.sign}
    signs |= {span.value for span in clues.all(SpanKind.SIGN_WORD)}
    if signs == {"-"}:
        return _OUT
    return _IN if signs == {"+"} else None


def _gave(scene: Scene) -> Vote | None:
    givers, getters = scene.roles(Part.SUBJECT), scene.getters
    if (givers and getters) or scene.place(Part.SOURCE) in {"bank", "safe"}:
        return Vote(None)
    if scene.roles(Part.SOURCE) and not scene.has_expense:
        return Vote(None)
    if givers:
        is_sure = set(givers) & {"customer", "owner"} or _is_buyer(scene, givers)
        return Vote(_IN if is_sure else None)
    if getters:
        return Vote(_OUT)
    return Vote(None if _has_possible_subject(scene.clues) else _OUT)


def _paid(scene: Scene) -> Vote | None:
    givers, getters = scene.roles(Part.SUBJECT), scene.getters
    if (givers and getters) or scene.place(Part.SOURCE) in {"bank", "safe"}:
        return Vote(None)
    if not givers and not getters and _has_possible_subject(scene.clues):
        return Vote(None)
    if givers:
        is_sure = set(givers) == {"customer"} or _is_buyer(scene, givers)
        return Vote(_IN if is_sure else None)
    if getters or scene.has_expense:
        return Vote(_OUT)
    is_source_customer = "customer" in scene.roles(Part.SOURCE)
    return Vote(_IN if scene.clues.has(SpanKind.ORDER) or is_source_customer else None)


def _is_buyer(scene: Scene, givers: list[str]) -> bool:
    """Tell whether a name that gave money is a customer's: one of staff may pay an expense."""
    if not set(givers) <= {"customer", "person"}:
        return False
    return not scene.has_expense or scene.clues.has(
        SpanKind.PURPOSE, "customer_prepayment", "sale_cash"
    )


def _received(scene: Scene) -> Vote | None:
    if scene.place(Part.NAMED) in {"bank", "safe"}:
        return Vote(None)
    if scene.roles(Part.SOURCE):
        return Vote(_IN)
    return Vote(_OUT if scene.roles(Part.SUBJECT) else _IN)


def _took(scene: Scene) -> Vote | None:
    if scene.place(Part.SOURCE) in {"bank", "safe"} or "customer" in scene.roles(Part.SOURCE):
        return Vote(_IN)
    if scene.roles(Part.SOURCE) or scene.place(Part.NAMED) in {"bank", "safe"}:
        return Vote(None)
    takers = scene.roles(Part.SUBJECT)
    if "customer" in takers:
        return Vote(_IN if scene.has_trade else None)
    if not takers and scene.clues.has(SpanKind.ORDER):
        return Vote(_IN)
    is_charge = not takers and scene.clues.has(SpanKind.PREPOSITION, "for_price")
    return Vote(None if is_charge else _OUT)


def _sold(scene: Scene) -> Vote | None:
    return Vote(None if scene.roles(Part.SOURCE) else _IN)


def _bought(scene: Scene) -> Vote | None:
    return Vote(_IN if "customer" in scene.roles(Part.SUBJECT) else _OUT)


def _gave_back(scene: Scene) -> Vote | None:
    givers, getters = scene.roles(Part.SUBJECT), scene.getters
    if givers and getters:
        return Vote(None)
    if scene.clues.has(SpanKind.LEFTOVER) or givers or scene.roles(Part.SOURCE):
        return Vote(None if "customer" in givers or getters else _IN)
    is_refund = scene.clues.has(SpanKind.PURPOSE, "customer_prepayment", "customer_refund")
    return Vote(_OUT if getters or is_refund else None)


def _brought(scene: Scene) -> Vote | None:
    givers = set(scene.roles(Part.SUBJECT))
    if scene.clues.has(SpanKind.LEFTOVER) or "customer" in scene.roles(Part.SOURCE):
        return Vote(_IN)
    if givers & {"owner", "customer"} and not scene.clues.has(SpanKind.GOODS):
        return Vote(_IN)
    is_alone = len({span.value for span in scene.clues.all(SpanKind.VERB)}) == 1
    return Vote(None) if is_alone else None


def _deposited(scene: Scene) -> Vote | None:
    is_known = scene.place(Part.TARGET) or scene.clues.has(SpanKind.PURPOSE, "bank_deposit")
    return Vote(_OUT if is_known else None)


def _withdrew(scene: Scene) -> Vote | None:
    clues = scene.clues
    is_known = clues.has(SpanKind.ROLE, "bank") or clues.has(SpanKind.PURPOSE, "cash_from_bank")
    return Vote(_IN if is_known else None)


def _moved(scene: Scene) -> Vote | None:
    source, target = scene.place(Part.SOURCE), scene.place(Part.TARGET)
    if source == "till" or target in {"safe", "bank"}:
        return Vote(None if source in {"safe", "bank"} else _OUT)
    return Vote(_IN if source in {"safe", "bank"} else None)


def _put_in(scene: Scene) -> Vote | None:
    if scene.place(Part.TARGET) in {"bank", "safe"}:
        return Vote(_OUT)
    return Vote(_IN)


def _unsure(scene: Scene) -> Vote | None:
    del scene
    return Vote(None)


_VERBS: dict[str, Callable[[Scene], Vote | None]] = {
    "give": _gave,
    "pay": _paid,
    "receive": _received,
    "take": _took,
    "sell": _sold,
    "buy": _bought,
    "give_back": _gave_back,
    "bring": _brought,
    "deposit": _deposited,
    "withdraw": _withdrew,
    "move": _moved,
    "put_in": _put_in,
    "unsure": _unsure,
}
"""How each verb of the lexicon is read."""


def _has_possible_subject(clues: Clues) -> bool:
    """Tell whether an unknown word or pronoun directly before the verb may be who did it."""
    for index in clues.by_kind.get(SpanKind.VERB, ()):
        before = clues.neighbour(index, -1)
        if before is None:
            continue
        if before.kind is SpanKind.WORD or before.value == "other_person":
            return True
    return False
