"""What is told as wrong, and what is not."""

import datetime as dt
from dataclasses import replace

import pytest

from reconciliation.engine import reconcile
from reconciliation.findings import Cause, Kind
from reconciliation.records import Record
from reconciliation.terms import read_terms
from tests.reconciliation.builders import (
    AS_OF,
    cash,
    day,
    line,
    matched,
    moment,
    order,
    payment,
    payout,
)


def told(*records: Record) -> set[tuple[Kind, str]]:
    return {(each.kind, each.about) for each in matched(*records).findings()}


def paid(amount: int, **more: object) -> Record:
    return line(amount, "№27518", counterparty="ВОЛОЩУК ЛЮДМИЛА", **more)


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        (100_00, set()),
        (99_00, set()),
        (101_00, set()),
        (98_99, {(Kind.ORDER_UNPAID, "order:27518")}),
        (101_01, {(Kind.ORDER_OVERPAID, "order:27518")}),
    ],
)
def test_a_hryvnia_is_tolerated_and_a_kopiyka_more_is_not(
    amount: int, found: set[tuple[Kind, str]]
) -> None:
    assert told(order(), paid(amount)) == found


def test_an_order_is_unpaid_from_the_fourteenth_day_after_its_closing() -> None:
    def closed(days: int) -> Record:
        return order(closed_at=dt.datetime.combine(AS_OF, dt.time(8)) - dt.timedelta(days))

    assert told(closed(14)) == {(Kind.ORDER_UNPAID, "order:27518")}
    assert told(closed(13)) == set()
    assert told(closed(13), paid(30_00, booked_on=day("10-20"))) == {
        (Kind.AMOUNT_MISMATCH, "order:27518")
    }


def test_a_refund_that_only_one_side_knows_silences_the_rules_after_it() -> None:
    assert told(order(refunded=40_00), paid(30_00)) == {(Kind.REFUND_ONE_SIDED, "order:27518")}


def test_money_of_a_cancelled_order_is_to_be_returned() -> None:
    state = matched(order(status="cancelled"), paid(100_00))
    assert [(each.kind, each.cause) for each in state.findings()] == [
        (Kind.ORDER_OVERPAID, Cause.CANCELLED_NOT_RETURNED)
    ]


def test_of_two_equal_payments_the_later_is_told_whatever_it_came_by() -> None:
    bank = paid(100_00, booked_on=day("10-02"))
    card = payment(order_ref="27518", created_at=moment("10-03T10:00"), payout="EC1")
    batch = payout("EC1", 100_00, paid_on=day("10-05"))
    there = line(100_00, "EC1", booked_on=day("10-06"), counterparty='ТОВ "ФК ІЗІКАРД"')
    assert told(order(), bank, card, batch, there) == {(Kind.DUPLICATE_PAYMENT, card.key)}


def test_instalments_of_one_size_are_no_duplicates() -> None:
    thirds = [paid(33_33, booked_on=day(f"10-0{number}")) for number in (2, 3)]
    assert told(order(), *thirds, paid(33_34, booked_on=day("10-04"))) == set()


def test_customers_money_without_an_order_is_told_and_other_income_is_not() -> None:
    old = line(46_300_00, "№23419 конвектор", counterparty="Левченко Людмила")
    bonus = line(17_947_00, "Ретро-бонус за 3 квартал", counterparty='ТОВ "АЛЬТЕП"')
    loan = line(200_000_00, "Поворотна фінансова допомога №3", counterparty="Ковальчук Денис")
    assert told(old, bonus, loan) == {(Kind.PAYMENT_WITHOUT_ORDER, old.key)}


def test_a_question_comes_with_what_may_answer_it() -> None:
    alike = [order(str(number), customer="", status="open") for number in (27518, 27519)]
    bank = line(100_00, "За товар", counterparty="АТ БАНК")
    finding = next(iter(matched(*alike, bank).findings()))
    assert (finding.cause, finding.candidates) == (
        Cause.SEVERAL_FIT,
        ("order:27518", "order:27519"),
    )


def test_settlements_are_late_and_short_by_the_terms() -> None:
    charge = payment(order_ref="27518", created_at=moment("10-01T10:00"), payout="EC1")
    late = payout("EC1", 100_00, paid_on=day("10-12"))
    there = line(85_00, "EC1", booked_on=day("10-20"), counterparty='ТОВ "ФК ІЗІКАРД"')
    assert told(order(), charge, late, there) == {
        (Kind.SETTLEMENT_LATE, charge.key),
        (Kind.SETTLEMENT_LATE, late.key),
        (Kind.SETTLEMENT_SHORT, late.key),
    }


def test_a_held_reserve_is_short_and_its_release_is_not() -> None:
    charge = payment(order_ref="27518", payout="EC1")
    held = replace(payout("EC1", 100_00), net=80_00)
    release = payout("RSV-EC1", 20_00, paid_on=day("10-26"))
    bank = [
        line(80_00, "EC1", booked_on=day("10-05"), counterparty='ТОВ "ФК ІЗІКАРД"'),
        line(20_00, "RSV-EC1", booked_on=day("10-27"), counterparty='ТОВ "ФК ІЗІКАРД"'),
    ]
    state = matched(order(), charge, held, release, *bank)
    assert [(each.kind, each.about, each.cause) for each in state.findings()] == [
        (Kind.SETTLEMENT_SHORT, held.key, Cause.HELD_BACK)
    ]


def test_deposits_are_missed_after_a_week_and_compared_when_they_come() -> None:
    def deposit(when: str) -> Record:
        return cash(900_00, direction="out", category="bank_deposit", happened_at=moment(when))

    lost, fresh, counted = deposit("10-23T19:00"), deposit("10-24T19:00"), deposit("10-05T19:00")
    there = line(890_00, "Торгова виручка", booked_on=day("10-07"))
    assert told(lost, fresh, counted, there) == {
        (Kind.CASH_DEPOSIT_MISSING, lost.key),
        (Kind.AMOUNT_MISMATCH, counted.key),
    }


def test_every_chargeback_is_told_and_is_no_refund() -> None:
    back = payment(-100_00, "27518", kind="chargeback", created_at=moment("10-20T10:00"))
    assert told(order(), paid(100_00), back) == {(Kind.CHARGEBACK, back.key)}


def test_a_return_is_known_by_its_short_word_and_what_a_supplier_returns_is_no_customers() -> None:
    wanted = order(total=7_300_00, refunded=7_300_00, customer="Укргенератор-К ТОВ")
    came = line(7_300_00, "рах 27518", counterparty="УКРГЕНЕРАТОР-К ТОВ")
    back = line(
        -7_300_00, "Пов. коштів за рах-фактурою 27518 від 01.10.26", booked_on=day("10-09"),
        counterparty='ТОВ "УКРГЕНЕРАТОР-К"',
    )  # fmt: skip
    supplier = line(32_377_00, "Повернення переплати за рах. 5651", counterparty='ТОВ "МАКІТА"')
    assert told(wanted, came, back, supplier) == set()
    debtor = line(32_377_00, "Повернення боргу за рах. 5651", counterparty='ТОВ "МАКІТА"')
    assert told(debtor) == {(Kind.PAYMENT_WITHOUT_ORDER, debtor.key)}


def test_it_closes_by_itself_when_the_missing_money_arrives() -> None:
    state = matched(order())
    assert [each.kind for each in state.findings()] == [Kind.ORDER_UNPAID]
    state.arrive([paid(100_00, booked_on=day("10-30"))])
    assert list(state.findings()) == []


def test_findings_age_with_the_day_that_one_looks_from() -> None:
    state = reconcile([order()], read_terms(), day("10-10"))
    assert list(state.findings()) == []
    state.turn(AS_OF)
    assert [each.kind for each in state.findings()] == [Kind.ORDER_UNPAID]


def test_only_the_kinds_of_the_terms_are_looked_for() -> None:
    few = replace(read_terms(), kinds=(Kind.CHARGEBACK,))
    assert list(reconcile([order()], few, AS_OF).findings()) == []
