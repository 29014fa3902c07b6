"""Peers of matching, run by a Python that has them: records on standard input, pairs out.

    python3.11 -m venv peers && peers/bin/pip install pandas splink
    TILLY_PEERS=peers/bin/python python -m bench matching

For each peer: the pairs that it finds of orders and money, and the CPU seconds that it takes.
"""

import json
import logging
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypedDict


class Row(TypedDict):
    """An order or money, as it is told: minor units, days since 1970, a name, a number or text."""

    key: str
    amount: int
    day: int
    name: str
    text: str


class Given(TypedDict):
    """What is to be joined; an order's text is its number."""

    orders: list[Row]
    money: list[Row]


Pairs = list[tuple[str, str]]
_DIGITS = re.compile(r"\d{4,}")
_SPACED = re.compile(r"(?<=\d) (?=\d)")
_DAYS = 5
_LIKELY = 0.5


def reference(text: str) -> str:
    """Give the first number of four digits or more, written together or apart."""
    found = _DIGITS.search(_SPACED.sub("", text))
    return found.group() if found else ""


def exact_reference(given: Given) -> Pairs:
    """Merge on the number that stands in the text."""
    import pandas as pd

    orders = pd.DataFrame(given["orders"]).rename(columns={"text": "reference"})
    money = pd.DataFrame(given["money"])
    money["reference"] = money["text"].str.extract(r"(\d{4,})", expand=False)
    both = orders.merge(money, on="reference", suffixes=("_order", "_money"))
    return list(zip(both["key_order"], both["key_money"], strict=True))


def asof_by_amount(given: Given) -> Pairs:
    """Merge on the number, and what is left with the nearest earlier order of its amount."""
    import pandas as pd

    found = exact_reference(given)
    taken = {key for pair in found for key in pair}
    orders = pd.DataFrame([each for each in given["orders"] if each["key"] not in taken])
    money = pd.DataFrame([each for each in given["money"] if each["key"] not in taken])
    if orders.empty or money.empty:
        return found
    near = pd.merge_asof(
        money.sort_values("day"), orders.sort_values("day"), on="day", by="amount",
        suffixes=("_money", "_order"), tolerance=_DAYS,
    ).dropna(subset=["key_order"])  # fmt: skip
    near = near.drop_duplicates("key_order")
    return [*found, *zip(near["key_order"], near["key_money"], strict=True)]


def splink(given: Given) -> Pairs:
    """Link by chances that it learns itself; each money goes to its likeliest order."""
    import duckdb
    import pandas as pd
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on
    from splink.internals.duckdb.database_api import DuckDBAPI

    logging.getLogger("splink").setLevel(logging.ERROR)
    frames = []
    for side in ("orders", "money"):
        frame = pd.DataFrame(given[side]).rename(columns={"key": "unique_id"})
        frame["reference"] = [reference(text) or None for text in frame["text"]]
        frame["name"] = frame["name"].str.lower()
        frame["day"] = pd.to_datetime(frame["day"], unit="D").dt.strftime("%Y-%m-%d")
        frames.append(frame[["unique_id", "amount", "day", "name", "reference"]])
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.ExactMatch("reference"),
            cl.ExactMatch("amount"),
            cl.JaroWinklerAtThresholds("name", [0.92, 0.8]),
            cl.AbsoluteDateDifferenceAtThresholds(
                "day", input_is_string=True, metrics=["day", "day"], thresholds=[2, 5]
            ),
        ],
        blocking_rules_to_generate_predictions=[block_on("reference"), block_on("amount", "name")],
    )
    database = DuckDBAPI(duckdb.connect())
    tables = [
        database.register(frame, dataset_display_name=name)
        for frame, name in zip(frames, ("orders", "money"), strict=True)
    ]
    linker = Linker(tables, settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("reference"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("amount"))
    told = linker.inference.predict(threshold_match_probability=_LIKELY).as_pandas_dataframe()
    told = told.sort_values("match_probability", ascending=False)
    pairs = zip(told["unique_id_l"], told["unique_id_r"], strict=True)
    ordered = [(one, other) if one.startswith("order:") else (other, one) for one, other in pairs]
    best: dict[str, str] = {}
    for order, money in ordered:
        best.setdefault(money, order)
    return [(order, money) for money, order in best.items()]


def ordered_rules(given: Given) -> Pairs:
    """Try rules one after another on open balances: number, then name and sum, then sum alone.

    The idea of accounting programs, not any one's program; an order takes what it still wants.
    """
    wants = {order["key"]: order["amount"] for order in given["orders"]}
    by_number = {order["text"]: order for order in given["orders"]}
    by_amount: dict[int, list[Row]] = defaultdict(list)
    for order in given["orders"]:
        by_amount[order["amount"]].append(order)
    found: Pairs = []
    left = []
    for money in sorted(given["money"], key=lambda each: each["day"]):
        named = by_number.get(reference(money["text"]))
        if named is not None and wants[named["key"]] >= money["amount"]:
            wants[named["key"]] -= money["amount"]
            found.append((named["key"], money["key"]))
        else:
            left.append(money)
    for same_name in (True, False):
        still = []
        for money in left:
            near = [
                order
                for order in by_amount[money["amount"]]
                if wants[order["key"]] == money["amount"]
                and 0 <= money["day"] - order["day"] <= _DAYS
                and (not same_name or _words(order["name"]) & _words(money["name"]))
            ]
            if near and (same_name or len(near) == 1):
                wants[near[0]["key"]] = 0
                found.append((near[0]["key"], money["key"]))
            else:
                still.append(money)
        left = still
    return found


def _words(name: str) -> set[str]:
    return set(name.lower().split())


PEERS: dict[str, Callable[[Given], Pairs]] = {
    "exact reference merge (pandas)": exact_reference,
    "then merge_asof by amount (pandas)": asof_by_amount,
    "splink (DuckDB, learnt by EM)": splink,
    "ordered rules on open balances": ordered_rules,
}


def answer(given: Given, wanted: Iterable[str]) -> dict[str, tuple[Pairs, float]]:
    """Run the peers; those that are not installed are left out."""
    found = {}
    for name in wanted:
        began = time.process_time()
        try:
            pairs = PEERS[name](given)
        except ImportError:
            continue
        found[name] = (pairs, time.process_time() - began)
    return found


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin), sys.argv[1:] or PEERS), sys.stdout)
