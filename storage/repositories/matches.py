"""Links between records, and the records that may be linked, in the database."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, update

from ledger.journal import POSTINGS_MIN, PostedEntry
from ledger.money import Money
from services.matching.match_ports import (
    CLERK,
    MATCHED_AS,
    MATCHED_CASH,
    MATCHER,
    CashNews,
    LinkState,
    MatchLink,
)
from services.ports import StorageError
from storage.head import Head
from storage.portions import portions
from storage.prepared import AnyRow, Prepared
from storage.repositories.journal import SqlJournal
from storage.tables import (
    account,
    bank_line,
    journal_entry,
    line_filing,
    match_link,
    posting,
)

_ADD = Prepared(insert(match_link), fills=[each.key for each in match_link.columns])


class SqlMatches:
    """Fulfils services.matching.match_ports.Matches."""

    def __init__(self, connection: Connection, head: Head, journal: SqlJournal) -> None:
        self._connection = connection
        self._head = head
        self._journal = journal

    def line_versions(self) -> Mapping[int, int]:
        """Give the version of each booked line that no person has filed as something else."""
        legs = (
            select(func.count())
            .where(posting.c.entry_number == line_filing.c.entry_number)
            .scalar_subquery()
        )
        is_free = (
            line_filing.c.line_id.is_(None)
            | (line_filing.c.state != "filed")
            | line_filing.c.decided_by.in_((MATCHER, CLERK))
            | (line_filing.c.category.in_(MATCHED_AS) & (legs == POSTINGS_MIN))
        )
        rows = self._connection.execute(
            select(bank_line.c.id, bank_line.c.version)
            .outerjoin(line_filing, line_filing.c.line_id == bank_line.c.id)
            .where(bank_line.c.is_pending.is_(False), bank_line.c.amount_minor != 0, is_free)
        )
        return {row.id: row.version for row in rows}

    def cash_after(self, number: int, since: dt.date) -> CashNews:
        """Give the cash entries that may be matched, of what was posted after an entry."""
        last = self._connection.scalar(select(func.max(journal_entry.c.number))) or 0
        numbers: dict[str, int | None] = dict.fromkeys(self._undone_after(number))
        undone = journal_entry.alias("undone")
        rows = self._connection.execute(
            select(journal_entry.c.source, journal_entry.c.external_id, journal_entry.c.number)
            .distinct()
            .join(posting, posting.c.entry_number == journal_entry.c.number)
            .join(account, account.c.id == posting.c.account_id)
            .outerjoin(undone, undone.c.reverses == journal_entry.c.number)
            .where(
                journal_entry.c.number > number,
                account.c.key.startswith("till."),
                journal_entry.c.category.in_(MATCHED_CASH),
                journal_entry.c.booked_on >= since,
                journal_entry.c.reverses.is_(None),
                undone.c.number.is_(None),
            )
        )
        for row in rows:
            numbers[_cash_key(row)] = row.number
        return CashNews(last, numbers)

    def _undone_after(self, number: int) -> list[str]:
        """Give the keys of what was taken back after an entry."""
        if number == 0:  # what was taken back before anybody looked was never seen
            return []
        undoing = journal_entry.alias("undoing")
        rows = self._connection.execute(
            select(journal_entry.c.source, journal_entry.c.external_id)
            .join(undoing, undoing.c.reverses == journal_entry.c.number)
            .where(undoing.c.number > number)
        )
        return [_cash_key(row) for row in rows]

    def entries(self, numbers: Collection[int]) -> tuple[PostedEntry, ...]:
        """Give some entries, by number."""
        return tuple(
            each for some in portions(sorted(numbers)) for each in self._journal.numbered(some)
        )

    def standing_keys(self) -> frozenset[str]:
        """Give the records that standing links join."""
        rows = self._connection.execute(
            select(match_link.c.left_key, match_link.c.right_key).where(
                match_link.c.state.in_(("made", "confirmed"))
            )
        )
        return frozenset(key for row in rows for key in row)

    def decided(self) -> tuple[MatchLink, ...]:
        """Give the links that people decided on, by id."""
        return self._links(match_link.c.state.in_(("confirmed", "refused")))

    def of_records(self, keys: Collection[str]) -> tuple[MatchLink, ...]:
        """Give every link of some records, whatever its state."""
        found: dict[int, MatchLink] = {}
        for some in portions(keys):
            of_some = or_(match_link.c.left_key.in_(some), match_link.c.right_key.in_(some))
            found |= {each.id: each for each in self._links(of_some)}
        return tuple(found[each] for each in sorted(found))

    def find(self, link_id: int) -> MatchLink | None:
        """Give a link."""
        found = self._links(match_link.c.id == link_id)
        return found[0] if found else None

    def add(self, links: Sequence[MatchLink], at: dt.datetime) -> tuple[MatchLink, ...]:
        """Keep new links, in order; their ids are given here."""
        if not links:
            return ()
        self._head.take()
        last = self._connection.scalar(select(func.max(match_link.c.id))) or 0
        added = tuple(
            replace(each, id=number, revision=1)
            for number, each in enumerate(links, start=last + 1)
        )
        _ADD.run_each(
            self._connection,
            [_values(each) | {"id": each.id, "revision": 1, "made_at": at} for each in added],
        )
        return added

    def change(self, links: Sequence[MatchLink]) -> tuple[MatchLink, ...]:
        """Keep where links stand now; each revision grows by one."""
        for each in links:
            done = self._connection.execute(
                update(match_link)
                .where(match_link.c.id == each.id, match_link.c.revision == each.revision)
                .values(_values(each) | {"revision": each.revision + 1})
            )
            if done.rowcount != 1:
                raise StorageError("busy")
        return tuple(replace(each, revision=each.revision + 1) for each in links)

    def _links(self, *where: ColumnElement[bool]) -> tuple[MatchLink, ...]:
        wanted = select(match_link).where(*where).order_by(match_link.c.id)
        return tuple(_link(row) for row in self._connection.execute(wanted).all())


def _cash_key(row: AnyRow) -> str:
    return f"cash:{row.source}:{row.external_id}"


def _values(link: MatchLink) -> dict[str, object]:
    return {
        "kind": link.kind,
        "left_key": link.left,
        "right_key": link.right,
        "amount_minor": link.amount.minor,
        "currency": link.amount.currency,
        "grounds": list(link.grounds),
        "permille": link.permille,
        "state": link.state.value,
        "decided_by": link.decided_by,
        "decided_at": link.decided_at,
    }


def _link(row: AnyRow) -> MatchLink:
    return MatchLink(
        kind=row.kind,
        left=row.left_key,
        right=row.right_key,
        amount=Money(row.amount_minor, row.currency),
        grounds=tuple(row.grounds),
        permille=row.permille,
        state=LinkState(row.state),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        id=row.id,
        revision=row.revision,
    )
