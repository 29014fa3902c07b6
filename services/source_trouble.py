"""What goes wrong between the books and an interface that they read, and how long to wait then."""

import datetime as dt
import enum

LEASE = dt.timedelta(minutes=2)
"""So long a call is left to whoever began it: longer than any may take."""
_WAIT_FIRST = dt.timedelta(minutes=1)
_WAIT_MAX = dt.timedelta(hours=1)
_WAIT_FOR_PERSON_FIRST = dt.timedelta(minutes=30)
_WAIT_FOR_PERSON_MAX = dt.timedelta(hours=6)
_DOUBLINGS_MAX = 12


class Trouble(enum.StrEnum):
    """Why a call came to nothing."""

    REFUSED = "refused"
    """The key is not, or not any more, good: a person has to make a new one."""
    RIGHTS = "rights"
    """The key opens too little: whose it is must be let see all."""
    CONSENT = "consent"
    """The owner's agreement has ended: he has to agree anew."""
    SIGNATURE = "signature"
    """A proof is wanted that takes a key which is not set, or is another one."""
    LIMITED = "limited"
    """Too many calls."""
    NOT_READY = "not_ready"
    """It says itself that it is closed for the moment."""
    DOWN = "down"
    """No answer, or that of a machine in trouble."""
    GARBLED = "garbled"
    """An answer that is none: half a page, not JSON, not of the promised shape, too large."""
    UNKNOWN = "unknown"
    """It refuses what was asked, in a way that nobody foresaw."""

    @property
    def wants_person(self) -> bool:
        """Say whether trying again is in vain until somebody does something."""
        return self in {Trouble.REFUSED, Trouble.RIGHTS, Trouble.CONSENT, Trouble.SIGNATURE}


class SourceError(Exception):
    """An interface did not give what it was asked for; nothing of it is to be kept."""

    def __init__(
        self, trouble: Trouble, detail: str, retry_after: dt.timedelta | None = None
    ) -> None:
        self.trouble = trouble
        self.detail = detail
        """For an engineer; without keys."""
        self.retry_after = retry_after
        """How long it asks to be left alone."""
        super().__init__(f"{trouble}: {detail}")


def wait_after(trouble: Trouble, failures: int) -> dt.timedelta:
    """Say how long to wait after so many failures in a row: longer where it takes a person."""
    first, most = _WAIT_FIRST, _WAIT_MAX
    if trouble.wants_person:
        first, most = _WAIT_FOR_PERSON_FIRST, _WAIT_FOR_PERSON_MAX
    doublings: int = 2 ** min(failures - 1, _DOUBLINGS_MAX)
    return min(most, first * doublings)
