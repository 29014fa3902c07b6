"""Orders, payments, payouts and bank lines matched, beside other ways of doing it.

The peers run where TILLY_PEERS names a Python that has them: see bench/matching_peers.py.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure, percentile
from bench.matching_worlds import ask_peers, read_world
from reconciliation.engine import Reconciliation, reconcile
from reconciliation.links import LinkKind
from reconciliation.records import BankLine
from reconciliation.terms import read_terms
from tests.reconciliation.shop_months import DAYS, Month, shop_month

BOUNDS = {10_000: 3.0, 100_000: 30.0}
MILLION = 1_000_000
YEARS = 4 * 365
SPANS = {DAYS: "a month", YEARS: "four years"}
"""Days over which orders are spread: the fewer, the more of them are each other's rivals."""
PEERS_AT = 10_000
TO_ORDERS = {LinkKind.ORDER_BANK, LinkKind.ORDER_PAYMENT}
_ALONE = """
import gc, sys, time, psutil
from bench.matching import at_size, one_arrives
gc.disable()
month, state, seconds = at_size(int(sys.argv[1]), int(sys.argv[2]))
gigabytes = psutil.Process().memory_info().rss / 1e9
print(seconds, gigabytes, *one_arrives(month, state))
"""


async def measure() -> list[Figure]:
    """Measure how right, then how quick and how large."""
    sizes = [(orders, DAYS) for orders in BOUNDS]
    if os.environ.get("TILLY_BENCH_MILLION"):
        sizes += [(MILLION, YEARS), (MILLION, DAYS)]
    return [*_right(), *(figure for size in sizes for figure in _quick(*size))]


def at_size(orders: int, days: int) -> tuple[Month, Reconciliation, float]:
    """Match made-up days from nothing; it takes one core, whose seconds are told."""
    month = shop_month(orders, 1, days)
    month.truth.clear()  # it takes room, and is asked of the sets above only
    began = time.process_time()
    state = reconcile(month.records, read_terms(), month.as_of)
    return month, state, time.process_time() - began


def one_arrives(month: Month, state: Reconciliation, times: int = 200) -> tuple[float, float]:
    """Take lines out and let each arrive again; give the core's milliseconds, p50 and p99."""
    lines = [each for each in month.records if isinstance(each, BankLine)]
    took = []
    for line in lines[:: max(1, len(lines) // times)]:
        state.arrive([], [line.key])
        began = time.process_time()
        state.arrive([line])
        took.append(time.process_time() - began)
    return percentile(took, 0.5), percentile(took, 0.99)


def _quick(orders: int, days: int) -> list[Figure]:
    """Measure in a process of its own, so that memory is its own too."""
    told = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", _ALONE, str(orders), str(days)],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    seconds, gigabytes, middle, slowest = map(float, told)
    peers = ask_peers(shop_month(orders, 1, days).records)
    plain = "; ".join(f"{taken:.1f} s {name}" for name, (_, taken) in peers.items())
    bound = BOUNDS.get(orders)
    return [
        Figure(
            f"{orders:,} orders of {SPANS[days]} with everything",
            f"{seconds:.1f} s, {gigabytes:.2f} GB",
            plain or "not here",
            f"< {bound:g} s" if bound else "survives, < 4 GB",
            seconds < bound if bound else gigabytes < 4,
        ),
        Figure(
            f"one line arrives at {orders:,} of {SPANS[days]} (p50 / p99)",
            f"{middle:.1f} / {slowest:.1f} ms",
            "all anew",
            "< 30 ms",
            middle < 30,
        ),
    ]


def _right() -> list[Figure]:
    """Match worlds of a generator that knows nothing of matching, beside the peers."""
    figures = []
    for style in ("like_sample", "messy"):
        with tempfile.TemporaryDirectory() as folder:
            world = read_world(style, PEERS_AT, Path(folder))
        state = reconcile(world.records, read_terms(), world.as_of)
        ours = {(link.left, link.right) for link in state.links() if link.kind in TO_ORDERS}
        theirs = ask_peers(world.records)
        scores = {name: world.score(found) for name, (found, _) in theirs.items()}
        score = world.score(ours)
        best = max((each.f1 for each in scores.values()), default=0.0)
        told = "; ".join(f"{each} {name}" for name, each in scores.items())
        figures.append(
            Figure(
                f"links to orders at {PEERS_AT:,}, {style} (P / R / F1)",
                str(score),
                told or "not here",
                "≥ each peer, F1 ≥ 0.99",
                score.f1 >= max(0.99, best),
            )
        )
    return figures
