"""Goes through a table once before it is read: whose rows are in it, and their balances."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from ledger.currencies import UNTOLD
from ledger.errors import MoneyError
from ledger.money import Money
from sources.bank_files.tables.amounts import currency_beside
from sources.bank_files.tables.chain import chain_of
from sources.bank_files.tables.columns import currency_of
from sources.bank_files.tables.lines import (
    Cells,
    Setting,
    amount_reader,
    balance_reader,
    row_day_reader,
    status_reader,
)
from sources.bank_files.tables.shape import Sign, TableShape
from sources.bank_files.tables.table import Row, Table

Key: TypeAlias = tuple[str | None, str | None]
"""An account and a currency, where rows say them."""
_KEPT = 200
"""First rows of an account by which its balances are proved."""
_LAST = 50
"""Last rows of an account, among which one has a balance."""
_REMARKS = 200
_DIGITS_OF_PLAN = 20
_CURRENCIES_OF_PLAN = {"810": "RUB", "643": "RUB", "840": "USD", "978": "EUR", "156": "CNY"}


@dataclass(slots=True)
class Group:
    """The rows of one account in one currency."""

    first: list[Cells] = field(default_factory=list)
    last: deque[Cells] = field(default_factory=lambda: deque(maxlen=_LAST))

    ids: set[str] = field(default_factory=set)
    """What the bank calls them."""


@dataclass(slots=True)
class Scan:
    """What is in a table."""

    groups: dict[Key, Group] = field(default_factory=dict)
    remarks: list[Cells] = field(default_factory=list)
    """Rows without a day: what stands around the table."""
    has_repeated_ids: bool = False
    """Two rows of an account are called the same: it is no name of one of them."""


@dataclass(frozen=True, slots=True)
class Balances:
    """What an account held before and after its rows."""

    opening: Money | None = None
    closing: Money | None = None


def rows_of(table: Table, start: int, width: int) -> Iterator[tuple[int, Row]]:
    """Give the rows below a header with their numbers, each as wide as it has to be."""
    for number, (cells, raw) in enumerate(islice(table.rows(), start, None), start=start + 1):
        if len(cells) < width:
            yield number, ([*cells, *[""] * (width - len(cells))], raw)
        else:
            yield number, (cells, raw)


def key_reader(shape: TableShape) -> Callable[[Cells], Key]:
    """Give what tells whose a row is."""
    account, currency = shape.first("own_account"), shape.first("currency")
    if account is None and currency is None:
        return lambda _: (None, None)

    known: dict[Key, Key] = {}

    def key(cells: Cells) -> Key:
        told = (
            None if account is None else cells[account],
            None if currency is None else cells[currency],
        )
        found = known.get(told)
        if found is None:
            number, code = ((each or "").strip(" ='\"") for each in told)
            found = known[told] = number.replace(" ", "") or None, code or None
        return found

    return key


def scan(table: Table, shape: TableShape, start: int) -> Scan:
    """Go through a table.

    Raises:
        UnreadableFileError: while reading.
    """
    found = Scan()
    groups, called = found.groups, shape.first("external_id")
    key, day = key_reader(shape), row_day_reader(shape)
    for _, (cells, _) in rows_of(table, start, shape.width):
        try:
            day(cells)
        except ValueError:
            if len(found.remarks) < _REMARKS and any(cells):
                found.remarks.append(cells)
            continue
        whose = key(cells)
        group = groups.get(whose)
        if group is None:
            group = groups[whose] = Group()
        group.last.append(cells)
        if len(group.first) < _KEPT:
            group.first.append(cells)
        if called is not None:
            found.has_repeated_ids |= cells[called] in group.ids
            group.ids.add(cells[called])
    return found


def currency_in(key: Key, shape: TableShape, around: str | None) -> str:
    """Give the currency of a group: by its header, its rows, or what stands around.

    Returns:
        What the rows say where it is no currency of ISO 4217: no line of it can be read.
    """
    if key[1] is not None:
        return currency_of(key[1]) or key[1]
    return shape.currency or around or _currency_of_account(key[0]) or UNTOLD


def _currency_of_account(number: str | None) -> str | None:
    """Read the currency in a number of the Bank of Russia's plan: 40702 810 …, twenty digits."""
    if number is None or not number.isdigit() or len(number) != _DIGITS_OF_PLAN:
        return None
    return _CURRENCIES_OF_PLAN.get(number[5:8])


def currency_of_rows(shape: TableShape, rows: Sequence[Cells]) -> str | None:
    """Give the currency whose sign stands beside the amounts, if it is one and the same."""
    places = [shape.first(each) for each in ("amount", "debit", "credit", "balance")]
    cells = {row[at] for row in rows for at in places if at is not None and at < len(row)}
    said = {code for cell in cells if cell and (code := currency_beside(cell))}
    return said.pop() if len(said) == 1 else None


def balances_of(group: Group, setting: Setting) -> Balances:
    """Give the first and the last balance, if those of the rows follow from each other."""
    if setting.shape.first("balance") is None:
        return Balances()
    moved, balance = _reading(setting)
    rows = [each for each in group.first if moved(each) is not None and balance(each) is not None]
    ends = [each for each in group.last if moved(each) is not None and balance(each) is not None]
    if not rows or not ends:
        return Balances()
    deltas = [Money(moved(each) or 0, setting.currency).to_decimal() for each in rows]
    told = [balance(each) for each in rows]
    chain = chain_of(deltas, [each.to_decimal() if each else None for each in told])
    is_newest_first = chain.is_falling if chain.holds else _are_days_falling(setting, rows, ends)
    newest, oldest = (rows[0], ends[-1]) if is_newest_first else (ends[-1], rows[0])
    before, after = balance(oldest), balance(newest)
    if before is None or after is None:
        return Balances()
    if chain.steps and not chain.holds:
        return Balances(closing=after)  # rows are missing: the newest balance is true still
    try:
        return Balances(before - Money(moved(oldest) or 0, setting.currency), after)
    except MoneyError:
        return Balances(closing=after)


def _are_days_falling(setting: Setting, rows: Sequence[Cells], ends: Sequence[Cells]) -> bool:
    """Tell whether the newest row stands first, by the days."""
    day = row_day_reader(setting.shape)
    return day(rows[0]) > day(ends[-1])


def _reading(
    setting: Setting,
) -> tuple[Callable[[Cells], int | None], Callable[[Cells], Money | None]]:
    """Give what reads rows that count for the balance; None for those that don't."""
    amount, status = amount_reader(setting), status_reader(setting.shape)

    def moved(cells: Cells) -> int | None:
        try:
            return None if status(cells) else Money(amount(cells), setting.currency).minor
        except (ValueError, MoneyError, IndexError):
            return None

    return moved, balance_reader(setting)


def own_number(shape: TableShape, rows: Sequence[Cells], around: str | None) -> str | None:
    """Find the account's own number among payers' and payees': the one in every row."""
    payer, payee = shape.first("payer_account"), shape.first("payee_account")
    if payer is None or payee is None or not rows:
        return around
    pairs = [{row[at].replace(" ", "").strip("='\"") for at in (payer, payee)} for row in rows]
    in_all = set.intersection(*pairs) - {""}
    if around in in_all:
        return around
    if len(in_all) == 1:
        return in_all.pop()
    return around if shape.sign is Sign.SIDES else _by_signs(shape, rows) or around


def _by_signs(shape: TableShape, rows: Sequence[Cells]) -> str | None:
    """Take who pays where money goes out and is paid where it comes in, if it is the same one."""
    moved, _ = _reading(Setting(shape, UNTOLD, None, "utf-8"))
    payer, payee = shape.columns["payer_account"][0], shape.columns["payee_account"][0]
    said = {
        row[payer if minor < 0 else payee].replace(" ", "").strip("='\"")
        for row in rows
        if (minor := moved(row))
    }
    return said.pop() or None if len(said) == 1 else None
