"""What people say of payments, payouts and shares stands above what is worked out."""

import datetime as dt
from dataclasses import replace

from reconciliation.decisions import Decisions
from reconciliation.engine import Reconciliation, reconcile
from reconciliation.findings import Cause, Kind
from reconciliation.links import LinkKind
from reconciliation.records import BankLine, Order, Payment, Payout, Record
from reconciliation.terms import Provider, Tariff, read_terms

DAY = dt.date(2026, 11, 20)
NOON = dt.datetime(2026, 11, 18, 12)  # noqa: DTZ001 - on the shop's clock
PAID = Payment("payment:1", "easycard", "EC-4471", "", NOON, "charge", "UAH", 10_000, 150, 9_850)
FIRST = Payout("payout:B1", "easycard", "EC-4471", DAY, "UAH", 10_000, 150, 9_850)
SECOND = replace(FIRST, key="payout:B2", paid_on=DAY + dt.timedelta(days=1))
BELOW = replace(FIRST, key="payout:CB-77", gross=-5_000, fee=0, net=-5_000)
TAKEN = BankLine("bank:1", "UA1", DAY, "UAH", -5_000, "Provider LLC", purpose="Claim CB-77")
TERMS = read_terms()


def links(state: Reconciliation, kind: LinkKind) -> dict[tuple[str, str], int]:
    return {(e.left, e.right): e.amount for e in state.links() if e.kind is kind}


def state_of(*records: Record, decisions: Decisions | None = None) -> Reconciliation:
    return reconcile(records, TERMS, DAY + dt.timedelta(days=2), decisions)


def test_a_payment_rides_in_the_payout_that_a_person_names() -> None:
    alone = links(state_of(PAID, FIRST, SECOND), LinkKind.PAYMENT_PAYOUT)
    assert alone == {("payment:1", "payout:B1"): 9_850}
    told = Decisions(confirmed=frozenset({("payment:1", "payout:B2")}))
    said = links(state_of(PAID, FIRST, SECOND, decisions=told), LinkKind.PAYMENT_PAYOUT)
    assert said == {("payment:1", "payout:B2"): 9_850}


def test_a_payment_that_is_refused_to_a_payout_rides_elsewhere_or_nowhere() -> None:
    listed = replace(PAID, payout="B1")
    no = Decisions(refused=frozenset({("payment:1", "payout:B1")}))
    for payment in (PAID, listed):
        found = links(state_of(payment, FIRST, decisions=no), LinkKind.PAYMENT_PAYOUT)
        assert found == {}


def test_a_batch_below_zero_is_led_to_the_line_that_names_it() -> None:
    for records in ((BELOW, TAKEN), (TAKEN, BELOW)):
        found = links(state_of(*records), LinkKind.PAYOUT_BANK)
        assert found == {("payout:CB-77", "bank:1"): -5_000}
    other = replace(TAKEN, amount=-7_000)
    assert links(state_of(BELOW, other), LinkKind.PAYOUT_BANK) == {}
    carried_on = replace(TAKEN, purpose="Services")
    assert links(state_of(BELOW, carried_on), LinkKind.PAYOUT_BANK) == {}


def test_a_line_that_a_person_leads_to_a_payout_is_no_customers_money() -> None:
    came = BankLine("bank:1", "UA1", DAY, "UAH", 9_850, "Бондар Олена", purpose="Оплата товару")
    assert [e.kind for e in state_of(FIRST, came).findings_of("bank:1")] != []
    told = Decisions(confirmed=frozenset({("payout:B1", "bank:1")}))
    for records in ((FIRST, came), (came, FIRST)):
        state = Reconciliation(TERMS, DAY + dt.timedelta(days=2), told)
        for each in records:
            state.arrive([each])
        assert links(state, LinkKind.PAYOUT_BANK) == {("payout:B1", "bank:1"): 9_850}
        assert state.findings_of("bank:1") == ()


def test_money_is_split_as_a_person_says_while_it_comes_to_the_whole() -> None:
    orders = [Order(f"order:{n}", f"4812{n}", NOON, NOON, "closed", "UAH", 50_000) for n in (3, 4)]
    came = BankLine("bank:1", "UA1", DAY, "UAH", 64_000, "Бондар Олена", purpose="Оплата")
    pairs = [(each.key, "bank:1") for each in orders]
    told = Decisions(frozenset(pairs), amounts=dict(zip(pairs, (40_000, 24_000), strict=True)))
    found = links(state_of(*orders, came, decisions=told), LinkKind.ORDER_BANK)
    assert found == dict(zip(pairs, (40_000, 24_000), strict=True))
    changed = replace(came, amount=70_000)
    found = links(state_of(*orders, changed, decisions=told), LinkKind.ORDER_BANK)
    assert sum(found.values()) == 70_000


def test_fees_are_compared_with_what_was_agreed() -> None:
    agreed = replace(TERMS, providers={"easycard": Provider("easycard", fee=Tariff(1_500))})
    dear = replace(PAID, fee=450, net=9_550)
    paid_out = replace(FIRST, fee=450, net=9_550)

    def found(*records: Record) -> list[tuple[str, int, Cause]]:
        state = reconcile(records, agreed, DAY)
        kinds = (e for e in state.findings() if e.kind is Kind.FEE_DIFFERS)
        return [(each.about, each.amount, each.cause) for each in kinds]

    assert found(PAID, FIRST) == []
    assert found(dear, paid_out) == [("payout:B1", 300, Cause.FEE_ABOVE)]
    untold = replace(PAID, fee=0, net=10_000, payout="B1")
    assert found(untold, replace(paid_out, fee=20, net=9_980)) == [
        ("payout:B1", 130, Cause.FEE_BELOW)
    ]


def test_a_tariff_rounds_half_up_once_and_knows_its_least() -> None:
    tariff = Tariff(1_500, fixed=300, least=500, refunds_too=True)
    assert [tariff.of(each) for each in (10_000, 100_000, 33_300, -10_000)] == [
        500, 1_800, 800, -150,
    ]  # fmt: skip
    assert Tariff(1_500).of(-10_000) == 0
