"""Real settlements and pairs of others, read where TILLY_DATA has them; none is copied here."""

import csv
import datetime as dt
import json
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from reconciliation.engine import Reconciliation, reconcile
from reconciliation.findings import Kind
from reconciliation.links import LinkKind
from reconciliation.records import BankLine, Order, Payment, Record
from reconciliation.terms import read_terms
from tests.here import DATA, needs_data
from tests.reconciliation.builders import line, order, payment, payout

pytestmark = needs_data
AMOUNTS = (
    "shipment-fee-amount", "order-fee-amount", "price-amount", "item-related-fee-amount",
    "misc-fee-amount", "other-fee-amount", "promotion-amount", "direct-payment-amount",
    "other-amount",
)  # fmt: skip


def real(*parts: str) -> Path:
    return DATA.joinpath(*parts)


def minor(text: str) -> int:
    return int(Decimal(re.sub(r"[^\d.-]", "", text)) * 100)


def matched(records: list[Record], as_of: dt.date) -> Reconciliation:
    return reconcile(records, read_terms(), as_of)


class Settlement:
    """A marketplace's flat file: its total, and what each order and each other thing brought."""

    def __init__(self, path: Path) -> None:
        with path.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.DictReader(file, delimiter="\t")
        self.id, self.total = head["settlement-id"], minor(head["total-amount"])
        self.currency = head["currency"]
        self.paid_on = dt.datetime.fromisoformat(head["deposit-date"]).date()
        self.parts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.moments: dict[str, dt.datetime] = {}
        for row in rows:
            key = row["order-id"] or row["transaction-type"]
            for column in AMOUNTS:
                is_fee = column not in {"price-amount", "promotion-amount"}
                self.parts[key][is_fee] += minor(row.get(column) or "0")
            posted = dt.datetime.fromisoformat(row["posted-date"]).replace(tzinfo=None)
            self.moments.setdefault(key, posted)

    def records(self) -> list[Record]:
        common = {"provider": "rynok", "merchant": "RYN-1", "currency": self.currency}
        found: list[Record] = [
            payment(
                gross, key, key=f"payment:{self.id}-{key}", fee=-fee, payout=self.id,
                created_at=self.moments[key], kind="charge" if gross > 0 else "refund", **common,
            )
            for key, (gross, fee) in self.parts.items()
        ]  # fmt: skip
        gross = sum(each.gross for each in found if isinstance(each, Payment))
        found.append(
            payout(
                self.id,
                self.total,
                paid_on=self.paid_on,
                gross=gross,
                fee=gross - self.total,
                **common,
            )
        )
        if self.total > 0:
            money = line(
                self.total, f"settlement {self.id}", booked_on=self.paid_on,
                currency=self.currency, counterparty='ТОВ "РИНОК ЮА"',
            )  # fmt: skip
            found.append(money)
        return found


def test_each_real_settlement_adds_up_to_the_cent_and_is_found_at_the_bank() -> None:
    folder = real("E-amazon-settlement-to-gl", "settlements_flatfile_v1")
    settlements = [Settlement(path) for path in sorted(folder.glob("*.txt"))]
    assert len(settlements) == 7
    records = [record for each in settlements for record in each.records()]
    last = max(each.paid_on for each in settlements)
    state = matched(records, last)
    for each in settlements:
        assert state.net_of_payments(f"payout:{each.id}") == each.total
    brought = {
        link.left: link.amount for link in state.links() if link.kind is LinkKind.PAYOUT_BANK
    }
    assert brought == {f"payout:{each.id}": each.total for each in settlements if each.total > 0}
    assert not [each for each in state.findings() if each.kind is Kind.SETTLEMENT_SHORT]


def test_a_cent_that_a_real_settlement_lacks_beyond_the_tolerance_is_told() -> None:
    folder = real("E-amazon-settlement-to-gl", "settlements_flatfile_v1")
    for path in sorted(folder.glob("*.txt")):
        records = Settlement(path).records()
        charge = next(
            (each for each in records if isinstance(each, Payment) and each.net > 101), None
        )
        if charge is None:
            continue  # fees alone
        without = [each for each in records if each is not charge]
        state = matched(without, dt.date(2026, 1, 1))
        short = [each for each in state.findings() if each.kind is Kind.SETTLEMENT_SHORT]
        assert [each.amount for each in short] == [abs(charge.net)]


def test_of_real_marketplace_orders_just_those_that_differ_from_their_payments_are_told() -> None:
    with real("E-olist-subset", "joined_order_total_vs_payments.csv").open(
        encoding="utf-8"
    ) as file:
        rows = list(csv.DictReader(file))
    records: list[Record] = []
    off: set[str] = set()
    for row in rows:
        total, paid = minor(row["items_total_incl_freight"] or "0"), minor(row["payments_total"])
        if total <= 0 or paid <= 0:
            continue
        number = row["order_id"]
        records.append(order(number, total, currency="BRL", customer="", method=""))
        records.append(payment(paid, number, currency="BRL", provider="olist"))
        if abs(total - paid) > read_terms().tolerates("BRL"):
            off.add(f"order:{number}")
    state = matched(records, dt.date(2026, 10, 31))
    wrong = {Kind.ORDER_OVERPAID, Kind.ORDER_UNPAID, Kind.AMOUNT_MISMATCH}
    assert len(records) > 1_700
    assert {each.about for each in state.findings() if each.kind in wrong} == off
    linked = [link for link in state.links() if link.kind is LinkKind.ORDER_PAYMENT]
    assert len(linked) == len(records) // 2


def golden() -> list[tuple[bool, Order, BankLine]]:
    """Give pairs of one currency: what people said, the paper, the bank's line."""
    pairs = []
    path = real("E-midday-golden-matching", "golden_matches.jsonl")
    for index, text in enumerate(path.read_text(encoding="utf-8").splitlines()):
        told = json.loads(text)
        paper, moved = told["inbox"], told["transaction"]
        if paper["currency"] != moved["currency"]:
            continue
        day = dt.datetime.fromisoformat(paper["date"])
        wanted = order(
            f"{index}00{index}", minor(str(paper["amount"])), created_at=day, status="open",
            closed_at=None, customer=f"{paper['displayName']} LLC", currency=paper["currency"],
        )  # fmt: skip
        money = line(
            abs(minor(str(moved["amount"]))), counterparty=f"{moved['name']} LLC",
            booked_on=dt.date.fromisoformat(moved["date"]), currency=moved["currency"],
        )  # fmt: skip
        pairs.append((told["userFeedback"] == "confirmed", wanted, money))
    return pairs


def test_pairs_that_people_confirmed_are_found_and_none_that_they_declined() -> None:
    pairs = golden()
    # A cent is below the tolerance: there is nothing to want; five off a hundred is another sum.
    sums = [each for each in pairs if each[1].total == each[2].amount > 100]
    records: list[Record] = []
    for _, wanted, money in pairs:
        records += [wanted, money]
    state = matched(records, dt.date(2025, 12, 31))
    linked = {(link.left, link.right) for link in state.links()}
    assert {(o.key, b.key) for is_pair, o, b in sums if is_pair} <= linked
    declined = [(o, b) for is_pair, o, b in pairs if not is_pair and (o.key, b.key) in linked]
    assert all(money.amount < wanted.total for wanted, money in declined)  # parts, told as such


def paypal() -> tuple[list[Order], dict[str, BankLine]]:
    """Give a person's own book entries, and the payments that his wallet tells, by its ids."""
    folder = real("B-beancount-import-testdata", "testdata", "source", "paypal")
    journal = (folder / "test_matching" / "journal.beancount").read_text(encoding="utf-8")
    entry = re.compile(
        r'^(\d{4}-\d\d-\d\d) \* "([^"]*)" "[^"]*" \^paypal\.(\w+)\n\s+\S+\s+(-?[\d.,]+) (\w+)',
        re.MULTILINE,
    )
    orders, lines = [], {}
    for found in entry.finditer(journal):
        day, payee, identifier, amount, currency = found.groups()
        path = folder / f"{identifier}.json"
        if not path.exists():
            continue
        told = json.loads(path.read_text(encoding="utf-8"))
        orders.append(
            order(
                identifier, abs(minor(amount)), customer=payee, currency=currency, method="",
                created_at=dt.datetime.fromisoformat(day),
            )
        )  # fmt: skip
        lines[identifier] = line(
            abs(minor(told["amount"]["grossAmount"])), counterparty=told["counterparty"]["name"],
            booked_on=dt.date.fromisoformat(day), currency=currency,
        )  # fmt: skip
    return orders, lines


def test_real_wallet_payments_find_the_entries_of_a_real_book() -> None:
    orders, lines = paypal()
    state = matched([*orders, *lines.values()], dt.date(2018, 12, 31))
    found = {(link.left, link.right) for link in state.links()}
    assert len(orders) >= 8
    assert found == {(f"order:{identifier}", money.key) for identifier, money in lines.items()}
