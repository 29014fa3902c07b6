"""Why a file is refused as a whole; one bad line never is a reason."""

import enum

from ledger.errors import LedgerError


class Unreadable(enum.StrEnum):
    """The reasons; each has words in the locales under "statement-<reason>"."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    """No format that is known here."""
    ENCODING = "encoding"
    """Its bytes are no text in any encoding that the format allows."""
    TRUNCATED = "truncated"
    """It ends in the middle."""
    DAMAGED = "damaged"
    """It is of the format it begins as, but breaks its rules beyond a line."""
    LOCKED = "locked"
    """A password is needed."""
    TOO_LARGE = "too-large"
    BOMB = "bomb"
    """It unpacks or expands to far more than it is."""
    NO_STATEMENT = "no-statement"
    """It is readable and holds nothing of an account: a payment order, a price list."""
    COLUMNS = "columns"
    """A table whose columns are not understood; a person has to say."""


class UnreadableFileError(LedgerError):
    """A file is refused; nothing of it counts."""

    def __init__(self, reason: Unreadable, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
        """Where and what, for an engineer: "line 12: </Ntry> is missing"."""
