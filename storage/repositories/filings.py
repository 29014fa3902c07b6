"""Where bank lines stand, and what was answered, in the database."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, insert, select, update

from services.bank.bank_ports import BankLine
from services.filing.filing_ports import Filing, FilingAnswer, FilingState, Proposed
from services.ports import StorageError
from storage.head import Head
from storage.portions import portions
from storage.prepared import AnyRow, Prepared
from storage.repositories.bank_rows import bank_line_of
from storage.tables import bank_line, line_answer, line_filing

_PAGE = 500
_ADD = Prepared(insert(line_filing), fills=[each.key for each in line_filing.columns])
_ANSWER = Prepared(insert(line_answer), fills=[each.key for each in line_answer.columns])
_ANSWERS = select(
    line_answer.c.id.label("answer_id"),
    line_answer.c.proposed,
    line_answer.c.decided,
    line_answer.c.decided_by,
    line_answer.c.decided_at,
    *(each for each in bank_line.columns if each.key != "raw"),
).join(bank_line, bank_line.c.id == line_answer.c.line_id)


class SqlFilings:
    """Fulfils services.filing.filing_ports.Filings."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def add(self, filings: Sequence[Filing]) -> None:
        """Keep where new lines stand."""
        if filings:
            rows = [_values(each) | {"line_id": each.line_id, "revision": 1} for each in filings]
            _ADD.run_each(self._connection, rows)

    def find(self, line_id: int) -> Filing | None:
        """Give where a line stands."""
        found = self.of_lines([line_id])
        return found[0] if found else None

    def change(self, filings: Sequence[Filing]) -> tuple[Filing, ...]:
        """Keep where lines stand now; each revision grows by one."""
        for each in filings:
            done = self._connection.execute(
                update(line_filing)
                .where(
                    line_filing.c.line_id == each.line_id,
                    line_filing.c.revision == each.revision,
                )
                .values(_values(each) | {"revision": each.revision + 1})
            )
            if done.rowcount != 1:
                raise StorageError("busy")
        return tuple(replace(each, revision=each.revision + 1) for each in filings)

    def of_state(
        self, state: FilingState, *, is_auto: bool | None = None, limit: int = 10_000
    ) -> tuple[Filing, ...]:
        """Give the lines that stand so, the newest decided or the oldest open first."""
        wanted = select(line_filing).where(line_filing.c.state == state.value)
        if is_auto is not None:
            wanted = wanted.where(line_filing.c.is_auto.is_(is_auto))
        order = (
            [line_filing.c.line_id]
            if state is FilingState.OPEN
            else [line_filing.c.decided_at.desc(), line_filing.c.line_id.desc()]
        )
        rows = self._connection.execute(wanted.order_by(*order).limit(limit))
        return tuple(_filing(row) for row in rows)

    def decided_with(self, filing: Filing) -> tuple[Filing, ...]:
        """Give the lines that were decided on by the same person in the same moment."""
        rows = self._connection.execute(
            select(line_filing)
            .where(
                line_filing.c.state == filing.state.value,
                line_filing.c.decided_at == filing.decided_at,
                line_filing.c.decided_by == filing.decided_by,
            )
            .order_by(line_filing.c.line_id)
        )
        return tuple(_filing(row) for row in rows)

    def count(self, state: FilingState) -> int:
        """Say how many lines stand so."""
        counted = select(func.count()).where(line_filing.c.state == state.value)
        return self._connection.scalar(counted) or 0

    def of_lines(self, line_ids: Collection[int]) -> tuple[Filing, ...]:
        """Give where some lines stand, by line."""
        return tuple(
            _filing(row)
            for some in portions(line_ids)
            for row in self._connection.execute(
                select(line_filing)
                .where(line_filing.c.line_id.in_(some))
                .order_by(line_filing.c.line_id)
            )
        )

    def add_answers(self, answers: Sequence[FilingAnswer]) -> None:
        """Keep answers, in order; their ids are given here."""
        if not answers:
            return
        self._head.take()
        last = self._connection.scalar(select(func.max(line_answer.c.id))) or 0
        _ANSWER.run_each(
            self._connection,
            [
                {
                    "id": number,
                    "line_id": each.line_id,
                    "proposed": each.proposed,
                    "decided": each.decided,
                    "decided_by": each.by,
                    "decided_at": each.at,
                }
                for number, each in enumerate(answers, start=last + 1)
            ],
        )

    def answer(self, answer_id: int) -> FilingAnswer | None:
        """Give one answer."""
        wanted = select(line_answer).where(line_answer.c.id == answer_id)
        row = self._connection.execute(wanted).first()
        return None if row is None else _answer(row, row.id, row.line_id)

    def answers_after(self, answer_id: int) -> Iterator[tuple[FilingAnswer, BankLine]]:
        """Give the answers after one, in order, each with its line."""
        last = answer_id
        while page := self._connection.execute(
            _ANSWERS.where(line_answer.c.id > last).order_by(line_answer.c.id).limit(_PAGE)
        ).all():
            yield from ((_answer(row, row.answer_id, row.id), bank_line_of(row)) for row in page)
            last = page[-1].answer_id


def _values(filing: Filing) -> dict[str, object]:
    return {
        "state": filing.state.value,
        "party": filing.party,
        "proposals": [[each.category, each.permille] for each in filing.proposals],
        "reason": dict(filing.reason),
        "rule": filing.rule,
        "category": filing.category,
        "is_auto": filing.is_auto,
        "entry_number": filing.entry_number,
        "decided_by": filing.decided_by,
        "decided_at": filing.decided_at,
        "times_put_off": filing.times_put_off,
        "is_apart": filing.is_apart,
    }


def _filing(row: AnyRow) -> Filing:
    return Filing(
        line_id=row.line_id,
        state=FilingState(row.state),
        party=row.party,
        proposals=tuple(Proposed(category, permille) for category, permille in row.proposals),
        reason=row.reason,
        rule=row.rule,
        category=row.category,
        is_auto=row.is_auto,
        entry_number=row.entry_number,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        times_put_off=row.times_put_off,
        is_apart=row.is_apart,
        revision=row.revision,
    )


def _answer(row: AnyRow, answer_id: int, line_id: int) -> FilingAnswer:
    return FilingAnswer(
        answer_id, line_id, row.proposed, row.decided, row.decided_by, row.decided_at
    )
