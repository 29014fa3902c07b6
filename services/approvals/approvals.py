"""Payouts that wait for another person's yes: what is kept of them, and who may decide."""

import datetime as dt
import enum
import unicodedata
from dataclasses import dataclass

from ledger.journal import Origin
from ledger.money import Money
from parsing.reading import CashDraft
from services.people import Permission, Person

LASTS = dt.timedelta(hours=24)
"""So long a payout waits before it lapses."""
_WORDS_OF_A_FULL_NAME = 2
"""One word is shared by too many to tell one human by it."""


class ApprovalState(enum.StrEnum):
    """Where a payout that was asked for stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    EXPIRED = "expired"
    """Nobody decided in time."""
    WITHDRAWN = "withdrawn"
    """Who asked took it back, said something else instead, or it was overtaken."""


class Withdrawal(enum.StrEnum):
    """Why a payout was withdrawn."""

    BY_ASKER = "by_asker"
    NOT_CASH = "not_cash"
    """It was no cash operation at all."""
    REPLACED = "replaced"
    """Who asked said something else in its place."""
    OVERTAKEN = "overtaken"
    """What it was to put right was changed or taken back meanwhile."""


class Refusal(enum.StrEnum):
    """The usual reasons to refuse a payout; any other is kept as it was typed."""

    TOO_MUCH = "too_much"
    NOT_AGREED = "not_agreed"
    NO_PAPERS = "no_papers"


@dataclass(frozen=True, slots=True)
class Approval:
    """A payout above a limit: everything that it takes to post it later, and what became of it."""

    id: int
    revision: int
    """Grows with every change."""
    asked_by: int
    """The person who wants to pay it out; the entry will be his."""
    asked_at: dt.datetime
    chat_id: int
    message_id: int
    """The Telegram message that it was asked in."""
    raw_record_id: int | None
    origin: Origin
    """The outside event that its entry will tell of; the version is given when it is posted."""
    text: str
    told_at: dt.datetime
    till: str
    draft: CashDraft
    """What is paid out; it lacks nothing."""
    replaces: int | None
    """The number of the entry that stands until this one is approved."""
    expires_at: dt.datetime
    state: ApprovalState = ApprovalState.WAITING
    decided_by: int | None = None
    """The person who approved or refused; never who asked."""
    decided_at: dt.datetime | None = None
    """When it stopped waiting, in whatever way."""
    reason: str | None = None
    """Why it was refused or withdrawn: one of the usual reasons, or what was typed."""
    delegated_to: int | None = None
    """A person who may decide this one, whatever his role."""
    entry_number: int | None = None
    """The entry that it became."""
    sale_number: int | None = None
    """The sale that a refund was said to pay back."""
    is_sale_told: bool = False
    """Whether it was said which sale a refund pays back, be it none of the books."""

    @property
    def amount(self) -> Money:
        """Give how much is to be paid out.

        Raises:
            ValueError: the draft has no amount.
        """
        if self.draft.amount is None:
            message = f"approval {self.id} is of no amount"
            raise ValueError(message)
        return self.draft.amount

    @property
    def subject(self) -> str:
        """Give the name under which the audit log knows it."""
        return f"approval:{self.id}"

    def is_due(self, now: dt.datetime) -> bool:
        """Say whether it has waited too long."""
        return self.state is ApprovalState.WAITING and now >= self.expires_at


@dataclass(frozen=True, slots=True)
class ApprovalCard:
    """A message that shows a payout to somebody, and is changed with it."""

    id: int
    person_id: int

    @property
    def key(self) -> str:
        """Give the name by which the outbox finds the message."""
        return f"approval-card:{self.id}"


def may_decide(approval: Approval, person: Person, asker: Person) -> bool:
    """Say whether a person may approve or refuse a payout: never who asked for it."""
    if not person.is_active or is_same_human(person, asker):
        return False
    return person.may(Permission.APPROVE_PAYOUT) or person.id == approval.delegated_to


def is_same_human(one: Person, other: Person) -> bool:
    """Say whether two accounts are, as far as can be known, one human's.

    A full name that both bear tells; a single word does not, or two Olhas could never approve
    each other's payouts.
    """
    if one.id == other.id or one.telegram_id == other.telegram_id:
        return True
    name = _name_of(one)
    return len(name) >= _WORDS_OF_A_FULL_NAME and name == _name_of(other)


def _name_of(person: Person) -> list[str]:
    return sorted(unicodedata.normalize("NFKC", person.name).casefold().split())
