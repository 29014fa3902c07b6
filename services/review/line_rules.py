"""Rules for bank lines: made from lines or words, shown before they are made, undone alone."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from categorisation.rules import Direction, Rule, RuleBook
from categorisation.wording import party_key, plain, tokens_of
from services.bank.bank_ports import BankLine
from services.cash_types import NotAllowed, StaleAnswer
from services.filing.clerk import facts_of
from services.filing.file_lines import file_by_rule
from services.filing.filing_ports import Filing, FilingState
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of
from services.review.answer_lines import reopen_lines
from services.review.review_ports import LineRule

LOOKS_BACK = dt.timedelta(days=365)
"""So far back a new rule is tried."""
WORDS_MAX = 4
"""A rule made from purposes takes at most so many words."""
_WORD_MIN = 3


@dataclass(frozen=True, slots=True)
class RuleTried:
    """What a rule would have touched in the past year."""

    rule: Rule
    total: int
    """Lines that it fits."""
    same: int
    """Filed as it says."""
    otherwise: tuple[tuple[str, int], ...]
    """How many are filed as which other accounts, the most first."""
    contradicted: int
    """How many of these a person has said."""
    open: tuple[int, ...]
    """Open lines, which it would file."""


@dataclass(frozen=True, slots=True)
class RuleMade:
    """A rule holds."""

    rule: LineRule
    filed: int
    """Open lines that it filed at once."""


@dataclass(frozen=True, slots=True)
class RuleRemoved:
    """A rule holds no more."""

    rule: LineRule
    reopened: int
    """Lines that it had filed alone and are open again."""


def rule_from_lines(lines: Sequence[BankLine], category: str) -> Rule | None:
    """Find what lines have in common: an account, a tax id, a name, words; None when nothing."""
    told = [each.line for each in lines]
    ways = {each.amount.minor > 0 for each in told}
    direction = (
        Direction.BOTH if len(ways) > 1 else Direction.IN if True in ways else Direction.OUT
    )
    accounts = {each.counterparty_account for each in told}
    tax_ids = {each.counterparty_tax_id for each in told}
    names = {party_key(each.counterparty or "") for each in told}
    if len(tax_ids) == 1 and (tax_id := tax_ids.pop()):
        return Rule("new", category, direction, tax_ids=(tax_id,))
    if len(accounts) == 1 and (account := accounts.pop()):
        return Rule("new", category, direction, accounts=(account,))
    if len(names) == 1 and names != {""} and told[0].counterparty:
        return Rule("new", category, direction, party_words=(told[0].counterparty,))
    words = _common_words([each.purpose for each in told])
    return Rule("new", category, direction, words=(words,)) if words else None


def try_rule(books: Books, rule: Rule, today: dt.date) -> RuleTried:
    """Show what a rule would have touched."""
    matched = tuple(_matched(books, rule, today))
    filings = books.filings.of_lines([each.id for each in matched])
    filed = [each for each in filings if each.state is FilingState.FILED]
    others = [each for each in filed if each.category != rule.category]
    counted = Counter(each.category or "" for each in others)
    return RuleTried(
        rule,
        len(matched),
        len(filed) - len(others),
        tuple(counted.most_common()),
        sum(not each.is_auto for each in others),
        tuple(each.line_id for each in filings if each.state is FilingState.OPEN),
    )


def make_rule(
    books: Books, rule: Rule, person: Person, cause: Cause
) -> RuleMade | NotAllowed | StaleAnswer:
    """Have a rule hold from now on, and file what is open by it."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    chart = books.accounts.chart()
    if rule.category not in chart or not chart[rule.category].is_open:
        return StaleAnswer()
    made = books.line_rules.add(rule, cause)
    tried = try_rule(books, made.rule, shop_of(books).day_of(cause.at))
    filed = file_by_rule(books, tried.open, made.rule, cause)
    return RuleMade(made, filed)


def remove_rule(
    books: Books, rule_id: int, person: Person, cause: Cause
) -> RuleRemoved | NotAllowed | StaleAnswer:
    """Undo a rule and what it filed alone; what a person confirmed stays."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    found = books.line_rules.find(rule_id)
    if found is None or not books.line_rules.remove(rule_id, cause):
        return StaleAnswer()
    filed = [
        each.line_id
        for each in books.filings.of_state(FilingState.FILED, is_auto=True)
        if each.rule == found.rule.name
    ]
    if filed:
        reopen_lines(books, filed, person, cause)
    return RuleRemoved(found, len(filed))


def lines_decided_with(books: Books, line_id: int) -> tuple[tuple[Filing, ...], list[BankLine]]:
    """Give the lines that were filed by one tap with a line, and where they stand."""
    filing = books.filings.find(line_id)
    if filing is None or filing.decided_at is None or filing.category is None:
        return (), []
    together = books.filings.decided_with(filing)
    return together, list(books.banks.find_lines([each.line_id for each in together]))


def _matched(books: Books, rule: Rule, today: dt.date) -> Iterator[BankLine]:
    asked = RuleBook([rule])
    for account in books.banks.accounts():
        for line in books.banks.lines_between(account.id, today - LOOKS_BACK, dt.date.max):
            if not line.line.is_pending and asked.find(facts_of(line, account.key)) is not None:
                yield line


def _common_words(purposes: Sequence[str]) -> str:
    """Give the longest run of words, without numbers, that all purposes have."""
    first, *others = [
        [word for word in tokens_of(plain(each)) if word.isalpha()] for each in purposes
    ]
    for length in range(min(WORDS_MAX, len(first)), 0, -1):
        for start in range(len(first) - length + 1):
            run = first[start : start + length]
            is_telling = any(len(word) > _WORD_MIN for word in run)
            if is_telling and all(_has_run(other, run) for other in others):
                return " ".join(run)
    return ""


def _has_run(words: Sequence[str], run: Sequence[str]) -> bool:
    size = len(run)
    return any(words[at : at + size] == run for at in range(len(words) - size + 1))
