"""A consistent copy of the books while they run, and back."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from storage.database import is_sqlite, sqlite_path


class BackupError(Exception):
    """A copy could not be made or brought back."""


async def back_up(url: str, target: Path) -> None:
    """Copy the books to a file while they are in use.

    SQLite's own online backup copies a snapshot; PostgreSQL's pg_dump does.

    Raises:
        BackupError: what went wrong, in words.
    """
    partial = await asyncio.to_thread(_new_partial, target)
    if is_sqlite(url):
        await asyncio.to_thread(_copy_sqlite, sqlite_path(url), partial)
    else:
        await _run(url, "pg_dump", "--format=custom", f"--file={partial}")
    await asyncio.to_thread(partial.replace, target)


async def restore(source: Path, url: str) -> None:
    """Bring a copy back; what was there on SQLite is kept beside it as "….before-restore".

    Raises:
        BackupError: what went wrong, in words.
    """
    await asyncio.to_thread(_require_there, source)
    if is_sqlite(url):
        await asyncio.to_thread(_bring_back_sqlite, source, sqlite_path(url))
    else:
        options = ("--clean", "--if-exists", "--single-transaction", "--no-owner")
        await _run(url, "pg_restore", *options, str(source))


def _new_partial(target: Path) -> Path:
    if target.exists():
        message = f"{target} is there already: name a new file"
        raise BackupError(message)
    if not target.parent.is_dir():
        message = f"there is no folder {target.parent}"
        raise BackupError(message)
    return target.with_name(target.name + ".partial")


def _require_there(source: Path) -> None:
    if not source.exists():
        message = f"there is no file {source}"
        raise BackupError(message)


def _copy_sqlite(path: Path, target: Path) -> None:
    if not path.exists():
        message = f"there are no books at {path}"
        raise BackupError(message)
    target.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as books, closing(sqlite3.connect(target)) as copy:
            books.backup(copy, pages=1_000)
            copy.execute("PRAGMA journal_mode = DELETE")
            _require_whole(copy, path)
    except sqlite3.OperationalError as error:
        message = f"{path} could not be copied to {target}: {error}"
        raise BackupError(message) from error
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _bring_back_sqlite(source: Path, path: Path) -> None:
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as copy:
        _require_whole(copy, source)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".restoring")
    _copy_sqlite(source, fresh)
    if path.exists():
        with closing(sqlite3.connect(path, timeout=1)) as books:
            _require_unused(books, path)
        path.replace(path.with_name(path.name + ".before-restore"))
    for leftover in ("-wal", "-shm"):
        path.with_name(path.name + leftover).unlink(missing_ok=True)
    fresh.replace(path)


def _require_whole(copy: sqlite3.Connection, path: Path) -> None:
    try:
        answer = copy.execute("PRAGMA quick_check").fetchone()[0]
        is_ours = copy.execute(
            "SELECT COUNT(*) FROM sqlite_master WHERE name = 'journal_entry'"
        ).fetchone()[0]
    except sqlite3.DatabaseError as error:
        message = f"{path} is no copy of the books: {error}"
        raise BackupError(message) from error
    if answer != "ok" or not is_ours:
        message = f"{path} is no whole copy of the books"
        raise BackupError(message)


def _require_unused(books: sqlite3.Connection, path: Path) -> None:
    try:
        books.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        books.execute("PRAGMA locking_mode = EXCLUSIVE")
        books.execute("BEGIN EXCLUSIVE")
        books.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        message = f"{path} is in use: stop the running Tilly first"
        raise BackupError(message) from error


async def _run(url: str, program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; the password goes by its environment, seen by nobody."""
    address = make_url(url).set(drivername="postgresql")
    secret = {"PGPASSWORD": str(address.password)} if address.password else {}
    shown = address.set(password=None).render_as_string()
    try:
        process = await asyncio.create_subprocess_exec(
            program,
            f"--dbname={shown}",
            *arguments,
            stderr=asyncio.subprocess.PIPE,
            env=dict(os.environ) | secret,
        )
    except FileNotFoundError as error:
        message = f"{program} is not installed: it comes with PostgreSQL's client programs"
        raise BackupError(message) from error
    _, said = await process.communicate()
    if process.returncode:
        message = f"{program} failed: {said.decode(errors='replace').strip()}"
        raise BackupError(message)
