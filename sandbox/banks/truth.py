"""What a bank knows of an account: its movements as they are now, and when each may be seen."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

Clock = Callable[[], dt.datetime]
"""Gives the moment, aware."""


@dataclass(frozen=True)
class Movement:
    """One movement, whatever the bank's way to tell it."""

    id: str
    at: dt.datetime
    minor: int
    """In the account's currency, below zero for money out."""
    description: str = ""
    counterparty: str | None = None
    counterparty_account: str | None = None
    tax_id: str | None = None
    is_hold: bool = False
    told_from: dt.datetime | None = None
    """A late one can't be seen before this."""
    is_void: bool = False
    """It was taken back: only some banks still tell of it."""


@dataclass
class Account:
    """An account and all that moved it."""

    id: str
    number: str
    currency: str = "UAH"
    opening_minor: int = 0
    kind: str = "business"
    movements: dict[str, Movement] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    """Movements that no page tells of, although they are in the balances."""

    def add(self, movement: Movement) -> Movement:
        """Have something move it."""
        self.movements[movement.id] = movement
        return movement

    def change(self, movement_id: str, **said: object) -> Movement:
        """Have the bank tell a movement otherwise from now on; `id` calls it anew."""
        changed = replace(self.movements.pop(movement_id), **said)  # type: ignore[arg-type]  # fields by name
        return self.add(changed)

    def drop(self, movement_id: str) -> None:
        """Have a movement vanish, as a hold does that was let go."""
        del self.movements[movement_id]

    def seen(self, now: dt.datetime) -> list[Movement]:
        """Give what can be seen now, the oldest first."""
        told = [
            each
            for each in self.movements.values()
            if each.at <= now and (each.told_from is None or each.told_from <= now)
        ]
        return sorted(told, key=lambda each: (each.at, each.id))

    def told(self, now: dt.datetime) -> list[Movement]:
        """Give what is told of now, the oldest first."""
        return [each for each in self.seen(now) if each.id not in self.left_out]

    def balance(self, now: dt.datetime, *, with_holds: bool = True) -> int:
        """Give what it holds, in minor units."""
        return self.opening_minor + sum(
            each.minor
            for each in self.seen(now)
            if not each.is_void and (with_holds or not each.is_hold)
        )

    def balances_after(self, now: dt.datetime) -> dict[str, int]:
        """Give what it held after each movement that can be seen, holds among them."""
        held, found = self.opening_minor, {}
        for each in self.seen(now):
            held += 0 if each.is_void else each.minor
            found[each.id] = held
        return found
