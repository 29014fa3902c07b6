"""Payouts and bank lines that can only be each other's; what else came never matters to them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator

from reconciliation.matching.roles import code_of
from reconciliation.matching.settlements import Carried, codes_told
from reconciliation.records import BankLine, Payout, id_of
from reconciliation.store import Index

_Told = tuple[str, tuple[Hashable, ...]]


class PlainPayouts:
    """Pairs payouts and lines that share a code or an amount with each other and nothing else.

    So nearly all are settled, and only the rest of a provider's need be worked out together.
    `carried_by` settles one payout and one line alone; it gives nothing unless both come out even.
    """

    def __init__(
        self, said: frozenset[str], carried_by: Callable[[str, str], Carried | None]
    ) -> None:
        """Take the records that people said something of, and who settles a pair."""
        self._said = said
        self._carried_by = carried_by
        self._told: dict[str, _Told] = {}
        self._payouts_with = Index()
        self._lines_with = Index()
        self._pairs: dict[str, Carried] = {}
        self._dirty: set[str] = set()
        self.loose_payouts: dict[str, set[str]] = defaultdict(set)
        self.loose_lines: dict[str, set[str]] = defaultdict(set)

    def put_payout(self, key: str, payout: Payout | None) -> None:
        """Take a payout as it is now, or that it is gone."""
        told = None
        if payout is not None:
            told = (payout.provider, (code_of(id_of(key)), payout.net))
        self._put(key, told, self._payouts_with, self.loose_payouts)

    def put_line(self, key: str, provider: str, line: BankLine | None) -> None:
        """Take a line of a provider as it is now, or that it is none."""
        told = None
        if line is not None:
            marks = (*codes_told(line.purpose), line.amount) if line.amount > 0 else ()
            told = (provider, marks)
        self._put(key, told, self._lines_with, self.loose_lines)

    def update(self) -> tuple[set[Carried], set[Carried]]:
        """Pair anew what was touched; give the pairs that are no more, and those that are new."""
        near = {each for key in self._dirty for each in (key, *self._beside(key))}
        near |= {other for key in near if (other := self._other(key)) is not None}
        before = {self._pairs[key] for key in near if key in self._pairs}
        for carried in before:
            self._part(carried)
        after = {each for key in near if (each := self._found_for(key)) is not None}
        for carried in after:
            self._join(carried)
        self._dirty = set()
        return before - after, after - before

    def _put(self, key: str, told: _Told | None, there: Index, loose: dict[str, set[str]]) -> None:
        known = self._told.pop(key, None)
        if known is not None:
            self._dirty.update(self._beside_marks(key, known))
            if key in self._pairs:
                self._dirty.add(self._other(key) or key)
            for mark in known[1]:
                there.discard((known[0], mark), key)
            loose[known[0]].discard(key)
        if told is not None:
            self._told[key] = told
            for mark in told[1]:
                there.add((told[0], mark), key)
            if key not in self._pairs:
                loose[told[0]].add(key)
        self._dirty.add(key)

    def _beside(self, key: str) -> set[str]:
        """Give what shares a code or an amount with a record: lines with payouts, and so on."""
        told = self._told.get(key)
        return self._beside_marks(key, told) if told is not None else set()

    def _beside_marks(self, key: str, told: _Told) -> set[str]:
        there = self._lines_with if key.startswith("payout:") else self._payouts_with
        return {each for mark in told[1] for each in there.get((told[0], mark))}

    def _other(self, key: str) -> str | None:
        carried = self._pairs.get(key)
        if carried is None:
            return None
        return carried.line if key == carried.payout else carried.payout

    def _found_for(self, key: str) -> Carried | None:
        """Give the pair of a record, if it and another one are alone together."""
        beside = self._beside(key)
        if len(beside) != 1:
            return None
        (other,) = beside
        if self._beside(other) != {key} or not self._said.isdisjoint((key, other)):
            return None
        is_payout = key.startswith("payout:")
        return self._carried_by(*((key, other) if is_payout else (other, key)))

    def _part(self, carried: Carried) -> None:
        for key, loose in self._both(carried):
            self._pairs.pop(key, None)
            if key in self._told:
                loose[self._told[key][0]].add(key)

    def _join(self, carried: Carried) -> None:
        for key, loose in self._both(carried):
            self._pairs[key] = carried
            loose[self._told[key][0]].discard(key)

    def _both(self, carried: Carried) -> Iterator[tuple[str, dict[str, set[str]]]]:
        yield carried.payout, self.loose_payouts
        yield carried.line, self.loose_lines
