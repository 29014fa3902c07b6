"""A ledger of plain dictionaries, to hold the books against; it knows nothing of theirs."""

from collections import defaultdict


class IndependentLedger:
    """Adds up what a play says moved: whole numbers, names of places, days as text."""

    def __init__(self) -> None:
        self._moves: list[tuple[str, str, str, int]] = []

    def moved(self, day: str, amount: int, *, whence: str, to: str) -> None:
        """Note that an amount left one place for another."""
        assert amount > 0, "what moves is above zero; say the way with whence and to"
        self._moves.append((day, whence, to, amount))

    def taken_back(self, day: str, amount: int, *, whence: str, to: str) -> None:
        """Note that a move that was noted did not happen after all.

        Raises:
            AssertionError: no such move was noted.
        """
        assert (day, whence, to, amount) in self._moves, "only what was noted is taken back"
        self._moves.remove((day, whence, to, amount))

    def balances(self, through: str = "9999-12-31") -> dict[str, int]:
        """Give what each place has at a day's end: what came less what left, without noughts."""
        held: dict[str, int] = defaultdict(int)
        for day, whence, to, amount in self._moves:
            if day <= through:
                held[whence] -= amount
                held[to] += amount
        return {place: amount for place, amount in held.items() if amount}

    def holds(self, place: str, through: str = "9999-12-31") -> int:
        """Give what one place has at a day's end."""
        return self.balances(through).get(place, 0)
