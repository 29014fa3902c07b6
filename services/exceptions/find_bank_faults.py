"""What is wrong with bank accounts and connections: days missing, silence, another balance."""

import datetime as dt
from collections.abc import Iterator

from ledger.money import Money
from services.bank.bank_health import SILENT, feed_of, see_connections
from services.bank.bank_ports import BankAccount
from services.bank.bank_proof import books_on, open_balances
from services.bank.bank_types import OpenBalance
from services.bank.see_banks import STALE_DAYS
from services.crm.crm_types import CrmConnection
from services.exceptions.exception_kinds import LEDGER_DIFFERS, SOURCE_SILENT, STATEMENT_GAP
from services.exceptions.exception_ports import ExceptionItem
from services.ports import Books
from services.posting import shop_of


def find_bank_faults(books: Books, at: dt.datetime) -> Iterator[ExceptionItem]:
    """Look at every account and every connection."""
    for account in books.banks.accounts():
        unexplained = open_balances(books, account)
        yield from map(fault_of, unexplained)
        yield from _silence(books, account, at)
        if not any(each.gap is None for each in unexplained):
            yield from _difference(books, account, at, has_gaps=bool(unexplained))
    yield from _connections(books, at)


def fault_of(balance: OpenBalance) -> ExceptionItem:
    """Give what is wrong with a balance that no statement explains."""
    gap = balance.gap
    if gap is None:
        below = balance.amount.minor > 0
        return ExceptionItem(
            kind=LEDGER_DIFFERS,
            records=(_key_of(balance.account),),
            amount=abs(balance.amount),
            since=balance.since,
            cause="opening_below" if below else "opening_above",
            step="accept_opening",
        )
    return ExceptionItem(
        kind=STATEMENT_GAP,
        records=(f"account:{balance.account.id}:{gap.before.isoformat()}",),
        amount=abs(gap.missing),
        since=gap.after,
        cause="days_missing",
        step="bring_statement",
    )


def _silence(books: Books, account: BankAccount, at: dt.datetime) -> Iterator[ExceptionItem]:
    ends = [each.closed_on for each in books.banks.statements(account.id) if each.closed_on]
    last_on = max([*ends, *filter(None, [books.banks.last_line_on(account.id)])], default=None)
    if last_on is None or (shop_of(books).day_of(at) - last_on).days <= STALE_DAYS:
        return
    yield ExceptionItem(
        kind=SOURCE_SILENT,
        records=(_key_of(account),),
        amount=Money.zero(account.currency),
        since=last_on,
        cause="told_nothing",
        step="bring_statement",
    )


def _difference(
    books: Books, account: BankAccount, at: dt.datetime, *, has_gaps: bool
) -> Iterator[ExceptionItem]:
    """Compare with what the bank says now, else with its last statement; missing days explain."""
    feed, off, since = feed_of(books, account), None, shop_of(books).day_of(at)
    if feed is not None and feed.told is not None:
        off = books.balances.of(account.key, account.currency) - feed.told
        since = shop_of(books).day_of(feed.through)
    elif not has_gaps:
        told = [each for each in books.banks.statements(account.id) if each.closed_on]
        last = max(told, key=lambda each: (each.closed_on or dt.date.min, each.id), default=None)
        has = None if last is None else books_on(books, account, last)
        if last is not None and last.closing is not None and has is not None:
            off, since = has - last.closing, last.closed_on or since
    if off:
        yield ExceptionItem(
            kind=LEDGER_DIFFERS,
            records=(_key_of(account),),
            amount=abs(off),
            since=since,
            cause="books_above" if off.minor > 0 else "books_below",
            step="compare_statement",
        )


def _connections(books: Books, at: dt.datetime) -> Iterator[ExceptionItem]:
    shop = shop_of(books)
    for seen in see_connections(books, at):
        if seen.silent_for is not None and seen.silent_for >= SILENT:
            yield _silent(books, seen.connection.name, shop.day_of(at - seen.silent_for))
    for each in books.crm.connections():
        since = _silent_since(each)
        if since is not None and at - since >= SILENT:
            yield _silent(books, each.name, shop.day_of(since))


def _silent_since(connection: CrmConnection) -> dt.datetime | None:
    if connection.trouble is None:
        return None
    return connection.last_ok_at or connection.failing_since


def _silent(books: Books, name: str, since: dt.date) -> ExceptionItem:
    return ExceptionItem(
        kind=SOURCE_SILENT,
        records=(f"connection:{name}",),
        amount=Money.zero(shop_of(books).base_currency),
        since=since,
        cause="connection_fails",
        step="mend_connection",
    )


def _key_of(account: BankAccount) -> str:
    return f"account:{account.id}:"
