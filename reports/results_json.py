"""A result as plain values for JSON; the shape is kept from version to version."""

import datetime as dt
from collections.abc import Iterable
from typing import TypedDict

from ledger.days import Days
from reports.day_table import MoneyJson, money_json
from reports.plan import PlannedPart
from reports.results import AccountSum, CurrencyResults, PlaceMoved
from reports.told_results import ToldResults

_MINUTE = dt.timedelta(minutes=1)


class DaysJson(TypedDict):
    """Days in a row."""

    first: str
    last: str


class AccountJson(TypedDict):
    """An account and what it comes to."""

    account: str
    amount: MoneyJson


class PlaceJson(TypedDict):
    """A till, a bank account, a gateway."""

    account: str
    kind: str
    before: MoneyJson
    money_in: MoneyJson
    money_out: MoneyJson
    after: MoneyJson


class UnfiledJson(TypedDict):
    """Bank lines that are not filed."""

    count: int
    money_in: MoneyJson
    money_out: MoneyJson


class SourceJson(TypedDict):
    """A bank account and how far it is known."""

    account: str
    last_on: str | None
    read_at: str | None
    silent_minutes: int | None


class ChannelJson(TypedDict):
    """What was sold and given back by one channel."""

    channel: str | None
    sales: MoneyJson
    refunds: MoneyJson


class BeforeJson(TypedDict):
    """What the days before came to."""

    days: DaysJson
    sales: MoneyJson
    net_result: MoneyJson


class ResultJson(TypedDict):
    """The result in one currency."""

    currency: str
    sales: MoneyJson
    refunds: MoneyJson
    net_sales: MoneyJson
    cost_of_goods: MoneyJson
    gross_margin: MoneyJson
    other_income: list[AccountJson]
    expenses: list[AccountJson]
    expense_total: MoneyJson
    fees: MoneyJson
    goods_bought: MoneyJson
    net_result: MoneyJson
    cash_steps: list[AccountJson]
    money_change: MoneyJson
    places: list[PlaceJson]
    on_hand: MoneyJson
    unfiled: UnfiledJson
    before: BeforeJson
    channels: list[ChannelJson]


class PlanJson(TypedDict):
    """What was planned for the days, in proportion where they are a part of a month."""

    sales: MoneyJson | None
    margin_permille: int | None
    day_count: int
    of_days: int


class UnsettledJson(TypedDict):
    """What waits for somebody and may move the result."""

    exceptions: int
    at_stake: MoneyJson
    questions: int
    asked: MoneyJson


class ResultsJson(TypedDict):
    """The result of some days in every currency."""

    days: DaysJson
    as_of: str
    usual: MoneyJson | None
    is_running: bool
    plan: PlanJson | None
    sources: list[SourceJson]
    unsettled: list[UnsettledJson]
    currencies: list[ResultJson]


def results_to_json(told: ToldResults) -> ResultsJson:
    """Give a result as plain values for JSON."""
    return ResultsJson(
        days=days_to_json(told.results.days),
        as_of=told.as_of.isoformat(timespec="seconds"),
        usual=None if told.norm is None else money_json(told.norm.usual),
        is_running=told.is_running,
        plan=None if told.plan is None else _plan(told.plan),
        sources=[
            SourceJson(
                account=each.account,
                last_on=None if each.last_on is None else each.last_on.isoformat(),
                read_at=None if each.read_at is None else each.read_at.isoformat(),
                silent_minutes=(None if each.silent_for is None else each.silent_for // _MINUTE),
            )
            for each in told.sources
        ],
        unsettled=[
            UnsettledJson(
                exceptions=each.exceptions,
                at_stake=money_json(each.at_stake),
                questions=each.questions,
                asked=money_json(each.asked),
            )
            for each in told.unsettled
        ],
        currencies=[_result(each, told) for each in told.results.currencies],
    )


def days_to_json(days: Days) -> DaysJson:
    """Give days as plain values for JSON."""
    return DaysJson(first=days.first.isoformat(), last=days.last.isoformat())


def _plan(plan: PlannedPart) -> PlanJson:
    return PlanJson(
        sales=None if plan.sales is None else money_json(plan.sales),
        margin_permille=plan.margin_permille,
        day_count=plan.days.count,
        of_days=plan.of_days,
    )


def _result(found: CurrencyResults, told: ToldResults) -> ResultJson:
    before = told.before.currency(found.currency)
    return ResultJson(
        currency=found.currency,
        sales=money_json(found.sales),
        refunds=money_json(found.refunds),
        net_sales=money_json(found.net_sales),
        cost_of_goods=money_json(found.cost_of_goods),
        gross_margin=money_json(found.gross_margin),
        other_income=_accounts(found.other_income),
        expenses=_accounts(found.expenses),
        expense_total=money_json(found.expense_total),
        fees=money_json(found.fees),
        goods_bought=money_json(found.goods_bought),
        net_result=money_json(found.net_result),
        cash_steps=_accounts(found.cash_steps),
        money_change=money_json(found.money_change),
        places=[_place(each) for each in found.places],
        on_hand=money_json(found.on_hand),
        unfiled=UnfiledJson(
            count=found.unfiled.count,
            money_in=money_json(found.unfiled.money_in),
            money_out=money_json(found.unfiled.money_out),
        ),
        before=BeforeJson(
            days=days_to_json(told.before.days),
            sales=money_json(before.sales),
            net_result=money_json(before.net_result),
        ),
        channels=[
            ChannelJson(
                channel=each.channel,
                sales=money_json(each.sales),
                refunds=money_json(each.refunds),
            )
            for each in told.channels_in(found.currency)
        ],
    )


def _accounts(found: Iterable[AccountSum]) -> list[AccountJson]:
    return [AccountJson(account=each.account, amount=money_json(each.amount)) for each in found]


def _place(place: PlaceMoved) -> PlaceJson:
    return PlaceJson(
        account=place.account,
        kind=place.kind.value,
        before=money_json(place.before),
        money_in=money_json(place.money_in),
        money_out=money_json(place.money_out),
        after=money_json(place.after),
    )
