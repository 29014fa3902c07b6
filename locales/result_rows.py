"""A result line by line in a language, for the chat and for a terminal alike."""

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ledger.money import Money
from ledger.places import PlaceKind
from locales.words import Words
from reports.numbers import begin_line, format_days
from reports.results import AccountSum, CurrencyResults, PlaceMoved
from reports.told_results import ChannelSales, SourceSeen, ToldResults

EXPENSES_MAX = 12
PERCENT_MAX = 999
_DAY_HOURS = 24


class Sums(enum.StrEnum):
    """What a row's amount is the sum of."""

    PARTS = "parts"
    """Of the parts right below it."""
    ABOVE = "above"
    """Of all rows since the head that count."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A line: what it says, how much, and how much it was in the days before."""

    label: str
    """Plain text."""
    amount: Money | None = None
    before: Money | None = None
    is_part: bool = False
    """It is a part of the line above that is none."""
    is_total: bool = False
    is_head: bool = False
    sums: Sums | None = None
    counts: bool = True
    """Rows that are sums of all above take it in; not what a row above has in it already."""


def result_rows(
    words: Words, told: ToldResults, names: Mapping[str, str], *, hides_parts: bool = False
) -> Iterator[ResultRow]:
    """Tell a result.

    Args:
        words: the language.
        told: the result.
        names: what accounts are called, by key.
        hides_parts: leave out what expenses are made of: wages are not for a group.
    """
    base = told.results.currency(told.base_currency)
    others = [each for each in told.results.currencies if each.currency != base.currency]
    for found in (base, *others):
        if found is not base:
            yield ResultRow(found.currency, is_head=True)
        yield from _accrual(words, told, found, names, hides_parts=hides_parts)
        if not hides_parts:
            yield from _cash(words, found, names)
        yield from _places(words, found, names)


def title_of(words: Words, told: ToldResults) -> str:
    """Name the days, as plain text that begins a line."""
    return begin_line(format_days(told.results.days, words.language))


def closing_lines(words: Words, told: ToldResults, names: Mapping[str, str]) -> Iterator[str]:
    """Tell what is usual, as of when this is, what is known how far and what may still move it."""
    if told.norm is not None:
        when = "results-usual-now" if told.is_running else "results-usual"
        yield words.plain(when, usual=told.norm.usual, count=told.norm.day_count)
    yield from plan_lines(words, told)
    for found in told.results.currencies:
        waiting = found.unfiled
        if waiting.count:
            yield words.plain(
                "results-unfiled",
                count=waiting.count,
                incoming=waiting.money_in,
                outgoing=waiting.money_out,
            )
    yield from _unsettled_lines(words, told)
    for late in told.late:
        yield words.plain("restatement-late-facts", count=late.count, amount=late.result)
    yield words.plain("results-as-of", at=told.as_of)
    yield from (_source_line(words, each, told, names) for each in told.sources)


def _source_line(
    words: Words, source: SourceSeen, told: ToldResults, names: Mapping[str, str]
) -> str:
    """Tell how fresh a source is: the time it is read up to, or for how long it is silent."""
    name = names.get(source.account) or words.plain("source-name", name=source.account)
    if source.silent_for is not None:
        return words.plain("results-source-quiet", source=name, time=_length(words, source))
    if source.read_at is not None:
        is_today = source.read_at.date() == told.as_of.date()
        at = f"{source.read_at:%H:%M}" if is_today else source.read_at
        return words.plain("results-source-read", source=name, at=at)
    if source.last_on is None:
        what = "results-source-loading" if source.is_crm else "results-source-silent"
        return words.plain(what, source=name)
    return words.plain("results-source", source=name, day=source.last_on)


def _length(words: Words, source: SourceSeen) -> str:
    """Tell a silence in days and hours."""
    hours = (source.silent_for or dt.timedelta()) // dt.timedelta(hours=1)
    days, rest = divmod(hours, _DAY_HOURS)
    if days:
        return words.plain("length-days", days=days, hours=rest)
    return words.plain("length-hours", hours=hours)


def _unsettled_lines(words: Words, told: ToldResults) -> Iterator[str]:
    """Tell what else may still move the result, and by how much."""
    for each in told.unsettled:
        if each.exceptions:
            yield words.plain("results-exceptions", count=each.exceptions, amount=each.at_stake)
        if each.questions:
            yield words.plain("results-questions", count=each.questions, amount=each.asked)


def plan_lines(words: Words, told: ToldResults) -> Iterator[str]:
    """Hold a result against what was planned for its days."""
    plan = told.plan
    if plan is None:
        return
    found = told.results.currency(told.base_currency)
    percent = plan.percent_done(found)
    if plan.sales is not None and percent is not None:
        what = "results-plan-part" if plan.is_part else "results-plan"
        yield words.plain(
            what,
            planned=plan.sales,
            percent=str(percent),
            days=plan.days.count,
            whole=str(plan.of_days),
        )
    if plan.margin_permille is not None:
        has_come = found.margin_permille if found.cost_of_goods else None
        yield words.plain(
            "results-plan-margin",
            planned=percent_text(plan.margin_permille, words.language),
            found="—" if has_come is None else percent_text(has_come, words.language),
        )


def percent_text(permille: int, language: str) -> str:
    """Write thousandths as per cent, with a decimal only where there is one."""
    whole, tenth = divmod(abs(permille), 10)
    point = "." if language == "en" else ","
    sign = "−" if permille < 0 else ""
    return f"{sign}{whole}{point}{tenth}" if tenth else f"{sign}{whole}"


def percent_of(now: Money, before: Money) -> str | None:
    """Tell by how many per cent an amount is above another; None where that says nothing."""
    if before.minor <= 0:
        return None
    difference = now.minor - before.minor
    percent = (difference * 200 + before.minor) // (2 * before.minor)
    if abs(percent) > PERCENT_MAX:
        return None
    return f"{'−' if percent < 0 else '+'}{abs(percent)}"


def _accrual(
    words: Words,
    told: ToldResults,
    found: CurrencyResults,
    names: Mapping[str, str],
    *,
    hides_parts: bool,
) -> Iterator[ResultRow]:
    before = told.before.currency(found.currency)
    zero = Money.zero(found.currency)
    yield ResultRow(words.plain("results-accrual"), is_head=True)
    channels = told.channels_in(found.currency)
    yield ResultRow(words.plain("results-sales"), found.sales, before.sales)
    for each in channels:
        yield ResultRow(_channel(words, each), each.sales, is_part=True, counts=False)
    if found.refunds or before.refunds:
        yield ResultRow(words.plain("results-refunds"), -found.refunds, -before.refunds)
        for each in channels:
            if each.refunds:
                yield ResultRow(_channel(words, each), -each.refunds, is_part=True, counts=False)
    yield from _margin(words, found, before)
    for other in found.other_income:
        yield ResultRow(names.get(other.account, other.account), other.amount)
    total, total_before = found.expense_total, before.expense_total
    if total or total_before:
        sums = None if hides_parts else Sums.PARTS
        yield ResultRow(words.plain("results-expenses"), -total, -total_before, sums=sums)
        if not hides_parts:
            yield from _parts(words, found.expenses, before.expenses, names, zero)
    yield ResultRow(
        words.plain("results-net"),
        found.net_result,
        before.net_result,
        is_total=True,
        sums=Sums.ABOVE,
    )


def _channel(words: Words, sold: ChannelSales) -> str:
    return sold.channel or words.plain("results-no-channel")


def _margin(words: Words, found: CurrencyResults, before: CurrencyResults) -> Iterator[ResultRow]:
    if found.cost_of_goods or before.cost_of_goods:
        yield ResultRow(words.plain("results-cost"), -found.cost_of_goods, -before.cost_of_goods)
        yield ResultRow(
            _margin_label(words, found),
            found.gross_margin,
            before.gross_margin,
            sums=Sums.ABOVE,
            counts=False,
        )
    elif found.sales:
        yield ResultRow(words.plain("results-cost-unknown"))


def _margin_label(words: Words, found: CurrencyResults) -> str:
    permille = found.margin_permille
    if permille is None:
        return words.plain("results-margin")
    return words.plain("results-margin-percent", percent=str(permille // 10))


def _parts(
    words: Words,
    expenses: Iterable[AccountSum],
    before: Iterable[AccountSum],
    names: Mapping[str, str],
    zero: Money,
) -> Iterator[ResultRow]:
    earlier = {each.account: each.amount for each in before}
    listed = list(expenses)
    # One alone takes no less room under another name than under its own.
    count = EXPENSES_MAX if len(listed) > EXPENSES_MAX + 1 else EXPENSES_MAX + 1
    for each in listed[:count]:
        name = names.get(each.account, each.account)
        yield ResultRow(
            name, -each.amount, -earlier.get(each.account, zero), is_part=True, counts=False
        )
    rest = zero
    for each in listed[count:]:
        rest += each.amount
    if rest:
        yield ResultRow(words.plain("chart-other"), -rest, is_part=True, counts=False)


def _cash(words: Words, found: CurrencyResults, names: Mapping[str, str]) -> Iterator[ResultRow]:
    if not found.cash_steps:
        return
    yield ResultRow(words.plain("results-cash"), is_head=True)
    yield ResultRow(words.plain("results-net"), found.net_result)
    for each in found.cash_steps:
        yield ResultRow(names.get(each.account, each.account), each.amount, is_part=True)
    yield ResultRow(
        words.plain("results-change"), found.money_change, is_total=True, sums=Sums.ABOVE
    )


def _places(words: Words, found: CurrencyResults, names: Mapping[str, str]) -> Iterator[ResultRow]:
    if not found.places:
        return
    yield ResultRow(words.plain("results-places"), is_head=True)
    for place in found.places:
        yield ResultRow(_place_label(words, place, names), place.after)
    yield ResultRow(words.plain("results-on-hand"), found.on_hand, is_total=True, sums=Sums.ABOVE)


def _place_label(words: Words, place: PlaceMoved, names: Mapping[str, str]) -> str:
    name = names.get(place.account, place.account)
    if place.kind is PlaceKind.ON_ITS_WAY or not (place.money_in or place.money_out):
        return name
    return words.plain(
        "results-place", place=name, incoming=place.money_in, outgoing=place.money_out
    )
