"""Worlds whose links are known, and what the peers find in them."""

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.worlds.__main__ import write_month
from bot.command_line.month_folder import read_as_of, read_folder
from reconciliation.records import BankLine, Order, Payment, Record

Pairs = set[tuple[str, str]]
_PEERS = Path(__file__).with_name("matching_peers.py")
_SEED = 91
_ALIKE = {"order_bank": "bank", "order_payment": "payment"}


@dataclass(frozen=True, slots=True)
class Score:
    """How right links are, and how many are found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give the harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"{self.precision:.3f} / {self.recall:.3f} / {self.f1:.3f}"


@dataclass(frozen=True, slots=True)
class World:
    """A month, the links to orders that it truly has, and those that nobody can tell."""

    records: list[Record]
    as_of: dt.date
    truth: Pairs
    free: Pairs
    open_records: frozenset[str]

    def score(self, found: Pairs) -> Score:
        """Compare pairs with the truth; what nobody can tell is neither right nor wrong."""
        judged = {
            pair
            for pair in found - self.free
            if pair in self.truth or self.open_records.isdisjoint(pair)
        }
        right = len(judged & self.truth)
        return Score(right / max(1, len(judged)), right / max(1, len(self.truth)))


def read_world(style: str, orders: int, folder: Path) -> World:
    """Make a world and read it."""
    write_month(style, orders, _SEED, folder)
    told = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    truth: Pairs = set()
    free: Pairs = set()
    for link in told["links"]:
        if link["kind"] in _ALIKE:
            is_free = link.get("optional") or link.get("undecidable")
            pair = (f"order:{link['left']}", f"{_ALIKE[link['kind']]}:{link['right']}")
            (free if is_free else truth).add(pair)
    unknown = frozenset(told["undecidable_records"])
    return World(list(read_folder(folder)), read_as_of(folder), truth, free, unknown)


def ask_peers(records: Iterable[Record]) -> dict[str, tuple[Pairs, float]]:
    """Run the peers where their Python is named: their pairs and CPU seconds."""
    python = os.environ.get("TILLY_PEERS")
    if not python:
        print("TILLY_PEERS names no Python with the peers: they are left out", file=sys.stderr)
        return {}
    known = list(records)
    given = {
        "orders": [_order(each) for each in known if isinstance(each, Order)],
        "money": [row for each in known if (row := _money(each)) is not None],
    }
    done = subprocess.run(  # noqa: S603 - the Python that the user names
        [python, str(_PEERS)], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    answered = json.loads(done.stdout)
    return {
        name: ({tuple(pair) for pair in pairs}, taken) for name, (pairs, taken) in answered.items()
    }


def _order(order: Order) -> dict[str, str | int]:
    day = order.created_at.date().toordinal()
    return _row(order.key, order.total, day, order.customer, order.number)


def _money(record: Record) -> dict[str, str | int] | None:
    """Give money that came; what went back no peer looks at."""
    if isinstance(record, BankLine) and record.amount > 0:
        day = record.booked_on.toordinal()
        return _row(record.key, record.amount, day, record.counterparty, record.purpose)
    if isinstance(record, Payment) and record.gross > 0:
        day = record.created_at.date().toordinal()
        return _row(record.key, record.gross, day, record.payer, record.order_ref)
    return None


def _row(key: str, amount: int, day: int, name: str, text: str) -> dict[str, str | int]:
    since = day - dt.date(1970, 1, 1).toordinal()
    return {"key": key, "amount": amount, "day": since, "name": name, "text": text}
