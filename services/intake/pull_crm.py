"""Read a CRM into the books: whose turn it is, what came, what went wrong.

As with banks, a call is written down before it is made, and what it brought is written together
with where to go on. Changes are walked by id within a window that stands still, so that nothing
moves under the reader's hands; the next window begins ten minutes before the last one's end.
Events only say what to look at next. Once a night everything is read again and compared, for what
no window shows: deletions, and changes that left no date.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from services.crm.crm_ports import Hint
from services.crm.crm_types import (
    COMPANY,
    CONTACT,
    STAGE_MOVE,
    CrmConnection,
    CrmDirectory,
    CrmFeed,
    CrmPage,
    Cursor,
    Fetched,
    SweepOutcome,
)
from services.intake.keep_crm import (
    RecordsKept,
    comes_to_documents,
    hints_of,
    keep_deleted,
    keep_records,
)
from services.ports import Books
from services.posting import is_set_up, shop_of
from services.source_trouble import LEASE, SourceError, Trouble, wait_after

REST = dt.timedelta(minutes=5)
"""Between two readings of a kind of record that has told all it has."""
OVERLAP = dt.timedelta(minutes=10)
DIRECTORY_EVERY = dt.timedelta(hours=12)
HINTS_AT_ONCE = 50
"""As many as one page holds."""
_SWEEP_EVERY = dt.timedelta(hours=20)
_SWEEP_HOURS = range(2, 6)
_SWEEP = "sweep"
_FIRST = (COMPANY, CONTACT)
_DETAIL_LETTERS = 200
_OF_ONE_KIND = {Trouble.GARBLED, Trouble.UNKNOWN}


@dataclass(frozen=True, slots=True)
class ReadDirectory:
    """Ask what the CRM has."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Read a kind of record on."""

    feed: CrmFeed
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class ReadHinted:
    """Read records that are said to have changed."""

    hints: tuple[Hint, ...]

    @property
    def entity(self) -> str:
        """Give what kind they are of."""
        return self.hints[0].entity

    @property
    def ids(self) -> tuple[int, ...]:
        """Give their ids."""
        return tuple(each.id for each in self.hints)


Job: TypeAlias = ReadDirectory | ReadPage | ReadHinted


@dataclass(frozen=True, slots=True)
class CrmDue:
    """A call that is to be made now, and by nobody else."""

    connection: CrmConnection
    job: Job


def meet_crm(
    books: Books, name: str, scheme: str, key_print: str, now: dt.datetime
) -> CrmConnection:
    """Take a connection in; one with a new key forgets that the old one was refused."""
    known = books.crm.find(name)
    if known is None:
        return books.crm.add(CrmConnection(name, scheme, key_print, now))
    if (known.scheme, known.key_print) == (scheme, key_print):
        return known
    renewed = replace(known, scheme=scheme, key_print=key_print, next_at=now, directory_at=None)
    return books.crm.change(_well(renewed))


def is_crm_due(books: Books, name: str, now: dt.datetime) -> bool:
    """Say whether a call is due, changing nothing."""
    known = {each.name: each for each in books.crm.connections()}
    connection = known.get(name)
    if connection is None or connection.next_at > now or not is_set_up(books):
        return False
    return _next_job(books, connection, now) is not None


def reserve_crm_call(books: Books, name: str, now: dt.datetime) -> CrmDue | None:
    """Write down that a call is made now; None when none is due, or another process makes it."""
    connection = books.crm.find(name)
    if connection is None or connection.next_at > now or not is_set_up(books):
        return None
    job = _next_job(books, connection, now)
    if job is None:
        return None
    today = shop_of(books).day_of(now)
    calls = 1 + (connection.calls if connection.called_on == today else 0)
    reserved = replace(connection, next_at=now + LEASE, called_on=today, calls=calls)
    return CrmDue(books.crm.change(reserved), job)


def keep_directory(
    books: Books, due: CrmDue, found: CrmDirectory, entities: Sequence[str], now: dt.datetime
) -> bool:
    """Keep what the CRM says of itself; say whether the call was still this one's to keep."""
    connection = _still_mine(books, due)
    if connection is None:
        return False
    known = {each.entity for each in books.crm.feeds(connection.name)}
    for entity in entities:
        if entity not in known:
            books.crm.add_feed(CrmFeed(connection.name, entity))
    before = connection.directory
    if _says_otherwise(before, found):
        for entity in filter(comes_to_documents, known):
            books.crm.make_stale(connection.name, entity)
    books.crm.change(_well(replace(connection, directory=found, directory_at=now), now))
    return True


def keep_crm_page(
    books: Books, due: CrmDue, page: CrmPage, now: dt.datetime
) -> RecordsKept | None:
    """Keep a page and where to go on; None when it came late."""
    connection, job = _still_mine(books, due), due.job
    feed = _feed_now(books, job)
    if connection is None or feed is None:
        return None
    kept = keep_records(books, connection.name, page.records, now, read_through=feed.through)
    is_sweep = _SWEEP in feed.cursor or (isinstance(job, ReadPage) and _SWEEP in job.cursor)
    if is_sweep:
        _look_for_missing(books, connection.name, feed.entity, page, now)
    ours = books.crm.count(feed.connection, feed.entity) - kept.new if is_sweep else None
    books.crm.change_feed(_read_on(feed, page, kept, ours, now))
    books.crm.change(_well(connection, now, feed.entity))
    return kept


def keep_fetched(
    books: Books, due: CrmDue, fetched: Fetched, now: dt.datetime
) -> RecordsKept | None:
    """Keep records that were hinted at, and that some are gone; None when it came late."""
    connection, job = _still_mine(books, due), due.job
    if connection is None or not isinstance(job, ReadHinted):
        return None
    kept = keep_records(books, connection.name, fetched.records, now)
    deleted = keep_deleted(books, connection.name, job.entity, fetched.gone, now)
    feed = next((e for e in books.crm.feeds(connection.name) if e.entity == job.entity), None)
    if deleted and feed is not None and feed.sweep is not None:
        outcome = replace(feed.sweep, deleted=feed.sweep.deleted + deleted)
        books.crm.change_feed(replace(feed, sweep=outcome))
    books.crm.drop_hints(connection.name, job.hints)
    books.crm.change(_well(connection, now, job.entity))
    return kept


def keep_crm_trouble(
    books: Books, due: CrmDue, error: SourceError, now: dt.datetime
) -> CrmConnection | None:
    """Keep that a call came to nothing, and when to try again."""
    connection = _still_mine(books, due)
    if connection is None:
        return None
    failures = connection.failures + 1
    wait = error.retry_after or wait_after(error.trouble, failures)
    feed = _feed_now(books, due.job) if error.trouble in _OF_ONE_KIND else None
    if feed is not None:
        books.crm.change_feed(replace(feed, next_at=now + wait))
    return books.crm.change(
        replace(
            connection,
            next_at=now + (wait if feed is None else dt.timedelta()),
            failed_entity=None if feed is None else feed.entity,
            failing_since=connection.failing_since or now,
            trouble=error.trouble,
            detail=error.detail[:_DETAIL_LETTERS],
            failures=failures,
        )
    )


def hint_crm(books: Books, name: str, hint: Hint, now: dt.datetime) -> bool:
    """Have a record read soon; say whether it is of a kind that is read here.

    A hint is nothing but that: what became of it is read from the CRM itself.
    """
    if hint.entity not in {each.entity for each in books.crm.feeds(name)}:
        return False
    books.crm.add_hints(name, (hint,), now)
    return True


def _next_job(books: Books, connection: CrmConnection, now: dt.datetime) -> Job | None:
    listed_at = connection.directory_at
    if listed_at is None or now >= listed_at + DIRECTORY_EVERY:
        return ReadDirectory()
    hints = books.crm.hints(connection.name, HINTS_AT_ONCE)
    if hints:
        return ReadHinted(hints)
    feeds = books.crm.feeds(connection.name)
    due = [each for each in feeds if each.next_at is None or each.next_at <= now]
    if not due:
        return None
    feed = min(due, key=_turn_of)
    return ReadPage(feed, _cursor_of(books, feed, now))


def _turn_of(feed: CrmFeed) -> tuple[bool, int, dt.datetime]:
    """Order feeds: what was never read whole goes first, and of these customers before deals."""
    long_ago = dt.datetime.min.replace(tzinfo=dt.UTC)
    is_read = feed.through is not None
    place = _FIRST.index(feed.entity) if feed.entity in _FIRST else len(_FIRST)
    return is_read, 0 if is_read else place, feed.next_at or long_ago


def _cursor_of(books: Books, feed: CrmFeed, now: dt.datetime) -> Cursor:
    """Go on in a window, or begin one: since the last, or, at night, of everything."""
    if "until" in feed.cursor or feed.through is None:
        return feed.cursor
    if _is_to_sweep(books, feed, now):
        return {_SWEEP: "1"}
    return dict(feed.cursor) | {"since": (feed.through - OVERLAP).isoformat()}


def _is_to_sweep(books: Books, feed: CrmFeed, now: dt.datetime) -> bool:
    if feed.entity == STAGE_MOVE:  # it only grows
        return False
    is_night = shop_of(books).local(now).hour in _SWEEP_HOURS
    return is_night and (feed.swept_at is None or now >= feed.swept_at + _SWEEP_EVERY)


def _look_for_missing(
    books: Books, name: str, entity: str, page: CrmPage, now: dt.datetime
) -> None:
    """Have records asked for that the CRM should have told of and didn't: they may be gone."""
    after, until = page.covers
    there = {each.id for each in page.records}
    missing = [e for e in books.crm.alive(name, entity, after, until) if e not in there]
    books.crm.add_hints(name, hints_of(entity, missing), now)


def _read_on(
    feed: CrmFeed, page: CrmPage, kept: RecordsKept, ours: int | None, now: dt.datetime
) -> CrmFeed:
    """Give how far a kind of record is read; where everything is compared, what that came to.

    Args:
        feed: how far it was.
        page: what came.
        kept: what of it was new.
        ours: how many were known before, where everything is compared.
        now: the moment.
    """
    begins = "until" not in feed.cursor
    done = len(page.records) + (0 if begins else feed.done)
    cursor, sweep = page.cursor, feed.sweep
    if ours is not None:
        before = None if begins else feed.sweep
        cursor = {**cursor, _SWEEP: "1"} if page.has_more else cursor
        if before is None:
            before = SweepOutcome(now, 0, ours, 0, 0)
        sweep = replace(before, at=now, theirs=done, late=before.late + kept.missed)
    is_whole = not page.has_more and (ours is not None or feed.through is None)
    return replace(
        feed,
        cursor=cursor,
        next_at=now if page.has_more else now + REST,
        through=page.through or feed.through,
        done=done,
        total=page.total if begins else feed.total,
        swept_at=now if is_whole else feed.swept_at,
        sweep=sweep,
    )


def _well(
    connection: CrmConnection, now: dt.datetime | None = None, entity: str | None = None
) -> CrmConnection:
    """Give a connection that told something just now; one kind's trouble is over by itself."""
    well = connection if now is None else replace(connection, last_ok_at=now, next_at=now)
    if now is not None and connection.failed_entity not in {None, entity}:
        return well
    return replace(
        well, trouble=None, detail=None, failures=0, failing_since=None, failed_entity=None
    )


def _says_otherwise(before: CrmDirectory, found: CrmDirectory) -> bool:
    """Say whether records mean something else: by fields, stages, or a name that was unknown."""
    if not before.fields:
        return False
    is_other = (before.fields, before.stages) != (found.fields, found.stages)
    return is_other or bool(set(found.users) - set(before.users))


def _still_mine(books: Books, due: CrmDue) -> CrmConnection | None:
    """Give the connection as it is, if nobody began another call since this one."""
    now = books.crm.find(due.connection.name)
    return now if now is not None and now.revision == due.connection.revision else None


def _feed_now(books: Books, job: Job) -> CrmFeed | None:
    if not isinstance(job, ReadPage):
        return None
    mine = books.crm.feeds(job.feed.connection)
    return next((each for each in mine if each.entity == job.feed.entity), None)
