"""The people of a shop: roles, what each role may do, invitations."""

import datetime as dt
import enum
from dataclasses import dataclass


class Role(enum.StrEnum):
    """What a person is in the shop."""

    CASHIER = "cashier"
    ACCOUNTANT = "accountant"
    DIRECTOR = "director"
    OWNER = "owner"


class Permission(enum.StrEnum):
    """What a role may let a person do."""

    RECORD_CASH = "record_cash"
    UNDO_OWN = "undo_own"
    """Take back an entry that he recorded himself."""
    UNDO_ANY = "undo_any"
    SEE_TILL = "see_till"
    SEE_DAY = "see_day"
    """See the day of the whole shop."""
    SEE_CASH_BOOK = "see_cash_book"
    """See every entry of every till, and the questions that others left open."""
    EDIT_CHART = "edit_chart"
    CLOSE_PERIOD = "close_period"
    IMPORT_STATEMENTS = "import_statements"
    """Bring bank statements in, and say whose they are."""
    FILE_LINES = "file_lines"
    """Say what bank lines were for."""
    MANAGE_TEAM = "manage_team"
    SET_UP = "set_up"
    APPROVE_PAYOUT = "approve_payout"
    """Decide on a payout above the limit of whoever asks for it."""
    SET_LIMITS = "set_limits"
    """Say how much a role may pay out without asking."""
    SET_PLANS = "set_plans"
    """Say what a month is to come to."""
    SET_ALERTS = "set_alerts"
    """Say what leaders are told by itself, where, and from which numbers on."""
    SEE_JOBS = "see_jobs"
    """See what runs by the clock, and have it run at once."""


_CASHIER = frozenset({Permission.RECORD_CASH, Permission.UNDO_OWN, Permission.SEE_TILL})
_ACCOUNTANT = _CASHIER | {
    Permission.UNDO_ANY,
    Permission.SEE_DAY,
    Permission.SEE_CASH_BOOK,
    Permission.EDIT_CHART,
    Permission.CLOSE_PERIOD,
    Permission.IMPORT_STATEMENTS,
    Permission.FILE_LINES,
}
_DIRECTOR = _CASHIER | {
    Permission.SEE_DAY,
    Permission.SEE_CASH_BOOK,
    Permission.UNDO_ANY,
    Permission.CLOSE_PERIOD,
    Permission.IMPORT_STATEMENTS,
    Permission.FILE_LINES,
    Permission.APPROVE_PAYOUT,
    Permission.SET_LIMITS,
    Permission.SET_PLANS,
    Permission.SET_ALERTS,
}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CASHIER: _CASHIER,
    Role.ACCOUNTANT: _ACCOUNTANT,
    Role.DIRECTOR: _DIRECTOR,
    Role.OWNER: frozenset(Permission),
}
"""What each role may do; nothing that is not here."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works in the shop and talks to the bot."""

    id: int
    telegram_id: int
    name: str
    role: Role
    language: str
    till: str | None = None
    """The key of the till that he answers for; None is the shop's first."""
    is_active: bool = True
    likes_dark: bool = False
    """Whether pictures are drawn for him on a dark ground."""
    expects: str | None = None
    """What he was asked to type, as "entry:amount:12": a conversation, then its own affair."""

    def may(self, permission: Permission) -> bool:
        """Say whether his role lets him."""
        return self.is_active and permission in PERMISSIONS[self.role]

    @property
    def actor(self) -> str:
        """Give the name under which the books keep his decisions."""
        return f"person:{self.id}"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody the books do not know yet, as Telegram shows him."""

    telegram_id: int
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time way in, kept as the digest of its token."""

    id: int
    role: Role
    invited_by: int | None
    """The person who invites; None for the code of the first run."""
    expires_at: dt.datetime
    used_by: int | None = None

    def is_good(self, now: dt.datetime) -> bool:
        """Say whether it may still be used."""
        return self.used_by is None and now < self.expires_at
