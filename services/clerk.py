"""Who knows a shop's bank lines: a categoriser that has read every answer in the books."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from categorisation.autonomy import Limits
from categorisation.categorise import Categoriser, Proposal
from categorisation.line import LineFacts
from categorisation.rules import Kind, Rule, RuleBook
from services.bank_ports import BankLine
from services.filing_ports import FilingAnswer
from services.ports import Books

OWN_TRANSFER = "own accounts"
"""The name of the rule that knows the shop's own accounts."""

MakeCategoriser = Callable[[], Categoriser]
_LESSONS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Lessons:
    """Answers as they were read, to be learned outside of the books."""

    after: FilingAnswer | None
    """What had been learned before they were read."""
    told: tuple[tuple[FilingAnswer, LineFacts], ...]


class Clerk:
    """Keeps one categoriser up to date; each process has its own, and all say the same.

    It may be asked from several threads, each with books of its own. What it does not know yet it
    learns when it is asked; `look` and `take_in` have it learned before, while nobody waits.
    """

    def __init__(self, make: MakeCategoriser) -> None:
        """Take what makes a categoriser that has learned nothing of this shop."""
        self._make = make
        self._turn = threading.Lock()
        self._begin()

    def propose(self, books: Books, lines: Sequence[BankLine]) -> list[Proposal]:
        """Say what lines are, by all that was answered so far, here or in another process."""
        if not lines:
            return []
        keys = _keys(books)
        with self._turn:
            self._catch_up(books, keys)
            self._take_orders(books)
            return self._categoriser.propose(
                [facts_of(each, keys[each.account_id]) for each in lines]
            )

    def look(self, books: Books) -> Lessons:
        """Read some of what was answered and is not learned yet: nothing where all of it is."""
        keys = _keys(books)
        with self._turn:
            after = self._known(books)
        found = islice(books.filings.answers_after(_id_of(after)), _LESSONS_AT_ONCE)
        return Lessons(
            after, tuple((answer, facts_of(line, keys[line.account_id])) for answer, line in found)
        )

    def take_in(self, lessons: Lessons) -> None:
        """Learn what was read, unless it was learned meanwhile; others may ask in between."""
        before = lessons.after
        for answer, facts in lessons.told:
            with self._turn:
                if self._last != before:
                    return
                self._learn(answer, facts)
            before = answer

    def _begin(self) -> None:
        self._categoriser = self._make()
        self._starter = self._categoriser.rules.rules
        self._last: FilingAnswer | None = None
        self._decided: dict[int, str] = {}

    def _catch_up(self, books: Books, keys: dict[int, str]) -> None:
        """Learn what was answered since."""
        for answer, line in books.filings.answers_after(_id_of(self._known(books))):
            self._learn(answer, facts_of(line, keys[line.account_id]))

    def _known(self, books: Books) -> FilingAnswer | None:
        """Give the last answer that is learned.

        What was learned within a write that came to nothing is not in the books now: then all is
        learned anew.
        """
        if self._last is not None and books.filings.answer(self._last.id) != self._last:
            self._begin()
        return self._last

    def _take_orders(self, books: Books) -> None:
        """Follow the rules and caps of now."""
        own = tuple(each.rule for each in books.line_rules.active())
        rules = (*_own_transfers(books), *own, *self._starter)
        if rules != self._categoriser.rules.rules:
            self._categoriser.rules = RuleBook(rules)
        caps = tuple((each.currency, each.minor) for each in books.filing_caps.all())
        self._categoriser.limits = Limits(caps)

    def _learn(self, answer: FilingAnswer, facts: LineFacts) -> None:
        """Learn an answer, its line proposed before, so that confidence knows what was unknown."""
        before = self._decided.pop(answer.line_id, None)
        if before is not None:
            self._categoriser.forget(facts, before)
        if answer.decided is not None:
            (proposal,) = self._categoriser.propose([facts])
            self._categoriser.confirm(facts, answer.decided, proposal)
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


def _id_of(answer: FilingAnswer | None) -> int:
    return 0 if answer is None else answer.id


def _own_transfers(books: Books) -> tuple[Rule, ...]:
    """Know the shop's own money by the other account's number."""
    numbers = tuple(each.number for each in books.banks.accounts())
    if not numbers:
        return ()
    return (Rule(OWN_TRANSFER, "", kind=Kind.OWN_TRANSFER, accounts=numbers),)


def _keys(books: Books) -> dict[int, str]:
    return {each.id: each.key for each in books.banks.accounts()}
