"""Propose what bank lines are, and learn from each answer."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from categorisation.autonomy import CONFIRMATIONS_MIN, TIE, Limits, Standing, Veto
from categorisation.clues import Clues, Source, clues_of
from categorisation.confidence import Answer, Confidence
from categorisation.explain import Because, Reason, reason_for
from categorisation.line import LineFacts
from categorisation.memory import CATEGORY_MAX, count_of, total_of
from categorisation.predict import Lesson, Predictor, Ranked, Seen
from categorisation.rules import Hit, Kind, Rule, RuleBook
from categorisation.weights import shipped_weights

TARGET = 0.99
"""The share of lines filed alone that are to be right."""
UNDO_MAX = 32
"""Confirmations that can be taken back whole; each holds the rows that it changed."""
_OTHERWISE_MIN = 3
_OTHERWISE_SHARE = 20
"""A starter rule yields everywhere where more than one of so many answers, and three, differ."""
_MEANT = 0.5
"""A guess below it is no mistake: nobody was told that it is so."""
_EARNING = (
    Source.IDENTIFIER,
    Source.TAX_ID,
    Source.PARTY,
    Source.PURPOSE,
    Source.FIRST_WORD,
    Source.PURPOSE_START,
    Source.RULE,
)


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
    guessed: str = ""
    """What memory and prediction alone say: their confidence is measured by it."""
    score: float = 0.0
    unearned: Veto | None = Veto.NOTHING_KNOWN
    """What keeps the guess from being filed alone, however sure it is."""


@dataclass(slots=True)
class _Answer:
    lesson: Lesson
    party: int
    standing: int | None
    dropped: Answer | None
    was_proposed: bool
    categories: int


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
        self.rules = RuleBook(rules)
        self.hints = RuleBook(hints or rules)
        self.limits = limits or Limits()
        self.predictor = Predictor(shipped_weights())
        self.confidence = Confidence(target)
        self.standing = Standing()
        self.categories: list[str] = []
        self._numbers: dict[str, int] = {}
        self._answers: deque[_Answer] = deque(maxlen=UNDO_MAX)

    def propose(self, lines: Sequence[LineFacts]) -> list[Proposal]:
        """Propose a category for each line, as if none of them were known yet."""
        hits = [self.rules.find(line) for line in lines]
        clues = [self._clues(line, hit) for line, hit in zip(lines, hits, strict=True)]
        seen = self.predictor.seen(clues)
        guesses = self.predictor.guess(clues, seen)
        asked = [_Asked(*each) for each in zip(lines, clues, seen, guesses, hits, strict=True)]
        return [self._proposal(each) for each in asked]

    def confirm(self, line: LineFacts, category: str, proposal: Proposal | None = None) -> None:
        """Learn what somebody says a line is.

        Args:
            line: the line.
            category: what it is, whatever was proposed.
            proposal: what was proposed for it; without it nothing is learned about confidence.

        Raises:
            ValueError: no category, or more of them than are told apart (4,095).
        """
        if not category or len(self.categories) + 1 >= CATEGORY_MAX:
            message = "a line is confirmed as a category, one of at most 4,095"
            raise ValueError(message)
        clues = self._clues(line, self.rules.find(line))
        answered = proposal is not None and bool(proposal.guessed)
        before = self.standing.ended.get(clues.party)
        dropped = None
        if proposal is not None and answered:
            is_right = proposal.guessed == category
            is_newer = proposal.unearned is Veto.FEW_CONFIRMATIONS
            score = proposal.score if proposal.unearned is None or is_newer else 0.0
            dropped = self.confidence.record(score, is_right=is_right, is_newer=is_newer)
            if is_right or proposal.score >= _MEANT:
                self.standing.record(clues.party, is_right=is_right)
        known = len(self.categories)
        lesson = self.predictor.learn(clues, self._number(category))
        self._answers.append(_Answer(lesson, clues.party, before, dropped, answered, known))

    def take_back(self) -> bool:
        """Unlearn the newest confirmation: all is as before it. False when none can be."""
        if not self._answers:
            return False
        answer = self._answers.pop()
        self.predictor.restore(answer.lesson)
        self.standing.restore(answer.party, answer.standing)
        if answer.was_proposed:
            self.confidence.take_back(answer.dropped)
        for gone in self.categories[answer.categories :]:
            del self._numbers[gone]
        del self.categories[answer.categories :]
        return True

    def forget(self, line: LineFacts, category: str) -> None:
        """Take a confirmation of any age out of memory; the text model fades it by itself."""
        number = self._numbers.get(category)
        if number is not None:
            clues = self._clues(line, self.rules.find(line))
            self.predictor.memory.forget(clues.keys.values(), number)
            self._answers.clear()

    def study(self, history: Iterable[tuple[LineFacts, str]], block: int = 50) -> None:
        """Learn answered lines in order of time, proposing each block before it is answered."""
        waiting: list[tuple[LineFacts, str]] = []
        for answered in history:
            waiting.append(answered)
            if len(waiting) == block:
                self._study(waiting)
                waiting = []
        self._study(waiting)
        self._answers.clear()

    def _study(self, block: list[tuple[LineFacts, str]]) -> None:
        proposals = self.propose([line for line, _ in block])
        for (line, category), proposal in zip(block, proposals, strict=True):
            self.confirm(line, category, proposal)

    def _clues(self, line: LineFacts, hit: Hit | None) -> Clues:
        hint = hit if self.hints.rules == self.rules.rules else self.hints.find(line)
        return clues_of(line, hint.rule.name if hint else "")

    def _number(self, category: str) -> int:
        number = self._numbers.get(category)
        if number is None:
            number = self._numbers[category] = len(self.categories)
            self.categories.append(category)
        return number

    def _proposal(self, asked: "_Asked") -> Proposal:
        ranked = tuple([(self.categories[number], chance) for number, chance in asked.guess])
        unearned = self._unearned(asked)
        hit = asked.hit
        if hit is not None and hit.rule.is_sure and not self._is_overruled(hit.rule, asked.seen):
            return self._by_rule(asked.line, hit, ranked, unearned=unearned)
        learned = self._by_guess(asked, ranked, unearned)
        if hit is None or hit.rule.is_sure or learned.auto:
            return learned
        return self._by_rule(asked.line, hit, ranked, unearned=unearned)

    def _by_guess(
        self, asked: "_Asked", ranked: tuple[tuple[str, float], ...], unearned: Veto | None
    ) -> Proposal:
        line = asked.line
        if not ranked:
            nothing = Reason(Because.NOTHING, is_out=line.is_out)
            return Proposal("", 0.0, auto=False, reason=nothing, veto=Veto.NOTHING_KNOWN)
        guessed, score = ranked[0]
        veto = self._veto(line, score, unearned)
        reason = reason_for(asked.seen, asked.guess[0][0], is_out=line.is_out)
        return Proposal(
            guessed, score, veto is None, reason, ranked[1:], veto,
            guessed=guessed, score=score, unearned=unearned,
        )  # fmt: skip

    def _by_rule(
        self,
        line: LineFacts,
        hit: Hit,
        ranked: tuple[tuple[str, float], ...],
        *,
        unearned: Veto | None,
    ) -> Proposal:
        rule = hit.rule
        is_above = self.limits.is_above(line.amount.minor, line.amount.currency)
        veto = Veto.ABOVE_CAP if is_above else None if rule.is_sure else Veto.UNSURE
        reason = Reason(Because.RULE, rule=rule.name, matched=hit.matched, is_out=line.is_out)
        others = tuple([pair for pair in ranked if pair[0] != rule.category])
        guessed, score = ranked[0] if ranked else ("", 0.0)
        sure = 1.0 if rule.is_sure else 0.5
        return Proposal(
            rule.category, sure, veto is None, reason, others, veto,
            rule.kind, guessed, score, unearned,
        )  # fmt: skip

    def _is_overruled(self, rule: Rule, seen: Seen) -> bool:
        """Tell whether people said otherwise where a starter rule fitted: here, or too often."""
        if not rule.is_starter:
            return False
        number = self._numbers.get(rule.category, -1)
        here, anywhere = seen.get(Source.RULE_PARTY), seen.get(Source.RULE)
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

    def _unearned(self, asked: "_Asked") -> Veto | None:
        """Tell what keeps a guess from being filed alone, however sure it is."""
        if not asked.guess:
            return Veto.NOTHING_KNOWN
        (best, chance), *others = asked.guess
        if others and chance - others[0][1] < TIE:
            return Veto.TIE
        if self.standing.is_lost(asked.clues.party):
            return Veto.REFUSED
        confirmed = max([count_of(asked.seen.get(source), best) for source in _EARNING])
        if confirmed < CONFIRMATIONS_MIN:
            return Veto.FEW_CONFIRMATIONS if confirmed else Veto.NEVER_CONFIRMED
        return None


class _Asked(NamedTuple):
    """A line that is asked about, and what is known of it."""

    line: LineFacts
    clues: Clues
    seen: Seen
    guess: Ranked
    hit: Hit | None
