"""Answer with what is open by now: carried cash, messages, bank lines, what needs a person."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from ledger.cash import CashCategory
from ledger.money import Money
from parsing.questions.periods import BEGIN, ever
from parsing.questions.query import BANKS, GATEWAYS, Ask, Measure, Query
from services.answers.answer_figures import figure_of, of_rows
from services.answers.open_lines import is_of_size
from services.cash.deposits import carried_to_bank
from services.exceptions.exception_ports import ExceptionState
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.owed import is_of_age
from services.results.providers import held_by

TAKEN = "taken"
"""The role of the row that tells what was taken to the bank in the days."""
_DEPOSITS = (CashCategory.BANK_DEPOSIT,)
HELD = "held"
"""The role of a row that tells what a gateway or a courier holds, whose name it has."""
PROBLEM = "problem"
"""The role of a row that tells one kind of exceptions, which its name is."""


def open_of(books: Books, query: Query, now: dt.datetime) -> Answer:
    """Answer with what of a measure is open, what waits the longest first.

    Args:
        books: the open books.
        query: what is asked; only what began in its days is told.
        now: the moment, aware.
    """
    today = shop_of(books).day_of(now)
    rows = [
        row
        for row in _ROWS[query.measure](books, query, now)
        if (row.day is None or query.days.first <= row.day <= query.days.last)
        and (row.day is None or is_of_age(row.day, query, today))
        and is_of_size(row, query)
    ]
    if query.measure is Measure.PROBLEMS:
        rows = _by_kind(rows)
    count = sum(each.count for each in rows)
    if query.measure is Measure.IN_TRANSIT and query.days != ever(query.days.last):
        answer = of_rows(books, query, rows)
        taken = replace(query, ask=Ask.TOTAL, measure=Measure.CATEGORY, place=None)
        taken = replace(taken, categories=_DEPOSITS)
        row = AnswerRow(figure_of(books, taken).amount, role=TAKEN)
        return replace(answer, rows=(*answer.rows, row), count=count)
    return replace(of_rows(books, query, rows), count=count)


def _on_its_way(books: Books, query: Query, now: dt.datetime) -> Iterable[AnswerRow]:
    """Give cash that is carried to the bank, and what gateways and couriers have not paid out.

    Of what they hold nobody knows since when, so it is told where neither days nor an age are.
    Where tills are named only what left them is told.
    """
    is_of_all = query.days.first == BEGIN and not query.is_aged
    if query.place is None and is_of_all:
        for each in held_by(books, query.days, GATEWAYS):
            held = Money(each.minor, each.currency)
            yield AnswerRow(held, each.provider, role=HELD, count=1)
    tills = () if query.place in {None, BANKS} else (query.place or "").split()
    for left in carried_to_bank(books, shop_of(books).day_of(now)):
        if tills and left.till not in tills:
            continue
        deposit = left.carried.deposit
        yield AnswerRow(
            left.carried.left,
            account=left.till,
            count=1,
            number=deposit.number,
            day=deposit.carried_on,
        )


def _drafts(books: Books, query: Query, now: dt.datetime) -> Iterable[AnswerRow]:
    del query
    shop = shop_of(books)
    for each in books.drafts.unanswered(now):
        amount = each.known.amount or Money.zero(shop.base_currency)
        yield AnswerRow(amount, each.text, count=1, day=shop.day_of(each.asked_at))


def _problems(books: Books, query: Query, now: dt.datetime) -> Iterable[AnswerRow]:
    del query, now
    for each in books.exceptions.standing():
        if each.state is ExceptionState.OPEN:
            yield AnswerRow(each.amount, each.kind, count=1, day=each.since, role=PROBLEM)


def _by_kind(rows: Iterable[AnswerRow]) -> list[AnswerRow]:
    kinds: dict[tuple[str | None, str], list[AnswerRow]] = defaultdict(list)
    for row in rows:
        kinds[row.name, row.amount.currency].append(row)
    found = [
        replace(
            held[0],
            amount=Money(sum(row.amount.minor for row in held), currency),
            count=len(held),
            day=min(row.day for row in held if row.day is not None),
        )
        for (_, currency), held in kinds.items()
    ]
    return sorted(found, key=lambda row: -row.amount.minor)


_ROWS: dict[Measure, Callable[[Books, Query, dt.datetime], Iterable[AnswerRow]]] = {
    Measure.IN_TRANSIT: _on_its_way,
    Measure.DRAFTS: _drafts,
    Measure.PROBLEMS: _problems,
}
OPEN = frozenset(_ROWS)
"""What is open by now, and has no figure of its own in the accounts."""
