"""A query's figure by currency, whole or day by day: from kept sums where they have it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ledger.days import Days
from ledger.money import Money
from ledger.places import SUSPENSE, PlaceKind, place_of
from parsing.questions.query import BANKS, Ask, Group, Measure, Per, Query, parts_of
from reports.results import COST_OF_GOODS, INVENTORY, Results
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.figure_ports import By, FactFilter, FactSum, Side
from services.results.question_facts import Scope, is_by_use, narrowed, scope_of
from services.results.report_results import turnover_results

_REPORTED = frozenset({Measure.RESULT, Measure.MARGIN})
_MONEY = frozenset({Measure.MONEY_IN, Measure.MONEY_OUT})

_BEST = {Group.DAY: Per.DAY, Group.WEEK: Per.WEEK, Group.MONTH: Per.MONTH}

COUNTED_EACH = "counted"
"""The role of a row of days that says how many entries they had."""
Totals = Mapping[str, int]
"""Minor units by currency."""


def totals_of(books: Books, query: Query, scope: Scope) -> Totals:
    """Give the figure of a query whose name or word was looked up."""
    until = scope.wanted.until
    if query.weekdays:
        return _summed(each_day(books, query, scope))
    if is_reported(query):
        return results_of(turnover_results(books, query.days, until), query.measure)
    if query.measure is Measure.FLOW:
        flow = flow_of(books, query)
        return {key: flow[0].get(key, 0) - flow[1].get(key, 0) for key in {**flow[0], **flow[1]}}
    sign = -1 if scope.grows_by_credit else 1
    found: dict[str, int] = defaultdict(int)
    kept = _kept_accounts(query, scope)
    if kept is not None:
        return _kept(books, query.days, kept, sign)
    for each in counted(books, scope):
        found[each.amount.currency] += sign * each.amount.minor
    for each in _own_moves(books, query, By.NOTHING):
        found[each.amount.currency] -= abs(each.amount).minor
    return dict(found)


def is_reported(query: Query) -> bool:
    """Tell whether a figure is a line of the whole result, nothing of it left out."""
    is_part = query.but or query.names_out or query.is_by_channel
    return query.measure in _REPORTED and not is_part


def _kept(books: Books, days: Days, kept: Collection[str], sign: int) -> Totals:
    """Give what accounts moved on some days, from the kept sums."""
    found: dict[str, int] = defaultdict(int)
    for row in books.figures.turnovers(days):
        if row.account in kept:
            found[row.currency] += sign * row.balance.minor
    return dict(found)


def _summed(by_day: Mapping[dt.date, Totals]) -> Totals:
    found: dict[str, int] = defaultdict(int)
    for totals in by_day.values():
        for currency, minor in totals.items():
            found[currency] += minor
    return dict(found)


def flow_of(books: Books, query: Query) -> tuple[Totals, Totals]:
    """Give what came in, and what went out."""
    both = (replace(query, measure=each) for each in (Measure.MONEY_IN, Measure.MONEY_OUT))
    came_in, went_out = (
        totals_of(books, each, narrowed(books, scope_of(books, each), query.about))
        for each in both
    )
    return came_in, went_out


def counted(books: Books, scope: Scope, query: Query | None = None) -> Sequence[FactSum]:
    """Give what postings add up to; an entry has one name at most, so those of names add up."""
    if query is not None and query.weekdays:
        by_day = books.figures.sums(scope.wanted, By.DAY)
        return tuple(each for each in by_day if _day(each).weekday() in query.weekdays)
    return scope.named or books.figures.sums(scope.wanted, By.NOTHING)


def results_of(results: Results, measure: Measure) -> dict[str, int]:
    """Give what a result comes to: its margin, its sales less refunds, or what is left of all."""
    parts = {Measure.MARGIN: "gross_margin", Measure.PLAN: "net_sales"}
    part = parts.get(measure, "net_result")
    return {each.currency: getattr(each, part).minor for each in results.currencies}


def series_of(books: Books, query: Query) -> Answer:
    """Answer with a row for each day, week or month, in order."""
    scope = narrowed(books, scope_of(books, query), query.about)
    wanted = scope.wanted
    rows = _rows(books, query, scope, query.per)
    rows = tuple(row for row in rows if _is_of_weekdays(row, query))
    if query.share_of is not None:
        rows = _with_shares(books, query, rows)
    return Answer(query, _sums(books, rows), rows, names=wanted.names, words=wanted.words)


def _with_shares(books: Books, query: Query, rows: tuple[AnswerRow, ...]) -> tuple[AnswerRow, ...]:
    """Say of each row what part it is of the same days' whole, whoever and wherever it was."""
    rest = replace(query, measure=query.share_of or query.measure, share_of=None, categories=())
    rest = replace(rest, place=None, about=None, channels=(), channels_out=(), told_by=None)
    wholes = {(row.days, row.amount.currency): row.amount for row in series_of(books, rest).rows}
    found = ((row, wholes.get((row.days, row.amount.currency))) for row in rows)
    return tuple(
        replace(row, permille=None if all_ is None else permille_of(row.amount.minor, all_.minor))
        for row, all_ in found
    )


def permille_of(part: int, whole: int) -> int | None:
    """Give a part in thousandths, rounded once; None where the whole is not above zero."""
    return (part * 2000 + whole) // (2 * whole) if whole > 0 else None


def best_days(books: Books, query: Query) -> Answer:
    """Answer with the days, weeks or months of the largest figures, the largest first."""
    scope = narrowed(books, scope_of(books, query), query.about)
    base = shop_of(books).base_currency
    per = _BEST[query.group or Group.DAY]
    rows = (row for row in _rows(books, query, scope, per) if row.amount.currency == base)
    found: Iterable[AnswerRow] = [row for row in rows if _is_of_weekdays(row, query)]
    empty = sum(not row.amount for row in found) if query.at_most else 0
    if query.compared is Ask.COUNT:
        found = _with_counts(books, scope, found)
    if query.over is not None:
        found = _over(books, query, found)
    sign = 1 if query.is_least else -1
    told = (row for row in found if row.amount and _is_within(row.amount, query))
    ranked = sorted(told, key=lambda row: (sign * row.count, sign * row.amount.minor))
    best = tuple(ranked[: query.limit])
    answer = Answer(query, _sums(books, ranked), best, names=scope.wanted.names, empty=empty)
    return answer if query.over is None else replace(answer, count=len(ranked))


def _over(books: Books, query: Query, rows: Iterable[AnswerRow]) -> Iterator[AnswerRow]:
    """Give the rows of what came to more than another figure of the same days, by how much."""
    other = replace(query, measure=query.over or query.measure, over=None)
    per = _BEST[query.group or Group.DAY]
    scope = narrowed(books, scope_of(books, other), other.about)
    figures = {(row.days, row.amount.currency): row for row in _rows(books, other, scope, per)}
    for row in rows:
        held = figures.get((row.days, row.amount.currency))
        left = row.amount if held is None else row.amount - held.amount
        if left.minor > 0:
            yield replace(row, amount=left)


def _with_counts(books: Books, scope: Scope, rows: Iterable[AnswerRow]) -> Iterator[AnswerRow]:
    """Say of each row how many entries its days had."""
    by_day: dict[dt.date, int] = defaultdict(int)
    for each in books.figures.sums(scope.wanted, By.DAY):
        by_day[_day(each)] += each.count
    for row in rows:
        days = row.days
        held = (n for day, n in by_day.items() if days and days.first <= day <= days.last)
        yield replace(row, count=sum(held), role=COUNTED_EACH)


def _is_within(amount: Money, query: Query) -> bool:
    is_small = query.at_most is None or amount.to_decimal() <= query.at_most
    return is_small and (not query.at_least or amount.to_decimal() >= query.at_least)


def _rows(books: Books, query: Query, scope: Scope, per: Per) -> tuple[AnswerRow, ...]:
    base = shop_of(books).base_currency
    parts = parts_of(query.days, per)
    if is_reported(query):
        sums: list[Totals] = [
            results_of(turnover_results(books, part), query.measure) for part in parts
        ]
    else:
        sums = _gathered(each_day(books, query, scope), parts)
    return tuple(
        AnswerRow(Money(minor, currency), days=part)
        for part, totals in zip(parts, sums, strict=True)
        for currency, minor in sorted({base: 0, **totals}.items())
        if minor or currency == base
    )


def _is_of_weekdays(row: AnswerRow, query: Query) -> bool:
    """Tell whether a day counts; a longer row has what of its days does."""
    is_day = row.days is not None and row.days.is_one
    return not (query.weekdays and is_day) or _counts(row.days, query)


def _counts(days: Days | None, query: Query) -> bool:
    return days is not None and days.first.weekday() in query.weekdays


def each_day(books: Books, query: Query, scope: Scope | None = None) -> Mapping[dt.date, Totals]:
    """Give a figure day by day, of the weekdays that are asked for; empty days are left out."""
    if scope is None:
        scope = narrowed(books, scope_of(books, query), query.about)
    found = _by_day(books, query, scope)
    wanted = query.weekdays
    return {day: each for day, each in found.items() if not wanted or day.weekday() in wanted}


def _by_day(books: Books, query: Query, scope: Scope) -> Mapping[dt.date, Totals]:
    sign = -1 if scope.grows_by_credit else 1
    found: dict[dt.date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    if query.measure is Measure.FLOW:
        return _flow_by_day(books, query)
    kept = _kept_accounts(query, scope)
    if kept is not None:
        days = [part.first for part in parts_of(query.days, Per.DAY)]
        for day, rows in books.figures.on_each(days).items():
            for row in rows:
                if row.account in kept:
                    found[day][row.currency] += sign * row.balance.minor
        return found
    for each in books.figures.sums(scope.wanted, By.DAY):
        found[_day(each)][each.amount.currency] += sign * each.amount.minor
    for each in _own_moves(books, query, By.DAY):
        found[_day(each)][each.amount.currency] -= abs(each.amount).minor
    return found


def _flow_by_day(books: Books, query: Query) -> Mapping[dt.date, Totals]:
    found: dict[dt.date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for measure, sign in ((Measure.MONEY_IN, 1), (Measure.MONEY_OUT, -1)):
        part = replace(query, measure=measure)
        scope = narrowed(books, scope_of(books, part), query.about)
        for day, totals in _by_day(books, part, scope).items():
            for currency, minor in totals.items():
                found[day][currency] += sign * minor
    return found


def _day(each: FactSum) -> dt.date:
    return dt.date.fromisoformat(each.key or "")


def _gathered(by_day: Mapping[dt.date, Totals], parts: Sequence[Days]) -> list[Totals]:
    """Put days together to weeks or months."""
    sums: list[dict[str, int]] = [defaultdict(int) for _ in parts]
    firsts = {part.first: place for place, part in enumerate(parts)}
    place = 0
    for day in sorted({*by_day, *firsts}):
        place = firsts.get(day, place)
        for currency, minor in by_day.get(day, {}).items():
            sums[place][currency] += minor
    return list(sums)


def _sums(books: Books, rows: Sequence[AnswerRow]) -> tuple[Money, ...]:
    base = shop_of(books).base_currency
    totals: dict[str, int] = {base: 0}
    for row in rows:
        totals[row.amount.currency] = totals.get(row.amount.currency, 0) + row.amount.minor
    return tuple(Money(minor, currency) for currency, minor in totals.items())


def _kept_accounts(query: Query, scope: Scope) -> frozenset[str] | None:
    """Give the accounts whose kept turnovers are the figure; None where it is narrowed down."""
    if query.measure is Measure.PURCHASES and query.about is query.place is query.told_by is None:
        return frozenset({INVENTORY, COST_OF_GOODS})
    return frozenset(scope.wanted.accounts) if scope.is_kept else None


def _own_moves(books: Books, query: Query, by: By) -> Sequence[FactSum]:
    """Give what of the banks' money in or out was the shop's own cash, come by or fetched."""
    wanted = own_moves_of(books, query)
    return () if wanted is None else books.figures.sums(wanted, by)


def own_moves_of(books: Books, query: Query) -> FactFilter | None:
    """Say which postings tell of the shop's own cash in the banks' lines; None where none may."""
    is_of_banks = query.place in {None, BANKS} and query.about is query.told_by is None
    if query.measure not in _MONEY or not is_of_banks or is_by_use(query):
        return None
    chart = books.accounts.chart()
    keys = tuple(each.key for each in chart if place_of(each.key) is PlaceKind.ON_ITS_WAY)
    side = Side.CREDIT if query.measure is Measure.MONEY_IN else Side.DEBIT
    return FactFilter(query.days, keys, side, (SUSPENSE,))
