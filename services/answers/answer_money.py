"""Why there is more or less money than there was: what came and went since."""

import datetime as dt
from collections import defaultdict

from ledger.money import Money
from ledger.places import place_of
from parsing.questions.query import Measure, Query
from services.answers.answer_totals import flow_of
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.explain_change import CAUSES_MAX, OTHER
from services.results.figure_ports import By
from services.results.question_facts import places_in, scope_of


def money_moved(books: Books, query: Query) -> Answer:
    """Answer with how the money changed over some days, and what moved it most.

    The rows are what there was at the end and before, what came in and went out, and the largest
    of both by name; these add up to the change with a row for all else.

    Args:
        books: the open books.
        query: what is asked; the days are those that changed it.
    """
    currency = shop_of(books).base_currency
    before = _held(books, query, query.days.first - dt.timedelta(days=1), currency)
    now = _held(books, query, query.days.last, currency)
    change = now - before
    flows = flow_of(books, Query(query.ask, Measure.FLOW, query.days, place=query.place))
    rows = [AnswerRow(now, role="now"), AnswerRow(before, role="before")]
    moved = zip(("in", "out"), flows, strict=True)
    rows += [AnswerRow(Money(each.get(currency, 0), currency), role=role) for role, each in moved]
    causes = _causes(books, query, currency)
    rest = change.minor - sum(row.amount.minor for row in causes)
    rows += causes + ([AnswerRow(Money(rest, currency), role=OTHER)] if rest and causes else [])
    return Answer(query, (change,), tuple(rows))


def _held(books: Books, query: Query, day: dt.date, currency: str) -> Money:
    keys = None if query.place is None else set(places_in(books.accounts.chart(), query.place))
    rows = books.figures.at_end_of(day)
    held = (
        row.balance.minor
        for row in rows
        if row.currency == currency
        and (place_of(row.account) is not None if keys is None else row.account in keys)
    )
    return Money(sum(held), currency)


def _causes(books: Books, query: Query, currency: str) -> list[AnswerRow]:
    scope = scope_of(books, Query(query.ask, Measure.FLOW, query.days, place=query.place))
    found: dict[str | None, int] = defaultdict(int)
    for each in books.figures.sums(scope.wanted, By.COUNTERPARTY):
        if each.amount.currency == currency:
            found[each.key] += each.amount.minor
    ordered = sorted(found.items(), key=lambda each: (-abs(each[1]), each[0] or ""))
    return [
        AnswerRow(Money(minor, currency), name) for name, minor in ordered[:CAUSES_MAX] if minor
    ]
