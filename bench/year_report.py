"""A year's result beside hledger and beancount, which read the same books as we export them.

Peers that are not installed are left out. A report that differs from ours by a cent ends the run.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

from bench.beancount_year import ROOTS
from bench.figures import Figure, percentile
from bench.results import filled
from ledger.days import Days
from reports.exports.account_paths import account_path
from services.export_books import export_books
from services.ports import Books, Database
from services.results.report_results import report_results

POSTINGS = int(os.environ.get("BENCH_YEAR_POSTINGS", "200000"))
YEAR = 2025
TRIES, RUNS = 9, 3
_TIMEOUT = 600

Sums = Mapping[str, Decimal]
"""What each account of the result moved, as the exports call it; a debit is above zero."""


def _ours(books: Books) -> Sums:
    chart = books.accounts.chart()
    (found,) = report_results(books, Days.months(YEAR, 1, 12)).currencies
    moved = {
        "income.sales": -found.sales,
        "income.sales_returns": found.refunds,
        "expense.cost_of_goods": found.cost_of_goods,
        **{each.account: each.amount for each in found.expenses},
        **{each.account: -each.amount for each in found.other_income},
    }
    sums = {account_path(chart[key]): amount.to_decimal() for key, amount in moved.items()}
    return {path: amount for path, amount in sums.items() if amount}


def _run(*command: str) -> str:
    done = subprocess.run(  # noqa: S603 - programs of ours with our own words
        command, capture_output=True, check=True, encoding="utf-8", timeout=_TIMEOUT
    )
    return done.stdout


def _of_hledger(program: str, path: Path) -> Sums:
    whole = ("-b", str(YEAR), "-e", str(YEAR + 1), "-O", "csv", "--layout=bare", "--flat")
    said = _run(program, "-f", str(path), "balance", "Income", "Expenses", *whole, "--no-total")
    rows = csv.DictReader(io.StringIO(said))
    return {row["account"]: Decimal(row["balance"]) for row in rows}


def _of_beancount(path: Path) -> Sums:
    told = json.loads(_run(sys.executable, "-m", "bench.beancount_year", str(path), str(YEAR)))
    return {account: Decimal(amount) for account, amount in told.items()}


def _of_bean_query(program: str, path: Path) -> Sums:
    asked = f"SELECT account, number(only('UAH', sum(position))) AS n WHERE year = {YEAR}"
    said = _run(program, "-f", "csv", str(path), f"{asked} GROUP BY account")
    rows = csv.DictReader(io.StringIO(said))
    moved = {row["account"].strip(): Decimal(row["n"]) for row in rows}
    return {path: amount for path, amount in moved.items() if amount and path.startswith(ROOTS)}


def _peers(folder: Path) -> dict[str, Callable[[], Sums]]:
    hledger, bean_query = shutil.which("hledger"), shutil.which("bean-query")
    peers: dict[str, Callable[[], Sums]] = {}
    if hledger is not None:
        peers["hledger"] = lambda: _of_hledger(hledger, folder / "books.hledger")
    if bean_query is not None:
        peers["bean-query"] = lambda: _of_bean_query(bean_query, folder / "books.beancount")
    elif find_spec("beancount") is not None:
        peers["beancount"] = lambda: _of_beancount(folder / "books.beancount")
    return peers


def _timed(work: Callable[[], Sums], expected: Sums, times: int) -> float:
    """Give the middle of some runs in milliseconds.

    Raises:
        ValueError: the report is another one.
    """
    took = []
    for _ in range(times):
        began = time.perf_counter()
        found = work()
        took.append(time.perf_counter() - began)
        if found != expected:
            message = f"a peer's report differs: {set(found.items()) ^ set(expected.items())}"
            raise ValueError(message)
    return percentile(took, 0.5)


async def _report(database: Database) -> float:
    took = []
    for _ in range(TRIES):
        began = time.perf_counter()
        await database.read(lambda books: report_results(books, Days.months(YEAR, 1, 12)))
        took.append(time.perf_counter() - began)
    return percentile(took, 0.5)


async def measure() -> list[Figure]:
    """Measure the report in a running bot, and the peers' programs from start to end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = await filled(f"sqlite:///{folder}/books.sqlite3", POSTINGS // 2)
        expected = await database.read(_ours)
        for kind in ("hledger", "beancount"):
            text = await database.read(lambda books, kind=kind: "".join(export_books(books, kind)))  # type: ignore[misc]  # a lambda's default has no type
            (folder / f"books.{kind}").write_text(text, encoding="utf-8")
        ours = await _report(database)
        await database.close()
        peers = {peer: _timed(work, expected, RUNS) for peer, work in _peers(folder).items()}
    said = ", ".join(f"{took:,.0f} ms {peer}" for peer, took in peers.items())
    best = min(peers.values(), default=None)
    bound = "< 1,000 ms" if best is None else f"< 1,000 ms (ratio {ours / best:.4f})"
    return [
        Figure(
            f"a year's result, {POSTINGS:,} postings in ten years (p50)",
            f"{ours:.1f} ms",
            said or "—",
            bound,
            ours < 1_000 and (best is None or ours < best),
        )
    ]
