"""Who knows a shop's bank lines: a categoriser that has read every answer in the books."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from categorisation.autonomy import Limits
from categorisation.line import LineFacts
from categorisation.rules import Kind, Rule, book_of
from services.bank.bank_ports import BankLine
from services.filing.filing_ports import FilingAnswer
from services.ports import Books

if TYPE_CHECKING:
    from categorisation.categorise import Categoriser, Proposal

OWN_TRANSFER = "own accounts"
"""The name of the rule that knows the shop's own accounts."""

MakeCategoriser: TypeAlias = "Callable[[], Categoriser]"
_LESSONS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Lessons:
    """Answers as they were read, to be learned outside of the books."""

    after: FilingAnswer | None
    """What had been learned before they were read."""
    is_anew: bool
    """That is not in the books: all is to be forgotten first."""
    told: tuple[tuple[FilingAnswer, LineFacts], ...]


class Clerk:
    """Keeps one categoriser up to date; each process has its own, and all say the same.

    It may be asked from several threads, each with books of its own, and by several units of work
    in one thread: so the books are never read while others are kept from it. What it does not
    know yet it learns when it is asked; `look` and `take_in` have it learned before, while nobody
    waits.
    """

    def __init__(self, make: MakeCategoriser) -> None:
        """Take what makes a categoriser that has learned nothing of this shop."""
        self._make = make
        self._turn = threading.Lock()
        self._categoriser: Categoriser | None = None
        self._starter: tuple[Rule, ...] = ()
        self._last: FilingAnswer | None = None
        self._decided: dict[int, str] = {}

    def propose(self, books: Books, lines: Sequence[BankLine]) -> "list[Proposal]":
        """Say what lines are, by all that was answered so far, here or in another process."""
        if not lines:
            return []
        keys = _keys(books)
        facts = [facts_of(each, keys[each.account_id]) for each in lines]
        own, limits = _own_rules(books), _limits(books)
        while True:
            lessons = self.look(books, most=None)
            with self._turn:
                if self._take_in(lessons):
                    self._take_orders(own, limits)
                    return self._known().propose(facts)

    def look(self, books: Books, most: int | None = _LESSONS_AT_ONCE) -> Lessons:
        """Read some of what was answered and is not learned yet: nothing where all of it is.

        What was learned within a write that came to nothing is not in the books now: then all is
        to be learned anew.
        """
        keys, after = _keys(books), self._last
        is_anew = after is not None and books.filings.answer(after.id) != after
        last = 0 if after is None or is_anew else after.id
        found = islice(books.filings.answers_after(last), most)
        told = tuple((answer, facts_of(line, keys[line.account_id])) for answer, line in found)
        return Lessons(after, is_anew, told)

    def take_in(self, lessons: Lessons) -> None:
        """Learn what was read, unless it was learned meanwhile; others may ask in between."""
        with self._turn:
            if not self._take_in(replace(lessons, told=())):
                return
            before = self._last
        for one in lessons.told:
            with self._turn:
                if not self._take_in(Lessons(before, is_anew=False, told=(one,))):
                    return
            before = one[0]

    def _take_in(self, lessons: Lessons) -> bool:
        """Learn at once; not where somebody has learned since it was read, so that it is old."""
        if self._last != lessons.after:
            return False
        if lessons.is_anew:
            self._begin()
        for answer, facts in lessons.told:
            self._learn(answer, facts)
        return True

    def get_ready(self) -> None:
        """Make the categoriser, which loads what it counts with; in a thread, so nobody waits."""
        with self._turn:
            self._known()

    def _known(self) -> "Categoriser":
        """Give the categoriser, made when it is first needed: a shop without a bank needs none."""
        if self._categoriser is None:
            self._categoriser = self._make()
            self._starter = self._categoriser.rules.rules
        return self._categoriser

    def _begin(self) -> None:
        self._categoriser, self._last, self._decided = None, None, {}

    def _take_orders(self, own: tuple[Rule, ...], limits: Limits) -> None:
        """Follow the rules and caps of now."""
        known = self._known()
        rules = (*own, *self._starter)
        if rules != known.rules.rules:
            known.rules = book_of(rules)
        known.limits = limits

    def _learn(self, answer: FilingAnswer, facts: LineFacts) -> None:
        """Learn an answer in place of the one before it."""
        before = self._decided.pop(answer.line_id, None)
        if before is not None:
            self._known().forget(facts, before)
        if answer.decided is not None:
            self._known().confirm(facts, answer.decided)
            self._decided[answer.line_id] = answer.decided
        self._last = answer


def facts_of(kept: BankLine, account: str) -> LineFacts:
    """Give what categorisation looks at in a line of one of the shop's accounts."""
    line = kept.line
    return LineFacts(
        booked_on=line.booked_on,
        amount=line.amount,
        purpose=line.purpose,
        counterparty=line.counterparty or "",
        counterparty_account=line.counterparty_account or "",
        tax_id=line.counterparty_tax_id or "",
        account=account,
    )


def _own_rules(books: Books) -> tuple[Rule, ...]:
    return (*_own_transfers(books), *(each.rule for each in books.line_rules.active()))


def _limits(books: Books) -> Limits:
    return Limits(tuple((each.currency, each.minor) for each in books.filing_caps.all()))


def _own_transfers(books: Books) -> tuple[Rule, ...]:
    """Know the shop's own money by the other account's number."""
    numbers = tuple(each.number for each in books.banks.accounts())
    if not numbers:
        return ()
    return (Rule(OWN_TRANSFER, "", kind=Kind.OWN_TRANSFER, accounts=numbers),)


def _keys(books: Books) -> dict[int, str]:
    return {each.id: each.key for each in books.banks.accounts()}
