"""Keeps which of the till's deposits the bank shows."""

from reconciliation.decisions import Decisions
from reconciliation.matching.deposits import Carried, carry_deposits
from reconciliation.store import Store


class DepositSide:
    """Deposits and the bank lines that show them; few, so worked out together."""

    def __init__(self, store: Store, decisions: Decisions) -> None:
        self._store = store
        self._decisions = decisions
        self.entries: set[str] = set()
        self._lines: set[str] = set()
        self._found: frozenset[Carried] = frozenset()
        self.of_entry: dict[str, list[Carried]] = {}
        self.of_line: dict[str, list[Carried]] = {}
        self._is_dirty = False

    def put_entry(self, key: str, *, is_deposit: bool) -> None:
        """Take a cash entry, or that it is no deposit any more."""
        if is_deposit or key in self.entries:
            self._is_dirty = True
        (self.entries.add if is_deposit else self.entries.discard)(key)

    def put_line(self, key: str, *, is_deposit: bool) -> None:
        """Take a bank line, or that it is no deposit any more."""
        if is_deposit or key in self._lines:
            self._is_dirty = True
        (self._lines.add if is_deposit else self._lines.discard)(key)

    def update(self) -> set[str]:
        """Match if anything came; give the records of which something changed."""
        if not self._is_dirty:
            return set()
        self._is_dirty = False
        before = self._found
        found = carry_deposits(
            (self._store.cash[key] for key in self.entries),
            (self._store.lines[key] for key in self._lines),
            self._decisions,
        )
        self._found = frozenset(found)
        self.of_entry, self.of_line = {}, {}
        for carried in found:
            self.of_entry.setdefault(carried.entry, []).append(carried)
            self.of_line.setdefault(carried.line, []).append(carried)
        return {key for carried in before ^ self._found for key in (carried.entry, carried.line)}
