"""Keeps two processes from running one shop's bot over one database file."""

import fcntl
import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Self

from storage.database import is_sqlite, sqlite_path


class AlreadyRunningError(Exception):
    """Another process has the database."""

    def __init__(self, process_id: str) -> None:
        self.process_id = process_id
        super().__init__(f"another Tilly (process {process_id or 'unknown'}) has this database")


class ProcessLock:
    """A lock that lives as long as the process that holds it, whatever ends it."""

    def __init__(self, database_file: Path) -> None:
        self._path = database_file.with_name(database_file.name + ".lock")
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            AlreadyRunningError: another process holds it.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            holder = file.read().strip()
            file.close()
            raise AlreadyRunningError(holder) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def process_lock(url: str) -> AbstractContextManager[object]:
    """Give the lock of a database; one on a server guards itself."""
    return ProcessLock(sqlite_path(url)) if is_sqlite(url) else nullcontext()
