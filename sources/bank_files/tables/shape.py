"""What a table's columns mean, as data: found once for a bank's layout, then remembered."""

import enum
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.amounts import DecimalMark
from sources.bank_files.tables.days import DayOrder
from sources.bank_files.tables.words import folded


class Sign(enum.StrEnum):
    """How a table tells money in from money out."""

    SIGNED = "signed"
    """Money out is below zero."""
    INVERTED = "inverted"
    """Money out is above zero, as on a credit card's statement."""
    COLUMNS = "columns"
    """A column each."""
    INDICATOR = "indicator"
    """A column says which it is."""
    SIDES = "sides"
    """The account is the payer's or the payee's."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """What to read where; the same for all tables with the same header."""

    fingerprint: str
    width: int
    header: tuple[str, ...]
    """The columns' names; empty where the table has none."""
    columns: Mapping[str, tuple[int, ...]]
    """The columns of each meaning, counted from nought; see `MEANINGS`."""
    day_order: DayOrder
    decimal: DecimalMark
    sign: Sign
    currency: str | None = None
    """What the header says all amounts are in."""
    is_debit_negative: bool = False
    """In the column of money out stand amounts below zero."""
    less_fee: bool = False
    """The fee's column is not in the amount yet, as the running balance proves."""

    def first(self, meaning: str) -> int | None:
        """Give the column of a meaning, if there is one."""
        found = self.columns.get(meaning, ())
        return found[0] if found else None

    def without_ids(self) -> "TableShape":
        """Give the shape for a table in which the bank's ids turned out to be none."""
        columns = dict(self.columns)
        ids = columns.pop("external_id", ())
        columns.setdefault("reference", ids)
        return replace(self, columns=columns)

    def answered(self, question: str, option: str) -> "TableShape":
        """Give the shape after a person has said what was open.

        Raises:
            ValueError: no such question, or no such option.
        """
        match question:
            case "day_order":
                return replace(self, day_order=DayOrder(option))
            case "decimal":
                return replace(self, decimal=DecimalMark(option))
            case "sign":
                return replace(self, sign=Sign(option))
            case "amount" if option.isdecimal() and int(option) < self.width:
                return replace(self, columns={**self.columns, "amount": (int(option),)})
        message = f"{question} {option}"
        raise ValueError(message)

    def to_json(self) -> dict[str, object]:
        """Write it as JSON has it."""
        return {
            "fingerprint": self.fingerprint,
            "width": self.width,
            "header": list(self.header),
            "columns": {name: list(places) for name, places in self.columns.items()},
            "day_order": self.day_order.value,
            "decimal": self.decimal.value,
            "sign": self.sign.value,
            "currency": self.currency,
            "is_debit_negative": self.is_debit_negative,
            "less_fee": self.less_fee,
        }


def shape_of_json(told: Mapping[str, object]) -> TableShape:
    """Read what `TableShape.to_json` wrote.

    Raises:
        ValueError: it is something else.
    """
    columns, header, width = told.get("columns"), told.get("header"), told.get("width")
    currency = told.get("currency")
    if not isinstance(columns, dict) or not isinstance(header, list) or not isinstance(width, int):
        message = "no shape of a table"
        raise ValueError(message)  # noqa: TRY004 - it is data from outside
    return TableShape(
        fingerprint=str(told.get("fingerprint")),
        width=width,
        header=tuple(str(each) for each in header),
        columns={str(name): tuple(int(at) for at in places) for name, places in columns.items()},
        day_order=DayOrder(str(told.get("day_order"))),
        decimal=DecimalMark(str(told.get("decimal"))),
        sign=Sign(str(told.get("sign"))),
        currency=None if currency is None else str(currency),
        is_debit_negative=told.get("is_debit_negative") is True,
        less_fee=told.get("less_fee") is True,
    )


def fingerprint_of(header: Sequence[str], width: int) -> str:
    """Give what tells a layout from others: its columns' names, or their number without any."""
    names = "\x1f".join(folded(each) for each in header)
    return hashlib.sha256(f"{width if not header else ''}\x1e{names}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Question:
    """What a table may mean in more than one way; a person knows."""

    name: str
    """"day_order", "decimal", "sign" or "amount"."""
    options: tuple[str, ...]
    """What `TableShape.answered` takes, the likeliest first."""


@dataclass(frozen=True, slots=True)
class TableGuess:
    """What a table most likely means, and what of it is open."""

    shape: TableShape
    questions: tuple[Question, ...] = ()
    sample: tuple[tuple[str, ...], ...] = field(default=())
    """A few of its rows, to be shown with a question."""


class UnclearTableError(UnreadableFileError):
    """A table can be read in more than one way; nothing of it counts until a person says."""

    def __init__(self, guess: TableGuess) -> None:
        asked = ", ".join(f"{each.name} ({' or '.join(each.options)})" for each in guess.questions)
        super().__init__(Unreadable.COLUMNS, f"to be said: {asked}")
        self.guess = guess


KnownShapes: TypeAlias = Callable[[str], TableShape | None]
"""Gives the shape that is known for a fingerprint."""


def nothing_known(fingerprint: str) -> TableShape | None:
    """Know no shape yet."""
    del fingerprint
    return None
