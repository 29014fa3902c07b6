"""Journal entries in the database: added, read, never changed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

from sqlalchemy import Connection, Select, bindparam, func, insert, or_, select

from alerts.missing_entries import Sighting
from ledger.accounts import Account
from ledger.audit import ChangeValue
from ledger.journal import JournalEntry, Origin, PostedEntry, Posting
from ledger.money import Money
from services.book_ports import TillMovement, ToldSighting
from services.messages import TELEGRAM, Cause
from storage.head import Change, Head
from storage.portions import portions
from storage.prepared import AnyRow, Prepared
from storage.repositories.accounts import AccountIds
from storage.tables import account, journal_entry, posting

PAGE_ENTRIES = 2_000
"""How many entries a walk through all of them reads at a time."""

POSTED = "post_entry"
REVERSED = "reverse_entry"
EntryChange: TypeAlias = dict[str, ChangeValue]
"""What the audit log keeps of an entry: columns by name, and its legs."""

_TOLD_COLUMNS = (
    "booked_on",
    "belongs_on",
    "occurred_at",
    "narration",
    "category",
    "counterparty",
    "order_reference",
    "source",
    "external_id",
    "version",
    "decided_by",
    "reverses",
    "replaces",
)

_TOLD_DATES = ("booked_on", "belongs_on", "occurred_at")

_ADD_POSTINGS = Prepared(insert(posting), fills=[column.key for column in posting.columns])
_ADD_ENTRIES = Prepared(
    insert(journal_entry),
    fills=[column.key for column in journal_entry.columns],
    together=insert(journal_entry).returning(journal_entry.c.number),
)
_reversal = journal_entry.alias("reversal")
_ENTRIES = select(journal_entry, _reversal.c.number.label("reversed_by")).outerjoin(
    _reversal, _reversal.c.reverses == journal_entry.c.number
)
_BY_NUMBER = Prepared(_ENTRIES.where(journal_entry.c.number == bindparam("number")))
_BY_ORIGIN = Prepared(
    _ENTRIES.where(
        journal_entry.c.source == bindparam("source"),
        journal_entry.c.external_id == bindparam("external"),
    ).order_by(journal_entry.c.number)
)
RECENT_ENTRIES = 5_000
"""What was told lately is looked for among so many of the last entries."""
_last_number = select(func.max(journal_entry.c.number)).scalar_subquery()
_TOLD_IN = _ENTRIES.where(
    journal_entry.c.number > _last_number - RECENT_ENTRIES,
    journal_entry.c.source == TELEGRAM,
    journal_entry.c.reverses.is_(None),
    _reversal.c.number.is_(None),
)
_POSTINGS = select(
    posting.c.entry_number, account.c.key, posting.c.amount_minor, posting.c.currency
).join(account, account.c.id == posting.c.account_id)


class SqlJournal:
    """Fulfils services.ports.Journal."""

    def __init__(self, connection: Connection, head: Head, account_ids: AccountIds) -> None:
        self._connection = connection
        self._head = head
        self._account_ids = account_ids

    def add(self, entries: Sequence[JournalEntry], cause: Cause) -> tuple[PostedEntry, ...]:
        """Number and keep entries; the postings go first, since an entry's row seals them."""
        if not entries:
            return ()
        numbers = self._head.next_entry_numbers(len(entries))
        posted = tuple(
            PostedEntry(number, entry, cause.at, cause.actor, cause.raw_record_id)
            for number, entry in zip(numbers, entries, strict=True)
        )
        ids = self._account_ids.of(self._connection, _keys_of(entries))
        _ADD_POSTINGS.run_each(
            self._connection,
            [
                {
                    "entry_number": each.number,
                    "leg": leg,
                    "account_id": ids[one.account],
                    "amount_minor": one.amount.minor,
                    "currency": one.amount.currency,
                }
                for each in posted
                for leg, one in enumerate(each.entry.postings, start=1)
            ],
        )
        rows = [_entry_row(each) for each in posted]
        _ADD_ENTRIES.run_each(self._connection, rows)
        self._head.append(
            [_told(each, row) for each, row in zip(posted, rows, strict=True)], cause
        )
        return posted

    def hold(self) -> int:
        """Take the head of the books; give the number of the last entry."""
        return self._head.hold()

    def find(self, number: int) -> PostedEntry | None:
        """Give one entry."""
        found = self._with_legs(_BY_NUMBER.rows(self._connection, {"number": number}))
        return found[0] if found else None

    def numbered(self, numbers: Sequence[int]) -> tuple[PostedEntry, ...]:
        """Give some entries by their numbers, the oldest first."""
        return self._read(
            _ENTRIES.where(journal_entry.c.number.in_(numbers)).order_by(journal_entry.c.number)
        )

    def of_origin(self, source: str, external_id: str) -> tuple[PostedEntry, ...]:
        """Give every telling of one outside event, oldest first."""
        return self._with_legs(
            _BY_ORIGIN.rows(self._connection, {"source": source, "external": external_id})
        )

    def of_origins(
        self, source: str, external_ids: Collection[str]
    ) -> Mapping[str, tuple[PostedEntry, ...]]:
        """Give every telling of some outside events, each one's oldest first."""
        found: dict[str, list[PostedEntry]] = defaultdict(list)
        for some in portions(external_ids):
            is_one = journal_entry.c.external_id.in_(some)
            wanted = _ENTRIES.where(journal_entry.c.source == source, is_one)
            for each in self._read(wanted.order_by(journal_entry.c.number)):
                found[each.entry.origin.external_id].append(each)
        return {key: tuple(told) for key, told in found.items()}

    def of_order(self, reference: str) -> tuple[PostedEntry, ...]:
        """Give the entries that name an order so, the oldest first."""
        is_its = journal_entry.c.order_reference == reference
        return self._read(_ENTRIES.where(is_its).order_by(journal_entry.c.number))

    def begun_on(self) -> dt.date | None:
        """Give the first day that anything was booked on."""
        day: dt.date | None = self._connection.scalar(select(func.min(journal_entry.c.booked_on)))
        return day

    def of_message(self, chat_id: int, message_id: int) -> tuple[PostedEntry, ...]:
        """Give every telling of every operation of a typed message, oldest first."""
        whole = f"{chat_id}/{message_id}"
        return self._read(
            _ENTRIES.where(
                journal_entry.c.source == TELEGRAM,
                or_(
                    journal_entry.c.external_id == whole,
                    journal_entry.c.external_id.startswith(f"{whole}#", autoescape=True),
                ),
            ).order_by(journal_entry.c.number)
        )

    def told_in(
        self, *, chat_id: int, actor: str, since: dt.datetime, limit: int
    ) -> tuple[PostedEntry, ...]:
        """Give what a person told in a chat since a moment and what still stands, newest first."""
        newest = (
            _TOLD_IN.where(
                journal_entry.c.external_id.startswith(f"{chat_id}/", autoescape=True),
                journal_entry.c.decided_by == actor,
                journal_entry.c.occurred_at >= since,
            )
            .order_by(journal_entry.c.number.desc())
            .limit(limit)
        )
        return self._with_legs(self._connection.execute(newest).all()[::-1])[::-1]

    def all(self) -> Iterator[PostedEntry]:
        """Give all entries by number, a page at a time."""
        last = 0
        while page := self._read(
            _ENTRIES.where(journal_entry.c.number > last)
            .order_by(journal_entry.c.number)
            .limit(PAGE_ENTRIES)
        ):
            yield from page
            last = page[-1].number

    def till_movements(self, day: dt.date) -> tuple[TillMovement, ...]:
        """Give what moved each till on a day, by entry number."""
        entries = self._read(
            _ENTRIES.where(journal_entry.c.booked_on == day).order_by(journal_entry.c.number)
        )
        return tuple(
            TillMovement(posted, leg.account, leg.amount)
            for posted in entries
            for leg in posted.entry.postings
            if Account.is_till_key(leg.account)
        )

    def sightings(self, since: dt.date) -> tuple[ToldSighting, ...]:
        """Give the cash operations that stand since a day, by day; reversed ones are left out."""
        rows = self._connection.execute(
            select(
                journal_entry.c.booked_on,
                journal_entry.c.belongs_on,
                journal_entry.c.category,
                journal_entry.c.counterparty,
                journal_entry.c.decided_by,
            )
            .outerjoin(_reversal, _reversal.c.reverses == journal_entry.c.number)
            .where(
                journal_entry.c.booked_on >= since,
                journal_entry.c.category.is_not(None),
                journal_entry.c.reverses.is_(None),
                _reversal.c.number.is_(None),
            )
            .order_by(journal_entry.c.booked_on, journal_entry.c.number)
        )
        return tuple(
            ToldSighting(Sighting(belongs or booked, category, counterparty), decided_by)
            for booked, belongs, category, counterparty, decided_by in rows
        )

    def count(self) -> int:
        """Say how many entries there are."""
        return self._connection.scalar(select(func.count()).select_from(journal_entry)) or 0

    def _read(self, entries: Select[*tuple[object, ...]]) -> tuple[PostedEntry, ...]:
        return self._with_legs(self._connection.execute(entries).all())

    def _with_legs(self, rows: Sequence[AnyRow]) -> tuple[PostedEntry, ...]:
        """Make rows of entries, by number, whole with their postings."""
        if not rows:
            return ()
        wanted = _POSTINGS.where(
            posting.c.entry_number.between(rows[0].number, rows[-1].number)
            if rows[-1].number - rows[0].number < 2 * len(rows)
            else posting.c.entry_number.in_([row.number for row in rows])
        ).order_by(posting.c.entry_number, posting.c.leg)
        legs: dict[int, list[Posting]] = defaultdict(list)
        for number, key, minor, currency in self._connection.execute(wanted):
            legs[number].append(Posting(key, Money(minor, currency)))
        return tuple(_posted(row, tuple(legs[row.number])) for row in rows)


def change_of(row: Mapping[str, object], legs: Sequence[tuple[str, int, str]]) -> EntryChange:
    """Tell an entry to the audit log: all of its row and legs, so that any difference shows."""
    change = {name: cast("ChangeValue", row[name]) for name in _TOLD_COLUMNS}
    for name in _TOLD_DATES:
        value = row[name]
        if isinstance(value, dt.datetime):
            change[name] = value.astimezone(dt.UTC).isoformat(timespec="microseconds")
        elif isinstance(value, dt.date):
            change[name] = value.isoformat()
    change["postings"] = [list(leg) for leg in legs]
    return change


def _told(posted: PostedEntry, row: Mapping[str, object]) -> Change:
    what = REVERSED if posted.entry.reverses else POSTED
    legs = [(leg.account, leg.amount.minor, leg.amount.currency) for leg in posted.entry.postings]
    return Change(what, f"entry:{posted.number}", change_of(row, legs))


def _keys_of(entries: Sequence[JournalEntry]) -> set[str]:
    return {leg.account for entry in entries for leg in entry.postings}


def _entry_row(posted: PostedEntry) -> dict[str, object]:
    entry = posted.entry
    return {
        "number": posted.number,
        "booked_on": entry.booked_on,
        "belongs_on": entry.belongs_on,
        "occurred_at": entry.occurred_at,
        "recorded_at": posted.recorded_at,
        "narration": entry.narration,
        "category": entry.category,
        "counterparty": entry.counterparty,
        "order_reference": entry.order_reference,
        "source": entry.origin.source,
        "external_id": entry.origin.external_id,
        "version": entry.origin.version,
        "raw_record_id": posted.raw_record_id,
        "decided_by": posted.decided_by,
        "reverses": entry.reverses,
        "replaces": entry.replaces,
    }


def _posted(row: AnyRow, legs: tuple[Posting, ...]) -> PostedEntry:
    entry = JournalEntry(
        booked_on=row.booked_on,
        occurred_at=row.occurred_at,
        narration=row.narration,
        postings=legs,
        origin=Origin(row.source, row.external_id, row.version),
        category=row.category,
        counterparty=row.counterparty,
        order_reference=row.order_reference,
        reverses=row.reverses,
        replaces=row.replaces,
        belongs_on=row.belongs_on,
    )
    return PostedEntry(
        number=row.number,
        entry=entry,
        recorded_at=row.recorded_at,
        decided_by=row.decided_by,
        raw_record_id=row.raw_record_id,
        reversed_by=row.reversed_by,
    )
