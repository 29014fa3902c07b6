"""Limits of payouts, and payouts that wait for another person's yes."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from ledger.cash import TRANSFERS, CashCategory, CashDirection
from ledger.journal import Origin
from ledger.money import Money
from parsing.reading import CashDraft
from services.approvals.approvals import Approval, ApprovalCard, ApprovalState
from services.approvals.payout_limits import PayoutLimit
from services.messages import TELEGRAM
from services.people import Role
from services.ports import StorageError
from services.tills.count_types import COUNT
from storage.new_row import added_row
from storage.prepared import AnyRow, Prepared
from storage.tables import account, approval, approval_card, journal_entry, payout_limit, posting
from storage.upsert import upsert

_LIMIT = Prepared(
    select(payout_limit).where(
        payout_limit.c.role == bindparam("of_role"),
        payout_limit.c.currency == bindparam("in_currency"),
    )
)
_reversal = journal_entry.alias("reversal")
_PAID_OUT = Prepared(
    select(func.sum(posting.c.amount_minor).label("minor"))
    .select_from(journal_entry)
    .join(posting, posting.c.entry_number == journal_entry.c.number)
    .join(account, account.c.id == posting.c.account_id)
    .outerjoin(_reversal, _reversal.c.reverses == journal_entry.c.number)
    .where(
        journal_entry.c.booked_on >= bindparam("on_day"),
        # What came after its day was closed is booked later, and is of that day all the same.
        func.coalesce(journal_entry.c.belongs_on, journal_entry.c.booked_on)
        == bindparam("on_day"),
        journal_entry.c.decided_by == bindparam("by_actor"),
        journal_entry.c.reverses.is_(None),
        _reversal.c.number.is_(None),
        *(journal_entry.c.category != each.value for each in sorted(TRANSFERS)),
        or_(  # what a count found missing was paid to nobody
            journal_entry.c.source != COUNT,
            journal_entry.c.category != CashCategory.CASH_SHORTAGE.value,
        ),
        posting.c.currency == bindparam("in_currency"),
        posting.c.amount_minor < 0,
        account.c.key.startswith("till."),
    )
)
_APPROVALS = select(approval)
_WAITING = _APPROVALS.where(approval.c.state == ApprovalState.WAITING.value)


class SqlPayoutLimits:
    """Fulfils services.approvals.approval_ports.PayoutLimits."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, role: Role, currency: str) -> PayoutLimit | None:
        """Give a role's limit in a currency; None is no limit."""
        values = {"of_role": role.value, "in_currency": currency}
        row = _LIMIT.first(self._connection, values)
        return None if row is None else _limit(row)

    def all(self) -> tuple[PayoutLimit, ...]:
        """Give every limit there is, by role and currency."""
        ordered = select(payout_limit).order_by(payout_limit.c.role, payout_limit.c.currency)
        return tuple(_limit(row) for row in self._connection.execute(ordered))

    def put(self, limit: PayoutLimit) -> None:
        """Keep a limit; one that limits nothing is dropped."""
        key = {"role": limit.role.value, "currency": limit.currency}
        if limit.per_payout is None and limit.per_day is None:
            self._connection.execute(delete(payout_limit).filter_by(**key))
            return
        amounts = {
            "per_payout_minor": None if limit.per_payout is None else limit.per_payout.minor,
            "per_day_minor": None if limit.per_day is None else limit.per_day.minor,
        }
        self._connection.execute(
            upsert(self._connection, payout_limit)
            .values(**key, **amounts)
            .on_conflict_do_update(index_elements=["role", "currency"], set_=amounts)
        )

    def paid_out(self, actor: str, day: dt.date, currency: str) -> Money:
        """Sum what somebody's standing entries of a day paid out of the tills, moves left out.

        The day is the one that a payout was told of, whenever it was booked.
        """
        values = {"on_day": day, "by_actor": actor, "in_currency": currency}
        row = _PAID_OUT.first(self._connection, values)
        return Money(0 if row is None else -int(row.minor or 0), currency)


class SqlApprovals:
    """Fulfils services.approvals.approval_ports.Approvals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed: dict[int, Approval] = {}

    @property
    def changed(self) -> tuple[Approval, ...]:
        """Give what was asked for or changed in this unit of work, as it is now."""
        return tuple(self._changed.values())

    def add(self, added: Approval) -> Approval:
        """Keep a new one; its id is given here."""
        key = added_row(
            self._connection,
            insert(approval).values(**_asked(added), **_settled(added), revision=added.revision),
        )
        return self._noted(replace(added, id=key))

    def find(self, approval_id: int) -> Approval | None:
        """Give one, and let nobody else change it until the commit."""
        return self._one(_APPROVALS.where(approval.c.id == approval_id).with_for_update())

    def change(self, changed: Approval) -> Approval:
        """Keep what became of one that waits; its revision grows by one."""
        done = self._connection.execute(
            update(approval)
            .where(
                approval.c.id == changed.id,
                approval.c.revision == changed.revision,
                approval.c.state == ApprovalState.WAITING.value,
            )
            .values(revision=changed.revision + 1, **_settled(changed))
        )
        if done.rowcount != 1:
            # Somebody was quicker by a blink: whoever tries again finds it as it is now.
            raise StorageError("busy")
        return self._noted(replace(changed, revision=changed.revision + 1))

    def waiting_for(self, origin: Origin) -> Approval | None:
        """Give the one that waits to tell of an outside event, whatever the version."""
        return self._one(
            _WAITING.where(
                approval.c.source == origin.source,
                approval.c.external_id == origin.external_id,
            )
        )

    def waiting_of_message(self, chat_id: int, message_id: int) -> tuple[Approval, ...]:
        """Give those that wait to tell of the operations of a typed message."""
        whole = f"{chat_id}/{message_id}"
        return self._many(
            _WAITING.where(
                approval.c.source == TELEGRAM,
                or_(
                    approval.c.external_id == whole,
                    approval.c.external_id.startswith(f"{whole}#", autoescape=True),
                ),
            ).order_by(approval.c.id)
        )

    def waiting(self) -> tuple[Approval, ...]:
        """Give all that wait, the oldest first."""
        return self._many(_WAITING.order_by(approval.c.id))

    def settled(self, *, asked_by: int | None, limit: int) -> tuple[Approval, ...]:
        """Give what was settled last, the newest first; of one person, or of everybody."""
        over = _APPROVALS.where(approval.c.state != ApprovalState.WAITING.value)
        if asked_by is not None:
            over = over.where(approval.c.asked_by == asked_by)
        newest = over.order_by(approval.c.decided_at.desc(), approval.c.id.desc())
        return self._many(newest.limit(limit))

    def add_card(self, shown: Approval, person_id: int) -> ApprovalCard:
        """Note that a message shows it to somebody."""
        key = added_row(
            self._connection,
            insert(approval_card).values(approval_id=shown.id, person_id=person_id),
        )
        return ApprovalCard(key, person_id)

    def cards(self, shown: Approval) -> tuple[ApprovalCard, ...]:
        """Give the messages that show it, the oldest first."""
        rows = self._connection.execute(
            select(approval_card)
            .where(approval_card.c.approval_id == shown.id)
            .order_by(approval_card.c.id)
        )
        return tuple(ApprovalCard(row.id, row.person_id) for row in rows)

    def _noted(self, changed: Approval) -> Approval:
        self._changed[changed.id] = changed
        return changed

    def _one(self, statement: Select[*tuple[object, ...]]) -> Approval | None:
        row = self._connection.execute(statement).first()
        return None if row is None else _approval(row)

    def _many(self, statement: Select[*tuple[object, ...]]) -> tuple[Approval, ...]:
        return tuple(_approval(row) for row in self._connection.execute(statement))


def _limit(row: AnyRow) -> PayoutLimit:
    def amount(minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, row.currency)

    per_payout, per_day = amount(row.per_payout_minor), amount(row.per_day_minor)
    return PayoutLimit(Role(row.role), row.currency, per_payout, per_day)


def _asked(of: Approval) -> dict[str, object]:
    return {
        "asked_by": of.asked_by,
        "asked_at": of.asked_at,
        "chat_id": of.chat_id,
        "message_id": of.message_id,
        "raw_record_id": of.raw_record_id,
        "source": of.origin.source,
        "external_id": of.origin.external_id,
        "text": of.text,
        "told_at": of.told_at,
        "till": of.till,
        "amount_minor": of.amount.minor,
        "currency": of.amount.currency,
        "category": of.draft.category,
        "booked_on": of.draft.booked_on,
        "counterparty": of.draft.counterparty,
        "order_reference": of.draft.order_reference,
        "remembered": list(of.draft.remembered),
        "against": of.draft.against,
        "sale_number": of.sale_number,
        "is_sale_told": of.is_sale_told,
        "replaces": of.replaces,
        "expires_at": of.expires_at,
    }


def _settled(of: Approval) -> dict[str, object]:
    return {
        "state": of.state.value,
        "decided_by": of.decided_by,
        "decided_at": of.decided_at,
        "reason": of.reason,
        "delegated_to": of.delegated_to,
        "entry_number": of.entry_number,
    }


def _approval(row: AnyRow) -> Approval:
    return Approval(
        id=row.id,
        revision=row.revision,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        chat_id=row.chat_id,
        message_id=row.message_id,
        raw_record_id=row.raw_record_id,
        origin=Origin(row.source, row.external_id),
        text=row.text,
        told_at=row.told_at,
        till=row.till,
        draft=CashDraft(
            amount=Money(row.amount_minor, row.currency),
            direction=CashDirection.OUT,
            category=CashCategory(row.category),
            booked_on=row.booked_on,
            counterparty=row.counterparty,
            order_reference=row.order_reference,
            remembered=tuple(row.remembered),
            against=row.against,
        ),
        replaces=row.replaces,
        expires_at=row.expires_at,
        state=ApprovalState(row.state),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
        delegated_to=row.delegated_to,
        entry_number=row.entry_number,
        sale_number=row.sale_number,
        is_sale_told=row.is_sale_told,
    )
