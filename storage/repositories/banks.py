"""Bank accounts, statements and lines in the database."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, exists, func, insert, select, update

from ledger.statements import SpoiledLine, StatementLine
from services.bank.bank_ports import BankAccount, BankLine, BankStatement, NewStatement
from services.messages import Cause
from storage.head import Head
from storage.new_row import added_row
from storage.portions import portions
from storage.prepared import AnyRow, Prepared
from storage.repositories.bank_rows import (
    account_of_row,
    bank_line_of,
    line_said,
    line_values,
    said_of,
    statement_of_row,
)
from storage.tables import (
    bank_account,
    bank_line,
    bank_line_before,
    bank_said,
    bank_statement,
    bank_statement_line,
    spoiled_line,
)
from storage.upsert import upsert

_COLUMNS = [each for each in bank_line.columns if each.key != "raw"]
_LINES = select(*_COLUMNS).order_by(bank_line.c.booked_on, bank_line.c.id)
_ADD_LINES = Prepared(insert(bank_line), fills=[each.key for each in bank_line.columns])
_ADD_LINKS = Prepared(insert(bank_statement_line), fills=["statement_id", "line_id"])
_SUM = select(func.coalesce(func.sum(bank_line.c.amount_minor), 0)).where(
    bank_line.c.is_pending.is_(False)
)


class SqlBanks:
    """Fulfils services.bank.bank_ports.Banks."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def hold(self) -> None:
        """Take the head of the books, as whoever posts does."""
        self._head.take()

    def accounts(self) -> tuple[BankAccount, ...]:
        """Give all accounts, the oldest first."""
        rows = self._connection.execute(select(bank_account).order_by(bank_account.c.id))
        return tuple(account_of_row(row) for row in rows)

    def add_account(self, account: BankAccount) -> BankAccount:
        """Keep a new account; its id is given here."""
        key = added_row(
            self._connection,
            insert(bank_account).values(
                key=account.key,
                number=account.number,
                currency=account.currency,
                bank=account.bank,
            ),
        )
        return replace(account, id=key)

    def change_account(self, account: BankAccount) -> BankAccount:
        """Keep the number and the bank of an account that are known now."""
        self._connection.execute(
            update(bank_account)
            .where(bank_account.c.id == account.id)
            .values(number=account.number, bank=account.bank)
        )
        return account

    def accounts_said(self, said: str) -> tuple[int, ...]:
        """Give the ids of the accounts that files which say this of themselves were of."""
        column = bank_said.c
        rows = self._connection.execute(select(column.account_id).where(column.said == said))
        return tuple(row.account_id for row in rows)

    def teach_said(self, said: str, account_id: int, cause: Cause) -> None:
        """Keep that files which say this of themselves are of an account."""
        taught = {"taught_by": cause.actor, "taught_at": cause.at}
        self._connection.execute(
            upsert(self._connection, bank_said)
            .values(said=said, account_id=account_id, **taught)
            .on_conflict_do_nothing(index_elements=["said", "account_id"])
        )

    def lines_between(
        self, account_id: int, first: dt.date, last: dt.date
    ) -> tuple[BankLine, ...]:
        """Give the lines that were booked on some days, in order, without their raw bytes."""
        is_then = bank_line.c.booked_on.between(first, last)
        return self._lines(bank_line.c.account_id == account_id, is_then)

    def of_external_ids(
        self, account_id: int, scheme: str, ids: Collection[str]
    ) -> tuple[BankLine, ...]:
        """Give the lines that a scheme calls so."""
        is_of = (bank_line.c.account_id == account_id, bank_line.c.scheme == scheme)
        return tuple(
            line
            for some in portions(ids)
            for line in self._lines(*is_of, bank_line.c.external_id.in_(some))
        )

    def former_tellings(self, line_ids: Collection[int]) -> Mapping[int, Sequence[StatementLine]]:
        """Give what some lines said before, the oldest first."""
        found: dict[int, list[StatementLine]] = defaultdict(list)
        for some in portions(line_ids):
            rows = self._connection.execute(
                select(bank_line_before.c.line_id, bank_line_before.c.said)
                .where(bank_line_before.c.line_id.in_(some))
                .order_by(bank_line_before.c.version)
            )
            for line_id, said in rows:
                found[line_id].append(line_said(said))
        return found

    def find_lines(self, ids: Collection[int]) -> tuple[BankLine, ...]:
        """Give some lines, by day."""
        found = [line for some in portions(ids) for line in self._lines(bank_line.c.id.in_(some))]
        return tuple(sorted(found, key=lambda each: (each.line.booked_on, each.id)))

    def raw_of(self, line_id: int) -> bytes | None:
        """Give a line as its file or its bank's interface told it; None when there is none."""
        raw: bytes | None = self._connection.scalar(
            select(bank_line.c.raw).where(bank_line.c.id == line_id)
        )
        return raw

    def add_lines(
        self, account_id: int, scheme: str, lines: Sequence[StatementLine], at: dt.datetime
    ) -> tuple[BankLine, ...]:
        """Keep new lines, in order; their ids are given here."""
        if not lines:
            return ()
        self._head.take()
        last = self._connection.scalar(select(func.max(bank_line.c.id))) or 0
        added = tuple(
            BankLine(number, account_id, 1, scheme, line)
            for number, line in enumerate(lines, start=last + 1)
        )
        _ADD_LINES.run_each(
            self._connection,
            [
                line_values(each.line, scheme, at)
                | {"id": each.id, "account_id": account_id, "version": 1}
                for each in added
            ],
        )
        return added

    def change_lines(
        self, changes: Sequence[tuple[BankLine, StatementLine]], scheme: str, at: dt.datetime
    ) -> tuple[BankLine, ...]:
        """Keep what lines say now; what they said before stays beside it."""
        return tuple(self._change(before, line, scheme, at) for before, line in changes)

    def _change(
        self, before: BankLine, line: StatementLine, scheme: str, at: dt.datetime
    ) -> BankLine:
        is_it = bank_line.c.id == before.id
        row = self._connection.execute(select(bank_line).where(is_it)).one()
        self._connection.execute(
            insert(bank_line_before).values(
                line_id=row.id,
                version=row.version,
                said=said_of(row),
                raw=row.raw,
                told_at=row.told_at,
            )
        )
        values = line_values(line, scheme, at) | {"version": row.version + 1}
        self._connection.execute(update(bank_line).where(is_it).values(values))
        return BankLine(before.id, before.account_id, row.version + 1, scheme, line)

    def sum_before(self, account_id: int, day: dt.date, *, but: int | None = None) -> int:
        """Add up the booked lines before a day that stand not in a statement, in minor units."""
        return self._sum(account_id, bank_line.c.booked_on < day, but)

    def sum_through(self, account_id: int, day: dt.date) -> int:
        """Add up the booked lines of a day and all days before it, in minor units."""
        return self._sum(account_id, bank_line.c.booked_on <= day, None)

    def sum_of_day(self, account_id: int, day: dt.date, *, but: int | None = None) -> int:
        """Add up the booked lines of a day that stand not in a statement, in minor units."""
        return self._sum(account_id, bank_line.c.booked_on == day, but)

    def _sum(self, account_id: int, when: ColumnElement[bool], but: int | None) -> int:
        counted = _SUM.where(bank_line.c.account_id == account_id, when)
        if but is not None:
            stands_there = bank_statement_line.c.line_id == bank_line.c.id
            there = exists().where(bank_statement_line.c.statement_id == but, stands_there)
            counted = counted.where(~there)
        return int(self._connection.scalar(counted) or 0)

    def statements(self, account_id: int) -> tuple[BankStatement, ...]:
        """Give an account's statements, the first read first."""
        rows = self._connection.execute(
            select(bank_statement, bank_account.c.currency)
            .join(bank_account, bank_account.c.id == bank_statement.c.account_id)
            .where(bank_statement.c.account_id == account_id)
            .order_by(bank_statement.c.id)
        )
        return tuple(statement_of_row(row, row.currency) for row in rows)

    def lines_of(self, statement_ids: Collection[int]) -> Mapping[int, frozenset[int]]:
        """Give the lines that stand in each of some statements."""
        found: dict[int, set[int]] = defaultdict(set)
        for some in portions(statement_ids):
            rows = self._connection.execute(
                select(bank_statement_line).where(bank_statement_line.c.statement_id.in_(some))
            )
            for row in rows:
                found[row.statement_id].add(row.line_id)
        return {key: frozenset(ids) for key, ids in found.items()}

    def add_statement(self, new: NewStatement, at: dt.datetime) -> BankStatement:
        """Keep a statement; its id is given here."""
        key = added_row(
            self._connection,
            insert(bank_statement).values(_statement_values(new) | {"read_at": at}),
        )
        self._link(key, new.line_ids)
        self._set_aside(key, new.spoiled, 0)
        return replace(new.statement, id=key)

    def extend_statement(
        self, statement: BankStatement, new: NewStatement, at: dt.datetime
    ) -> BankStatement:
        """Have a statement that is kept go on: with more lines, and the newer closing balance."""
        closing = new.statement.closing or statement.closing
        counts, columns = new.counts, bank_statement.c
        is_its = spoiled_line.c.statement_id == statement.id
        rows = self._connection.execute(select(spoiled_line.c.raw).where(is_its)).all()
        known = {row.raw for row in rows}
        strange = [each for each in new.spoiled if each.raw not in known]
        self._connection.execute(
            update(bank_statement)
            .where(columns.id == statement.id)
            .values(
                closing_minor=None if closing is None else closing.minor,
                closed_on=new.statement.closed_on or statement.closed_on,
                new_count=columns.new_count + counts.new,
                known_count=columns.known_count + counts.known,
                changed_count=columns.changed_count + counts.changed,
                spoiled_count=columns.spoiled_count + len(strange),
                read_at=at,
            )
        )
        there = self.lines_of([statement.id]).get(statement.id, frozenset())
        self._link(statement.id, [each for each in new.line_ids if each not in there])
        self._set_aside(statement.id, strange, len(rows))
        return replace(statement, closing=closing, closed_on=new.statement.closed_on)

    def _link(self, statement_id: int, line_ids: Sequence[int]) -> None:
        links = [{"statement_id": statement_id, "line_id": line_id} for line_id in line_ids]
        if links:
            _ADD_LINKS.run_each(self._connection, links)

    def _set_aside(self, statement_id: int, spoiled: Sequence[SpoiledLine], after: int) -> None:
        for place, each in enumerate(spoiled, start=after + 1):
            self._connection.execute(
                insert(spoiled_line).values(
                    statement_id=statement_id,
                    place=place,
                    position=each.position,
                    reason=each.reason,
                    raw=each.raw,
                )
            )

    def last_line_on(self, account_id: int) -> dt.date | None:
        """Give the day of the newest booked line."""
        newest: dt.date | None = self._connection.scalar(
            select(func.max(bank_line.c.booked_on)).where(
                bank_line.c.account_id == account_id, bank_line.c.is_pending.is_(False)
            )
        )
        return newest

    def _lines(self, *where: ColumnElement[bool]) -> tuple[BankLine, ...]:
        rows: Sequence[AnyRow] = self._connection.execute(_LINES.where(*where)).all()
        return tuple(bank_line_of(row) for row in rows)


def _statement_values(new: NewStatement) -> dict[str, object]:
    statement, counts = new.statement, new.counts
    opening, closing = statement.opening, statement.closing
    return {
        "account_id": statement.account_id,
        "scheme": statement.scheme,
        "number": statement.number,
        "opened_on": statement.opened_on,
        "closed_on": statement.closed_on,
        "opening_minor": None if opening is None else opening.minor,
        "closing_minor": None if closing is None else closing.minor,
        "file_digest": new.file,
        "new_count": counts.new,
        "known_count": counts.known,
        "changed_count": counts.changed,
        "spoiled_count": counts.spoiled,
    }
