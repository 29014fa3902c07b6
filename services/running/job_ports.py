"""What the clock needs of the books: runs of jobs, and who wants one at once."""

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

from services.running.job_types import JobCall, JobRun


class Jobs(Protocol):
    """Runs of jobs."""

    def newest(self) -> Mapping[str, JobRun]:
        """Give the newest run of each job that ever ran, by name."""

    def newest_of(self, name: str) -> JobRun | None:
        """Give the newest run of a job."""

    def first_at(self) -> dt.datetime | None:
        """Say since when runs are kept."""

    def begin(self, run: JobRun) -> JobRun:
        """Keep a run that begins."""

    def end(self, run: JobRun) -> None:
        """Keep how a run ended."""

    def call(self, call: JobCall) -> None:
        """Keep that a job is wanted at once; one that is wanted already stays as it is."""

    def calls(self) -> Mapping[str, JobCall]:
        """Give the jobs that are wanted at once, by name."""

    def answer(self, call: JobCall) -> None:
        """Let go of a call that a run answers."""

    def sweep(self, done_before: dt.datetime, failed_before: dt.datetime) -> int:
        """Let go of old runs but the newest of each job; say how many went."""
