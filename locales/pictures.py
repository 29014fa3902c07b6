"""The director's pictures in a language: what each shows, row by row."""

from collections.abc import Mapping

from ledger.days import Days
from ledger.money import Money
from locales.result_rows import percent_text
from locales.words import Words
from reports.aged import AgedDebts, Band, Debtor
from reports.bar_picture import BarPart, BarPicture, BarRow, Figure, Tone, merge_rest
from reports.cash_flow import CashFlow
from reports.gap import Gap, Part
from reports.labels import FlowLabels, PlanLabels
from reports.numbers import (
    format_day,
    format_day_short,
    format_days,
    format_money,
    format_number,
    format_short,
)
from reports.order_margins import MarginBand, OrderMargin, OrderMargins
from reports.plan_path import PlanPath
from reports.told_results import ToldResults

_EXPENSES_MAX = 9
_DEBTORS_MAX = 5
_BAD_MAX = 6
_ALWAYS = frozenset({Part.TIMING, Part.FEES, Part.REFUNDS, Part.CASH, Part.UNKNOWN})
"""The parts of a gap that are shown also where they are nought."""


def expenses_picture(words: Words, told: ToldResults, names: Mapping[str, str]) -> BarPicture:
    """Show what was spent by category, beside the days before."""
    found = told.results.currency(told.base_currency)
    before = told.before.currency(told.base_currency)
    earlier = {each.account: each.amount for each in before.expenses}
    zero = Money.zero(found.currency)
    rows = [
        BarRow(
            names.get(each.account, each.account),
            each.amount,
            Tone.BAD if each.amount.minor >= 0 else Tone.GOOD,
            before=earlier.get(each.account, zero),
        )
        for each in found.expenses
    ]
    return BarPicture(
        title=words.plain("picture-expenses"),
        aside="",
        days=format_days(told.results.days, words.language),
        headline=words.plain("picture-spent"),
        amount=found.expense_total,
        figures=(
            Figure(words.plain("picture-days-before"), before.expense_total),
            Figure(words.plain("results-sales"), found.net_sales, Tone.GOOD),
            Figure(words.plain("results-net"), found.net_result),
        ),
        parts=(
            BarPart(
                words.plain("picture-by-category"),
                merge_rest(rows, _EXPENSES_MAX, words.plain("chart-other")),
            ),
        ),
        nothing=words.plain("picture-no-expenses"),
        other_currencies=words.plain("chart-currencies"),
        others=tuple(
            each.expense_total
            for each in told.results.currencies
            if each.currency != found.currency and each.expense_total
        ),
    )


def debts_picture(words: Words, aged: AgedDebts) -> BarPicture:
    """Show what customers owe by age, and who has owed the longest."""
    bands = [
        BarRow(_age(words, each), each.total, Tone.BAD if _is_late(each) else Tone.PLAIN)
        for each in aged.bands
    ]
    debtors = [_debtor(words, each) for each in aged.debtors]
    return BarPicture(
        title=words.plain("picture-debts"),
        aside=words.plain("picture-debtors", count=len(debtors)),
        days=format_day(aged.day, words.language),
        headline=words.plain("picture-owed"),
        amount=aged.total,
        figures=(
            Figure(words.plain("picture-in-time"), aged.total - aged.late),
            Figure(words.plain("picture-late"), aged.late, Tone.BAD),
        ),
        parts=(
            BarPart(words.plain("picture-by-age"), tuple(bands) if aged.total else ()),
            BarPart(
                words.plain("picture-oldest-debts"),
                merge_rest(debtors, _DEBTORS_MAX + 1, words.plain("chart-others")),
                has_bars=False,
            ),
        ),
        nothing=words.plain("picture-no-debts"),
    )


def margins_picture(words: Words, days: Days, margins: OrderMargins) -> BarPicture:
    """Show what orders left by margin, the bad ones by name."""
    bad = [_bad(words, each) for each in margins.bad]
    bands = [
        BarRow(
            _band(words, each),
            each.margin,
            Tone.GOOD if each.least_permille else Tone.BAD,
            note=words.plain("picture-orders", count=each.count),
        )
        for each in margins.bands
        if each.count
    ]
    figures = [Figure(words.plain("results-sales"), margins.sales, Tone.GOOD)]
    figures.append(Figure(words.plain("picture-costs"), margins.cost, Tone.BAD))
    if margins.unknown:
        figures.append(Figure(words.plain("picture-cost-unknown"), margins.unknown_sales))
    permille = margins.permille
    share = (
        ""
        if permille is None
        else words.plain("picture-percent", percent=_percent(permille, words.language))
    )
    return BarPicture(
        title=words.plain("picture-margins"),
        aside=words.plain("picture-orders", count=len(margins.orders)),
        days=format_days(days, words.language),
        headline=" · ".join(filter(None, (words.plain("results-margin"), share))),
        amount=margins.margin,
        figures=tuple(figures),
        parts=(
            BarPart(words.plain("picture-by-margin"), tuple(bands)),
            BarPart(
                words.plain("picture-bad-orders"),
                merge_rest(bad, _BAD_MAX + 1, words.plain("chart-others")),
            ),
        ),
        nothing=words.plain("picture-no-orders"),
    )


def gap_picture(words: Words, gap: Gap) -> BarPicture:
    """Lead from the CRM to the bank, step by step."""
    steps = [
        BarRow(
            words.plain(f"gap-{part.value}"),
            amount,
            _tone(amount),
            note=words.plain(f"gap-{part.value}-note"),
        )
        for part, amount in gap.parts.items()
        if amount or part in _ALWAYS
    ]
    rows = (
        BarRow(words.plain("gap-crm"), gap.crm, is_whole=True),
        *steps,
        BarRow(words.plain("gap-bank"), gap.bank, is_whole=True),
    )
    return BarPicture(
        title=words.plain("gap-title"),
        aside="",
        days=format_days(gap.days, words.language),
        headline=words.plain("gap-difference"),
        amount=gap.difference,
        figures=(
            Figure(words.plain("gap-crm"), gap.crm),
            Figure(words.plain("gap-bank"), gap.bank),
            Figure(words.plain("gap-unknown"), gap.parts[Part.UNKNOWN]),
        ),
        parts=(
            BarPart(words.plain("gap-steps"), () if gap.is_empty else rows, is_waterfall=True),
        ),
        nothing=words.plain("gap-nothing"),
        has_plus=True,
    )


def flow_labels(words: Words, flow: CashFlow) -> FlowLabels:
    """Give the words of a picture of money in and out."""
    spans = [each.days.count for each in flow.columns]
    most = max(max(each.money_in.minor, each.money_out.minor) for each in flow.columns)
    step = "day" if max(spans) == 1 else "week" if max(spans) <= _WEEK else "month"
    return FlowLabels(
        title=words.plain("picture-flow"),
        change=words.plain("picture-change"),
        money_in=words.plain("picture-in"),
        money_out=words.plain("picture-out"),
        on_hand=words.plain("picture-on-hand"),
        curve=words.plain("picture-curve"),
        columns=words.plain(f"picture-flow-by-{step}"),
        highest=_highest(words, Money(most, flow.after.currency)),
        nothing=words.plain("picture-flow-nothing"),
        other_currencies=words.plain("chart-currencies"),
    )


_WEEK = 7
_PERCENT_MAX = 9999
"""More per cent of a plan than these tell nobody anything."""


def plan_labels(words: Words, path: PlanPath) -> PlanLabels:
    """Give the words of a picture of a month against its plan."""
    day, days = str(len(path.days)), str(path.month.count)
    percent = path.percent_done
    done = ""
    if percent is not None and abs(percent) <= _PERCENT_MAX:
        done = words.plain("picture-plan-done", percent=format_number(percent, words.language))
    last = path.days[-1].day if path.days else path.month.first
    return PlanLabels(
        title=words.plain("picture-plan"),
        day_of=words.plain("picture-plan-day", day=day, days=days) if path.days else "",
        sales=" · ".join(filter(None, (words.plain("picture-plan-sold"), done))),
        planned=words.plain("picture-plan-planned"),
        due=words.plain("picture-plan-due", day=format_day_short(last, words.language)),
        a_day=words.plain("picture-plan-a-day", days=path.days_left),
        over=words.plain("picture-plan-over"),
        short=words.plain("picture-plan-short"),
        usual=words.plain("picture-plan-usual"),
        usual_month=words.plain("picture-plan-usual-month"),
        usual_over=words.plain("picture-plan-usual-over"),
        usual_short=words.plain("picture-plan-usual-short"),
        to_reach=words.plain("picture-plan-to-reach"),
        no_plan=words.plain("picture-plan-none" if path.plan is None else "picture-plan-no-sales"),
        added_up=words.plain("picture-plan-added-up"),
        highest=_highest(words, path.highest),
        left=_left_head(words, path),
        other_currencies=words.plain("chart-currencies"),
    )


def _highest(words: Words, amount: Money) -> str:
    """Tell the scale of a chart."""
    short = format_short(amount, words.language, has_sign=True)
    return words.plain("picture-up-to", amount=short)


def _left_head(words: Words, path: PlanPath) -> str:
    if not path.is_margin:
        return words.plain("results-net")
    head, permille = words.plain("results-margin"), path.margin_permille
    if permille is None:
        return head
    percent = percent_text(permille, words.language)
    planned = None if path.plan is None else path.plan.margin_permille
    if planned is None:
        return f"{head} · {words.plain('picture-plan-margin', percent=percent)}"
    wanted = percent_text(planned, words.language)
    share = words.plain("picture-plan-margin-planned", percent=percent, planned=wanted)
    return f"{head} · {share}"


def _tone(amount: Money) -> Tone:
    if not amount:
        return Tone.PLAIN
    return Tone.GOOD if amount.minor > 0 else Tone.BAD


def _age(words: Words, band: Band) -> str:
    if band.last_day is None:
        return words.plain("picture-age-older", days=band.first_day - 1)
    if not band.first_day:
        return words.plain("picture-age-first", days=band.last_day)
    return words.plain("picture-age", first=band.first_day, last=band.last_day)


def _is_late(band: Band) -> bool:
    return band.last_day is None or band.first_day > _MONTH


_MONTH = 30


def _debtor(words: Words, debtor: Debtor) -> BarRow:
    name = debtor.name or words.plain("answer-row-nobody")
    return BarRow(name, debtor.total, note=words.plain("picture-since", day=debtor.since))


def _bad(words: Words, order: OrderMargin) -> BarRow:
    permille = order.permille
    sales, cost = (_on_a_line(each, words.language) for each in (order.sales, order.cost))
    note = words.plain("picture-order-costs", sales=sales, cost=cost)
    if permille is not None:
        share = words.plain("picture-percent", percent=_percent(permille, words.language))
        note = f"{share} · {note}"
    return BarRow(
        words.plain("picture-order", order=order.order), order.margin, Tone.BAD, note=note
    )


_IN_FULL_MAX = 10**7
"""From so many units on two amounts have no room on one line of a phone."""


def _on_a_line(amount: Money, language: str) -> str:
    if abs(amount.to_decimal()) < _IN_FULL_MAX:
        return format_money(amount, language)
    return format_short(amount, language, has_sign=True)


def _band(words: Words, band: MarginBand) -> str:
    if band.least_permille is None:
        return words.plain("picture-at-a-loss")
    least = _percent(band.least_permille, words.language)
    if band.most_permille is None:
        return words.plain("picture-margin-over", least=least)
    return words.plain(
        "picture-margin-band", least=least, most=_percent(band.most_permille, words.language)
    )


def _percent(permille: int, language: str) -> str:
    return format_number(permille // 10, language)
