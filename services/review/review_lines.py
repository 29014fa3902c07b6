"""What the accountant looks through: open lines in groups that one tap files."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from ledger.money import Money
from services.bank.bank_ports import BankLine
from services.cash_types import NotAllowed
from services.filing.clerk import Clerk
from services.filing.file_lines import proposals_of, reason_values
from services.filing.filing_ports import Filing, FilingState
from services.leaders import leaders
from services.people import Permission, Person, Role
from services.ports import Books
from services.review.advise_lines import MODEL

OUTLIER_TIMES = 3
"""A line that is so many times the middle one of its group is shown by itself."""
GROUP_MAX = 50
"""A group of more lines is shown in several."""
_SECONDS_A_GROUP = 20


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """Open lines that look alike: one party or one rule, one way, one currency, one proposal."""

    lines: tuple[BankLine, ...]
    filings: tuple[Filing, ...]
    is_outlier: bool = False
    """Its line is much larger than those it would stand with."""

    @property
    def first_id(self) -> int:
        """Give the line that the group is known by."""
        return self.lines[0].id

    @property
    def line_ids(self) -> tuple[int, ...]:
        """Give its lines."""
        return tuple(each.id for each in self.lines)

    @property
    def total(self) -> Money:
        """Add its lines up; below zero when money left."""
        minor = sum(each.line.amount.minor for each in self.lines)
        return Money(minor, self.lines[0].line.amount.currency)

    @property
    def choices(self) -> tuple[str, ...]:
        """Give what its lines may be, the likeliest first."""
        said = dict.fromkeys(each.category for filing in self.filings for each in filing.proposals)
        return tuple(said)

    @property
    def chance(self) -> int:
        """Give how likely the first choice is for the line that it is least likely for."""
        likely = (each.proposals[0].permille if each.proposals else 0 for each in self.filings)
        return min(likely, default=0)


@dataclass(frozen=True, slots=True)
class Review:
    """All that is open, the most doubtful money first; what was put off comes last."""

    groups: tuple[ReviewGroup, ...]

    @property
    def line_count(self) -> int:
        """Say how many lines there are."""
        return sum(len(each.lines) for each in self.groups)

    @property
    def minutes(self) -> int:
        """Say about how long it takes."""
        return max(1, len(self.groups) * _SECONDS_A_GROUP // 60)

    def find(self, first_id: int, count: int) -> ReviewGroup | None:
        """Give a group as it was shown; None when it is another one by now."""
        found = (each for each in self.groups if each.first_id == first_id)
        return next((each for each in found if len(each.lines) == count), None)

    def of_line(self, line_id: int) -> ReviewGroup | None:
        """Give the group that a line is in; None when it is not open."""
        return next((each for each in self.groups if line_id in each.line_ids), None)


def review_lines(books: Books, clerk: Clerk, person: Person) -> Review | NotAllowed:
    """Give the open lines in groups, proposed anew by all that was answered so far."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    return review_of(books, clerk)


def review_of(books: Books, clerk: Clerk) -> Review:
    """Give the open lines in groups, whoever looks."""
    stand = books.filings.of_state(FilingState.OPEN)
    lines = {each.id: each for each in books.banks.find_lines([one.line_id for one in stand])}
    filings = _proposed_anew(books, clerk, stand, lines)
    kinds: dict[tuple[str, ...], list[Filing]] = defaultdict(list)
    for filing in filings:
        kinds[_kind_of(filing, lines[filing.line_id])].append(filing)
    groups = [group for alike in kinds.values() for group in _groups_of(alike, lines)]
    groups.sort(key=_urgency)
    return Review(tuple(groups))


def reviewers(books: Books) -> tuple[Person, ...]:
    """Give who goes through the lines: the accountants, else who leads the shop."""
    people = [each for each in books.people.all() if each.is_active]
    accountants = tuple(each for each in people if each.role is Role.ACCOUNTANT)
    return accountants or leaders(books)


def put_off(books: Books, group: ReviewGroup) -> None:
    """Have a group come last."""
    books.filings.change(
        [replace(each, times_put_off=each.times_put_off + 1) for each in group.filings]
    )


def part(books: Books, group: ReviewGroup) -> None:
    """Have each line of a group shown by itself."""
    books.filings.change([replace(each, is_apart=True) for each in group.filings])


def _proposed_anew(
    books: Books, clerk: Clerk, filings: Sequence[Filing], lines: dict[int, BankLine]
) -> list[Filing]:
    chart = books.accounts.chart()
    proposals = clerk.propose(books, [lines[each.line_id] for each in filings])
    return [
        replace(
            each,
            proposals=proposals_of(proposal, chart),
            reason=reason_values(proposal.reason),
            rule=proposal.reason.rule or None,
        )
        if proposal.category or each.reason.get("because") != MODEL
        else each  # nobody but the model knows it still
        for each, proposal in zip(filings, proposals, strict=True)
    ]


def _kind_of(filing: Filing, line: BankLine) -> tuple[str, ...]:
    """Say what a line stands together with."""
    amount = line.line.amount
    category = filing.proposals[0].category if filing.proposals else ""
    who = filing.party if filing.rule is None else f"rule {filing.rule}"
    alone = str(line.id) if filing.is_apart or not who else ""
    return (
        category,
        who,
        alone,
        str(filing.times_put_off),
        amount.currency,
        str(amount.minor > 0),
    )


def _groups_of(filings: Sequence[Filing], lines: dict[int, BankLine]) -> list[ReviewGroup]:
    """Set outliers apart, and part what is too long for one look."""
    size = {each.line_id: abs(lines[each.line_id].line.amount.minor) for each in filings}
    middle = median(size.values())
    usual = [each for each in filings if size[each.line_id] <= OUTLIER_TIMES * middle]
    odd = [each for each in filings if size[each.line_id] > OUTLIER_TIMES * middle]
    pages = [usual[start : start + GROUP_MAX] for start in range(0, len(usual), GROUP_MAX)]
    return [
        *(_group(page, lines) for page in pages),
        *(replace(_group([each], lines), is_outlier=True) for each in odd),
    ]


def _group(filings: Sequence[Filing], lines: dict[int, BankLine]) -> ReviewGroup:
    return ReviewGroup(tuple(lines[each.line_id] for each in filings), tuple(filings))


def _urgency(group: ReviewGroup) -> tuple[int, int, int]:
    """Order groups: put off last, then by how much money is how doubtful."""
    doubtful = abs(group.total.minor) * (1000 - min(group.chance, 999))
    return (group.filings[0].times_put_off, -doubtful, group.first_id)
