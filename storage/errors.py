"""What databases say when they cannot, in the services' words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from services.ports import StorageError

_BUSY = ("database is locked", "database table is locked", "deadlock detected", "lock timeout")
_FULL = ("disk is full", "no space left", "disk full", "disk i/o error")
_AWAY = ("unable to open", "connection", "closed", "refused", "terminating", "readonly database")


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn a database that is busy, full or away into a StorageError; let mistakes through."""
    try:
        yield
    except DBAPIError as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise StorageError(reason) from error
    except (ConnectionError, TimeoutError) as error:
        raise StorageError("unreachable") from error


def _reason(error: DBAPIError) -> str | None:
    said = str(error.orig).lower()
    if any(words in said for words in _FULL):
        return "full"
    if any(words in said for words in _BUSY):
        return "busy"
    is_about_connection = isinstance(error, OperationalError | InterfaceError)
    if error.connection_invalidated or (
        is_about_connection and any(words in said for words in _AWAY)
    ):
        return "unreachable"
    return None
