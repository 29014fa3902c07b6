"""What the services need of limits and of payouts that wait."""

import datetime as dt
from typing import Protocol

from ledger.journal import Origin
from ledger.money import Money
from services.approvals.approvals import Approval, ApprovalCard
from services.approvals.payout_limits import PayoutLimit
from services.people import Role


class PayoutLimits(Protocol):
    """How much each role may pay out without asking."""

    def of(self, role: Role, currency: str) -> PayoutLimit | None:
        """Give a role's limit in a currency; None is no limit."""

    def all(self) -> tuple[PayoutLimit, ...]:
        """Give every limit there is, by role and currency."""

    def put(self, limit: PayoutLimit) -> None:
        """Keep a limit; one that limits nothing is dropped."""

    def paid_out(self, actor: str, day: dt.date, currency: str) -> Money:
        """Sum what somebody's standing entries of a day paid out of the tills, moves left out."""


class Approvals(Protocol):
    """Payouts that wait for another person's yes, and those that were decided."""

    @property
    def changed(self) -> tuple[Approval, ...]:
        """Give what was asked for or changed in this unit of work, as it is now."""

    def add(self, approval: Approval) -> Approval:
        """Keep a new one; its id is given here."""

    def find(self, approval_id: int) -> Approval | None:
        """Give one, and let nobody else change it until the commit."""

    def change(self, approval: Approval) -> Approval:
        """Keep what became of one that waits; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """

    def waiting_for(self, origin: Origin) -> Approval | None:
        """Give the one that waits to tell of an outside event, whatever the version."""

    def waiting_of_message(self, chat_id: int, message_id: int) -> tuple[Approval, ...]:
        """Give those that wait to tell of the operations of a typed message."""

    def waiting(self) -> tuple[Approval, ...]:
        """Give all that wait, the oldest first."""

    def settled(self, *, asked_by: int | None, limit: int) -> tuple[Approval, ...]:
        """Give what was settled last, the newest first; of one person, or of everybody."""

    def add_card(self, approval: Approval, person_id: int) -> ApprovalCard:
        """Note that a message shows it to somebody."""

    def cards(self, approval: Approval) -> tuple[ApprovalCard, ...]:
        """Give the messages that show it, the oldest first."""
