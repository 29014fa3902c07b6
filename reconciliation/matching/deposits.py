"""Leads what the till carried to the bank to the bank's lines."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reconciliation.decisions import Decisions
from reconciliation.links import Ground
from reconciliation.matching.sums import making_up
from reconciliation.records import BankLine, CashEntry, by_size, id_of

_LATEST = 21
_LATEST_OFF = 8
_MOST = 3
_FARTHEST = 2
_ABOUT = 50


class Carried(NamedTuple):
    """A till's deposit and the bank line that shows it."""

    entry: str
    line: str
    amount: int
    grounds: tuple[Ground, ...]


@dataclass
class _Work:
    entries: dict[str, CashEntry]
    lines: dict[str, BankLine]
    decisions: Decisions
    found: list[Carried] = field(default_factory=list)

    def carry(self, entry: CashEntry, line: BankLine, grounds: tuple[Ground, ...]) -> None:
        """Link a deposit to a line."""
        together = Ground.AMOUNT_SUM in grounds
        amount = entry.amount if together else line.amount
        self.found.append(Carried(entry.key, line.key, amount, (*grounds, Ground.DAY)))

    def may(self, entry: CashEntry, line: BankLine, latest: int) -> bool:
        """Tell whether a line may show a deposit, by its day and currency."""
        return (
            entry.currency == line.currency
            and 0 <= _days(entry, line) <= latest
            and (entry.key, line.key) not in self.decisions.refused
        )

    def close(self, entries: Iterable[str], lines: Iterable[str]) -> None:
        """Take out what has found the other."""
        for entry in entries:
            self.entries.pop(entry, None)
        for line in lines:
            self.lines.pop(line, None)


def carry_deposits(
    entries: Iterable[CashEntry], lines: Iterable[BankLine], decisions: Decisions
) -> list[Carried]:
    """Lead the deposits of a till's book to bank lines."""
    told = sorted(entries, key=lambda each: (each.happened_at, by_size(id_of(each.key))))
    booked = sorted(lines, key=lambda each: (each.booked_on, by_size(id_of(each.key))))
    work = _Work({each.key: each for each in told}, {each.key: each for each in booked}, decisions)
    _confirmed(work)
    _equal(work)
    _together(work)
    _apart(work)
    _off(work)
    _equal_late(work)
    return work.found


def _confirmed(work: _Work) -> None:
    for line in list(work.lines.values()):
        for key in sorted(work.decisions.confirmed_of(line.key)):
            entry = work.entries.get(key)
            if entry is not None:
                work.carry(entry, line, (Ground.CONFIRMED,))
                work.close([key], [line.key])


def _equal(work: _Work) -> None:
    pairs = [
        (_days(entry, line), index, entry, line)
        for index, (entry, line) in enumerate(_of_one_sum(work, _LATEST_OFF))
    ]
    for _, _, entry, line in sorted(pairs, key=lambda each: each[:2]):
        if entry.key in work.entries and line.key in work.lines:
            work.carry(entry, line, (Ground.AMOUNT,))
            work.close([entry.key], [line.key])


def _equal_late(work: _Work) -> None:
    """Pair what came late where neither has another of its sum; what was near is paired before."""
    pairs = list(_of_one_sum(work, _LATEST))
    shown = Counter(each.key for pair in pairs for each in pair)
    for entry, line in pairs:
        if shown[entry.key] == shown[line.key] == 1:
            work.carry(entry, line, (Ground.AMOUNT,))
            work.close([entry.key], [line.key])


def _of_one_sum(work: _Work, latest: int) -> Iterator[tuple[CashEntry, BankLine]]:
    by_amount: dict[tuple[int, str], list[BankLine]] = {}
    for line in work.lines.values():
        by_amount.setdefault((line.amount, line.currency), []).append(line)
    for entry in list(work.entries.values()):
        for line in by_amount.get((entry.amount, entry.currency), ()):
            if work.may(entry, line, latest):
                yield entry, line


def _together(work: _Work) -> None:
    """Find lines that show several deposits at once.

    Round sums make others up by chance: where each is about another line's, it is that.
    """
    for line in list(work.lines.values()):
        near = [
            (entry, entry.amount)
            for entry in work.entries.values()
            if work.may(entry, line, _LATEST_OFF)
        ]
        groups = making_up(near, line.amount, 0, _MOST)
        group = next((group for group in groups if len(group) > 1), ())
        others = [each for each in work.lines.values() if each is not line]
        if all(any(_is_about(work, entry, other) for other in others) for entry in group):
            continue
        for entry in group:
            work.carry(entry, line, (Ground.AMOUNT_SUM,))
        if group:
            work.close([entry.key for entry in group], [line.key])


def _apart(work: _Work) -> None:
    """Find deposits that the bank shows as several lines."""
    for entry in list(work.entries.values()):
        near = [
            (line, line.amount)
            for line in work.lines.values()
            if work.may(entry, line, _LATEST_OFF)
        ]
        groups = making_up(near, entry.amount, 0, _MOST)
        group = next((group for group in groups if len(group) > 1), ())
        others = [each for each in work.entries.values() if each is not entry]
        if all(any(_is_about(work, other, line) for other in others) for line in group):
            continue
        for line in group:
            work.carry(entry, line, (Ground.AMOUNT_SPLIT,))
        if group:
            work.close([entry.key], [line.key for line in group])


def _off(work: _Work) -> None:
    """Pair what is left, the likeliest first: the bank counted otherwise than the till."""
    pairs = [
        (abs(entry.amount - line.amount), _days(entry, line), entry, line)
        for entry in work.entries.values()
        for line in work.lines.values()
        if work.may(entry, line, _LATEST_OFF)
        and max(entry.amount, line.amount) < _FARTHEST * min(entry.amount, line.amount)
    ]
    for _, _, entry, line in sorted(
        pairs, key=lambda each: (each[0], each[1], each[2].key, each[3].key)
    ):
        if entry.key in work.entries and line.key in work.lines:
            work.carry(entry, line, (Ground.AMOUNT_LESS,))
            work.close([entry.key], [line.key])


def _is_about(work: _Work, entry: CashEntry, line: BankLine) -> bool:
    """Tell whether a line may show a deposit that the bank counted a little otherwise."""
    off = abs(entry.amount - line.amount)
    return off * _ABOUT <= entry.amount and work.may(entry, line, _LATEST_OFF)


def _days(entry: CashEntry, line: BankLine) -> int:
    return (line.booked_on - _day(entry)).days


def _day(entry: CashEntry) -> dt.date:
    return entry.happened_at.date()
