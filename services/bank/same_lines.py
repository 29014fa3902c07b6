"""Tell which lines of a statement the books know already: pure, whatever the order of arrival.

The same line comes by file and by interface, and in files that overlap; two honest payments of one
day may look alike. So lines are paired one to one, the strongest evidence first: the bank's own
id, the same content, the same day and sum told by another source, a pending line that is now
booked. A known line is never paired twice with lines of one statement, so equal ones stay as many
as the statement has; and lines of a statement that ended where this one begins are shut out by
whoever asks.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ledger.statements import StatementLine
from services.bank.bank_ports import BankLine

PENDING_DAYS = 10
"""A pending line is booked, or changed, within so many days."""
NEAR_DAYS = 3
"""… and within so many even if its words were others."""
OTHER_DAYS = 4
"""By another source the same line may bear a day as far away: a weekend with a holiday."""


@dataclass(slots=True)
class Pairing:
    """Which arriving line, by its place, is which known one."""

    known: dict[int, BankLine] = field(default_factory=dict)
    repeated: dict[int, int] = field(default_factory=dict)
    """Places of lines that stand in this very statement before, by the bank's own id."""
    overtaken: set[int] = field(default_factory=set)
    """Places of lines that say what the bank has changed since."""


def pair_lines(
    arriving: Sequence[StatementLine],
    known: Sequence[BankLine],
    former: Mapping[int, Sequence[StatementLine]],
    scheme: str,
    tells: Callable[[str, dt.date], bool],
) -> Pairing:
    """Pair the lines of one statement with lines that the books know.

    Args:
        arriving: the statement's lines, in its order.
        known: lines of the same account on and around its days.
        former: what some of these said before, by their ids.
        scheme: whose ids the arriving lines bear.
        tells: says whether a scheme has told all of a day, so that what it has not told on that
            day it has told on another, or never will.
    """
    pairing = Pairing()
    left = _Left(arriving, known, pairing, scheme)

    def may_have_moved(new: StatementLine, mine: BankLine) -> bool:
        is_told = tells(mine.scheme, new.booked_on) or tells(scheme, mine.line.booked_on)
        return mine.scheme != scheme and is_told and _is_alike(new, mine)

    left.repeats()
    left.by_former(former)
    left.by_bank_id()
    left.by_key(_content, lambda mine: mine.scheme == scheme)
    left.by_key(_content, lambda mine: mine.scheme != scheme)
    left.by_key(_party_and_day, lambda mine: mine.scheme != scheme)
    left.by_key(_day, lambda mine: mine.scheme != scheme)
    left.by_nearest(_may_have_been_pending, PENDING_DAYS)
    left.by_nearest(may_have_moved, OTHER_DAYS)
    return pairing


def says_the_same(one: StatementLine, other: StatementLine) -> bool:
    """Tell whether two tellings of one line agree in all that books are made from."""
    return (
        one.booked_on == other.booked_on
        and one.amount == other.amount
        and one.is_pending == other.is_pending
        and _content(one) == _content(other)
    )


class _Left:
    """What is not paired yet, on both sides."""

    def __init__(
        self,
        arriving: Sequence[StatementLine],
        known: Sequence[BankLine],
        pairing: Pairing,
        scheme: str,
    ) -> None:
        self._arriving = arriving
        self._known = {each.id: each for each in known}
        self._pairing = pairing
        self._scheme = scheme

    def repeats(self) -> None:
        """Take a line that the statement itself tells twice, under one id, for one."""
        seen: dict[str, int] = {}
        for place, new in enumerate(self._arriving):
            if new.external_id is None:
                continue
            first = seen.setdefault(new.external_id, place)
            if first != place and says_the_same(new, self._arriving[first]):
                self._pairing.repeated[place] = first

    def by_former(self, former: Mapping[int, Sequence[StatementLine]]) -> None:
        """Pair what a line said before the bank changed it: an older file came late."""
        waiting: dict[Hashable, list[BankLine]] = defaultdict(list)
        for line_id, tellings in former.items():
            for said in tellings:
                waiting[said.external_id, *_content(said)].append(self._known[line_id])
        for place, new in self._open(waiting):
            candidates = waiting.get((new.external_id, *_content(new)), [])
            mine = next((each for each in candidates if each.id in self._known), None)
            if mine is not None:
                self._pair(place, mine)
                self._pairing.overtaken.add(place)

    def by_bank_id(self) -> None:
        """Pair what the bank itself calls the same, unless sum and day both speak against it."""
        ids = {
            each.line.external_id: each
            for each in self._known.values()
            if each.line.external_id is not None and each.scheme == self._scheme
        }
        for place, new in self._open(ids):
            mine = ids.get(new.external_id) if new.external_id is not None else None
            if mine is not None and mine.id in self._known and _may_be_retold(new, mine.line):
                self._pair(place, mine)

    def by_key(
        self, key: Callable[[StatementLine], Hashable | None], may_be: Callable[[BankLine], bool]
    ) -> None:
        """Pair what has the same key, in the order of both sides."""
        waiting: dict[Hashable, list[BankLine]] = defaultdict(list)
        for mine in self._known.values():
            found = key(mine.line)
            if found is not None and may_be(mine):
                waiting[found].append(mine)
        for place, new in self._open(waiting):
            candidates = waiting.get(key(new), [])
            fits = (each for each in candidates if self._agree(new, each))
            mine_or_none = next(fits, None)
            if mine_or_none is not None:
                candidates.remove(mine_or_none)
                self._pair(place, mine_or_none)

    def by_nearest(self, may_be: Callable[[StatementLine, BankLine], bool], days: int) -> None:
        """Pair what has the same sum within some days, the nearest day first."""
        by_sum: dict[int, list[BankLine]] = defaultdict(list)
        for mine in self._known.values():
            by_sum[mine.line.amount.minor].append(mine)
        for place, new in self._open(by_sum):
            near = [
                each
                for each in by_sum.get(new.amount.minor, ())
                if each.id in self._known
                and _days_between(new, each.line) <= days
                and self._agree(new, each)
                and may_be(new, each)
            ]
            if near:
                self._pair(
                    place,
                    min(near, key=lambda each: (_unlike(new, each.line), each.id)),
                )

    def _open(self, waiting: Collection[object]) -> Iterable[tuple[int, StatementLine]]:
        """Give what is not paired, if anything waits for it: most often all lines are new."""
        if not waiting:
            return []
        paired = self._pairing
        return [
            (place, new)
            for place, new in enumerate(self._arriving)
            if place not in paired.known and place not in paired.repeated
        ]

    def _pair(self, place: int, mine: BankLine) -> None:
        self._pairing.known[place] = mine
        del self._known[mine.id]

    def _agree(self, new: StatementLine, mine: BankLine) -> bool:
        """Tell whether nothing says that two lines of one sum are two."""
        if mine.id not in self._known:
            return False
        are_named_apart = (
            mine.scheme == self._scheme
            and new.external_id is not None
            and mine.line.external_id is not None
            and new.external_id != mine.line.external_id
            and not mine.line.is_pending
        )
        return not are_named_apart and not _contradict(new, mine.line)


def _content(line: StatementLine) -> tuple[object, ...]:
    said = (line.counterparty, line.counterparty_account, line.purpose, line.reference)
    return (line.booked_on, line.amount.minor, *(_bare(each) for each in said))


def _party_and_day(line: StatementLine) -> Hashable | None:
    party = line.counterparty_account or line.counterparty_tax_id
    return None if party is None else (line.booked_on, line.amount.minor, _bare(party))


def _day(line: StatementLine) -> Hashable:
    return (line.booked_on, line.amount.minor)


def _contradict(one: StatementLine, other: StatementLine) -> bool:
    """Tell whether both name whom the money went to, and name different ones."""
    for name in ("counterparty_account", "counterparty_tax_id"):
        mine, his = _bare(getattr(one, name)), _bare(getattr(other, name))
        if mine and his and not (mine.endswith(his) or his.endswith(mine)):
            return True
    return False


def _is_alike(new: StatementLine, mine: BankLine) -> bool:
    """Tell whether some word or number of weight is the same in both."""
    pairs = (
        (new.counterparty_account, mine.line.counterparty_account),
        (new.reference, mine.line.reference),
        (new.purpose, mine.line.purpose),
    )
    return any(_bare(one) and _bare(one) == _bare(other) for one, other in pairs)


def _may_have_been_pending(new: StatementLine, mine: BankLine) -> bool:
    is_near = _days_between(new, mine.line) <= NEAR_DAYS
    return mine.line.is_pending and (is_near or _is_alike(new, mine))


def _may_be_retold(new: StatementLine, mine: StatementLine) -> bool:
    """Tell whether an id still means the same line: some banks begin anew with their numbers."""
    return new.amount == mine.amount or _days_between(new, mine) <= PENDING_DAYS


def _days_between(one: StatementLine, other: StatementLine) -> int:
    return min(abs((first - second).days) for first in _days_of(one) for second in _days_of(other))


def _days_of(line: StatementLine) -> tuple[dt.date, ...]:
    return (line.booked_on,) if line.valued_on is None else (line.booked_on, line.valued_on)


def _unlike(one: StatementLine, other: StatementLine) -> tuple[bool, int]:
    return (_bare(one.purpose) != _bare(other.purpose), _days_between(one, other))


def _bare(text: str | None) -> str:
    """Give a text without what sources write differently: case, spaces, signs."""
    return "".join(filter(str.isalnum, text.casefold())) if text else ""
