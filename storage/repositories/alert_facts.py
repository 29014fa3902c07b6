"""What triggers look at: payments of banks and tills as one, counts, receipts' photos."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from alerts.facts import Counted, Payment
from ledger.cash import CASH_RULES, TRANSFERS, CashCategory, CashDirection
from ledger.money import Money
from services.matching.match_ports import MATCHED_AS
from services.shop import Shop
from storage.portions import portions
from storage.prepared import AnyRow, Prepared
from storage.repositories.shop import SqlShopSettings
from storage.tables import (
    account,
    bank_line,
    count_sheet,
    journal_entry,
    line_filing,
    person,
    posting,
    receipt,
    till_count,
)

_NO_PAYMENTS = TRANSFERS | {
    CashCategory.CUSTOMER_REFUND,
    CashCategory.CASH_SHORTAGE,
    CashCategory.OWNER_DRAW,
}
"""What leaves a till and goes to nobody whom the shop pays."""
PAID = {
    category.value: rule.account
    for category, rule in CASH_RULES.items()
    if CashDirection.OUT in rule.directions and category not in _NO_PAYMENTS
}
"""The categories of payments from a till, and where each is filed."""
_reversal = journal_entry.alias("reversal")
_CASH = (
    select(
        journal_entry.c.source,
        journal_entry.c.external_id,
        func.coalesce(journal_entry.c.belongs_on, journal_entry.c.booked_on).label("day"),
        journal_entry.c.recorded_at,
        journal_entry.c.category,
        journal_entry.c.counterparty,
        journal_entry.c.decided_by,
        posting.c.amount_minor,
        posting.c.currency,
    )
    .join(posting, posting.c.entry_number == journal_entry.c.number)
    .join(account, account.c.id == posting.c.account_id)
    .outerjoin(_reversal, _reversal.c.reverses == journal_entry.c.number)
    .where(
        journal_entry.c.reverses.is_(None),
        _reversal.c.number.is_(None),
        account.c.key.startswith("till."),
        posting.c.amount_minor < 0,
    )
)
_IS_PAYMENT = and_(
    bank_line.c.amount_minor < 0,
    bank_line.c.is_pending.is_(False),
    or_(
        line_filing.c.line_id.is_(None),
        line_filing.c.state == "open",
        and_(
            line_filing.c.state == "filed",
            *(line_filing.c.category != each for each in MATCHED_AS),
            ~line_filing.c.category.startswith("asset.bank."),
        ),
    ),
)
_BANK = (
    select(
        bank_line.c.id,
        bank_line.c.booked_on,
        bank_line.c.told_at,
        bank_line.c.amount_minor,
        bank_line.c.currency,
        bank_line.c.counterparty,
        bank_line.c.counterparty_account,
        line_filing.c.category,
        line_filing.c.decided_at,
    )
    .outerjoin(line_filing, line_filing.c.line_id == bank_line.c.id)
    .where(_IS_PAYMENT)
)

_NEW_CASH = Prepared(_CASH.where(journal_entry.c.number > bindparam("entry")))
_NEW_LINES = Prepared(_BANK.where(bank_line.c.id > bindparam("line")))
_NEWLY_FILED = Prepared(
    _BANK.where(line_filing.c.state == "filed", line_filing.c.decided_at > bindparam("since"))
)
_NAMES_AT_ONCE = 4
"""A party is seldom written in more ways."""


def _is_named(column: Column[str]) -> ColumnElement[bool]:
    return or_(*(column == bindparam(f"name{n}") for n in range(_NAMES_AT_ONCE)))


_CASH_TO = Prepared(_CASH.where(_is_named(journal_entry.c.counterparty)))
_BANK_TO = Prepared(_BANK.where(_is_named(bank_line.c.counterparty)))
_NEWEST_ENTRY = Prepared(select(func.max(journal_entry.c.number).label("newest")))
_NEWEST_LINE = Prepared(select(func.max(bank_line.c.id).label("newest")))


def _each_once(column: Column[str]) -> Select[*tuple[object, ...]]:
    """Give every value of an indexed column once, from each to the next larger one.

    A few hundred steps in the index, where DISTINCT would go through every row there is.
    """
    first = select(func.min(column).label("value")).cte("each_once", recursive=True)
    larger = select(func.min(column)).where(column > first.c.value).scalar_subquery()
    values = first.union_all(select(larger).where(first.c.value.is_not(None)))
    return select(values.c.value).where(values.c.value.is_not(None))


_TYPED_NAMES = Prepared(_each_once(journal_entry.c.counterparty))
_BANK_NAMES = Prepared(_each_once(bank_line.c.counterparty))


class SqlAlertFacts:
    """Fulfils services.alerts.alert_ports.AlertFacts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self) -> tuple[int, int]:
        """Give the newest entry's number and the newest bank line's id."""
        entry = _NEWEST_ENTRY.first(self._connection)
        line = _NEWEST_LINE.first(self._connection)
        return (0 if entry is None else entry.newest or 0, 0 if line is None else line.newest or 0)

    def new_payments(self, entry: int, line: int, since: dt.datetime) -> tuple[Payment, ...]:
        """Give what was paid by entries and lines after some numbers, or was filed since."""
        typed = _NEW_CASH.rows(self._connection, {"entry": entry})
        banked = _NEW_LINES.rows(self._connection, {"line": line})
        filed = _NEWLY_FILED.rows(self._connection, {"since": since})
        if not typed and not banked and not filed:
            return ()
        shop = self._shop
        lines = {row.id: _bank_payment(row, shop) for row in (*banked, *filed)}
        return _in_order([*_cash_payments(typed, shop), *lines.values()])

    def payments(self, keys: Collection[str]) -> tuple[Payment, ...]:
        """Give what was paid by some records, those that stand."""
        lines = [int(each.removeprefix("bank:")) for each in keys if each.startswith("bank:")]
        cash = [each.removeprefix("cash:") for each in keys if each.startswith("cash:")]
        found = [
            each for some in portions(lines) for each in self._banked(bank_line.c.id.in_(some))
        ]
        for some in portions(cash):
            ids = [each.partition(":")[2] for each in some]
            told = self._cash(journal_entry.c.external_id.in_(ids))
            found += [each for each in told if each.record.removeprefix("cash:") in some]
        return _in_order(found)

    def payments_of(self, parties: Collection[str]) -> tuple[Payment, ...]:
        """Give all that was ever paid to parties that are written so."""
        names = list(parties)
        typed: list[AnyRow] = []
        banked: list[AnyRow] = []
        for start in range(0, len(names), _NAMES_AT_ONCE):
            some = names[start : start + _NAMES_AT_ONCE]
            asked = {f"name{n}": some[min(n, len(some) - 1)] for n in range(_NAMES_AT_ONCE)}
            typed += _CASH_TO.rows(self._connection, asked)
            banked += _BANK_TO.rows(self._connection, asked)
        if not typed and not banked:
            return ()
        shop = self._shop
        lines = [_bank_payment(row, shop) for row in banked]
        return _in_order([*_cash_payments(typed, shop), *lines])

    def payments_for(self, kind: str, since: dt.date, limit: int) -> tuple[Payment, ...]:
        """Give the newest payments for something, since a day, so many of each way to pay."""
        categories = [each for each, its in PAID.items() if its == kind]
        typed = and_(journal_entry.c.category.in_(categories), journal_entry.c.booked_on >= since)
        banked = and_(line_filing.c.category == kind, bank_line.c.booked_on >= since)
        newest_typed = _CASH.where(typed).order_by(journal_entry.c.booked_on.desc()).limit(limit)
        newest_banked = _BANK.where(banked).order_by(bank_line.c.booked_on.desc()).limit(limit)
        rows = self._connection.execute(newest_typed).all()
        lines = self._connection.execute(newest_banked).all()
        shop = self._shop
        return _in_order(
            [
                *_cash_payments(rows, shop),
                *(_bank_payment(row, shop) for row in lines),
            ]
        )

    def payments_since(self, day: dt.date) -> tuple[Payment, ...]:
        """Give all that was paid since a day, the oldest first."""
        return self._paid(journal_entry.c.booked_on >= day, bank_line.c.booked_on >= day)

    def parties(self) -> tuple[str, ...]:
        """Give every name that anything was ever paid to or came from, as it is written."""
        return tuple(
            row.value
            for each in (_TYPED_NAMES, _BANK_NAMES)
            for row in each.rows(self._connection)
        )

    def photos_of(self, keys: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the other cash records that prove themselves by the same photo, by each record."""
        messages = {each: _message_of(each) for each in keys if each.startswith("cash:telegram:")}
        if not messages:
            return {}
        digests = select(receipt.c.digest).where(
            receipt.c.told_in.in_(set(messages.values())), receipt.c.digest.is_not(None)
        )
        by_digest: dict[str, set[str]] = defaultdict(set)
        for row in self._connection.execute(
            select(receipt.c.digest, receipt.c.told_in).where(receipt.c.digest.in_(digests))
        ):
            if row.told_in:
                by_digest[row.digest].add(row.told_in)
        found: dict[str, tuple[str, ...]] = {}
        for key, message in messages.items():
            others = {each for told in by_digest.values() if message in told for each in told}
            found[key] = tuple(sorted(others - {message}))
        return found

    def told_in(self, messages: Collection[str]) -> tuple[Payment, ...]:
        """Give what was paid by the operations of some typed messages."""
        return _in_order(
            each
            for some in portions(messages)
            for each in self._cash(
                journal_entry.c.source == "telegram",
                or_(*(_is_of(message) for message in some)),
            )
        )

    def counted(self, since: dt.datetime) -> tuple[Counted, ...]:
        """Give the counts that were settled since a moment."""
        rows = self._connection.execute(
            select(
                count_sheet.c.count_id,
                count_sheet.c.currency,
                count_sheet.c.counted_minor,
                count_sheet.c.expected_minor,
                count_sheet.c.settled_at,
                till_count.c.till,
                person.c.name,
            )
            .join(till_count, till_count.c.id == count_sheet.c.count_id)
            .join(person, person.c.id == till_count.c.answerable_id)
            .where(
                count_sheet.c.settled_at > since,
                count_sheet.c.state.in_(("booked", "skipped")),
                count_sheet.c.counted_minor.is_not(None),
                count_sheet.c.expected_minor.is_not(None),
            )
            .order_by(count_sheet.c.settled_at)
        )
        found = rows.all()
        if not found:
            return ()
        day_of = self._shop.day_of
        return tuple(
            Counted(
                f"count:{row.count_id}:{row.currency}",
                row.till,
                "",
                row.name,
                Money(row.counted_minor - row.expected_minor, row.currency),
                day_of(row.settled_at),
            )
            for row in found
        )

    @property
    def _shop(self) -> Shop:
        shop = SqlShopSettings(self._connection).get()
        assert shop is not None  # noqa: S101 - nobody looks for alerts before there is a shop
        return shop

    def _paid(
        self, typed: ColumnElement[bool], banked: ColumnElement[bool]
    ) -> tuple[Payment, ...]:
        return _in_order([*self._cash(typed), *self._banked(banked)])

    def _cash(self, *where: ColumnElement[bool]) -> list[Payment]:
        rows = self._connection.execute(_CASH.where(*where)).all()
        return _cash_payments(rows, self._shop) if rows else []

    def _banked(self, *where: ColumnElement[bool]) -> list[Payment]:
        rows = self._connection.execute(_BANK.where(*where)).all()
        shop = self._shop if rows else None
        return [] if shop is None else [_bank_payment(row, shop) for row in rows]


def _cash_payments(rows: Iterable[AnyRow], shop: Shop) -> list[Payment]:
    """Give what of the rows is a payment, by its category.

    That is told here and not in SQL: SQLite would look for entries by category, of which there
    are thousands each, and not by the name or the number, of which there are few.
    """
    return [_cash_payment(row, shop) for row in rows if row.category in PAID]


def _cash_payment(row: AnyRow, shop: Shop) -> Payment:
    return Payment(
        record=f"cash:{row.source}:{row.external_id}",
        day=row.day,
        known_on=shop.day_of(row.recorded_at),
        amount=Money(-row.amount_minor, row.currency),
        party=row.counterparty or "",
        kind=PAID[row.category],
        by=row.decided_by,
        told_at=row.recorded_at,
    )


def _bank_payment(row: AnyRow, shop: Shop) -> Payment:
    return Payment(
        record=f"bank:{row.id}",
        day=row.booked_on,
        known_on=shop.day_of(max(filter(None, (row.told_at, row.decided_at)))),
        amount=Money(-row.amount_minor, row.currency),
        party=row.counterparty or "",
        account=row.counterparty_account,
        kind=row.category,
        told_at=row.told_at,
    )


def _in_order(payments: Iterable[Payment]) -> tuple[Payment, ...]:
    return tuple(sorted(payments, key=lambda each: each.order))


def _message_of(key: str) -> str:
    """Give the typed message of a cash record: "7/1043" of "cash:telegram:7/1043#2"."""
    return key.removeprefix("cash:telegram:").partition("#")[0]


def _is_of(message: str) -> ColumnElement[bool]:
    external_id = journal_entry.c.external_id
    return or_(external_id == message, external_id.startswith(f"{message}#", autoescape=True))
