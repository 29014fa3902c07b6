"""Split a bank line over several accounts; the shares are the whole line."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.money import Money
from services.bank.bank_ports import BankLine
from services.cash_types import NotAllowed, StaleAnswer
from services.filing.file_lines import post_shares
from services.filing.filing_ports import Filing, FilingState, LineShare
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books

SHARES_MAX = 10


class WhyNoSplit(enum.StrEnum):
    """Why a line cannot be split so."""

    TOO_MUCH = "too-much"
    """The shares come to more than the line."""
    TOO_MANY = "too-many"
    NOTHING = "nothing"
    """A share is of nothing, or of less."""
    ONE = "one"
    """All of it is for one account: that is no split."""


@dataclass(frozen=True, slots=True)
class LineSplit:
    """A line is filed, share by share."""

    line_id: int
    shares: tuple[LineShare, ...]


@dataclass(frozen=True, slots=True)
class ShareMissing:
    """A part of the line is still for nothing."""

    line: BankLine
    rest: Money
    """Above zero, whichever way the line goes."""


@dataclass(frozen=True, slots=True)
class LineNotSplit:
    """Nothing was changed."""

    why: WhyNoSplit
    line: BankLine
    shares: Money
    """What the shares come to."""


def split_line(
    books: Books, line_id: int, shares: Sequence[LineShare], person: Person, cause: Cause
) -> LineSplit | ShareMissing | LineNotSplit | NotAllowed | StaleAnswer:
    """File an open line over several accounts, once the shares are all of it.

    Nothing is learned from it: no single account is what such a line was for.

    Args:
        books: the open books.
        line_id: the line.
        shares: how much is for which account, each above zero.
        person: who says so.
        cause: because of what, when.
    """
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    filing, line = books.filings.find(line_id), _line(books, line_id)
    if filing is None or line is None or filing.state is not FilingState.OPEN:
        return StaleAnswer()
    chart = books.accounts.chart()
    if not all(each.category in chart and chart[each.category].is_open for each in shares):
        return StaleAnswer()
    whole = abs(line.line.amount)
    told = Money(sum(each.amount.minor for each in shares), whole.currency)
    refused = _refusal(whole, told, shares)
    if refused is not None:
        return LineNotSplit(refused, line, told)
    if told < whole:
        return ShareMissing(line, whole - told)
    joined = _joined(shares)
    number = post_shares(books, line, joined, cause)
    books.filings.change([_filed(filing, joined, number, person, cause)])
    return LineSplit(line_id, joined)


def _line(books: Books, line_id: int) -> BankLine | None:
    return next(iter(books.banks.find_lines([line_id])), None)


def _refusal(whole: Money, told: Money, shares: Sequence[LineShare]) -> WhyNoSplit | None:
    if any(each.amount.minor <= 0 for each in shares):
        return WhyNoSplit.NOTHING
    if whole < told:
        return WhyNoSplit.TOO_MUCH
    joined = _joined(shares)
    if len(joined) > SHARES_MAX:
        return WhyNoSplit.TOO_MANY
    return WhyNoSplit.ONE if told == whole and len(joined) == 1 else None


def _joined(shares: Sequence[LineShare]) -> tuple[LineShare, ...]:
    """Add up what is for one account."""
    sums: dict[str, Money] = {}
    for each in shares:
        before = sums.get(each.category)
        sums[each.category] = each.amount if before is None else before + each.amount
    return tuple(LineShare(category, amount) for category, amount in sums.items())


def _filed(
    filing: Filing, shares: tuple[LineShare, ...], number: int, person: Person, cause: Cause
) -> Filing:
    """Give where a split line stands: under the account that most of it is for."""
    largest = max(shares, key=lambda each: each.amount.minor)
    return replace(
        filing,
        state=FilingState.FILED,
        category=largest.category,
        is_auto=False,
        entry_number=number,
        decided_by=person.actor,
        decided_at=cause.at,
    )
