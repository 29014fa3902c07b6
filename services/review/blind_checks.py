"""Show some lines that were filed alone without saying as what: so precision is measured."""

import datetime as dt
import zlib
from dataclasses import dataclass

from services.bank.bank_ports import BankLine
from services.cash_types import NotAllowed, StaleAnswer
from services.filing.filing_ports import Filing
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.review.answer_lines import answer_lines
from services.review.review_ports import LineCheck
from services.shop import Shop

A_DAY = 3
"""So many lines are shown a day."""
YOUNG = dt.timedelta(days=14)
"""Older lines are not shown: nobody remembers them."""
TALLIED = dt.timedelta(days=90)
CHOICES = 3


@dataclass(frozen=True, slots=True)
class Precision:
    """How often what was filed alone turned out right, in the blind checks of 90 days."""

    right: int
    answered: int

    @property
    def at_least_percent(self) -> int | None:
        """Give the share that it is at least, 19 times of 20, in whole percent rounded down."""
        if not self.answered:
            return None
        # Numpy, which a process that has filed nothing has no other use for.
        from categorisation.confidence import percent_at_least  # noqa: PLC0415 - heavy

        return percent_at_least(self.right, self.answered)


@dataclass(frozen=True, slots=True)
class CheckShown:
    """A line to be said blind, with what it may be."""

    line: BankLine
    filing: Filing
    choices: tuple[str, ...]
    """Keys of accounts, in an order that tells nothing."""
    left: int
    """How many checks are open, with this one."""


@dataclass(frozen=True, slots=True)
class CheckAnswered:
    """Somebody said blind what a line was."""

    filed_as: str
    decided: str

    @property
    def is_right(self) -> bool:
        """Tell whether it had been filed rightly."""
        return self.filed_as == self.decided


def put_checks(books: Books, shop: Shop, at: dt.datetime) -> int:
    """Choose the day's lines, once a day; give how many were put."""
    today = shop.day_of(at)
    if books.line_checks.last_put_on() == today or len(books.line_checks.open()) >= A_DAY:
        return 0
    candidates = sorted(
        books.line_checks.unchecked(today - YOUNG), key=lambda each: _lot(each, today)
    )
    filings = books.filings.of_lines(candidates[:A_DAY])
    checks = [
        LineCheck(each.line_id, today, each.category)
        for each in filings
        if each.category is not None
    ]
    books.line_checks.put(checks)
    return len(checks)


def next_check(books: Books) -> CheckShown | None:
    """Give the next line to be said blind; a line that is open again needs no check."""
    checks = books.line_checks.open()
    filings = {each.line_id: each for each in books.filings.of_lines([c.line_id for c in checks])}
    for check in checks:
        filing = filings.get(check.line_id)
        if filing is None or not filing.is_auto:
            continue
        lines = books.banks.find_lines([check.line_id])
        choices = _choices(books, check, filing, lines[0])
        return CheckShown(lines[0], filing, choices, len(checks))
    return None


def answer_check(
    books: Books, line_id: int, decided: str, person: Person, cause: Cause
) -> CheckAnswered | NotAllowed | StaleAnswer:
    """Take what somebody said blind: what was filed otherwise is filed so, and learned."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    check = books.line_checks.find(line_id)
    if check is None or check.decided is not None:
        return StaleAnswer()
    answered = answer_lines(books, [line_id], decided, person, cause, only_open=False)
    if isinstance(answered, NotAllowed | StaleAnswer):
        return answered
    books.line_checks.decide(line_id, decided, cause)
    return CheckAnswered(check.filed_as, decided)


def precision(books: Books, today: dt.date) -> Precision:
    """Give the measured precision of what is filed alone."""
    return Precision(*books.line_checks.tally(today - TALLIED))


def _lot(line_id: int, day: dt.date) -> int:
    """Draw lots that are the same in each process."""
    return zlib.crc32(f"{day.isoformat()}:{line_id}".encode())


def _choices(books: Books, check: LineCheck, filing: Filing, line: BankLine) -> tuple[str, ...]:
    """Give what a line was filed as among others that lines of this way are."""
    chart = books.accounts.chart()
    is_out = line.line.amount.minor < 0
    wanted = {"expense"} if is_out else {"income"}
    others = [each.category for each in filing.proposals]
    usual = sorted(
        (each.key for each in chart if each.is_open and each.type.value in wanted),
        key=lambda key: zlib.crc32(f"{check.line_id}:{key}".encode()),
    )
    chosen = list(dict.fromkeys([check.filed_as, *others, *usual]))[:CHOICES]
    return tuple(sorted(chosen, key=lambda key: zlib.crc32(f"{key}:{check.line_id}".encode())))
