"""Leads a provider's payouts to the bank lines that brought them, whole, in parts or together."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reconciliation.decisions import Decisions
from reconciliation.evidence.references import loose_days
from reconciliation.links import Ground
from reconciliation.matching.roles import code_of, codes_in, numbers_joined
from reconciliation.matching.sums import making_up, subset
from reconciliation.records import BankLine, Payout, by_size, id_of
from reconciliation.terms import Terms

_EARLIEST = -1
_EARLY = 10
_LATEST = 45
_LATEST_NAMED = 400
_SHORT_WITHIN = 20
_FEW = 3
_MOST_LINES = 3
_MOST_TOGETHER = 16
_MOST_SEARCHED = 24
_MOST_OF_MANY = 5
_LEAST_OF_SHORT = 2
_MARKED = 2
_MONEY = re.compile(r"\d+\.\d{2}(?!\d)")


class Carried(NamedTuple):
    """What of a bank line belongs to a payout, and why."""

    payout: str
    line: str
    amount: int
    grounds: tuple[Ground, ...]


@dataclass
class _Work:
    payouts: dict[str, Payout]
    lines: dict[str, BankLine]
    terms: Terms
    decisions: Decisions
    days: Mapping[str, Collection[dt.date]]
    wanted: dict[str, int]
    left: dict[str, int]
    found: list[Carried] = field(default_factory=list)

    def carry(self, payout: str, line: str, grounds: tuple[Ground, ...]) -> None:
        """Link a line to a payout with as much as both still have."""
        amount = min(self.wanted[payout], self.left[line])
        self.found.append(Carried(payout, line, amount, grounds))
        self.wanted[payout] -= amount
        self.left[line] -= amount

    def put_aside(self) -> None:
        """Leave out of sight what has come whole, and the lines that are spent."""
        self.payouts = {key: each for key, each in self.payouts.items() if self.wanted[key]}
        self.lines = {key: each for key, each in self.lines.items() if self.left[key]}

    def open_payouts(self) -> list[Payout]:
        """Give the payouts of which something has not come, the earliest first."""
        return [each for key, each in self.payouts.items() if self.wanted[key] > 0]

    def untouched(self) -> list[Payout]:
        """Give the payouts of which nothing has come."""
        return [each for key, each in self.payouts.items() if self.wanted[key] == each.net > 0]

    def open_lines(self) -> list[BankLine]:
        """Give the lines that brought no payout that is known yet, the earliest first."""
        return [each for key, each in self.lines.items() if self.left[key] == each.amount]

    def brings(self, line: BankLine, payout: Payout, latest: int = _LATEST) -> bool:
        """Tell whether a line may bring a payout, by its day and currency."""
        if (payout.key, line.key) in self.decisions.refused:
            return False
        days = (line.booked_on - payout.paid_on).days
        return line.currency == payout.currency and _EARLIEST <= days <= latest


def settle(
    payouts: Iterable[Payout],
    lines: Iterable[BankLine],
    days: Mapping[str, Collection[dt.date]],
    terms: Terms,
    decisions: Decisions,
) -> list[Carried]:
    """Lead one provider's payouts to his bank lines; `days` are those of a payout's payments."""
    by_day = sorted(payouts, key=lambda each: (each.paid_on, by_size(id_of(each.key))))
    booked = sorted(lines, key=_in_turn)
    work = _Work(
        {each.key: each for each in by_day},
        {each.key: each for each in booked},
        terms,
        decisions,
        days,
        {each.key: each.net for each in by_day},
        {each.key: each.amount for each in booked},
    )
    _confirmed(work)
    _by_code(work)
    work.put_aside()
    _told_pieces(work)
    _one_to_one(work)
    work.put_aside()
    _together(work)
    _apart(work)
    _beside_named(work)
    _short(work)
    return _with_rests(work)


def _with_rests(work: _Work) -> list[Carried]:
    """Give what a line brought beyond what is known to the payout that it brought last."""
    last = {carried.line: index for index, carried in enumerate(work.found)}
    for line, index in last.items():
        rest = work.left[line]
        if rest > 0:
            carried = work.found[index]
            work.found[index] = carried._replace(amount=carried.amount + rest)
    return work.found


def _confirmed(work: _Work) -> None:
    for line in work.lines:
        for payout in sorted(work.decisions.confirmed_of(line)):
            if payout in work.payouts:
                work.carry(payout, line, (Ground.CONFIRMED,))


def _by_code(work: _Work) -> None:
    """Lead lines to the payouts that they name."""
    named = {code_of(id_of(key)): key for key in work.payouts}
    for line in list(work.lines.values()):
        keys = [named[code] for code in codes_told(line.purpose) if code in named]
        fitting = [
            key
            for key in dict.fromkeys(keys)
            if work.brings(line, work.payouts[key], _LATEST_NAMED)
        ]
        for key in fitting:
            work.carry(key, line.key, (Ground.NUMBER, Ground.PROVIDER))


def codes_told(purpose: str) -> Iterator[str]:
    """Give all that may be the code of a batch in a purpose."""
    yield from codes_in(purpose)
    yield from numbers_joined(purpose)
    for word in purpose.replace(",", " ").split():
        if word.isdecimal():
            yield word


def _one_to_one(work: _Work) -> None:
    """Pair what is left by equal amounts, the surest and nearest pairs first.

    What a line tells of every batch that it may bring says nothing of which of them it is.
    """
    by_amount: dict[int, list[Payout]] = {}
    for payout in work.open_payouts():
        by_amount.setdefault(work.wanted[payout.key], []).append(payout)
    pairs = []
    for index, line in enumerate(work.open_lines()):
        near = [
            (_marks(work, line, payout), place, payout)
            for place, payout in enumerate(by_amount.get(line.amount, ()))
            if work.brings(line, payout)
        ]
        least = min((marks for marks, _, _ in near), default=0)
        for marks, place, payout in near:
            pairs.append(
                (least - marks, -marks, _far(line, payout), index, place, payout.key, line.key)
            )
    for _, less, _, _, _, key, line_key in sorted(pairs):
        if work.wanted[key] == work.left[line_key] > 0:
            marked = (Ground.AMOUNT_GROSS,) if less else ()
            work.carry(key, line_key, (Ground.AMOUNT, Ground.PROVIDER, Ground.DAY, *marked))


def _in_turn(line: BankLine) -> tuple[dt.date, dt.date, tuple[int, int, str]]:
    """Order lines as they came; of one day, the one that tells the earlier day first."""
    told = min(loose_days(line.purpose), default=line.booked_on)
    return (line.booked_on, told, by_size(id_of(line.key)))


def _marks(work: _Work, line: BankLine, payout: Payout) -> int:
    """Count what in a purpose points to a batch: its gross, its day, its merchant's code."""
    purpose = line.purpose
    gross = f"{payout.gross // 100}.{payout.gross % 100:02d}"
    marks = _MARKED * (gross in purpose or gross.replace(".", ",") in purpose)
    code = code_of(payout.merchant)
    marks += any(each == code for each in codes_in(purpose))
    of_day = (_of_day(work, payout, day) for day in loose_days(purpose))
    return marks + max(of_day, default=0)


def _of_day(work: _Work, payout: Payout, day: dt.date) -> int:
    """Tell whether the payout has what was taken on a day, 2, or may have it, 1.

    Who sends a day's takings tells that day; who collects them for longer, when he sent them, 3.
    """
    if day == payout.paid_on and work.terms.provider(payout.provider).batch != "day":
        return _MARKED + 1
    if day in work.days.get(payout.key, ()):
        return _MARKED
    first, last = work.terms.payout_days(payout.provider, day)
    return int(first <= payout.paid_on <= last)


def _far(line: BankLine, payout: Payout) -> int:
    """Count the days by which a line came later; hardly any comes before it was sent."""
    days = (line.booked_on - payout.paid_on).days
    return days if days >= 0 else _EARLY - days


def _together(work: _Work) -> None:
    """Find lines that bring several payouts at once: those of the nearest days that make it up."""
    for line in work.open_lines():
        near = sorted(
            (each for each in work.untouched() if work.brings(line, each, _SHORT_WITHIN)),
            key=lambda each: (_far(line, each), -_marks(work, line, each), each.key),
        )
        for key in _as_told(work, line, near, _nearest_group(line, near, line.amount)):
            work.carry(key, line.key, (Ground.AMOUNT_SUM, Ground.PROVIDER, Ground.DAY))


def _as_told(
    work: _Work, line: BankLine, near: list[Payout], group: tuple[str, ...]
) -> tuple[str, ...]:
    """Take of equal batches those of which the line tells the most."""
    chosen: list[str] = []
    for key in group:
        equal = [
            each
            for each in near
            if each.net == work.payouts[key].net
            and each.key not in chosen
            and (each.key == key or each.key not in group)
        ]
        most = max(_marks(work, line, each) for each in equal)
        told = [each.key for each in equal if _marks(work, line, each) == most]
        chosen.append(key if key in told else told[0])
    return tuple(chosen)


def _nearest_group(line: BankLine, near: list[Payout], wanted: int) -> tuple[str, ...]:
    """Widen the days, one after another, until what was paid in them makes up the sum."""
    for days in sorted({_far(line, each) for each in near}):
        items = [
            (each.key, (each.net,))
            for each in near
            if _far(line, each) <= days and each.net <= wanted
        ]
        found = _making_up(items, wanted)
        if len(found) > 1:
            return found
    return ()


def _making_up(items: list[tuple[str, tuple[int]]], wanted: int) -> tuple[str, ...]:
    """Find payouts that make up a sum; of many any few would, so there only one way counts."""
    if len(items) <= _MOST_TOGETHER:
        return subset(items, (wanted,)) or ()
    if len(items) > _MOST_SEARCHED:
        return ()
    amounts = [(key, net) for key, (net,) in items]
    groups = list(making_up(amounts, wanted, 0, _MOST_OF_MANY))
    return groups[0] if len(groups) == 1 else ()


def _told_pieces(work: _Work) -> None:
    """Find payouts that came as several lines of which each tells the payout's gross, and more."""
    by_gross: dict[str, list[Payout]] = {}
    whole = set()
    for payout in work.open_payouts():
        by_gross.setdefault(f"{payout.gross // 100}.{payout.gross % 100:02d}", []).append(payout)
        whole.add(work.wanted[payout.key])
    pieces: dict[str, list[BankLine]] = {}
    for line in work.open_lines():
        sums = () if line.amount in whole else set(_MONEY.findall(line.purpose.replace(",", ".")))
        for payout in (each for told in sums for each in by_gross.get(told, ())):
            if work.brings(line, payout, _SHORT_WITHIN) and _marks(work, line, payout) > _MARKED:
                pieces.setdefault(payout.key, []).append(line)
    _join(work, pieces)


def _apart(work: _Work) -> None:
    """Find payouts that came as several lines."""
    pieces = {}
    for payout in work.open_payouts():
        near = (
            each
            for each in work.open_lines()
            if work.brings(each, payout, _SHORT_WITHIN) and each.amount < work.wanted[payout.key]
        )
        by_key = {(_far(each, payout), each.key): each for each in near}
        pieces[payout.key] = [by_key[place] for place in sorted(by_key)]
    _join(work, pieces)


def _join(work: _Work, pieces: Mapping[str, list[BankLine]]) -> None:
    """Lead lines to the payouts that they make up, those first of which they tell the most."""
    groups = []
    for place, (key, near) in enumerate(pieces.items()):
        payout = work.payouts[key]
        items = [(line.key, line.amount) for line in near]
        for turn, group in enumerate(making_up(items, work.wanted[key], 0, _MOST_LINES)):
            if len(group) > 1:
                told = sum(_marks(work, work.lines[each], payout) for each in group)
                groups.append((-told, place, turn, key, group))
    for _, _, _, key, group in sorted(groups):
        are_open = all(work.left[each] == work.lines[each].amount for each in group)
        if are_open and work.wanted[key] == sum(work.left[each] for each in group):
            for line in group:
                work.carry(key, line, (Ground.AMOUNT_SPLIT, Ground.PROVIDER, Ground.DAY))


def _beside_named(work: _Work) -> None:
    """See what a line brought besides the payouts that it names, and what else a payout got."""
    for key, line in list(work.lines.items()):
        left = work.left[key]
        if not 0 < left < line.amount:
            continue
        near = sorted(
            (each for each in work.untouched() if work.brings(line, each) and each.net <= left),
            key=lambda each: (_far(line, each), each.key),
        )
        few = [(each.key, each.net) for each in near]
        group = next(making_up(few, left, 0, _FEW), ()) or _nearest_group(line, near, left)
        for payout in group:
            work.carry(payout, key, (Ground.AMOUNT_SUM, Ground.PROVIDER, Ground.DAY))


def _short(work: _Work) -> None:
    """Pair what is left, the likeliest first: the bank got another amount."""
    pairs = []
    for line in work.open_lines():
        for payout in work.untouched():
            if not work.brings(line, payout, _SHORT_WITHIN):
                continue
            marks = _marks(work, line, payout)
            off = abs(payout.net - line.amount)
            if marks < _MARKED and off * _LEAST_OF_SHORT > payout.net:
                continue
            pairs.append((-marks, _pace(work, line, payout), off, payout.key, line.key))
    for _, _, _, key, line_key in sorted(pairs):
        untouched = work.wanted[key] == work.payouts[key].net
        if untouched and work.left[line_key] == work.lines[line_key].amount:
            work.carry(key, line_key, (Ground.AMOUNT_LESS, Ground.PROVIDER, Ground.DAY))


def _pace(work: _Work, line: BankLine, payout: Payout) -> int:
    """Count the banking days by which a line came later than usual, or earlier than it can."""
    days = work.terms.calendar.between(payout.paid_on, line.booked_on)
    early = _EARLY if line.booked_on < payout.paid_on else 0
    return early + max(0, days - work.terms.deposit_banking_days)
