"""What a picture of amounts with bars says, row by row, in the reader's language."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.money import Money, sum_money


class Tone(enum.StrEnum):
    """What a bar's colour says."""

    GOOD = "good"
    """What comes in, or is well."""
    BAD = "bad"
    """What goes out, or is late, or lost."""
    PLAIN = "plain"
    """Neither: a whole, or a step."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """A name, an amount and its bar."""

    name: str
    amount: Money
    tone: Tone = Tone.PLAIN
    before: Money | None = None
    """What it was in the days before: a thin bar under it."""
    note: str = ""
    """A muted line under the name."""
    is_whole: bool = False
    """In a waterfall: what the steps lead from or to, drawn from nought."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """Some rows under a head; their bars have one scale."""

    head: str
    rows: tuple[BarRow, ...]
    has_bars: bool = True
    is_waterfall: bool = False
    """Each step's bar begins where the one before it ended."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the figures under the headline."""

    name: str
    amount: Money
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class BarPicture:
    """All that such a picture says, in the reader's language."""

    title: str
    aside: str
    """A few words at the right of the title: how many there are."""
    days: str
    headline: str
    amount: Money
    figures: tuple[Figure, ...]
    """Three at most."""
    parts: tuple[BarPart, ...]
    nothing: str
    """Said where no part has rows."""
    other_currencies: str = ""
    others: tuple[Money, ...] = ()
    has_plus: bool = False


def merge_rest(rows: Sequence[BarRow], rows_max: int, rest_name: str) -> tuple[BarRow, ...]:
    """Keep the first rows; the others make one row, with how many they are.

    Args:
        rows: the rows, all in one currency.
        rows_max: how many rows may be left; two at least.
        rest_name: what the rest is called.
    """
    if len(rows) <= rows_max:
        return tuple(rows)
    rest = rows[rows_max - 1 :]
    currency = rest[0].amount.currency
    before = [each.before for each in rest if each.before is not None]
    merged = BarRow(
        f"{rest_name} ({len(rest)})",
        sum_money([each.amount for each in rest], currency),
        rest[0].tone,
        before=sum_money(before, currency) if before else None,
    )
    return (*rows[: rows_max - 1], merged)
