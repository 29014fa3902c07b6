"""A second opinion: from the files and the true links alone, which exceptions must hold.

It shares nothing with the simulation: it reads what was written and applies the rules again.
Run it: python -m bench.worlds.checker DIR …
"""

import csv
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

Rows = dict[str, dict[str, str]]
Fault = tuple[str, str]
_IDS = {
    "orders": "order_id",
    "payments": "payment_id",
    "payouts": "payout_id",
    "bank": "line_id",
    "cash": "entry_id",
}
_TOLERANCE = Decimal("1.00")


@dataclass(slots=True)
class Link:
    """A true pair and what the truth notes about it."""

    kind: str
    left: str
    right: str
    optional: bool
    open: bool
    amount: str


@dataclass(slots=True)
class Month:
    """A folder as it was read."""

    as_of: date
    rows: dict[str, Rows]
    links: list[Link]
    exceptions: list[tuple[str, list[str]]]
    open_records: set[str]
    by_left: dict[tuple[str, str], list[Link]] = field(default_factory=lambda: defaultdict(list))
    by_right: dict[tuple[str, str], list[Link]] = field(default_factory=lambda: defaultdict(list))

    def amount(self, book: str, record: str, column: str = "amount") -> Decimal:
        return Decimal(self.rows[book][record][column])


def read_month(folder: Path) -> Month:
    """Return the folder's files and truth."""
    rows: dict[str, Rows] = {}
    for name, key in _IDS.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows[name] = {row[key]: row for row in csv.DictReader(file)}
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    links = [
        Link(
            each["kind"],
            each["left"],
            each["right"],
            bool(each.get("optional")),
            bool(each.get("undecidable")),
            each["amount"],
        )
        for each in truth["links"]
    ]
    exceptions = [(each["kind"], each["records"]) for each in truth["exceptions"]]
    month = Month(
        date.fromisoformat(truth["as_of"]),
        rows,
        links,
        exceptions,
        set(truth["undecidable_records"]),
    )
    for link in links:
        month.by_left[link.kind, link.left].append(link)
        month.by_right[link.kind, link.right].append(link)
    return month


def expected(month: Month) -> set[Fault]:
    """Return every (kind, first record) that the rules call for."""
    faults = set(_orders(month)) | set(_payments(month)) | set(_payouts(month)) | set(_cash(month))
    return faults | set(_duplicates(month)[0])


def _shares(month: Month, order: str) -> list[tuple[Link, Decimal]]:
    """Return the order's money: a line for several orders gives each its own total."""
    shares = []
    for kind, book, column in (
        ("order_payment", "payments", "gross"),
        ("order_bank", "bank", "amount"),
        ("order_cash", "cash", "amount"),
    ):
        for link in month.by_left.get((kind, order), ()):
            amount = month.amount(book, link.right, column)
            if book == "cash" and month.rows["cash"][link.right]["direction"] == "out":
                amount = -amount
            together = month.by_right[kind, link.right]
            if len({each.left for each in together}) > 1:
                amount = Decimal(link.amount)
            shares.append((link, amount))
    return shares


def _orders(month: Month) -> list[Fault]:
    found = []
    for order, row in month.rows["orders"].items():
        paid, returned = Decimal(0), Decimal(0)
        for link, amount in _shares(month, order):
            charged_back = (
                link.kind == "order_payment"
                and month.rows["payments"][link.right]["kind"] == "chargeback"
            )
            if amount < 0 and not charged_back:
                returned -= amount
            elif amount > 0 and not link.optional:
                paid += amount
        kind = _order_kind(month, row, paid, returned)
        if kind:
            found.append((kind, f"order:{order}"))
    return found


def _order_kind(month: Month, row: dict[str, str], paid: Decimal, returned: Decimal) -> str:
    if abs(returned - Decimal(row["refunded_total"])) > _TOLERANCE:
        return "refund_one_sided"
    total = Decimal(row["total"])
    if paid > (returned if row["status"] == "cancelled" else total) + _TOLERANCE:
        return "order_overpaid"
    if row["status"] != "closed" or paid >= total - _TOLERANCE:
        return ""
    if (month.as_of - date.fromisoformat(row["closed_at"][:10])).days >= 14:
        return "order_unpaid"
    return "amount_mismatch" if paid > 0 else ""


def _payments(month: Month) -> list[Fault]:
    found = []
    for payment, row in month.rows["payments"].items():
        record = f"payment:{payment}"
        if row["kind"] == "chargeback":
            found.append(("chargeback", record))
        if row["kind"] != "charge":
            continue
        if not month.by_right.get(("order_payment", payment)):
            found.append(("payment_without_order", record))
        sent = month.by_left.get(("payment_payout", payment))
        until = (
            date.fromisoformat(month.rows["payouts"][sent[0].right]["paid_at"])
            if sent
            else month.as_of
        )
        days = (until - date.fromisoformat(row["created_at"][:10])).days
        if days > (16 if row["provider"] == "rynok" else 10):
            found.append(("settlement_late", record))
    return found


def _payouts(month: Month) -> list[Fault]:
    found = []
    for payout, row in month.rows["payouts"].items():
        net, record = Decimal(row["net"]), f"payout:{payout}"
        lines = [link.right for link in month.by_left.get(("payout_bank", payout), ())]
        last = max(
            (date.fromisoformat(month.rows["bank"][line]["booked_at"]) for line in lines),
            default=month.as_of,
        )
        if (last - date.fromisoformat(row["paid_at"])).days > 7:
            found.append(("settlement_late", record))
        short = False
        if lines:
            batches = {each.left for line in lines for each in month.by_right["payout_bank", line]}
            wanted = sum((month.amount("payouts", batch, "net") for batch in batches), Decimal(0))
            short = abs(sum(month.amount("bank", line) for line in lines) - wanted) > _TOLERANCE
        links = month.by_right.get(("payment_payout", payout), ())
        if not payout.startswith("RSV-"):
            short |= (
                abs(sum(month.amount("payments", each.left, "net") for each in links) - net)
                > _TOLERANCE
            )
        if short:
            found.append(("settlement_short", record))
    return found


def _cash(month: Month) -> list[Fault]:
    found = []
    for entry, row in month.rows["cash"].items():
        if row["category"] != "bank_deposit":
            continue
        lines = month.by_left.get(("cash_bank", entry), ())
        old = (month.as_of - date.fromisoformat(row["happened_at"][:10])).days > 7
        if not lines and old:
            found.append(("cash_deposit_missing", f"cash:{entry}"))
        if (
            lines
            and abs(month.amount("bank", lines[0].right) - Decimal(row["amount"])) > _TOLERANCE
        ):
            found.append(("amount_mismatch", f"cash:{entry}"))
    return found


def _duplicates(month: Month) -> tuple[list[Fault], list[str]]:
    """Return the second payments, and complaints about such as do not come second."""
    found, wrong = [], []
    for link in month.links:
        if not link.optional:
            continue
        book, column = (
            ("payments", "gross") if link.kind == "order_payment" else ("bank", "amount")
        )
        record = f"{'payment' if book == 'payments' else 'bank'}:{link.right}"
        found.append(("duplicate_payment", record))
        amount, moment = month.amount(book, link.right, column), _moment(month, book, link.right)
        earlier = False
        for other, other_amount in _shares(month, link.left):
            if other.optional or other_amount != amount or other.kind == "order_cash":
                earlier |= other.kind == "order_cash" and other_amount == amount
                continue
            other_book = "payments" if other.kind == "order_payment" else "bank"
            then = _moment(month, other_book, other.right)
            size = min(len(then[0]), len(moment[0]))
            one, two = (then[0][:size], then[1]), (moment[0][:size], moment[1])
            earlier |= one < two or (one[0] == two[0] and other_book != book and size == 10)
        paid = sum(a for other, a in _shares(month, link.left) if a > 0 and not other.optional)
        if not earlier or paid < month.amount("orders", link.left, "total") - _TOLERANCE:
            wrong.append(f"{record} is no second payment of order:{link.left}")
    return found, wrong


def _moment(month: Month, book: str, record: str) -> tuple[str, str]:
    row = month.rows[book][record]
    return (row["created_at"] if book == "payments" else row["booked_at"]), record.rjust(20)


def complaints(folder: Path) -> list[str]:
    """Return where the folder's truth and the rules disagree about decidable records."""
    month = read_month(folder)
    wanted = expected(month)
    stated = {(kind, records[0]) for kind, records in month.exceptions}
    strangers = {
        fault
        for fault in stated
        if fault[0] == "payment_without_order" and fault[1].startswith("bank:")
    }
    wrong = _duplicates(month)[1]
    for _, record in strangers:
        line = record.partition(":")[2]
        if month.by_right.get(("order_bank", line)) or month.amount("bank", line) <= 0:
            wrong.append(f"{record} is nobody's, yet linked or not income")
    wanted = {fault for fault in wanted if fault[1] not in month.open_records}
    stated = {fault for fault in stated if fault[1] not in month.open_records}
    wrong += [f"missing {kind} {record}" for kind, record in sorted(wanted - stated)]
    wrong += [f"unfounded {kind} {record}" for kind, record in sorted(stated - strangers - wanted)]
    return wrong + _bad_links(month)


def _bad_links(month: Month) -> list[str]:
    """Return links to nothing and payments told to be in another batch than they are."""
    books = {
        "order": "orders",
        "payment": "payments",
        "payout": "payouts",
        "bank": "bank",
        "cash": "cash",
    }
    wrong = []
    for link in month.links:
        left, _, right = link.kind.partition("_")
        if link.left not in month.rows[books[left]] or link.right not in month.rows[books[right]]:
            wrong.append(f"{link.kind} {link.left} {link.right} leads to nothing")
    for payment, row in month.rows["payments"].items():
        told, links = row["payout_id"], month.by_left.get(("payment_payout", payment), ())
        if told and [link.right for link in links] != [told]:
            wrong.append(f"payment:{payment} is told to be in {told}")
    return wrong


if __name__ == "__main__":
    for name in sys.argv[1:]:
        said = complaints(Path(name))
        print(name, "agrees" if not said else f"{len(said)} complaints")
        print(*said[:20], sep="\n")
