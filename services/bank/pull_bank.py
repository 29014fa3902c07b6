"""Read banks' interfaces into the books: whose turn it is, what came, what went wrong.

A call is written down before it is made, so that a bank's limits hold whatever ends the process,
and however many processes there are: whoever writes it down first makes it. What it brought is
written together with where to go on; until then it has not happened, and is asked for again.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ledger.statements import SpoiledLine, StatementLine
from services.bank.bank_accounts import bare_number, find_accounts, open_account
from services.bank.bank_feed_types import (
    Accounts,
    BankConnection,
    BankFeed,
    Pace,
    Page,
    RemoteAccount,
)
from services.bank.bank_opening import contradicts_opening, first_statement
from services.bank.bank_ports import BankStatement
from services.bank.bank_types import FileImported, ReadStatement, gather
from services.bank.import_statement import import_statements
from services.bank.same_lines import says_the_same
from services.bank.whose_statement import Chosen
from services.messages import Cause
from services.ports import Books
from services.posting import is_set_up, shop_of
from services.source_trouble import LEASE, SourceError, Trouble, wait_after

_DAY = dt.timedelta(days=1)
_DETAIL_LETTERS = 200
_OF_ONE_ACCOUNT = {Trouble.GARBLED, Trouble.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Due:
    """A call that is to be made now, and by nobody else."""

    connection: BankConnection
    feed: BankFeed | None
    """The account to read on; None to list the accounts."""
    known: tuple[RemoteAccount, ...]
    """The accounts that are known already."""


def meet_connection(
    books: Books, name: str, scheme: str, key_print: str, now: dt.datetime
) -> BankConnection:
    """Take a connection in; one with a new key forgets that the old one was refused."""
    known = books.bank_feeds.find(name)
    if known is None:
        return books.bank_feeds.add(BankConnection(name, scheme, key_print, now))
    if (known.scheme, known.key_print) == (scheme, key_print):
        return known
    return books.bank_feeds.change(
        replace(
            known,
            scheme=scheme,
            key_print=key_print,
            next_at=now,
            accounts_at=None,
            trouble=None,
            detail=None,
            failures=0,
            failed_feed=None,
            failing_since=None,
            consent_until=None,
        )
    )


def is_due(books: Books, name: str, pace: Pace, now: dt.datetime) -> bool:
    """Say whether a call is due, changing nothing."""
    known = {each.name: each for each in books.bank_feeds.connections()}
    connection = known.get(name)
    if connection is None or connection.next_at > now or not is_set_up(books):
        return False
    return _lists_accounts(connection, pace, now) or (
        _longest_due(books.bank_feeds.feeds(name), pace, now) is not None
    )


def reserve_call(books: Books, name: str, pace: Pace, now: dt.datetime) -> Due | None:
    """Write down that a call is made now; None when none is due, or another process makes it."""
    connection = books.bank_feeds.find(name)
    if connection is None or connection.next_at > now or not is_set_up(books):
        return None
    feeds = books.bank_feeds.feeds(name)
    feed = None
    if not _lists_accounts(connection, pace, now):
        feed = _longest_due(feeds, pace, now)
        if feed is None:
            return None
        read_at = (*_within_a_day(feed, now), now) if pace.daily_max is not None else ()
        feed = books.bank_feeds.change_feed(replace(feed, read_at=read_at, next_at=now + LEASE))
    today = shop_of(books).day_of(now)
    reserved = books.bank_feeds.change(
        replace(
            connection,
            next_at=now + max(LEASE, pace.gap),
            called_on=today,
            calls=1 + (connection.calls if connection.called_on == today else 0),
        )
    )
    return Due(reserved, feed, tuple(each.account for each in feeds))


def keep_accounts(
    books: Books, due: Due, found: Accounts, only: Collection[str], pace: Pace, now: dt.datetime
) -> bool:
    """Keep which accounts a key opens; say whether the call was still this one's to keep.

    Args:
        books: the open books.
        due: the call.
        found: what it told.
        only: numbers or ids of the accounts that the shop wants; none for those of its business.
        pace: how often the bank lets itself be asked.
        now: the moment.
    """
    connection = _still_mine(books, due)
    if connection is None:
        return False
    wanted = {each.id: each for each in _wanted(found.accounts, only)}
    for feed in books.bank_feeds.feeds(connection.name):
        told = wanted.pop(feed.account.id, None)
        changed = replace(feed, account=told or feed.account, is_open=told is not None)
        if changed != feed:
            books.bank_feeds.change_feed(changed)
    for account in wanted.values():
        books.bank_feeds.add_feed(BankFeed(connection.name, account))
    well = replace(connection, accounts_at=now, consent_until=found.consent_until)
    _note_success(books, well, None, pace, now)
    return True


def keep_page(books: Books, due: Due, page: Page, pace: Pace, cause: Cause) -> FileImported | None:
    """Import a page and keep where to go on; None when nothing of it was new, or it came late."""
    connection, feed = _still_mine(books, due), _feed_now(books, due)
    if connection is None or feed is None:
        return None
    account_id = feed.account_id or _account_of(books, feed.account, cause)
    read = tuple(
        _less_known(books, each, account_id, connection.scheme) for each in gather(page.parts)
    )
    digest = _digest_of(read)
    is_new = any(each.lines or each.spoiled for each in read) or feed.account_id is None
    done = None
    if is_new and digest != feed.digest:
        going_on = _goes_on_with(books, read, account_id, connection.scheme)
        done = import_statements(books, read, cause, chosen=Chosen(account_id), continues=going_on)
    held = next((each.end.closing for each in read if each.end.closing is not None), None)
    # New lines without a balance make the last one told say nothing of now.
    is_still_so = held is None and not any(each.lines or each.spoiled for each in read)
    read_on = replace(
        feed,
        cursor=page.cursor,
        account_id=account_id,
        through=page.through or feed.through,
        digest=digest,
        next_at=_next_reading(due, feed, page, pace, cause.at),
        balance=feed.balance if is_still_so else held,
        balance_at=feed.balance_at if is_still_so else cause.at,
    )
    books.bank_feeds.change_feed(read_on)
    _note_success(books, connection, feed.account.id, pace, cause.at)
    return done if isinstance(done, FileImported) else None


def keep_trouble(
    books: Books, due: Due, error: SourceError, pace: Pace, now: dt.datetime
) -> BankConnection | None:
    """Keep that a call came to nothing, and when to try again."""
    connection = _still_mine(books, due)
    if connection is None:
        return None
    failures = connection.failures + 1
    wait = max(pace.gap, error.retry_after or wait_after(error.trouble, failures))
    feed = _feed_now(books, due)
    is_of_one = feed is not None and (
        error.trouble in _OF_ONE_ACCOUNT
        or (error.trouble is Trouble.LIMITED and pace.daily_max is not None)
    )
    if feed is not None and is_of_one:
        books.bank_feeds.change_feed(replace(feed, next_at=now + wait))
    return books.bank_feeds.change(
        replace(
            connection,
            next_at=now + (pace.gap if is_of_one else wait),
            accounts_at=_listed_as_of(connection, feed, pace, now + 2 * wait),
            failing_since=connection.failing_since or now,
            trouble=error.trouble,
            detail=error.detail[:_DETAIL_LETTERS],
            failures=failures,
            failed_feed=feed.account.id if feed is not None and is_of_one else None,
        )
    )


def _listed_as_of(
    connection: BankConnection, feed: BankFeed | None, pace: Pace, again_at: dt.datetime
) -> dt.datetime | None:
    """Have a list that failed wait longer than the accounts, where any are known."""
    if feed is not None or connection.accounts_at is None:
        return connection.accounts_at
    return again_at - pace.accounts_every


def hint_at(books: Books, scheme: str, remote_id: str, now: dt.datetime) -> bool:
    """Have an account read as soon as its bank lets it; say whether it is one of ours.

    A hint is nothing but that: what moved is read from the bank itself.
    """
    schemes = {each.name: each.scheme for each in books.bank_feeds.connections()}
    mine = [
        each
        for each in books.bank_feeds.feeds()
        if each.account.id == remote_id and schemes[each.connection] == scheme and each.is_open
    ]
    for feed in mine:
        if feed.next_at is not None and feed.next_at > now:
            books.bank_feeds.change_feed(replace(feed, next_at=now))
    return bool(mine)


def _still_mine(books: Books, due: Due) -> BankConnection | None:
    """Give the connection as it is, if nobody began another call since this one."""
    now = books.bank_feeds.find(due.connection.name)
    return now if now is not None and now.revision == due.connection.revision else None


def _feed_now(books: Books, due: Due) -> BankFeed | None:
    if due.feed is None:
        return None
    mine = due.feed.account.id
    feeds = books.bank_feeds.feeds(due.connection.name)
    return next((each for each in feeds if each.account.id == mine), None)


def _lists_accounts(connection: BankConnection, pace: Pace, now: dt.datetime) -> bool:
    listed_at = connection.accounts_at
    return listed_at is None or now >= listed_at + pace.accounts_every


def _wanted(
    accounts: tuple[RemoteAccount, ...], only: Collection[str]
) -> tuple[RemoteAccount, ...]:
    if only:
        names = {bare_number(each) for each in only}
        return tuple(
            each for each in accounts if {bare_number(each.number), bare_number(each.id)} & names
        )
    return tuple(each for each in accounts if each.is_business) or accounts


def _longest_due(feeds: tuple[BankFeed, ...], pace: Pace, now: dt.datetime) -> BankFeed | None:
    due = [
        each
        for each in feeds
        if each.is_open
        and (each.next_at is None or each.next_at <= now)
        and (pace.daily_max is None or len(_within_a_day(each, now)) < pace.daily_max)
    ]
    long_ago = dt.datetime.min.replace(tzinfo=dt.UTC)
    return min(due, key=lambda each: each.next_at or long_ago, default=None)


def _within_a_day(feed: BankFeed, now: dt.datetime) -> tuple[dt.datetime, ...]:
    return tuple(each for each in feed.read_at if each > now - _DAY)


def _next_reading(
    due: Due, feed: BankFeed, page: Page, pace: Pace, now: dt.datetime
) -> dt.datetime:
    """Go on at once while there is more, else let it rest; a hint that came meanwhile holds."""
    is_hinted = due.feed is not None and feed.next_at != due.feed.next_at
    return now if page.has_more or is_hinted else now + pace.rest


def _note_success(
    books: Books, connection: BankConnection, feed: str | None, pace: Pace, now: dt.datetime
) -> None:
    well = replace(connection, last_ok_at=now, next_at=now + pace.gap)
    if connection.failed_feed in {None, feed} or not _is_read(books, connection):
        well = replace(
            well, trouble=None, detail=None, failures=0, failed_feed=None, failing_since=None
        )
    books.bank_feeds.change(well)


def _is_read(books: Books, connection: BankConnection) -> bool:
    """Say whether the account that alone was to blame is still read at all."""
    feeds = books.bank_feeds.feeds(connection.name)
    return any(each.account.id == connection.failed_feed and each.is_open for each in feeds)


def _account_of(books: Books, remote: RemoteAccount, cause: Cause) -> int:
    """Find the account in the books, or open it; of several that may be it, the number's own."""
    known = find_accounts(books, remote.number, remote.currency)
    if len(known) == 1:
        return known[0].id
    return open_account(books, remote.number, remote.currency, remote.bank, cause).id


def _less_known(books: Books, read: ReadStatement, account_id: int, scheme: str) -> ReadStatement:
    """Leave out what the books have word for word, so that reading again and again costs little.

    What the bank has not booked stays in, so that it is known from what looks like it. Without
    some of its lines a statement doesn't prove itself: its opening stays only where the books
    have none from so early, and begin with it. One that says that they began with another sum
    stays whole.
    """
    ids = {each.external_id for each in read.lines if each.external_id is not None}
    known = {
        each.line.external_id: each.line
        for each in books.banks.of_external_ids(account_id, scheme, ids)
    }

    def is_new(line: StatementLine) -> bool:
        mine = known.get(line.external_id)
        return line.is_pending or mine is None or not says_the_same(line, mine)

    lines = tuple(each for each in read.lines if is_new(each))
    if len(lines) == len(read.lines):
        return read
    account = next(each for each in books.banks.accounts() if each.id == account_id)
    if lines and contradicts_opening(books, account, read):
        return read
    first, opened_on = first_statement(books, account), read.head.opened_on
    begun_on = None if first is None else first.opened_on
    is_earlier = begun_on is None or (opened_on is not None and opened_on < begun_on)
    head = read.head if is_earlier else replace(read.head, opening=None)
    return replace(read, lines=lines, head=head)


def _goes_on_with(
    books: Books, read: Sequence[ReadStatement], account_id: int, scheme: str
) -> BankStatement | None:
    """Give the statement of today that a page only adds to: else a day had a hundred of them."""
    if len(read) != 1 or read[0].head.opening is not None:
        return None
    mine = [each for each in books.banks.statements(account_id) if each.scheme == scheme]
    last, (begins, ends) = (mine[-1] if mine else None), _days(read[0])
    if last is None or last.opened_on is None or begins is None:
        return None
    return last if last.closed_on == ends and last.opened_on <= begins else None


def _days(read: ReadStatement) -> tuple[dt.date | None, dt.date | None]:
    return read.head.opened_on, read.end.closed_on


def _digest_of(read: tuple[ReadStatement, ...]) -> str:
    told = hashlib.sha256()
    for statement in read:
        parts: tuple[StatementLine | SpoiledLine, ...] = (*statement.lines, *statement.spoiled)
        for part in parts:
            told.update(len(part.raw).to_bytes(4))
            told.update(part.raw)
    return told.hexdigest()
