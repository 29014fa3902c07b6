"""Propose what bank lines are, and learn from each answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from categorisation.autonomy import (
    CONFIRMATIONS_MIN,
    TIE,
    WAVERS_SHARE,
    Limits,
    Standing,
    Veto,
)
from categorisation.clues import Clues, Source
from categorisation.confidence import Confidence
from categorisation.explain import Because, Reason, reason_for, reason_of_rule
from categorisation.line import LineFacts
from categorisation.memory import CATEGORY_MAX, Kept, count_of, total_of
from categorisation.predict import NOVEL, Predictor, Ranked, Seen
from categorisation.reading import Reader
from categorisation.rules import Hit, Kind, Rule, RuleBook, book_of
from categorisation.weights import shipped_weights

TARGET = 0.99
"""The share of lines filed alone that are to be right."""
_OTHERWISE_MIN = 3
_OTHERWISE_SHARE = 20
"""A starter rule yields everywhere where more than one of so many answers, and three, differ."""
_MEANT = 0.5
"""A guess below it is no mistake: nobody was told that it is so."""
_EARNING = tuple(
    map(
        int,
        (
            Source.IDENTIFIER,
            Source.TAX_ID,
            Source.PARTY,
            Source.PURPOSE,
            Source.PURPOSE_START,
            Source.RULE,
        ),
    )
)
_RULE, _RULE_PARTY = int(Source.RULE), int(Source.RULE_PARTY)
_PARTY, _FIRST_WORD = int(Source.PARTY), int(Source.FIRST_WORD)
_TELLING = tuple(map(int, (Source.PARTY_PURPOSE, Source.PURPOSE, Source.PURPOSE_START)))


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a line is taken for; `category` is empty when nothing is known."""

    category: str
    confidence: float
    auto: bool
    reason: Reason
    alternatives: tuple[tuple[str, float], ...] = ()
    veto: Veto | None = None
    kind: Kind = Kind.FILED


class Categoriser:
    """All that is known of a shop's lines; the same answers in order give the same state."""

    def __init__(
        self,
        rules: Sequence[Rule] = (),
        *,
        hints: Sequence[Rule] = (),
        target: float = TARGET,
        limits: Limits | None = None,
    ) -> None:
        """Begin with nothing learned.

        Args:
            rules: in order; the first that fits a line decides.
            hints: rules that decide nothing: that they fit is only one more clue.
            target: the share of lines filed alone that are to be right.
            limits: what the director lets be filed alone.
        """
        self._rules, self._hints = book_of(tuple(rules)), book_of(tuple(hints or rules))
        self._reader = Reader(self._rules, self._hints)
        self.limits = limits or Limits()
        self.predictor = Predictor(shipped_weights())
        self.confidence = Confidence(target)
        self.standing = Standing()
        self.categories: list[str] = []
        self._numbers: dict[str, int] = {}

    @property
    def rules(self) -> RuleBook:
        """The rules that decide; others may take their place."""
        return self._rules

    @rules.setter
    def rules(self, rules: RuleBook) -> None:
        self._rules = rules
        self._reader = Reader(rules, self._hints)

    def propose(self, lines: Sequence[LineFacts]) -> list[Proposal]:
        """Propose a category for each line, as if none of them were known yet."""
        read = list(map(self._reader.read, lines))
        clues = [each for _, each in read]
        seen = self.predictor.seen(clues)
        decided = [self._deciding(hit, each) for (hit, _), each in zip(read, seen, strict=True)]
        guesses = self.predictor.guess(clues, seen, list(map(self._number_of, decided)))
        asked = map(_Asked, clues, seen, guesses, [hit for hit, _ in read])
        return [
            self._learned(each) if hit is None else self._by_rule(each, hit)
            for each, hit in zip(asked, decided, strict=True)
        ]

    def confirm(self, line: LineFacts, category: str) -> None:
        """Learn what somebody says a line is, and from what would have been guessed just before.

        Raises:
            ValueError: no category, or more of them than are told apart (4,095).
        """
        if not category or len(self.categories) + 1 >= CATEGORY_MAX:
            message = "a line is confirmed as a category, one of at most 4,095"
            raise ValueError(message)
        _, clues = self._reader.read(line)
        seen = self.predictor.memory.seen(clues.keys)
        number = self._number(category)
        guess = self.predictor.learn(clues, seen, number)
        if not guess:
            return
        (guessed, score), unearned = guess[0], self._unearned(clues, seen, guess)
        is_right, is_newer = guessed == number, unearned is Veto.FEW_CONFIRMATIONS
        is_meant = unearned is None or is_newer
        self.confidence.record(score if is_meant else 0.0, is_right=is_right, is_newer=is_newer)
        if is_right or score >= _MEANT:
            self.standing.record(clues.party, is_right=is_right)

    def forget(self, line: LineFacts, category: str) -> None:
        """Take a confirmation of any age out of memory; the text model fades it by itself."""
        number = self._numbers.get(category)
        if number is not None:
            _, clues = self._reader.read(line)
            self.predictor.memory.forget(clues.keys.values(), number)

    def study(self, history: Iterable[tuple[LineFacts, str]]) -> None:
        """Learn answered lines in order of time."""
        for line, category in history:
            self.confirm(line, category)

    def _number(self, category: str) -> int:
        number = self._numbers.get(category)
        if number is None:
            number = self._numbers[category] = len(self.categories)
            self.categories.append(category)
        return number

    def _number_of(self, hit: Hit | None) -> int | None:
        return None if hit is None else self._numbers.get(hit.rule.category, NOVEL)

    def _deciding(self, hit: Hit | None, seen: Seen) -> Hit | None:
        """Give the rule that fits where it decides, whatever was learned."""
        if hit is None or not hit.rule.is_sure or self._is_overruled(hit.rule, seen):
            return None
        return hit

    def _learned(self, asked: "_Asked") -> Proposal:
        """Propose by what was learned, or by a rule that is not sure until that is."""
        learned, hit = self._by_guess(asked), asked.hit
        if hit is None or hit.rule.is_sure or learned.auto:
            return learned
        return self._by_rule(asked, hit)

    def _by_guess(self, asked: "_Asked") -> Proposal:
        line = asked.clues.line
        if not asked.guess:
            nothing = Reason(Because.NOTHING, is_out=line.is_out)
            return Proposal("", 0.0, auto=False, reason=nothing, veto=Veto.NOTHING_KNOWN)
        (guessed, score), *others = self._named(asked.guess)
        unearned = self._unearned(asked.clues, asked.seen, asked.guess)
        veto = self._veto(line, score, unearned)
        reason = reason_for(asked.seen, asked.guess[0][0], is_out=line.is_out)
        return Proposal(guessed, score, veto is None, reason, tuple(others), veto)

    def _by_rule(self, asked: "_Asked", hit: Hit) -> Proposal:
        rule, line = hit.rule, asked.clues.line
        is_above = self.limits.is_above(line.amount.minor, line.amount.currency)
        veto = Veto.ABOVE_CAP if is_above else None if rule.is_sure else Veto.UNSURE
        reason = reason_of_rule(rule.name, hit.matched, is_out=line.is_out)
        others = [pair for pair in self._named(asked.guess) if pair[0] != rule.category]
        sure = 1.0 if rule.is_sure else 0.5
        return Proposal(rule.category, sure, veto is None, reason, tuple(others), veto, rule.kind)

    def _named(self, guess: Ranked) -> list[tuple[str, float]]:
        return [(self.categories[number], chance) for number, chance in guess]

    def _is_overruled(self, rule: Rule, seen: Seen) -> bool:
        """Tell whether people said otherwise where a starter rule fitted: here, or too often."""
        if not rule.is_starter:
            return False
        number = self._numbers.get(rule.category, -1)
        here, anywhere = seen.get(_RULE_PARTY), seen.get(_RULE)
        total = total_of(anywhere)
        others = total - count_of(anywhere, number)
        is_often = others >= _OTHERWISE_MIN and others * _OTHERWISE_SHARE > total
        return is_often or total_of(here) > count_of(here, number)

    def _veto(self, line: LineFacts, score: float, unearned: Veto | None) -> Veto | None:
        if self.limits.is_above(line.amount.minor, line.amount.currency):
            return Veto.ABOVE_CAP
        sure = self.confidence.thresholds
        if unearned is Veto.FEW_CONFIRMATIONS and score >= sure.newer:
            return None
        return Veto.UNSURE if score < sure.usual else unearned

    def _unearned(self, clues: Clues, seen: Seen, guess: Ranked) -> Veto | None:
        """Tell what keeps a guess from being filed alone, however sure it is."""
        if not guess:
            return Veto.NOTHING_KNOWN
        best, chance = guess[0]
        if len(guess) > 1 and chance - guess[1][1] < TIE:
            return Veto.TIE
        if self.standing.is_lost(clues.party):
            return Veto.REFUSED
        if _is_wavering(seen, best):
            return Veto.WAVERS
        confirmed = _confirmations(seen, best)
        if confirmed < CONFIRMATIONS_MIN:
            return Veto.FEW_CONFIRMATIONS if confirmed else Veto.NEVER_CONFIRMED
        return None


def _confirmations(seen: Seen, category: int) -> int:
    """Give how often a category was confirmed where that proves something.

    How a name begins does where the party was met: of newcomers filed by it 1 in 28 was wrong.
    """
    counted = [count_of(seen[each], category) for each in _EARNING if each in seen]
    if count_of(seen.get(_PARTY), category):
        counted.append(count_of(seen.get(_FIRST_WORD), category))
    return max(counted, default=0)


def _is_wavering(seen: Seen, category: int) -> bool:
    """Tell whether a party was often filed otherwise, and its purpose does not tell when."""
    told = [
        seen[each] for each in _TELLING if count_of(seen.get(each), category) >= CONFIRMATIONS_MIN
    ]
    party = seen.get(_PARTY)
    known = told or ([] if party is None else [party])
    return bool(known) and all(_is_often_otherwise(each, category) for each in known)


def _is_often_otherwise(known: Kept, category: int) -> bool:
    """Tell whether more than one answer of so many was another category."""
    total = total_of(known)
    return (total - count_of(known, category)) * WAVERS_SHARE > total


class _Asked(NamedTuple):
    """A line that is asked about, and what is known of it."""

    clues: Clues
    seen: Seen
    guess: Ranked
    hit: Hit | None
