"""Orders, payments, payouts and bank lines matched, beside two plain ways of doing it."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Iterable

from bench.figures import Figure, percentile
from reconciliation.engine import Reconciliation, reconcile
from reconciliation.links import LinkKind
from reconciliation.records import BankLine, Order, Payment, Record
from reconciliation.terms import read_terms
from tests.reconciliation.shop_months import Month, shop_month

BOUNDS = {10_000: 3.0, 100_000: 30.0}
MILLION = 1_000_000
TO_ORDERS = {LinkKind.ORDER_BANK, LinkKind.ORDER_PAYMENT}
_ALONE = """
import gc, sys, time, psutil
from bench.matching import at_size, one_arrives
gc.disable()
size = int(sys.argv[1])
month, state, seconds = at_size(size)
gigabytes = psutil.Process().memory_info().rss / 1e9
print(seconds, gigabytes, *one_arrives(month, state))
"""

Pairs = set[tuple[str, str]]


async def measure() -> list[Figure]:
    """Measure how right, then how quick and how large."""
    sizes = [*BOUNDS, *([MILLION] if os.environ.get("TILLY_BENCH_MILLION") else [])]
    return [*_right(), *(figure for size in sizes for figure in _quick(size))]


def at_size(orders: int) -> tuple[Month, object, float]:
    """Match a made-up month from nothing; it takes one core, whose seconds are told."""
    month = shop_month(orders, 1)
    began = time.process_time()
    state = reconcile(month.records, read_terms(), month.as_of)
    return month, state, time.process_time() - began


def one_arrives(month: Month, state: Reconciliation, times: int = 200) -> tuple[float, float]:
    """Take lines out and let each arrive again; give the milliseconds, p50 and p99."""
    lines = [each for each in month.records if isinstance(each, BankLine)]
    took = []
    for line in lines[:: max(1, len(lines) // times)]:
        state.arrive([], [line.key])
        began = time.perf_counter()
        state.arrive([line])
        took.append(time.perf_counter() - began)
    return percentile(took, 0.5), percentile(took, 0.99)


def _quick(orders: int) -> list[Figure]:
    """Measure in a process of its own, so that memory is its own too."""
    told = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", _ALONE, str(orders)], capture_output=True, check=True, text=True
    ).stdout.split()
    seconds, gigabytes, middle, slowest = map(float, told)
    plain = _plain_seconds(orders)
    bound = BOUNDS.get(orders)
    return [
        Figure(
            f"{orders:,} orders with everything",
            f"{seconds:.1f} s, {gigabytes:.2f} GB",
            f"{plain:.1f} s by number and unique amount",
            f"< {bound:g} s" if bound else "survives, < 4 GB",
            seconds < bound if bound else gigabytes < 4,
        ),
        Figure(
            f"one line arrives at {orders:,} (p50 / p99)",
            f"{middle:.1f} / {slowest:.1f} ms",
            "all anew",
            "< 30 ms",
            middle < 30,
        ),
    ]


def _right() -> list[Figure]:
    month = shop_month(10_000, 2)
    state = reconcile(month.records, read_terms(), month.as_of)
    ours = {(link.left, link.right) for link in state.links() if link.kind in TO_ORDERS}
    peers = {
        "number": by_number(month.records),
        "number, then unique amount in 5 days": by_number_and_amount(month.records),
    }
    score = _f1(ours, month.truth)
    theirs = {name: _f1(found, month.truth) for name, found in peers.items()}
    return [
        Figure(
            "links to orders, F1 at 10,000",
            f"{score:.4f}",
            ", ".join(f"{each:.3f} {name}" for name, each in theirs.items()),
            "≥ each peer, ≥ 0.99",
            score >= max(0.99, *theirs.values()),
        )
    ]


def _f1(found: Pairs, truth: Pairs) -> float:
    right = len(found & truth)
    return 2 * right / (len(found) + len(truth))


def by_number(records: Iterable[Record]) -> Pairs:
    """Match by the number that stands in the text, as a plain merge does."""
    known = list(records)
    orders = {each.number: each.key for each in known if isinstance(each, Order)}
    found: Pairs = set()
    for record in known:
        for word in _text(record).replace(",", " ").replace("№", " ").split():
            if word in orders:
                found.add((orders[word], record.key))
    return found


def by_number_and_amount(records: Iterable[Record]) -> Pairs:
    """Match by number, then by an amount that is alone within five days."""
    known = list(records)
    found = by_number(known)
    taken = {key for pair in found for key in pair}
    by_amount: dict[int, list[Order]] = {}
    for record in known:
        if isinstance(record, Order) and record.key not in taken:
            by_amount.setdefault(record.total, []).append(record)
    for record in known:
        if not isinstance(record, BankLine) or record.key in taken:
            continue
        near = [
            order
            for order in by_amount.get(record.amount, ())
            if 0 <= (record.booked_on - order.created_at.date()).days <= 5
        ]
        if len(near) == 1:
            found.add((near[0].key, record.key))
    return found


def _text(record: Record) -> str:
    if isinstance(record, BankLine):
        return record.purpose
    return record.order_ref if isinstance(record, Payment) else ""


def _plain_seconds(orders: int) -> float:
    records = shop_month(orders, 1).records
    gc.collect()
    began = time.process_time()
    by_number_and_amount(records)
    return time.process_time() - began
