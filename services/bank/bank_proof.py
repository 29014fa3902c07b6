"""Prove a bank account's balance: what its statements say against what the books have."""

from itertools import pairwise

from ledger.journal import PostedEntry
from ledger.money import Money
from services.bank.accepted_balances import (
    TakenBalance,
    accepted_by_day,
    opening_on_word,
    unknown_opening,
)
from services.bank.bank_opening import posted_opening, sum_in
from services.bank.bank_ports import BankAccount, BankStatement
from services.bank.bank_types import Gap, OpenBalance
from services.bank.told_balances import ToldBalances, balances_told
from services.ports import Books


def books_on(books: Books, account: BankAccount, statement: BankStatement) -> Money | None:
    """Give what the books have at a statement's end; None where it tells no closing balance.

    Lines of its last day that came after it, in another statement, are not counted, nor what
    was accepted between the two.
    """
    closed_on = statement.closed_on
    if statement.closing is None or closed_on is None:
        return None
    later = books.banks.sum_of_day(account.id, closed_on, but=statement.id)
    through = books.banks.sum_through(account.id, closed_on)
    taken = {
        day: sum_in(posted, account).minor
        for day, posted in accepted_by_day(books, account).items()
    }
    through += sum(minor for day, minor in taken.items() if day <= closed_on)
    agreed = Money(posted_opening(books, account).minor + through, account.currency)
    for less in (0, later, taken.get(closed_on, 0), later + taken.get(closed_on, 0)):
        maybe = Money(agreed.minor - less, account.currency)
        if maybe == statement.closing:
            return maybe
    return agreed


def doubts_of(
    books: Books, account: BankAccount, statement: BankStatement
) -> tuple[OpenBalance, ...]:
    """Give what no statement explains of how one begins."""
    return tuple(
        each
        for each in open_balances(books, account)
        if each.gap is None or each.gap.before == statement.opened_on
    )


def gaps_of(books: Books, account: BankAccount) -> tuple[Gap, ...]:
    """Give the days whose lines are missing, the oldest first; what was accepted is no gap."""
    taken = accepted_by_day(books, account)
    return tuple(each for each in _all_gaps(books, account) if each.before not in taken)


def told_after_all(books: Books, account: BankAccount) -> tuple[PostedEntry, ...]:
    """Give what was accepted and is so no more: a statement tells these days, or part of them."""
    taken = accepted_by_day(books, account)
    missing = {each.before: each.missing for each in _all_gaps(books, account)} if taken else {}
    return tuple(
        posted for day, posted in taken.items() if missing.get(day) != sum_in(posted, account)
    )


def open_balances(books: Books, account: BankAccount) -> tuple[OpenBalance, ...]:
    """Give what no statement explains of an account, the oldest first."""
    opening, gaps = unknown_opening(books, account), gaps_of(books, account)
    moved = (OpenBalance(account, each.missing, each.after, each) for each in gaps)
    return (*moved,) if opening is None else (opening, *moved)


def taken_balances(books: Books, account: BankAccount) -> tuple[TakenBalance, ...]:
    """Give what stands on somebody's word, the oldest first."""
    opening, found = opening_on_word(books, account), accepted_by_day(books, account)
    begun = [] if opening is None else [(None, opening)]
    return tuple(
        TakenBalance(account, sum_in(posted, account), posted, day)
        for day, posted in (*begun, *found.items())
    )


def _all_gaps(books: Books, account: BankAccount) -> tuple[Gap, ...]:
    """Give every gap, also what somebody has accepted.

    A statement's opening must be the last one's closing and what was booked on the days between.
    """
    told = filter(None, map(balances_told, books.banks.statements(account.id)))
    chain: list[ToldBalances] = []
    for each in sorted(told, key=lambda one: (one.opened_on, one.closed_on, one.statement_id)):
        if not chain or _ends_later(each, chain[-1]):
            chain.append(each)
    return tuple(
        gap
        for earlier, later in pairwise(chain)
        if (gap := _between(books, account, earlier, later)) is not None
    )


def _ends_later(one: ToldBalances, other: ToldBalances) -> bool:
    """Tell whether a statement tells of anything after another one."""
    return one.closed_on > other.closed_on or (
        one.closed_on == other.closed_on and one.opening == other.closing
    )


def _between(
    books: Books, account: BankAccount, earlier: ToldBalances, later: ToldBalances
) -> Gap | None:
    ended, began = earlier.closed_on, later.opened_on
    if began < ended:
        return None  # they overlap: what both tell is the same
    moved = 0
    if began > ended:
        moved = books.banks.sum_before(account.id, began) - books.banks.sum_through(
            account.id, ended
        )
    missing = Money(later.opening.minor - earlier.closing.minor - moved, account.currency)
    return Gap(ended, began, missing) if missing else None
