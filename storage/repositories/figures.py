"""What is kept summed over days, and the postings behind it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Join,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from ledger.days import Days
from ledger.money import Money
from services.book_ports import BalanceRow
from services.documents.post_documents import DOCUMENT
from services.results.figure_ports import By, Fact, FactFilter, FactSum, Order, Side, UnfiledSum
from storage.columns import UtcTime
from storage.prepared import AnyRow, Prepared
from storage.repositories.balances import SqlBalances
from storage.repositories.provider_of import PROVIDER
from storage.tables import (
    account,
    balance,
    bank_line,
    document,
    journal_entry,
    line_filing,
    posting,
    turnover,
)


def _moved(when: ColumnElement[bool], *columns: Column[dt.date]) -> Select[*tuple[object, ...]]:
    """Sum the turnover of some days.

    The kept balances lead, and an outer join has them lead in SQLite, too: each account's days are
    then found by the key of its turnover, where a scan would go through all days there are.
    """
    same = and_(
        turnover.c.account_id == balance.c.account_id, turnover.c.currency == balance.c.currency
    )
    return (
        select(
            account.c.key,
            balance.c.currency,
            func.sum(turnover.c.debit_minor).label("debit"),
            func.sum(turnover.c.credit_minor).label("credit"),
            *columns,
        )
        .select_from(balance)
        .join(account, account.c.id == balance.c.account_id)
        .outerjoin(turnover, and_(same, when))
        .group_by(account.c.key, balance.c.currency, *columns)
        .having(func.count(turnover.c.booked_on) > 0)
        .order_by(account.c.key, balance.c.currency)
    )


_BETWEEN = Prepared(
    _moved(
        and_(turnover.c.booked_on >= bindparam("first"), turnover.c.booked_on <= bindparam("last"))
    )
)
_AFTER = Prepared(_moved(turnover.c.booked_on > bindparam("last")))

_reversal = journal_entry.alias("reversal")
_original = journal_entry.alias("original")
_again = journal_entry.alias("again")
_TAKEN_BACK = Prepared(
    select(
        account.c.key,
        posting.c.currency,
        func.sum(func.abs(posting.c.amount_minor)).label("minor"),
    )
    .select_from(_reversal)
    .join(_original, _original.c.number == _reversal.c.reverses)
    .join(posting, posting.c.entry_number == _reversal.c.number)
    .join(account, account.c.id == posting.c.account_id)
    .where(
        _reversal.c.booked_on >= bindparam("first"),
        _reversal.c.booked_on <= bindparam("last"),
        _original.c.booked_on >= bindparam("first_of"),
        _original.c.booked_on <= bindparam("last_of"),
        ~exists().where(_again.c.reverses == _reversal.c.number),
    )
    .group_by(account.c.key, posting.c.currency)
)
_DEBIT, _CREDIT = (
    func.sum(case((side, func.abs(posting.c.amount_minor)), else_=0))
    for side in (posting.c.amount_minor > 0, posting.c.amount_minor < 0)
)
_UNTIL = Prepared(
    select(account.c.key, posting.c.currency, _DEBIT.label("debit"), _CREDIT.label("credit"))
    .select_from(journal_entry)
    .join(posting, posting.c.entry_number == journal_entry.c.number)
    .join(account, account.c.id == posting.c.account_id + 0)
    .where(
        journal_entry.c.booked_on == bindparam("day"),
        journal_entry.c.occurred_at <= bindparam("moment", type_=UtcTime()),
    )
    .group_by(account.c.key, posting.c.currency)
)
_ANY_LETTER = str.maketrans(dict.fromkeys("'’ʼ`ёЁ", "_"))


class SqlFigures:
    """Fulfils services.results.figure_ports.Figures."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def turnovers(self, days: Days) -> tuple[BalanceRow, ...]:
        """Give what each account moved on some days, from the kept sums."""
        rows = _BETWEEN.rows(self._connection, {"first": days.first, "last": days.last})
        return tuple(map(_row, rows))

    def on_each(self, days: Sequence[dt.date]) -> Mapping[dt.date, Sequence[BalanceRow]]:
        """Give what each account moved on each of some single days."""
        rows = self._connection.execute(
            _moved(turnover.c.booked_on.in_(days), turnover.c.booked_on)
        )
        found: dict[dt.date, list[BalanceRow]] = defaultdict(list)
        for row in rows:
            found[row.booked_on].append(_row(row))
        return found

    def until(self, day: dt.date, moment: dt.datetime) -> tuple[BalanceRow, ...]:
        """Give what entries of a day moved that happened no later than a moment."""
        rows = _UNTIL.rows(self._connection, {"day": day, "moment": moment})
        return tuple(map(_row, rows))

    def taken_back(self, days: Days) -> tuple[BalanceRow, ...]:
        """Give what of it are entries and their reversals: as much on either side."""
        ends = {"first": days.first, "last": days.last}
        ends |= {"first_of": days.first, "last_of": days.last}
        rows = _TAKEN_BACK.rows(self._connection, ends)
        return tuple(
            BalanceRow(row.key, row.currency, int(row.minor), int(row.minor)) for row in rows
        )

    def at_end_of(self, day: dt.date) -> tuple[BalanceRow, ...]:
        """Give every account as it stood: what it has now less what came after."""
        left: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for each in SqlBalances(self._connection).trial_balance():
            left[each.account, each.currency] = [each.debit_minor, each.credit_minor]
        for each in map(_row, _AFTER.rows(self._connection, {"last": day})):
            sides = left[each.account, each.currency]
            sides[0] -= each.debit_minor
            sides[1] -= each.credit_minor
        return tuple(
            BalanceRow(key, currency, debit, credit)
            for (key, currency), (debit, credit) in left.items()
        )

    def unfiled(self, days: Days) -> tuple[UnfiledSum, ...]:
        """Give the bank lines of some days that are not filed, by currency."""
        amount = bank_line.c.amount_minor
        rows = self._connection.execute(
            select(bank_line.c.currency, amount)
            .join(line_filing, line_filing.c.line_id == bank_line.c.id)
            .where(
                line_filing.c.state != "filed",
                bank_line.c.is_pending.is_(False),
                bank_line.c.booked_on.between(days.first, days.last),
            )
        )
        found: dict[str, list[int]] = defaultdict(list)
        for currency, minor in rows:
            found[currency].append(minor)
        return tuple(
            UnfiledSum(
                len(minors),
                Money(sum(each for each in minors if each > 0), currency),
                Money(-sum(each for each in minors if each < 0), currency),
            )
            for currency, minors in sorted(found.items())
        )

    def facts(
        self, wanted: FactFilter, order: Order, limit: int, offset: int = 0
    ) -> tuple[Fact, ...]:
        """Give postings."""
        newest = (journal_entry.c.booked_on.desc(), journal_entry.c.number.desc(), posting.c.leg)
        minor = func.abs(posting.c.amount_minor)
        size = minor.desc() if order is Order.LARGEST else minor
        ordered = newest if order is Order.NEWEST else (size, *newest)
        rows = self._connection.execute(
            _fact_columns(_source_of(wanted)).where(*_conditions(wanted)).order_by(*ordered)
            .limit(limit).offset(offset)
        )  # fmt: skip
        return tuple(map(_fact, rows))

    def sums(self, wanted: FactFilter, by: By) -> tuple[FactSum, ...]:
        """Put postings together, by currency; in no order."""
        key = _KEYS[by].label("kept_by")
        rows = self._connection.execute(
            select(
                key,
                posting.c.currency,
                func.sum(posting.c.amount_minor),
                func.count(func.distinct(posting.c.entry_number)),
            )
            .select_from(_source_of(wanted, by))
            .where(*_conditions(wanted))
            .group_by(*([] if by is By.NOTHING else [key]), posting.c.currency)
        )
        return tuple(
            FactSum(
                key.isoformat() if isinstance(key, dt.date) else key,
                Money(int(minor), currency),
                count,
            )
            for key, currency, minor, count in rows
        )

    def of_order(self, reference: str, limit: int) -> Sequence[Fact]:
        """Give the postings of the entries that name an order and stand, the oldest first."""
        rows = self._connection.execute(
            _fact_columns()
            .where(
                journal_entry.c.order_reference == reference,
                journal_entry.c.reverses.is_(None),
                ~exists().where(_reversal.c.reverses == journal_entry.c.number),
            )
            .order_by(journal_entry.c.number, posting.c.leg)
            .limit(limit)
        )
        return tuple(map(_fact, rows))


_OF_DOCUMENTS = frozenset({By.CHANNEL, By.PROVIDER})
_KEYS: Mapping[By, ColumnElement[object]] = {
    By.COUNTERPARTY: journal_entry.c.counterparty,
    By.ACCOUNT: account.c.key,
    By.CHANNEL: document.c.said["channel"].as_string(),
    By.PROVIDER: PROVIDER,
    By.DAY: journal_entry.c.booked_on,
    By.ORDER: journal_entry.c.order_reference,
    By.NOTHING: literal(""),
}
BY_DAY_MAX = 120
"""Of so many days the postings are found by their entries' days, of more by their accounts."""
_ENTRIES = posting.join(journal_entry, journal_entry.c.number == posting.c.entry_number)
_POSTINGS = _ENTRIES.join(account, account.c.id == posting.c.account_id)
# A sum is no column that an index knows: so databases begin with the days.
_POSTINGS_BY_DAY = _ENTRIES.join(account, account.c.id == posting.c.account_id + 0)


def _joined(days: Days) -> Join:
    return _POSTINGS_BY_DAY if days.count <= BY_DAY_MAX else _POSTINGS


def _source_of(wanted: FactFilter, by: By = By.NOTHING) -> Join:
    is_told = by in _OF_DOCUMENTS or wanted.channels or wanted.providers or wanted.paid_by
    return _with_documents(wanted.days) if is_told else _joined(wanted.days)


def _with_documents(days: Days) -> Join:
    told = and_(journal_entry.c.source == DOCUMENT, document.c.key == journal_entry.c.external_id)
    return _joined(days).outerjoin(document, told)


def _fact_columns(joined: Join = _POSTINGS) -> Select[*tuple[object, ...]]:
    return select(
        journal_entry.c.number,
        journal_entry.c.booked_on,
        account.c.key,
        posting.c.amount_minor,
        posting.c.currency,
        journal_entry.c.narration,
        journal_entry.c.counterparty,
        journal_entry.c.category,
        journal_entry.c.order_reference,
    ).select_from(joined)


def _conditions(wanted: FactFilter) -> list[ColumnElement[bool]]:
    entry = journal_entry.c
    found: list[ColumnElement[bool]] = [
        entry.booked_on.between(wanted.days.first, wanted.days.last),
        account.c.key.in_(wanted.accounts),
        *_standing(wanted.standing or wanted.days),
        *map(_says, wanted.words),
    ]
    if wanted.side is not None:
        minor = posting.c.amount_minor
        found.append(minor > 0 if wanted.side is Side.DEBIT else minor < 0)
    if wanted.currency is not None:
        found.append(posting.c.currency == wanted.currency)
    if wanted.beside:
        found.append(_beside(wanted.beside))
    if wanted.until is not None:
        found.append(entry.occurred_at <= wanted.until)
    return [*found, *_told(wanted)]


def _told(wanted: FactFilter) -> Iterator[ColumnElement[bool]]:
    """Give what is asked of who told an entry and as what."""
    entry = journal_entry.c
    if wanted.source is not None:
        yield entry.source == wanted.source
    if wanted.names is not None:
        yield entry.counterparty.in_(wanted.names)
    if wanted.but_names:
        yield or_(entry.counterparty.is_(None), entry.counterparty.not_in(wanted.but_names))
    if wanted.categories:
        yield entry.category.in_(wanted.categories)
    if wanted.but_categories:
        yield or_(entry.category.is_(None), entry.category.not_in(wanted.but_categories))
    if wanted.decided_by is not None:
        yield entry.decided_by == wanted.decided_by
    yield from _told_by_documents(wanted)


def _told_by_documents(wanted: FactFilter) -> Iterator[ColumnElement[bool]]:
    """Give what is asked of the document that an entry tells of."""
    if wanted.channels:
        yield _of_channels(wanted.channels)
    if wanted.providers:
        yield PROVIDER.in_(wanted.providers)
    if wanted.paid_by:
        yield document.c.said["paid_by"].as_string().in_(wanted.paid_by)


def _standing(days: Days) -> Iterable[ColumnElement[bool]]:
    """Leave out an entry and its reversal where both are of these days."""
    entry = journal_entry.c
    taken_back = exists().where(
        _reversal.c.reverses == entry.number,
        _reversal.c.booked_on.between(days.first, days.last),
        ~exists().where(_again.c.reverses == _reversal.c.number),
    )
    takes_back = exists().where(
        _original.c.number == entry.reverses,
        _original.c.booked_on.between(days.first, days.last),
    )
    return ~taken_back, ~takes_back


def _of_channels(channels: Sequence[str | None]) -> ColumnElement[bool]:
    channel = document.c.said["channel"].as_string()
    named = channel.in_([each for each in channels if each is not None])
    return or_(named, channel.is_(None)) if None in channels else named


def _beside(keys: Sequence[str]) -> ColumnElement[bool]:
    other, held = posting.alias("other"), account.alias("held")
    return exists().where(
        other.c.entry_number == journal_entry.c.number,
        held.c.id == other.c.account_id,
        held.c.key.in_(keys),
    )


def _says(word: str) -> ColumnElement[bool]:
    """Look for a word in any of the ways people write it: databases fold few alphabets."""
    ways = dict.fromkeys((word.lower(), word.lower().capitalize(), word.upper()))
    escaped = (way.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for way in ways)
    patterns = [f"%{way.translate(_ANY_LETTER)}%" for way in escaped]
    columns = (journal_entry.c.narration, journal_entry.c.counterparty)
    return or_(*(column.like(pattern, escape="\\") for column in columns for pattern in patterns))


def _row(row: AnyRow) -> BalanceRow:
    return BalanceRow(row.key, row.currency, int(row.debit), int(row.credit))


def _fact(row: AnyRow) -> Fact:
    return Fact(
        number=row.number,
        booked_on=row.booked_on,
        account=row.key,
        amount=Money(row.amount_minor, row.currency),
        narration=row.narration,
        counterparty=row.counterparty,
        category=row.category,
        order_reference=row.order_reference,
    )
