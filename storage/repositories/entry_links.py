"""Which sale each refund is of, in the database.

A sale that was told anew is another entry of the same origin, so what was paid back of it is
summed by origin, and a link leads to the telling that stands now.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, Select, and_, func, insert, select, update

from ledger.cash import CashCategory
from ledger.money import Money
from services.advances.advance_ports import EntryLink, Sale
from storage.prepared import AnyRow
from storage.tables import account, entry_link, journal_entry, posting, refund_setting
from storage.upsert import upsert

_KIND = "refund"
_SALES = (CashCategory.SALE_CASH.value, CashCategory.CUSTOMER_PREPAYMENT.value)
_reversal = journal_entry.alias("reversal")
_STANDING = (
    select(
        journal_entry.c.number,
        journal_entry.c.booked_on,
        journal_entry.c.counterparty,
        journal_entry.c.order_reference,
        journal_entry.c.source,
        journal_entry.c.external_id,
        posting.c.amount_minor,
        posting.c.currency,
    )
    .join(posting, posting.c.entry_number == journal_entry.c.number)
    .join(account, account.c.id == posting.c.account_id)
    .outerjoin(_reversal, _reversal.c.reverses == journal_entry.c.number)
    .where(
        account.c.key.startswith("till.", autoescape=True),
        journal_entry.c.reverses.is_(None),
        _reversal.c.number.is_(None),
    )
    .order_by(journal_entry.c.number.desc())
)
_SOLD = _STANDING.where(journal_entry.c.category.in_(_SALES), posting.c.amount_minor > 0)
_REFUNDED = _STANDING.where(
    journal_entry.c.category == CashCategory.CUSTOMER_REFUND.value, posting.c.amount_minor < 0
)
_Origin = tuple[str, str]


class SqlEntryLinks:
    """Fulfils services.advances.advance_ports.EntryLinks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, entry_number: int) -> EntryLink | None:
        """Give a refund's link, as of exactly this entry."""
        row = self._connection.execute(
            select(entry_link).where(
                entry_link.c.kind == _KIND, entry_link.c.entry_number == entry_number
            )
        ).first()
        if row is None:
            return None
        return EntryLink(row.entry_number, row.other_number, row.evidence, row.told_at)

    def add(self, link: EntryLink) -> None:
        """Keep a link."""
        self._connection.execute(
            insert(entry_link).values(
                kind=_KIND,
                entry_number=link.entry_number,
                other_number=link.other_number,
                evidence=link.evidence,
                told_at=link.told_at,
            )
        )

    def sales_since(self, day: dt.date, currency: str) -> tuple[Sale, ...]:
        """Give the sales that stand, of a day and later, the newest first."""
        return self._sales(
            _SOLD.where(journal_entry.c.booked_on >= day, posting.c.currency == currency)
        )

    def sale(self, number: int) -> Sale | None:
        """Give the telling that stands now of the sale that an entry told; None when undone."""
        told = journal_entry.alias("told")
        found = self._sales(
            _SOLD.join(
                told,
                (told.c.source == journal_entry.c.source)
                & (told.c.external_id == journal_entry.c.external_id),
            ).where(told.c.number == number)
        )
        return found[0] if found else None

    def refunds_since(self, day: dt.date) -> tuple[int, ...]:
        """Give the numbers of the refunds that stand, of a day and later, the newest first."""
        rows = self._connection.execute(_REFUNDED.where(journal_entry.c.booked_on >= day))
        return tuple(row.number for row in rows)

    def untold(self, since: dt.date) -> tuple[int, ...]:
        """Give the refunds that stand, have a sale, and were not looked at for alerts."""
        is_new = and_(entry_link.c.told_at.is_(None), entry_link.c.other_number.is_not(None))
        new = list(self._connection.scalars(select(entry_link.c.entry_number).where(is_new)))
        if not new:
            return ()
        rows = self._connection.execute(
            _REFUNDED.where(journal_entry.c.number.in_(new), journal_entry.c.booked_on >= since)
        )
        return tuple(row.number for row in rows)

    def mark_told(self, numbers: Sequence[int], at: dt.datetime) -> None:
        """Remember that refunds were looked at for alerts."""
        self._connection.execute(
            update(entry_link).where(entry_link.c.entry_number.in_(numbers)).values(told_at=at)
        )

    def count_without_sale(self) -> int:
        """Say how often somebody said that a refund has no sale here."""
        return (
            self._connection.scalar(
                select(func.count())
                .select_from(entry_link)
                .where(entry_link.c.other_number.is_(None))
            )
            or 0
        )

    def ask_from(self) -> int | None:
        """Give the amount below which nobody is asked for the sale."""
        return self._connection.scalar(select(refund_setting.c.ask_from_minor))

    def set_ask_from(self, minor: int) -> None:
        """Ask for the sale from an amount on."""
        self._connection.execute(
            upsert(self._connection, refund_setting)
            .values(id=1, ask_from_minor=minor)
            .on_conflict_do_update(index_elements=["id"], set_={"ask_from_minor": minor})
        )

    def _sales(self, sold: Select[*tuple[object, ...]]) -> tuple[Sale, ...]:
        rows: Sequence[AnyRow] = self._connection.execute(sold).all()
        refunded = self._refunded() if rows else {}
        return tuple(_sale(row, refunded.get((row.source, row.external_id), 0)) for row in rows)

    def _refunded(self) -> dict[_Origin, int]:
        """Sum what was paid back of each sale, in minor units, by the sale's origin."""
        told = journal_entry.alias("told")
        rows = self._connection.execute(
            _REFUNDED.join(entry_link, entry_link.c.entry_number == journal_entry.c.number)
            .join(told, told.c.number == entry_link.c.other_number)
            .with_only_columns(told.c.source, told.c.external_id, posting.c.amount_minor)
        )
        sums: dict[_Origin, int] = {}
        for source, external_id, minor in rows:
            sums[source, external_id] = sums.get((source, external_id), 0) - minor
        return sums


def _sale(row: AnyRow, refunded_minor: int) -> Sale:
    return Sale(
        number=row.number,
        booked_on=row.booked_on,
        amount=Money(row.amount_minor, row.currency),
        counterparty=row.counterparty,
        order_reference=row.order_reference,
        refunded=Money(refunded_minor, row.currency),
    )
