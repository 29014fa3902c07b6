"""Answer a query from the books: one of a fixed set, never anything a question makes up."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ledger.money import Money
from ledger.places import place_of
from parsing.memory.same_name import is_same_name, is_slipped_name
from parsing.questions.periods import ever
from parsing.questions.query import (
    BANKS,
    GATEWAYS,
    TILLS,
    Ask,
    Group,
    Measure,
    Query,
    is_of_gateways,
)
from reports.aged import Band, aged_debts
from reports.results import RETURNS, SALES
from services.answers.answer_ahead import ahead_of
from services.answers.answer_changes import change_of
from services.answers.answer_closed import closed_of
from services.answers.answer_days import days_of
from services.answers.answer_entries import PICKED_MAX, count_of_size, entries_of
from services.answers.answer_figures import (
    COUNTED,
    amounts_of,
    each_single,
    figure_of,
    of_rows,
    repeated_rows,
)
from services.answers.answer_groups import GROUPED, grouped, short_by_till
from services.answers.answer_open import OPEN, open_of
from services.answers.answer_orders import orders_of
from services.answers.answer_plan import plan_of
from services.answers.answer_restated import restated_of
from services.answers.answer_totals import (
    best_days,
    permille_of,
    results_of,
    series_of,
)
from services.answers.open_lines import is_of_size, waiting
from services.answers.usual_days import is_empty, since_begun, wider_days
from services.answers.what_else_waits import else_waiting
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.channels import channels_of
from services.results.figure_ports import By, Fact, Order
from services.results.owed import is_of_age, open_debts, owed_rows, unpaid_orders
from services.results.providers import held_by
from services.results.question_facts import (
    CUSTOMER_ACCOUNTS,
    is_like,
    is_of_all_banks,
    name_key,
    narrowed,
    places_in,
    ranked_scope,
    scope_of,
    strangers_of,
)
from services.results.report_results import turnover_results

ORDER_FACTS_MAX = 200
AGE = "age"
"""The role of a row whose name is how many days old the debts of it are."""
OWED_STILL = "owed_still"
"""The role of a row that tells a debt of which nothing was paid."""
_SETTLES = {
    Measure.MONEY_IN: Measure.RECEIVABLE, Measure.PAID_BY_CUSTOMERS: Measure.RECEIVABLE,
    Measure.MONEY_OUT: Measure.PAYABLE, Measure.PAID_TO_SUPPLIERS: Measure.PAYABLE,
}  # fmt: skip
"""Whose debts are paid by money that comes or goes."""
PAID = "paid"
"""The role of a row that tells what a customer paid."""


def answer_question(books: Books, query: Query, now: dt.datetime) -> Answer:
    """Answer a query; where no days were named and the usual ones know nothing of a name, of more.

    Args:
        books: the open books.
        query: what is asked.
        now: the moment, aware: a day that is not over is held against as much of others.
    """
    query = since_begun(books, query)
    answer = _answer(books, query, now)
    for days in wider_days(query):
        if not is_empty(answer):
            break
        answer = _answer(books, replace(query, days=days), now)
    answer = _with_debt(books, _of_unfiled(books, answer))
    answer = replace(answer, strangers=strangers_of(books, query), waiting=waiting(books, answer))
    answer = replace(answer, is_of_all_banks=is_of_all_banks(books.accounts.chart(), query))
    answer = replace(answer, waits=else_waiting(books, query, now))
    if not query.is_by_channel:
        return answer
    return replace(answer, channels=channels_of(books, query))


def _of_unfiled(books: Books, answer: Answer) -> Answer:
    """Tell what somebody was paid by its entries, where nobody has filed what it was for."""
    query = answer.query
    is_for = query.ask is Ask.TOP and query.group is Group.CATEGORY
    if not is_for or query.about is None or query.measure is not Measure.MONEY_OUT:
        return answer
    if not is_empty(answer):
        return answer
    paid = entries_of(books, replace(query, ask=Ask.LAST, group=None))
    return answer if is_empty(paid) else replace(paid, is_unfiled=True)


def _with_debt(books: Books, answer: Answer) -> Answer:
    """Tell of who has paid nothing what he owes, and of whom nothing was paid what is owed."""
    query = answer.query
    is_whole = query.is_usual_days and not query.others and query.place is query.told_by is None
    side = _SETTLES.get(query.measure)
    if side is None or query.about is None or query.ask is not Ask.TOTAL or not is_whole:
        return answer
    if not is_empty(answer) or not answer.names:
        return answer
    debts = owed_rows(books, Query(Ask.OWED, side, query.days))
    rows = (replace(each, role=OWED_STILL) for each in _meant(debts, query.about))
    return replace(answer, rows=tuple(rows))


def _answer(books: Books, query: Query, now: dt.datetime) -> Answer:
    if query.ask in {Ask.COMPARE, Ask.WHY}:
        return change_of(books, query, now)
    if query.ask is Ask.FORECAST:
        return ahead_of(books, query, now)
    if query.ask is Ask.RESTATED:
        return restated_of(books, query)
    if query.ask is Ask.CLOSED:
        return closed_of(books, query)
    if query.measure in OPEN:
        return open_of(books, query, now)
    return _ANSWERS[query.ask](books, query)


def entries_behind(books: Books, query: Query, limit: int, offset: int) -> tuple[Fact, ...]:
    """Give the postings that an answer is made of, the newest first."""
    if query.ask is Ask.ORDER:
        facts = books.figures.of_order(query.order or "", ORDER_FACTS_MAX)
        return tuple({each.number: each for each in facts}.values())[offset : offset + limit]
    if query.weekdays or query.others:
        return _picked(books, query)[offset : offset + limit]
    scope = narrowed(books, scope_of(books, query), query.about)
    return books.figures.facts(scope.wanted, Order.NEWEST, limit, offset)


def _picked(books: Books, query: Query) -> tuple[Fact, ...]:
    """Give the postings of several names, or of some days of the week alone."""
    found: dict[int, Fact] = {}
    for about in (query.about, *query.others):
        scope = narrowed(books, scope_of(books, query), about)
        facts = books.figures.facts(scope.wanted, Order.NEWEST, PICKED_MAX)
        found |= {each.number: each for each in facts}
    wanted = query.weekdays
    kept = [each for each in found.values() if not wanted or each.booked_on.weekday() in wanted]
    return tuple(sorted(kept, key=lambda each: (each.booked_on, each.number), reverse=True))


def _owed(books: Books, query: Query) -> Answer:
    if query.group is Group.AGE:
        return _by_age(books, query)
    is_of_orders = query.group is Group.ORDER
    rows = unpaid_orders(books, query) if is_of_orders else owed_rows(books, query)
    about = rows if query.about is None else _meant(rows, query.about)
    named = [each for each in about if is_of_size(each, query)]
    if query.is_by_age:
        named.sort(key=lambda each: (each.day or dt.date.max, -each.amount.minor))
        named = named[: query.limit]
    answer = of_rows(books, query, named)
    if is_of_orders:
        paid = _paid_by(books, query)
        answer = replace(answer, count=len(named), rows=(*paid, *answer.rows[: query.limit]))
        is_nobody = not named and not any(each.amount.minor for each in paid)
        return replace(answer, words=(query.about,)) if query.about and is_nobody else answer
    # Nobody at all is called so, which is another thing than owing nothing.
    return replace(answer, words=(query.about,)) if query.about and not about else answer


def _by_age(books: Books, query: Query) -> Answer:
    """Tell what is owed by how long ago it began, the youngest first."""
    day = query.days.last
    owed = open_debts(books, day, is_ours=query.measure is Measure.PAYABLE)
    debts = [each for each in owed if is_of_age(each.since, query, day)]
    told = aged_debts(debts, day, shop_of(books).base_currency)
    rows = tuple(
        AnswerRow(each.total, _ages(each), role=AGE, count=each.count)
        for each in told.bands
        if each.count
    )
    return Answer(query, (told.total,), rows)


def _ages(band: Band) -> str:
    """Name a band by its days: "8–30", "91+"."""
    last = band.last_day
    return f"{band.first_day}+" if last is None else f"{band.first_day}–{last}"


def _paid_by(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    """Give what a customer who is named has paid by now."""
    if query.about is None:
        return ()
    days = ever(query.days.last)
    paid = Query(Ask.TOTAL, Measure.PAID_BY_CUSTOMERS, days, about=query.about)
    return (AnswerRow(figure_of(books, paid).amount, role=PAID),)


def _whole(books: Books, query: Query) -> Answer:
    """Give the net result, or how far the plan has come."""
    if query.measure is Measure.PLAN:
        return plan_of(books, query)
    totals = results_of(turnover_results(books, query.days), query.measure)
    return Answer(query, amounts_of(books, totals))


def _top(books: Books, query: Query) -> Answer:
    if query.group in {Group.DAY, Group.WEEK, Group.MONTH}:
        return best_days(books, query)
    if query.group is Group.PLACE:
        is_of_counts = query.measure is Measure.CATEGORY and set(query.categories) <= COUNTED
        return short_by_till(books, query) if is_of_counts else _by_place(books, query)
    if query.group in GROUPED:
        return grouped(books, query)
    if query.is_repeated:
        rows = repeated_rows(books, narrowed(books, scope_of(books, query), query.about))
        return replace(of_rows(books, query, rows), rows=tuple(rows[: query.limit]))
    scope = narrowed(books, ranked_scope(books, query), query.about)
    sign = -1 if scope.grows_by_credit else 1
    by = By.ACCOUNT if query.group is Group.CATEGORY else By.COUNTERPARTY
    groups: dict[tuple[str, str], AnswerRow] = {}
    for each in books.figures.sums(scope.wanted, by):
        amount = Money(sign * each.amount.minor, each.amount.currency)
        key = each.key or ""
        place = (key if by is By.ACCOUNT else name_key(key), amount.currency)
        known = groups.get(place)
        row = AnswerRow(amount, each.key, count=each.count)
        if by is By.ACCOUNT:
            row = AnswerRow(amount, account=each.key, count=each.count)
        if known is not None:
            amount, count = known.amount + amount, known.count + each.count
            row = replace(known, amount=amount, count=count)
        groups[place] = row
    told = (each for each in groups.values() if each.amount.minor > 0 and _is_told(each, query))
    rows = _ranked(books, query, told)
    whole = of_rows(books, query, rows)
    named = [each for each in rows if each.name or each.account]
    nobody = [each for each in rows if not (each.name or each.account)]
    return replace(whole, rows=(*named[: query.limit], *nobody))


def _ranked(books: Books, query: Query, rows: Iterable[AnswerRow]) -> list[AnswerRow]:
    """Rank rows by their sums, the shop's currency first; or by how many entries each has."""
    base, way = shop_of(books).base_currency, 1 if query.is_least else -1
    is_counted = query.compared is Ask.COUNT

    def place(row: AnswerRow) -> tuple[bool, int, int, str]:
        count = way * row.count if is_counted else 0
        return row.amount.currency != base, count, way * row.amount.minor, row.name or ""

    return sorted(rows, key=place)


def _is_told(row: AnswerRow, query: Query) -> bool:
    """Tell whether a name comes to so much, and has as many entries as is asked."""
    return is_of_size(row, query) and row.count >= query.times


def _held(books: Books, query: Query) -> Answer:
    """Tell what gateways or couriers took and have not paid out, each by itself."""
    places = (query.place or "").split()
    told = (each for place in places for each in held_by(books, query.days, place))
    rows = [AnswerRow(Money(each.minor, each.currency), each.provider) for each in told]
    return of_rows(books, query, rows)


def _balance(books: Books, query: Query) -> Answer:
    if is_of_gateways(query.place):
        return _held(books, query)
    chart = books.accounts.chart()
    everywhere = query.place is None
    keys = set(places_in(chart, query.place))
    told = ((each.key, books.banks.last_line_on(each.id)) for each in books.banks.accounts())
    last_lines = dict(told) if query.place is not None else {}
    rows = [
        AnswerRow(row.balance, account=row.account)
        for row in books.figures.at_end_of(query.days.last)
        if (place_of(row.account) is not None if everywhere else row.account in keys)
        and query.currency in {None, row.balance.currency}
        and (row.balance or row.account in keys)
    ]
    rows = [_told_until(each, last_lines.get(each.account or "")) for each in rows]
    return of_rows(books, query, sorted(rows, key=lambda row: row.account or ""))


def _told_until(row: AnswerRow, day: dt.date | None) -> AnswerRow:
    """Say of a bank account until when its lines are known."""
    return row if day is None else replace(row, day=day, role="until")


def _order(books: Books, query: Query) -> Answer:
    """Tell an order: what its customer paid, what was sold, what it cost and left."""
    facts = books.figures.of_order(query.order or "", ORDER_FACTS_MAX)
    base = shop_of(books).base_currency
    paid, sold, spent = (Money.zero(base) for _ in range(3))
    for each in facts:
        if each.amount.currency != base:
            continue
        if each.account in {*CUSTOMER_ACCOUNTS, RETURNS}:
            paid -= each.amount
        if each.account in {SALES, RETURNS}:
            sold -= each.amount
        elif each.account.startswith("expense."):
            spent += each.amount
    numbers = {each.number: each for each in facts}
    left = sold - spent
    parts = (("paid", paid), ("sold", sold), ("spent", spent), ("left", left))
    share = permille_of(left.minor, sold.minor)
    rows = tuple(AnswerRow(amount, role=role, permille=share) for role, amount in parts)
    return Answer(query, (paid,), rows if numbers else (), count=len(numbers))


def _by_place(books: Books, query: Query) -> Answer:
    """Tell a figure by how it was paid: in the tills, at banks, at gateways."""
    rows = []
    for kind in (TILLS, BANKS, GATEWAYS):
        part = figure_of(books, replace(query, ask=Ask.TOTAL, group=None, place=kind))
        rows += [replace(AnswerRow(each), role=kind) for each in part.amounts if each]
    rows.sort(key=lambda row: -row.amount.minor)
    return of_rows(books, query, rows)


def _meant(rows: Sequence[AnswerRow], about: str) -> list[AnswerRow]:
    """Give the rows of whom a name means, or of whose it sounds like."""
    ways = (is_same_name, is_like, is_slipped_name)
    found = ([each for each in rows if is_meant(each.name or "", about)] for is_meant in ways)
    return next((each for each in found if each), [])


def _single(books: Books, query: Query) -> Answer:
    """Answer with a count or an average: of orders, of days, or of entries."""
    if query.group is Group.ORDER:
        return orders_of(books, query)
    is_sized = bool(query.at_least) or query.at_most is not None
    if is_sized and query.ask is Ask.COUNT and query.group is None:
        return count_of_size(books, query)
    is_of_days = query.group in {Group.DAY, Group.WEEK, Group.MONTH}
    return days_of(books, query) if is_of_days else figure_of(books, query)


def _series(books: Books, query: Query) -> Answer:
    is_summed = query.compared is Ask.TOTAL
    if query.others:
        return _series_of_names(books, query)
    return series_of(books, query) if is_summed else each_single(books, query)


def _series_of_names(books: Books, query: Query) -> Answer:
    """Tell the rows of each of several names, one name after the other."""
    rows = []
    for name in (query.about or "", *query.others):
        single = _series(books, replace(query, about=name, others=()))
        rows += [replace(row, name=name) for row in single.rows]
    return of_rows(books, query, rows)


_ANSWERS: dict[Ask, Callable[[Books, Query], Answer]] = {
    Ask.TOTAL: figure_of,
    Ask.COUNT: _single,
    Ask.AVERAGE: _single,
    Ask.TOP: _top,
    Ask.BIGGEST: entries_of,
    Ask.LAST: entries_of,
    Ask.BALANCE: _balance,
    Ask.OWED: _owed,
    Ask.ORDER: _order,
    Ask.RESULTS: _whole,
    Ask.SERIES: _series,
}
