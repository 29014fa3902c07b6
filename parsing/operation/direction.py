"""Weigh which way cash went: every verb, sign and party says what it has to say."""

from dataclasses import dataclass, field

from ledger.cash import CashDirection
from parsing.annotation.spans import SpanKind
from parsing.operation.clues import Clues
from parsing.operation.scene import Scene
from parsing.operation.verb_rules import IN, OUT, VERB_RULES

LEAD = 25
"""Less than this between the ways is as good as even: it is asked."""
_VERBS_MAX = 40
"""No cash talk has more verbs than this; the first ones of a longer text are looked at."""
_TRADING = frozenset({"sell", "buy"})
_ASIDE_PERCENT = 40
"""How much a verb counts in whose clause no amount stands, when another's has one."""
SURE = 40
"""Evidence from here on is filed without asking, when nothing of weight speaks against it."""


@dataclass(slots=True)
class Weights:
    """How much speaks for each way."""

    ways: dict[CashDirection, int] = field(default_factory=lambda: {IN: 0, OUT: 0})
    reasons: list[str] = field(default_factory=list)

    def add(self, way: CashDirection, weight: int, why: str) -> None:
        """Let something speak for a way."""
        self.ways[way] += weight
        if weight:
            self.reasons.append(f"{why}: {way} +{weight}")

    @property
    def leading(self) -> CashDirection | None:
        """The way that more speaks for; none when nothing does, or as much for both."""
        lead = self.ways[IN] - self.ways[OUT]
        if abs(lead) < LEAD:
            return None
        return IN if lead > 0 else OUT

    @property
    def is_sure(self) -> bool:
        """Tell whether it may be filed: much speaks for it, little against."""
        high, low = max(self.ways.values()), min(self.ways.values())
        return high >= SURE and low * 2 <= high and low < SURE


def weigh_verbs(scene: Scene, weights: Weights) -> None:
    """Let every verb that is there speak once, by the first of its rules that holds."""
    clues = scene.clues
    clauses: dict[str, Scene] = {}
    for place in clues.by_kind.get(SpanKind.VERB, ())[:_VERBS_MAX]:
        verb, clause = clues.spans[place].value, scene.clause_of(place)
        if verb not in clauses or (clause.has_amount and not clauses[verb].has_amount):
            clauses[verb] = clause
    has_amount = any(clause.has_amount for clause in clauses.values())
    for verb, clause in clauses.items():
        is_aside = has_amount and not clause.has_amount and verb not in _TRADING
        for rule in VERB_RULES.get(verb, ()):
            if rule.holds(clause):
                weight = rule.weight * _ASIDE_PERCENT // 100 if is_aside else rule.weight
                weights.add(rule.way, weight, f"the verb {verb!r}")
                break


def weigh_sign(clues: Clues, weights: Weights) -> None:
    """Let a plus or minus before the amount speak."""
    signs = {span.sign for span in clues.all(SpanKind.AMOUNT) if span.sign}
    for at in clues.by_kind.get(SpanKind.SIGN_WORD, ()):
        before = clues.neighbour(at, -1)
        if before is None or before.number is None:
            # Between two figures it is a sum, not a sign.
            signs.add(clues.spans[at].value)
    # "Касса +385": the sign is the till's.
    weight = (
        _TILL_SIGN
        if any(_is_after_till(clues, at) for at in clues.by_kind.get(SpanKind.AMOUNT, ()))
        else _SIGN
    )
    if signs == {"-"}:
        weights.add(OUT, weight, "a minus")
    elif signs == {"+"}:
        weights.add(IN, weight, "a plus")


_SIGN, _TILL_SIGN = 60, 90


def _is_after_till(clues: Clues, at: int) -> bool:
    """Tell whether an amount with its sign stands right after the till."""
    before = clues.neighbour(at, -1)
    return bool(clues.spans[at].sign) and before is not None and before.value == "till"
