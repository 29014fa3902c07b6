"""Each trigger rings on its case, and is silent on what only looks like it."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.facts import (
    Broken,
    Counted,
    Due,
    Earned,
    Edit,
    Facts,
    Flag,
    MoneyDay,
    OnHand,
    OrderSeen,
    Payment,
    Refund,
    TillHeld,
)
from alerts.finding import Finding, Severity
from alerts.money_short import forecast
from alerts.odd_expense import middle, spread_of
from alerts.parties import party_key
from alerts.registry import BY_NAME
from ledger.documents import OrderLine, OrderStage
from ledger.money import Money
from tests.papers import order, uah

TODAY = dt.date(2026, 11, 20)
DAY = dt.timedelta(days=1)
GOODS = "asset.inventory"


def facts(**what: object) -> Facts:
    return replace(Facts(TODAY, "UAH"), **what)  # type: ignore[arg-type]  # fields by name


def rings(name: str, given_facts: Facts, **chosen: int) -> list[Finding]:
    return [each for each in BY_NAME[name].look(given_facts, chosen) if each.holds]


def flag(kind: str, days_ago: int, **said: object) -> Flag:
    since = TODAY - days_ago * DAY
    made = Flag(
        1, kind, "order:x:1", ("order:x:1",), uah(42_000), since, since, name="1", who="Olena"
    )
    return replace(made, **said)  # type: ignore[arg-type]  # fields by name


def paid(  # noqa: PLR0913 - a payment, told whole
    days_ago: int,
    minor: int,
    party: str = "Romstal",
    *,
    record: str = "",
    account: str | None = None,
    kind: str | None = GOODS,
    photo: str = "",
) -> Payment:
    day = TODAY - days_ago * DAY
    name = record or f"bank:{days_ago}/{minor}/{party}"
    return Payment(name, day, day, uah(minor), party, account, kind, photo=photo)


def test_an_unpaid_order_rings_on_its_fourteenth_day() -> None:
    assert rings("unpaid_order", facts(flags=(flag("order_unpaid", 14),)))
    assert not rings("unpaid_order", facts(flags=(flag("order_unpaid", 13),)))
    assert not rings("unpaid_order", facts(flags=(flag("order_unpaid", 20),)), days=21)
    assert not rings("unpaid_order", facts(flags=(flag("order_unpaid", 14),)), **{"from": 42_001})
    explained = flag("order_unpaid", 14, is_explained=True)
    assert not rings("unpaid_order", facts(flags=(explained,)))
    paid_since = flag("order_unpaid", 20, closed_on=TODAY)
    assert not rings("unpaid_order", facts(flags=(paid_since,)))
    (late,) = BY_NAME["unpaid_order"].look(facts(flags=(paid_since,)), {})
    assert late.day == TODAY - 6 * DAY


def test_only_the_first_purchase_of_the_sum_rings() -> None:
    small, big, next_big = paid(9, 10_000), paid(5, 2_000_000), paid(1, 3_000_000)
    all_of_them = facts(payments=(small, big, next_big))
    (found,) = rings("first_big_purchase", all_of_them)
    assert found.records == (big.record,)
    later = replace(all_of_them, asked=frozenset({next_big.record}))
    assert not rings("first_big_purchase", later)
    assert not rings("first_big_purchase", facts(payments=(paid(5, 1_999_999),)))
    rent = paid(5, 9_000_000, kind="expense.rent")
    assert not rings("first_big_purchase", facts(payments=(rent,)))


def edit(**said: object) -> Edit:
    sold = order(number="410", minor=50_000, lines=(), cost=uah(30_000), vat=uah(5_000))
    now = replace(sold, **said)  # type: ignore[arg-type]  # fields by name
    return Edit(sold, now, TODAY, dt.datetime(2026, 11, 20, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    "said",
    [
        {"money": uah(42_000)},
        {"cost": uah(10_000)},
        {"vat": uah(0)},
        {"refunded": uah(1_000)},
        {"lines": (OrderLine("Boiler", Decimal(1), uah(50_000)),)},
        {"stage": OrderStage.OPEN},
        {"stage": OrderStage.CANCELLED},
    ],
)
def test_an_edit_of_money_rings(said: dict[str, object]) -> None:
    assert rings("order_edited", facts(edits=(edit(**said),)))
    assert not rings("order_edited", facts(edits=(replace(edit(**said), is_accepted=True),)))


@pytest.mark.parametrize(
    "said", [{"responsible": "Ihor"}, {"party": None}, {"number": "410a"}, {"channel": "site"}]
)
def test_a_cosmetic_edit_does_not(said: dict[str, object]) -> None:
    assert not rings("order_edited", facts(edits=(edit(**said),)))


def test_an_edit_below_the_limit_does_not_ring_but_a_reopened_order_does() -> None:
    slight = edit(money=uah(49_950))
    assert not rings("order_edited", facts(edits=(slight,)), **{"from": 10_000})
    assert rings("order_edited", facts(edits=(edit(stage=OrderStage.OPEN),)), **{"from": 10_000})


def seen(total: int, cost: int, *, vat: int | None = None, is_closed: bool = False) -> OrderSeen:
    tax = None if vat is None else uah(vat)
    return OrderSeen("order:x:1", "1", uah(total), uah(cost), tax, is_closed, TODAY, TODAY)


def test_margin_is_held_against_the_plan_for_orders_days_and_months() -> None:
    assert rings("low_margin", facts(orders=(seen(200_000, 170_001),)))
    assert not rings("low_margin", facts(orders=(seen(200_000, 170_000),)))
    assert rings("low_margin", facts(orders=(seen(200_000, 150_000, vat=33_333),)))
    assert not rings("low_margin", facts(orders=(seen(99_999, 99_999),)))
    (lost,) = rings("low_margin", facts(orders=(seen(200_000, 210_000, is_closed=True),)))
    assert lost.severity is Severity.HIGH
    yesterday = TODAY - DAY
    day = Earned("day", yesterday, yesterday, is_over=True, sales=uah(1_000), cost=uah(900))
    assert rings("low_margin", facts(earned=(day,)))
    assert not rings("low_margin", facts(earned=(replace(day, is_over=False),)))
    assert not rings("low_margin", facts(earned=(replace(day, cost=uah(850)),)))
    unknown = replace(day, cost=uah(0), sales=uah(0))
    assert not rings("low_margin", facts(earned=(unknown,)))
    month = replace(day, span="month", first=TODAY.replace(day=1), is_over=False)
    assert rings("low_margin", facts(earned=(month,)))
    early = replace(month, last=TODAY.replace(day=4))
    assert not rings("low_margin", facts(earned=(early,)))


def test_a_till_above_its_limit_rings_again_when_it_is_twice_as_full() -> None:
    def held(minor: int) -> Facts:
        return facts(tills=(TillHeld("till.1", "Till", uah(minor)),))

    (found,) = rings("till_over", held(5_000_001))
    assert not rings("till_over", held(5_000_000))
    (more,) = rings("till_over", held(10_000_000))
    assert more.level > found.level
    dollars = TillHeld("till.1", "Till", Money(9_000_000, "USD"))
    assert not rings("till_over", facts(tills=(dollars,)))


def test_a_count_rings_when_cash_is_missing_and_not_when_there_is_too_much() -> None:
    short = Counted("count:1:UAH", "till.1", "Till", "Olha", uah(-10_000), TODAY)
    assert rings("count_short", facts(counts=(short,)))
    assert not rings("count_short", facts(counts=(replace(short, difference=uah(-9_999)),)))
    assert not rings("count_short", facts(counts=(replace(short, difference=uah(90_000)),)))


@pytest.mark.parametrize("name", ["settlement_late", "source_silent", "statement_gap"])
def test_what_the_exceptions_find_rings_after_its_days_until_somebody_explains(name: str) -> None:
    assert rings(name, facts(flags=(flag(name, 3),)))
    assert rings(name, facts(flags=(flag(name, 3),)), later=3)
    assert not rings(name, facts(flags=(flag(name, 2),)), later=3)
    assert not rings(name, facts(flags=(flag(name, 3, is_explained=True),)))
    assert not rings(name, facts(flags=(flag("order_overpaid", 3),)))
    (old,) = rings(name, facts(flags=(flag(name, 30),)))
    (young,) = rings(name, facts(flags=(flag(name, 3),)))
    assert old.level > young.level


def test_the_same_sum_twice_within_days_rings_and_habits_do_not() -> None:
    one, other = paid(5, 70_000), paid(1, 70_000, "ТОВ «Romstal»")
    assert rings("paid_twice", facts(payments=(one, other)))
    assert not rings("paid_twice", facts(payments=(one, paid(1, 70_001))))
    assert not rings("paid_twice", facts(payments=(one, paid(1, 70_000, "Viessmann"))))
    assert not rings("paid_twice", facts(payments=(paid(9, 70_000), other)))
    weekly = tuple(paid(days, 30_000, "Courier") for days in (28, 21, 14, 7, 0))
    asked = facts(payments=weekly, asked=frozenset({weekly[-1].record}))
    assert not rings("paid_twice", asked)
    twice = (*weekly, paid(0, 30_000, "Courier", record="bank:again"))
    assert rings("paid_twice", facts(payments=twice, asked=frozenset({"bank:again"})))


def test_cash_and_bank_or_one_photo_prove_the_same_payment() -> None:
    banked, cash = paid(3, 70_000), paid(1, 70_000, record="cash:telegram:7/1")
    (found,) = rings("paid_twice", facts(payments=(banked, cash)))
    assert found.reason == "paid_twice_across"
    one = paid(60, 70_000, "Romstal", record="cash:telegram:7/1", photo="p")
    other = paid(1, 70_000, "Roman", record="cash:telegram:7/9", photo="p")
    (found,) = rings("paid_twice", facts(payments=(one, other)))
    assert found.reason == "paid_twice_photo"
    part = replace(other, amount=uah(30_000))
    assert not rings("paid_twice", facts(payments=(one, part)))
    customer = flag("duplicate_payment", 1)
    (found,) = rings("paid_twice", facts(flags=(customer,)))
    assert found.reason == "paid_twice_customer"


def test_a_new_account_of_a_known_supplier_is_critical() -> None:
    known = [paid(days, 1_000, account="UA11 0001") for days in (30, 20)]
    other = paid(1, 1_000, account="UA22 0002")
    (found,) = rings("new_account", facts(payments=(*known, other)))
    assert found.severity is Severity.CRITICAL
    assert (found.said["account"], found.said["was"]) == ("···0002", "···0001")
    same = paid(1, 1_000, account="ua110001")
    assert not rings("new_account", facts(payments=(*known, same)))
    assert not rings("new_account", facts(payments=(known[0], other)))
    cash = paid(1, 1_000, record="cash:telegram:7/1")
    assert not rings("new_account", facts(payments=(*known, cash)))
    back = paid(0, 1_000, account="UA110001")
    asked = facts(payments=(*known, other, back), asked=frozenset({back.record}))
    assert not rings("new_account", asked)


def test_a_first_large_payment_to_somebody_rings_and_wages_do_not() -> None:
    assert rings("new_party", facts(payments=(paid(1, 1_000_000),)))
    assert not rings("new_party", facts(payments=(paid(1, 999_999),)))
    assert not rings("new_party", facts(payments=(paid(9, 100), paid(1, 1_000_000))))
    wage = paid(1, 1_000_000, kind="expense.salaries")
    assert not rings("new_party", facts(payments=(wage,)))
    assert not rings("new_party", facts(payments=(paid(1, 1_000_000, ""),)))


def test_a_refund_rings_when_it_is_more_than_the_sale_or_of_ones_own() -> None:
    fine = Refund("cash:telegram:7/2", 2, uah(500), None, is_own=False, is_broken=False,
                  who="Olha", day=TODAY, known_on=TODAY)  # fmt: skip
    assert not rings("odd_refund", facts(refunds=(fine,)))
    reasons = [
        found.reason
        for each in (
            replace(fine, over=uah(100)),
            replace(fine, is_own=True),
            replace(fine, is_broken=True),
        )
        for found in rings("odd_refund", facts(refunds=(each,)))
    ]
    assert reasons == ["odd_refund_over", "odd_refund_own", "odd_refund_broken"]
    assert not rings("odd_refund", facts(refunds=(replace(fine, is_own=True),)), **{"from": 501})


def test_an_expense_far_above_the_middle_rings_and_one_wild_past_does_not_hide_it() -> None:
    usual = [
        paid(days, 200_000 + days * 100, "Courier", kind="expense.delivery")
        for days in range(20, 10, -1)
    ]
    wild = paid(9, 9_000_000, "Courier", kind="expense.delivery")
    odd = paid(1, 400_000, "Courier", kind="expense.delivery")
    asked = frozenset({odd.record})
    (found,) = rings("odd_expense", facts(payments=(*usual, wild, odd), asked=asked))
    assert found.reason == "odd_expense_party"
    fair = replace(odd, amount=uah(290_000))
    assert not rings("odd_expense", facts(payments=(*usual, wild, fair), asked=asked))
    few = facts(payments=(*usual[:5], odd), asked=asked)
    assert not rings("odd_expense", few)
    others = [
        paid(days, 200_000, f"P{days}", kind="expense.delivery") for days in range(30, 18, -1)
    ]
    (found,) = rings("odd_expense", facts(payments=(*others, odd), asked=asked))
    assert found.reason == "odd_expense"


def changes(*week: int, weeks: int = 8) -> tuple[MoneyDay, ...]:
    first = TODAY - weeks * 7 * DAY
    return tuple(MoneyDay(first + n * DAY, week[n % 7]) for n in range(weeks * 7))


def test_money_runs_out_by_habit_or_by_what_is_due() -> None:
    falls = OnHand(uah(70_000), changes(-10_000, -10_000, -10_000, -10_000, -10_000, 0, 0))
    (found,) = rings("money_short", facts(on_hand=falls))
    assert (found.said["days"], found.reason) == (10, "money_short")
    for keep, days, reason in ((50_000, 3, "money_below"), (70_001, 1, "money_under")):
        (found,) = rings("money_short", facts(on_hand=falls), keep=keep)
        assert (found.said["days"], found.reason) == (days, reason)
    assert not rings("money_short", facts(on_hand=replace(falls, held=uah(900_000))))
    even = OnHand(uah(70_000), changes(0, 0, 0, 0, 0, 0, 0))
    assert not rings("money_short", facts(on_hand=even))
    rent = replace(even, due=(Due(TODAY + 5 * DAY, 70_001),))
    (found,) = rings("money_short", facts(on_hand=rent))
    assert found.said["day"] == TODAY + 5 * DAY
    assert not rings(
        "money_short", facts(on_hand=replace(even, due=(Due(TODAY + 5 * DAY, 70_000),)))
    )
    assert not rings("money_short", facts(on_hand=replace(falls, days=falls.days[-27:])))


def test_broken_books_ring_at_once_and_worse_with_each_invariant() -> None:
    one, two = Broken("chain", "record 2"), Broken("balances", "entry 1")
    (found,) = rings("books_broken", facts(broken=(one,)))
    (more,) = rings("books_broken", facts(broken=(one, two)))
    assert found.severity is Severity.CRITICAL
    assert more.level > found.level
    assert not rings("books_broken", facts())


@pytest.mark.parametrize(
    "name", ["ТОВ «Romstal»", "romstal", "ROMSTAL ТОВ", "Тов. Romstal", "Romstal, LLC"]
)
def test_a_party_is_one_however_it_is_written(name: str) -> None:
    assert party_key(name) == party_key("Romstal")
    assert party_key("ТОВ") != ""


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=40), st.integers(-(10**6), 10**6))
def test_the_band_of_a_forecast_holds_its_path_and_only_widens(
    values: list[int], held: int
) -> None:
    days = tuple(MoneyDay(TODAY - n * DAY, each) for n, each in enumerate(values, start=1))
    path = forecast(OnHand(uah(held), days), TODAY, 30)
    widths = [each.high - each.low for each in path]
    assert all(each.low <= each.likely <= each.high for each in path)
    assert widths == sorted(widths)


@given(st.lists(st.integers(0, 10**12), min_size=3, max_size=60))
def test_one_wild_value_moves_the_middle_within_the_others_only(values: list[int]) -> None:
    usual = middle(values)
    wild = middle([*values, 10**15])
    assert min(values) <= usual <= max(values)
    assert wild <= max(values)
    assert spread_of(values, usual) >= 1
