"""Files that people drop into the chat for the books: kept first, read after."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from services.messages import Cause


class BankFileState(enum.StrEnum):
    """What became of a file."""

    WAITING = "waiting"
    """It is still to be fetched from Telegram and read."""
    ASKED = "asked"
    """Its sender has to say something before it can be read."""
    ANSWERED = "answered"
    """He has said it; it is to be read with his answers."""
    IMPORTED = "imported"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class BankFile:
    """A file that somebody sent as a bank's."""

    id: int
    chat_id: int
    message_id: int
    person_id: int
    name: str
    file_id: str
    """What Telegram fetches it by."""
    sent_at: dt.datetime
    state: BankFileState = BankFileState.WAITING
    attempts: int = 0
    digest: str | None = None
    """SHA-256 of the content, once it is here."""
    account_id: int | None = None
    """The account that the sender chose, where the file doesn't say."""
    answers: Mapping[str, str] | None = None
    """What else he answered, by the question's name."""
    revision: int = 1


class BankFiles(Protocol):
    """The queue of files, and what is in them."""

    def add(self, file: BankFile) -> BankFile:
        """Keep a new file; its id is given here, and one that came before is given as it is."""

    def find(self, file_id: int) -> BankFile | None:
        """Give a file, held for a change."""

    def to_read(self, limit: int) -> tuple[BankFile, ...]:
        """Give files that are to be fetched or read, the oldest first."""

    def change(self, file: BankFile) -> BankFile:
        """Keep what a file is now; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """

    def keep(self, content: bytes, at: dt.datetime) -> str:
        """Keep a file's content, once; give its digest."""

    def content(self, digest: str) -> bytes | None:
        """Give what a file holds."""


class BankShapes(Protocol):
    """What the columns of banks' tables mean, where a person had to say it."""

    def all(self) -> Mapping[str, Mapping[str, object]]:
        """Give the shapes by their fingerprints."""

    def put(self, fingerprint: str, shape: Mapping[str, object], cause: Cause) -> None:
        """Keep a shape in place of the one before."""
