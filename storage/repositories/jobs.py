"""Runs of jobs in the database."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update
from sqlalchemy.sql import Subquery

from services.running.job_types import JobCall, JobOutcome, JobRun
from storage.new_row import added_row
from storage.prepared import AnyRow
from storage.tables import job_call, job_run
from storage.upsert import upsert


class SqlJobs:
    """Fulfils services.running.job_ports.Jobs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self) -> Mapping[str, JobRun]:
        """Give the newest run of each job that ever ran, by name."""
        rows = self._connection.execute(
            select(job_run).where(job_run.c.id.in_(select(_newest_ids().c.id)))
        )
        return {row.name: _run(row) for row in rows}

    def newest_of(self, name: str) -> JobRun | None:
        """Give the newest run of a job."""
        row = self._connection.execute(
            select(job_run).where(job_run.c.name == name).order_by(job_run.c.id.desc()).limit(1)
        ).first()
        return None if row is None else _run(row)

    def first_at(self) -> dt.datetime | None:
        """Say since when runs are kept."""
        oldest = select(job_run.c.began_at).order_by(job_run.c.id).limit(1)
        return self._connection.scalar(oldest)

    def begin(self, run: JobRun) -> JobRun:
        """Keep a run that begins."""
        key = added_row(
            self._connection,
            insert(job_run).values(
                name=run.name,
                due_at=run.due_at,
                began_at=run.began_at,
                did=run.did,
                failures=run.failures,
                asked_by=run.asked_by,
            ),
        )
        return JobRun(
            run.name, run.due_at, run.began_at, key,
            failures=run.failures, asked_by=run.asked_by,
        )  # fmt: skip

    def end(self, run: JobRun) -> None:
        """Keep how a run ended."""
        self._connection.execute(
            update(job_run)
            .where(job_run.c.id == run.id)
            .values(
                ended_at=run.ended_at,
                outcome=None if run.outcome is None else run.outcome.value,
                did=run.did,
                reason=run.reason,
                failures=run.failures,
            )
        )

    def call(self, call: JobCall) -> None:
        """Keep that a job is wanted at once; one that is wanted already stays as it is."""
        self._connection.execute(
            upsert(self._connection, job_call)
            .values(name=call.name, asked_by=call.asked_by, asked_at=call.asked_at)
            .on_conflict_do_nothing()
        )

    def calls(self) -> Mapping[str, JobCall]:
        """Give the jobs that are wanted at once, by name."""
        rows = self._connection.execute(select(job_call))
        return {row.name: JobCall(row.name, row.asked_by, row.asked_at) for row in rows}

    def answer(self, call: JobCall) -> None:
        """Let go of a call that a run answers."""
        self._connection.execute(delete(job_call).where(job_call.c.name == call.name))

    def sweep(self, done_before: dt.datetime, failed_before: dt.datetime) -> int:
        """Let go of old runs but the newest of each job; say how many went."""
        old = or_(
            and_(job_run.c.outcome == JobOutcome.DONE.value, job_run.c.ended_at < done_before),
            job_run.c.ended_at < failed_before,
        )
        newest = job_run.c.id.in_(select(_newest_ids().c.id))
        return self._connection.execute(delete(job_run).where(old, ~newest)).rowcount


def _newest_ids() -> Subquery:
    return select(func.max(job_run.c.id).label("id")).group_by(job_run.c.name).subquery()


def _run(row: AnyRow) -> JobRun:
    return JobRun(
        name=row.name,
        due_at=row.due_at,
        began_at=row.began_at,
        id=row.id,
        ended_at=row.ended_at,
        outcome=None if row.outcome is None else JobOutcome(row.outcome),
        did=row.did,
        reason=row.reason,
        failures=row.failures,
        asked_by=row.asked_by,
    )
