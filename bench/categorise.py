"""Bank lines filed by what was learned, beside the usual classifiers of text."""

import asyncio
import csv
import gzip
import itertools
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bench.figures import Figure, percentile
from categorisation.categorise import Categoriser
from categorisation.line import LineFacts
from categorisation.starter import starter_rules
from ledger.money import Money
from tests.categorisation.shop_years import TRADES, Answered, card_year, shop_year

PEERS = Path(__file__).with_name("categorise_peers.py")
TARGET = 0.99
TILLY = "Tilly"
STEADY_SEED = 300
_START = """
import time
began = time.perf_counter()
from categorisation.categorise import Categoriser
from categorisation.starter import starter_rules
Categoriser(starter_rules())
print(time.perf_counter() - began)
"""
_MEMORY = """
import psutil
from tests.categorisation.shop_years import shop_year
from categorisation.categorise import Categoriser
from categorisation.starter import starter_rules
year = shop_year(400, busy=55)[:100_000]
process = psutil.Process()
before = process.memory_info().rss
shop = Categoriser(starter_rules())
shop.study(year)
print(len(year), (process.memory_info().rss - before) / 1e6)
"""

Set = tuple[list[Answered], list[Answered]]
Filed = tuple[float, float]
"""The share of lines filed alone, and of these the share that was right."""
Said = dict[str, list[list[tuple[str, float]]]]
"""By peer: its answers to the new lines, and those to the last fifth of the history."""


async def measure() -> list[Figure]:
    """Measure how right and how sure, then how quick and how large."""
    sets = dict(_sets())
    theirs = await _ask_peers(sets)
    filed: dict[str, list[Filed]] = defaultdict(list)
    figures = [
        each
        for name, given in sets.items()
        for each in _judged(name, given, theirs.get(name, {}), filed)
    ]
    figures += [_over_all(filed, kept=True), _over_all(filed, kept=False)]
    return [*figures, *_steady(), *_speed(), *await _start_and_memory()]


def _sets() -> Iterator[tuple[str, Set]]:
    """Give the sets: real lines where they are at hand, made-up ones always."""
    data = os.environ.get("TILLY_DATA")
    if data:
        yield from _real(Path(data) / "A-uk-council-spend")
    made = card_year(500, 3_000, doubt=0.2)
    yield "made-up cards", (made[:2_000], made[2_000:])
    shop = shop_year(500, "parts", steady=True)
    yield "a made-up shop", (shop[: len(shop) // 2], shop[len(shop) // 2 :])


def _real(folder: Path) -> Iterator[tuple[str, Set]]:
    with gzip.open(folder / "card_spend_mcc_and_expense.csv.gz", "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if all(row.values())]
    rows.sort(key=lambda row: row["date"])
    for title, label, unit, start, known, new in (
        ("cards by expense, 2,000", "expense_type", "", 0.9, 2_000, 1_000),
        ("cards by expense with a unit, 2,000", "expense_type", "merchant_category_group", 0.3,
         2_000, 1_000),
        ("cards by expense, 10,000", "expense_type", "", 0.6, 10_000, 2_000),
        ("cards by trade, 2,000", "merchant_category_group", "", 0.65, 2_000, 1_000),
        ("cards by trade with a unit, 2,000", "merchant_category", "expense_type", 0.3,
         2_000, 1_000),
        ("cards by trade, 10,000", "merchant_category", "", 0.5, 10_000, 2_000),
    ):  # fmt: skip
        first = int(len(rows) * start)
        lines = [_answered(row, label, unit) for row in rows[first : first + known + new]]
        yield title, (lines[:known], lines[known:])
    with gzip.open(folder / "council_spend_sample.csv.gz", "rt", encoding="utf-8") as file:
        by_body: dict[str, list[Answered]] = defaultdict(list)
        for row in csv.DictReader(file):
            if row["date"] and row["category"] and row["amount"].replace(".", "").isdigit():
                by_body[row["body"]].append(_answered(row, "category", ""))
    for body in ("harrogate", "tfl", "bradford", "salford"):
        lines = sorted(by_body[body], key=lambda answered: answered[0].booked_on)
        yield f"invoices of {body}, 4,000", (lines[:4_000], lines[4_000:])


def _answered(row: dict[str, str], label: str, unit: str) -> Answered:
    line = LineFacts(
        date.fromisoformat(row["date"]),
        Money(-round(float(row["amount"]) * 100), "GBP"),
        row.get("narrative") or "",
        row["supplier"],
        account=row[unit] if unit else "",
    )
    return line, row[label]


async def _ask_peers(sets: dict[str, Set]) -> dict[str, Said]:
    """Run the peers where their Python is named; without it, there are none."""
    python = os.environ.get("TILLY_PEERS")
    if not python:
        print("TILLY_PEERS names no Python with the peers: they are left out", file=sys.stderr)
        return {}
    told = {
        name: [[_plain(line, said) for line, said in lines] for lines in given]
        for name, given in sets.items()
    }
    process = await asyncio.create_subprocess_exec(
        python, str(PEERS), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    shown, _ = await process.communicate(json.dumps(told).encode())
    answered: dict[str, Said] = json.loads(shown)
    return answered


def _plain(line: LineFacts, category: str) -> dict[str, str | int]:
    return {
        "date": line.booked_on.isoformat(),
        "minor": line.amount.minor,
        "counterparty": line.counterparty,
        "purpose": line.purpose,
        "account": line.account,
        "category": category,
    }


def _judged(name: str, given: Set, peers: Said, filed: dict[str, list[Filed]]) -> list[Figure]:
    """Judge one set; what each filed alone joins `filed`."""
    known, new = given
    shop = Categoriser(hints=starter_rules())
    shop.study(known)
    truth = [said for _, said in new]
    proposals = shop.propose([line for line, _ in new])
    own = sum(p.category == said for p, said in zip(proposals, truth, strict=True)) / len(truth)
    sure = [p.category == said for p, said in zip(proposals, truth, strict=True) if p.auto]
    right = {
        peer: sum(each == said for (each, _), said in zip(whole, truth, strict=True)) / len(truth)
        for peer, (whole, _) in peers.items()
    }
    earlier = [said for _, said in known[len(known) * 4 // 5 :]]
    alone = {
        peer: _alone(part, earlier, whole, truth) for peer, (whole, part) in peers.items() if part
    }
    share, precision = len(sure) / len(truth), sum(sure) / len(sure) if sure else 1.0
    kept = max((each for each, held in alone.values() if held >= TARGET), default=0.0)
    for who, each in {TILLY: (share, precision), **alone}.items():
        filed[who].append(each)
    return [
        Figure(
            f"{name}: right",
            f"{own:.3f}",
            ", ".join(f"{each:.3f} {peer}" for peer, each in right.items()) or "not there",
            "≥ each peer",
            own >= max(right.values(), default=0.0),
        ),
        Figure(
            f"{name}: filed alone, of these right",
            f"{share:.3f}, {precision:.4f}",
            ", ".join(f"{a:.3f}, {b:.3f} {peer}" for peer, (a, b) in alone.items()) or "not there",
            f"≥ 0.99 right; more than peers that keep 0.99 ({kept:.3f})",
            precision >= TARGET and share >= kept,
        ),
    ]


def _over_all(filed: dict[str, list[Filed]], *, kept: bool) -> Figure:
    """Give the mean over all sets; with `kept`, who fell below 0.99 on a set has 0 there."""
    means = {
        who: sum(share for share, right in each if right >= TARGET or not kept) / len(each)
        for who, each in filed.items()
    }
    own = means.pop(TILLY)
    best = max(means.values(), default=0.0)
    ratio = f"is {own / best:.2f}" if best else "no peer"
    how = "0 where less than 0.99 was right" if kept else "whatever was right of them"
    return Figure(
        f"all sets, filed alone in the mean, {how}",
        f"{own:.3f}",
        ", ".join(f"{each:.3f} {peer}" for peer, each in means.items()) or "not there",
        f"≥ 1.4 times the best ({ratio})" if kept else "—",
        not kept or own >= 1.4 * best,
    )


def _alone(
    part: list[tuple[str, float]],
    earlier: list[str],
    whole: list[tuple[str, float]],
    truth: list[str],
) -> tuple[float, float]:
    """Choose a threshold on the last fifth of the history, and see what it gives later."""
    ordered = sorted(
        ((score, each == said) for (each, score), said in zip(part, earlier, strict=True)),
        reverse=True,
    )
    threshold, right = float("inf"), 0
    for place, (score, is_right) in enumerate(ordered, start=1):
        right += is_right
        if right / place >= TARGET:
            threshold = score
    above = [
        e == said for (e, score), said in zip(whole, truth, strict=True) if score >= threshold
    ]
    return len(above) / len(truth), sum(above) / len(above) if above else 1.0


def _steady() -> list[Figure]:
    """Live a steady year with an accountant who answers what is asked and corrects errors."""
    lines = alone = right = 0
    for trade in TRADES:
        shop = Categoriser(starter_rules())
        year = shop_year(STEADY_SEED, trade, steady=True)
        for day, group in itertools.groupby(year, key=lambda answered: answered[0].booked_on):
            today = list(group)
            proposals = shop.propose([line for line, _ in today])
            for (line, said), proposal in zip(today, proposals, strict=True):
                is_right = proposal.category == said
                if day.month > 1:
                    lines, alone = lines + 1, alone + proposal.auto
                    right += proposal.auto and is_right
                if not (proposal.auto and is_right):
                    shop.confirm(line, said)
    share, precision = alone / lines, right / alone
    return [
        Figure(
            "a shop's steady year from the second month on: filed alone, of these right",
            f"{share:.3f}, {precision:.4f}",
            "—",
            "≥ 0.95, ≥ 0.995",
            share >= 0.95 and precision >= 0.995,
        )
    ]


def _speed() -> list[Figure]:
    year = shop_year(600, "heating", busy=5)
    shop = Categoriser(starter_rules())
    shop.study(year[:-2_000])
    shop.propose([line for line, _ in year[-2_000:-1_000]])
    new = [line for line, _ in year[-1_000:]]
    began = time.perf_counter()
    shop.propose(new)
    first = 1_000 * (time.perf_counter() - began)
    taken = []
    for _ in range(9):
        began = time.perf_counter()
        shop.propose(new)
        taken.append(time.perf_counter() - began)
    best = min(taken) * 1_000
    confirming = _confirming(shop, year[-1_000:])
    slow = percentile(confirming, 0.99)
    return [
        Figure(
            f"1,000 lines proposed, {len(year) - 2_000:,} learned (best / p50; first time)",
            f"{best:.0f} / {percentile(taken, 0.5):.0f} ms; {first:.0f} ms",
            "—",
            "best < 50 ms",
            best < 50,
        ),
        Figure(
            "a confirmation learned (p50 / p99)",
            f"{percentile(confirming, 0.5):.2f} / {slow:.2f} ms",
            "—",
            "< 5 ms",
            slow < 5,
        ),
    ]


def _confirming(shop: Categoriser, answered: Sequence[Answered]) -> list[float]:
    taken = []
    for line, said in answered:
        began = time.perf_counter()
        shop.confirm(line, said)
        taken.append(time.perf_counter() - began)
    return taken


async def _start_and_memory() -> list[Figure]:
    start = min([float(await _printed(_START)) for _ in range(3)]) * 1_000
    lines, memory = (float(each) for each in (await _printed(_MEMORY)).split())
    return [
        Figure("the model started", f"{start:.0f} ms", "—", "< 300 ms", start < 300),
        Figure(
            f"memory of a shop with {lines:,.0f} lines of history",
            f"{memory:.0f} MB",
            "—",
            "< 80 MB",
            memory < 80,
        ),
    ]


async def _printed(script: str) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE
    )
    shown, _ = await process.communicate()
    return shown.decode()
