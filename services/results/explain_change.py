"""Why a figure changed: the difference split into its largest causes, which add up to it."""

import datetime as dt
from collections.abc import Mapping

from ledger.days import Days
from ledger.money import Money
from parsing.questions.query import Group, Measure, Query
from services.ports import Books
from services.results.answers import AnswerRow
from services.results.figure_ports import By
from services.results.question_facts import narrowed, scope_of, with_days

CAUSES_MAX = 5
OTHER = "other"
CHANNEL = "channel"
"""The role of a row whose name is a channel, or a kind of them, or the lack of one."""
_BY_NAME = frozenset(
    {
        Measure.SALES, Measure.PURCHASES, Measure.PAID_TO_SUPPLIERS, Measure.PAID_BY_CUSTOMERS,
        Measure.MONEY_IN, Measure.MONEY_OUT, Measure.FLOW,
    }
)  # fmt: skip


def causes_of(
    books: Books, query: Query, against: Days, difference: Money, until: dt.datetime | None = None
) -> tuple[AnswerRow, ...]:
    """Give what made the figure of some days another one than of others, the largest first.

    A cause below zero made the figure smaller. What is left after the largest is one row, so that
    all of them add up to the difference.

    Args:
        books: the open books.
        query: what is asked.
        against: the days that those of the query are held against.
        difference: what all of them add up to.
        until: the moment of those days after which nothing counts.
    """
    currency = difference.currency
    by = By.COUNTERPARTY if query.measure in _BY_NAME else By.ACCOUNT
    by = By.CHANNEL if query.group is Group.CHANNEL else by
    now = _parts(books, with_days(query, query.days), by, currency)
    then = _parts(books, with_days(query, against), by, currency, until)
    changes = {key: now.get(key, 0) - then.get(key, 0) for key in {*now, *then}}
    ordered = sorted(
        ((key, minor) for key, minor in changes.items() if minor),
        key=lambda each: (-abs(each[1]), each[0] or ""),
    )
    rows = [_row(key, minor, by, currency) for key, minor in ordered[:CAUSES_MAX]]
    rest = difference.minor - sum(minor for _, minor in ordered[:CAUSES_MAX])
    if rest:
        rows.append(AnswerRow(Money(rest, currency), role=OTHER))
    return tuple(rows)


def _parts(
    books: Books, query: Query, by: By, currency: str, until: dt.datetime | None = None
) -> Mapping[str | None, int]:
    scope = narrowed(books, scope_of(books, query, until), query.about)
    sign = -1 if scope.grows_by_credit else 1
    found: dict[str | None, int] = {}
    if scope.is_kept and by is By.ACCOUNT:
        keys = set(scope.wanted.accounts)
        for row in books.figures.turnovers(query.days):
            if row.currency == currency and row.account in keys:
                found[row.account] = sign * row.balance.minor
        return found
    for each in books.figures.sums(scope.wanted, by):
        if each.amount.currency == currency:
            found[each.key] = sign * each.amount.minor
    return found


def _row(key: str | None, minor: int, by: By, currency: str) -> AnswerRow:
    amount = Money(minor, currency)
    is_account = by is By.ACCOUNT
    if by is By.CHANNEL:
        return AnswerRow(amount, name=key, role=CHANNEL)
    return AnswerRow(amount, account=key) if is_account else AnswerRow(amount, name=key)
