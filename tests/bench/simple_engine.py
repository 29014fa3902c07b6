"""The least one can do: a number that is read, an amount that is the same.

It shows whether a made-up month is neither trivial nor hopeless; it is no engine of the shop's.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

Rows = list[dict[str, str]]
Pair = tuple[str, str, str]
NUMBER = re.compile(r"[A-Z]*-?\d{4,}")
BOOKS = ("orders", "payments", "payouts", "bank", "cash")


def reconcile(folder: Path) -> tuple[set[Pair], set[tuple[str, str]]]:
    """Return links and (kind, record) exceptions by exact numbers and amounts alone."""
    book: dict[str, Rows] = {}
    for name in BOOKS:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            book[name] = list(csv.DictReader(file))
    links = set(_customers(book))
    links |= {
        ("payment_payout", row["payment_id"], row["payout_id"])
        for row in book["payments"]
        if row["payout_id"]
    }
    lines = {row["amount"]: row["line_id"] for row in book["bank"]}
    deposits = [row for row in book["cash"] if row["category"] == "bank_deposit"]
    for kind, rows, key, amount in (
        ("payout_bank", book["payouts"], "payout_id", "net"),
        ("cash_bank", deposits, "entry_id", "amount"),
    ):
        links |= {(kind, row[key], lines[row[amount]]) for row in rows if row[amount] in lines}
    as_of = date.fromisoformat((folder / "as_of.txt").read_text().strip())
    return links, set(_exceptions(book, links, as_of))


def _customers(book: dict[str, Rows]) -> Iterator[Pair]:
    by_number = {row["number"]: row["order_id"] for row in book["orders"]}
    seen = Counter(row["total"] for row in book["orders"])
    only = {row["total"]: row["order_id"] for row in book["orders"] if seen[row["total"]] == 1}
    for row in book["payments"]:
        for order in _read(by_number, row["order_ref"]) or filter(None, [only.get(row["gross"])]):
            yield "order_payment", order, row["payment_id"]
    for row in book["cash"]:
        for order in _read(by_number, row["order_ref"]):
            yield "order_cash", order, row["entry_id"]
    for row in book["bank"]:
        for order in _read(by_number, row["purpose"]):
            yield "order_bank", order, row["line_id"]


def _read(by_number: dict[str, str], text: str) -> list[str]:
    return [by_number[word] for word in NUMBER.findall(text) if word in by_number]


def _exceptions(book: dict[str, Rows], links: set[Pair], as_of: date) -> Iterator[tuple[str, str]]:
    linked = {(kind, right) for kind, _, right in links}
    paid = {left for kind, left, _ in links if kind.startswith("order_")}
    for row in book["payments"]:
        if row["kind"] == "chargeback":
            yield "chargeback", f"payment:{row['payment_id']}"
        elif ("order_payment", row["payment_id"]) not in linked:
            yield "payment_without_order", f"payment:{row['payment_id']}"
    for row in book["orders"]:
        old = row["status"] == "closed" and date.fromisoformat(row["closed_at"][:10])
        if old and (as_of - old).days >= 14 and row["order_id"] not in paid:
            yield "order_unpaid", f"order:{row['order_id']}"
