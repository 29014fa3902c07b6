"""Gives each column a meaning: the best of its name that goes with what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sources.bank_files.tables.columns import Column, holds, is_iban, is_indicator
from sources.bank_files.tables.words import Meaning, words

_TELLING = ("indicator", "booked", "valued", "time")
"""What content tells for sure is tried first where names weigh the same."""
_FIELDS = ("name", "account", "tax_id")
_ROWS_FOR_OWN = 3
_FEW = 3
"""An account's own numbers are fewer than a third of the rows; those of others vary."""


@dataclass(slots=True)
class Named:
    """Columns by meaning, the best first."""

    of: dict[str, list[Column]] = field(default_factory=dict)

    def first(self, *meanings: str) -> Column | None:
        """Give the first column of the first meaning that has one."""
        return next((self.of[each][0] for each in meanings if self.of.get(each)), None)

    def move(self, meaning: str, to: str) -> None:
        """Call columns otherwise, after those that are called so already."""
        moved = self.of.pop(meaning, [])
        if moved:
            self.of.setdefault(to, []).extend(moved)


def name_columns(columns: Sequence[Column]) -> Named:
    """Name columns by their headers; those without a known one stay without."""
    named = Named()
    for column in sorted(columns, key=lambda each: not each.filled):
        fitting = (each for each in _in_turn(column) if holds(each.name, column))
        meaning = next(fitting, None)
        if meaning is not None:
            named.of.setdefault(meaning.name, []).append(column)
    _find_indicator(named)
    for what in _FIELDS:
        _settle_owner(named, what, len(columns[0].cells) if columns else 0)
        _settle_sides(named, what)
    for each in ("own_account", "counterparty_account", "payer_account", "payee_account"):
        named.of.get(each, []).sort(key=lambda column: not column.are(is_iban))
    return named


def _in_turn(column: Column) -> list[Meaning]:
    return sorted(
        words().meanings(column.name), key=lambda each: (-each.weight, each.name not in _TELLING)
    )


def _find_indicator(named: Named) -> None:
    """Take a column of kinds that are just in and out as what says so."""
    if named.first("indicator") is not None:
        return
    for meaning in ("kind", "category", "description"):
        for column in named.of.get(meaning, []):
            if column.are(is_indicator) and len(set(column.filled)) > 1:
                named.of[meaning].remove(column)
                named.of["indicator"] = [column]
                return


def _settle_owner(named: Named, what: str, rows: int) -> None:
    """Say whose the accounts, names and tax ids are that the header doesn't say of.

    The account's own are the same in every row, or there are others beside them.
    """
    there_are_others = any(named.of.get(f"{side}_{what}") for side in ("counterparty", "payee"))
    for column in named.of.pop(f"some_{what}", []):
        varied = len(set(column.cells))
        if column.is_constant:
            is_own = there_are_others or rows >= _ROWS_FOR_OWN or what == "account"
        else:
            is_few = varied * _FEW <= rows
            is_own = what == "account" and (there_are_others or (is_few and column.filled != ()))
        if is_own and named.of.get(f"own_{what}") and not column.is_constant:
            is_own = False
        named.of.setdefault(f"{'own' if is_own else 'counterparty'}_{what}", []).append(column)


def _settle_sides(named: Named, what: str) -> None:
    """Take payers alone, or payees alone, as who the others are."""
    payer, payee = f"payer_{what}", f"payee_{what}"
    if payer in named.of and payee in named.of:
        return
    for each in (payer, payee):
        named.move(each, f"counterparty_{what}")
