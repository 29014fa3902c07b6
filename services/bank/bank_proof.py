"""Prove a bank account's balance: what its statements say against what the books have."""

from itertools import pairwise

from ledger.money import Money
from services.bank.bank_opening import first_statement, posted_opening
from services.bank.bank_ports import BankAccount, BankStatement
from services.bank.bank_types import Gap
from services.ports import Books


def books_on(books: Books, account: BankAccount, statement: BankStatement) -> Money | None:
    """Give what the books have at a statement's end; None where it tells no closing balance.

    Lines of its last day that came after it, in another statement, are not counted.
    """
    if statement.closing is None or statement.closed_on is None:
        return None
    if first_statement(books, account) is None:
        return None
    later = books.banks.sum_of_day(account.id, statement.closed_on, but=statement.id)
    through = books.banks.sum_through(account.id, statement.closed_on)
    agreed = Money(posted_opening(books, account).minor + through, account.currency)
    if agreed == statement.closing:
        return agreed
    without = Money(agreed.minor - later, account.currency)
    return without if without == statement.closing else agreed


def gap_before(books: Books, account: BankAccount, statement: BankStatement) -> Gap | None:
    """Give what is missing between a statement and the one before it."""
    opened_on = statement.opened_on
    if opened_on is None:
        return None
    found = [each for each in gaps_of(books, account) if each.before == opened_on]
    return found[-1] if found else None


def gaps_of(books: Books, account: BankAccount) -> tuple[Gap, ...]:
    """Give the days whose lines are missing, the oldest first.

    A statement's opening must be the last one's closing and what was booked on the days between.
    """
    told = [
        each
        for each in books.banks.statements(account.id)
        if None not in {each.opening, each.closing, each.opened_on, each.closed_on}
    ]
    chain: list[BankStatement] = []
    for each in sorted(told, key=lambda one: (one.opened_on, one.closed_on, one.id)):
        if not chain or _ends_later(each, chain[-1]):
            chain.append(each)
    return tuple(
        gap
        for earlier, later in pairwise(chain)
        if (gap := _between(books, account, earlier, later)) is not None
    )


def _ends_later(one: BankStatement, other: BankStatement) -> bool:
    """Tell whether a statement tells of anything after another one."""
    assert one.closed_on is not None  # noqa: S101 - asked for
    assert other.closed_on is not None  # noqa: S101 - asked for
    return one.closed_on > other.closed_on or (
        one.closed_on == other.closed_on and one.opening == other.closing
    )


def _between(
    books: Books, account: BankAccount, earlier: BankStatement, later: BankStatement
) -> Gap | None:
    closing, opening = earlier.closing, later.opening
    ended, began = earlier.closed_on, later.opened_on
    assert closing is not None  # noqa: S101 - asked for
    assert opening is not None  # noqa: S101 - asked for
    assert ended is not None  # noqa: S101 - asked for
    assert began is not None  # noqa: S101 - asked for
    if began < ended:
        return None  # they overlap: what both tell is the same
    moved = 0
    if began > ended:
        moved = books.banks.sum_before(account.id, began) - books.banks.sum_through(
            account.id, ended
        )
    missing = Money(opening.minor - closing.minor - moved, account.currency)
    return Gap(ended, began, missing) if missing else None
