"""Who knows a shop's bank lines: a categoriser that has read every answer in the books."""

import threading
from collections.abc import Callable, Sequence

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


class Clerk:
    """Keeps one categoriser up to date; each process has its own, and all say the same.

    It may be asked from several threads, each with books of its own.
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

    def _begin(self) -> None:
        self._categoriser = self._make()
        self._starter = self._categoriser.rules.rules
        self._last: FilingAnswer | None = None
        self._decided: dict[int, str] = {}

    def _catch_up(self, books: Books, keys: dict[int, str]) -> None:
        """Learn what was answered since.

        What was learned within a write that came to nothing is not in the books now: then all is
        learned anew.
        """
        if self._last is not None and books.filings.answer(self._last.id) != self._last:
            self._begin()
        last = 0 if self._last is None else self._last.id
        for answer, line in books.filings.answers_after(last):
            self._learn(answer, facts_of(line, keys[line.account_id]))

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


def _own_transfers(books: Books) -> tuple[Rule, ...]:
    """Know the shop's own money by the other account's number."""
    numbers = tuple(each.number for each in books.banks.accounts())
    if not numbers:
        return ()
    return (Rule(OWN_TRANSFER, "", kind=Kind.OWN_TRANSFER, accounts=numbers),)


def _keys(books: Books) -> dict[int, str]:
    return {each.id: each.key for each in books.banks.accounts()}
