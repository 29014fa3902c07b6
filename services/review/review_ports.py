"""What going through bank lines needs of the books: rules, questions, blind checks, caps."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from categorisation.rules import Rule
from ledger.money import Money
from services.messages import Cause


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule that somebody of the shop made."""

    id: int
    rule: Rule
    """Its name is the one that filings are known by."""
    made_by: str
    made_at: dt.datetime
    removed_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class RuleUse:
    """What a rule has done so far."""

    hits: int
    """How many filed lines it fitted first."""
    overruled: int
    """How many of them somebody filed otherwise."""


class LineRules(Protocol):
    """The shop's own rules, in the order in which they are asked: the newest first."""

    def add(self, rule: Rule, cause: Cause) -> LineRule:
        """Keep a rule; its id and name are given here."""

    def active(self) -> tuple[LineRule, ...]:
        """Give the rules that hold, the newest first."""

    def find(self, rule_id: int) -> LineRule | None:
        """Give a rule, be it removed."""

    def remove(self, rule_id: int, cause: Cause) -> bool:
        """Have a rule hold no more; False when it did not."""

    def uses(self) -> Mapping[str, RuleUse]:
        """Give what each rule has done, by name; starter rules too."""


@dataclass(frozen=True, slots=True)
class LineQuestion:
    """Somebody was asked what a line was for."""

    id: int
    line_id: int
    asked_by: int
    asked_of: int
    asked_at: dt.datetime
    answer: str | None = None
    answered_at: dt.datetime | None = None


class LineQuestions(Protocol):
    """Questions about lines, and what came back."""

    def add(self, question: LineQuestion) -> LineQuestion:
        """Keep a question; its id is given here."""

    def find(self, question_id: int) -> LineQuestion | None:
        """Give a question."""

    def answer(self, question_id: int, text: str, at: dt.datetime) -> LineQuestion | None:
        """Keep an answer; None when it was answered before, or never asked."""

    def of_lines(self, line_ids: Collection[int]) -> tuple[LineQuestion, ...]:
        """Give what was asked about some lines, the oldest first."""


@dataclass(frozen=True, slots=True)
class LineCheck:
    """A line that was filed alone, shown to somebody without saying as what."""

    line_id: int
    put_on: dt.date
    filed_as: str
    decided: str | None = None
    """What it was said to be; None while nobody has said."""


class LineChecks(Protocol):
    """Blind checks of what was filed alone."""

    def put(self, checks: Collection[LineCheck]) -> None:
        """Keep that lines are shown."""

    def find(self, line_id: int) -> LineCheck | None:
        """Give the check of a line."""

    def last_put_on(self) -> dt.date | None:
        """Give the last day on which any was put."""

    def unchecked(self, since: dt.date) -> tuple[int, ...]:
        """Give lines booked since a day that were filed alone and never shown, by line."""

    def open(self) -> tuple[LineCheck, ...]:
        """Give the checks that nobody has answered."""

    def decide(self, line_id: int, decided: str, cause: Cause) -> bool:
        """Keep an answer; False when there is one already."""

    def tally(self, since: dt.date) -> tuple[int, int]:
        """Give how many answered checks put since a day were right, and how many there are."""


class FilingCaps(Protocol):
    """How much money a line may be of that is filed alone, by currency."""

    def put(self, currency: str, cap: Money | None) -> None:
        """Keep a cap in place of the one before; None is no cap."""

    def all(self) -> tuple[Money, ...]:
        """Give the caps."""
