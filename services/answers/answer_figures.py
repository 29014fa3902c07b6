"""A query's single figure: a total with what it is made of, a count, an average, a share."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ledger.cash import CASH_RULES, CashCategory
from ledger.days import Days
from ledger.money import Money
from parsing.questions.places_said import gateway_called
from parsing.questions.query import (
    COURIERS,
    GATEWAY_PREFIX,
    GATEWAYS,
    SOURCE_PREFIX,
    Ask,
    Group,
    Measure,
    Per,
    Query,
    is_of_gateways,
    parts_of,
)
from services.answers.answer_totals import (
    COUNTED_EACH,
    Totals,
    counted,
    each_day,
    flow_of,
    permille_of,
    results_of,
    series_of,
    totals_of,
)
from services.answers.counts_made import made_counts
from services.answers.open_lines import unfiled_rows
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.explain_change import CHANNEL
from services.results.figure_ports import By, FactSum, Order
from services.results.providers import providers_of
from services.results.question_facts import Scope, name_key, narrowed, scope_of, with_days
from services.results.report_results import turnover_results

_WEEK = 7
COUNTED = frozenset({CashCategory.CASH_SHORTAGE, CashCategory.CASH_SURPLUS})
"""What counts of tills come to when they do not agree."""
OF_GATEWAYS = frozenset({Measure.FEES, Measure.PAID_BY_CUSTOMERS})
"""What reports tell of each gateway and courier."""
WHOLE = "whole"
"""The role of a row that tells of all, where nothing says the word that was asked about."""
UNITS = "units"
"""The role of a row that tells of how many days, weeks or months a count is."""
TIMES = "times"
"""The role of a row that tells how often, too."""
APART = "apart"
"""The role of a row that tells of what is left out, and no part of the figure anyway."""
_OF_GROSS = frozenset({Measure.SALES, Measure.REFUNDS})
"""What is told as a part of sales before anything was given back."""
LINES_MAX = 20
"""So many bank lines are told one by one."""


def figure_of(books: Books, query: Query, until: dt.datetime | None = None) -> Answer:
    """Answer with a total, a count or an average.

    Args:
        books: the open books.
        query: what is asked.
        until: the moment of a single day after which nothing counts.
    """
    if query.others:
        return _of_names(books, query)
    if len(query.channels) > 1:
        return _of_channels(books, query, until)
    return _single(books, query, until)


def _single(books: Books, query: Query, until: dt.datetime | None) -> Answer:
    scope = narrowed(books, scope_of(books, query, until), query.about)
    totals = totals_of(books, query, scope)
    answer = Answer(
        query,
        amounts_of(books, totals),
        names=scope.wanted.names,
        words=scope.wanted.words,
    )
    if query.measure is Measure.UNFILED and query.ask is Ask.TOTAL:
        return _unfiled(books, answer)
    if query.ask is Ask.TOTAL:
        return _with_parts(books, answer, until)
    if query.measure is Measure.UNFILED and query.ask is Ask.COUNT:
        return replace(answer, count=sum(each.count for each in books.figures.unfiled(query.days)))
    if query.is_repeated and query.ask is Ask.COUNT:
        again = repeated_rows(books, scope)
        return replace(of_rows(books, query, again), rows=(), count=len(again), names=answer.names)
    if query.ask is Ask.COUNT:
        is_of_names = query.group not in {None, Group.CATEGORY}
        sums = counted(books, scope, query)
        count = _names(books, scope) if is_of_names else sum(each.count for each in sums)
        units = (
            ()
            if query.per is Per.ENTRY
            else (AnswerRow(answer.amount, role=UNITS, count=units_in(query)),)
        )
        return replace(answer, count=count, rows=units)
    return _averaged(books, answer, scope)


def _averaged(books: Books, answer: Answer, scope: Scope) -> Answer:
    """Tell an average with the sum that it is of, and of how many entries or days that is."""
    query, base = answer.query, shop_of(books).base_currency
    if query.is_of_days_had:
        had = _days_had(books, query, scope)
        total = AnswerRow(answer.amount, role="total_of_days", count=had)
        return replace(answer, amounts=(divided(answer.amount, had),), rows=(total,))
    sums = counted(books, scope, query)
    in_base = sum(each.count for each in sums if each.amount.currency == base)
    average = _average(answer.amount, query, in_base)
    count = sum(each.count for each in sums)
    rows = (AnswerRow(answer.amount, role="total", count=count),)
    return replace(answer, amounts=(average,), rows=rows, count=count)


def _with_parts(books: Books, answer: Answer, until: dt.datetime | None) -> Answer:
    """Tell a total with what it is made of; where no entry says a word, all of its category."""
    query = answer.query
    if answer.words and query.categories and not any(answer.amounts):
        whole = figure_of(books, replace(query, about=None, share_of=None, per=Per.ENTRY), until)
        return replace(answer, rows=(AnswerRow(whole.amount, role=WHOLE),))
    return replace(_with_share(books, answer), rows=_parts(books, query))


def _unfiled(books: Books, answer: Answer) -> Answer:
    """Tell what is in suspense with the bank lines that nobody has said what for."""
    query = answer.query
    rows = unfiled_rows(books, query)
    is_narrowed = bool(query.at_least) or query.at_most is not None
    whole = of_rows(books, query, rows) if is_narrowed else answer
    sides = () if is_narrowed else tuple(_sides_unfiled(books, query))
    return replace(whole, rows=(*sides, *rows[:LINES_MAX]), count=len(rows))


def _sides_unfiled(books: Books, query: Query) -> Iterator[AnswerRow]:
    """Give how much of it came in, and how much went out."""
    for each in books.figures.unfiled(query.days):
        yield AnswerRow(each.money_in, role="in")
        yield AnswerRow(each.money_out, role="out")


def _of_names(books: Books, query: Query) -> Answer:
    """Tell a figure of each of several names, and of all of them."""
    names = (query.about or "", *query.others)
    singles = [figure_of(books, replace(query, about=each, others=())) for each in names]
    told = zip(names, singles, strict=True)
    rows = tuple(AnswerRow(each.amount, name=name, count=each.count or 0) for name, each in told)
    whole = of_rows(books, query, rows)
    counts = [each.count for each in singles if each.count is not None]
    return replace(whole, count=sum(counts) if counts else None)


def _of_channels(books: Books, query: Query, until: dt.datetime | None) -> Answer:
    """Tell a figure of several channels together, and of each."""
    singles = ((each, replace(query, channels=(each,))) for each in query.channels)
    told = ((kind, _single(books, each, until)) for kind, each in singles)
    rows = (
        AnswerRow(
            each.amount, kind.removeprefix(SOURCE_PREFIX), role=CHANNEL, count=each.count or 0
        )
        for kind, each in told
    )
    return replace(_single(books, query, until), rows=tuple(rows))


def _days_had(books: Books, query: Query, scope: Scope) -> int:
    """Count the days on which a figure was more than nothing."""
    base = shop_of(books).base_currency
    return sum(totals.get(base, 0) > 0 for totals in each_day(books, query, scope).values())


def units_in(query: Query) -> int:
    """Count the days, weeks or months that a figure is told for each of, one at least."""
    days = weekdays_in(query.days, query.weekdays) if query.weekdays else query.days.count
    if query.per is Per.MONTH:
        return _months(query)
    return max((days * 2 + _WEEK) // (2 * _WEEK) if query.per is Per.WEEK else days, 1)


def _average(total: Money, query: Query, entries: int) -> Money:
    days = weekdays_in(query.days, query.weekdays) if query.weekdays else query.days.count
    match query.per:
        case Per.ENTRY:
            return divided(total, entries)
        case Per.DAY:
            return divided(total, days)
        case Per.WEEK:
            return divided(Money(total.minor * _WEEK, total.currency), max(days, _WEEK))
        case Per.MONTH:
            return divided(total, _months(query))
        case Per.QUARTER:
            return divided(Money(total.minor * 3, total.currency), max(_months(query), 3))


def _names(books: Books, scope: Scope) -> int:
    """Count whom entries name, each once however he is spelt."""
    sums = books.figures.sums(scope.wanted, By.COUNTERPARTY)
    return len({name_key(each.key) for each in sums if each.key and each.amount.minor})


def repeated_rows(books: Books, scope: Scope) -> list[AnswerRow]:
    """Give what each customer bought who did so more than once, the most first."""
    bought: dict[tuple[str, str], list[FactSum]] = defaultdict(list)
    for each in books.figures.sums(scope.wanted, By.COUNTERPARTY):
        if each.key:
            bought[name_key(each.key), each.amount.currency].append(each)
    rows = []
    for (_, currency), sums in bought.items():
        times, minor = sum(each.count for each in sums), -sum(each.amount.minor for each in sums)
        if times > 1:
            rows.append(AnswerRow(Money(minor, currency), sums[0].key, count=times, role=TIMES))
    return sorted(rows, key=lambda row: (-row.amount.minor, row.name or ""))


def _parts(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    """Give what a total is made of, where several things were named or left out."""
    if query.per is not Per.ENTRY:
        return series_of(books, query).rows
    places = _each_place(books, query)
    is_of_each = query.place in {GATEWAYS, COURIERS} and query.measure in OF_GATEWAYS
    if len(places) > 1 or is_of_each:
        singles = [(each, figure_of(books, replace(query, place=each))) for each in places]
        return tuple(
            AnswerRow(found.amount, account=key, permille=found.permille) for key, found in singles
        )
    if query.measure is Measure.FLOW:
        return _in_and_out(books, query)
    named, role = (query.but, "without") if query.but else (query.categories, "category")
    spent = replace(query, but=(), measure=Measure.CATEGORY)
    is_counted = bool(named) and role == "category" and set(named) <= COUNTED
    rows = tuple(
        AnswerRow(
            figure_of(books, replace(spent, categories=(each,))).amount,
            each.value,
            role=APART if query.but and _is_no_part(each, query.measure) else role,
        )
        for each in named
        if len(named) > 1 or query.but
    )
    if not is_counted:
        return rows
    made = made_counts(books, query) if set(named) == COUNTED else ()
    return (*rows, *_counts(books, query), *made)


def _is_no_part(category: CashCategory, measure: Measure) -> bool:
    """Tell whether a figure is told without a category anyway: goods and draws are no expense."""
    is_of_result = measure in {Measure.EXPENSES, Measure.RESULT}
    return is_of_result and not CASH_RULES[category].account.startswith(("expense.", "income."))


def _each_place(books: Books, query: Query) -> tuple[str, ...]:
    """Give the places that a figure is told of one by one: those that are named, each gateway."""
    if query.place not in {GATEWAYS, COURIERS} or query.measure not in OF_GATEWAYS:
        return tuple((query.place or "").split())
    found = providers_of(books, query.place, query.days)
    return tuple(f"{GATEWAY_PREFIX}{gateway_called(each)}" for each in found if each)


def _in_and_out(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    rows = zip(("in", "out"), flow_of(books, query), strict=True)
    return tuple(
        AnswerRow(each, role=role) for role, totals in rows for each in amounts_of(books, totals)
    )


def _counts(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    """Give each count that came out short or over, the newest first: its day, till and sum."""
    scope = narrowed(books, scope_of(books, query), query.about)
    facts = books.figures.facts(scope.wanted, Order.NEWEST, LINES_MAX)
    return tuple(
        AnswerRow(abs(each.amount), each.narration or None, each.account, day=each.booked_on,
                  number=each.number)
        for each in facts
    )  # fmt: skip


def _with_share(books: Books, answer: Answer) -> Answer:
    """Say what part a figure is of what it is asked as a share of, and what that comes to."""
    whole = _whole(books, answer)
    if whole is None:
        return answer
    permille = permille_of(answer.amount.minor, whole)
    return replace(answer, permille=permille, whole=Money(whole, answer.amount.currency))


def whole_of(query: Query) -> Measure | None:
    """Say what a figure is told as a share of: of net sales, where it is no part of the gross."""
    is_gross = query.measure in _OF_GROSS or _is_of_channels(query)
    is_net = query.share_of is Measure.SALES and not is_gross
    return Measure.NET_SALES if is_net else query.share_of


def _is_of_channels(query: Query) -> bool:
    return query.is_by_channel and query.measure is not query.share_of


def _whole(books: Books, answer: Answer) -> int | None:
    """Give what a figure is a share of, in minor units; None where it is asked as none."""
    query = answer.query
    if query.share_of is None:
        return None
    if is_of_gateways(query.place) and query.share_of is Measure.PAID_BY_CUSTOMERS:
        through = replace(query, measure=query.share_of, share_of=None, per=Per.ENTRY)
        return _single(books, through, None).amount.minor
    if whole_of(query) is Measure.NET_SALES:
        found = results_of(turnover_results(books, query.days), Measure.PLAN)
        return found.get(answer.amount.currency, 0)
    is_of_channels = _is_of_channels(query)
    rest = replace(query, measure=query.share_of, share_of=None, place=None, about=None)
    rest = replace(rest, categories=())
    if not is_of_channels:  # else of the site's sales, not of all
        rest = replace(rest, channels=(), channels_out=())
    return figure_of(books, rest).amount.minor


def each_single(books: Books, query: Query) -> Answer:
    """Answer with an average, or a count, of each day, week or month, and of all of them."""
    single = replace(query, ask=query.compared, per=Per.ENTRY, compared=Ask.TOTAL)
    whole = figure_of(books, single)
    parts = (
        (days, figure_of(books, with_days(single, days)))
        for days in parts_of(query.days, query.per)
    )
    role = COUNTED_EACH if query.compared is Ask.COUNT else ""
    rows = (
        AnswerRow(told.amount, count=told.count or 0, days=days, role=role) for days, told in parts
    )
    return replace(whole, query=query, rows=tuple(rows))


def of_rows(books: Books, query: Query, rows: Sequence[AnswerRow]) -> Answer:
    """Answer with lines, and what they add up to."""
    totals: dict[str, int] = defaultdict(int)
    for row in rows:
        totals[row.amount.currency] += row.amount.minor
    return Answer(query, amounts_of(books, totals), tuple(rows))


def amounts_of(books: Books, totals: Totals) -> tuple[Money, ...]:
    """Give a figure in each currency, the shop's first."""
    base = shop_of(books).base_currency
    others: Iterable[str] = sorted(code for code, minor in totals.items() if minor)
    codes = [base, *(code for code in others if code != base)]
    return tuple(Money(totals.get(code, 0), code) for code in codes)


def weekdays_in(days: Days, weekdays: tuple[int, ...]) -> int:
    """Count such days of the week within days."""
    whole, rest = divmod(days.count, _WEEK)
    first = days.first.weekday()
    return sum(whole + ((weekday - first) % _WEEK < rest) for weekday in weekdays)


def divided(amount: Money, count: int) -> Money:
    """Divide, rounded once, half away from zero; by nothing it is nothing."""
    if count <= 0:
        return Money.zero(amount.currency)
    half = abs(amount.minor) * 2 + count
    return Money((-1 if amount.minor < 0 else 1) * (half // (2 * count)), amount.currency)


def _months(query: Query) -> int:
    first, last = query.days.first, query.days.last
    return (last.year - first.year) * 12 + last.month - first.month + 1
